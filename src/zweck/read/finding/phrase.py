"""A wording and the finding it earns: the simplest rule, and the most frequent one.

A phrase may be limited to sections about some activities, to one language, to notices that also say or do not say
something else (``only_with``, ``unless``), and to a part that does not excuse it (``excused``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zweck.read.block import Role
from zweck.read.finding.flaw import Origin, Pair, Severity, Standing, flaw
from zweck.read.finding.notice import Hit, Notice, probe
from zweck.read.report import FindingRead
from zweck.words import Words


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording; ``message`` and ``mend`` are (English, German)."""

    rule: str
    words: Words
    severity: Severity
    certain: bool
    message: Pair
    mend: Pair
    source: str
    kinds: tuple[str, ...] = ()
    language: str = ""
    origin: Origin = "document"
    standing: Standing | None = None
    excused: Words | None = None
    unless: Words | None = None
    only_with: Words | None = None
    once: bool = False
    headings: bool = False


def phrase(
    rule: str, pattern: str, severity: Severity, certain: bool, message: Pair, mend: Pair, source: str, **more: object
) -> Phrase:
    """A phrase from patterns; ``excused``, ``unless`` and ``only_with`` may be given as text."""
    for name in ("excused", "unless", "only_with"):
        if isinstance(given := more.get(name), str):
            more[name] = probe(given) if name != "excused" else Words(given)
    stems = more.pop("stems", ())
    return Phrase(rule, probe(pattern, stems), severity, certain, message, mend, source, **more)  # type: ignore[arg-type]


def wordings(notice: Notice, phrases: Iterable[Phrase]) -> Iterator[FindingRead]:
    """Every phrase of the table, wherever it stands."""
    for one in phrases:
        if one.language and one.language != notice.document.language:
            continue
        for hit in notice.hits(one.words):
            if _applies(one, notice, hit):
                yield flaw(
                    one.rule, hit.place, one.severity, one.certain, one.message, one.mend, source=one.source,
                    words=hit.words, origin=one.origin, standing=one.standing,
                )  # fmt: skip
                if one.once:
                    break


def _applies(one: Phrase, notice: Notice, hit: Hit) -> bool:
    if hit.part.block.role is Role.ROW or (hit.part.is_heading and not one.headings):
        return False
    if one.kinds and hit.part.section.kind not in one.kinds:
        return False
    if one.excused and one.excused.search(hit.sentence):
        return False
    if one.unless and notice.says(one.unless):
        return False
    return one.only_with is None or notice.says(one.only_with)

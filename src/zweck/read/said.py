"""What a section says of bases and of storage, each tied to the kind of activity that it is said of.

A statement belongs to its section's activity, unless its own sentence names a narrower one (Art. 13(1)(c), (2)(a)).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from zweck.read.basis import Cited, bases_in
from zweck.read.block import Block, Place, Role
from zweck.read.ground import ground_of_item, grounds_in, leads_to_grounds
from zweck.read.outline import Section
from zweck.read.period import (
    Period,
    ends_at_event,
    is_unlimited,
    periods_in,
    speaks_of_keeping,
    storage_periods,
    trigger_of,
)
from zweck.read.scope import Scope, kinds_below, scope_of
from zweck.read.sentence import sentences
from zweck.read.topic import GENERAL


@dataclass(frozen=True, slots=True)
class Kept:
    """One statement on storage: ``duration`` in ISO 8601, ``None`` when an event ends it."""

    what: str
    duration: str | None
    trigger: str | None
    place: Place
    low: str | None
    words: str
    confidence: float
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BasisSaid:
    cited: Cited
    place: Place
    kind: str
    section: Section
    kinds: tuple[str, ...] = ()


_QUOTING = re.compile(r"widersp|object|übertrag|portab|maschinenlesbar|machine-readable", re.IGNORECASE)
_CLAIMING = re.compile(
    r"grundlage|\bbas(?:is|ed)\b|aufgrund|auf grund|verarbeiten|\bwe \w+|zur (?:wahrnehmung|erfüllung|wahrung)",
    re.IGNORECASE,
)
_CONDITIONS = re.compile(r"\b(?:wenn|sofern|soweit|falls|if|when|where|unless)\W*$", re.IGNORECASE)
_AUTOMATED = re.compile(r"automat\w+ (?:\w+ )?(?:entscheid|decision)|profiling", re.IGNORECASE)
_ALL_OF_IT = frozenset(f"GDPR 6(1)({letter})" for letter in "abcdef")


def bases_said(sections: list[Section]) -> list[BasisSaid]:
    """Every basis that is claimed for a processing, with the kind it is said of."""
    found: list[BasisSaid] = []
    apart, scope = _apart(sections), scope_of(sections)
    for section in sections:
        if (
            section.kind in ("rights", "notice")
            or id(section) in apart
            or (section.overview and section.kind == GENERAL and not leads_to_grounds(section.title))
        ):
            continue
        found += _in_heading(section)
        listed, conditional = section.facet == "basis" or leads_to_grounds(section.title), False
        for block in section.blocks:
            if block.role is not Role.ITEM:
                listed = _tells_bases(section, block, listed)
                conditional = bool(_CONDITIONS.search(block.text))
            for cited in _claimed(section, block, listed and id(block) not in scope.aims, conditional):
                kinds = scope.kinds(section, block, cited.start)
                found.append(BasisSaid(cited, block.place(cited.start, cited.end), kinds[0], section, kinds))
    return found


def _in_heading(section: Section) -> Iterator[BasisSaid]:
    """“Weighing of interests (Art. 6(1)(f) GDPR)” as a heading holds for what stands below it."""
    heading = section.heading
    for cited in bases_in(heading.text) if heading else ():
        own = tuple(k for k in section.kinds or (section.kind,) if k != GENERAL)
        kinds = own or kinds_below(section) or (GENERAL,)
        if heading and not _quoted(cited, heading, section):
            yield BasisSaid(cited, heading.place(cited.start, cited.end), kinds[0], section, kinds)


def _apart(sections: list[Section]) -> set[int]:
    """Sections that lie inside one on rights, or tell of automated decisions: what they cite, the law says."""
    found: set[int] = set()
    rights = 0
    for section in sections:
        if rights and section.level and (section.level <= rights or section.kind in _OWN):
            rights = 0
        if section.kind == "rights" and section.level and not rights:
            rights = section.level
        if rights or _AUTOMATED.search(section.title):
            found.add(id(section))
    return found


_OWN = frozenset(
    ("hosting", "server_logs", "embeds", "analytics", "orders", "applications", "accounts", "video_calls", "payments")
)
"""Activities that no part of a section on rights is about, whatever depth their headings have."""


def _tells_bases(section: Section, block: Block, before: bool) -> bool:
    """Whether the blocks from here on list legal bases: an introductory line says so, another paragraph ends it."""
    if leads_to_grounds(block.text) and block.text.rstrip().endswith((":", "on", "applies", "are")):
        return True
    return before and (section.facet == "basis" or leads_to_grounds(section.title))


def _claimed(section: Section, block: Block, listed: bool, conditional: bool) -> list[Cited]:
    cited = bases_in(block.text)
    if {c.basis for c in cited} >= _ALL_OF_IT:
        return []
    claimed = [c for c in cited if not _quoted(c, block, section)]
    if cited or block.role is Role.ROW:
        return claimed
    if block.role is Role.ITEM and (listed or conditional):
        named = None if conditional else ground_of_item(block.text)
        return [named] if named else []
    return [
        replace(g, start=start + g.start, end=start + g.end)
        for start, sentence in sentences(block.text)
        for g in grounds_in(sentence)
    ]


def _quoted(cited: Cited, block: Block, section: Section) -> bool:
    """A provision that a right is quoted with, or that a general overview lists, allows nothing here."""
    near = block.text[max(0, cited.start - 160) : cited.end + 160]
    if cited.basis == "GDPR 6(1)(e)" and _QUOTING.search(near):
        return True
    if re.search(r"art(?:\.|ikel|icle)? ?2[01]\b", near, re.IGNORECASE) and _QUOTING.search(near):
        return True
    if cited.basis.startswith("TDDDG") and not cited.basis.endswith("(2)") and _NEEDLESS.search(near):
        return True
    if section.kind != GENERAL or not cited.basis.startswith(_RARE):
        return False
    return not _CLAIMING.search(near)


_RARE = ("GDPR 9", "GDPR 49", "GDPR 6(1)(d)", "GDPR 6(1)(e)")
_NEEDLESS = re.compile(r"(?:kein|nicht|\bno\b|\bnot\b)[^;]{0,160}(?:bedürf|bedarf|requir|need)", re.IGNORECASE)


def storage_said(sections: list[Section]) -> list[Kept]:
    """Every statement on storage, with the kind it is said of."""
    found: list[Kept] = []
    scope = scope_of(sections)
    for section in sections:
        if section.kind in ("imprint",):
            continue
        column: int | None = None
        for block in section.blocks:
            if block.role is not Role.ROW:
                column, found = None, found + _kept_in(block, section, scope)
            elif (named := _storage_column(block.text)) is not None:
                column = named
            elif column is not None and section.kind not in _COOKIE_KINDS:
                found += _kept_in_row(block, column, section, scope)
    return found


_COOKIE_KINDS = frozenset(("cookies", "consent", "analytics", "advertising", "embeds"))
"""Where tables list cookies, which are read apart."""
_STORAGE_COLUMN = re.compile(
    r"speicher|aufbewahr|lösch|\bfrist|retention|stor(?:age|ed)|retain|kept|how long|wie lange|deletion", re.IGNORECASE
)
_COOKIE_COLUMN = re.compile(r"cookie|\bname\b|anbieter|provider|domain", re.IGNORECASE)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _storage_column(row: str) -> int | None:
    """Which column of a table tells storage, when the row is its head; ``None`` for other rows and for cookies."""
    cells = _cells(row)
    if len(cells) < 2 or any(len(cell) > 50 for cell in cells) or any(periods_in(cell) for cell in cells):
        return None
    found = [i for i, cell in enumerate(cells) if _STORAGE_COLUMN.search(cell)]
    return -1 if found and _COOKIE_COLUMN.search(cells[0]) else next(iter(found), None)


def _kept_in_row(block: Block, column: int, section: Section, scope: Scope) -> list[Kept]:
    cells = _cells(block.text)
    if not 0 <= column < len(cells):
        return []
    kinds = scope.kinds(section, block, 0)
    start = max(0, block.text.find(cells[column]))
    return list(_periods_kept(storage_periods(cells[column], keeping=True), cells[column], start, block, kinds))


def _kept_in(block: Block, section: Section, scope: Scope) -> list[Kept]:
    found: list[Kept] = []
    if len(block.text) > 60_000:
        return found
    keeping = section.facet == "retention" and (block.role is Role.ITEM or len(block.text) < 90)
    for start, sentence in sentences(block.text):
        if not keeping and not speaks_of_keeping(sentence):
            continue
        periods = storage_periods(sentence, keeping=keeping)
        event = None if periods or section.kind == "rights" else ends_at_event(sentence)
        unlimited = not periods and is_unlimited(sentence)
        if not (periods or event or unlimited):
            continue
        kinds = _keepers(scope.kinds(section, block, start))
        found += _periods_kept(periods, sentence, start, block, kinds)
        place = block.place(start, start + len(sentence))
        if unlimited:
            found.append(Kept(kinds[0], "unlimited", trigger_of(sentence), place, None, "", 0.85, kinds))
        elif event:
            found.append(Kept(kinds[0], None, event, place, None, "", 0.6, kinds))
    return found


def _keepers(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Where a section joins several activities, a period is not that of what it only embeds or asks consent for."""
    if kinds == ("rights",):
        return (GENERAL,)
    return tuple(k for k in kinds if k not in ("consent", "embeds", "cookies", "security")) or kinds


def _periods_kept(
    periods: list[Period], sentence: str, start: int, block: Block, kinds: tuple[str, ...]
) -> Iterator[Kept]:
    for period in periods:
        place = block.place(start + period.start, start + period.end)
        trigger = trigger_of(sentence, period)
        tied = (GENERAL,) if _excepted(sentence, period) else kinds
        yield Kept(tied[0], period.iso, trigger, place, period.low, period.written, 0.85, tied)
        if period.low:
            yield Kept(tied[0], period.low, trigger, place, None, period.written, 0.6, tied)


_UNLESS = re.compile(
    r"\b(?:sofern|soweit|solange|es sei denn|unless|except|provided)\b[^.;]{0,60}"
    r"\b(?:kein|gesetzlich|statutory|legal|retention|longer)",
    re.IGNORECASE,
)


def _excepted(sentence: str, period: Period) -> bool:
    """A period of the law that is named as what may keep data longer is not the period of the activity."""
    return bool(_UNLESS.search(sentence[max(0, period.start - 220) : period.start]))

"""What was understood, as marks on the words: one per value, each with its kind and a label that people read.

Marks come from the report alone, so that the page shows what the JSON says and nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from zweck.read import say
from zweck.read.report import DocumentRead, FindingRead, Span
from zweck.read.source import Text

KINDS = ("controller", "officer", "service", "basis", "period", "cookie", "right", "transfer")


_LONGEST = 180
"""So many letters are words that one can point to; more is a paragraph, and the finding stands at its end."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Letters ``start`` to ``end`` of a line, counted from 0; ``label`` says what they were read as."""

    kind: str
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Flaw:
    """The words of a finding in a line; the whole line where it has none of its own."""

    number: int
    start: int
    end: int


def marks_of(read: DocumentRead, text: Text, language: str) -> dict[int, list[Mark]]:
    """The marks of each line, in order and without overlap: where two meet, the shorter one stands."""
    found: dict[int, list[Mark]] = defaultdict(list)
    for kind, span, value in _values(read, language):
        length = len(text.lines[span.line - 1]) if 0 < span.line <= len(text.lines) else 0
        start, end = span.column - 1, min(span.end_column - 1, length)
        if start < end:
            label = f"{say.word(f'tag-{kind}', language)} {value}".strip()
            found[span.line].append(Mark(kind, start, end, label))
    return {line: list(_apart(marks)) for line, marks in found.items()}


def _values(read: DocumentRead, language: str) -> Iterator[tuple[str, Span, str]]:
    yield from (("controller", at, "") for at in read.controller.at.values())
    yield from (("officer", at, "") for at in read.officer.at)
    for service in read.service_details:
        yield from (("service", at, "") for at in service.at)
    for basis in read.legal_basis_details:
        yield "basis", basis.at, basis.basis.partition(" ")[2]
    for kept in read.retention:
        yield "period", kept.at, say.period(kept.duration, language) if kept.duration else ""
    for cookie in read.cookies:
        yield "cookie", cookie.at, ""
    for right in read.right_details:
        yield "right", right.at, right.value
    for transfer in read.transfers:
        yield from (("transfer", at, transfer.country) for at in transfer.at)


def _apart(marks: Iterable[Mark]) -> Iterator[Mark]:
    kept: list[Mark] = []
    for mark in sorted(_joined(marks), key=lambda m: (m.end - m.start, m.start, KINDS.index(m.kind))):
        pieces = list(_free(mark, kept))
        kept += [replace(mark, start=a, end=b, label="") for a, b in pieces[:-1]]
        kept += [replace(mark, start=a, end=b) for a, b in pieces[-1:]]
    yield from sorted(kept, key=lambda m: m.start)


def _joined(marks: Iterable[Mark]) -> Iterator[Mark]:
    """One mark for all values of a kind that stand in the same words, with the values one after the other."""
    groups: dict[tuple[str, int, int], list[str]] = defaultdict(list)
    for mark in marks:
        groups[mark.kind, mark.start, mark.end].append(mark.label)
    for (kind, start, end), labels in groups.items():
        first, *others = dict.fromkeys(labels)
        values = [label.partition(" ")[2] for label in others]
        yield Mark(kind, start, end, ", ".join([first, *filter(None, values)]))


def _free(mark: Mark, kept: list[Mark]) -> Iterator[tuple[int, int]]:
    """What earlier marks leave of a longer one."""
    at = mark.start
    for other in sorted((m for m in kept if m.start < mark.end and m.end > mark.start), key=lambda m: m.start):
        if other.start - at > 2:
            yield at, other.start
        at = max(at, other.end)
    if mark.end - at > 2 or at == mark.start:
        yield at, mark.end


def flaws_of(read: DocumentRead, text: Text) -> tuple[dict[int, list[Flaw]], list[int]]:
    """The findings by line with the words they are about, and the numbers of those on the text as a whole.

    Findings are numbered from 1 in the order of the report.
    """
    found: dict[int, list[Flaw]] = defaultdict(list)
    whole: list[int] = []
    first = next((n for n, line in enumerate(text.lines, 1) if line.strip()), 1)
    for number, finding in enumerate(read.findings, 1):
        line = text.lines[finding.line - 1] if 0 < finding.line <= len(text.lines) else ""
        start, end = _words(finding, line)
        if start == end == 0 and (not line.strip() or finding.line <= first):
            whole.append(number)
        else:
            found[finding.line].append(Flaw(number, start, end))
    return found, whole


def _words(finding: FindingRead, line: str) -> tuple[int, int]:
    start, end = finding.column - 1, min(finding.end_column - 1, len(line))
    if start < end:
        return (start, end) if end - start <= _LONGEST else (start, start)
    at = line.find(finding.words) if finding.words else -1
    return (at, at + len(finding.words)) if at >= 0 else (0, 0)

"""The lines of a notice that the reader could not place: never dropped in silence.

A line is placed when its section is about an activity, a service, a right or the notice itself, or when a value or a
finding was read from the statement that it belongs to. Everything else with words in it is listed, so that a person
can look at it (Art. 5(2) GDPR).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from zweck.read.document import Document
from zweck.read.outline import Section
from zweck.read.report import DocumentRead
from zweck.read.topic import GENERAL, kind_of_heading

_OWN_TITLE = re.compile(
    r"datenschutz|privacy|data protection|verantwortlich|controller|responsible|begriff|definition|glossar",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w{2}")
_NEAR = 12
"""Lines that the parts of one address can lie apart."""


def unplaced_lines(document: Document, read: DocumentRead) -> list[int]:
    """The numbers of the lines with words that neither section, value nor finding accounts for, in order."""
    placed = set(_of_values(read))
    for block in document.blocks:
        own = range(block.line, block.last_line + 1)
        if any(line in placed for line in own):
            placed.update(own)
    for section in document.sections:
        placed.update(_of_section(section, placed))
    return [n for n, line in enumerate(document.text.lines, 1) if n not in placed and _WORD.search(line)]


def _of_section(section: Section, placed: set[int]) -> Iterator[int]:
    heading = section.heading
    known = section.kind != GENERAL or section.facet or section.services or section.overview
    if known or (heading and (_OWN_TITLE.search(section.title) or kind_of_heading(section.title))):
        yield from range(section.first_line, section.last_line + 1)
    elif heading and any(block.line in placed for block in section.blocks):
        yield heading.line


def _of_values(read: DocumentRead) -> Iterator[int]:
    yield from _of_controller(read)
    yield from (span.line for span in read.officer.at)
    if read.authority:
        yield read.authority.at.line
    yield from (kept.at.line for kept in read.retention)
    yield from (cookie.at.line for cookie in read.cookies)
    yield from (basis.at.line for basis in read.legal_basis_details)
    yield from (right.at.line for right in read.right_details)
    yield from (span.line for service in read.service_details for span in service.at)
    yield from (span.line for transfer in read.transfers for span in transfer.at)
    for first, last in (lines for activity in read.activities for lines in activity.lines):
        yield from range(first, last + 1)
    yield from (outdated.line for outdated in read.outdated)
    yield from (finding.line for finding in read.findings if finding.end_column > finding.column)


def _of_controller(read: DocumentRead) -> Iterator[int]:
    lines = sorted(span.line for span in read.controller.at.values())
    yield from lines
    for first, last in pairwise(lines):
        if last - first <= _NEAR:
            yield from range(first, last)

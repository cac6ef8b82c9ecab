"""The one document that notice, imprint, cookie table and record are built as, before anything is rendered.

Immutable. A promise's sentence stands under its own anchor (Art. 12(1) GDPR: easily accessible), every anchor is
unique and every inner link resolves; a document that breaks this cannot be built. Links to our other documents are
written ``page:<kind>.<language>``, so that the same document serves files on disk and the live site.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from zweck.errors import ZweckError
from zweck.write.citation import typeset

Kind = Literal[
    "notice",
    "activities",
    "services",
    "imprint",
    "cookies",
    "record",
    "deletion",
    "processors",
    "changes",
    "versions",
    "index",
]
KINDS: tuple[Kind, ...] = ("notice", "imprint", "cookies", "record")
INTERNAL: tuple[Kind, ...] = ("deletion", "processors")
"""What the controller keeps for itself and the authority beside the record (Art. 5(2), 28, 30)."""


class DocumentError(ZweckError):
    """A document with an anchor used twice or a link that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of running text; ``href`` makes it a link, ``language`` marks words of another language."""

    text: str
    href: str = ""
    strong: bool = False
    language: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, list item or table cell; with ``promise`` it is that promise's one sentence."""

    runs: Runs
    anchor: str = ""
    promise: str = ""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list whose order carries no meaning."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Short lines that belong together: a postal address, contact details."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A question and its answer."""

    term: str
    blocks: tuple[Paragraph | Bullets | Lines, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """Questions and answers in reading order."""

    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; the first cell of each row names the row.

    With ``name`` the stylesheet knows the columns, so that a long table need not repeat them in every cell.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Paragraph | Bullets, ...], ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """A passage set apart from all other information (Art. 21(4) GDPR)."""

    title: str
    blocks: tuple[Paragraph | Bullets, ...]
    anchor: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", typeset(self.title))


Block = Paragraph | Bullets | Lines | Definitions | Table | Callout


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a document, with its anchor and its own parts."""

    anchor: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", typeset(self.title))


@dataclass(frozen=True, slots=True)
class Reference:
    """Which language version counts, and the version of it that this one translates."""

    language: str
    version: str


@dataclass(frozen=True)
class Document:
    """A whole document in one language; raises ``DocumentError`` when an anchor or inner link is wrong.

    ``whole`` is the version of the document that this is only a layer of; it bears that version then.
    """

    kind: Kind
    language: str
    title: str
    site: str
    controller: str
    dated_on: datetime.date
    languages: tuple[str, ...]
    lead: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    reference: Reference | None = None
    whole: str = ""

    def __post_init__(self) -> None:
        _hold_anchors(self)

    @cached_property
    def version(self) -> str:
        """Twelve hex digits that change when the words do, and not with the day they are shown on."""
        from zweck.write.model import content, content_hash

        return self.whole or content_hash(content(self))[:12]

    def promises(self) -> Iterator[Paragraph]:
        """Every promise's sentence, in reading order."""
        return (p for p in paragraphs(self) if p.promise)


def _hold_anchors(document: Document) -> None:
    seen: set[str] = set()
    for anchor in anchors(document):
        if anchor in seen:
            raise DocumentError(f"{document.kind}.{document.language}: the anchor {anchor!r} stands twice")
        seen.add(anchor)
    for run in (run for paragraph in paragraphs(document) for run in paragraph.runs):
        if run.href.startswith("#") and run.href[1:] not in seen:
            raise DocumentError(f"{document.kind}.{document.language}: the link {run.href!r} leads nowhere")


def sections(document: Document) -> Iterator[Section]:
    """All sections, parents before their parts."""

    def visit(section: Section) -> Iterator[Section]:
        yield section
        for part in section.sections:
            yield from visit(part)

    for section in document.sections:
        yield from visit(section)


def blocks(document: Document) -> Iterator[Block]:
    """All blocks of the top level of every section, in reading order."""
    yield from document.lead
    for section in sections(document):
        yield from section.blocks


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Every paragraph, item and cell, in reading order."""
    for block in blocks(document):
        yield from _paragraphs(block)


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    if isinstance(block, Paragraph):
        yield block
    elif isinstance(block, Bullets | Lines):
        yield from block.items
    elif isinstance(block, Definitions):
        for definition in block.items:
            for inner in definition.blocks:
                yield from _paragraphs(inner)
    elif isinstance(block, Callout):
        for part in block.blocks:
            yield from _paragraphs(part)
    else:
        for cell in (cell for row in block.rows for cell in row):
            yield from _paragraphs(cell)


def anchors(document: Document) -> Iterator[str]:
    """Every anchor that a link can lead to, in no particular order."""
    yield from (section.anchor for section in sections(document))
    yield from (b.anchor for b in blocks(document) if isinstance(b, Callout) and b.anchor)
    yield from (p.anchor for p in paragraphs(document) if p.anchor)


def say(*parts: str | Run, anchor: str = "", promise: str = "") -> Paragraph:
    """A paragraph of texts and links; empty parts are left out."""
    return Paragraph(tuple(_typeset(part) for part in parts if _is_said(part)), anchor, promise)


def _is_said(part: str | Run) -> bool:
    return bool(part if isinstance(part, str) else part.text)


def _typeset(part: str | Run) -> Run:
    if isinstance(part, str):
        return Run(typeset(part))
    text = typeset(part.text)
    return part if text == part.text else replace(part, text=text)


def link(text: str, href: str) -> Run:
    """A link to an inner anchor (``#…``), another document (``page:…``) or an address of the web."""
    return Run(text, href)


def bullets(items: list[str]) -> Bullets:
    """A list of plain texts."""
    return Bullets(tuple(say(item) for item in items))

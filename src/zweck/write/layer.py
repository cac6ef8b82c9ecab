"""A long notice in layers: first the overview and the rights, on pages of their own the activities and the services.

People read what is short (Art. 12(1) GDPR); the guidelines on transparency (WP 260) recommend layers for it. Every
layer bears the version of the whole, every link leads to the page where its goal stands, and the anchors of what
moved stay on the first page, beside the link that leads on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from zweck import texts
from zweck.write.document import (
    Block,
    Bullets,
    Callout,
    Definition,
    Definitions,
    Document,
    Kind,
    Lines,
    Paragraph,
    Run,
    Section,
    Table,
    anchors,
    link,
    say,
)

LIMIT = 60_000
"""Bytes of a page; a longer notice is shown in layers."""

DEPTHS: tuple[tuple[Kind, ...], ...] = ((), ("services",), ("services", "activities"))
"""What leaves the first page, from short to long notices; the names are those of the sections."""

Led = Callable[[Paragraph], Paragraph]


def layers(document: Document, moved: tuple[Kind, ...]) -> tuple[Document, ...]:
    """The first page and a page for each section in ``moved`` that the notice has; the whole where nothing moves."""
    found = {kind: s for s in document.sections for kind in moved if s.anchor == kind and s.sections}
    if document.kind != "notice" or not found:
        return (document,)
    kept = tuple(_short(s, document) if s.anchor in found else s for s in document.sections)
    contents: dict[Kind, tuple[Section, ...]] = {"notice": kept}
    contents |= {name: s.sections for name, s in found.items()}
    homes = {a: kind for kind, parts in contents.items() for a in _anchors(document, parts)}
    intros = {name: s.blocks for name, s in found.items()}
    pages = (_page(document, kind, parts, intros.get(kind, ()), homes) for kind, parts in contents.items())
    first, *others = pages
    gone = {a for a, kind in homes.items() if kind != "notice"}
    return (_marked(first, gone), *others)


def _anchors(document: Document, parts: tuple[Section, ...]) -> Iterator[str]:
    return anchors(_bare(document, parts))


def _bare(document: Document, parts: tuple[Section, ...]) -> Document:
    """A document of these parts whose links are not looked at yet."""
    return replace(document, lead=(), sections=tuple(_changed(part, _plain) for part in parts))


def _plain(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, runs=(Run(paragraph.text),))


def _page(
    document: Document, kind: Kind, parts: tuple[Section, ...], intro: tuple[Block, ...], homes: dict[str, Kind]
) -> Document:
    language = document.language

    def led(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, runs=tuple(_led(run) for run in paragraph.runs))

    def _led(run: Run) -> Run:
        home = homes.get(run.href[1:]) if run.href.startswith("#") else None
        return replace(run, href=f"page:{home}.{language}{run.href}") if home and home != kind else run

    sections = tuple(_changed(part, led) for part in parts)
    if kind == "notice":
        return replace(document, sections=sections, whole=document.version)
    told = tuple(_changed_block(block, _turned(kind)) for block in document.lead[:1]) if document.reference else ()
    back = say(link(_say("layer-back", language), f"page:notice.{language}"))
    lead = (*told, back, *(_changed_block(block, led) for block in intro))
    title = _say(kind, language)
    return replace(document, kind=kind, title=title, lead=lead, sections=sections, whole=document.version)


def _turned(kind: Kind) -> Led:
    """The line that names the reference, leading to the same layer of it."""

    def turned(paragraph: Paragraph) -> Paragraph:
        runs = (replace(run, href=run.href.replace("page:notice.", f"page:{kind}.")) for run in paragraph.runs)
        return replace(paragraph, runs=tuple(runs))

    return turned


def _say(name: str, language: str) -> str:
    return texts.message(f"write_page.{name}", language)


def _short(section: Section, document: Document) -> Section:
    """What stands on the first page in place of a section that moved; services are listed, activities are above."""
    more = say(link(_say(f"{section.anchor}-more", document.language), f"page:{section.anchor}.{document.language}"))
    listed = tuple(say(link(part.title, f"#{part.anchor}")) for part in section.sections)
    lists = (Bullets(listed),) if section.anchor == "services" else ()
    return Section(section.anchor, section.title, (*section.blocks, more, *lists))


def _marked(first: Document, gone: set[str]) -> Document:
    """The first page with each anchor that moved on the first item that leads there: old links still arrive."""
    left = {a for a in gone if a.startswith(("a-", "s-"))}

    def marked(paragraph: Paragraph) -> Paragraph:
        goal = next((run.href.partition("#")[2] for run in paragraph.runs if run.href.startswith("page:")), "")
        if goal not in left or paragraph.anchor:
            return paragraph
        left.remove(goal)
        return replace(paragraph, anchor=goal)

    return replace(first, sections=tuple(_changed(part, marked) for part in first.sections))


def _changed(section: Section, change: Led) -> Section:
    """The section with every paragraph changed, also those of its parts."""
    parts = tuple(_changed(part, change) for part in section.sections)
    return replace(section, blocks=tuple(_changed_block(block, change) for block in section.blocks), sections=parts)


def _changed_block(block: Block, change: Led) -> Block:
    if isinstance(block, Definitions):
        return Definitions(tuple(Definition(d.term, tuple(_inner(b, change) for b in d.blocks)) for d in block.items))
    if isinstance(block, Callout):
        return replace(block, blocks=tuple(_cell(part, change) for part in block.blocks))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(_cell(cell, change) for cell in row) for row in block.rows))
    return _inner(block, change)


def _inner(block: Paragraph | Bullets | Lines, change: Led) -> Paragraph | Bullets | Lines:
    return Lines(tuple(change(item) for item in block.items)) if isinstance(block, Lines) else _cell(block, change)


def _cell(block: Paragraph | Bullets, change: Led) -> Paragraph | Bullets:
    return change(block) if isinstance(block, Paragraph) else Bullets(tuple(change(item) for item in block.items))

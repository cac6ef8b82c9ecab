"""A document as HTML: semantic, without script, without inline style, ready for a strict CSP, each page small.

One ``h1``, landmarks, a skip link, tables with caption and scope, ``lang`` wherever the language changes (WCAG 2.2
AA). End tags that HTML lets go are left out. Every text is escaped here and only here; ``Frame.before`` and
``after`` are the server's own, trusted HTML.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from zweck import texts
from zweck.write.document import (
    Block,
    Bullets,
    Callout,
    Definitions,
    Document,
    Kind,
    Lines,
    Paragraph,
    Run,
    Section,
    Table,
)
from zweck.write.frame import FILES, Frame
from zweck.write.layer import DEPTHS, LIMIT, layers


def to_html(document: Document, frame: Frame = FILES) -> str:
    """The whole page; same document and frame, same text."""
    language = document.language
    return "".join(
        (
            f'<!doctype html>\n<html lang="{language}">\n{_head(document, frame)}<body class="{document.kind}">\n',
            f'<a class="skip" href="#content">{_message("skip", language)}</a>\n',
            frame.before or _top(document, frame),
            '<div class="page">\n',
            to_contents(document),
            f'<main id="content" tabindex="-1">\n{to_fragment(document, frame)}</main>\n</div>\n',
            frame.after or _foot(document),
            "</body>\n</html>\n",
        )
    )


def to_pages(document: Document, depth: int = 0, frame: Frame = FILES) -> dict[Kind, str]:
    """The whole pages of a document by kind, in as many layers as ``depth`` says."""
    return {part.kind: to_html(part, frame) for part in layers(document, DEPTHS[depth])}


def layered(documents: Iterable[Document], frame: Frame = FILES) -> tuple[int, list[dict[Kind, str]]]:
    """The pages of notices in all languages, as deep as the longest of them needs to stay below ``layer.LIMIT``."""
    found = list(documents)
    pages: list[dict[Kind, str]] = []
    for depth in range(len(DEPTHS)):
        pages = []
        for document in found:
            pages.append(to_pages(document, depth, frame))
            is_long = any(len(page.encode()) >= LIMIT for page in pages[-1].values())
            if is_long and depth + 1 < len(DEPTHS):
                break
        else:
            return depth, pages
    return len(DEPTHS) - 1, pages


def depth_of(documents: Iterable[Document], frame: Frame = FILES) -> int:
    """How deep a notice is layered; one depth for all its languages."""
    return layered((d for d in documents if d.kind == "notice"), frame)[0]


def to_fragment(document: Document, frame: Frame = FILES) -> str:
    """The document alone, from its ``h1`` on, for a page that brings its own frame."""
    parts = [f"<h1>{escape(document.title)}</h1>\n"]
    if document.lead:
        parts.append(f'<div class="lead">\n{_blocks(document.lead, frame, 2)}</div>\n')
    parts += [_section(section, frame, 2) for section in document.sections]
    if document.kind not in ("index", "versions", "changes"):
        parts.append(f'<p class="state">{escape(state_line(document))}{_all_versions(document, frame)}</p>\n')
    return "".join(parts)


def _all_versions(document: Document, frame: Frame) -> str:
    if frame.versions is None or document.kind in INTERNAL_KINDS:
        return ""
    address = escape(frame.versions(document.language))
    return f' <a href="{address}">{_message("versions-link", document.language)}</a>'


INTERNAL_KINDS = ("record", "deletion", "processors")
"""Documents that are not published; no list of their versions is kept."""


def state_line(document: Document) -> str:
    """Day and version of the document, in its language."""
    return texts.message(
        "write_page.state",
        document.language,
        day=texts.day(document.dated_on, document.language),
        version=document.version,
    )


def _message(name: str, language: str) -> str:
    return escape(texts.message(f"write_page.{name}", language))


def _head(document: Document, frame: Frame) -> str:
    others = "".join(
        f'<link rel="alternate" hreflang="{other}" href="{escape(frame.address(document.kind, other))}">\n'
        for other in document.languages
        if other != document.language and document.kind not in ("index", "changes")
    )
    robots = f'<meta name="robots" content="{escape(frame.robots)}">\n' if frame.robots else ""
    return (
        '<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="same-origin">\n'
        f"<title>{escape(document.title)} – {escape(document.site)}</title>\n"
        f'<link rel="stylesheet" href="{escape(frame.stylesheet)}">\n{robots}{others}</head>\n'
    )


def _top(document: Document, frame: Frame) -> str:
    site = escape(document.site)
    name = f'<a href="{escape(frame.home)}">{site}</a>' if frame.home else site
    if document.kind == "index":
        return f'<header class="top"><p class="site">{name}</p></header>\n'
    pages = "".join(_page_link(document, frame, kind) for kind in frame.kinds)
    languages = "".join(_language_link(document, frame, other) for other in document.languages)
    if document.kind == "changes":  # each language has changes of its own, or none
        languages = _language_link(document, frame, document.language)
    return (
        f'<header class="top"><p class="site">{name}</p>\n'
        f'<nav aria-label="{_message("documents", document.language)}"><ul>{pages}</ul></nav>\n'
        f'<nav class="languages" aria-label="{_message("languages", document.language)}"><ul>{languages}</ul></nav>'
        "</header>\n"
    )


def _page_link(document: Document, frame: Frame, kind: str) -> str:
    here = ' aria-current="page"' if kind == document.kind else ""
    address = escape(frame.address(kind, document.language))
    return f'<li><a href="{address}"{here}>{_message(f"{kind}-short", document.language)}</a>'


def _language_link(document: Document, frame: Frame, language: str) -> str:
    here = ' aria-current="true"' if language == document.language else ""
    address = escape(frame.address(document.kind, language))
    name = _message("own-name", language)
    return f'<li><a href="{address}" lang="{language}" hreflang="{language}"{here}>{name}</a>'


def to_contents(document: Document) -> str:
    """The table of contents as a ``nav``; nothing for a short document."""
    if not any(section.sections for section in document.sections):
        return ""
    label = _message("contents", document.language)
    items = "".join(_entry(section) for section in document.sections)
    nav = '<nav class="contents" aria-labelledby="contents">'
    return f'{nav}\n<p id="contents">{label}</p>\n<ol>{items}</ol>\n</nav>\n'


def _entry(section: Section) -> str:
    listed = section.sections if len(section.sections) <= _MOST_PARTS else ()
    parts = "".join(f'<li><a href="#{escape(part.anchor)}">{escape(part.title)}</a>' for part in listed)
    inner = f"<ol>{parts}</ol>" if parts else ""
    return f'<li><a href="#{escape(section.anchor)}">{escape(section.title)}</a>{inner}\n'


_MOST_PARTS = 15
"""Beyond this a list of contents is no overview any more; the notice's glance lists every activity anyway."""


def _foot(document: Document) -> str:
    return f'<footer class="foot"><p>{escape(document.controller)}</p></footer>\n'


def _section(section: Section, frame: Frame, level: int) -> str:
    inner = "".join(_section(part, frame, level + 1) for part in section.sections)
    return (
        f'<section id="{escape(section.anchor)}">\n<h{level}>{escape(section.title)}</h{level}>\n'
        f"{_blocks(section.blocks, frame, level + 1)}{inner}</section>\n"
    )


def _blocks(blocks: Iterable[Block], frame: Frame, level: int) -> str:
    return "".join(_block(block, frame, level) for block in blocks)


def _block(block: Block, frame: Frame, level: int) -> str:
    if isinstance(block, Paragraph):
        return f"<p{_anchored(block)}>{_runs(block.runs, frame)}</p>\n"
    if isinstance(block, Bullets):
        return f"<ul>{_items(block.items, frame)}</ul>\n"
    if isinstance(block, Lines):
        lines = (f"<span{_anchored(item)}>{_runs(item.runs, frame)}</span>" for item in block.items)
        return f'<p class="lines">{"<br>".join(lines)}</p>\n'
    if isinstance(block, Definitions):
        return f"<dl>\n{''.join(_definition(d.term, d.blocks, frame, level) for d in block.items)}</dl>\n"
    if isinstance(block, Callout):
        anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
        inner = _blocks(block.blocks, frame, level + 1)
        return f'<div class="callout"{anchor}>\n<h{level}>{escape(block.title)}</h{level}>\n{inner}</div>\n'
    return _table(block, frame)


def _definition(term: str, blocks: Iterable[Block], frame: Frame, level: int) -> str:
    found = tuple(blocks)
    only = found[0] if len(found) == 1 else None
    if isinstance(only, Paragraph):
        return f"<dt>{escape(term)}<dd{_anchored(only)}>{_runs(only.runs, frame)}"
    return f"<dt>{escape(term)}<dd>{_blocks(found, frame, level)}"


def _table(table: Table, frame: Frame) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}' for cell in table.head)
    rows = "".join(_row(table, row, frame) for row in table.rows)
    name = table.name or ("pair" if len(table.head) == 2 else "")
    shape = f' class="{name}"' if name else ""
    return f"<table{shape}>\n<caption>{escape(table.caption)}</caption>\n<thead><tr>{head}\n<tbody>\n{rows}\n</table>\n"


def _row(table: Table, row: tuple[Paragraph | Bullets, ...], frame: Frame) -> str:
    first, *rest = row
    cells = [f'<th{_anchored(first)} scope="row">{_cell(first, frame)}']
    is_known = bool(table.name) or len(table.head) == 2
    for label, cell in zip(table.head[1:], rest, strict=True):
        told = "" if is_known else f' data-label="{escape(label)}"'
        cells.append(f"<td{_anchored(cell)}{told}>{_cell(cell, frame)}")
    return f"<tr>{''.join(cells)}"


def _cell(cell: Paragraph | Bullets, frame: Frame) -> str:
    if isinstance(cell, Bullets):
        return f"<ul>{_items(cell.items, frame)}</ul>"
    return _runs(cell.runs, frame)


def _items(items: Iterable[Paragraph], frame: Frame) -> str:
    return "".join(f"<li{_anchored(item)}>{_runs(item.runs, frame)}" for item in items)


def _anchored(block: Paragraph | Bullets) -> str:
    anchor = block.anchor if isinstance(block, Paragraph) else ""
    return f' id="{escape(anchor)}"' if anchor else ""


def _runs(runs: Iterable[Run], frame: Frame) -> str:
    return "".join(_run(run, frame) for run in runs)


def _run(run: Run, frame: Frame) -> str:
    text = escape(run.text, quote=False)
    language = f' lang="{run.language}"' if run.language else ""
    if run.href:
        text = f'<a href="{escape(frame.resolve(run.href))}"{language}>{text}</a>'
    elif language:
        text = f"<span{language}>{text}</span>"
    return f"<strong>{text}</strong>" if run.strong else text

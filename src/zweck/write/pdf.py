"""A document as PDF/UA-1 (ISO 14289-1): tagged, titled, in its language, with bookmarks; for printing and filing.

Typst sets it (extra ``pdf``). Every text goes through a string literal, so that no word of a declaration is ever
read as markup. Fonts are those of the library alone: same document, same bytes on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable

from zweck import texts
from zweck.errors import ZweckError
from zweck.write.document import (
    Block,
    Bullets,
    Callout,
    Definitions,
    Document,
    Lines,
    Paragraph,
    Run,
    Section,
    Table,
    sections,
)
from zweck.write.html import state_line

_LOOK = """
#set page(paper: "a4", margin: (x: 24mm, y: 22mm), numbering: "1 / 1")
#set text(font: "Libertinus Serif", size: 10.5pt, hyphenate: true, fallback: true)
#set par(leading: 0.62em, spacing: 0.9em)
#set list(indent: 0.6em, spacing: 0.55em)
#set terms(separator: linebreak(), hanging-indent: 1.2em, spacing: 0.8em)
#set table(stroke: 0.4pt + luma(120), inset: 5pt, align: left)
#show table: set text(size: 8.5pt)
#show table: set par(justify: false)
#show link: underline
#show heading: set block(above: 1.4em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(size: 19pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 11.5pt)
"""


def to_pdf(document: Document) -> bytes:
    """The document; raises ``ZweckError`` where the extra is missing."""
    try:
        import typst
    except ImportError:
        raise ZweckError("PDF needs the extra `pdf`: install zweck[pdf]") from None
    source = to_typst(document).encode()
    made: bytes = typst.compile(
        source, format="pdf", pdf_standards=["ua-1"], ignore_system_fonts=True, timestamp=_day(document)
    )
    return made


def _day(document: Document) -> int:
    """Noon of the document's own day, so that the file does not change with the hour it is written."""
    return (document.dated_on.toordinal() - 719_163) * 86_400 + 43_200


def to_typst(document: Document) -> str:
    """The source that Typst reads."""
    known = {section.anchor for section in sections(document)}
    day = document.dated_on
    title = _string(f"{document.title} – {document.site}")
    head = (
        f"#set document(title: {title}, author: {_string(document.controller)}, "
        f"date: datetime(year: {day.year}, month: {day.month}, day: {day.day}))\n"
        f"#set text(lang: {_string(document.language)})\n"
    )
    parts = [head, _LOOK, f"#heading(level: 1, outlined: true, {_string(document.title)})\n"]
    parts += [_block(block, known) for block in document.lead]
    parts += [_section(section, known, 2) for section in document.sections]
    parts.append(f"#v(1em)\n#par[#{_string(f'{document.controller} · {state_line(document)}')}]\n")
    return "\n".join(parts)


def _string(text: str) -> str:
    """A string literal of Typst; control characters become spaces."""
    clean = "".join(letter if letter >= " " else " " for letter in text)
    return '"' + clean.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _section(section: Section, known: set[str], level: int) -> str:
    parts = [f"#heading(level: {level}, {_string(section.title)}) #label({_string(section.anchor)})\n"]
    parts += [_block(block, known) for block in section.blocks]
    parts += [_section(part, known, level + 1) for part in section.sections]
    return "\n".join(parts)


def _block(block: Block, known: set[str]) -> str:
    if isinstance(block, Paragraph):
        return f"#par[{_runs(block.runs, known)}]\n"
    if isinstance(block, Bullets):
        return f"#list({', '.join(f'[{_runs(item.runs, known)}]' for item in block.items)})\n"
    if isinstance(block, Lines):
        return f"#par[{' #linebreak() '.join(_runs(item.runs, known) for item in block.items)}]\n"
    if isinstance(block, Definitions):
        items = (f"terms.item([#{_string(d.term)}], [{_joined(d.blocks, known)}])" for d in block.items)
        return f"#terms({', '.join(items)})\n"
    if isinstance(block, Callout):
        inner = f"#strong[#{_string(block.title)}]\n\n{_joined(block.blocks, known)}"
        return f"#block(stroke: 0.8pt, inset: 10pt, width: 100%)[{inner}]\n"
    return _table(block, known)


def _joined(blocks: Iterable[Block], known: set[str]) -> str:
    found = list(blocks)
    if len(found) == 1 and isinstance(found[0], Paragraph):
        return _runs(found[0].runs, known)
    return "\n".join(_block(block, known) for block in found)


def _table(table: Table, known: set[str]) -> str:
    """Narrow first column, the others share the width; the head repeats on every page."""
    columns = "(auto, 1fr)" if len(table.head) == 2 else f"({', '.join(['1fr'] * len(table.head))})"
    head = ", ".join(f"[#strong[#{_string(cell)}]]" for cell in table.head)
    cells = ",\n".join(f"[{_cell(cell, known)}]" for row in table.rows for cell in row)
    return f"#table(columns: {columns}, table.header({head}),\n{cells})\n"


def _cell(cell: Paragraph | Bullets, known: set[str]) -> str:
    return _runs(cell.runs, known) if isinstance(cell, Paragraph) else _block(cell, known)


def _runs(runs: Iterable[Run], known: set[str]) -> str:
    return "".join(_run(run, known) for run in runs)


def _run(run: Run, known: set[str]) -> str:
    text = f"#{_string(run.text)};"
    if run.language and run.language in texts.LANGUAGES:
        text = f"#text(lang: {_string(run.language)})[{text}]"
    if run.strong:
        text = f"#strong[{text}]"
    if run.href.startswith("#"):
        return f"#link(label({_string(run.href[1:])}))[{text}]" if run.href[1:] in known else text
    if run.href.startswith(("http:", "https:", "mailto:", "tel:")):
        return f"#link({_string(run.href)})[{text}]"
    return text

"""A document as Markdown (CommonMark with pipe tables) that reads well as plain text.

Anchors stay as empty ``<a id>`` elements, so that a link to a promise's sentence works there too. Every character
that Markdown would take for markup is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

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
)
from zweck.write.frame import FILES, Frame
from zweck.write.html import state_line

_MARKUP = re.compile(r"([\\`*_\[\]<>|~])")
_LINE_START = re.compile(r"^(\s*)([#+-]|\d+[.)])(?=\s|$)")


def _beside(kind: str, language: str) -> str:
    return f"{kind}.{language}.md"


def to_markdown(document: Document, frame: Frame = FILES) -> str:
    """The whole document; ends with a line break."""
    beside = replace(frame, address=_beside) if frame is FILES else frame
    parts = [f"# {_escape(document.title)}", *_blocks(document.lead, beside)]
    for section in document.sections:
        parts += _section(section, beside, 2)
    state = "" if document.kind in ("changes", "versions") else f" · {state_line(document)}"
    parts.append(_escape(f"{document.controller}{state}"))
    return "\n\n".join(parts) + "\n"


def _section(section: Section, frame: Frame, level: int) -> list[str]:
    parts = [f'<a id="{section.anchor}"></a>\n\n{"#" * level} {_escape(section.title)}']
    parts += _blocks(section.blocks, frame)
    for part in section.sections:
        parts += _section(part, frame, level + 1)
    return parts


def _blocks(blocks: Iterable[Block], frame: Frame) -> list[str]:
    return [_block(block, frame) for block in blocks]


def _block(block: Block, frame: Frame) -> str:
    if isinstance(block, Paragraph):
        return _paragraph(block, frame)
    if isinstance(block, Bullets):
        return "\n".join(f"- {_paragraph(item, frame)}" for item in block.items)
    if isinstance(block, Lines):
        return "\\\n".join(_paragraph(item, frame) for item in block.items)
    if isinstance(block, Definitions):
        return "\n\n".join("\n\n".join((f"**{_escape(d.term)}**", *_blocks(d.blocks, frame))) for d in block.items)
    if isinstance(block, Callout):
        return _callout(block, frame)
    return _table(block, frame)


def _callout(callout: Callout, frame: Frame) -> str:
    anchor = f'<a id="{callout.anchor}"></a>' if callout.anchor else ""
    inner = "\n\n".join((f"{anchor}**{_escape(callout.title)}**", *_blocks(callout.blocks, frame)))
    return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))


def _table(table: Table, frame: Frame) -> str:
    """The caption is left out: here every table stands under a heading that says the same."""
    lines = ["| " + " | ".join(map(_escape, table.head)) + " |"]
    lines.append("|" + " --- |" * len(table.head))
    lines += ["| " + " | ".join(_cell(cell, frame) for cell in row) + " |" for row in table.rows]
    return "\n".join(lines)


def _cell(cell: Paragraph | Bullets, frame: Frame) -> str:
    if isinstance(cell, Bullets):
        return "<br>".join(_paragraph(item, frame) for item in cell.items)
    return _paragraph(cell, frame)


def _paragraph(paragraph: Paragraph, frame: Frame) -> str:
    anchor = f'<a id="{paragraph.anchor}"></a>' if paragraph.anchor else ""
    return anchor + "".join(_run(run, frame) for run in paragraph.runs)


def _run(run: Run, frame: Frame) -> str:
    text = _escape(run.text)
    if run.href:
        address = frame.resolve(run.href).replace(" ", "%20").replace("(", "%28").replace(")", "%29")
        text = f"[{text}]({address})"
    return f"**{text}**" if run.strong else text


def _escape(text: str) -> str:
    text = _MARKUP.sub(r"\\\1", " ".join(text.splitlines()).replace("&", "&amp;"))
    return _LINE_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", text)

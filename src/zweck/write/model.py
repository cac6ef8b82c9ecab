"""A document as plain data and back: what its version is the hash of, and what an archive keeps.

The form is canonical: same document, same bytes, whatever runs it. Reading one back checks that it still has the
version it bears, so that an old notice shown today is word for word the one of its day (Art. 5(2) GDPR).
"""

from __future__ import annotations

import datetime
import hashlib
import json
from typing import Any

from zweck.errors import ZweckError
from zweck.write.document import (
    Block,
    Bullets,
    Callout,
    Definition,
    Definitions,
    Document,
    DocumentError,
    Lines,
    Paragraph,
    Reference,
    Run,
    Section,
    Table,
)

Node = dict[str, Any]


def to_model(document: Document) -> Node:
    """The document as JSON can hold it; ``content`` is what the version is the hash of."""
    return {
        "schema": 1,
        "version": document.version,
        "site": document.site,
        "controller": document.controller,
        "dated_on": document.dated_on.isoformat(),
        "languages": list(document.languages),
        "reference": [document.reference.language, document.reference.version] if document.reference else None,
        "content": content(document),
    }


def content(document: Document) -> Node:
    """Kind, language and words, without the day."""
    return {
        "kind": document.kind,
        "language": document.language,
        "title": document.title,
        "lead": [_block(block) for block in document.lead],
        "sections": [_section(section) for section in document.sections],
    }


def content_hash(found: Node) -> str:
    """SHA-256 of the canonical form: sorted keys, no spaces, UTF-8."""
    canonical = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def from_model(found: Node) -> Document:
    """The document again; raises ``DocumentError`` when the words are not those of the version it bears."""
    try:
        document = _read(found)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise DocumentError(f"this is no archived document ({type(error).__name__})") from None
    except ZweckError as error:
        raise DocumentError(str(error)) from None
    if document.version != found["version"]:
        raise DocumentError(f"version {found['version']} was changed: its words have the hash {document.version}")
    return document


def _read(found: Node) -> Document:
    words, reference = found["content"], found["reference"]
    return Document(
        kind=words["kind"],
        language=words["language"],
        title=words["title"],
        site=found["site"],
        controller=found["controller"],
        dated_on=datetime.date.fromisoformat(found["dated_on"]),
        languages=tuple(found["languages"]),
        lead=tuple(_read_block(block) for block in words["lead"]),
        sections=tuple(_read_section(section) for section in words["sections"]),
        reference=Reference(*reference) if reference else None,
    )


def _section(section: Section) -> Node:
    node: Node = {"anchor": section.anchor, "title": section.title}
    if section.blocks:
        node["blocks"] = [_block(block) for block in section.blocks]
    if section.sections:
        node["sections"] = [_section(part) for part in section.sections]
    return node


def _read_section(node: Node) -> Section:
    return Section(
        node["anchor"],
        node["title"],
        tuple(_read_block(block) for block in node.get("blocks", ())),
        tuple(_read_section(part) for part in node.get("sections", ())),
    )


def _block(block: Block) -> Any:
    """A paragraph is what most blocks are: it stands alone; all others name themselves."""
    if isinstance(block, Paragraph):
        return _paragraph(block)
    if isinstance(block, Bullets):
        return {"list": [_paragraph(item) for item in block.items]}
    if isinstance(block, Lines):
        return {"lines": [_paragraph(item) for item in block.items]}
    if isinstance(block, Definitions):
        return {"questions": [[d.term, [_block(b) for b in d.blocks]] for d in block.items]}
    if isinstance(block, Callout):
        return {"callout": block.title, "anchor": block.anchor, "blocks": [_block(part) for part in block.blocks]}
    rows = [[_block(cell) for cell in row] for row in block.rows]
    named = {"name": block.name} if block.name else {}
    return {"table": block.caption, "head": list(block.head), "rows": rows, **named}


def _read_block(node: Any) -> Any:
    if "list" in node:
        return Bullets(tuple(_read_paragraph(item) for item in node["list"]))
    if "lines" in node:
        return Lines(tuple(_read_paragraph(item) for item in node["lines"]))
    if "questions" in node:
        return Definitions(tuple(Definition(t, tuple(map(_read_block, blocks))) for t, blocks in node["questions"]))
    if "callout" in node:
        return Callout(node["callout"], tuple(map(_read_block, node["blocks"])), node["anchor"])
    if "table" in node:
        rows = tuple(tuple(map(_read_block, row)) for row in node["rows"])
        return Table(node["table"], tuple(node["head"]), rows, node.get("name", ""))
    return _read_paragraph(node)


def _paragraph(paragraph: Paragraph) -> Node:
    node: Node = {"runs": [_run(run) for run in paragraph.runs]}
    if paragraph.anchor:
        node["anchor"] = paragraph.anchor
    if paragraph.promise:
        node["promise"] = paragraph.promise
    return node


def _read_paragraph(node: Node) -> Paragraph:
    return Paragraph(tuple(map(_read_run, node["runs"])), node.get("anchor", ""), node.get("promise", ""))


def _run(run: Run) -> Any:
    if not (run.href or run.strong or run.language):
        return run.text
    named = {"href": run.href, "strong": run.strong, "language": run.language}
    return {"text": run.text, **{name: value for name, value in named.items() if value}}


def _read_run(node: Any) -> Run:
    return Run(node) if isinstance(node, str) else Run(**node)

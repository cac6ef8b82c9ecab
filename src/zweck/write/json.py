"""A document as JSON: the report of ``report.py``, built from the same document as the page."""

from __future__ import annotations

from dataclasses import replace

from zweck.write import report
from zweck.write.document import (
    Block,
    Bullets,
    Callout,
    Definitions,
    Document,
    Lines,
    Paragraph,
    Section,
    Table,
)
from zweck.write.frame import FILES, Frame


def _beside(kind: str, language: str) -> str:
    return f"{kind}.{language}.json"


def to_json(document: Document, frame: Frame = FILES) -> str:
    """The report as indented JSON in UTF-8 characters; ends with a line break."""
    return to_report(document, frame).model_dump_json(by_alias=True, indent=1) + "\n"


def to_report(document: Document, frame: Frame = FILES) -> report.DocumentReport:
    """The report as a model (schema 1); an index has none and raises ``ValidationError``."""
    frame = replace(frame, address=_beside) if frame is FILES else frame
    reference = document.reference
    return report.DocumentReport.model_validate(
        {
            "kind": document.kind,
            "language": document.language,
            "title": document.title,
            "site": document.site,
            "controller": document.controller,
            "dated_on": document.dated_on,
            "version": document.version,
            "languages": document.languages,
            "reference": reference
            and report.ReferencePart(
                language=reference.language,
                version=reference.version,
                href=frame.address(document.kind, reference.language),
            ),
            "lead": tuple(_block(block, frame) for block in document.lead),
            "sections": tuple(_section(section, frame) for section in document.sections),
        }
    )


def _section(section: Section, frame: Frame) -> report.SectionPart:
    return report.SectionPart(
        anchor=section.anchor,
        title=section.title,
        blocks=tuple(_block(block, frame) for block in section.blocks),
        sections=tuple(_section(part, frame) for part in section.sections),
    )


def _block(block: Block, frame: Frame) -> report.Block:
    if isinstance(block, Paragraph | Bullets | Lines):
        return _answer(block, frame)
    if isinstance(block, Definitions):
        items = (
            report.QuestionPart(question=d.term, answer=tuple(_answer(b, frame) for b in d.blocks)) for d in block.items
        )
        return report.QuestionsPart(items=tuple(items))
    if isinstance(block, Callout):
        inner = tuple(_answer(part, frame) for part in block.blocks)
        return report.CalloutPart(title=block.title, anchor=block.anchor or None, blocks=inner)
    return _table(block, frame)


def _table(table: Table, frame: Frame) -> report.TablePart:
    rows = tuple(tuple(_answer(cell, frame) for cell in row) for row in table.rows)
    return report.TablePart(caption=table.caption, head=table.head, rows=rows)


def _answer(block: Paragraph | Bullets | Lines, frame: Frame) -> report.SentencePart | report.ListPart:
    if isinstance(block, Paragraph):
        return _sentence(block, frame)
    kind = "list" if isinstance(block, Bullets) else "lines"
    return report.ListPart(type=kind, items=tuple(_sentence(item, frame) for item in block.items))


def _sentence(paragraph: Paragraph, frame: Frame) -> report.SentencePart:
    return report.SentencePart(
        text=paragraph.text,
        anchor=paragraph.anchor or None,
        promise=paragraph.promise or None,
        links=tuple(report.LinkPart(text=run.text, href=frame.resolve(run.href)) for run in paragraph.runs if run.href),
    )

"""The JSON form of a document, schema 1: sections, sentences, and the promise that each sentence states.

Stable: fields are added, never renamed or removed, within one schema number. ``json_schema()`` documents it.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Number = Literal[1]


class Part(BaseModel):
    """The common ground: no unknown keys, immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class LinkPart(Part):
    """A link within a sentence: its words and where it leads."""

    text: str
    href: str


class SentencePart(Part):
    """A paragraph, list item or cell; ``promise`` is the id of the promise that it states, under ``anchor``."""

    type: Literal["sentence"] = "sentence"
    text: str
    anchor: str | None = None
    promise: str | None = None
    links: tuple[LinkPart, ...] = ()


class ListPart(Part):
    """Items without order (``list``) or short lines that belong together (``lines``)."""

    type: Literal["list", "lines"]
    items: tuple[SentencePart, ...]


Answer = Annotated[SentencePart | ListPart, Field(discriminator="type")]


class QuestionPart(Part):
    """A question and its answer."""

    question: str
    answer: tuple[Answer, ...]


class QuestionsPart(Part):
    """Questions and answers in reading order."""

    type: Literal["questions"] = "questions"
    items: tuple[QuestionPart, ...]


class TablePart(Part):
    """A table; every row has as many cells as ``head``, and its first cell names it."""

    type: Literal["table"] = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Answer, ...], ...]


class CalloutPart(Part):
    """A passage set apart from all other information."""

    type: Literal["callout"] = "callout"
    title: str
    anchor: str | None = None
    blocks: tuple[Answer, ...]


Block = Annotated[SentencePart | ListPart | QuestionsPart | TablePart | CalloutPart, Field(discriminator="type")]


class SectionPart(Part):
    """A headed part of the document."""

    anchor: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[SectionPart, ...] = ()


class ReferencePart(Part):
    """The language version that counts, and its version at the time of writing."""

    language: str
    version: str
    href: str


class DocumentReport(Part):
    """One document in one language."""

    schema_: Number = Field(1, alias="schema")
    kind: Literal["notice", "imprint", "cookies", "record", "deletion", "processors"]
    language: str
    title: str
    site: str
    controller: str
    dated_on: datetime.date
    version: str
    languages: tuple[str, ...]
    reference: ReferencePart | None = Field(None, description="null: this is the reference itself")
    lead: tuple[Block, ...] = ()
    sections: tuple[SectionPart, ...]


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the report."""
    return DocumentReport.model_json_schema(by_alias=True)

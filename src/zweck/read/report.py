"""The report of ``zweck read --json``: schema 1, one entry per document; fields are added, never renamed.

``services``, ``legal_bases`` and ``rights`` are plain lists of names; what stands behind each (lines, columns,
confidence) is in the ``…_details``. Durations are ISO 8601; ``null`` where storage ends with an event. For text and
Markdown, lines and columns are those of the file; for HTML and PDF those of the text taken out of it. ``unplaced``
lists every line with words that is neither in a section that was understood nor holds a value or a finding.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Span(Model):
    """Line and columns from 1; ``end_column`` exclusive."""

    line: int
    column: int = 1
    end_column: int = 1


class Value(Model):
    """A value with where it stands and how sure the reader is (0 to 1)."""

    value: str
    at: Span
    confidence: float = 0.9


class ControllerRead(Model):
    name: str | None = None
    email: str | None = None
    address: str | None = None
    phone: str | None = None
    street: str | None = None
    postcode: str | None = None
    city: str | None = None
    country: str | None = None
    vat_id: str | None = None
    register_number: str | None = None
    register_court: str | None = None
    represented_by: list[str] = Field(default_factory=list)
    lines: dict[str, int] = Field(default_factory=dict)
    at: dict[str, Span] = Field(default_factory=dict)
    confidence: float = 0.9


class OfficerRead(Model):
    present: bool = False
    email: str | None = None
    name: str | None = None
    phone: str | None = None
    stated_none: bool = False
    lines: list[int] = Field(default_factory=list)
    at: list[Span] = Field(default_factory=list)
    confidence: float = 0.9


class ServiceRead(Model):
    """One service in use, tied to the activity, bases, countries and safeguards said of it."""

    id: str
    name: str
    written: list[str]
    provider: str
    country: str
    kind: str
    lines: list[int]
    legal_bases: list[str] = Field(default_factory=list)
    countries: list[str] = Field(default_factory=list)
    safeguards: list[str] = Field(default_factory=list)
    confidence: float = 0.9
    at: list[Span] = Field(default_factory=list)


class BasisRead(Model):
    basis: str
    written: str
    at: Span
    kind: str
    confidence: float = 0.9


class RetentionRead(Model):
    """How long what is kept; ``trigger`` is the event that starts the period, or that ends storage."""

    what: str
    duration: str | None
    trigger: str | None
    at: Span
    low: str | None = None
    words: str = ""
    confidence: float = 0.8


class CookieRead(Model):
    name: str
    duration: str
    provider: str
    purpose: str
    written: str = ""
    service: str | None = None
    at: Span
    confidence: float = 0.9


class ActivityRead(Model):
    """One kind of activity with everything said of it; ``lines`` are the ranges that describe it."""

    kind: str
    lines: list[tuple[int, int]]
    legal_bases: list[str] = Field(default_factory=list)
    retention: list[RetentionRead] = Field(default_factory=list)
    services: list[str] = Field(default_factory=list)
    title: str = ""
    confidence: float = 0.9


class TransferRead(Model):
    country: str
    safeguards: list[str] = Field(default_factory=list)
    lines: list[int] = Field(default_factory=list)
    services: list[str] = Field(default_factory=list)
    kinds: list[str] = Field(default_factory=list)
    at: list[Span] = Field(default_factory=list)
    confidence: float = 0.8


class OutdatedRead(Model):
    """A law or name that has been replaced."""

    name: str
    today: str
    line: int
    rule: str


class FindingRead(Model):
    """Something wrong in the notice: the rule, where, how sure, and what would be right.

    ``source`` names the provisions, ``article`` the first of them; ``title`` is that of the rule. ``standing`` says
    whether the words show it (*observed*), it follows from them (*inferred*) or a person must judge (*for a lawyer*).
    """

    rule: str
    line: int
    severity: Literal["block", "error", "warn", "info"]
    certain: bool
    message: str
    mend: str
    message_de: str = ""
    mend_de: str = ""
    source: str = ""
    article: str = ""
    title: str = ""
    title_de: str = ""
    words: str = ""
    column: int = 1
    end_column: int = 1
    origin: Literal["document", "extraction"] = "document"
    certainty: Literal["certain", "arguable", "check the page"] = "arguable"
    standing: Literal["observed", "inferred", "for a lawyer"] = "observed"


class SectionRead(Model):
    title: str
    kind: str
    facet: str | None = None
    lines: tuple[int, int]


class DocumentRead(Model):
    """Everything the reader understood of one notice."""

    name: str
    language: str
    languages: list[str] = Field(default_factory=list)
    form: str = "text"
    controller: ControllerRead
    officer: OfficerRead
    authority: Value | None = None
    services: list[str] = Field(default_factory=list)
    legal_bases: list[str] = Field(default_factory=list)
    retention: list[RetentionRead] = Field(default_factory=list)
    cookies: list[CookieRead] = Field(default_factory=list)
    rights: list[str] = Field(default_factory=list)
    activities: list[ActivityRead] = Field(default_factory=list)
    transfers: list[TransferRead] = Field(default_factory=list)
    outdated: list[OutdatedRead] = Field(default_factory=list)
    findings: list[FindingRead] = Field(default_factory=list)
    service_details: list[ServiceRead] = Field(default_factory=list)
    legal_basis_details: list[BasisRead] = Field(default_factory=list)
    right_details: list[Value] = Field(default_factory=list)
    denied_services: list[str] = Field(default_factory=list)
    domains: list[str] = Field(default_factory=list)
    sections: list[SectionRead] = Field(default_factory=list)
    unplaced: list[int] = Field(default_factory=list)


class UnreadableSource(Model):
    """A source that gave nothing, and why."""

    name: str
    reason: str


class Report(Model):
    """What ``zweck read --json`` prints."""

    schema_: Literal[1] = Field(1, alias="schema", serialization_alias="schema")
    documents: list[DocumentRead]
    unreadable: list[UnreadableSource] = Field(default_factory=list)

    model_config = ConfigDict(extra="forbid", populate_by_name=True, serialize_by_alias=True)

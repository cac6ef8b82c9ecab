"""What ``zweck map`` prints: a summary for people, and the documented JSON report.

Names of tables and columns, confidence and reasons; never a value, never the url (Art. 32 GDPR).
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from zweck import texts
from zweck.errors import ZweckError
from zweck.systems.map.draft import reason_of, tie_of
from zweck.systems.map.schema import PROPOSED, Draft, Guess, Proposal

_OURS = ("`zweck map`", "<svg")


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ColumnReport(_Model):
    """One column: ``proposed`` is false where the confidence is too low for the mapping."""

    name: str
    category: str
    confidence: float
    proposed: bool
    identifier: str
    reasons: dict[str, str]


class TableReport(_Model):
    """One table of the proposal."""

    name: str
    subject: dict[str, list[str]]
    through: list[str]
    through_confidence: list[float]
    activity: str
    activity_confidence: float
    columns: list[ColumnReport]


class MapReport(_Model):
    """The whole report; ``schema`` is its version."""

    schema_: int = 1
    dialect: str
    tables_read: int
    views: int
    sampled: bool
    tables: list[TableReport]

    def as_json(self) -> str:
        """The report as JSON text."""
        return self.model_dump_json(indent=2).replace('"schema_": 1', '"schema": 1', 1)


def report_of(proposal: Proposal) -> MapReport:
    """The proposal as data."""
    return MapReport(
        dialect=proposal.schema.dialect,
        tables_read=len(proposal.schema.tables),
        views=sum(t.is_view for t in proposal.schema.tables.values()),
        sampled=proposal.sampled,
        tables=[_table(draft) for draft in proposal.drafts],
    )


def _table(draft: Draft) -> TableReport:
    return TableReport(
        name=draft.table.name,
        subject={who: list(columns) for who, columns in draft.subject.items()},
        through=[tie_of(key) for key in draft.through],
        through_confidence=[key.confidence for key in draft.through],
        activity=draft.activity,
        activity_confidence=draft.activity_confidence,
        columns=[_column(guess) for guess in draft.guesses],
    )


def _column(guess: Guess) -> ColumnReport:
    return ColumnReport(
        name=guess.column,
        category=guess.category,
        confidence=guess.confidence,
        proposed=guess.confidence >= PROPOSED,
        identifier=guess.identifier,
        reasons={language: reason_of(guess, language) for language in texts.LANGUAGES},
    )


def show_report(proposal: Proposal, language: str) -> str:
    """Two or three lines for people: how much was found and what was left out."""
    tables = proposal.schema.tables
    columns = sum(len(draft.proposed) for draft in proposal.drafts)
    holding = sum(1 for draft in proposal.drafts if draft.proposed)
    told = [texts.message("map.show-head", language, tables=holding, all=len(tables), columns=columns)]
    if views := sum(t.is_view for t in tables.values()):
        told.append(texts.message("map.show-views", language, count=views))
    if proposal.schema.left_out:
        told.append(texts.message("map.show-parts", language, count=len(proposal.schema.left_out)))
    return "\n".join(told)


def put(path: Path, text: str) -> None:
    """Write a draft or a picture; raises ``ZweckError`` rather than overwrite what ``zweck map`` did not write."""
    if path.is_file() and not any(mark in path.read_text("utf-8", "replace")[:4096] for mark in _OURS):
        raise ZweckError(f"map: {path} is there already and not from `zweck map`; name another file")
    path.write_text(text, "utf-8", newline="\n")

"""The JSON report of ``zweck check`` (schema 1): what other programs read.

The model is a contract: fields may be added, none renamed or removed within a schema number. It stands apart from
``show``, because a check that prints text should not wait for models that it does not use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from zweck import __version__
from zweck.errors import Finding, Severity


class Place(BaseModel):
    """Where a finding stands; lines and columns count from 1, 0 means the file as a whole."""

    model_config = ConfigDict(frozen=True)

    file: str
    line: int
    column: int
    end_column: int


class Reported(BaseModel):
    """One finding as others read it."""

    model_config = ConfigDict(frozen=True)

    rule: str
    severity: Literal["block", "error", "warn", "info"]
    place: Place
    path: tuple[str, ...]
    message: str
    mend: str
    source: str
    certainty: str


class CheckReport(BaseModel):
    """The result of a check; ``ok`` is false when a finding blocks or is an error."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    schema_: Literal[1] = Field(1, alias="schema")
    tool: str = f"zweck {__version__}"
    ok: bool
    counts: dict[str, int]
    findings: tuple[Reported, ...]


def as_report(findings: Sequence[Finding]) -> CheckReport:
    """The findings as the documented model."""
    return CheckReport(
        ok=not any(f.severity.fails for f in findings),
        counts={severity.value: sum(f.severity is severity for f in findings) for severity in Severity},
        findings=tuple(_reported(f) for f in findings),
    )


def as_json(findings: Sequence[Finding]) -> str:
    """The report as JSON text."""
    return as_report(findings).model_dump_json(by_alias=True, indent=2)


def _reported(finding: Finding) -> Reported:
    at = finding.at
    return Reported(
        rule=finding.rule,
        severity=finding.severity.value,
        place=Place(file=at.file, line=at.line, column=at.column, end_column=at.end_column),
        path=finding.path,
        message=finding.message,
        mend=finding.mend,
        source=finding.source,
        certainty=finding.certainty,
    )

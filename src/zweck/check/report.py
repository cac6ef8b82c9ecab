"""Findings for people and machines: text with an excerpt and a caret, JSON (schema 1), SARIF 2.1.0.

The JSON model is a contract: fields may be added, none renamed or removed within a schema number. Errors of loading go
through the same formats as findings of the law.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from zweck import __version__
from zweck.check.wording import say
from zweck.declaration.source import Source
from zweck.errors import Finding, Severity

_LEVELS = {Severity.BLOCK: "error", Severity.ERROR: "error", Severity.WARN: "warning", Severity.INFO: "note"}


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


def render(findings: Sequence[Finding], texts_: Mapping[str, str], style: str = "text", language: str = "en") -> str:
    """The findings as ``text``, ``json`` or ``sarif``; ``texts_`` maps file names to their contents."""
    if style == "json":
        return as_json(findings)
    if style == "sarif":
        return as_sarif(findings, language)
    return as_text(findings, texts_, language)


def as_text(findings: Sequence[Finding], texts_: Mapping[str, str], language: str = "en") -> str:
    """One block per finding: place, severity, rule; the excerpt with a caret; what is wrong, what to do, the law."""
    blocks = [_block(f, texts_, language) for f in findings]
    return _printable("\n\n".join([*blocks, _summary(findings, language)]))


def _printable(text: str) -> str:
    """Control characters out of a file must not reach the terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{MIDDLE DOT}" for c in text)


def _block(finding: Finding, texts_: Mapping[str, str], language: str) -> str:
    severity = say(f"severity-{finding.severity.value}", language)
    lines = [f"{finding.at}: {severity}: {finding.rule}"]
    if excerpt := _excerpt(finding, texts_):
        lines.append(excerpt)
    lines.append(f"  {finding.message}")
    if finding.mend:
        lines.append(f"  → {finding.mend}")
    if finding.source:
        lines.append(f"  § {finding.source}")
    return "\n".join(lines)


def _excerpt(finding: Finding, texts_: Mapping[str, str]) -> str:
    text = texts_.get(finding.at.file, "")
    return Source(finding.at.file, text).excerpt(finding.at) if text and finding.at.column else ""


def _summary(findings: Sequence[Finding], language: str) -> str:
    if not findings:
        return say("summary-none", language)
    counts = {s.value: sum(f.severity is s for f in findings) for s in Severity}
    return say("summary", language, **counts)


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


def as_sarif(findings: Sequence[Finding], language: str = "en") -> str:
    """The findings as SARIF 2.1.0, for code scanning."""
    import json

    ids = list(dict.fromkeys(f.rule for f in findings))
    driver = {
        "name": "zweck",
        "version": __version__,
        "rules": [_sarif_rule(rule_id, language) for rule_id in ids],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(f, ids.index(f.rule)) for f in findings],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif_rule(rule_id: str, language: str) -> dict[str, Any]:
    from zweck.check.rule import OWN
    from zweck.errors import NotFoundError
    from zweck.law.rules import rule

    described: dict[str, Any] = {"id": rule_id}
    try:
        found = rule(rule_id)
    except NotFoundError:
        if own := OWN.get(rule_id):
            described["shortDescription"] = {"text": own.title_de if language == "de" else own.title_en}
        return described
    described["shortDescription"] = {"text": found.title(language)}
    described["fullDescription"] = {"text": found.requirement(language)}
    described["help"] = {"text": found.source}
    return described


def _uri(file: str) -> str:
    from pathlib import Path
    from urllib.parse import quote

    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _sarif_result(finding: Finding, index: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.at.file)}}
    if finding.at.line:
        region = {"startLine": finding.at.line, "startColumn": max(1, finding.at.column)}
        if finding.at.end_column > region["startColumn"]:
            region["endColumn"] = finding.at.end_column
        place["region"] = region
    message = f"{finding.message}\n{finding.mend}" if finding.mend else finding.message
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": place}],
        "properties": {"certainty": finding.certainty, "path": list(finding.path)},
    }

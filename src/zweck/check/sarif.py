"""Findings as SARIF 2.1.0 (OASIS), the format that code scanning reads.

A rule of the law brings its title, requirement and provision; one of our own brings its title.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from zweck import __version__
from zweck.check.rule import OWN
from zweck.errors import Finding, NotFoundError, Severity
from zweck.law.rules import rule

_LEVELS = {Severity.BLOCK: "error", Severity.ERROR: "error", Severity.WARN: "warning", Severity.INFO: "note"}


def as_sarif(findings: Sequence[Finding], language: str = "en") -> str:
    """The findings as SARIF 2.1.0, for code scanning."""
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

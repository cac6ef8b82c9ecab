"""Findings as SARIF 2.1.0 (OASIS), the format that code scanning reads.

A rule of the law brings its title, requirement and provision; any other rule brings the title that the verb gives.
Certainty (*observed*, *inferred*, *for a lawyer*) travels as a property: a level alone would hide what a person must
still judge. Columns count characters from 1.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from zweck import __version__
from zweck.errors import Finding, NotFoundError, Severity
from zweck.law.rules import rule

_LEVELS = {Severity.BLOCK: "error", Severity.ERROR: "error", Severity.WARN: "warning", Severity.INFO: "note"}


def as_sarif(
    findings: Sequence[Finding],
    language: str = "en",
    titles: Mapping[str, str] | None = None,
    unreadable: Sequence[tuple[str, str]] = (),
) -> str:
    """The findings as one SARIF log; ``titles`` name rules that the rule base does not know.

    ``unreadable`` are sources that gave nothing, each with the reason: the log then says that the run was not whole.
    """
    index = {rule_id: i for i, rule_id in enumerate(dict.fromkeys(f.rule for f in findings))}
    first = {f.rule: f for f in reversed(findings)}
    driver = {
        "name": "zweck",
        "version": __version__,
        "rules": [_rule(rule_id, first[rule_id], language, titles or {}) for rule_id in index],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(unreadable)],
        "results": [_result(f, index[f.rule]) for f in findings],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule_id: str, first: Finding, language: str, titles: Mapping[str, str]) -> dict[str, Any]:
    described: dict[str, Any] = {"id": rule_id, "defaultConfiguration": {"level": _LEVELS[first.severity]}}
    source = first.source
    try:
        found = rule(rule_id)
    except NotFoundError:
        title = titles.get(rule_id, "")
    else:
        title, source = found.title(language), source or found.source
        described["fullDescription"] = {"text": found.requirement(language)}
    if title:
        described["shortDescription"] = {"text": title}
    if source:
        described["help"] = {"text": source}
        described["properties"] = {"source": source}
    return described


def _invocation(unreadable: Sequence[tuple[str, str]]) -> dict[str, Any]:
    made: dict[str, Any] = {"executionSuccessful": not unreadable}
    if unreadable:
        made["toolExecutionNotifications"] = [
            {
                "level": "error",
                "message": {"text": reason},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(name)}}}],
            }
            for name, reason in unreadable
        ]
    return made


def _uri(file: str) -> str:
    if file.startswith(("http://", "https://")):
        return quote(file, safe="%/:=&?~#+!$,;'@()*[]")
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _result(finding: Finding, index: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.at.file)}}
    if finding.at.line:
        place["region"] = _region(finding)
    message = f"{finding.message}\n{finding.mend}" if finding.mend else finding.message
    properties: dict[str, Any] = {"certainty": finding.certainty, "severity": finding.severity.value}
    if finding.path:
        properties["path"] = list(finding.path)
    if finding.mend:
        properties["mend"] = finding.mend
    if finding.source:
        properties["source"] = finding.source
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"zweck/v1": _fingerprint(finding)},
        "properties": properties,
    }


def _region(finding: Finding) -> dict[str, Any]:
    at = finding.at
    region: dict[str, Any] = {"startLine": at.line}
    if at.column:
        region["startColumn"] = at.column
        if at.end_column > at.column:
            region["endColumn"] = at.end_column
    if finding.words:
        region["snippet"] = {"text": finding.words}
    return region


def _fingerprint(finding: Finding) -> str:
    """The same finding a line further down is still the same."""
    said = "\x1f".join((finding.rule, finding.at.file, ".".join(finding.path), finding.words or finding.message))
    return sha256(said.encode()).hexdigest()[:16]

"""The report in the formats that other programs read: JSON, SARIF 2.1.0 and JUnit XML.

An accepted finding travels as suppressed, with its reason; a state that was not reached makes the log unfinished and
the test suite fail, so that no program takes an incomplete audit for a passed one (Art. 5(2) GDPR).
"""

from __future__ import annotations

import json
from typing import Literal

from zweck import texts
from zweck.audit.report import AuditFinding, AuditReport
from zweck.audit.show import show_report
from zweck.errors import Finding, Position, Severity
from zweck.finding.junit import as_junit
from zweck.finding.sarif import as_sarif

Format = Literal["text", "json", "sarif", "junit"]
OWN_RULES = ("declared-not-seen", "audit-incomplete")


def render_report(report: AuditReport, style: Format = "text", language: str = "en") -> str:
    """The report in one of the formats; the text alone is for people."""
    match style:
        case "json":
            return report.model_dump_json(indent=2)
        case "sarif":
            return _sarif(report, language)
        case "junit":
            return as_junit([*_findings(report), *_set_aside(report, language), *_gaps(report, language)], [report.url])
        case "text":
            return show_report(report, language)


def _findings(report: AuditReport) -> list[Finding]:
    return [_finding(report, f) for f in report.findings]


def _finding(report: AuditReport, found: AuditFinding) -> Finding:
    return Finding(
        rule=found.rule,
        severity=Severity(found.severity),
        at=Position(report.url),
        message=f"{found.subject}: {found.message} [{', '.join(found.states)}]",
        mend=found.mend,
        certainty=found.certainty,
        path=(found.subject,),
        words=found.subject,
    )


def _set_aside(report: AuditReport, language: str) -> list[Finding]:
    made = []
    for each in report.accepted:
        found = _finding(report, each.finding)
        until = texts.message("audit.accepted-until", language, until=each.until.isoformat(), reason=each.reason)
        made.append(Finding(found.rule, Severity.INFO, found.at, f"{found.message} · {until}", found.mend))
    return made


def _gaps(report: AuditReport, language: str) -> list[Finding]:
    mend = texts.message("audit.mend-incomplete", language)
    return [
        Finding("audit-incomplete", Severity.ERROR, Position(report.url), reason, mend) for reason in report.incomplete
    ]


def _sarif(report: AuditReport, language: str) -> str:
    accepted = [_finding(report, a.finding) for a in report.accepted]
    titles = {rule: texts.message(f"audit.rule-{rule}", language) for rule in OWN_RULES}
    gaps = [(report.url, reason) for reason in report.incomplete]
    log = json.loads(as_sarif([*_findings(report), *accepted], language, titles, gaps))
    results = log["runs"][0]["results"]
    for result in results:
        result["suppressions"] = []
    for result, each in zip(results[len(report.findings) :], report.accepted, strict=True):
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": f"{each.reason} ({each.until})"}
        ]
    return json.dumps(log, ensure_ascii=False, indent=2)

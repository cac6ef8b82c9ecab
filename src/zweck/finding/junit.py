"""Findings as JUnit XML, the format in which build servers show tests.

One suite a file. A finding that fails the verb (``error``, ``block``) is a failed test case, a weaker one a skipped
case with its text, and a file without findings one passed case: a report must show that something was looked at
(Art. 5(2) GDPR).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from zweck.errors import Finding

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def as_junit(findings: Sequence[Finding], files: Sequence[str] = ()) -> str:
    """The findings as one XML document; ``files`` are all that were looked at, also those without a finding."""
    suites = {name: [f for f in findings if f.at.file == name] for name in _names(findings, files)}
    failed, weak = _counts(findings)
    total = len(findings) + sum(not found for found in suites.values())
    head = f'<testsuites name="zweck" tests="{total}" failures="{failed}" errors="0" skipped="{weak}">'
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            head,
            *(_suite(name, found) for name, found in suites.items()),
            "</testsuites>",
        )
    )


def _names(findings: Sequence[Finding], files: Sequence[str]) -> list[str]:
    return list(dict.fromkeys((*files, *(f.at.file for f in findings))))


def _counts(findings: Sequence[Finding]) -> tuple[int, int]:
    failed = sum(f.severity.fails for f in findings)
    return failed, len(findings) - failed


def _suite(name: str, findings: Sequence[Finding]) -> str:
    failed, weak = _counts(findings)
    cases = [_case(f) for f in findings] or [f'<testcase name="zweck" classname={_attribute(name)}/>']
    counts = f'tests="{len(cases)}" failures="{failed}" errors="0" skipped="{weak}"'
    return "\n".join((f"<testsuite name={_attribute(name)} {counts}>", *cases, "</testsuite>"))


def _case(finding: Finding) -> str:
    tag = "failure" if finding.severity.fails else "skipped"
    kind = f" type={_attribute(finding.severity.value)}" if finding.severity.fails else ""
    parts = (str(finding.at), finding.message, finding.mend, finding.source, finding.certainty)
    body = escape(_allowed("\n".join(filter(None, parts))))
    head = f"<testcase name={_attribute(finding.rule)} classname={_attribute(finding.at.file)}>"
    return f"{head}<{tag}{kind} message={_attribute(finding.message)}>{body}</{tag}></testcase>"


def _attribute(text: str) -> str:
    return quoteattr(_allowed(text).replace("\n", " "))


def _allowed(text: str) -> str:
    """XML 1.0 knows no control characters and no lone surrogates, not even escaped."""
    return _FORBIDDEN.sub("·", text)

"""Findings as text with an excerpt and a caret, and the choice between text, JSON, SARIF and JUnit.

Errors of loading go through the same formats as findings of the law. The formats for machines are imported when they
are asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from zweck.check.wording import say
from zweck.declaration.source import Source
from zweck.errors import Finding, Severity

if TYPE_CHECKING:
    from zweck.check.fix import Fixed


def render(findings: Sequence[Finding], texts_: Mapping[str, str], style: str = "text", language: str = "en") -> str:
    """The findings as ``text``, ``json``, ``sarif`` or ``junit``; ``texts_`` maps file names to their contents."""
    if style == "json":
        from zweck.check.report import as_json

        return as_json(findings)
    if style == "sarif":
        from zweck.check.rule import OWN
        from zweck.finding.sarif import as_sarif

        titles = {name: own.title_de if language == "de" else own.title_en for name, own in OWN.items()}
        return as_sarif(findings, language, titles)
    if style == "junit":
        from zweck.finding.junit import as_junit

        return as_junit(findings, list(texts_))
    return as_text(findings, texts_, language)


def as_text(findings: Sequence[Finding], texts_: Mapping[str, str], language: str = "en") -> str:
    """One block per finding: place, severity, rule; the excerpt with a caret; what is wrong, what to do, the law."""
    blocks = [_block(f, texts_, language) for f in findings]
    return _printable("\n\n".join([*blocks, _summary(findings, language)]))


def as_mends(fixed: Fixed, language: str = "en", *, written: bool = True) -> str:
    """What ``--fix`` changed, or would change: the diff, and one line per finding that it removes."""
    if not fixed.mended:
        return say("fix-none", language)
    lines = [f"{found.at}: {found.rule}: {found.message}" for found in fixed.mended]
    return _printable(
        "\n".join([fixed.diff, *lines, say("fix-mended" if written else "fix-offered", language, count=len(lines)), ""])
    )


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

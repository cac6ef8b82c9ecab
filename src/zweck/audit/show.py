"""The report in words, for a terminal."""

from __future__ import annotations

from zweck import texts
from zweck.audit.report import AuditReport


def show_report(report: AuditReport, language: str = "en") -> str:
    """One line per state, then each finding with the states it was seen in and its mend."""
    lines = [f"{report.url}  ({report.browser}, {report.at:%Y-%m-%d %H:%M} UTC)"]
    for state in report.states:
        third = len({r.host for r in state.requests if r.third_party})
        name = texts.message(f"audit.state-{state.state}", language)
        if state.reached:
            counts = texts.message(
                "audit.counts", language, hosts=third, cookies=len(state.cookies), entries=len(state.storage)
            )
            lines.append(f"  {name:12} {counts}  [{state.how}]")
        else:
            lines.append(f"  {name:12} {texts.message('audit.not-reached', language)}")
    for finding in report.findings:
        states = ", ".join(texts.message(f"audit.state-{s}", language) for s in finding.states)
        lines.append(f"{finding.severity}: {finding.rule}: {finding.subject}: {finding.message} [{states}]")
        lines.append(f"    → {finding.mend}")
    lines += _set_aside(report, language)
    lines += [f"  ! {reason}" for reason in report.incomplete]
    verdict = "drift" if report.drift else "incomplete" if report.incomplete else "in-line"
    lines.append(texts.message(f"audit.verdict-{verdict}", language))
    return "\n".join(lines)


def _set_aside(report: AuditReport, language: str) -> list[str]:
    lines = []
    for each in report.accepted:
        until = texts.message("audit.accepted-until", language, until=each.until.isoformat(), reason=each.reason)
        lines.append(f"({each.finding.severity}): {each.finding.rule}: {each.finding.subject}: {until}")
    lines += [texts.message("audit.expired", language, entry=entry) for entry in report.expired]
    return lines + [texts.message("audit.unused", language, entry=entry) for entry in report.unused]

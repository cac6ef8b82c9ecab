"""The report as one page to look at: findings first, then each state with its picture."""

from __future__ import annotations

from pathlib import Path

from zweck import texts
from zweck.audit.report import AuditReport


def write_html(report: AuditReport, path: Path, language: str = "en") -> None:
    """Write the report as a self-contained HTML page."""
    from jinja2 import Environment, PackageLoader

    def say(key: str, **arguments: object) -> str:
        return texts.message(f"audit.{key}", language, **arguments)

    verdict = "drift" if report.drift else "incomplete" if report.incomplete else "in-line"
    page = Environment(loader=PackageLoader("zweck.audit"), autoescape=True).get_template("report.html")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page.render(report=report, say=say, language=language, verdict=say(f"verdict-{verdict}")), "utf-8")

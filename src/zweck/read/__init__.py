"""Reading a notice: text, Markdown, HTML or PDF to a draft declaration and a list of what is wrong with it.

``read_all`` reads many sources; ``render`` says what was read as text, JSON, SARIF or a page to look at;
``write_site`` writes the draft, which always loads. Pure but for the files it is given: no network, no database, no
clock. What is read is what the text says (Art. 13 and 14 GDPR set what it should say).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from zweck.errors import UnreadableError, ZweckError

if TYPE_CHECKING:
    from zweck.read.given import Fetch
    from zweck.read.reading import Readings
    from zweck.read.report import DocumentRead, Report

__all__ = ["read_all", "read_notice", "read_sources", "render", "show_report", "write_page", "write_site"]

FILE_NAME = "zweck.yaml"


def read_notice(source: str | bytes, name: str = "notice") -> DocumentRead:
    """One notice, understood; raises ``UnreadableError`` when it is none."""
    from zweck.read.reading import understand

    return understand(source, name).read


def read_all(paths: Iterable[str | Path], fetch: Fetch | None = None) -> Readings:
    """All notices in files, folders, ``-`` for standard input, and addresses if ``fetch`` gets them.

    What cannot be read is listed with its reason; raises ``UnreadableError`` when nothing could be read.
    """
    from zweck.read.given import sources
    from zweck.read.reading import Readings, understand

    readings = Readings()
    for name, get in sources(paths, fetch):
        try:
            given = get()
            readings.notices.append(understand(given.data, given.name, given.encoding))
        except UnreadableError as error:
            readings.unreadable.append((name, str(error)))
    if not readings.notices:
        raise UnreadableError("\n".join(reason for _, reason in readings.unreadable))
    return readings


def read_sources(paths: Iterable[str | Path]) -> Report:
    """The report on all notices in files and folders; raises ``UnreadableError`` when nothing could be read."""
    return read_all(paths).report


def render(readings: Readings, style: str = "text", language: str = "en") -> str:
    """What was read as ``text``, ``json``, ``sarif`` or ``html``, said in ``de`` or ``en``."""
    if style == "json":
        return readings.report.model_dump_json(indent=2)
    if style == "html":
        from zweck.read.page import to_page

        return to_page(readings, language)
    if style == "sarif":
        from zweck.finding.sarif import as_sarif
        from zweck.read.reading import as_findings

        findings = as_findings(readings, language)
        titles = {f.rule: f.message for f in reversed(findings)}
        return as_sarif(findings, language, titles, readings.unreadable)
    return show_report(readings.report, language)


def write_page(readings: Readings, file: Path, language: str = "en") -> None:
    """Write the page to look at; the folder is made when it is missing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(render(readings, "html", language), "utf-8")


def write_site(report: Report, folder: Path | str) -> list[Path]:
    """Write the draft declaration of each document, the first into ``folder`` itself when it is the only one.

    Raises ``ZweckError`` rather than overwrite a declaration; nothing is written then.
    """
    from zweck.read.draft import draft

    base = Path(folder)
    single = len(report.documents) == 1
    names = _folders([d.name for d in report.documents])
    targets = [base / FILE_NAME if single else base / name / FILE_NAME for name in names]
    if taken := next((t for t in targets if t.exists()), None):
        raise ZweckError(f"{taken} exists already; nothing was changed. Give an empty folder")
    for target, document in zip(targets, report.documents, strict=True):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(draft(document), "utf-8")
    return targets


def _folders(names: list[str]) -> list[str]:
    """A folder for each document, after its file; files of one name in several folders get a number."""
    found: list[str] = []
    for name in names:
        slug, number = _slug(name), 2
        chosen = slug
        while chosen in found:
            chosen, number = f"{slug}-{number}", number + 1
        found.append(chosen)
    return found


def _slug(name: str) -> str:
    address = name.partition("://")[2].partition("?")[0]
    stem = (address or Path(name).stem).lower()
    parts = "".join(c if c.isalnum() and c.isascii() else " " for c in stem).split()
    return "-".join(parts)[:60].strip("-") or "notice"


def show_report(report: Report, language: str = "en") -> str:
    """The report as text for people."""
    from zweck.read.show import show_report as show

    return show(report, language)

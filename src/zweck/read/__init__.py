"""Reading a notice: text, Markdown, HTML or PDF to a draft declaration and a list of what is wrong with it.

``read_sources`` gives the report of ``zweck read --json``; ``write_site`` writes the draft, which always loads.
Pure but for the files it is given: no network, no database, no clock. What is read is what the text says
(Art. 13 and 14 GDPR set what it should say).
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from zweck.errors import UnreadableError, ZweckError

if TYPE_CHECKING:
    from zweck.read.report import DocumentRead, Report

__all__ = ["read_notice", "read_sources", "show_report", "write_site"]

_FILES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf")
FILE_NAME = "zweck.yaml"


def read_notice(source: str | bytes, name: str = "notice") -> DocumentRead:
    """One notice, understood; raises ``UnreadableError`` when it is none."""
    from zweck.read.assemble import report_document
    from zweck.read.document import read_document
    from zweck.read.findings import findings_of
    from zweck.read.source import read_text

    document = read_document(read_text(source, name))
    made = report_document(document, [])
    findings, outdated = findings_of(document, made)
    return made.model_copy(update={"findings": findings, "outdated": outdated})


def read_sources(paths: Iterable[str | Path]) -> Report:
    """All notices in files and folders, ``-`` for standard input; raises ``UnreadableError`` for the first that is none."""
    from zweck.read.report import Report

    documents = [read_notice(data, name) for path in paths for name, data in _sources(str(path))]
    return Report(documents=documents)


def _sources(path: str) -> Iterable[tuple[str, bytes]]:
    if path == "-":
        yield "standard input", sys.stdin.buffer.read(20_000_001)
        return
    if path.startswith(("http://", "https://")):
        raise UnreadableError(f"{path}: this version reads files only; save the page and give its file")
    where = Path(path)
    if where.is_dir():
        files = sorted(f for f in where.rglob("*") if f.suffix.lower() in _FILES and f.is_file())
        if not files:
            raise UnreadableError(f"{path}: no notice here; looked for {', '.join(_FILES)}")
        for file in files:
            yield str(file), _bytes(file)
        return
    yield path, _bytes(where)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(20_000_001)
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror or 'cannot be read'}") from error


def write_site(report: Report, folder: Path | str) -> list[Path]:
    """Write the draft declaration of each document, the first into ``folder`` itself when it is the only one.

    Raises ``ZweckError`` rather than overwrite a declaration; nothing is written then.
    """
    from zweck.read.draft import draft

    base = Path(folder)
    single = len(report.documents) == 1
    targets = [
        base / FILE_NAME if single else base / _slug(d.name, i) / FILE_NAME for i, d in enumerate(report.documents)
    ]
    if taken := next((t for t in targets if t.exists()), None):
        raise ZweckError(f"{taken} exists already; nothing was changed. Give an empty folder")
    for target, document in zip(targets, report.documents, strict=True):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(draft(document), "utf-8")
    return targets


def _slug(name: str, number: int) -> str:
    stem = Path(name).stem.lower()
    return "".join(c if c.isalnum() and c.isascii() else "-" for c in stem).strip("-")[:40] or f"notice-{number + 1}"


def show_report(report: Report, language: str = "en") -> str:
    """The report as text for people."""
    from zweck.read.show import show_report as show

    return show(report, language)

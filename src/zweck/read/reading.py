"""One notice from its bytes to what was understood, what is wrong with it and what could not be placed.

``Reading`` keeps the plain lines beside the report, because people look at the notice with the marks in it
(Art. 12(1) GDPR: what is said must be found).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from zweck.errors import Finding, NotFoundError, Position, Severity
from zweck.law.rules import rule
from zweck.read.assemble import report_document
from zweck.read.block import Block
from zweck.read.document import read_document
from zweck.read.findings import findings_of
from zweck.read.origin import in_file
from zweck.read.report import DocumentRead, FindingRead, Report, UnreadableSource
from zweck.read.source import Text, read_text
from zweck.read.unplaced import unplaced_lines

_LONGEST_QUOTE = 300


@dataclass(frozen=True)
class Reading:
    """A notice understood: ``plain`` has the columns of ``text.lines``, ``read`` those of the file."""

    text: Text
    blocks: Sequence[Block]
    plain: DocumentRead
    read: DocumentRead


@dataclass
class Readings:
    """Several notices, and the sources that gave none, each with the reason."""

    notices: list[Reading] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)

    @property
    def report(self) -> Report:
        """What ``zweck read --json`` prints."""
        refused = [UnreadableSource(name=name, reason=reason) for name, reason in self.unreadable]
        return Report(documents=[n.read for n in self.notices], unreadable=refused)


def understand(source: str | bytes, name: str, encoding: str = "") -> Reading:
    """One notice, understood; raises ``UnreadableError`` when it is none."""
    text = read_text(source, name, encoding)
    document = read_document(text)
    made = report_document(document, [])
    findings, outdated = findings_of(document, made)
    made = made.model_copy(update={"findings": [_told(f) for f in findings], "outdated": outdated})
    made = made.model_copy(update={"unplaced": unplaced_lines(document, made)})
    return Reading(text, document.blocks, made, in_file(made, text))


def _told(finding: FindingRead) -> FindingRead:
    """The finding with everything that its rule says: title, provision, and one way to say how sure it is."""
    source, titles = _said_of(finding.rule)
    source = finding.source or source
    changed = {"source": source, "article": _first(source), "title": titles[0], "title_de": titles[1]}
    if finding.certain:
        changed |= {"certainty": "certain", "standing": "observed"}
    elif finding.origin == "extraction":
        changed |= {"certainty": "check the page"}
    elif finding.standing == "observed":
        changed |= {"standing": "for a lawyer"}
    return finding.model_copy(update=changed)


@lru_cache(maxsize=1024)
def _said_of(rule_id: str) -> tuple[str, tuple[str, str]]:
    try:
        found = rule(rule_id)
    except NotFoundError:
        return "", ("", "")
    return found.source, (found.title_en, found.title_de)


def _first(source: str) -> str:
    """The first provision of several (“GDPR Art. 13(1)(f), 44–49” → “GDPR Art. 13(1)(f)”)."""
    return source.partition(";")[0].partition(", ")[0].strip()


def as_findings(readings: Readings, language: str) -> list[Finding]:
    """All findings in the shape that every verb shares, in German for ``de``, else in English.

    Lines are those of the file; what stands in a line that the file does not show has no place in it.
    """
    return [_shared(f, notice, language) for notice in readings.notices for f in notice.read.findings]


def _shared(finding: FindingRead, notice: Reading, language: str) -> Finding:
    german = language == "de"
    return Finding(
        rule=finding.rule,
        severity=Severity(finding.severity),
        at=_position(finding, notice),
        message=finding.message_de if german and finding.message_de else finding.message,
        mend=finding.mend_de if german and finding.mend_de else finding.mend,
        source=finding.source,
        certainty=finding.standing,
        words=_quoted(finding, notice),
    )


def _quoted(finding: FindingRead, notice: Reading) -> str:
    """The letters at the place of the finding; empty where it is about a whole line or more than one can quote."""
    lines = notice.text.raw or notice.text.lines
    line = lines[finding.line - 1] if 0 < finding.line <= len(lines) else ""
    said = line[finding.column - 1 : finding.end_column - 1]
    return said if len(said) <= _LONGEST_QUOTE else ""


def _position(finding: FindingRead, notice: Reading) -> Position:
    name, line = notice.read.name, finding.line
    if notice.text.form == "pdf":
        return Position(name)
    if notice.text.form == "html":
        shown = notice.text.file_lines
        return Position(name, shown[line - 1] if 0 < line <= len(shown) else 0)
    if finding.end_column > finding.column:
        return Position(name, line, finding.column, finding.end_column)
    return Position(name, line)

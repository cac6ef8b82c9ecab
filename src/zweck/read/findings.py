"""What is wrong in a notice, by general rules; certain only where the words themselves show it.

Each rule is one function from the document to findings, listed in ``RULES``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from zweck.errors import Severity
from zweck.law.names import outdated_names
from zweck.read import conflict, doubt, missing
from zweck.read.document import Document
from zweck.read.report import DocumentRead, FindingRead, OutdatedRead

Rule = Callable[[Document, DocumentRead], Iterator[FindingRead]]


def findings_of(document: Document, read: DocumentRead) -> tuple[list[FindingRead], list[OutdatedRead]]:
    """All findings in the order of the text, and the outdated names among them."""
    outdated = list(_outdated(document))
    found = [f for rule in RULES for f in rule(document, read)]
    found += [finding for finding, _ in outdated]
    unique = {(f.rule, f.line, f.words): f for f in found}
    return sorted(unique.values(), key=lambda f: (f.line, f.column, f.rule)), [o for _, o in outdated]


def _outdated(document: Document) -> Iterator[tuple[FindingRead, OutdatedRead]]:
    told: set[str] = set()
    for number, line in enumerate(document.text.lines, 1):
        if not line.strip():
            continue
        for match in outdated_names(line[:20_000], document.language):
            name = match.name
            if match.rule in told:
                continue
            if match.severity is Severity.INFO:  # once is enough for a matter of style
                told.add(match.rule)
            mend = f"Write {name.new}." if name.new else "Leave it out."
            mend_de = f"Schreiben Sie {name.new}." if name.new else "Streichen Sie die Angabe."
            finding = FindingRead(
                rule=match.rule, line=number, column=match.start + 1, end_column=match.end + 1,
                severity=match.severity.value, certain=match.is_certain and not match.is_link,
                message=name.note_en, message_de=name.note_de, mend=mend, mend_de=mend_de, words=match.found[:120],
            )  # fmt: skip
            yield finding, OutdatedRead(name=match.found[:120], today=name.new, line=number, rule=match.rule)


RULES: tuple[Rule, ...] = (*missing.RULES, *doubt.RULES, *conflict.RULES)

"""What is wrong in a notice, by general rules; certain only where the words themselves show it.

Each kind of defect has its module in ``finding``; every rule is one function from the notice to findings. No rule
knows a document: it follows from the language of notices and from the law that ``law`` holds, with its day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from zweck.read.document import Document
from zweck.read.finding import basis, citation, cookie, party, promise, recipient, residue, right, storage, transfer
from zweck.read.finding.notice import Notice
from zweck.read.report import DocumentRead, FindingRead, OutdatedRead

Rule = Callable[[Notice], Iterator[FindingRead]]

RULES: tuple[Rule, ...] = (
    *party.RULES,
    *right.RULES,
    *basis.RULES,
    *storage.RULES,
    *cookie.RULES,
    *transfer.RULES,
    *recipient.RULES,
    *promise.RULES,
    *citation.RULES,
    *residue.RULES,
)


def findings_of(document: Document, read: DocumentRead) -> tuple[list[FindingRead], list[OutdatedRead]]:
    """All findings in the order of the text, and the outdated names among them."""
    notice = Notice(document, read)
    outdated = list(citation.outdated(notice))
    found = [f for rule in RULES for f in rule(notice)]
    found += [finding for finding, _ in outdated]
    unique: dict[tuple[str, int, str], FindingRead] = {}
    for finding in found:
        kept = unique.setdefault((finding.rule, finding.line, finding.words), finding)
        if finding.certain and not kept.certain:
            unique[finding.rule, finding.line, finding.words] = finding
    return sorted(unique.values(), key=lambda f: (f.line, f.column, f.rule)), [o for _, o in outdated]

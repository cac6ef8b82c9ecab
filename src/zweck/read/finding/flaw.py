"""Making a finding: one shape for all rules, both languages at hand, its place taken from the block.

How sure a finding is follows from three things: whether the words alone show it (certain), whether the page may have
what the text lacks (check the page), and whether the law leaves room (for a lawyer).
"""

from __future__ import annotations

from typing import Literal

from zweck.read.block import Place
from zweck.read.report import FindingRead

Severity = Literal["block", "error", "warn", "info"]
Origin = Literal["document", "extraction"]
Standing = Literal["observed", "inferred", "for a lawyer"]
Pair = tuple[str, str]


def flaw(
    rule: str,
    place: Place | int,
    severity: Severity,
    certain: bool,
    message: Pair,
    mend: Pair,
    *,
    source: str = "",
    words: str = "",
    origin: Origin = "document",
    standing: Standing | None = None,
) -> FindingRead:
    """A finding; ``message`` and ``mend`` are (English, German), ``place`` a span or only a line.

    What the extraction may have lost is never certain.
    """
    at = Place(place) if isinstance(place, int) else place
    sure = certain and origin == "document"
    return FindingRead(
        rule=rule,
        line=at.line,
        column=max(1, at.column),
        end_column=max(1, at.end),
        severity=severity,
        certain=sure,
        certainty="check the page" if origin == "extraction" else "certain" if sure else "arguable",
        standing=standing or ("observed" if sure or origin == "extraction" else "for a lawyer"),
        message=message[0],
        message_de=message[1],
        mend=mend[0],
        mend_de=mend[1],
        source=source,
        words=words[:160],
        origin=origin,
    )

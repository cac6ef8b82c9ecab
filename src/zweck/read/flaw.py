"""Making a finding: one shape for all rules, both languages at hand, its place taken from the block."""

from __future__ import annotations

from typing import Literal

from zweck.read.block import Place
from zweck.read.report import FindingRead

Severity = Literal["block", "error", "warn", "info"]


def flaw(
    rule: str,
    place: Place | int,
    severity: Severity,
    certain: bool,
    message: tuple[str, str],
    mend: tuple[str, str],
    *,
    source: str = "",
    words: str = "",
    origin: Literal["document", "extraction"] = "document",
) -> FindingRead:
    """A finding; ``message`` and ``mend`` are (English, German), ``place`` a span or only a line."""
    at = Place(place) if isinstance(place, int) else place
    return FindingRead(
        rule=rule,
        line=at.line,
        column=max(1, at.column),
        end_column=max(1, at.end),
        severity=severity,
        certain=certain,
        message=message[0],
        message_de=message[1],
        mend=mend[0],
        mend_de=mend[1],
        source=source,
        words=words[:160],
        origin=origin,
    )

"""The proof of a site: the JSON contract of ``zweck prove --json`` (schema 1) and its lines for people."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from zweck.promises import Status

_WORDS = {
    Status.KEPT: "kept",
    Status.AT_RISK: "at risk",
    Status.BROKEN: "BROKEN",
    Status.UNEXERCISED: "not yet exercised",
    Status.ATTESTED: "attested",
    Status.OUTSIDE: "not kept by Zweck",
}


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ChainLine(_Part):
    """The evidence: how long, how often signed, and everything wrong with it (the first bad entry first)."""

    entries: int
    checkpoints: int
    whole: bool
    problems: tuple[str, ...]


class PromiseLine(_Part):
    """One promise: what the notice says, how it stands, why, and the numbers of the latest entries behind it."""

    activity: str
    promise: str
    verb: str
    sentence: str
    anchor: str
    at: str
    status: Status
    why: str
    evidence: tuple[int, ...]


class ProofReport(_Part):
    """The report of one proof over one site."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, populate_by_name=True)

    schema_: Literal[1] = Field(1, alias="schema")
    site: str
    at: datetime
    since: datetime | None = None
    language: str
    chain: ChainLine
    promises: tuple[PromiseLine, ...]

    @property
    def failed(self) -> bool:
        """Whether a promise or the chain is broken."""
        return not self.chain.whole or any(p.status is Status.BROKEN for p in self.promises)

    def counts(self) -> dict[Status, int]:
        """How many promises stand in each status."""
        found = Counter(p.status for p in self.promises)
        return {status: found[status] for status in Status}


def show_report(report: ProofReport) -> str:
    """The report in lines for people: the worst first."""
    chain = report.chain
    state = "whole" if chain.whole else "BROKEN"
    lines = [
        f"{report.site}, {report.at:%Y-%m-%d %H:%M} UTC",
        f"  evidence: {chain.entries} entries, {chain.checkpoints} signed checkpoints, {state}",
        *(f"    {problem}" for problem in chain.problems),
    ]
    order = [Status.BROKEN, Status.AT_RISK, Status.KEPT, Status.ATTESTED, Status.UNEXERCISED, Status.OUTSIDE]
    for line in sorted(report.promises, key=lambda p: order.index(p.status)):
        lines.append(f"  {_WORDS[line.status]:<18} {line.activity}: {line.promise} ({line.why})")
    lines.append("  " + ", ".join(f"{count} {_WORDS[status]}" for status, count in report.counts().items() if count))
    return "\n".join(lines)

"""What a sweep did, or would do: the JSON contract of ``zweck sweep --json`` (schema 1) and its lines for people."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PromiseLine(_Part):
    """One keeping promise: how many records were ``due``, how many were ``done``, how (words: ``erased`` …)."""

    activity: str
    promise: str
    record_class: str
    rule: str
    system: str
    connected: bool
    action: str
    due: int
    oldest_at: datetime | None = None
    done: int = 0
    actions: dict[str, int] = {}
    failure: str = ""


class Missed(_Part):
    """A hold whose review is past due: somebody must look at it; nothing is erased."""

    hold: str
    reason: str
    review_at: datetime
    records: int


class SweepReport(_Part):
    """The report of one sweep over one site."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, populate_by_name=True)

    schema_: Literal[1] = Field(1, alias="schema")
    site: str
    at: datetime
    dry_run: bool
    promises: tuple[PromiseLine, ...]
    pruned: dict[str, int]
    reviews_missed: tuple[Missed, ...]

    @property
    def failed(self) -> bool:
        """Whether something that was due could not be done."""
        return any(line.failure for line in self.promises)

    @property
    def done(self) -> int:
        """How many records were changed or erased."""
        return sum(line.done for line in self.promises)


def show_report(report: SweepReport) -> str:
    """The report in lines for people."""
    head = f"{report.site}, {report.at:%Y-%m-%d %H:%M} UTC" + (
        " (dry run, nothing is changed)" if report.dry_run else ""
    )
    lines = [head, *(_line(line, report.dry_run) for line in report.promises)]
    lines += [f"  hold {m.hold} ({m.reason}): review was due on {m.review_at:%Y-%m-%d}" for m in report.reviews_missed]
    if any(report.pruned.values()):
        pruned = ", ".join(f"{count} {what}" for what, count in report.pruned.items() if count)
        lines.append(f"  {'would clear' if report.dry_run else 'cleared'} away: {pruned}")
    return "\n".join(lines)


def _line(line: PromiseLine, dry_run: bool) -> str:
    name = f"  {line.activity}: {line.promise}"
    if line.failure:
        return f"{name}  FAILED ({line.failure})"
    if not line.connected:
        return f"{name}  system {line.system} is not connected"
    if not line.due and not line.done:
        return f"{name}  nothing due"
    if dry_run:
        since = f", the oldest since {line.oldest_at:%Y-%m-%d}" if line.oldest_at else ""
        return f"{name}  {line.due} due to {line.action}{since}"
    return f"{name}  " + ", ".join(f"{count} {word}" for word, count in line.actions.items())

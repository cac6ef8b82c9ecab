"""The sweep itself: every keeping promise is put to its system, in bounded batches, until nothing is due.

Each batch commits with its evidence, so a sweep that dies goes on where it stopped and no record counts twice. A
system that fails does not keep the others from being swept.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from zweck.errors import SystemFailure, ZweckError
from zweck.promises import Keeps, compile_promises
from zweck.sweep.report import Missed, PromiseLine, SweepReport
from zweck.systems import System, systems_of

if TYPE_CHECKING:
    from zweck.declaration import Declaration
    from zweck.store import Store, Tx

BATCH = 1000
MAIL_DAYS = 30
JOB_DAYS = 30

_log = logging.getLogger("zweck.sweep")


def sweep(
    declaration: Declaration,
    systems: Mapping[str, System],
    store: Store,
    now: datetime,
    dry_run: bool = False,
) -> SweepReport:
    """Do what is due at ``now`` (or only say so); idempotent, resumable, once in the evidence.

    Failures of a system end up in the report, they are not raised.
    """
    lines = tuple(_promises(declaration, systems, now, dry_run))
    forgotten = [] if dry_run else _forgotten(store, declaration.id)
    with store.read(declaration.id) if dry_run else store.begin(declaration.id) as tx:
        missed = tuple(_reviews_missed(tx, dry_run))
        pruned = {} if dry_run else _prune(tx, now, forgotten)
    report = SweepReport(
        site=declaration.id, at=now, dry_run=dry_run, promises=lines, pruned=pruned, reviews_missed=missed
    )
    if not dry_run:
        _finish(store, report)
    return report


def _promises(
    declaration: Declaration, systems: Mapping[str, System], now: datetime, dry_run: bool
) -> Iterator[PromiseLine]:
    for promise in compile_promises(declaration):
        if isinstance(promise, Keeps) and promise.keeper == "zweck":
            found: list[System | None] = [*systems_of(promise, declaration, systems)]
            for system in found or [None]:
                yield _promise(promise, system, now, dry_run)


def _promise(promise: Keeps, system: System | None, now: datetime, dry_run: bool) -> PromiseLine:
    line = PromiseLine(
        activity=promise.activity,
        promise=promise.id,
        record_class=promise.record_class,
        rule=str(promise.rule),
        system=system.name if system else promise.system,
        connected=system is not None,
        action=" ; ".join(map(str, promise.rule.stages)),
        due=0,
    )
    if system is None:
        return line
    try:
        due, oldest = system.due(promise, now), system.oldest(promise, now)
        line = line.model_copy(update={"due": due, "oldest_at": oldest})
        return line if dry_run or not due else line.model_copy(update=_carry_out(promise, system, now))
    except ZweckError as error:
        return line.model_copy(update={"failure": _word(error)})
    except Exception as error:  # a broken system must not keep the others from being swept
        _log.error("sweeping %s of %s failed: %s", promise.id, promise.activity, type(error).__name__)
        return line.model_copy(update={"failure": _word(error)})


def _carry_out(promise: Keeps, system: System, now: datetime) -> dict[str, object]:
    actions: Counter[str] = Counter()
    total = 0
    while True:
        done = system.sweep(promise, now, BATCH)
        actions.update(done.detail)
        total += done.count
        if not done.more:
            return {"done": total, "actions": dict(actions)}
        if not done.count:
            raise SystemFailure(f"system {system.name} has records due that it does not sweep")


def _word(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if isinstance(error, ZweckError) else type(error).__name__


def _reviews_missed(tx: Tx, dry_run: bool) -> Iterator[Missed]:
    """Holds that nobody looked at in time: an entry of evidence once per missed review."""
    for hold in tx.holds.review_missed():
        if hold.review_at is None:
            continue
        if not dry_run and hold.alerted_at is None:
            tx.evidence("hold.review_missed", detail={"hold": hold.id, "reason": hold.reason})
            tx.holds.alerted(hold.id)
        yield Missed(
            hold=hold.id, reason=hold.reason, review_at=hold.review_at, records=len(tx.holds.records_of(hold.id))
        )


def _forgotten(store: Store, site: str) -> list[str]:
    with store.read(site) as tx:  # it looks at every subject: nobody's writing must wait for that
        return tx.subjects.forgotten()


def _prune(tx: Tx, now: datetime, forgotten: list[str]) -> dict[str, int]:
    """What is of no use any more: it has no promise of its own, so no evidence either."""
    return {
        "links": tx.tokens.prune(),
        "counters": tx.limits.prune(),
        "sessions": tx.people.prune(),
        "mails": tx.mail.prune(now - timedelta(days=MAIL_DAYS)),
        "jobs": tx.jobs.prune(now - timedelta(days=JOB_DAYS)),
        "subjects": len(tx.subjects.vacate(forgotten)),
    }


def _finish(store: Store, report: SweepReport) -> None:
    from zweck.store.checkpoints import sign

    sign(store, report.site)
    store.settle()

"""What is due: what the keeping rules have reached, what they will reach in ninety days, the sweep, and the holds.

The table asks each system, so it shows what a sweep would do, not what somebody expects (Art. 5(1)(e), 5(2) GDPR).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from starlette.responses import Response

from zweck.declaration.keeping import Rule
from zweck.desk.record import HOLD_GROUND, REASONS, review_day
from zweck.desk.visit import Page, Visit
from zweck.errors import ZweckError
from zweck.promises import Keeps, wording
from zweck.sweep import SweepReport, sweep
from zweck.systems import system_of

AHEAD = (0, 7, 30, 90)
"""Days from now."""


def show_due(visit: Visit, report: SweepReport | None = None, faults: dict[str, str] | None = None) -> Response:
    """The keeping rules with what they reach, and every open hold."""
    return visit.show(
        "desk/due.html",
        visit.say("due-title"),
        422 if faults else 200,
        lines=[_line(visit, p) for p in visit.desk.site.promises if isinstance(p, Keeps) and p.keeper == "zweck"],
        ahead=AHEAD,
        report=_reported(visit, report) if report else None,
        holds=_holds(visit),
        faults=faults or {},
    )


def _line(visit: Visit, promise: Keeps) -> dict[str, Any]:
    activity = visit.declaration.activities[promise.activity]
    system = system_of(promise, visit.declaration, visit.desk.systems)
    now = visit.desk.now
    counts: list[int] | None = None
    if system is not None:
        try:
            counts = [system.due(promise, now + timedelta(days=n)) for n in AHEAD]
        except ZweckError:
            counts = None
    return {
        "title": wording.title(activity, visit.language),
        "what": wording.record_class(activity, promise.record_class, visit.language),
        "rule": say_rule(promise.rule, visit.language),
        "counts": counts,
    }


def say_rule(rule: Rule, language: str) -> str:
    """The rule in words."""
    from zweck.texts.keeping import say_rule as say

    return str(say(rule, language))


def _reported(visit: Visit, report: SweepReport) -> dict[str, Any]:
    lines = [
        {
            "title": wording.title(visit.declaration.activities[line.activity], visit.language),
            "what": wording.record_class(
                visit.declaration.activities[line.activity], line.record_class, visit.language
            ),
            "due": line.due,
            "done": line.done,
            "failure": bool(line.failure),
        }
        for line in report.promises
        if line.due or line.done or line.failure
    ]
    return {"lines": lines, "dry": report.dry_run, "failed": report.failed, "at": report.at}


def try_sweep(visit: Visit) -> Response:
    """What a sweep would do now; changes nothing."""
    desk = visit.desk
    return show_due(visit, sweep(desk.declaration, desk.systems, desk.frame.store, desk.now, dry_run=True))


def run_sweep(visit: Visit) -> Response:
    """Sweep now, and say what was done."""
    desk = visit.desk
    with visit.begin() as tx:
        tx.evidence("desk.sweep", detail={"by": visit.person.id})
    return show_due(visit, sweep(desk.declaration, desk.systems, desk.frame.store, desk.now))


def _holds(visit: Visit) -> list[dict[str, Any]]:
    with visit.read() as tx:
        made = []
        for hold in tx.holds.all_open():
            records = tx.records.many(tx.holds.records_of(hold.id))
            made.append(
                {
                    "id": hold.id,
                    "reason": visit.say(f"hold-{hold.reason.replace('_', '-')}")
                    if hold.reason in REASONS
                    else hold.reason,
                    "opened": hold.opened_at,
                    "owner": _owner(visit, tx, hold.opened_by),
                    "review": hold.review_at,
                    "is_missed": hold.review_at is not None and hold.review_at <= tx.now,
                    "count": len(records),
                    "activities": sorted(
                        {wording.title(visit.declaration.activities[r.activity], visit.language) for r in records}
                    ),
                }
            )
    return made


def _owner(visit: Visit, tx: Any, person_id: str) -> str:
    try:
        return str(tx.people.get(person_id).login)
    except ZweckError:
        return "–"


def reviewed(visit: Visit) -> Response:
    """Somebody looked at the hold again and keeps it until the next review."""
    following = review_day(visit, visit.desk.now)
    if following is None:
        return show_due(visit, faults={f"review-{visit.id()}": visit.say("fault-review")})
    with visit.begin() as tx:
        tx.holds.reviewed(visit.id(), following)
    return visit.to("/due", "reviewed")


def released(visit: Visit) -> Response:
    """The hold ends; the next sweep does what the keeping rule says."""
    with visit.begin() as tx:
        held = tx.records.many(tx.holds.records_of(visit.id()))
        tx.holds.close(visit.id())
        still = tx.holds.under_hold([r.id for r in held])
        tx.records.lift([r.id for r in held if r.restriction_ground == HOLD_GROUND and r.id not in still])
    return visit.to("/due", "released")


PAGES = (
    Page("/due", show_due, area="due"),
    Page("/due/try", try_sweep, area="due", method="POST"),
    Page("/due/sweep", run_sweep, area="due", method="POST"),
    Page("/holds/{id}/review", reviewed, area="due", method="POST"),
    Page("/holds/{id}/release", released, area="due", method="POST"),
)

"""Contact cases: read, answered, closed, erased; an unanswered one shows on the first page.

Closing starts the keeping rule (event ``closed``); what is read here serves the answer and nothing else (Art. 5(1)(b)).
"""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from zweck.desk.record import (
    address_of,
    erase,
    erase_day,
    fields_of,
    found_record,
    hold_form,
    holds_of,
    name_of,
    open_hold,
    times_of,
)
from zweck.desk.visit import Page, Visit

KINDS = ("contact",)
PER_PAGE = 50


def list_cases(visit: Visit) -> Response:
    """The cases of every contact form, newest first, open ones marked."""
    before = visit.request.query_params.get("before") or None
    found: list[dict[str, Any]] = []
    with visit.read() as tx:
        for activity in visit.declaration.of_kind(*KINDS):
            for record in tx.records.of_activity(activity.name, limit=PER_PAGE, before=before):
                found.append(_row(visit, record))
    found.sort(key=lambda row: row["id"], reverse=True)
    older = found[-1]["id"] if len(found) >= PER_PAGE else ""
    return visit.show("desk/cases.html", visit.say("cases-title"), found=found, older=older)


def _row(visit: Visit, record: Any) -> dict[str, Any]:
    return {
        "id": record.id,
        "name": name_of(record),
        "received": record.events.get("received", record.created_at),
        "state": state_of(record),
        "said": visit.say(f"case-{state_of(record)}"),
    }


def state_of(record: Any) -> str:
    """``restricted``, ``closed``, ``answered`` or ``open``."""
    if record.status != "active":
        return "restricted"
    return next((name for name in ("closed", "answered") if name in record.events), "open")


def count_open(visit: Visit) -> tuple[int, Any]:
    """How many of the latest cases nobody answered, and since when the oldest of them waits."""
    waiting = []
    with visit.read() as tx:
        for activity in visit.declaration.of_kind(*KINDS):
            found = tx.records.of_activity(activity.name, status="active", limit=500)
            waiting += [r.events.get("received", r.created_at) for r in found if state_of(r) == "open"]
    return len(waiting), min(waiting, default=None)


def show_case(visit: Visit, status: int = 200, faults: dict[str, str] | None = None) -> Response:
    """One case with everything that was written."""
    with visit.read() as tx:
        record = found_record(tx, visit, KINDS)
        held = holds_of(tx, visit, record.id)
    return visit.show(
        "desk/case.html",
        visit.say("case-title"),
        status,
        record=record,
        fields=fields_of(visit, record),
        times=times_of(visit, record),
        state=state_of(record),
        said=visit.say(f"case-{state_of(record)}"),
        address=address_of(record),
        erased=erase_day(visit, record),
        held=held,
        hold=hold_form(visit),
        faults=faults or {},
    )


def _note(visit: Visit, event: str) -> None:
    with visit.begin() as tx:
        record = found_record(tx, visit, KINDS)
        if event == "reopened":
            tx.records.forget_event(record.id, "closed")
        else:
            tx.records.event(record.id, event)
        tx.evidence(f"contact.{event}", record.activity, (), record.id, {"by": visit.person.id})


def answered(visit: Visit) -> Response:
    """The answer went out."""
    _note(visit, "answered")
    return visit.to(f"/cases/{visit.id()}", "answered")


def closed(visit: Visit) -> Response:
    """Nothing more is to be done; the keeping rule starts to count."""
    _note(visit, "closed")
    return visit.to(f"/cases/{visit.id()}", "closed")


def reopened(visit: Visit) -> Response:
    """The person wrote again."""
    _note(visit, "reopened")
    return visit.to(f"/cases/{visit.id()}", "reopened")


def erased(visit: Visit) -> Response:
    """Erase the case before its time."""
    with visit.begin() as tx:
        erase(tx, visit, found_record(tx, visit, KINDS))
    return visit.to("/cases", "erased")


def hold(visit: Visit) -> Response:
    """Hold the case back from erasure."""
    with visit.begin() as tx:
        faults = open_hold(tx, visit, found_record(tx, visit, KINDS))
    return show_case(visit, 422, faults) if faults else visit.to(f"/cases/{visit.id()}", "held")


PAGES = (
    Page("/cases", list_cases, area="cases"),
    Page("/cases/{id}", show_case, area="cases"),
    Page("/cases/{id}/answered", answered, area="cases", method="POST"),
    Page("/cases/{id}/closed", closed, area="cases", method="POST"),
    Page("/cases/{id}/reopened", reopened, area="cases", method="POST"),
    Page("/cases/{id}/erase", erased, area="cases", method="POST"),
    Page("/cases/{id}/hold", hold, area="cases", method="POST"),
)

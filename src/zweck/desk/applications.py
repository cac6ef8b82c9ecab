"""Applications: only for those whom the declaration names as readers; every look at one is written to the evidence.

Files are attachments, never shown in the browser. Ending the procedure starts the keeping rule; the talent pool takes
only those who consented to it (Art. 5(1)(f), 6(1)(a), 32 GDPR; § 26 BDSG).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from zweck import texts
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
from zweck.desk.visit import OFFICER, RECRUITER, Page, Visit, attachment
from zweck.errors import NotFoundError, RefusedError
from zweck.promises import wording

if TYPE_CHECKING:
    from zweck.store import Record

KINDS = ("applications",)
ROLES = (OFFICER, RECRUITER)
POOL = "pool"
PER_PAGE = 200


def readable(visit: Visit) -> list[Any]:
    """The activities whose applications this person may read: the officer all, others where they are named."""
    return [a for a in visit.declaration.of_kind(*KINDS) if may_read(visit, a)]


def may_read(visit: Visit, activity: Any) -> bool:
    """Whether this login is among the declared readers; only where none is named, the officer reads.

    Who decides on requests need not see applications (Art. 32(4) GDPR): a role opens nothing that the list does not.
    """
    if not activity.readers:
        return visit.person.role == OFFICER
    return visit.person.login.casefold() in {r.casefold() for r in activity.readers}


def list_applications(visit: Visit) -> Response:
    """Procedures, one table per vacancy; names only for those who may read."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    with visit.read() as tx:
        for activity in readable(visit):
            for record in tx.records.of_activity(activity.name, limit=PER_PAGE):
                groups.setdefault((activity.name, _heading(visit, activity, record)), []).append(_row(visit, record))
    made = [{"title": title, "rows": rows} for (_, title), rows in sorted(groups.items())]
    is_named = bool(readable(visit))
    return visit.show("desk/applications.html", visit.say("applications-title"), groups=made, is_named=is_named)


def _heading(visit: Visit, activity: Any, record: Record) -> str:
    if record.record_class == POOL:
        return visit.say("applications-pool")
    chosen = str(record.data.get("vacancy", ""))
    if chosen in activity.vacancies:
        return texts.choose(activity.vacancies[chosen], visit.language)
    return visit.say("applications-open") if activity.vacancies else wording.title(activity, visit.language)


def _row(visit: Visit, record: Record) -> dict[str, Any]:
    state = state_of(record)
    return {
        "id": record.id,
        "name": name_of(record),
        "received": record.events.get("received", record.created_at),
        "files": len(record.files),
        "state": state,
        "said": visit.say(f"application-{state}"),
    }


def state_of(record: Record) -> str:
    """``restricted``, ``pool``, ``ended`` or ``running``."""
    if record.status != "active":
        return "restricted"
    if record.record_class == POOL:
        return POOL
    return "ended" if "procedure_ended" in record.events else "running"


def for_readers(answer: Callable[[Visit], Response]) -> Callable[[Visit], Response]:
    """A page for those who may read the application in the address; for others it does not exist, and that is noted."""

    def guarded(visit: Visit) -> Response:
        with visit.read() as tx:
            record = found_record(tx, visit, KINDS)
        if may_read(visit, visit.declaration.activities[record.activity]):
            return answer(visit)
        with visit.begin() as tx:
            detail = {"by": visit.person.id}
            tx.evidence("applications.denied", record.activity, _promised(visit, record), record.id, detail)
        raise NotFoundError("no such application")

    return guarded


def _promised(visit: Visit, record: Record) -> tuple[str, ...]:
    made = {p.id for p in visit.desk.site.promises if p.activity == record.activity}
    return tuple(p for p in ("applications.access",) if p in made)


def show_application(visit: Visit, status: int = 200, faults: dict[str, str] | None = None) -> Response:
    """One application; that it was read is evidence before it is shown."""
    with visit.begin() as tx:
        record = found_record(tx, visit, KINDS)
        tx.evidence("applications.read", record.activity, _promised(visit, record), record.id, {"by": visit.person.id})
        held = holds_of(tx, visit, record.id)
    activity = visit.declaration.activities[record.activity]
    return visit.show(
        "desk/application.html",
        visit.say("application-title"),
        status,
        record=record,
        heading=_heading(visit, activity, record),
        fields=fields_of(visit, record),
        times=times_of(visit, _impartial(record)),
        state=state_of(record),
        said=visit.say(f"application-{state_of(record)}"),
        address=address_of(record),
        erased=erase_day(visit, record),
        held=held,
        hold=hold_form(visit),
        may_pool=may_pool(activity, record),
        faults=faults or {},
    )


def may_pool(activity: Any, record: Record) -> bool:
    """Whether the procedure is over and the person agreed to the talent pool and has not withdrawn.

    While the procedure runs nobody who decides learns of it, so that it cannot matter (Art. 7(4)).
    """
    if is_running(record):
        return False
    agreed = "consent_given" in record.events and "consent_withdrawn" not in record.events
    return bool(activity.pool) and agreed and record.record_class != POOL and record.status == "active"


def is_running(record: Record) -> bool:
    """Whether the application is still to be decided on."""
    return record.record_class != POOL and "procedure_ended" not in record.events


def _impartial(record: Record) -> Record:
    """The record without its consents while it is to be decided on."""
    if not is_running(record):
        return record
    return replace(record, events={k: v for k, v in record.events.items() if not k.startswith("consent_")})


def download(visit: Visit) -> Response:
    """One file of an application, as an attachment; noted like reading it."""
    with visit.begin() as tx:
        record = found_record(tx, visit, KINDS)
        info = next((f for f in record.files if f.id == visit.id("file")), None)
        if info is None:
            raise NotFoundError("no such file")
        content = tx.files.content(info.id)
        detail = {"by": visit.person.id, "file": info.id}
        tx.evidence("applications.file_read", record.activity, _promised(visit, record), record.id, detail)
    return attachment(info.name, "application/octet-stream", content)


def end(visit: Visit) -> Response:
    """The procedure is over; the keeping rule starts to count."""
    with visit.begin() as tx:
        record = found_record(tx, visit, KINDS)
        tx.records.event(record.id, "procedure_ended")
        tx.evidence("applications.ended", record.activity, (), record.id, {"by": visit.person.id})
    return visit.to(f"/applications/{visit.id()}", "ended")


def to_pool(visit: Visit) -> Response:
    """Move the candidate to the talent pool, with consent only."""
    from zweck.activities.applications.jobs import move_to_pool

    with visit.begin() as tx:
        record = found_record(tx, visit, KINDS)
        if not may_pool(visit.declaration.activities[record.activity], record):
            raise RefusedError("applications.pool: no consent to the talent pool")
        made = move_to_pool(tx, record.id)
    return visit.to(f"/applications/{made}", "pooled")


def withdrawn(visit: Visit) -> Response:
    """The person withdrew the application, or the consent to the pool: it is erased."""
    with visit.begin() as tx:
        erase(tx, visit, found_record(tx, visit, KINDS))
    return visit.to("/applications", "erased")


def hold(visit: Visit) -> Response:
    """Hold an application back from erasure, for a dispute."""
    with visit.begin() as tx:
        faults = open_hold(tx, visit, found_record(tx, visit, KINDS))
    return show_application(visit, 422, faults) if faults else visit.to(f"/applications/{visit.id()}", "held")


PAGES = (
    Page("/applications", list_applications, ROLES, "applications"),
    Page("/applications/{id}", for_readers(show_application), ROLES, "applications"),
    Page("/applications/{id}/files/{file}", for_readers(download), ROLES, "applications"),
    Page("/applications/{id}/end", for_readers(end), ROLES, "applications", "POST"),
    Page("/applications/{id}/pool", for_readers(to_pool), ROLES, "applications", "POST"),
    Page("/applications/{id}/erase", for_readers(withdrawn), (OFFICER,), "applications", "POST"),
    Page("/applications/{id}/hold", for_readers(hold), (OFFICER,), "applications", "POST"),
)

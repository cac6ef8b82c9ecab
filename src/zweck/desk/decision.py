"""One request at the desk: its clock, what was found where, the letters, and the decisions on it.

The officer sees the last lawful day and the safe one, extends with a reason within the first month, refuses only with
a reason, and reads every letter before it goes (Art. 12(3)–(6), 15–21 GDPR).
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from zweck import rights, texts
from zweck.clock import BERLIN
from zweck.desk.requests import changes_of, clock_of, correctable, link_for, row_of
from zweck.desk.visit import Page, Visit, attachment
from zweck.errors import NotFoundError, RefusedError
from zweck.law import deadlines
from zweck.law.rights import right as law_right
from zweck.promises import wording
from zweck.rights import engine

if TYPE_CHECKING:
    from zweck.store import Step
    from zweck.store.requests import Request as Asked

LONG_REASON = 3
"""Words that a reason needs at least; the engine asks the same."""


def show_request(visit: Visit, status: int = 200, faults: dict[str, str] | None = None) -> Response:
    """Everything about one request: clock, identity, what was found, what will happen, letters, steps."""
    with visit.read() as tx:
        asked = tx.requests.get(visit.id())
        letters = tx.mail.list(record=asked.id, limit=20)
        past = tx.chain.latest(limit=50, record=asked.id)
        has_package = rights.package_file(tx, asked.id) is not None
    is_pending = asked.closed_at is None and asked.status in (engine.OPEN, engine.APPROVED)
    found = _found(visit, asked) if is_pending else []
    key = law_right(asked.right).key
    return visit.show(
        "desk/request.html",
        visit.say("request-title", reference=asked.reference),
        status,
        asked=asked,
        row=row_of(visit, asked),
        key=key,
        clock=clock_of(asked, visit.desk.now),
        days=_days(visit, asked),
        identity=visit.say(_identity(asked)),
        identity_asked=asked.plain.get("identity_asked_at")
        and datetime.fromisoformat(asked.plain["identity_asked_at"]),
        found=found,
        effect=visit.say(f"effect-{key}"),
        changes=_named(visit, asked),
        correctable=correctable(visit),
        letters=letters,
        previews=_previews(visit, asked, key) if is_pending else [],
        past=past,
        has_package=has_package,
        tell=rights.recipients(visit.declaration, asked),
        said_step=partial(_said_step, visit),
        steps=[s for s in asked.steps if not s.system.startswith("told:")],
        is_pending=is_pending,
        faults=faults or {},
    )


def _said_step(visit: Visit, step: Step) -> str:
    """``count=2 restricted=1`` and ``exported 3`` in words."""
    counted = re.match(r"count=(\d+) restricted=(\d+)", step.detail)
    if counted:
        return visit.say("step-changed", count=int(counted[1]), restricted=int(counted[2]))
    exported = re.fullmatch(r"exported (\d+)", step.detail)
    return visit.say("step-exported", count=int(exported[1])) if exported else f"{step.status} {step.detail}"


def _identity(asked: Asked) -> str:
    if asked.status == engine.UNCONFIRMED:
        return "identity-open"
    return "identity-mail" if asked.channel == "portal" else "identity-vouched"


def _days(visit: Visit, asked: Asked) -> list[tuple[str, str]]:
    address = visit.declaration.controller.address
    received = asked.received_at.astimezone(BERLIN).date()
    found = deadlines.respond_by(received, address.state, address.country)
    named = [
        ("day-received", found.received_on),
        ("day-target", found.operational_target),
        ("day-safe", found.hard_no_roll),
        ("day-last", found.legal_last_day),
        ("day-extension", found.extension_notice_latest),
    ]
    if asked.extended_until:
        named.append(("day-extended", found.extended_legal_last_day))
    return [(visit.say(name), texts.day(on, visit.language)) for name, on in named]


def _found(visit: Visit, asked: Asked) -> list[dict[str, Any]]:
    holdings = rights.preview(visit.declaration, visit.desk.systems, asked)
    return [
        {
            "system": h.system,
            "activity": _title(visit, h.activity),
            "class": h.record_class,
            "count": h.count,
            "since": h.since,
        }
        for h in holdings
    ]


def _title(visit: Visit, name: str) -> str:
    activity = visit.declaration.activities.get(name)
    return wording.title(activity, visit.language) if activity else name


def _named(visit: Visit, asked: Asked) -> list[tuple[str, str]]:
    labels = correctable(visit)
    changes = asked.data.get("changes") or {}
    return [(labels.get(name, name), str(value)) for name, value in changes.items()]


def _previews(visit: Visit, asked: Asked, key: str) -> list[dict[str, str]]:
    """The letters as the person would get them, in their language, with the reason still open."""
    address = visit.declaration.controller.address
    from zweck.law.authorities import authority_for

    authority = authority_for(address.country, address.state)
    said: dict[str, Any] = {
        "right": law_right(asked.right).title(asked.language),
        "reference": asked.reference,
        "controller": visit.declaration.controller.name,
        "authority": f"{authority.name}, {authority.website}",
        "reason": "[…]",
        "day": _last_if_extended(visit, asked),
        "link": "[…]",
        "result": texts.message(f"rights.result-{key}", asked.language, erased=0, restricted=0, shared=0).strip(),
    }
    return [
        {
            "name": visit.say(f"letter-{letter}"),
            "subject": texts.message(f"rights.subject-{letter}", asked.language, reference=asked.reference),
            "text": texts.message(f"rights.letter-{letter}", asked.language, **said),
        }
        for letter in ("done", "identity", "refused", "extended")
    ]


def _last_if_extended(visit: Visit, asked: Asked) -> str:
    address = visit.declaration.controller.address
    received = asked.received_at.astimezone(BERLIN).date()
    found = deadlines.respond_by(received, address.state, address.country)
    return texts.day(found.extended_legal_last_day, asked.language)


def approve(visit: Visit) -> Response:
    """Decide to do what is asked, then do it at once; a step that fails can be run again."""
    with visit.read() as tx:
        asked = tx.requests.get(visit.id())
    faults: dict[str, str] = {}
    is_needed = law_right(asked.right).key == "rectification" and not asked.data.get("changes")
    changes = changes_of(visit, faults, is_needed=is_needed)
    if faults:
        return show_request(visit, 422, faults)
    with visit.begin() as tx:
        rights.approve(tx, visit.declaration, asked.id, visit.person.id, changes or None)
    return visit.to(f"/requests/{asked.id}", "approved")


def run(visit: Visit) -> Response:
    """Carry an approved request out on every system; resumes where it stopped."""
    store, declaration = visit.desk.frame.store, visit.declaration
    done = rights.run(store, declaration, visit.desk.systems, visit.id(), partial(link_for, visit))
    return visit.to(f"/requests/{visit.id()}", "ran" if done.closed_at else "ran-tell")


def refuse(visit: Visit) -> Response:
    """Refuse with a reason that the person reads."""
    reason = visit.given("reason", 2000)
    if len(reason.split()) < LONG_REASON:
        return show_request(visit, 422, {"reason": visit.say("fault-reason")})
    with visit.begin() as tx:
        rights.refuse(tx, visit.declaration, visit.id(), visit.person.id, reason)
    return visit.to(f"/requests/{visit.id()}", "refused")


def extend(visit: Visit) -> Response:
    """Take two more months, with the reason, while the first month lasts."""
    reason = visit.given("extension", 2000)
    if len(reason.split()) < LONG_REASON:
        return show_request(visit, 422, {"extension": visit.say("fault-reason")})
    try:
        with visit.begin() as tx:
            rights.extend(tx, visit.declaration, visit.id(), visit.person.id, reason)
            tx.requests.update(visit.id(), data={"extension_reason": reason})
    except RefusedError:
        return show_request(visit, 409, {"extension": visit.say("fault-extension")})
    return visit.to(f"/requests/{visit.id()}", "extended")


def tell(visit: Visit) -> Response:
    """Note that a recipient was told of the correction, erasure or restriction (Art. 19)."""
    with visit.begin() as tx:
        rights.tell(tx, visit.id(), visit.given("recipient", 100), visit.person.id)
    return visit.to(f"/requests/{visit.id()}", "told")


def ask_identity(visit: Visit) -> Response:
    """Ask the person for something to know them by, with the reason for the doubt; the deadline does not stop."""
    reason = visit.given("doubt", 2000)
    if len(reason.split()) < LONG_REASON:
        return show_request(visit, 422, {"doubt": visit.say("fault-reason")})
    with visit.begin() as tx:
        rights.ask_identity(tx, visit.declaration, visit.id(), visit.person.id, reason)
    return visit.to(f"/requests/{visit.id()}", "identity")


def download(visit: Visit) -> Response:
    """The package that the person gets, for who answers by post; reading it is noted."""
    with visit.begin() as tx:
        asked = tx.requests.get(visit.id())
        package = rights.package_file(tx, asked.id)
        if package is None:
            raise NotFoundError("no package")
        tx.evidence("desk.package_read", asked.activity, (), asked.id, {"by": visit.person.id})
    name, media_type, content = package
    return attachment(name, media_type, content)


PAGES = (
    Page("/requests/{id}", show_request, area="requests"),
    Page("/requests/{id}/approve", approve, area="requests", method="POST"),
    Page("/requests/{id}/run", run, area="requests", method="POST"),
    Page("/requests/{id}/refuse", refuse, area="requests", method="POST"),
    Page("/requests/{id}/extend", extend, area="requests", method="POST"),
    Page("/requests/{id}/identity", ask_identity, area="requests", method="POST"),
    Page("/requests/{id}/tell", tell, area="requests", method="POST"),
    Page("/requests/{id}/package", download, area="requests"),
)

"""Requests at the desk: the list with its clocks, one request with what was found, and the decisions on it.

The officer sees the last lawful day and the safe one, extends with a reason within the first month, refuses only with
a reason, and reads every letter before it goes (Art. 12(3)–(4), 15–21 GDPR).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from zweck import rights, texts
from zweck.activities.check import Faults, check_field
from zweck.activities.face import site_base
from zweck.clock import BERLIN, parse_moment
from zweck.declaration.activity import FormField
from zweck.desk.visit import Page, Visit
from zweck.errors import NotFoundError, RefusedError
from zweck.law import deadlines
from zweck.law.rights import right as law_right
from zweck.promises import wording
from zweck.rights import engine

if TYPE_CHECKING:
    from zweck.store import Step
    from zweck.store.requests import Request as Asked

CHANNELS = ("mail", "post", "phone", "in-person")
SOON = timedelta(days=7)
LONG_REASON = 3
"""Words that a reason needs at least; the engine asks the same."""


def link_for(visit: Visit, token: str) -> str:
    """The public address where a person follows their request."""
    declaration = visit.declaration
    base = site_base(declaration, visit.desk.frame.settings, visit.request)
    return f"{base}/privacy/{engine.activity_of(declaration)}/request?token={token}"


@dataclass(frozen=True)
class Clock:
    """How a request stands in time; days left until the last lawful moment, negative when it is over."""

    days: int
    state: str

    @property
    def is_urgent(self) -> bool:
        return self.state in ("late", "soon")


def clock_of(asked: Asked, now: datetime) -> Clock:
    """``late``, ``soon`` (a week), ``running``, ``telling`` (answered, recipients not all told) or ``closed``."""
    if asked.closed_at or asked.deadline is None:
        return Clock(0, "closed")
    if asked.status == engine.DONE:
        return Clock(0, "telling")
    left = asked.deadline - now
    days = (asked.deadline.astimezone(BERLIN).date() - now.astimezone(BERLIN).date()).days - 1
    if left <= timedelta():
        return Clock(days, "late")
    return Clock(days, "soon" if left <= SOON else "running")


def row_of(visit: Visit, asked: Asked) -> dict[str, Any]:
    """One line of the list: no name, only what helps to choose."""
    clock = clock_of(asked, visit.desk.now)
    return {
        "id": asked.id,
        "reference": asked.reference,
        "right": law_right(asked.right).title(visit.language),
        "received": asked.received_at,
        "status": asked.status,
        "state": visit.say(f"request-{asked.status}"),
        "clock": clock,
        "last": asked.deadline - timedelta(seconds=1) if asked.deadline else None,
        "channel": visit.say(f"channel-{asked.channel}"),
    }


def list_requests(visit: Visit) -> Response:
    """Open requests, the most urgent first; then the latest closed ones."""
    with visit.read() as tx:
        found = [row_of(visit, r) for r in tx.requests.list(open=True)]
        closed = [row_of(visit, r) for r in tx.requests.list(open=False, limit=50)]
    waiting = [r for r in found if r["status"] == engine.UNCONFIRMED]
    return visit.show(
        "desk/requests.html",
        visit.say("requests-title"),
        open=[r for r in found if r["status"] != engine.UNCONFIRMED],
        waiting=len(waiting),
        closed=closed,
        may_take=bool(visit.declaration.of_kind("rights")),
    )


def show_new(visit: Visit, status: int = 200, faults: dict[str, str] | None = None) -> Response:
    """The form for a request that came by mail, by post or by phone."""
    return visit.show(
        "desk/request_new.html",
        visit.say("request-new-title"),
        status,
        rights=[(r.key, r.title(visit.language)) for r in rights.requestable()],
        channels=[(c, visit.say(f"channel-{c}")) for c in CHANNELS],
        today=visit.desk.now.astimezone(BERLIN).date().isoformat(),
        languages=[(code, texts.message("web.language-name", code)) for code in visit.declaration.languages],
        correctable=correctable(visit),
        faults=faults or {},
    )


def correctable(visit: Visit) -> dict[str, str]:
    """Fields that forms of this site collect and that can be wrong, with their labels."""
    fields = [f for a in visit.declaration.activities.values() for f in a.fields if f.type not in ("file", "checkbox")]
    return {f.name: wording.field_label(f, visit.language) for f in fields}


def take_new(visit: Visit) -> Response:
    """Enter a request for a person; the day of receipt counts, not today."""
    email, faults = email_of(visit)
    right, channel, language = visit.given("right"), visit.given("channel"), visit.given("language")
    if right not in {r.key for r in rights.requestable()}:
        faults["right"] = visit.say("fault-right")
    if channel not in CHANNELS:
        faults["channel"] = visit.say("fault-channel")
    if language not in visit.declaration.languages:
        faults["language"] = visit.say("fault-language")
    received = _received(visit, faults)
    changes = _changes(visit, faults, is_needed=False)
    if faults or received is None:
        return show_new(visit, 422, faults)
    is_vouched = visit.given("identity") == "vouched"
    with visit.begin() as tx:
        made = rights.open_request(
            tx, visit.declaration, right, email=email, name=visit.given("name", 254),
            details=visit.given("details"), changes=changes, channel=channel, language=language,
            confirmed=is_vouched, received_at=received, link=_links(visit, is_vouched),
        )  # fmt: skip
        tx.evidence(
            "desk.request_entered", made.activity, (), made.id,
            {"by": visit.person.id, "channel": channel, "vouched": is_vouched},
        )  # fmt: skip
    return visit.to(f"/requests/{made.id}", "entered")


def _links(visit: Visit, is_vouched: bool) -> Any:
    if is_vouched:
        return partial(link_for, visit)
    base = site_base(visit.declaration, visit.desk.frame.settings, visit.request)
    path = f"{base}/privacy/{engine.activity_of(visit.declaration)}/confirm"
    return lambda token: f"{path}?token={token}"


def email_of(visit: Visit) -> tuple[str, dict[str, str]]:
    """The address in the form's field ``email``, and its fault if it has one."""
    faults = Faults(visit.say("field-email"), visit.language)
    one = FormField(name="email", type="email", required=True, max_length=254)
    value = check_field(one, [visit.given("email")], faults)
    return value, {"email": faults.first} if faults.first else {}


def _received(visit: Visit, faults: dict[str, str]) -> datetime | None:
    try:
        found = parse_moment(visit.given("received", 10))
    except ValueError:
        faults["received"] = visit.say("fault-date")
        return None
    if found > visit.desk.now or visit.desk.now - found > timedelta(days=366):
        faults["received"] = visit.say("fault-received")
    return found


def _changes(visit: Visit, faults: dict[str, str], *, is_needed: bool) -> dict[str, str]:
    name, value = visit.given("field"), visit.given("value", 500)
    if not name and not value and not is_needed:
        return {}
    if name not in correctable(visit):
        faults["field"] = visit.say("fault-field")
    if not value:
        faults["value"] = visit.say("fault-value")
    return {name: value}


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
    counted = re.fullmatch(r"count=(\d+) restricted=(\d+)", step.detail)
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
        "result": texts.message(f"rights.result-{key}", asked.language, erased=0, restricted=0).strip(),
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
    changes = _changes(visit, faults, is_needed=is_needed)
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


def attachment(name: str, media_type: str, content: bytes) -> Response:
    """A file that is saved, never shown: no script in it can run here."""
    from urllib.parse import quote

    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in name)
    headers = {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}",
        "Cache-Control": "no-store",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(content, media_type=media_type, headers=headers)


PAGES = (
    Page("/requests", list_requests, area="requests"),
    Page("/requests/new", show_new, area="requests"),
    Page("/requests/new", take_new, area="requests", method="POST"),
    Page("/requests/{id}", show_request, area="requests"),
    Page("/requests/{id}/approve", approve, area="requests", method="POST"),
    Page("/requests/{id}/run", run, area="requests", method="POST"),
    Page("/requests/{id}/refuse", refuse, area="requests", method="POST"),
    Page("/requests/{id}/extend", extend, area="requests", method="POST"),
    Page("/requests/{id}/identity", ask_identity, area="requests", method="POST"),
    Page("/requests/{id}/tell", tell, area="requests", method="POST"),
    Page("/requests/{id}/package", download, area="requests"),
)

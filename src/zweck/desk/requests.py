"""Requests at the desk: the list with its clocks, and taking in what came by mail, post or phone (Art. 12(2)–(3) GDPR).

The list names nobody; the day of receipt counts, not the day of entry.
"""

from __future__ import annotations

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
from zweck.law.rights import right as law_right
from zweck.promises import wording
from zweck.rights import engine

if TYPE_CHECKING:
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
    changes = changes_of(visit, faults, is_needed=False)
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


def changes_of(visit: Visit, faults: dict[str, str], *, is_needed: bool) -> dict[str, str]:
    name, value = visit.given("field"), visit.given("value", 500)
    if not name and not value and not is_needed:
        return {}
    if name not in correctable(visit):
        faults["field"] = visit.say("fault-field")
    if not value:
        faults["value"] = visit.say("fault-value")
    return {name: value}


PAGES = (
    Page("/requests", list_requests, area="requests"),
    Page("/requests/new", show_new, area="requests"),
    Page("/requests/new", take_new, area="requests", method="POST"),
)

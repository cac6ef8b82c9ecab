"""The life of a request: received, confirmed by the person, decided by the controller, carried out, answered.

The clock runs from receipt (Art. 12(3) GDPR, Reg. 1182/71); an extension must be told within the first month; a
refusal names its reason and the way to complain (Art. 12(4)). Nothing is carried out before the address is confirmed
or an officer has vouched for the person. A request is a record of the ``rights`` activity with a key of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from zweck import texts
from zweck.clock import BERLIN, start_of_day
from zweck.declaration.model import Declaration
from zweck.errors import NotFoundError, RefusedError
from zweck.law import deadlines
from zweck.law.authorities import authority_for
from zweck.law.rights import right as law_right
from zweck.law.rights import rights as law_rights
from zweck.rights.dispute import block, settle

if TYPE_CHECKING:
    from zweck.store.requests import Request
    from zweck.store.transaction import Tx

Link = Callable[[str], str]
"""Makes the public address of a token: the faces know where they are served."""

UNCONFIRMED, OPEN, APPROVED, DONE, REFUSED, WITHDRAWN = (
    "unconfirmed",
    "open",
    "approved",
    "done",
    "refused",
    "withdrawn",
)
CONFIRM, FOLLOW = "rights.confirm", "rights.follow"
CONFIRM_WITHIN = timedelta(days=7)
FOLLOW_WITHIN = timedelta(days=400)
PACKAGE_FOR = timedelta(days=30)

PROMISE = {
    "access": "rights.access_package",
    "rectification": "rights.rectify",
    "erasure": "rights.erase",
    "restriction": "rights.restrict",
    "portability": "rights.portability",
    "objection": "rights.object",
    "withdrawal": "rights.withdraw",
}
"""The guarantee that each right stands for; its keys are the rights that can be requested."""


def activity_of(declaration: Declaration) -> str:
    """The name of the ``rights`` activity; raises ``NotFoundError`` where it is not declared."""
    found = declaration.of_kind("rights")
    if not found:
        raise NotFoundError(f"{declaration.id}: the activity rights is not declared, so no request can be taken")
    return str(found[0].name)


def key_of(request: Request) -> str:
    """``access`` … ``withdrawal``: the key of the right that a request exercises."""
    return law_right(request.right).key


def open_request(
    tx: Tx,
    declaration: Declaration,
    right: str,
    *,
    email: str,
    link: Link,
    name: str = "",
    details: str = "",
    changes: Mapping[str, str] | None = None,
    channel: str = "portal",
    language: str = "de",
    confirmed: bool = False,
    received_at: datetime | None = None,
) -> Request:
    """Take a request in. Unless ``confirmed`` (an officer vouches), the person must confirm by a link sent to them.

    Raises ``RefusedError`` for a right that cannot be requested.
    """
    if right not in PROMISE:
        raise RefusedError(f"{right!r} cannot be requested; one of {', '.join(PROMISE)}")
    address = declaration.controller.address
    received = received_at or tx.now
    request = tx.requests.add(
        law_right(right).article,
        data={"email": email, "name": name, "details": details, "changes": dict(changes or {})},
        channel=channel,
        language=language,
        state=address.state or "",
        status=OPEN if confirmed else UNCONFIRMED,
        received_at=received,
        due_at=last_moment(declaration, received),
        activity=activity_of(declaration),
    )
    tx.evidence(
        "request.received",
        request.activity,
        ("rights.channel", "rights.informal_mail") if channel != "portal" else ("rights.channel",),
        request.id,
        {"right": right, "channel": channel},
    )
    if confirmed:
        return _start(tx, declaration, request, link)
    token = tx.tokens.issue(CONFIRM, request.id, CONFIRM_WITHIN)
    _write(tx, declaration, request, "confirm", link=link(token))
    return request


def confirm(tx: Tx, declaration: Declaration, token: str, link: Link) -> Request | None:
    """The person confirms; ``None`` for a token that is used, over or unknown."""
    request_id = tx.tokens.redeem(token, CONFIRM)
    return _start(tx, declaration, tx.requests.get(request_id), link) if request_id else None


def _start(tx: Tx, declaration: Declaration, request: Request, link: Link) -> Request:
    started = tx.requests.update(request.id, status=OPEN, confirmed_at=tx.now)
    tx.evidence("request.confirmed", request.activity, ("rights.channel",), request.id, {"right": key_of(request)})
    block(tx, declaration, started)
    token = tx.tokens.issue(FOLLOW, request.id, FOLLOW_WITHIN)
    _write(tx, declaration, started, "received", link=link(token), day=_last_day(started, started.language))
    return started


def follow(tx: Tx, token: str) -> Request | None:
    """The request that a person follows by the link they were sent."""
    request_id = tx.tokens.peek(token, FOLLOW)
    return tx.requests.get(request_id) if request_id else None


def withdraw(tx: Tx, request: Request) -> Request:
    """The person takes the request back; it is closed and kept as proof."""
    if request.closed_at:
        return request
    tx.evidence("request.withdrawn", request.activity, ("rights.channel",), request.id)
    settle(tx, request)
    return tx.requests.update(request.id, status=WITHDRAWN, closed_at=tx.now)


def extend(tx: Tx, declaration: Declaration, request_id: str, by: str, reason: str) -> Request:
    """Two more months, told within the first with the reason (Art. 12(3)); raises ``RefusedError`` when too late."""
    request = _pending(tx, request_id)
    days = _deadline(declaration, request.received_at)
    if request.extended_until:
        raise RefusedError(f"request {request.reference} is extended already; the law allows it once")
    if not reason.strip():
        raise RefusedError("an extension needs a reason (Art. 12(3) GDPR)")
    if tx.now >= start_of_day(days.extension_notice_latest + timedelta(days=1)):
        raise RefusedError(f"an extension had to be told by {days.extension_notice_latest:%Y-%m-%d}")
    until = start_of_day(days.extended_legal_last_day + timedelta(days=1))
    extended = tx.requests.update(request_id, extended_until=until)
    tx.evidence("request.extended", request.activity, ("rights.channel",), request_id, {"by": by})
    day = _last_day(extended, request.language)
    _write(tx, declaration, extended, "extended", reason=reason.strip(), day=day)
    return extended


def ask_identity(tx: Tx, declaration: Declaration, request_id: str, by: str, reason: str) -> Request:
    """Ask for more to know the person by, with the reason for the doubt (Art. 12(6)); never for a copy of an ID.

    The due date stays: whether the clock stops meanwhile is disputed, so it does not. Raises ``RefusedError`` without
    a reason.
    """
    request = _pending(tx, request_id)
    if len(reason.split()) < 3:
        raise RefusedError("asking for identification needs the reason for the doubt (Art. 12(6) GDPR)")
    asked = tx.requests.update(request_id, plain={"identity_asked_at": tx.now.isoformat()})
    tx.evidence("request.identity_asked", request.activity, ("rights.channel",), request_id, {"by": by})
    _write(tx, declaration, asked, "identity", reason=reason.strip())
    return asked


def approve(
    tx: Tx, declaration: Declaration, request_id: str, by: str, changes: Mapping[str, str] | None = None
) -> Request:
    """The controller decides to do what is asked; ``changes`` are the corrected fields of a rectification."""
    request = _pending(tx, request_id)
    data: dict[str, Any] = {"data": {"changes": dict(changes)}} if changes else {}
    if key_of(request) == "rectification" and not (changes or request.data.get("changes")):
        raise RefusedError("a rectification needs the corrected fields")
    tx.evidence("request.approved", request.activity, ("rights.channel",), request_id, {"by": by})
    return tx.requests.update(request_id, status=APPROVED, decision="approved", **data)


def refuse(tx: Tx, declaration: Declaration, request_id: str, by: str, reason: str) -> Request:
    """The controller refuses with reason and way to complain (Art. 12(4)); raises ``RefusedError`` without one."""
    request = _pending(tx, request_id)
    if len(reason.split()) < 3:
        raise RefusedError("a refusal needs its reason in words (Art. 12(4) GDPR)")
    closed = tx.requests.update(
        request_id, status=REFUSED, decision="refused", closed_at=tx.now, data={"reason": reason.strip()}
    )
    promises = ("rights.channel", *(("rights.erase_exceptions",) if key_of(request) == "erasure" else ()))
    tx.evidence("request.refused", request.activity, promises, request_id, {"by": by})
    settle(tx, request)
    _write(tx, declaration, closed, "refused", reason=reason.strip())
    return closed


def tidy(tx: Tx, declaration: Declaration) -> int:
    """Erase what was never confirmed and packages past their thirty days; gives how many; idempotent."""
    if not declaration.of_kind("rights"):
        return 0
    stale = [r.id for r in tx.requests.list(status=UNCONFIRMED) if tx.now - r.received_at >= CONFIRM_WITHIN]
    for request_id in stale:
        tx.evidence("request.lapsed", activity_of(declaration), (), request_id)
    tx.records.erase(stale)
    done = [r for r in tx.requests.list(status=DONE) if r.closed_at and tx.now - r.closed_at >= PACKAGE_FOR]
    over = [file.id for request in done for file in tx.files.of(request.id)]
    for file_id in over:
        tx.files.remove(file_id)
    return len(stale) + len(over)


def safe_day(declaration: Declaration, request: Request) -> date:
    """The day to answer by without relying on a weekend or holiday that moves the end of the month."""
    return _deadline(declaration, request.received_at).hard_no_roll


def last_moment(declaration: Declaration, received_at: datetime) -> datetime:
    """The moment by which a request must be answered: the end of the last lawful day at the controller's seat."""
    return start_of_day(_deadline(declaration, received_at).legal_last_day + timedelta(days=1))


def _deadline(declaration: Declaration, received_at: datetime) -> deadlines.Deadline:
    address = declaration.controller.address
    return deadlines.respond_by(received_at.astimezone(BERLIN).date(), address.state, address.country)


def _last_day(request: Request, language: str) -> str:
    end = request.deadline or request.received_at
    return texts.day((end - timedelta(seconds=1)).astimezone(BERLIN).date(), language)


def _pending(tx: Tx, request_id: str) -> Request:
    request = tx.requests.get(request_id)
    if request.status == UNCONFIRMED:
        raise RefusedError(f"request {request.reference} is not confirmed by the person yet")
    if request.closed_at or request.status == DONE:
        raise RefusedError(f"request {request.reference} is answered or closed")
    return request


def write_done(tx: Tx, declaration: Declaration, request: Request, link: Link, counts: Mapping[str, int]) -> None:
    """The letter that says what was done."""
    key = key_of(request)
    token = tx.tokens.issue(FOLLOW, request.id, FOLLOW_WITHIN)
    result = texts.message(f"rights.result-{key}", request.language, **counts)
    _write(tx, declaration, request, "done", link=link(token), result=result.strip())


def _write(tx: Tx, declaration: Declaration, request: Request, letter: str, **arguments: str) -> None:
    language = request.language
    authority = authority_for(declaration.controller.address.country, declaration.controller.address.state)
    said = {
        "right": law_right(request.right).title(language),
        "reference": request.reference,
        "controller": declaration.controller.name,
        "authority": f"{authority.name}, {authority.website}",
        **arguments,
    }
    tx.mail.queue(
        to=request.data["email"],
        template=f"rights.{letter}",
        subject_line=texts.message(f"rights.subject-{letter}", language, reference=request.reference),
        text=texts.message(f"rights.letter-{letter}", language, **said),
        subject=request.subject,
        record=request.id,
        key=f"rights:{letter}:{request.id}",
    )


def requestable() -> list[Any]:
    """The rights that can be requested, in the order of the articles (``law.rights.Right``)."""
    return [r for r in law_rights() if r.key in PROMISE]

"""What an open dispute does at once: the data concerned is blocked until it is decided (Art. 18(1)(a) and (d) GDPR).

An objection also ends direct marketing the moment it arrives, without weighing and without an override (Art. 21(3)).
Everything happens in the transaction that opens the request; the decision lifts the block in its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zweck.declaration.kind import kind
from zweck.declaration.model import Declaration
from zweck.law.rights import right as law_right

if TYPE_CHECKING:
    from zweck.store import Record
    from zweck.store.requests import Request
    from zweck.store.transaction import Tx

GROUNDS = {"rectification": "18(1)(a)", "objection": "18(1)(d)"}
"""The grounds of a restriction that lasts as long as the dispute."""
CHECKING = ("rights.restrict_while_checking",)
MARKETING_EVENTS = ("objected", "unsubscribed")
INTEREST = "6(1)(f)"


def block(tx: Tx, declaration: Declaration, request: Request) -> None:
    """Block what the person disputes or objects to; idempotent."""
    key = law_right(request.right).key
    if key == "objection":
        _stop_marketing(tx, declaration, request)
    ground = GROUNDS.get(key)
    if ground is None:
        return
    found = [r.id for r in _held(tx, request) if r.status == "active" and _concerns(declaration, request, key, r)]
    if tx.records.restrict(found, ground=ground):
        tx.requests.update(request.id, plain={"blocked": found})
        tx.evidence("request.blocked", request.activity, CHECKING, request.id, {"count": len(found), "ground": ground})


def settle(tx: Tx, request: Request) -> None:
    """The dispute is decided: what it blocked is free again, unless another reason restricts it; idempotent."""
    ground = GROUNDS.get(law_right(request.right).key)
    blocked = tx.records.many(request.plain.get("blocked", []))
    lifted = tx.records.lift([r.id for r in blocked if r.restriction_ground == ground])
    if lifted:
        tx.evidence("request.unblocked", request.activity, CHECKING, request.id, {"count": lifted})


def _held(tx: Tx, request: Request) -> list[Record]:
    from zweck.store.requests import RECORD_CLASS

    subjects = tx.subjects.find({"email": request.data["email"]})
    return [r for s in subjects for r in tx.records.of_subject(s) if r.record_class != RECORD_CLASS]


def _concerns(declaration: Declaration, request: Request, key: str, record: Record) -> bool:
    if key == "objection":
        activity = declaration.activities.get(record.activity)
        return activity is not None and INTEREST in activity.basis
    disputed = request.data.get("changes") or {}
    return not disputed or any(name in record.data for name in disputed)


def _stop_marketing(tx: Tx, declaration: Declaration, request: Request) -> None:
    tx.suppression.add(request.data["email"], "objection")
    for record in _held(tx, request):
        activity = declaration.activities.get(record.activity)
        if activity is not None and kind(activity.kind).group == "marketing":
            for event in MARKETING_EVENTS:
                tx.records.event(record.id, event)
    tx.evidence("marketing.stopped", request.activity, ("rights.object_marketing",), request.id)

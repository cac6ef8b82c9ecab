"""A subscription's life: ordered, confirmed, left; each step one transaction with its evidence.

Ordering makes an ``unconfirmed`` record that its own rule deletes after seven days. Confirming makes the subscriber
and the proof (§ 7(2) no. 2 UWG, Art. 7(1)). Leaving erases the subscriber at once, keeps the proof under its rule and
puts a keyed hash on the suppression list; only a new confirmation lifts it. All steps may be repeated without harm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

CONFIRM = "newsletter.confirm"
LEAVE = "newsletter.leave"
VALID = timedelta(days=7)
LEAVE_VALID = timedelta(days=3650)
UNCONFIRMED = "unconfirmed"
PROOF = "proof"
ORDER_PROMISES = ("newsletter.evidence", "newsletter.email_only", "contact.notice_at_form")
CONFIRM_PROMISES = ("newsletter.double_opt_in", "newsletter.consent_only", "newsletter.evidence")
LEAVE_PROMISES = ("newsletter.unsubscribe", "newsletter.suppression_blocks")


@dataclass(frozen=True)
class Order:
    """What came of an order: a link to confirm, or, for who has the letter already, a link to leave."""

    subject: str
    record: str
    is_known: bool
    token: str


@dataclass(frozen=True)
class Member:
    """A person on the list: the subscriber's record, its proof, the address and the language."""

    subject: str
    record: str
    proof: str
    email: str
    language: str


def order(
    tx: Any,
    activity: str,
    data: Mapping[str, str],
    *,
    wording: str,
    version: str,
    language: str,
    promises: tuple[str, ...],
) -> Order:
    """Note an order, or find the subscription that is there already; the caller writes the mail."""
    email = data["email"]
    subject = tx.subjects.of({"email": email})
    member = find_member(tx, activity, email)
    if member:
        return Order(member.subject, member.record, True, tx.tokens.issue(LEAVE, member.proof, LEAVE_VALID))
    record = tx.records.add(
        activity,
        subject=subject,
        data=dict(data),
        plain={"language": language, "wording": wording, "channel": "form"},
        events={"received": tx.now},
        record_class=UNCONFIRMED,
        version=version,
    )
    detail = {"version": version, "language": language}
    tx.evidence("newsletter.ordered", activity, promises, record=record, detail=detail)
    return Order(subject, record, False, tx.tokens.issue(CONFIRM, record, VALID))


def confirm(tx: Any, activity: str, token: str, promises: tuple[str, ...]) -> Member | None:
    """Use the link up: the subscriber and the proof come to be; ``None`` when the link is used, late or unknown."""
    pending_id = tx.tokens.redeem(token, CONFIRM)
    if pending_id is None:
        return None
    pending = tx.records.get(pending_id)
    email = str(pending.data["email"])
    known = find_member(tx, activity, email)
    if known:
        tx.records.erase([pending_id])
        return known
    events = {"received": pending.events["received"], "confirmed": tx.now}
    common = {
        "subject": pending.subject,
        "plain": pending.plain,
        "events": events,
        "version": pending.version,
    }
    record = tx.records.add(activity, data=pending.data, **common)
    proof = tx.records.add(activity, data={"email": email}, record_class=PROOF, **common)
    detail = {"version": pending.version, "proof": proof}
    tx.evidence("newsletter.confirmed", activity, promises, record=record, detail=detail)
    tx.suppression.remove(email)
    tx.records.erase([p.id for p in _of_class(tx, activity, pending.subject, UNCONFIRMED)])
    return Member(pending.subject, record, proof, email, str(pending.plain.get("language", "de")))


def leave(tx: Any, activity: str, token: str, promises: tuple[str, ...], *, suppress: bool) -> Member | None:
    """End a subscription by its link; who has left already stays so. ``None`` for an unknown link."""
    proof_id = tx.tokens.peek(token, LEAVE)
    if proof_id is None:
        return None
    proof = tx.records.get(proof_id)
    email, language = str(proof.data["email"]), str(proof.plain.get("language", "de"))
    gone = [r.id for r in _of_class(tx, activity, proof.subject, "")]
    if not gone:
        return Member(proof.subject, "", proof_id, email, language)
    if suppress:
        tx.suppression.add(email, "unsubscribed")
    for other in _of_class(tx, activity, proof.subject, PROOF):
        tx.records.event(other.id, "unsubscribed")
    tx.evidence("newsletter.left", activity, promises, record=proof_id, detail={"suppressed": suppress})
    tx.records.erase(gone)
    return Member(proof.subject, gone[0], proof_id, email, language)


def find_member(tx: Any, activity: str, email: str) -> Member | None:
    """The subscription of an address, if it is confirmed and not ended."""
    for subject in tx.subjects.find({"email": email}):
        active = _of_class(tx, activity, subject, "")
        proofs = [r for r in _of_class(tx, activity, subject, PROOF) if "unsubscribed" not in r.events]
        if active and proofs:
            language = str(active[0].plain.get("language", "de"))
            return Member(subject, active[0].id, proofs[0].id, str(active[0].data["email"]), language)
    return None


def _of_class(tx: Any, activity: str, subject: str, record_class: str) -> list[Any]:
    found = tx.records.of_subject(subject)
    return [r for r in found if r.activity == activity and r.record_class == record_class]

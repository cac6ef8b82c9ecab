"""The newsletter at the desk: how many on the list, and taking an address off it with a reason on record.

The controller may remove or block an address itself; nothing else about the person changes. A block is a keyed hash
and can be lifted when the person asks for it (Art. 21(3) GDPR; § 7 UWG).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from zweck.activities.newsletter import intake
from zweck.activities.newsletter.subscription import PROOF, UNCONFIRMED
from zweck.desk.requests import email_of
from zweck.desk.visit import MAX_BYTES, Page, Visit
from zweck.promises import wording

if TYPE_CHECKING:
    from zweck.store import Tx

KINDS = ("newsletter",)
ACTIONS = ("remove", "block", "lift")
REASONS = ("objection_by_phone", "objection_by_mail", "bounces", "wrong_address", "abuse", "asked_to_return")


def show_newsletter(visit: Visit, status: int = 200, faults: dict[str, str] | None = None) -> Response:
    """Counts per newsletter, and the form to take an address off the list."""
    with visit.read() as tx:
        lists = [_counts(visit, tx, activity) for activity in visit.declaration.of_kind(*KINDS)]
    return visit.show(
        "desk/newsletter.html",
        visit.say("newsletter-title"),
        status,
        lists=lists,
        actions=[(a, visit.say(f"block-{a}")) for a in ACTIONS],
        reasons=[(r, visit.say(f"block-reason-{r.replace('_', '-')}")) for r in REASONS],
        faults=faults or {},
    )


def _counts(visit: Visit, tx: Tx, activity: Any) -> dict[str, Any]:
    numbers = [
        (visit.say("newsletter-active"), tx.records.count(activity.name, "active", "")),
        (visit.say("newsletter-unconfirmed"), tx.records.count(activity.name, None, UNCONFIRMED)),
        (visit.say("newsletter-proofs"), tx.records.count(activity.name, None, PROOF)),
        (visit.say("newsletter-blocked"), tx.suppression.count()),
    ]
    return {"title": wording.title(activity, visit.language), "numbers": numbers}


def block(visit: Visit) -> Response:
    """Remove, block or lift; refused without a reason."""
    email, faults = email_of(visit)
    action, reason = visit.given("action"), visit.given("reason")
    if action not in ACTIONS:
        faults["action"] = visit.say("fault-action")
    if reason not in REASONS:
        faults["reason"] = visit.say("fault-block-reason")
    if faults:
        return show_newsletter(visit, 422, faults)
    with visit.begin() as tx:
        for activity in visit.declaration.of_kind(*KINDS):
            _apply(visit, tx, activity, email, action, reason)
    return visit.to("/newsletter", f"newsletter-{action}")


def take_over(visit: Visit) -> Response:
    """Take over readers who agreed elsewhere, each with the proof; the list is refused whole where one has none."""
    (activity, *_) = visit.declaration.of_kind(*KINDS)
    rows = intake.read_rows(visit.given("rows", MAX_BYTES))
    with visit.begin() as tx:
        made = intake.take_in(tx, activity.name, rows, _kept(visit, activity, intake.PROMISES), visit.person.id)
    if made.refused or not rows:
        said = ", ".join(map(str, made.refused[:20])) or "–"
        return show_newsletter(visit, 422, {"rows": visit.say("fault-import", rows=said)})
    return visit.to("/newsletter", "newsletter-import")


def _kept(visit: Visit, activity: Any, wanted: tuple[str, ...]) -> tuple[str, ...]:
    made = {p.id for p in visit.desk.site.promises if p.activity == activity.name}
    return tuple(p for p in wanted if p in made)


def _apply(visit: Visit, tx: Tx, activity: Any, email: str, action: str, reason: str) -> None:
    gone: list[str] = []
    if action == "lift":
        tx.suppression.remove(email)
    else:
        gone = _leave(tx, activity.name, email)
        if action == "block":
            tx.suppression.add(email, reason)
    detail = {"action": action, "reason": reason, "by": visit.person.id, "count": len(gone)}
    tx.evidence("newsletter.operator", activity.name, _promised(visit, activity, action), None, detail)


def _promised(visit: Visit, activity: Any, action: str) -> tuple[str, ...]:
    return _kept(visit, activity, ("newsletter.suppression_blocks",) if action == "block" else ())


def _leave(tx: Tx, activity: str, email: str) -> list[str]:
    """Take an address off the list: subscriber and pending order go, the proof starts its own period."""
    found = [r for s in tx.subjects.find({"email": email}) for r in tx.records.of_subject(s)]
    mine = [r for r in found if r.activity == activity]
    for record in mine:
        if record.record_class == PROOF:
            tx.records.event(record.id, "unsubscribed")
    gone = [r.id for r in mine if r.record_class in ("", UNCONFIRMED)]
    tx.records.erase(gone)
    return gone


PAGES = (
    Page("/newsletter", show_newsletter, area="newsletter"),
    Page("/newsletter", block, area="newsletter", method="POST"),
    Page("/newsletter/import", take_over, area="newsletter", method="POST"),
)

"""A decision, committed: the choice, who was not identified, what was shown, and the evidence of it (Art. 7(1)).

No IP address, no user agent, no page address. A consent id is random and given only with a consent; a refusal is
counted under an id that nobody keeps, so it cannot be followed. A decision that arrives twice is recorded once.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from zweck.activities.consent.choice import ID, Choice, Offer
from zweck.activities.face import Face

METHODS = frozenset({"layer", "settings", "embed", "page", "api", "withdrawal"})
PROMISES = ("consent.evidence", "consent.remembered")


class BadDecision(ValueError):
    """A decision that is malformed, forged or about something else than what is on offer; nothing is stored."""


@dataclass(frozen=True)
class Decision:
    """What a visitor decided, as it came in and was checked."""

    granted: frozenset[str]
    method: str
    language: str
    shown: str
    gpc: bool = False
    id: str = ""
    """The consent id that the browser held when the visitor decided; its cookie may be a newer one by now."""
    key: str = ""
    """Made by the browser for this one decision, which it may send again when no answer came (offline, a lost line)."""


def check_decision(body: Any, offer: Offer, versions: dict[str, str], *, gpc: bool) -> Decision:
    """The decision in a JSON body; raises ``BadDecision`` for anything but exactly that."""
    if not isinstance(body, dict) or not set(body) <= {"granted", "method", "language", "shown", "id", "key"}:
        raise BadDecision("unknown or missing keys")
    granted, method = body.get("granted"), body.get("method", "api")
    language, shown = body.get("language", ""), body.get("shown", "")
    if not isinstance(granted, list) or len(granted) > 200 or not all(isinstance(g, str) for g in granted):
        raise BadDecision("granted: a list of service ids is needed")
    if len(set(granted)) != len(granted) or not set(granted) <= offer.ids:
        raise BadDecision("granted: a service that is not on offer")
    if not isinstance(method, str) or method not in METHODS:
        raise BadDecision("method: not known")
    if not isinstance(language, str) or not isinstance(shown, str):
        raise BadDecision("language and shown: texts are needed")
    if shown and shown not in versions.values():
        raise BadDecision("shown: no text of this version")
    known, key = _random(body, "id"), _random(body, "key")
    spoken = language if language in versions else next(iter(versions))
    return Decision(frozenset(granted), method, spoken, shown or offer.facts, gpc, known, key)


def _random(body: dict[str, Any], name: str) -> str:
    value = body.get(name, "")
    if not isinstance(value, str) or (value and not ID.match(value)):
        raise BadDecision(f"{name}: sixteen random letters are needed")
    return value


def is_repeated(tx: Any, decision: Decision) -> bool:
    """Whether this very decision is on record already (for 30 days and more); notes it otherwise, in one transaction.

    Two windows whose ends practically never fall together, so that no end of a window lets a decision in twice.
    """
    if not decision.key:
        return False
    windows = (timedelta(days=30), timedelta(days=37))
    hits = [tx.limits.hit(f"decision:{decision.key}", 1, window) for window in windows]
    return not all(hits)


def in_force(tx: Any, offer: Offer, decision: Decision, before: Choice | None) -> Choice:
    """What holds under the ids of a repeated decision; it is answered as at first, nothing is written."""
    for known in (before.id if before else "", decision.id, decision.key):
        if known and (last := tx.consents.current(known)):
            granted = offer.ids & {name for name, is_given in last.choices.items() if is_given}
            return Choice(granted, offer.ids - granted, last.recorded_at, known if granted else "")
    return Choice(frozenset(), offer.ids, tx.now)


def record(tx: Any, face: Face, offer: Offer, decision: Decision, before: Choice | None) -> Choice:
    """Write a decision and its evidence into the caller's transaction; gives the choice that the cookie then holds."""
    known = (before.id if before else "") or decision.id
    last = tx.consents.current(known) if known else None
    earlier = frozenset(n for n, is_given in last.choices.items() if is_given) if last else frozenset()
    action = action_of(decision.granted, earlier, offer)
    row = known if last else (decision.granted and decision.key) or secrets.token_urlsafe(12)
    choices = {name: name in decision.granted for name in sorted(offer.ids)}
    tx.consents.add(row, choices, action, decision.method, decision.language, decision.shown, gpc=decision.gpc)
    promises = [*PROMISES, "consent.per_service"] if action == "choose" else list(PROMISES)
    if action == "withdraw":
        promises += ["consent.withdraw_settings", "consent.withdraw_effect"]
    detail = {
        "action": action,
        "method": decision.method,
        "language": decision.language,
        "shown": decision.shown,
        "granted": len(decision.granted),
        "offered": len(offer.ids),
    }
    written = tx.consents.current(row)
    detail["proof"] = written.digest()
    tx.evidence("consent.recorded", face.activity.name, face.kept(*promises), written.id, detail)
    denied = offer.ids - decision.granted
    return Choice(decision.granted, denied, tx.now, row if decision.granted else "")


def action_of(granted: frozenset[str], earlier: frozenset[str], offer: Offer) -> str:
    """``withdraw`` when something granted before is gone, else ``accept``, ``reject`` or ``choose``."""
    if earlier - granted:
        return "withdraw"
    if not granted:
        return "reject"
    return "accept" if granted == offer.ids else "choose"

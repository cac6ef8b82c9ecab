"""Carrying a request out: every system is asked, step by step; what is done stays done when the process dies.

Each system's step is noted when it ends, and every operation of a system is idempotent, so a run that was cut off is
simply run again. Recipients of data that was corrected, erased or restricted are noted for Art. 19.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from zweck.declaration.model import Declaration
from zweck.errors import RefusedError, SystemFailure, ZweckError
from zweck.promises import wording
from zweck.promises.uses import service_uses
from zweck.rights import engine
from zweck.rights.dispute import settle
from zweck.rights.engine import APPROVED, DONE, PROMISE, Link, key_of
from zweck.rights.package import as_zip, build_package, missing_items
from zweck.systems import Cause, Done, Holding, Item, System

if TYPE_CHECKING:
    from zweck.store import Store
    from zweck.store.requests import Request, Step
    from zweck.store.transaction import Tx

ZIP = "application/zip"
TELL, TOLD = "told:", "told"
CONSENT_BASES = ("6(1)(a)", "9(2)(a)", "49(1)(a)")
CONSENT_EVENTS = ("consent_withdrawn", "unsubscribed")
CONSENT_GIVEN = "consent_given"


@dataclass(frozen=True, slots=True)
class Told:
    """A recipient that must hear of a correction, erasure or restriction (Art. 19), and whether it did."""

    id: str
    name: str
    is_told: bool
    at: datetime


def preview(declaration: Declaration, systems: Mapping[str, System], request: Request) -> list[Holding]:
    """What each system holds about the person, before anything is done."""
    return [h for system in systems.values() for h in system.find(_who(request)) if h.activity != request.activity]


def run(store: Store, declaration: Declaration, systems: Mapping[str, System], request_id: str, link: Link) -> Request:
    """Carry an approved request out on every system and answer it; resumes where a run was cut off.

    Raises ``RefusedError`` for a request that is not approved, or an access package with an empty item.
    """
    with store.read(declaration.id) as tx:
        request = tx.requests.get(request_id)
    if request.status == DONE:
        return request
    if request.status != APPROVED:
        raise RefusedError(f"request {request.reference} is not approved")
    key = key_of(request)
    if key in ("access", "portability"):
        counts = _hand_over(store, declaration, systems, request)
    else:
        counts = _change(store, declaration, systems, request)
    return _finish(store, declaration, request, link, counts)


def package_file(tx: Tx, request_id: str) -> tuple[str, str, bytes] | None:
    """The package of an answered request: name, media type, content; ``None`` when there is none any more."""
    files = tx.files.of(request_id)
    if not files:
        return None
    return files[0].name, files[0].media_type, tx.files.content(files[0].id)


def recipients(declaration: Declaration, request: Request) -> list[Told]:
    """Who must be told of the change, who was, and when (steps ``told:<id>``)."""
    return [
        Told(name, wording.recipient_name(declaration, name, request.language), step.status == TOLD, step.at)
        for step in request.steps
        if step.system.startswith(TELL) and (name := step.system.removeprefix(TELL))
    ]


def tell(tx: Tx, request_id: str, recipient: str, by: str) -> None:
    """Note that a recipient was told (Art. 19); the last one closes the request; idempotent."""
    request = tx.requests.get(request_id)
    step = next((s for s in request.steps if s.system == f"{TELL}{recipient}"), None)
    if step is None:
        raise RefusedError(f"request {request.reference}: {recipient!r} is no recipient of this change")
    if step.status == TOLD:
        return
    tx.requests.step(request_id, step.system, TOLD)
    detail = {"recipient": recipient, "by": by}
    tx.evidence("recipient.told", request.activity, ("rights.notify_recipients",), request_id, detail)
    if request.status == DONE and _is_told(tx.requests.get(request_id)):
        tx.requests.update(request_id, closed_at=tx.now)


def _is_told(request: Request) -> bool:
    return all(s.status == TOLD for s in request.steps if s.system.startswith(TELL))


def _who(request: Request) -> dict[str, str]:
    return {"email": request.data["email"]}


def _hand_over(
    store: Store, declaration: Declaration, systems: Mapping[str, System], request: Request
) -> dict[str, int]:
    key = key_of(request)
    items = [i for n, s in systems.items() for i in _exported(store, declaration, n, s, request)]
    package = build_package(
        declaration,
        items,
        kind="access" if key == "access" else "portability",
        reference=request.reference,
        language=request.language,
        now=store.clock.now(),
        searched=tuple(systems),
        files={i.id: tuple(f.name for f in i.files) for i in items if i.files},
    )
    if key == "access" and (empty := missing_items(package)):
        raise RefusedError(f"the answer would be incomplete (Art. 15(1) GDPR): {', '.join(empty)} is empty")
    with store.begin(declaration.id) as tx:
        for old in tx.files.of(request.id):
            tx.files.remove(old.id)
        tx.files.add(request.id, f"{request.reference}.zip", ZIP, as_zip(package, _attachments(tx, items)))
        for name in systems:
            tx.requests.step(request.id, name, "done", f"exported {sum(i.system == name for i in items)}")
    return {"count": package.count}


def _exported(store: Store, declaration: Declaration, name: str, system: System, request: Request) -> list[Item]:
    try:
        return [i for i in system.export(_who(request)) if i.activity != request.activity]
    except ZweckError as error:
        _failed(store, declaration, request, name, error)
        raise


def _failed(store: Store, declaration: Declaration, request: Request, name: str, error: ZweckError) -> None:
    """A named state on the request: what was not done, and why, in a word."""
    state = error.state if isinstance(error, SystemFailure) and error.state else type(error).__name__
    with store.begin(declaration.id) as tx:
        tx.requests.step(request.id, name, "failed", state)


def _attachments(tx: Tx, items: list[Item]) -> list[tuple[str, bytes]]:
    return [(file.name, tx.files.content(file.id)) for item in items for file in item.files]


def _change(store: Store, declaration: Declaration, systems: Mapping[str, System], request: Request) -> dict[str, int]:
    holdings, lost = _reachable(store, declaration, systems, request)
    touched = {h.activity for h in holdings}
    cause = Cause(request.activity, (PROMISE[key_of(request)],), request.id)
    with store.begin(declaration.id) as tx:
        _before(tx, declaration, request, touched)
    reached = {n: s for n, s in systems.items() if n not in lost}
    failed = lost + [n for n, s in reached.items() if not _change_in(store, declaration, n, s, request, cause)]
    if failed:
        raise SystemFailure(f"request {request.reference}: {', '.join(failed)} failed; run it again")
    with store.read(declaration.id) as tx:
        steps = [s for s in tx.requests.get(request.id).steps if s.system in systems]
    return {"erased": _sum(steps, "count"), "restricted": _sum(steps, "restricted"), "shared": _sum(steps, "shared")}


def _reachable(
    store: Store, declaration: Declaration, systems: Mapping[str, System], request: Request
) -> tuple[list[Holding], list[str]]:
    """What the systems hold, and the names of those that do not answer: they keep none of the others."""
    holdings: list[Holding] = []
    lost = []
    for name, system in systems.items():
        try:
            holdings += [h for h in system.find(_who(request)) if h.activity != request.activity]
        except ZweckError as error:
            _failed(store, declaration, request, name, error)
            lost.append(name)
    return holdings, lost


def _change_in(
    store: Store, declaration: Declaration, name: str, system: System, request: Request, cause: Cause
) -> bool:
    """One system's step, if it is not done; whether it is done now. A system that fails keeps none of the others."""
    if any(s.system == name and s.status == "done" for s in request.steps):
        return True
    try:
        done = _apply(declaration, system, request, cause)
    except ZweckError as error:
        _failed(store, declaration, request, name, error)
        return False
    with store.begin(declaration.id) as tx:
        tx.requests.step(request.id, name, "done", _counted(done))
    return True


def _counted(done: Done) -> str:
    until = {"until": f"{done.until:%Y-%m-%d}"} if done.until else {}
    said = {"count": done.count, "restricted": done.restricted, **done.detail, **until}
    return " ".join(f"{word}={value}" for word, value in said.items())


def _sum(steps: list[Step], word: str) -> int:
    found = [dict(p.split("=") for p in s.detail.split()) for s in steps if "=" in s.detail]
    return sum(int(each.get(word, 0)) for each in found)


def _before(tx: Tx, declaration: Declaration, request: Request, touched: set[str]) -> None:
    """What must be fixed before the first system changes: who has to be told, and which consents are over."""
    key = key_of(request)
    email = request.data["email"]
    if key == "withdrawal":
        for subject in tx.subjects.find({"email": email}):
            for record in tx.records.of_subject(subject):
                if record.activity in _resting_on(declaration, CONSENT_BASES):
                    for event in CONSENT_EVENTS:
                        tx.records.event(record.id, event)
                elif CONSENT_GIVEN in record.events:
                    tx.records.event(record.id, CONSENT_EVENTS[0])
    if key in ("rectification", "erasure", "restriction"):
        for recipient in _to_tell(declaration, touched):
            if not any(s.system == f"{TELL}{recipient}" for s in request.steps):
                tx.requests.step(request.id, f"{TELL}{recipient}", "to tell")


def _to_tell(declaration: Declaration, touched: set[str]) -> list[str]:
    activities = [declaration.activities[a] for a in sorted(touched) if a in declaration.activities]
    names = [n for activity in activities for n in (*activity.recipients, *activity.disclose)]
    known = [n for n in names if n in declaration.recipients]
    uses = [u.id for u in service_uses(declaration) if touched & set(u.declared.used_for)]
    return list(dict.fromkeys(known + uses))


def _apply(declaration: Declaration, system: System, request: Request, cause: Cause) -> Done:
    key, who = key_of(request), _who(request)
    if key == "rectification":
        return system.correct(who, request.data["changes"], cause)
    if key == "restriction":
        return system.restrict(who, "requested", cause)
    if key == "objection":
        return system.erase(who, None, cause, _resting_on(declaration, ("6(1)(f)",)))
    if key == "withdrawal":
        done = system.erase(who, None, cause, _resting_on(declaration, CONSENT_BASES))
        parts = [system.erase(who, classes, cause, [name]) for name, classes in _consent_parts(declaration)]
        return Done(sum(d.count for d in (done, *parts)), restricted=sum(d.restricted for d in (done, *parts)))
    return system.erase(who, None, cause)


def _resting_on(declaration: Declaration, bases: tuple[str, ...]) -> list[str]:
    """Activities that have no other basis than these: without it they have none (Art. 17(1)(b), (c))."""
    return [a.name for a in declaration.activities.values() if a.basis and set(a.basis) <= set(bases)]


def _consent_parts(declaration: Declaration) -> list[tuple[str, list[str]]]:
    """Data classes kept by a consent of their own within an activity that has another basis (a talent pool)."""
    whole = _resting_on(declaration, CONSENT_BASES)
    found = [
        (a.name, [r.for_ for r in a.rules if r.for_ and CONSENT_GIVEN in r.event_words()])
        for a in declaration.activities.values()
        if a.name not in whole
    ]
    return [(name, classes) for name, classes in found if classes]


def _finish(store: Store, declaration: Declaration, request: Request, link: Link, counts: Mapping[str, int]) -> Request:
    key = key_of(request)
    with store.begin(declaration.id) as tx:
        settle(tx, request)
        answered = tx.requests.update(request.id, status=DONE)
        if _is_told(answered):  # else it stays open until every recipient has heard of it
            answered = tx.requests.update(request.id, closed_at=tx.now)
        promises = ["rights.channel", PROMISE[key]]
        if key == "access":
            promises.append("rights.access_free")
        if key == "erasure" and counts.get("restricted"):
            promises.append("rights.erase_exceptions")
        tx.evidence("request.done", request.activity, promises, request.id, {"right": key, **counts})
        engine.write_done(tx, declaration, answered, link, {"erased": 0, "restricted": 0, "shared": 0, **counts})
    return answered

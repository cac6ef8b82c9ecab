"""The proof: the chain is verified, and on the same pass its entries become the facts that each promise is held to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from zweck import texts
from zweck.errors import ZweckError
from zweck.promises import Keeps, Promise, State, Status, compile_promises
from zweck.prove.consents import ConsentProofs
from zweck.prove.report import ChainLine, PromiseLine, ProofReport
from zweck.prove.world import StoreWorld
from zweck.store.checkpoints import verify_site

if TYPE_CHECKING:
    from zweck.declaration import Declaration
    from zweck.evidence import Entry
    from zweck.store import Store
    from zweck.systems import System


def prove(
    declaration: Declaration,
    store: Store,
    systems: Mapping[str, System],
    now: datetime,
    since: datetime | None = None,
    language: str | None = None,
) -> ProofReport:
    """How every promise stands at ``now``; ``since`` leaves older evidence out of the facts, not out of the chain."""
    said_in = language or declaration.reference
    world = StoreWorld(declaration, store, systems, since)
    consents = ConsentProofs(store, declaration.id)

    def see(entry: Entry) -> None:
        world.see(entry)
        consents.see(entry)

    verified = verify_site(store, declaration.id, see)
    changed = consents.problems()
    with store.read(declaration.id) as tx:
        unreviewed = tx.holds.activities_of([h.id for h in tx.holds.review_missed()])
    return ProofReport(
        site=declaration.id,
        at=now,
        since=since,
        language=said_in,
        chain=ChainLine(
            entries=verified.entries,
            checkpoints=verified.checkpoints,
            whole=verified.is_whole and not changed,
            problems=(*(p.what for p in verified.problems), *changed),
        ),
        promises=tuple(_line(p, world, now, said_in, unreviewed) for p in compile_promises(declaration)),
    )


def _line(promise: Promise, world: StoreWorld, now: datetime, language: str, unreviewed: set[str]) -> PromiseLine:
    state = _state(promise, world, now)
    if isinstance(promise, Keeps) and promise.activity in unreviewed and state.status is Status.KEPT:
        state = replace(state, status=Status.AT_RISK, why="the review of a hold is past due")
    return PromiseLine(
        activity=promise.activity,
        promise=promise.id,
        verb=promise.verb,
        sentence=_sentence(promise, language),
        anchor=promise.anchor,
        at=str(promise.at),
        status=state.status,
        why=state.why,
        evidence=state.evidence,
    )


def _state(promise: Promise, world: StoreWorld, now: datetime) -> State:
    try:
        return promise.state(world, now)
    except ZweckError as error:  # a system that does not answer cannot show that the promise is kept
        return State(Status.AT_RISK, f"could not be verified: {error}")


def _sentence(promise: Promise, language: str) -> str:
    try:
        return promise.say(language).text
    except texts.MissingText:
        return ""

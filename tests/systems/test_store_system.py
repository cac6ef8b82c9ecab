"""The store as a system: a person is found, exported, corrected, restricted and erased, or kept for a stated reason."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.declarations import declare
from tests.stores import SITE, START

from zweck.clock import FixedClock
from zweck.store import Store
from zweck.store.due import ERASURE_DEFERRED
from zweck.sweep import sweep
from zweck.systems import Cause, StoreSystem, connect

ADA = {"email": "ada@person.example"}
BOB = {"email": "bob@person.example"}
WHO = {"email": ["Ada@Person.example"]}

DECLARATION = declare(
    """contact: {keep: 6 months after closed},
    newsletter: ,
    rights: ,
    applications: {keep: at most 6 months after procedure_ended, requests: do not shorten, reason: AGG},
    orders: {kind: contact, keep: until warranty_ended, then: "restrict until 8 years after year_end of invoiced",
             reason: HGB 257(4)},
    exact: {kind: contact, keep: exactly 3 years after received}"""
)


def fill(store: Store, activity: str = "contact", count: int = 1, **events: datetime) -> list[str]:
    with store.begin(SITE) as tx:
        subject = tx.subjects.of(ADA)
        return [
            tx.records.add(
                activity, subject=subject, data={**ADA, "n": n}, events=events or {"received": tx.now, "closed": tx.now}
            )
            for n in range(count)
        ]


@pytest.fixture
def system(store: Store) -> StoreSystem:
    return StoreSystem(store, DECLARATION)


def test_only_the_person_is_found_and_exported(store: Store, system: StoreSystem) -> None:
    fill(store, count=3)
    fill(store, "orders", invoiced=START)
    with store.begin(SITE) as tx:
        tx.records.add("contact", subject=tx.subjects.of(BOB), data=BOB)
    found = {(h.activity, h.count) for h in system.find(WHO)}
    assert found == {("contact", 3), ("orders", 1)}
    items = list(system.export(WHO))
    assert len(items) == 4 and all(i.data["email"] == ADA["email"] for i in items)
    assert "ada" not in repr(items)
    assert list(system.find({"email": "nobody@person.example"})) == []


def test_correcting_touches_every_record_that_has_the_field(store: Store, system: StoreSystem) -> None:
    ids = fill(store, count=2)
    assert system.correct(WHO, {"n": 9, "unknown": 1}).count == 2
    assert system.correct(WHO, {"n": 9}).count == 0
    with store.read(SITE) as tx:
        assert {r.data["n"] for r in tx.records.many(ids)} == {9}
        assert {"unknown"} & set(tx.records.get(ids[0]).data) == set()


def test_restricting_and_lifting(store: Store, system: StoreSystem) -> None:
    ids = fill(store, count=2)
    assert [system.restrict(WHO, "18(1)(a)").count for _ in range(2)] == [2, 0]
    assert system.lift(WHO).count == 2
    with store.read(SITE) as tx:
        assert {r.status for r in tx.records.many(ids)} == {"active"}


def test_erasure_is_idempotent_and_recorded_once(store: Store, system: StoreSystem) -> None:
    fill(store, count=3)
    cause = Cause("rights", ("rights.erase",))
    assert [system.erase(WHO, cause=cause).count for _ in range(2)] == [3, 0]
    with store.read(SITE) as tx:
        (entry,) = tx.chain.entries()
        assert (entry.event, entry.details["count"], entry.promise_ids) == ("system.erased", 3, ("rights.erase",))
        assert tx.subjects.find(ADA) == []


def test_erasure_of_one_activity_leaves_the_others(store: Store, system: StoreSystem) -> None:
    fill(store)
    fill(store, "newsletter", received=START)
    assert system.erase(WHO, activities=["newsletter"]).count == 1
    assert [h.activity for h in system.find(WHO)] == ["contact"]


@pytest.mark.parametrize(
    ("activity", "events", "why", "until"),
    [
        ("orders", {"invoiced": START}, "statute", datetime(2034, 12, 31, 23, tzinfo=UTC)),
        ("orders", {"received": START}, "statute", None),
        ("exact", {"received": START}, "period", datetime(2029, 1, 10, 23, tzinfo=UTC)),
        ("applications", {"procedure_ended": START}, "declared", datetime(2026, 7, 10, 22, tzinfo=UTC)),
    ],
)
def test_what_must_be_kept_is_restricted_until_it_need_not_be(
    store: Store, system: StoreSystem, activity: str, events: dict[str, datetime], why: str, until: datetime | None
) -> None:
    (made,) = fill(store, activity, **events)
    done = system.erase(WHO)
    assert (done.count, done.restricted, done.detail, done.until) == (0, 1, {why: 1}, until)
    with store.read(SITE) as tx:
        record = tx.records.get(made)
        assert (record.status, record.restriction_ground) == ("restricted", ERASURE_DEFERRED)
        assert record.restricted_until == until


def test_an_erasure_put_off_is_carried_out_when_its_day_comes(
    store: Store, system: StoreSystem, clock: FixedClock
) -> None:
    fill(store, "orders", invoiced=START, warranty_ended=START)
    system.erase(WHO)
    for moment, left in ((datetime(2034, 12, 31, 22, tzinfo=UTC), 1), (datetime(2034, 12, 31, 23, tzinfo=UTC), 0)):
        clock.travel(moment)
        sweep(DECLARATION, connect(DECLARATION, store), store, moment)
        assert sum(h.count for h in system.find(WHO)) == left


def test_a_hold_for_legal_claims_beats_erasure_and_every_cap(
    store: Store, system: StoreSystem, clock: FixedClock
) -> None:
    (made,) = fill(store)
    with store.begin(SITE) as tx:
        hold = tx.holds.open([made], "legal_claims", "officer", review_at=START + timedelta(days=90))
    assert system.erase(WHO).detail == {"hold": 1}
    clock.travel(START + timedelta(days=9000))
    systems = connect(DECLARATION, store)
    reports = [sweep(DECLARATION, systems, store, clock.now()) for _ in range(2)]
    assert [r.done for r in reports] == [0, 0]
    assert [m.hold for m in reports[1].reviews_missed] == [hold]
    with store.begin(SITE) as tx:
        assert [e.event for e in tx.chain.entries()].count("hold.review_missed") == 1
        tx.holds.close(hold)
    assert sweep(DECLARATION, systems, store, clock.now()).done == 1


def test_requests_of_the_person_stay_as_proof(store: Store, system: StoreSystem) -> None:
    fill(store)
    with store.begin(SITE) as tx:
        tx.requests.add("17", subject=tx.subjects.of(ADA), data=ADA)
    assert system.erase(WHO).count == 1
    assert [(h.activity, h.record_class) for h in system.find(WHO)] == [("rights", "request")]

"""The sweep does exactly what the rules say: all stages, oldest first, once in the evidence, nothing in a dry run."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.declarations import declare
from tests.stores import SITE, START

from zweck.clock import FixedClock
from zweck.declaration import Declaration
from zweck.errors import SystemFailure
from zweck.promises import Keeps
from zweck.store import Store
from zweck.store.checkpoints import verify_site
from zweck.sweep import SweepReport, show_report, sweep
from zweck.sweep import run as sweeping
from zweck.systems import Done, StoreSystem, System, connect

DAY = timedelta(days=1)
PLAIN = declare("contact: {keep: 30 days after closed}")


def run(declaration: Declaration, store: Store, *, dry_run: bool = False) -> SweepReport:
    return sweep(declaration, connect(declaration, store), store, store.clock.now(), dry_run)


def add(store: Store, activity: str = "contact", record_class: str = "", /, **events: datetime) -> str:
    with store.begin(SITE) as tx:
        subject = tx.subjects.of({"email": f"{len(events)}@person.example"})
        return tx.records.add(activity, subject=subject, data={"x": "y"}, events=events, record_class=record_class)


def statuses(store: Store, activity: str = "contact") -> dict[str, str]:
    with store.read(SITE) as tx:
        return {r.id: r.status for r in tx.records.of_activity(activity, limit=1000)}


def test_only_what_is_due_goes_and_only_once(store: Store, clock: FixedClock) -> None:
    gone, stays, open_ = add(store, closed=START), add(store, closed=START + 20 * DAY), add(store, received=START)
    clock.advance(31 * DAY)
    dry = run(PLAIN, store, dry_run=True)
    assert (dry.promises[0].due, dry.promises[0].done, dry.promises[0].oldest_at) == (1, 0, START)
    assert set(statuses(store)) == {gone, stays, open_}
    with store.read(SITE) as tx:
        assert tx.chain.head().seq == 0
    reports = [run(PLAIN, store) for _ in range(3)]
    assert [r.done for r in reports] == [1, 0, 0]
    assert set(statuses(store)) == {stays, open_}
    with store.read(SITE) as tx:
        (entry,) = tx.chain.entries()
        assert (entry.event, entry.activity, entry.details["count"]) == ("records.erased", "contact", 1)
        assert entry.promise_ids == ("retention.contact",)
    assert verify_site(store, SITE).checkpoints == 1


def test_batches_are_bounded_and_oldest_first(sqlite_store: Store, clock: FixedClock) -> None:
    made = []
    for _ in range(5):
        clock.advance(timedelta(seconds=1))
        made.append(add(sqlite_store, closed=START))
    clock.advance(60 * DAY)
    (promise,) = _keeps(PLAIN)
    system = StoreSystem(sqlite_store, PLAIN)
    assert system.sweep(promise, clock.now(), 2) == Done(2, more=True, detail={"erased": 2})
    assert sorted(statuses(sqlite_store)) == made[2:]


def _keeps(declaration: Declaration) -> list[Keeps]:
    from zweck.promises import compile_promises

    return [p for p in compile_promises(declaration) if isinstance(p, Keeps)]


def test_a_sweep_agrees_with_the_rule_on_every_record(store: Store, clock: FixedClock) -> None:
    """200 records with random events: what is left is exactly what the rule says is not due."""
    declaration = declare(
        "contact: {keep: 'until first of (3 months after closed, 1 year after year_end of received)'}"
    )
    rule = declaration.activities["contact"].rules[0]
    chance = random.Random(11)
    events: dict[str, dict[str, datetime]] = {}
    with store.begin(SITE) as tx:
        for _ in range(200):
            said = {n: START - chance.randrange(900) * DAY for n in ("closed", "received") if chance.random() < 0.7}
            events[tx.records.add("contact", data={"x": "y"}, events=said)] = said
    due = {i for i, said in events.items() if (at := rule.due(said)) and at <= clock.now()}
    assert 20 < len(due) < 180
    assert run(declaration, store).done == len(due)
    assert set(statuses(store)) == set(events) - due


def test_restriction_comes_before_erasure(store: Store, clock: FixedClock) -> None:
    declaration = declare('contact: {keep: 10 days after closed, then: "restrict until 30 days after closed"}')
    made = add(store, closed=START)
    clock.advance(11 * DAY)
    first = [run(declaration, store) for _ in range(2)]
    assert [r.promises[0].actions for r in first] == [{"restricted": 1}, {}]
    with store.read(SITE) as tx:
        record = tx.records.get(made)
        assert (record.status, record.restriction_ground) == ("restricted", "retention")
        assert record.restricted_until == datetime(2026, 2, 9, 23, tzinfo=UTC)
    clock.advance(20 * DAY)
    assert run(declaration, store).promises[0].actions == {"erased": 1}
    assert statuses(store) == {}


def test_nothing_is_restricted_only_to_be_erased(store: Store, clock: FixedClock) -> None:
    declaration = declare('contact: {keep: 10 days after closed, then: "restrict until 30 days after closed"}')
    add(store, closed=START)
    clock.advance(400 * DAY)
    assert run(declaration, store).promises[0].actions == {"erased": 1}


def test_anonymised_records_stay_and_are_done(store: Store, clock: FixedClock) -> None:
    declaration = declare("contact: {keep: 10 days after closed, then: anonymise}")
    made = add(store, closed=START)
    clock.advance(11 * DAY)
    assert [run(declaration, store).done for _ in range(2)] == [1, 0]
    assert statuses(store) == {made: "anonymised"}
    (promise,) = _keeps(declaration)
    reach = StoreSystem(store, declaration).reach(promise, clock.now())
    assert (reach.held, reach.due) == (0, 0)


def test_each_class_is_under_its_own_rule(store: Store, clock: FixedClock) -> None:
    declaration = declare(
        "applications: {keep: 10 days after procedure_ended, pool: {keep: 50 days after consent_given}}"
    )
    plain = add(store, "applications", procedure_ended=START)
    pool = add(store, "applications", "pool", procedure_ended=START, consent_given=START)
    clock.advance(11 * DAY)
    assert run(declaration, store).done == 1
    assert set(statuses(store, "applications")) == {pool} != {plain}
    clock.advance(40 * DAY)
    assert run(declaration, store).done == 1


def test_consents_go_when_their_proof_is_no_longer_needed(store: Store, clock: FixedClock) -> None:
    declaration = declare("consent: {keep: exactly 1 years after choice_recorded}")
    for _ in range(2):
        with store.begin(SITE) as tx:
            tx.consents.add("id", {"media": True}, "accept", "banner", "de", "hash")
        clock.advance(100 * DAY)
    clock.travel(START + 367 * DAY)
    assert [run(declaration, store).done for _ in range(2)] == [1, 0]
    with store.read(SITE) as tx:
        assert [c.seq for c in tx.consents.of("id")] == [2]


def test_the_suppression_list_outlives_the_subscriber(store: Store, clock: FixedClock) -> None:
    declaration = declare("newsletter: ")
    with store.begin(SITE) as tx:
        tx.suppression.add("ada@person.example", "unsubscribed")
        subject = tx.subjects.of({"email": "ada@person.example"})
        tx.records.add("newsletter", subject=subject, data={"email": "x"}, events={"unsubscribed": tx.now})
    clock.advance(9000 * DAY)
    run(declaration, store)
    with store.read(SITE) as tx:
        assert tx.suppression.has("ada@person.example")
        assert tx.subjects.find({"email": "ada@person.example"}) == []


@pytest.mark.parametrize(("reason", "goes"), [("balancing", True), ("legal_claims", False)])
def test_an_event_that_ends_storage_beats_weak_holds_only(
    store: Store, clock: FixedClock, reason: str, goes: bool
) -> None:
    declaration = declare("contact: {keep: 2 years after closed, end: on withdrawn at once}")
    made = add(store, withdrawn=START)
    with store.begin(SITE) as tx:
        tx.holds.open([made], reason, "officer")
    clock.advance(DAY)
    assert run(declaration, store).done == int(goes)


def test_data_that_the_person_wants_kept_is_kept(store: Store, clock: FixedClock) -> None:
    made = add(store, closed=START)
    with store.begin(SITE) as tx:
        tx.records.restrict([made], ground="18(1)(c)")
    clock.advance(400 * DAY)
    assert run(PLAIN, store).done == 0
    with store.begin(SITE) as tx:
        tx.records.lift([made])
    assert run(PLAIN, store).done == 1


def test_links_counters_sessions_mails_and_jobs_are_cleared_away(store: Store, clock: FixedClock) -> None:
    with store.begin(SITE) as tx:
        record = tx.records.add("contact", plain={})
        tx.tokens.issue("confirm", record)
        tx.limits.hit("key", 1, DAY)
        tx.people.open_session(tx.people.add("officer@site.example", "a long password"))
        tx.mail.queue(to="a@b.example", template="x", subject_line="s", text="t")
        job = tx.jobs.add("sample")
        leased = tx.jobs.claim(DAY)
        assert job and leased and tx.jobs.complete(leased)
        tx.subjects.of({"email": "nobody@person.example"})
    clock.advance(31 * DAY)
    wanted = {"links": 1, "counters": 1, "sessions": 1, "mails": 1, "jobs": 1, "subjects": 1}
    assert run(PLAIN, store).pruned == wanted
    assert run(PLAIN, store).pruned == dict.fromkeys(wanted, 0)


def test_a_system_that_fails_does_not_stop_the_others(sqlite_store: Store, clock: FixedClock) -> None:
    class Broken(StoreSystem):
        def sweep(self, promise: Keeps, now: datetime, limit: int = 500) -> Done:
            if promise.activity == "contact":
                raise SystemFailure("it does not answer")
            return super().sweep(promise, now, limit)

    declaration = declare("contact: {keep: 1 days after closed}, other: {kind: contact, keep: 1 days after closed}")
    add(sqlite_store, closed=START)
    add(sqlite_store, "other", closed=START)
    clock.advance(9 * DAY)
    systems: dict[str, System] = {"store": Broken(sqlite_store, declaration)}
    report = sweep(declaration, systems, sqlite_store, clock.now())
    assert report.failed
    assert [(line.done, line.failure) for line in report.promises] == [
        (0, "SystemFailure: it does not answer"),
        (1, ""),
    ]
    assert "FAILED" in show_report(report)


def test_declared_systems_that_are_not_connected_are_said_so(sqlite_store: Store) -> None:
    declaration = declare(
        "orders: {kind: contact, system: shop, keep: 1 days after closed}",
        "systems: {shop: {url: 'sqlite:///shop.db'}}",
    )
    report = run(declaration, sqlite_store)
    assert [(line.system, line.connected) for line in report.promises] == [("shop", False)]
    assert not report.failed and "not connected" in show_report(report)


def test_the_report_is_a_versioned_contract(sqlite_store: Store, clock: FixedClock) -> None:
    add(sqlite_store, closed=START)
    clock.advance(99 * DAY)
    made: dict[str, Any] = json.loads(run(PLAIN, sqlite_store, dry_run=True).model_dump_json())
    assert list(made) == ["schema", "site", "at", "dry_run", "promises", "pruned", "reviews_missed"]
    assert made["schema"] == 1
    assert made["promises"][0]["action"] == "delete"
    assert SweepReport.model_validate(made).site == SITE
    assert "1 due to delete, the oldest since 2026-01-10" in show_report(run(PLAIN, sqlite_store, dry_run=True))


def test_many_records_go_in_many_batches(
    sqlite_store: Store, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "BATCH", 7)
    with sqlite_store.begin(SITE) as tx:
        for _ in range(30):
            tx.records.add("contact", data={"x": "y"}, events={"closed": START})
    clock.advance(99 * DAY)
    assert run(PLAIN, sqlite_store).done == 30
    with sqlite_store.read(SITE) as tx:
        assert [e.details["count"] for e in tx.chain.entries()] == [7, 7, 7, 7, 2]

"""A batch costs a handful of statements whatever its size, walks an index, and keeps every guarantee of one record."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from tests.declarations import declare
from tests.stores import SITE, START

from zweck.clock import FixedClock
from zweck.declaration import Declaration
from zweck.promises import Keeps, compile_promises
from zweck.store import Store, journal
from zweck.store.due import Due, Scope
from zweck.store.tables import identifier
from zweck.sweep import sweep
from zweck.systems import Done, StoreSystem, connect

DAY = timedelta(days=1)
PLAIN = declare("contact: {keep: 30 days after closed}")
TWICE = "contact: {keep: 10 days after closed, then: 'restrict until 30 days after closed'}"


def keeps(declaration: Declaration) -> Keeps:
    return next(p for p in compile_promises(declaration) if isinstance(p, Keeps))


def fill(store: Store, count: int, activity: str = "contact", closed: datetime = START) -> list[str]:
    """Enquiries of as many people, each known by a mail address and, through an order, by a phone number."""
    made = []
    with store.begin(SITE) as tx:
        for number in range(count):
            known = {"email": f"p{number}@person.example", "phone": f"+49 551 {number:05}"}
            subject = tx.subjects.of(known)
            made.append(tx.records.add(activity, subject=subject, data=known, events={"closed": closed}))
    return made


@contextmanager
def statements(store: Store) -> Iterator[list[tuple[str, Any]]]:
    """What is sent to the database within the block."""
    sent: list[tuple[str, Any]] = []

    def note(_c: object, _u: object, statement: str, parameters: object, _x: object, _m: object) -> None:
        sent.append((statement, parameters))

    sa.event.listen(store.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        sa.event.remove(store.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("then", ["delete", "anonymise", "'restrict until 300 days after closed'"])
def test_a_batch_takes_as_many_statements_for_many_records_as_for_few(
    store: Store, clock: FixedClock, then: str
) -> None:
    declaration = declare(f"contact: {{keep: 30 days after closed, then: {then}}}")
    fill(store, 60)
    clock.advance(60 * DAY)
    counts = []
    for limit in (5, 50):
        with statements(store) as sent:
            assert StoreSystem(store, declaration).sweep(keeps(declaration), clock.now(), limit).count == limit
        counts.append(len([s for s, _ in sent if not s.startswith(("PRAGMA", "BEGIN"))]))
    assert counts[1] <= counts[0] <= 25


def test_identifiers_that_no_record_contains_any_more_go_in_bulk(store: Store, clock: FixedClock) -> None:
    fill(store, 40)
    with store.begin(SITE) as tx:
        for number in range(40):
            email = {"email": f"p{number}@person.example"}
            tx.records.add("orders", subject=tx.subjects.find(email)[0], data=email)
    clock.advance(60 * DAY)
    with statements(store) as sent:
        assert sweep(PLAIN, connect(PLAIN, store), store, clock.now()).done == 40
    assert len([s for s, _ in sent if s.startswith("SELECT subject.id, subject.wrapped_key")]) == 1
    with store.read(SITE) as tx:
        assert tx.execute(sa.select(sa.func.count()).select_from(identifier)).scalar() == 40
        for number in range(40):
            (found,) = tx.subjects.find({"email": f"p{number}@person.example"})
            assert tx.subjects.identifiers(found) == {"email": [f"p{number}@person.example"]}
            assert tx.subjects.find({"phone": f"+49 551 {number:05}"}) == []


def test_the_last_way_to_know_a_person_stays(store: Store) -> None:
    (made,) = fill(store, 1)
    with store.begin(SITE) as tx:
        subject = tx.records.get(made).subject or ""
        tx.records.add("orders", subject=subject, data={"note": "neither address nor number"})
        tx.records.erase([made])
        assert set(tx.subjects.identifiers(subject)) == {"email", "phone"}


def test_more_records_than_a_statement_takes_parameters(sqlite_store: Store) -> None:
    """SQLite takes 32,766 parameters, PostgreSQL 65,535: a list of ids is one."""
    made = fill(sqlite_store, 3)
    with sqlite_store.begin(SITE) as tx:
        many = [*made, *(f"{n:026}" for n in range(70_000))]
        assert len(tx.records.many(many)) == 3
        assert tx.records.erase(many) == 3
        assert tx.execute(sa.select(sa.func.count()).select_from(identifier)).scalar() == 0


def test_every_erased_id_is_in_the_journal_and_the_list(store: Store, clock: FixedClock) -> None:
    made = fill(store, 30)
    clock.advance(60 * DAY)
    StoreSystem(store, PLAIN).sweep(keeps(PLAIN), clock.now(), 20)
    noted = list(journal.read(journal.path_of(store)))
    assert [e.erased for e in noted if e.kind == "record"] and len(noted) == 40
    with store.read(SITE) as tx:
        assert sorted(map(repr, tx.erasures.list())) == sorted(map(repr, noted))
    sweep(PLAIN, connect(PLAIN, store), store, clock.now())
    noted = list(journal.read(journal.path_of(store)))
    assert sorted(e.erased for e in noted if e.kind == "record") == made
    assert len({e.erased for e in noted if e.kind == "subject"}) == 30


RULES = (
    "30 days after closed",
    "'until first of (3 months after closed, 1 year after year_end of received)'",
    "'until last of (3 months after closed, 1 year after year_end of received)'",
    "30 days after closed, end: on withdrawn at once",
    "10 days after closed, then: 'restrict until 90 days after received'",
    "10 days after closed, then: anonymise",
)


@pytest.mark.parametrize("rule", RULES)
def test_every_due_record_lies_on_exactly_one_way(store: Store, clock: FixedClock, rule: str) -> None:
    """Counted, dated and walked page by page, the due records are those that the rule itself calls due."""
    declaration = declare(f"contact: {{keep: {rule}}}")
    promise, chance = keeps(declaration), random.Random(7)
    last = len(promise.rule.stages) - 1
    known: dict[str, dict[str, datetime]] = {}
    with store.begin(SITE) as tx:
        for number in range(120):
            names = [n for n in ("closed", "received", "withdrawn") if chance.random() < 0.6]
            said = {n: START - chance.randrange(700) * DAY for n in names}
            made = tx.records.add("contact", data={"x": "y"}, events=said)
            known[made] = said
            if number % 10 == 0:  # an erasure that was put off, whatever the rule says
                tx.records.restrict([made], START - DAY * (number % 20 - 5), "erasure_deferred")
    due = {s: {i for i, e in known.items() if _is_due(promise, e, s, clock.now())} for s in range(last + 1)}
    with store.begin(SITE) as tx:
        late = {r.id for r in tx.records.many(list(known)) if r.restricted_until and r.restricted_until <= tx.now}
        asked = Due(tx, Scope("contact"), promise.rule)
        pages = {s: list(_pages(asked, s, clock.now())) for s in due}
        count, oldest = asked.count(clock.now()), asked.oldest(clock.now())
        is_held_back = {r.id for r in tx.records.many(list(known)) if r.status == "restricted"}
    for stage, found in pages.items():
        assert len(found) == len(set(found))
        wanted = due[stage] if stage == last else due[stage] - is_held_back
        assert set(found) == (wanted | late if _deletes(promise, stage) else wanted)
    assert count == len(set().union(*pages.values()) | late) > 10
    assert oldest == START


def _is_due(promise: Keeps, events: dict[str, datetime], stage: int, now: datetime) -> bool:
    ends = promise.rule.due(events, stage=stage)
    return ends is not None and ends <= now


def _deletes(promise: Keeps, stage: int) -> bool:
    return str(promise.rule.stages[stage]) == "delete"


def _pages(asked: Due, stage: int, now: datetime) -> Iterator[str]:
    ids, end = asked.ids(stage, now, 7)
    while ids:
        yield from ids
        ids, end = asked.ids(stage, now, 7, end)


@pytest.mark.parametrize("rule", RULES)
def test_sqlite_walks_indexes_and_sorts_nothing(sqlite_store: Store, clock: FixedClock, rule: str) -> None:
    declaration = declare(f"contact: {{keep: {rule}}}")
    promise, system = keeps(declaration), StoreSystem(sqlite_store, declaration)
    fill(sqlite_store, 3)
    clock.advance(9 * DAY)
    with statements(sqlite_store) as sent:
        system.due(promise, clock.now())
        system.oldest(promise, clock.now())
        system.sweep(promise, clock.now(), 2)
    asked = [(s, p) for s, p in sent if s.startswith("SELECT") and "event_0" in s]
    assert len(asked) >= 5
    with sqlite_store.engine.connect() as connection:
        for statement, parameters in asked:
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
            assert not [line for line in plan if line.startswith("SCAN") or "TEMP B-TREE" in line], plan


def test_a_batch_goes_on_where_the_last_one_ended(sqlite_store: Store, clock: FixedClock) -> None:
    """What was anonymised keeps its events; the next batch does not walk over it again."""
    declaration = declare("contact: {keep: 10 days after closed, then: anonymise}")
    fill(sqlite_store, 6)
    clock.advance(60 * DAY)
    system, promise = StoreSystem(sqlite_store, declaration), keeps(declaration)
    system.sweep(promise, clock.now(), 4)
    with statements(sqlite_store) as sent:
        assert system.sweep(promise, clock.now(), 4).count == 2
    assert [s for s, _ in sent if "event_0.record_id) > (" in s]
    assert system.sweep(promise, clock.now(), 4) == Done()
    fill(sqlite_store, 2)  # a sweep that is over forgets where it was
    assert system.sweep(promise, clock.now(), 4).count == 2


def test_sweeps_at_once_share_the_work_and_count_once(store: Store, clock: FixedClock) -> None:
    made = fill(store, 120)
    clock.advance(60 * DAY)
    done: list[int] = []
    problems: list[BaseException] = []

    def work() -> None:
        system = StoreSystem(store, PLAIN)
        try:
            while (batch := system.sweep(keeps(PLAIN), clock.now(), 9)).more:
                done.append(batch.count)
        except BaseException as error:
            problems.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert sum(done) == len(made) and min(done) > 0
    assert sweep(PLAIN, connect(PLAIN, store), store, clock.now()).done == 0
    with store.read(SITE) as tx:
        assert sum(e.details["count"] for e in tx.chain.entries() if e.event == "records.erased") == len(made)
        assert tx.execute(sa.select(sa.func.count()).select_from(identifier)).scalar() == 0


def test_a_hold_keeps_its_record_out_of_every_batch(store: Store, clock: FixedClock) -> None:
    made = fill(store, 20)
    with store.begin(SITE) as tx:
        tx.holds.open([made[3], made[11]], "dispute", "officer")
        for _ in range(3):
            tx.holds.open([made[3]], "legal_claims", "officer")
    clock.advance(60 * DAY)
    assert sweep(PLAIN, connect(PLAIN, store), store, clock.now()).done == 18
    with store.read(SITE) as tx:
        assert sorted(r.id for r in tx.records.of_activity("contact")) == sorted([made[3], made[11]])
        assert tx.records.get(made[3]).data["email"] == "p3@person.example"
        assert len(tx.holds.of(made[3])) == 4


def test_each_is_restricted_until_its_own_day(store: Store, clock: FixedClock) -> None:
    declaration = declare(TWICE)
    early, late = fill(store, 5), fill(store, 5, closed=START + 3 * DAY)
    clock.advance(14 * DAY)
    assert sweep(declaration, connect(declaration, store), store, clock.now()).done == 10
    with store.read(SITE) as tx:
        ends = [{r.restricted_until for r in tx.records.many(some)} for some in (early, late)]
    assert [len(e) for e in ends] == [1, 1]
    (first,), (second,) = ends
    assert first and second and second - first == 3 * DAY

"""The engine: once, fenced, retried with pauses, taken over from the dead; the same on both databases."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from tests.stores import SITE

from zweck.clock import FixedClock, SystemClock
from zweck.errors import SystemFailure
from zweck.store import Store, Tx, open_store
from zweck.work import EmbeddedEngine, Outside, Periodic, run, run_due

MINUTE = timedelta(minutes=1)


def add(store: Store, name: str = "sample", **more: Any) -> str | None:
    with store.begin(SITE) as tx:
        return tx.jobs.add(name, {"n": 1}, **more)


def counted(store: Store, status: str) -> int:
    with store.read(SITE) as tx:
        return tx.jobs.count(status)


def note(tx: Tx, arguments: Mapping[str, Any]) -> None:
    tx.evidence("job.done", detail=arguments)


def entries(store: Store) -> int:
    with store.read(SITE) as tx:
        return tx.chain.head().seq


def test_a_job_is_done_once(store: Store) -> None:
    add(store)
    assert [run_due(store, {"sample": note}) for _ in range(2)] == [1, 0]
    assert entries(store) == 1
    assert counted(store, "done") == 1


def test_a_key_adds_a_job_once(store: Store) -> None:
    assert add(store, key="k") and add(store, key="k") is None
    run_due(store, {"sample": note})
    assert add(store, key="k") is None
    assert entries(store) == 1


def test_a_job_of_a_transaction_that_fails_was_never_added(store: Store) -> None:
    try:
        with store.begin(SITE) as tx:
            tx.jobs.add("sample")
            raise KeyError
    except KeyError:
        pass
    assert run_due(store, {"sample": note}) == 0


def test_it_waits_for_its_time(store: Store, clock: FixedClock) -> None:
    add(store, run_at=clock.now() + MINUTE)
    assert run_due(store, {"sample": note}) == 0
    clock.advance(MINUTE)
    assert run_due(store, {"sample": note}) == 1


def test_a_failing_job_is_retried_with_growing_pauses_then_given_up(store: Store, clock: FixedClock) -> None:
    tried: list[timedelta] = []
    start = clock.now()

    def fail(tx: Tx, arguments: Mapping[str, Any]) -> None:
        tried.append(clock.now() - start)
        tx.evidence("job.half", detail=arguments)
        raise ValueError("ada@person.example")

    add(store, max_attempts=4)
    for _ in range(200):
        run_due(store, {"sample": fail})
        clock.advance(timedelta(seconds=10))
    assert [t.total_seconds() for t in tried] == [0, 10, 40, 160]
    assert counted(store, "failed") == 1
    assert entries(store) == 0


def test_a_permanent_failure_is_not_retried(store: Store) -> None:
    def fail(tx: Tx, arguments: Mapping[str, Any]) -> None:
        raise SystemFailure("no", permanent=True)

    add(store)
    run_due(store, {"sample": fail})
    assert counted(store, "failed") == 1


def test_two_workers_share_the_jobs_and_double_none(store: Store) -> None:
    for _ in range(12):
        add(store)
    results: list[int] = []
    threads = [threading.Thread(target=lambda: results.append(run_due(store, {"sample": note}))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(results) == 12
    assert entries(store) == counted(store, "done") == 12


def test_a_worker_that_lost_its_lease_changes_nothing(store: Store, clock: FixedClock) -> None:
    """The slow worker is overtaken in the middle of its step; only the second one's work stands."""

    def overtaken(tx: Tx, arguments: Mapping[str, Any]) -> None:
        note(tx, {"n": 99})

    add(store)
    with store.begin("") as tx:
        slow = tx.jobs.claim(MINUTE)
    assert slow
    clock.advance(2 * MINUTE)
    assert run_due(store, {"sample": note}) == 1
    EmbeddedEngine(store, {"sample": overtaken})._do(slow)
    with store.read(SITE) as tx:
        assert [e.details for e in tx.chain.entries()] == [{"n": 1}]
        assert tx.jobs.count("done") == 1


def test_a_job_whose_workers_always_die_is_given_up(store: Store, clock: FixedClock) -> None:
    add(store, max_attempts=3)
    for _ in range(3):
        with store.begin("") as tx:
            assert tx.jobs.claim(MINUTE)
        clock.advance(2 * MINUTE)
    assert run_due(store, {"sample": note}) == 1
    assert (counted(store, "failed"), entries(store)) == (1, 0)


def test_a_long_step_outside_keeps_its_lease(store: Store) -> None:
    """With a real clock and a short lease: the heartbeat keeps the second worker away."""
    live = open_store(store.settings, SystemClock())
    calls: list[int] = []

    def slow(store: Store, site: str, arguments: Mapping[str, Any]) -> None:
        calls.append(1)
        time.sleep(1.2)

    with live.begin(SITE) as tx:
        tx.jobs.add("sample")
    engines = [EmbeddedEngine(live, {"sample": Outside(slow)}, lease=timedelta(seconds=0.5)) for _ in range(2)]
    first = threading.Thread(target=engines[0].run_due)
    first.start()
    time.sleep(0.8)
    engines[1].run_due()
    first.join()
    assert calls == [1]
    with live.read(SITE) as tx:
        assert tx.jobs.count("done") == 1
    live.close()


def test_periodic_tasks_take_turns(store: Store, clock: FixedClock) -> None:
    done: list[str] = []

    def fail(store: Store, site: str) -> None:
        raise ValueError

    tasks = [Periodic("broken", MINUTE, fail), Periodic("sweep", MINUTE, lambda store, site: done.append(site))]
    for _ in range(3):
        run_due(store, {}, tasks, [SITE, "other.example"])
    assert done == [SITE, "other.example"]
    clock.advance(MINUTE)
    run_due(store, {}, tasks, [SITE])
    assert done == [SITE, "other.example", SITE]


def test_the_loop_stops_when_told(sqlite_store: Store) -> None:
    add(sqlite_store)
    stop = threading.Event()
    thread = threading.Thread(target=run, args=(sqlite_store, {"sample": note}, stop))
    thread.start()
    for _ in range(100):
        if counted(sqlite_store, "done"):
            break
        time.sleep(0.05)
    stop.set()
    thread.join(5)
    assert not thread.is_alive()
    assert entries(sqlite_store) == 1

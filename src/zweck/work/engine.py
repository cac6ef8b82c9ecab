"""The embedded engine: jobs are leased rows of the store; whoever holds the lease may finish, nobody else.

A step inside the store commits together with its job's end, so it takes effect exactly once. A step that reaches
outside (mail) is done at least once and must recognise its own repetition.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Protocol

from zweck.errors import SystemFailure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zweck.store import Store, Tx
    from zweck.store.jobs import Job

LEASE = timedelta(seconds=60)
PAUSES = (10, 30, 120, 600, 1800, 3600)
"""Seconds before each retry; the last one repeats."""

_log = logging.getLogger("zweck.work")


@dataclass(frozen=True, slots=True)
class Outside:
    """A step with effects outside the store: called as ``function(store, site, arguments)``, at least once."""

    function: Callable[[Store, str, Mapping[str, Any]], None]


Inside = Callable[["Tx", Mapping[str, Any]], None]
"""A step inside the store: called as ``function(tx, arguments)`` in the transaction that ends its job."""

Jobs = Mapping[str, Inside | Outside]


@dataclass(frozen=True, slots=True)
class Periodic:
    """What is done again and again for every site: ``function(store, site)``."""

    name: str
    every: timedelta
    function: Callable[[Store, str], None]


class Engine(Protocol):
    """What runs the jobs that ``tx.jobs.add`` queued."""

    def run(self, stop: threading.Event) -> None:
        """Work until ``stop`` is set."""
        ...

    def run_due(self) -> int:
        """Do everything that is due now; gives how many steps ended."""
        ...


class LostLease(Exception):
    """Another worker took the job over; nothing of this attempt may stand."""


class EmbeddedEngine:
    """Runs jobs of all sites, and periodic tasks for ``sites``, on the store's own tables."""

    def __init__(
        self,
        store: Store,
        jobs: Jobs,
        periodic: Iterable[Periodic] = (),
        sites: Iterable[str] = (),
        *,
        lease: timedelta = LEASE,
        idle_seconds: float = 1.0,
    ) -> None:
        self._store = store
        self._jobs = jobs
        self._periodic = tuple(periodic)
        self._sites = tuple(sites)
        self._lease = lease
        self._idle = idle_seconds

    def run(self, stop: threading.Event) -> None:
        """Work until ``stop`` is set; a database that cannot be reached is waited for."""
        while not stop.is_set():
            try:
                done = self.run_due(stop)
            except SystemFailure:
                _log.warning("the store cannot be reached; trying again")
                done = 0
            if not done:
                stop.wait(self._idle)

    def run_due(self, stop: threading.Event | None = None) -> int:
        """Do everything that is due now; gives how many steps ended, well or not."""
        done = self._take_turns()
        while not (stop and stop.is_set()):
            with self._store.begin("") as tx:
                leased = tx.jobs.claim(self._lease)
            if leased is None:
                return done
            self._do(leased)
            done += 1
        return done

    def _take_turns(self) -> int:
        done = 0
        for site in self._sites:
            for task in self._periodic:
                with self._store.begin(site) as tx:
                    is_mine = tx.jobs.take_turn(task.name, task.every)
                if is_mine:
                    self._turn(task, site)
                    done += 1
        return done

    def _turn(self, task: Periodic, site: str) -> None:
        try:
            task.function(self._store, site)
        except Exception as error:  # one task must not stop the others; its turn comes again
            _log.error("periodic task %s failed: %s", task.name, type(error).__name__)

    def _do(self, leased: Job) -> None:
        if leased.attempts > leased.max_attempts:  # its workers died again and again
            self._fail(leased, "worker_died", final=True)
            return
        step = self._jobs.get(leased.name)
        if step is None:
            self._fail(leased, "unknown_job", final=False)
            return
        try:
            self._step(step, leased)
        except LostLease:
            _log.warning("job %s was taken over by another worker", leased.id)
        except Exception as error:  # whatever a step raises ends as a failed attempt; its message may be personal
            _log.error("job %s (%s) failed: %s", leased.id, leased.name, type(error).__name__)
            is_final = isinstance(error, SystemFailure) and error.permanent
            self._fail(leased, type(error).__name__, final=is_final or leased.attempts >= leased.max_attempts)

    def _step(self, step: Inside | Outside, leased: Job) -> None:
        if isinstance(step, Outside):
            with self._heartbeat(leased):
                step.function(self._store, leased.site, leased.arguments)
            with self._store.begin(leased.site) as tx:
                tx.jobs.complete(leased)
            return
        with self._store.begin(leased.site) as tx:
            step(tx, leased.arguments)
            if not tx.jobs.complete(leased):
                raise LostLease

    def _fail(self, leased: Job, word: str, *, final: bool) -> None:
        with self._store.begin(leased.site) as tx:
            pause = PAUSES[min(leased.attempts, len(PAUSES)) - 1]
            tx.jobs.fail(leased, word, None if final else tx.now + timedelta(seconds=pause))

    @contextmanager
    def _heartbeat(self, leased: Job) -> Iterator[None]:
        """Keeps the lease alive, every third of it, while a long step runs."""
        over = threading.Event()

        def beat() -> None:
            while not over.wait(self._lease.total_seconds() / 3):
                with self._store.begin(leased.site) as tx:
                    if not tx.jobs.extend(leased, self._lease):
                        return

        thread = threading.Thread(target=beat, name=f"lease-{leased.id}", daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()


def run(
    store: Store,
    jobs: Jobs,
    stop: threading.Event,
    periodic: Iterable[Periodic] = (),
    sites: Iterable[str] = (),
) -> None:
    """Work until ``stop`` is set (the loop of ``zweck work``); any number of processes may."""
    EmbeddedEngine(store, jobs, periodic, sites).run(stop)


def run_due(store: Store, jobs: Jobs, periodic: Iterable[Periodic] = (), sites: Iterable[str] = ()) -> int:
    """Do everything that is due now, by the store's clock; gives how many steps ended."""
    return EmbeddedEngine(store, jobs, periodic, sites).run_due()

"""Several processes on one SQLite file: nothing is lost, nothing doubled, nobody waits in vain."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable

from tests.stores import SITE, START

from zweck.clock import FixedClock
from zweck.config import Settings
from zweck.store import open_store
from zweck.store.checkpoints import sign, verify_site


def in_processes(count: int, work: Callable[[int], None]) -> None:
    """Run ``work(number)`` in that many forked processes at once; all must end well."""
    children = []
    for number in range(count):
        child = os.fork()
        if child == 0:
            try:
                work(number)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * count


def test_processes_open_and_migrate_one_database_at_once(settings: Settings) -> None:
    def work(number: int) -> None:
        with open_store(settings, FixedClock(START)).begin(SITE) as tx:
            tx.records.add("contact", plain={"n": number})

    in_processes(4, work)
    with open_store(settings, FixedClock(START)).read(SITE) as tx:
        assert sorted(r.plain["n"] for r in tx.records.of_activity("contact")) == [0, 1, 2, 3]


def test_processes_write_one_chain_and_meet_in_one_subject(settings: Settings) -> None:
    open_store(settings, FixedClock(START)).close()

    def work(number: int) -> None:
        store = open_store(settings, FixedClock(START))
        for _ in range(10):
            with store.begin(SITE) as tx:
                subject = tx.subjects.of({"email": "ada@person.example"})
                tx.records.add("contact", subject=subject, data={"n": number})
                tx.evidence("contact.received", "contact")
            if number == 0:
                sign(store, SITE)

    in_processes(4, work)
    store = open_store(settings, FixedClock(START))
    with store.read(SITE) as tx:
        (subject,) = tx.subjects.find({"email": "ada@person.example"})
        assert len(tx.records.of_subject(subject)) == 40
    found = verify_site(store, SITE)
    assert (found.entries, found.checkpoints, found.problems) == (40, 10, ())
    store.close()

"""Backups: whole while the store runs, and no way back for the erased."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from tests.stores import SITE, START

from zweck.clock import FixedClock
from zweck.config import Secret, Settings
from zweck.errors import ZweckError
from zweck.evidence import Entry
from zweck.store import Store, open_store
from zweck.store.backup import backup, replay, restore
from zweck.store.checkpoints import sign, verify_site

ADA, BOB = {"email": "ada@person.example"}, {"email": "bob@person.example"}


def fill(store: Store) -> tuple[str, str]:
    with store.begin(SITE) as tx:
        made = [tx.records.add("contact", subject=tx.subjects.of(who), data=who) for who in (ADA, BOB)]
        tx.consents.add("id", {"media": True}, "accept", "banner", "de", "hash")
        for each in made:
            tx.evidence("contact.received", "contact", (), each)
    sign(store, SITE)
    return made[0], made[1]


def events(store: Store) -> list[Entry]:
    with store.read(SITE) as tx:
        return list(tx.chain.entries())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "copy.sqlite"


def erase_ada(store: Store, record: str) -> None:
    with store.begin(SITE) as tx:
        tx.records.erase([record])
        tx.consents.erase("id")
        tx.suppression.add(ADA["email"], "objected")
        tx.evidence("system.erased", "rights", ("rights.erase",), detail={"count": 1})
    sign(store, SITE)


def assert_only_bob(store: Store, bob: str) -> None:
    with store.read(SITE) as tx:
        assert tx.subjects.find(ADA) == []
        assert [r.id for r in tx.records.of_activity("contact")] == [bob]
        assert tx.records.get(bob).data == BOB
        assert tx.consents.count() == 0
    assert verify_site(store, SITE).problems == ()


def test_erasures_since_the_backup_are_replayed(
    sqlite_store: Store, settings: Settings, clock: FixedClock, copy: Path
) -> None:
    ada, bob = fill(sqlite_store)
    backup(sqlite_store, copy)
    assert copy.stat().st_mode & 0o777 == 0o600
    erase_ada(sqlite_store, ada)
    sqlite_store.close()
    assert restore(copy, settings, clock) == 2  # her record (and with it her key) and the consent
    again = open_store(settings, clock)
    assert_only_bob(again, bob)
    with again.read(SITE) as tx:
        assert tx.suppression.has(ADA["email"])
    assert [e.event for e in events(again)][2:] == ["system.erased", "store.replayed", "store.restored"]
    assert restore(copy, settings, clock) == 2
    assert_only_bob(open_store(settings, clock), bob)


@pytest.mark.parametrize("how", ["lost", "damaged"])
def test_without_the_old_database_the_journal_is_enough(
    sqlite_store: Store, settings: Settings, clock: FixedClock, copy: Path, how: str
) -> None:
    ada, bob = fill(sqlite_store)
    backup(sqlite_store, copy)
    erase_ada(sqlite_store, ada)
    sqlite_store.close()
    live = settings.data / "zweck.sqlite"
    for end in ("-wal", "-shm"):
        Path(f"{live}{end}").unlink(missing_ok=True)
    live.unlink() if how == "lost" else live.write_bytes(b"x" * 5000)
    assert restore(copy, settings, clock) == 2
    again = open_store(settings, clock)
    assert_only_bob(again, bob)
    assert list((settings.data / "checkpoints").glob("*.before-*"))


def test_a_backup_taken_during_writing_is_whole(
    sqlite_store: Store, settings: Settings, clock: FixedClock, copy: Path
) -> None:
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            fill(sqlite_store)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for number in range(3):
            backup(sqlite_store, copy.with_name(f"{number}.sqlite"))
    finally:
        stop.set()
        thread.join()
    for number in range(3):
        other = replace(settings, database=f"sqlite:///{copy.with_name(f'{number}.sqlite')}", data=settings.data / "x")
        store = open_store(replace(other, data=settings.data), clock)
        with store.read(SITE) as tx:
            assert tx.records.count("contact") == 2 * tx.consents.count()
        store.close()


def test_what_is_no_backup_changes_nothing(
    sqlite_store: Store, settings: Settings, clock: FixedClock, tmp_path: Path
) -> None:
    ada, _ = fill(sqlite_store)
    bad = tmp_path / "bad"
    bad.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    foreign = tmp_path / "foreign.sqlite"
    with sqlite3.connect(foreign) as other:
        other.execute("CREATE TABLE t (x)")
    for file in (bad, foreign, tmp_path / "missing"):
        with pytest.raises(ZweckError, match="no backup"):
            restore(file, settings, clock)
    with sqlite_store.read(SITE) as tx:
        assert tx.records.get(ada).data == ADA


def test_a_backup_of_another_key_is_refused(
    sqlite_store: Store, settings: Settings, clock: FixedClock, copy: Path
) -> None:
    ada, _ = fill(sqlite_store)
    backup(sqlite_store, copy)
    with pytest.raises(ZweckError, match="another master key"):
        restore(copy, replace(settings, master_key=Secret(b"x" * 32)), clock)
    with sqlite_store.read(SITE) as tx:
        assert tx.records.get(ada).data == ADA


def test_postgres_says_what_to_use_instead_and_can_be_replayed(store: Store, copy: Path) -> None:
    ada, bob = fill(store)
    if not store.is_sqlite:
        with pytest.raises(ZweckError, match="pg_dump"):
            backup(store, copy)
    erase_ada(store, ada)
    with store.begin(SITE) as tx:  # as if an old dump had come back
        back = tx.records.add("contact", subject=tx.subjects.of(ADA), data=ADA)
        erasures = tx.erasures.list()
    assert replay(store) == 0
    assert replay(store, [*erasures, replace(erasures[0], erased=back, at=START)]) == 1
    assert_only_bob(store, bob)

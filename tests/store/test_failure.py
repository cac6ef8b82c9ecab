"""What a broken database leads to: one plain message, nothing of what was being stored, nothing half-done."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from zweck.clock import FixedClock
from zweck.config import Secret, Settings
from zweck.errors import SystemFailure, ZweckError
from zweck.store import Store, open_store
from zweck.store.backup import backup

SITE = "www.nordlicht.example"
MARK = "quaggaquagga"


def _path(store: Store) -> Path:
    return Path(str(store.engine.url.database))


def _add(store: Store, amount: int = 1) -> None:
    with store.begin(SITE) as tx:
        subject = tx.subjects.of({"email": f"{MARK}@person.example"})
        tx.records.add("contact", subject=subject, data={"message": MARK * amount}, events={"received": tx.now})


def test_a_full_disk_is_said_and_undone(sqlite_store: Store) -> None:
    _add(sqlite_store)
    with sqlite_store.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(SystemFailure, match="the disk is full") as caught:
        _add(sqlite_store, 50_000)
    assert not caught.value.permanent and MARK not in repr(caught.value) and caught.value.__suppress_context__
    with sqlite_store.read(SITE) as tx:
        assert tx.records.count("contact") == 1


def test_a_backup_onto_a_full_disk_leaves_nothing(
    sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(sqlite3.Connection):
        def backup(self, *_: object, **__: object) -> None:
            raise sqlite3.OperationalError(f"database or disk is full {MARK}")

    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: real(*a, **k, factory=Full))
    with pytest.raises(SystemFailure, match="the disk is full") as caught:
        backup(sqlite_store, tmp_path / "copies" / "b.sqlite")
    assert MARK not in repr(caught.value) and list((tmp_path / "copies").iterdir()) == []


@pytest.mark.parametrize("damage", ["head", "middle", "cut", "folder"])
def test_a_damaged_database_is_said(sqlite_store: Store, settings: Settings, clock: FixedClock, damage: str) -> None:
    for _ in range(20):
        _add(sqlite_store, 100)
    sqlite_store.scrub()
    sqlite_store.close()
    path = _path(sqlite_store)
    whole = path.read_bytes()
    path.unlink()
    if damage == "folder":
        path.mkdir()
    else:
        middle = whole[:4096] + b"\xa5" * 80_000 + whole[84_096:]
        path.write_bytes({"head": b"garbage" + whole[7:], "middle": middle, "cut": whole[:30_000]}[damage])
    with pytest.raises(ZweckError, match=r"damaged|cannot be opened"), open_store(settings, clock).begin(SITE) as tx:
        tx.records.of_activity("contact")


def test_another_master_key_opens_nothing(sqlite_store: Store, settings: Settings, clock: FixedClock) -> None:
    other = replace(settings, master_key=Secret(b"x" * 32))
    open_store(other, clock).close()
    _add(sqlite_store)
    with pytest.raises(ZweckError, match="another master key"):
        open_store(other, clock)
    open_store(settings, clock).close()


def test_broken_constraints_stay_what_they_are(sqlite_store: Store) -> None:
    with pytest.raises(sa.exc.IntegrityError), sqlite_store.begin(SITE) as tx:
        tx.execute(sa.text("INSERT INTO alembic_version VALUES ('0001')"))


def test_a_backup_never_takes_the_place_of_the_store(sqlite_store: Store) -> None:
    _add(sqlite_store)
    with pytest.raises(ZweckError, match="the store itself"):
        backup(sqlite_store, _path(sqlite_store).parent / "." / _path(sqlite_store).name)
    _add(sqlite_store)
    with sqlite3.connect(_path(sqlite_store)) as other:
        assert other.execute("SELECT count(*) FROM record").fetchone()[0] == 2


@pytest.mark.parametrize("url", ["postgresql://u:hidden@127.0.0.1:notaport/x", "nonsense", "mysql://u:hidden@h/x"])
def test_a_wrong_url_is_said_without_its_password(settings: Settings, clock: FixedClock, url: str) -> None:
    with pytest.raises(ZweckError, match="database: ") as caught:
        open_store(replace(settings, database=url), clock)
    assert "hidden" not in str(caught.value)


def test_a_server_that_is_not_there_is_said(settings: Settings, clock: FixedClock) -> None:
    with pytest.raises(SystemFailure, match="cannot be reached") as caught:
        open_store(replace(settings, database="postgresql://u:hidden@127.0.0.1:1/x"), clock)
    assert "hidden" not in str(caught.value)

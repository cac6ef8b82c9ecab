"""Evidence in the database: whichever byte of it is flipped, verification says so; parallel writers never collide."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.stores import SITE

from zweck.errors import RefusedError
from zweck.store import Store, ledger
from zweck.store.checkpoints import path_of, sign, verify_site

TABLES = {"evidence": ledger.evidence, "evidence_head": ledger.evidence_head, "evidence_checkpoint": ledger.checkpoint}


def fill(store: Store) -> None:
    """Twelve entries, two checkpoints, the second over the last entry."""
    for number in range(12):
        with store.begin(SITE) as tx:
            promises = ("contact.fields",) if number % 2 else ()
            tx.evidence("contact.received", "contact", promises, f"r{number}", {"count": number}, breach=number == 5)
        if number in (6, 11):
            assert sign(store, SITE)


def flip(value: object, chance: random.Random) -> object:
    if isinstance(value, int):
        return value ^ (1 << chance.randrange(8))
    raw = bytearray(str(value).encode())
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(7)
    return raw.decode("utf-8", "replace").replace("\0", "?")


def test_a_whole_chain_verifies(store: Store) -> None:
    fill(store)
    found = verify_site(store, SITE)
    assert (found.entries, found.checkpoints, found.problems) == (12, 2, ())
    assert sign(store, SITE) is None
    assert verify_site(store, "empty.example").is_whole


@pytest.mark.parametrize("name", TABLES)
def test_a_flipped_byte_in_any_column_of_any_row_is_found(sqlite_store: Store, name: str) -> None:
    """Every column of every row, each flipped at three random bytes; each flip is undone again."""
    fill(sqlite_store)
    table, chance = TABLES[name], random.Random(7)
    with sqlite_store.begin(SITE) as tx:
        rows = tx.execute(sa.select(table)).mappings().all()
    for row in rows:
        place = sa.and_(*(c == row[c.name] for c in table.primary_key))
        for column in table.columns:
            for _ in range(3):
                old = row[column.name]
                new = flip(old, chance) if old != "" else "x"
                check_flip(sqlite_store, table, place, column, old, new)


def check_flip(
    store: Store, table: sa.Table, place: sa.ColumnElement[bool], column: sa.Column[object], old: object, new: object
) -> None:
    moved = sa.and_(*(c == (new if c is column else sa.bindparam(None, v)) for c, v in key_of(place)))
    try:
        with store.begin(SITE) as tx:
            tx.execute(sa.update(table).where(place).values({column.name: new}))
    except sa.exc.IntegrityError:
        return  # the database itself refuses a doubled key
    assert not verify_site(store, SITE).is_whole, f"{table.name}.{column.name}: {old!r} -> {new!r}"
    with store.begin(SITE) as tx:
        done = tx.execute(sa.update(table).where(moved).values({column.name: old}))
        assert done.rowcount == 1
    assert verify_site(store, SITE).is_whole


def key_of(place: sa.ColumnElement[bool]) -> list[tuple[sa.Column[object], object]]:
    parts = place.clauses if isinstance(place, sa.sql.elements.BooleanClauseList) else [place]
    return [(p.left, p.right.value) for p in parts]


def test_flipped_bytes_in_the_file_itself_are_found(sqlite_store: Store) -> None:
    """Bytes of the evidence rows on disk, wherever SQLite put them: changed in the file, found, put back."""
    fill(sqlite_store)
    sqlite_store.scrub()
    path = Path(str(sqlite_store.engine.url.database))
    with sqlite_store.read(SITE) as tx:
        needles = [e.hash.encode() for e in tx.chain.entries()] + [b'{"count":%d}' % n for n in range(12)]
    sqlite_store.close()
    whole = path.read_bytes()
    chance, tried = random.Random(3), 0
    for needle in needles:
        start = whole.find(needle)
        assert start > 0
        spot = start + chance.randrange(len(needle))
        raw = bytearray(whole)
        raw[spot] ^= 1 << chance.randrange(7)
        path.write_bytes(raw)
        assert not verify_site(sqlite_store, SITE).is_whole, needle
        sqlite_store.close()
        tried += 1
    path.write_bytes(whole)
    assert verify_site(sqlite_store, SITE).is_whole
    assert tried == 24


def test_a_cut_tail_is_found_even_with_head_and_checkpoint_cut(store: Store) -> None:
    fill(store)
    with store.begin(SITE) as tx:
        tx.execute(sa.delete(ledger.evidence).where(ledger.evidence.c.seq > 7))
        last = tx.execute(sa.select(ledger.evidence.c.hash).where(ledger.evidence.c.seq == 7)).scalar_one()
        tx.execute(sa.update(ledger.evidence_head).values(seq=7, hash=last))
    assert verify_site(store, SITE).problems[0].seq == 8
    with store.begin(SITE) as tx:
        tx.execute(sa.delete(ledger.checkpoint).where(ledger.checkpoint.c.number == 2))
    (problem,) = verify_site(store, SITE).problems
    assert "checkpoint 2" in problem.what and "missing" in problem.what


def test_a_site_taken_out_whole_is_found_by_the_file(store: Store) -> None:
    fill(store)
    with store.begin(SITE) as tx:
        for table in TABLES.values():
            tx.execute(sa.delete(table))
    assert not verify_site(store, SITE).is_whole
    assert path_of(store, SITE).stat().st_mode & 0o777 == 0o600


def test_refused_detail_leaves_no_entry(store: Store) -> None:
    with pytest.raises(RefusedError), store.begin(SITE) as tx:
        tx.evidence("contact.received", detail={"to": "ada@person.example"})
    with store.read(SITE) as tx:
        assert list(tx.chain.entries()) == []


def test_parallel_writers_share_one_chain(store: Store) -> None:
    def write(number: int) -> None:
        for turn in range(8):
            with store.begin(SITE) as tx:
                tx.records.add("contact", data={"n": number})
                tx.evidence("contact.received", detail={"writer": number, "turn": turn})

    threads = [threading.Thread(target=write, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = verify_site(store, SITE)
    assert (found.entries, found.problems) == (48, ())


def test_an_interrupted_note_of_a_checkpoint_is_made_up_for(sqlite_store: Store) -> None:
    fill(sqlite_store)
    path = path_of(sqlite_store, SITE)
    path.write_bytes(path.read_bytes()[:-30])  # the process died while it appended
    with sqlite_store.begin(SITE) as tx:
        tx.evidence("contact.received")
    sign(sqlite_store, SITE)
    assert verify_site(sqlite_store, SITE).is_whole

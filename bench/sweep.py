"""Sweeping due records of the built-in store: rows a second, beside hand-written SQL that deletes the same rows.

Every record has a subject of its own with one identifier: the dearest case. The hand SQL deletes in equal batches and
does nothing else: once the records and their events only, once the identifiers and keys of their people too. Ours
also asks what is due and held, who is still referred to, notes erasures and writes evidence, per batch.
Number of rows: ``BENCH_ROWS`` (50,000); another database: ``BENCH_DATABASE`` (a URL; it is emptied).
"""

from __future__ import annotations

import os
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from zweck.clock import FixedClock
from zweck.config import Secret, Settings
from zweck.declaration import Declaration, loads
from zweck.store import Store, Tx, open_store
from zweck.store.columns import metadata
from zweck.store.ids import new_id
from zweck.store.seal import seal
from zweck.store.tables import event, identifier, record, subject
from zweck.sweep import run, sweep
from zweck.systems import connect

ROWS = int(os.environ.get("BENCH_ROWS", "50000"))
START = datetime(2026, 1, 10, tzinfo=UTC)
DECLARATION = """
zweck: 1
site: {name: Bench, domains: [www.bench.example]}
controller:
  name: Bench GmbH
  address: {street: Weg 1, postcode: "10115", city: Berlin, country: DE, state: BE}
  email: info@bench.example
activities:
  contact: {keep: 6 months after closed}
"""


def open_bench(folder: Path, clock: FixedClock) -> Store:
    """An empty store in ``folder``, or the emptied database of ``BENCH_DATABASE``."""
    url = os.environ.get("BENCH_DATABASE") or f"sqlite:///{folder / 'zweck.sqlite'}"
    store = open_store(Settings(data=folder, database=url, master_key=Secret(b"k" * 32)), clock)
    if not store.is_sqlite:
        with store.engine.begin() as connection:
            names = ", ".join(f'"{t.name}"' for t in metadata.sorted_tables)
            connection.exec_driver_sql(f"TRUNCATE {names}")
    return store


def fill(store: Store, site: str, rows: int = ROWS, closed: bool = True) -> None:
    """``rows`` enquiries as the contact form leaves them, inserted in bulk."""
    for start in range(0, rows, 10_000):
        with store.begin(site) as tx:
            made = [_enquiry(tx, start + n, closed) for n in range(min(10_000, rows - start))]
            for number, table in enumerate((subject, identifier, record)):
                tx.execute(sa.insert(table), [row[number] for row in made])
            tx.execute(sa.insert(event), [e for row in made for e in row[3]])
    if not store.is_sqlite:
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("ANALYZE")


def _enquiry(tx: Tx, number: int, closed: bool) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any], list[Any]]:
    person, made, mail = new_id(tx.now), new_id(tx.now), f"p{new_id(tx.now)[-12:]}@bench.example"
    key, wrapped = tx.vault.new_key(f"{tx.site}/subject/{person}/key")
    text = f'{{"email":"{mail}","message":"{"x" * 200}"}}'.encode()
    times = {"received": START, **({"closed": START + timedelta(seconds=number % 86_400)} if closed else {})}
    return (
        {"site_id": tx.site, "id": person, "wrapped_key": wrapped, "created_at": tx.now},
        {
            "site_id": tx.site,
            "subject_id": person,
            "name": "email",
            "blind": tx.subjects.blind("email", mail),
            "sealed": seal(key, mail.encode(), f"{tx.site}/subject/{person}/email"),
        },
        {
            "site_id": tx.site,
            "id": made,
            "activity": "contact",
            "record_class": "",
            "subject_id": person,
            "sealed": seal(key, text, f"{tx.site}/record/{made}"),
            "plain": {},
            "version": "",
            "status": "active",
            "restricted_until": None,
            "restriction_ground": "",
            "created_at": tx.now,
        },
        [{"site_id": tx.site, "record_id": made, "name": n, "at": at} for n, at in times.items()],
    )


def by_hand(store: Store, site: str, with_people: bool) -> float:
    """Delete every record in batches; gives rows a second."""
    started, count = time.perf_counter(), 0
    query = sa.select(record.c.id, record.c.subject_id).where(record.c.site_id == site).limit(run.BATCH)
    while True:
        with store.begin(site) as tx:
            rows = tx.execute(query).all()
            if not rows:
                return count / (time.perf_counter() - started)
            ids, people = [r.id for r in rows], [r.subject_id for r in rows]
            tx.execute(sa.delete(event).where(event.c.site_id == site, event.c.record_id.in_(ids)))
            tx.execute(sa.delete(record).where(record.c.site_id == site, record.c.id.in_(ids)))
            if with_people:
                tx.execute(
                    sa.delete(identifier).where(identifier.c.site_id == site, identifier.c.subject_id.in_(people))
                )
                tx.execute(sa.delete(subject).where(subject.c.site_id == site, subject.c.id.in_(people)))
            count += len(rows)


def by_us(store: Store, declaration: Declaration, clock: FixedClock) -> float:
    """Sweep; gives records a second."""
    clock.advance(timedelta(days=200))
    started = time.perf_counter()
    report = sweep(declaration, connect(declaration, store), store, clock.now(), False)
    return report.done / (time.perf_counter() - started)


def on_fresh_store(measure: Callable[[Store, Declaration, FixedClock], float]) -> float:
    """What ``measure`` gives for a store with ``ROWS`` enquiries."""
    clock, declaration = FixedClock(START), loads(DECLARATION)
    with tempfile.TemporaryDirectory() as folder:
        store = open_bench(Path(folder), clock)
        fill(store, declaration.id)
        rate = measure(store, declaration, clock)
        store.close()
    return rate


def main() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rows = on_fresh_store(lambda store, declaration, _: by_hand(store, declaration.id, False))
    people = on_fresh_store(lambda store, declaration, _: by_hand(store, declaration.id, True))
    ours = on_fresh_store(by_us)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{ROWS} records, each of a person of its own")
    print(f"hand-written SQL, records only          {rows:8.0f} rows/s")
    print(f"hand-written SQL, with keys and people  {people:8.0f} rows/s")
    print(f"zweck sweep                             {ours:8.0f} rows/s")
    print(f"zweck sweep / hand-written SQL          {ours / rows:8.2f}        {ours / people:.2f} with keys and people")
    print(f"memory grew by                          {grown:8.0f} MB at most, filling included")


if __name__ == "__main__":
    main()

"""Sweeping due records of the built-in store: rows a second, beside hand-written SQL that deletes the same rows.

The hand SQL deletes in equal batches and does nothing else; ours also destroys keys, notes erasures and writes
evidence, all in the same transaction per batch.
"""

from __future__ import annotations

import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from zweck.clock import FixedClock
from zweck.config import load_settings
from zweck.declaration import loads
from zweck.store import open_store
from zweck.store.tables import event, record
from zweck.sweep import sweep
from zweck.systems import connect

ROWS, BATCH = 5_000, 500
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


def fill(folder: Path, clock: FixedClock) -> tuple[object, object]:
    declaration = loads(DECLARATION)
    store = open_store(load_settings({}, data=folder), clock)
    with store.begin(declaration.id) as tx:
        for number in range(ROWS):
            person = tx.subjects.of({"email": f"p{number}@bench.example"})
            data = {"email": f"p{number}@bench.example", "message": "x" * 200}
            tx.records.add("contact", subject=person, data=data, events={"received": tx.now, "closed": tx.now})
    return declaration, store


def by_hand(store: object, site: str) -> float:
    started, count = time.perf_counter(), 0
    while True:
        with store.begin(site) as tx:  # type: ignore[attr-defined]
            ids = tx.execute(sa.select(record.c.id).where(record.c.site_id == site).limit(BATCH)).scalars().all()
            if not ids:
                return count / (time.perf_counter() - started)
            tx.execute(sa.delete(event).where(event.c.site_id == site, event.c.record_id.in_(ids)))
            tx.execute(sa.delete(record).where(record.c.site_id == site, record.c.id.in_(ids)))
            count += len(ids)


def main() -> None:
    clock = FixedClock(datetime(2026, 1, 10, tzinfo=UTC))
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        declaration, store = fill(Path(one), clock)
        hand = by_hand(store, declaration.id)
        declaration, store = fill(Path(two), clock)
        clock.advance(timedelta(days=200))
        started = time.perf_counter()
        sweep(declaration, connect(declaration, store), store, clock.now(), False)
        ours = ROWS / (time.perf_counter() - started)
    print(f"hand-written SQL   {hand:8.0f} rows/s")
    print(f"zweck sweep        {ours:8.0f} rows/s   {ours / hand:5.2f} of the hand SQL")


if __name__ == "__main__":
    main()

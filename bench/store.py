"""Durable form posts a second on SQLite: record, events, evidence, blind index, one commit each.

The limit beside it is SQLite itself: one row of the same size, one durable commit (WAL, synchronous=FULL), same disk.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from pathlib import Path

from zweck.clock import SystemClock
from zweck.config import load_settings
from zweck.store import open_store

POSTS = 400


def raw(folder: Path) -> float:
    connection = sqlite3.connect(folder / "raw.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, body BLOB)")
    body, started = os.urandom(600), time.perf_counter()
    for _ in range(POSTS):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO t (body) VALUES (?)", (body,))
        connection.execute("COMMIT")
    return POSTS / (time.perf_counter() - started)


def posts(folder: Path) -> float:
    store = open_store(load_settings({}, data=folder), SystemClock())
    started = time.perf_counter()
    for number in range(POSTS):
        with store.begin("www.bench.example") as tx:
            person = tx.subjects.of({"email": f"p{number}@bench.example"})
            data = {"email": f"p{number}@bench.example", "message": "x" * 300}
            record = tx.records.add("contact", subject=person, data=data, events={"received": tx.now})
            tx.evidence("contact.received", "contact", ("contact.purpose",), record=record)
    rate = POSTS / (time.perf_counter() - started)
    store.close()
    return rate


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        limit, ours = raw(Path(folder)), posts(Path(folder))
    print(f"one row a commit, sqlite3       {limit:8.0f} /s")
    print(f"one form post a commit, Zweck   {ours:8.0f} /s   {ours / limit:5.2f} of the limit")


if __name__ == "__main__":
    main()

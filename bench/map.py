"""``zweck map`` of a schema with 500 tables: seconds from the URL to the draft, the report and the picture.

The schema is made here: 500 tables with 12 to 40 columns each in German and English, a third about persons or what
happened to them, half of the foreign keys declared. ``BENCH_DATABASE`` names an empty PostgreSQL or MariaDB database to
use instead of SQLite; its tables are dropped again. ``BENCH_TABLES`` (500) sets the size.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from pathlib import Path

import sqlalchemy as sa

from zweck.systems.map import draw, propose, read_schema, report_of, write_mapping

TABLES = int(os.environ.get("BENCH_TABLES", "500"))
GOAL_SECONDS = 5.0
PERSONS = ("customer", "kunde", "member", "mitarbeiter", "bewerber", "contact")
EVENTS = ("order", "rechnung", "ticket", "message", "login", "buchung")
THINGS = ("product", "artikel", "category", "setting", "template", "country", "warehouse", "module")
PERSONAL = (
    "first_name",
    "nachname",
    "email",
    "telefon",
    "strasse",
    "plz",
    "city",
    "birth_date",
    "iban",
    "last_ip",
    "bemerkung",
)
PLAIN = (
    "status",
    "sort_order",
    "is_active",
    "created_at",
    "price",
    "menge",
    "code",
    "label",
    "position",
    "version",
    "weight",
)


def make(metadata: sa.MetaData, tables: int) -> None:
    """Tables of all three sorts, always the same ones."""
    random.seed(6)
    for number in range(tables):
        kinds = (PERSONS, EVENTS, THINGS, THINGS)
        kind = kinds[number % 4]
        columns = [sa.Column("id", sa.Integer, primary_key=True)]
        if kind is EVENTS:
            target = f"{PERSONS[(number - 1) % len(PERSONS)]}_{number - 1}"
            key = (sa.ForeignKey(f"{target}.id"),) if number % 8 == 1 else ()
            columns.append(sa.Column(f"{target}_id", sa.Integer, *key))
        names = random.sample(PLAIN, 11) if kind is THINGS else [*random.sample(PERSONAL, 8), *random.sample(PLAIN, 5)]
        extra = [f"attribute_{n}" for n in range(random.randint(0, 24))]
        columns += [sa.Column(name, sa.Date if name == "birth_date" else sa.String(120)) for name in (*names, *extra)]
        sa.Table(f"{kind[number % len(kind)]}_{number}", metadata, *columns)


def measure(url: str) -> None:
    started, spent = time.perf_counter(), time.process_time()
    schema, _ = read_schema(url)
    read = time.perf_counter() - started
    proposal = propose(schema)
    judged = time.perf_counter() - started
    sizes = len(write_mapping(proposal, "de")), len(report_of(proposal).as_json()), len(draw(proposal, "de"))
    total = time.perf_counter() - started
    columns = sum(len(t.columns) for t in schema.tables.values())
    print(f"{len(schema.tables)} tables, {columns} columns ({schema.dialect})")
    print(f"read the schema                {read:8.2f} s")
    print(f"judge and propose              {judged - read:8.2f} s  ({len(proposal.drafts)} tables proposed)")
    print(f"write YAML, JSON and picture   {total - judged:8.2f} s  ({sum(sizes) // 1024} KiB)")
    cpu = time.process_time() - spent
    print(f"together                       {total:8.2f} s  (goal {GOAL_SECONDS} s; {cpu:.2f} s of CPU)")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = os.environ.get("BENCH_DATABASE") or f"sqlite:///{Path(folder) / 'bench.sqlite'}"
        metadata = sa.MetaData()
        make(metadata, TABLES)
        engine = sa.create_engine(url)
        metadata.create_all(engine)
        try:
            measure(url)
        finally:
            metadata.drop_all(engine)
            engine.dispose()


if __name__ == "__main__":
    main()

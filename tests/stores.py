"""Stores for tests: a fresh one per test, on SQLite or on a database of its own in the private PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from zweck.clock import FixedClock
from zweck.config import Secret, Settings
from zweck.store import Store, open_store
from zweck.store.columns import metadata

SITE = "www.site.example"
START = datetime(2026, 1, 10, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(START)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An installation with SQLite in a folder of its own."""
    data = tmp_path / "data"
    return Settings(data=data, database=f"sqlite:///{data / 'zweck.sqlite'}", master_key=Secret(b"k" * 32))


@pytest.fixture
def sqlite_store(settings: Settings, clock: FixedClock) -> Iterator[Store]:
    made = open_store(settings, clock)
    yield made
    made.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server)])
def any_store(request: pytest.FixtureRequest, settings: Settings, clock: FixedClock) -> Iterator[Store]:
    """The same tests hold on both databases."""
    if request.param == "sqlite":
        made = open_store(settings, clock)
        yield made
        made.close()
        return
    url = _emptied(request.getfixturevalue("postgres_url"))
    made = open_store(Settings(settings.data, url, settings.master_key), clock)
    yield made
    made.close()


def _emptied(server: str) -> str:
    """A database of this run's own, migrated by its first test and emptied for each further one."""
    name = f"zweck_stores_{os.getpid()}"
    url = sa.make_url(server).set(database=name, drivername="postgresql+psycopg")
    admin = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        known = connection.scalar(sa.text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name})
        if not known:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
    admin.dispose()
    if known:
        engine = sa.create_engine(url)
        with engine.begin() as connection:
            tables = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
            connection.exec_driver_sql(f"TRUNCATE {tables}")
        engine.dispose()
    return url.render_as_string(hide_password=False)

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
    with fresh_database(request.getfixturevalue("postgres_url")) as url:
        made = open_store(Settings(settings.data, url, settings.master_key), clock)
        yield made
        made.close()


class fresh_database:
    """A database of its own, dropped afterwards."""

    def __init__(self, url: str) -> None:
        self._admin = sa.make_url(url)
        self._name = f"zweck_test_{os.getpid()}_{os.urandom(4).hex()}"

    def __enter__(self) -> str:
        self._run(f"CREATE DATABASE {self._name}")
        return self._admin.set(database=self._name, drivername="postgresql").render_as_string(hide_password=False)

    def __exit__(self, *_: object) -> None:
        self._run(f"DROP DATABASE {self._name} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        engine = sa.create_engine(self._admin, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()

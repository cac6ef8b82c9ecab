"""The shop on SQLite, PostgreSQL and MariaDB: what takes ``shop`` runs on all three."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.stores import clock, settings, sqlite_store
from tests.systems.sql.shop import Shop, declare, fill, metadata

from zweck.clock import FixedClock
from zweck.store import Store

__all__ = ["clock", "settings", "sqlite_store"]

KINDS = [
    "sqlite",
    pytest.param("postgresql", marks=pytest.mark.server),
    pytest.param("mariadb", marks=pytest.mark.server),
]


def emptied(request: pytest.FixtureRequest, kind: str, folder: Path) -> str:
    """The URL of an empty database."""
    if kind == "sqlite":
        return f"sqlite:///{folder / 'shop.db'}"
    url: str = request.getfixturevalue({"postgresql": "postgres_url", "mariadb": "mariadb_url"}[kind])
    name = f"shop_{request.node.name.__hash__() & 0xFFFFFFFF:x}"
    admin = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql(
            f"DROP DATABASE IF EXISTS {name}" + (" WITH (FORCE)" if kind == "postgresql" else "")
        )
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    admin.dispose()
    return sa.make_url(url).set(database=name).render_as_string(hide_password=False)


def opened(url: str, store: Store, clock: FixedClock) -> Iterator[Shop]:
    engine = sa.create_engine(url)
    metadata(engine).create_all(engine)
    fill(engine)
    yield Shop(url, engine, store, clock, declare(url))
    engine.dispose()


@pytest.fixture(params=KINDS)
def shop(request: pytest.FixtureRequest, tmp_path: Path, sqlite_store: Store, clock: FixedClock) -> Iterator[Shop]:
    """The shop on each database."""
    yield from opened(emptied(request, request.param, tmp_path), sqlite_store, clock)


@pytest.fixture
def pg_shop(request: pytest.FixtureRequest, tmp_path: Path, sqlite_store: Store, clock: FixedClock) -> Iterator[Shop]:
    """The shop on PostgreSQL."""
    yield from opened(emptied(request, "postgresql", tmp_path), sqlite_store, clock)


@pytest.fixture
def lite_shop(request: pytest.FixtureRequest, tmp_path: Path, sqlite_store: Store, clock: FixedClock) -> Iterator[Shop]:
    """The shop on SQLite."""
    yield from opened(emptied(request, "sqlite", tmp_path), sqlite_store, clock)


@pytest.fixture
def server_shop(
    request: pytest.FixtureRequest, tmp_path: Path, sqlite_store: Store, clock: FixedClock
) -> Iterator[Callable[[str], Shop]]:
    """The shop on a server of the test's choice."""
    with ExitStack() as stack:

        def made(kind: str) -> Shop:
            return stack.enter_context(contextmanager(opened)(emptied(request, kind, tmp_path), sqlite_store, clock))

        yield made

"""The database connection: SQLite in one file, durable before it answers, or PostgreSQL by URL.

SQLite runs in WAL with ``synchronous=FULL`` (what is acknowledged survives a power cut) and overwrites what it
deletes (``secure_delete``), so that an erased key does not linger in free pages (Art. 17, 32 GDPR).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine, make_url

from zweck.errors import ZweckError
from zweck.store.failure import explain_failures

BUSY_SECONDS = 30

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}",
    "PRAGMA secure_delete=ON",
    "PRAGMA cache_size=-16000",
    "PRAGMA wal_autocheckpoint=4000",  # 16 MB: a sweep would else copy every batch at once
)


def database_url(text: str) -> URL:
    """The URL with the driver that Zweck uses; raises ``ZweckError`` for another kind of database."""
    try:
        url = make_url(text)
    except (sa.exc.ArgumentError, ValueError):
        raise ZweckError("database: a URL is needed, sqlite:///path or postgresql://user@host/name") from None
    kind = url.get_backend_name()
    if kind == "sqlite":
        if not url.database or url.database == ":memory:":
            raise ZweckError("database: SQLite needs a file, sqlite:///path")
        return url
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise ZweckError(f"database: {kind} is not supported; sqlite:///path or postgresql://user@host/name")


def make_engine(text: str) -> Engine:
    """An engine whose transactions begin the way Zweck needs them; connects when first used."""
    url = database_url(text)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    engine = sa.create_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=20, hide_parameters=True)
    explain_failures(engine)
    return engine


def _sqlite(url: URL) -> Engine:
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(
        url,
        hide_parameters=True,
        pool_size=10,
        max_overflow=30,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", _begin)
    explain_failures(engine)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin by itself: _begin decides how
    for pragma in _PRAGMAS:
        connection.execute(pragma).close()


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("zweck_read"):
        connection.exec_driver_sql("PRAGMA query_only=ON")
        connection.exec_driver_sql("BEGIN")
    else:
        connection.exec_driver_sql("PRAGMA query_only=OFF")
        # taking the write lock at once: a later upgrade could fail after work was done
        connection.exec_driver_sql("BEGIN IMMEDIATE")

"""The schema, brought up to date when the store is opened: Alembic migrations shipped inside the package.

One process migrates, the others wait. A database of a newer Zweck is refused, not damaged.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from zweck.errors import ZweckError

HEAD = "0001"
"""The newest migration; a test holds it to the scripts."""

_LOCK = 0x7A7765636B  # "zweck", for PostgreSQL's advisory locks


def migrate(engine: Engine) -> None:
    """Bring the schema to ``HEAD``; idempotent; raises ``ZweckError`` for a newer database."""
    if _version(engine) == HEAD:
        return
    with _alone(engine) as connection:
        _upgrade(connection)


def _version(engine: Engine) -> str:
    with engine.connect().execution_options(zweck_read=True) as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return ""
        return str(connection.scalar(sa.text("SELECT version_num FROM alembic_version")) or "")


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError:
        raise ZweckError("the database was made by a newer Zweck; install that version or restore a backup") from None


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            yield connection
        return
    lock = Path(f"{engine.url.database}.lock")
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with engine.begin() as connection:
            yield connection

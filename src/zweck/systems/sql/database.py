"""The connection to a declared database, and its failures in our words: a state, a sentence, whether a retry can help.

A driver's message can quote values and credentials; nothing of it leaves this module (Art. 32 GDPR). Statements are
never logged with their parameters.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa

from zweck.errors import SystemFailure
from zweck.store.normal import normalise
from zweck.systems.sql.method import sqlite_functions

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine, ExceptionContext

    from zweck.declaration.model import SystemUse

T = TypeVar("T")
TRIES = 4
"""How often a whole transaction is tried when another one was in its way."""
WAIT_SECONDS = 30

DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg", "mysql": "mysql+pymysql"}
DRIVERS |= {"mariadb": "mariadb+pymysql"}

_STATES: tuple[tuple[str, str, str, bool], ...] = (
    (
        r"password authentication failed|access denied for user|no password supplied|role \S+ does not exist"
        r"|\b1045\b|28p01|28000",
        "credentials",
        "it refuses the credentials: check user and password in its url",
        True,
    ),
    (
        r"permission denied|command denied|42501|\b1142\b|\b1143\b|readonly database",
        "privilege",
        "the account lacks a privilege: see the grants in docs/howto/connect-a-database.md",
        True,
    ),
    (r"deadlock|40p01|could not serialize|40001|\b1213\b", "deadlock", "another transaction was in the way", False),
    (
        r"lock wait timeout|lock timeout|55p03|\b1205\b|database is locked",
        "locked",
        "another transaction does not end",
        False,
    ),
    (
        r"undefinedtable|no such table|\b1146\b|relation .* does not exist|42p01",
        "table_vanished",
        "a mapped table is not there any more: correct the mapping",
        True,
    ),
    (
        r"undefinedcolumn|no such column|unknown column|\b1054\b|42703|column .* does not exist",
        "column_vanished",
        "a mapped column is not there any more: correct the mapping",
        True,
    ),
    (
        r"unknown database|3d000|\b1049\b|unable to open|database .* does not exist",
        "database_missing",
        "there is no such database",
        True,
    ),
    (
        r"connection|server closed|gone away|lost|terminat|resolve|57p0|08\d{3}|\b20(02|03|06|13)\b|time.?out",
        "connection",
        "it cannot be reached, or the connection was lost",
        False,
    ),
    (
        r"too large|out of range|too long|\b1406\b|\b1264\b|2200\d|54000",
        "too_large",
        "a value does not fit its column",
        True,
    ),
)


class DatabaseFailure(SystemFailure):
    """A declared database did not do what was asked; ``state`` is the word for it on a request."""


def failure(name: str, state: str, text: str, *, permanent: bool = True) -> DatabaseFailure:
    """The failure of the system ``name`` in one state; nothing in ``text`` may come from the data."""
    made = DatabaseFailure(f"{name}: {text}; nothing was changed there", permanent=permanent)
    made.state = state
    return made


def explained(name: str, error: BaseException) -> DatabaseFailure:
    """What a driver's error means, without anything that it quotes."""
    original = getattr(error, "orig", None) or error
    code = getattr(original, "sqlstate", None) or ""
    said = f"{type(original).__name__} {code} {original}".lower()
    if isinstance(error, sa.exc.NoSuchTableError):
        return failure(name, "table_vanished", "a mapped table is not there any more: correct the mapping")
    if isinstance(error, sa.exc.IntegrityError) or code[:2] == "23":
        return failure(name, "constraint", "a constraint of its schema refuses the change: declare another action")
    for pattern, state, text, permanent in _STATES:
        if re.search(pattern, said):
            return failure(name, state, text, permanent=permanent)
    if code[:2] in ("P0", "45") or "1644" in said or isinstance(error, (sa.exc.InternalError, sa.exc.DatabaseError)):
        return failure(name, "refused", "a trigger or rule of the database refuses the change")
    return failure(name, "unknown", f"it failed ({type(original).__name__})", permanent=False)


class Database:
    """One declared database: its engine, one transaction at a time, its failures named."""

    def __init__(self, name: str, url: str) -> None:
        self.name = name
        self.engine = _engine(name, url)

    @property
    def kind(self) -> str:
        """The dialect's name, MariaDB being MySQL."""
        return "mysql" if self.engine.dialect.name == "mariadb" else self.engine.dialect.name

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection whose work is undone in any case."""
        with self._named(), self.engine.connect() as connection:
            try:
                yield connection
            finally:
                if not connection.invalidated:
                    connection.rollback()

    def write(self, work: Callable[[Connection], T]) -> T:
        """``work`` in one transaction, all or nothing; run again as a whole when another transaction was in the way."""
        for left in reversed(range(TRIES)):
            try:
                with self._named(), self.engine.connect() as plain:
                    connection = plain.execution_options(zweck_write=True)
                    with connection.begin():
                        return work(connection)
            except DatabaseFailure as error:
                if error.state != "deadlock" or not left:
                    raise
        raise AssertionError

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
            return
        except DatabaseFailure as error:
            found = error
        except sa.exc.SQLAlchemyError as error:
            found = explained(self.name, error)
        # the driver's own error quotes values: not even a tool that shows the whole chain may see it
        found.__context__ = found.__cause__ = None
        raise found


def url_of(name: str, use: SystemUse) -> str:
    """The url of a system from the environment or its file; raises ``SystemFailure`` that never shows it."""
    text = use.url
    if use.url_file:
        try:
            text = Path(use.url_file).read_text().strip()
        except OSError as error:
            raise failure(name, "credentials", f"its url_file cannot be read: {error.strerror}") from None
    if missing := re.match(r"\$\{([A-Z_][A-Z0-9_]*)", text):
        found = os.environ.get(missing[1])
        if not found:
            raise failure(name, "credentials", f"the environment variable {missing[1]} is not set")
        text = found
    return text


def _engine(name: str, text: str) -> Engine:
    try:
        url = sa.make_url(text)
        url = url.set(drivername=DRIVERS.get(url.drivername, url.drivername))
        options: dict[str, Any] = {"hide_parameters": True, "pool_pre_ping": True, "pool_size": 4}
        if url.get_backend_name() == "sqlite":
            options["connect_args"] = {"timeout": WAIT_SECONDS}
        engine = sa.create_engine(url, **options)
    except ModuleNotFoundError as error:
        text = f"its driver {error.name} is not installed; for MySQL and MariaDB: pip install 'zweck[mysql]'"
        raise failure(name, "driver", text) from None
    except (sa.exc.ArgumentError, ValueError):
        raise failure(name, "url", "its url is none: postgresql://user@host/name") from None
    sa.event.listen(engine, "connect", _PREPARE.get(url.get_backend_name(), _nothing))
    if url.get_backend_name() == "sqlite":
        sa.event.listen(engine, "begin", _begin_sqlite)
    sa.event.listen(engine, "handle_error", lambda context: _explain(name, context))
    return engine


def _explain(name: str, context: ExceptionContext) -> None:
    if not context.is_pre_ping and isinstance(context.sqlalchemy_exception, sa.exc.DBAPIError):
        raise explained(name, context.sqlalchemy_exception) from None


def _nothing(_connection: Any, _record: object) -> None:
    return


def _prepare_postgres(connection: Any, _record: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET TIME ZONE 'UTC'")
        cursor.execute(f"SET lock_timeout = '{WAIT_SECONDS}s'")
    connection.commit()


def _prepare_mysql(connection: Any, _record: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET time_zone = '+00:00'")
        cursor.execute(f"SET innodb_lock_wait_timeout = {WAIT_SECONDS}")
        cursor.execute("SET sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON").close()
    for name in ("email", "phone"):
        connection.create_function(f"zweck_{name}", 1, partial(_normal, name))
    for word, function in sqlite_functions().items():
        connection.create_function(word, -1, function)


def _normal(name: str, value: object) -> str | None:
    return None if value is None else normalise(name, str(value))


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("zweck_write") else "BEGIN")


_PREPARE = {
    "postgresql": _prepare_postgres,
    "mysql": _prepare_mysql,
    "mariadb": _prepare_mysql,
    "sqlite": _prepare_sqlite,
}

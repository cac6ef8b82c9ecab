"""Reading a schema from a database, and small samples if they are allowed: by SQLAlchemy, so any dialect will do.

Nothing is changed. Sampled values stay in memory for the moment in which they are judged; neither they nor the
credentials are printed, logged or kept (Art. 5(1)(c) and (f) GDPR). What is wrong is said in one sentence.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.engine.reflection import ObjectKind, ObjectScope

from zweck.errors import ZweckError
from zweck.systems.map.schema import Column, Key, Reason, Schema, Table
from zweck.systems.map.value import show
from zweck.systems.sql.database import DRIVERS, Database, DatabaseFailure

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

SAMPLE = 50
"""Rows that are looked at per table when samples are allowed."""
_VARIABLE = re.compile(r"\$\{?([A-Za-z_]\w*)\}?")
_PLACE = "database"
_PARTITIONS = (
    "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relispartition"
)


def read_schema(
    url: str, schema: str | None = None, *, samples: bool = False
) -> tuple[Schema, Mapping[Any, Any] | None]:
    """The schema behind ``url`` (or ``${VARIABLE}``), and what samples show, ``None`` if not allowed.

    Raises ``ZweckError`` with one sentence that never holds the url.
    """
    database = _open(_resolved(url))
    try:
        with database.read() as connection, warnings.catch_warnings():
            warnings.simplefilter("ignore", sa.exc.SAWarning)
            found = _reflected(connection, schema)
            return found, (dict(_evidence(connection, found, schema)) if samples else None)
    except DatabaseFailure as error:
        raise _plainly(error) from None
    finally:
        database.engine.dispose()


def _plainly(error: DatabaseFailure) -> ZweckError:
    if error.state in ("refused", "unknown"):
        return ZweckError("map: what the url names cannot be read as a database of this kind; check dialect and name")
    return ZweckError(f"map: {str(error).removeprefix(f'{_PLACE}: ').removesuffix('; nothing was changed there')}")


def _resolved(url: str) -> str:
    named = _VARIABLE.fullmatch(url.strip())
    if not named:
        return url.strip()
    found = os.environ.get(named[1], "")
    if not found:
        raise ZweckError(f"map: the environment variable {named[1]} is not set; it should hold the database's url")
    return found


def _open(url: str) -> Database:
    try:
        made = sa.make_url(url)
    except (sa.exc.ArgumentError, ValueError):
        raise ZweckError("map: this is no database url; write postgresql://user@host/name, or ${VARIABLE}") from None
    if made.get_backend_name() == "sqlite":
        _present(made.database or "")
    try:
        if made.drivername not in DRIVERS:
            made.get_dialect()
        return Database(_PLACE, url)
    except DatabaseFailure as error:
        raise _plainly(error) from None
    except sa.exc.NoSuchModuleError:
        known = "postgresql, mariadb, mysql, sqlite, or any dialect that is installed for SQLAlchemy"
        raise ZweckError(f"map: there is no dialect {made.get_backend_name()!r} here; {known}") from None


def _present(path: str) -> None:
    """SQLite would make an empty file of a name that does not exist."""
    if path.startswith("file:"):
        path = path[5:].partition("?")[0]
    if not path or path == ":memory:" or not Path(path).is_file():
        raise ZweckError("map: there is no such SQLite file; write sqlite:///path/to/file")


def _reflected(connection: Connection, schema: str | None) -> Schema:
    inspector = sa.inspect(connection)
    if schema is not None and schema not in inspector.get_schema_names():
        raise ZweckError(f"map: there is no schema {schema!r} in this database, or the account may not see it")
    scope: dict[str, Any] = {"schema": schema, "scope": ObjectScope.DEFAULT}
    columns = inspector.get_multi_columns(kind=ObjectKind.ANY, **scope)
    tables = {name for _, name in inspector.get_multi_pk_constraint(kind=ObjectKind.TABLE, **scope)}
    primary = inspector.get_multi_pk_constraint(kind=ObjectKind.TABLE, **scope)
    foreign = inspector.get_multi_foreign_keys(kind=ObjectKind.TABLE, **scope)
    parts = _partitions(connection, schema)
    names = sorted(name for _, name in columns if name not in parts)
    if not names:
        raise ZweckError(
            "map: the database is empty, or the account may see none of its tables; name one with --schema"
        )
    made = {
        name: Table(
            name,
            tuple(map(_column, columns[schema, name])),
            _primary(primary.get((schema, name))),
            tuple(_keys(foreign.get((schema, name), ()), schema, tables)),
            is_view=name not in tables,
        )
        for name in names
    }
    return Schema(made, connection.dialect.name, tuple(sorted(parts)))


def _partitions(connection: Connection, schema: str | None) -> set[str]:
    """A partition holds rows of its parent, which is what a statement is sent to."""
    if connection.dialect.name != "postgresql":
        return set()
    wanted = schema or connection.dialect.default_schema_name
    return {name for space, name in connection.execute(sa.text(_PARTITIONS)) if space == wanted}


def _primary(found: Any) -> tuple[str, ...]:
    return tuple((found or {}).get("constrained_columns") or ())


def _keys(found: Any, schema: str | None, tables: set[str]) -> Iterator[Key]:
    for each in found:
        if each["referred_schema"] in (None, schema) and each["referred_table"] in tables:
            yield Key(tuple(each["constrained_columns"]), each["referred_table"], tuple(each["referred_columns"]))


def _column(found: Any) -> Column:
    kind, size = _kind(found["type"])
    return Column(str(found["name"]), kind, size, bool(found.get("nullable", True)))


_KINDS: tuple[tuple[type, str], ...] = (
    (sa.Boolean, "flag"),
    (sa.JSON, "json"),
    (sa.Enum, "text"),
    (sa.Text, "long"),
    (sa.String, "text"),
    (sa.Date, "date"),
    (sa.DateTime, "time"),
    (sa.Time, "time"),
    (sa.Interval, "time"),
    (sa.LargeBinary, "bytes"),
    (sa.types._Binary, "bytes"),
    (sa.Numeric, "number"),
    (sa.Integer, "number"),
)
_TEXTS = frozenset(("INET", "CITEXT", "CIDR", "MACADDR", "UNIQUEIDENTIFIER"))


def _kind(kind: Any) -> tuple[str, int]:
    if getattr(kind, "display_width", None) == 1 or type(kind).__name__ == "BIT":
        return "flag", 0
    if type(kind).__name__.upper() in _TEXTS:
        return "text", 0
    for known, name in _KINDS:
        if isinstance(kind, known):
            return name, int(getattr(kind, "length", None) or 0) if name in ("text", "long") else 0
    return "other", 0


def _evidence(connection: Connection, schema: Schema, space: str | None) -> Iterator[tuple[tuple[str, str], Any]]:
    """What a few rows of each table show: a category and a reason; a table that may not be read is passed over."""
    for table in schema.tables.values():
        wanted = [c.name for c in table.columns if c.type in ("text", "long", "other", "number")]
        if not wanted or table.is_view:
            continue
        rows = _rows(connection, table.name, wanted, space)
        for number, name in enumerate(wanted):
            shown = show([row[number] for row in rows], table.column(name).type)
            if shown:
                category, confidence, pattern = shown
                yield (table.name, name), (category, confidence, Reason(f"value-{pattern}"))


def _rows(connection: Connection, name: str, columns: list[str], space: str | None) -> list[Any]:
    source = sa.table(name, *map(sa.column, columns), schema=space)
    try:
        with connection.begin_nested():
            return list(connection.execute(sa.select(*source.c).limit(SAMPLE)))
    except (DatabaseFailure, sa.exc.SQLAlchemyError):
        return []

"""What a database says about itself: the mapped tables and every foreign key that touches them, by reflection.

Nothing is read but the catalogue; a table or column that is mapped and not there is a named failure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from zweck.systems.sql.database import failure

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from zweck.declaration.model import SystemUse


@dataclass(frozen=True, slots=True)
class Link:
    """Rows of ``child`` refer to rows of ``parent``: a foreign key, or a declared path (``is_key`` is false)."""

    child: str
    columns: tuple[str, ...]
    parent: str
    others: tuple[str, ...]
    may_be_null: bool = True
    is_key: bool = True


@dataclass(frozen=True, slots=True)
class Schema:
    """Mapped tables, the tables that refer to them, and the links between all of these."""

    tables: dict[str, sa.Table]
    keys: dict[str, tuple[str, ...]]
    views: frozenset[str]
    links: tuple[Link, ...]
    unique: dict[str, tuple[tuple[str, ...], ...]]


def reflect(connection: Connection, name: str, use: SystemUse) -> Schema:
    """The part of the schema that a mapping touches; raises ``DatabaseFailure``."""
    inspector = sa.inspect(connection)
    known = set(inspector.get_table_names(use.database_schema))
    views = set(inspector.get_view_names(use.database_schema)) | _materialized(inspector, use.database_schema)
    if gone := sorted(set(use.tables) - known - views):
        raise failure(name, "table_vanished", f"there is no table {gone[0]}: correct the mapping")
    links = tuple(_links(inspector, use, known))
    wanted = [*use.tables, *sorted({link.child for link in links} - set(use.tables))]
    metadata = sa.MetaData(schema=use.database_schema)
    tables = {t: sa.Table(t, metadata, autoload_with=connection, resolve_fks=False) for t in wanted}
    return Schema(
        tables=tables,
        keys={t: use.tables[t].key or tuple(c.name for c in tables[t].primary_key.columns) for t in use.tables},
        views=frozenset(views & set(use.tables)),
        links=tuple(_nullable(link, tables) for link in links),
        unique={t: tuple(_unique(inspector, t, use.database_schema)) for t in use.tables if t in known},
    )


def _materialized(inspector: Any, schema: str | None) -> set[str]:
    try:
        return set(inspector.get_materialized_view_names(schema))
    except (NotImplementedError, AttributeError):
        return set()


def _links(inspector: Any, use: SystemUse, known: set[str]) -> Iterator[Link]:
    """Every foreign key that points at a mapped table."""
    for (_, child), found in sorted(inspector.get_multi_foreign_keys(schema=use.database_schema).items(), key=str):
        for each in found:
            parent = each["referred_table"]
            if child in known and parent in use.tables and each["referred_schema"] in (None, use.database_schema):
                yield Link(child, tuple(each["constrained_columns"]), parent, tuple(each["referred_columns"]))


def _nullable(link: Link, tables: dict[str, sa.Table]) -> Link:
    columns = tables[link.child].c
    can = any(columns[c].nullable for c in link.columns) and not any(columns[c].primary_key for c in link.columns)
    return Link(link.child, link.columns, link.parent, link.others, can)


def _unique(inspector: Any, table: str, schema: str | None) -> Iterator[tuple[str, ...]]:
    for each in inspector.get_unique_constraints(table, schema):
        yield tuple(each["column_names"])
    for each in inspector.get_indexes(table, schema):
        if each.get("unique"):
            yield tuple(c for c in each["column_names"] if c)
    if primary := inspector.get_pk_constraint(table, schema).get("constrained_columns"):
        yield tuple(primary)

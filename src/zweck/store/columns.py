"""Columns that say what they are for: each is tagged with purpose and category, or marked as not personal.

A test holds every table to it, so that a column for personal data cannot come in unnoticed (Art. 25, 30 GDPR).
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC; SQLite holds it as text of fixed width, which sorts by time."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("the store takes aware moments only")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def plain(name: str, type_: Any, *constraints: Any, **options: Any) -> sa.Column[Any]:
    """A column that is not personal data."""
    options.setdefault("nullable", False)
    return sa.Column(name, type_, *constraints, info={"personal": False}, **options)


def personal(name: str, type_: Any, *constraints: Any, purpose: str, category: str, **options: Any) -> sa.Column[Any]:
    """A column of personal data: why it is there and what it is."""
    options.setdefault("nullable", False)
    return sa.Column(name, type_, *constraints, info={"purpose": purpose, "category": category}, **options)


def site(**options: Any) -> sa.Column[Any]:
    """The site that a row belongs to; every table has it, so that a distributed database can shard by it."""
    return plain("site_id", sa.String(253), **options)


def key(name: str = "id", **options: Any) -> sa.Column[Any]:
    """An id made by ``ids.new_id``."""
    return plain(name, sa.String(26), **options)

"""Conditions of keeping rules as SQL: SQLAlchemy Core that runs on any dialect.

Each comparison sets a bare column against one bound instant, so that an index on the column serves it. NULL
means that the event has not happened: such a row fulfils ``NotHappened`` and ``NotBefore`` and no ``Before``.
Times are stored in UTC; a DATE column counts as midnight at the start of its day in the declaration's zone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Date, DateTime, and_, false, or_, true
from sqlalchemy.types import NullType, TypeDecorator, TypeEngine

from zweck.clock import BERLIN, start_of_day
from zweck.declaration import keeping

ColumnOf = Callable[[str], ColumnElement[Any] | None]
"""Where a system keeps the time of an event; ``None`` when it never records that event."""


def compile(condition: keeping.Condition, column_of: ColumnOf, zone: ZoneInfo = BERLIN) -> ColumnElement[bool]:
    """The condition as a WHERE clause; ``TypeError`` for a column that holds neither a date nor a time."""
    match condition:
        case keeping.Always():
            return true()
        case keeping.Never():
            return false()
        case keeping.All(parts):
            return and_(*(compile(part, column_of, zone) for part in parts))
        case keeping.Any(parts):
            return or_(*(compile(part, column_of, zone) for part in parts))
        case keeping.Before(event) | keeping.NotBefore(event) | keeping.Happened(event) | keeping.NotHappened(event):
            return _compare(condition, event, column_of(event), zone)
    raise TypeError(f"{type(condition).__name__} is no condition of a keeping rule")


def _compare(
    condition: keeping.Condition, event: str, column: ColumnElement[Any] | None, zone: ZoneInfo
) -> ColumnElement[bool]:
    if column is None:
        return true() if isinstance(condition, (keeping.NotBefore, keeping.NotHappened)) else false()
    match condition:
        case keeping.Before(_, instant):
            return column < _bound(instant, event, column.type, zone)
        case keeping.NotBefore(_, instant):
            return or_(column.is_(None), column >= _bound(instant, event, column.type, zone))
        case keeping.Happened():
            return column.is_not(None)
        case _:
            return column.is_(None)


def _bound(instant: datetime, event: str, kind: TypeEngine[Any], zone: ZoneInfo) -> datetime | date:
    if isinstance(kind, TypeDecorator):
        return instant.astimezone(UTC)
    if isinstance(kind, Date):
        return _first_day_not_before(instant, zone)
    if isinstance(kind, DateTime):
        moment = instant.astimezone(UTC)
        # Without a zone the server would read an aware value in its session's zone, not in UTC.
        return moment if kind.timezone else moment.replace(tzinfo=None)
    if isinstance(kind, NullType):
        raise TypeError(f"the column of `{event}` has no type; cast it to a date or a time")
    raise TypeError(f"the column of `{event}` is {kind!r}; a keeping rule needs a date or a time")


def _first_day_not_before(instant: datetime, zone: ZoneInfo) -> date:
    try:
        day = instant.astimezone(zone).date()
        return day if start_of_day(day, zone) >= instant else day + timedelta(days=1)
    except OverflowError:
        return date.min if instant.year < 2 else date.max

"""Ways through the rows that a rule has reached, each along one index, so that no batch reads what it need not.

A rule that waits for events is walked by the times of those events; what never happened is never looked at. Every due
row lies on exactly one way. Nothing of the rule's meaning is decided here (Art. 5(1)(e) GDPR).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from zweck.declaration import keeping
from zweck.store.tables import event, record

Trigger = keeping.Before | keeping.Happened
"""That an event happened (before an instant)."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far a walk got: the number of the way, and the values by which its last row is ordered."""

    way: int = 0
    row: tuple[Any, ...] = ()


FIRST = Position()


@dataclass(slots=True)
class Way:
    """The rows of a table, or those on which ``trigger`` came true; ``order`` ends with the row's key."""

    site: str
    table: sa.Table
    order: tuple[sa.ColumnElement[Any], ...]
    trigger: Trigger | None = None
    _events: dict[str, sa.FromClause] = field(default_factory=dict)

    def column(self, name: str) -> sa.ColumnElement[Any]:
        """Where the time of an event of the record lies."""
        if name not in self._events:
            self._events[name] = event.alias(f"event_{len(self._events)}")
        column: sa.ColumnElement[Any] = self._events[name].c.at
        return column

    def select(self, what: Sequence[Any], *conditions: sa.ColumnElement[bool]) -> sa.Select[Any]:
        """The query for ``what``; the conditions are to be compiled before, with ``column``."""
        source: sa.FromClause = self.table
        for name, alias in self._events.items():
            joined = sa.and_(
                alias.c.site_id == record.c.site_id, alias.c.record_id == record.c.id, alias.c.name == name
            )
            is_first = self.trigger is not None and name == self.trigger.event
            source = alias.join(source, joined) if is_first else source.outerjoin(alias, joined)
        query = sa.select(*what).select_from(source).where(*conditions)
        if self.trigger is None:
            return query
        first = self._events[self.trigger.event]
        return query.where(first.c.site_id == self.site, first.c.name == self.trigger.event)

    def beyond(self, row: tuple[Any, ...]) -> sa.ColumnElement[bool]:
        """SQL: what comes after ``row`` on this way."""
        if not row:
            return sa.true()
        last = (sa.literal(value, column.type) for value, column in zip(row, self.order, strict=True))
        return sa.tuple_(*self.order) > sa.tuple_(*last)


def way_of(site: str, trigger: Trigger) -> Way:
    """The way along the times of an event."""
    made = Way(site, record, (), trigger)
    at = made.column(trigger.event)
    made.order = (at, at.table.c.record_id)
    return made


def triggers_of(conditions: Iterable[keeping.Condition]) -> tuple[Trigger, ...] | None:
    """Events one of which must have happened wherever one of ``conditions`` holds; ``None`` if there are none such."""
    widest: dict[str, Trigger] = {}
    for condition in conditions:
        found = _needed(condition)
        if found is None:
            return None
        for each in found:
            widest[each.event] = _wider(widest.get(each.event, each), each)
    return tuple(widest.values())


def _needed(condition: keeping.Condition) -> tuple[Trigger, ...] | None:
    match condition:
        case keeping.Before() | keeping.Happened():
            return (condition,)
        case keeping.Never():
            return ()
        case keeping.All(parts):
            known = [found for part in parts if (found := _needed(part)) is not None]
            return min(known, key=len, default=None)
        case keeping.Any(parts):
            return triggers_of(parts)
    return None


def _wider(one: Trigger, other: Trigger) -> Trigger:
    if isinstance(one, keeping.Happened) or isinstance(other, keeping.Happened):
        return keeping.Happened(one.event)
    return one if one.instant >= other.instant else other

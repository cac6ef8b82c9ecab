"""Which records a keeping rule has reached, asked of the database: the rule's own predicate, compiled to SQL.

Nobody but the rule interprets the rule; here stands only where the events lie, what is already done, and what a hold
keeps back (Art. 5(1)(e), 17(3), 18 GDPR).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from zweck.clock import BERLIN
from zweck.declaration.keeping import (
    LEGAL_CLAIMS,
    STATUTORY_DUTIES,
    Anonymise,
    AskAgain,
    Delete,
    Event,
    MoveTo,
    Restrict,
    Rule,
)
from zweck.store.predicate import compile
from zweck.store.records import ACTIVE, ANONYMISED, RESTRICTED
from zweck.store.tables import consent, event, held, hold, record, suppression

if TYPE_CHECKING:
    from zweck.store.transaction import Tx

ERASURE_DEFERRED = "erasure_deferred"
"""Ground of a restriction that stands in for an erasure the law does not allow yet (Art. 17(3)(b), § 35(3) BDSG)."""

KEPT_FOR_PERSON = ("18(1)(b)", "18(1)(c)")
"""Grounds of a restriction by which the person wants the data kept: no period ends them."""

_STRONG = tuple(sorted(LEGAL_CLAIMS | STATUTORY_DUTIES))


@dataclass(frozen=True, slots=True)
class Scope:
    """The rows that a keeping rule is about: an activity's records of some classes, its consents, the suppression list.

    ``classes`` empty means every class but ``others``, which have rules of their own.
    """

    activity: str
    classes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    table: Literal["record", "consent", "suppression"] = "record"


class Due:
    """Asks what a rule has reached within a scope."""

    def __init__(self, tx: Tx, scope: Scope, rule: Rule, zone: ZoneInfo = BERLIN) -> None:
        self._tx = tx
        self._scope = scope
        self._rule = rule
        self._zone = zone
        self._events: dict[str, sa.FromClause] = {}

    def held(self) -> int:
        """How many rows there are that are still about a person."""
        place = [self._place()]
        if self._scope.table == "record":
            place.append(record.c.status != ANONYMISED)
        return int(self._tx.execute(sa.select(sa.func.count()).select_from(self._table).where(*place)).scalar_one())

    def count(self, now: datetime) -> int:
        """How many rows have a stage that was reached at ``now`` and is not done yet."""
        condition = sa.or_(sa.false(), *(self._pending(n, now) for n in self._numbers()), self._deferred(now))
        return int(self._tx.execute(self._query(sa.func.count(), condition)).scalar_one())

    def ids(self, stage: int, now: datetime, limit: int) -> list[Any]:
        """The rows for which ``stages[stage]`` is to be done at ``now``, oldest first."""
        condition = self._pending(stage, now)
        if isinstance(self._rule.stages[stage], Delete):
            condition = sa.or_(condition, self._deferred(now))
        key = self._key
        return list(self._tx.execute(self._query(key, condition).order_by(key).limit(limit)).scalars())

    def oldest(self, now: datetime) -> datetime | None:
        """When the oldest row that is due came in."""
        condition = sa.or_(sa.false(), *(self._pending(n, now) for n in self._numbers()), self._deferred(now))
        born = {"record": record.c.created_at, "consent": consent.c.recorded_at}.get(
            self._scope.table, suppression.c.added_at
        )
        found: datetime | None = self._tx.execute(self._query(sa.func.min(born), condition)).scalar_one()
        return found

    def _numbers(self) -> range:
        return range(len(self._rule.stages))

    def _pending(self, stage: int, now: datetime) -> sa.ColumnElement[bool]:
        """SQL: the stage is reached, not done, and nothing holds it back."""
        what = self._rule.stages[stage]
        if isinstance(what, AskAgain):
            return sa.false()
        reached = compile(self._rule.predicate(now, self._zone, stage=stage), self._column, self._zone)
        if self._scope.table != "record":
            return reached if isinstance(what, Delete | Anonymise) else sa.false()
        if isinstance(what, Restrict):
            return sa.and_(reached, record.c.status == ACTIVE)
        free = sa.and_(self._free(now), sa.or_(record.c.status != RESTRICTED, ~self._is_kept_for_person()))
        if isinstance(what, Anonymise):
            return sa.and_(reached, record.c.status != ANONYMISED, free)
        if isinstance(what, MoveTo):
            return sa.and_(reached, free)
        # what was anonymised is no longer personal data; a period of its own may still end it
        after_anonymising = any(isinstance(s, Anonymise) for s in self._rule.stages[:stage])
        return sa.and_(reached, free) if after_anonymising else sa.and_(reached, free, record.c.status != ANONYMISED)

    def _deferred(self, now: datetime) -> sa.ColumnElement[bool]:
        """SQL: an erasure that was put off is no longer to be put off."""
        if self._scope.table != "record":
            return sa.false()
        return sa.and_(
            record.c.status == RESTRICTED,
            record.c.restriction_ground == ERASURE_DEFERRED,
            record.c.restricted_until <= now,
            self._free(now),
        )

    def _free(self, now: datetime) -> sa.ColumnElement[bool]:
        """SQL: no open hold; a weak one gives way to an event that ends storage at once."""
        if not self._rule.end:
            return ~self._is_held()
        ended = compile(Event(self._rule.end).reached(now, self._zone), self._column, self._zone)
        return sa.and_(~self._is_held(hold.c.reason.in_(_STRONG)), sa.or_(ended, ~self._is_held()))

    def _is_held(self, *more: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
        return (
            sa.select(sa.literal(1))
            .select_from(held.join(hold, sa.and_(held.c.site_id == hold.c.site_id, held.c.hold_id == hold.c.id)))
            .where(held.c.record_id == record.c.id, held.c.site_id == self._tx.site)
            .where(self._tx.holds.open_condition(), *more)
            .correlate(record)
            .exists()
        )

    def _is_kept_for_person(self) -> sa.ColumnElement[bool]:
        return record.c.restriction_ground.in_(KEPT_FOR_PERSON)

    @property
    def _table(self) -> sa.Table:
        return {"record": record, "consent": consent, "suppression": suppression}[self._scope.table]

    @property
    def _key(self) -> sa.ColumnElement[Any]:
        return suppression.c.blind if self._scope.table == "suppression" else self._table.c.id

    def _place(self) -> sa.ColumnElement[bool]:
        here = self._table.c.site_id == self._tx.site
        if self._scope.table != "record":
            return here
        place = [here, record.c.activity == self._scope.activity]
        if self._scope.classes:
            place.append(record.c.record_class.in_(self._scope.classes))
        elif self._scope.others:
            place.append(record.c.record_class.not_in(self._scope.others))
        return sa.and_(*place)

    def _query(self, what: Any, condition: sa.ColumnElement[bool]) -> sa.Select[Any]:
        source: sa.FromClause = self._table
        for name, alias in self._events.items():  # filled while the condition was compiled
            joined = sa.and_(
                alias.c.site_id == record.c.site_id, alias.c.record_id == record.c.id, alias.c.name == name
            )
            source = source.outerjoin(alias, joined)
        return sa.select(what).select_from(source).where(self._place(), condition)

    def _column(self, name: str) -> sa.ColumnElement[Any] | None:
        if self._scope.table == "consent":
            return consent.c.recorded_at if name == "choice_recorded" else None
        if self._scope.table == "suppression":
            return None
        if name not in self._events:
            self._events[name] = event.alias(f"event_{len(self._events)}")
        column: sa.ColumnElement[Any] = self._events[name].c.at
        return column

"""Which records a keeping rule has reached, asked of the database: the rule's own predicate, compiled to SQL.

Nobody but the rule interprets the rule; here stands only where the events lie, what is already done, and what a hold
keeps back (Art. 5(1)(e), 17(3), 18 GDPR).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from zweck.clock import BERLIN
from zweck.declaration.keeping import (
    Anonymise,
    AskAgain,
    Delete,
    Event,
    MoveTo,
    Restrict,
    Rule,
)
from zweck.store.predicate import ColumnOf, compile
from zweck.store.records import ACTIVE, ANONYMISED, RESTRICTED
from zweck.store.tables import consent, held, record, suppression
from zweck.store.walk import FIRST, Position, Trigger, Way, triggers_of, way_of

if TYPE_CHECKING:
    from zweck.store.transaction import Tx

ERASURE_DEFERRED = "erasure_deferred"
"""Ground of a restriction that stands in for an erasure the law does not allow yet (Art. 17(3)(b), § 35(3) BDSG)."""

KEPT_FOR_PERSON = ("18(1)(b)", "18(1)(c)")
"""Grounds of a restriction by which the person wants the data kept: no period ends them."""

Condition = sa.ColumnElement[bool]


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

    def held(self) -> int:
        """How many rows there are that are still about a person."""
        place = [self._place()]
        if self._scope.table == "record":
            place.append(record.c.status != ANONYMISED)
        return int(self._tx.execute(sa.select(sa.func.count()).select_from(self._table).where(*place)).scalar_one())

    def count(self, now: datetime) -> int:
        """How many rows have a stage that was reached at ``now`` and is not done yet."""
        return sum(int(self._tx.execute(query).scalar_one()) for query in self._queries(sa.func.count(), now))

    def oldest(self, now: datetime) -> datetime | None:
        """When the oldest row that is due came in."""
        born = {"record": record.c.created_at, "consent": consent.c.recorded_at}.get(
            self._scope.table, suppression.c.added_at
        )
        found = [self._tx.execute(query).scalar_one() for query in self._queries(sa.func.min(born), now)]
        return min((at for at in found if at is not None), default=None)

    def ids(self, stage: int, now: datetime, limit: int, after: Position = FIRST) -> tuple[list[Any], Position]:
        """The rows for which ``stages[stage]`` is to be done at ``now``, longest due first, and where they end.

        ``after`` is where the batch before ended. On PostgreSQL the rows are locked for this transaction; rows that
        another sweep works on are left to it.
        """
        ways = self._ways((stage,), now, isinstance(self._rule.stages[stage], Delete))
        for number, (way, condition) in enumerate(ways[after.way :], after.way):
            beyond = way.beyond(after.row if number == after.way else ())
            query = way.select(way.order, self._place(), condition, beyond).order_by(*way.order).limit(limit)
            if self._tx.is_postgres:
                query = query.with_for_update(of=self._table, skip_locked=True)
            if rows := self._tx.execute(query).all():
                return [row[-1] for row in rows], Position(number, tuple(rows[-1]))
        return [], Position(len(ways))

    def _queries(self, what: Any, now: datetime) -> Iterator[sa.Select[Any]]:
        for way, condition in self._ways(range(len(self._rule.stages)), now, with_deferred=True):
            yield way.select((what,), self._place(), condition)

    def _ways(self, stages: Sequence[int], now: datetime, with_deferred: bool) -> list[tuple[Way, Condition]]:
        """Ways on which every row that is due for one of ``stages`` lies exactly once, each with what makes it due."""
        triggers = self._triggers(stages, now)
        if triggers is None:
            whole = Way(self._tx.site, self._table, self._order)
            return [(whole, self._is_due(whole, stages, now, with_deferred))]
        made: list[tuple[Way, Condition]] = []
        for number, trigger in enumerate(triggers):
            way = way_of(self._tx.site, trigger)
            happened = compile(trigger, way.column, self._zone)
            earlier = self._none_happened(way, triggers[:number])
            made.append((way, sa.and_(happened, earlier, self._is_due(way, stages, now, with_deferred))))
        if with_deferred:
            way = Way(self._tx.site, record, (record.c.restricted_until, record.c.id))
            made.append((way, sa.and_(self._deferred(way, now), self._none_happened(way, triggers))))
        return made

    def _triggers(self, stages: Sequence[int], now: datetime) -> tuple[Trigger, ...] | None:
        if self._scope.table != "record":
            return None
        acting = (n for n in stages if not isinstance(self._rule.stages[n], AskAgain))
        return triggers_of(self._rule.predicate(now, self._zone, stage=n) for n in acting)

    def _none_happened(self, way: Way, triggers: Sequence[Trigger]) -> Condition:
        return sa.and_(sa.true(), *(compile(t.negated(), way.column, self._zone) for t in triggers))

    def _is_due(self, way: Way, stages: Sequence[int], now: datetime, with_deferred: bool) -> Condition:
        deferred = self._deferred(way, now) if with_deferred else sa.false()
        return sa.or_(*(self._pending(way, n, now) for n in stages), deferred)

    def _pending(self, way: Way, stage: int, now: datetime) -> Condition:
        """SQL: the stage is reached, not done, and nothing holds it back."""
        what = self._rule.stages[stage]
        if isinstance(what, AskAgain):
            return sa.false()
        reached = compile(self._rule.predicate(now, self._zone, stage=stage), self._column_of(way), self._zone)
        if self._scope.table != "record":
            return reached if isinstance(what, Delete | Anonymise) else sa.false()
        if isinstance(what, Restrict):
            return sa.and_(reached, record.c.status == ACTIVE)
        free = sa.and_(self._free(way, now), sa.or_(record.c.status != RESTRICTED, ~self._is_kept_for_person()))
        if isinstance(what, Anonymise):
            return sa.and_(reached, record.c.status != ANONYMISED, free)
        if isinstance(what, MoveTo):
            return sa.and_(reached, free)
        # what was anonymised is no longer personal data; a period of its own may still end it
        after_anonymising = any(isinstance(s, Anonymise) for s in self._rule.stages[:stage])
        return sa.and_(reached, free) if after_anonymising else sa.and_(reached, free, record.c.status != ANONYMISED)

    def _deferred(self, way: Way, now: datetime) -> Condition:
        """SQL: an erasure that was put off is no longer to be put off."""
        if self._scope.table != "record":
            return sa.false()
        return sa.and_(
            record.c.status == RESTRICTED,
            record.c.restriction_ground == ERASURE_DEFERRED,
            record.c.restricted_until <= now,
            self._free(way, now),
        )

    def _free(self, way: Way, now: datetime) -> Condition:
        """SQL: no open hold; a weak one gives way to an event that ends storage at once."""
        if not self._rule.end:
            return ~self._is_held()
        ended = compile(Event(self._rule.end).reached(now, self._zone), self._column_of(way), self._zone)
        return sa.and_(~self._is_held(only_strong=True), sa.or_(ended, ~self._is_held()))

    def _is_held(self, *, only_strong: bool = False) -> Condition:
        return (
            sa.select(sa.literal(1))
            .where(held.c.site_id == self._tx.site, held.c.record_id == record.c.id)
            .where(self._tx.holds.is_open(only_strong=only_strong))
            .correlate(record)
            .exists()
        )

    def _is_kept_for_person(self) -> Condition:
        return record.c.restriction_ground.in_(KEPT_FOR_PERSON)

    @property
    def _table(self) -> sa.Table:
        return {"record": record, "consent": consent, "suppression": suppression}[self._scope.table]

    @property
    def _order(self) -> tuple[sa.ColumnElement[Any], ...]:
        return {
            "record": (record.c.id,),
            "consent": (consent.c.recorded_at, consent.c.id),
            "suppression": (suppression.c.blind,),
        }[self._scope.table]

    def _place(self) -> Condition:
        here = self._table.c.site_id == self._tx.site
        if self._scope.table != "record":
            return here
        place = [here, record.c.activity == self._scope.activity]
        if self._scope.classes:
            place.append(record.c.record_class.in_(self._scope.classes))
        elif self._scope.others:
            place.append(record.c.record_class.not_in(self._scope.others))
        return sa.and_(*place)

    def _column_of(self, way: Way) -> ColumnOf:
        return way.column if self._scope.table == "record" else self._column

    def _column(self, name: str) -> sa.ColumnElement[Any] | None:
        is_known = self._scope.table == "consent" and name == "choice_recorded"
        return consent.c.recorded_at if is_known else None

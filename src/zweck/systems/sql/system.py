"""A declared SQL database behind the one interface of all systems (design, section 7).

A change is one transaction in the database; the evidence names what is about to happen before it is committed and
that it happened afterwards, so that a machine that dies in between neither loses nor doubles it (Art. 5(2) GDPR).
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from zweck.promises import Keeps, Reach
from zweck.systems.sql.database import Database, DatabaseFailure, failure, url_of
from zweck.systems.sql.erasure import KEPT, NEEDED, SHARED, Eraser, Verdicts, decide
from zweck.systems.sql.locate import Key, Locator, Row, events_of
from zweck.systems.sql.person import Person
from zweck.systems.sql.plan import Part, Plan, make_plan
from zweck.systems.sql.retention import Retention
from zweck.systems.sql.schema import reflect
from zweck.systems.system import Cause, Done, Holding, Item, Who

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from zweck.declaration import Declaration
    from zweck.store import Store

GRACE = timedelta(days=1)
STATUTE = "statute"
_CHANGED = ("table_vanished", "column_vanished", "mapping")
_NO_CAUSE = Cause()


@dataclass(frozen=True, slots=True)
class _Opened:
    """A database with its plan: made once per process, as reading a schema takes longer than a request."""

    database: Database
    locator: Locator
    retention: Retention


_OPENED: dict[tuple[str, str, str], _Opened] = {}


class _Undo(Exception):
    """Leaves a rehearsal's transaction so that nothing of it stays."""


class SqlSystem:
    """One declared database of one site."""

    def __init__(self, name: str, declaration: Declaration, store: Store) -> None:
        self.name = name
        self._use = declaration.systems[name]
        self._declaration = declaration
        self._store = store
        self._after: dict[tuple[str, str, str, int], tuple[datetime, Key]] = {}

    @property
    def plan(self) -> Plan:
        """How its tables are tied together; raises ``DatabaseFailure``."""
        return self._open().locator.plan

    def covers(self, activity: str) -> bool:
        """Whether a mapped table is under a keeping rule of an activity; says so without opening the database."""
        rules = {a.name for a in self._declaration.activities.values() if a.system == self.name}
        return activity in rules or any(activity in (t.rule, t.activity) for t in self._use.tables.values())

    def find(self, who: Who) -> Iterator[Holding]:
        """What is held about a person, per table; rows shared with others are counted too."""
        opened = self._open()
        with self._reading() as connection:
            found = opened.locator.find(connection, self._person(who), self._now())
        for part in opened.locator.plan.parts.values():
            rows = found.of(part.name)
            if rows:
                times = [at for row in rows.values() for at in events_of(part, row).values()]
                yield Holding(self.name, part.activity, _class_of(part), len(rows), min(times, default=None))

    def export(self, who: Who) -> Iterator[Item]:
        """Every declared column of a person's rows; of a shared row only what is theirs (Art. 15(4))."""
        opened, person = self._open(), self._person(who)
        with self._reading() as connection:
            found = opened.locator.find(connection, person, self._now(), with_data=True)
        for part in opened.locator.plan.parts.values():
            for row in found.of(part.name).values():
                yield self._item(part, row, person)

    def correct(self, who: Who, changes: Mapping[str, Any], cause: Cause = _NO_CAUSE) -> Done:
        """Rectify declared columns, by name or category, in one transaction; shared rows stay as they are."""
        opened, person = self._open(), self._person(who)

        def work(connection: Connection) -> Counter[str]:
            found = opened.locator.find(connection, person, self._now(), lock=True)
            eraser = self._eraser(opened, connection)
            for part in opened.locator.plan.parts.values():
                keys = [k for k, r in found.of(part.name).items() if not r.is_shared]
                eraser.correct(part, keys, changes)
            return eraser.counts

        counts = self._change(work, "corrected", cause)
        return Done(counts["corrected"])

    def restrict(self, who: Who, reason: str, cause: Cause = _NO_CAUSE) -> Done:
        """Mark a person's rows as restricted, where the mapping names a column for it (Art. 18).

        Raises ``DatabaseFailure`` (state ``no_mark``) when no table that holds rows of the person has one.
        """
        opened, person = self._open(), self._person(who)

        def work(connection: Connection) -> Counter[str]:
            found = opened.locator.find(connection, person, self._now(), lock=True)
            eraser = self._eraser(opened, connection)
            held = [p for p in opened.locator.plan.parts.values() if found.of(p.name)]
            if held and not any(p.restrict for p in held):
                raise failure(self.name, "no_mark", "no column marks a restricted row: say `restrict` in the mapping")
            for part in held:
                eraser.mark(part, [k for k, r in found.of(part.name).items() if not r.is_shared], self._now())
            return eraser.counts

        counts = self._change(work, "restricted", cause)
        return Done(counts["marked"], restricted=counts["marked"])

    def erase(
        self,
        who: Who,
        classes: Sequence[str] | None = None,
        cause: Cause = _NO_CAUSE,
        activities: Sequence[str] | None = None,
    ) -> Done:
        """Erase a person's rows in one transaction; idempotent. What the law keeps stays, and is counted with its end.

        ``detail`` counts ``deleted``, ``anonymised``, ``unlinked`` and ``shared`` (with another person) rows.
        """
        made = self._erase(who, classes, activities, cause)
        return made[0]

    def rehearse(self, who: Who) -> tuple[Done, list[str]]:
        """What an erasure would do: its counts, and every statement; tried in a transaction that is undone."""
        lines: list[str] = []
        engine = self._open().database.engine

        def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            lines.append(" ".join(statement.split()))

        sa.event.listen(engine, "before_cursor_execute", note)
        try:
            done, _ = self._erase(who, None, None, _NO_CAUSE, is_rehearsal=True)
        finally:
            sa.event.remove(engine, "before_cursor_execute", note)
        return done, lines

    def _erase(
        self,
        who: Who,
        classes: Sequence[str] | None,
        activities: Sequence[str] | None,
        cause: Cause,
        *,
        is_rehearsal: bool = False,
    ) -> tuple[Done, Verdicts]:
        opened, person, now = self._open(), self._person(who), self._now()
        verdicts = Verdicts()
        counts: Counter[str] = Counter()

        def is_wanted(part: Part) -> bool:
            return (classes is None or part.record_class in classes) and (
                activities is None or part.activity in activities
            )

        def work(connection: Connection) -> Counter[str]:
            nonlocal verdicts, counts
            found = opened.locator.find(connection, person, now, lock=True)
            verdicts = decide(opened.locator.plan, found, is_wanted)
            counts = self._eraser(opened, connection).carry_out(found, verdicts, person, now)
            counts["shared"] = verdicts.count(SHARED)
            counts["kept"] = verdicts.count(KEPT, NEEDED)
            if is_rehearsal:
                raise _Undo
            return counts

        if is_rehearsal:
            with suppress(_Undo):
                opened.database.write(work)
        else:
            counts = self._change(work, "erased", cause)
        until = None if verdicts.is_open else verdicts.until
        said = {w: counts[w] for w in ("deleted", "anonymised", "unlinked", "shared") if counts[w]}
        if counts["kept"]:
            said[STATUTE] = counts["kept"]
        done = Done(counts["deleted"] + counts["anonymised"], restricted=counts["kept"], until=until, detail=said)
        return done, verdicts

    def reach(self, promise: Keeps, now: datetime) -> Reach:
        """Rows held, due, and due for longer than a day."""
        rules = self._open().retention
        with self._reading() as connection:
            counts = (rules.count(connection, promise, at) for at in (now, now - GRACE))
            return Reach(rules.held(connection, promise), *counts)

    def due(self, promise: Keeps, now: datetime) -> int:
        """How many rows the keeping rule has reached and that were not yet swept."""
        with self._reading() as connection:
            return self._open().retention.count(connection, promise, now)

    def oldest(self, promise: Keeps, now: datetime) -> datetime | None:
        """The earliest event among the rows that are due."""
        with self._reading() as connection:
            return self._open().retention.oldest(connection, promise, now)

    def sweep(self, promise: Keeps, now: datetime, limit: int = 500) -> Done:
        """Do what is due for at most ``limit`` rows of one table, by key, in one transaction; then its evidence."""
        opened = self._open()
        for part in opened.retention.parts(promise):
            for number, _ in opened.retention.stages(part, promise):
                name = (promise.activity, promise.id, part.name, number)
                at, after = self._after.get(name, (now, None))
                if at != now:
                    after = None
                keys, counts = self._batch(opened, part, promise, number, now, limit, after)
                if keys:
                    self._after[name] = (now, keys[-1])
                    cause = Cause(promise.activity, (promise.id,))
                    self._note("records.erased", cause, {**_words(counts), "count": len(keys), "table": part.name})
                    return Done(len(keys), more=True, detail=_words(counts) or {"done": len(keys)})
        self._after.clear()
        return Done()

    def _batch(
        self, opened: _Opened, part: Part, promise: Keeps, stage: int, now: datetime, limit: int, after: Key | None
    ) -> tuple[list[Key], Counter[str]]:
        def work(connection: Connection) -> tuple[list[Key], Counter[str]]:
            return opened.retention.batch(connection, part, promise, stage, now, limit, after)

        return opened.database.write(work)

    def _change(self, work: Callable[[Connection], Counter[str]], word: str, cause: Cause) -> Counter[str]:
        """One transaction between two entries of evidence; a repetition after a crash finds its counts there."""

        def noted(connection: Connection) -> Counter[str]:
            counts = work(connection)
            if any(counts.values()):
                self._note(f"system.about_to_be_{word}", cause, _words(counts))
            return counts

        try:
            counts = self._open().database.write(noted)
        except DatabaseFailure as error:
            if error.state in _CHANGED:
                _OPENED.pop(self._name_of_plan(), None)
            raise
        if not any(counts.values()):
            counts = self._resumed(word, cause)
        if any(counts.values()):
            self._note(f"system.{word}", cause, _words(counts))
        return counts

    def _resumed(self, word: str, cause: Cause) -> Counter[str]:
        """Counts of a change that was committed but not noted as done, because the machine died in between."""
        if not cause.record:
            return Counter()
        with self._store.read(self._declaration.id) as tx:
            for entry in tx.chain.latest(20, record=cause.record):
                detail = json.loads(entry.detail)
                if detail.get("system") != self.name:
                    continue
                if entry.event == f"system.about_to_be_{word}":
                    return Counter({k: v for k, v in detail.items() if isinstance(v, int)})
                if entry.event == f"system.{word}":
                    break
        return Counter()

    def _note(self, event: str, cause: Cause, detail: Mapping[str, Any]) -> None:
        with self._store.begin(self._declaration.id) as tx:
            said = {"system": self.name, **detail}
            tx.evidence(event, cause.activity, cause.promises, cause.record or None, said)

    def _item(self, part: Part, row: Row, person: Person) -> Item:
        places = [*(p for _, p in part.identity), *(p for p, _ in part.data)]
        if row.is_shared:
            own = [p for n, p in part.identity if person.owns(n, row.values[p.name])]
            places = [*own, *part.shared]
        return Item(
            system=self.name,
            activity=part.activity,
            record_class=_class_of(part),
            data={p.name: _plain(row.values[p.name]) for p in dict.fromkeys(places)},
            events={} if row.is_shared else events_of(part, row),
            status=SHARED if row.is_shared else "active",
        )

    def _eraser(self, opened: _Opened, connection: Connection) -> Eraser:
        return Eraser(opened.locator.plan, opened.database.kind, opened.retention.secret, connection)

    def _person(self, who: Who) -> Person:
        return Person(who, same_tags=self._use.plus_tags == "same")

    def _now(self) -> datetime:
        return self._store.clock.now()

    def _reading(self) -> Any:
        return self._open().database.read()

    def _name_of_plan(self) -> tuple[str, str, str]:
        return self.name, url_of(self.name, self._use), self._declaration.source.text

    def _open(self) -> _Opened:
        name = self._name_of_plan()
        if name not in _OPENED:
            database = Database(self.name, name[1])
            with database.read() as connection:
                plan = make_plan(self.name, self._use, self._declaration, reflect(connection, self.name, self._use))
            locator = Locator(plan, database.kind, same_tags=self._use.plus_tags == "same")
            master = self._store.settings.master_key.reveal()
            secret = hmac.new(master, f"sql {self._declaration.id}".encode(), hashlib.sha256).digest()
            _OPENED[name] = _Opened(database, locator, Retention(locator, secret))
        return _OPENED[name]


def _class_of(part: Part) -> str:
    return part.record_class or part.name


def _words(counts: Counter[str]) -> dict[str, int]:
    return {word: count for word, count in counts.items() if count}


def _plain(value: Any) -> Any:
    """A value of a database as JSON can say it."""
    if value is None or isinstance(value, str | int | float | bool | list | dict):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    return str(value)

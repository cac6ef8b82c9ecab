"""A person's rows: one statement per table, owners first, and for each row whether somebody else is tied to it too.

A foreign key that was not declared as a path never makes a row somebody's (Art. 15(4) GDPR: an answer must not show
other people); a row that rows of others refer to, or that names another address, is shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from zweck.clock import BERLIN, start_of_day
from zweck.declaration.keeping import Condition, Requests, Restrict, Rule, all_of
from zweck.store.predicate import compile
from zweck.systems.sql.database import failure
from zweck.systems.sql.person import Person, among, bound, condition
from zweck.systems.sql.plan import Part, Plan
from zweck.systems.sql.schema import Link

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

Key = tuple[Any, ...]
SHARED, FREE = "zweck shared", "zweck free"
ROUNDS = 40
"""How often a circle of paths is walked before it counts as endless."""


@dataclass(slots=True)
class Row:
    """One row of a person: its values by column, whether it is another one's too, whether its period lets it go."""

    key: Key
    values: Mapping[str, Any] = field(repr=False)
    is_shared: bool = False
    is_free: bool = True

    def at(self, columns: Iterable[str]) -> Key | None:
        """The values of some columns; ``None`` when one of them is null."""
        found = tuple(self.values[c] for c in columns)
        return None if any(v is None for v in found) else found


@dataclass(slots=True)
class Found:
    """All rows of a person, by table."""

    rows: dict[str, dict[Key, Row]] = field(default_factory=dict)

    def of(self, part: str) -> dict[Key, Row]:
        return self.rows.get(part, {})

    def values(self, part: str, columns: tuple[str, ...], *, only_shared: bool = False) -> set[Key]:
        """What the rows of a table have in some columns."""
        rows = (r for r in self.of(part).values() if r.is_shared or not only_shared)
        return {v for r in rows if (v := r.at(columns)) is not None}


class Locator:
    """Reads a person's rows in one database."""

    def __init__(self, plan: Plan, kind: str, *, same_tags: bool) -> None:
        self.plan, self.kind, self.same_tags = plan, kind, same_tags
        self._queries: dict[tuple[str, tuple[str, ...], bool, bool], sa.Select[Any]] = {}

    def find(
        self, connection: Connection, person: Person, now: datetime, *, with_data: bool = False, lock: bool = False
    ) -> Found:
        """Every row tied to the person; ``lock`` keeps others from changing them until the transaction ends."""
        found = Found()
        for _ in range(ROUNDS):
            before = {t: set(rows) for t, rows in found.rows.items()}
            for part in self.plan.parts.values():
                found.rows[part.name] = self._rows(connection, part, person, found, now, with_data, lock)
            if not self.plan.is_cyclic or before == {t: set(rows) for t, rows in found.rows.items()}:
                return found
        raise failure(self.plan.system, "mapping", "its paths run in a circle without end")

    def _rows(
        self, connection: Connection, part: Part, person: Person, found: Found, now: datetime, data: bool, lock: bool
    ) -> dict[Key, Row]:
        names, parameters = self._given(part, person, found)
        if not names:
            return {}
        query = self._query(part, names, data, lock)
        if part.rule:
            query = query.add_columns(self._free(part, part.rule, now))
        if part.down:
            parameters |= self._own(part, found)
        ties = _Ties(part, person, found)
        result = connection.execute(query, parameters)
        labels = list(result.keys())
        rows: dict[Key, Row] = {}
        for number, each in enumerate(result):
            values = dict(zip(labels, each, strict=True))
            key = tuple(values[k] for k in part.key) or (number,)
            row = Row(key, values, bool(values.get(SHARED)), bool(values.get(FREE, True)))
            if ties.judge(row):
                rows[key] = row
        return rows

    def _query(self, part: Part, names: tuple[str, ...], with_data: bool, lock: bool) -> sa.Select[Any]:
        """The statement of a table, built once for each set of ways by which rows can be somebody's."""
        known = (part.name, names, with_data, lock)
        if known not in self._queries:
            ways = self._ways(part)
            query = sa.select(*self._columns(part, with_data)).where(sa.or_(*(ways[n] for n in names)))
            if lock and part.is_written:
                query = query.with_for_update(of=part.table) if self.kind == "postgresql" else query.with_for_update()
            self._queries[known] = query
        return self._queries[known]

    def _ways(self, part: Part) -> dict[str, sa.ColumnElement[bool]]:
        """The conditions that tie a row to a person, by name."""
        made: dict[str, sa.ColumnElement[bool]] = {}
        for number, (name, place) in enumerate(part.identity):
            made[f"{name} {number}"] = condition(
                place, name, self.kind, folded=part.folded, same_tags=self.same_tags, number=number
            )
        for name, _, mine, _ in part.ties():
            made[name] = among(tuple(part.table.c[c] for c in mine), name, self.kind)
        return made

    def _given(self, part: Part, person: Person, found: Found) -> tuple[tuple[str, ...], dict[str, Any]]:
        """The names of the ways that can hold for this person, and what they bind."""
        names: list[str] = []
        parameters: dict[str, Any] = {}
        for number, (name, place) in enumerate(part.identity):
            if person.is_known_by(name):
                names.append(f"{name} {number}")
                parameters |= person.parameters(name, place.column, number)
        for name, other, mine, theirs in part.ties():
            values = sorted(found.values(other, theirs), key=repr)
            if values:
                names.append(name)
                parameters |= bound(name, values, len(mine), self.kind)
        return tuple(names), parameters

    def _free(self, part: Part, rule: Rule, now: datetime) -> sa.ColumnElement[Any]:
        return compile(release(rule, now), lambda word: self.event_column(part, word)).label(FREE)

    def _columns(self, part: Part, with_data: bool) -> list[sa.ColumnElement[Any]]:
        """What is read of a row: what ties it, its events, whether others are tied to it, and with data the rest."""
        made: dict[str, sa.ColumnElement[Any]] = {n: part.table.c[n] for n in self.link_columns(part)}
        places = [p for _, p in part.identity]
        if with_data:
            places += [*(p for p, _ in part.data), *part.shared]
        made |= {p.name: p.value for p in places}
        for word, _ in part.events:
            made[_event(word)] = self._event(part, word)
        if part.down:
            made[SHARED] = sa.or_(*self.others(part))
        return [expression.label(label) for label, expression in made.items()]

    def link_columns(self, part: Part) -> list[str]:
        """Key columns, and those by which rows refer to each other."""
        names = {*part.key, *(c for link in part.up for c in link.columns)}
        for link in self.plan.links_to(part.name):
            names |= set(link.others)
        for link in self.plan.links_from(part.name):
            names |= set(link.columns)
        return sorted(names)

    def event_column(self, part: Part, word: str) -> sa.ColumnElement[Any] | None:
        """Where the time of an event lies: a column, or one in a table that refers here or is referred to."""
        return self._event(part, word) if word in dict(part.events) else None

    def _event(self, part: Part, word: str) -> sa.ColumnElement[Any]:
        text = dict(part.events)[word]
        table, _, column = text.rpartition(".")
        if not table:
            if column not in part.table.c:
                raise self._no_event(part, word)
            return part.table.c[column]
        other = self.plan.schema.tables.get(table)
        if other is None or column not in other.c:
            raise self._no_event(part, word)
        far = other.alias()
        for link in (each for each in self.plan.links_to(part.name) if each.child == table):
            on = [far.c[a] == part.table.c[b] for a, b in zip(link.columns, link.others, strict=True)]
            return sa.select(sa.func.max(far.c[column])).where(*on).scalar_subquery()
        for link in (each for each in self.plan.links_from(part.name) if each.parent == table):
            on = [far.c[b] == part.table.c[a] for a, b in zip(link.columns, link.others, strict=True)]
            return sa.select(far.c[column]).where(*on).scalar_subquery()
        raise self._no_event(part, word)

    def _no_event(self, part: Part, word: str) -> Exception:
        text = f"table {part.name}: events: {word} lies in no column that a foreign key leads to"
        return failure(self.plan.system, "column_vanished", text)

    def others(self, part: Part, *, ignore_own: bool = False) -> Iterator[sa.ColumnElement[bool]]:
        """Somebody else's row, or one of a table that nobody mapped, refers to the row."""
        for number, link in enumerate(self._referring(part)):
            far = self.plan.schema.tables[link.child].alias(f"other_{number}")
            on = [far.c[a] == part.table.c[b] for a, b in zip(link.columns, link.others, strict=True)]
            child = self.plan.parts.get(link.child)
            if child and child.key and not ignore_own:
                on.append(sa.not_(among(tuple(far.c[k] for k in child.key), f"own_{link.child}", self.kind)))
            yield sa.exists(sa.select(sa.literal(1)).select_from(far).where(*on))
        yield sa.false()

    def _own(self, part: Part, found: Found) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for link in self._referring(part):
            child = self.plan.parts.get(link.child)
            if child and child.key:
                keys = sorted(found.of(link.child), key=repr)
                made |= bound(f"own_{link.child}", keys, len(child.key), self.kind)
        return made

    def _referring(self, part: Part) -> list[Link]:
        """The links to a part but those of its own dependents."""
        found = self.plan.links_to(part.name)
        return [
            each for each in found if each.child not in self.plan.parts or each not in self.plan.parts[each.child].up
        ]


class _Ties:
    """What ties rows of one table to a person, and to others."""

    def __init__(self, part: Part, person: Person, found: Found) -> None:
        self.part, self.person = part, person
        self.names = [(n, p.name) for n, p in part.identity if person.is_known_by(n)]
        self.up = [
            (k.columns, found.values(k.parent, k.others), found.values(k.parent, k.others, only_shared=True))
            for k in part.up
        ]
        self.down = [
            (k.others, found.values(k.child, k.columns), found.values(k.child, k.columns, only_shared=True))
            for k in part.down
        ]

    def judge(self, row: Row) -> bool:
        """Whether the row is the person's at all; notes on it whether it is another one's too."""
        is_tied = strange = False
        for name, label in self.names:
            value = row.values[label]
            if value not in (None, ""):
                is_own = self.person.owns(name, value)
                is_tied, strange = is_tied or is_own, strange or not is_own
        for columns, mine, shared in self.up:
            value = row.at(columns)
            if value is not None:
                is_mine = value in mine
                is_tied, strange = is_tied or is_mine, strange or not is_mine
                row.is_shared |= value in shared
        for columns, mine, shared in self.down:
            value = row.at(columns)
            is_tied = is_tied or value in mine
            row.is_shared |= value in shared
        row.is_shared |= strange and not self.part.same_person
        return is_tied


def _event(word: str) -> str:
    return f"event {word}"


def events_of(part: Part, row: Row) -> dict[str, datetime]:
    """What happened to a row and when, in UTC."""
    found = ((word, moment(row.values.get(_event(word)))) for word, _ in part.events)
    return {word: at for word, at in found if at is not None}


def moment(value: Any) -> datetime | None:
    """A value of an event column as a time in UTC; ``None`` for what is none."""
    if isinstance(value, datetime):
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    return start_of_day(value, BERLIN) if isinstance(value, date) else None


def release(rule: Rule, now: datetime) -> Condition:
    """The rows that a request may erase now: no statute, exact period or hold keeps them (Art. 17(3) GDPR)."""
    parts = [rule.erasable(now)]
    first = rule.stages[0]
    if isinstance(first, Restrict):  # the request ends the purpose at once, the statute goes on
        parts.append(first.ends().reached(now, BERLIN))
    if rule.requests in (Requests.DO_NOT_SHORTEN, Requests.BALANCE):
        parts.append(rule.predicate(now, stage=len(rule.stages) - 1))
    return all_of(parts)


def kept_until(rule: Rule, events: Mapping[str, datetime]) -> datetime | None:
    """The day on which a row that must be kept may go; ``None`` while its events leave that open."""
    first = rule.stages[0]
    ends = [first.ends().due(events, BERLIN)] if isinstance(first, Restrict) else []
    ends.append(rule.earliest(events, BERLIN))
    if rule.requests in (Requests.DO_NOT_SHORTEN, Requests.BALANCE):
        ends.append(rule.due(events, BERLIN, stage=len(rule.stages) - 1))
    return None if None in ends else max(e for e in ends if e)

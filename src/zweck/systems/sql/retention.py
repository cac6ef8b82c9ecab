"""Keeping rules where the data lies: each compiled to SQL, applied in bounded batches by key (Art. 5(1)(e) GDPR).

Events lie in a column of the table or of one beside it. A batch is one transaction with everything that goes with its
rows; a sweep that stops goes on where it was, because what is done no longer fulfils the condition.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from zweck.declaration.keeping import Anonymise, Delete, Restrict
from zweck.store.predicate import compile
from zweck.systems.sql.database import failure
from zweck.systems.sql.erasure import Eraser
from zweck.systems.sql.locate import Key, Locator, Row, moment
from zweck.systems.sql.method import remains
from zweck.systems.sql.person import among, bound
from zweck.systems.sql.plan import Part

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from zweck.declaration.keeping import Stage
    from zweck.promises import Keeps


class Retention:
    """What the keeping rules have reached in one database."""

    def __init__(self, locator: Locator, secret: bytes) -> None:
        self.locator, self.plan, self.secret = locator, locator.plan, secret

    def parts(self, promise: Keeps) -> list[Part]:
        """The tables that a keeping promise is about."""
        wanted = promise.rule.for_ or promise.record_class
        return [
            p
            for p in self.plan.parts.values()
            if p.rule and p.activity == promise.activity and p.record_class in (wanted, "") and p.rule == promise.rule
        ]

    def count(self, connection: Connection, promise: Keeps, now: datetime) -> int:
        """How many rows are due and not yet done."""
        return sum(self._count(connection, part, self._due(part, promise, now)) for part in self.parts(promise))

    def held(self, connection: Connection, promise: Keeps) -> int:
        """How many rows there are at all."""
        return sum(self._count(connection, part, sa.true()) for part in self.parts(promise))

    def oldest(self, connection: Connection, promise: Keeps, now: datetime) -> datetime | None:
        """The earliest event among the rows that are due."""
        found = []
        for part in self.parts(promise):
            columns = (self.locator.event_column(part, w) for w in promise.rule.event_words())
            column = next((c for c in columns if c is not None), None)
            if column is not None:
                found.append(connection.scalar(sa.select(sa.func.min(column)).where(self._due(part, promise, now))))
        return min((m for value in found if (m := moment(value)) is not None), default=None)

    def stages(self, part: Part, promise: Keeps) -> Iterator[tuple[int, Stage]]:
        """The stages that a table can go through, the last one first: nothing is restricted only to be erased."""
        for number, stage in reversed(list(enumerate(promise.rule.stages))):
            if part.is_written and (
                isinstance(stage, Delete | Anonymise) or (part.restrict and isinstance(stage, Restrict))
            ):
                if isinstance(stage, Anonymise) and part.how != "anonymise":
                    text = f"table {part.name}: the rule anonymises: say what becomes of each column"
                    raise failure(self.plan.system, "mapping", text)
                yield number, stage

    def batch(
        self,
        connection: Connection,
        part: Part,
        promise: Keeps,
        stage: int,
        now: datetime,
        limit: int,
        after: Key | None,
    ) -> tuple[list[Key], Counter[str]]:
        """Do one stage for the next ``limit`` rows after a key, in the caller's transaction."""
        keys = tuple(part.table.c[k] for k in part.key)
        query = sa.select(*self._plain(part)).where(self._where(part, promise, stage, now))
        if after is not None:
            query = query.where(keys[0] > after[0] if len(keys) == 1 else _beyond(keys, after))
        query = query.order_by(*keys).limit(limit)
        if self.locator.kind in ("postgresql", "mysql"):
            query = query.with_for_update(skip_locked=True)
        rows = _rows(part, connection.execute(query).mappings())
        eraser = Eraser(self.plan, self.locator.kind, self.secret, connection)
        if isinstance(promise.rule.stages[stage], Restrict):
            eraser.mark(part, list(rows), now)
        else:
            self._erase(eraser, part, rows)
        return list(rows), eraser.counts

    def _erase(self, eraser: Eraser, part: Part, rows: dict[Key, Row]) -> None:
        """The rows with all that follows them, children first, and then what only they referred to."""
        gone: dict[str, dict[Key, Row]] = {part.name: rows}
        if rows:
            self._gather(eraser.connection, part, gone)
        for name in self.plan.erase_order:
            if name in gone:
                eraser.erase(self.plan.parts[name], list(gone[name]), gone[name])
        for owner in self.plan.parts.values():
            if owner.down and not owner.rule and owner.is_written and owner.name not in gone:
                self._sweep_unreferenced(eraser, owner, gone)

    def _gather(self, connection: Connection, part: Part, gone: dict[str, dict[Key, Row]]) -> None:
        for child in self.plan.parts.values():
            for link in child.up:
                if link.parent != part.name or child.follows != part.name or child.name == part.name:
                    continue
                values = sorted({v for r in gone[part.name].values() if (v := r.at(link.others))}, key=repr)
                where = among(tuple(child.table.c[c] for c in link.columns), "gone", self.locator.kind)
                parameters = bound("gone", values, len(link.columns), self.locator.kind)
                query = sa.select(*self._plain(child)).where(where)
                found = _rows(child, connection.execute(query, parameters).mappings())
                gone.setdefault(child.name, {}).update(found)
                if found:
                    self._gather(connection, child, gone)

    def _sweep_unreferenced(self, eraser: Eraser, owner: Part, gone: dict[str, dict[Key, Row]]) -> None:
        for link in owner.down:
            child = self.plan.parts[link.child]
            if link.child not in gone or child.how != "delete":
                continue
            values = sorted({v for r in gone[link.child].values() if (v := r.at(link.columns))}, key=repr)
            where = among(tuple(owner.table.c[c] for c in link.others), "left", self.locator.kind)
            free = sa.not_(sa.or_(*self.locator.others(owner, ignore_own=True)))
            parameters = bound("left", values, len(link.others), self.locator.kind)
            query = sa.select(*self._plain(owner)).where(where, free)
            rows = _rows(owner, eraser.connection.execute(query, parameters).mappings()) if values else {}
            eraser.erase(owner, list(rows), rows)

    def _plain(self, part: Part) -> list[sa.ColumnElement[Any]]:
        return [part.table.c[n].label(n) for n in self.locator.link_columns(part)]

    def _count(self, connection: Connection, part: Part, where: sa.ColumnElement[bool]) -> int:
        return int(connection.scalar(sa.select(sa.func.count()).select_from(part.table).where(where)) or 0)

    def _due(self, part: Part, promise: Keeps, now: datetime) -> sa.ColumnElement[bool]:
        return sa.or_(sa.false(), *(self._where(part, promise, n, now) for n, _ in self.stages(part, promise)))

    def _where(self, part: Part, promise: Keeps, stage: int, now: datetime) -> sa.ColumnElement[bool]:
        def column_of(word: str) -> sa.ColumnElement[Any] | None:
            return self.locator.event_column(part, word)

        try:
            reached = compile(promise.rule.predicate(now, stage=stage), column_of)
        except TypeError as error:
            raise failure(self.plan.system, "mapping", f"table {part.name}: {error}") from None
        if isinstance(promise.rule.stages[stage], Restrict):
            column = part.table.c[part.restrict]
            is_flag = isinstance(column.type, sa.Boolean | sa.Integer)
            return sa.and_(
                reached, sa.or_(column.is_(None), column == sa.literal(0, column.type)) if is_flag else column.is_(None)
            )
        if part.how == "anonymise":
            return sa.and_(reached, sa.or_(*(remains(p, m, self.locator.kind) for p, m in part.methods)))
        return sa.and_(reached, *self._unblocked(part))

    def _unblocked(self, part: Part) -> Iterator[sa.ColumnElement[bool]]:
        """A row waits while rows with a rule of their own must refer to it."""
        for number, link in enumerate(self.plan.links_to(part.name)):
            child = self.plan.parts.get(link.child)
            if child and link.is_key and not link.may_be_null and child.follows != part.name and child is not part:
                far = child.table.alias(f"child_{number}")
                on = [far.c[a] == part.table.c[b] for a, b in zip(link.columns, link.others, strict=True)]
                yield sa.not_(sa.exists(sa.select(sa.literal(1)).select_from(far).where(*on)))


def _rows(part: Part, found: Any) -> dict[Key, Row]:
    return {(key := tuple(each[k] for k in part.key)): Row(key, each) for each in found}


def _beyond(columns: tuple[Any, ...], after: Key) -> sa.ColumnElement[bool]:
    """The rows after a composite key, said so that every dialect understands it."""
    ways = []
    for i, column in enumerate(columns):
        same = [c == v for c, v in zip(columns[:i], after[:i], strict=True)]
        ways.append(sa.and_(*same, column > after[i]))
    return sa.or_(*ways)

"""Erasing a person's rows in one transaction: what goes, what must stay, what is only unlinked, and the statements.

Children go first; a row that another person is tied to stays and loses only what ties it to this one; what a statute
keeps stays whole, with all it needs, until the day it may go (Art. 17(1) and (3), 15(4), 18 GDPR).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from zweck.systems.sql.database import failure
from zweck.systems.sql.locate import Found, Key, Row, events_of, kept_until
from zweck.systems.sql.method import changed, remains
from zweck.systems.sql.person import Person, among, bound
from zweck.systems.sql.plan import Part, Plan
from zweck.systems.sql.schema import Link

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

ERASE, SHARED, KEPT, NEEDED, STAYS = "erase", "shared", "kept", "needed", "stays"
CHUNK = 5000
"""Keys per statement where a database takes no arrays."""


@dataclass(slots=True)
class Verdicts:
    """What becomes of each row found, and until when the longest-kept of them stays."""

    of: dict[str, dict[Key, str]] = field(default_factory=dict)
    until: datetime | None = None
    is_open: bool = False

    def keys(self, part: str, *states: str) -> list[Key]:
        return sorted((k for k, s in self.of.get(part, {}).items() if s in states), key=repr)

    def count(self, *states: str) -> int:
        return sum(s in states for rows in self.of.values() for s in rows.values())


def decide(plan: Plan, found: Found, is_wanted: Callable[[Part], bool]) -> Verdicts:
    """A verdict for every row; ``is_wanted`` tells which tables the erasure is about."""
    made = Verdicts()
    for part in plan.parts.values():
        states = made.of[part.name] = {}
        for key, row in found.of(part.name).items():
            states[key] = _state(plan, part, row, found, made, is_wanted)
            if states[key] == KEPT and part.rule:
                until = kept_until(part.rule, events_of(part, row))
                made.is_open = made.is_open or until is None
                made.until = max(filter(None, (made.until, until)), default=None)
    _keep_what_is_needed(plan, found, made)
    return made


def _state(plan: Plan, part: Part, row: Row, found: Found, made: Verdicts, is_wanted: Callable[[Part], bool]) -> str:
    if not is_wanted(part) or not part.is_written:
        return STAYS
    if row.is_shared:
        return SHARED
    if part.rule:
        return ERASE if row.is_free else KEPT
    kept = (each for each in part.up if each.parent == part.follows and KEPT in made.of.get(each.parent, {}).values())
    for link in kept:
        held = {r.at(link.others) for k, r in found.of(link.parent).items() if made.of[link.parent][k] == KEPT}
        if row.at(link.columns) in held:
            return KEPT
    return ERASE


def _keep_what_is_needed(plan: Plan, found: Found, made: Verdicts) -> None:
    """Whatever a kept row refers to is kept with it: an invoice needs its address."""
    links = [link for child in plan.parts for link in plan.links_from(child)]
    is_changed = True
    while is_changed:
        is_changed = False
        for link in links:
            wanted = {
                r.at(link.columns) for k, r in found.of(link.child).items() if made.of[link.child][k] in (KEPT, NEEDED)
            }
            parents = made.of[link.parent]
            for key, row in found.of(link.parent).items() if wanted else ():
                if parents[key] == ERASE and row.at(link.others) in wanted:
                    parents[key], is_changed = NEEDED, True


class Eraser:
    """Carries verdicts out in the caller's transaction."""

    def __init__(self, plan: Plan, kind: str, secret: bytes, connection: Connection) -> None:
        self.plan, self.kind, self.secret, self.connection = plan, kind, secret, connection
        self.counts: Counter[str] = Counter()

    def carry_out(self, found: Found, verdicts: Verdicts, person: Person, now: datetime) -> Counter[str]:
        """Unlink, then anonymise and delete with children first, then mark what stays; gives counts by word."""
        for part in self.plan.parts.values():
            self._unlink(part, found, verdicts.keys(part.name, SHARED), person)
            self._let_go(part, found, verdicts)
        for name in self.plan.erase_order:
            self.erase(self.plan.parts[name], verdicts.keys(name, ERASE), found.of(name))
        for part in self.plan.parts.values():
            self.mark(part, verdicts.keys(part.name, KEPT, NEEDED), now)
        return self.counts

    def erase(self, part: Part, keys: list[Key], rows: dict[Key, Row]) -> int:
        """Delete or anonymise rows of one table, as declared; gives how many changed."""
        if not keys or not part.is_written:
            return 0
        if part.how == "anonymise":
            left = sa.or_(*(remains(p, m, self.kind) for p, m in part.methods))
            query = sa.update(part.table).where(left).values(self.values(part))
            count = self._run(query, part, keys)
            self.counts["anonymised"] += count
            return count
        for link in self.plan.links_to(part.name):
            if link.is_key:
                self._release(part, link, [v for k in keys if (v := rows[k].at(link.others)) is not None], keys)
        count = self._run(sa.delete(part.table), part, keys)
        self.counts["deleted"] += count
        return count

    def values(self, part: Part) -> dict[Any, Any]:
        """The new values of an anonymised row."""
        try:
            return {p.column: changed(p, m, self.kind, self.secret) for p, m in part.methods}
        except ValueError as error:
            raise failure(self.plan.system, "mapping", f"table {part.name}: {error}") from None

    def mark(self, part: Part, keys: list[Key], now: datetime) -> int:
        """Mark rows as restricted where the mapping names a column for that."""
        if not part.restrict or not keys:
            return 0
        column = part.table.c[part.restrict]
        is_flag = isinstance(column.type, sa.Boolean | sa.Integer)
        unset = sa.or_(column.is_(None), column == sa.false()) if is_flag else column.is_(None)
        if isinstance(column.type, sa.Integer):
            unset = sa.or_(column.is_(None), column == 0)
        value: Any = (1 if isinstance(column.type, sa.Integer) else True) if is_flag else now
        if isinstance(column.type, sa.DateTime) and not column.type.timezone and not is_flag:
            value = now.replace(tzinfo=None)
        count = self._run(sa.update(part.table).where(unset).values({column: value}), part, keys)
        self.counts["marked"] += count
        return count

    def correct(self, part: Part, keys: list[Key], changes: Mapping[str, Any]) -> None:
        """Set the columns that are named, or whose category is named, to their right value."""
        wanted = {p: v for n, v in changes.items() for p, c in part.data if n in (p.name, c) and not p.path}
        if not wanted or not keys or not part.key or not part.is_written:
            return
        wrong = sa.or_(*(sa.or_(p.column.is_(None), p.column != v) for p, v in wanted.items()))
        query = sa.update(part.table).where(wrong).values({p.column: v for p, v in wanted.items()})
        self.counts["corrected"] += self._run(query, part, keys)

    def _run(self, query: Any, part: Part, keys: list[Key]) -> int:
        """One statement for a set of keys; in bounded pieces where the database takes no arrays."""
        columns = tuple(part.table.c[k] for k in part.key)
        made = query.where(among(columns, "keys", self.kind))
        step = len(keys) if self.kind == "postgresql" else CHUNK
        count = 0
        for start in range(0, len(keys), step):
            parameters = bound("keys", keys[start : start + step], len(columns), self.kind)
            count += self.connection.execute(made, parameters).rowcount
        return count

    def _unlink(self, part: Part, found: Found, keys: list[Key], person: Person) -> None:
        """In rows that belong to others too, take away only what names this person."""
        methods = {p.name: m for p, m in part.methods}
        for _, place in dict.fromkeys(part.identity):
            own = [k for k in keys if self._is_own(part, place.name, found.of(part.name)[k], person)]
            if not own:
                continue
            if place.name in methods:
                value = changed(place, methods[place.name], self.kind, self.secret)
            elif place.column.nullable and not place.path:
                value = sa.null()
            else:
                text = f"table {part.name}: {place.name} of a shared row must not be null: say what becomes of it"
                raise failure(self.plan.system, "not_null", text)
            self.counts["unlinked"] += self._run(sa.update(part.table).values({place.column: value}), part, own)
        for link in part.up:
            mine = found.values(link.parent, link.others)
            own = [k for k in keys if found.of(part.name)[k].at(link.columns) in mine]
            is_alone = not any(r.is_shared for r in found.of(link.parent).values())
            if own and link.may_be_null and is_alone:
                self.counts["unlinked"] += self._run(_nulled(part.table, link), part, own)

    def _is_own(self, part: Part, name: str, row: Row, person: Person) -> bool:
        return any(person.owns(n, row.values[p.name]) for n, p in part.identity if p.name == name)

    def _let_go(self, part: Part, found: Found, verdicts: Verdicts) -> None:
        """A row that is anonymised no longer refers to what it shared with others."""
        for owner in self.plan.parts.values():
            for link in (each for each in owner.down if each.child == part.name and each.may_be_null):
                shared = {found.of(owner.name)[k].at(link.others) for k in verdicts.keys(owner.name, SHARED)}
                keys = [k for k in verdicts.keys(part.name, ERASE) if found.of(part.name)[k].at(link.columns) in shared]
                if keys and part.how == "anonymise":
                    self.counts["unlinked"] += self._run(_nulled(part.table, link), part, keys)

    def _release(self, part: Part, link: Link, values: Sequence[Key], keys: Collection[Key]) -> None:
        """What still refers to rows about to be deleted: unlinked where it may be, else the deletion is refused."""
        child = self.plan.schema.tables[link.child]
        columns = tuple(child.c[c] for c in link.columns)
        is_mapped = link.child in self.plan.parts
        for some in _pieces(list(values), len(values) if self.kind == "postgresql" else CHUNK):
            parameters = bound("gone", some, len(columns), self.kind)
            refers = among(columns, "gone", self.kind)
            if link.may_be_null and is_mapped:
                self.connection.execute(_nulled(child, link).where(refers), parameters)
                continue
            if link.child == link.parent:  # rows that go together may refer to each other
                same = among(tuple(child.c[k] for k in part.key), "keys", self.kind)
                refers = sa.and_(refers, sa.not_(same))
                parameters |= bound("keys", list(keys), len(part.key), self.kind)
            if self.connection.execute(sa.select(sa.literal(1)).where(refers).limit(1), parameters).first():
                self._refuse(part, link, is_mapped)

    def _refuse(self, part: Part, link: Link, is_mapped: bool) -> None:
        place = f"{link.child}.{', '.join(link.columns)}"
        if is_mapped:
            text = f"{place} must refer to {part.name}, and such a row stays: anonymise {part.name} instead"
            raise failure(self.plan.system, "foreign_key", text)
        text = f"{place} refers to {part.name} and is not mapped: map the table {link.child}"
        raise failure(self.plan.system, "unmapped_key", text)


def _nulled(table: sa.Table, link: Link) -> sa.Update:
    return sa.update(table).values({table.c[c]: sa.null() for c in link.columns if table.c[c].nullable})


def _pieces(values: list[Key], step: int) -> Iterator[list[Key]]:
    for start in range(0, len(values), max(step, 1)):
        yield values[start : start + step]

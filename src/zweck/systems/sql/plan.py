"""From mapping and schema to a plan: per table how it is tied to a person, in what order it is read and erased.

What cannot be done without breaking a constraint is found here, before anything is touched (Art. 5(1)(f) GDPR): a
column that must not be null, a unique one that would get one value for all, a table with no path to a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

import sqlalchemy as sa

from zweck.declaration.mapping import Method, read_then, read_tie
from zweck.systems.sql.database import failure
from zweck.systems.sql.method import Place, fits
from zweck.systems.sql.schema import Link, Schema

if TYPE_CHECKING:
    from zweck.declaration import Declaration
    from zweck.declaration.keeping import Rule
    from zweck.declaration.model import SystemUse, Table

ONE_FOR_ALL = ("constant", "year", "first", "round", "ip")
"""Methods that may give two rows the same value."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One mapped table: identity, ties, what is shown, what erasing does, and the rule it is under.

    ``up`` are links to the rows of an owner, ``down`` links from rows of an owner; ``follows`` names the table whose
    verdict this one shares, as it has no rule of its own.
    """

    name: str
    table: sa.Table
    key: tuple[str, ...]
    identity: tuple[tuple[str, Place], ...]
    up: tuple[Link, ...]
    down: tuple[Link, ...]
    data: tuple[tuple[Place, str], ...]
    shared: tuple[Place, ...]
    how: str
    methods: tuple[tuple[Place, Method], ...]
    activity: str
    record_class: str
    rule: Rule | None
    follows: str
    events: tuple[tuple[str, str], ...]
    restrict: str
    folded: bool
    same_person: bool

    def ties(self) -> Iterator[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
        """Each path as a name, the table at its other end, and the columns here and there."""
        for number, link in enumerate(self.up):
            yield f"up_{number}", link.parent, link.columns, link.others
        for number, link in enumerate(self.down):
            yield f"down_{number}", link.child, link.others, link.columns

    @property
    def is_written(self) -> bool:
        return self.how in ("delete", "anonymise")


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """The parts in reading order (owners first), the order of erasing (children first), and all links."""

    system: str
    parts: dict[str, Part]
    erase_order: tuple[str, ...]
    is_cyclic: bool
    schema: Schema

    def links_to(self, parent: str) -> list[Link]:
        """Foreign keys of any table, mapped or not, and declared paths, that refer to ``parent``."""
        declared = [link for p in self.parts.values() for link in (*p.up, *p.down) if not link.is_key]
        return [link for link in dict.fromkeys((*self.schema.links, *declared)) if link.parent == parent]

    def links_from(self, child: str) -> list[Link]:
        """Links from a mapped table to mapped ones."""
        return [link for parent in self.parts for link in self.links_to(parent) if link.child == child]


def make_plan(name: str, use: SystemUse, declaration: Declaration, schema: Schema) -> Plan:
    """The plan of one system; raises ``DatabaseFailure`` (state ``mapping``) naming table and column."""
    maker = _Maker(name, use, declaration, schema)
    ties = {t: maker.ties(t) for t in use.tables}
    order, is_cyclic = _ordered({t: _needed(t, ties, schema) for t in use.tables})
    parts: dict[str, Part] = {}
    for table in order:
        parts[table] = maker.part(table, *ties[table], parts)
    for part in parts.values():
        maker.check(part)
    children: dict[str, set[str]] = {t: set() for t in parts}
    for link in schema.links:
        if link.child in parts and link.child != link.parent:
            children[link.parent].add(link.child)
    return Plan(name, parts, tuple(_ordered(children)[0]), is_cyclic, schema)


def _needed(table: str, ties: dict[str, tuple[tuple[Link, ...], tuple[Link, ...]]], schema: Schema) -> set[str]:
    """The tables to read before this one: its owners, and whatever else could tie its rows to another person."""
    up, down = ties[table]
    referring = (k for k in schema.links if down and k.parent == table and k.child in ties)
    others = {k.child for k in referring if k not in ties[k.child][0]}
    return {*(k.parent for k in up), *(k.child for k in down), *others}


def _ordered(before: dict[str, set[str]]) -> tuple[list[str], bool]:
    """Names with those they depend on first; a circle is cut where it was found, and told."""
    graph = {t: needed - {t} for t, needed in before.items()}
    is_cyclic = any(t in needed for t, needed in before.items())
    while True:
        try:
            return list(TopologicalSorter(graph).static_order()), is_cyclic
        except CycleError as error:
            circle, is_cyclic = error.args[1], True
            graph[circle[1]].discard(circle[0])


class _Maker:
    """The making of one plan."""

    def __init__(self, name: str, use: SystemUse, declaration: Declaration, schema: Schema) -> None:
        self.name, self.use, self.declaration, self.schema = name, use, declaration, schema

    def wrong(self, table: str, text: str) -> Exception:
        return failure(self.name, "mapping", f"table {table}: {text}")

    def place(self, table: str, name: str) -> Place:
        """A column by name, or ``column.path`` inside JSON."""
        column, *path = name.split(".")
        found = self.schema.tables[table].c.get(name if name in self.schema.tables[table].c else column)
        if found is None:
            raise failure(self.name, "column_vanished", f"table {table} has no column {column}: correct the mapping")
        return Place(found) if found.name == name else Place(found, tuple(path))

    def ties(self, table: str) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
        """The declared paths of a table, or its only foreign key to a mapped table."""
        said = self.use.tables[table]
        links = [self._link(table, text) for text in said.through]
        if not links and not said.subject:
            owners = [k for k in self.schema.links if k.child == table and k.parent != table]
            if len(owners) != 1:
                raise self.wrong(table, "no path to a person: say `subject` or `through`")
            links = owners
        is_up = {link: link.child == table for link in links}
        return tuple(k for k in links if is_up[k]), tuple(k for k in links if not is_up[k])

    def _link(self, table: str, text: str) -> Link:
        tie = read_tie(text)
        child = tie.table or table
        if child not in self.use.tables:
            raise self.wrong(table, f"through {child}, which is not mapped")
        column = self.place(child, tie.column).name
        if tie.other:
            parent = table if tie.table else tie.other_table
            if parent not in self.use.tables:
                raise self.wrong(table, f"through {parent}, which is not mapped")
            other = self.place(parent, tie.other).name
            known = [k for k in self._keys(child, column) if k.parent == parent and other in k.others]
            nullable = bool(self.schema.tables[child].c[column].nullable)
            return known[0] if known else Link(child, (column,), parent, (other,), nullable, False)
        found = [k for k in self._keys(child, column) if not tie.table or k.parent == table]
        if len(found) != 1:
            raise self.wrong(table, f"{text} is no foreign key: say it in full, {column} = table.column")
        return found[0]

    def _keys(self, child: str, column: str) -> list[Link]:
        return [k for k in self.schema.links if k.child == child and column in k.columns]

    def part(self, table: str, up: tuple[Link, ...], down: tuple[Link, ...], known: dict[str, Part]) -> Part:
        """One table with everything said about it, and inherited where it says nothing."""
        said = self.use.tables[table]
        how, methods = read_then(said.then)
        if said.read_only or table in self.schema.views:
            how = "keep"
        owners = [known[n] for n in (*(k.parent for k in up), *(k.child for k in down)) if n in known]
        activity, record_class, rule = self._rule(table, said, owners)
        follows = owners[0].name if rule is None and up and owners else ""
        return Part(
            name=table,
            table=self.schema.tables[table],
            key=tuple(self.place(table, k).name for k in self.schema.keys[table]),
            identity=tuple((n, self.place(table, c)) for n, columns in (said.subject or {}).items() for c in columns),
            up=up,
            down=down,
            data=tuple((self.place(table, c), category) for c, category in said.data.items()),
            shared=tuple(self.place(table, c) for c in said.shared),
            how=how,
            methods=tuple((self.place(table, c), m) for c, m in methods.items()),
            activity=activity,
            record_class=record_class,
            rule=rule,
            follows=follows,
            events=tuple(said.events.items()),
            restrict=(said.restrict and self.place(table, said.restrict).name) or "",
            folded=said.folded,
            same_person=said.same_person,
        )  # fmt: skip

    def _rule(self, table: str, said: Table, owners: list[Part]) -> tuple[str, str, Rule | None]:
        """Activity, record class and rule; with neither said, those of the owner, whose fate it shares."""
        activities, wanted = self.declaration.activities, said.rule or said.activity
        if wanted is None and owners:
            return owners[0].activity, owners[0].record_class, None
        here = [a for a in activities.values() if a.system == self.name or a.name in self.use.activities]
        if wanted is None:
            if len(here) != 1:
                raise self.wrong(table, "whose data it is, is not said: add `activity`")
            wanted = here[0].name
        if wanted in activities:
            rules = activities[wanted].rules
            return wanted, "", next((r for r in rules if not r.for_), next(iter(rules), None))
        for activity in here or activities.values():
            for rule in activity.rules:
                if rule.for_ == wanted and said.activity in (None, activity.name):
                    return activity.name, wanted, rule
        raise self.wrong(table, f"{wanted} is neither an activity nor a class that a keeping rule names")

    def check(self, part: Part) -> None:
        """What erasing would break, known from the catalogue alone."""
        if part.is_written and not part.key:
            raise self.wrong(part.name, "no key tells its rows apart: say `key`")
        for place, method in part.methods:
            column = place.column
            if reason := fits(place, method):
                raise self.wrong(part.name, f"column {place.name}: {reason}")
            if method.word == "null" and not place.path and not column.nullable:
                raise self.wrong(part.name, f"column {place.name} must not be null: choose a constant or hash")
            if method.word in ONE_FOR_ALL and (column.name,) in self.schema.unique.get(part.name, ()):
                raise self.wrong(part.name, f"column {place.name} is unique: choose null or hash")
        if part.table.dialect_options["mysql"].get("engine", "InnoDB") not in ("InnoDB", None) and part.is_written:
            raise self.wrong(part.name, "its engine has no transactions: nothing could be undone")
        for problem in self._stranded(part):
            raise self.wrong(part.name, problem)

    def _stranded(self, part: Part) -> Iterator[str]:
        """A row cannot go while a row that stays must refer to it."""
        for link in self.schema.links if part.how == "delete" else ():
            said = self.use.tables.get(link.child)
            if link.parent == part.name and said and not link.may_be_null and read_then(said.then)[0] == "anonymise":
                yield f"{link.child}.{link.columns[0]} must refer to it and stays: anonymise this table too"

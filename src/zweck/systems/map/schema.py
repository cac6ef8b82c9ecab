"""What a database says of itself, and what is proposed for it: plain values, no database behind them.

A proposal is a draft that a person decides on (Art. 5(2), 30 GDPR); every guess carries its confidence and its reasons.
Sampled values are never part of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DECLARED = 1.0
SURE, LIKELY, POSSIBLE = 0.85, 0.7, 0.55
PROPOSED = 0.5
"""From this confidence on a column is proposed; what lies below is only mentioned."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``type`` is one of text, long, number, flag, date, time, bytes, json, other; ``size`` 0 if open."""

    name: str
    type: str
    size: int = 0
    may_be_null: bool = True


@dataclass(frozen=True, slots=True)
class Key:
    """Columns that refer to ``table``: ``confidence`` is 1 for a declared foreign key.

    As a path, ``child`` is set when the columns lie in another table, which refers to the one in question.
    """

    columns: tuple[str, ...]
    table: str
    others: tuple[str, ...]
    confidence: float = DECLARED
    child: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table or view with its primary key and the foreign keys it declares."""

    name: str
    columns: tuple[Column, ...]
    primary: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    is_view: bool = False

    def column(self, name: str) -> Column:
        """The column of this name; raises ``StopIteration`` if there is none."""
        return next(c for c in self.columns if c.name == name)


@dataclass(frozen=True, slots=True)
class Schema:
    """All tables of a database, by name."""

    tables: Mapping[str, Table]
    dialect: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is proposed: the id of a sentence and the names it needs; never a value from the data."""

    key: str
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Guess:
    """One column that may hold personal data; ``identifier`` is email, phone, account … if it tells who it is."""

    column: str
    category: str
    confidence: float
    reasons: tuple[Reason, ...]
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is proposed for one table: its columns, its paths to the person, its activity."""

    table: Table
    guesses: tuple[Guess, ...] = ()
    through: tuple[Key, ...] = ()
    subject: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    activity: str = ""
    activity_confidence: float = 0.0
    is_person: bool = False
    has_own_activity: bool = False

    @property
    def proposed(self) -> tuple[Guess, ...]:
        """The guesses that are confident enough to stand in the mapping."""
        return tuple(g for g in self.guesses if g.confidence >= PROPOSED)


@dataclass(frozen=True, slots=True)
class Proposal:
    """The whole proposal: tables that belong into the mapping, and all foreign keys, declared or inferred."""

    schema: Schema
    drafts: tuple[Draft, ...]
    keys: tuple[tuple[str, Key], ...]
    sampled: bool = False

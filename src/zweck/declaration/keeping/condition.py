"""Conditions on a record's events at one moment: what a keeping rule asks of a store, free of any store.

Every node is a plain comparison of one event time with one instant, so a database can answer it from an index
and any other system can answer it in Python (``holds``). An event that has not happened is ``None`` there and
NULL in a database; both readings give the same answer for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class Condition(Protocol):
    """A question that each record answers with yes or no."""

    def holds(self, events: Mapping[str, datetime]) -> bool:
        """Whether a record with these event times (aware) fulfils the condition."""
        ...

    def negated(self) -> Condition:
        """The condition that holds exactly where this one does not."""
        ...


@dataclass(frozen=True, slots=True)
class Always:
    """Every record."""

    def holds(self, events: Mapping[str, datetime]) -> bool:
        return True

    def negated(self) -> Condition:
        return Never()


@dataclass(frozen=True, slots=True)
class Never:
    """No record."""

    def holds(self, events: Mapping[str, datetime]) -> bool:
        return False

    def negated(self) -> Condition:
        return Always()


@dataclass(frozen=True, slots=True)
class Before:
    """The event happened, strictly before the instant (UTC)."""

    event: str
    instant: datetime

    def holds(self, events: Mapping[str, datetime]) -> bool:
        found = events.get(self.event)
        return found is not None and found < self.instant

    def negated(self) -> Condition:
        return NotBefore(self.event, self.instant)


@dataclass(frozen=True, slots=True)
class NotBefore:
    """The event happens at the instant (UTC) or later, or has not happened."""

    event: str
    instant: datetime

    def holds(self, events: Mapping[str, datetime]) -> bool:
        return not Before(self.event, self.instant).holds(events)

    def negated(self) -> Condition:
        return Before(self.event, self.instant)


@dataclass(frozen=True, slots=True)
class Happened:
    """The event has a time."""

    event: str

    def holds(self, events: Mapping[str, datetime]) -> bool:
        return events.get(self.event) is not None

    def negated(self) -> Condition:
        return NotHappened(self.event)


@dataclass(frozen=True, slots=True)
class NotHappened:
    """The event has no time."""

    event: str

    def holds(self, events: Mapping[str, datetime]) -> bool:
        return events.get(self.event) is None

    def negated(self) -> Condition:
        return Happened(self.event)


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]

    def holds(self, events: Mapping[str, datetime]) -> bool:
        return all(part.holds(events) for part in self.parts)

    def negated(self) -> Condition:
        return any_of(part.negated() for part in self.parts)


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def holds(self, events: Mapping[str, datetime]) -> bool:
        return any(part.holds(events) for part in self.parts)

    def negated(self) -> Condition:
        return all_of(part.negated() for part in self.parts)


def all_of(parts: Iterable[Condition]) -> Condition:
    """The parts joined by *and*, flattened; ``Always`` for none."""
    kept: list[Condition] = []
    for part in parts:
        if isinstance(part, Never):
            return part
        inner = part.parts if isinstance(part, All) else () if isinstance(part, Always) else (part,)
        kept.extend(each for each in inner if each not in kept)
    if not kept:
        return Always()
    return kept[0] if len(kept) == 1 else All(tuple(kept))


def any_of(parts: Iterable[Condition]) -> Condition:
    """The parts joined by *or*, flattened; ``Never`` for none."""
    kept: list[Condition] = []
    for part in parts:
        if isinstance(part, Always):
            return part
        inner = part.parts if isinstance(part, Any) else () if isinstance(part, Never) else (part,)
        kept.extend(each for each in inner if each not in kept)
    if not kept:
        return Never()
    return kept[0] if len(kept) == 1 else Any(tuple(kept))

"""Deadlines: one tree of events and periods, read in two ways that always agree.

``due`` gives, for the events of one record, the first moment at which the deadline is over. ``reached``
gives, for one present moment, the condition that selects all records whose deadline is over. ``Event``,
``Moment``, ``FirstOf`` and ``LastOf`` are also what a rule writes after ``until``; the other nodes only arise
when a rule is compiled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from zweck.declaration.keeping.condition import Always, Before, Condition, Never, NotHappened, all_of, any_of
from zweck.declaration.keeping.period import LONG_AGO, TICK, Duration, end_of_period, events_before

Events = Mapping[str, datetime]
"""When what happened to one record: event word → aware datetime; a word that is absent has not happened."""


class Deadline(Protocol):
    """A moment that the events of a record fix."""

    def due(self, events: Events, zone: ZoneInfo) -> datetime | None:
        """The first moment (UTC) at which the deadline is over; ``None`` while the events leave it open."""
        ...

    def reached(self, now: datetime, zone: ZoneInfo) -> Condition:
        """The condition that holds exactly for the records with ``due(events) <= now``."""
        ...

    def words(self) -> Iterator[str]:
        """The events it depends on, in order of appearance."""
        ...


@dataclass(frozen=True, slots=True)
class Event:
    """At once when something happens."""

    word: str

    def __str__(self) -> str:
        return self.word

    def due(self, events: Events, zone: ZoneInfo) -> datetime | None:
        found = events.get(self.word)
        return None if found is None else found.astimezone(UTC)

    def reached(self, now: datetime, zone: ZoneInfo) -> Condition:
        return Before(self.word, now.astimezone(UTC) + TICK)

    def words(self) -> Iterator[str]:
        yield self.word


@dataclass(frozen=True, slots=True)
class Moment:
    """A period after an event, or after the end of the calendar year in which the event happened."""

    duration: Duration
    event: str
    year_end: bool = False

    def __str__(self) -> str:
        return f"{self.duration} after {'year_end of ' if self.year_end else ''}{self.event}"

    def due(self, events: Events, zone: ZoneInfo) -> datetime | None:
        found = events.get(self.event)
        if found is None:
            return None
        return end_of_period(found, self.duration, zone, year_end=self.year_end)

    def reached(self, now: datetime, zone: ZoneInfo) -> Condition:
        return Before(self.event, events_before(now, self.duration, zone, year_end=self.year_end))

    def words(self) -> Iterator[str]:
        yield self.event


@dataclass(frozen=True, slots=True)
class FirstOf:
    """The earliest of several deadlines; those still open do not count."""

    parts: tuple[Deadline, ...]

    def __str__(self) -> str:
        return f"first of ({', '.join(map(str, self.parts))})"

    def due(self, events: Events, zone: ZoneInfo) -> datetime | None:
        return min((due for part in self.parts if (due := part.due(events, zone)) is not None), default=None)

    def reached(self, now: datetime, zone: ZoneInfo) -> Condition:
        return any_of(part.reached(now, zone) for part in self.parts)

    def words(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.words()


@dataclass(frozen=True, slots=True)
class LastOf:
    """The latest of several deadlines; open as long as one of them is."""

    parts: tuple[Deadline, ...]

    def __str__(self) -> str:
        return f"last of ({', '.join(map(str, self.parts))})"

    def due(self, events: Events, zone: ZoneInfo) -> datetime | None:
        dues = [part.due(events, zone) for part in self.parts]
        known = [due for due in dues if due is not None]
        return max(known, default=LONG_AGO) if len(known) == len(dues) else None

    def reached(self, now: datetime, zone: ZoneInfo) -> Condition:
        return all_of(part.reached(now, zone) for part in self.parts)

    def words(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.words()


@dataclass(frozen=True, slots=True)
class Once:
    """A deadline that binds only records on which ``event`` happened; the others are past it already."""

    event: str
    then: Deadline

    def due(self, events: Events, zone: ZoneInfo) -> datetime | None:
        return LONG_AGO if events.get(self.event) is None else self.then.due(events, zone)

    def reached(self, now: datetime, zone: ZoneInfo) -> Condition:
        return any_of([NotHappened(self.event), self.then.reached(now, zone)])

    def words(self) -> Iterator[str]:
        yield self.event
        yield from self.then.words()


@dataclass(frozen=True, slots=True)
class AtAnyTime:
    """Over from the start."""

    def due(self, events: Events, zone: ZoneInfo) -> datetime | None:
        return LONG_AGO

    def reached(self, now: datetime, zone: ZoneInfo) -> Condition:
        return Always()

    def words(self) -> Iterator[str]:
        yield from ()


@dataclass(frozen=True, slots=True)
class Open:
    """Without end."""

    def due(self, events: Events, zone: ZoneInfo) -> datetime | None:
        return None

    def reached(self, now: datetime, zone: ZoneInfo) -> Condition:
        return Never()

    def words(self) -> Iterator[str]:
        yield from ()

"""Statutory and customary keeping periods, as the law stood on a day (Art. 5(1)(e), 17(3)(b) GDPR).

A statutory period is the ground for keeping and at its end the duty to erase: a minimum is the maximum.
Vouchers are kept eight instead of ten years since 1 January 2025, in banks and insurance still ten; so
every question takes the day and, where it matters, the sector. ``force`` tells a statute from an
authority's view and from mere custom.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from zweck.errors import NotFoundError
from zweck.law.dataset import day, load


class Start(StrEnum):
    """When a period begins: with its event, or with the close of the event's calendar year."""

    EVENT = "event"
    YEAR_END = "year_end"


class Force(StrEnum):
    """Who says so: a statute, a supervisory authority, or practice without either."""

    STATUTE = "statute"
    AUTHORITY = "authority"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Period:
    """How long one kind of record is kept. ``years``, ``months`` and ``days`` add up; all zero means at
    once.

    ``event_*`` says what starts it. ``is_general`` is false for a period that justifies no keeping rule by
    itself (thirty-year limitation). ``may_be_held``: open tax assessments suspend the end (§ 147(3)
    sentence 5 AO). ``is_maximum``: keep no longer than this; otherwise the law asks to keep for the whole
    period. ``rule`` is the id in the registry.
    """

    kind: str
    years: int
    months: int
    days: int
    start: Start
    event_de: str
    event_en: str
    title_de: str
    title_en: str
    citation: str
    force: Force
    sector: str
    valid_from: date | None
    valid_until: date | None
    is_general: bool
    is_maximum: bool
    may_be_held: bool
    rule: str
    basis: str

    @property
    def iso(self) -> str:
        """The length as an ISO 8601 duration, e.g. ``P8Y`` or ``P0D``."""
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return "P" + ("".join(f"{n}{unit}" for n, unit in parts if n) or "0D")

    def ends_on(self, event_on: date) -> date:
        """The last day of the period that an event on that day starts; never moved to a working day."""
        from zweck.law.deadlines import add_months, year_end_period

        if self.start is Start.YEAR_END:
            return year_end_period(event_on, self.years).ends_on
        return add_months(event_on, self.years * 12 + self.months) + timedelta(days=self.days)

    def erase_from(self, event_on: date) -> date:
        """The first day after the period."""
        return self.ends_on(event_on) + timedelta(days=1)

    def applies(self, on: date, sector: str) -> bool:
        """Whether this version is the law on that day for that sector."""
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_until is None or on <= self.valid_until) and self.sector == sector


def statutory(kind: str, on: date, sector: str = "") -> Period:
    """The period for ``kind`` by the law of the day ``on``; ``sector`` is empty or ``finance``.

    ``on`` is the day one asks on, not the event: shortened periods also apply to older records that are
    still kept. Raises ``NotFoundError`` with the known kinds.
    """
    versions = [p for p in periods() if p.kind == kind]
    for wanted in (sector, ""):
        for period in versions:
            if period.applies(on, wanted):
                return period
    raise NotFoundError(f"no keeping period {kind!r} is known; one of {', '.join(kinds())} is expected")


def kinds() -> tuple[str, ...]:
    """The kinds of records with a known period."""
    return tuple(dict.fromkeys(p.kind for p in periods()))


@cache
def periods() -> tuple[Period, ...]:
    """All periods in all their versions."""
    return tuple(_period(record) for record in load("retention")["periods"])


def _period(record: dict[str, Any]) -> Period:
    return Period(
        kind=record["kind"],
        years=record.get("years", 0),
        months=record.get("months", 0),
        days=record.get("days", 0),
        start=Start(record["start"]),
        event_de=record["event_de"],
        event_en=record["event_en"],
        title_de=record["title_de"],
        title_en=record["title_en"],
        citation=record["citation"],
        force=Force(record["force"]),
        sector=record.get("sector", ""),
        valid_from=day(record.get("valid_from")),
        valid_until=day(record.get("valid_until")),
        is_general=record.get("is_general", True),
        is_maximum=record.get("is_maximum", False),
        may_be_held=record.get("may_be_held", False),
        rule=record["rule"],
        basis=record["basis"],
    )

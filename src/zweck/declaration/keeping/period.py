"""Periods of keeping rules and how they are counted.

Calendar days in the declaration's zone (Europe/Berlin); the day of the event is not counted (BGB 187(1)); a
period ends at 24:00 of the same day number, or of the month's last day where that number is missing
(BGB 188(2), (3)). Weekends and holidays move nothing: BGB 193 protects a person who has to act, not data
that has to go. A period from the end of the year starts on 31 December. Minutes and hours are exact.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from zweck.clock import start_of_day

LONG_AGO = datetime.min.replace(tzinfo=UTC)
"""Due from the beginning of time: what must not be kept at all."""

FAR_AHEAD = datetime.max.replace(tzinfo=UTC)
"""Beyond the calendar: no present moment reaches it."""

TICK = timedelta(microseconds=1)


class Unit(StrEnum):
    """The units a period may be written in."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_EXACT = {Unit.MINUTE: timedelta(minutes=1), Unit.HOUR: timedelta(hours=1)}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
_NOMINAL_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}
_ISO = {
    Unit.MINUTE: "PT{}M",
    Unit.HOUR: "PT{}H",
    Unit.DAY: "P{}D",
    Unit.WEEK: "P{}W",
    Unit.MONTH: "P{}M",
    Unit.YEAR: "P{}Y",
}
_ISO_FORM = re.compile(r"P(?:(T)(\d+)([MH])|(\d+)([DWMY]))")
_LONGEST_DAYS = 36_500


@dataclass(frozen=True, slots=True)
class Duration:
    """``6 months``: a whole number of one unit, above 0 and at most a hundred years (else ``ValueError``)."""

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError("a period is at least 1")
        if self.nominal() > timedelta(days=_LONGEST_DAYS):
            raise ValueError("a period is at most a hundred years")

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"

    @property
    def is_exact(self) -> bool:
        """Counted in elapsed time, not in calendar days."""
        return self.unit in _EXACT

    def elapsed(self) -> timedelta:
        """The elapsed time of minutes and hours; ``ValueError`` for calendar units."""
        if not self.is_exact:
            raise ValueError("calendar units have no fixed length")
        return self.count * _EXACT[self.unit]

    def nominal(self) -> timedelta:
        """The length to hold a device entry to: a month is 30 days, a year 365 (the strict reading)."""
        try:
            if self.is_exact:
                return self.elapsed()
            return timedelta(days=self.count * _NOMINAL_DAYS[self.unit])
        except OverflowError:
            return timedelta.max

    def iso(self) -> str:
        """ISO 8601: ``P6M``, ``PT30M``."""
        return _ISO[self.unit].format(self.count)

    @classmethod
    def from_iso(cls, text: str) -> Duration:
        """The reverse of :meth:`iso`; ``ValueError`` for anything but one positive component."""
        found = _ISO_FORM.fullmatch(text)
        if not found:
            raise ValueError("not an ISO 8601 duration of one unit, such as P6M or PT30M")
        timed, small, small_letter, large, large_letter = found.groups()
        shape = f"P{timed or ''}{{}}{small_letter or large_letter}"
        unit = next(unit for unit, form in _ISO.items() if form == shape)
        return cls(int(small or large), unit)


def end_of_period(event: datetime, duration: Duration, zone: ZoneInfo, *, year_end: bool = False) -> datetime:
    """The first moment (UTC) after a period that ``event`` started; ``FAR_AHEAD`` beyond the calendar."""
    try:
        if duration.is_exact:
            started = _after_year_of(event, zone) if year_end else event
            return started.astimezone(UTC) + duration.elapsed()
        day = event.astimezone(zone).date()
        last = _later(date(day.year, 12, 31) if year_end else day, duration)
        return start_of_day(last + timedelta(days=1), zone)
    except (OverflowError, ValueError):
        return FAR_AHEAD


def events_before(now: datetime, duration: Duration, zone: ZoneInfo, *, year_end: bool = False) -> datetime:
    """The moment before which an event must lie for its period to be over at ``now``.

    The reverse of :func:`end_of_period`, which never falls as its event moves on:
    ``end_of_period(event) <= now`` holds exactly when ``event < events_before(now)``. ``LONG_AGO`` when no
    event can be that old.
    """
    try:
        if duration.is_exact:
            latest = now.astimezone(UTC) - duration.elapsed()
            return _new_year(_years_over_at(latest, zone), zone) if year_end else latest + TICK
        last = now.astimezone(zone).date() - timedelta(days=1)
        day = _latest_start(last, duration)
        if year_end:
            return _new_year(day.year if (day.month, day.day) == (12, 31) else day.year - 1, zone)
        return start_of_day(day + timedelta(days=1), zone)
    except (OverflowError, ValueError):
        return LONG_AGO


def _after_year_of(event: datetime, zone: ZoneInfo) -> datetime:
    return start_of_day(date(event.astimezone(zone).year + 1, 1, 1), zone)


def _years_over_at(moment: datetime, zone: ZoneInfo) -> int:
    """The last calendar year that is over at ``moment``."""
    return moment.astimezone(zone).year - 1


def _new_year(year: int, zone: ZoneInfo) -> datetime:
    """The end of ``year``: events before it lie in that year or earlier."""
    return start_of_day(date(year + 1, 1, 1), zone)


def _later(day: date, duration: Duration) -> date:
    if duration.unit in _DAYS:
        return day + timedelta(days=duration.count * _DAYS[duration.unit])
    year, month = _month_at(day, duration.count * _MONTHS[duration.unit])
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _latest_start(last: date, duration: Duration) -> date:
    """The latest day whose period ends on ``last`` or before."""
    if duration.unit in _DAYS:
        return last - timedelta(days=duration.count * _DAYS[duration.unit])
    year, month = _month_at(last, -duration.count * _MONTHS[duration.unit])
    length = monthrange(year, month)[1]
    is_month_end = last.day == monthrange(last.year, last.month)[1]
    # On the last day of a month every day number that this month lacks ends too (31 January + 1 month).
    return date(year, month, length if is_month_end else min(last.day, length))


def _month_at(day: date, months: int) -> tuple[int, int]:
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1

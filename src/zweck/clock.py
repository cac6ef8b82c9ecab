"""The one clock. Everything that depends on time takes a ``Clock``; nothing reads the system's time itself.

So every deadline and every keeping rule can be tested on the day it falls due.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
"""Calendar days are counted in German time unless a declaration names another zone."""


class Clock(Protocol):
    """Gives the present moment."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock that stands still until it is moved: for tests, ``--now`` and the demo."""

    moment: datetime

    def __post_init__(self) -> None:
        if self.moment.tzinfo is None:
            raise ValueError("a clock needs an aware datetime")

    def now(self) -> datetime:
        return self.moment.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        """Move the clock forward (or back) by ``by``."""
        self.moment += by

    def travel(self, to: datetime) -> None:
        """Set the clock to ``to``."""
        self.moment = to


def start_of_day(day: date, zone: ZoneInfo = BERLIN) -> datetime:
    """The first moment of ``day`` in ``zone``, in UTC; the length of a day follows the clock change."""
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def parse_moment(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    """``2027-05-31`` (its first moment in ``zone``) or an ISO 8601 date and time; raises ``ValueError``."""
    if len(text) == 10:
        return start_of_day(date.fromisoformat(text), zone)
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)

"""Statutory keeping periods by class of document, as data with source and date.

They start at the end of the calendar year (HGB 257(5), AO 147(4)). Vouchers are kept eight years since
1 January 2025 (Viertes Bürokratieentlastungsgesetz); institutions that BaFin supervises keep them ten and
pass a table of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from zweck.declaration.keeping.deadline import Moment
from zweck.declaration.keeping.period import Duration, Unit


@dataclass(frozen=True, slots=True)
class StatutoryPeriod:
    """How long a class of documents is kept, from the end of the year of ``event``."""

    duration: Duration
    event: str
    source: str
    checked_on: date

    def moment(self, start: str | None = None) -> Moment:
        """The end of the period; ``start`` replaces the event that the statute names."""
        return Moment(self.duration, start or self.event, year_end=True)


Statutes = Mapping[str, StatutoryPeriod]
"""Class of document → its period."""

_CHECKED = date(2026, 11, 22)

STATUTES: Statutes = MappingProxyType(
    {
        "books": StatutoryPeriod(
            Duration(10, Unit.YEAR), "adopted", "HGB 257(1) no. 1, (4); AO 147(1) no. 1, (3)", _CHECKED
        ),
        "vouchers": StatutoryPeriod(
            Duration(8, Unit.YEAR), "issued", "HGB 257(1) no. 4, (4); AO 147(1) no. 4, (3)", _CHECKED
        ),
        "letters": StatutoryPeriod(
            Duration(6, Unit.YEAR), "received", "HGB 257(1) no. 2, 3, (4); AO 147(1) no. 2, 3, (3)", _CHECKED
        ),
    }
)
"""The periods of German commercial and tax law."""

"""The state of the law that this release knows, and what is on its way.

``LAW_DATE`` is the day for which rules, periods and decisions were looked up; texts that cite the law name
it. Pending laws are shown as such and change nothing until they apply: no rule is enforced before its day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from zweck.law.dataset import day, load

LAW_DATE = date(2026, 11, 22)
"""The day whose law this release applies."""


@dataclass(frozen=True, slots=True)
class PendingLaw:
    """A change that was proposed, adopted or asked for. ``applies_on`` is set only once a day is fixed.

    ``seen_on`` is the day of the last look; ``rule`` the id in the registry.
    """

    rule: str
    title_de: str
    title_en: str
    status_de: str
    status_en: str
    source: str
    applies_on: date | None
    seen_on: date
    basis: str


@cache
def pending_laws() -> tuple[PendingLaw, ...]:
    """What is on its way, in the order of the registry."""
    return tuple(
        PendingLaw(
            rule=r["rule"],
            title_de=r["title_de"],
            title_en=r["title_en"],
            status_de=r["status_de"],
            status_en=r["status_en"],
            source=r["source"],
            applies_on=day(r.get("applies_on")),
            seen_on=date.fromisoformat(r["seen_on"]),
            basis=r["basis"],
        )
        for r in load("pending")["pending"]
    )

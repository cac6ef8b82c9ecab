"""What a promise may ask of the world when it is verified: evidence, systems, attestations, requests; nothing else.

``prove`` gives the real one over the store and the systems; tests give their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zweck.promises.model import Keeps


@dataclass(frozen=True, slots=True)
class Facts:
    """Evidence for one promise: how often it was shown, the latest entries, and the entries that show a breach."""

    count: int = 0
    latest: tuple[int, ...] = ()
    breaches: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """What a keeping rule has reached in a system.

    ``held`` records in all; ``due`` those whose period is over; ``overdue`` those over for longer than the sweep's
    grace of one day.
    """

    held: int = 0
    due: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class Vouched:
    """An attestation in force: who, when, and when it must be renewed."""

    by: str
    at: datetime
    review_at: datetime


class World(Protocol):
    """The view on a running site that promises are verified against."""

    def facts(self, activity: str, promise: str) -> Facts: ...

    def reach(self, promise: Keeps, now: datetime) -> Reach | None: ...

    def attestation(self, promise: str) -> Vouched | None: ...

    def late_requests(self, now: datetime) -> int: ...

    def urgent_requests(self, now: datetime) -> int: ...

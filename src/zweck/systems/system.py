"""The one interface to wherever personal data lies: the store, log files, and later databases, mailboxes, HTTP APIs.

Rights, sweep and proof know nothing else. Every operation is idempotent; what was done is in the answer and in the
evidence, without values (Art. 15–18, 20, 17 GDPR).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from zweck.promises import Keeps, Reach
from zweck.store.files import FileInfo

Who = Mapping[str, str | Sequence[str]]
"""A person, by identifiers: ``{"email": "…"}`` or ``{"email": ["…", "…"], "phone": "…"}``."""


@dataclass(frozen=True, slots=True)
class Holding:
    """How much a system holds about a person in one record class, and since when."""

    system: str
    activity: str
    record_class: str
    count: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Item:
    """One record for export: every column declared as personal data, and when what happened to it."""

    system: str
    activity: str
    record_class: str
    data: dict[str, Any] = field(repr=False)
    events: dict[str, datetime]
    id: str = ""
    status: str = "active"
    files: tuple[FileInfo, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Done:
    """What an operation changed. ``more`` tells that it stopped at its limit; ``detail`` counts by word.

    ``restricted`` records could not be erased yet; ``until`` is the last of the days on which they will be.
    """

    count: int = 0
    more: bool = False
    restricted: int = 0
    until: datetime | None = None
    detail: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something is done, for the evidence: whose promise, and the request's id if there is one."""

    activity: str = ""
    promises: tuple[str, ...] = ()
    record: str = ""


class System(Protocol):
    """Where personal data lies."""

    name: str

    def find(self, who: Who) -> Iterator[Holding]:
        """What is held about a person, per activity and record class."""
        ...

    def export(self, who: Who) -> Iterator[Item]:
        """Everything held about a person, streamed."""
        ...

    def correct(self, who: Who, changes: Mapping[str, Any], cause: Cause = Cause()) -> Done:
        """Rectify fields wherever they are held (Art. 16)."""
        ...

    def restrict(self, who: Who, reason: str, cause: Cause = Cause()) -> Done:
        """Restrict processing (Art. 18); ``reason`` is a word."""
        ...

    def erase(
        self,
        who: Who,
        classes: Sequence[str] | None = None,
        cause: Cause = Cause(),
        activities: Sequence[str] | None = None,
    ) -> Done:
        """Erase what may be erased (Art. 17), restrict the rest; ``None`` means every record class, every activity."""
        ...

    def reach(self, promise: Keeps, now: datetime) -> Reach:
        """What a keeping rule has reached."""
        ...

    def due(self, promise: Keeps, now: datetime) -> int:
        """How many records a keeping rule has reached and that were not yet swept."""
        ...

    def oldest(self, promise: Keeps, now: datetime) -> datetime | None:
        """When the oldest record that is due came in."""
        ...

    def sweep(self, promise: Keeps, now: datetime, limit: int = 500) -> Done:
        """Do what is due for at most ``limit`` records, oldest first, with its evidence in one transaction."""
        ...

"""One entry of evidence and its hash: SHA-256 over the canonical JSON of all its fields and its predecessor's hash.

The fields are kept exactly as they are stored (texts, not parsed values), so no byte can change unseen
(Art. 5(2) GDPR: accountability).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64
"""The hash before the first entry of a site."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened, when, to whose promise; ``promises`` and ``detail`` are canonical JSON texts.

    ``at`` is UTC in the fixed form of ``stamp``; ``breach`` is 1 when the entry shows a broken promise.
    """

    site: str
    seq: int
    at: str
    event: str
    activity: str
    promises: str
    record: str
    detail: str
    breach: int
    previous: str
    hash: str

    @property
    def promise_ids(self) -> tuple[str, ...]:
        return tuple(json.loads(self.promises))

    @property
    def details(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.detail)
        return found

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.at)


@dataclass(frozen=True, slots=True)
class Head:
    """How far a site's chain has come."""

    seq: int = 0
    hash: str = GENESIS


def canonical(value: Any) -> str:
    """JSON in one form only (after RFC 8785): sorted keys, no spaces; raises ``ValueError`` for NaN."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def stamp(moment: datetime) -> str:
    """A moment as evidence writes it: UTC with microseconds, always 27 characters."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def hash_of(entry: Entry) -> str:
    """The hash that ``entry`` must carry."""
    fields = (
        entry.site,
        entry.seq,
        entry.at,
        entry.event,
        entry.activity,
        entry.promises,
        entry.record,
        entry.detail,
        entry.breach,
        entry.previous,
    )
    return hashlib.sha256(canonical(fields).encode("utf-8", "surrogatepass")).hexdigest()


def chain(
    head: Head,
    *,
    site: str,
    at: datetime,
    event: str,
    activity: str = "",
    promises: tuple[str, ...] = (),
    record: str = "",
    detail: dict[str, Any] | None = None,
    breach: bool = False,
) -> Entry:
    """The entry that follows ``head``."""
    made = Entry(
        site=site,
        seq=head.seq + 1,
        at=stamp(at),
        event=event,
        activity=activity,
        promises=canonical(list(promises)),
        record=record,
        detail=canonical(detail or {}),
        breach=int(breach),
        previous=head.hash,
        hash="",
    )
    return replace(made, hash=hash_of(made))

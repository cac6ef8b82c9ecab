"""Requests of data subjects (Art. 7(3), 15–21 GDPR): each is a record of its own, with a reference, a deadline, steps.

As a record it is sealed, kept and erased like any other; the events are ``received`` and ``request_closed``.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from zweck.errors import NotFoundError
from zweck.store.tables import request, request_step

if TYPE_CHECKING:
    from zweck.store.transaction import Tx

RECORD_CLASS = "request"
_LETTERS = "abcdefghjkmnpqrstvwxyz23456789"
_COLUMNS = (
    "status",
    "decision",
    "due_at",
    "extended_until",
    "confirmed_at",
    "closed_at",
    "state",
    "language",
)


@dataclass(frozen=True, slots=True)
class Step:
    """What one system did for a request; ``detail`` holds no personal data."""

    system: str
    status: str
    detail: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Request:
    """One request. ``state`` is the controller's federal state, whose holidays count for the deadline."""

    id: str
    reference: str
    activity: str
    right: str
    subject: str | None
    data: dict[str, Any] = field(repr=False)
    plain: dict[str, Any]
    channel: str
    language: str
    state: str
    status: str
    decision: str
    received_at: datetime
    due_at: datetime | None
    extended_until: datetime | None
    confirmed_at: datetime | None
    closed_at: datetime | None
    steps: tuple[Step, ...]

    @property
    def deadline(self) -> datetime | None:
        """The day the answer is due, extended or not."""
        return self.extended_until or self.due_at


class Requests:
    """The site's requests."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def add(
        self,
        right: str,
        *,
        subject: str | None = None,
        data: Mapping[str, Any] | None = None,
        plain: Mapping[str, Any] | None = None,
        channel: str = "portal",
        language: str = "de",
        state: str = "",
        status: str = "received",
        due_at: datetime | None = None,
        received_at: datetime | None = None,
        activity: str = "rights",
    ) -> Request:
        """Record a request; ``right`` is the article (``15`` … ``21``, ``7(3)``). ``data`` is sealed."""
        received = received_at or self._tx.now
        made = self._tx.records.add(
            activity,
            subject=subject,
            data=data,
            plain=plain,
            events={"received": received},
            record_class=RECORD_CLASS,
        )
        row = {
            "site_id": self._tx.site,
            "id": made,
            "reference": "-".join("".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(4)),
            "right": right,
            "channel": channel,
            "language": language,
            "state": state,
            "status": status,
            "decision": "",
            "received_at": received,
            "due_at": due_at,
        }
        self._tx.execute(sa.insert(request), row)
        return self.get(made)

    def get(self, request_id: str) -> Request:
        """One request; raises ``NotFoundError``."""
        return self._one(request.c.id == request_id)

    def by_reference(self, reference: str) -> Request:
        """The request that a person follows by its reference; raises ``NotFoundError``."""
        return self._one(request.c.reference == reference.strip().lower())

    def list(
        self, open: bool | None = None, status: str | None = None, limit: int = 200, before: str | None = None
    ) -> Sequence[Request]:
        """Requests, the most urgent first (or the newest first when ``open`` is not asked for)."""
        query = sa.select(request).where(request.c.site_id == self._tx.site)
        if open is not None:
            query = query.where(request.c.closed_at.is_(None) if open else request.c.closed_at.is_not(None))
        if status is not None:
            query = query.where(request.c.status == status)
        if before is not None:
            query = query.where(request.c.id < before)
        due = sa.func.coalesce(request.c.extended_until, request.c.due_at)
        order = (due.is_(None), due, request.c.id) if open else (request.c.id.desc(),)
        return self._made(self._tx.execute(query.order_by(*order).limit(limit)).all())

    def due_before(self, moment: datetime) -> int:
        """How many open, confirmed requests must be answered before ``moment``."""
        due = sa.func.coalesce(request.c.extended_until, request.c.due_at)
        place = (request.c.site_id == self._tx.site, request.c.closed_at.is_(None), request.c.status != "unconfirmed")
        return int(self._tx.execute(sa.select(sa.func.count()).where(*place, due <= moment)).scalar_one())

    def of_subject(self, subject_id: str) -> Sequence[Request]:
        """A person's requests, oldest first."""
        ids = [r.id for r in self._tx.records.of_subject(subject_id)]
        place = (request.c.site_id == self._tx.site, request.c.id.in_(ids))
        return self._made(self._tx.execute(sa.select(request).where(*place).order_by(request.c.id)).all())

    def update(self, request_id: str, **changes: Any) -> Request:
        """Set columns (``status``, ``decision``, ``due_at``, ``extended_until``, ``confirmed_at``, ``closed_at`` …).

        ``plain`` and ``data`` are merged into what is there. Closing sets the event ``request_closed``. Raises
        ``NotFoundError``, and ``ValueError`` for an unknown name.
        """
        plain, data = changes.pop("plain", None), changes.pop("data", None)
        if unknown := set(changes) - set(_COLUMNS):
            raise ValueError(f"a request has no {', '.join(sorted(unknown))}")
        self.get(request_id)
        if changes:
            place = (request.c.site_id == self._tx.site, request.c.id == request_id)
            self._tx.execute(sa.update(request).where(*place).values(changes))
        if plain:
            self._tx.records.note(request_id, **plain)
        if data:
            self._tx.records.change(request_id, data)
        if changes.get("closed_at"):
            self._tx.records.event(request_id, "request_closed", changes["closed_at"], replace=True)
        return self.get(request_id)

    def step(self, request_id: str, system: str, status: str, detail: str = "") -> None:
        """Note how far one system is with a request; the latest word per system stands; idempotent."""
        place = (
            request_step.c.site_id == self._tx.site,
            request_step.c.request_id == request_id,
            request_step.c.system == system,
        )
        values = {"status": status, "detail": detail, "at": self._tx.now}
        if not self._tx.execute(sa.update(request_step).where(*place).values(values)).rowcount:
            row = {"site_id": self._tx.site, "request_id": request_id, "system": system, **values}
            self._tx.execute(sa.insert(request_step), row)

    def _one(self, condition: sa.ColumnElement[bool]) -> Request:
        rows = self._tx.execute(sa.select(request).where(request.c.site_id == self._tx.site, condition)).all()
        if not rows:
            raise NotFoundError("no such request")
        return self._made(rows)[0]

    def _made(self, rows: Any) -> Sequence[Request]:
        records = {r.id: r for r in self._tx.records.many([row.id for row in rows])}
        steps = self._steps([row.id for row in rows])
        return [
            Request(
                id=row.id,
                reference=row.reference,
                activity=records[row.id].activity,
                right=row.right,
                subject=records[row.id].subject,
                data=records[row.id].data,
                plain=records[row.id].plain,
                channel=row.channel,
                language=row.language,
                state=row.state,
                status=row.status,
                decision=row.decision,
                received_at=row.received_at,
                due_at=row.due_at,
                extended_until=row.extended_until,
                confirmed_at=row.confirmed_at,
                closed_at=row.closed_at,
                steps=tuple(steps.get(row.id, ())),
            )
            for row in rows
        ]

    def _steps(self, ids: Any) -> dict[str, Any]:
        place = (request_step.c.site_id == self._tx.site, request_step.c.request_id.in_(ids))
        made: dict[str, Any] = {}
        for row in self._tx.execute(sa.select(request_step).where(*place).order_by(request_step.c.at)):
            made.setdefault(row.request_id, []).append(Step(row.system, row.status, row.detail, row.at))
        return made

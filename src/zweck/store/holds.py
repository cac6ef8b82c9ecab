"""Holds: reasons not to erase yet. Recorded, capped where they can be, reviewed; a missed review alerts, never deletes.

A hold for legal claims beats every cap (Art. 17(3)(e), 18(1)(c) GDPR).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from zweck.declaration.keeping import LEGAL_CLAIMS, STATUTORY_DUTIES
from zweck.errors import NotFoundError
from zweck.evidence import check_word
from zweck.store.ids import new_id
from zweck.store.tables import held, hold, record

if TYPE_CHECKING:
    from zweck.store.transaction import Tx

HOLD_GROUND = "hold"
"""Ground of the restriction that a hold brings: what is kept for one reason only is used for no other."""


@dataclass(frozen=True, slots=True)
class Hold:
    """One hold; open while ``closed_at`` is ``None`` and ``until`` has not come."""

    id: str
    reason: str
    opened_by: str
    opened_at: datetime
    until: datetime | None
    review_at: datetime | None
    alerted_at: datetime | None
    closed_at: datetime | None


_STRONG = sorted(LEGAL_CLAIMS | STATUTORY_DUTIES)
_COLUMNS = tuple(hold.c[name] for name in Hold.__slots__)


class Holds:
    """The site's holds."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def open(
        self,
        record_ids: Sequence[str],
        reason: str,
        by: str,
        until: datetime | None = None,
        review_at: datetime | None = None,
    ) -> str:
        """Hold records back from erasure; ``reason`` and ``by`` are words (``legal_claims``; a desk account's id).

        What is held is restricted (Art. 18); the hold and its reason go into the evidence; gives the hold's id.
        """
        made = new_id(self._tx.now)
        row = {
            "site_id": self._tx.site,
            "id": made,
            "reason": check_word(reason, "the reason of a hold"),
            "opened_by": check_word(by, "who opened a hold"),
            "opened_at": self._tx.now,
            "until": until,
            "review_at": review_at,
        }
        self._tx.execute(sa.insert(hold), row)
        for each in dict.fromkeys(record_ids):  # a declared hold counts from these events
            self._tx.records.event(each, f"held_for_{reason}", replace=True)
            self._tx.records.forget_event(each, f"released_from_{reason}")
        links = [{"site_id": self._tx.site, "record_id": r, "hold_id": made} for r in dict.fromkeys(record_ids)]
        if links:
            self._tx.execute(sa.insert(held), links)
        active = [r.id for r in self._tx.records.many([r["record_id"] for r in links]) if r.status == "active"]
        self._tx.records.restrict(active, until, HOLD_GROUND)
        self._tx.evidence("hold.opened", detail={"hold": made, "reason": reason, "records": len(links)})
        return made

    def close(self, hold_id: str) -> None:
        """End a hold; idempotent; raises ``NotFoundError``."""
        found = self.get(hold_id)
        if found.closed_at is None:
            self._tx.execute(sa.update(hold).where(*self._at(hold_id)).values(closed_at=self._tx.now))
            self._release(hold_id, found.reason)
            self._lift(hold_id)
            self._tx.evidence("hold.closed", detail={"hold": hold_id, "reason": found.reason})

    def get(self, hold_id: str) -> Hold:
        """One hold; raises ``NotFoundError``."""
        row = self._tx.execute(sa.select(*_COLUMNS).where(*self._at(hold_id))).one_or_none()
        if row is None:
            raise NotFoundError(f"no hold {hold_id}")
        return Hold(*row)

    def of(self, record_id: str) -> list[Hold]:
        """The open holds of a record."""
        return self.of_many([record_id]).get(record_id, [])

    def of_many(self, record_ids: Sequence[str]) -> dict[str, list[Hold]]:
        """The open holds of several records, by record; one without is left out."""
        query = sa.select(held.c.record_id, *_COLUMNS).join(hold, self._joined())
        place = (held.c.site_id == self._tx.site, self._tx.among(held.c.record_id, record_ids))
        made: dict[str, list[Hold]] = {}
        for row in self._tx.execute(query.where(*place, *self._open()).order_by(hold.c.id)):
            made.setdefault(row[0], []).append(Hold(*row[1:]))
        return made

    def all_open(self) -> list[Hold]:
        """Every open hold of the site, oldest first."""
        rows = self._tx.execute(sa.select(*_COLUMNS).where(*self._open()).order_by(hold.c.id))
        return [Hold(*row) for row in rows]

    def records_of(self, hold_id: str) -> list[str]:
        """The records under a hold."""
        place = (held.c.site_id == self._tx.site, held.c.hold_id == hold_id)
        return list(self._tx.execute(sa.select(held.c.record_id).where(*place).order_by(held.c.record_id)).scalars())

    def activities_of(self, hold_ids: Sequence[str]) -> set[str]:
        """The activities whose records these holds keep."""
        query = (
            sa.select(record.c.activity)
            .join(held, sa.and_(held.c.site_id == record.c.site_id, held.c.record_id == record.c.id))
            .where(held.c.site_id == self._tx.site, held.c.hold_id.in_(list(hold_ids)))
        )
        return set(self._tx.execute(query.distinct()).scalars())

    def under_hold(self, record_ids: Sequence[str], *, only_strong: bool = False) -> set[str]:
        """Those of ``record_ids`` that an open hold keeps (``only_strong``: for legal claims or by statute)."""
        place = (held.c.site_id == self._tx.site, self._tx.among(held.c.record_id, record_ids))
        query = sa.select(held.c.record_id).where(*place, self.is_open(only_strong=only_strong))
        return set(self._tx.execute(query).scalars())

    def review_missed(self) -> list[Hold]:
        """Open holds whose review is past due."""
        return [h for h in self.all_open() if h.review_at is not None and h.review_at <= self._tx.now]

    def alerted(self, hold_id: str) -> None:
        """Note that the missed review was reported."""
        self._tx.execute(sa.update(hold).where(*self._at(hold_id)).values(alerted_at=self._tx.now))

    def reviewed(self, hold_id: str, next_at: datetime | None) -> None:
        """A person looked at the hold again and keeps it; ``next_at`` is the next review."""
        found = self.get(hold_id)
        self._tx.execute(sa.update(hold).where(*self._at(hold_id)).values(review_at=next_at, alerted_at=None))
        self._tx.evidence("hold.reviewed", detail={"hold": hold_id, "reason": found.reason})

    def _release(self, hold_id: str, reason: str) -> None:
        for each in self.records_of(hold_id):
            if not any(h.reason == reason for h in self.of(each)):
                self._tx.records.event(each, f"released_from_{reason}", replace=True)

    def _lift(self, hold_id: str) -> None:
        """What no other hold keeps is free again; a restriction on another ground stays."""
        ids = self.records_of(hold_id)
        still = self.under_hold(ids)
        restricted = [r.id for r in self._tx.records.many(ids) if r.restriction_ground == HOLD_GROUND]
        self._tx.records.lift([r for r in restricted if r not in still])

    def is_open(self, *, only_strong: bool = False) -> sa.ColumnElement[bool]:
        """SQL: the hold of a row of ``held`` is open now (``only_strong``: and for legal claims or by statute).

        Asked of the hold inside, so that a database starts from the record and not from every hold of the site.
        """
        query = sa.select(sa.literal(1)).where(self._joined(), *self._open()).correlate(held)
        if only_strong:
            query = query.where(hold.c.reason.in_(_STRONG))
        return query.exists()

    def _open(self) -> tuple[sa.ColumnElement[bool], ...]:
        return (
            hold.c.site_id == self._tx.site,
            hold.c.closed_at.is_(None),
            sa.or_(hold.c.until.is_(None), hold.c.until > self._tx.now),
        )

    def _joined(self) -> sa.ColumnElement[bool]:
        return sa.and_(held.c.site_id == hold.c.site_id, held.c.hold_id == hold.c.id)

    def _at(self, hold_id: str) -> tuple[sa.ColumnElement[bool], ...]:
        return (hold.c.site_id == self._tx.site, hold.c.id == hold_id)

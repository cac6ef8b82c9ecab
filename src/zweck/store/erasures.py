"""What was erased, by id: written in the erasing transaction, then noted outside the database by ``journal``.

A backup restored later loses the same records and keys again (Art. 17 GDPR). An id alone says nothing of a person;
one row names up to a thousand, so that a sweep writes few.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

import sqlalchemy as sa

from zweck.store.ids import new_id
from zweck.store.ledger import erasure

if TYPE_CHECKING:
    from zweck.store.transaction import Tx

What = Literal["record", "subject", "anonymised", "consent"]
_PER_ROW = 1000


@dataclass(frozen=True, slots=True)
class Erasure:
    """One erased record or subject of a site."""

    site: str
    kind: str
    erased: str
    at: datetime


class Erasures:
    """The site's list of erased ids."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def note(self, kind: What, ids: list[str]) -> None:
        """Remember that these were erased now."""
        if not ids:
            return
        self._tx.has_erased = True
        rows = [
            {
                "site_id": self._tx.site,
                "id": new_id(self._tx.now),
                "kind": kind,
                "erased_ids": " ".join(ids[start : start + _PER_ROW]),
                "at": self._tx.now,
                "is_noted": False,
            }
            for start in range(0, len(ids), _PER_ROW)
        ]
        self._tx.execute(sa.insert(erasure), rows)

    def list(self, since: datetime | None = None) -> list[Erasure]:
        """Every erasure of the site, oldest first."""
        query = sa.select(erasure.c.kind, erasure.c.erased_ids, erasure.c.at).where(erasure.c.site_id == self._tx.site)
        if since is not None:
            query = query.where(erasure.c.at >= since)
        rows = self._tx.execute(query.order_by(erasure.c.id))
        return [Erasure(self._tx.site, kind, each, at) for kind, ids, at in rows for each in ids.split()]

"""The suppression list: who must not be written to again, known by keyed hash only.

It keeps an objection standing after everything else about the person is erased (Art. 21(3) GDPR).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from zweck.store.normal import normalise
from zweck.store.tables import suppression

if TYPE_CHECKING:
    from zweck.store.transaction import Tx


class Suppression:
    """The site's suppression list."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def add(self, email: str, reason: str) -> None:
        """Never write to ``email`` again; idempotent, the first reason stands."""
        if not self.has(email):
            row = {
                "site_id": self._tx.site,
                "blind": self._blind(email),
                "reason": reason,
                "added_at": self._tx.now,
            }
            self._tx.execute(sa.insert(suppression), row)

    def has(self, email: str) -> bool:
        """Whether ``email`` must not be written to."""
        return self._tx.execute(sa.select(suppression.c.reason).where(*self._place(email))).first() is not None

    def remove(self, email: str) -> None:
        """Take ``email`` off the list (the person subscribed again and confirmed it); idempotent."""
        self._tx.execute(sa.delete(suppression).where(*self._place(email)))

    def remove_rows(self, blinds: Sequence[Any]) -> int:
        """Take entries off by their hash (the sweep's way); gives how many; idempotent."""
        place = (suppression.c.site_id == self._tx.site, suppression.c.blind.in_(list(blinds)))
        return int(self._tx.execute(sa.delete(suppression).where(*place)).rowcount)

    def count(self) -> int:
        """How many addresses are on the list."""
        query = sa.select(sa.func.count()).where(suppression.c.site_id == self._tx.site)
        return int(self._tx.execute(query).scalar_one())

    def _place(self, email: str) -> tuple[sa.ColumnElement[bool], ...]:
        return (suppression.c.site_id == self._tx.site, suppression.c.blind == self._blind(email))

    def _blind(self, email: str) -> bytes:
        return self._tx.vault.blind(self._tx.site, "suppression", normalise("email", email))

"""Rate limits: how often something may happen in a window, counted under a keyed hash that is soon forgotten.

The key may be an address of any kind; it is never stored (Art. 5(1)(c) GDPR).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa

from zweck.store.tables import limit as limit_hit

if TYPE_CHECKING:
    from zweck.store.transaction import Tx


class Limits:
    """The site's counters."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def hit(self, key: str, limit: int, window: timedelta) -> bool:
        """Count one more under ``key``; whether it is still within ``limit`` in the present window.

        The count is kept only when the transaction commits: count before the work, in a transaction of its own.
        """
        from sqlalchemy.dialects import postgresql, sqlite

        number = int(self._tx.now.timestamp() // window.total_seconds())
        ends = datetime.fromtimestamp((number + 1) * window.total_seconds(), UTC)
        blind = self._tx.vault.blind(self._tx.site, "limit", f"{number}:{window.total_seconds()}:{key}")
        row = {"site_id": self._tx.site, "blind": blind, "hits": 1, "ends_at": ends}
        insert = (postgresql.insert if self._tx.is_postgres else sqlite.insert)(limit_hit).values(row)
        counted = insert.on_conflict_do_update(
            index_elements=[limit_hit.c.site_id, limit_hit.c.blind], set_={"hits": limit_hit.c.hits + 1}
        )
        return int(self._tx.execute(counted.returning(limit_hit.c.hits)).scalar_one()) <= limit

    def prune(self) -> int:
        """Forget the windows that are over; gives how many."""
        place = (limit_hit.c.site_id == self._tx.site, limit_hit.c.ends_at <= self._tx.now)
        return int(self._tx.execute(sa.delete(limit_hit).where(*place)).rowcount)

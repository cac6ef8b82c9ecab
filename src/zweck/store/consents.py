"""Consents: every choice on the consent layer, one row each, known by a keyed hash of the visitor's consent id.

A later choice never overwrites an earlier one: the rows are the proof (Art. 7(1) GDPR, § 25 TDDDG).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from zweck.store.ids import new_id
from zweck.store.tables import consent

if TYPE_CHECKING:
    from zweck.store.transaction import Tx


@dataclass(frozen=True, slots=True)
class Consent:
    """One choice: per purpose yes or no, how it was made, and the hash of what was shown."""

    id: str
    seq: int
    choices: dict[str, bool]
    action: str
    method: str
    language: str
    shown: str
    gpc: bool
    recorded_at: datetime

    def digest(self) -> str:
        """A word over every field; it stands in the evidence, so that a changed row no longer matches its proof."""
        said = {name: getattr(self, name) for name in self.__slots__}
        said["recorded_at"] = self.recorded_at.isoformat()
        text = json.dumps(said, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return "c" + hashlib.sha256(text.encode()).hexdigest()


_COLUMNS = tuple(consent.c[name] for name in Consent.__slots__)


class Consents:
    """The site's consents."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def add(
        self,
        consent_id: str,
        choices: Mapping[str, bool],
        action: str,
        method: str,
        language: str,
        shown: str,
        gpc: bool = False,
    ) -> int:
        """Record a choice; gives its number for this consent id, from 1."""
        blind = self._blind(consent_id)
        if self._tx.is_postgres:
            lock = int.from_bytes(blind[:8], "big", signed=True)
            self._tx.execute(sa.select(sa.func.pg_advisory_xact_lock(lock)))
        last = self._tx.execute(sa.select(sa.func.max(consent.c.seq)).where(*self._place(blind))).scalar()
        row = {
            "site_id": self._tx.site,
            "id": new_id(self._tx.now),
            "blind": blind,
            "seq": (last or 0) + 1,
            "choices": {name: bool(value) for name, value in choices.items()},
            "action": action,
            "method": method,
            "language": language,
            "shown": shown,
            "gpc": gpc,
            "recorded_at": self._tx.now,
        }
        self._tx.execute(sa.insert(consent), row)
        return int(last or 0) + 1

    def of(self, consent_id: str) -> list[Consent]:
        """Every choice under a consent id, oldest first."""
        query = sa.select(*_COLUMNS).where(*self._place(self._blind(consent_id))).order_by(consent.c.seq)
        return [Consent(*row) for row in self._tx.execute(query)]

    def current(self, consent_id: str) -> Consent | None:
        """The choice in force."""
        query = sa.select(*_COLUMNS).where(*self._place(self._blind(consent_id)))
        row = self._tx.execute(query.order_by(consent.c.seq.desc()).limit(1)).one_or_none()
        return Consent(*row) if row else None

    def many(self, ids: Sequence[str]) -> list[Consent]:
        """Those of the rows ``ids`` that are still there."""
        query = sa.select(*_COLUMNS).where(consent.c.site_id == self._tx.site, consent.c.id.in_(list(ids)))
        return [Consent(*row) for row in self._tx.execute(query)]

    def count(self) -> int:
        """How many choices are on record."""
        query = sa.select(sa.func.count()).where(consent.c.site_id == self._tx.site)
        return int(self._tx.execute(query).scalar_one())

    def erase(self, consent_id: str) -> int:
        """Erase every choice under a consent id; gives how many; idempotent."""
        return self._erase(self._place(self._blind(consent_id)))

    def erase_rows(self, ids: Sequence[str]) -> int:
        """Erase choices by row id (the sweep's way); gives how many; idempotent."""
        return self._erase((consent.c.site_id == self._tx.site, self._tx.among(consent.c.id, ids)))

    def _erase(self, place: tuple[sa.ColumnElement[bool], ...]) -> int:
        done = list(self._tx.execute(sa.delete(consent).where(*place).returning(consent.c.id)).scalars())
        self._tx.erasures.note("consent", done)
        return len(done)

    def _place(self, blind: bytes) -> tuple[sa.ColumnElement[bool], ...]:
        return (consent.c.site_id == self._tx.site, consent.c.blind == blind)

    def _blind(self, consent_id: str) -> bytes:
        return self._tx.vault.blind(self._tx.site, "consent_id", consent_id)

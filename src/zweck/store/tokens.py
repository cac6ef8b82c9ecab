"""Tokens for links in mails: random, kept only as a keyed hash, for one purpose, once, and not for long.

They confirm that a person reads the address they gave (Art. 7(1), 12(6) GDPR).
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa

from zweck.store.tables import token

if TYPE_CHECKING:
    from zweck.store.transaction import Tx


class Tokens:
    """The site's tokens."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def issue(self, purpose: str, record_id: str, valid: timedelta = timedelta(days=7)) -> str:
        """A fresh token of 256 bits for a record; it is known to nobody but its receiver."""
        made = secrets.token_urlsafe(32)
        row = {
            "site_id": self._tx.site,
            "hash": self._hash(made),
            "purpose": purpose,
            "record_id": record_id,
            "expires_at": self._tx.now + valid,
            "used_at": None,
        }
        self._tx.execute(sa.insert(token), row)
        return made

    def peek(self, text: str, purpose: str) -> str | None:
        """The record that a valid, unused token is for, without using it up."""
        query = sa.select(token.c.record_id).where(*self._valid(text, purpose))
        return self._tx.execute(query).scalar_one_or_none()

    def redeem(self, text: str, purpose: str) -> str | None:
        """Use a token up; gives its record once, then ``None``."""
        done = self._tx.execute(
            sa.update(token)
            .where(*self._valid(text, purpose))
            .values(used_at=self._tx.now)
            .returning(token.c.record_id)
        )
        return done.scalar_one_or_none()

    def revoke(self, record_id: str, purpose: str) -> None:
        """Make a record's tokens for ``purpose`` void; idempotent."""
        place = (token.c.site_id == self._tx.site, token.c.record_id == record_id, token.c.purpose == purpose)
        self._tx.execute(sa.delete(token).where(*place))

    def prune(self) -> int:
        """Remove tokens that can no longer be used; gives how many."""
        over = sa.or_(token.c.expires_at <= self._tx.now, token.c.used_at.is_not(None))
        return int(self._tx.execute(sa.delete(token).where(token.c.site_id == self._tx.site, over)).rowcount)

    def _valid(self, text: str, purpose: str) -> tuple[sa.ColumnElement[bool], ...]:
        return (
            token.c.site_id == self._tx.site,
            token.c.hash == self._hash(text),
            token.c.purpose == purpose,
            token.c.used_at.is_(None),
            token.c.expires_at > self._tx.now,
        )

    def _hash(self, text: str) -> bytes:
        return self._tx.vault.blind(self._tx.site, "token", text)

"""The desk's people: who may log in, in which role, and their sessions (Art. 32(4) GDPR).

Passwords are kept as Argon2id hashes; a login is found by blind index; sessions are known by a keyed hash.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from zweck.errors import NotFoundError, RefusedError
from zweck.store.ids import new_id
from zweck.store.normal import normalise
from zweck.store.seal import seal, unseal
from zweck.store.tables import person, session

if TYPE_CHECKING:
    from argon2 import PasswordHasher

    from zweck.store.transaction import Tx

ROLES = ("officer", "recruiter", "reader")
MIN_PASSWORD = 12


@dataclass(frozen=True, slots=True)
class Person:
    """One who may use the desk."""

    id: str
    login: str = field(repr=False)
    role: str
    created_at: datetime
    seen_at: datetime | None


@lru_cache(maxsize=1)
def hasher() -> PasswordHasher:
    """Argon2id with the library's recommended cost."""
    from argon2 import PasswordHasher

    return PasswordHasher()


@lru_cache(maxsize=1)
def _decoy() -> str:
    return hasher().hash(secrets.token_urlsafe(16))


class People:
    """The site's desk accounts and sessions."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def add(self, login: str, password: str, role: str = "officer") -> str:
        """Add a desk account; gives its id; raises ``RefusedError`` for a known login, weak password, unknown role."""
        if role not in ROLES:
            raise RefusedError(f"a role of the desk is one of {', '.join(ROLES)}")
        if self._by_login(login) is not None:
            raise RefusedError("there is an account with this login already")
        made = new_id(self._tx.now)
        row = {
            "site_id": self._tx.site,
            "id": made,
            "blind": self._blind(login),
            "sealed": seal(self._secret(), login.encode("utf-8", "surrogatepass"), self._place(made)),
            "password_hash": _hashed(password),
            "role": role,
            "created_at": self._tx.now,
        }
        self._tx.execute(sa.insert(person), row)
        return made

    def verify(self, login: str, password: str) -> Person | None:
        """The person whose login and password these are; takes as long when there is none."""
        from argon2.exceptions import InvalidHashError, VerificationError

        row = self._by_login(login)
        try:
            hasher().verify(row.password_hash if row else _decoy(), password)
        except (VerificationError, InvalidHashError):
            return None
        return self._made(row) if row else None

    def get(self, person_id: str) -> Person:
        """One account; raises ``NotFoundError``."""
        row = self._tx.execute(sa.select(person).where(*self._at(person_id))).one_or_none()
        if row is None:
            raise NotFoundError("no such desk account")
        return self._made(row)

    def list(self) -> list[Person]:
        """Every account, oldest first."""
        query = sa.select(person).where(person.c.site_id == self._tx.site).order_by(person.c.id)
        return [self._made(row) for row in self._tx.execute(query)]

    def set_password(self, person_id: str, password: str) -> None:
        """A new password; every session of the account ends."""
        self._tx.execute(sa.update(person).where(*self._at(person_id)).values(password_hash=_hashed(password)))
        self._tx.execute(sa.delete(session).where(session.c.site_id == self._tx.site, session.c.person_id == person_id))

    def remove(self, person_id: str) -> None:
        """Remove an account and its sessions; idempotent."""
        self._tx.execute(sa.delete(person).where(*self._at(person_id)))

    def open_session(self, person_id: str, valid: timedelta = timedelta(hours=10)) -> str:
        """A fresh session's secret, for the cookie."""
        made = secrets.token_urlsafe(32)
        row = {
            "site_id": self._tx.site,
            "hash": self._session_hash(made),
            "person_id": person_id,
            "opened_at": self._tx.now,
            "seen_at": self._tx.now,
            "expires_at": self._tx.now + valid,
        }
        self._tx.execute(sa.insert(session), row)
        self._tx.execute(sa.update(person).where(*self._at(person_id)).values(seen_at=self._tx.now))
        return made

    def find_session(self, secret: str) -> Person | None:
        """The person behind a session that has not expired."""
        query = (
            sa.select(person)
            .join(session, sa.and_(session.c.site_id == person.c.site_id, session.c.person_id == person.c.id))
            .where(*self._session(secret), session.c.expires_at > self._tx.now)
        )
        row = self._tx.execute(query).one_or_none()
        return self._made(row) if row else None

    def touch_session(self, secret: str, idle: timedelta, longest: timedelta = timedelta(hours=10)) -> None:
        """Keep a session that is in use alive for ``idle`` more, at most ``longest`` from its opening."""
        now = self._tx.now
        in_use = (session.c.expires_at > now, session.c.opened_at > now - longest)
        place = (*self._session(secret), *in_use, session.c.seen_at <= now - timedelta(minutes=1))
        self._tx.execute(sa.update(session).where(*place).values(seen_at=now, expires_at=now + idle))

    def factor(self, person_id: str) -> bytes | None:
        """The secret of the second factor, or ``None`` where the account has none."""
        row = self._tx.execute(sa.select(person.c.sealed_factor).where(*self._at(person_id))).one_or_none()
        sealed = row.sealed_factor if row else None
        return unseal(self._secret(), sealed, f"{self._place(person_id)}/factor") if sealed else None

    def set_factor(self, person_id: str, factor: bytes | None) -> None:
        """Set the second factor, or take it away."""
        sealed = seal(self._secret(), factor, f"{self._place(person_id)}/factor") if factor else None
        self._tx.execute(sa.update(person).where(*self._at(person_id)).values(sealed_factor=sealed))

    def close_session(self, secret: str) -> None:
        """End a session; idempotent."""
        self._tx.execute(sa.delete(session).where(*self._session(secret)))

    def prune(self) -> int:
        """Remove expired sessions; gives how many."""
        place = (session.c.site_id == self._tx.site, session.c.expires_at <= self._tx.now)
        return int(self._tx.execute(sa.delete(session).where(*place)).rowcount)

    def _by_login(self, login: str) -> Any:
        place = (person.c.site_id == self._tx.site, person.c.blind == self._blind(login))
        return self._tx.execute(sa.select(person).where(*place)).one_or_none()

    def _made(self, row: Any) -> Person:
        login = unseal(self._secret(), row.sealed, self._place(row.id)).decode("utf-8", "surrogatepass")
        return Person(row.id, login, row.role, row.created_at, row.seen_at)

    def _at(self, person_id: str) -> tuple[sa.ColumnElement[bool], ...]:
        return (person.c.site_id == self._tx.site, person.c.id == person_id)

    def _session(self, secret: str) -> tuple[sa.ColumnElement[bool], ...]:
        return (session.c.site_id == self._tx.site, session.c.hash == self._session_hash(secret))

    def _session_hash(self, secret: str) -> bytes:
        return self._tx.vault.blind(self._tx.site, "session", secret)

    def _blind(self, login: str) -> bytes:
        return self._tx.vault.blind(self._tx.site, "login", normalise("email", login))

    def _secret(self) -> bytes:
        return self._tx.vault.derive(f"desk:{self._tx.site}")

    def _place(self, person_id: str) -> str:
        return f"{self._tx.site}/person/{person_id}"


def _hashed(password: str) -> str:
    if len(password) < MIN_PASSWORD:
        raise RefusedError(f"a password of the desk needs at least {MIN_PASSWORD} characters")
    return hasher().hash(password)

"""Who may enter the desk: the first officer by a link that the server prints, then logins with Argon2id and a code.

Guessing is slowed per address and per login; a wrong login, password or code all look the same. A session ends after
thirty minutes without use (Art. 32(1)(b), (4) GDPR).
"""

from __future__ import annotations

import base64
import hmac
import secrets
from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from zweck.desk.factor import step_of

if TYPE_CHECKING:
    from zweck.store import Person, Store

IDLE = timedelta(minutes=30)
WINDOW = timedelta(minutes=15)
PER_ADDRESS, PER_LOGIN = 20, 10
"""Attempts within the window."""
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


class TooOften(Exception):
    """Too many attempts to log in within the window."""


def setup_token(store: Store, sites: Iterable[str]) -> str | None:
    """The secret that lets the first officer in; ``None`` once every site has an account.

    It follows from the master key, so it need not be kept, and it opens nothing after the first account is made.
    """
    return _setup_secret(store) if without_accounts(store, sites) else None


def without_accounts(store: Store, sites: Iterable[str]) -> list[str]:
    """Those of ``sites`` that nobody can log in to yet."""
    return [site for site in sites if not _has_accounts(store, site)]


def is_setup_token(store: Store, token: str, site: str) -> bool:
    """Whether ``token`` may still create the first account of ``site``."""
    is_right = hmac.compare_digest(token.encode("utf-8", "replace"), _setup_secret(store).encode())
    return is_right and not _has_accounts(store, site)


def create_first(store: Store, sites: Iterable[str], login: str, password: str) -> None:
    """Make the first officer on every one of ``sites`` that has no account.

    Raises ``RefusedError`` for a weak password. Idempotent: of two at once, one wins on each site.
    """
    for site in sites:
        with store.begin(site) as tx:
            if not tx.people.list():
                made = tx.people.add(login, password, "officer")
                tx.evidence("desk.first_officer", detail={"person": made})


def _has_accounts(store: Store, site: str) -> bool:
    with store.read(site) as tx:
        return bool(tx.people.list())


def _setup_secret(store: Store) -> str:
    return base64.urlsafe_b64encode(store.vault.derive("desk:setup")).decode().rstrip("=")


def log_in(store: Store, site: str, login: str, password: str, code: str, address: str) -> str | None:
    """Open a session; gives its secret, or ``None`` when login, password or code are wrong.

    Raises ``TooOften``. The attempt is counted in a transaction of its own before anything is compared.
    """
    with store.begin(site) as tx:
        is_few = tx.limits.hit(f"desk:from:{address}", PER_ADDRESS, WINDOW)
        if not (tx.limits.hit(f"desk:login:{login.strip().casefold()}", PER_LOGIN, WINDOW) and is_few):
            is_few = False
    if not is_few:
        raise TooOften
    with store.read(site) as tx:
        found = tx.people.verify(login, password)
    return _open(store, site, found, code) if found else None


def _open(store: Store, site: str, found: Person, code: str) -> str | None:
    with store.begin(site) as tx:
        factor = tx.people.factor(found.id)
        if factor is not None:
            step = step_of(factor, code, tx.now)
            if step is None or not tx.limits.hit(f"desk:code:{found.id}:{step}", 1, timedelta(hours=1)):
                return None
        tx.people.prune()
        tx.evidence("desk.login", detail={"person": found.id, "role": found.role, "factor": factor is not None})
        return str(tx.people.open_session(found.id, IDLE))


def find_person(store: Store, site: str, secret: str) -> Person | None:
    """The person behind a session in use; keeps it alive."""
    if not secret:
        return None
    with store.begin(site) as tx:
        found: Person | None = tx.people.find_session(secret)
        if found is not None:
            tx.people.touch_session(secret, IDLE)
    return found


def new_password() -> str:
    """A password that can be read out: 100 bits in groups."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(5)) for _ in range(4))

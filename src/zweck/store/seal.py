"""Sealing: AES-256-GCM per subject, subject keys wrapped by the installation's key, blind indexes by HMAC.

Destroying a wrapped key makes everything sealed with it unreadable, in backups too (Art. 17, 32(1)(a) GDPR). The
ciphertext is bound to its place (site, table, row, column), so it cannot be moved to another person's row.
"""

from __future__ import annotations

import hashlib
import hmac
import os

from zweck.errors import IntegrityError

_VERSION = b"\x01"


class Vault:
    """Derives every key from the installation's master key (HKDF-SHA256); holds no other secret."""

    def __init__(self, master: bytes) -> None:
        self._master = master
        self._derived: dict[str, bytes] = {}

    def derive(self, purpose: str) -> bytes:
        """The 256-bit key for ``purpose``."""
        found = self._derived.get(purpose)
        if found is None:
            from cryptography.hazmat.primitives.hashes import SHA256
            from cryptography.hazmat.primitives.kdf.hkdf import HKDF

            found = HKDF(SHA256(), 32, b"zweck-1", purpose.encode()).derive(self._master)
            self._derived[purpose] = found
        return found

    def new_key(self, place: str) -> tuple[bytes, bytes]:
        """A fresh key and its wrapped form, bound to ``place``."""
        fresh = os.urandom(32)
        return fresh, seal(self.derive("wrap"), fresh, place)

    def unwrap(self, wrapped: bytes, place: str) -> bytes:
        """The key in ``wrapped``; raises ``IntegrityError``."""
        return unseal(self.derive("wrap"), wrapped, place)

    def blind(self, site: str, name: str, value: str) -> bytes:
        """The keyed hash of a normalised value: equal values meet, nobody without the key can compute it."""
        return hmac.digest(
            self.derive(f"blind:{site}"), f"{name}\0{value}".encode("utf-8", "surrogatepass"), hashlib.sha256
        )


def seal(key: bytes, content: bytes, place: str) -> bytes:
    """``content`` encrypted and bound to ``place``."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, content, place.encode())


def unseal(key: bytes, sealed: bytes, place: str) -> bytes:
    """What ``seal`` was given; raises ``IntegrityError`` when key, place or content do not fit."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        if sealed[:1] != _VERSION:
            raise ValueError
        return AESGCM(key).decrypt(sealed[1:13], sealed[13:], place.encode())
    except (InvalidTag, ValueError):
        raise IntegrityError(f"sealed data at {place} was altered, or belongs to another master key") from None

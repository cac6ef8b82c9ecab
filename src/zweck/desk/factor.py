"""The second factor: codes from the time, six digits, thirty seconds (RFC 6238 over RFC 4226, SHA-1 as apps expect).

A code counts once and one step early or late; the secret is sealed in the store (Art. 32(1) GDPR).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from datetime import datetime
from urllib.parse import quote, urlencode

STEP = 30
DIGITS = 6
DRIFT = 1
"""Steps that a telephone's clock may be off."""


def new_secret() -> bytes:
    """160 random bits."""
    return secrets.token_bytes(20)


def code_at(secret: bytes, counter: int) -> str:
    """The code of one step of thirty seconds."""
    digest = hmac.digest(secret, counter.to_bytes(8, "big"), hashlib.sha1)
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def step_of(secret: bytes, code: str, now: datetime) -> int | None:
    """The step whose code this is, now or one step away; ``None`` for a wrong code."""
    typed = "".join(c for c in code if not c.isspace()).encode()
    present = int(now.timestamp()) // STEP
    steps = range(present - DRIFT, present + DRIFT + 1)
    return next((s for s in steps if hmac.compare_digest(code_at(secret, s).encode(), typed)), None)


def as_text(secret: bytes) -> str:
    """The secret as people type it into an app: base32 in groups of four."""
    text = base64.b32encode(secret).decode().rstrip("=")
    return " ".join(text[i : i + 4] for i in range(0, len(text), 4))


def from_text(text: str) -> bytes | None:
    """The secret that ``as_text`` wrote, or ``None`` when it is none."""
    plain = "".join(text.split()).upper()
    try:
        found = base64.b32decode(plain + "=" * (-len(plain) % 8))
    except ValueError:
        return None
    return found if len(found) == 20 else None


def address(secret: bytes, login: str, issuer: str) -> str:
    """The ``otpauth:`` address that an authenticator app opens."""
    query = urlencode({"secret": as_text(secret).replace(" ", ""), "issuer": issuer, "digits": DIGITS, "period": STEP})
    return f"otpauth://totp/{quote(issuer)}:{quote(login)}?{query}"

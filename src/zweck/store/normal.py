"""Identifiers in one form, so that the same address is found however it was typed: NFKC, casefold, IDNA.

Only the blind index uses this form; what a person typed is kept sealed as it was.
"""

from __future__ import annotations

import unicodedata

import idna


def normalise(name: str, value: str) -> str:
    """The comparable form of an identifier called ``name`` (``email``, ``phone`` or any other)."""
    text = unicodedata.normalize("NFKC", value).strip()
    if name == "email":
        return _mail(text)
    if name == "phone":
        return _phone(text)
    return text.casefold()


def _mail(text: str) -> str:
    local, at, domain = text.rpartition("@")
    return f"{local.casefold()}{at}{ascii_domain(domain)}" if at else text.casefold()


def ascii_domain(domain: str) -> str:
    """A mail domain in its ASCII form (IDNA 2008 with the mapping of UTS 46); other text only folded."""
    try:
        return idna.encode(domain, uts46=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        return domain.casefold()


def _phone(text: str) -> str:
    digits = "".join(c for c in text if c.isdigit() and c.isascii())
    if text.startswith("+"):
        return "+" + digits.replace("+", "")
    return "+" + digits[2:] if digits.startswith("00") else digits

"""What sampled values look like: e-mail, telephone, IP, IBAN, postcode, date of birth, free text.

Pure: values in, a category and the name of a pattern out; no value leaves (Art. 5(1)(c) GDPR). A pattern counts when
most of the values have it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from ipaddress import ip_address
from typing import Any

_MOST = 0.8
_LEAST = 3
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)+")
_PHONE = re.compile(r"(?:\+|00?)[1-9][\d ()/.-]{5,18}\d")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_POSTCODE = re.compile(r"(?:D-)?\d{5}")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d\d?)\.(\d\d?)\.(\d{4})")
_STREET = re.compile(
    r"[^\d]{3,}(?:str(?:aße|asse|\.)?|weg|platz|allee|gasse|ring|damm|ufer|street|road|avenue|lane)\.? *\d+ ?[a-z]?",
    re.I,
)
_WORDS = 5
_OLDEST, _YOUNGEST = 1920, 2012
_SPREAD = 8


def show(values: Sequence[Any], kind: str) -> tuple[str, float, str] | None:
    """Category, confidence and pattern of a column's values; ``None`` if they show nothing."""
    told = [text for value in values if value is not None and (text := str(value).strip())]
    if len(told) < _LEAST:
        return None
    for pattern, category, confidence, test in _PATTERNS:
        if (kind != "number" or pattern in _NUMERIC) and sum(map(test, told)) >= _MOST * len(told):
            return category, confidence, pattern
    if kind != "number" and _are_births(told):
        return "birth-date", 0.7, "birth-date"
    return None


def _is_ip(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return "." in text or ":" in text


def _is_iban(text: str) -> bool:
    packed = text.replace(" ", "").upper()
    if not _IBAN.fullmatch(packed):
        return False
    return int("".join(str(int(c, 36)) for c in packed[4:] + packed[:4])) % 97 == 1


def _is_phone(text: str) -> bool:
    return bool(_PHONE.fullmatch(text)) and not _DAY.fullmatch(text)


def _is_free(text: str) -> bool:
    words = [word for word in text.split() if word.strip(".,;:!?").isalpha()]
    return len(words) >= _WORDS and not text.startswith(("<", "{", "[", "a:", "SELECT "))


def _are_births(told: Sequence[str]) -> bool:
    """Days of many different years, all long enough ago: nobody orders or registers like that."""
    years = set()
    for text in told:
        found = _DAY.match(text)
        if not found or not _is_day(found):
            return False
        years.add(int(found[1] or found[6]))
    return len(years) >= min(_SPREAD, len(told)) and min(years) >= _OLDEST and max(years) <= _YOUNGEST


def _is_day(found: re.Match[str]) -> bool:
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: bool(pattern.fullmatch(text))


_PATTERNS: tuple[tuple[str, str, float, Callable[[str], bool]], ...] = (
    ("email", "email", 0.98, _matches(_EMAIL)),
    ("ip", "online-identifiers", 0.95, _is_ip),
    ("iban", "bank", 0.98, _is_iban),
    ("phone", "phone", 0.8, _is_phone),
    ("street", "address", 0.85, _matches(_STREET)),
    ("postcode", "address", 0.45, _matches(_POSTCODE)),
    ("free-text", "content", 0.45, _is_free),
)
_NUMERIC = frozenset(("postcode",))

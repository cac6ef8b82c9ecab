"""What may stand in evidence: numbers, yes and no, words and ids; never anything that could be about a person.

Evidence outlives the data it is about, so it must not be data itself (Art. 5(1)(c) and (e) GDPR).
"""

from __future__ import annotations

import ipaddress
import math
import re
from collections.abc import Mapping
from typing import Any

from zweck.errors import RefusedError

MAX_LENGTH = 200
_KEY = re.compile(r"[a-z][a-z0-9_]{0,60}\Z")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/()+-]*\Z")
_NUMBER = re.compile(r"\+?[0-9() /-]{6,}\Z")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def check_detail(detail: Mapping[str, Any]) -> dict[str, Any]:
    """``detail`` in the form that evidence keeps; raises ``RefusedError`` naming the key that may not stand there."""
    checked: dict[str, Any] = {}
    for key, value in detail.items():
        if not _KEY.match(str(key)):
            raise RefusedError("evidence: a key of detail must be a lower-case word")
        checked[key] = _value(key, value)
    return checked


def check_word(word: str, what: str) -> str:
    """``word`` if it is a plain word or id (or empty); raises ``RefusedError``, which does not repeat it."""
    if not isinstance(word, str) or len(word) > MAX_LENGTH or (word and not _WORD.match(word)) or _telling(word):
        raise RefusedError(f"evidence: {what} must be a word or an id, no text and nothing personal")
    return word


def _value(key: str, value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        if abs(value) >= 2**53:
            raise RefusedError(f"evidence: detail {key} is too large a number")
        return value
    if isinstance(value, float):
        return _number(key, value)
    if isinstance(value, list | tuple):
        if len(value) > 100:
            raise RefusedError(f"evidence: detail {key} lists more than 100 words")
        return [_value(key, item) for item in value if not isinstance(item, list | tuple)]
    if isinstance(value, str):
        return check_word(value, f"detail {key}")
    raise RefusedError(f"evidence: detail {key} must be a number, yes or no, a word or an id")


def _number(key: str, value: float) -> int | float:
    if not math.isfinite(value) or abs(value) >= 1e15:
        raise RefusedError(f"evidence: detail {key} is no finite number")
    rounded = round(value, 3)
    return int(rounded) if rounded == int(rounded) else rounded


def _telling(word: str) -> bool:
    """Whether a word without spaces can still be about a person: an address, a telephone number, an IP address."""
    if "@" in word or (_NUMBER.match(word) and not _DATE.match(word)):
        return True
    try:
        ipaddress.ip_address(word)
    except ValueError:
        return False
    return True

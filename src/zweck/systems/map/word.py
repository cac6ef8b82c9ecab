"""Identifiers as words: ``OXBILLFNAME``, ``kundenStrasse``, ``usr_first_name`` become lists of words.

Pure. Case, underscores, umlauts, digits, prefixes that a whole schema shares and words written together are undone, so
that one dictionary serves every way of writing a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

_FOLD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e", "á": "a", "ó": "o"})
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_MEMBER = 0.7
_SHORTEST, _LONGEST = 2, 4
_NO_PREFIX = frozenset(("id", "is", "fk", "pk", "nr", "no", "ip", "has", "date"))


@lru_cache(maxsize=65536)
def split(name: str) -> tuple[str, ...]:
    """The parts of an identifier in lower case, umlauts folded; digits are parts of their own."""
    folded = name.translate(_FOLD).translate({ord("Ä"): "Ae", ord("Ö"): "Oe", ord("Ü"): "Ue"})
    return tuple(part.lower() for part in _PARTS.findall(folded))


@lru_cache(maxsize=65536)
def words(name: str, known: frozenset[str], prefix: str = "") -> tuple[str, ...]:
    """An identifier as known words where it can be one, without the prefix of its schema."""
    parts = split(name)
    if prefix and parts and parts[0].startswith(prefix) and (len(parts) > 1 or parts[0] != prefix):
        rest = parts[0][len(prefix) :]
        parts = ((rest,) if rest else ()) + parts[1:]
    return tuple(word for part in parts for word in _known(part, known))


@lru_cache(maxsize=32768)
def _known(part: str, known: frozenset[str]) -> tuple[str, ...]:
    """``billfname`` is ``bill`` and ``fname`` when both are known; the fewest words win, else the part stays whole."""
    if part in known or part.isdigit() or len(part) > 40:
        return (part,)
    best: list[tuple[str, ...] | None] = [()] + [None] * len(part)
    for end in range(1, len(part) + 1):
        for start in range(max(0, end - 20), end):
            before = best[start]
            if before is None or part[start:end] not in known or end - start < _SHORTEST:
                continue
            found = (*before, part[start:end])
            present = best[end]
            if present is None or _cost(found) < _cost(present):
                best[end] = found
    whole = best[-1]
    return whole if whole and min(map(len, whole)) > 1 else (part,)


def _cost(found: tuple[str, ...]) -> tuple[int, int]:
    return len(found), -max(map(len, found))


def shared_prefix(names: Iterable[str], known: frozenset[str] = frozenset()) -> str:
    """A short beginning that most names share (``ox``, ``wp``) and that is no known word; empty if none."""
    first = [parts[0] for parts in map(split, names) if parts]
    if len(first) < 4:
        return ""
    for size in range(_LONGEST, _SHORTEST - 1, -1):
        counted = Counter(word[:size] for word in first if len(word) >= size and word not in known)
        if counted and (top := counted.most_common(1)[0])[1] >= _MEMBER * len(first):
            return "" if top[0] in _NO_PREFIX else top[0]
    return ""


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A rough singular of English and German table names: ``customers``, ``addresses``, ``companies``, ``adressen``."""
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("sse", "ss"), ("ss", "ss"), ("us", "us")):
        if word.endswith(ending) and len(word) > 4:
            return word.removesuffix(ending) + instead
    return word[:-1] if word.endswith("s") and len(word) > 3 else word

"""Patterns that first look whether any of their words stands in the text at all.

Most patterns match nothing in most sentences. Every alternative of a pattern must contain some fixed letters; if
none of them occurs, the search ends after a few fast look-ups. Case does not matter.
"""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\.")
_OPTIONAL = re.compile(r".(?:[?*]|\{\d*,?\d*\})[?+]?", re.DOTALL)
_CUT = re.compile(r"[\n^$.+]")
_PREFIX = re.compile(r"\?(?:[a-zA-Z]*:|P<\w+>)")
_last: tuple[str, str] = ("", "")


def _lowered(text: str) -> str:
    """The text in small letters; the last one is kept, because many patterns look at one text in turn."""
    global _last
    if _last[0] is not text:
        _last = (text, text.lower())
    return _last[1]


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern at its outermost level; a group around the whole is opened."""
    parts, depth, in_class, start, i = [], 0, False, 0, 0
    while i < len(pattern):
        c = pattern[i]
        if c == "\\":
            i += 1
        elif in_class:
            in_class = c != "]"
        elif c == "[":
            in_class = True
        elif c == "(":
            depth += 1
        elif c == ")":
            depth -= 1
        elif c == "|" and depth == 0:
            parts.append(pattern[start:i])
            start = i + 1
        i += 1
    parts.append(pattern[start:])
    if len(parts) == 1 and pattern.startswith("(?:") and pattern.endswith(")") and _closes(pattern) == len(pattern) - 1:
        return _alternatives(pattern[3:-1])
    return parts


def _closes(pattern: str) -> int:
    depth, in_class, i = 0, False, 0
    while i < len(pattern):
        c = pattern[i]
        if c == "\\":
            i += 1
        elif in_class:
            in_class = c != "]"
        elif c == "[":
            in_class = True
        elif c == "(":
            depth += 1
        elif c == ")":
            depth -= 1
            if depth == 0:
                return i
        i += 1
    return -1


def _flat(alternative: str) -> str:
    """An alternative without its groups and classes, a line break where they stood."""
    out, depth, in_class, i = [], 0, False, 0
    text = _ESCAPE.sub("\n", alternative)
    while i < len(text):
        c = text[i]
        if in_class:
            in_class = c != "]"
            if not in_class:
                out.append("\n")
        elif c == "[":
            in_class = True
        elif c == "(":
            depth += 1
        elif c == ")":
            depth -= 1
            out.append("\n")
        elif depth == 0:
            out.append(c)
        i += 1
    return "".join(out)


def _of_group(alternative: str) -> tuple[str, ...]:
    """The stems of the first group that must match, for alternatives whose letters all stand in groups."""
    i = alternative.find("(")
    while 0 <= i < len(alternative):
        end = i + _closes(alternative[i:])
        prefix = _PREFIX.match(alternative, i + 1)
        must = prefix and end > i and alternative[end + 1 : end + 2] not in ("?", "*", "{")
        if prefix and must and (found := stems_of(alternative[prefix.end() : end])):
            return found
        i = alternative.find("(", max(end, i) + 1)
    return ()


def stems_of(pattern: str) -> tuple[str, ...]:
    """One run of fixed letters per alternative, or nothing when some alternative has none of three letters."""
    found: list[str] = []
    for alternative in _alternatives(pattern):
        runs = _CUT.split(_OPTIONAL.sub("\n", _flat(alternative)))
        best = max(runs, key=len, default="")
        inner = () if len(best) > 2 else _of_group(alternative)
        if len(best) < 3 and not inner:
            return ()
        found += inner or [best.lower()]
    short = sorted(set(found), key=len)
    return tuple(s for i, s in enumerate(short) if not any(t in s for t in short[:i]))


class Words:
    """A pattern, case aside, with a quick look for its words before it searches."""

    __slots__ = ("pattern", "stems")

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern, re.IGNORECASE)
        self.stems = stems_of(pattern)

    def may_be_in(self, text: str) -> bool:
        """Whether a match is possible at all."""
        if not self.stems:
            return True
        low = _lowered(text)
        return any(stem in low for stem in self.stems)

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """The first match, as ``re`` finds it."""
        return self.pattern.search(text, *span) if self.may_be_in(text) else None

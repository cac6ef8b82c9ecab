"""Patterns that first look whether any of their words stands in the text at all.

Most patterns match nothing in most sentences. Every alternative of a pattern must contain some fixed letters, its
stem. One automaton (Aho & Corasick, 1975) finds the stems of all patterns in one pass over a text; a pattern is then
searched only where one of its own occurs. Case does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

_ESCAPE = re.compile(r"\\.")
_OPTIONAL = re.compile(r".(?:[?*]|\{\d*,?\d*\})[?+]?", re.DOTALL)
_CUT = re.compile(r"[\n^$.+]")
_LETTERS = re.compile(r"\\.|\(\?P<|[^\\(]+|\(", re.DOTALL)
_PREFIX = re.compile(r"\?(?:[a-zA-Z]*:|P<\w+>)")
Key = TypeVar("Key")
_KEPT = 4096
"""So many texts are remembered: many patterns look at one block and its sentences in turn."""


class _Stems:
    """The stems of all patterns and the automaton that finds them; made anew when a pattern was added."""

    __slots__ = ("_automaton", "_ids", "_seen")

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._automaton: AhoCorasick | None = None
        self._seen: dict[str, tuple[frozenset[int], str]] = {}

    def add(self, stems: tuple[str, ...]) -> frozenset[int]:
        self._automaton = None
        return frozenset(self._ids.setdefault(stem, len(self._ids)) for stem in stems)

    def of(self, text: str) -> tuple[frozenset[int], str]:
        """Which stems occur in the text, and the text in small letters."""
        if self._automaton is None:
            self._automaton = AhoCorasick(list(self._ids))
            self._seen.clear()
        found = self._seen.get(text)
        if found is None:
            low = text.lower()
            matches = self._automaton.find_matches_as_indexes(low, overlapping=True)
            found = frozenset([match[0] for match in matches]), low
            if len(self._seen) >= _KEPT:
                self._seen.clear()
            self._seen[text] = found
        return found


_STEMS = _Stems()


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


def _groups(alternative: str) -> Iterator[tuple[str, ...]]:
    """The stems of each group at the outermost level that must match; one of them occurs in every match."""
    i = alternative.find("(")
    while 0 <= i < len(alternative):
        end = i + _closes(alternative[i:])
        prefix = _PREFIX.match(alternative, i + 1)
        must = prefix and end > i and alternative[end + 1 : end + 2] not in ("?", "*", "{")
        if prefix and must and (found := stems_of(alternative[prefix.end() : end])):
            yield found
        i = alternative.find("(", max(end, i) + 1)


def _runs(alternative: str) -> list[str]:
    """The runs of fixed letters at the outermost level: each occurs in every match."""
    return [run.lower() for run in _CUT.split(_OPTIONAL.sub("\n", _flat(alternative)))]


def stems_of(pattern: str) -> tuple[str, ...]:
    """One run of fixed letters per alternative, or nothing when some alternative has none of three letters."""
    found: list[str] = []
    for alternative in _alternatives(pattern):
        best = max(_runs(alternative), key=len, default="")
        inner = () if len(best) > 2 else next(_groups(alternative), ())
        if len(best) < 3 and not inner:
            return ()
        found += inner or [best]
    short = sorted(set(found), key=len)
    return tuple(s for i, s in enumerate(short) if not any(t in s for t in short[:i]))


class _Part:
    """One alternative for text in small letters, and the stems that it needs: one of each clause."""

    __slots__ = ("_exact", "_source", "clauses", "pattern")

    def __init__(self, alternative: str) -> None:
        self._source = alternative
        self._exact: re.Pattern[str] | None = None
        low = _LETTERS.sub(lambda m: m.group() if m.group()[0] in "\\(" else m.group().lower(), alternative)
        self.pattern = re.compile(low)
        needed = [(run,) for run in _runs(alternative) if len(run) > 2] + list(_groups(alternative))
        self.clauses = tuple(_STEMS.add(stems) for stems in needed)

    def is_in(self, present: frozenset[int], low: str) -> bool:
        for clause in self.clauses:
            if clause.isdisjoint(present):
                return False
        return self.pattern.search(low) is not None

    @property
    def exact(self) -> re.Pattern[str]:
        """The alternative for text as it is written."""
        if self._exact is None:
            self._exact = re.compile(self._source, re.IGNORECASE)
        return self._exact


class Words:
    """A pattern that is searched only where its words occur.

    Case does not matter unless ``exact``; ``stems`` are given where they cannot be taken from the pattern. It is
    compiled when its words first occur: most of a large table never meets a text that needs it.
    """

    __slots__ = ("_exact", "_ids", "_parts", "_pattern", "_source", "stems")

    def __init__(self, pattern: str, *, exact: bool = False, stems: tuple[str, ...] = ()) -> None:
        self._source, self._exact = pattern, exact
        self._pattern: re.Pattern[str] | None = None
        self.stems = stems or stems_of(pattern.removeprefix("(?i)"))
        self._ids = _STEMS.add(self.stems)
        self._parts = () if exact or stems else tuple(_Part(p) for p in _alternatives(pattern))

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        if self._pattern is None:
            self._pattern = re.compile(self._source, 0 if self._exact else re.IGNORECASE)
        return self._pattern

    def may_be_in(self, text: str) -> bool:
        """Whether a match is likely: its words occur, and in small letters one alternative matches.

        Searching small letters for one alternative is several times as fast as searching all of them in any case.
        """
        return self._likely(text) is not None

    def _likely(self, text: str) -> re.Pattern[str] | None:
        """What to search with: the only alternative that can match, else the whole pattern; ``None`` if nothing can."""
        present, low = _STEMS.of(text)
        if self.stems and self._ids.isdisjoint(present):
            return None
        if not self._parts:
            return self.pattern
        only: _Part | None = None
        for part in self._parts:
            if part.is_in(present, low):
                if only is not None or self.pattern.groups:
                    return self.pattern
                only = part
        return only.exact if only is not None else None

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """The first match, as ``re`` finds it."""
        pattern = self._likely(text)
        return pattern.search(text, *span) if pattern is not None else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches that do not overlap, as ``re`` finds them."""
        pattern = self._likely(text)
        return pattern.finditer(text) if pattern is not None else iter(())

    def stem_ids(self) -> frozenset[int]:
        """The numbers of its stems, for tables."""
        return self._ids


class Table(Generic[Key]):
    """Patterns in order, each with what it means; a text is held only against those whose words it has."""

    __slots__ = ("_always", "_ids", "_rows", "_rows_of")

    def __init__(self, rows: Iterable[tuple[Key, Words]]) -> None:
        self._rows = tuple(rows)
        made: dict[int, list[int]] = {}
        for number, (_, words) in enumerate(self._rows):
            for id in words.stem_ids():
                made.setdefault(id, []).append(number)
        self._rows_of = {id: tuple(numbers) for id, numbers in made.items()}
        self._ids = frozenset(made)
        self._always = tuple(n for n, (_, words) in enumerate(self._rows) if not words.stems)

    def candidates(self, text: str) -> list[tuple[Key, Words]]:
        """The rows that may match, in order."""
        present = self._ids & _STEMS.of(text)[0]
        if not present:
            return [self._rows[n] for n in self._always]
        numbers = {n for id in present for n in self._rows_of[id]}
        return [self._rows[n] for n in sorted(chain(numbers, self._always))]

    def found(self, text: str) -> Iterator[tuple[Key, re.Match[str]]]:
        """What matches, in the order of the table, with the first match of each."""
        for key, words in self.candidates(text):
            if m := words.search(text):
                yield key, m

    def first(self, text: str) -> Key | None:
        """The first row that matches."""
        return next((key for key, _ in self.found(text)), None)

"""The names of all services as one automaton, so that a text is read once however many names there are.

Every name is hung up at one of its words (its anchor). The automaton finds the anchors in a text of any length in one
pass; only there the words before and after are compared. The time grows with the text and not with the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from zweck.catalog.lookup import data, services
from zweck.catalog.model import Service

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\W_]{1,3}(?=[^\W_])")
_PLAIN = (" ", "-")
_WORDS = data("name_words")
_USUAL = frozenset(_WORDS["usual"])
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Name:
    """One name as its words in lower case; ``exact`` is the only spelling that counts of an ordinary word.

    ``is_common`` marks a noun of daily speech (Segment, Element), which needs a stronger context still.
    """

    tokens: tuple[str, ...]
    service: Service
    exact: str | None = None
    is_common: bool = False


class Found(NamedTuple):
    """A name at ``start`` … ``end`` of a text."""

    name: Name
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    """The names that go on with a certain word."""

    name: Name | None = None
    following: dict[str, _Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Names:
    """All names: the automaton over the anchors, and where in a name each anchor may stand.

    ``places`` says of an anchor whether a name begins with it and how many words may come before it. ``endings`` are
    the last letters of those words: a quick look that spares a slow one.
    """

    automaton: AhoCorasick
    places: tuple[tuple[bool, tuple[int, ...]], ...]
    endings: tuple[frozenset[str], ...]
    first: dict[str, _Node]

    def anchors_in(self, text: str) -> list[tuple[int, int, int]]:
        """Where words that names hang at stand in the text; without one no name is in it."""
        low = text.lower()
        return self.automaton.find_matches_as_indexes(low if len(low) == len(text) else _lowered(text))

    def found_in(self, text: str, anchors: list[tuple[int, int, int]]) -> list[Found]:
        """Every name at these anchors, the first and longest first; what is inside another name does not count."""
        made, skip_to = list[Found](), 0
        for start in self._starts(text, anchors):
            if start >= skip_to and (found := self._longest(text, start)):
                skip_to = found.end
                made.append(found)
        return made

    def _starts(self, text: str, anchors: list[tuple[int, int, int]]) -> list[int]:
        starts, size, ordered = list[int](), len(text), True
        for anchor, start, end in anchors:
            if start and text[start - 1].isalnum():
                continue
            if end < size and text[end].isalnum() and _word(text, end).lower() not in TAILS:
                continue
            first, later = self.places[anchor]
            if first:
                starts.append(start)
            if later and start > 1 and _may_follow(text, start, self.endings[anchor]):
                ordered = False
                starts.extend(s for n in later if (s := _back(text, start, n)) >= 0)
        return starts if ordered else sorted(set(starts))

    def _longest(self, text: str, start: int) -> Found | None:
        node, best, at, end = self.first, None, start, start
        while at >= 0:
            end = _end(text, at)
            low = text[at:end].lower()
            step = node.get(low)
            if step is None:
                return (_inflected(node, low, start, at) if low.endswith(_ENDINGS) else None) or best
            if step.name and step.name.exact in (None, text[start:end]):
                best = Found(step.name, start, end)
            if not step.following:
                break
            node, at = step.following, _next(text, end)
        return best


TAILS = frozenset(_WORDS["tails"])
"""What may be joined to a name without changing it: endings, and the second half of compounds."""

_ENDINGS = tuple(TAILS)
_LEAST_STEM = 5


def _lowered(text: str) -> str:
    """The text in lower case with every character at its place, also where one would become two."""
    return "".join(lower if len(lower := c.lower()) == 1 else c for c in text)


def _word(text: str, at: int) -> str:
    """The rest of the word that goes on at ``at``."""
    rest = WORD.match(text, at)
    return rest.group() if rest else ""


def _inflected(level: dict[str, _Node], word: str, start: int, at: int) -> Found | None:
    """A name whose last word, at ``at``, has an ending or is the first half of a compound."""
    for cut in range(len(word) - 1, 0, -1):
        step = level.get(word[:cut])
        if step is None or step.name is None or step.name.exact or word[cut:] not in TAILS:
            continue
        if cut >= _LEAST_STEM or (cut > 2 and word[cut:] == "s"):
            return Found(step.name, start, at + cut)
    return None


def _end(text: str, at: int) -> int:
    found = WORD.match(text, at)
    return found.end() if found else at


def _next(text: str, end: int) -> int:
    """Where the next word of a name may begin after ``end``; -1 when what lies between parts names."""
    gap = text[end : end + 1]
    if gap in _PLAIN and text[end + 1 : end + 2].isalnum():
        return end + 1
    found = _GAP.match(text, end)
    return found.end() if found and _joined(found.group()) else -1


def _may_follow(text: str, start: int, endings: frozenset[str]) -> bool:
    before = text[start - 2 : start - 1].lower()
    return before in endings or not before.isalnum()


def _back(text: str, start: int, words: int) -> int:
    """Where a name begins whose anchor at ``start`` has ``words`` words before it; -1 when they are not there."""
    for _ in range(words):
        end = start - 1
        while end >= 0 and start - end < 4 and not text[end].isalnum():
            end -= 1
        if end < 0 or end == start - 1 or not text[end].isalnum():
            return -1
        start = end
        while start and text[start - 1].isalnum():
            start -= 1
    return start


def _joined(gap: str) -> bool:
    return not any(c in ";:!?\n,„“”" for c in gap) and gap not in (". ", ") ")


@lru_cache(maxsize=1)
def names() -> Names:
    """The names of all services, built on first use."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    first: dict[str, _Node] = {}
    anchors: dict[str, set[int]] = {}
    endings: dict[str, set[str]] = {}
    for name in _all():
        level, node = first, _Node()
        for token in name.tokens:
            node = level.setdefault(token, _Node())
            level = node.following
        if node.name is None:
            node.name = name
            place = _anchor(name.tokens)
            anchors.setdefault(name.tokens[place], set()).add(place)
            endings.setdefault(name.tokens[place], set()).update(name.tokens[place - 1][-1] if place else ())
    kind, build = MatchKind.LeftmostLongest, Implementation.DFA
    automaton = AhoCorasick(list(anchors), matchkind=kind, implementation=build)
    places = tuple((0 in at, tuple(sorted(at - {0}))) for at in anchors.values())
    return Names(automaton, places, tuple(map(frozenset, endings.values())), first)


def _all() -> Iterator[Name]:
    entries = services()
    for entry in entries:
        for name in entry.names:
            if tokens := _tokens(name):
                yield Name(tokens, entry, name if name in entry.weak else None, name in entry.common)
    for entry in entries:
        for name in entry.names:
            tokens = _tokens(name)
            if len(tokens) > 1 and name not in entry.weak and sum(map(len, tokens)) >= _LEAST_JOINED:
                yield Name(("".join(tokens),), entry)


_LEAST_JOINED = 7
"""How long a name must be at least to count when its words are written as one (GoogleAnalytics)."""


def _tokens(name: str) -> tuple[str, ...]:
    return tuple(t.lower() for t in WORD.findall(name))


def _anchor(tokens: tuple[str, ...]) -> int:
    """The first word that is telling enough to look for, else the longest."""
    telling = (i for i, t in enumerate(tokens) if len(t) >= _SHORT and t not in _USUAL)
    return next(telling, max(range(len(tokens)), key=lambda i: len(tokens[i])))

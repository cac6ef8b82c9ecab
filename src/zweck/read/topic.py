"""What a heading or a sentence is about: the kinds of activity, and the facets every activity is described by.

A heading is matched by any of its words (``title``), a sentence by those that mention a kind (``mention``) or say that
the thing is really done (``description``). Order decides: the narrower kind stands first (Art. 13(1)(c) GDPR).
"""

from __future__ import annotations

import re
from functools import lru_cache

from zweck.read.description import DESCRIPTIONS
from zweck.read.mention import MENTIONS
from zweck.read.title import FACETS, HEADINGS, NEUTRAL, NEVER
from zweck.words import Table, Words

GENERAL = "general"
"""A section that speaks of the notice, its terms or the law, not of one activity."""

_HEADING = Table((kind, Words(words)) for kind, words in HEADINGS)
_FACET = Table((facet, Words(words)) for facet, words in FACETS)
_MENTION = Table((kind, Words(words)) for kind, words in MENTIONS)
_DESCRIPTION = Table((kind, Words(words)) for kind, words in DESCRIPTIONS)
_NEUTRAL = re.compile(NEUTRAL, re.IGNORECASE)
_OF_NOTICE = re.compile(
    r"(?:privacy|datenschutz|data protection).{0,30}(?:polic|statement|notice|declaration|hinweis|erklärung|richtlinie"
    r"|information|bestimmung)",
    re.IGNORECASE,
)
"""The title of the whole notice, which may name cookies too."""
_NEVER = re.compile(NEVER, re.IGNORECASE)
_JOINED = re.compile(r",| und | and |&|/| [–-] ")
_COOKIES_TOO = re.compile(r"\bcookies\b(?!-)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def kind_of_heading(title: str) -> str | None:
    """The kind of activity that a heading announces, ``general``, or ``None`` when it does not say."""
    if _NEVER.search(title):
        return GENERAL
    found = _HEADING.first(title)
    if found == "cookies" and _OF_NOTICE.search(title):
        return GENERAL
    if found in (None, "hosting", "payments", "security", "server_logs") and _NEUTRAL.match(title):
        return GENERAL
    return found


def kinds_of_heading(title: str) -> list[str]:
    """All kinds that a heading names, for headings that join several activities."""
    if not _JOINED.search(title):
        return [kind] if (kind := kind_of_heading(title)) else []
    found = [kind for kind, _ in _HEADING.found(title)]
    main = kind_of_heading(title)
    if main in ("rights", "notice", GENERAL):
        return [main]
    if main in ("video_calls", "webinars"):
        found.remove("embeds") if "embeds" in found else None
    if not _COOKIES_TOO.search(title):
        found = [k for k in found if k != "cookies"]
    return list(dict.fromkeys(([main] if main else []) + [k for k in found if k != "rights"]))


@lru_cache(maxsize=4096)
def facet_of(title: str) -> str | None:
    """The facet of an activity that a heading announces (legal basis, retention …), if any."""
    if len(title) > 80:
        return None
    return _FACET.first(title)


def kinds_of_sentence(text: str) -> list[tuple[str, int, int]]:
    """Kinds that a sentence names beyond its section, with offsets."""
    return [(kind, m.start(), m.end()) for kind, m in _MENTION.found(text)]


DESCRIBED = frozenset(kind for kind, _ in DESCRIPTIONS)
"""The kinds that sentences can describe."""


def kinds_described(text: str, among: frozenset[str] = DESCRIBED) -> list[tuple[str, int, int]]:
    """Kinds of ``among`` of which a sentence says what is done with data, with offsets; it may still deny them."""
    rows = [row for row in _DESCRIPTION.candidates(text) if row[0] in among]
    return [(kind, m.start(), m.end()) for kind, words in rows if (m := words.search(text))]

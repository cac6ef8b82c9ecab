"""Services named in a line of text: by whole words, the longest name first, addresses and links left out.

A name that is also an ordinary word (Segment, Stripe, Zoom) counts only in a telling context. A name inside the
name of a company is marked, because a company is a recipient, not yet a service in use. One pass over the words,
no pattern that could run away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from zweck.catalog.model import Service
from zweck.catalog.name import WORD, Found, Name, names

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"|]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,253}")
_COMPANY = frozenset(
    [
        "inc",
        "llc",
        "gmbh",
        "ltd",
        "limited",
        "corporation",
        "corp",
        "ag",
        "se",
        "sarl",
        "ireland",
        "emea",
        "plc",
        "bv",
        "sas",
        "kg",
        "ug",
        "srl",
        "aps",
        "oy",
        "ab",
    ]
)
_STRONG = re.compile(
    r"(?:dienst|dienste|dienstes|diensten|dienstleister|anbieter|anbieters|tool|tools|software|plattform|netzwerk"
    r"|service|services|provider|platform|network|nutzen|nutzt|verwenden|verwendet|einsatz von|setzen|use|uses|using"
    r"|hereinafter|nachfolgend|called|namens|integriert|eingebunden|cookies of)\W{1,4}$",
    re.IGNORECASE,
)
_SOFT = re.compile(r"(?:via|über|per|durch|with|mit|by|von)\W{1,4}$", re.IGNORECASE)
_PART = re.compile(
    r"-(?:cookies?|pixels?|plug-?ins?|skripte?|scripts?|tags?|dienste?|services?|widgets?|profile?s?|kanäle?s?|accounts?"
    r"|api|chats?|buttons?|konto|server|software|formulare?)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:plattform|platform|netzwerk|network|dienst|service|kanal|profil|account)\W{1,4}$", re.IGNORECASE
)
_LETTER = 2
_LEAST_DOMAIN = 5
_NEAR = 200
_BETWEEN = re.compile(r"\s*(?:[,;/&•|]|und|and|oder|or|sowie|bzw\.)(?:\s*(?:und|and|oder|or|sowie))?\s*", re.IGNORECASE)
_QUOTES = "“”„\"'‘’«»"


class Mention(NamedTuple):
    """A service named at ``start`` … ``end`` (offsets in the line); ``company``: as part of a company's name."""

    service: Service
    start: int
    end: int
    text: str
    company: bool
    certain: bool


def without_links(line: str) -> str:
    """The line with links and e-mail addresses blanked out; offsets stay."""
    if "@" not in line and "://" not in line and "www." not in line:
        return line
    return _LINK.sub(lambda m: " " * len(m.group()), line)


def mentions(line: str) -> list[Mention]:
    """Every service named in the line, in order; uncertain ones (ordinary words) are marked, not left out."""
    known = names()
    anchors = known.anchors_in(line)
    if not anchors:
        return []
    text = without_links(line)
    if text is not line:
        anchors = known.anchors_in(text)
    found = [_mention(f, text, line) for f in known.found_in(text, anchors)]
    return _settle(found, text) if len(found) > 1 else found


def _mention(found: Found, text: str, line: str) -> Mention:
    name, start, end = found
    company = _in_company(text, end)
    certain = (
        name.exact is None
        or company
        or _telling(name, text, start, end)
        or _at_home(name.service, line[max(0, start - _NEAR) : end + _NEAR])
    )
    return Mention(name.service, start, end, text[start:end], company, certain)


def _at_home(entry: Service, near: str) -> bool:
    """Whether an address of the service stands near its name."""
    return any(domain in near for domain in entry.domains if len(domain) > _LEAST_DOMAIN)


def _in_company(text: str, end: int) -> bool:
    before = end
    for word in islice(WORD.finditer(text, end), 4):
        gap = text[before : word.start()]
        if len(gap) > 3 or any(c in ';:(“”"' for c in gap):
            return False
        if word.group().lower() in _COMPANY:
            return True
        if not word.group()[0].isupper() or "," in gap:
            return False
        before = word.end()
    return False


def _telling(name: Name, text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start]
    if _PART.match(text, end) or _NAMED.search(before):
        return True
    if end - start < _LETTER:
        return False
    alone = len(text) < _NEAR and text.strip(" \t•-*#.:0123456789)") == text[start:end]
    if alone or text[end : end + 2] == " (":
        return True
    if start and text[start - 1] in _QUOTES:
        return True
    return _STRONG.search(before) is not None or (not name.is_common and _SOFT.search(before) is not None)


def _settle(found: list[Mention], text: str) -> list[Mention]:
    """A doubtful name in one list with a certain one is certain."""
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for i in order:
            near = found[i - 1] if order.step == 1 else found[i + 1]
            left, right = (near, found[i]) if order.step == 1 else (found[i], near)
            if found[i].certain or not near.certain or not _BETWEEN.fullmatch(text[left.end : right.start]):
                continue
            m = found[i]
            found[i] = Mention(m.service, m.start, m.end, m.text, m.company, True)
    return found


def by_text(line: str) -> list[Service]:
    """The services that a line names beyond doubt, each once, in the order of the text."""
    return list({m.service.id: m.service for m in mentions(line) if m.certain}.values())


def named_in(lines: Iterable[str]) -> list[Service]:
    """The services that any of the lines names beyond doubt, each once."""
    return list({s.id: s for line in lines for s in by_text(line)}.values())

"""Services named in a line of text: by whole words, the longest name first, addresses and links left out.

A name that is also an ordinary word (Segment, Stripe, Zoom) counts only in a telling context. A name inside the
name of a company is marked, because a company is a recipient, not yet a service in use. One pass over the words,
no pattern that could run away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from zweck.catalog.lookup import services
from zweck.catalog.model import Service

_WORD = re.compile(r"[^\W_]+")
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
_CUE = re.compile(
    r"(?:dienst|dienste|dienstes|diensten|anbieter|anbieters|tool|tools|software|plattform|service|services|provider"
    r"|platform|nutzen|nutzt|verwenden|verwendet|einsatz von|setzen|use|uses|using|via|über|per|durch"
    r"|hereinafter|nachfolgend|called|namens|integriert|eingebunden|with|mit|by|von|cookies of)\W{1,4}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;/&•|]|und|and|oder|or|sowie|bzw\.)(?:\s*(?:und|and|oder|or|sowie))?\s*", re.IGNORECASE)
_QUOTES = "“”„\"'‘’«»"


@dataclass(frozen=True, slots=True)
class Mention:
    """A service named at ``start`` … ``end`` (offsets in the line); ``company``: as part of a company's name."""

    service: Service
    start: int
    end: int
    text: str
    company: bool
    certain: bool


@dataclass(frozen=True, slots=True)
class _Name:
    tokens: tuple[str, ...]
    service: Service
    exact: str | None


@lru_cache(maxsize=1)
def _names() -> dict[str, list[_Name]]:
    made: dict[str, list[_Name]] = {}
    seen: set[tuple[str, ...]] = set()
    for entry in services():
        for name in entry.names:
            tokens = tuple(t.lower() for t in _WORD.findall(name))
            if not tokens or tokens in seen:
                continue
            seen.add(tokens)
            made.setdefault(tokens[0], []).append(_Name(tokens, entry, name if name in entry.weak else None))
    for candidates in made.values():
        candidates.sort(key=lambda n: -len(n.tokens))
    return made


def without_links(line: str) -> str:
    """The line with links and e-mail addresses blanked out; offsets stay."""
    if "@" not in line and "://" not in line and "www." not in line:
        return line
    return _LINK.sub(lambda m: " " * len(m.group()), line)


def mentions(line: str) -> list[Mention]:
    """Every service named in the line, in order; uncertain ones (ordinary words) are marked, not left out."""
    text = without_links(line)
    words = list(_WORD.finditer(text))
    names, found, skip_to = _names(), list[Mention](), 0
    for i, word in enumerate(words):
        if word.start() < skip_to:
            continue
        candidates = names.get(word.group().lower())
        if not candidates:
            continue
        if match := _match(candidates, text, words, i):
            name, last = match
            found.append(_mention(name, text, words, i, last))
            skip_to = words[last].end()
    return _settle(found, text)


def _match(candidates: list[_Name], text: str, words: list[re.Match[str]], i: int) -> tuple[_Name, int] | None:
    for name in candidates:
        last = i + len(name.tokens) - 1
        if last >= len(words) or any(words[i + k].group().lower() != t for k, t in enumerate(name.tokens)):
            continue
        if any(not _joined(text[words[k].end() : words[k + 1].start()]) for k in range(i, last)):
            continue
        if name.exact and text[words[i].start() : words[last].end()] != name.exact:
            continue
        return name, last
    return None


def _joined(gap: str) -> bool:
    return len(gap) <= 3 and not any(c in ";:!?\n,„“”" for c in gap) and gap not in (". ", ") ")


def _mention(name: _Name, text: str, words: list[re.Match[str]], first: int, last: int) -> Mention:
    start, end = words[first].start(), words[last].end()
    company = _in_company(text, words, last)
    certain = name.exact is None or company or _telling(text, start, end)
    return Mention(name.service, start, end, text[start:end], company, certain)


def _in_company(text: str, words: list[re.Match[str]], last: int) -> bool:
    before = words[last].end()
    for word in words[last + 1 : last + 5]:
        gap = text[before : word.start()]
        if len(gap) > 3 or any(c in ';:(“”"' for c in gap):
            return False
        if word.group().lower() in _COMPANY:
            return True
        if not word.group()[0].isupper() or "," in gap:
            return False
        before = word.end()
    return False


def _telling(text: str, start: int, end: int) -> bool:
    rest = text.strip(" \t•-*#.:0123456789)")
    if rest == text[start:end] or text[end : end + 2] == " (":
        return True
    if start and text[start - 1] in _QUOTES:
        return True
    return _CUE.search(text[max(0, start - 40) : start]) is not None


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

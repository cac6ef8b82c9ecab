"""Cookies named in sentences and lists: “the cookie _ga (2 years)”, “_gid – 24 hours”, “der datr-Cookie”.

A word counts as a name when it can only be a technical one and cookies or local storage are spoken of right there.
How long it lives is what stands behind the name, in its sentence, or in a sentence that speaks of these cookies.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from zweck import catalog
from zweck.catalog.mention import without_links
from zweck.read.block import Block, Role
from zweck.read.cookie_row import CookieRow, duration_of, is_code, made
from zweck.read.period import PERIOD
from zweck.read.sentence import sentences
from zweck.words import Words

_ABOUT = Words(r"cookie|\btrackers?\b|(?:local|session|web|browser)[ -]?(?:storage|speicher)|speicherobjekt")
_NAMED = re.compile(
    r"cookies?\s(?:(?:named|called|namens|mit (?:dem|den) namen|with the names?|mit der bezeichnung|genannt)\s)?[„“\"'‚‘’`(]{1,2}"
    r"(?P<name>[\w.$*:-]{2,60})[“”\"'’`)]{1,2}"
    r"|cookies?\s(?:named|called|namens|mit dem namen|mit der bezeichnung)\s(?P<called>[\w.$*:-]{2,60})"
    r"|[„“\"'`](?P<quoted>[\w.$*:-]{2,60})[“”\"'`][- ]cookies?\b"
    r"|(?<![\w.-])(?P<joined>[\w.$*]{2,40})-cookies?\b|(?<![\w.-])(?P<before>(?-i:[A-Z_][A-Z\d_]{2,40})) cookies?\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"(?<![\w@/.-])[A-Za-z_][\w.$*{}<>\[\]:-]{0,120}")
_JOINT = re.compile(r"-(?:cookies?|wert|value|eintrag|entry)$", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:[,;/]|und|and|oder|or|sowie|&)\s*", re.IGNORECASE)
_THESE = re.compile(
    r"^(?:diese|dieses|dieser|these|this|the|die|der|das|sie|it|they|es|beide|both|all|alle)\b.{0,60}"
    r"(?:cookie|gespeichert|gültig|laufzeit|lebensdauer|stored|valid|kept|expire|lifetime|lifespan)",
    re.IGNORECASE,
)
_EXAMPLE_NAME = re.compile(r"^(?:first|last|user)_?name$", re.IGNORECASE)


def prose_rows(blocks: list[Block], rows: Iterable[CookieRow]) -> Iterator[CookieRow]:
    """Cookies named in text, each once and not those already listed (``rows``), in order."""
    led = False
    about, seen, lines = False, {row.name for row in rows}, {row.place.line for row in rows}
    for block in blocks:
        own = _ABOUT.search(block.text) is not None
        about = own or (about and block.role is Role.ITEM)
        led = bool(_LEAD.search(block.text)) or (led and block.role is Role.ITEM)
        if block.role is not Role.ROW and about and block.line not in lines:
            for row in (*(_listed(block, led) if block.role is Role.ITEM else ()), *_rows(block)):
                if row.name not in seen:
                    seen.add(row.name)
                    yield row


_VISIT = re.compile(
    r"\b(?:(?:session|sitzung)\b(?!-?cookie|[- ]?id)|end(?:e)? (?:of|der|des) (?:the |your )?(?:browser[- ]?)?(?:session|sitzung)"
    r"|clos(?:e[sd]?|ing) (?:the |your )?browser|schließen (?:des|ihres) browsers?)",
    re.IGNORECASE,
)
_HEAD = re.compile(r"[\s•·*–-]{0,6}(?P<name>[\w.$*:-]{2,80}?)\s?(?::\s|[(\[]|\s[–—-]+\s)")
_LEAD = Words(r"(?:cookies?|storage|speicher|following|folgende\w*)\b[^.]{0,80}:\s*$")
_KIND = re.compile(
    r"(?i)^(?:not|tech|funk|func|ess|nec|mark|stat|perf|anal|ana|pers|temp|perm|dau|werb|adv|soc|soz|zweck|purp|name|typ|dauer"
    r"|dur|anb|prov|host|wert|value|lauf|speich|strict|unbed|first|third|erst|dritt|komf|präf|pref|nutz|user|brow|chrom|fire|safa|edge"
    r"|opera|inter|micro|apple|goog|ios|andr|mobil|desk|einw|zust)"
)


def _listed(block: Block, led: bool) -> Iterator[CookieRow]:
    """An item that begins with a name and goes on with its purpose or life, below “the following cookies:”."""
    m = _HEAD.match(block.text)
    if not m or (is_code(m["name"]) and "_" in m["name"]):
        return
    name, rest = m["name"], block.text[m.end() :]
    written = _life(rest, 0, None)
    plain = name[0].islower() and not _KIND.match(name) and bool(written)
    if (is_code(name) and (led or written)) or (plain and led):
        yield made(name, rest.strip(" )]–-:"), written, "", block.place(m.start("name"), m.end("name")))


def _rows(block: Block) -> Iterator[CookieRow]:
    text = without_links(block.text)
    if "_" not in text and not _ABOUT.search(text):
        return
    rows: dict[str, CookieRow] = {}
    for start, sentence in sentences(text):
        found = _names(sentence)
        if not _ABOUT.search(sentence) and block.role is not Role.ITEM:
            found = [(name, at) for name, at in found if name[0] == "_" or catalog.by_cookie(name)]
        for i, (name, at) in enumerate(found):
            end = next((a for _, a in found[i + 1 :] if not _LISTED.fullmatch(sentence[at + len(name) : a])), None)
            written = _life(sentence, at + len(name), end if len(found) > i + 1 else None)
            row = made(name, "", written, "", block.place(start + at, start + at + len(name)))
            if name not in rows or (not rows[name].duration and row.duration):
                rows[name] = row
        if not found and rows and _THESE.match(sentence) and (life := _life(sentence, 0, None)):
            rows = {n: _with(r, life) for n, r in rows.items()}
    yield from rows.values()


def _with(row: CookieRow, life: str) -> CookieRow:
    return row if row.duration else replace(row, written=life, duration=duration_of(life))


def _names(sentence: str) -> list[tuple[str, int]]:
    found: dict[int, str] = {}
    for m in _NAMED.finditer(sentence):
        group = m.lastgroup or "name"
        name = m[group].rstrip(".:-")
        if _plausible(name, strong=group in ("joined", "before")):
            found[m.start(group)] = name
    if "_" in sentence:
        for m in _TOKEN.finditer(sentence):
            name = _JOINT.sub("", m.group()).rstrip(".:-[<{")
            if "_" in name.strip("_") + name[:1] and is_code(name) and not _EXAMPLE_NAME.match(name):
                found[m.start()] = name
    return [(found[at], at) for at in sorted(found)]


def _plausible(name: str, *, strong: bool) -> bool:
    if not any(c.isalpha() for c in name) or name.lower() in _ORDINARY:
        return False
    if strong and "_" not in name and name.isupper() and len(name) < 3:
        return False
    known = catalog.by_cookie(name) is not None and (not name[:1].isupper() or name.isupper() or "_" in name)
    return "_" in name or known or (not strong and (is_code(name) and (name.isupper() or not name.isalpha())))


_ORDINARY = frozenset(
    [
        "session",
        "persistent",
        "http",
        "https",
        "flash",
        "html",
        "third",
        "first",
        "tracking",
        "consent",
        "browser",
        "website",
        "web",
        "the",
        "a",
        "of",
        "no",
        "essential",
        "js",
        "id",
    ]
)


def _life(sentence: str, start: int, end: int | None) -> str:
    """The words that say how long: in the brackets behind the name, or the first period after it."""
    rest = sentence[start : end if end is not None else start + 260]
    span = PERIOD.search(rest) or _VISIT.search(rest[:120])
    return span.group() if span else ""

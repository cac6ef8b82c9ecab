"""Cookies as entries of several lines: “Name: …, Purpose: …, Expiry: …”, one line, one pair of cells or two lines each.

Consent tools and generators write them so. An entry begins with a name and ends with the next one or with text that
is no pair; it is a cookie when a purpose or a life belongs to it and cookies are spoken of.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from zweck.read.block import Block, Role
from zweck.read.cookie_row import CookieRow, duration_of, is_code, made, names_in
from zweck.read.cookie_table import cells_of

_KEY = {
    "name": r"(?:cookie|speicher|storage)[ -]?(?:name|namen|name\(s\)|names|id|key|schlüssel|bezeichnung)"
    r"|namen? (?:des|der|of the) cookies?|cookies?|cookie\(s\)|key|schlüssel",
    "label": r"(?:technischer |technical )?(?:name|bezeichnung|namen|title|titel)",
    "duration": r"(?:(?:cookie|storage)[ -]?)?(?:laufzeit|ablaufdatum|ablaufzeit|ablauf|speicherdauer|speicherfrist|gültigkeit"
    r"|gültigkeitsdauer|lebensdauer|dauer|duration|expir\w+|expires (?:in|after)|life ?time|lifespan|retention(?: period)?"
    r"|storage (?:period|duration|time)|validity|max(?:imum)?\.? age(?: of cookie storage)?|aufbewahrung\w*|verfall\w*|period)",
    "purpose": r"(?:verwendungs)?zweck(?:e|beschreibung)?|(?:cookie[ -]?)?(?:beschreibung|description|purposes?|function|funktion)"
    r"|verwendung|usage|use|used for|erklärung|explanation|aufgabe",
    "provider": r"anbieter|provider|company|unternehmen|host(?:\(s\)|s)?|domains?|set by|gesetzt von|vendor|herausgeber|publisher"
    r"|owner|dienst|service|quelle|source",
    "other": r"wert|value|beispielhafter wert|example value|typ|type|cookie[ -]typ|cookie type|art|kategorie|category|kind"
    r"|datenschutz\w*|privacy(?: policy| notice)?|pfad|path|rechtsgrundlage|legal basis|status|opt-?out",
}
_KEYS = {field: re.compile(rf"(?:{words})\s*", re.IGNORECASE) for field, words in _KEY.items()}
_PAIR = re.compile(
    r"[\s•·▪‣◦○●*–—-]{0,6}(?P<key>[A-Za-zÄÖÜäöü][\w ÄÖÜäöüß().-]{1,32}?)\s?[:=]\s*(?P<value>.*)$", re.DOTALL
)
_INLINE = re.compile(r"\s*(?:[;|–—•·]|,\s(?=[A-ZÄÖÜ])|\.\s|\s-\s|\n)\s*(?=(?:[A-ZÄÖÜ][\w() -]{2,28}):\s)")
_COOKIE = re.compile(r"cookie|storage", re.IGNORECASE)
_REACH = 80
"""So many blocks after the last word of cookies an entry still counts."""


@dataclass
class _Entry:
    """The entry that is being read: its values, and where its name stands."""

    values: dict[str, str] = field(default_factory=dict)
    names: list[tuple[str, Block]] = field(default_factory=list)
    bare: bool = False


@dataclass
class _Reader:
    """Where the reading stands: the open entry, a key without its value yet, blocks since cookies were named."""

    entry: _Entry = field(default_factory=_Entry)
    pending: str = ""
    since: int = 1 << 20
    stray: int = 0


def entry_rows(blocks: list[Block]) -> Iterator[CookieRow]:
    """The cookies of entries, in order."""
    reader = _Reader()
    for block in blocks:
        reader.since = 0 if "ookie" in block.text or _COOKIE.search(block.text[:400]) else reader.since + 1
        if reader.since > _REACH:
            continue
        for key, value in _pairs(block, reader):
            yield from _take(reader, key, value, block)
    yield from _done(reader.entry)


def key_of(text: str) -> str:
    """Which part of an entry a word announces, or nothing."""
    bare = text.strip().rstrip(":").strip()
    return next((f for f, words in _KEYS.items() if words.fullmatch(bare)), "") if 2 < len(bare) < 40 else ""


def _pairs(block: Block, reader: _Reader) -> Iterator[tuple[str, str]]:
    text = block.text
    if block.role is Role.ROW:
        cells = cells_of(text)
        if len(cells) == 2 and (key := key_of(cells[0])) and not (key_of(cells[1]) and len(cells[1]) < 30):
            yield key, cells[1]
        else:
            yield "", ""
        return
    if (key := key_of(text.lstrip("•·-* "))) and len(text) < 40:
        yield key, ""
        return
    made = False
    for part in _INLINE.split(text) if len(text) < 1500 else ():
        m = _PAIR.match(part)
        key = key_of(m["key"]) if m else ""
        if m and key and (made or _PAIR.match(text)):
            made = True
            yield key, m["value"].strip()
    if not made:
        yield "", text.strip()


def _take(reader: _Reader, key: str, value: str, block: Block) -> Iterator[CookieRow]:
    entry = reader.entry
    if not key:
        yield from _no_pair(reader, value, block)
        return
    reader.since = 0
    goes_on = key == "name" and "label" in entry.values and "name" not in entry.values
    if key in ("name", "label") and (entry.names or (key == "label" and entry.values)) and not goes_on:
        yield from _done(entry)
        entry = reader.entry = _Entry()
    _put(entry, key, value, block)
    reader.pending = "" if value else key
    reader.stray = 0


def _put(entry: _Entry, key: str, value: str, block: Block) -> None:
    if key == "name" or (key == "label" and "name" not in entry.values):
        entry.names = [(name, block) for name in names_in(value, told=key == "name" or value.islower())]
    entry.values.setdefault(key, "")
    entry.values[key] = entry.values[key] or value


def _no_pair(reader: _Reader, text: str, block: Block) -> Iterator[CookieRow]:
    """A block that is no pair: the value of the key before it, a bare name that begins an entry, or its end."""
    if reader.pending and len(text) < 1200:
        _put(reader.entry, reader.pending, text, block)
        reader.pending = ""
        return
    bare = text.lstrip("•·-* ").strip()
    if len(bare) < 100 and is_code(bare) and "_" in bare:
        yield from _done(reader.entry)
        reader.entry = _Entry({"label": bare}, [(bare, block)], bare=True)
        reader.stray = 0
    elif reader.entry.bare and not reader.entry.values.keys() - {"label"} and 8 < len(bare) < 600:
        reader.entry.values["purpose"] = bare
    elif reader.stray or len(text) > 400:
        yield from _done(reader.entry)
        reader.entry = _Entry()
    else:
        reader.stray += 1


def _done(entry: _Entry) -> Iterator[CookieRow]:
    values = entry.values
    if not entry.names or not values.keys() & {"duration", "purpose"}:
        return
    written = values.get("duration", "")
    purpose = values.get("purpose", "")
    if entry.bare and not written:
        written = purpose if duration_of(purpose) else ""
    for name, block in entry.names:
        start = max(block.text.find(name), 0)
        yield made(name, purpose, written, values.get("provider", ""), block.place(start, start + len(name)))

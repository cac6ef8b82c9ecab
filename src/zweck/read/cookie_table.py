"""Cookies in tables: the header says which column holds what; without one, a row that begins with a technical name.

Rows may name several cookies in one cell, or a product with its cookies in brackets; what names a product only is no
cookie. Headers of German and English generators and of hand-made tables are known by their words.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from zweck.read.block import Block, Role
from zweck.read.cookie_row import CookieRow, duration_of, is_code, is_sure, made, names_in

_HEADER = {
    "name": r"cookie[\s/-]{0,3}(?:namen?|bezeichnung|id|key|kennung|/ data key name)\b|namen? (?:des|der|of|of the) cookies?"
    r"|^cookies?(?: ?\([^)]{1,20}\))?$|^(?:storage|speicher)[ -]?(?:key|schlüssel|item|name)"
    r"|^(?:local|session)[ -]?storage|^(?:technischer |technical )?(?:name|bezeichnung|key|schlüssel|identifier|kennung)n?$"
    r"|^name (?:und|and|/|&) \w+$",
    "duration": r"dauer|laufzeit|gültigkeit|duration|life ?time|expir|ablauf|retention|storage (?:time|period)|lebens"
    r"|validity|aufbewahr|speicherfrist|löschfrist|\bfrist|max(?:imum)?\.? ?age|erlischt|verfall|\bttl\b|life ?span|period",
    "purpose": r"zweck|purpose|beschreib|descript|funktion|function|verwendung|erläuter|erklär|inhalt|usage|\buse\b|reason"
    r"|what (?:it|they) do|wozu|details",
    "provider": r"anbieter|provider|host|domain|setter|set by|gesetzt|herausgeber|dienst|empfänger|vendor|company|partner"
    r"|quelle|source|drittpartei|unternehmen|firma|party|publisher|verantwortlich|owner|service|herkunft",
    "kind": r"^(?:typ|type|art|kategorie|category|kind)",
}
_HEADERS = {field: re.compile(words, re.IGNORECASE) for field, words in _HEADER.items()}
_COOKIE = re.compile(r"cookie|local ?storage|session ?storage|speicherobjekt|web ?storage", re.IGNORECASE)
_WORDS = re.compile(r"cookie|storage", re.IGNORECASE)
_RULE = re.compile(r"[\s|:=-]*")


def cells_of(text: str) -> list[str]:
    """The cells of a row, without the bars at its ends."""
    return [cell.strip() for cell in text.strip().lstrip("•·-* ").strip("|").split("|")]


@dataclass
class _Table:
    """What is known of the table that is being read; ``told``: its words say that it lists cookies."""

    columns: dict[str, int] = field(default_factory=dict)
    told: bool = False


def table_rows(blocks: list[Block]) -> Iterator[CookieRow]:
    """The cookies in rows that kept their cells, in order."""
    table, near = _Table(), ""
    for block in blocks:
        if block.role is not Role.ROW:
            table = _Table()
            near = block.text if block.role is Role.HEADING else (near[-200:] + " " + block.text)[-300:]
            continue
        if _RULE.fullmatch(block.text):
            continue
        cells = cells_of(block.text)
        if found := _columns(cells):
            table = _Table(found, bool(_COOKIE.search(block.text) or _COOKIE.search(near)))
            near = ""
        else:
            yield from _row(cells, table, block)


def _columns(cells: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    if any(is_code(cell) and not cell.isupper() for cell in cells):
        return found
    for i, cell in enumerate(cells):
        if field := next((f for f, words in _HEADERS.items() if len(cell) < 40 and words.search(cell)), ""):
            if field == "name" and "name" in found and _WORDS.search(cell) and not _WORDS.search(cells[found["name"]]):
                found.setdefault("provider", found["name"])
                found["name"] = i
            found.setdefault(field, i)
    return found if "name" in found and len(found) > 1 else {}


def _row(cells: list[str], table: _Table, block: Block) -> Iterator[CookieRow]:
    if not table.columns:
        yield from _unheaded(cells, block)
        return

    def cell(field: str) -> str:
        i = table.columns.get(field, -1)
        return cells[i] if 0 <= i < len(cells) else ""

    written = cell("duration") or next((c for c in cells[1:] if len(c) < 40 and duration_of(c)), "")
    if "duration" not in table.columns and "purpose" not in table.columns and not table.told:
        return
    names = [name for name in names_in(cell("name"), told=table.told) if table.told or is_sure(name)]
    for name, life in zip(names, _lives(written, len(names)), strict=True):
        start = max(block.text.find(name), 0)
        yield made(name, cell("purpose"), life, cell("provider"), block.place(start, start + len(name)))


def _lives(written: str, count: int) -> list[str]:
    """One life for each name where the cell gives as many, else the same for all."""
    parts = re.split(r"\s*[/;,]\s*", written)
    return parts if count > 1 and len(parts) == count and all(map(duration_of, parts)) else [written] * count


def _unheaded(cells: list[str], block: Block) -> Iterator[CookieRow]:
    """A row without a header counts when it begins with a technical name and says how long or what for."""
    if len(cells) < 2 or not is_code(cells[0]) or "_" not in cells[0]:
        return
    written = next((c for c in cells[1:] if len(c) < 60 and duration_of(c)), "")
    rest = [c for c in cells[1:] if c != written]
    if written or any(len(c) > 12 for c in rest):
        start = max(block.text.find(cells[0]), 0)
        purpose = max(rest, key=len, default="")
        yield made(cells[0], purpose, written, "", block.place(start, start + len(cells[0])))

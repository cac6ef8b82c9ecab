"""Cookies that a notice lists: tables with separators, tables that lost them, and definitions in a sentence.

A row whose cells run together (``_fbpWird genutzt3 MonateFacebook``) is taken apart from both ends: the provider
after the period, the name before the first word of the purpose. Only what stands there is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zweck import catalog
from zweck.read.block import Block, Place, Role
from zweck.read.period import PERIOD, periods_in
from zweck.words import Words

_DURATION = (
    r"(?i:(?:session|sitzung)\s?,\s?)?(?:(?i:bis zu[mr] (?:leeren|leerung|löschen|löschung) (?:des|der"
    r"|ihres) browserspeichers?"
    r"|until (?:the )?(?:browser storage|browser cache|storage) is cleared"
    r"|sitzungsende|sitzung|session|persistent|dauerhaft|(?:\d{1,5}|ein(?:e[nmrs]?)?|one|zwei|two|drei|three)\s?"
    r"(?:sekunde|second|minute|stunde|hour|tag|day|woche|week|monat|month|jahr|year))(?:en|e|n|s)?)"
)
_TAIL = re.compile(rf"(?P<duration>{_DURATION})\s?(?P<provider>[A-Za-z][\w .&®/()-]{{0,38}})?$")
_LASTING = Words(
    r"sekunde|second|minute|stunde|hour|tag|day|woche|week|monat|month|jahr|year|session|sitzung|persistent|dauerhaft"
    r"|browserspeicher|browser|storage"
)
_STARTER = re.compile(
    r"(?<=[\w*$])(?:wird|werden|dient|dienen|enthält|speichert|erfasst|used|stores|contains|registers|collects|sets)$"
)
_EDGE = re.compile(r"(?<=[a-zäöüß\d_*$.\])])(?=[A-ZÄÖÜ][a-zäöüß])|(?<=[A-Z\d_])(?=[A-ZÄÖÜ][a-zäöüß])")
_HEADER = {
    "name": r"^(?:name|cookie-?name|cookies?|bezeichnung|cookie / data key name|schlüssel|key)$",
    "purpose": r"zweck|purpose|beschreibung|description|funktion|function|verwendung",
    "duration": r"dauer|laufzeit|gültigkeit|duration|lifetime|expir|ablauf|retention|lebensdauer"
    r"|storage period|validity",
    "provider": r"anbieter|provider|host|domain|setter|gesetzt von|herausgeber|dienst|empfänger|vendor"
    r"|quelle|drittpartei",
    "kind": r"^(?:typ|type|art|kategorie|category)",
}
_HEADERS = {field: re.compile(words, re.IGNORECASE) for field, words in _HEADER.items()}
_GLUED_HEADER = re.compile(
    r"^name\s?(?:zweck|purpose)\s?(?:speicherdauer|laufzeit|dauer|duration)\s?(?:anbieter|provider)",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"^(?:session|sitzung|sitzungsende|ende der sitzung|end of session|browser ?session)", re.IGNORECASE
)
_CLEARED = re.compile(r"browserspeicher|cleared|persistent|dauerhaft|unbegrenzt|unlimited|local storage", re.IGNORECASE)
_QUOTED = re.compile(
    r"cookies?\s[„“\"'‚‘’`(]{1,2}(?P<name>[\w.$*:-]{2,40})[“”\"'’`)]{1,2}|[„“\"](?P<other>_[\w.$*-]{1,40})[“”\"]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CookieRow:
    """A cookie as the notice tells of it; ``duration`` is ISO 8601, ``session``, ``until cleared`` or empty."""

    name: str
    purpose: str
    duration: str
    provider: str
    written: str
    place: Place
    service: str | None = None


def duration_of(text: str) -> str:
    """The life of a cookie as ISO 8601, ``session``, ``until cleared``, or empty when nothing is said."""
    bare = text.strip()
    if _CLEARED.search(bare):
        return "until cleared"
    if found := periods_in(bare):
        return found[0].iso
    return "session" if _SESSION.match(bare) else ""


def cookie_rows(blocks: Iterable[Block]) -> list[CookieRow]:
    """All cookies listed in the blocks, in order; the same name in two tables counts twice."""
    rows: list[CookieRow] = []
    listed = list(blocks)
    rows += _tables(listed)
    rows += _glued(listed)
    rows += _quoted(listed, {row.name for row in rows})
    return sorted(rows, key=lambda row: (row.place.line, row.place.column))


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.strip().strip("|").split("|")]


def _tables(blocks: list[Block]) -> Iterator[CookieRow]:
    columns: dict[str, int] = {}
    for block in blocks:
        if block.role is not Role.ROW:
            columns = {}
            continue
        cells = _cells(block.text)
        if found := _columns(cells):
            columns = found
            continue
        full = columns and len(cells) > max(columns["name"], columns.get("duration", 0))
        if full and (row := _row(cells, columns, block)):
            yield row


def _columns(cells: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for i, cell in enumerate(cells):
        for field, words in _HEADERS.items():
            if field not in found and len(cell) < 40 and words.search(cell):
                found[field] = i
                break
    return found if "name" in found and len(found) > 1 and ("duration" in found or "purpose" in found) else {}


def _row(cells: list[str], columns: dict[str, int], block: Block) -> CookieRow | None:
    def cell(field: str) -> str:
        i = columns.get(field, -1)
        return cells[i] if 0 <= i < len(cells) else ""

    name = cell("name")
    if len(name) > 60 or not any(c.isalnum() for c in name):
        return None
    start = block.text.find(name)
    return _made(name, cell("purpose"), cell("duration"), cell("provider"), block.place(start, start + len(name)))


def _made(name: str, purpose: str, written: str, provider: str, place: Place) -> CookieRow:
    entry = catalog.by_cookie(name, provider) or (catalog.by_cookie(name) if not provider else None)
    return CookieRow(name, purpose, duration_of(written), provider, written, place, entry.id if entry else None)


def _glued(blocks: list[Block]) -> Iterator[CookieRow]:
    run: list[CookieRow] = []
    headed = False
    for block in blocks:
        row = None if block.role is Role.ROW else glued_row(block)
        if row:
            run.append(row)
            continue
        if len(run) > 1 or (run and headed):
            yield from run
        run, headed = [], bool(_GLUED_HEADER.match(block.text.replace("|", "")))
    if len(run) > 1 or (run and headed):
        yield from run


def glued_row(block: Block) -> CookieRow | None:
    """A table row whose cells run together, or ``None`` when the block does not look like one."""
    text = block.text.strip()
    likely = 8 < len(text) < 1500 and _LASTING.may_be_in(text[-130:])
    tail = _TAIL.search(text, max(0, len(text) - 130)) if likely else None
    if not tail:
        return None
    edge = _edge(text[: tail.start()])
    if edge is None or text[edge - 1] == "-":
        return None
    name, purpose = text[:edge].strip(), text[edge : tail.start()].strip()
    if len(name) > 60 or name.count(" ") > 4 or len(purpose) < 8:
        return None
    return _made(name, purpose, tail["duration"], (tail["provider"] or "").strip(), block.place(0, edge))


def _edge(text: str) -> int | None:
    """Where the name ends: before a verb that runs on, or at the last inner edge of the first chunk with one."""
    offset = 0
    for chunk in text.split(" ")[:5]:
        if starter := _STARTER.search(chunk):
            return offset + starter.start()
        edges = [m.start() for m in _EDGE.finditer(chunk) if not (m.start() and chunk[m.start() - 1] in "-.")]
        if edges:
            return offset + edges[-1]
        offset += len(chunk) + 1
    return None


def _quoted(blocks: list[Block], known: set[str]) -> Iterator[CookieRow]:
    seen = set(known)
    for block in blocks:
        if block.role is Role.ROW or "ookie" not in block.text:
            continue
        for m in _QUOTED.finditer(block.text):
            name = m["name"] or m["other"]
            plausible = "_" in name or catalog.by_cookie(name) or (name.isupper() and len(name) > 3)
            if name in seen or not plausible:
                continue
            seen.add(name)
            near = block.text[m.end() : m.end() + 200].split(". ")[0]
            span = PERIOD.search(near)
            yield _made(name, "", span.group() if span else "", "", block.place(m.start(), m.end()))

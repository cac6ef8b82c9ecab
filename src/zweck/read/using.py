"""Services that a notice says are used, with their lines; those it only mentions or denies are told apart.

A name counts when the sentence does not deny it (“we do not use X”), does not give it as an example of what others
do, and it is not merely part of a company's name while another service of that company is in use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from zweck import catalog
from zweck.catalog import Mention, Provider, Service
from zweck.read.block import Block, Place, Role
from zweck.read.cookie_entry import key_of
from zweck.read.cookie_row import CookieRow
from zweck.read.cookie_table import cells_of
from zweck.read.denial import is_aside, is_denied, is_example
from zweck.read.outline import Section
from zweck.read.sentence import sentences
from zweck.read.unlisted import Roll, Unlisted, heads_vendors, leads_vendors, read_block, read_heading
from zweck.read.vendor_table import cell_at, columns_of, vendor_in

_MEASURES = re.compile(r"(?: und \w+)? (?:zusätzlich|additionally)? ?(?:ergriffenen|taken)", re.IGNORECASE)
"""“the measures taken by X” speaks of a safeguard, and is a usual remnant of copying."""


_COMMON_WORDS = frozenset(
    ("we", "act", "post", "open", "site", "real", "key", "click", "pay", "get", "live", "go", "zoom", "slack", "drift")
)
_STORES = frozenset(("app_store", "google_play"))
_MENU = re.compile(
    r"(?=.*\b(?:impressum|imprint)\b)(?=.*\b(?:agb|datenschutz|privacy|terms|kontakt|contact)\b)", re.IGNORECASE
)


@dataclass
class InUse:
    """A service in use: where it is named, the section that describes it, and how sure the reader is."""

    service: Service
    places: list[Place] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    confidence: float = 0.6

    def add(self, mention: Mention, place: Place, section: Section, confidence: float) -> None:
        self.places.append(place)
        if mention.text not in self.written:
            self.written.append(mention.text)
        if section not in self.sections:
            self.sections.append(section)
        self.confidence = max(self.confidence, confidence)


@dataclass
class Services:
    """All services of a document, and the names that it denies."""

    used: dict[str, InUse] = field(default_factory=dict)
    denied: dict[str, list[Place]] = field(default_factory=dict)
    unlisted: list[Unlisted] = field(default_factory=list)


def services_in(sections: Iterable[Section], cookies: Iterable[CookieRow] = (), own: Iterable[str] = ()) -> Services:
    """The services that the sections say are used, by id, in the order of the text.

    ``cookies`` are those of the document, because their rows name who sets them; ``own`` are the controller's names.
    """
    found, doubtful, roll = Services(), list[tuple[Mention, Block, Section]](), Roll(own)
    setters = {row.place.line: row.provider for row in cookies}
    for section in sections:
        if section.heading and not _MENU.search(section.title):
            _read_heading(found, roll, section)
        _read_section(found, doubtful, roll, section, setters)
    for mention, block, section in doubtful:
        if _belongs(mention, found, section):
            _add(found, mention, block, section, 0.7)
    for id in [id for id, used in found.used.items() if _only_a_brand(used, found)]:
        del found.used[id]
    makers = {
        _first(n) for u in found.used.values() for n in (u.service.provider.name, u.service.provider.parent or "") if n
    }
    found.unlisted = [u for u in roll.found.values() if _first(u.name) not in makers]
    return found


def _first(name: str) -> str:
    """The word that a group's companies share: “Google Ireland Limited” and “Google LLC”."""
    return re.split(r"[\W_]", name.casefold(), maxsplit=1)[0]


def _read_heading(found: Services, roll: Roll, section: Section) -> None:
    heading = section.heading
    if heading is None:
        return
    for mention in catalog.mentions(heading.text):
        if mention.service in section.services:
            _add(found, mention, heading, section, 0.95)
    read_heading(roll, section)


def _read_section(
    found: Services,
    doubtful: list[tuple[Mention, Block, Section]],
    roll: Roll,
    section: Section,
    cookies: dict[int, str],
) -> None:
    headed = heads_vendors(section)
    led = False
    columns: tuple[int | None, int | None] | None = None
    for block in section.blocks:
        if block.role is Role.ROW:
            columns = _read_row(found, roll, block, section, columns, cookies)
            continue
        columns = None
        _read_block(found, doubtful, block, section)
        read_block(roll, block, section, headed=headed or led)
        led = leads_vendors(block) or (led and block.role is Role.ITEM)


def _read_row(
    found: Services,
    roll: Roll,
    block: Block,
    section: Section,
    columns: tuple[int | None, int | None] | None,
    cookies: dict[int, str],
) -> tuple[int | None, int | None] | None:
    """The services of a table's row; the columns that its header gives."""
    if "|" not in block.text:
        if provider := cookies.get(block.line):
            _add_cell(found, provider, max(block.text.rfind(provider), 0), block, section)
        return columns
    if columns is None:
        made = columns_of(block.text)
        if made == (None, None):
            _read_pair(found, block, section)
            read_block(roll, block, section, headed=False)
            return None
        return made
    product, vendor = (cell_at(block.text, column) for column in columns)
    if not roll.is_own(vendor[0]) and not _add_cell(found, *product, block, section):
        cell = vendor if block.line in cookies or not product[0] else product
        _read_vendor(found, roll, block, section, cell, vendor)
    return columns


def _read_vendor(
    found: Services, roll: Roll, block: Block, section: Section, cell: tuple[str, int], vendor: tuple[str, int]
) -> None:
    """A row whose product the catalogue does not know: by its vendor, by what another cell names, or as written."""
    if _add_cell(found, *vendor, block, section):
        return
    named = vendor_in(*cell) if cell is vendor or vendor[0] or heads_vendors(section) else None
    others = [m for m in catalog.mentions(block.text) if m.certain] if named else []
    made_by = [m for m in others if _first(m.service.provider.name) == _first(named.name)] if named else []
    if made_by:
        _add(found, made_by[0], block, section, 0.8)
    elif named:
        roll.add(named, block, section)


def _read_pair(found: Services, block: Block, section: Section) -> None:
    """A row of two cells, “Provider | X”, names a service as well."""
    cells = cells_of(block.text)
    if len(cells) == 2 and key_of(cells[0]) in ("label", "provider"):
        _add_cell(found, cells[1], max(block.text.rfind(cells[1]), 0), block, section)


def _add_cell(found: Services, cell: str, start: int, block: Block, section: Section) -> bool:
    """The services that a cell names, the company behind them aside; whether there are any."""
    seen = catalog.mentions(cell)
    named = [m for m in seen if m.certain] or [m for m in seen if m.start == 0 and cell.count(" ") < 5]
    for m in named[:1] if len({m.service.provider.id for m in named}) == 1 else named:
        moved = Mention(m.service, m.start + start, m.end + start, m.text, m.company, m.certain)
        _add(found, moved, block, section, 0.8)
    return bool(named)


def _only_a_brand(used: InUse, found: Services) -> bool:
    """“LinkedIn” beside the LinkedIn Insight Tag, in no section of its own, is the company, not its network."""
    entry = used.service
    if entry.category != "social" or any(entry in s.services or s.kind.startswith("social") for s in used.sections):
        return False
    own = {s.topic for s in used.sections}
    return any(
        _group(other.service.provider) == _group(entry.provider)
        and other.service.id != entry.id
        and own & {s.topic for s in other.sections}
        for other in found.used.values()
    )


def _group(provider: Provider) -> str:
    return provider.parent or provider.name


def _read_block(
    found: Services, doubtful: list[tuple[Mention, Block, Section]], block: Block, section: Section
) -> None:
    named = catalog.mentions(block.text)
    if not named:
        return
    parts = sentences(block.text) if len(named) < 400 else ((0, block.text),)
    for mention in named:
        start, sentence = next((p for p in reversed(parts) if p[0] <= mention.start), parts[0])
        before = sentence[: mention.start - start]
        if is_denied(sentence, before):
            found.denied.setdefault(mention.service.id, []).append(block.place(mention.start, mention.end))
        elif (
            _MEASURES.match(block.text, mention.end)
            or is_aside(before)
            or is_example(sentence, before)
            or _only_a_store(mention, section)
            or _is_common(mention.text)
            or (section.kind == "general" and _in_terms(section))
        ):
            continue
        elif mention.company or not mention.certain:
            doubtful.append((mention, block, section))
        else:
            _add(found, mention, block, section, 0.9 if section.kind not in ("general", "rights") else 0.75)


def _only_a_store(mention: Mention, section: Section) -> bool:
    """A shop for apps is a place to download, unless a section is about it."""
    return mention.service.id in _STORES and mention.service not in section.services


def _is_common(written: str) -> bool:
    """Words of a sentence that happen to be a name when its capitals are left out."""
    words = written.split()
    return words[0].lower() in _COMMON_WORDS and words[-1].islower()


def _in_terms(section: Section) -> bool:
    return bool(re.search(r"begriff|definition|haftung|liability|copyright|urheber", section.title, re.IGNORECASE))


def _add(found: Services, mention: Mention, block: Block, section: Section, confidence: float) -> None:
    entry = found.used.setdefault(mention.service.id, InUse(mention.service))
    entry.add(mention, block.place(mention.start, mention.end), section, confidence)


def _belongs(mention: Mention, found: Services, section: Section) -> bool:
    """A name inside a company's name counts when no other service of that company is in use here."""
    if mention.service.id in found.used:
        return True
    if not mention.company:
        return False
    provider = mention.service.provider.id
    if any(used.service.provider.id == provider for used in found.used.values()):
        return False
    return section.kind not in ("general", "rights", "imprint") or mention.service.category in (
        "hosting",
        "payment",
    )

"""One notice, understood: sections first, then every value tied to the activity and service it is said of.

A legal basis, a period, a country and its safeguard belong to the section that holds them; that link is what makes a
declaration out of a text (Art. 30(1) GDPR asks for the same links).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from zweck.read.activity import Activity, activities_of
from zweck.read.block import Block, Role, blocks_of
from zweck.read.contact import Found
from zweck.read.controller import controller_in
from zweck.read.cookie import CookieRow, cookie_rows, glued_row
from zweck.read.officer import authority_in, officer_in
from zweck.read.outline import Section, outline
from zweck.read.party import Officer, Party
from zweck.read.right import RightGranted, rights_in
from zweck.read.said import BasisSaid, Kept, bases_said, storage_said
from zweck.read.source import Text
from zweck.read.transfer import Transfer, transfers_in
from zweck.read.using import Services, services_in

__all__ = ["Activity", "BasisSaid", "Document", "Kept", "domains_of", "language_of", "read_document"]

_GERMAN = re.compile(r"\b(?:der|die|das|und|nicht|wir|ist|werden|Ihre|auf|von|mit|für)\b")
_ENGLISH = re.compile(r"\b(?:the|and|not|we|is|are|your|to|of|with|for|that|data)\b")
_HOST = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,3}\.[a-z]{2,8})\b")


@dataclass
class Document:
    """Everything that was read from one source."""

    text: Text
    language: str
    blocks: list[Block]
    sections: list[Section]
    controller: Party
    officer: Officer
    authority: Found | None
    services: Services
    bases: list[BasisSaid]
    kept: list[Kept]
    cookies: list[CookieRow]
    rights: list[RightGranted]
    transfers: list[Transfer]
    activities: list[Activity]

    @property
    def name(self) -> str:
        return self.text.name


def read_document(text: Text) -> Document:
    """A source understood; pure, and bounded by the size of the source."""
    blocks, cookies = _with_rows(blocks_of(text))
    sections = outline(blocks)
    officer = officer_in(sections)
    controller = controller_in(sections, officer)
    services = services_in(sections, cookies, [controller.name.value] if controller.name else [])
    bases = bases_said(sections)
    kept = storage_said(sections)
    made = Document(
        text=text,
        language=language_of(text.lines),
        blocks=blocks,
        sections=sections,
        controller=controller,
        officer=officer,
        authority=authority_in(sections),
        services=services,
        bases=bases,
        kept=kept,
        cookies=cookies,
        rights=rights_in(blocks),
        transfers=transfers_in(sections),
        activities=[],
    )
    made.activities = activities_of(made)
    return made


def _with_rows(blocks: list[Block]) -> tuple[list[Block], list[CookieRow]]:
    """The cookies, and the blocks with rows that ran together marked as rows, so that nobody reads them as prose."""
    rows = cookie_rows(blocks)
    lines = {row.place.line for row in rows if row.written}
    return [replace(b, role=Role.ROW) if b.line in lines and glued_row(b) else b for b in blocks], rows


def language_of(lines: tuple[str, ...]) -> str:
    """``de`` or ``en``, whichever the text is mostly written in."""
    text = "\n".join(lines)
    middle = len(text) // 2
    sample = text if len(text) < 18_000 else text[:6000] + text[middle : middle + 6000] + text[-6000:]
    return "de" if len(_GERMAN.findall(sample)) >= len(_ENGLISH.findall(sample)) else "en"


def domains_of(document: Document) -> list[str]:
    """Hosts that are likely the site's own: that of the controller's e-mail, and those named near its name."""
    hosts = []
    if document.controller.email:
        hosts.append(document.controller.email.value.rpartition("@")[2].lower())
    name = (document.controller.name.value if document.controller.name else "").lower()
    key = re.split(r"\W", name)[0] if name else ""
    if len(key) > 3:
        for line in map(str.lower, document.text.lines[:200]):
            if key in line:
                hosts += [m["host"] for m in _HOST.finditer(line) if key in m["host"]]
    return list(dict.fromkeys(hosts))[:3]

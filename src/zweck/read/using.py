"""Services that a notice says are used, with their lines; those it only mentions or denies are told apart.

A name counts when the sentence does not deny it (“we do not use X”), does not give it as an example of what others
do, and it is not merely part of a company's name while another service of that company is in use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from zweck import catalog
from zweck.catalog import Mention, Service
from zweck.read.block import Block, Place, Role
from zweck.read.outline import Section
from zweck.read.sentence import sentences

_DENIED = re.compile(
    r"\b(?:(?:verwenden|nutzen|setzen|verzichten|integrieren|binden|use|employ|embed)\w*\s(?:(?:wir|wird"
    r"|werden|auf|unserer?|website|seite|hier|diese[rn]?)\s){0,4}"
    r"(?:(?:kein(?:e[nmrs]?)?|nicht|no)\b)|(?:do|does|did|are|is|will)\s?n[o']t\s(?:use|employ|embed"
    r"|integrate|set|include|used|rely)"
    r"|ohne (?:den )?einsatz von|without (?:using|the use of)|verzichten (?:wir )?(?:auf|bewusst)"
    r"|we (?:refrain|abstain) from"
    r"|(?:wird|werden|kommt|kommen)\s(?:\w+\s){0,3}(?:nicht|kein\w*)\s(?:\w+\s){0,2}(?:eingesetzt"
    r"|verwendet|genutzt|zum einsatz))",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:kein(?:e[nmrs]?)?|no|weder|neither|nicht|never)\b[^.,;]{0,25}$", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"(?:anmeld|login|log in|logged in|eingeloggt|ausloggen|log out).{0,60}$|(?:means of payment"
    r"|zahlungsmittel|zahlungsarten)[^)]{0,12}\([^)]{0,40}$"
    r"|(?:translated|übersetzt)\W+(?:\w+\W+){0,3}$"
    r"|(?:früher|vormals|ehemals|formerly|previous name|previously|bisher)[:\s„“\"(]{1,4}$",
    re.IGNORECASE,
)
_MEASURES = re.compile(r"(?: und \w+)? (?:zusätzlich|additionally)? ?(?:ergriffenen|taken)", re.IGNORECASE)
"""“the measures taken by X” speaks of a safeguard, and is a usual remnant of copying."""


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


def services_in(sections: Iterable[Section]) -> Services:
    """The services that the sections say are used, by id, in the order of the text."""
    found, doubtful = Services(), list[tuple[Mention, Block, Section]]()
    for section in sections:
        if section.heading:
            for mention in catalog.mentions(section.heading.text):
                if mention.service in section.services:
                    _add(found, mention, section.heading, section, 0.95)
        for block in section.blocks:
            if block.role is not Role.ROW:
                _read_block(found, doubtful, block, section)
    for mention, block, section in doubtful:
        if _belongs(mention, found, section):
            _add(found, mention, block, section, 0.7)
    for id in [id for id, used in found.used.items() if _only_a_brand(used, found)]:
        del found.used[id]
    return found


def _only_a_brand(used: InUse, found: Services) -> bool:
    """“LinkedIn” beside the LinkedIn Insight Tag, in no section of its own, is the company, not its network."""
    entry = used.service
    if entry.category != "social" or any(entry in s.services or s.kind.startswith("social") for s in used.sections):
        return False
    own = {s.topic for s in used.sections}
    return any(
        other.service.provider.id == entry.provider.id
        and other.service.id != entry.id
        and own & {s.topic for s in other.sections}
        for other in found.used.values()
    )


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
            or _EXAMPLE.search(before[-90:])
            or (section.kind == "general" and _in_terms(section))
        ):
            continue
        elif mention.company or not mention.certain:
            doubtful.append((mention, block, section))
        else:
            _add(found, mention, block, section, 0.9 if section.kind not in ("general", "rights") else 0.75)


def _in_terms(section: Section) -> bool:
    return bool(re.search(r"begriff|definition|haftung|liability|copyright|urheber", section.title, re.IGNORECASE))


def is_denied(sentence: str, before: str) -> bool:
    """Whether the words before a name say that it is not used."""
    if _NO.search(before[-60:]):
        return not re.search(r"(?:nicht nur|not only|ohne)", before[-40:], re.IGNORECASE)
    first = max(0, len(before) - 400)
    sentence, before = sentence[first : len(before) + 200], before[first:]
    m = _DENIED.search(sentence)
    if m is None or m.start() > len(before) + 40:
        return False
    return re.search(r"\b(?:nur|only)\b", sentence[m.start() : m.end() + 12]) is None


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

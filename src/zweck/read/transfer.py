"""Transfers to third countries: the country, the safeguard that the notice names for it, and where.

A country counts where data is said to go: in a sentence that speaks of sending, storing or processing there, in a
table's column of places, or by a safeguard that only exists for one country. A seat, a denied transfer and a list of
countries that count like the Union are none (Art. 44–49 GDPR). A safeguard belongs to its sentence or row, else to
its section; what a section on third countries says of all transfers holds for those without one of their own.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from zweck import catalog
from zweck.read.block import Block, Place, Role
from zweck.read.cookie_table import cells_of
from zweck.read.country import ADEQUATE, countries_in, places_in
from zweck.read.outline import Section
from zweck.read.sentence import sentences
from zweck.words import Table, Words

__all__ = ["Transfer", "countries_in", "safeguards_in", "transfers_in"]

_SENT = Words(
    r"übermitt\w*|übertrag\w*|transfer\w*|gespeichert|verarbeite\w*|server\b|servern|servers|weiterg\w*"
    r"|weiterleit\w*|weitergeleitet|gelang\w*|stored|process\w*|sent to|send\w* to|sitz in|mit sitz|fließ\w*|zugegriffen|zugriff\w*|access\w* from"
    r"|based in|located in|located within|drittland|drittstaat|drittländer|third[- ]country|third countries|headquarter|hosted in|hosted within|rechenzentr\w*|data cent(?:er|re)s?"
    r"|ansässig|befinde[nt]|verarbeitungsort|place of processing|standort|export\w*"
)
_DENIED = Words(
    r"(?:findet (?:\w+ ){0,4}nicht statt|finden nicht statt|keine (?:daten)?(?:übermittlung|weitergabe|übertragung)|nicht (?:\w+ ){0,3}(?:übermittelt"
    r"|übertragen|weitergegeben|verlassen)|no (?:data )?transfers?\b|not (?:be )?transfer\w*|does not leave|do not leave|never leave|without (?:any )?transfer"
    r"|erfolgt (?:\w+ ){0,3}nicht\b|nicht in drittländer)"
)
_ONLY_INSIDE = re.compile(r"\b(?:nur|ausschließlich|only|solely|exclusively)\b[^.]{0,60}$", re.IGNORECASE)
_COLUMN = re.compile(
    r"datenspeicherung|speicherort|standort|serverstandort|location|region|drittland|third country|transfer|übermittlung|verarbeitungsort|place of processing|ort der|where"
    r"|hosted|data residency|^land$|^country$|länder|countries|serverort",
    re.IGNORECASE,
)
_FRAMES = ("DPF", "Privacy Shield", "Safe Harbour")
_CERTIFIED = Words(
    r"zertifiz\w*|certifi\w*|teilnehmer\w*|participa\w*|unterworfen|adher\w*|übermitt\w*|transfer\w*|abkommen|verpflichtet|sichergestellt|garanti\w*|gewährleist\w*|registriert|unter dem"
)
_HYPOTHETICAL = re.compile(
    r"\bnur,? (?:soweit|wenn|sofern|dann)|\bonly (?:if|where|when)|z\. ?b\.|e\. ?g\.|for example|beispielsweise|zum beispiel|such as",
    re.IGNORECASE,
)
_VOID = re.compile(r"ungültig|für nichtig|invalid|unwirksam|struck down|no longer valid", re.IGNORECASE)
_ABOUT_TRANSFER = re.compile(
    r"drittl(?:and|änd)|drittstaat|third[- ]countr|international\w* (?:data )?(?:transfer|daten)|transfers? (?:of|outside|abroad|to)|datentransfer|außerhalb der e"
    r"|outside (?:of )?the e|übermittlung in|data transfers?",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:diese länder|these countries|solche\w* (?:länder|übermittlung)|such transfers|jeweils)\b", re.IGNORECASE
)
_ADEQUACY_OF = re.compile(r"(?:Angemessenheits\w+|adequacy \w+)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\d{4,5}\D{0,12},?\s$|, (?:Inc|LLC)[^.]{0,120}$|\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2},? ?$|\d[\w ./-]{0,4},[^.;:()]{3,50}, ?$"
)
_DESTINATION = re.compile(
    r"(?:\bin (?:die|den|das|der)|\bnach|\bto(?: the)?|\bin(?: the)?|\baus den|\bfrom the|:|/)\s?$", re.IGNORECASE
)
_SAFEGUARDS: tuple[tuple[str, str], ...] = (
    (
        "SCC",
        r"standard-?(?:datenschutz|vertrags|schutz)(?:vertrags)?klausel\w*|standard ?(?:contractual|contract|data protection|protection) clauses"
        r"|standardvertrag\w*|\bSCCs?\b|(?:model|mustervertrags|eu-?vertrags)-? ?(?:contract(?:ual)? )?(?:clauses|klauseln)|mustervertragsklauseln|mustervertrag"
        r"|art\.? ?46 ?(?:abs\.? ?|para\.? ?|\()2\)? ?(?:lit\.? ?|\()c",
    ),
    ("DPF", r"data privacy framework|\bDPF\b|datenschutzrahmen|privacy framework"),
    (
        "adequacy",
        r"angemessenheitsbesch(?:l\w*|eid\w*)|angemessenheitsentscheidung\w*|adequacy (?:decision|finding|regulation)s?|art\.? ?45 (?:abs|dsgvo|ds-gvo|gdpr|para)"
        r"|angemessenes (?:datenschutz)?niveau aufgrund",
    ),
    (
        "BCR",
        r"binding corporate rules|konzernweit verbindliche\w* datenschutz\w*|verbindliche (?:interne |unternehmensinterne )?(?:datenschutz"
        r"|unternehmens)\w*|\bBCR\b",
    ),
    ("Privacy Shield", r"privacy[- ]?shield|datenschutzschild"),
    ("Safe Harbour", r"safe[- ]?harbou?r"),
    (
        "consent",
        r"(?:ausdrücklich\w*|explicit) (?:einwilligung|consent)[^.]{0,60}(?:übermitt|transfer)|art\.? ?49 ?(?:abs\.? ?|para\.? ?|\()1\)?[^.]{0,20}(?:lit\.? ?|\()a",
    ),
)
_SAFEGUARD = Table((kind, Words(words)) for kind, words in _SAFEGUARDS)
_NOT_ADEQUATE = re.compile(
    r"(?:kein|no|without|ohne|weder|nicht|not|für ungültig"
    r"|invalid)\W+(?:\w+\W+){0,6}(?:angemessenheitsbeschl|adequacy decision|adequate)|(?:kein"
    r"|no) adequacy"
    r"|adequacy decision .{0,60}(?:not|kein)|(?:kein|not)\w* .{0,40}angemessenheitsbeschl",
    re.IGNORECASE,
)


@dataclass
class Transfer:
    """One country that data goes to, the safeguards claimed for it, and the places."""

    country: str
    safeguards: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    services: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    by_service: dict[str, list[str]] = field(default_factory=dict)


def safeguards_in(text: str) -> list[tuple[str, int, int]]:
    """Safeguards that the text relies on, with offsets; a missing adequacy decision is none."""
    found = []
    for kind, m in _SAFEGUARD.found(text):
        if not (kind == "adequacy" and _NOT_ADEQUATE.search(text)):
            found.append((kind, m.start(), m.end()))
    return found


def transfers_in(sections: Iterable[Section], sentences_of: object = None) -> list[Transfer]:
    """Every country that the notice says data goes to, with the safeguards said of that transfer."""
    listed = list(sections)
    home = _home(listed)
    found: dict[str, Transfer] = {}
    topics: dict[int, list[Section]] = {}
    for section in listed:
        topics.setdefault(section.topic, []).append(section)
    for members in topics.values():
        _read_topic(found, members, home)
    _add_adequacy(found, listed)
    _add_general(found, listed)
    return list(found.values())


def _home(sections: list[Section]) -> str:
    """The country whose law the notice follows beside the GDPR; data kept there goes nowhere."""
    text = "\n".join(b.text for s in sections for b in s.blocks[:40])
    if len(_BRITISH.findall(text)) > 1 and not _EU_SEAT.search(text):
        return "GB"
    return "CH" if len(_SWISS.findall(text)) > 1 else ""


_BRITISH = re.compile(
    r"UK GDPR|Information Commissioner|\bICO\b|Data Protection Act 2018|\bUK (?:law|tax)|England and Wales"
)
_SWISS = re.compile(r"\b(?:n?DSG|revDSG|EDÖB|FDPIC|FADP|Swiss Federal|schweizerische[nsr]? Datenschutz\w*)\b")
_EU_SEAT = re.compile(r"\bBDSG\b|\bTDDDG\b|\bTTDSG\b|\bDSGVO\b")


def _read_topic(found: dict[str, Transfer], members: list[Section], home: str) -> None:
    free = _free(members)
    for section in members:
        column: int | None = None
        led: list[str] = []
        for block in section.blocks:
            if block.role is Role.ROW:
                column = _read_row(found, section, block, column, home)
                continue
            column = None
            led = _read_text(found, section, block, free, home, led)


def _free(members: list[Section]) -> list[str]:
    """The safeguards of a topic that are said of no single country."""
    said: list[str] = []
    for section in members:
        for block in section.blocks:
            if block.role is not Role.ROW and safeguards_in(block.text):
                for _, sentence in sentences(block.text):
                    said += [k for k in _untied(sentence) if k not in said]
    return said


def _untied(sentence: str) -> list[str]:
    """The safeguards of a sentence that names no single other country; the decision behind a framework is no second one."""
    if _tied(sentence):
        return []
    kinds = [k for k, _, _ in safeguards_in(sentence)]
    return [k for k in kinds if k != "adequacy" or not any(f in kinds for f in _FRAMES)]


def _tied(text: str) -> bool:
    """A safeguard in a block that also names one other country is said of that country."""
    named = countries_in(text)
    return any(code != "US" for code, _, _ in named) and len(named) <= 2 and not _ALL.search(text)


def _read_text(
    found: dict[str, Transfer], section: Section, block: Block, free: list[str], home: str, led: list[str]
) -> list[str]:
    """The transfers of a paragraph; returns the countries that its lead-in announces safeguards for."""
    if led and block.role is Role.ITEM:
        _read_led(found, block.text, led)
        return led
    sent: list[str] = []
    if block.text.rstrip().endswith(":"):
        free = []
    for start, sentence in sentences(block.text):
        own = [k for k, _, _ in safeguards_in(sentence)]
        for code, at, end in places_in(sentence):
            if code != home and _is_sent(sentence, at, block.text):
                _add(
                    found, code, section, block.place(start + at, start + end), _for_country(code, sentence, own, free)
                )
                sent.append(code)
        framed = [k for k in own if k in _FRAMES]
        if framed and "US" not in sent and _is_framed(sentence):
            at = next(a for k, a, _ in safeguards_in(sentence) if k in _FRAMES)
            _add(found, "US", section, block.place(start + at, start + at + 3), _for_country("US", sentence, own, free))
            sent.append("US")
    return sent if block.text.rstrip().endswith(":") else []


def _is_framed(sentence: str) -> bool:
    """Whether a sentence relies on a framework with the United States rather than tells of one."""
    if _HYPOTHETICAL.search(sentence):
        return False
    return bool(_CERTIFIED.search(sentence)) and not _VOID.search(sentence) and not _DENIED.search(sentence)


def _read_led(found: dict[str, Transfer], text: str, led: list[str]) -> None:
    """An entry below “transfers to A or B rely on:” concerns the countries it names, else those without adequacy."""
    own = [k for k, _, _ in safeguards_in(text)]
    named = [code for code, _, _ in places_in(text) if code in led]
    if any(k in _FRAMES for k in own) and "US" in led:
        named.append("US")
    for code in named or [c for c in led if c not in ADEQUATE] or led:
        kept = _for_country(code, text, own, [])
        found[code].safeguards += [k for k in kept if k not in found[code].safeguards]


def _read_row(found: dict[str, Transfer], section: Section, block: Block, column: int | None, home: str) -> int | None:
    cells = cells_of(block.text)
    header = next((i for i, c in enumerate(cells) if len(c) < 45 and _COLUMN.search(c) and not countries_in(c)), None)
    if column is None or (header is not None and all(len(c) < 45 for c in cells)):
        return header if header is not None else -1
    said = cells[column] if 0 <= column < len(cells) else ""
    text = said if column >= 0 and said else (block.text if _SENT.search(block.text) else "")
    own = [k for k, _, _ in safeguards_in(block.text)]
    services = [m.service.id for m in catalog.mentions(block.text) if m.certain][:3]
    for code, _, _ in places_in(text):
        if code != home:
            at = max(block.text.find(text), 0)
            _add(
                found, code, section, block.place(at, at + len(text)), _for_country(code, block.text, own, []), services
            )
    return column


def _for_country(code: str, text: str, own: list[str], free: list[str]) -> list[str]:
    """Which of the safeguards said beside a country, or in its topic, can be meant for it."""
    own = [k for k in own if k != "adequacy" or _is_adequacy_of(code, text, own)]
    named = [c for c, _, _ in countries_in(text)]
    if code == "US":
        framed = any(k in _FRAMES for k in own)
        return [k for k in own if k != "adequacy" or not framed] or free
    kept = [k for k in own if k not in _FRAMES]
    if code in ADEQUATE and "adequacy" in kept and "US" in named:
        return ["adequacy"]
    return kept or ([] if code in ADEQUATE and len(named) < 3 else [k for k in free if k not in (*_FRAMES, "adequacy")])


def _is_adequacy_of(code: str, text: str, own: list[str]) -> bool:
    """An adequacy decision “for the EU-US framework” is the framework; one beside a country's name is that country's."""
    m = _ADEQUACY_OF.search(text)
    if m is None:
        return True
    if code == "US":
        near = text[m.end() : m.end() + 70]
        others = [c for c, _, _ in countries_in(text[max(0, m.start() - 14) : m.end() + 60]) if c != "US"]
        return not others and not any(k in _FRAMES for k, _, _ in safeguards_in(near))
    return code in ADEQUATE


def _add(
    found: dict[str, Transfer],
    code: str,
    section: Section,
    place: Place,
    safeguards: list[str],
    services: Iterable[str] = (),
) -> None:
    entry = found.setdefault(code, Transfer(code))
    entry.places.append(place)
    entry.safeguards += [k for k in safeguards if k not in entry.safeguards]
    for id in services or (s.id for s in section.services):
        if id not in entry.services:
            entry.services.append(id)
        kept = entry.by_service.setdefault(id, [])
        kept += [k for k in safeguards if k not in kept]
    if section.kind not in ("general", *entry.kinds):
        entry.kinds.append(section.kind)


def _add_adequacy(found: dict[str, Transfer], sections: list[Section]) -> None:
    """A sentence that says of one country that it is adequate settles what its transfer rests on."""
    for section in sections:
        for block in section.blocks:
            if block.role is Role.ROW or not any(k == "adequacy" for k, _, _ in safeguards_in(block.text)):
                continue
            for _, sentence in sentences(block.text):
                said = [k for k, _, _ in safeguards_in(sentence)]
                named = [c for c, _, _ in places_in(sentence) if c in found and c in ADEQUATE]
                if "adequacy" in said and len(named) == 1:
                    found[named[0]].safeguards = [k for k in said if k not in _FRAMES]


def _add_general(found: dict[str, Transfer], sections: list[Section]) -> None:
    """What a section on transfers says of all of them holds for a country that has no safeguard of its own."""
    general = [s for s in sections if _ABOUT_TRANSFER.search(s.title)]
    said = list(
        dict.fromkeys(k for s in general for b in s.blocks if not _tied(b.text) for k, _, _ in safeguards_in(b.text))
    )
    for entry in found.values():
        if not entry.safeguards and entry.country not in ADEQUATE:
            entry.safeguards += said if entry.country == "US" else [k for k in said if k not in (*_FRAMES, "adequacy")]


def _is_sent(sentence: str, at: int, block: str) -> bool:
    """Whether a sentence, or the short paragraph around it, says that data goes to the country named at ``at``."""
    if _DENIED.search(sentence) or _address_only(sentence, at):
        return False
    if _SENT.search(sentence):
        return not _is_parent(sentence[:at])
    return len(block) < 1500 and bool(_SENT.search(block)) and bool(_DESTINATION.search(sentence[:at][-14:]))


def _is_parent(before: str) -> bool:
    """The seat of a parent company says nothing of data."""
    return (
        re.search(r"(?:muttergesellschaft|mutterkonzern|parent company)[^.]{0,160}$", before, re.IGNORECASE) is not None
    )


def _address_only(text: str, start: int) -> bool:
    """A country at the end of an address says where a company sits, not where data goes."""
    before, after = text[max(0, start - 130) : start], text[start : start + 60]
    if re.match(r"[\w .]{2,28}\)?,? (?:übermittelt|übertragen|weitergeleitet|transferred|sent|transmitted)", after):
        return False
    return bool(_ADDRESS.search(before))

"""Transfers to third countries: the country, the safeguard that the notice names for it, and where.

Countries are read by name in both languages; a transfer counts in a sentence that speaks of sending, storing or
processing there, and a denied one (“no transfer takes place”) does not. A safeguard belongs to its section.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from zweck.read.block import Block, Place
from zweck.read.outline import Section
from zweck.words import Table, Words

_COUNTRIES = {
    "US": r"USA|U\.S\.A?\.?(?=\W)|US(?=-Server|-amerik)|Vereinigten? Staaten(?: von Amerika)?"
        r"|United States(?: of America)?",
    "GB": r"Vereinigte[ns]? Königreich|United Kingdom|Großbritannien|Great Britain|\bUK\b",
    "CH": r"(?<!Neuseeland )Schweiz\b|Switzerland", "CN": r"China|People’s Republic of China", "IN": r"Indien|India\b",
    "RU": r"Russland|Russia|Russische Föderation", "JP": r"Japan\b", "CA": r"Kanada|Canada\b", "IL": r"Israel\b",
    "NZ": r"Neuseeland|New Zealand", "AU": r"Australien|Australia\b", "SG": r"Singapu?r|Singapore", "BR": r"Brasilien|Brazil",
    "TW": r"Taiwan", "CL": r"Chile\b", "KR": r"Südkorea|South Korea|Republik Korea", "TR": r"Türkei|Turkey|Türkiye",
    "UA": r"Ukraine", "PH": r"Philippinen|Philippines", "MX": r"Mexiko|Mexico", "ZA": r"Südafrika|South Africa",
    "AR": r"Argentinien|Argentina", "HK": r"Hongkong|Hong Kong", "RS": r"Serbien|Serbia",
}  # fmt: skip
_SHORT = {"US": ("usa", "u.s", "us-", "staaten", "states"), "GB": ("königreich", "kingdom", "britan", "uk", "britain")}
_COUNTRY = Table(
    (code, Words(rf"\b(?:{words})", exact=True, stems=_SHORT.get(code, ()))) for code, words in _COUNTRIES.items()
)
_SENT = Words(
    r"übermitt\w*|übertrag\w*|transfer\w*|gespeichert|verarbeite\w*|server\b|servern|weiterg\w*"
    r"|weiterleit\w*|gelang\w*|stored|process\w*|sent to|sitz in"
    r"|based in|muttergesellschaft|parent company|drittland|drittstaat|third[- ]country|third countries"
    r"|headquarter|hosted in"
)
_DENIED = Words(
    r"(?:findet (?:\w+ ){0,4}nicht statt|keine (?:daten)?übermittlung|nicht (?:\w+ ){0,3}(?:übermittelt"
    r"|übertragen)|no (?:data )?transfer|not (?:be )?transferred|finden nicht statt)"
)
_SAFEGUARDS: tuple[tuple[str, str], ...] = (
    (
        "SCC",
        r"standardvertragsklausel\w*|standarddatenschutzklausel\w*|standard ?(?:contractual"
        r"|data protection|protection) clauses|eu-?standardvertrag\w*|\bSCCs?\b|model clauses"
        r"|art\.? ?46 ?(?:abs\.? ?|para\.? ?|\()2\)? ?(?:lit\.? ?|\()c",
    ),
    ("DPF", r"data privacy framework|\bDPF\b|datenschutzrahmen|privacy framework"),
    (
        "adequacy",
        r"angemessenheitsbeschl\w*|adequacy decision|art\.? ?45 (?:abs|dsgvo|ds-gvo|gdpr|para)"
        r"|angemessenes (?:datenschutz)?niveau aufgrund",
    ),
    (
        "BCR",
        r"binding corporate rules|verbindliche (?:interne |unternehmensinterne )?(?:datenschutz"
        r"|unternehmens)\w*|\bBCR\b",
    ),
    ("Privacy Shield", r"privacy[- ]?shield|datenschutzschild"),
    ("Safe Harbour", r"safe[- ]?harbou?r"),
    ("consent", r"art\.? ?49 ?(?:abs\.? ?|para\.? ?|\()1\)?[^.]{0,20}(?:lit\.? ?|\()a"),
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


def countries_in(text: str) -> list[tuple[str, int, int]]:
    """Third countries named in the text, with offsets."""
    return [(code, m.start(), m.end()) for code, m in _COUNTRY.found(text)]


def transfers_in(sections: Iterable[Section], sentences_of: object = None) -> list[Transfer]:
    """Every country that the notice says data goes to, with the safeguards of the same topic."""
    found: dict[str, Transfer] = {}
    topics: dict[int, list[Section]] = {}
    for section in sections:
        topics.setdefault(section.topic, []).append(section)
    for members in topics.values():
        _read_topic(found, members)
    return list(found.values())


def _read_topic(found: dict[str, Transfer], members: list[Section]) -> None:
    blocks = [(s, b) for s in members for b in s.blocks]
    free = list(dict.fromkeys(k for _, b in blocks if not _tied(b.text) for k, _, _ in safeguards_in(b.text)))
    for section, block in blocks:
        for code, start, end in countries_in(block.text):
            if not _is_sent(block, start, end):
                continue
            entry = found.setdefault(code, Transfer(code))
            entry.places.append(block.place(start, end))
            own = _own_safeguards(code, block, free)
            entry.safeguards += [k for k in own if k not in entry.safeguards]
            entry.services += [s.id for s in section.services if s.id not in entry.services]
            for id in (s.id for s in section.services):
                entry.by_service.setdefault(id, [])
                entry.by_service[id] += [k for k in own if k not in entry.by_service[id]]
            if section.kind not in ("general", *entry.kinds):
                entry.kinds.append(section.kind)


def _tied(text: str) -> bool:
    """A safeguard in a block that also names one other country is said of that country."""
    return any(code != "US" for code, _, _ in countries_in(text)) and len(countries_in(text)) <= 2


def _own_safeguards(code: str, block: Block, free: list[str]) -> list[str]:
    said = [k for k, _, _ in safeguards_in(block.text)]
    if code == "US":
        return free if said == ["adequacy"] else [k for k in said or free if k != "adequacy"]
    kept = ("adequacy", "SCC", "BCR", "consent")
    return [k for k in (said or [f for f in free if f != "adequacy"]) if k in kept]


def _is_sent(block: Block, start: int, end: int) -> bool:
    text = block.text
    left = max(text.rfind(". ", 0, start), 0)
    right = text.find(". ", end)
    sentence = text[left : right if right > 0 else len(text)]
    if _DENIED.search(sentence):
        return False
    return bool(_SENT.search(sentence)) or (
        bool(_SENT.search(text)) and len(text) < 1500 and not _address_only(text, start)
    )


def _address_only(text: str, start: int) -> bool:
    """A country at the end of an address says where a company sits, not where data goes."""
    return bool(re.search(r"\d{4,5}\D{0,12},?\s$|, (?:Inc|LLC)[^.]{0,120}$", text[max(0, start - 130) : start]))

"""A person or company that a notice names, with its ways of contact; every value keeps its place.

Register, court, VAT id and representatives are what § 5 DDG asks of an imprint.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zweck.read.block import Block, Place
from zweck.read.contact import Found, find_value

_DIRECTORS = re.compile(
    r"(?:represented by(?: the)?(?: managing)?(?: directors?)?|vertreten durch(?: (?:die"
    r"|den))?(?: geschäftsführer(?:in|innen)?)?|geschäftsführ(?:ung|er(?:in|innen)?)"
    r"|managing directors?|vorstand|board of directors)\s?:?\s?(?P<names>[^|\n]{5,160})",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\s*(?:Dr\. |Prof\. |Dipl\.-\w+\.? )*[A-ZÄÖÜ][\wäöüß.-]+(?: [A-ZÄÖÜ][\wäöüß.-]+){1,3}\s*\.?")
_REGISTER = re.compile(r"\b(?P<number>(?:HRB|HRA|VR|GnR|PR|FN)\s?\d{2,7}\s?\w?)\b")
_COURT = re.compile(
    r"(?P<court>(?:Amtsgericht|Registergericht:? Amtsgericht|AG)\s[A-ZÄÖÜ][\wäöüß.()/ -]{2,30}?(?=[,;|\n]"
    r"|\s{2}|$|\sHR|\sunter)|[A-ZÄÖÜ]\w+ (?:Local|District) Court)"
)
_VAT = re.compile(r"\b(?P<vat>DE\s?\d{3}\s?\d{3}\s?\d{3}|ATU\s?\d{8}|CHE-?\d{3}\.?\d{3}\.?\d{3})\b")


@dataclass
class Party:
    """A person or company; a value is absent when it was not found."""

    name: Found | None = None
    street: Found | None = None
    postcode: Found | None = None
    city: Found | None = None
    country: Found | None = None
    city_first: bool = False
    email: Found | None = None
    phone: Found | None = None
    vat: Found | None = None
    register: Found | None = None
    court: Found | None = None
    represented_by: list[Found] = field(default_factory=list)

    @property
    def address(self) -> str | None:
        """Street, postcode and city in one line, in the order of their country; ``None`` when the street is unknown."""
        if not self.street or not self.postcode or not self.city:
            return None
        place = (self.city.value, self.postcode.value) if self.city_first else (self.postcode.value, self.city.value)
        parts = [self.street.value, " ".join(place)]
        return ", ".join(parts + ([self.country.value] if self.country else []))


@dataclass
class Officer(Party):
    """The data protection officer; ``present`` is false when none is named, ``stated_none`` when the text says so."""

    present: bool = False
    stated_none: bool = False
    places: list[Place] = field(default_factory=list)


def add_register(party: Party, blocks: list[Block]) -> None:
    """Register, court, VAT id and representatives, wherever the blocks name them."""
    party.vat, party.register = find_value(_VAT, blocks, "vat"), find_value(_REGISTER, blocks, "number")
    party.court = find_value(_COURT, blocks, "court") if party.register else None
    for block in blocks:
        if len(block.text) < 220 and (m := _DIRECTORS.search(block.text)):
            place = block.place(m.start("names"), m.end("names"))
            names = re.split(r",|;| und | and |&", m["names"])
            party.represented_by += [Found(n.strip(" ."), place) for n in names if _PERSON.fullmatch(n)]
            if party.represented_by:
                break

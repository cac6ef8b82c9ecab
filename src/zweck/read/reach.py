"""How the controller can be reached: what stands near its name, then what stands elsewhere and is nobody else's.

An address of the officer, of an authority or of a service's provider is not the controller's.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re

from zweck.catalog import by_host
from zweck.read.block import Block
from zweck.read.company import companies_in
from zweck.read.contact import LANDS, PHONE, Found, addresses_in, email_in, emails_in, find_value, has_address
from zweck.read.naming import Flat
from zweck.read.officer import OFFICER, is_of_authority
from zweck.read.party import Officer, Party
from zweck.words import Words

WRITE_TO = Words(
    r"kontakt|contact|write to|schreiben sie|wenden sie sich|per post|by post|postadresse|postanschrift|address|anschrift|anfragen|reach us"
    r"|queries|questions|fragen|letter|brief|impressum|imprint|setzen sie sich"
)
OWN_SECTIONS = frozenset(
    ("general", "imprint", "rights", "business_partners", "contact", "enquiries", "cookies", "notice", "consent")
)
_FREE_MAIL = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "gmx.de",
        "gmx.net",
        "gmx.at",
        "gmx.ch",
        "web.de",
        "t-online.de",
        "outlook.com",
        "outlook.de",
        "hotmail.com",
        "hotmail.de",
        "yahoo.com",
        "yahoo.de",
        "icloud.com",
        "me.com",
        "posteo.de",
        "mailbox.org",
        "proton.me",
        "protonmail.com",
        "aol.com",
        "freenet.de",
    ]
)
_OFFICERS = re.compile(r"(?:\w+[.-])?(?:dpo|dsb|datenschutz\w*|data-?protection|externer)\b", re.IGNORECASE)


def details_near(name: Found, blocks: list[Block]) -> Party:
    """A party of this name, with the address, e-mail and phone that stand near it."""
    party = Party(name=name)
    start = next((i for i, b in enumerate(blocks) if b.line <= name.place.line <= b.last_line), 0)
    near = blocks[start : start + 9]
    near = near[
        : next((i for i, b in enumerate(near) if i and (OFFICER.search(b.text) or (b.level and i > 2))), len(near))
    ]
    _set_address(party, near)
    party.email, party.phone = email_in(near), find_value(PHONE, near)
    if party.email and is_of_authority(party.email.value):
        party.email = None
    return party


def _set_address(party: Party, blocks: list[Block]) -> None:
    for i, block in enumerate(blocks):
        for width in (1, 2, 3):
            joined = ", ".join(b.text.strip(" ,|") for b in blocks[i : i + width])
            address = next(addresses_in(joined), None)
            if not address:
                continue
            place, last = block.place(), blocks[min(i + width - 1, len(blocks) - 1)].place()
            party.street, party.city_first = Found(address.street, place), address.city_first
            party.postcode, party.city = Found(address.postcode, last), Found(address.city, last)
            following = blocks[i + width].text.strip() if i + width < len(blocks) else ""
            country = address.country or (following if following in LANDS else None)
            party.country = Found(country, last) if country else None
            return


def complete(party: Party, flat: Flat, officer: Officer | None) -> None:
    """What is missing, from other places where the name stands; then from an address of its own domain."""
    name = party.name.value if party.name else ""
    if not party.street or not party.email:
        for i, (_, block) in enumerate(flat):
            if name not in block.text or (party.name and block.line == party.name.place.line):
                continue
            other = details_near(Found(name, block.place()), [b for _, b in flat[i : i + 7]])
            if not party.street and other.street and block.text.find(name) < 120:
                party.street, party.postcode, party.city, party.country = (
                    other.street,
                    other.postcode,
                    other.city,
                    other.country,
                )
                party.city_first = other.city_first
            if not party.email and other.street:
                party.email = other.email
    if not party.email:
        party.email = _own_email(name, flat, officer) or only_email(flat, officer)
    if not party.street:
        _set_address(party, _where_to_write(flat))


_ELSE = re.compile(
    r"\banbieter|\bprovider\b|dienstleister|\bhoster\b|provided by|bereitgestellt von|betrieben von|\bvertreter|representative",
    re.IGNORECASE,
)
"""Who else may have an address."""


def _where_to_write(flat: Flat) -> list[Block]:
    """The blocks of an address given for questions, when it is nobody else's."""
    for i, (section, block) in enumerate(flat):
        if section.kind not in OWN_SECTIONS or not has_address(block.text):
            continue
        near = " ".join(b.text for _, b in flat[max(0, i - 2) : i + 1])
        if (
            WRITE_TO.search(near)
            and not OFFICER.search(near)
            and not section.services
            and not _ELSE.search(near)
            and not about_authority(flat, i)
            and not next(companies_in(near), None)
        ):
            return [block]
    return []


def _own_email(name: str, flat: Flat, officer: Officer | None) -> Found | None:
    """An address elsewhere whose domain carries the controller's name; one with a trap in it does not count."""
    keys = [w for w in re.split(r"\W", name.lower()) if len(w) > 3]
    officers = officer.email.value if officer and officer.email else ""
    found = None
    for email in (e for _, block in flat for e in emails_in(block)):
        if not is_of_authority(email.value):
            domain = email.value.lower().rpartition("@")[2].removeprefix("www.")
            if any(domain.startswith(key) or f"-{key}" in domain or key in domain.split(".")[0] for key in keys):
                if email.value != officers:
                    return email
                found = found or email
    return found


_REPRESENTATIVE = re.compile(
    r"(?:eu-?|uk-?|gdpr-?)?rep(?:resentative)?[_.@-]|[^@]*@(?:\w+\.)?(?:prighter|datarep|edpo|gdpr-rep)\.",
    re.IGNORECASE,
)
"""Whoever stands in for a firm abroad (Art. 27 GDPR) is not that firm."""


def only_email(flat: Flat, officer: Officer | None) -> Found | None:
    """The address that the notice gives for questions, when it gives one only."""
    officers = officer.email.value if officer and officer.email else ""
    emails: dict[str, Found] = {}
    for section, block in flat:
        if section.kind not in OWN_SECTIONS and not WRITE_TO.search(block.text):
            continue
        for email in emails_in(block):
            domain = email.value.rpartition("@")[2].lower()
            if _REPRESENTATIVE.match(email.value):
                continue
            if not is_of_authority(email.value) and (domain in _FREE_MAIL or not by_host(domain)):
                emails.setdefault(email.value.lower(), email)
    others = [e for e in emails.values() if e.value != officers]
    domains = {e.value.lower().rpartition("@")[2] for e in others}
    if others:
        return others[0] if len(domains) == 1 else None
    return next((e for e in emails.values() if not _OFFICERS.match(e.value)), None)


def about_authority(flat: Flat, i: int) -> bool:
    near = " ".join(b.text for _, b in flat[max(0, i - 2) : i + 2])
    return (
        re.search(
            r"aufsichtsbehörde|landesbeauftragt|supervisory|beauftragte\w* für (?:den )?datenschutz|commissioner|datenschutzbehörde",
            near,
            re.IGNORECASE,
        )
        is not None
    )

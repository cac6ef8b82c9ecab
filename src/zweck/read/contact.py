"""Ways to reach somebody as notices write them: e-mail, phone, postal address, with their places.

“(at)” and “[dot]” are made plain; a placeholder that a mail filter left (``[email protected]``) is no address.
Postal addresses of Germany, Austria, Switzerland and their neighbours; British ones by their postcode.
"""

# ruff: noqa: E501  (patterns read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zweck.read.block import Block, Place
from zweck.words import Words

_AT = r"\s?(?:@|\(\s?at\s?\)|\[\s?at\s?\]|\{\s?at\s?\}|\s\[?at\]?\s(?=[\w-]+\s?(?:\.|\(dot|\[dot|\[punkt|\(punkt)))\s?"
_DOT = r"(?:\.|\s?(?:\(dot\)|\[dot\]|\(punkt\)|\[punkt\])\s?)"
EMAIL = re.compile(rf"(?<![\w.])[\w.+-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{2,63}}){{1,4}}")
_MAY_MAIL = Words(r"@|\bat\b|\(at\)|\[at\]", stems=("@", "(at", "[at", "{at", " at ", "( at", "[ at"))
PHONE = re.compile(r"(?:\+\d{2}|\(?0)[\d ()/.‑–-]{5,24}\d")
PLACEHOLDER = re.compile(r"\[email\s?protected\]|\[e-?mail\s?geschützt\]", re.IGNORECASE)

_NUMBER = r"\d{1,4}\s?[a-zA-Z]?(?![\w@])(?:\s?[-–‑/+]\s?\d{1,4}\s?[a-z]?(?!\w)){0,2}"
_WORD = r"[\w.’'-]{1,30}"
_STREET = (
    r"(?P<street>(?:c/o\s[^,|\n]{2,40},\s)?(?:"
    rf"(?:(?:ul|al|pl)\. )?[A-ZÄÖÜ][\w.’'-]{{1,40}}(?:[ -]{_WORD}){{0,4}}\s{_NUMBER}"
    rf"|(?:[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]orso|[Cc]alle|[Rr]ue|[Aa]venue)\s(?:{_WORD}\s){{1,4}},?\s?{_NUMBER}"
    rf"|\d{{1,4}}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|boulevard|bd|place|quai|via|chemin)(?:\s[A-Za-zÀ-ÿ][\w.’'-]{{0,30}}){{1,5}}"
    r"))"
)
_CODE = r"(?<!\d)(?P<postcode>\d{4,5}(?:\s?[A-Z]{2}\b)?|\d{2}-\d{3}|\d{4}-\d{3}|\d{3} \d{2})"
_CITY = (
    r"(?P<city>(?:St\.|Bad|Sankt|Groß|Klein|Alt|Neu|La|Le|Den) ?[A-ZÄÖÜ]?[\wäöüßéè-]{1,30}|[A-ZÄÖÜ][\wäöüßéè-]{1,30})"
    r"(?P<more>(?:(?: (?:am|an|der|im|in|bei|b\.|a\.|i\.|d\.|Main|ob|vor|vom)){1,2} ?[A-ZÄÖÜ(]?[\w()-]{0,20}\.?"
    r"|[ /-](?!Tel|Fax|Mail|Phone|E-)[A-ZÄÖÜ(][\w()-]{1,20}(?!\w*[.:@]\s?[\w@])){0,2})"
)
LANDS = (
    "Germany", "Deutschland", "Österreich", "Austria", "Schweiz", "Switzerland", "France", "Frankreich", "Italy",
    "Italien", "Niederlande", "Netherlands", "The Netherlands", "Liechtenstein", "Luxemburg", "Luxembourg", "Belgium",
    "Belgien", "Spain", "Spanien", "Ireland", "Irland", "Poland", "Polen", "Denmark", "Dänemark", "Sweden", "Schweden",
    "Norway", "Norwegen", "Finland", "Finnland", "Estonia", "Estland", "Latvia", "Lettland", "Lithuania", "Litauen",
    "Portugal", "Czech Republic", "Tschechien", "Slovakia", "Slovenia", "Hungary", "Ungarn", "Croatia", "Kroatien",
    "Romania", "Rumänien", "Bulgaria", "Bulgarien", "Greece", "Griechenland", "Cyprus", "Zypern", "Malta",
)  # fmt: skip
_BETWEEN = r"\s{0,2}[,|•·/–-]{0,2}\s{0,3}(?:[A-ZÄÖÜ][\w -]{2,30}[,|]\s)?(?:(?:D|DE|A|AT|CH|F|I|NL|L|LI)\s?[-–‑ ]\s?)?"
ADDRESS = re.compile(
    rf"{_STREET}{_BETWEEN}{_CODE}[,\s]\s?{_CITY}(?:\s{{0,2}}[,|]\s{{0,2}}(?P<country>{'|'.join(LANDS)})\b)?"
)
_BRITISH = re.compile(
    r"(?P<street>(?:Flat |Unit |Suite )?(?!of |at )(?:[\w ]{0,20}(?<! of )(?<! at ))?\b\d{1,4}[A-Za-z]?(?:-\d{1,4})?,? [A-Z][\w’' ]{2,30},"
    r"(?: [A-Z][\w ’'-]{2,30},){0,2}) (?P<city>[A-Z][\w’' -]{2,30}),? (?P<postcode>[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[AC-FHKNPRTV-Y]\d[\dW] ?(?=\w{0,3}\d)[A-Z\d]{4})\b"
    r"(?:,? (?P<country>United Kingdom|UK|England|Scotland|Wales|Great Britain|Ireland)\b)?(?P<more>)"
)
_AMERICAN = re.compile(
    r"(?P<street>(?<![\d.])\d{1,5} (?:[NSEW]\.? )?[A-Z][\w.’' ]{2,40},?(?: (?:Suite|Ste\.?|Floor|Unit|Room|#)\s?\w{1,6},?| \d{1,2}(?:st|nd|rd|th) Floor,?)?)"
    r" (?P<city>[A-Z][A-Za-z. ]{2,25}, [A-Z]{2}),? (?P<postcode>\d{5}(?:-\d{4})?)\b(?:,? (?P<country>USA|U\.S\.A\.|United States(?: of America)?))?(?P<more>)"
)
_ABROAD = re.compile(
    rf"(?P<street>[A-ZÄÖÜ][\w.’'-]{{1,30}}(?: {_WORD}){{0,3}} {_NUMBER}), (?P<city>[A-ZÄÖÜ][\w’'-]{{2,25}}(?: [A-ZÄÖÜ][\w’'-]{{2,25}}){{0,2}}),?"
    rf" (?P<postcode>(?:[A-Z]{{2}}-)?\d{{4,6}}), (?P<country>{'|'.join(LANDS)})\b(?P<more>)"
)


_CODED = re.compile(r"\d{4}|\d{2}-\d{3}|\d{3} \d{2}|[A-Z]\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[\dW] ?\w{4}")
"""Every address has a postcode."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value with its place."""

    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Postal:
    """A postal address as it stands in a text; ``country`` is empty when the text does not say."""

    street: str
    postcode: str
    city: str
    country: str
    start: int
    end: int
    city_first: bool = False
    """Whether the city stands before the postcode, as in Britain."""


def addresses_in(text: str) -> Iterator[Postal]:
    """Every postal address of the text."""
    if not _CODED.search(text):
        return
    for pattern in (ADDRESS, _BRITISH, _AMERICAN, _ABROAD):
        for m in pattern.finditer(text):
            city = f"{m['city']}{m['more'] or ''}".strip(" .-/")
            country, street = m["country"] or "", m["street"].strip(" ,")
            yield Postal(street, m["postcode"], city, country, m.start(), m.end(), pattern is not ADDRESS)


def has_address(text: str) -> bool:
    """Whether a postal address stands in the text; one in America, mostly a vendor's, says nothing of who writes."""
    return any(not _AMERICAN.fullmatch(text, found.start, found.end) for found in addresses_in(text))


_GLUED = re.compile(r"(?<=[a-z]{2})\.[A-ZÄÖÜ][a-zäöüß]+$")
"""A sentence that begins without a blank after an address."""


def plain_email(written: str) -> str | None:
    """An address with its “(at)” and “[dot]” made plain, or ``None`` when that gives none."""
    written = _GLUED.sub("", written)
    value = re.sub(r"\s?(?:\(\s?at\s?\)|\[\s?at\s?\]|\{\s?at\s?\}|\s\[?at\]?\s)\s?", "@", written)
    value = re.sub(r"\s?(?:\(dot\)|\[dot\]|\(punkt\)|\[punkt\])\s?", ".", value).replace(" ", "").strip(".")
    return value if value.count("@") == 1 and "." in value.rpartition("@")[2] else None


def emails_in(block: Block) -> Iterator[Found]:
    """Every real e-mail address of a block."""
    if not _MAY_MAIL.may_be_in(block.text):
        return
    for m in EMAIL.finditer(block.text):
        if value := plain_email(m.group()):
            yield Found(value, block.place(m.start(), m.end()))


def email_in(blocks: list[Block]) -> Found | None:
    """The first real e-mail address."""
    return next((found for block in blocks for found in emails_in(block)), None)


def find_value(pattern: re.Pattern[str], blocks: list[Block], group: str | int = 0) -> Found | None:
    """The first match in the blocks, with its place."""
    for block in blocks:
        if m := pattern.search(block.text):
            return Found(m[group].strip(" ,|"), block.place(m.start(group), m.end(group)))
    return None

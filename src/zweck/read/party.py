"""Who is responsible, who is the officer, which authority: names, addresses and ways to reach them, with places.

The controller stands after a sentence that introduces it, else in the imprint. Placeholders that a mail filter left
(``[email protected]``) are no address. The officer counts as present only where the text names or offers one.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from zweck.read.block import Block, Place
from zweck.read.outline import Section
from zweck.words import Words

_FORM = (
    r"(?:GmbH\s?&\s?Co\.?\s?KG(?:aA)?|gGmbH|GmbH|mbH|AG\s?&\s?Co\.?\s?KG|AG|SE\s?&\s?Co\.?\s?KG|SE|KGaA"
    r"|OHG|KG|UG(?:\s\(haftungsbeschränkt\))?|GbR|e\.\s?V\.|e\.\s?K\.|eG"
    r"|Inc\.?|LLC|Ltd\.?|Limited|PLC|S\.\s?A\.|B\.\s?V\.|A/S|Oy|AB|S\.r\.l\.|S\.à\sr\.l\.|Stiftung"
    r"|Anstalt des öffentlichen Rechts|AöR)"
)
_FORMS = re.compile(rf"(?<=[\w&.,)’'®|] ){_FORM}(?![\w])")
_TOKEN = re.compile(r"[A-ZÄÖÜ\d][\w&.+'’®-]{0,50},?|&|\||und|and|für|of|for|der|von|[a-z][\w.-]{2,30}")
_NO_NAME = frozenset(
    [
        "ist",
        "is",
        "sind",
        "are",
        "die",
        "der",
        "das",
        "the",
        "durch",
        "by",
        "von",
        "und",
        "and",
        "für",
        "of",
        "for",
        "bei",
        "an",
        "am",
        "in",
        "im",
        "the",
        "company",
        "firma",
        "gesellschaft",
        "ein",
        "eine",
        "a",
        "our",
        "unsere",
        "mit",
        "with",
        "via",
    ]
)
EMAIL = re.compile(
    r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\]|\s\[?at\]?\s(?=[\w-]+\.))\s?[\w-]{1,63}(?:\s?(?:\.|\(dot\)"
    r"|\[dot\]|\(punkt\))\s?[\w-]{2,63}){1,4}"
)
PHONE = re.compile(r"(?:\+\d{2}|\(?0)[\d ()/.‑–-]{5,24}\d")
PLACEHOLDER = re.compile(r"\[email\s?protected\]|\[e-?mail\s?geschützt\]", re.IGNORECASE)
ADDRESS = re.compile(
    r"(?P<street>[A-ZÄÖÜ][\w.’'-]{1,40}(?:[ "
    r"-][\w.’'-]{1,30}){0,4}\s\d{1,4}\s?[a-z]?(?:\s?[-–‑/+]\s?\d{1,4}\s?[a-z]?)?)\s{0,2}[,"
    r"|•·/]?\s{0,3}"
    r"(?:(?:D|DE|A|AT|CH)\s?[-–]\s?)?(?P<postcode>\d{4,5})\s(?P<city>[A-ZÄÖÜ][\wäöüß.-]{1,30}(?:[ "
    r"/-](?:am|an|der|im|in|bei|Main|[A-ZÄÖÜ(][\w().-]{1,20})){0,3})"
    r"(?:\s{0,2},\s{0,2}(?P<country>Germany|Deutschland|Österreich|Austria|Schweiz|Switzerland))?"
)
_CUE = Words(
    r"verantwortliche[rn]?\b[^.]{0,90}\bist\b|(?:verantwortliche[rn]?(?: stelle)?|verantwortlich) (?:im sinne|i\. ?s\. ?d"
    r"|für die (?:\w+ ){0,2}(?:daten)?(?:verarbeitung|erhebung)|nach art|gem|ist|für diese)"
    r"|verantwortlicher$|verantwortliche stelle"
    r"|(?:the )?(?:data )?controller (?:for|within|under|in the sense|of|is|responsible|pursuant)"
    r"|responsible (?:party|person|body|entity|for (?:the )?(?:data )?processing)|person responsible"
    r"|party responsible"
    r"|^(?:controller|responsible|company)\W*$|notice on the responsible|note on the responsible"
    r"|name und (?:kontaktdaten|anschrift) des|diensteanbieter|betreiber (?:dieser|der) (?:website"
    r"|seite)"
)
_OFFICER = Words(
    r"datenschutzbeauftragt\w+|data (?:protection|privacy) officer|privacy officer|\bDPO\b|\bDSB\b"
)
_NO_OFFICER = Words(
    r"(?:kein\w*|nicht (?:verpflichtet|bestellt|benannt)|no|not (?:obliged|required|appointed)"
    r"|without)\b[^.]{0,60}(?:datenschutzbeauftragt|data protection officer|privacy officer)"
    r"|datenschutzbeauftragt\w+[^.]{0,60}(?:nicht (?:bestellt|benannt|erforderlich|zu bestellen))"
)
_STATE_OFFICER = re.compile(
    r"(?:landes|bundes)\w*beauftragt|beauftragte\w* für (?:den )?datenschutz|state commissioner"
    r"|landesdatenschutzbeauftragt|hessische\w* datenschutzb|berliner b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"(?:(?:Die|Der|Das|The)?\s?(?:Landes(?:amt|beauftragte\w*|zentrum)|Bayerische[sn]? Landesamt"
    r"|Hessische\w* (?:Datenschutz)?[Bb]eauftragte\w*|Berliner Beauftragte\w*|Bundesbeauftragte\w*"
    r"|Unabhängige[sn]? Landeszentrum|Sächsische\w* Datenschutz\w*|Thüringer Landesbeauftragte\w*"
    r"|Hamburgische\w* Beauftragte\w*|State Commissioner|Bavarian State Office|Hessian Commissioner"
    r"|State Data Protection)"
    r"[^.;|\n(]{0,120}|\bLDI NRW\b|\bBayLDA\b|\bCNIL\b|Österreichische Datenschutzbehörde)"
)
_DIRECTORS = re.compile(
    r"(?:represented by(?: the)?(?: managing)?(?: directors?)?|vertreten durch(?: (?:die"
    r"|den))?(?: geschäftsführer(?:in|innen)?)?|geschäftsführ(?:ung|er(?:in|innen)?)"
    r"|managing directors?|vorstand|board of directors)\s?:?\s?(?P<names>[^|\n]{5,160})",
    re.IGNORECASE,
)
_REGISTER = re.compile(r"\b(?P<number>(?:HRB|HRA|VR|GnR|PR|FN)\s?\d{2,7}\s?\w?)\b")
_COURT = re.compile(
    r"(?P<court>(?:Amtsgericht|Registergericht:? Amtsgericht|AG)\s[A-ZÄÖÜ][\wäöüß.()/ -]{2,30}?(?=[,;|\n]"
    r"|\s{2}|$|\sHR|\sunter)|[A-ZÄÖÜ]\w+ (?:Local|District) Court)"
)
_VAT = re.compile(r"\b(?P<vat>DE\s?\d{3}\s?\d{3}\s?\d{3}|ATU\s?\d{8}|CHE-?\d{3}\.?\d{3}\.?\d{3})\b")
_LABEL = re.compile(
    r"^\W*(?:tel|phone|telefon|fax|mail|e-?mail|web|website|internet|http|www|geschäftsführ|vertreten"
    r"|represented|ust|vat|hrb|register|amtsgericht)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A value with its place."""

    value: str
    place: Place


@dataclass
class Party:
    """A person or company with its ways of contact; every value with its place, absent when not found."""

    name: Found | None = None
    street: Found | None = None
    postcode: Found | None = None
    city: Found | None = None
    country: Found | None = None
    email: Found | None = None
    phone: Found | None = None
    vat: Found | None = None
    register: Found | None = None
    court: Found | None = None
    represented_by: list[Found] = field(default_factory=list)

    @property
    def address(self) -> str | None:
        """Street, postcode and city in one line; ``None`` when the street is unknown."""
        if not self.street or not self.postcode or not self.city:
            return None
        parts = [self.street.value, f"{self.postcode.value} {self.city.value}"]
        return ", ".join(parts + ([self.country.value] if self.country else []))


@dataclass
class Officer(Party):
    """The data protection officer; ``present`` is false when none is named, ``stated_none`` when the text says so."""

    present: bool = False
    stated_none: bool = False
    places: list[Place] = field(default_factory=list)


def find_value(pattern: re.Pattern[str], blocks: list[Block], group: str | int = 0) -> Found | None:
    """The first match in the blocks, with its place."""
    for block in blocks:
        if m := pattern.search(block.text):
            return Found(m[group].strip(" ,|"), block.place(m.start(group), m.end(group)))
    return None


def email_in(blocks: list[Block]) -> Found | None:
    """The first real e-mail address, its “(at)” made plain."""
    for block in blocks:
        for m in EMAIL.finditer(block.text):
            value = re.sub(r"\s?(?:\(at\)|\[at\]|\sat\s|\s\[at\]\s)\s?", "@", m.group())
            value = re.sub(r"\s?(?:\(dot\)|\[dot\]|\(punkt\))\s?", ".", value).replace(" ", "")
            if value.count("@") == 1:
                return Found(value, block.place(m.start(), m.end()))
    return None


def controller_in(sections: list[Section]) -> Party:
    """The controller, from the sentence that introduces it, else from the imprint."""
    flat = [(s, b) for s in sections for b in ([s.heading, *s.blocks] if s.heading else s.blocks)]
    candidates = [i for i, (s, b) in enumerate(flat) if _CUE.search(b.text[:400]) and s.kind in _OWN]
    party = Party()
    for i in candidates:
        party = _party([b for _, b in flat[i : i + 12]])
        if party.name and (party.street or party.email):
            break
    imprint = [b for s in sections if s.kind == "imprint" for b in s.blocks]
    if not party.name and imprint:
        party = _party(imprint[:14])
    if not party.name:
        party.name = _anywhere(flat)
    if party.name and not party.email:
        party.email = _own_email(party.name.value, [b for s, b in flat if s.kind in _OWN])
    return _with_register(party, [b for s in sections if s.kind in _OWN for b in s.blocks])


_OWN = frozenset(("general", "imprint", "rights", "business_partners", "contact"))


def _party(blocks: list[Block]) -> Party:
    party = Party()
    party.name = _name(blocks)
    start = next((i for i, b in enumerate(blocks) if party.name and b.line == party.name.place.line), 0)
    near = blocks[start : start + 9]
    _set_address(party, near)
    officer = next((i for i, b in enumerate(near) if i and _OFFICER.search(b.text)), len(near))
    party.email, party.phone = email_in(near[:officer]), find_value(PHONE, near[:officer])
    return party


def _name(blocks: list[Block]) -> Found | None:
    for i, block in enumerate(blocks[:6]):
        if m := _company(block.text):
            return Found(m.name, block.place(m.start, m.end))
        if i and len(block.text) < 70 and _is_bare_name(block) and ADDRESS.search(_join(blocks[i : i + 4])):
            return Found(block.text.strip(" ,|:"), block.place())
    return None


def _is_bare_name(block: Block) -> bool:
    """A line that can be a person's or institution's name: capital first, no label, no number, no sentence."""
    text = block.text
    named = re.match(r"\W*[A-ZÄÖÜ]", text) and not re.search(r"\d", text)
    return bool(named) and not _LABEL.match(text) and not _CUE.search(text)


@dataclass(frozen=True, slots=True)
class Company:
    """A company's name as it stands in a text."""

    name: str
    start: int
    end: int


def companies_in(text: str) -> Iterator[Company]:
    """Every company named with its legal form: read backwards from the form, at most nine words."""
    floor = 0
    for form in _FORMS.finditer(text):
        start = form.start()
        for _ in range(9):
            before = text[max(floor, start - 52) : start].rstrip(" ")
            word = before.rsplit(" ", 1)[-1].lstrip('[(„“"')
            if not _TOKEN.fullmatch(word) or (word.endswith(",") and start != form.start()):
                break
            if (
                word[0].islower()
                and (word in _NO_NAME - {"und", "and", "für", "of"} or start != form.start())
                and word not in ("und", "and", "für")
            ):
                break
            start = max(floor, start - 52) + len(before) - len(word)
        start = _without_small(text, start, form.start())
        if start < form.start():
            yield Company(text[start : form.end()].strip(" ,|"), start, form.end())
        floor = form.end()


def _without_small(text: str, start: int, end: int) -> int:
    """A name does not begin with a small connecting word."""
    while (
        m := re.match(r"(?:und|and|für|of|for|der|von|&|\||The|Die|Der|Das|Company)\W+", text[start:end])
    ) and start + m.end() < end:
        start += m.end()
    return start


def _company(text: str) -> Company | None:
    return next(companies_in(text[:1200]), None)


def _join(blocks: list[Block]) -> str:
    return ", ".join(b.text.strip(" ,|") for b in blocks)


def _set_address(party: Party, blocks: list[Block]) -> None:
    for i, block in enumerate(blocks):
        for width in (1, 2):
            joined = _join(blocks[i : i + width])
            m = ADDRESS.search(joined)
            if not m:
                continue
            place, last = block.place(), blocks[min(i + width - 1, len(blocks) - 1)].place()
            party.street = Found(m["street"], place)
            party.postcode, party.city = Found(m["postcode"], last), Found(m["city"].strip(), last)
            following = blocks[i + width].text.strip() if i + width < len(blocks) else ""
            country = m["country"] or (following if following in _LANDS else None)
            party.country = Found(country, last) if country else None
            return


_LANDS = ("Germany", "Deutschland", "Österreich", "Austria", "Schweiz", "Switzerland")


def _anywhere(flat: list[tuple[Section, Block]]) -> Found | None:
    """Without an introduction: the company that stands before an address in a general section."""
    for section, block in flat:
        if section.kind in ("general", "imprint") and ADDRESS.search(block.text) and (m := _company(block.text)):
            return Found(m.name, block.place(m.start, m.end))
    return None


def _own_email(name: str, blocks: list[Block]) -> Found | None:
    """An address elsewhere whose domain carries the controller's name; an address with a trap in it "
    "does not count."""
    key = re.split(r"\W", name.lower())[0]
    for block in blocks:
        found = email_in([block])
        if (
            found
            and len(key) > 3
            and re.fullmatch(rf"[^@]+@(?:www\.)?{re.escape(key)}[\w-]*\.\w{{2,8}}", found.value.lower())
        ):
            return found
    return None


def _with_register(party: Party, blocks: list[Block]) -> Party:
    party.vat, party.register = find_value(_VAT, blocks, "vat"), find_value(_REGISTER, blocks, "number")
    party.court = find_value(_COURT, blocks, "court") if party.register else None
    for block in blocks:
        if len(block.text) < 220 and (m := _DIRECTORS.search(block.text)):
            for name in re.split(r",|;| und | and |&", m["names"]):
                if re.fullmatch(
                    r"\s*(?:Dr\. |Prof\. |Dipl\.-\w+\.? )*[A-ZÄÖÜ][\wäöüß.-]+(?: [A-ZÄÖÜ][\wäöüß.-]+){1,3}\s*\.?",
                    name,
                ):
                    party.represented_by.append(Found(name.strip(" ."), block.place(m.start("names"), m.end("names"))))
            if party.represented_by:
                break
    return party


def officer_in(sections: list[Section]) -> Officer:
    """The data protection officer as the notice names one, or that it says there is none."""
    officer = Officer()
    for section in sections:
        titled = bool(_OFFICER.search(section.title)) and not any(_OFFICER.search(b.text) for b in section.blocks)
        if not titled and not _OFFICER.search(section.title) and section.kind not in _OWN | {"applications"}:
            continue
        blocks = section.blocks
        for i, block in enumerate(blocks):
            _read_officer(officer, block, blocks[i : i + 9], titled and i == 0)
    return officer


def _read_officer(officer: Officer, block: Block, near: list[Block], titled: bool) -> None:
    m = _OFFICER.search(block.text)
    if _NO_OFFICER.search(block.text):
        officer.stated_none = not officer.present
        return
    if not (m or titled) or (m and _STATE_OFFICER.search(block.text[max(0, m.start() - 40) : m.end() + 30])):
        return
    if m and not titled and not _reachable(block.text, near):
        return
    officer.present = True
    officer.places.append(block.place(m.start(), m.end()) if m else block.place())
    tail = [Block(block.text[m.start() :], block.role, block.starts), *near[1:]] if m else near
    if not officer.email:
        officer.email = email_in(tail)
        officer.phone = officer.phone or find_value(PHONE, tail)
        officer.name = officer.name or _company_in(tail[:4])


def _company_in(blocks: list[Block]) -> Found | None:
    for block in blocks:
        if m := _company(block.text):
            return Found(m.name, block.place(m.start, m.end))
    return None


def _reachable(text: str, near: list[Block]) -> bool:
    said = re.search(
        r"bestellt|benannt|erreichen|kontakt|appointed|designated|contact|reach|unser\w*|our|lautet|officer is",
        text,
        re.IGNORECASE,
    )
    return bool(said or email_in(near) or PLACEHOLDER.search(_join(near)))


def authority_in(sections: list[Section]) -> Found | None:
    """The supervisory authority that the notice names."""
    return find_value(_AUTHORITY, [b for s in sections if s.kind in _OWN for b in s.blocks])

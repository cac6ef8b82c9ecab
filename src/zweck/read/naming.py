"""Where a notice says whose it is: sentences, lines and titles that introduce a name (Art. 13(1)(a) GDPR).

“Controller is …”, a line above an address, a name that calls itself “we”, whose site or policy this is.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re

from zweck.catalog import mentions
from zweck.read.block import Block, Role
from zweck.read.company import Company, companies_in, name_at
from zweck.read.contact import Found, emails_in, has_address
from zweck.read.outline import Section
from zweck.read.party import Party
from zweck.words import Words

Flat = list[tuple[Section, Block]]

CUE = Words(
    r"verantwortliche[rn]?\b[^.]{0,90}\bist\b|(?:verantwortliche[rn]?(?: stelle)?|verantwortlich) (?:im sinne|i\. ?s\. ?d"
    r"|für die (?:\w+ ){0,2}(?:daten)?(?:verarbeitung|erhebung)|nach art|gem|ist|sind|für diese)"
    r"|(?:daten)?verarbeitende\w* stelle|(?:daten)?(?:verarbeitung|erhebung) (?:\S+ ){0,5}(?:zuständig|zeichnet)|^\W*verantwortlich(?:e[rn]?)?\s?:"
    r"|(?:entity|company|organi[sz]ation|party) (?:that|which|who) (?:\w+ ){0,3}(?:decides|determines|controls|is responsible|is (?:the )?controller)"
    r"|administrator (?:of (?:your|the) (?:personal )?data|and (?:data )?controller)"
    r"|verantwortliche[rn]?(?: stelle)?\W{0,3}$|^\W*(?:daten)?verantwortliche[rn]?\b|(?:zu der |zur )?verantwortlichen? stelle"
    r"|(?:the )?(?:data )?controller (?:for|within|under|in the sense|of|is|responsible|pursuant)|^\W*(?:[\dIVX]+\.? )?(?:data )?controller\b"
    r"|responsible (?:party|person|body|entity|for (?:the )?(?:data )?processing)|person responsible|company responsible"
    r"|party responsible|^(?:controller|responsible|company)\W*$|\b(?:is|ist|acts as) (?:the |a |der |die |deine?\w? |ihre?\w? )?[„“\"']?(?:\w+ )?(?:data |daten)?(?:controller|verantwortliche)|[„“\"](?:daten)?verantwortliche|notice on the responsible|note on the responsible"
    r"|name (?:und|and) (?:kontaktdaten|anschrift|contact|address)|diensteanbieter|betreiber (?:in )?(?:dieser|der) (?:website|seite|webseite)"
    r"|website operator\W|(?:website|seiten|webseiten)betreiber(?:in)?\W|who (?:we are|is responsible)|wer (?:wir sind|ist verantwortlich)"
)
DEFINES = re.compile(
    r"natürliche (?:person )?oder juristische|natürliche person,? die|natural (?:person )?or legal|die stelle, die allein"
    r"|alone or jointly|allein oder gemeinsam|kontaktdaten (?:können|finden|entnehmen)|contact details (?:can|in)",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(
    r"(?:verantwortlich\w*(?: stelle)?|verarbeitende\w* stelle|zuständig\w*|administrator|entity|controller|responsible(?: (?:party|person|body|entity))?|diensteanbieter|betreiber(?:in)?"
    r"|operator|company responsible)[^.:]{0,40}?(?:\.\s?\d[^.:]{0,30}|[a-z]\.\s?[a-z]\.[^.:]{0,30}){0,3}[^:]{0,160}?(?:\bist\b|\bis\b|\bsind\b|\bare\b|\bzeichnet\b|:)\s{0,3}",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\W*(?:name|firma|company|unternehmen|anschrift|betreiber(?:in)?|operator|website operator|address)\s?:\s?",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\W*(?:tel|phone|telefon|fax|mail|e-?mail|web|website|internet|http|www|geschäftsführ|vertreten|represented|ust|vat|hrb|register|amtsgericht)",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\((?:[^()]{0,40}\b(?:oder|or|and|und|,)\s)?\W{0,3}(?:wir|uns|unser|we|us|our|nachfolgend|im folgenden|folgend|fortan|hereinafter|hereafter|the company|kurz)\b",
    re.IGNORECASE,
)
_ACTS = (
    re.compile(r"(?:explain|describe|set|outline|tell|beschreib|erklär|erläuter|informier|detail|cover)\w*\b[^.]{0,40}?\b(?:how|wie|what)\s(?:we at )?", re.IGNORECASE),
    re.compile(r"\b(?:wir|we),\s(?:(?:die|der|das|the)\s)?", re.IGNORECASE),
    re.compile(r"(?:[Vv]erantwortlichen? )?(?:[Aa]nbieter|[Bb]etreiber)s?\s(?=[\w&. -]{2,60}?\b(?:GmbH|AG|UG|KG|e\.|GbR|OHG|Ltd|Inc)\b|[A-ZÄÖÜ]\w+ [A-ZÄÖÜ]\w+,)"),
    re.compile(r"(?:website|site|app|service|services|platform|angebot|shop)\b[^.]{0,40}\b(?:operated|owned|provided|run|offered|betrieben|bereitgestellt) (?:by|von)(?: der| dem| the)?\s", re.IGNORECASE),
    re.compile(r"(?i:internetauftritts?|website|webseiten?|angebots?|homepage|internetseiten?|onlineshops?|datenschutz(?:erklärung|hinweise?|information(?:en)?))\s(?:der|des|von|für|vom)\s(?:die |der |den )?(?=[A-ZÄÖÜ])"),
    re.compile(r"(?:privacy (?:policy|notice|statement)|data protection (?:declaration|notice))\s(?:of|for|from)\s(?:the )?", re.IGNORECASE),
    re.compile(r"(?:der|die|das|the)?\s?schutz (?:ihrer|von|der)\s(?:\w+ ){0,3}daten (?:ist|liegt)\s(?:für |uns, )?(?:der|die|das)?\s?", re.IGNORECASE),
)  # fmt: skip
_PROUD = re.compile(
    r"\s(?:takes?|respects?|is (?:very |strongly |fully )?(?:committed|concerned|dedicated)|values|nimmt|legt|freut sich|verpflichtet sich|misst|informiert sie|beachtet|sorgt|achtet|kümmert sich|hat sich|haben sich)\b"
)
AUTHORITY_NAME = re.compile(
    r"beauftragte\w* für (?:den )?datenschutz|datenschutzbehörde|landes(?:amt|zentrum|beauftragt)|commissioner|aufsicht"
    r"|supervisory|authority",
    re.IGNORECASE,
)
_INFLECTED = re.compile(r"(?P<stem>[A-ZÄÖÜ]\w+(?:isch|lich|al|är|ig|haft|iv|frei)e)[nrs] (?=[A-ZÄÖÜ])")


_BACKWARDS = re.compile(
    r"\s(?:is|are|acts as|ist|sind)\s(?:the |a |an |der |die |das |deine?\w? |ihre?\w? |your )?[„“\"']?(?:\w+ )?(?:data ?|daten)?(?:controller|verantwortliche\w*)\b",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\b(?:is|ist)\s(?=[A-ZÄÖÜ][^.]{2,60}[^;:]{0,140}?\b(?:der|die|das|the|als|as)\s[„“\"']?(?:data ?|daten)?(?:controller|verantwortliche))"
)


def named_around(text: str) -> Company | None:
    """The name of which it is said that it is the controller: “Nordlicht Ltd is the controller”."""
    for m in _BACKWARDS.finditer(text):
        name = _name_before(text, m.start())
        if name and name.end >= m.start() - 2:
            return name
    return next((name for m in _AROUND.finditer(text) if (name := name_at(text, m.end()))), None)


def named_after(blocks: list[Block]) -> Found | None:
    """The name that a sentence, heading or line introduces as the controller's."""
    first = blocks[0]
    for m in _INTRODUCES.finditer(first.text[:600]):
        if m.end() < len(first.text.rstrip()) and (name := name_at(first.text, m.end())):
            return found_name(first, name)
    if around := named_around(first.text[:600]):
        return found_name(first, around)
    if company := next((c for c in companies_in(first.text[:600])), None):
        return found_name(first, company)
    following = blocks[1:6]
    for i, block in enumerate(following):
        if (
            len(block.text) > 400
            or _is_next_topic(block, first, following[i + 1 : i + 4])
            or _NO_NAME.match(block.text)
        ):
            break
        label = _LABEL.match(block.text)
        name = name_at(block.text, label.end() if label else 0)
        if name and _stands_alone(block, name, following[i + 1 : i + 5]):
            return found_name(block, name)
        if CUE.search(block.text) or name is None:
            for m in _INTRODUCES.finditer(block.text):
                if m.end() < len(block.text.rstrip()) and (name := name_at(block.text, m.end())):
                    return found_name(block, name)
            if company := next(companies_in(block.text), None):
                return found_name(block, company)
    return None


def _is_next_topic(block: Block, first: Block, following: list[Block]) -> bool:
    """A heading ends an introduction, unless it is the name itself, above its address."""
    if not block.level or (first.role is Role.HEADING and block.level > first.level):
        return False
    return not any(has_address(b.text) or re.search(r"\d{4,5}\s[A-ZÄÖÜ]", b.text) for b in following)


def _stands_alone(block: Block, name: Company, following: list[Block]) -> bool:
    """A line is a name when nothing but an address follows the name in it, or below it."""
    rest = block.text[name.end :].strip(" .:*_|")
    if re.search(r"[a-zß.]\s\d{1,3}\s?[a-z]?$", name.name):
        return False
    if len(block.text) < 120 and next(companies_in(name.name + " "), None):
        return True
    if not rest or rest[0] in ",(–-|/·•":
        return not rest or len(rest) < 140 or has_address(rest) or any(has_address(b.text) for b in following)
    return has_address(block.text)


_AT = re.compile(
    r"^\W*(?:Here )?(?:At|(?:Hier )?[Bb]ei)\s(?:der |dem )?(?=[\w&. -]{2,50}?,? (?:we|(?:nehmen |legen |verarbeiten )?wir)\b)"
)


def self_named(text: str) -> Company | None:
    """The name that calls itself “we” in brackets, or says what is done “at” it."""
    if (m := _AT.match(text)) and (name := name_at(text, m.end())) and not mentions(name.name):
        return name
    return next((name for m in _SELF.finditer(text) if (name := _name_before(text, m.start()))), None)


def _name_before(text: str, end: int) -> Company | None:
    offset = max(0, end - 110)
    near = text[offset:end].rstrip()
    forms = [c for c in companies_in(near + " ") if c.end >= len(near) - 60]
    if forms:
        return Company(forms[-1].name, offset + forms[-1].start, offset + forms[-1].end)
    for start in [0, *(x.end() for x in re.finditer(r"[\s(]", near))]:
        name = name_at(near, start)
        ends = name is not None and name.end >= len(near) - 1
        if name and ends and (near[name.start].upper() == near[name.start] or "." in name.name):
            return Company(name.name, offset + name.start, offset + name.end)
    return None


_WE_ARE = re.compile(
    r"\b(?:we are|wir sind|i am|ich bin|welcome to the privacy (?:policy|notice) of)\s(?:die |der |das |the )?",
    re.IGNORECASE,
)


def acting_name(text: str) -> Company | None:
    """The name in a sentence about whose site, notice or care for data this is."""
    for said in _WE_ARE.finditer(text):
        if (name := name_at(text, said.end())) and next(companies_in(name.name + " "), None):
            return name
    for pattern in _ACTS:
        if name := next((n for m in pattern.finditer(text) if (n := name_at(text, m.end()))), None):
            return name
    if (m := _PROUD.search(text[:160])) and (name := name_at(text)) and name.end >= m.start() - 1:
        return name
    return None


def is_owner(name: str, flat: Flat) -> bool:
    """A name in a sentence about “how X uses data” is the owner's when it is more than one noun of the language."""
    if next(companies_in(name + " "), None) or re.search(r"[a-z][A-Z]|\.\w{2,4}$|^[A-ZÄÖÜ&\d]{2,8}$|&", name):
        return True
    said = sum(name in block.text for _, block in flat)
    return said > 2 or " " in name or any(name.lower() in e.value.lower() for _, b in flat for e in emails_in(b))


_SUBJECT = re.compile(
    r"\b(?P<name>[A-ZÄÖÜ][\w&-]+(?: [A-ZÄÖÜ][\w&.-]+){0,3}) (?:verarbeitet|erhebt|nutzt|verwendet|speichert|erfasst|sammelt|gibt|may|uses|processes|collects"
    r"|does not|stores|shares|will)\b"
)


def acting_subject(flat: Flat) -> Party:
    """The name that does most of the processing in a notice that speaks of itself by name."""
    told: dict[str, list[tuple[Block, Company]]] = {}
    for section, block in flat:
        if section.services or block.role is Role.ROW:
            continue
        for m in _SUBJECT.finditer(block.text):
            name = name_at(block.text, m.start())
            if name and name.end == m.end("name") and not mentions(name.name):
                told.setdefault(name.name, []).append((block, name))
    most, places = max(told.items(), key=lambda item: len(item[1]), default=("", []))
    return Party(name=found_name(*places[0])) if len(places) > 2 and is_owner(most, flat) else Party()


def line_name(block: Block) -> Company | None:
    """The name that a line of an address begins with."""
    if len(block.text) > 160 or _NO_NAME.match(block.text) or re.match(r"\W*\d", block.text):
        return None
    label = _LABEL.match(block.text)
    name = name_at(block.text, label.end() if label else 0)
    return name if name and not re.search(r"\d", name.name) and _stands_alone(block, name, []) else None


def titled_name(flat: Flat) -> Party:
    """The name in a title like “Nordlicht privacy policy”."""
    for _, block in flat[:4]:
        m = re.match(
            r"\W*(?P<name>[A-ZÄÖÜ].{1,50}?)\s*(?:[-–|:’']s?)?\s*(?:privacy (?:policy|notice|statement)|datenschutzerklärung)\W*$",
            block.text,
            re.IGNORECASE,
        )
        if m and (name := name_at(block.text, m.start("name"))):
            return Party(name=found_name(block, name))
    return Party()


def found_name(block: Block, name: Company) -> Found:
    """The name as its owner would write it: “der Technischen Universität” is a Technische Universität."""
    m = _INFLECTED.match(name.name)
    before = block.text[max(0, name.start - 5) : name.start].lower()
    written = m["stem"] + name.name[m.end() - 1 :] if m and re.search(r"\b(?:der|des|dem)\s$", before) else name.name
    return Found(written, block.place(name.start, name.end))

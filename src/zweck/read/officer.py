"""The data protection officer and the supervisory authority that a notice names (Art. 13(1)(b), (2)(d) GDPR).

The officer counts as present where the text names or offers one; the commissioner of a state is an authority.
"""

from __future__ import annotations

import re

from zweck.law.authorities import authorities
from zweck.read.block import Block
from zweck.read.company import companies_in
from zweck.read.contact import PHONE, PLACEHOLDER, Found, email_in, find_value
from zweck.read.outline import Section
from zweck.read.party import Officer
from zweck.words import Words

OFFICER = Words(
    r"datenschutzbeauftragt\w+|data[ -](?:protection|privacy)[ -]officer|privacy officer|\bDPO\b|\bDSB\b"
    r"|datenschutz-beauftragt\w+|beauftragte[rn]? für (?:den )?datenschutz"
)
_DIRECT = Words(r"(?:unser\w*|our|an den|an die) (?:\w+ ){0,2}(?:datenschutzbeauftragt|data protection officer|dpo\b)")
_NONE = Words(
    r"(?:kein\w*|nicht (?:verpflichtet|bestellt|benannt)|no|not (?:obliged|required|appointed)"
    r"|without)\b[^.]{0,60}(?:datenschutzbeauftragt|data protection officer|privacy officer)"
    r"|datenschutzbeauftragt\w+[^.]{0,60}(?:nicht (?:bestellt|benannt|erforderlich|zu bestellen))"
)
_OF_STATE = re.compile(
    r"(?:landes|bundes)\w*beauftragt|datenschutzbeauftragte\w* (?:des|der) (?:landes|bundes|freien)"
    r"|(?:die|der|dem|den) beauftragte\w* für (?:den )?datenschutz und (?:die )?informationsfreiheit|state commissioner"
    r"|hessische\w* datenschutzb|berliner b|(?:sächsische|thüringer|bayerische)\w* datenschutzb",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"bestellt|benannt|erreich|kontakt|wenden|appointed|designated|contact|reach|write to|unser\w*|our|lautet"
    r"|officer (?:is|at)|e-?mail",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"(?:(?:Die|Der|Das|The)?\s?(?:Landes(?:amt|beauftragte\w*|zentrum)|Bayerische[sn]? Landesamt"
    r"|Hessische\w* (?:Datenschutz)?[Bb]eauftragte\w*|Berliner Beauftragte\w*|Bundesbeauftragte\w*"
    r"|Unabhängige[sn]? Landeszentrum|Sächsische\w* Datenschutz\w*|Thüringer Landesbeauftragte\w*"
    r"|Hamburgische\w* Beauftragte\w*|State Commissioner|Bavarian State Office|Hessian Commissioner"
    r"|State Data Protection)"
    r"[^.;|\n(]{0,120}|\bLDI NRW\b|\bBayLDA\b|\bCNIL\b|Österreichische Datenschutzbehörde"
    r"|Information Commissioner[’']s Office|\bICO\b)"
)
_OWN = frozenset(("general", "imprint", "rights", "business_partners", "contact", "enquiries", "applications", ""))


def officer_in(sections: list[Section]) -> Officer:
    """The data protection officer as the notice names one, or that it says there is none."""
    officer = Officer()
    flat = [(s, b) for s in sections for b in ([s.heading, *s.blocks] if s.heading else s.blocks)]
    for i, (section, block) in enumerate(flat):
        in_title = bool(OFFICER.search(section.title))
        if not in_title and section.kind not in _OWN and not _DIRECT.search(block.text):
            continue
        titled = block is section.heading and in_title and not any(OFFICER.search(b.text) for b in section.blocks)
        if titled or block is not section.heading:
            _read(officer, block, _until_next(section, flat[i : i + 9]), titled)
    return officer


def _until_next(section: Section, near: list[tuple[Section, Block]]) -> list[Block]:
    """What stands near, up to the next heading of the same rank: below it, somebody else may be reached."""
    for i, (other, block) in enumerate(near):
        if i and block is other.heading and other.level <= section.level:
            return [b for _, b in near[:i]]
    return [b for _, b in near]


def _read(officer: Officer, block: Block, near: list[Block], titled: bool) -> None:
    m = OFFICER.search(block.text)
    if m and _NONE.search(block.text):
        officer.stated_none = not officer.present
        return
    if not (m or titled) or (m and _OF_STATE.search(block.text[max(0, m.start() - 40) : m.end() + 40])):
        return
    if m and not titled and not _reachable(block.text, near):
        return
    officer.present = True
    officer.places.append(block.place(m.start(), m.end()) if m else block.place())
    tail = [Block(block.text[m.start() :], block.role, block.starts), *near[1:]] if m else near
    if not officer.email:
        found = email_in(tail)
        officer.email = found if found and not is_of_authority(found.value) else None
        officer.phone = officer.phone or find_value(PHONE, tail)
        officer.name = officer.name or _company_in(tail[:4])


def _company_in(blocks: list[Block]) -> Found | None:
    for block in blocks:
        for company in companies_in(block.text[:1200]):
            return Found(company.name, block.place(company.start, company.end))
    return None


def _reachable(text: str, near: list[Block]) -> bool:
    said = _OFFERED.search(text)
    return bool(said or email_in(near) or PLACEHOLDER.search(" ".join(b.text for b in near)))


def is_of_authority(email: str) -> bool:
    """Whether an address is that of a supervisory authority."""
    domain = email.lower().rpartition("@")[2]
    return any(domain == known.email.lower().rpartition("@")[2] for known in authorities() if known.email)


def authority_in(sections: list[Section]) -> Found | None:
    """The supervisory authority that the notice names."""
    return find_value(_AUTHORITY, [b for s in sections if s.kind in _OWN for b in s.blocks])

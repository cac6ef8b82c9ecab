"""Rights of the people concerned that a notice grants, as article numbers: 7(3), 15–18, 20, 21, 22, 77.

A right counts by its article or by the words that say it; where it is described stands with it.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from zweck.read.block import Block, Place, Role
from zweck.read.sentence import sentences
from zweck.words import Table, Words

_RIGHTS: tuple[tuple[str, str], ...] = (
    (
        "7(3)",
        r"(?:einwilligung\w*|zustimmung\w*)[^.]{0,80}(?:jederzeit|widerruf)|widerruf\w* (?:ihrer|der"
        r"|deiner|einer) (?:\w+ )?einwilligung|(?:revok|withdraw)\w*[^.]{0,60}consent"
        r"|consent[^.]{0,80}(?:revok|withdraw|revocation)|art\.? ?7 ?(?:abs\.? ?|para\.? ?|\()3",
    ),
    (
        "15",
        r"recht[^.]{0,80}(?:auskunft|zugang zu|zugriff auf)|auskunft (?:darüber|verlangen|zu erhalten)|recht (?:auf|zur) (?:\w+ ){0,3}auskunft|auskunftsrecht|auskunft\w* (?:über"
        r"|zu) (?:\w+ ){0,5}(?:daten|verarbeit)|right (?:of|to) (?:\w+ ){0,3}(?:access|information"
        r"|obtain)|right[^.]{0,60}(?:to|receive|obtain)[^.]{0,30}information (?:about|on|free)"
        r"|request information|auskunft (?:gemäß|nach|zu verlangen)",
    ),
    (
        "16",
        r"recht[^.]{0,100}(?:korrektur|korrigier)|berichtig\w+|rectif\w+|right to (?:have \w+ )?correct\w*|correction"
        r"|(?:data|information|it|them) (?:can|may) be (?:\w+ (?:and|or) )?(?:corrected|amended)|(?:view|access|check|review)\w* (?:and|or) (?:correct|amend)\w* (?:your|the|it|them|any)"
        r"|(?:einsehen|abrufen|prüfen) (?:und|oder) (?:\w+ )?(?:korrigieren|berichtigen)",
    ),
    (
        "17",
        r"(?:recht|können sie|jederzeit)[^.]{0,100}(?:zu löschen|löschen (?:zu )?lassen|löschung)|recht (?:auf|zur) (?:\w+ ){0,4}löschung|löschung (?:dieser|ihrer|der|deiner)|löschungsrecht"
        r"|recht auf vergessen|, (?:sperrung (?:oder|und) )?löschung|oder löschung"
        r"|right to (?:\w+ ){0,4}(?:erasure|deletion|delete|be forgotten)|(?:erasure"
        r"|deletion) of (?:this|your|the|these)|or (?:erasure|deletion)"
        r"|request (?:\w+ ){0,3}(?:erasure|deletion)|requests? (?:to (?:delete|erase)|for (?:the )?(?:deletion|erasure)|that we (?:delete|erase))|ask us to (?:delete|erase)|right of cancellation|demand the deletion",
    ),
    (
        "18",
        r"einschränkung der (?:\w+ ){0,3}(?:daten)?verarbeitung|recht auf einschränkung"
        r"|restrict\w* (?:of )?(?:the )?(?:data )?(?:processing|of processing)|right to (?:limit"
        r"|restrict)|processing of your personal data be restricted",
    ),
    (
        "20",
        r"datenübertrag\w+|data (?:portab|transferab)\w+|portability|requests? for (?:the )?transfer of (?:your |the )?personal data|(?:transfer|transmit) (?:\w+ ){0,4}data to another (?:controller|provider|company|organi[sz]ation)|maschinenlesbaren format"
        r"|machine-readable format",
    ),
    (
        "21",
        r"widerspruchsrecht|recht[^.]{0,60}(?:widerspruch|zu widersprechen)"
        r"|widerspruch gegen die (?:\w+ ){0,3}verarbeitung|right (?:to|of) object"
        r"|right[^.]{0,60} to object|right of objection|jederzeit (?:\w+ ){0,5}widerspr",
    ),
    (
        "22",
        r"recht[^.]{0,60}(?:nicht (?:ausschließlich )?einer? (?:\w+ ){0,6}automatisiert)"
        r"|right not to be subject to a decision|automatisierte\w* entscheidung\w* im einzelfall",
    ),
    (
        "77",
        r"beschwerde(?:recht)?[^.]{0,80}(?:aufsicht|behörde|datenschutzbeauftragt)"
        r"|aufsichtsbehörde[^.]{0,100}beschw|recht auf beschwerde|beschwerderecht|(?:complain\w*"
        r"|right of appeal)[^.]{0,100}(?:authorit|regulator|commissioner)"
        r"|supervisory authorit\w+[^.]{0,60}complain|complaint with"
        r"|an (?:eine|die|den|das|ihre|jede) (?:\S+ ){0,6}(?:datenschutz-?)?(?:aufsichts)?behörde\S* (?:zu )?wenden"
        r"|contact (?:the|your) (?:\S+ ){0,3}(?:information commissioner|supervisory authorit|data protection authorit)\S*"
        r"|complain\w* (?:\w+ ){0,4}(?:ico|cnil|dpa|dpc|ombudsman)\b",
    ),
)
_RIGHT = Table((article, Words(words)) for article, words in _RIGHTS)
_CITED = re.compile(
    r"(?<![\w§])art(?:ikel|icle|\.)?\s?(?P<article>7|15|16|17|18|20|21|22|77)(?!\d)(?P<rest>.{0,22})",
    re.IGNORECASE,
)
_RANGE = re.compile(r"art(?:ikel|icle|s|\.)*\s?15\s?(?:-|–|bis|to|ff\.?)\s?(?:2[12])", re.IGNORECASE)
_ANY = Words(
    r"recht|right|widerruf|widerspr|revok|withdraw|revocation|beschwerde|complain|auskunft|art|request|ask us|correct|amend|korrig"
)
_NUMBERED = Words(r"15|16|17|18|20|21|22|77|7", stems=("15", "16", "17", "18", "20", "21", "22", "77", "7"))


@dataclass(frozen=True, slots=True)
class RightGranted:
    """One right: its article, and where the notice says it."""

    article: str
    place: Place


def rights_in(blocks: list[Block]) -> list[RightGranted]:
    """Each right that the notice grants, once, where it is said first."""
    found: dict[str, RightGranted] = {}
    listing = _Listing()
    for block in blocks:
        text = block.text
        listed = listing.goes_on(block)
        if not (_ANY.may_be_in(text) or listed or listing.headed):
            continue
        for article, start, end in chain(_said(text), _named(block, listing, listed)):
            if article not in found:
                found[article] = RightGranted(article, block.place(start, end))
    return sorted(found.values(), key=lambda r: (float(r.article.split("(")[0]), r.article))


def _said(text: str) -> Iterator[tuple[str, int, int]]:
    """Rights by the words that grant them wherever they stand, and by their articles."""
    cites = _NUMBERED.may_be_in(text)
    for article, m in _RIGHT.found(text):
        if not _QUOTED.search(text[max(0, m.start() - 40) : m.start() + 16]):
            yield article, m.start(), m.end()
    if not cites:
        return
    if all_of_them := _RANGE.search(text):
        for article in ("15", "16", "17", "18", "20", "21"):
            yield article, all_of_them.start(), all_of_them.end()
    for m in _CITED.finditer(text):
        if (cited := _article(m)) and not _elsewhere(text, m):
            yield cited, m.start(), m.end()
    for m in _SEVERAL.finditer(text):
        for article in re.findall(r"(?<!\d)(?:15|16|17|18|20|21|77)(?!\d)", m.group()):
            yield article, m.start(), m.end()


@dataclass
class _Listing:
    """Whether the blocks that follow are entries of a list of rights, or stand under a heading on them."""

    listed: bool = False
    headed: bool = False

    def goes_on(self, block: Block) -> bool:
        """Whether this block belongs to a list of rights; an introduction opens one, another paragraph ends it."""
        text = block.text
        if block.role is Role.HEADING and not (self.listed and len(text) < 80 and not block.level):
            self.headed = bool(_HEADED.search(text))
            self.listed = bool(_OPENS.search(text))
            return False
        if len(text) < 700 and _OPENS.search(text):
            self.listed = True
            return False
        if self.listed and block.role is Role.TEXT and len(text) > 300:
            self.listed = False
        return self.listed


def _named(block: Block, listing: _Listing, listed: bool) -> Iterator[tuple[str, int, int]]:
    """Rights by bare nouns and verbs, where a list or a sentence says that they are rights."""
    for start, sentence in sentences(block.text) if listed or listing.headed or _ASKING.may_be_in(block.text) else ():
        if not listed and not _ASKING.search(sentence):
            continue
        if _DENIED.search(sentence):
            continue
        loose = listed or listing.headed or _HAVING.search(sentence)
        for article, m in _NOUN.found(sentence) if loose else ():
            if article == "7(3)" and not (listed or _CONSENT.search(sentence)):
                continue
            yield article, start + m.start(), start + m.end()


_OPENS = Words(
    r"(?:folgende\w*|nachstehende\w*|diese) (?:\w+ ){0,3}rechte\b[^.]{0,80}[:.]?\s*$|(?:following|these) (?:\w+ ){0,3}rights\b[^.]{0,60}[:.]?\s*$"
    r"|(?:rechte|rights)\b[^.]{0,60}:\s*$|(?:have|has) the right to (?:do )?the following\b[^.]{0,80}:\s*$|have the right(?: to)?\W*$|has the right(?: to)?\W*$|haben (?:sie )?das recht\W*$"
    r"|\byou (?:can|may|are entitled to)\W*$|(?:können|dürfen) sie(?: jederzeit)?\W*$|sie haben (?:\w+ ){0,4}(?:recht|anspruch) auf\W*$"
)
_HEADED = re.compile(
    r"\brechte?\b|\brights?\b|betroffenenrecht|your (?:choices|data rights)|auskunft|widerspruch|zugreifen",
    re.IGNORECASE,
)
_ASKING = Words(
    r"\brecht(?:e|s)?\b|\brights?\b|können sie|kannst du|verlangen|möchten|fordern|you (?:can|may)|you are entitled|ask us|request|anspruch auf|option of|possibility|möglichkeit"
)
_HAVING = re.compile(
    r"(?:haben|hast|hat|besitz\w+|steht|stehen)\b[^.]{0,60}\brechte?\b|\brechte?\b[^.]{0,30}\bauf\b|(?:have|has|having) (?:the |a |certain |following )?(?:\w+ )?rights?\b"
    r"|the rights? (?:to|of)|you can (?:also )?request|you may (?:also )?request|ask us to|can request that|anspruch auf"
    r"|wenn sie ihre (?:personenbezogenen )?daten [^.]{0,160}möchten|if you (?:would like|want|wish) to (?:\w+, ){0,4}(?:access|review|correct|update|delete|restrict)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:cannot be|can not be|no longer (?:be )?(?:enforce|exercis)|does not apply|do not apply|kein recht|no right|nicht geltend|besteht nicht|not have the right|bestehen eine[rs]|existence of)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"bestehen eine[rs]|existence of", re.IGNORECASE)
_CONSENT = re.compile(r"einwillig|zustimmung|einverständnis|consent", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\bart(?:ikeln?|icles?|s?\.)\s?(?:15|16|17|18|20|21|77)(?:\s?(?:,|und|and|&|oder|or|sowie)\s?(?:art(?:ikel|icle|\.)?\s?)?\d{2}){1,8}",
    re.IGNORECASE,
)
_NOUNS: tuple[tuple[str, str], ...] = (
    ("7(3)", r"widerruf\w*|\brevok\w+|\brevocation|\bwithdraw\w*"),
    (
        "15",
        r"auskunft\w*|\baccess\b|zugang zu|zugriff auf|zugreifen|einsicht|copy of (?:your|the|their|my) (?:\w+ )?(?:data|information)|exported file|daten (?:prüfen|einsehen)|receive information|^\W{0,4}information\W*$",
    ),
    ("16", r"berichtig\w*|korrig\w+|korrektur\w*|rectif\w+|\bcorrect(?:ed|ion|ing)?\b|richtigstell\w+|inaccurate data"),
    ("17", r"lösch\w+|löschen|\beras(?:e|ed|ure|ing)\b|\bdelet\w+|forgotten|vergessen\w*|\bcancell?ation"),
    (
        "18",
        r"einschränk\w*|beschränk\w*|\brestrict\w*|\blimit(?:ation)? (?:of |the )?(?:\w+ )?(?:processing|use)|limitation of (?:the )?(?:data )?processing|limit (?:how|the)",
    ),
    (
        "20",
        r"datenübertrag\w*|übertragbarkeit|\bportab\w+|maschinenlesbar|machine[- ]readable|\bexport(?:ed)?\b|elektronische kopie|transferred to another|transferab\w*|right to transfer|transfer (?:it|your data|the data) (?:\w+ ){0,4}to another|übermittlung (?:\S+ ){0,5}an einen dritten",
    ),
    ("21", r"widerspr[uo]ch\w*|widersprechen|widerspruch|\bobject(?:ion|ing)?\b(?! of)"),
    ("22", r"automatisiert\w* entscheidung\w*|automated (?:individual )?decision"),
    ("77", r"beschwer\w+|\bcomplain\w*|bring a claim before"),
)
_NOUN = Table((article, Words(words)) for article, words in _NOUNS)


def _article(m: re.Match[str]) -> str | None:
    if m["article"] == "7":
        return "7(3)" if re.match(r"\D{0,8}3\b", m["rest"]) else None
    return m["article"]


def _elsewhere(text: str, m: re.Match[str]) -> bool:
    """Art. 22 and the others are also cited as what a notice must say, or for what is not done."""
    near = text[max(0, m.start() - 60) : m.end() + 30]
    return m["article"] == "22" and not re.search(r"recht|right", near, re.IGNORECASE)

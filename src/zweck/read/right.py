"""Rights of the people concerned that a notice grants, as article numbers: 7(3), 15–18, 20, 21, 22, 77.

A right counts by its article or by the words that say it; where it is described stands with it.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from dataclasses import dataclass

from zweck.read.block import Block, Place
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
        r"recht[^.]{0,100}(?:korrektur|korrigier)|berichtig\w+|rectif\w+|right to (?:have \w+ )?correct\w*|correction",
    ),
    (
        "17",
        r"(?:recht|können sie|jederzeit)[^.]{0,100}(?:zu löschen|löschen (?:zu )?lassen|löschung)|recht (?:auf|zur) (?:\w+ ){0,4}löschung|löschung (?:dieser|ihrer|der|deiner)|löschungsrecht"
        r"|recht auf vergessen|, (?:sperrung (?:oder|und) )?löschung|oder löschung"
        r"|right to (?:\w+ ){0,4}(?:erasure|deletion|delete|be forgotten)|(?:erasure"
        r"|deletion) of (?:this|your|the|these)|or (?:erasure|deletion)"
        r"|request (?:\w+ ){0,3}(?:erasure|deletion)|right of cancellation|demand the deletion",
    ),
    (
        "18",
        r"einschränkung der (?:\w+ ){0,3}(?:daten)?verarbeitung|recht auf einschränkung"
        r"|restrict\w* (?:of )?(?:the )?(?:data )?(?:processing|of processing)|right to (?:limit"
        r"|restrict)|processing of your personal data be restricted",
    ),
    (
        "20",
        r"datenübertrag\w+|data (?:portab|transferab)\w+|portability|maschinenlesbaren format"
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
        r"|supervisory authorit\w+[^.]{0,60}complain|complaint with",
    ),
)
_RIGHT = Table((article, Words(words)) for article, words in _RIGHTS)
_CITED = re.compile(
    r"(?<![\w§])art(?:ikel|icle|\.)?\s?(?P<article>7|15|16|17|18|20|21|22|77)(?!\d)(?P<rest>.{0,22})",
    re.IGNORECASE,
)
_RANGE = re.compile(r"art(?:ikel|icle|s|\.)*\s?15\s?(?:-|–|bis|to|ff\.?)\s?(?:2[12])", re.IGNORECASE)
_ANY = Words(r"recht|right|widerruf|widerspr|revok|withdraw|revocation|beschwerde|complain|auskunft|art")
_NUMBERED = Words(r"15|16|17|18|20|21|22|77|7", stems=("15", "16", "17", "18", "20", "21", "22", "77", "7"))


@dataclass(frozen=True, slots=True)
class RightGranted:
    """One right: its article, and where the notice says it."""

    article: str
    place: Place


def rights_in(blocks: list[Block]) -> list[RightGranted]:
    """Each right that the notice grants, once, where it is said first."""
    found: dict[str, RightGranted] = {}
    for block in blocks:
        text = block.text
        if not _ANY.may_be_in(text):
            continue
        cites = _NUMBERED.may_be_in(text)
        if cites and _RANGE.search(text):
            for article in ("15", "16", "17", "18", "20", "21"):
                found.setdefault(article, RightGranted(article, block.place()))
        for article, m in _RIGHT.found(text):
            if article not in found:
                found[article] = RightGranted(article, block.place(m.start(), m.end()))
        for m in _CITED.finditer(text) if cites else ():
            cited = _article(m)
            if cited and cited not in found and not _elsewhere(text, m):
                found[cited] = RightGranted(cited, block.place(m.start(), m.end()))
    return sorted(found.values(), key=lambda r: (float(r.article.split("(")[0]), r.article))


def _article(m: re.Match[str]) -> str | None:
    if m["article"] == "7":
        return "7(3)" if re.match(r"\D{0,8}3\b", m["rest"]) else None
    return m["article"]


def _elsewhere(text: str, m: re.Match[str]) -> bool:
    """Art. 22 and the others are also cited as what a notice must say, or for what is not done."""
    near = text[max(0, m.start() - 60) : m.end() + 30]
    return m["article"] == "22" and not re.search(r"recht|right", near, re.IGNORECASE)

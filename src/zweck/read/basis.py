"""Legal bases in any usual spelling, German and English, as ``GDPR 6(1)(f)``, ``TDDDG 25(1)``, ``BDSG 26(1)``.

Only provisions that allow a processing count (Art. 6, 9(2), 49(1) GDPR; § 25 TDDDG; § 26 BDSG; § 7 UWG), not those
that grant rights or govern transfers. TTDSG is written as TDDDG, the name since 14 May 2024.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zweck.words import Words

_LETTERS = (
    r"(?P<letters>\(?[a-f]\)?(?!\w)(?:\s{0,2}(?:,|und|and|oder|or|/|&|bzw\.|sowie)\s{0,2}(?:(?:lit"
    r"|buchst)\.?\s?)?\(?[a-f]\)?(?!\w)){0,5})"
)
_PARA = r"(?:\s{0,2},?\s{0,2}(?:abs(?:atz|\.)?|para(?:graph)?\.?)?\s{0,2}\(?(?P<para>[1I])\)?(?![\d.]))"
_SENT = (
    r"(?:\s{0,2},?\s{0,2}(?:uabs|unterabs|unterabsatz|subpara(?:graph)?|s(?:atz|entence)?|p|ua"
    r"|hs)\.?\s{0,2}1?\.?\s?(?:,\s?)?){0,2}"
)
_LIT = r"(?:\s{0,2},?\s{0,2}(?:lit(?:era)?|lt|buchst(?:abe|aben)?|letters?|points?|sub-?para)?\.{0,2}\s{0,3})"
_ARTICLE = r"(?:art(?:ikel|icle|\.)?|section|sect\.|§)"
_GDPR6 = re.compile(_ARTICLE + r"\s{0,2}6(?!\d)" + _PARA + _SENT + _LIT + _LETTERS, re.IGNORECASE)
_GDPR9 = re.compile(
    _ARTICLE
    + r"\s{0,2}9(?!\d)\s{0,2}(?:abs(?:atz|\.)?|para(?:graph)?\.?)?\s{0,2}\(?2\)?"
    + _LIT
    + r"\(?(?P<letter>[a-j])\)?(?!\w)",
    re.IGNORECASE,
)
_GDPR49 = re.compile(
    _ARTICLE + r"\s{0,2}49(?!\d)" + _PARA + _SENT + _LIT + r"\(?(?P<letter>[a-g])\)?(?!\w)", re.IGNORECASE
)
_TDDDG = re.compile(
    r"(?:§|section|sect\.|sec\.|art\.)\s{0,2}25(?!\d)(?:\s{0,2}(?:abs(?:atz|\.)?"
    r"|para(?:graph)?\.?)?\s{0,2}\(?(?P<para>[12])\)?(?!\d))?"
    r"(?:\s{0,2}(?:s(?:atz|\.)|sentence)\s{0,2}1)?(?:\s{0,2},?\s{0,2}(?:nr|no|nummer|number"
    r"|ziff)\.?\s{0,2}(?P<no>[12]))?"
    r"\s{0,2}(?:of the (?:german )?)?(?:TTDSG|TDDDG|TDDSG|TDDG)",
    re.IGNORECASE,
)
_BDSG = re.compile(
    r"(?:§|section|sect\.|article)\s{0,2}(?:article )?26(?!\d)(?:\s{0,2}(?:abs(?:atz|\.)?"
    r"|para(?:graph)?\.?)?\s{0,2}\(?(?P<para>[1-8])\)?)?"
    r"(?:\s{0,2}(?:s(?:atz|\.)|sentence)\s{0,2}\d)?[^.;§]{0,12}?\b(?:of the )?BDSG",
    re.IGNORECASE,
)
_UWG = re.compile(
    r"(?:§|section)\s{0,2}7(?!\d)(?:\s{0,2}(?:abs(?:atz|\.)?|para(?:graph)?\.?)?\s{0,2}\(?(?P<para>[1-3])\)?)?"
    r"(?:\s{0,2},?\s{0,2}(?:nr|no|nummer)\.?\s{0,2}(?P<no>\d))?\s{0,2}(?:of the )?(?:UWG|German Act Against Unfair)",
    re.IGNORECASE,
)
_HINT = Words(r"art|§|section|sect\.", stems=("art", "§", "sect"))
_SIX = re.compile(r"(?<!\d)(?:6|9|49|25|26|7)(?!\d)")


@dataclass(frozen=True, slots=True)
class Cited:
    """A provision cited in a block: normalised, as written, and where."""

    basis: str
    written: str
    start: int
    end: int


def bases_in(text: str) -> list[Cited]:
    """Every legal basis that the text cites, in order."""
    if not _HINT.may_be_in(text) or not _SIX.search(text):
        return []
    return sorted(_cited(text), key=lambda c: (c.start, c.basis))


def _cited(text: str) -> Iterator[Cited]:
    for m in _GDPR6.finditer(text):
        for letter in re.findall(r"(?<![a-z])[a-f](?![a-z])", m["letters"].lower()):
            yield Cited(f"GDPR 6(1)({letter})", m.group(), m.start(), m.end())
    for m in _GDPR9.finditer(text):
        yield Cited(f"GDPR 9(2)({m['letter'].lower()})", m.group(), m.start(), m.end())
    for m in _GDPR49.finditer(text):
        yield Cited(f"GDPR 49(1)({m['letter'].lower()})", m.group(), m.start(), m.end())
    for m in _TDDDG.finditer(text):
        yield Cited("TDDDG 25" + (f"({m['para']})" if m["para"] else ""), m.group(), m.start(), m.end())
    for m in _BDSG.finditer(text):
        yield Cited("BDSG 26" + (f"({m['para']})" if m["para"] else ""), m.group(), m.start(), m.end())
    for m in _UWG.finditer(text):
        number = f" no. {m['no']}" if m["no"] and m["para"] == "2" else ""
        yield Cited("UWG 7" + (f"({m['para']})" if m["para"] else "") + number, m.group(), m.start(), m.end())

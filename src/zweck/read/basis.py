"""Legal bases in any usual spelling, German and English, as ``GDPR 6(1)(f)``, ``TDDDG 25(1)``, ``BDSG 26(1)``.

Only provisions that allow a processing count (Art. 6, 9(2), 49(1) GDPR; § 25 TDDDG; § 26 BDSG; § 7 UWG), not those
that grant rights or govern transfers. TTDSG is written as TDDDG, the name since 14 May 2024; the UK GDPR has the same
numbers as the GDPR and is read as it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zweck.words import Words


@dataclass(frozen=True, slots=True)
class Cited:
    """A provision cited in a block: normalised, as written, and where; less sure where only words name it."""

    basis: str
    written: str
    start: int
    end: int
    confidence: float = 0.9


_ARTICLE = r"(?:\bart(?:ikels?|icles?|s?\.|\b)|§{1,2}|\bsection|\bsect?\.)"
_LIT = r"(?:lit(?:era|t)?|lett?(?:er)?s?|lt|buchst(?:aben?)?|points?|sub-?para|ziff)\.{0,2}"
_SENTENCE = (
    r"(?:[\s,.]{0,3}(?:(?:uabs|unterabs(?:atz)?|unterabschn(?:itt)?|subpara(?:graph)?|sub-paragraph|subs|s(?:atz"
    r"|entence)?|p|ua|hs|alt)\b\.?\s{0,2}(?:1\b|I\b)?|(?:first|1st) (?:sub-?paragraph|sentence)"
    r"|1(?=\s{0,2}(?:lit|[a-f]\b))))"
)
_GDPR = r"(?:(?:EU|UK)[ -]?)?(?:DS-?\s?GVO|GDPR|Datenschutz-?\s?Grundverordnung|General Data Protection|RGPD|AVG)"
_JOIN = (
    r"\s{0,2}(?:,\s?(?:und|and|or|oder|sowie)?|und/oder|and/or|und|and|oder|or|/|&|;|\+|bzw\.|beziehungsweise|sowie"
    r"|as well as|i\.\s?V\.\s?m\.)\s{0,2}"
)
_TO = r"\s{0,2}(?:-|–|bis|to|through)\s{0,2}"


def _letters(last: str) -> str:
    """One letter of a provision; a bare one must be followed by what ends a citation, lest “a” be an article."""
    marked = rf"(?:{_LIT}[\s,]{{0,3}}[(„\"']?[a-{last}][)“\"']?(?!\w)|\([a-{last}]\)|[a-{last}]\))"
    ends = rf"a(?=\s{{0,2}}(?:{_GDPR}|{_JOIN}|{_TO}\(?[a-{last}]\b|[,;.:)\]|]|$|der |of ))"
    return rf"(?:{marked}|{ends}|[b-{last}](?!\w))"


def _provision(article: int, para: str, roman: str, last: str) -> re.Pattern[str]:
    paragraph = (
        rf"(?:[\s,.]{{0,3}}(?:abs(?:atz|\.)?|para(?:graph)?\.?|par\.?|nr\.?|no\.?|subsection)?[\s,]{{0,2}}"
        rf"(?:\(\s?(?:{para}|{roman})\s?\)|(?:{para}|{roman})(?![\d.]\d)(?![g-zäöü0-9])\)?|\((?:{para}|{roman})\s?(?=[a-{last}]\)))"
        r"|,?\s(?:first|1st) par(?:agraph)?\.?)"
    )
    letter = _letters(last)
    again = rf"(?:(?:{_ARTICLE}\s{{0,2}})?(?:{article}\s{{0,2}})?{paragraph}?{_SENTENCE}{{0,2}}[\s,]{{0,3}})?"
    more = rf"(?:(?:{_JOIN}{again}|{_TO}){letter}){{0,6}}"
    return re.compile(
        rf"{article}(?P<para>{paragraph})?{_SENTENCE}{{0,3}}[\s,.]{{0,3}}"
        rf"(?P<letters>{letter}{more})",
        re.IGNORECASE,
    )


_PROVISIONS = {
    "6": ("6(1)", _provision(6, "1", "I", "f")),
    "9": ("9(2)", _provision(9, "2", "II", "j")),
    "49": ("49(1)", _provision(49, "1", "I", "g")),
}
_BEFORE = re.compile(
    rf"{_LIT}\s{{0,2}}\(?(?P<letter>[a-f])\)?(?:{_JOIN}\(?(?P<second>[a-f])\)?(?!\w))?,?\s{{0,2}}"
    r"(?:of |des |der |von |in )?(?:the )?(?:(?:first|1st) (?:sub-?)?(?:paragraph|sentence),? ?(?:of )?"
    r"|paragraph 1,? ?(?:of )?)?"
    rf"(?:Abs(?:atz|\.)? ?1 (?:des )?)?{_ARTICLE}\s{{0,2}}$",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?<![a-zäöü])([a-j])(?![a-zäöü.])|(?<![a-zäöü])([a-j])(?=\.$)", re.IGNORECASE)
_RANGED = re.compile(
    rf"(?<![a-z])([a-j])\)?{_TO}(?:{_LIT}\s?)?\(?([a-j])(?![a-z])",
    re.IGNORECASE,
)
_NOISE = re.compile(
    rf"{_LIT}|{_ARTICLE}|\b(?:abs(?:atz)?|para(?:graph)?|satz|sentence|unterabs(?:atz)?|und|and|oder|or|bzw"
    r"|sowie|as well as|i\.\s?V\.\s?m)\b\.?",
    re.IGNORECASE,
)
_STATUTE = (
    ("TDDDG 25", "12", "25", r"T[TD]DS?G|TDDDS?G|TDDSG|Telekommunikation-(?:Digitale-Dienste|Telemedien)-Datenschutz"),
    ("BDSG 26", "12345678", "26", r"BDSG|Bundesdatenschutzgesetz|(?:German )?Federal Data Protection Act"),
    ("UWG 7", "123", "7", r"UWG|(?:German )?Act [Aa]gainst Unfair|Gesetz(?:es)? gegen den unlauteren"),
)  # fmt: skip
_WITHIN = (
    r"(?:\s|[(),.]|abs(?:atz)?\b|para(?:graph)?\b|sub-?section|satz|sentence|s\.|hs\b|nr|no\b|nummer|number|ziff(?:er)?|lit"
    r"|und|and|oder|or|bzw|of the|of|des|der|german|[a-c]\b|\d|i\.\s?V\.\s?m\.|new|neu|art(?:icle|ikel)?){0,24}?"
)
_NAMED = {
    number: (
        basis,
        paras,
        re.compile(
            rf"{number}(?P<rest>{_WITHIN})\s{{0,2}}(?:of the |des |\()?(?:{names})(?!\w{{4}})",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:{names})\s{{0,2}}§\s{{0,2}}$"),
    )
    for basis, paras, number, names in _STATUTE
}
_SUB = re.compile(r"\b(?:nr|no|nummer|number|satz|sentence|s|hs|ziff(?:er)?|alt)\.?\s{0,2}\d", re.IGNORECASE)
_NUMBER = re.compile(r"(?:nr|no|nummer|number)\.?\s{0,2}(\d)", re.IGNORECASE)
_HINT = Words(
    r"art|§|section|sect\.|dsgvo|gdpr|ds-gvo|tddg|ttdsg|tdddg|bdsg|uwg",
    stems=("art", "§", "sect", "sec.", "gvo", "gdpr", "tdd", "bdsg", "uwg"),
)
_ANCHOR = re.compile(r"(?<!\d)(?:6|9|49|25|26|7)(?!\d)")
_SIGN = re.compile(rf"(?:{_ARTICLE}|,|\bund|\band|i\.\s?V\.\s?m\.)\s{{0,2}}(?:article )?$", re.IGNORECASE)
_BY_ARTICLE = re.compile(rf"{_ARTICLE}\s{{0,2}}$", re.IGNORECASE)
_LISTED = re.compile(rf"{_ARTICLE}\s{{0,2}}\d{{1,2}}[^.;]{{0,14}}$", re.IGNORECASE)
_MARKED = re.compile(rf"{_LIT}|\(", re.IGNORECASE)
_AFTER_NAME = re.compile(r"(?:\s{0,2}(?:Abs\. ?\d|\(\d\))){0,2}")
_NAME_FOLLOWS = re.compile(rf"\W{{0,4}}(?:of the )?{_GDPR}", re.IGNORECASE)


def bases_in(text: str) -> list[Cited]:
    """Every legal basis that the text cites, in order."""
    if not _HINT.may_be_in(text):
        return []
    found = [cited for m in _ANCHOR.finditer(text) for cited in _cited(text, m)]
    return sorted({(c.start, c.basis): c for c in found}.values(), key=lambda c: (c.start, c.basis))


def _cited(text: str, anchor: re.Match[str]) -> Iterator[Cited]:
    """What is cited with the number that stands here; it says little without what stands before it."""
    number, at = anchor.group(), anchor.start()
    before = text[max(0, at - 70) : at]
    if number in _NAMED:
        yield from _of_statute(text, at, before, *_NAMED[number])
        return
    name, pattern = _PROVISIONS[number]
    sign = _BY_ARTICLE.search(before)
    m = pattern.match(text, at)
    if m and (sign or _without_sign(text, m, before)) and (m["para"] or _MARKED.match(m["letters"])):
        start = at - (len(before) - sign.start() if sign else 0)
        for letter in letters_of(m["letters"]):
            yield Cited(f"GDPR {name}({letter})", text[start : m.end()], start, m.end())
    elif number == "6" and sign and (m := _BEFORE.search(before)):
        start = at - len(before) + m.start()
        for letter in filter(None, (m["letter"], m["second"])):
            yield Cited(f"GDPR 6(1)({letter.lower()})", text[start : anchor.end()], start, anchor.end())


def _without_sign(text: str, m: re.Match[str], before: str) -> bool:
    """“Art. 5 and 6(1)(f)”, “6 I 1 f DSGVO”: the word article stands before the first of several, or nowhere."""
    if before.endswith((".", ",")):
        return False
    return bool(_NAME_FOLLOWS.match(text, m.end())) or (bool(m["para"]) and bool(_LISTED.search(before[-24:])))


def letters_of(written: str) -> list[str]:
    """The letters of “lit. a, b und f” or “a bis c”, in order."""
    plain = written.lower()
    found: list[str] = []
    for first, last in _RANGED.findall(plain):
        found += [chr(n) for n in range(ord(first), ord(last) + 1)]
    plain = _NOISE.sub(" ", plain)
    found += [a or b for a, b in _LETTER.findall(plain)]
    return sorted(set(found))


def _of_statute(
    text: str, at: int, before: str, basis: str, paras: str, pattern: re.Pattern[str], named: re.Pattern[str]
) -> Iterator[Cited]:
    if m := named.search(before):
        start, end = at - len(before) + m.start(), _AFTER_NAME.match(text, at + len(basis.split()[1])).end()  # type: ignore[union-attr]
        rest = text[at + len(basis.split()[1]) : end]
    elif (sign := _SIGN.search(before)) and (m := pattern.match(text, at)):
        start, end, rest = at - len(before) + sign.start(), m.end(), m["rest"]
    else:
        return
    number = _NUMBER.search(rest)
    for para in dict.fromkeys(re.findall(rf"(?<!\d)[{paras}](?!\d)", _SUB.sub(" ", rest)) or [""]):
        name = f"{basis}({para})" if para else basis
        if basis == "UWG 7" and number and para == "2":
            name += f" no. {number[1]}"
        yield Cited(name, text[start:end].strip(" ,"), start, end)

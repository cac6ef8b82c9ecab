"""What a notice says of one cookie or storage key, however it is laid out: name, purpose, life, provider.

Art. 13(1)(c) and (2)(a) GDPR ask for purpose and period, and consent under § 25(1) TDDDG rests on both; so a name is
only reported where it can be one, and its life in one form: ISO 8601, ``session``, ``until cleared`` or empty.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from dataclasses import dataclass

from zweck import catalog
from zweck.read.block import Place
from zweck.read.period import Period, periods_in

LONGEST_NAME = 160
_SESSION = re.compile(
    r"^\W*(?:browser[ -]?)?(?:session|sitzung|sitzungsende|ende der (?:browser-?)?sitzung"
    r"|(?:nach|bis|am|at the|until|until the|till|when the)?\W{0,2}(?:sitzungsende|sitzung|session|der sitzung|ende|end|schließ\w*|clos(?:e[sd]?|ing)|browser|the browser)\b)",
    re.IGNORECASE,
)
_CLEARED = re.compile(
    r"browserspeicher|cleared|persistent|dauerhaft|unbegrenzt|unlimited|local ?storage|permanent|unbefristet"
    r"|never expires|kein ablauf|no expir|until deleted|bis zur löschung|indefinite",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,4})\s?(?P<unit>sekunden?|sek|sec|secs|s|minuten?|min|mins?|stunden?|std|hrs?|h|tagen?|days?|d"
    r"|wochen?|weeks?|w|monaten?|months?|mon|mo|m|jahren?|years?|yrs?|y|j)\b\.?",
    re.IGNORECASE,
)
_UNITS = {
    "sec": "PT{}S", "sek": "PT{}S", "s": "PT{}S", "min": "PT{}M", "h": "PT{}H", "std": "PT{}H", "stu": "PT{}H",
    "hr": "PT{}H", "hrs": "PT{}H", "d": "P{}D", "day": "P{}D", "tag": "P{}D", "w": "P{}W", "woc": "P{}W", "wee": "P{}W",
    "m": "P{}M", "mo": "P{}M", "mon": "P{}M", "y": "P{}Y", "j": "P{}Y", "yea": "P{}Y", "jah": "P{}Y", "yr": "P{}Y",
    "yrs": "P{}Y",
}  # fmt: skip
_DAYS = {"S": 0, "H": 0, "D": 1, "W": 7, "M": 30, "Y": 365}
_ADDED = re.compile(r"\s*(?:,|und|and|&|\+)?\s*")
_TOKEN = re.compile(r"[\w.$*:%@#~/+\[\]{}<>=|!?-]{1,160}")
_CODE = re.compile(
    r"_|::|\$\$|\*|^(?:__|\.)|^[a-z][a-zA-Z\d]*(?:-[a-zA-Z\d*]+)+$|^[a-z][a-z\d]*[A-Z]\w*$|^[A-Z]{3,}[A-Z\d]*$|^[A-Z]{2,}-[A-Z\d]+$"
    r"|^[A-Z][a-z]+[A-Z]\w+$|^[a-z]+\d+[a-z\d]*$|\.(?:sid|id|session)\b"
)
_GENERIC = re.compile(
    r"(?i)^(?:(?:session|sitzungs|tracking|opt-?out|opt-?in|analyse|werbe|marketing|flash|http|html|third-party|first-party|erstanbieter"
    r"|drittanbieter|consent|persistent|permanent|[a-z]{0,14}klick)?[ -]?cookies?|(?-i:[A-ZÄÖÜ]\w{0,30}-Cookies?)|session[- ]?ids?|cookie[- ]?ids?|n/?a|none|keine?|diverse|various|ja|nein|yes|no"
    r"|https?:.*|www\..*|alle|all|id|ip|gdpr|dsgvo|tdddg|ttdsg|html\d?|url|css|pdf|first-party|third-party|opt-?(?:in|out))$"
)
_PLAIN = re.compile(r"^[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ]?[a-zäöüß]+)*$")
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:und|and|or|oder|sowie|&|/|\+|bzw\.)\s+")
_INSIDE = re.compile(r"\(([^()]{2,200})\)|(?:\s[–—-]\s|:\s)([^()]{2,200})$")
_COMMENT = re.compile(r"\s+[(\[][^()\[\]]{1,80}[)\]]$")


@dataclass(frozen=True, slots=True)
class CookieRow:
    """A cookie as the notice tells of it; ``duration`` is ISO 8601, ``session``, ``until cleared`` or empty."""

    name: str
    purpose: str
    duration: str
    provider: str
    written: str
    place: Place
    service: str | None = None


def made(name: str, purpose: str, written: str, provider: str, place: Place) -> CookieRow:
    """One row, with the service that sets such a cookie when the catalogue knows it."""
    entry = catalog.by_cookie(name, provider) or (catalog.by_cookie(name) if not provider else None)
    return CookieRow(name, purpose, duration_of(written), provider, written, place, entry.id if entry else None)


def duration_of(text: str) -> str:
    """The life of a cookie as ISO 8601, ``session``, ``until cleared``, or empty when nothing is said.

    Of several spans the longest counts; spans that follow each other directly (“1 year 3 weeks”) are added.
    """
    bare = text.strip()
    if not bare:
        return ""
    spans = periods_in(bare) or _compact(bare)
    if spans and not (_CLEARED.search(bare) and _SESSION.match(bare)):
        return _longest(bare, spans)
    if _CLEARED.search(bare):
        return "until cleared"
    return "session" if _SESSION.match(bare) else ""


def _compact(text: str) -> list[Period]:
    """Spans as tables abbreviate them: ``2y``, ``30 Min.``, ``24h``."""
    if len(text) > 60:
        return []
    found = []
    for m in _COMPACT.finditer(text):
        unit = m["unit"].lower()
        form = _UNITS.get(unit) or _UNITS.get(unit[:3])
        if form and int(m["number"]):
            found.append(Period(form.format(int(m["number"])), m.start(), m.end()))
    return found


def _longest(text: str, spans: list[Period]) -> str:
    sums: list[list[Period]] = []
    for span in sorted(spans, key=lambda s: s.start):
        if sums and _ADDED.fullmatch(text[sums[-1][-1].end : span.start]):
            sums[-1].append(span)
        else:
            sums.append([span])
    best = max(sums, key=lambda parts: sum(_seconds(p.iso) for p in parts))
    return best[0].iso if len(best) == 1 else _sum([p.iso for p in best])


def _seconds(iso: str) -> float:
    number, unit = int(re.sub(r"\D", "", iso) or 0), iso[-1]
    if "T" in iso:
        return number * {"S": 1, "M": 60, "H": 3600}[unit]
    return number * _DAYS[unit] * 86400


def _sum(parts: list[str]) -> str:
    """“P5M” and “P4W” as ``P5M28D``: weeks cannot stand beside other units in ISO 8601."""
    days = "".join(
        f"{int(p[1:-1]) * 7}D" if p.endswith("W") else p[1:] for p in parts if "T" not in p and p[1:-1].isdigit()
    )
    time = "".join(p[2:] for p in parts if "T" in p)
    return f"P{days}T{time}" if time else f"P{days}"


def is_code(token: str) -> bool:
    """Whether a word can only be a technical name: underscores, joined words, letters in capitals, or known."""
    if not _TOKEN.fullmatch(token) or not any(c.isalpha() for c in token) or _GENERIC.match(token):
        return False
    return bool(_CODE.search(token)) or (not _PLAIN.match(token) and catalog.by_cookie(token) is not None)


def names_in(cell: str, *, told: bool = False) -> list[str]:
    """The cookies that a cell names; ``told``: its header says that cookies stand here, so plain words count too."""
    text = cell.strip().strip("•·-– \"'„“”`").strip()
    if not text or len(text) > 600:
        return []
    if names := _single(text, told):
        return names
    bare = _COMMENT.sub("", text)
    if bare != text and (names := [] if _PLAIN.match(bare) else _single(bare, told)):
        return names
    for part in (text, *(a or b for a, b in _INSIDE.findall(text))):
        pieces = [_COMMENT.sub("", p).strip("\"'„“”`. ") for p in _BETWEEN.split(part)]
        sure = is_code if part is text else is_sure
        if all(_TOKEN.fullmatch(p) for p in pieces) and any(map(sure, pieces)):
            return [p for p in pieces if not _GENERIC.match(p) and not _is_service(p)]
    words = [w.strip(",;()\"'„“”`") for w in text.split()]
    coded = [w for w in words if "_" in w and is_code(w)]
    return coded or (words if len(words) > 1 and all(map(is_code, words)) else [])


def _single(text: str, told: bool) -> list[str]:
    if not _TOKEN.fullmatch(text) or not any(c.isalpha() for c in text) or _GENERIC.match(text):
        return []
    if is_code(text) or (told and not _is_service(text)):
        return [text]
    return []


def is_sure(token: str) -> bool:
    """In brackets stand abbreviations too, so capitals alone do not tell."""
    return is_code(token) and ("_" in token or catalog.by_cookie(token) is not None)


def _is_service(word: str) -> bool:
    return word[0].isupper() and "_" not in word and bool(catalog.mentions(word))

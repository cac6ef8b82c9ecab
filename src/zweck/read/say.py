"""What ``read`` says about values and findings, in German or English, for the terminal and for the page alike.

Codes are for programs: people read “14 days” and “Art. 6(1)(f) GDPR” (Art. 12(1) GDPR: clear and plain language).
"""

from __future__ import annotations

import re

from zweck import texts
from zweck.declaration.kind import kind as kind_of
from zweck.errors import ZweckError
from zweck.read.report import FindingRead, RetentionRead
from zweck.read.topic import GENERAL

_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
_CITED = re.compile(r"GDPR Art\. (\d+)((?:\(\w{1,2}\))*)")
_LAW = {"GDPR": "DSGVO"}
_CERTAINTIES = {"certain": "certain", "arguable": "arguable", "check the page": "page"}
_STANDINGS = {"observed": "observed", "inferred": "inferred", "for a lawyer": "lawyer"}


def word(key: str, language: str, /, **said: str | int) -> str:
    """One of the words of ``read``."""
    return texts.message(f"read.{key}", language, **said)


def activity(kind: str, language: str) -> str:
    """The name of a kind of activity; its code where nobody has named it."""
    if kind == GENERAL:
        return word(GENERAL, language)
    try:
        kind_of(kind)
        return texts.message(f"{kind}.title", language)
    except (ZweckError, LookupError):
        return kind


def period(iso: str | None, language: str) -> str:
    """A period in words; what is no period is said as what it is."""
    if not iso:
        return word("until-event", language)
    if iso in ("unlimited", "session"):
        return word(iso, language)
    found = _PERIOD.fullmatch(iso)
    if not found or not any(found.groups()):
        return iso
    from babel.units import format_unit

    parts = zip(found.groups(), _UNITS, strict=True)
    return " ".join(format_unit(int(n), f"duration-{unit}", locale=language) for n, unit in parts if n)


def kept(retention: RetentionRead, language: str) -> str:
    """A storage statement: of what, and for how long."""
    return f"{activity(retention.what, language)}: {period(retention.duration, language)}"


def basis(code: str, language: str) -> str:
    """A legal basis as lawyers of the language cite it (``GDPR 6(1)(f)`` → “Art. 6 Abs. 1 lit. f DSGVO”)."""
    law, _, place = code.partition(" ")
    article, *parts = re.findall(r"\d+[a-z]?|(?<=\()[^()]+", place) or [place]
    sign = "Art." if law == "GDPR" else "§"
    if language != "de":
        return f"{sign} {place} {law}"
    said = _places("".join(f"({p})" for p in parts))
    return " ".join([sign, article, *said, _LAW.get(law, law)])


def right(article: str, language: str) -> str:
    """A right by its article."""
    return basis(f"GDPR {article}", language).rpartition(" ")[0]


def sure(finding: FindingRead, language: str) -> str:
    """How sure a finding is, and how it was come by."""
    certainty = word(f"certainty-{_CERTAINTIES[finding.certainty]}", language)
    return f"{certainty}, {word(f'standing-{_STANDINGS[finding.standing]}', language)}"


def source(finding: FindingRead, language: str) -> str:
    """The provisions behind a finding, as the language cites them."""
    if language != "de":
        return finding.source
    said = _CITED.sub(lambda m: " ".join([f"Art. {m[1]}", *_places(m[2]), "DSGVO"]), finding.source)
    return re.sub(r"\b(?:CJEU|ECJ)\b", "EuGH", said).replace("rec. ", "ErwG ")


def _places(written: str) -> list[str]:
    return [f"Abs. {p}" if p.isdigit() else f"lit. {p}" for p in re.findall(r"\((\w+)\)", written)]


def message(finding: FindingRead, language: str) -> tuple[str, str]:
    """What is wrong and what would be right."""
    if language == "de":
        return finding.message_de or finding.message, finding.mend_de or finding.mend
    return finding.message, finding.mend

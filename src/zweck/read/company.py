"""Names of companies, institutions and persons as they stand in a text.

A company is found by its legal form and read backwards from it; anybody else only where the text says that a name
stands there (“controller is …”, a line above an address), because German capitalises every noun.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FORM = (
    r"(?:GmbH\s?&\s?Co\.?\s?KG(?:aA)?|gGmbH|GmbH|mbH|AG\s?&\s?Co\.?\s?KG(?:aA)?|AG|SE\s?&\s?Co\.?\s?KG|SE|KGaA"
    r"|OHG|KG|g?UG(?:\s\(haftungsbeschränkt\))?|e?GbR|e\.\s?V\.|e\.\s?K\.|e\.\s?Kfr\.|e\.\s?U\.|eG|PartG(?:\s?mbB|mbB)?"
    r"|Inc\.?|LLC|L\.L\.C\.|LLP|Ltd\.?|Limited|PLC|S\.\s?A\.(?:\s?S\.)?|SA|B\.\s?V\.|BV|N\.\s?V\.|NV|A/S|ApS|ASA|Oyj?|OÜ|AB|S\.\s?[Rr]\.\s?[Ll]\.|Srl|SRL"
    r"|S\.à\sr\.l\.|S\.\s?L\.(?:\s?U\.)?|Sp\.\sz\s?o\.\s?o\.|s\.\s?r\.\s?o\.|d\.\s?o\.\s?o\.|Kft\.?|Zrt\.?|Lda\.?|Stiftung"
    r"|Società Cooperativa|S\.p\.A\.|SAS|SARL|Pty|Corp\.?|Corporation|GesmbH|Ges\.m\.b\.H\.|CIC|CLG|KdöR"
    r"|Anstalt des öffentlichen Rechts|Körperschaft des öffentlichen Rechts|AöR)"
)
_FORMS = re.compile(rf"(?<=[\w&.,)’'®|] ){_FORM}(?![\w])")
_TOKEN = re.compile(r"[A-ZÄÖÜ\d][\w&.+'’®-]{0,50},?|&|\||und|and|für|of|for|der|von|[a-z][\w.-]{1,30}")
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
                word.islower()
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


_LINK = (
    r"und|and|&|für|for|of|the|der|des|die|den|dem|am|an|im|in|zu|zum|zur|bei|de|di|du|la|le|van|von|vom|e\.|i\.|\+|–|-"
)
_PIECE = (
    r"(?:(?:Dr|Prof|Mag|Dipl|St|Inh|med|jur|rer|nat|phil|Ing|Priv)\.(?:-\w+\.?)?"
    r"|[a-z0-9-]+\.(?:de|com|org|net|io|eu|at|ch|app|chat|co|info|coop)(?!\w)"
    r"|[A-ZÄÖÜÉ0-9][\w&’'´`+!-]*(?:\.(?:de|com|org|net|io|eu|at|ch|app|chat|co|info|coop)(?!\w))?|[a-z]+[A-Z][\w-]*)"
)
_NAME = re.compile(rf"(?:(?:the|The) )?{_PIECE}(?: (?:(?:{_LINK}) ){{0,2}}{_PIECE}){{0,9}}")
_ROLE = re.compile(
    r"(?:der|die|das|den|dem|the):?\s(?=[A-ZÄÖÜ0-9])|(?:die |der |das )?(?:o\.\s?[ag]\.|oben genannte\w*)\s|(?:(?:der|die|das|the|unser\w*|our|nachfolgend\w*|oben|unten)\s)?(?:(?:web|site|seiten|website|webseiten|shop|plattform|homepage)?-?betreiber(?:in)?(?: (?:dieser|der)"
    r" \w+)?|firma|unternehmen|company|anbieter(?:in)?|herr(?:n)?|frau|mr\.?|ms\.?|mrs\.?|organi[sz]ation|operator|owner|website operator"
    r"|inhaber(?:in)?|verantwortliche[rn]?|responsible|controller)\W{1,3}",
    re.IGNORECASE,
)
_COMMON = re.compile(
    r"(?:sie|ihre?[mnrs]?|wir|uns|unser\w*|unsere|you\w*|we|our|us|this|these|that|it|he|she|they|any|all|if|when|der|die|das|den|dem|ein\w*|jede\w*|diese\w*|welche\w*"
    r"|person\w*|stelle|natürliche\w*|juristische\w*|behörde|gesellschaft|unternehmen|company|entity|website|webseite|seite|site|app|daten\w*|data"
    r"|verantwortlich\w*|controller|responsible|name|anschrift|adresse|address|kontakt\w*|contact\w*|telefon|e-?mail|impressum|imprint|inhalt\w*"
    r"|art\.?|artikel|article|section|abs|datenschutz\w*|privacy|policy|notice|information\w*|allgemein\w*|general|stand|last|updated|date|version"
    r"|the|for|in|im|bei|by|von|für|mit|auf|über|unter|aus|zur|with|to|from|at|as|und|and|nach|gemäß|under|pursuant|europ\w*|eu|dsgvo|ds-gvo|gdpr|bdsg|bitte|please|hier|here|wenn|falls|soweit|sofern"
    r"|cookies?|analytics|newsletter|who|what|wer|was|wie|how|where|wo|rechte?|rights?|zweck\w*|purpose\w*|geschäfts\w*|vertreten|represented|tel|fax|web"
    r"|kund(?:e|en|innen)|bewerber\w*|mitarbeit\w*|beschäftigte\w*|lieferant\w*|mitglieder\w*|patient\w*|studierende\w*|teilnehm\w*|interessent\w*|mieter\w*"
    r"|drivers?|customers?|applicants?|candidates?|employees?|members?|visitors?|suppliers?|clients?|students?|participants?|guests?|residents?|shareholders?|job|sellers?|buyers?|passengers?|travell?ers?|riders?|couriers?"
    r"|\w*rechte?s?|\w{3,}(?:ung|ungen|heit|keit|ionen|daten|informationen)|dienste?\w*|zugriff\w*|spenden?|konto\w*|services?|comments?|kommentare?|betreiber\w*|anbieter\w*|diensteanbieter|websitebetreiber|nutzer\w*|users?|personal|personenbezogen\w*|ansprechpartner\w*|postanschrift|sitz|selbstverständlich|natürlich|grundsätzlich|zusätzlich|ferner|außerdem|darüber|hinaus|weiterhin|ergänzend|of|course|additionally|besuch\w*|internet\w*|homepage|web\w*|online\w*|angebots?|interesse|vielen|dank|home|skip|zum|startseite|menu)$",
    re.IGNORECASE,
)


_BEFORE = re.compile(r"[\s:*_>„“\"'–-]+")


def name_at(text: str, start: int = 0) -> Company | None:
    """The name that a text begins with at ``start``, after words like “the operator”; ``None`` when it is no name."""
    while (m := _BEFORE.match(text, start)) or (m := _ROLE.match(text, start)):
        start = m.end()
    form = next((c for c in companies_in(text[start : start + 160]) if c.start <= 1), None)
    if form:
        return Company(form.name, start + form.start, start + form.end)
    m = _NAME.match(text, start)
    if not m:
        return None
    if formed := next((c for c in companies_in(text[start : m.end() + 30]) if c.start < m.end() - start), None):
        return Company(text[start : start + formed.end].strip(" ,|"), start, start + formed.end)
    words = m.group().split()
    while words and re.fullmatch(_LINK, words[-1]):
        words.pop()
    if words and words[0] in ("The", "the") and len(words) > 1:
        words = words[1:]
    name = " ".join(words).rstrip(" .,:;!") if words else ""
    at = text.find(name, start)
    if (
        len(name) < 2
        or _COMMON.match(words[0].strip(".,:;"))
        or re.match(r"\d{4,}", name)
        or not any(c.isalpha() for c in name)
    ):
        return None
    return Company(name, at, at + len(name))

"""Periods and what starts or ends them: “six months after the procedure” is ``P6M`` after ``procedure_ended``.

Numbers and number words of both languages; a period counts as storage only in a sentence that speaks of keeping or
deleting, and not where it is an age, a deadline for an answer or the life of something else.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from dataclasses import dataclass

from zweck.words import Table, Words

_NUMBERS = {
    "another": 1, "ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1, "one": 1, "a": 1, "an": 1, "zwei": 2, "two": 2,
    "drei": 3, "three": 3, "vier": 4, "four": 4, "fünf": 5, "five": 5, "sechs": 6, "six": 6, "sieben": 7, "seven": 7,
    "acht": 8, "eight": 8, "neun": 9, "nine": 9, "zehn": 10, "ten": 10, "elf": 11, "eleven": 11, "zwölf": 12,
    "twelve": 12, "dreizehn": 13, "thirteen": 13, "vierzehn": 14, "fourteen": 14, "fünfzehn": 15, "fifteen": 15,
    "sechzehn": 16, "sixteen": 16, "achtzehn": 18, "eighteen": 18, "zwanzig": 20, "twenty": 20, "vierundzwanzig": 24,
    "twenty-four": 24, "sechsundzwanzig": 26, "dreißig": 30, "dreissig": 30, "thirty": 30, "sechsunddreißig": 36,
    "vierzig": 40, "forty": 40, "achtundvierzig": 48, "forty-eight": 48, "fünfzig": 50, "fifty": 50, "sechzig": 60,
    "sixty": 60, "zweiundsiebzig": 72, "seventy-two": 72, "neunzig": 90, "ninety": 90, "hundert": 100,
}  # fmt: skip
_UNIT = (
    ("PT{}S", r"sekunden?|seconds?|sek\."),
    ("PT{}M", r"minuten?|minutes?|mins?"),
    ("PT{}H", r"stunden?|hours?|hrs?|std\.|stündig\w{0,2}|h"),
    ("P{}D", r"(?:werk|kalender|arbeits)?tag(?:en|e|es)?|tägig\w{0,2}|days?"),
    ("P{}W", r"wochen?|wöchig\w{0,2}|weeks?"),
    ("P{}M", r"monat(?:en|e|s|es)?|monatig\w{0,2}|months?"),
    ("P{}Y", r"jahr(?:en|e|es|s)?|jährig\w{0,2}|years?"),
)
_UNITS = "|".join(words for _, words in _UNIT)
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_NUMBER = rf"\[?(?:\d{{1,4}}|{_WORDS})\]?"
_SEPARATOR = r"\s?(?:-|–|/|,|bis(?: zu)?|to|or|oder|und|and|bzw\.|beziehungsweise|respectively)\s?"
PERIOD = Words(
    rf"(?<![\w,.])(?:(?P<low>{_NUMBER}(?:{_SEPARATOR}{_NUMBER}){{0,2}}?){_SEPARATOR})?(?P<number>{_NUMBER})"
    rf"(?:\s[(\[](?:\d{{1,4}}|{_WORDS})[)\]])?[\s-]{{0,2}}(?:full |volle[nr]? |weitere[nr]? |ganze[nr]? |business "
    rf"|calendar |working |consecutive |further |additional |more |weiteres |aufeinanderfolgende[nr]? )?(?P<unit>{_UNITS})\b"
)
_EACH = (
    ("P1D", r"täglich\w{0,2}|daily|every day|each day|jeden tag"),
    ("P1W", r"wöchentlich\w{0,2}|weekly|every week"),
    ("P1M", r"monatlich\w{0,2}|monthly|every month"),
)
_ROUTINE = tuple(
    (
        iso,
        Words(
            rf"(?:{words}) (?:\S+ ){{0,6}}?(?:gelöscht|überschrieben|deleted|overwritten|purged|erased)\b"
            rf"|(?:deleted|overwritten|purged|erased) (?:\S+ ){{0,4}}?(?:{words})\b"
        ),
    )
    for iso, words in _EACH
)
_ORDINALS = (
    "ersten",
    "zweiten",
    "dritten",
    "vierten",
    "fünften",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
)
_ORDINAL = Words(
    rf"\b(?:ende|ablauf|end) (?:des|of the) (?P<number>{'|'.join(_ORDINALS)}) (?P<unit>jahres|monats|year|month)\b"
)
_HALF = Words(r"\b(?:ein halbes jahr|half a year|eines halben jahres)\b")
_KEEP = Words(
    r"speicher|gelöscht|löschung|lösch|bewahr|behalten|vorgehalten|anonymisiert|verbleib|archiv|vorhalte|verwahr"
    r"|vernichtet|überschrieben|aufgehoben|stor(?:ed|age|e|es|ing)\b|\bheld\b|\blasts?\b|persist|purged?|dispos|overwrit"
    r"|kept|keep|retain|retention|delet|eras|remain|anonymi[sz]ed|destroy|expire|lifetime|lebensdauer|laufzeit|gültig"
    r"|\bverf[aä]ll|\berlisch|\bvalid|saved\b|removed\b|discard|entfernt"
)
_NOT_KEEPING = re.compile(
    r"\b(?:alter|age of|years? old|under the age|vollendet\w*|lebensjahr\w*|volljährig\w*|binnen"
    r"|innerhalb eines monats nach (?:eingang|erhalt)|(?:in den )?letzten|the (?:last|past)|in the (?:last|past)"
    r"|within one month of receipt|antwort\w*|beantworte\w*|respond|repl(?:y|ied)|answer|widerrufsfrist|kündigungsfrist"
    r"|notice period|seit \d+|since|gegründet|erfahrung|every|alle|überprüf\w*|review\w*|mindestlaufzeit|vertragslaufzeit"
    r"|contract term|term of the contract|gewährleistungsfrist|warranty period|becoming aware|notify|notification)\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?:unter|under|below|mindestens|at least|über|over)\s(?:the age of )?\d{1,2}\s(?:jahren?|years)\b(?! after| nach)",
    re.I,
)
_PERSON = re.compile(
    r"\b(?:kind\w*|child\w*|minor|minderjähr\w*|person\w* unter|users? under|alt\b|old\b|älter|age)", re.I
)
_ATTRIBUTE = re.compile(
    r"^[\s•·▪‣◦○●*–—-]{0,4}(?:cookie-?\s?)?(?:ablauf\w*|expir\w*|lebensdauer|lifetime|laufzeit|gültigkeit\w*)\s?:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time in ISO 8601, with where it stands; ``low`` is the shorter end of a range, if one is given."""

    iso: str
    start: int
    end: int
    low: str | None = None
    written: str = ""


def periods_in(text: str) -> list[Period]:
    """Every span of time in the text, whatever it is the span of."""
    found = []
    for m in PERIOD.finditer(text):
        if _is_glued(m):
            continue
        if iso := _iso(m["number"], m["unit"]):
            lows = [n for n in re.findall(_NUMBER, m["low"] or "", re.IGNORECASE) if n]
            low = _iso(lows[0], m["unit"]) if lows else None
            found.append(Period(iso, m.start(), m.end(), low, m.group()))
            found += [
                Period(also, m.start(), m.end(), None, m.group()) for n in lows[1:] if (also := _iso(n, m["unit"]))
            ]
    for m in _ORDINAL.finditer(text):
        number = _ORDINALS.index(m["number"].lower()) % 5 + 1
        found.append(Period(f"P{number}{'M' if m['unit'][0] in 'mM' else 'Y'}", m.start(), m.end(), None, m.group()))
    found += [Period("P6M", m.start(), m.end(), None, m.group()) for m in _HALF.finditer(text)]
    found += [Period(iso, m.start(), m.end(), None, m.group()) for iso, words in _ROUTINE for m in words.finditer(text)]
    return found


def _is_glued(m: re.Match[str]) -> bool:
    """A number word and a unit in one word are no period (“an” + “hour”), but “sechsmonatig” and “24h” are."""
    between = m.string[m.end("number") : m.start("unit")]
    joined = m["unit"].lower().startswith(("tägig", "wöchig", "monatig", "jährig", "stündig"))
    return not between and not m["number"].strip("[]").isdigit() and not joined


def _iso(number: str, unit: str) -> str | None:
    bare = number.strip("[]").lower()
    value = int(bare) if bare.isdigit() else _NUMBERS.get(bare, 0)
    for form, words in _UNIT:
        if value and re.fullmatch(words, unit, re.IGNORECASE):
            return form.format(value)
    return None


def speaks_of_keeping(sentence: str) -> bool:
    """Whether the sentence has a word for keeping, deleting or lasting at all."""
    return _KEEP.search(sentence) is not None


def storage_periods(sentence: str, *, keeping: bool = False) -> list[Period]:
    """The spans in a sentence that say how long something is kept; ``keeping`` where its section tells just that."""
    if not (keeping or speaks_of_keeping(sentence)) or _ATTRIBUTE.match(sentence):
        return []
    found = periods_in(sentence)
    if _AGE.search(sentence) and _PERSON.search(sentence):
        return []
    return [p for p in found if not _NOT_KEEPING.search(sentence[max(0, p.start - 45) : p.end + 25])]


_TRIGGERS: tuple[tuple[str, str], ...] = (
    (
        "procedure_ended",
        r"bewerbungsverfahren|application (?:process|procedure)|absage|rejection|besetzung der stelle",
    ),
    (
        "closed",
        r"(?:abschluss|abschließen|erledigung|beendigung) (?:der|des|ihrer|ihres) (?:kontakt)?(?:anfrage|vorgangs"
        r"|anliegens|korrespondenz|kommunikation)|(?:closing|completion|end) of (?:the|your) (?:enquiry|inquiry"
        r"|matter|case|conversation|correspondence)|(?:enquiry|inquiry|case|matter) (?:is|has been) closed",
    ),
    ("unsubscribed", r"abmeld\w+|abbestell\w+|austrag\w+|unsubscrib\w+|kündigung des newsletters"),
    (
        "account_closed",
        r"kundenkonto\w* (?:lösch|geschlossen|gelöscht)|(?:löschung|schließung) (?:des|ihres) (?:kunden"
        r"|nutzer|benutzer)?konto|solange sie .{0,40}registriert|as long as you are registered"
        r"|account is (?:maintained|closed|deleted)|delet\w+ (?:of )?(?:your|the) account",
    ),
    (
        "choice_recorded",
        r"(?:einwilligung|consent)\w* (?:erteilt|gegeben|abgegeben|declared|given|granted)"
        r"|erteilung der einwilligung|after consent|declaration of consent",
    ),
    ("consent_withdrawn", r"widerruf\w*|revok\w+|withdraw\w*|revocation"),
    ("objected", r"widerspruch|widersprechen|object(?:ion|ed)?\b"),
    (
        "erasure_requested",
        r"zur löschung auffordern|löschung verlangen|löschung beantrag|request (?:us to )?delet\w+"
        r"|ask us to delete|request(?:ed)? (?:its )?erasure|you request deletion",
    ),
    (
        "device_entry_cleared",
        r"cookie\w* selbst lösch\w+|(?:cookie|cookies) (?:yourself|selbst)|delete the \w* ?cookie"
        r"|cookies? .{0,30} until you delete|bis sie diese löschen|leeren des browserspeichers",
    ),
    (
        "session_ended",
        r"ende (?:ihres|des) besuchs|ende der (?:browser-)?sitzung|end of (?:your|the) (?:visit|session)"
        r"|session is (?:thus )?(?:terminated|ended)|schließen (?:des|ihres) browsers|clos\w+ (?:the"
        r"|your) browser|leave our websites?",
    ),
    (
        "call_ended",
        r"dauer (?:ihrer|der) teilnahme|end of (?:the )?(?:call|meeting|conference)"
        r"|duration of (?:your )?participation",
    ),
    (
        "contract_ended",
        r"vertrags(?:ende|beendigung|beziehung|laufzeit)|beendigung (?:des vertrag"
        r"|der geschäftsbeziehung)|termination of the (?:contract|business)|end of the (?:contract"
        r"|order)|abschluss des auftrags|geschäftsbeziehung|business relationship"
        r"|completion of the order",
    ),
    ("warranty_ended", r"gewährleistung\w*|warrant(?:y|ies)"),
    (
        "invoiced",
        r"rechnung(?:s|en|\b)|buchungsbeleg|invoice|tax and commercial|steuer- und handels"
        r"|handels- und steuer|gesetzliche\w* aufbewahrung|statutory (?:storage|retention)"
        r"|retention periods under",
    ),
    (
        "purpose_ended",
        r"zweck\w* (?:für die \w+ )?(?:entfällt|entfallen|erreicht|weg|nicht mehr)"
        r"|nicht mehr (?:erforderlich|benötigt)|nicht länger (?:erforderlich|benötigt)"
        r"|purpose .{0,60}(?:ceases?|no longer applies|ends?)|no longer (?:required|necessary|needed)"
        r"|anfrage (?:abschließend )?(?:bearbeitet|beantwortet|erledigt)|(?:inquiry|enquiry"
        r"|request) has been processed",
    ),
)
_TRIGGER = Table((event, Words(words)) for event, words in _TRIGGERS)
_AFTER = re.compile(r"\b(?:nach|ab|seit|after|from|following|of)\b", re.IGNORECASE)


def trigger_of(sentence: str, period: Period | None = None) -> str | None:
    """The event that a period runs from (or that ends storage); several as ``first of (a, b)``."""
    if period:
        near = sentence[max(0, period.start - 80) : period.end + 110]
        after = _AFTER.search(sentence, period.end, period.end + 40)
        events = _events(sentence[after.start() : after.end() + 100]) if after else []
        return (events or _events(near) or ["collected"])[0]
    events = _events(sentence)
    if not events:
        return None
    joined = " und expiry" in sentence or re.search(r"\b(?:und|and) (?:expiry|ablauf|nach ablauf)", sentence)
    return events[0] if len(events) == 1 else f"{'last' if joined else 'first'} of ({', '.join(events)})"


def _events(text: str) -> list[str]:
    found = [(m.start(), event) for event, m in _TRIGGER.found(text)]
    return [event for _, event in sorted(found)]


_UNLIMITED = Words(
    r"(?:nicht (?:zeitlich )?(?:befristet|begrenzt)|zeitlich (?:nicht befristet|unbegrenzt)|unbefristet"
    r"|not limited in time|no time limit"
    r"|without (?:a )?time limit|indefinitely|dauerhaft gespeichert)"
)


def is_unlimited(sentence: str) -> bool:
    """Whether the sentence says that storage has no end."""
    return bool(_UNLIMITED.search(sentence)) and bool(_KEEP.search(sentence))


_ENDS = Words(
    r"(?:gelöscht|lösch(?:en|t|ung)|verbleiben|gespeichert|aufbewahrt|delet\w+|eras\w+|remain|stored"
    r"|retained|kept|blocked)\b"
)
_CONDITION = Words(
    r"\b(?:bis|sobald|wenn|nach|solange|until|as soon as|when|after|as long as|once|upon|for the duration"
    r"|für die dauer)\b"
)


def ends_at_event(sentence: str) -> str | None:
    """The event that ends storage in a sentence without a period (“until you unsubscribe”), or ``None``."""
    if not _ENDS.search(sentence) or not _CONDITION.search(sentence) or len(sentence) > 900:
        return None
    return trigger_of(sentence)

"""Whether a text is a privacy notice in German or English at all, and what it is instead.

Every page of a site says “Datenschutz” in its foot, so one word proves nothing: a notice speaks of personal data and
of several of the things that Art. 13 GDPR asks for.
"""

# ruff: noqa: SIM905  (lists of words read better as words)

from __future__ import annotations

import re

LEAST = 200
_SAMPLE = 200_000
_STRONG = re.compile(
    r"personenbezogen|dsgvo|ds-gvo|datenschutz-?grundverordnung|datenschutz(?:erklärung|hinweis|information)"
    r"|(?:ihre|deine|eure|nutzer|kunden|bewerber)\w* ?daten|daten\w* \w{0,20} ?(?:verarbeite|erhob|erheb|speicher)"
    r"|cookie[- ]?(?:richtlinie|hinweis|erklärung|policy|notice|statement)"
    r"|personal (?:data|information)|(?:your|user|customer) (?:data|information)|gdpr"
    r"|privacy (?:policy|notice|statement)|data (?:protection|privacy|subject)"
)
_SIGNALS = tuple(
    re.compile(pattern)
    for pattern in (
        r"personenbezogen|personal (?:data|information)",
        r"dsgvo|ds-gvo|grundverordnung|gdpr|general data protection",
        r"datenschutz|privacy|data protection",
        r"verantwortlich|controller|responsible",
        r"einwillig|consent",
        r"rechtsgrundlage|berechtigte\w* interesse|\bart(?:ikel|icle|\.) ?6\b|legal bas|legitimate interest",
        r"verarbeit|process(?:ing|ed|es)\b",
        r"\berh(?:eb|ob)|collect",
        r"speicher|aufbewahr|\bstor(?:e|ed|age|ing)\b|retain|retention|\bkept\b|\bkeep\b",
        r"lösch|delet|eras(?:e|ure)",
        r"auskunft|right (?:of|to) access|right to (?:know|information)",
        r"widersp|widerruf|\bobject(?:ion)?\b|withdraw|revoke",
        r"cookie",
        r"\bip[- ]?ad(?:d)?ress",
        r"betroffen\w+ (?:person|recht)|data subject",
        r"an dritte|weitergegeben|weitergabe|übermitt|third part|shared? with|disclos|transfer",
    )
)
_FEWEST = 3
_WORD = re.compile(r"[^\W\d_]{1,30}")
_READ = frozenset(
    "der die das und nicht wir ist werden wird ihre sie auf mit für von zu den dem des im ein eine oder bei sind durch "
    "auch kann zur nach the and not we is are your to of with for that you our by may as on be this or which it at "
    "from will can have their".split()
)
_UNREAD = frozenset(
    "les des est vous votre nous données une dans pour avec sont sur los las una para con por usted sus nuestros datos "
    "het een van niet wij uw zijn voor gegevens worden il di che della dei sono per con dati non nel è una vostri "
    "oraz jest nie się przez dla danych og af til er ikke som det och att som för är inte".split()
)
_FEW, _SOME = 0.04, 0.12
"""Shares of our small words: German and English notices have a fifth and more, lists of services an eighth."""


def refusal(lines: tuple[str, ...]) -> str:
    """Why these lines are no notice that can be read, to follow the name of the source; empty if they are one."""
    text = "\n".join(lines)[:_SAMPLE].lower()
    if _is_other_script(text[:4_000]):
        return f"this is no privacy notice in German or English, but in another script; {_READABLE}"
    if len(text.strip()) < LEAST or not _STRONG.search(text) or _signals(text) < _FEWEST:
        return "this is no privacy notice in German or English; nothing in it says what is done with personal data"
    return f"this notice is in another language; {_READABLE}" if _is_foreign(text) else ""


_READABLE = "German and English notices are read"


def _is_other_script(text: str) -> bool:
    letters = "".join(filter(str.isalpha, text))
    return len(letters) > 100 and len(letters.encode("latin-1", "ignore")) < 0.5 * len(letters)


def _signals(text: str) -> int:
    """How many of the things that notices speak of this one does; no more are counted than are needed."""
    found = 0
    for signal in _SIGNALS:
        found += signal.search(text) is not None
        if found == _FEWEST:
            break
    return found


def _is_foreign(text: str) -> bool:
    """Hardly any of our small words, or few and more of somebody else's."""
    words = _WORD.findall(text[:8_000])
    read = sum(w in _READ for w in words)
    unread = sum(w in _UNREAD and w not in _READ for w in words)
    return len(words) > 60 and (read < _FEW * len(words) or (unread > read and read < _SOME * len(words)))

"""Whether a name in a sentence is in use at all: denied, an example, historical, somebody's credit or a place to log in.

Art. 13(1)(e) GDPR asks for the recipients there are; a notice also names those there are not.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re

_DENIED = re.compile(
    r"\b(?:(?:verwenden|nutzen|setzen|verzichten|integrieren|binden|use|employ|embed)\w*\s(?:(?:wir|wird"
    r"|werden|auf|unserer?|website|seite|hier|diese[rn]?)\s){0,4}"
    r"(?:(?:kein(?:e[nmrs]?)?|nicht|no)\b)|(?:do|does|did|are|is|will)\s?n[o']t\s(?:use|employ|embed"
    r"|integrate|set|include|used|rely)"
    r"|ohne (?:den )?einsatz von|without (?:using|the use of)|verzichten (?:wir )?(?:auf|bewusst)"
    r"|we (?:refrain|abstain) from"
    r"|(?:wird|werden|kommt|kommen)\s(?:\w+\s){0,3}(?:nicht|kein\w*)\s(?:\w+\s){0,2}(?:eingesetzt"
    r"|verwendet|genutzt|zum einsatz))",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:kein(?:e[nmrs]?)?|no|weder|neither|nicht|never)\b[^.,;]{0,25}$", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:anmeld|login|log in|logged in|eingeloggt|ausloggen|log out).{0,60}$|(?:means of payment"
    r"|zahlungsmittel|zahlungsarten)[^)]{0,12}\([^)]{0,40}$"
    r"|(?:translated|übersetzt)\W+(?:\w+\W+){0,3}$"
    r"|(?:früher|vormals|ehemals|formerly|previous name|previously|bisher)[:\s„“\"(]{1,4}$"
    r"|(?:\b(?:quelle|source)n?\s?:|erstellt (?:mit|von|durch)|created (?:with|by|using)|generiert|generated (?:with|by)|muster(?:text)? von"
    r"|vorlage von|template (?:from|by)|based on a template|generator (?:von|by|of|der))[^.]{0,110}$"
    r"|(?:erhältlich|verfügbar|available|herunterlad\w*|download\w*)(?: \w+){0,3} (?:im|in|on|from|über|via|aus|the|dem|den)[^.]{0,40}$"
    r"|(?:auch wenn wir|falls wir|if we|should we|in case we|sollten wir)\s[^.,;]{0,40}$"
    r"|(?:coming soon|demnächst|künftig|geplant|planned)[^.,;]{0,40}$",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"(?i:\bz\. ?b\.|\be\. ?g\.|\bzum beispiel\b|\bbeispielsweise\b|\bbspw\.|\bfor (?:example|instance)\b|\bexamples?:)(?P<list>[^.;:]{0,260}?)$"
    r"|(?:\bsuch as|\blike|(?<=[a-zäöüß]) wie|\betwa)(?P<names>(?:[\s,/&()„“\"-]+(?:[A-ZÄÖÜ\d][\w.+]*|und|oder|and|or|sowie|von|aus|bei|from|by|of|the|der|die|des)){0,25}"
    r"[\s,/&()„“\"-]+)$"
)
_OWN_USE = re.compile(
    r"\b(?:wir|we)\s(?:\w+ ){0,3}?(?:nutzen|verwenden|setzen|use|binden|haben|have|embed|arbeiten|work)\b"
    r"|(?:nutzen|verwenden|setzen|binden|speichern|verarbeiten|übermitteln) wir\b"
    r"|(?:diese|unsere|this|our) (?:\w+ ){0,2}?(?:verwendet|nutzt|bindet|setzt|uses|embeds|includes?)\b"
    r"|auf (?:dieser|unserer) \w+ (?:werden|sind|wird|ist|kommen)\b|(?:are|is) (?:used|embedded|integrated|included) (?:on|in|into) (?:this|our)"
    r"|\b(?:über|durch|mit|von|by|via) (?:\w+ )?(?:anbieter|dienstleister|dienste|tools?|providers?|services?)n? (?:wie|such as|like)\b"
    r"|^\W*(?:data exchange|datenaustausch|übermittlung|weitergabe|disclosure|sharing|transfer|transmission)\b"
    r"|^\W*\w[\w -]{2,30}:\s*(?:z\. ?b\.|e\. ?g\.)",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:kann|können|könnte\w*|may|might|could|can|es kann vorkommen|wenn|if|when|partner-?webseiten|platt?formen wie|third part\w+"
    r")\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\b(?:werden|wird|sind|ist|haben|hat|are|is|was|were|has|have|which|that|welche[rs]?)\b")


def is_denied(sentence: str, before: str) -> bool:
    """Whether the words before a name say that it is not used."""
    if _NO.search(before[-60:]):
        return not re.search(r"(?:nicht nur|not only|ohne)", before[-40:], re.IGNORECASE)
    first = max(0, len(before) - 400)
    sentence, before = sentence[first : len(before) + 200], before[first:]
    m = _DENIED.search(sentence)
    if m is None or m.start() > len(before) + 40:
        return False
    return re.search(r"\b(?:nur|only)\b", sentence[m.start() : m.end() + 12]) is None


def is_aside(before: str) -> bool:
    """Whether the words before a name make it a place to log in, an old name, a credit, or something still to come."""
    return _ASIDE.search(before[-150:]) is not None


def is_example(sentence: str, before: str) -> bool:
    """Whether a name is one of the examples that a sentence gives, and the sentence does not say that they are used."""
    m = _EXAMPLE.search(before[-320:])
    listed = (m["list"] or m["names"]) if m else ""
    if m is None or _CLOSED.search(listed) or listed.count("(") < listed.count(")"):
        return False
    return not _OWN_USE.search(sentence) or _MAY.search(before) is not None

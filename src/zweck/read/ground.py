"""Legal bases that a notice names by what they are: “legal basis is our legitimate interest” is ``GDPR 6(1)(f)``.

Words count only where the sentence says that processing rests on them (Art. 6(1) GDPR), or in a list below such a
sentence; not where consent is merely mentioned, withdrawn or missing. What is read here is less sure than a citation.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from zweck.read.basis import Cited
from zweck.words import Table, Words

_GROUNDS: tuple[tuple[str, str], ...] = (
    ("a", r"einwilligung\w*|einverständnis\w*|zustimmung\b|\bconsent(?:s|ed)?\b|your permission|permission from you"),
    (
        "b",
        r"vertragserfüllung\w*|erfüllung (?:\S+ ){0,5}\S{0,30}vertr[aä]g\w*|vertragsanbahnung\w*|vorvertraglich\w*"
        r"|vertragsdurchführung\w*|vertragsabwicklung\w*|vertraglich\w* (?:pflicht|verpflicht|beziehung|notwend|zweck|maßnahm)\w*"
        r"|(?:durchführung|abwicklung|abschluss|anbahnung) (?:\S+ ){0,4}vertr[aä]g\w*"
        r"|\bcontract(?:s|ual|ually)?\b(?! (?:requirement|clause)| \w+ clauses)"
        r"|performance of (?:an?|the|our|your|this) (?:user |service )?agreement\w*|perform our (?:agreement|terms)",
    ),
    (
        "c",
        r"(?:rechtlich|gesetzlich|steuerrechtlich|handelsrechtlich)\w* (?:verpflichtung|pflicht|vorgabe)\w*"
        r"|rechtspflicht\w*|legal (?:\w+ )?(?:obligation|dut(?:y|ies))s?\b"
        r"|statutory (?:\w+ )?(?:obligation|dut)\w*|comply with (?:\w+ ){0,3}law\w*|compliance with (?:\w+ ){0,3}law\w*",
    ),
    ("d", r"lebenswichtig\w* interesse\w*|\bvital interests?"),
    (
        "e",
        r"(?:im|in) öffentliche\w* interesse\w*|öffentliche\w* gewalt|öffentliche\w* aufgabe\w*|(?:in the|substantial) public interest"
        r"|public (?:interest )?task\w*|official authority",
    ),
    ("f", r"(?:berechtigt|rechtmäßig|legitim)\w* (?:\w+ ){0,2}interesse\w*|legitimate (?:business )?interests?"),
)
_GROUND = Table((letter, Words(words)) for letter, words in _GROUNDS)
_NAMED = Words(
    r"rechtsgrundlage\w*|rechtliche\w* grundlage\w*|\b(?:legal|lawful) (?:bas[ie]s|grounds?)\b|rechtfertigungsgrund\w*"
)
_RESTS = (
    r"(?:auf (?:der )?(?:grundlage|basis)|aufgrund|auf grund|beruht auf|beruhen auf|gestützt auf|stützt? (?:sich|wir)"
    r"|stützen|on the (?:legal )?basis|based (?:up)?on|bas(?:is|ed) (?:is|are)|rel(?:y|ies|ying) (?:up)?on|grounded on"
    r"|founded on|under our)"
)
_BY_FRAME = tuple((letter, Words(rf"{_RESTS}[^.;:]{{0,60}}?(?:{words})")) for letter, words in _GROUNDS)
_ASSERTED: tuple[tuple[str, str], ...] = (
    (
        "f",
        r"(?:unser|ein|unsere|das|dieses) (?:überwiegende\w* )?(?:berechtigt|rechtmäßig)\w* interesse\w* (?:an|liegt|besteht|daran|darin|ist|folgt|ergibt)"
        r"|(?:berechtigt|rechtmäßig)\w* interesse (?:daran )?(?:haben|hat)\b|haben (?:wir )?(?:hieran |daran )?ein (?:berechtigt|rechtmäßig)\w* interesse"
        r"|(?:we|us|it|which|have|has|having) (?:also )?(?:have|has|is|are|constitutes?)? ?(?:in )?(?:an? |our )?legitimate (?:business )?interests? (?:in|to|for|of)"
        r"|(?:for|in|of) (?:the|our|its) legitimate (?:business )?interests?|(?:carry out|pursue|pursuit of|meet|further) (?:of )?our legitimate interests?"
        r"|(?:wahrung|wahren|verfolgung|rahmen|sinne) (?:\w+ ){0,2}(?:berechtigt|rechtmäßig)\w* interesse\w*"
        r"|(?:rechtmäßig|berechtigt)\w* interessen? (?:an|zu wahren)",
    ),
    (
        "b",
        r"(?:necessary|required|needed|need\w* (?:it|this|them)) (?:for|to|in order to) (?:the |us to )?(?:perform|fulfil|execut|enter|conclu)\w* (?:\w+ ){0,4}(?:contract|agreement)\b"
        r"|(?:to|order to) (?:perform|fulfill?|execute|carry out|honou?r) (?:our|the|a|any) (?:\w+ ){0,2}(?:contract|agreement)\w*"
        r"|(?:for )?the (?:performance|fulfill?ment|execution) of (?:our|the|a|your) (?:\w+ )?(?:contract|agreement)"
        r"|vertraglich\w* beziehung (?:\S+ ){0,6}(?:haben|besteht)|rahmen unserer vertraglichen beziehung"
        r"|(?:verarbeit|nutz|verwend|benötig)\w*[^.;]{0,120}(?:zur|für die|zum zwecke? der|um) (?:\w+ )?(?:erfüllung|durchführung|abwicklung)\w* (?:\S+ ){0,3}vertr[aä]g\w*"
        r"|zur (?:vertragserfüllung|erfüllung (?:\S+ ){0,3}vertr[aä]g\w*) (?:\w+ ){0,2}(?:erforderlich|notwendig|verarbeit|nutz)\w*",
    ),
    (
        "c",
        r"(?:required|obliged|obligated) (?:by|under) (?:\w+ ){0,3}(?:law|legislation|regulations?) to (?:retain|keep|store|collect|record|process|hold)"
        r"|(?:legally|by law) (?:required|obliged|obligated) to (?:retain|keep|store|collect|record|process|hold|do so|disclose|share|provide|pass)"
        r"|purposes (?:which|that) are required by law"
        r"|(?:to|order to) (?:comply with|fulfill?|meet|satisfy) (?:our|a|any|these|its|applicable|the) (?:\w+ )?(?:legal|statutory|regulatory) (?:and \w+ )?(?:obligation|requirement|dut)\w*"
        r"|um (?:unsere\w* )?(?:rechtlich\w* |gesetzlich\w* )?(?:rechtspflichten|verpflichtungen|pflichten) (?:zu erfüllen|nachzukommen)"
        r"|verarbeit\w*[^.;]{0,100}zur erfüllung (?:\w+ ){0,2}(?:rechtlich|gesetzlich)\w* (?:pflicht|verpflicht)\w*",
    ),
    (
        "a",
        r"erteil\w* sie (?:uns )?(?:[^.,;]{0,60})?(?:einwilligung|zustimmung)|(?:willigen|stimmen) sie (?:\S+ ){0,8}(?:ein|zu)\b"
        r"|(?:wir |ausschließlich |nur )(?:\w+ ){0,6}mit ihrer (?:\w+ )?(?:einwilligung|zustimmung) (?:verarbeit|nutz|verwend|erheb|speicher|setz)\w*"
        r"|\byou are consenting to\b|\bonly (?:\w+ ){0,6}if you have (?:\w+ )?(?:consented|agreed|opted)\b|\bnur,? (?:dann,? )?wenn sie (?:\S+ ){0,5}(?:eingewilligt|zugestimmt)\b"
        r"|\byou (?:hereby |thereby |also )?(?:give (?:us )?(?:your )?)?consent (?:to|that)\b"
        r"|with your (?:\w+ )?consent,? we (?:will |may |also )?(?:use|process|collect|store|send|share)"
        r"|(?:im rahmen|auf basis|aufgrund) (?:\w+ ){0,3}(?:von ihnen |ihnen )?(?:erteilten |gegebenen )?(?:einwilligung|einverständnis|zustimmung)\w*"
        r"|mit ihrem einverständnis (?:verarbeit|nutz|verwend|erheb|speicher|send)\w*|because you have (?:given (?:us )?(?:your )?)?consent"
        r"|einwilligung (?:zur|in die) (?:speicherung|verarbeitung|nutzung|verwendung) (?:der|ihrer|dieser|meiner) (?:\w+ )?daten"
        r"|consent to the (?:storage|processing|use) of (?:the|your|this|these) (?:personal )?data\b"
        r"|(?:only|use|process|collect|store|send) (?:\w+ ){0,6}with your (?:\w+ )?consent\b",
    ),
)
_ANY = Words("|".join(words for _, words in (*_GROUNDS, *_ASSERTED)))
_ASSERTS = Table((letter, Words(words)) for letter, words in _ASSERTED)
_LEADS = Words(
    r"(?:legal|lawful) (?:bas[ie]s|grounds?)|rechtsgrundlage\w*|(?:based on|on the (?:basis|grounds) of|following bas[ie]s)\W*$"
    r"|auf (?:der )?(?:grundlage|basis)(?: von)?\W*$|following (?:bas[ie]s|grounds)|one of the following applies"
)
_NOT = re.compile(
    r"\b(?:ohne|without|kein\w*|no legal|not? (?:based|rely|consent)|withdr[ae]w\w*|revok\w*|widerruf\w*|widerspr\w*"
    r"|object(?:ion|s|ing)?|portab\w*|übertragbar\w*|unless|es sei denn|außer|entgegenstehen|unberührt|may be required"
    r"|whether|clauses?|klauseln?|complain\w*|beschwer\w*|if (?:you|we|the)|wenn sie|sofern sie|falls sie)\b",
    re.IGNORECASE,
)

_PART = re.compile(r"[;.](?:\s|$)")
_SAYS = re.compile(
    r":|\b(?:ist|sind|is|are|bildet|bilden|dient|dienen|besteht|liegt|liegen|verarbeite\w*|beruht|process(?:ed)?|rely|stützen)\b"
)
_RIGHT = re.compile(r"\b(?:right|recht auf|withdraw|widerruf)\b", re.IGNORECASE)


def leads_to_grounds(text: str) -> bool:
    """Whether a heading or an introductory line says that what follows are legal bases."""
    return len(text) < 400 and _LEADS.may_be_in(text) and bool(_LEADS.search(text))


def grounds_in(sentence: str, *, about_bases: bool = False) -> list[Cited]:
    """The bases that a sentence names by words; ``about_bases`` where its section or list tells legal bases."""
    if len(sentence) > 1_500 or not (_ANY.may_be_in(sentence) or _SPECIAL.may_be_in(sentence)):
        return []
    found: dict[str, Cited] = {}
    for cited in chain(_in_sentence(sentence, about_bases), _on_special(sentence)):
        found.setdefault(cited.basis, cited)
    return sorted(found.values(), key=lambda c: c.start)


_SPECIAL = Words(
    r"sensitive (?:personal )?(?:data|information)|special categor|health data|data (?:on|about|concerning) (?:your )?health|besondere\w* (?:kategorien|datenkategorien|arten)"
    r"|gesundheitsdaten|sensible\w* daten"
)
_EXPRESS = re.compile(r"(?:explicit|express) consent|ausdrückliche\w* (?:einwilligung|zustimmung)", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:mak|made|make)\w* (?:\S+ ){0,5}public\b|manifestly (?:made )?public|(?:selbst|offensichtlich) (?:\w+ )?(?:öffentlich gemacht|veröffentlicht)",
    re.IGNORECASE,
)


def _on_special(sentence: str) -> Iterator[Cited]:
    """Express consent to, or publication of, data of special categories (Art. 9(2)(a), (e) GDPR)."""
    if not _SPECIAL.may_be_in(sentence) or not _SPECIAL.search(sentence):
        return
    for letter, words in (("a", _EXPRESS), ("e", _PUBLISHED)):
        if (m := words.search(sentence)) and not _denied(sentence, m.start(), False):
            yield Cited(f"GDPR 9(2)({letter})", m.group(), m.start(), m.end(), 0.6)


def _in_sentence(sentence: str, about_bases: bool) -> Iterator[Cited]:
    if about_bases or (_NAMED.search(sentence) and _SAYS.search(sentence)):
        for letter, m in _GROUND.found(sentence):
            if not _denied(sentence, m.start(), about_bases):
                yield _made(letter, m)
        return
    for letter, words in _BY_FRAME:
        if (framed := words.search(sentence)) and not _denied(sentence, framed.start(), False):
            yield _made(letter, framed)
    for letter, m in _ASSERTS.found(sentence):
        if letter in "ac" or not _denied(sentence, m.start(), False):
            yield _made(letter, m)


def ground_of_item(item: str) -> Cited | None:
    """The basis that an entry of a list of bases begins with (“Contract – …”, “Processing is necessary for …”)."""
    head = item[:170]
    if _RIGHT.search(head[:60]):
        return None
    best = min(((m.start(), letter, m) for letter, m in _GROUND.found(head)), default=None, key=lambda f: f[0])
    return _made(best[1], best[2]) if best else None


def _made(letter: str, m: re.Match[str]) -> Cited:
    return Cited(f"GDPR 6(1)({letter})", m.group(), m.start(), m.end(), 0.6)


def _denied(sentence: str, at: int, about_bases: bool) -> bool:
    """Words that deny, condition or withdraw in the same clause; in a text on bases conditions say when each holds."""
    near = _PART.split(sentence[max(0, at - 70) : at])[-1] + _PART.split(sentence[at : at + 90])[0]
    denied = _NOT.search(near)
    if denied and about_bases:
        return (
            denied.group()
            .lower()
            .startswith(("ohne", "without", "kein", "withdr", "widerr", "widerspr", "object", "revok"))
        )
    return bool(denied)

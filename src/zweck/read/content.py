"""What the text of a section tells about a heading that leaves open what the section is about.

A heading “Cookies” over a text that there are none is no activity; “Social media” may speak of links, of own pages or
of parts of networks in the site. What counts is what is done with data (Art. 4 No. 2 GDPR), not the word above it.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re

from zweck.read.block import Block, Role
from zweck.read.section import Section
from zweck.read.sentence import sentences
from zweck.read.topic import GENERAL, kinds_described, kinds_of_sentence

GLOSSARY = re.compile(r"begriff|definition|glossar|^terms", re.IGNORECASE)
_OVERVIEW = re.compile(
    r"wie erfassen wir|wofür nutzen wir|how do we collect|what do we use|allgemeine hinweise|general notes?$"
    r"|auf einen blick|at a glance|^analy\w+[- ]tools (?:und|and) (?:tools|third)",
    re.IGNORECASE,
)
_ONLY_LINKS = re.compile(
    r"only (?:\w+ ){0,2}links|(?:lediglich|nur|ausschließlich) (?:\w+ ){0,6}(?:links?\b|verlink|verweis)"
    r"|keine (?:social[- ]media[- ])?plug-?ins|(?:do not use|no) (?:social media )?plug-?ins"
    r"|verlink\w* (?:wir )?(?:\w+ ){0,2}(?:lediglich|nur)|plug-?ins gibt es nicht",
    re.IGNORECASE,
)
_COLLECTING = re.compile(
    r"(?:erhebung|collection|verarbeitung|processing|nutzung|\buse\b).{0,70}(?:daten|data)", re.IGNORECASE
)
_BY_PHONE = re.compile(r"telefon|phone|\bfax", re.IGNORECASE)
_BY_MAIL = re.compile(r"\b(?:per|by|via) e-?mail", re.IGNORECASE)
_SOCIAL = re.compile(
    r"so[cz]ial|facebook|instagram|linkedin|xing\b|twitter|youtube|tiktok|pinterest|google\+|netzwerk|network",
    re.IGNORECASE,
)
_OTHER_CONTENT = re.compile(
    r"karten|\bmaps?\b|videos\b|schrift|fonts?\b|inhalte dritter|third[- ]party|externe[rn]? (?:inhalt|medien)",
    re.IGNORECASE,
)
_OWN_PAGE = re.compile(
    r"(?:unterhalten|betreiben|betreibt|unterhält|pflegen|haben) (?:\w+ ){0,6}(?:fan-?page|(?:unternehmens|facebook"
    r"|firmen)-?(?:seite|profil)|online-?(?:präsenz|auftritt)|präsenz|auftritt|profil|kan[aä]l|account)|(?:maintain"
    r"|operate|have|run|use)s? (?:\w+ ){0,4}(?:fan ?page|company (?:page|profile)|(?:online )?presences?|profiles?"
    r"|channels?|accounts?|pages?)\b|unsere[nrms]? (?:facebook|unternehmens|fan|profil|online)-?(?:seite|page|präsenz"
    r"|auftritt|profil)|our (?:fan ?page|company page|(?:social media|online) presence|profiles? on)"
    r"|besuch\w* (?:\w+ ){0,3}(?:unsere[rsn]? )(?:fan|profil|seite|präsenz|kan[aä]l)|präsent\b",
    re.IGNORECASE,
)
_LINKED = re.compile(r"verlink|verweis|\blinks?\b|share button|teilen", re.IGNORECASE)
_LOADED = re.compile(
    r"plug-?in|eingebettet|eingebunden|einbett|einbind|embed|widget|pixel|element|like-?button|gefällt mir|geladen"
    r"|loaded|player",
    re.IGNORECASE,
)
_DATA = re.compile(
    r"\bdaten\b|\bdata\b|ip-?adr|ip address|cookies|verlink|\blinks?\b|plug-?in|präsen|presence", re.IGNORECASE
)
_FILMED = re.compile(
    r"(?:film|record|photograph)(?:ed|ing)\b|gefilmt|fotografiert|aufgezeichnet|film- und fotoaufnahm", re.IGNORECASE
)
_DENIAL = re.compile(
    r"\b(?:kein(?:e[nmrs]?|erlei)?|niemals|weder)\b|\bnicht\b.{0,60}(?:verwend|genutzt|eingesetzt|gesetzt|statt"
    r"|einsatz)|\b(?:verwend|nutz|setz|benutz|betreib)\w* (?:wir )?(?:\w+ ){0,3}nicht|verzicht|(?:do|does|is|are"
    r"|will)(?: not|n[o’']t) (?:\w+ ){0,2}(?:use|set|place|embed|carry|collect|send|engage|employ|offer|operate|run"
    r"|perform|store|track)|\b(?:no|without|never|refrain)\b",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"\b(?:wenn|falls|sofern|if|browser|möchten|wollen|want|wish|nur|lediglich|only|except|außer|ausschließlich"
    r"|ohne ihre|without your)\b",
    re.IGNORECASE,
)
_AFFIRMS = re.compile(
    r"\b(?:wir|we)\b.{0,20}\b(?:verwenden|nutzen|setzen|speichern|erheben|verarbeiten|use|store|collect|process|set)\b"
    r"|\b(?:werden|wird|are|is)\b.{0,80}\b(?:verwendet|genutzt|gesetzt|gespeichert|eingesetzt|used|stored|placed"
    r"|set)\b",
    re.IGNORECASE,
)
_DENIABLE = frozenset(
    (
        "accounts",
        "advertising",
        "analytics",
        "chat",
        "consent",
        "cookies",
        "credit_checks",
        "crm",
        "direct_marketing",
        "embeds",
        "newsletter",
        "payments",
        "social_links",
        "video_calls",
    )
)
_WEAK = re.compile(
    r"^(?:product interaction )?\W*(?:usage data|nutzungsdaten|technical (?:data|information)|verkehrsdaten"
    r"|it-nutzungsdaten|contact us|kontaktieren sie uns|.{0,12}kontaktieren sie|plug-?ins und (?:tools|sonstiges)"
    r"|plug-?ins and tools|customers?|kunden|sales|contracts?|contract data|vertragsdaten|support|marketing(?! ?[-/]|\W{1,4}(?:cookies|track)))\b"
    r"|^(?:how|wie|who|whom|wen|where|wo)\b.{0,40}(?:contact|in touch|reach|kontakt|erreich)|^contact (?:details|information)"
    r"|usage data|speicherung pers|storage of personal",
    re.IGNORECASE,
)
"""Titles that may announce an activity; the text must speak of it."""


def settle_all(sections: list[Section]) -> None:
    """Each section with the kind that heading and text give it together."""
    texts: dict[int, list[Block]] = {}
    for section in sections:
        texts.setdefault(section.topic, []).extend(section.blocks[:8])
    for section in sections:
        _settle(section, texts[section.topic])
    _follow(sections)
    if not any("contact" in s.kinds and not _was_told(s) for s in sections if s.blocks):
        for section in sections:
            if section.kind == "enquiries" and not _BY_PHONE.search(section.title):
                section.kind, section.kinds = "contact", ("contact",)


def _follow(sections: list[Section]) -> None:
    """The parts of a section go with it where its text decided of what it is."""
    opener: dict[int, tuple[str, Section]] = {}
    for section in sections:
        if section.heading and section.topic == section.heading.line:
            opener[section.topic] = section.parent, section
        elif section.topic in opener and section.kind == opener[section.topic][0]:
            section.kind, section.kinds = opener[section.topic][1].kind, opener[section.topic][1].kinds


def _settle(section: Section, blocks: list[Block]) -> None:
    """What the text of a section tells about a heading that leaves it open."""
    body = " ".join(b.text[:1500] for b in blocks[:16])
    continued = bool(section.heading) and section.topic != section.first_line
    section.overview = section.overview or bool(_OVERVIEW.search(section.title) or GLOSSARY.search(section.title))
    if not continued and not body and _WEAK.fullmatch(section.title):
        section.kind, section.kinds = GENERAL, ()
    if _is_of_a_tool(section) and (told := _told(section)):
        section.kind, section.kinds = told, (told,)
        return
    if continued or not body:
        return
    if (section.kind in _DENIABLE and _only_denies(section)) or (
        _WEAK.search(section.title) and not section.services and not _speaks_of(section.kind, section)
    ):
        section.kind, section.kinds = GENERAL, ()
    elif section.kind in ("embeds", "social_links") and (kind := _social(section, body)):
        section.kind, section.kinds = kind, (kind,)
    elif section.kind == GENERAL and not section.overview and _COLLECTING.search(section.title):
        named = [(at, k) for k, at, _ in kinds_of_sentence(body) if k in ("orders", "accounts", "contact")]
        if named:
            section.kind, section.kinds = min(named)[1], (min(named)[1],)
    elif len(section.kinds) > 1:
        _confirm(section, body)


def _is_of_a_tool(section: Section) -> bool:
    """A short title that no word of ours explains, often the name of a product, over a text of its own."""
    own = section.kind == GENERAL and not section.kinds and not section.facet and not section.overview
    return own and bool(section.heading and section.blocks) and _is_name(section.title)


def _was_told(section: Section) -> bool:
    return section.parent == GENERAL and section.kind == _told(section) and _is_name(section.title)


def _is_name(title: str) -> bool:
    words = title.split()
    return len(words) < 4 and not any(word[0].islower() for word in words)


def _told(section: Section) -> str | None:
    """The one kind of activity that the first words of a section describe, if it is one."""
    first = [s for b in section.blocks[:2] if b.role is Role.TEXT for _, s in sentences(b.text[:1000])][:3]
    kinds = {k for s in first for k in (*(d[0] for d in kinds_described(s)), *(m[0] for m in kinds_of_sentence(s)))}
    kinds -= {"rights", "security", "server_logs", "hosting", "cookies", "orders"}
    kinds = {"contact" if k == "enquiries" else k for k in kinds}
    return kinds.pop() if len(kinds) == 1 else None


def _says_nothing(section: Section) -> bool:
    """Whether the text denies what the heading names, or speaks of something else than its vague words seem to say."""
    if section.kind in _DENIABLE and _only_denies(section):
        return True
    return bool(_WEAK.search(section.title)) and not section.services and not _speaks_of(section.kind, section)


def _speaks_of(kind: str, section: Section) -> bool:
    said = [sentence for b in section.blocks[:12] for _, sentence in sentences(b.text[:3000])]
    return any(k == kind for s in said for k, _, _ in (*kinds_described(s), *kinds_of_sentence(s)))


def _confirm(section: Section, body: str) -> None:
    """Of several kinds in one heading those count that the text speaks of; the first when it tells of none."""
    said = {k for k, _, _ in kinds_described(body)} | {k for k, _, _ in kinds_of_sentence(body)}
    said |= {s.kind for s in section.services} | ({"enquiries"} if _BY_MAIL.search(body) else set())
    kinds = tuple(k for k in section.kinds if k in said)
    if kinds:
        section.kinds = kinds
        section.kind = section.kind if section.kind in kinds else kinds[0]


def _social(section: Section, body: str) -> str | None:
    """What a section on social networks speaks of: links to them, own pages there, or parts of them in the site."""
    if _OTHER_CONTENT.search(section.title):
        return None
    if not _SOCIAL.search(section.title) and not any(s.category == "social" for s in section.services):
        return "event_photos" if _FILMED.search(body) and not _LOADED.search(body) else None
    if any(s.category != "social" for s in section.services):
        return "social_presence" if _OWN_PAGE.search(body[:400]) else None
    if not section.services and not _DATA.search(body):
        return GENERAL
    if _ONLY_LINKS.search(body) and not _OWN_PAGE.search(body[:400]):
        return "social_links"
    if _OWN_PAGE.search(body):
        return "social_presence"
    return "social_links" if _LINKED.search(body) and not _LOADED.search(body) else None


def _only_denies(section: Section) -> bool:
    """Whether a section says no more than that a thing is not done."""
    said = [sentence for b in section.blocks[:6] for _, sentence in sentences(b.text[:1500]) if len(sentence) > 15]
    if section.services or not said or not _DENIAL.search(said[0]) or _BUT.search(said[0]):
        return False
    if any(b.role is not Role.TEXT for b in section.blocks) or sum(len(b.text) for b in section.blocks) > 900:
        return False
    return not any(_AFFIRMS.search(s) and not _DENIAL.search(s) for s in said[1:6])

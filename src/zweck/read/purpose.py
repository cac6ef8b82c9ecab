"""Lists and tables of purposes: what a notice does with data, told point by point instead of part by part.

“We use your data: to answer questions, to send the newsletter” describes two activities although no heading names
them; a row “Newsletter | e-mail address | consent | until you unsubscribe” describes one with all that belongs to it.
Art. 13(1)(c) GDPR asks for the purposes, not for a chapter of each.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zweck.read.block import Block, Role
from zweck.read.section import Section
from zweck.read.topic import GENERAL, kinds_of_heading
from zweck.words import Table, Words

_AIMS: tuple[tuple[str, str], ...] = (
    (
        "applications",
        r"\bjob applica\w+|\brecruit\w*|bewerbung\w*(?! von)|applications? for (?:a job|employment|a position)|\bapplicants?\b",
    ),
    (
        "partner_accounts",
        r"(?:partner|supplier|vendor|dealer|business)[ -](?:portals?|platforms?)\b|(?:lieferanten|partner|händler)-?portal",
    ),
    (
        "accounts",
        r"(?:creat|manag|administ|set up|setting up|maintain|open|provid|operat)\w* (?:an? |the |your |their |my |and )?(?:user |customer |member |online |personal |\w+ing )?(?:your |an? )?(?:account|profile|membership)\b|regist(?:er|ration of) (?:you|users?|your account)"
        r"|(?:kunden|nutzer|benutzer|mitglieds|user)-?(?:konto|konten|accounts?)\w*|registrierung\b",
    ),
    ("newsletter", r"news-?letter"),
    (
        "orders",
        r"(?:process|fulfil|deliver|handl|manag|complet|execut|administ)\w* (?:\w+ ){0,2}(?:orders?|purchases?)\b|contracts? (?:entered into|concluded) (?:between|with) you"
        r"|(?:abwicklung|bearbeitung|ausführung|erfüllung) (?:\S+ ){0,2}(?:bestellung|auftr[aä]g|kaufvertr[aä]g)\w*|bestell(?:abwicklung|vorgang)\w*|bestellungen? (?:\w+ ){0,3}(?:abzuwickeln|zu bearbeiten|auszuführen)",
    ),
    (
        "payments",
        r"(?:process|mak|receiv|tak|handl|collect|bill)\w* (?:\w+ ){0,3}payments?\b|zahlungsabwicklung|(?:abwicklung|durchführung) (?:\S+ ){0,2}zahlung\w*|zahlungen (?:\w+ ){0,2}(?:abzuwickeln|durchzuführen)",
    ),
    (
        "contact",
        r"(?:respond|reply|answer)\w*(?: to)? (?:\w+ ){0,3}(?:quer|question|enquir|inquir|request|message|comment)\w*(?!\w| (?:by|from|of|to) (?:\w+ )?(?:government|law|public|authorit|court|regulat|access|delet|exercis))|contact you,? when you ask|(?:customer|technical|user) support\b|handl\w* (?:\w+ ){0,2}(?:enquir|inquir)\w*"
        r"|(?:beantwort|bearbeit)\w* (?:\S+ ){0,3}(?:anfrage|frage|nachricht|kontaktanfrage)\w*|anfragen? (?:\w+ ){0,3}zu (?:be\w+)|kunden(?:support|dienst|service)\b",
    ),
    (
        "analytics",
        r"\banalytics\b|\b(?:data|statistical|usage|traffic|web) analys[ei]s\b|statistic\w*|analy[sz]e (?:\w+ ){0,3}(?:use|usage|traffic|behaviou?r|visits?)|understand how (?:you|users|visitors|people)"
        r"|(?:statistisch\w*|anonym\w*) (?:auswertung|analyse)\w*|reichweitenmessung|nutzungsanalyse|besucherstatistik\w*|(?:analyse|auswertung) (?:\S+ ){0,2}(?:nutzung|nutzer|besuch)\w*",
    ),
    (
        "advertising",
        r"(?:deliver|show|display|serv|target|personali[sz]\w*|relevant|tailor)\w* (?:\w+ ){0,4}(?:advert\w*|ads)\b|effectiveness of (?:\w+ ){0,2}(?:advertis\w*|ads)\b"
        r"|(?:personalisiert|interessenbezogen|zielgerichtet)\w* (?:werbung|anzeigen|werbeanzeigen)|(?:werbe)?anzeigen (?:\w+ ){0,3}(?:auszuspielen|anzuzeigen)",
    ),
    (
        "soft_opt_in",
        r"similar to (?:those|the ones|what) (?:that )?you (?:have )?(?:already )?(?:purchas|bought|order)|similar to those which were the subject|(?:ähnliche|vergleichbare)\w* (?:waren|produkte|leistungen|angebote)",
    ),
    (
        "direct_marketing",
        r"(?:send|provid|contact|inform|updat)\w* (?:\S+ ){0,6}(?:marketing|promotion\w*|special offers?|newsletters? and offers)|(?:goods|products|services|offers)(?:,? (?:and|or) (?:goods|products|services|offers))? (?:that |which )?(?:we (?:feel|think|believe) )?(?:may|might|could) (?:be of )?interest"
        r"|direct marketing|direktwerbung|direktmarketing|(?:zusendung|übersendung|versand) von (?:werbung|angeboten|werbe\w+)|(?:werbung|angebote) (?:\w+ ){0,3}(?:zuzusenden|zu senden|zu schicken)",
    ),
    (
        "claims",
        r"(?:in connection with|establish\w*|defen\w+|exercis\w*|assert\w*|bring\w*|enforc\w*) (?:\S+ ){0,5}(?:legal claims?|our claims?)|(?:geltendmachung|durchsetzung|abwehr|verteidigung|ausübung)[^.;]{0,60}(?:ansprüche|forderungen)\w*|forderungseinzug|inkasso",
    ),
    ("credit_checks", r"credit checks?|creditworthiness|bonitätsprüfung"),
    ("event_photos", r"event photo\w*|veranstaltungsfotos"),
    (
        "appointments",
        r"(?:arrang|schedul|book|manag)\w* (?:\w+ ){0,2}appointments?|termin(?:vereinbarung|buchung|verwaltung)",
    ),
)
_AIM = Table((kind, Words(words)) for kind, words in _AIMS)
_LEADS = re.compile(
    r"\bpurposes?\b|zwecke?n?\b|\b(?:we|wir|\w+) (?:may |will |can |also )?(?:use|uses|process|processes|collect|collects|nutzen|verwenden|verarbeiten)\b"
    r"|\b(?:used|processed|needed|verwendet|genutzt|verarbeitet|benötigt)\b",
    re.IGNORECASE,
)
_NOT_LEADS = re.compile(
    r"\bfollowing (?:\w+ ){0,3}(?:data|information|categories|details)|(?:folgende|nachstehende)\w* (?:\w+ ){0,3}(?:daten|angaben|informationen|kategorien|dienst|cookies)"
    r"|\b(?:recipients?|third part|empfänger|dritte|rights?|rechte)\b|\b(?:data|information|cookies) (?:includes?|are|is)\b|\bwhere\b|\bif\b|\bwenn\b",
    re.IGNORECASE,
)
_ACTING = re.compile(
    r"^[\s•·▪‣◦○●*–—-]*(?:\d{1,2}[.)]\s*|[a-z]\)\s*)?(?:to |in order to |for |in connection with |zur |zum |um |für |damit )",
    re.IGNORECASE,
)
_PURPOSE_CELL = re.compile(
    r"zweck|purpose|verarbeitung|processing|activity|why we|wofür|warum|how we use", re.IGNORECASE
)
_OTHER_CELL = re.compile(
    r"rechtsgrund|legal|lawful|basis|grundlage|speicher|retention|storage|löschfrist|aufbewahr|how long|period",
    re.IGNORECASE,
)
_COOKIE_CELL = re.compile(r"cookie|domain|laufzeit|expir|lifetime", re.IGNORECASE)
_LONGEST = 700


def aims_in(text: str) -> list[str]:
    """The kinds of activity that a point of a list of purposes names."""
    return [kind for kind, _ in _AIM.found(text[:_LONGEST])]


def leads_to_aims(text: str) -> bool:
    """Whether a line announces the purposes that follow as points (“We use your data:”)."""
    bare = text.rstrip()
    return bare.endswith(":") and bool(_LEADS.search(bare[-300:])) and not _NOT_LEADS.search(bare[-120:])


def is_point(block: Block) -> bool:
    """Whether a block is a point of a list, not a paragraph of its own."""
    return block.role is Role.ITEM or (len(block.text) < 300 and bool(_ACTING.match(block.text)))


@dataclass(frozen=True, slots=True)
class Aim:
    """A point or a row that names kinds of activity, and the line that announces it, if any."""

    block: Block
    kinds: tuple[str, ...]
    lead: Block | None = None


def aims_of(section: Section) -> Iterator[Aim]:
    """The points of lists of purposes and the rows of tables of purposes in a section, each with the kinds it names."""
    among = _AMONG.get(section.kind)
    if among is None or section.overview:
        return
    announced = section.facet == "purpose" or bool(section.heading and leads_to_aims(section.heading.text))
    listed, column, lead = announced, None, None
    for block in section.blocks:
        if block.role is Role.ROW:
            head = _purpose_column(block.text)
            column = column if head is None else head
            kinds = _of_row(block.text, column) if head is None and column is not None else []
        elif is_point(block):
            if leads_to_aims(block.text):
                listed, lead = True, block
            kinds = aims_in(block.text) if listed and (lead is block or _ACTING.match(block.text)) else []
        else:
            column, kinds = None, []
            if leads_to_aims(block.text):
                listed, lead = True, block
            elif not block.text.rstrip().endswith(":"):
                listed, lead = announced, None
        if own := tuple(k for k in kinds if not among or k in among):
            yield Aim(block, own, lead)


_AMONG: dict[str, frozenset[str]] = {
    GENERAL: frozenset(),
    "business_partners": frozenset(),
    "cookies": frozenset(("analytics", "advertising")),
}
"""Sections in which points tell of other activities, and of which ones (empty: of any)."""


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _purpose_column(row: str) -> int | None:
    """Which column of a table tells the purpose, when the row is its head and others tell basis or storage."""
    cells = _cells(row)
    if len(cells) < 2 or any(len(cell) > 60 for cell in cells) or any(_COOKIE_CELL.search(cell) for cell in cells):
        return None
    found = [i for i, cell in enumerate(cells) if _PURPOSE_CELL.search(cell) and not _OTHER_CELL.search(cell)]
    return found[0] if found and any(_OTHER_CELL.search(cell) for cell in cells) else None


def _of_row(row: str, column: int) -> list[str]:
    cells = _cells(row)
    return kinds_of_cell(cells[column]) if column < len(cells) else []


def kinds_of_cell(cell: str) -> list[str]:
    """The kinds of activity that the first cell of a row of purposes names, as a heading would or as a purpose."""
    if len(cell) > _LONGEST:
        return []
    titled = [k for k in kinds_of_heading(cell) if k not in _NO_AIM] if len(cell) < 120 else []
    return list(dict.fromkeys([*titled, *aims_in(cell)]))


_NO_AIM = frozenset((GENERAL, "rights", "notice", "imprint", "security"))

"""Vendors that no catalogue knows, where a notice says that they are used: their names as written.

A name counts in a telling position only: after the word for what it is (“the service X”, “des Anbieters X”), as who
hosts, sends or processes, as “our … provider”, behind its own link, or at the head of an entry below “processors” or
“recipients”. Art. 13(1)(e) GDPR asks for recipients, whoever they are.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zweck.read.block import Block, Role
from zweck.read.company import Company, companies_in, name_at
from zweck.words import Words

_TYPE = (
    r"(?:[\wäöüß]+-?)?(?:dienst(?:es|e)?|dienstleisters?|dienstleisterin|tools?|software|plattform|anbieters?|systems?|providers?"
    r"|hosters?|[\wäöüß]+programms?|anwendung|plug-?ins?|produkte?s?|services?|bibliothek|lösung|framework|platform|processors?|auftragsverarbeiters?)"
)
_CAP = r"(?=(?-i:[A-ZÄÖÜ\d]|[a-z]{1,12}[A-Z]))"
_CUES = Words(
    rf"\b{_TYPE}(?: (?:namens|named|called|mit dem namen|genannt))?\s(?:der firma |der |die |das |the )?[„“\"'‚]?{_CAP}"
    rf"|\b(?:angebot|dienst|tool|software|plattform|plug-?in|produkt|service|lösung|platform|product|server(?:n)?|infrastructure|infrastruktur) (?:von|der|des|der firma|des unternehmens|des anbieters|by|of|from) {_CAP}"
    rf"|\b(?:hosted|provided|operated|powered|processed|stored|sent|handled|managed|supplied|offered|delivered|routed|running|runs|run|converted|conducted|shared|generated|posting) (?:\w+ ){{0,4}}?(?:by|on|via|with|through|using|to) (?:the )?{_CAP}"
    rf"|\b(?:up|in|wallet creation|signing|payments?|login|authentication|order\w*|purchase\w*|posted|bestellung|zahlung|kauf|vertrieb|abwicklung|abgewickelt|versand|bezahlung|erwerb)\b(?: \w+){{0,7}}? (?:via|through|über|by|durch|mit) (?:die |den |das |der |the )?{_CAP}"
    rf"|\b(?:gehostet|betrieben|bereitgestellt|gespeichert|verarbeitet|versendet|verschickt|abgewickelt|hosting|bezogen|eingebunden|geladen)(?: \w+){{0,3}}? (?:von|durch|bei|über|auf|mit) (?:der |dem |die |den |einem server der |servern der )?{_CAP}"
    rf"|\b(?:nutzen|verwenden|nutzt|verwendet|setzen|einsatz von|einsatz des|einsatz der|using|uses|use) (?:wir |hierfür |dafür |dazu |für \w+ |die |den |das |der |the |auf unserer (?:web)?seite |auf unserer website ){{0,4}}{_CAP}"
    rf"|\bour (?:[\w-]+ ){{1,5}}?(?:is |called |named |\(){_CAP}"
    rf"|\b(?:[\w-]*(?:tool|software|system|anbieter|provider|hoster|hosting|plattform|platform|dienstleister|dienst|service|buchhaltung|accounting|payment|zahlung|newsletter|erinnerungen))\s?:\s{_CAP}"
    rf"|\b{_TYPE}n? (?:wie|such as|like) {_CAP}"
    rf"|\boutside of (?:the )?{_CAP}"
)
_AFTER = re.compile(
    r"[\s„“\"']{0,2}(?:[,.;:)(]|$|\b(?:ein|eine|einen|einer|um|zur|zum|für|der|die|des|von|to|for|which|that|is|ist|in|auf|mit|wird|werden|eingesetzt"
    r"|verwendet|genutzt|as|and|und|or|oder|integriert|server|servers|infrastructure|tts|technologie|ein\.|an|betrieben|bereitgestellt|angebotenen?|on|by)\b)",
    re.IGNORECASE,
)
_STRICT_AFTER = re.compile(
    r"[„“\"']{0,2}(?:[,.;:]|$|\s(?:der|des|von|ein\w*|eingesetzt|verwendet|genutzt|ist|wird|werden|zur|zum|um|als|und)\b)",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\s?\((?=[^)]{0,80}(?:\d{4,5}|https?:|www\.|nachfolgend|im folgenden|hereinafter|GmbH|Inc|Ltd|B\.V))|, (?:ein|eine[nmrs]?|der|an?|our|unser\w*) [\w-]*|, (?:our|which|the)\b",
    re.IGNORECASE,
)
_SHAPE = re.compile(
    r"[a-zäöü\d][A-Z]|^[A-Z\d][A-Z\d&.-]{2,}$|[A-Za-z]\d|\w\.(?:com|de|io|org|net|eu|ai|app|co|at|ch|fr)\b|^[A-Z]+[a-z]+[A-Z]"
)
_LINKED = re.compile(
    r"(?P<name>[A-Z\d][\w.&'+-]*(?: [A-Z\d][\w.&'+-]*){0,3}) \(https?://(?:www\.|home\.|about\.)?(?P<host>[\w.-]{3,60})[^)]*\)"
)
_ENGLISH = re.compile(r"\b(?:the|and|our|is|are|your|with|for|by|to)\b")
_GERMAN = re.compile(r"\b(?:der|die|das|und|wir|ist|werden|wird|von|mit|für|den)\b")
_DEFINED = re.compile(
    r"\W{0,6}(?P<name>[A-Z][\w.+-]{2,30}(?: [A-Z][\w.+-]{1,30}){0,2}) (?:is|ist) (?:an?|eine?) [\w ,-]{0,60}?(?:service|platform|software|tool|provider|system|dienst|anbieter"
    r"|plattform)\b.{0,80}\b(?:we|our|wir|uns\w*)\b"
)
_BRAND = re.compile(r"[A-Z\d][\w.+&'-]*(?: [A-Z\d][\w.+&'-]*){0,3}")
_USED = Words(
    r"nutzen|nutzt|verwende|einsatz|eingesetzt|setzen|hosting|gehostet|hosten|auftragsverarbeit|plug-?in|bereitgestellt|betrieben|\bdienst"
    r"|we use|\bused\b|using|provided by|service of|hosted|operated by|processor|software|\btool"
)
_ITEM = re.compile(
    r"[\s•·*–-]{0,6}(?P<name>[A-Za-z\d][\w.&'+-]*(?: [A-Z\d][\w.&'+-]*){0,4})\s?(?P<mark>[:(]|[–—-]\s|$)(?P<rest>.*)",
    re.DOTALL,
)
_HEADED = re.compile(
    r"auftragsverarbeit|sub-?processor|\bprocessors?\b|recipient|empfänger|dienstleister|drittanbieter|third[- ]part(?:y|ies)|service providers?"
    r"|eingesetzte (?:dienste|tools|anbieter)|(?:following|folgende\w*) (?:\w+ ){0,3}(?:services|tools|providers|dienste|anbieter|zahlungs\w+|payment \w+)"
    r"|zahlungs(?:arten|dienst\w*|methoden|anbieter)|payment (?:methods|providers|services)|our providers|our partners",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"https?://|privacy (?:policy|notice)|datenschutz|\d{4,5}|\b(?:GmbH|AG|Inc|Ltd|LLC|B\.?V|S\.A)\b", re.IGNORECASE
)
_ORDINARY = re.compile(
    r"^(?:[\wäöüß-]*(?:berater|beraterin|anbieter|dienstleister|behörden?|partner|unternehmen|banken|bank|gerichte?|versicherung(?:en)?|ämter|amt|stellen?|personen|institute|agentur(?:en)?"
    r"|providers?|kunden|mitarbeiter\w*|auftragsverarbeiter|empfänger|gesellschaft(?:en)?|abteilung(?:en)?|dienste?|systeme?|anwälte|prüfer|händler|lieferanten|kassen|träger|daten\w*"
    r"|advisors?|authorit(?:y|ies)|banks?|courts?|companies|contractors?|employees|customers?|users?|processors?|services?|consultants|lawyers|auditors|agencies|insurers|data|cookies?|adressen?|formular\w*"
    r"|newsletter\w*|website|webseiten?|internetseiten?|seiten?|server|browser|software|tools?|plattform(?:en)?|technolog\w+|verschlüsselung|einwilligung\w*|zwecke?|rechte?|vertr\w+|informationen|inhalte?n?"
    r"|information)|(?:inc|ltd|llc|gmbh|ag|se|kg|co|company|social|plug-?ins?|bookmarks?|manager\w*|swiss|german|european|american|british|french|irish|webs?\w*|social-\w+|app|apps|application|platform|account|konto|nutzer|besucher|dritte\w*|drittanbieter\w*|links?|verfahren|maßnahmen|funktionen|kontaktformular\w*|e-?mails?|messages|content|media|medien|logfiles?|rechnung\w*|bestellung\w*"
    r"|zahlung\w*|versand\w*|[\wäöüß-]*hosting\w*|schrift\w*|anzeigen?|fonts?|forms?|sonstige\w*|karten\w*|bilder\w*|videos?|analyse\w*|werbung\w*|marketing\w*|statistik\w*|tracking\w*|abwicklung\w*|verarbeitung\w*|nutzung\w*|erbringung\w*|bereitstellung\w*|beispiel|deren|dessen|ihre[rnms]?|sie|uns\w*|diese[rnms]?|wir|our|your|we|you|it|this|these|that|the|if|when|all|any|for|personal|such|other|each"
    r"|ssl|tls|https?|html\d?|javascript|ip|ip-\w+|api|apis|pdf|csv|aes\S*|gdpr|dsgvo|ds-gvo|bdsg|tmg|ttdsg|tdddg|eu|eea|ewr|usa?|uk|url|sms|dns|cdn|dpa|avv|scc\w*|dpf|ios|android|windows|macos|linux|java|flash|http|wlan|wifi|gps|id|ids|iban|rss|dkim|spf|qr\S*|vpn|faq|agb|cms|crm|seo|2fa"
    r"|art\.?|abs\.?|nr\.?|standard|data|privacy|datenschutz\w*|model|binding|general|chrome|firefox|safari|edge|opera|internet|microsoft edge|mozilla\w*"
    r"|[\wäöüß]*(?:ung|ungen|heit|keit|schaft|tion|tionen|tät|ismus|erung)|zugriff|hilfe|schaltfläche|auskunft|kenntnis|einsicht|development|re-?targeting|remarketing|profiling|transport|secure|end|double|single|monday|januar\w*|january|february|march|april|may|june|july|august|september|october|november|december|mai|juni|juli|februar|märz|oktober|dezember"
    r"|kategorie\w*|categor\w+|name|anschrift|adresse|telefon|fax|zweck|purpose|art|typ|type|umfang|rechtsgrundlage|speicherdauer|widerspruch\w*|inhaber|geschäftsführ\w*|herr|frau|mr|mrs|ms|section|article|ziffer|abschnitt"
    r"|deutschland|germany|europ\w*|österreich|austria|schweiz|switzerland|irland|ireland|frankreich|france|niederlande|netherlands|united|vereinigt\w+|großbritannien|frankfurt|berlin|münchen|dublin|london|paris|amsterdam))$",
    re.IGNORECASE,
)
_NOT_VENDOR = re.compile(
    r"aufsicht|autorit|garante\b|inspektor|beauftragte|commissioner|authority|behörde|gericht|court|ministerium|commission|kommission|parlament|council|verbraucher|schlichtung|ombuds|universit|institut für|verband|kammer"
    r"|(?:google )?chrome|firefox|safari|internet explorer|microsoft edge|opera|adblock|ghostery|noscript|youronlinechoices|your online choices|networkadvertising|aboutads|optout|opt-out"
    r"|digital advertising|privacy shield|data privacy framework|standard contractual|e-?recht24|datenschutz-generator|adsimple|iubenda|termly|activemind|trusted shops rechtstexte|land(?:es)?amt|bundes|federal|regulation|verordnung|gesetz\b|\bact\b|directive|richtlinie",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"verantwortlich\w*|controller|betreiber|operator|impressum|imprint|vertreten|datenschutzbeauftragt|data protection officer|muttergesellschaft|mutterkonzern|parent|tochter|subsidiary|konzern|ein unternehmen der|a company of|belongs to|gehört zu",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"\s*\(?\b(?:GmbH|gGmbH|AG|SE|KG|UG|OHG|GbR|Inc|LLC|Ltd|Limited|PLC|B\.\s?V|S\.\s?A|SAS|SARL|Corp|Corporation|e\.\s?V|e\.\s?K|Oy|AB|A/S|Pty|Holding|N\.\s?V|ApS|S\.r\.l|sp\.)\b.*$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a telling position: as written without its legal form, the company in full, and its place."""

    name: str
    company: str
    start: int
    end: int
    confidence: float = 0.6


def plain(name: str) -> str:
    """A name without its legal form."""
    return _FORM.sub("", name).strip(" ,.|(\"'„“”") or name.strip()


def key(name: str) -> str:
    """A name to compare by: letters and digits only."""
    return "".join(c for c in plain(name).casefold() if c.isalnum())


def is_vendor_name(name: str) -> bool:
    """Whether words can be the name of a vendor: no ordinary noun, authority, browser or law."""
    bare = plain(name)
    words = bare.split()
    if not 1 < len(bare) < 60 or len(words) > 6 or not any(c.isalpha() for c in bare) or _NOT_VENDOR.search(bare):
        return False
    if re.match(r"\d", bare) and not re.search(r"[A-Z]", bare):
        return False
    return not _ORDINARY.match(words[0]) and not (len(words) > 1 and all(_ORDINARY.match(w) for w in words))


def is_shaped(name: str) -> bool:
    """Whether a name looks like a brand and not like a noun: inner capitals, digits, a domain, capitals only."""
    return bool(_SHAPE.search(name))


def named_in(text: str) -> Iterator[Named]:
    """The names that a sentence puts in a telling position."""
    for m in _CUES.finditer(text):
        found = name_at(text, m.end()) or _brand_at(text, m.end())
        if not found or found.start - m.end() > 3 or _OWNER.search(text[max(0, m.start() - 50) : m.end()]):
            continue
        made = _checked(text, m, found.name, found.start, found.end)
        if made:
            yield made
    yield from _companies(text)
    if (defined := _DEFINED.match(text)) and is_vendor_name(defined["name"]):
        yield Named(defined["name"], defined["name"], defined.start("name"), defined.end("name"), 0.6)
    for m in _LINKED.finditer(text):
        host, name = m["host"].lower(), key(m["name"])
        if (
            len(name) > 2
            and name in "".join(c for c in host if c.isalnum())
            and is_vendor_name(m["name"])
            and not _NOT_VENDOR.search(text[max(0, m.start() - 60) : m.start()])
        ):
            yield Named(plain(m["name"]), m["name"], m.start("name"), m.end("name"), 0.6)


def _brand_at(text: str, start: int) -> Company | None:
    """A name that begins with a word which can only be a brand."""
    m = _BRAND.match(text, start)
    return Company(m.group(), m.start(), m.end()) if m and is_shaped(m.group().split()[0]) else None


def _companies(text: str) -> Iterator[Named]:
    """Companies with their legal form, in a sentence that says that something is used or given to somebody."""
    if not _USED.search(text):
        return
    for company in companies_in(text):
        start, words = company.start, company.name.split()
        while len(words) > 1 and re.fullmatch(_TYPE, words[0], re.IGNORECASE):
            start += len(words.pop(0)) + 1
        name = " ".join(words)
        if text[max(0, start - 4) : start] == "The ":
            start, name = start - 4, f"The {name}"
        if is_vendor_name(name.removeprefix("The ")) and not _OWNER.search(text[max(0, start - 70) : start]):
            yield Named(plain(name), name, start, company.end, 0.6)


def _checked(text: str, cue: re.Match[str], written: str, start: int, end: int) -> Named | None:
    if any(c.start < cue.start() and start < c.end for c in companies_in(text)):
        return None
    company = next((c for c in companies_in(text[start : end + 40]) if c.start < 3), None)
    if company:
        return (
            Named(plain(company.name), company.name, start, start + company.end, 0.75)
            if is_vendor_name(company.name)
            else None
        )
    first = written.split()[0]
    if len(first) < len(written) and re.fullmatch(_TYPE, first, re.IGNORECASE):
        start, written = start + len(first) + 1, written[len(first) + 1 :]
    name = _cut(written)
    if not is_vendor_name(name):
        return None
    end = start + len(name)
    before = text[cue.start() : start]
    typed = re.match(rf"\s?{_TYPE}\b", before.strip(" „“\"'"), re.IGNORECASE) is not None
    if (
        is_shaped(name)
        or _APART.match(text, end)
        or (_AFTER.match(text, end) and _is_english(text))
        or (typed and _STRICT_AFTER.match(text, end))
    ):
        return Named(name, name, start, end, 0.6)
    return None


def _is_english(text: str) -> bool:
    return len(_ENGLISH.findall(text[:600])) > len(_GERMAN.findall(text[:600]))


def _cut(name: str) -> str:
    """A name up to the first word that is none: “Linode server” is Linode."""
    words = name.split()
    for i, word in enumerate(words[1:], 1):
        if word[0].islower() or (_ORDINARY.match(word.strip(".,")) and not is_shaped(word)):
            return " ".join(words[:i]).strip(" .,;:")
    return name.strip(" .,;:")


def is_headed(text: str) -> bool:
    """Whether a heading or a lead-in announces vendors."""
    return _HEADED.search(text) is not None


def headed_item(block: Block) -> Named | None:
    """The name at the head of an entry below “processors” or “payment services”, when the entry tells that it is one."""
    if block.role is not Role.ITEM or not (m := _ITEM.match(block.text)):
        return None
    name, rest = m["name"].strip(), m["rest"]
    if not is_vendor_name(name) or len(name.split()) > 4:
        return None
    if is_shaped(name) or (m["mark"] != "" and _TOLD.search(rest[:300])):
        return Named(plain(name), name, m.start("name"), m.end("name"), 0.65)
    return None

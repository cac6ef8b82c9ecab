"""Who gets the data, in which role: unnamed, under an old name, in two roles, or without the arrangement owed.

Art. 4(7)–(10), 13(1)(e), 26 and 28 GDPR. That a company is called otherwise today comes from the catalogue.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator

from zweck.catalog import Service
from zweck.read.finding.flaw import Pair, flaw
from zweck.read.finding.notice import GAP, Notice, Part, Topic, probe
from zweck.read.finding.phrase import phrase, wordings
from zweck.read.report import FindingRead

_NAME: Pair = ("Name the company, its seat and its role.", "Nennen Sie das Unternehmen, seinen Sitz und seine Rolle.")

PHRASES = (
    phrase(
        "GDPR-26-arrangement", r"(?:keine|no) (?:kenntnis|knowledge)[^.]{0,30}(?:inhalt|content)[^.]{0,40}(?:übermittelten|transmitted|übertragenen) (?:daten|data)", "info", False,
        ("Whoever embeds a plug-in is jointly responsible for what it collects; not knowing does not help.", "Wer ein Plug-in einbindet, ist für dessen Erhebung mitverantwortlich; Unkenntnis hilft nicht."),
        ("Say who is responsible for what, and link to the arrangement.", "Sagen Sie, wer wofür verantwortlich ist, und verweisen Sie auf die Vereinbarung."), "GDPR Art. 26, CJEU C-40/17",
    ),
    phrase(
        "GDPR-29-instructions", r"(?:auftragsverarbeiter|dienstleister|processors?|service providers?|companies|unternehmen)" + GAP + r"{0,200}(?:in accordance with your|according to your|on your|nach ihren|gemäß ihren|auf ihre) (?:instructions|weisung\w*|anweisung\w*)", "warn", False,
        ("Processors act on the controller's instructions, not on those of the visitor.", "Auftragsverarbeiter handeln nach Weisung des Verantwortlichen, nicht des Besuchers."),
        ("Write “our instructions”.", "Schreiben Sie „unseren Weisungen“."), "GDPR Art. 28(3)(a), 29",
    ),
    phrase(
        "recipient-newsletter", r"(?:by|or by|von|oder dem|beim) (?:the |einem |unserem )?newsletter[- ]?(?:service provider|dienst\w*anbieter)", "info", False,
        ("A newsletter provider is used and not named.", "Ein Newsletter-Dienst wird eingesetzt und nicht genannt."), _NAME, "GDPR Art. 13(1)(e)", once=True,
    ),
    phrase(
        "recipient-hoster", r"(?:external|externen?) (?:service provider|dienstleister) \((?:host\w*)\)|(?:hosted|gehostet) (?:externally|by an external)|extern gehostet", "info", False,
        ("The host is not named.", "Der Hoster ist nicht genannt."), _NAME, "GDPR Art. 13(1)(e), 28", kinds=("hosting", "general"),
    ),
    phrase(
        "recipient-payment", r"(?:payment service provider|credit institution|zahlungsdienstleister|kreditinstitut|payment provider)s? (?:commissioned|entrusted|beauftragt)|beauftragte\w* (?:zahlungsdienstleister|kreditinstitut)|(?:an das|to the) mit der (?:zahlungs)?abwicklung beauftragte", "info", False,
        ("A payment provider gets data and is not named.", "Ein Zahlungsdienstleister erhält Daten und ist nicht genannt."), _NAME, "GDPR Art. 13(1)(e)",
    ),
    phrase(
        "recipient-carrier", r"(?:transport company|transportunternehmen|versandunternehmen|shipping company) (?:commissioned|beauftragt)|by our retailers|von unseren händlern", "info", False,
        ("Who delivers is not named; role and country stay open.", "Wer liefert, ist nicht genannt; Rolle und Land bleiben offen."), _NAME, "GDPR Art. 13(1)(e)", once=True,
    ),
    phrase(
        "contradiction-recipients", r"(?:any )?(?:disclosure|transfer|weitergabe|übermittlung)[^.]{0,120}\b(?:only|ausschließlich|nur)\b[^.]{0,60}(?:following|folgende)\w* (?:recipients?|empfänger\w*|categories)", "info", False,
        ("The list of recipients is said to be complete; other parts of the notice name more.", "Die Empfängerliste gilt als vollständig; andere Teile nennen weitere."),
        ("Keep one list, or leave out “only”.", "Führen Sie eine Liste oder streichen Sie „nur“."), "GDPR Art. 13(1)(e)", headings=False,
    ),
    phrase(
        "service-unnamed", r"\bwe use the service (?:on|for) (?:our|this) (?:web)?site|wir (?:nutzen|verwenden) den dienst auf unserer (?:web)?(?:seite|site)|\[(?:service|dienst|tool)\]", "warn", False,
        ("“The service”: its name is missing.", "„Der Dienst“: Der Name fehlt."), ("Name the service.", "Nennen Sie den Dienst."), "GDPR Art. 13(1)(e)",
    ),
)  # fmt: skip
_PROCESSOR = probe(
    r"art(?:\.|ikel|icle)? ?28\b|auftragsverarbeit|data processing agreement|\bprocessor\b|in unserem auftrag|on our behalf"
)
_OWN = probe(
    r"(?:für|zu) eigene[nr]? zwecke?n?\b|(?:for|their|its) own (?:purposes|advertising purposes)|an dritte weiter|with their (?:business )?partners"
)
_JOINT = probe(
    r"gemeinsam\w* verantwort|joint(?:ly)? (?:control|respons)|art(?:ikel|icle|\.)? ?26\b|page controller addendum|seiten-insights"
)
_ANONYMOUS = probe(
    r"(?:usually|entirely|completely|fully|vollständig|in der regel|meist|völlig|komplett|is|sind|ist|für uns) (?:für uns )?anonym(?:ous)?\b|cannot be traced back|nicht (?:zu ihnen |auf sie )?zurückverfolg"
)
_TRACED = probe(
    r"\bip[- ]ad|profil|user[- ]?id|fingerprint|konto|account|kennung|identif|behaviou?r|surfverhalten",
    ("ip-ad", "ip ad", "profil", "user", "fingerprint", "konto", "account", "kennung", "identif", "behavio", "surf"),
)
_PSEUDONYM = probe(r"pseudonym\w*")
_IDENTIFIED = re.compile(r"identifizieren|to identify", re.IGNORECASE)
_PURPOSE = probe(
    r"zweck|purpose|\bum\b[^.]{0,160}\bzu\b|in order to|\bso that\b|damit |interesse|interest|dient|serves?\b|for the (?:analysis|display|use)|zur (?:analyse|darstellung|verbesserung|optimierung|anzeige)|helps?\b|ermöglich|enables?|allows?|improve|verbesser|optimi",
    (
        "zweck",
        "purpose",
        "um ",
        "order to",
        "so that",
        "damit",
        "interess",
        "dien",
        "serve",
        "for the",
        "zur ",
        "help",
        "möglich",
        "enable",
        "allow",
        "improve",
        "besser",
        "optimi",
    ),
)
_ENTITY = re.compile(
    r"\b(?:GmbH|AG|SE|KG|Inc|LLC|Ltd|Limited|SARL|S\.à|B\.V|Corporation|Company|S\.A|AB|ApS|e\. ?V|Stiftung|Foundation|SAS|GbR|UG)\b|\b\d{4,5} [A-Z]"
)
_OWN_SERVER = probe(
    r"(?:auf (?:unseren?|eigenen?)|on our|our own|eigene[nr]?) (?:\w+ )?servern?s?|selbst gehostet|self-hosted|locally hosted|lokal (?:gehostet|eingebunden|installiert)|\blocal(?:ly)?\b[^.]{0,30}(?:host|install|embed)"
)
_SENDER = probe(
    r"(?:for|zum|für den|zur) (?:sending|versand|the sending|dispatch)[^.]{0,40}(?:newsletter|infomail)|to send (?:our|the) newsletter|newsletter[^.]{0,60}(?:versandt|verschickt|sent) (?:über|mit|mittels|via|with|using)"
)
_ANALYSED = probe(
    r"cookies[^.]{0,30}(?:for|to|zur|zum|zu) (?:analy[sz]\w+|advertis\w+|werbe\w*|auswertung|analyse)|analyse-?(?:tools?|programm\w*)|(?:surf(?:ing|verhalten)|browsing|nutzer|user) ?-?(?:behaviou?r|verhalten)[^.]{0,60}(?:analy|statisti|ausgewertet)|analy[sz]e (?:your )?user behaviou?r"
    r"|analysis (?:programs|tools)|for advertising purposes|zu werbezwecken"
)
_CAPTCHA = probe(r"\bcaptcha\b")
_CHAT = probe(r"online-?chat|live-?chat")
_TOOL_KINDS = {
    "video_calls": "conferencing",
    "chat": "chat",
    "social_presence": "social",
    "webinars": "webinar",
    "payments": "payment",
}


def claims(notice: Notice) -> Iterator[FindingRead]:
    """Every wording of the table; what is said to be unnamed must not be named elsewhere."""
    categories = notice.categories
    for finding in wordings(notice, PHRASES):
        wanted = {
            "recipient-newsletter": "newsletter",
            "recipient-payment": "payment",
            "recipient-carrier": "shipping",
        }.get(finding.rule)
        if wanted is None or wanted not in categories:
            if finding.rule == "recipient-hoster" and "hosting" in categories:
                continue
            yield finding


def former_names(notice: Notice) -> Iterator[FindingRead]:
    """A provider or a service under a former name, or the parent where a company in the Union provides the service."""
    text = "\n".join(notice.document.text.lines)
    for used in notice.document.services.used.values():
        provider = used.service.provider
        pairs = [(f.name, provider.name) for f in provider.former] + [
            (f.name, used.service.name) for f in used.service.former
        ]
        for former, today in pairs:
            if former in today or (line := _line_of(former, today, text)) == 0:
                continue
            yield _renamed(line, former, today, today == provider.name)


def _line_of(former: str, today: str, text: str) -> int:
    """The first line with the former name that does not also name its successor; 0 for none."""
    if former not in text:
        return 0
    at = text.find(former)
    while at >= 0:
        begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        line = text[begin : end if end > 0 else len(text)]
        after = text[at + len(former) : at + len(former) + 2]
        whole = not (text[at - 1 : at].isalnum() or text[at - 1 : at] == "&" or after[:1].isalnum() or "(" in after)
        if whole and today not in line.replace(former, "") and not _excused(line, at - begin):
            return text.count("\n", 0, at) + 1
        at = text.find(former, at + 1)
    return 0


def _renamed(line: int, former: str, today: str, company: bool) -> FindingRead:
    sibling = company and former.split()[0] == today.split()[0]
    message = (
        (
            f"{former} is named; in the EEA the service comes from {today}.",
            f"Genannt ist {former}; im EWR erbringt {today} den Dienst.",
        )
        if sibling
        else (f"{former} is called {today} today.", f"{former} heißt heute {today}.")
    )
    return flaw(
        "provider-former-name" if company else "service-former-name", line, "warn" if company else "info", False, message,
        (f"Write {today}.", f"Schreiben Sie {today}."), source="GDPR Art. 13(1)(e)", words=former, standing="inferred",
    )  # fmt: skip


def _excused(line: str, at: int) -> bool:
    return bool(
        re.search(
            r"(?:früher|ehemals|vormals|formerly|previously|previous name|bisher|now|jetzt|today|heute|ehem\.)\W{0,4}(?:[\w.]+ ){0,2}\W{0,3}$",
            line[max(0, at - 40) : at],
            re.IGNORECASE,
        )
    )


def two_roles(notice: Notice) -> Iterator[FindingRead]:
    """Processors that use the data for themselves; networks and maps called processors."""
    for number, topic in notice.topics.items():
        hits = (h for h in notice.hits(_PROCESSOR) if h.part.section.topic == number and not h.part.is_heading)
        if (hit := next(hits, None)) is None:
            continue
        entries, own, place = notice.entries_of(topic), notice.is_in(topic, _OWN), hit.place
        if own and topic.kind in ("analytics", "advertising", "embeds", "social_presence", "newsletter"):
            yield flaw(
                "GDPR-04-roles", place, "warn", False, ("Processors here, and own purposes of the providers in the same part.", "Hier Auftragsverarbeiter, im selben Teil eigene Zwecke der Anbieter."),
                ("Give each provider one role for each purpose.", "Geben Sie jedem Anbieter je Zweck eine Rolle."), source="GDPR Art. 4(7), 26, 28(10)", words=hit.words,
            )  # fmt: skip
        elif any(e.category in ("maps", "video", "social") and e.role != "processor" for e in entries):
            yield flaw(
                "GDPR-04-roles", place, "info", False, ("Maps, videos and networks are run by controllers of their own, not by processors.", "Karten, Videos und Netzwerke betreiben eigene Verantwortliche, keine Auftragsverarbeiter."),
                ("Name the provider as a controller of its own.", "Nennen Sie den Anbieter als eigenen Verantwortlichen."), source="GDPR Art. 4(7), 28", words=str(number),
            )  # fmt: skip


def joint_control(notice: Notice) -> Iterator[FindingRead]:
    """Plug-ins and pixels of networks, and pages on them, make the site a joint controller."""
    for topic in notice.topics.values():
        if topic.kind not in ("embeds", "advertising", "analytics", "social_presence", "social_links") or notice.is_in(
            topic, _JOINT
        ):
            continue
        entries = [
            u.service
            for u in notice.document.services.used.values()
            if u.service.provider.id in ("meta", "linkedin", "x", "twitter")
            and (u.service.id in topic.services or any(s in u.sections for s in topic.sections))
        ]
        if topic.kind == "social_links" or not (entries or topic.kind == "social_presence") or len(topic.text) < 150:
            continue
        who = ", ".join(dict.fromkeys(e.name for e in entries)) or topic.title
        at = next(
            (
                p
                for p in topic.parts
                if not p.is_heading and any(e.name.split()[0].lower() in p.text.lower() for e in entries)
            ),
            topic.body,
        )
        yield flaw(
            "GDPR-26-arrangement", at.block.place(), "error", False,
            (f"{who}: nothing on joint control and the essence of the arrangement.", f"{who}: nichts zur gemeinsamen Verantwortung und zum Wesentlichen der Vereinbarung."),
            ("Say who does what, and link to the arrangement.", "Sagen Sie, wer wofür zuständig ist, und verweisen Sie auf die Vereinbarung."), source="GDPR Art. 26(2), CJEU C-40/17, C-210/16", words=topic.title,
        )  # fmt: skip


def called_anonymous(notice: Notice) -> Iterator[FindingRead]:
    """“Anonymous” beside profiles and identifiers; “pseudonymous” and made to identify."""
    for hit in notice.hits(_ANONYMOUS):
        topic = notice.topic_of(hit.part)
        if hit.part.is_heading or topic.kind in ("rights",) or not notice.is_in(topic, _TRACED):
            continue
        yield flaw(
            "GDPR-04-identifiers", hit.place, "warn", False, ("Called anonymous, while addresses, profiles or identifiers are in play.", "Als anonym bezeichnet, obwohl Adressen, Profile oder Kennungen im Spiel sind."),
            ("Say pseudonymous, or say how the link to the person is cut.", "Schreiben Sie pseudonym oder wie der Bezug zur Person gekappt wird."), source="GDPR Art. 4(1), (5)", words=hit.words,
        )  # fmt: skip
    for hit in notice.hits(_PSEUDONYM):
        if not _IDENTIFIED.search(hit.part.text, hit.match.end(), hit.match.end() + 420):
            continue
        yield flaw(
            "contradiction-pseudonym", hit.place, "warn", False, ("A pseudonymous profile that serves to identify is none.", "Ein pseudonymes Profil, das identifizieren soll, ist keines."),
            ("Say what really happens.", "Sagen Sie, was wirklich geschieht."), source="GDPR Art. 4(5)", words=hit.words,
        )  # fmt: skip


def thin_sections(notice: Notice) -> Iterator[FindingRead]:
    """A service with an address and a link, and nothing on purpose or basis; a feature whose tool is never named."""
    for number, topic in notice.topics.items():
        body = [p for p in topic.parts if not p.is_heading]
        if not body or topic.sections[0].overview:
            continue
        text = "\n".join(p.text for p in body)
        wanted = _TOOL_KINDS.get(topic.kind)
        if wanted and not any(_named_in(notice, topic)) and not _OWN_SERVER.search(text) and len(text) > 120:
            yield flaw(
                "GDPR-13-1e-recipients", body[0].block.place(), "warn", False, (f"“{topic.title}”: which provider is used is not said.", f"„{topic.title}“: Welcher Anbieter eingesetzt wird, fehlt."), _NAME, source="GDPR Art. 13(1)(e)", words=topic.title,
            )  # fmt: skip
        if not topic.services or topic.kind in ("rights", "social_links", "social_presence", "hosting", "consent"):
            continue
        missing = [
            (e, d)
            for e, d, gone in (
                ("the purpose", "der Zweck", not _PURPOSE.search(text)),
                ("the legal basis", "die Rechtsgrundlage", not notice.bases_of.get(number)),
            )
            if gone
        ]
        if missing and len(text) < 1500:
            yield flaw(
                "GDPR-13-1c-purposes", body[0].block.place(), "warn", False,
                (f"{topic.title}: {' and '.join(e for e, _ in missing)} missing in this section.", f"{topic.title}: In diesem Abschnitt fehlt {' und '.join(d for _, d in missing)}."),
                ("Give purpose, basis and storage for each service.", "Nennen Sie je Dienst Zweck, Grundlage und Speicherdauer."), source="GDPR Art. 13(1)(c)", words=topic.title,
            )  # fmt: skip


def _named_in(notice: Notice, topic: Topic) -> Iterator[bool]:
    for used in notice.document.services.used.values():
        yield any(s in used.sections for s in topic.sections)


def nameless_providers(notice: Notice) -> Iterator[FindingRead]:
    """A service whose company, seat or operator the text never says."""
    text = "\n".join(notice.document.text.lines)
    told: set[int] = set()
    for used in notice.document.services.used.values():
        entry, section = used.service, used.sections[0]
        number = section.topic
        if number in told or entry.provider.name.split(",")[0] in text or section.kind in ("social_links", "rights"):
            continue
        topic = notice.topics.get(number)
        at = next((p for p in topic.parts if p.line == used.places[-1].line), None) if topic else None
        if (
            topic is None
            or at is None
            or any(_entity_of(p, entry) for p in topic.parts)
            or notice.is_in(topic, _OWN_SERVER)
        ):
            continue
        told.add(number)
        yield flaw(
            "GDPR-13-1e-recipients", used.places[-1], "info", False,
            (f"{entry.name}: the company behind it is not named.", f"{entry.name}: Das Unternehmen dahinter ist nicht genannt."), _NAME, source="GDPR Art. 13(1)(e)", words=entry.name,
        )  # fmt: skip


def _entity_of(part: Part, entry: Service) -> bool:
    return bool(_ENTITY.search(part.text)) and entry.name.split()[0].lower() in part.text.lower()


def twice_told(notice: Notice) -> Iterator[FindingRead]:
    """One service in two places with different bases or safeguards; two senders for one newsletter."""
    by_service: dict[str, list[int]] = {}
    for number, topic in notice.topics.items():
        for id in topic.services:
            by_service.setdefault(id, []).append(number)
    for id, numbers in by_service.items():
        if len(numbers) < 2 or id not in notice.document.services.used:
            continue
        said = [frozenset(b.cited.basis for b in notice.bases_of.get(n, ())) for n in numbers]
        if len(set(said)) > 1:
            for n in numbers[1:]:
                yield flaw(
                    "service-told-twice", notice.topics[n].parts[0].block.place(), "warn", False,
                    (f"{notice.document.services.used[id].service.name} is described again, with other bases.", f"{notice.document.services.used[id].service.name} ist noch einmal beschrieben, mit anderen Grundlagen."),
                    ("Describe each service once.", "Beschreiben Sie jeden Dienst einmal."), source="GDPR Art. 12(1), 13(1)(c)", words=notice.topics[n].title,
                )  # fmt: skip
    senders: dict[str, Part] = {}
    for hit in notice.hits(_SENDER):
        for used in notice.document.services.used.values():
            if (
                used.service.category in ("newsletter", "crm", "advertising")
                and used.service.name.split()[0].lower() in hit.part.text.lower()
            ):
                senders.setdefault(used.service.provider.id, hit.part)
    if len(senders) > 1:
        part = list(senders.values())[-1]
        yield flaw(
            "recipient-two-senders", part.block.place(), "warn", False, ("Two services send the newsletter; which one gets the data?", "Zwei Dienste versenden den Newsletter; welcher erhält die Daten?"),
            ("Name the one that is used, or say who does what.", "Nennen Sie den eingesetzten oder wer was tut."), source="GDPR Art. 13(1)(e)",
        )  # fmt: skip


def undeclared(notice: Notice) -> Iterator[FindingRead]:
    """Analysis or advertising is announced, and no tool is described; a captcha or chat without its provider."""
    if not notice.categories & {"analytics", "advertising", "session_replay", "tag_manager"}:
        told = 0
        for hit in notice.hits(_ANALYSED):
            if hit.part.section.kind == "rights" or re.search(
                r"\b(?:kein|nicht|no|not)\w*\b", hit.sentence[: hit.sentence.find(hit.words)][-60:], re.IGNORECASE
            ):
                continue
            told += 1
            if told < 6:
                yield flaw(
                    "undeclared-tool", hit.place, "warn", False, ("Analysis or advertising is announced, but no tool for it is described.", "Analyse oder Werbung ist angekündigt, aber kein Werkzeug dafür beschrieben."),
                    ("Describe the tool, or leave the announcement out.", "Beschreiben Sie das Werkzeug oder streichen Sie die Ankündigung."), source="GDPR Art. 13(1)(c), 5(1)(a)", words=hit.words,
                )  # fmt: skip
    for words, category in ((_CAPTCHA, "captcha"), (_CHAT, "chat")):
        if notice.categories & {category, "chatbot", "messenger"}:
            continue
        for hit2 in notice.hits(words)[:3]:
            yield flaw(
                "undeclared-tool", hit2.place, "info", False, (f"A {category} is used; its provider, data and basis are not described.", f"Ein {category.capitalize()} wird eingesetzt; Anbieter, Daten und Grundlage fehlen."), _NAME, source="GDPR Art. 13(1)(e)", words=hit2.words,
            )  # fmt: skip


RULES = (
    claims,
    former_names,
    two_roles,
    joint_control,
    called_anonymous,
    thin_sections,
    nameless_providers,
    twice_told,
    undeclared,
)

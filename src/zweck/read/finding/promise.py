"""What the notice promises and does not keep: parts announced and missing, claims nobody can keep, contradictions.

A notice must be true (Art. 5(1)(a) GDPR) and complete where it says that something follows (Art. 12(1)).
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator

from zweck.read.block import Role
from zweck.read.finding.flaw import flaw
from zweck.read.finding.notice import Notice, Part, probe
from zweck.read.finding.phrase import phrase, wordings
from zweck.read.report import FindingRead

PHRASES = (
    phrase(
        "security-claim", r"cannot be (?:read|viewed|intercepted) by third parties|nicht von dritten (?:mit)?gelesen|von dritten nicht (?:mit)?gelesen|unbefugten? (?:\w+ ){0,3}unmöglich|(?:100 ?%|hundertprozentig\w*|absolut\w*|vollständig\w*) (?:sicher\b|secure|schutz (?:garantiert|gewährleistet))|completely secure", "info", False,
        ("No technique can promise that third parties never read the data.", "Dass Dritte nie mitlesen können, kann keine Technik versprechen."),
        ("Say what is done: transport encryption (TLS).", "Sagen Sie, was getan wird: Verschlüsselung der Übertragung (TLS)."), "GDPR Art. 5(1)(a), 32", excused=r"nicht möglich|not possible|cannot be guaranteed|nicht garantiert|kann nicht|keine? ",
    ),
    phrase(
        "contradiction-only-ordering", r"\b(?:only|nur|ausschließlich|lediglich)\b[^.]{0,70}(?:voluntar|freiwillig)[^.]{0,90}(?:order|bestell|provide|mitteil|zur verfügung)", "error", False,
        ("Data is said to be processed only when given voluntarily; logs, cookies or accounts say otherwise.", "Daten sollen nur bei freiwilliger Angabe verarbeitet werden; Logs, Cookies oder Konten sagen anderes."),
        ("Leave the sentence out.", "Streichen Sie den Satz."), "GDPR Art. 5(1)(a)", only_with=r"log-?\s?(?:file|dat)|\bcookies?\b|\bip[- ](?:adresse|address)", excused=r"newsletter|bewerb|applica",
    ),
    phrase(
        "promise-no-disclosure", r"(?:not|nicht|keine)[^.]{0,30}(?:pass|shar|disclos|weiter|transfer)[^.]{0,60}(?:without your (?:express )?consent|ohne ihre (?:ausdrückliche )?(?:einwilligung|zustimmung)|(?:to|with) third parties|an dritte)|(?:diese daten|daten) geben wir nicht ohne ihre einwilligung weiter|exclusively for (?:the )?(?:sending|processing)[^.]{0,120}third parties", "info", False,
        ("Nothing is passed on, it says; hosts and services named elsewhere receive the data.", "Angeblich wird nichts weitergegeben; Hoster und Dienste an anderer Stelle erhalten die Daten."),
        ("Name the recipients, processors included.", "Nennen Sie die Empfänger, auch die Auftragsverarbeiter."), "GDPR Art. 13(1)(e), 4(9)", kinds=("contact", "enquiries", "newsletter", "orders", "applications", "accounts"),
    ),
    phrase(
        "promise-exclusive", r"(?:exclusively|solely|ausschließlich|only be passed on within|nur innerhalb)[^.]{0,50}(?:processing of the contract|to optimi[sz]e our marketing|purpose of processing your (?:request|enquiry|inquiry)|abwicklung (?:ihrer|der) bestellung|bearbeitung ihrer anfrage|our company)", "info", False,
        ("“Exclusively”: other parts of the notice name further uses.", "„Ausschließlich“: Andere Teile nennen weitere Verwendungen."),
        ("Name all purposes, or leave out the word.", "Nennen Sie alle Zwecke oder streichen Sie das Wort."), "GDPR Art. 5(1)(b)",
    ),
    phrase(
        "security-disclaimed", r"(?:not|keine?|nicht)[^.]{0,30}(?:accept|übernehmen|assume)[^.]{0,30}(?:responsibility|verantwortung|haftung|liability)[^.]{0,60}(?:transmission|übertragung)|(?:übertragung|transmission)[^.]{0,60}(?:keine (?:haftung|verantwortung))", "info", False,
        ("Security of the route on offer is the controller's duty; it cannot be handed to the sender.", "Für die Sicherheit des angebotenen Weges sorgt der Verantwortliche; das lässt sich nicht abwälzen."),
        ("Offer an encrypted way.", "Bieten Sie einen verschlüsselten Weg an."), "GDPR Art. 24, 32",
    ),
    phrase(
        "claim-advert-objection", r"objection to (?:advertising|promotional) e-?mails?|widerspruch gegen werbe-?(?:e-?)?mails?", "info", False,
        ("This protects the operator, not the reader; it is no information under Art. 13.", "Das schützt den Betreiber, nicht den Leser; es ist keine Information nach Art. 13."),
        ("Move it to the imprint, or leave it out.", "Verschieben Sie es ins Impressum oder streichen Sie es."), "GDPR Art. 12(1)", headings=True, once=True,
    ),
    phrase(
        "announced-button", r"(?:button|schaltfläche|kontrollkästchen|checkbox|häkchen) (?:below|unten)|(?:below|unten|nachfolgende[nrs]?|untenstehende[nrs]?) (?:button|schaltfläche|kontrollkästchen|checkbox)", "info", False,
        ("The button that the text speaks of did not come with it.", "Die Schaltfläche, von der der Text spricht, kam nicht mit."),
        ("Check that the page has it.", "Prüfen Sie, ob die Seite sie hat."), "GDPR Art. 7(3), 21(5)", origin="extraction",
    ),
    phrase(
        "contradiction-own-tool", r"is our (?:own )?(?:video|booking|chat|meeting)[^.]{0,40}(?:solution|tool)|ist unsere? eigene[sr]? (?:video|buchungs|chat|konferenz)\w*", "info", False,
        ("The tool is the company's own; the text about providers and their control does not fit.", "Das Werkzeug ist das eigene; der Text über Anbieter und deren Kontrolle passt nicht."),
        ("Describe data, purpose, basis, recipients and storage of your own tool.", "Beschreiben Sie Daten, Zweck, Grundlage, Empfänger und Dauer des eigenen Werkzeugs."), "GDPR Art. 13(1)(c), (e)", kinds=("video_calls", "chat", "appointments"),
    ),
    phrase(
        "contradiction-consent-proof", r"(?:not|nicht) (?:passed on|disclosed|transmitted|weitergegeben|übermittelt) (?:to|an) (?:the )?(?:provider|den anbieter)", "info", False,
        ("If the record of the consent lies only in the visitor's browser, consent cannot be proved.", "Liegt der Nachweis nur im Browser des Besuchers, lässt sich die Einwilligung nicht belegen."),
        ("Say where the record is kept, and how long.", "Sagen Sie, wo der Nachweis liegt und wie lange."), "GDPR Art. 7(1)", kinds=("consent",),
    ),
)  # fmt: skip
_HERE = probe(
    r"(?:finden sie|erhalten sie|abrufbar|einsehbar|can be found|be found|found|klicken sie|clicking|click|settings|einstellungen|accessing[^.]{0,40}settings)(?: \w+){0,4} (?:hier|here)\b(?! finden)|(?:finden sie|sind|ist|erhalten sie)[^.]{0,60}\bhier\b(?: (?:abrufbar|verfügbar|zu finden))?[.,;]"
    r"|\bhere ?& ?here\b|hier und (?:von [^.]{0,40})?hier\b"
)
_FOLLOWING_LINK = probe(
    r"(?:following|folgende[nrm]?) link\b|(?:clicking|klick\w*) (?:on |auf )?(?:the following|den folgenden|diesen)"
)
_POLICY_TERMS = re.compile(
    r"(?:privacy policy|datenschutz\w*)[^\n]{0,80}?https?://\S{3,80}/(?:terms|agb|tos|nutzungsbedingungen)\b(?!\S*priva)",
    re.IGNORECASE,
)
_POLICY = probe(r"privacy policy|datenschutzerklärung|datenschutzbestimmung|datenschutzhinweis")
_CLAUSES_LINK = probe(r"(?:standard contractual clauses|standardvertragsklauseln)[^.]*\.[^.]{0,60}(?:https?://|link)")
_LISTED = probe(
    r"(?:listed|aufgeführt|aufgelistet)[^.]{0,30}(?:below|unten|unterhalb|im folgenden|nachfolgend)|(?:below|nachfolgend|unterhalb)[^.]{0,20}(?:listed|aufgeführt|aufgelistet)|(?:detailed description|nähere beschreibung)[^.]{0,120}(?:given below|unten)"
)
_POLICIES = re.compile(r"privacy polic|datenschutzerkl|datenschutzhinw|description|beschreibung", re.IGNORECASE)
_PROVISION_TITLE = re.compile(r"pflicht zur bereitstellung|obligation to provide|bereitstellungspflicht", re.IGNORECASE)
_PROVISION = probe(
    r"pflicht(?!.{0,25}bereitstellung$)|verpflicht|bereitst|freiwillig|ohne diese|oblig|voluntar|must provide|mandatory|required to provide"
)
_PROVIDED = probe(
    r"pflicht zur bereitstellung|bereitstellung (?:der|ihrer|personenbezogener|von)|vorgeschrieben|pflichtangabe|nicht verpflichtet|verpflichtet[^.]{0,60}bereitzustellen"
    r"|oblig\w+ to (?:provide|disclose|give)|required to provide|provision of (?:your |the |such |this )?(?:personal )?(?:data|information)|statutory or contractual|contractual(?:ly)? (?:or statutory )?requir|must provide|freiwillig|voluntar|pflichtfeld|mandatory|notwendige angaben"
    r"|(?:without|ohne) (?:this|these|diese) (?:data|daten|information|angaben)|not provide|nicht bereitstell|do not (?:have to )?provide|is necessary for the conclusion|if you do not (?:wish|want) to"
)
_NEEDING = ("contact", "orders", "applications", "video_calls", "accounts", "newsletter", "enquiries")
_DATE = re.compile(
    r"\b(?:stand|fassung|version|aktualisiert|aktualisierung|gültig ab|last (?:updated|changed|modified|revised)|updated|revised|as of|effective|status|datum|date|in kraft|geändert)\b[^.\n]{0,50}20\d{2}|\b\d{1,2}\.\s?\d{1,2}\.\s?20\d\d\b"
    r"|\b(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|may|june|july|october|december)\s(?:\d{1,2}, )?20\d\d\b|\b20\d\d-\d\d-\d\d\b|\d{1,2}/\d{1,2}/20\d\d",
    re.IGNORECASE,
)
_DATED = probe(
    r"\b(?:stand|fassung|version|aktualisiert|gültig ab|last (?:updated|changed|modified|revised)|effective)\b[^.\n]{0,30}20[12]\d|(?:zuletzt|last)[^\n]{0,30}\d{1,2}\.\s?\d{1,2}\.\s?20[12]\d|\b\d{1,2}\.\s?\d{1,2}\.\s?20[12]\d$|(?:datenschutz\w*|privacy)[^.\n]{0,60}\d{1,2}\.\d{1,2}\.20[12]\d",
    ("201", "202"),
)
_YEAR = re.compile(r"(?:(?P<month>\d{1,2})\.\s?)?(?P<year>20[12]\d)")
_TRANSLATED = probe(
    r"automatically translated|maschinell übersetzt|automatisch übersetzt|translated (?:with|by) (?:DeepL|Google)"
)
_CHANGES = probe(
    r"reserve the right to change[^.]{0,60}at any time|behalten uns (?:das recht )?vor[^.]{0,60}jederzeit[^.]{0,40}(?:änder|anzupass)"
)


def claims(notice: Notice) -> Iterator[FindingRead]:
    """Every wording of the table."""
    yield from wordings(notice, PHRASES)


def lost_links(notice: Notice) -> Iterator[FindingRead]:
    """“Here” and “the following link” without an address: the page may have it."""
    for words in (_HERE, _FOLLOWING_LINK):
        for hit in notice.hits(words):
            following = notice.after(hit.part)
            tail = hit.part.text[hit.match.start() : hit.match.end() + 220]
            near = tail if words is _HERE else f"{hit.part.text} {following.text if following else ''}"
            if (
                "http" in near
                or "www." in near
                or re.search(r"\]\(|[\w-]+\.(?:de|com|eu|org|net)/", near)
                or hit.part.block.role is Role.ROW
            ):
                continue
            yield flaw(
                "link-without-target", hit.place, "info", False, ("The text points to a link, but no address came with it.", "Der Text verweist auf einen Link, aber keine Adresse kam mit."),
                ("Check that the page has the link.", "Prüfen Sie, ob die Seite den Verweis hat."), source="GDPR Art. 12(1)", words=hit.words, origin="extraction",
            )  # fmt: skip


def wrong_links(notice: Notice) -> Iterator[FindingRead]:
    """A “privacy policy” that leads to terms of use; clauses whose link is only the privacy policy."""
    for hit in notice.hits(_POLICY):
        if m := _POLICY_TERMS.search(hit.part.text):
            yield flaw(
                "link-wrong-target", hit.part.block.place(m.start(), m.end()), "info", False, ("The link named “privacy policy” leads to terms.", "Der Link „Datenschutzerklärung“ führt zu Nutzungsbedingungen."),
                ("Link to the privacy policy.", "Verweisen Sie auf die Datenschutzerklärung."), source="GDPR Art. 12(1)", words=m.group()[-80:],
            )  # fmt: skip
    for hit in notice.hits(_CLAUSES_LINK):
        m = re.search(r"https?://\S+", hit.part.text[hit.match.start() :])
        if m and re.search(r"privacy-?policy|datenschutz", m.group(), re.IGNORECASE):
            yield flaw(
                "link-wrong-target", hit.place, "info", False, ("The link to the clauses leads to a privacy policy.", "Der Link zu den Klauseln führt zu einer Datenschutzerklärung."),
                ("Link to the clauses, or say where a copy is to be had.", "Verweisen Sie auf die Klauseln oder sagen Sie, wo eine Kopie zu haben ist."), source="GDPR Art. 13(1)(f)", words=m.group()[:80],
            )  # fmt: skip


def announced(notice: Notice) -> Iterator[FindingRead]:
    """“Listed below”, and nothing follows; a line that ends in a colon before the next heading."""
    for hit in notice.hits(_LISTED):
        topic = notice.topic_of(hit.part)
        later = [p.text for p in notice.parts[hit.part.index + 1 : hit.part.index + 25]]
        if (
            (topic.kind == "video_calls" and "http" not in " ".join(later) and _POLICIES.search(hit.sentence))
            or (topic.kind == "embeds" and _POLICIES.search(hit.sentence))
            or (
                topic.kind == "video_calls"
                and not topic.services
                and not any(notice.topic_of(p).services for p in notice.parts[hit.part.index : hit.part.index + 25])
            )
        ):
            yield _announced(hit.part, hit.words, hit.place.column)
    for part in notice.parts:
        following = notice.after(part)
        if (
            part.text.rstrip().endswith(":")
            and not part.is_heading
            and len(part.text) > 40
            and following
            and following.is_heading
            and following.section.topic != part.section.topic
            and (following.block.level or 9) <= 2
        ):
            yield _announced(part, part.text[-60:], max(1, len(part.text) - 60))


def _announced(part: Part, words: str, column: int) -> FindingRead:
    return flaw(
        "announced-missing", part.block.place(max(0, column - 1), None) if len(part.block.starts) == 1 else part.block.place(), "warn", False,
        ("What is announced here does not follow.", "Was hier angekündigt ist, folgt nicht."), ("Add it, or leave the announcement out.", "Ergänzen Sie es oder streichen Sie die Ankündigung."),
        source="GDPR Art. 12(1)", words=words, origin="extraction",
    )  # fmt: skip


def empty_headings(notice: Notice) -> Iterator[FindingRead]:
    """A heading that promises whether data must be given, over a text that does not tell."""
    for section in notice.document.sections:
        text = " ".join(b.text for b in section.blocks)
        if _PROVISION_TITLE.search(section.title) and section.blocks and not _PROVISION.search(text):
            yield flaw(
                "announced-provision", section.blocks[0].place(), "info", False, ("The heading promises whether data must be given; the text does not tell.", "Die Überschrift verspricht, ob Angaben nötig sind; der Text sagt es nicht."),
                ("Say it.", "Sagen Sie es."), source="GDPR Art. 13(2)(e)", words=section.title,
            )  # fmt: skip
        elif section.facet == "recipients" and section.heading and not section.blocks:
            yield flaw(
                "announced-missing", section.heading.place(), "warn", False, ("The heading has no text.", "Die Überschrift hat keinen Text."), ("Name the recipients.", "Nennen Sie die Empfänger."), source="GDPR Art. 13(1)(e)", words=section.title, origin="extraction",
            )  # fmt: skip


def provision(notice: Notice) -> Iterator[FindingRead]:
    """Whether data must be given, at each place where it is asked for."""
    if not notice.says(_PROVIDED):
        yield flaw(
            "GDPR-13-2e-obligation", 1, "warn", bool(notice.kinds & {"orders", "applications", "accounts", "payments"}) and len(set(notice.read.rights)) > 3, ("Nothing says whether people must give their data, and what follows if they do not.", "Es fehlt, ob Angaben gemacht werden müssen und was folgt, wenn nicht."),
            ("Say it for each form and contract.", "Sagen Sie es bei jedem Formular und Vertrag."), source="GDPR Art. 13(2)(e)",
        )  # fmt: skip
        return
    for topic in notice.topics.values():
        if (
            topic.kind in _NEEDING
            and len(topic.text) > 250
            and not notice.is_in(topic, _PROVIDED)
            and topic.sections[0].heading
        ):
            yield flaw(
                "GDPR-13-2e-obligation", topic.body.block.place(), "info", False, (f"{topic.title}: whether the data must be given is not said.", f"{topic.title}: Ob die Angaben nötig sind, ist nicht gesagt."),
                ("Say what is mandatory, and what follows without it.", "Sagen Sie, was Pflicht ist und was ohne die Angabe folgt."), source="GDPR Art. 13(2)(e)", words=topic.title,
            )  # fmt: skip


def version(notice: Notice) -> Iterator[FindingRead]:
    """The notice's date: absent, or older than the law it must follow."""
    if not any("20" in p.text and _DATE.search(p.text) for p in reversed(notice.parts)):
        yield flaw(
            "GDPR-13-version", len(notice.document.text.lines), "warn", False, ("The notice has no date or version.", "Die Hinweise tragen kein Datum."),
            ("Add the date of the last change.", "Nennen Sie das Datum der letzten Änderung."), source="GDPR Art. 5(2), 12(1)",
        )  # fmt: skip
        return
    hits = [
        h
        for h in notice.hits(_DATED)
        if len(h.part.text) < 160 or "zuletzt" in h.words.lower() or "last" in h.words.lower()
    ]
    if hits and (m := list(_YEAR.finditer(hits[-1].part.text[hits[-1].match.start() : hits[-1].match.end() + 20]))):
        year, month = int(m[-1]["year"]), int(m[-1]["month"] or 12)
        if (year, month) < (2024, 5):
            yield flaw(
                "date-before-law", hits[-1].place, "info", False, (f"The notice is of {year}; the TDDDG and DDG of 14 May 2024 came later.", f"Der Text ist von {year}; TDDDG und DDG vom 14. Mai 2024 kamen später."),
                ("Review the notice and date it anew.", "Prüfen Sie den Text und datieren Sie ihn neu."), source="GDPR Art. 5(1)(a), 24", words=hits[-1].words, standing="observed",
            )  # fmt: skip


def weak_notice(notice: Notice) -> Iterator[FindingRead]:
    """A translation nobody read, and changes that nobody is told of."""
    for words, rule, message, mend in (
        (_TRANSLATED, "language-machine", ("A machine translation that nobody checked is hardly clear and plain.", "Eine ungeprüfte Maschinenübersetzung ist kaum klar und einfach."), ("Have it read.", "Lassen Sie sie prüfen.")),
        (_CHANGES, "date-changes", ("Changes at any time, without a version or a word to those concerned.", "Änderungen jederzeit, ohne Fassung und ohne Nachricht an Betroffene."), ("Date each version and say how people learn of changes.", "Datieren Sie jede Fassung und sagen Sie, wie man davon erfährt.")),
    ):  # fmt: skip
        if hit := notice.first(words):
            yield flaw(rule, hit.place, "info", False, message, mend, source="GDPR Art. 12(1), 13(3)", words=hit.words)


RULES = (claims, lost_links, wrong_links, announced, empty_headings, provision, version, weak_notice)

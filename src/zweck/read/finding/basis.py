"""Legal bases that do not carry: reserved, stacked, swapped for consent, missing, or cited for the wrong step.

Art. 13(1)(c) GDPR wants the basis of each purpose; § 25 TDDDG governs the device before Art. 6 GDPR governs the data.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator

from zweck.read.document import BasisSaid
from zweck.read.finding.flaw import flaw
from zweck.read.finding.notice import GAP, LONGEST, Notice, Topic, probe
from zweck.read.finding.phrase import phrase, wordings
from zweck.read.report import FindingRead

_ONE = ("Name the one basis that is really used.", "Nennen Sie die eine Grundlage, die wirklich gilt.")

PHRASES = (
    phrase(
        "GDPR-06-basis-stack", r"if (?:a |the )?(?:corresponding |appropriate )?consent has been (?:requested|obtained)|(?:where|insofar as|as far as|in case) (?:a )?(?:corresponding )?consent (?:to [^.]{0,60} )?has been requested"
            r"|(?:sofern|soweit|falls|wenn) (?:eine |ihre )?(?:entsprechende )?einwilligung (?:abgefragt|eingeholt) wurde|(?:if|provided that) (?:this|it|the inquiry) (?:has been|was) (?:requested|queried|made)|sofern diese abgefragt wurde", "warn", False,
        ("The basis hangs on whether consent “has been requested”; a reader cannot tell which one counts.",
         "Die Rechtsgrundlage hängt davon ab, ob eine Einwilligung „abgefragt wurde“; so bleibt offen, welche gilt."),
        _ONE, "GDPR Art. 13(1)(c)",
    ),
    phrase(
        "GDPR-06-basis-stack", r"(?:consent|einwilligung)\b" + GAP + r"{0,60}(?:and/or|und/oder)[^.]{0,60}(?:legitimate interest|berechtigte)", "error", True,
        ("Consent “and/or” legitimate interests: two bases in one breath, none of them chosen.",
         "Einwilligung „und/oder“ berechtigtes Interesse: zwei Grundlagen, keine gewählt."),
        ("Choose one basis per purpose.", "Wählen Sie je Zweck eine Grundlage."), "GDPR Art. 6(1), 13(1)(c)",
    ),
    phrase(
        "GDPR-06-basis-stack", r"§ ?25 ?(?:abs\.? ?|absatz |\()2\b[^.§]{0,60}[^§]{0,60}\b(?:bzw\.?|oder|or|beziehungsweise)\b[^§]{0,60}§ ?25 ?(?:abs\.? ?|absatz |\()1\b", "warn", False,
        ("Necessity or consent: which cookie rests on which is not said.", "Erforderlich oder mit Einwilligung: Welches Cookie worauf beruht, ist nicht gesagt."),
        ("Assign every cookie to § 25(1) or § 25(2) no. 2 TDDDG.", "Ordnen Sie jedes Cookie § 25 Abs. 1 oder § 25 Abs. 2 Nr. 2 TDDDG zu."), "TDDDG § 25", stems=("§ 25", "§25"),
    ),
    phrase(
        "CONS-active", r"(?:by|through) (?:continuing to (?:use|browse)|using|visiting|accessing|your use of) (?:our|this|the) (?:web)?(?:site|page|service)s?[^.]{0,60}(?:you (?:hereby )?(?:agree|consent|accept|give your consent)|constitutes your consent)|(?:durch|mit) (?:die |der )?(?:weitere[n]? )?nutzung (?:unserer|dieser|der) (?:web)?(?:seiten?|site|angebote?s?|dienste)[^.]{0,60}(?:erklären sie sich|stimmen sie|willigen sie|akzeptieren sie)[^.]{0,120}(?:einverstanden|\bzu\b|\bein\b|cookies|verarbeitung)", "error", True,
        ("Going on using a site is no consent; consent is a clear act.", "Weiternutzen ist keine Einwilligung; sie verlangt eine eindeutige Handlung."),
        ("Ask for consent by a choice that may be refused, before anything loads.", "Holen Sie die Einwilligung durch eine Auswahl ein, die sich ablehnen lässt, bevor etwas lädt."), "GDPR Art. 4(11), rec. 32, CJEU C-673/17", excused=r"\b(?:nicht|not|kein\w*|no longer)\b",
    ),
    phrase(
        "GDPR-06-1a-consent", r"may also be (?:carried out |based |processed |done )?(?:on the basis of |on )your consent|(?:kann|können) (?:auch|zudem|ferner|darüber hinaus) (?:auf (?:der )?grundlage |auf basis )(?:ihrer|einer) einwilligung", "warn", False,
        ("“May also” rest on consent: for what, is not said.", "„Kann auch“ auf Einwilligung beruhen: wofür, bleibt offen."), _ONE, "GDPR Art. 13(1)(c), 7",
    ),
    phrase(
        "TDDDG-25-2-2", r"(?:audience|reichweite\w*|webpublikum\w*|besucherzahl\w*|nutzungsanalyse|web ?analy\w+)[^.]{0,60}\((?:(?:technisch )?(?:notwendige|erforderliche)|(?:technically )?necessary)[^)]{0,20}cookies\)|cookies for measuring (?:the )?(?:web )?audience|cookies zur messung des webpublikums", "warn", False,
        ("Measuring the audience is declared necessary; § 25(2) no. 2 TDDDG covers only what the visitor asked for.",
         "Reichweitenmessung gilt hier als notwendig; § 25 Abs. 2 Nr. 2 TDDDG deckt nur, was der Besucher verlangt hat."),
        ("Ask for consent before measuring, or measure without access to the device.", "Holen Sie vor der Messung eine Einwilligung ein oder messen Sie ohne Zugriff auf das Endgerät."), "TDDDG § 25(2) no. 2, DSK guidance on digital services",
    ),
    phrase(
        "TDDDG-25-1", r"(?:otherwise|andernfalls|ansonsten|im übrigen),? (?:the data processed (?:with the help of|using) cookies|(?:werden|erfolgt) die (?:mithilfe|mit hilfe) von cookies)[^.]{0,60}(?:legitimate interest|berechtigte)", "error", False,
        ("Legitimate interest as the fallback for all cookies: the law knows only consent or strict necessity.",
         "Berechtigtes Interesse als Auffanggrundlage für alle Cookies: Das Gesetz kennt nur Einwilligung oder unbedingte Erforderlichkeit."),
        ("Name § 25(1) TDDDG for all cookies that are not strictly necessary.", "Nennen Sie § 25 Abs. 1 TDDDG für alle Cookies, die nicht unbedingt erforderlich sind."), "TDDDG § 25",
    ),
    phrase(
        "CONS-prior", r"aboutads\.info|youronlinechoices|networkadvertising\.org|optout\.(?:aboutads|networkadvertising)|prevent it by not using certain tools|nichtbenutzung bestimmter tools|object to the use of these services by opting[- ]out", "warn", False,
        ("Objecting afterwards does not replace consent given before.", "Ein späterer Widerspruch ersetzt keine vorherige Einwilligung."),
        ("Load the services only after consent; offer withdrawal in the same place.", "Laden Sie die Dienste erst nach Einwilligung und bieten Sie den Widerruf an derselben Stelle an."), "TDDDG § 25(1), CJEU C-673/17",
    ),
    phrase(
        "GDPR-13-1d-interests", r"(?:based on|basis of|beruht auf|auf (?:der )?grundlage|auf basis) (?:our|unserer?|unserem) (?:overriding |überwiegenden )?(?:legitimate|berechtigten?) interess?(?:ts?|en|e)?", "info", False,
        ("Legitimate interest is named without its provision.", "Das berechtigte Interesse ist ohne Vorschrift genannt."),
        ("Add Art. 6(1)(f) GDPR and say what the interest is.", "Ergänzen Sie Art. 6 Abs. 1 lit. f DSGVO und worin das Interesse besteht."), "GDPR Art. 13(1)(c), (d)", excused=r"\b6\b",
    ),
)  # fmt: skip
_TRACKING = (
    "advertising", "social", "video", "affiliate", "analytics", "maps", "fonts", "captcha", "tag_manager", "crm",
    "session_replay", "company_identification", "embed", "audio", "cdp", "tour",
)  # fmt: skip
_SURE = ("advertising", "social", "affiliate")
_CONSENT = probe(r"einwillig|\bconsent")
_COOKIELESS = probe(r"(?:ohne|keine|without|no) (?:\w+ ){0,2}cookies|cookie-?los|cookieless|cookie-?frei")
_COOKIES = probe(r"\bcookies?\b|local storage|endgerät|end device|terminal device|device fingerprint")
_DEVICE_LAW = probe(r"TDDDG|TTDSG|e-?privacy|§ ?165|TKG")
_EXCLUSIVE = probe(
    r"(?:ausschließlich|exclusively|solely|only) (?:auf (?:der )?(?:grundlage|basis)|on the basis of|based on) (?:of )?(?:ihrer|your) (?:einwilligung|consent)|based exclusively on your consent|ausschließlich auf (?:grundlage )?ihrer einwilligung"
)
_AT_ONCE = probe(
    r"(?:each time|every time|whenever|as soon as|when) (?:you |a |an? )?[^.]{0,80}\b(?:page|website|site)\b[^.]{0,80}\b(?:accessed|visited|requested|opened|loaded|visit|access|open|call)[^.]{0,120}\bconnect"
    r"|(?:bei jedem|sobald|wenn)[^.]{0,120}(?:aufruf|besuch|abruf|öffne)[^.]{0,120}verbindung[^.]{0,60}(?:aufgebaut|hergestellt)"
)


_STORED_ON = re.compile(
    r"cookies?\b[^.]{0,160}(?:gespeichert|gesetzt|eingesetzt|verwend|rechtsgrundlage|grundlage|stored|set\b|used|use of|based|basis)|(?:rechtsgrundlage|einsatz|speicherung|verwendung|nutzung|legal basis|storage|use)[^.]{0,80}cookies?\b",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"nach (?:deren|ihrer|der) erhebung|weiterverarbeit|weitere verarbeitung|further processing|subsequent processing|mithilfe|mit hilfe|by means of",
    re.IGNORECASE,
)


def claims(notice: Notice) -> Iterator[FindingRead]:
    """Every wording of the table."""
    yield from wordings(notice, PHRASES)


def interest_for_consent(notice: Notice) -> Iterator[FindingRead]:
    """Legitimate interest does not open the visitor's device for advertising, networks or videos."""
    for number, said in notice.bases_of.items():
        topic = notice.topics[number]
        interest = next((b for b in said if b.cited.basis == "GDPR 6(1)(f)"), None)
        entries = notice.services_in(topic) if topic.kind == "embeds" else notice.entries_of(topic)
        tracking = [
            e
            for e in entries
            if e.category in _TRACKING and e.needs_consent and (not e.self_hosted or notice.is_in(topic, _COOKIES))
        ]
        named = ", ".join(e.name for e in tracking) or topic.title
        if (
            interest is None
            or not (tracking or topic.kind in ("advertising", "analytics"))
            or topic.kind in ("social_links", "social_presence", "consent", "rights")
        ):
            continue
        if notice.is_in(topic, _COOKIELESS):
            continue
        consent = any(b.cited.basis in ("GDPR 6(1)(a)", "TDDDG 25(1)") for b in said)
        consent = consent or notice.is_in(topic, _CONSENT)
        sure = not consent and any(e.category in _SURE for e in tracking) and len(tracking) == len(entries)
        yield flaw(
            "TDDDG-25-1", interest.place, "error", sure,
            (f"{named}: legitimate interest; access to the device needs consent.", f"{named}: berechtigtes Interesse; der Zugriff auf das Endgerät braucht eine Einwilligung."),
            ("Load it only after consent, and name § 25(1) TDDDG and Art. 6(1)(a) GDPR.", "Laden Sie den Dienst erst nach Einwilligung und nennen Sie § 25 Abs. 1 TDDDG und Art. 6 Abs. 1 lit. a DSGVO."),
            source="§ 25(1) TDDDG, CJEU C-673/17", words=interest.cited.written, standing="observed" if sure else "for a lawyer",
        )  # fmt: skip


def cookies_without_device_basis(notice: Notice) -> Iterator[FindingRead]:
    """Cookies stand on two levels: § 25 TDDDG for the device, Art. 6 GDPR for the data."""
    silent = not notice.says(_DEVICE_LAW) and notice.is_under_german_law
    for said in notice.bases_of.values():
        cookies = [b for b in said if b.kind == "cookies" and b.cited.basis in ("GDPR 6(1)(f)", "GDPR 6(1)(b)")]
        if not cookies or any(b.cited.basis.startswith("TDDDG") for b in said):
            continue
        line = notice.document.text.lines[cookies[0].place.line - 1][:LONGEST]
        stored = _STORED_ON.search(line) is not None and not _CONSENT.search(line) and _AFTERWARDS.search(line) is None
        yield flaw(
            "TDDDG-25-level2", cookies[0].place, "error", silent and stored and cookies[0].cited.basis == "GDPR 6(1)(f)",
            ("Cookies are based on Art. 6 GDPR alone; the access to the device needs § 25 TDDDG.", "Cookies werden nur auf Art. 6 DSGVO gestützt; für den Zugriff auf das Endgerät gilt § 25 TDDDG."),
            ("Name § 25(2) no. 2 TDDDG for necessary cookies, § 25(1) for all others.", "Nennen Sie § 25 Abs. 2 Nr. 2 TDDDG für notwendige, § 25 Abs. 1 für alle anderen Cookies."),
            source="§ 25 TDDDG", words=cookies[0].cited.written,
        )  # fmt: skip


def device_law_absent(notice: Notice) -> Iterator[FindingRead]:
    """Nothing in the whole notice names the law that governs access to the device."""
    if notice.says(_DEVICE_LAW):
        return
    hit = next(
        (
            h
            for h in notice.hits(_COOKIES)
            if h.part.section.kind in ("cookies", "analytics", "advertising") and not h.part.is_heading
        ),
        None,
    )
    if hit:
        yield flaw(
            "TDDDG-25-info", hit.place, "warn", False,
            ("Cookies are used, but § 25 TDDDG (consent or strict necessity) is named nowhere.", "Cookies werden eingesetzt, aber § 25 TDDDG (Einwilligung oder unbedingte Erforderlichkeit) kommt nirgends vor."),
            ("Name § 25(1) or § 25(2) no. 2 TDDDG for every cookie.", "Nennen Sie für jedes Cookie § 25 Abs. 1 oder § 25 Abs. 2 Nr. 2 TDDDG."), source="TDDDG § 25", words=hit.words,
        )  # fmt: skip


def consent_and_interest(notice: Notice) -> Iterator[FindingRead]:
    """“Exclusively on your consent”, and legitimate interest for the same form."""
    for hit in notice.hits(_EXCLUSIVE):
        topic = notice.topic_of(hit.part)
        if topic.kind not in ("contact", "enquiries", "accounts"):
            continue
        others = [b for b in notice.bases_of.get(hit.part.section.topic, ()) if b.cited.basis == "GDPR 6(1)(f)"]
        if others:
            yield flaw(
                "contradiction-basis", hit.place, "warn", False,
                ("“Exclusively” on consent, yet the same section claims legitimate interest too.", "„Ausschließlich“ auf Einwilligung, doch derselbe Abschnitt nennt auch berechtigtes Interesse."),
                ("Say which data rests on which basis.", "Sagen Sie, welche Daten worauf beruhen."), source="GDPR Art. 13(1)(c)", words=hit.words,
            )  # fmt: skip


def connected_before_consent(notice: Notice) -> Iterator[FindingRead]:
    """A connection with every page view, and consent as its basis: one of the two cannot be true."""
    for hit in notice.hits(_AT_ONCE):
        said = {b.cited.basis for b in notice.bases_of.get(hit.part.section.topic, ())}
        if said & {"GDPR 6(1)(a)", "TDDDG 25(1)"} and hit.part.section.kind in (
            "embeds",
            "analytics",
            "advertising",
            "social_links",
            "social_presence",
            "chat",
        ):
            yield flaw(
                "CONS-prior", hit.place, "warn", False,
                ("The connection is made with every page view, yet consent is its basis.", "Die Verbindung entsteht bei jedem Seitenaufruf, obwohl sie auf Einwilligung beruhen soll."),
                ("Say that the service loads only after consent, and see that it does.", "Sagen Sie, dass der Dienst erst nach Einwilligung lädt, und sorgen Sie dafür."), source="TDDDG § 25(1)", words=hit.words,
            )  # fmt: skip


def consent_for_consent(notice: Notice) -> Iterator[FindingRead]:
    """The record of a consent needs no consent; it is a duty (Art. 7(1))."""
    for number, said in notice.bases_of.items():
        if (
            notice.topics[number].kind == "consent"
            and (own := _first(said, "GDPR 6(1)(a)"))
            and not _first(said, "GDPR 6(1)(c)")
        ):
            yield flaw(
                "GDPR-07-1-proof", own.place, "info", False,
                ("The record of the consent is itself based on consent.", "Der Nachweis der Einwilligung wird selbst auf Einwilligung gestützt."),
                ("Base the record on Art. 6(1)(c) with Art. 7(1) GDPR, the cookie on § 25(2) no. 2 TDDDG.", "Stützen Sie den Nachweis auf Art. 6 Abs. 1 lit. c mit Art. 7 Abs. 1 DSGVO, das Cookie auf § 25 Abs. 2 Nr. 2 TDDDG."),
                source="GDPR Art. 7(1)", words=own.cited.written,
            )  # fmt: skip


def consent_tool_without_device_basis(notice: Notice) -> Iterator[FindingRead]:
    """The cookie that remembers the choice needs § 25(2) no. 2 TDDDG beside Art. 6(1)(c)."""
    for number, said in notice.bases_of.items():
        if (
            notice.topics[number].kind == "consent"
            and (own := _first(said, "GDPR 6(1)(c)"))
            and not any(b.cited.basis.startswith("TDDDG") for b in said)
        ):
            yield flaw(
                "TDDDG-25-level2", own.place, "info", False,
                ("The cookie that stores the choice has no basis in § 25 TDDDG.", "Für das Cookie, das die Auswahl speichert, fehlt § 25 TDDDG."),
                ("Add § 25(2) no. 2 TDDDG.", "Ergänzen Sie § 25 Abs. 2 Nr. 2 TDDDG."), source="TDDDG § 25(2) no. 2", words=own.cited.written,
            )  # fmt: skip


def _first(said: list[BasisSaid], basis: str) -> BasisSaid | None:
    return next((b for b in said if b.cited.basis == basis), None)


_DESCRIBED = (
    "server_logs",
    "contact",
    "newsletter",
    "applications",
    "accounts",
    "orders",
    "analytics",
    "advertising",
    "video_calls",
)
_ELSEWHERE = probe(
    r"(?:datenschutz(?:erklärung|hinweis\w*|information\w*)|privacy (?:policy|notice|statement))[^.]{0,60}(?:finden|abrufbar|beschr|found|available|here)|beschreiben wir in|gesonderte|separate (?:privacy|notice)"
)
_GROUND = probe(
    r"rechtsgrundlage|legal bas[ie]s|einwilligung|\bconsent\b|berechtigte\w* interess|legitimate interest|vertrag\w*|art(?:\.|ikel|icle)? ?6\b|§ ?\d",
    ("rechtsgrundlage", "legal bas", "einwilligung", "consent", "berechtigte", "legitimate", "vertrag", "art", "§ "),
)


def basis_absent(notice: Notice) -> Iterator[FindingRead]:
    """An activity that is described without any legal basis."""
    for activity in notice.document.activities:
        if activity.bases or activity.confidence < 0.9 or activity.kind not in _DESCRIBED:
            continue
        topic = _topic_at(notice, activity.lines[0][0])
        if topic is not None and any(_GROUND.search(p.text) or _ELSEWHERE.search(p.text) for p in topic.parts):
            continue
        line = topic.body.line if topic else activity.lines[0][0]
        if topic is not None and len(topic.text) < 120:
            continue
        yield flaw(
            "GDPR-13-1c-purposes", line, "error", False,
            (f"No legal basis is given ({activity.kind}).", f"Eine Rechtsgrundlage fehlt ({activity.kind})."),
            ("Name the basis of Art. 6 GDPR.", "Nennen Sie die Grundlage aus Art. 6 DSGVO."), source="GDPR Art. 13(1)(c)", words=activity.title,
        )  # fmt: skip


_ANY_BASIS = probe(
    r"rechtsgrundlage|rechtliche grundlage|legal (?:bas[ie]s|ground)|lawful bas[ie]s|berechtigte\w* interess|legitimate interest|einwillig|\bconsent|art(?:\.|ikel|icle)? ?6\b|vertragserfüllung|erfüllung (?:eines|des|ihres) vertrag"
    r"|performance of (?:a|the|our) contract|gesetzlich\w* (?:verpflicht|grundlage)|legal obligation|erlaubnis"
)


def no_basis_at_all(notice: Notice) -> Iterator[FindingRead]:
    """A whole notice that names no legal basis, in articles or in words."""
    size = sum(len(p.text) for p in notice.parts)
    if not notice.document.bases and not notice.says(_ANY_BASIS) and size > 2500 and len(notice.kinds) > 1:
        yield flaw(
            "GDPR-13-1c-purposes", 1, "error", True, ("No legal basis is given for any processing.", "Für keine Verarbeitung ist eine Rechtsgrundlage genannt."),
            ("Name the basis of Art. 6 GDPR for each purpose.", "Nennen Sie je Zweck die Grundlage aus Art. 6 DSGVO."), source="GDPR Art. 13(1)(c)",
        )  # fmt: skip


def _topic_at(notice: Notice, line: int) -> Topic | None:
    return next(
        (t for t in notice.topics.values() if t.parts and t.parts[0].line <= line <= t.parts[-1].block.last_line), None
    )


RULES = (
    claims, interest_for_consent, cookies_without_device_basis, device_law_absent, consent_and_interest, connected_before_consent,
    consent_for_consent, consent_tool_without_device_basis, basis_absent, no_basis_at_all,
)  # fmt: skip

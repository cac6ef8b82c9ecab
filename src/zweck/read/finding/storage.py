"""How long data is kept: nothing said, nothing definite said, or periods that the law does not know.

Art. 5(1)(e) and 13(2)(a) GDPR want a period or the criteria for it; “until the purpose ceases” is neither.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator

from zweck.read.finding.flaw import flaw
from zweck.read.finding.notice import Notice, Topic, probe
from zweck.read.finding.phrase import phrase, wordings
from zweck.read.period import PERIOD
from zweck.read.report import FindingRead
from zweck.read.topic import GENERAL

_DEFINITE = ("State a period after a definite event.", "Nennen Sie eine Dauer nach einem bestimmten Ereignis.")

PHRASES = (
    phrase(
        "GDPR-05-1e-storage", r"not limited in time|nicht (?:zeitlich )?befristet|zeitlich nicht (?:befristet|begrenzt)|unbefristet gespeichert|stored (?:indefinitely|without (?:a )?time limit)|\bno time limit", "warn", False,
        ("Storage without an end needs a reason that never ends.", "Speicherung ohne Ende braucht einen Grund, der nie endet."),
        ("Store only a hash for the suppression list, and review it.", "Speichern Sie für die Sperrliste nur einen Hash und prüfen Sie sie regelmäßig."), "GDPR Art. 5(1)(e)",
    ),
    phrase(
        "GDPR-05-1e-storage", r"(?:keine[nr]? einfluss auf die (?:speicherdauer|dauer der)|no (?:influence|control) (?:over|on) the (?:storage|retention) (?:duration|period))", "info", False,
        ("Storage by others is left open; the period or its criteria are still owed.", "Die Speicherung bei Dritten bleibt offen; Dauer oder Kriterien sind dennoch zu nennen."),
        ("Name the provider's period, or link to it.", "Nennen Sie die Frist des Anbieters oder verweisen Sie darauf."), "GDPR Art. 13(2)(a)",
    ),
    phrase(
        "GDPR-05-1e-storage", r"after the end of (?:their|its) use|nach (?:dem )?ende (?:ihrer|der) (?:nutzung|verwendung)|so lange wie nötig|as long as (?:is )?necessary|solange (?:dies )?(?:erforderlich|notwendig|nötig) ist|(?:so ?lange|solange)(?: wie)? es (?:für )?(?:die|den) [^.]{0,40}(?:erforderlich|notwendig)", "warn", False,
        ("No period and no criterion that a reader could apply.", "Weder eine Dauer noch ein brauchbares Kriterium."), _DEFINITE, "GDPR Art. 5(1)(e), 13(2)(a)",
    ),
    phrase(
        "GDPR-05-1e-storage", r"(?:expiry|expiration|ablauf|end)[^.]{0,70}(?:statutory|legal|gesetzlich\w*)[^.]{0,40}(?:retention|storage|aufbewahrung\w*)", "info", False,
        ("“Statutory periods” without their length tells a reader nothing.", "„Gesetzliche Fristen“ ohne Länge sagen dem Leser nichts."),
        ("Name them: 6 years for letters, 8 for vouchers, 10 for books (§ 257 HGB, § 147 AO).", "Nennen Sie sie: 6 Jahre für Briefe, 8 für Belege, 10 für Bücher (§ 257 HGB, § 147 AO)."), "GDPR Art. 13(2)(a), HGB § 257", kinds=("orders", "accounts", "contact", "business_partners", "payments", GENERAL),
    ),
    phrase(
        "storage-start-open", r"(?:after|following|from) (?:the )?(?:completion|end|conclusion) of the application (?:process|procedure)|am ende des (?:zweiten|dritten|ersten|vierten) jahres", "info", False,
        ("When the period starts or ends is open.", "Wann die Frist beginnt oder endet, bleibt offen."),
        ("Name the day: receipt of the rejection, or the end of the calendar year.", "Nennen Sie den Tag: Zugang der Absage oder Ende des Kalenderjahres."), "GDPR Art. 13(2)(a), AGG § 15(4)",
    ),
)  # fmt: skip
_PURPOSE = probe(
    r"(?:zweck\w*|purpose\w*)[^.]{0,90}(?:entfällt|entfallen|wegfällt|fortfällt|weggefallen|ceases?|no longer (?:applies|apply|exist)|nicht mehr (?:besteht|gegeben))"
    r"|(?:sobald|wenn|soweit|as soon as|when|once|if|until)[^.]{0,110}(?:nicht (?:mehr|länger) (?:erforderlich|benötigt|notwendig)|no longer (?:required|necessary|needed))"
    r"|(?:deleted|gelöscht|delete)[^.]{0,40}(?:purpose\w* (?:has|have) been (?:achieved|fulfilled)|zweck\w* erreicht)"
)
_KEEPING = probe(
    r"speicherdauer|(?:bis|until|nach|after)[^.]{0,60}(?:abmeld|austrag|unsubscri)|\bbis sie\b|\buntil you\b|\bgelöscht|\blöschen\b|\blöschung|aufbewahr|speicherfrist|storage (?:period|duration)|retention|\bdelet\w+|\beras(?:ed|ure)\b|\bkept for|stored for"
    r"|for as long as|solange sie|auf dauer|vorgehalten|anonymisiert nach|keine speicherung"
)
_GATHERING = probe(
    r"ip[- ]address|ip-adresse|cookies?\b|personenbezogene[nr]? daten|personal data|log-?dat|log file|e-mail[- ]ad|your data|ihre daten|nutzerdaten|user data|behaviou?r"
)
_STORED = (
    "server_logs", "newsletter", "analytics", "applications", "contact", "enquiries", "accounts", "orders", "advertising", "embeds",
    "hosting", "video_calls", "webinars", "chat", "crm", "appointments", "consent", "event_photos", "business_partners", "payments",
    "social_presence", "partner_accounts",
)  # fmt: skip
_LOG_TITLE = re.compile(r"log-?\s?(?:file|dat)|logs?\b|zugriffsdaten|access data|protokoll", re.IGNORECASE)
_ANY_PERIOD = probe(
    r"speicherdauer|dauer der speicherung|aufbewahrungsdauer|löschfrist|storage (?:period|duration)|retention period|(?:daten|data)[^.]{0,60}(?:gelöscht|deleted|erased)[^.]{0,60}(?:sobald|wenn|as soon|when|once)"
)
_ANY_WORD = probe(
    r"speicherdauer|speicherfrist|aufbewahr|löschfrist|\bgelöscht|\bdauerhaft|dauer der|solange|so lange|\bbis zu[mr]?\b[^.]{0,40}(?:gespeichert|ende)|retention|retain|storage (?:period|duration)|\bdeleted\b|\berased\b|kept for|stored for|keep (?:your|the|it|this|personal)"
    r"|as long as|expire|tage[n]?\b|monate[n]?\b|\bdays\b|\bmonths\b"
)
_AUTOMATIC = probe(
    r"(?:automatisch|automatically)[^.]{0,120}(?:it-systeme|it systems|collected|recorded|erfasst|erhoben)[^.]{0,160}(?:browser|betriebssystem|operating system|ip)|(?:are|is) mainly technical data|sind vor allem technische daten"
    r"|(?:primarily|mainly) (?:includes )?technical data"
)
_SENDING = probe(
    r"(?:ip[- ]ad\w+|ip addresses?)[^.]{0,90}(?:date|time|datum|zeit|uhrzeit)[^.]{0,120}(?:stored|record|saved|speicher|erfass)|(?:record|store|speicher\w*|erfass\w*|storage of)[^.]{0,60}(?:ip[- ]ad\w+)[^.]{0,60}(?:time|date|zeit|datum)"
)
_LOGS_BEYOND = probe(r"statisti|optimi|security|sicherheit")


def wording(notice: Notice) -> Iterator[FindingRead]:
    """Every wording of the table, where no period stands beside it."""
    for finding in wordings(notice, PHRASES):
        line = notice.document.text.lines[finding.line - 1]
        if finding.rule != "GDPR-05-1e-storage" or not PERIOD.search(line[:20_000]):
            yield finding


def undetermined(notice: Notice) -> Iterator[FindingRead]:
    """Storage that ends only when “the purpose ceases” tells nobody anything."""
    for hit in notice.hits(_PURPOSE):
        if (
            hit.part.is_heading
            or hit.part.section.kind == "rights"
            or PERIOD.search(hit.part.text)
            or not _KEEPING.search(hit.part.text)
        ):
            continue
        yield flaw(
            "GDPR-05-1e-storage", hit.place, "warn", False,
            ("Storage ends when the purpose ends; no period, no criterion that a reader could apply.", "Die Speicherung endet mit dem Zweck; eine Dauer oder ein brauchbares Kriterium fehlt."),
            _DEFINITE, source="GDPR Art. 5(1)(e), 13(2)(a)", words=hit.words,
        )  # fmt: skip


def absent(notice: Notice) -> Iterator[FindingRead]:
    """Each activity and service needs a period or the criteria that set it."""
    general = any(k.what == GENERAL for k in notice.document.kept) or any(
        h.part.section.kind == GENERAL or h.part.is_heading for h in notice.hits(_ANY_PERIOD)
    )
    for number, topic in notice.topics.items():
        if (
            topic.kind not in _STORED
            or notice.kept_of.get(number)
            or len(topic.text) < 100
            or topic.sections[0].overview
        ):
            continue
        if notice.is_in(topic, _KEEPING) or not notice.is_in(topic, _GATHERING):
            continue
        elsewhere = _told_elsewhere(notice, topic)
        yield flaw(
            "GDPR-13-2a-storage", topic.body.block.place(), "error", topic.kind == "server_logs" and bool(_LOG_TITLE.search(topic.title)) and not general and not elsewhere and len(topic.text) > 200,
            (f"Nothing says how long the data is kept ({topic.title or topic.kind}).", f"Eine Speicherdauer ist nicht angegeben ({topic.title or topic.kind})."),
            ("State the period and what starts it.", "Nennen Sie die Dauer und womit sie beginnt."), source="GDPR Art. 13(2)(a)", words=topic.title,
        )  # fmt: skip


def _told_elsewhere(notice: Notice, topic: Topic) -> bool:
    return any(k.what == topic.kind for k in notice.document.kept)


def nothing_at_all(notice: Notice) -> Iterator[FindingRead]:
    """A whole notice without one word on how long anything is kept."""
    size = sum(len(p.text) for p in notice.parts)
    if not notice.document.kept and not notice.says(_ANY_WORD) and size > 2500 and len(notice.kinds) > 1:
        yield flaw(
            "GDPR-13-2a-storage", 1, "error", True, ("Nothing in the notice says how long any data is kept.", "Nirgends steht, wie lange Daten gespeichert werden."),
            ("State period and start for each activity.", "Nennen Sie je Tätigkeit Dauer und Beginn."), source="GDPR Art. 13(2)(a)",
        )  # fmt: skip


def logs_absent(notice: Notice) -> Iterator[FindingRead]:
    """Data that every visit leaves is mentioned, but no section tells what becomes of it."""
    if "server_logs" in notice.kinds or any(k.what == "server_logs" for k in notice.document.kept):
        return
    if hit := notice.first(_AUTOMATIC):
        yield flaw(
            "LOG-server", hit.place, "error", False,
            ("Technical data is recorded with every visit, but its basis and storage are described nowhere.", "Bei jedem Besuch werden technische Daten erfasst; Rechtsgrundlage und Speicherdauer stehen nirgends."),
            ("Add a section on access data: IP address, purpose, basis, period.", "Ergänzen Sie einen Abschnitt zu Zugriffsdaten: IP-Adresse, Zweck, Grundlage, Dauer."),
            source="GDPR Art. 13(1)(c), (2)(a)", words=hit.words,
        )  # fmt: skip


def address_at_sending(notice: Notice) -> Iterator[FindingRead]:
    """The address and time kept with a form or account have a period of their own, or none."""
    for hit in notice.hits(_SENDING):
        topic = notice.topic_of(hit.part)
        if topic.kind not in ("contact", "enquiries", "accounts", "newsletter", "orders"):
            continue
        if any(k.duration for k in notice.kept_of.get(hit.part.section.topic, ())) or PERIOD.search(hit.part.text):
            continue
        yield flaw(
            "GDPR-13-2a-storage", hit.place, "warn", False,
            ("The IP address is kept with the form; for how long is not said.", "Mit dem Formular wird die IP-Adresse gespeichert; wie lange, ist nicht gesagt."),
            ("State a period, for example 7 days.", "Nennen Sie eine Dauer, zum Beispiel 7 Tage."), source="GDPR Art. 13(2)(a), 5(1)(e)", words=hit.words,
        )  # fmt: skip


def logs_beyond_session(notice: Notice) -> Iterator[FindingRead]:
    """Logs that go with the session cannot serve security and statistics."""
    for number, kept in notice.kept_of.items():
        topic = notice.topics.get(number)
        ends = next((k for k in kept if k.trigger == "session_ended" or "session_ended" in (k.trigger or "")), None)
        if (
            topic
            and topic.kind == "server_logs"
            and ends
            and not any(k.duration for k in kept)
            and notice.is_in(topic, _LOGS_BEYOND)
        ):
            yield flaw(
                "storage-contradicts-purpose", ends.place, "warn", False,
                ("The data goes with the session, yet it serves security or statistics; no period for those.", "Die Daten gehen mit der Sitzung, dienen aber auch Sicherheit oder Statistik; dafür fehlt eine Dauer."),
                ("State a period for each purpose.", "Nennen Sie je Zweck eine Dauer."), source="GDPR Art. 13(2)(a)", words=ends.words,
            )  # fmt: skip


RULES = (wording, undetermined, absent, nothing_at_all, logs_absent, address_at_sending, logs_beyond_session)

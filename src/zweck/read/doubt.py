"""What the words of a notice get wrong: bases in reserve, storage without an end, curtailed rights, hollow claims.

Most rules are a phrase with the finding it earns; a rule is certain only where the phrase alone is wrong, whatever
stands around it.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zweck.read.block import Role
from zweck.read.document import Document
from zweck.read.flaw import Severity, flaw
from zweck.read.report import DocumentRead, FindingRead
from zweck.read.topic import GENERAL
from zweck.words import Table, Words


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording and the finding it earns; ``kinds`` limits it to sections about these activities."""

    rule: str
    pattern: str
    severity: Severity
    certain: bool
    message: tuple[str, str]
    mend: tuple[str, str]
    source: str
    kinds: tuple[str, ...] = ()


PHRASES = (
    Phrase(
        "GDPR-06-basis-stack", r"if (?:a |the )?(?:corresponding "
            r"|appropriate )?consent has been (?:requested|obtained)|where consent has been requested"
            r"|sofern (?:eine )?(?:entsprechende )?einwilligung abgefragt wurde|if this has been requested",
        "warn", False,
        ("The basis hangs on whether consent “has been requested”; a reader cannot tell which one counts.",
         "Die Rechtsgrundlage hängt davon ab, ob eine Einwilligung „abgefragt wurde“; so bleibt offen, welche gilt."),
        ("Name the one basis that is really used.", "Nennen Sie die eine Grundlage, die wirklich gilt."), "GDPR Art. 13(1)(c)",
    ),
    Phrase(
        "GDPR-06-basis-stack", r"(?:consent|einwilligung)\b[^.]{0,60}(?:and/or"
            r"|und/oder)[^.]{0,60}(?:legitimate interest|berechtigte)",
        "error", True,
        ("Consent “and/or” legitimate interests: two bases in one breath, none of them chosen.",
         "Einwilligung „und/oder“ berechtigtes Interesse: zwei Grundlagen, keine gewählt."),
        ("Choose one basis per purpose.", "Wählen Sie je Zweck eine Grundlage."), "GDPR Art. 6(1), 13(1)(c)",
    ),
    Phrase(
        "objection-curtailed", r"(?:object to|widersprechen)[^.]{0,80}(?:if|sofern|wenn|falls) (?:your"
            r"|ihre|you have)\b[^.]{0,40}(?:interests?|interessen)[^.]{0,60}(?:outweigh|override"
            r"|überwiegen)",
        "error", True,
        ("The right to object is made to depend on proof by the person; the law puts that burden on the controller.",
         "Der Widerspruch wird davon abhängig gemacht, dass die Person überwiegende Interessen zeigt; "
             "das Gesetz verlangt es umgekehrt."),
        ("Say that people may object on grounds of their situation, and that you must show compelling reasons.",
         "Sagen Sie, dass aus Gründen der eigenen Lage widersprochen werden kann und Sie zwingende "
             "Gründe zeigen müssen."),
        "GDPR Art. 21(1)",
    ),
    Phrase(
        "dpf-no-agreement", r"(?:DPF|data privacy framework\W{0,3}(?:\(DPF\))?)\W{1,3}(?:is|ist) (?:an?"
            r"|ein) (?:agreement|übereinkommen|abkommen) (?:between|zwischen)",
        "info", True,
        ("The Data Privacy Framework is no agreement between the EU and the USA but a unilateral adequacy decision.",
         "Das Data Privacy Framework ist kein Abkommen, sondern ein Angemessenheitsbeschluss der Kommission."),
        ("Cite Implementing Decision (EU) 2023/1795.", "Nennen Sie den Durchführungsbeschluss (EU) 2023/1795."), "Decision (EU) 2023/1795",
    ),
    Phrase(
        "us-level-outdated", r"(?:USA|United States"
            r"|US)\b[^.]{0,160}(?:unzureichende[mns]? datenschutzniveau"
            r"|kein(?:en)? angemessenheitsbeschluss|inadequate level|insufficient level"
            r"|no adequacy decision)|for this country, there is no adequacy decision",
        "warn", True,
        ("Since 10 July 2023 there is an adequacy decision for certified US companies; the blanket "
            "statement is out of date.",
         "Seit dem 10. Juli 2023 gibt es einen Angemessenheitsbeschluss für zertifizierte "
             "US-Unternehmen; die pauschale Aussage ist überholt."),
        ("Say for each provider whether it is certified.", "Sagen Sie je Anbieter, ob er zertifiziert ist."), "Decision (EU) 2023/1795",
    ),
    Phrase(
        "NAME-bdsg-neu", r"BDSG[- ]?(?:\()?neu\b",
        "warn", True,
        ("“BDSG-neu” was the name in 2018; the Act is simply the BDSG.", "„BDSG-neu“ hieß es 2018; das Gesetz heißt BDSG."),
        ("Write BDSG.", "Schreiben Sie BDSG."), "BDSG of 30 June 2017",
    ),
    Phrase(
        "security-claim", r"cannot be (?:read|viewed) by third parties|nicht von dritten mitgelesen"
            r"|können (?:daten )?nicht von dritten (?:gelesen|mitgelesen)",
        "info", False,
        ("No technique can promise that third parties never read the data.", "Dass Dritte nie mitlesen können, kann "
            "keine Technik versprechen."),
        ("Say what is done: transport encryption (TLS).", "Sagen Sie, was getan wird: Verschlüsselung "
            "der Übertragung (TLS)."), "GDPR Art. 5(1)(a), 32",
    ),
    Phrase(
        "complaint-curtailed", r"(?:in the event of|im falle von) (?:violations"
            r"|verstößen)[^.]{0,60}(?:GDPR|DSGVO|DS-GVO|DPAs?)[^.]{0,60}(?:right|recht)",
        "info", False,
        ("The right to complain does not need a violation; that the person thinks so is enough.",
         "Für die Beschwerde braucht es keinen Verstoß; es genügt, dass die Person einen annimmt."),
        ("Say that everybody may complain who thinks that the processing infringes the law.",
         "Sagen Sie, dass sich beschweren kann, wer die Verarbeitung für rechtswidrig hält."), "GDPR Art. 77(1)",
    ),
    Phrase(
        "doubled-word", r"\bbei der der\b|\bthe the\b|\bof of\b|\bund und\b|\band and\b|\bauf in der\b",
        "info", True,
        ("A word stands twice.", "Ein Wort steht doppelt."), ("Strike one.", "Streichen Sie eines."), "GDPR Art. 12(1)",
    ),
    Phrase(
        "wrong-term", r"\bbasic data protection regulation\b|\bart(?:icle"
            r"|\.)\s?\d{1,2}(?:\(\d\))? of the DPA\b|\bart\. ?\d\d DPA\b",
        "warn", True,
        ("This is a mistranslation of the General Data Protection Regulation (GDPR).", "Das ist eine falsche Übersetzung der "
            "Datenschutz-Grundverordnung."),
        ("Write GDPR.", "Schreiben Sie GDPR."), "Regulation (EU) 2016/679",
    ),
    Phrase(
        "link-without-target", r"(?:finden sie|erhalten sie|can be found|found|klicken sie"
            r"|click)(?: \w+){0,4} (?:hier|here)\s?[.,;]",
        "info", False,
        ("The text points “here”, but no address came with it.", "Der Text verweist auf „hier“, aber keine Adresse kam mit."),
        ("Check that the page has the link.", "Prüfen Sie, ob die Seite den Verweis hat."), "GDPR Art. 12(1)",
    ),
    Phrase(
        "retention-unlimited", r"(?:not limited in time|nicht (?:zeitlich )?befristet"
            r"|zeitlich nicht befristet|no time limit)",
        "warn", False,
        ("Storage without an end needs a reason that never ends.", "Speicherung ohne Ende braucht einen Grund, der nie endet."),
        ("Store only a hash for the suppression list, and review it.", "Speichern Sie für die Sperrliste nur "
            "einen Hash und prüfen Sie sie regelmäßig."), "GDPR Art. 5(1)(e)",
    ),
)  # fmt: skip
_COMPILED = Table((phrase, Words(phrase.pattern)) for phrase in PHRASES)


def wordings(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """Every phrase of the table, wherever it stands."""
    for section in document.sections:
        for block in section.blocks:
            if block.role is Role.ROW:
                continue
            for phrase, m in _COMPILED.found(block.text[:20_000]):
                if phrase.kinds and section.kind not in phrase.kinds:
                    continue
                if phrase.rule == "link-without-target" and "http" in block.text[m.start() : m.end() + 200]:
                    continue
                yield flaw(
                    phrase.rule, block.place(m.start(), m.end()), phrase.severity, phrase.certain, phrase.message, phrase.mend,
                    source=phrase.source, words=m.group(),
                    origin="extraction" if phrase.rule == "link-without-target" else "document",
                )  # fmt: skip


def undetermined(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """Storage that ends only when “the purpose ceases” tells nobody anything."""
    dated = {k.what for k in document.kept if k.duration}
    for kept in document.kept:
        if kept.duration is None and kept.trigger and "purpose_ended" in kept.trigger and kept.what not in dated:
            yield flaw(
                "GDPR-05-1e-storage", kept.place, "warn", False,
                ("Storage ends when the purpose ends; no period, no criterion that a reader could apply.",
                 "Die Speicherung endet mit dem Zweck; eine Dauer oder ein brauchbares Kriterium fehlt."),
                ("State a period after a definite event.", "Nennen Sie eine Dauer nach einem bestimmten Ereignis."),
                source="GDPR Art. 5(1)(e), 13(2)(a)", words=kept.what,
            )  # fmt: skip


def interest_for_consent(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """Legitimate interest does not open the visitor's device for advertising, networks or videos."""
    for service in read.service_details:
        entry = document.services.used[service.id].service
        if not entry.needs_consent or service.legal_bases != ["GDPR 6(1)(f)"] or entry.self_hosted:
            continue
        sure = entry.category in ("advertising", "social", "video", "affiliate")
        own = next((s for s in document.services.used[service.id].sections if entry in s.services), None)
        if own is None:
            continue
        yield flaw(
            "TDDDG-25-1", own.first_line, "error", sure,
            (f"{service.name} rests on legitimate interest alone; access to the device needs consent.",
             f"{service.name} stützt sich nur auf berechtigtes Interesse; der Zugriff auf das Endgerät "
                 f"braucht eine Einwilligung."),
            ("Load it only after consent, and name § 25(1) TDDDG and Art. 6(1)(a) GDPR.",
             "Laden Sie den Dienst erst nach Einwilligung und nennen Sie § 25 Abs. 1 TDDDG und Art. 6 "
                 "Abs. 1 lit. a DSGVO."),
            source="§ 25(1) TDDDG, CJEU C-673/17", words=service.name,
        )  # fmt: skip


def cookies_without_device_basis(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """Cookies stand on two levels: § 25 TDDDG for the device, Art. 6 GDPR for the data."""
    for activity in document.activities:
        if activity.kind != "cookies" or "GDPR 6(1)(f)" not in activity.bases:
            continue
        if any(b.startswith("TDDDG") for b in activity.bases):
            continue
        said = next(b for b in document.bases if b.kind == "cookies" and b.cited.basis == "GDPR 6(1)(f)")
        yield flaw(
            "TDDDG-25-level2", said.place, "error", True,
            ("Cookies are based on Art. 6(1)(f) GDPR alone; the access to the device needs § 25 TDDDG.",
             "Cookies werden nur auf Art. 6 Abs. 1 lit. f DSGVO gestützt; für den Zugriff auf das "
                 "Endgerät gilt § 25 TDDDG."),
            ("Name § 25(2) no. 2 TDDDG for necessary cookies, § 25(1) for all others.",
             "Nennen Sie § 25 Abs. 2 Nr. 2 TDDDG für notwendige, § 25 Abs. 1 für alle anderen Cookies."),
            source="§ 25 TDDDG", words=said.cited.written,
        )  # fmt: skip


def lost_tables(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """A table whose cells run together was damaged on the way, perhaps not on the page."""
    rows = [c for c in document.cookies if c.written]
    glued = [c for c in rows if "|" not in document.text.lines[c.place.line - 1]]
    if len(glued) > 1:
        yield flaw(
            "table-lost", glued[0].place, "info", True,
            (f"A cookie table of {len(glued)} rows lost its separators; it was taken apart again.",
             f"Eine Cookie-Tabelle mit {len(glued)} Zeilen hat ihre Trennzeichen verloren; sie wurde "
                 f"wieder zerlegt."),
            ("Check the table on the page.", "Prüfen Sie die Tabelle auf der Seite."), source="GDPR Art. 12(1)", origin="extraction",
        )  # fmt: skip


def bases_named_without_article(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """An activity that is described without any legal basis."""
    for activity in document.activities:
        if activity.bases or activity.confidence < 0.9 or activity.kind not in (
            "server_logs", "contact", "newsletter", "applications", "accounts", "orders", "analytics", "advertising", "video_calls",
        ):  # fmt: skip
            continue
        yield flaw(
            "GDPR-13-1c-purposes", activity.lines[0][0], "error", not any(b.kind == GENERAL for b in document.bases),
            (f"No legal basis is given ({activity.kind}).", f"Eine Rechtsgrundlage fehlt ({activity.kind})."),
            ("Name the basis of Art. 6 GDPR.", "Nennen Sie die Grundlage aus Art. 6 DSGVO."), source="GDPR Art. 13(1)(c)", words=activity.title,
        )  # fmt: skip


RULES = (
    wordings,
    undetermined,
    interest_for_consent,
    cookies_without_device_basis,
    lost_tables,
    bases_named_without_article,
)

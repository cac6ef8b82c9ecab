"""What Art. 13 asks for and the notice does not say: controller, officer, rights, storage, safeguards, cookies.

An absence is certain only where the whole document was searched and nothing like it was found; where the page may
say it elsewhere (an imprint, a banner), the finding is to be checked.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator

from zweck.read.document import Document
from zweck.read.flaw import flaw
from zweck.read.party import PLACEHOLDER
from zweck.read.report import DocumentRead, FindingRead
from zweck.read.topic import GENERAL
from zweck.read.transfer import safeguards_in
from zweck.words import Words

_RIGHTS = {
    "15": ("access", "Auskunft"),
    "16": ("rectification", "Berichtigung"),
    "17": ("erasure", "Löschung"),
    "18": ("restriction", "Einschränkung"),
    "20": ("portability", "Datenübertragbarkeit"),
    "21": ("objection", "Widerspruch"),
}
_PROVISION = Words(
    r"pflicht zur bereitstellung|bereitstellung (?:der|ihrer|personenbezogener)|vorgeschrieben"
    r"|pflichtangabe|nicht verpflichtet|verpflichtet[^.]{0,60}bereitzustellen"
    r"|oblig\w+ to provide|required to provide|provision of (?:your |the )?(?:personal )?data"
    r"|statutory or contractual|contractual(?:ly)? (?:or statutory )?requir|must provide"
)
_DATE = re.compile(
    r"\b(?:stand|fassung|version|aktualisiert|gültig ab|last (?:updated|changed|modified)|as of|effective"
    r"|status)\b[^.\n]{0,40}\d{4}|\b\d{1,2}\.\s?\d{1,2}\.\s?20\d\d\b",
    re.IGNORECASE,
)
_JOINT = Words(r"gemeinsam\w* verantwort|joint(?:ly)? (?:control|respons)|art(?:ikel|icle|\.)? ?26\b")
_US_ADDRESS = re.compile(r"\b(?:USA|United States|Vereinigte Staaten|[A-Z]{2} \d{5}(?:-\d{4})?)\b|, (?:Inc\.?|LLC)\b")
_COOKIE_LIST = Words(
    r"which cookies[^.]{0,80}(?:can be found|are listed)|welche cookies[^.]{0,120}(?:entnehmen|aufgeführt"
    r"|finden)|(?:folgende|following) cookies"
)


def placeholders(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """A mail filter's or a template's placeholder stands where an address should."""
    pattern = re.compile(
        PLACEHOLDER.pattern + r"|\[(?:name|firma|company|adresse|address|ihr name|your name)[^\]]{0,30}\]|lorem ipsum"
        r"|max mustermann|xx+@",
        re.I,
    )
    for block in document.blocks:
        for m in pattern.finditer(block.text):
            yield flaw(
                "placeholder", block.place(m.start(), m.end()), "error", True,
                ("A placeholder stands where a contact or name should be.", "Hier steht ein Platzhalter statt einer Angabe."),
                ("Write the real value.", "Schreiben Sie die wirkliche Angabe."),
                source="GDPR Art. 13(1)(a), (b)", words=m.group(),
            )  # fmt: skip


def parties(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """Controller and officer must be named with ways to reach them."""
    if not read.controller.name or not read.controller.address:
        what = "name" if not read.controller.name else "postal address"
        yield flaw(
            "GDPR-13-1a-controller", 1, "error", False,
            (f"No {what} of the controller was found.", "Name oder Anschrift des Verantwortlichen fehlen."),
            ("Name the controller with its postal address.", "Nennen Sie den Verantwortlichen mit Anschrift."),
            source="GDPR Art. 13(1)(a)",
        )  # fmt: skip
    if not read.officer.present and not read.officer.stated_none:
        yield flaw(
            "GDPR-13-1b-dpo", 1, "warn", False,
            ("No data protection officer is named, and nothing says that none is needed.",
             "Ein Datenschutzbeauftragter ist nicht genannt, auch nicht, dass keiner nötig ist."),
            ("Give the officer's contact, if one is appointed.", "Nennen Sie die Kontaktdaten, falls einer benannt ist."),
            source="GDPR Art. 13(1)(b), § 38 BDSG",
        )  # fmt: skip


def rights(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """Every right must be stated; the right to complain and to withdraw too."""
    line = next((s.first_line for s in document.sections if s.kind == "rights"), 1)
    absent = [a for a in _RIGHTS if a not in read.rights]
    if absent:
        english, german = (", ".join(_RIGHTS[a][i] for a in absent) for i in (0, 1))
        yield flaw(
            "GDPR-13-2b-rights", line, "error", True,
            (f"These rights are not stated: {english}.", f"Diese Rechte fehlen: {german}."),
            ("Add them.", "Ergänzen Sie sie."), source="GDPR Art. 13(2)(b)",
        )  # fmt: skip
    if "7(3)" not in read.rights and "GDPR 6(1)(a)" in read.legal_bases:
        yield flaw(
            "GDPR-13-2c-withdraw", line, "error", True,
            ("Consent is used, but nothing says that it can be withdrawn.", "Es wird um Einwilligung gebeten, aber "
                "nicht gesagt, dass sie widerrufen werden kann."),
            ("Say that consent can be withdrawn at any time, and how.", "Sagen Sie, dass und wie die "
                "Einwilligung jederzeit widerrufen werden kann."),
            source="GDPR Art. 13(2)(c)",
        )  # fmt: skip
    if "77" not in read.rights:
        yield flaw(
            "GDPR-13-2d-complaint", line, "error", True,
            ("The right to complain to a supervisory authority is not stated.", "Das Recht auf Beschwerde bei einer Aufsichtsbehörde fehlt."),
            ("Add it, best with the competent authority.", "Ergänzen Sie es, am besten mit der zuständigen Behörde."),
            source="GDPR Art. 13(2)(d)",
        )  # fmt: skip
    elif read.authority is None:
        at = next(r.at.line for r in read.right_details if r.value == "77")
        yield flaw(
            "complaint-authority-unnamed", at, "info", False,
            ("The competent supervisory authority is not named.", "Die zuständige Aufsichtsbehörde ist nicht genannt."),
            ("Name the authority of the controller's state.", "Nennen Sie die Behörde des Landes, in dem "
                "der Verantwortliche sitzt."),
            source="GDPR Art. 13(2)(d)",
        )  # fmt: skip


_STORED = (
    "server_logs",
    "newsletter",
    "analytics",
    "applications",
    "contact",
    "enquiries",
    "accounts",
    "orders",
)

_SURE = ("server_logs", "newsletter")


def storage(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """Each activity needs a period or the criteria that set it."""
    general = any(k.what == GENERAL for k in document.kept)
    for activity in document.activities:
        if activity.kind not in _STORED or activity.kept or activity.confidence < 0.9:
            continue
        if any(activity.lines[0] == other.lines[0] and other.kept for other in document.activities):
            continue
        yield flaw(
            "GDPR-13-2a-storage", activity.lines[0][0], "error", not general and activity.kind in _SURE,
            (f"Nothing says how long the data is kept ({activity.kind}).", f"Eine Speicherdauer ist nicht angegeben ({activity.kind})."),
            ("State the period and what starts it.", "Nennen Sie die Dauer und womit sie beginnt."),
            source="GDPR Art. 13(2)(a)", words=activity.title,
        )  # fmt: skip


def transfers(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """A provider outside the Union needs a word on the transfer and its safeguard."""
    for used in document.services.used.values():
        own = [s for s in document.sections if used.service in s.services]
        if not own or "US" not in used.service.provider.countries or used.service.self_hosted:
            continue
        topics = {s.topic for s in own}
        text = " ".join(b.text for s in document.sections if s.topic in topics for b in s.blocks)
        if safeguards_in(text) or not _US_ADDRESS.search(text):
            continue
        yield flaw(
            "GDPR-13-1f-transfer", own[0].first_line, "error", len(topics) == 1 and len(text) > 80 and used.service.category != "consent",
            (f"{used.service.name}: a provider in the USA, but nothing on the safeguard for the transfer.",
             f"{used.service.name}: Anbieter in den USA, aber keine Angabe zur Garantie für die Übermittlung."),
            ("Name the safeguard (adequacy decision with certification, or standard contractual clauses).",
             "Nennen Sie die Garantie (Angemessenheitsbeschluss mit Zertifizierung oder Standardvertragsklauseln)."),
            source="GDPR Art. 13(1)(f), 44–49", words=own[0].title,
        )  # fmt: skip


def cookies(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """Cookies need names, purposes and lifetimes; a list that is announced must be there."""
    if read.cookies:
        return
    for section in document.sections:
        if section.kind != "cookies" or section.overview:
            continue
        for block in section.blocks:
            announced = _COOKIE_LIST.search(block.text)
            lasting = re.search(
                r"permanent|persistent|dauerhaft|wiederzuerkennen|recogni[sz]e your|until you delete"
                r"|bis sie diese löschen",
                block.text,
                re.I,
            )
            if announced or lasting:
                yield flaw(
                    "cookie-list-missing", block.place(), "error", bool(announced),
                    ("Cookies are used, but none is named with purpose and lifetime.", "Cookies werden eingesetzt, aber keines "
                        "ist mit Zweck und Dauer genannt."),
                    ("List every cookie: name, purpose, lifetime, who sets it.", "Führen Sie jedes Cookie auf: Name, "
                        "Zweck, Dauer, wer es setzt."),
                    source="§ 25(1) TDDDG, GDPR Art. 13, CJEU C-673/17",
                )  # fmt: skip
                return


def joint_control(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """Plug-ins and pixels of networks make the site a joint controller."""
    if any(_JOINT.search(b.text) for b in document.blocks):
        return
    for used in document.services.used.values():
        embedded = [
            s
            for s in used.sections
            if s.kind in ("embeds", "advertising", "social_presence") and used.service in s.services
        ]
        if used.service.provider.id in ("meta", "linkedin") and embedded:
            yield flaw(
                "GDPR-26-arrangement", embedded[0].first_line, "error", False,
                (f"{used.service.name}: nothing on joint control and the essence of the arrangement.",
                 f"{used.service.name}: nichts zur gemeinsamen Verantwortung und zum Wesentlichen der Vereinbarung."),
                ("Say who does what, and link to the arrangement.", "Sagen Sie, wer wofür zuständig ist, und "
                    "verweisen Sie auf die Vereinbarung."),
                source="GDPR Art. 26(2), CJEU C-40/17",
            )  # fmt: skip


def general_items(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """Whether data must be given, and the version of the notice."""
    if not any(_PROVISION.search(b.text) for b in document.blocks):
        yield flaw(
            "GDPR-13-2e-obligation", 1, "warn", True,
            ("Nothing says whether people must give their data, and what follows if they do not.",
             "Es fehlt, ob Angaben gemacht werden müssen und was folgt, wenn nicht."),
            ("Say it for each form and contract.", "Sagen Sie es bei jedem Formular und Vertrag."), source="GDPR Art. 13(2)(e)",
        )  # fmt: skip
    if not any(_DATE.search(b.text) for b in document.blocks):
        yield flaw(
            "GDPR-13-version", len(document.text.lines), "warn", False,
            ("The notice has no date or version.", "Die Hinweise tragen kein Datum."),
            ("Add the date of the last change.", "Nennen Sie das Datum der letzten Änderung."), source="GDPR Art. 5(2), 12(1)",
        )  # fmt: skip


RULES = (placeholders, parties, rights, storage, transfers, cookies, joint_control, general_items)

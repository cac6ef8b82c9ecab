"""What contradicts itself inside one notice: names, addresses, numbers, promises and left-overs of copying."""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator

from zweck.read.document import Document
from zweck.read.flaw import flaw
from zweck.read.outline import Section
from zweck.read.party import ADDRESS, companies_in
from zweck.read.report import DocumentRead, FindingRead

_MEASURES = re.compile(
    r"(?:von|by) (?P<names>[A-ZÄÖÜ]\w+(?: (?:und|and) [A-ZÄÖÜ]\w+)?) (?:zusätzlich"
    r"|additionally) (?:ergriffenen|taken)"
)
_OWN = ("general", "imprint", "rights")


def controller_names(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """One company under two names."""
    name = read.controller.name
    if not name:
        return
    first, form = name.split()[0], name.split()[-1]
    for block in document.blocks:
        for m in companies_in(block.text[:5000]):
            other = m.name
            same = other.split()[0] == first and other.split()[-1] == form
            if same and other != name and len(first) > 3 and other.split()[0].lower() not in ("die", "the"):
                yield flaw(
                    "controller-two-names", block.place(m.start, m.end), "error", True,
                    ("The controller is called by two names.", "Der Verantwortliche trägt zwei Namen."),
                    ("Use the registered name throughout.", "Verwenden Sie durchgehend den eingetragenen Namen."),
                    source="GDPR Art. 13(1)(a)", words=other,
                )  # fmt: skip
                return


def controller_addresses(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """Two addresses after the controller's name."""
    who = read.controller
    if not who.name or not who.postcode:
        return
    blocks = document.blocks
    for i, block in enumerate(blocks):
        if block.text.strip() != who.name:
            continue
        joined = ", ".join(b.text.strip() for b in blocks[i + 1 : i + 3])
        m = ADDRESS.search(joined)
        if m and (m["postcode"] != who.postcode or m["street"] != who.street):
            yield flaw(
                "controller-two-addresses", block.place(), "warn", False,
                ("The controller has another address here.", "Hier steht eine andere Anschrift des Verantwortlichen."),
                ("Give one address, or say what the second one is.", "Nennen Sie eine Anschrift oder sagen "
                    "Sie, wofür die zweite steht."),
                source="GDPR Art. 13(1)(a)",
            )  # fmt: skip
            return


def officer_numbers(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """Two telephone numbers for one officer."""
    from zweck.read.party import PHONE

    seen: dict[str, int] = {}
    lines = set(read.officer.lines)
    for i, block in enumerate(document.blocks):
        if block.line not in lines:
            continue
        for near in document.blocks[i : i + 9]:
            if m := PHONE.search(near.text):
                seen.setdefault(re.sub(r"\D", "", m.group())[-11:], near.line)
                break
    if len(seen) > 1:
        yield flaw(
            "officer-two-numbers", max(seen.values()), "warn", True,
            ("The officer has two telephone numbers.", "Der Datenschutzbeauftragte hat zwei Telefonnummern."),
            ("Give the one that works.", "Nennen Sie die, die stimmt."), source="GDPR Art. 13(1)(b)",
        )  # fmt: skip


def foreign_measures(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """Measures “taken by X” where X is no recipient of the section: a remnant of copying."""
    for section in document.sections:
        for block in section.blocks:
            for m in _MEASURES.finditer(block.text):
                strange = [n for n in re.split(r" und | and ", m["names"]) if not _named(document, section, n)]
                if strange:
                    yield flaw(
                        "foreign-name", block.place(m.start("names"), m.end("names")), "warn", True,
                        (f"{', '.join(strange)} is named here but is no recipient of this section.",
                         f"{', '.join(strange)} wird hier genannt, ist in diesem Abschnitt aber kein Empfänger."),
                        ("Name the recipients of this section.", "Nennen Sie die Empfänger dieses Abschnitts."),
                        source="GDPR Art. 13(1)(f)", words=m["names"],
                    )  # fmt: skip


def _named(document: Document, section: Section, name: str) -> bool:
    members = [s for s in document.sections if s.topic == section.topic and s is not section]
    return any(name.lower() in b.text.lower() for s in members for b in s.blocks)


def old_providers(document: Document, read: DocumentRead) -> Iterator[FindingRead]:
    """A provider under a former name beside its present one."""
    text = "\n".join(document.text.lines)
    for used in document.services.used.values():
        provider = used.service.provider
        for former in provider.former:
            pattern = re.compile(rf"(?<![\w&]){re.escape(former.name)}(?!\w)")
            if former.name not in text or former.name in provider.name:
                continue
            for number, line in enumerate(document.text.lines, 1):
                if pattern.search(line):
                    yield flaw(
                        "provider-former-name", number, "warn", provider.name in text.replace(former.name, ""),
                        (f"{former.name} is called {provider.name} today.", f"{former.name} heißt heute {provider.name}."),
                        (f"Write {provider.name}.", f"Schreiben Sie {provider.name}."),
                        source="GDPR Art. 13(1)(e)", words=former.name,
                    )  # fmt: skip
                    break


RULES = (controller_names, controller_addresses, officer_numbers, foreign_measures, old_providers)

"""Who is responsible, and how to reach them: missing, contradictory, or not usable as printed.

Art. 13(1)(a) and (b) GDPR; § 5 DDG and § 18(2) MStV for the imprint.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections.abc import Iterator

from zweck.read.company import companies_in
from zweck.read.contact import ADDRESS, PHONE, PLACEHOLDER
from zweck.read.finding.flaw import flaw
from zweck.read.finding.notice import Notice, probe
from zweck.read.finding.phrase import phrase, wordings
from zweck.read.report import FindingRead

PHRASES = (
    phrase(
        "controllers-unnamed", r"(?:gegenüber )?allen oben (?:genannten|bezeichneten|aufgeführten) verantwortlichen|(?:all|each) (?:of )?the (?:above|aforementioned)[^.]{0,20} controllers|(?:additional|weitere[nr]?|further) (?:responsible (?:persons|parties)|verantwortliche[nr]? (?:stellen|personen)|controllers)", "warn", False,
        ("Several controllers are spoken of; only one is named.", "Von mehreren Verantwortlichen ist die Rede; genannt ist nur einer."),
        ("Name them, or speak of one.", "Nennen Sie sie oder sprechen Sie von einem."), "GDPR Art. 13(1)(a), 26", unless=r"gemeinsam verantwortliche(?:r|n)? (?:sind|ist)|joint controllers (?:are|with)",
    ),
)  # fmt: skip
_LEFT = re.compile(
    PLACEHOLDER.pattern
    + r"|\[(?:name|firma|company|adresse|address|ihr name|your name|firmenname|company name|e-?mail|telefon|datum|date|url|website)[^\]]{0,30}\](?!\()|lorem ipsum|max(?:ine)? mustermann|\[\d{1,3}\] (?:tage?n?|monate?n?|jahre?n?|days?|months?|years?)\b|\bxx+@|@(?:example|beispiel|muster\w*)\.(?:com|de|org)"
    r"|<(?:firmenname|company name|adresse|your company)>|\{\{\s?[\w.]{2,40}\s?\}\}|\bTT\.MM\.(?:JJJJ|20XX)|\bDD/MM/YYYY\b|\bXX\.XX\.20\d\d",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"z\. ?b\.|beispiel|example|e\.g\.|wird zu|becomes", re.IGNORECASE)
_MANGLED = re.compile(
    r"[\w.+-]{1,40}@(?:[\w-]{1,30}\.)?(?:remove-?this|no-?spam|nospam|entfernen|delete-?this)[\w.-]{0,40}",
    re.IGNORECASE,
)
_MARKS = ("@", "[", "{{", "orem ipsum", "ustermann", "TT.MM", "DD/MM", "XX.XX", "<")
_CONTENT = probe(
    r"(?:verantwortlich|responsible)[^.]{0,30}(?:inhalt\w*|content)[^.]{0,50}(?:§|section|sec\.)? ?(?:55|18)"
)
_FORM = re.compile(r"\b(?:GmbH|AG|SE|KG|UG|OHG|e\. ?V\.|eG|mbH|Ltd\.?|Inc\.?)(?:$|[\s,.])")
_IMPRINT_ADDRESS = probe(
    r"address (?:given |stated )?in the (?:imprint|legal notice)|(?:im impressum|im impressum angegebene\w*)[^.]{0,20}adresse|unter der im impressum"
)


def claims(notice: Notice) -> Iterator[FindingRead]:
    """Every wording of the table."""
    yield from wordings(notice, PHRASES)


def placeholders(notice: Notice) -> Iterator[FindingRead]:
    """A mail filter's or a template's placeholder stands where an address should."""
    for part in (p for p in notice.parts if any(mark in p.text for mark in _MARKS)):
        for m in [*_LEFT.finditer(part.text), *_MANGLED.finditer(part.text)]:
            if _EXAMPLE.search(part.text[max(0, m.start() - 40) : m.end() + 30]) and "mustermann" in m.group().lower():
                continue
            filtered = bool(PLACEHOLDER.search(m.group())) or m.group().startswith("{{")
            yield flaw(
                "placeholder", part.block.place(m.start(), m.end()), "error", True,
                ("A placeholder was left in.", "Hier steht noch ein Platzhalter."),
                ("Write the real value.", "Schreiben Sie die wirkliche Angabe."), source="GDPR Art. 13(1)(a), (b)", words=m.group(), origin="extraction" if filtered else "document",
            )  # fmt: skip


def named(notice: Notice) -> Iterator[FindingRead]:
    """Controller and officer must be named with ways to reach them."""
    read = notice.read
    if not read.controller.name or not read.controller.address:
        what = "name" if not read.controller.name else "postal address"
        yield flaw(
            "GDPR-13-1a-controller", 1, "error", False, (f"No {what} of the controller was found.", "Name oder Anschrift des Verantwortlichen fehlen."),
            ("Name the controller with its postal address.", "Nennen Sie den Verantwortlichen mit Anschrift."), source="GDPR Art. 13(1)(a)",
        )  # fmt: skip
    if not read.officer.present and not read.officer.stated_none:
        yield flaw(
            "GDPR-13-1b-dpo", 1, "warn", False, ("No data protection officer is named, and nothing says that none is needed.", "Ein Datenschutzbeauftragter ist nicht genannt, auch nicht, dass keiner nötig ist."),
            ("Give the officer's contact, if one is appointed.", "Nennen Sie die Kontaktdaten, falls einer benannt ist."), source="GDPR Art. 13(1)(b), § 38 BDSG",
        )  # fmt: skip


def names(notice: Notice) -> Iterator[FindingRead]:
    """One company under two names."""
    name = notice.read.controller.name
    if not name:
        return
    first, form = name.split()[0], name.split()[-1]
    for part in notice.parts:
        if first not in part.text:
            continue
        for m in companies_in(part.text[:5000]):
            other, tokens = m.name, m.name.split()
            same = tokens[0] == first and tokens[-1] == form
            shorter = set(tokens) < set(name.split()) or set(name.split()) < set(tokens)
            if same and other != name and len(first) > 3 and tokens[0].lower() not in ("die", "the"):
                yield flaw(
                    "controller-two-names", part.block.place(m.start, m.end), "error", shorter and len(tokens) < len(name.split()),
                    ("The controller is called by two names.", "Der Verantwortliche trägt zwei Namen."), ("Use the registered name throughout.", "Verwenden Sie durchgehend den eingetragenen Namen."),
                    source="GDPR Art. 13(1)(a)", words=other,
                )  # fmt: skip
                return


def addresses(notice: Notice) -> Iterator[FindingRead]:
    """Two addresses after the controller's name, and rights sent to the address that is not the controller's."""
    who, other = notice.read.controller, None
    if not who.name or not who.postcode:
        return
    for part in notice.parts:
        if part.text.strip() != who.name:
            continue
        joined = ", ".join(p.text.strip() for p in (notice.after(part), notice.after(part, 2)) if p)
        m = ADDRESS.search(joined)
        if m and (m["postcode"] != who.postcode or _plain(m["street"]) != _plain(who.street or "")):
            other = m
            spelling = m["postcode"] == who.postcode and _plain(m["street"]).lower() == _plain(who.street or "").lower()
            yield flaw(
                "text-spelling" if spelling else "controller-two-addresses", part.block.place(), "info" if spelling else "warn", spelling,
                ("The street is spelt in two ways.", "Die Straße ist auf zwei Arten geschrieben.") if spelling else ("The controller has another address here.", "Hier steht eine andere Anschrift des Verantwortlichen."),
                ("Give one address, or say what the second one is.", "Nennen Sie eine Anschrift oder sagen Sie, wofür die zweite steht."), source="GDPR Art. 13(1)(a)", words=m.group()[:80],
            )  # fmt: skip
    hit = notice.first(_IMPRINT_ADDRESS)
    if other and hit and other["postcode"] != who.postcode:
        yield flaw(
            "contact-imprint-differs", hit.place, "info", False, ("Requests go to the address in the imprint, which is not the controller's.", "Anträge gehen an die Anschrift im Impressum, die nicht die des Verantwortlichen ist."),
            ("Give one address for requests.", "Nennen Sie eine Anschrift für Anträge."), source="GDPR Art. 12(2)", words=hit.words,
        )  # fmt: skip


def _plain(street: str) -> str:
    return re.sub(r"[\s\u2010-\u2015-]+", "-", street.replace("straße", "str.").replace("strasse", "str.").strip())


def officer_numbers(notice: Notice) -> Iterator[FindingRead]:
    """Two telephone numbers for one officer."""
    seen: dict[str, int] = {}
    lines = set(notice.read.officer.lines)
    for part in notice.parts:
        if part.line not in lines:
            continue
        for near in (p for step in range(9) if (p := notice.after(part, step))):
            m = PHONE.search(near.text)
            if m and not re.search(r"fax", near.text[: m.start()], re.IGNORECASE):
                seen.setdefault(re.sub(r"\D", "", m.group())[-9:], near.line)
                break
    if len(seen) > 1:
        numbers = sorted(seen)
        close = len(seen) == 2 and numbers[0][:5] == numbers[1][:5]
        yield flaw(
            "officer-two-numbers", max(seen.values()), "warn", close, ("The officer has two telephone numbers.", "Der Datenschutzbeauftragte hat zwei Telefonnummern."),
            ("Give the one that works.", "Nennen Sie die, die stimmt."), source="GDPR Art. 13(1)(b)", standing="observed",
        )  # fmt: skip


def content_by_company(notice: Notice) -> Iterator[FindingRead]:
    """Responsible for journalistic content can be only a natural person."""
    for hit in notice.hits(_CONTENT):
        following = notice.after(hit.part)
        if (
            following
            and _FORM.search(following.text.strip())
            and len(following.text) < 80
            and not re.search(r"\b(?:Herr|Frau|Dr\.|Mr|Ms)\b", following.text)
        ):
            yield flaw(
                "IMP-mstv-18-2", following.block.place(), "warn", False, ("A company is named as responsible for content; § 18(2) MStV wants a natural person.", "Als Verantwortlicher für den Inhalt ist ein Unternehmen genannt; § 18 Abs. 2 MStV verlangt eine natürliche Person."),
                ("Name a person with an address, or leave the entry out where it does not apply.", "Nennen Sie eine Person mit Anschrift oder lassen Sie die Angabe weg, wo sie nicht gilt."), source="MStV § 18(2)", words=following.text[:80],
            )  # fmt: skip


RULES = (claims, placeholders, named, names, addresses, officer_numbers, content_by_company)

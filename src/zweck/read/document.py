"""One notice, understood: sections first, then every value tied to the activity and service it is said of.

A legal basis, a period, a country and its safeguard belong to the section that holds them; that link is what makes a
declaration out of a text (Art. 30(1) GDPR asks for the same links).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from zweck.read.basis import Cited, bases_in
from zweck.read.block import Block, Place, Role, blocks_of
from zweck.read.cookie import CookieRow, cookie_rows
from zweck.read.outline import Section, outline
from zweck.read.party import Found, Officer, Party, authority_in, controller_in, officer_in
from zweck.read.period import ends_at_event, is_unlimited, storage_periods, trigger_of
from zweck.read.right import RightGranted, rights_in
from zweck.read.sentence import sentences
from zweck.read.source import Text
from zweck.read.topic import GENERAL, kinds_of_sentence
from zweck.read.transfer import Transfer, transfers_in
from zweck.read.using import Services, services_in

_GERMAN = re.compile(r"\b(?:der|die|das|und|nicht|wir|ist|werden|Ihre|auf|von|mit|für)\b")
_ENGLISH = re.compile(r"\b(?:the|and|not|we|is|are|your|to|of|with|for|that|data)\b")
_HOST = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,3}\.[a-z]{2,8})\b")


@dataclass(frozen=True, slots=True)
class Kept:
    """One statement on storage: ``duration`` in ISO 8601, ``None`` when an event ends it."""

    what: str
    duration: str | None
    trigger: str | None
    place: Place
    low: str | None
    words: str
    confidence: float


@dataclass(frozen=True, slots=True)
class BasisSaid:
    cited: Cited
    place: Place
    kind: str
    section: Section


@dataclass
class Activity:
    """One kind of activity: where it is described and what is said of it."""

    kind: str
    lines: list[tuple[int, int]] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    services: list[str] = field(default_factory=list)
    title: str = ""
    confidence: float = 0.9


@dataclass
class Document:
    """Everything that was read from one source."""

    text: Text
    language: str
    blocks: list[Block]
    sections: list[Section]
    controller: Party
    officer: Officer
    authority: Found | None
    services: Services
    bases: list[BasisSaid]
    kept: list[Kept]
    cookies: list[CookieRow]
    rights: list[RightGranted]
    transfers: list[Transfer]
    activities: list[Activity]

    @property
    def name(self) -> str:
        return self.text.name


def read_document(text: Text) -> Document:
    """A source understood; pure, and bounded by the size of the source."""
    blocks, cookies = _with_rows(blocks_of(text))
    sections = outline(blocks)
    services = services_in(sections)
    bases = _bases(sections)
    kept = _kept(sections)
    made = Document(
        text=text,
        language=language_of(text.lines),
        blocks=blocks,
        sections=sections,
        controller=controller_in(sections),
        officer=officer_in(sections),
        authority=authority_in(sections),
        services=services,
        bases=bases,
        kept=kept,
        cookies=cookies,
        rights=rights_in(blocks),
        transfers=transfers_in(sections),
        activities=[],
    )
    made.activities = _activities(made)
    return made


def _with_rows(blocks: list[Block]) -> tuple[list[Block], list[CookieRow]]:
    """The cookies, and the blocks with rows that ran together marked as rows, so that nobody reads them as prose."""
    rows = cookie_rows(blocks)
    lines = {row.place.line for row in rows if row.written}
    return [replace(b, role=Role.ROW) if b.line in lines and b.last_line == b.line else b for b in blocks], rows


def language_of(lines: tuple[str, ...]) -> str:
    """``de`` or ``en``, whichever the text is mostly written in."""
    sample = "\n".join(lines)[:60_000]
    return "de" if len(_GERMAN.findall(sample)) >= len(_ENGLISH.findall(sample)) else "en"


_QUOTING = re.compile(r"widersp|object|übertrag|portab|maschinenlesbar|machine-readable", re.IGNORECASE)


def _bases(sections: list[Section]) -> list[BasisSaid]:
    found = []
    for section in sections:
        if section.kind == "rights":
            continue
        for block in section.blocks:
            for cited in bases_in(block.text):
                if _quoted(cited, block, section):
                    continue
                kind = _kind_at(section, block, cited.start)
                found.append(BasisSaid(cited, block.place(cited.start, cited.end), kind, section))
    return found


def _quoted(cited: Cited, block: Block, section: Section) -> bool:
    """A provision that a right is quoted with, or that a general overview lists, allows nothing here."""
    near = block.text[max(0, cited.start - 160) : cited.end + 160]
    if cited.basis == "GDPR 6(1)(e)" and _QUOTING.search(near):
        return True
    if re.search(r"art(?:\.|ikel|icle)? ?2[01]\b", near, re.IGNORECASE) and _QUOTING.search(near):
        return True
    return section.kind == GENERAL and cited.basis.startswith(("GDPR 9", "GDPR 49", "GDPR 6(1)(d)", "GDPR 6(1)(e)"))


def _kind_at(section: Section, block: Block, offset: int) -> str:
    """The kind a statement belongs to: that of its section, unless its sentence names a narrower one."""
    if section.kind not in _NARROWER:
        return section.kind
    for start, sentence in sentences(block.text):
        if start <= offset < start + len(sentence):
            named = [k for k, _, _ in kinds_of_sentence(sentence) if k in _NARROWER.get(section.kind, ())]
            return named[0] if named else section.kind
    return section.kind


_NARROWER = {
    GENERAL: (
        "orders",
        "accounts",
        "newsletter",
        "applications",
        "credit_checks",
        "video_calls",
        "shipping",
        "payments",
    ),
    "newsletter": ("suppression", "soft_opt_in"),
    "hosting": ("consent",),
    "server_logs": ("consent",),
    "cookies": ("consent",),
    "soft_opt_in": ("suppression",),
    "orders": ("shipping", "payments", "credit_checks"),
    "applications": ("talent_pool",),
}


def _kept(sections: list[Section]) -> list[Kept]:
    found = []
    for section in sections:
        if section.kind in ("imprint",):
            continue
        for block in section.blocks:
            if block.role is not Role.ROW:
                found += _kept_in(block, section)
    return found


def _kept_in(block: Block, section: Section) -> list[Kept]:
    found: list[Kept] = []
    if len(block.text) > 60_000:
        return found
    for start, sentence in sentences(block.text):
        what = _kind_at(section, block, start)
        periods = storage_periods(sentence)
        for period in periods:
            place = block.place(start + period.start, start + period.end)
            trigger = trigger_of(sentence, period)
            found.append(Kept(what, period.iso, trigger, place, period.low, period.written, 0.85))
            if period.low:
                found.append(Kept(what, period.low, trigger, place, None, period.written, 0.6))
        place = block.place(start, start + len(sentence))
        if not periods and is_unlimited(sentence):
            found.append(Kept(what, "unlimited", trigger_of(sentence), place, None, "", 0.85))
        elif not periods and section.kind != "rights" and (event := ends_at_event(sentence)):
            found.append(Kept(what, None, event, place, None, "", 0.6))
    return found


def _activities(document: Document) -> list[Activity]:
    made: dict[str, Activity] = {}
    for section in document.sections:
        for kind in section.kinds or ((section.kind,) if section.kind != GENERAL else ()):
            if kind not in (GENERAL, ""):
                _extend(made, kind, section.first_line, section.last_line, section.title, 0.9)
        for block in section.blocks:
            _from_sentences(made, section, block)
    _from_services(made, document)
    _attach(made, document)
    return sorted(made.values(), key=lambda a: a.lines[0])


def _extend(made: dict[str, Activity], kind: str, first: int, last: int, title: str, confidence: float) -> None:
    activity = made.setdefault(kind, Activity(kind, title=title, confidence=confidence))
    activity.confidence = max(activity.confidence, confidence)
    if activity.lines and first <= activity.lines[-1][1] + 2:
        activity.lines[-1] = (activity.lines[-1][0], max(last, activity.lines[-1][1]))
    else:
        activity.lines.append((first, last))


def _from_sentences(made: dict[str, Activity], section: Section, block: Block) -> None:
    if block.role is Role.ROW or len(block.text) < 25 or len(block.text) > 20_000 or section.overview:
        return
    for kind, start, _ in kinds_of_sentence(block.text):
        if kind == section.kind or _mere(kind, section, block, start):
            continue
        line = block.place(start).line
        _extend(made, kind, line, line, "", 0.6)


def _mere(kind: str, section: Section, block: Block, start: int) -> bool:
    """A kind that a sentence only mentions: as an example, as denied, or in a part that describes something else."""
    before = block.text[max(0, start - 60) : start].lower()
    if re.search(r"for example|zum beispiel|beispielsweise|z\. ?b\.", block.text[start : start + 50].lower()):
        return True
    if re.search(r"z\. ?b\.|e\. ?g\.|beispiel|example|etwa |such as|kein|nicht |not |no $", before):
        return True
    if kind in ("suppression", "soft_opt_in", "talent_pool", "children", "event_photos"):
        return False
    if kind in ("credit_checks", "claims", "direct_marketing", "security", "rights"):
        return section.kind == "rights" and kind == "direct_marketing"
    return section.kind != GENERAL


_IMPLIED = {
    "analytics",
    "advertising",
    "embeds",
    "consent",
    "crm",
    "payments",
    "appointments",
    "hosting",
    "credit_checks",
    "video_calls",
    "chat",
}


def _from_services(made: dict[str, Activity], document: Document) -> None:
    for used in document.services.used.values():
        kind = used.service.kind
        if kind in made or kind not in _IMPLIED or used.confidence < 0.8:
            continue
        if used.sections and used.sections[0].kind in made and used.sections[0].services:
            continue
        line = used.places[0].line
        _extend(made, kind, line, line, used.service.name, 0.6)


def _attach(made: dict[str, Activity], document: Document) -> None:
    for said in document.bases:
        for kind in _kinds(said.kind, said.section):
            if kind in made and said.cited.basis not in made[kind].bases:
                made[kind].bases.append(said.cited.basis)
    for kept in document.kept:
        for kind in _kept_kinds(kept, made):
            made[kind].kept.append(kept)
    for id, used in document.services.used.items():
        kinds = {s.kind for s in used.sections if s.kind in made} - {GENERAL, "rights"} or {used.service.kind}
        for kind in kinds & made.keys():
            made[kind].services.append(id)


def _kept_kinds(kept: Kept, made: dict[str, Activity]) -> list[str]:
    """A period said of visit and hosting together is said of the logs as well."""
    if kept.what not in made:
        return []
    together = "server_logs" in made and made["server_logs"].lines[0] == made[kept.what].lines[0]
    return [kept.what, "server_logs"] if kept.what == "hosting" and together else [kept.what]


def _kinds(kind: str, section: Section) -> tuple[str, ...]:
    return section.kinds if kind == section.kind and section.kinds else (kind,)


def domains_of(document: Document) -> list[str]:
    """Hosts that are likely the site's own: that of the controller's e-mail, and those named near its name."""
    hosts = []
    if document.controller.email:
        hosts.append(document.controller.email.value.rpartition("@")[2].lower())
    name = (document.controller.name.value if document.controller.name else "").lower()
    key = re.split(r"\W", name)[0] if name else ""
    if len(key) > 3:
        for line in map(str.lower, document.text.lines[:200]):
            if key in line:
                hosts += [m["host"] for m in _HOST.finditer(line) if key in m["host"]]
    return list(dict.fromkeys(hosts))[:3]

"""What shows an activity: a section about it, a sentence that says what is done, a service in use.

A sentence counts when it describes, not when it mentions, denies or supposes; a service counts when no described
activity explains it (Art. 13(1)(c) GDPR: every purpose must be said, so every one said is looked for).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zweck.read.block import Block, Role
from zweck.read.outline import Section
from zweck.read.purpose import aims_of
from zweck.read.said import Kept
from zweck.read.sentence import sentences
from zweck.read.topic import DESCRIBED, GENERAL, kinds_described
from zweck.read.using import Services


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


def activities_shown(sections: list[Section], services: Services) -> dict[str, Activity]:
    """Each kind of activity that sections, sentences or services show, with its lines."""
    made: dict[str, Activity] = {}
    for section, following in zip(sections, [*sections[1:], None], strict=True):
        if section.blocks or (following and _goes_on(section, following)):
            for kind in section.kinds or (section.kind,):
                if kind not in (GENERAL, ""):
                    _extend(made, kind, section.first_line, section.last_line, section.title, 0.9)
    for section in sections:
        for block in section.blocks:
            _from_sentences(made, section, block)
        for aim in aims_of(section):
            for kind in aim.kinds:
                _extend(made, kind, aim.block.line, aim.block.last_line, "", 0.6)
    _one_contact(made)
    _from_services(made, sections, services)
    for activity in made.values():
        activity.lines.sort()
    return made


def _goes_on(section: Section, following: Section) -> bool:
    """A heading without text of its own announces what follows it, unless another activity does."""
    return following.topic == section.topic or (
        following.kind == GENERAL and bool(following.blocks) and not section.level
    )


def _one_contact(made: dict[str, Activity]) -> None:
    """Messages by mail are an activity of their own beside a form; alone they are the contact."""
    enquiries = made.get("enquiries")
    if enquiries and enquiries.confidence < 0.9:
        contact = made.get("contact")
        if contact is None or contact.confidence < 0.9:
            contact = made.setdefault("contact", Activity("contact", confidence=0.6))
            contact.lines = sorted({*contact.lines, *enquiries.lines})
            del made["enquiries"]


def _extend(made: dict[str, Activity], kind: str, first: int, last: int, title: str, confidence: float) -> None:
    activity = made.setdefault(kind, Activity(kind, title=title, confidence=confidence))
    activity.confidence = max(activity.confidence, confidence)
    if activity.lines and activity.lines[-1][0] <= first <= activity.lines[-1][1] + 2:
        activity.lines[-1] = (activity.lines[-1][0], max(last, activity.lines[-1][1]))
    else:
        activity.lines.append((first, last))


def _is_row(block: Block) -> bool:
    return block.role is Role.ROW or block.text.count(" | ") > 1


def _from_sentences(made: dict[str, Activity], section: Section, block: Block) -> None:
    if _is_row(block) or len(block.text) < 25 or len(block.text) > 20_000 or section.overview:
        return
    if section.kind in _SILENT:
        return
    among = _beside(section)
    for offset, sentence in sentences(block.text):
        if len(sentence) < 25:
            continue
        for kind, start, end in kinds_described(sentence, among):
            if not _fits(kind, section, sentence) or is_denied(kind, sentence, start, end):
                continue
            line = block.place(offset + start).line
            _extend(made, kind, line, line, "", 0.6)


_SILENT = frozenset(("imprint", "notice"))
_EVERYWHERE = frozenset(("suppression", "soft_opt_in", "talent_pool", "children", "event_photos", "credit_checks"))
_INSIDE = {
    "orders": ("shipping", "payments", "claims", "accounts"),
    "payments": ("claims", "orders", "shipping"),
    "accounts": ("payments", "shipping"),
    "credit_checks": ("claims",),
    "hosting": ("server_logs",),
    "appointments": ("chat", "crm"),
    "contact": ("crm", "newsletter", "chat", "appointments"),
    "social_links": ("social_presence",),
    "social_presence": ("embeds",),
    "direct_marketing": ("newsletter",),
    "cookies": ("consent", "analytics", "advertising", "embeds"),
    "rights": ("suppression",),
}
"""What a section of one activity may describe beside it; of other activities it speaks in passing."""
_ABSTRACT = frozenset(("orders", "accounts", "contact", "payments", "security", "direct_marketing"))
"""What a list of legal bases or of recipients names to say what they allow, or to whom data may go."""
_IN_GENERAL = frozenset(("basis", "recipients", "transfer"))
_INTRODUCING = re.compile(
    r"^$|^(?:unsere |our |allgemeine )?(?:datenschutz(?:erklärung|hinweise?|information\w*|richtlinie)?"
    r"|privacy(?: policy| notice| statement)?|data protection(?: declaration| notice| policy)?|einleitung|introduction"
    r"|präambel|preamble|overview|überblick)\b|automatisierte entsch|automated",
    re.IGNORECASE,
)
_ENCRYPTED = frozenset(("server_logs", "hosting", "contact", "orders", "payments"))
"""Sections that say in passing how data travels."""
_TLS = re.compile(r"\b(?:ssl|tls)\b", re.IGNORECASE)
_HOSTED = re.compile(r"\b(?:gehostet|hosted|hosten)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:dienstleister|auftragsverarbeiter|anbieter|providers?|processors?|vendors?)\b", re.IGNORECASE
)


def _beside(section: Section) -> frozenset[str]:
    """The kinds that a section may describe beside its own."""
    kind = section.kind
    if kind == GENERAL:
        left_out = _ABSTRACT if section.facet in _IN_GENERAL else frozenset()
        return DESCRIBED - left_out
    found = {*_INSIDE.get(kind, ())} | (_EVERYWHERE if kind != "rights" else frozenset())
    found |= {"security"} if kind in _ENCRYPTED else set()
    found |= {"hosting"} if kind == "server_logs" else set()
    return frozenset(found - {*section.kinds})


def _fits(kind: str, section: Section, sentence: str) -> bool:
    """Whether a sentence may describe this kind where it stands."""
    if kind == "security":
        introducing = _INTRODUCING.search(section.title) or section.facet == "transfer"
        return not introducing and (section.kind == GENERAL or bool(_TLS.search(sentence)))
    return not (kind == "hosting" and section.kind == "server_logs") or bool(_HOSTED.search(sentence))


_NEGATION = re.compile(
    r"\b(?:kein(?:e[nmrs]?|erlei)?|nicht|niemals|weder|no|not|never|neither|without|ohne|cannot|nor|unsolicited"
    r"|unverlangt\w*)\b|n[o’']t\b",
    re.IGNORECASE,
)
_NOT_DENIED = re.compile(
    r"(?:kein\w*|nicht|no|not|never|niemals)\W+(?:nur|only|mehr|longer|länger|an dritte|to third|(?:\w+ )?(?:pass|shar"
    r"|disclos)|(?:\w+ )?(?:weiter|unbefug|berechtig))|(?:ohne|without)\W+(?:\w+ ){0,3}(?:einwilligung|zustimmung"
    r"|consent)",
    re.IGNORECASE,
)
_GROUNDS = re.compile(r"rechtsgrundlage|legal basis", re.IGNORECASE)
_COMMENTS = re.compile(r"\b(?:comments?|kommentare?)\b", re.IGNORECASE)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|should|falls|sollten?) (?:we|wir) (?:\w+ ){0,4}(?:add|introduce|start|künftig|in zukunft|in future)"
    r"|\b(?:in (?:the )?future|künftig|zukünftig)\b.{0,30}\b(?:we|wir) (?:will|may|werden|könnten)",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"for example|zum beispiel|beispielsweise|z\. ?b\.|\be\. ?g\.|such as|\betwa\b|for instance", re.IGNORECASE
)


def is_denied(kind: str, sentence: str, start: int, end: int) -> bool:
    """Whether the words of a description, or those just before them, deny it or give it as an example."""
    near = sentence[max(0, start - 40) : end]
    if _HYPOTHETICAL.search(sentence) or (kind == "security" and _OTHERS.search(sentence[:start])):
        return True
    if _EXAMPLE.search(sentence, max(0, start - 30), start):
        return True
    if kind == "children":
        return False
    if kind == "orders" and _GROUNDS.search(near):
        return True
    if kind == "server_logs" and _COMMENTS.search(sentence):
        return True
    opened = sentence.rfind("(", 0, end)
    if opened > sentence.rfind(")", 0, end) and _EXAMPLE.search(sentence, opened, end):
        return True
    return any(not _NOT_DENIED.match(near, m.start()) for m in _NEGATION.finditer(near))


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


def _from_services(made: dict[str, Activity], sections: list[Section], services: Services) -> None:
    rows = {line for s in sections for b in s.blocks if _is_row(b) for line in range(b.line, b.last_line + 1)}
    for used in services.used.values():
        kind = used.service.kind
        if kind in made or kind not in _IMPLIED or used.confidence < 0.75 or used.service.category in _NO_SIGN:
            continue
        if all(place.line in rows for place in used.places):
            continue
        if not any(s.kind in _OPEN.get(kind, _OPEN[""]) or kind in s.kinds for s in used.sections):
            continue
        line = used.places[0].line
        _extend(made, kind, line, line, used.service.name, 0.6)


_OPEN = {
    "": (GENERAL,),
    "analytics": (GENERAL, "cookies"),
    "advertising": (GENERAL, "cookies"),
    "consent": (GENERAL, "cookies"),
    "appointments": (GENERAL, "cookies"),
    "hosting": (GENERAL, "security", "server_logs", "accounts"),
    "payments": (GENERAL, "orders", "accounts", "hosting", "newsletter"),
}
"""Sections in which a service named tells of an activity of its own; elsewhere it serves the one described."""
_NO_SIGN = frozenset(("appstore", "messenger", "search"))
"""Categories of services that a notice names without doing anything with them."""

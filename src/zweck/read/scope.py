"""What a statement on a basis or a period is said of: the narrowest activity that its own words or its section name.

Art. 13(1)(c) and (2)(a) GDPR ask for both per purpose. A part on bases or storage that stands once for the whole
notice ties nothing by its place; what its entries name (“Applications: six months”) ties each of them.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zweck.read.basis import bases_in
from zweck.read.block import Block
from zweck.read.outline import Section
from zweck.read.purpose import aims_of
from zweck.read.sentence import sentences
from zweck.read.topic import GENERAL, kinds_of_heading, kinds_of_sentence
from zweck.words import Table, Words

NOWHERE = frozenset(("rights", "notice", "imprint", GENERAL))
_NARROWER = {
    "newsletter": ("suppression", "soft_opt_in"),
    "hosting": ("consent", "server_logs"),
    "server_logs": ("consent",),
    "cookies": ("consent",),
    "soft_opt_in": ("suppression",),
    "orders": ("shipping", "payments", "credit_checks"),
    "applications": ("talent_pool",),
}
_LABEL = re.compile(r"^[\s•·▪‣◦○●*|\-–—]{0,6}(?P<label>[^:|–—]{3,120}?)\s?(?:\s[–—-]\s|:\s|\s\|\s|:$)")
_OR = re.compile(r"\s(?:oder|or|bzw\.|sowie|aus|from|for|für)\s")
_SUBJECT = Table(
    (kind, Words(words))
    for kind, words in (
        ("applications", r"bewerb\w+|applicants?\b|job applications?|application (?:data|documents)"),
        ("newsletter", r"newsletter\w*|mailing list"),
        (
            "payments",
            r"zahlungs(?:daten|abwicklung|vorg\w+|information\w*)|payment (?:data|details|information|process\w*|receipts)|pay us\b|process subscriptions",
        ),
        ("orders", r"vertragsdaten|bestelldaten|bestellung\w*|order data|contract data|purchase data|your orders?\b"),
        (
            "accounts",
            r"registrierungsdaten|kontodaten|benutzerkont\w+|kundenkont\w+|registration data|account (?:data|information)|your account\b|user profiles?",
        ),
        (
            "server_logs",
            r"server-?\s?logs?\b|logdaten|log-?\s?(?:data|files?|dateien)|protokolldaten|zugriffsdaten|web request data|browsing (?:technical )?data|technical data processing",
        ),
        (
            "analytics",
            r"web-?analy\w+|product analytics|analytics data|usage patterns|nutzungsanalyse|reichweitenmessung",
        ),
        (
            "contact",
            r"kontaktanfrage\w*|kontaktdaten aus|contact (?:requests?|enquiries|inquiries|form data)|anfragedaten|(?:customer|technical|user) support|support (?:quer|request|ticket|enquir|anfrag)\w*",
        ),
        ("consent", r"einwilligungs(?:daten|nachweis\w*|protokoll\w*)|consent (?:data|records?|logs?)"),
        ("cookies", r"\bcookies\b"),
        ("video_calls", r"videokonferenz\w*|video conferenc\w*"),
    )
)
_CHOICE = re.compile(
    r"(?:einwilligung|auswahl|entscheidung|cookie-?einstellung\w*|consent|choices?|preferences?)\b[^.]{0,80}\b(?:gespeichert|gültig|stored|saved|valid|remembered|kept)",
    re.IGNORECASE,
)
_ALIKE = {"contact": "enquiries", "enquiries": "contact"}


_POINTING = re.compile(
    r"(?:dies\b|hierfür|hierin|darin|dabei|(?:die )?rechtsgrundlage (?:hierfür|dafür)|this (?:is|serves|also|processing)|these|(?:the )?legal basis for this)",
    re.IGNORECASE,
)
"""A sentence that begins so says something of what the sentence before it named."""


def _sentence_at(text: str, offset: int) -> tuple[str, str]:
    """The sentence that holds the offset, and the one before it."""
    before = ""
    for at, sentence in sentences(text):
        if at <= offset < at + len(sentence):
            return before, sentence
        before = sentence
    return "", text


def _last_sentence(text: str) -> int:
    """Where the sentence begins that announces the points below it."""
    return max((at for at, _ in sentences(text)), default=0)


@dataclass
class Scope:
    """What the sections of a notice hold for: ``general`` are those that hold for the notice as a whole."""

    general: set[int] = field(default_factory=set)
    described: frozenset[str] = frozenset()
    aims: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def kinds(self, section: Section, block: Block, offset: int) -> tuple[str, ...]:
        """The kinds of activity that a statement in a block is said of; ``general`` where it names none."""
        aims = self.aims.get(id(block))
        if aims and (not block.text.rstrip().endswith(":") or offset >= _last_sentence(block.text)):
            return aims if section.kind == GENERAL else tuple(dict.fromkeys((*section.kinds, *aims)))
        before, sentence = _sentence_at(block.text, offset)
        if section.kind == GENERAL or id(section) in self.general:
            return self._named(block, sentence) or (GENERAL,)
        spoken = f"{before} {sentence}" if _POINTING.match(sentence) else sentence
        named = list(dict.fromkeys(k for k, _, _ in kinds_of_sentence(spoken)))
        narrower = [k for k in named if k in _NARROWER.get(section.kind, ()) and k not in section.kinds[:1]]
        if section.kind in ("cookies", "consent") and _CHOICE.search(sentence):
            return ("consent",) if "consent" in self.described else (section.kind,)
        if len(section.kinds) > 1 and (some := tuple(k for k in section.kinds if k in named)):
            return some
        if narrower:
            return (narrower[0],)
        return section.kinds or (section.kind,)

    def _named(self, block: Block, sentence: str) -> tuple[str, ...]:
        label = _LABEL.match(block.text) or _LABEL.match(sentence)
        if label and (by_label := named_by_label(label["label"])):
            return self._of_notice(by_label)
        kinds = [k for k, _, _ in kinds_of_sentence(sentence) if k not in NOWHERE and k != "security"]
        kinds += [k for k, _ in _SUBJECT.found(sentence) if k not in kinds]
        return self._of_notice(tuple(dict.fromkeys(kinds)))

    def _of_notice(self, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """Contact forms and enquiries are one where the notice describes only one of them."""
        return tuple(
            _ALIKE[k] if k in _ALIKE and k not in self.described and _ALIKE[k] in self.described else k for k in kinds
        )


def scope_of(sections: list[Section]) -> Scope:
    """The scope of each section of a notice."""
    kinds = {k for s in sections for k in (s.kinds or (s.kind,)) if k not in NOWHERE}
    made = Scope(described=frozenset(kinds))
    for aim in (aim for s in sections for aim in aims_of(s)):
        for block in (aim.block, aim.lead):
            if block is not None:
                made.aims[id(block)] = tuple(dict.fromkeys((*made.aims.get(id(block), ()), *aim.kinds)))
    topics = {s.topic: s for s in sections if s.facet is None and s.topic == s.first_line}
    for facet in ("basis", "retention"):
        said = [s for s in sections if s.facet == facet and s.kind not in NOWHERE]
        if len(said) == 1 and len(kinds) >= 3 and not _deeper(said[0], topics) and _of_many(said[0]):
            made.general.add(id(said[0]))
    return made


def _deeper(section: Section, topics: dict[int, Section]) -> bool:
    """Whether the heading is one below that of its activity; without levels nobody knows."""
    topic = topics.get(section.topic)
    return topic is None or section is topic or section.level > topic.level > 0


def _of_many(section: Section) -> bool:
    """Whether a part on bases or storage speaks of several other activities, or of most bases that there are."""
    named = {k for b in section.blocks for k in _all_named(b.text[:2_000])} - {section.kind} - NOWHERE
    bases = {c.basis for b in section.blocks for c in bases_in(b.text)}
    return len(named) >= 2 or len(bases) >= 4


def _all_named(text: str) -> list[str]:
    return [k for k, _, _ in kinds_of_sentence(text)] + [k for k, _ in _SUBJECT.found(text)]


def kinds_below(section: Section) -> tuple[str, ...]:
    """The kinds that the entries of a section name, for a basis that its heading gives to all of them."""
    items = [b.text for b in section.blocks if len(b.text) < 300]
    found = [k for text in items for k, _, _ in kinds_of_sentence(text) if k not in NOWHERE]
    return tuple(dict.fromkeys(found))


def named_by_label(label: str) -> tuple[str, ...]:
    """The kinds of activity that the words before a colon or in the first column name."""
    return tuple(k for k in kinds_of_heading(_OR.sub(" und ", label)) if k not in NOWHERE and k != "security")

"""Structure first: headings make sections, sections belong to activities and services.

A statement belongs to the narrowest section that holds it. A heading that names a facet (“Legal basis”, “Storage
period”) or nothing known continues the section before it; one that names an activity or a service opens a new one.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from zweck import catalog
from zweck.catalog import Service
from zweck.read.block import Block, Role, title_of
from zweck.read.content import GLOSSARY, settle_all
from zweck.read.cookie import glued_row
from zweck.read.section import Section
from zweck.read.topic import (
    GENERAL,
    facet_of,
    kind_of_heading,
    kinds_of_heading,
)

__all__ = ["Section", "outline", "walk"]


def outline(blocks: list[Block]) -> list[Section]:
    """The sections of a document, each with its activity."""
    sections = [Section("", 0, None)]
    glossary: Section | None = None
    plan = _Plan(blocks)
    for i, block in enumerate(blocks):
        if plan.opens[i]:
            if glossary and (not block.level or block.level > glossary.level):
                sections.append(Section(title_of(block), block.level, block, topic=block.line, overview=True))
                continue
            sections.append(_section(block, sections, plan))
            glossary = sections[-1] if block.level and GLOSSARY.search(sections[-1].title) else None
        else:
            sections[-1].blocks.append(block)
    settle_all(sections)
    return [s for s in sections if s.blocks or s.heading]


class _Plan:
    """What the headings of a document tell together: which lines are headings, and which facets come again."""

    def __init__(self, blocks: list[Block]) -> None:
        self.opens = [b.role is Role.HEADING and _opens(blocks, i) for i, b in enumerate(blocks)]
        headings = [b for i, b in enumerate(blocks) if self.opens[i]]
        self.flat = not any(b.level for b in headings)
        facets = Counter((facet_of(title_of(b)), b.level) for b in headings)
        self._again = {key for key, number in facets.items() if number > 1 or self.flat}

    def stands_apart(self, facet: str, level: int, root: int) -> bool:
        """A facet named once, as a heading of the same rank as the activities, is said of the whole notice."""
        return bool(level) and level <= root and (facet, level) not in self._again


def _opens(blocks: list[Block], i: int) -> bool:
    """Whether a short line really is a heading: by markup, number, meaning, or a paragraph that follows it."""
    block = blocks[i]
    if _SPAN.fullmatch(block.text):
        return False
    if block.level or i + 1 == len(blocks):
        return bool(block.level) and i + 1 < len(blocks)
    title = title_of(block)
    if glued_row(block) or _FIELD.match(title):
        return False
    if _in_list(blocks, i):
        return False
    following = blocks[i + 1]
    if len(title) > _FULL and following.line == block.last_line + 1 and following.role is Role.TEXT:
        return False
    if kind_of_heading(title) or facet_of(title) or _title_services(title):
        return following.role is not Role.ROW or len(title) > 6
    if len(title) < 4 or len(following.text) <= 60 or following.role is not Role.TEXT or len(title) > 90:
        return False
    return block.alone or (_is_apart(blocks, i) and not _LEADS.search(title))


def _in_list(blocks: list[Block], i: int) -> bool:
    """Whether a line stands among other short ones without a blank line between: an item, not a heading."""
    run = 1
    for step in (-1, 1):
        at = i
        while 0 <= at + step < len(blocks) and run < 4 and _adjoins(blocks[at], blocks[at + step]):
            at += step
            run += 1
    return run > 3


def _adjoins(one: Block, other: Block) -> bool:
    short = other.role is Role.HEADING and not other.level and len(other.text) < 60
    return short and 1 in (other.line - one.last_line, one.line - other.last_line)


def _is_apart(blocks: list[Block], i: int) -> bool:
    """Whether a blank line or the end of a paragraph stands before the line, and its own text follows at once."""
    before = blocks[i - 1] if i else None
    return before is None or before.last_line + 1 < blocks[i].line


def _section(block: Block, sections: list[Section], plan: _Plan) -> Section:
    title = title_of(block)
    last = sections[-1]
    made = Section(title, block.level, block, topic=block.line, root=block.level)
    named = _title_services(title)
    kind, facet = kind_of_heading(title), facet_of(title)
    if facet and plan.stands_apart(facet, block.level, last.root) and (not kind or kind in _LOOSE):
        made.facet = facet
    elif _GROUND.fullmatch(title):
        made.facet = "basis"
    elif named and (not kind or kind in _YIELDING or all(s.kind == kind for s in named)):
        made.services = named
        made.kind = _service_kind(named, title, last)
        if made.kind == "social_links" and _above(block, sections) == "cookies":
            made.kind = "embeds"
        made.kinds = (made.kind,)
    elif (kind and kind != GENERAL and not (facet and _inside(last))) or (kind == GENERAL and not facet):
        made.kind = kind
        made.kinds = tuple(kinds_of_heading(title)) or (kind,)
        if kind == "direct_marketing" and last.kind in ("cookies", "advertising", "analytics", "consent"):
            made.kind, made.kinds = "advertising", ("advertising",)
        made.services = named
    elif (facet and _inside(last)) or not _leaves(block, last, plan.flat):
        _continue(made, last, facet)
        return made
    elif facet:
        made.facet = facet
    made.parent = made.kind
    return made


def _continue(made: Section, last: Section, facet: str | None) -> None:
    made.kind, made.kinds, made.services = last.kind, last.kinds, last.services
    made.facet, made.parent, made.topic, made.root = facet, last.parent, last.topic, last.root
    if not made.level:
        made.level = last.level + 1 if last.level else 0


def _inside(last: Section) -> bool:
    return last.kind not in (GENERAL, "rights", "imprint")


def _leaves(block: Block, last: Section, flat: bool) -> bool:
    """An unknown heading of the same or a higher level ends what stood before; without levels it continues it."""
    if block.level and last.level:
        return block.level <= (last.root or last.level)
    return last.kind in ("rights", "imprint", GENERAL) or (flat and not last.root)


_FIELD = re.compile(
    r"(?:name|wert|value|verwendungszweck|ablaufdatum|expir(?:y|ation)|function|provider|anbieter|host|laufzeit|typ"
    r"|type)\s*:",
    re.IGNORECASE,
)
"""A field of a list of cookies, which looks like a short heading."""
_SPAN = re.compile(
    r"\W*\d{1,3}\s(?:jahre?|monate?|wochen?|tage?|stunden?|years?|months?|weeks?|days?|hours?)\W*", re.IGNORECASE
)
"""A period in a line of its own, which looks like a numbered heading."""
_FULL = 85
"""So long a line, with the text going on in the next one, is the first of a paragraph."""
_LEADS = re.compile(r":$|^(?:liebe|sehr geehrte|dear)\b|\d{4,5} \w|@|\(at\)", re.IGNORECASE)
_GROUND = re.compile(
    r"(?:(?:ihre|deine|your|die|the|our|unsere?) )?(?:einwilligung|consent|(?:überwiegende |overriding )?(?:berechtigte|legitimate)[sn]? (?:interessen?|interests?)"
    r"|(?:erfüllung (?:eines |des |von |der )?)?(?:vertrag(?:s|es)?(?:erfüllung)?|verträgen)(?: (?:und|oder|/) (?:\S+ )?(?:vorvertragliche\w* maßnahmen|vertragsanbahnung))?"
    r"|(?:performance of (?:a|the|our) )?contract(?: performance)?(?: and pre-?contractual (?:measures|steps))?|contractual (?:necessity|obligations?)"
    r"|(?:erfüllung (?:einer |von |der )?)?(?:rechtliche|gesetzliche)\w* (?:verpflichtung(?:en)?|pflicht(?:en)?)"
    r"|(?:compliance with (?:a |our )?)?legal obligations?|(?:lebenswichtige|vital) interest?e?n?s?|(?:öffentliches|public) interesse?)",
    re.IGNORECASE,
)
"""Titles that name one of the legal bases and nothing else."""
_LOOSE = frozenset((GENERAL, "security", "rights", "consent"))
"""What a facet’s heading may seem to name while it means the facet (“Retention and security”)."""
_YIELDING = frozenset(
    (
        "analytics",
        "advertising",
        "embeds",
        "consent",
        "cookies",
        "crm",
        "chat",
        "security",
        GENERAL,
        "payments",
    )
)


def _above(block: Block, sections: list[Section]) -> str | None:
    """The kind of the section that a heading stands under by its depth."""
    return next((s.kind for s in reversed(sections) if 0 < s.level < block.level), None)


def _service_kind(named: tuple[Service, ...], title: str, last: Section) -> str:
    first = named[0]
    low = title.lower()
    if first.category in _OTHERWISE:
        return _OTHERWISE[first.category]
    if first.category == "social":
        if "pixel" in low or "custom audience" in low:
            return "advertising"
        if any(w in low for w in ("plug", "element", "button", "widget", "embed")):
            return "embeds"
        return last.parent if last.parent in ("social_presence", "embeds", "social_links") else "social_links"
    if last.parent == "cookies" and first.kind in ("hosting", "orders", "security", "chat", "crm", "video_calls"):
        return "cookies"
    stands_alone = first.kind in ("embeds", "analytics", "advertising", "consent", "newsletter")
    if last.parent in _HOLDING and (last.parent == first.kind or not stands_alone):
        return last.parent
    return first.kind


_OTHERWISE = {"captcha": "embeds", "tag_manager": "analytics"}
"""Categories of services whose sections are of another activity than the service itself."""
_HOLDING = frozenset(("newsletter", "applications", "payments", "video_calls", "webinars", "appointments", "hosting"))
"""Activities whose sections go on when a service is named inside them."""


def _title_services(title: str) -> tuple[Service, ...]:
    if len(title) > 90:
        return ()
    return tuple(dict.fromkeys(m.service for m in catalog.mentions(title) if m.certain or _mostly(m.text, title)))


def _mostly(name: str, title: str) -> bool:
    return len(name) * 2 > len(title)


def walk(sections: list[Section]) -> Iterator[tuple[Section, Block]]:
    """Every block with its section."""
    for section in sections:
        for block in section.blocks:
            yield section, block

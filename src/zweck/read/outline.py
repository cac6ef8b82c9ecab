"""Structure first: headings make sections, sections belong to activities and services.

A statement belongs to the narrowest section that holds it. A heading that names a facet (“Legal basis”, “Storage
period”) or nothing known continues the section before it; one that names an activity or a service opens a new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from zweck import catalog
from zweck.catalog import Service
from zweck.read.block import Block, Role, title_of
from zweck.read.cookie import glued_row
from zweck.read.topic import GENERAL, facet_of, kind_of_heading, kinds_of_heading, kinds_of_sentence


@dataclass
class Section:
    """A run of blocks under one heading; ``kind`` and ``services`` are what it is about, ``facet`` "
    "which part of it."""

    title: str
    level: int
    heading: Block | None
    kind: str = GENERAL
    kinds: tuple[str, ...] = ()
    facet: str | None = None
    services: tuple[Service, ...] = ()
    blocks: list[Block] = field(default_factory=list)
    parent: str = GENERAL
    topic: int = 0
    overview: bool = False

    @property
    def first_line(self) -> int:
        return self.heading.line if self.heading else (self.blocks[0].line if self.blocks else 1)

    @property
    def last_line(self) -> int:
        return self.blocks[-1].last_line if self.blocks else self.first_line


def outline(blocks: list[Block]) -> list[Section]:
    """The sections of a document, each with its activity."""
    sections = [Section("", 0, None)]
    glossary: Section | None = None
    for i, block in enumerate(blocks):
        if block.role is Role.HEADING and _opens(blocks, i):
            if glossary and (not block.level or block.level > glossary.level):
                sections.append(Section(title_of(block), block.level, block, topic=block.line, overview=True))
                continue
            sections.append(_section(block, sections))
            glossary = sections[-1] if block.level and _GLOSSARY.search(sections[-1].title) else None
        else:
            sections[-1].blocks.append(block)
    for section in sections:
        _settle(section)
    return [s for s in sections if s.blocks or s.heading]


def _settle(section: Section) -> None:
    """What the text of a section tells about a heading that leaves it open."""
    body = " ".join(b.text[:1500] for b in section.blocks[:4])
    section.overview = section.overview or bool(_OVERVIEW.search(section.title) or _GLOSSARY.search(section.title))
    if section.kind == "embeds" and _ONLY_LINKS.search(body):
        section.kind, section.kinds = "social_links", ("social_links",)
    elif section.kind == GENERAL and not section.overview and _COLLECTING.search(section.title):
        named = [(at, k) for k, at, _ in kinds_of_sentence(body) if k in ("orders", "accounts", "contact")]
        if named:
            section.kind, section.kinds = min(named)[1], (min(named)[1],)


def _opens(blocks: list[Block], i: int) -> bool:
    """Whether a short line really is a heading: by markup, number, meaning, or a paragraph that follows it."""
    block = blocks[i]
    if block.level or i + 1 == len(blocks):
        return bool(block.level) and i + 1 < len(blocks)
    title = title_of(block)
    if glued_row(block):
        return False
    following = blocks[i + 1]
    if kind_of_heading(title) or facet_of(title) or _title_services(title):
        return following.role is not Role.ROW or len(title) > 6
    return block.alone and len(following.text) > 60 and following.role is Role.TEXT and len(title) > 3


def _section(block: Block, sections: list[Section]) -> Section:
    title = title_of(block)
    last = sections[-1]
    made = Section(title, block.level, block, topic=block.line)
    named = _title_services(title)
    kind, facet = kind_of_heading(title), facet_of(title)
    if named and (not kind or kind in _YIELDING or all(s.kind == kind for s in named)):
        made.services = named
        made.kind = _service_kind(named, title, last)
        made.kinds = (made.kind,)
    elif (kind and kind != GENERAL and not (facet and _inside(last))) or (kind == GENERAL and not facet):
        made.kind = kind
        made.kinds = tuple(kinds_of_heading(title)) or (kind,)
        made.services = named
    elif (facet and _inside(last)) or not _leaves(block, last):
        _continue(made, last, facet)
        return made
    elif facet:
        made.facet = facet
    made.parent = made.kind
    return made


def _continue(made: Section, last: Section, facet: str | None) -> None:
    made.kind, made.kinds, made.services = last.kind, last.kinds, last.services
    made.facet, made.parent, made.topic = facet, last.parent, last.topic
    if not made.level:
        made.level = last.level + 1 if last.level else 0


def _inside(last: Section) -> bool:
    return last.kind not in (GENERAL, "rights", "imprint")


def _leaves(block: Block, last: Section) -> bool:
    """An unknown heading of the same or a higher level ends what stood before; without levels it continues it."""
    if block.level and last.level:
        return block.level <= last.level and last.facet is None
    return last.kind in ("rights", "imprint", GENERAL)


_OVERVIEW = re.compile(
    r"wie erfassen wir|wofür nutzen wir|how do we collect|what do we use|allgemeine hinweise"
    r"|general notes?$|auf einen blick|at a glance",
    re.IGNORECASE,
)
_ONLY_LINKS = re.compile(
    r"only (?:\w+ ){0,2}links|(?:lediglich|nur|ausschließlich) (?:\w+ ){0,6}(?:links?\b|verlink|verweis)"
    r"|keine (?:social[- ]media[- ])?plug-?ins"
    r"|(?:do not use|no) (?:social media )?plug-?ins|verlink\w* (?:wir )?(?:\w+ ){0,2}(?:lediglich|nur)"
    r"|plug-?ins gibt es nicht",
    re.IGNORECASE,
)
_COLLECTING = re.compile(
    r"(?:erhebung|collection|verarbeitung|processing|nutzung|\buse\b).{0,70}(?:daten|data)", re.IGNORECASE
)
_GLOSSARY = re.compile(r"begriff|definition|glossar|^terms", re.IGNORECASE)
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


def _service_kind(named: tuple[Service, ...], title: str, last: Section) -> str:
    first = named[0]
    low = title.lower()
    if first.category == "social":
        if any(w in low for w in ("plug", "element", "button", "widget", "pixel", "embed")):
            return "embeds"
        return last.parent if last.parent in ("social_presence", "embeds", "social_links") else "social_links"
    stands_alone = first.kind in ("embeds", "analytics", "advertising", "consent", "newsletter")
    if last.parent in _HOLDING and (last.parent == first.kind or not stands_alone):
        return last.parent
    return first.kind


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

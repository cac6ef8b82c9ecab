"""A notice laid out for rules: its parts in order, its topics, and a quick way to every wording that rules ask for.

All patterns of all rules are known beforehand (``probe``). One pass over the text notes which pattern may occur where,
so that a rule looks only at the few parts that can concern it, and the cost does not grow with the number of rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from zweck.catalog import Service
from zweck.read.block import Block, Place, Role
from zweck.read.document import BasisSaid, Document, Kept
from zweck.read.outline import Section
from zweck.read.report import DocumentRead
from zweck.words import Table, Words

GAP = r"(?:[^.]|(?<=art|lit|abs|ara)\.|(?<=nr|no)\.|(?<= s)\.|(?<= p)\.)"
"""One letter inside a sentence: the stop of an abbreviation (Art., lit., Abs., para.) does not end it."""
LONGEST = 20_000
"""Letters of a block that rules look at: no sentence of a notice is longer."""
_PROBES: list[Words] = []


def probe(pattern: str, stems: tuple[str, ...] = ()) -> Words:
    """A pattern that rules look for; every pattern is made when its module is loaded, before the first notice.

    ``stems`` are given where the pattern has alternatives without three fixed letters.
    """
    words = Words(pattern, stems=stems)
    _PROBES.append(words)
    return words


_GERMAN_ACTS = probe(r"\bBDSG\b|bundesdatenschutzgesetz|TDDDG|TTDSG|\bTMG\b|\bUWG\b")
_AUSTRIAN = probe(
    r"österreichische\w* datenschutzbehörde|austrian data protection|\bTKG ?20\d\d|barichgasse|wickenburggasse"
)


@cache
def _table(count: int) -> Table[int]:
    return Table((id(words), words) for words in _PROBES[:count])


@dataclass(frozen=True, slots=True)
class Part:
    """One block with the section that holds it; headings are parts too."""

    section: Section
    block: Block
    text: str
    index: int

    @property
    def line(self) -> int:
        return self.block.line

    @property
    def is_heading(self) -> bool:
        return self.block is self.section.heading


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found in a part."""

    part: Part
    match: re.Match[str]

    @property
    def place(self) -> Place:
        return self.part.block.place(self.match.start(), self.match.end())

    @property
    def words(self) -> str:
        return self.match.group()

    @property
    def sentence(self) -> str:
        """The sentence around the match, roughly: from full stop to full stop."""
        text = self.part.text
        first = max(text.rfind(". ", 0, self.match.start()), -2) + 2
        last = text.find(". ", self.match.end())
        return text[first : last if last > 0 else len(text)]


@dataclass
class Topic:
    """The sections that speak of one thing (“Google Maps”, with its purpose, basis and storage)."""

    sections: list[Section] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        return "\n".join(p.text for p in self.parts)

    @property
    def number(self) -> int:
        """What the sections of the topic are known by."""
        return self.sections[0].topic

    @property
    def kind(self) -> str:
        return self.sections[0].kind

    @property
    def title(self) -> str:
        return self.sections[0].title

    @cached_property
    def services(self) -> list[str]:
        return list(dict.fromkeys(s.id for section in self.sections for s in section.services))

    @property
    def body(self) -> Part:
        """The first part that is no heading, else the heading."""
        return next((p for p in self.parts if not p.is_heading), self.parts[0])


class Notice:
    """What rules are given: the document as understood, its parts, and the parts where a pattern occurs."""

    def __init__(self, document: Document, read: DocumentRead) -> None:
        self.document, self.read = document, read
        self.parts = list(_parts(document.sections))
        self.topics: dict[int, Topic] = {}
        self._where: dict[int, list[Part]] = {}
        self._hits: dict[int, list[Hit]] = {}
        self._lines: dict[int, frozenset[int]] = {}
        table = _table(len(_PROBES))
        for part in self.parts:
            topic = self.topics.setdefault(part.section.topic, Topic())
            topic.parts.append(part)
            if part.section not in topic.sections[-1:]:
                topic.sections.append(part.section)
            for key, _ in table.candidates(part.text):
                self._where.setdefault(key, []).append(part)

    @property
    def is_german(self) -> bool:
        return self.document.language == "de"

    @cached_property
    def is_under_german_law(self) -> bool:
        """Whether the controller sits in Germany, or the text cites German acts; Austria has acts of its own."""
        who = self.read.controller
        if who.country in ("AT", "CH", "Österreich", "Austria", "Schweiz", "Switzerland") or self.says(_AUSTRIAN):
            return False
        german = who.country in ("DE", "Deutschland", "Germany") or len(who.postcode or "") == 5
        return german or self.says(_GERMAN_ACTS)

    @cached_property
    def kinds(self) -> set[str]:
        """Kinds of activity that are described, not only mentioned."""
        return {a.kind for a in self.document.activities if a.confidence >= 0.9}

    @cached_property
    def categories(self) -> set[str]:
        """Categories of the services in use."""
        return {used.service.category for used in self.document.services.used.values()}

    @cached_property
    def bases_of(self) -> dict[int, list[BasisSaid]]:
        """The legal bases said in each topic."""
        made: dict[int, list[BasisSaid]] = {}
        for said in self.document.bases:
            made.setdefault(said.section.topic, []).append(said)
        return made

    @cached_property
    def kept_of(self) -> dict[int, list[Kept]]:
        """What is said on storage in each topic."""
        topic_of = {p.line: p.section.topic for p in self.parts}
        made: dict[int, list[Kept]] = {}
        for kept in self.document.kept:
            made.setdefault(topic_of.get(kept.place.line, 0), []).append(kept)
        return made

    def hits(self, words: Words) -> list[Hit]:
        """The first place in each part where the pattern occurs, in the order of the text."""
        key = id(words)
        if (known := self._hits.get(key)) is None:
            found = ((part, words.search(part.text)) for part in self._where.get(key, ()))
            known = self._hits[key] = [Hit(part, m) for part, m in found if m]
        return known

    def is_in(self, topic: Topic, words: Words) -> bool:
        """Whether the pattern occurs in a topic."""
        key = id(words)
        if (where := self._lines.get(key)) is None:
            where = self._lines[key] = frozenset(p.index for p in self._where.get(key, ()))
        return any(p.index in where and words.search(p.text) for p in topic.parts)

    def first(self, words: Words) -> Hit | None:
        """The first place where the pattern occurs."""
        return next(iter(self.hits(words)), None)

    def says(self, words: Words) -> bool:
        """Whether the pattern occurs anywhere."""
        return self.first(words) is not None

    def after(self, part: Part, step: int = 1) -> Part | None:
        """The part that follows, or ``None`` at the end."""
        at = part.index + step
        return self.parts[at] if at < len(self.parts) else None

    def entries_of(self, topic: Topic) -> list[Service]:
        """The services that the headings of a topic name."""
        used = self.document.services.used
        return [used[id].service for id in topic.services if id in used]

    def services_in(self, topic: Topic) -> list[Service]:
        """The services that are in use anywhere in a topic."""
        used = self.document.services.used.values()
        return [
            u.service for u in used if u.service.id in topic.services or any(s in u.sections for s in topic.sections)
        ]

    def topic_of(self, part: Part) -> Topic:
        """The topic that holds a part."""
        return self.topics[part.section.topic]


def _parts(sections: list[Section]) -> Iterator[Part]:
    index = 0
    for section in sections:
        for block in ([section.heading] if section.heading else []) + section.blocks:
            if block.role is Role.ROW and len(block.text) > LONGEST:
                continue
            yield Part(section, block, block.text[:LONGEST], index)
            index += 1

"""A section of a notice: a run of blocks under one heading, and what it is about.

The form that headings and text give a notice is what ties a statement to its purpose (Art. 13(1)(c), (2)(a) GDPR).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from zweck.catalog import Service
from zweck.read.block import Block
from zweck.read.topic import GENERAL


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
    root: int = 0
    overview: bool = False

    @property
    def first_line(self) -> int:
        return self.heading.line if self.heading else (self.blocks[0].line if self.blocks else 1)

    @property
    def last_line(self) -> int:
        return self.blocks[-1].last_line if self.blocks else self.first_line

"""The activities of a notice, and what is tied to each: lines, bases, storage, services.

An activity is described by a section, named by a sentence, or implied by a service in use; the link between it and
what is said of it is what makes a declaration out of a text (Art. 30(1) GDPR asks for the same links).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Protocol

from zweck.read.block import Block, Role
from zweck.read.outline import Section
from zweck.read.said import BasisSaid, Kept
from zweck.read.topic import GENERAL, kinds_of_sentence
from zweck.read.using import Services


class Read(Protocol):
    """What must have been read before activities can be told."""

    @property
    def sections(self) -> list[Section]: ...
    @property
    def services(self) -> Services: ...
    @property
    def bases(self) -> list[BasisSaid]: ...
    @property
    def kept(self) -> list[Kept]: ...


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


def activities_of(document: Read) -> list[Activity]:
    """Each kind of activity once, in the order of the text."""
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


def _from_services(made: dict[str, Activity], document: Read) -> None:
    for used in document.services.used.values():
        kind = used.service.kind
        if kind in made or kind not in _IMPLIED or used.confidence < 0.8:
            continue
        if used.sections and used.sections[0].kind in made and used.sections[0].services:
            continue
        line = used.places[0].line
        _extend(made, kind, line, line, used.service.name, 0.6)


def _attach(made: dict[str, Activity], document: Read) -> None:
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

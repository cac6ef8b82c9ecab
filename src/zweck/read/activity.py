"""The activities of a notice, and what is tied to each: lines, bases, storage, services.

An activity is described by a section, named by a sentence, or implied by a service in use; the link between it and
what is said of it is what makes a declaration out of a text (Art. 30(1) GDPR asks for the same links).
"""

from __future__ import annotations

from typing import Protocol

from zweck.read.evidence import Activity, activities_shown
from zweck.read.outline import Section
from zweck.read.said import BasisSaid, Kept
from zweck.read.topic import GENERAL
from zweck.read.using import Services

__all__ = ["Activity", "activities_of"]


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


def activities_of(document: Read) -> list[Activity]:
    """Each kind of activity once, in the order of the text, with all that is said of it."""
    made = activities_shown(document.sections, document.services)
    _attach(made, document)
    return sorted(made.values(), key=lambda a: a.lines[0])


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

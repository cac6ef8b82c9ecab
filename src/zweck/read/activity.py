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
        for kind in _with_parts(said.kinds, made):
            if said.cited.basis not in made[kind].bases:
                made[kind].bases.append(said.cited.basis)
    for kept in document.kept:
        for kind in _with_parts(kept.kinds, made):
            made[kind].kept.append(kept)
    for id, used in document.services.used.items():
        kinds = {s.kind for s in used.sections if s.kind in made} - {GENERAL, "rights"} or {used.service.kind}
        for kind in kinds & made.keys():
            made[kind].services.append(id)


def _with_parts(kinds: tuple[str, ...], made: dict[str, Activity]) -> list[str]:
    """The activities that a statement holds for; what is said of hosting holds for the logs that it describes."""
    found = [kind for kind in kinds if kind in made]
    if "hosting" in found and "server_logs" not in found and "server_logs" in made:
        logs, hosts = made["server_logs"].lines, made["hosting"].lines
        if any(a <= first and last <= b for first, last in logs for a, b in hosts):
            found.append("server_logs")
    return found

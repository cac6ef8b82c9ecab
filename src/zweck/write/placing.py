"""Which part of the notice says which promise: every promise in exactly one place, none left out.

A rule stands under *how long*, a form under *which data*, a disclosure under *who gets it*, a gate or contract with
its service, a right in the section on rights, a measure under security; whatever else an activity promises stands in
its own list. A promise that belongs to no declared activity stands under security.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zweck.declaration.model import Declaration
from zweck.promises.compile import compile_promises
from zweck.promises.model import Collects, Discloses, Gates, Keeps, Promise
from zweck.write.citation import sentence
from zweck.write.document import Bullets, Paragraph, say

DATA, PERIOD, RECIPIENT, OTHER, SERVICE, RIGHT, SECURITY = (
    "data",
    "period",
    "recipient",
    "other",
    "service",
    "right",
    "security",
)

_RIGHTS = {
    "rights.withdraw": "withdrawal",
    "rights.access_free": "access",
    "rights.access_package": "access",
    "rights.rectify": "rectification",
    "rights.erase": "erasure",
    "rights.erase_exceptions": "erasure",
    "rights.restrict": "restriction",
    "rights.restrict_while_checking": "restriction",
    "rights.notify_recipients": "notification",
    "rights.portability": "portability",
    "rights.object": "objection",
    "rights.object_marketing": "objection",
    "rights.automated": "automated_decision",
    "rights.complaint": "complaint",
}

Place = tuple[str, str]
"""The part of the notice, and the activity, service or right within it."""


@dataclass(frozen=True)
class Placing:
    """All promises of a site by place, said in one language."""

    language: str
    places: dict[Place, tuple[Promise, ...]]

    def sentences(self, part: str, owner: str = "") -> tuple[Paragraph, ...]:
        """The sentences that stand there, each with its anchor."""
        return tuple(say_promise(p, self.language) for p in self.places.get((part, owner), ()))


def place_promises(declaration: Declaration, language: str) -> Placing:
    """The promises of a site, each in one place."""
    places: dict[Place, list[Promise]] = {}
    for promise in compile_promises(declaration):
        places.setdefault(_place(declaration, promise), []).append(promise)
    return Placing(language, {place: tuple(sorted(found, key=_is_part)) for place, found in places.items()})


def _is_part(promise: Promise) -> bool:
    """Whether it is the rule of one data class; the activity's own rule comes first."""
    return isinstance(promise, Keeps) and bool(promise.record_class)


def say_promise(promise: Promise, language: str) -> Paragraph:
    """One promise's sentence under its anchor."""
    return say(sentence(promise.say(language).text), anchor=promise.anchor, promise=promise.id)


def gathered(*parts: Iterable[Paragraph]) -> tuple[Paragraph | Bullets, ...]:
    """One paragraph as it is, several as a list, none as nothing."""
    items = tuple(p for part in parts for p in part if p.runs)
    return items if len(items) < 2 else (Bullets(items),)


def _place(declaration: Declaration, promise: Promise) -> Place:
    service = _service(declaration, promise)
    if service:
        return SERVICE, service
    if promise.id.startswith("rights."):
        return RIGHT, _RIGHTS.get(promise.id, "")
    if promise.activity not in declaration.activities:
        return SECURITY, ""
    if declaration.activities[promise.activity].kind == "security" and not isinstance(promise, Keeps):
        return SECURITY, ""
    return _part(promise), promise.activity


def _service(declaration: Declaration, promise: Promise) -> str:
    named = promise.service if isinstance(promise, Gates) else promise.id.removeprefix("processors.agreement.")
    return named if named in declaration.services else ""


def _part(promise: Promise) -> str:
    if isinstance(promise, Keeps):
        return PERIOD
    if isinstance(promise, Collects):
        return DATA
    return RECIPIENT if isinstance(promise, Discloses) else OTHER

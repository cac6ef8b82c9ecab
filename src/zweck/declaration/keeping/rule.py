"""The keeping rule (DIN 66398 Löschregel): one object that prints, counts and selects.

Precedence, strongest first: hold for legal claims, caps, hold by statute, ``end`` at once, other holds,
requests, ``extend``, ``keep``. A statutory hold beats ``end`` because Art. 17(3)(b) GDPR does. Holds delay
erasure, never the restriction that protects the person.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from zweck.clock import BERLIN
from zweck.declaration.keeping.clause import (
    ERASURE_REQUESTED,
    Bound,
    Delete,
    Device,
    Extension,
    Hold,
    Keep,
    Period,
    Provider,
    Requests,
    Restrict,
    Stage,
    Statutory,
    UseEnd,
)
from zweck.declaration.keeping.condition import Condition, Happened, all_of, any_of
from zweck.declaration.keeping.deadline import AtAnyTime, Deadline, Event, Events, FirstOf, LastOf, Open
from zweck.declaration.keeping.period import Duration
from zweck.declaration.keeping.statute import STATUTES, Statutes
from zweck.errors import Position

_PLAIN_SCALAR = re.compile(r"(?:\d+ )?[A-Za-z_][\w ,;().'/§%-]*(?<! )")
_YAML_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How long one class of data is kept, what then, and what changes it; ``at`` is no part of equality."""

    for_: str | None = None
    start: str | None = None
    keep: Keep | None = None
    then: tuple[Stage, ...] = ()
    holds: tuple[Hold, ...] = ()
    extend: Extension | None = None
    end: str | None = None
    use_ends: UseEnd | None = None
    requests: Requests | None = None
    copies: tuple[str, ...] = ()
    device: Device | None = None
    provider: Provider | None = None
    source: str | None = None
    review: Duration | None = None
    reason: str | None = None
    at: Position | None = field(default=None, compare=False)

    def to_yaml(self) -> dict[str, str]:
        """The clauses in canonical form and order; ``parse_rule`` gives the same rule back."""
        said = {
            "for": self.for_,
            "start": self.start,
            "keep": self.keep,
            "then": " ; ".join(map(str, self.then)),
            "hold": " ; ".join(map(str, self.holds)),
            "extend": self.extend,
            "end": f"on {self.end} at once" if self.end else None,
            "use_ends": self.use_ends,
            "requests": self.requests,
            "copies": ", ".join(self.copies),
            "device": self.device,
            "provider": self.provider,
            "source": self.source,
            "review": f"every {self.review}" if self.review else None,
            "reason": self.reason,
        }
        return {name: str(value) for name, value in said.items() if value is not None and value != ""}

    def __str__(self) -> str:
        """Canonical text: the bare ``keep`` clause where it says all, else YAML with one clause a line."""
        clauses = self.to_yaml()
        if list(clauses) == ["keep"]:
            return clauses["keep"]
        return "\n".join(f"{name}: {_scalar(text)}" for name, text in clauses.items())

    @property
    def stages(self) -> tuple[Stage, ...]:
        """What happens at the end, in order; by default deletion, also after a restriction that ends."""
        if not self.then:
            return (Delete(),)
        last = self.then[-1]
        return (*self.then, Delete()) if isinstance(last, Restrict) and last.ends() != Open() else self.then

    @property
    def may_erase_early(self) -> bool:
        """Whether the period may be undercut: ``at most`` may, ``exactly`` and a statute may not."""
        return not isinstance(self.keep, Statutory) and not (
            isinstance(self.keep, Period) and self.keep.bound in (Bound.EXACTLY, Bound.AT_LEAST)
        )

    @property
    def has_end(self) -> bool:
        """Whether some event or period ends storage: false for ``unlimited`` and where nothing is kept."""
        return self.end is not None or (self.keep is not None and self.keep.deadline(STATUTES, self.start) != Open())

    def deadline(self, stage: int = 0, statutes: Statutes = STATUTES) -> Deadline:
        """The deadline of one of ``stages`` with everything that shortens, extends or holds it."""
        if self.keep is None:
            return Open()
        kept = self._after(self._kept(self.keep, statutes), stage)
        is_held = any(not isinstance(each, Restrict) for each in self.stages[: stage + 1])
        weak = [hold.deadline() for hold in self.holds if not _binds(hold)] if is_held else []
        strong = [hold.deadline() for hold in self.holds if _binds(hold)] if is_held else []
        ended = _last(kept, *weak)
        if self.end:
            ended = _first(ended, self._after(Event(self.end), stage))
        return _last(ended, *strong)

    def due(
        self, events: Events, zone: ZoneInfo = BERLIN, *, stage: int = 0, statutes: Statutes = STATUTES
    ) -> datetime | None:
        """The first moment (UTC) at which ``stages[stage]`` is due; ``None`` while that is open."""
        _need_zone(*events.values())
        return self.deadline(stage, statutes).due(events, zone)

    def timeline(
        self, events: Events, zone: ZoneInfo = BERLIN, *, statutes: Statutes = STATUTES
    ) -> list[tuple[Stage, datetime | None]]:
        """Every stage with the moment (UTC) at which it is due, in order."""
        return [
            (each, self.due(events, zone, stage=number, statutes=statutes)) for number, each in enumerate(self.stages)
        ]

    def predicate(
        self, now: datetime, zone: ZoneInfo = BERLIN, *, stage: int = 0, statutes: Statutes = STATUTES
    ) -> Condition:
        """The condition that selects exactly the records with ``due(events, stage=stage) <= now``."""
        _need_zone(now)
        return self.deadline(stage, statutes).reached(now, zone)

    def held(self, now: datetime, zone: ZoneInfo = BERLIN) -> Condition:
        """The condition that selects the records on which a declared hold is open at ``now``."""
        _need_zone(now)
        return any_of(
            all_of([Happened(hold.set_word), hold.ends().reached(now, zone).negated()]) for hold in self.holds
        )

    def earliest(self, events: Events, zone: ZoneInfo = BERLIN, *, statutes: Statutes = STATUTES) -> datetime | None:
        """The first moment (UTC) of lawful erasure: ``LONG_AGO`` means any time, ``None`` not yet known."""
        _need_zone(*events.values())
        return self._floor(statutes).due(events, zone)

    def erasable(self, now: datetime, zone: ZoneInfo = BERLIN, *, statutes: Statutes = STATUTES) -> Condition:
        """The condition that selects exactly the records with ``earliest(events) <= now``."""
        _need_zone(now)
        return self._floor(statutes).reached(now, zone)

    def _floor(self, statutes: Statutes) -> Deadline:
        floor = self.keep.floor(statutes, self.start) if self.keep else AtAnyTime()
        weak = [hold.deadline() for hold in self.holds if not _binds(hold)]
        strong = [hold.deadline() for hold in self.holds if _binds(hold)]
        allowed = _last(floor, *weak)
        if self.end:
            allowed = _first(allowed, Event(self.end))
        return _last(allowed, *strong)

    def without_holds(self) -> Rule:
        """The same rule before anything holds it back: tells how far a held record is past its promise."""
        return replace(self, holds=())

    def event_words(self, statutes: Statutes = STATUTES) -> tuple[str, ...]:
        """Every event that the rule's deadlines depend on, in order of appearance."""
        return tuple(dict.fromkeys(self._words(statutes)))

    def _words(self, statutes: Statutes) -> Iterator[str]:
        for number in range(len(self.stages)):
            yield from self.deadline(number, statutes).words()
        if isinstance(self.keep, Period):
            yield self.keep.moment.event

    def _kept(self, keep: Keep, statutes: Statutes) -> Deadline:
        kept = keep.deadline(statutes, self.start)
        if self.extend:
            kept = _last(kept, self.extend.deadline())
        return _first(kept, Event(ERASURE_REQUESTED)) if self.requests is Requests.SHORTEN else kept

    def _after(self, deadline: Deadline, stage: int) -> Deadline:
        """``deadline`` moved on by the restrictions that come before the stage."""
        waits = [each.ends() for each in self.stages[:stage] if isinstance(each, Restrict)]
        return _last(deadline, *waits)


def _need_zone(*moments: datetime) -> None:
    if any(moment.tzinfo is None for moment in moments):
        raise ValueError("a keeping rule needs aware times; a naive one would be read in the machine's zone")


def _binds(hold: Hold) -> bool:
    return hold.is_for_legal_claims or hold.is_statutory


def _last(first: Deadline, *rest: Deadline) -> Deadline:
    return LastOf((first, *rest)) if rest else first


def _first(first: Deadline, *rest: Deadline) -> Deadline:
    return FirstOf((first, *rest)) if rest else first


def _scalar(text: str) -> str:
    is_plain = _PLAIN_SCALAR.fullmatch(text) and text.lower() not in _YAML_WORDS
    return text if is_plain else json.dumps(text, ensure_ascii=False)

"""What the clauses of a keeping rule say, as immutable values that print themselves in canonical form.

Each value knows the deadline that it adds to the rule: how long data is kept, what happens then, what holds
it back (Art. 17(3), Art. 18 GDPR) and how long it may lie on the visitor's device (TDDDG 25).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from zweck.declaration.keeping.deadline import AtAnyTime, Deadline, Event, FirstOf, LastOf, Moment, Once, Open
from zweck.declaration.keeping.period import Duration
from zweck.declaration.keeping.statute import Statutes

SESSION_ENDED = "session_ended"
CALL_LEFT = "call_left"
ERASURE_REQUESTED = "erasure_requested"

LEGAL_CLAIMS = frozenset({"dispute", "legal_dispute", "legal_claims", "claims", "litigation", "lawsuit"})
"""Reasons for a hold that serve legal claims (Art. 17(3)(e)): such a hold beats every cap."""

STATUTORY_DUTIES = frozenset({"statutory_duty", "statutory_retention", "tax_audit"})
"""Reasons for a hold that a statute imposes (Art. 17(3)(b)): such a hold beats even an ``end`` at once."""

_STATE_ENDS = {"open": "closed", "running": "ended", "active": "ended", "pending": "ended"}


def ended_word(state: str) -> str:
    """What ends a state: ``account_open`` → ``account_closed``, ``contract`` → ``contract_ended``."""
    stem, _, last = state.rpartition("_")
    return f"{stem}_{_STATE_ENDS[last]}" if stem and last in _STATE_ENDS else f"{state}_ended"


def started_word(state: str) -> str:
    """The event that begins a state: ``negotiation`` → ``negotiation_started``."""
    return f"{state}_started"


class Simple(StrEnum):
    """Ways to keep that need no more words."""

    NOTHING = "nothing"
    SESSION = "session"
    CALL = "call"
    UNLIMITED = "unlimited"

    def deadline(self, statutes: Statutes, start: str | None) -> Deadline:
        match self:
            case Simple.NOTHING:
                return AtAnyTime()
            case Simple.SESSION:
                return Event(SESSION_ENDED)
            case Simple.CALL:
                return Event(CALL_LEFT)
            case _:
                return Open()

    def floor(self, statutes: Statutes, start: str | None) -> Deadline:
        return AtAnyTime()


@dataclass(frozen=True, slots=True)
class While:
    """As long as one of the states lasts; a state that never began does not count."""

    states: tuple[str, ...]

    def __str__(self) -> str:
        several = len(self.states) > 1
        return f"while any of ({', '.join(self.states)})" if several else f"while {self.states[0]}"

    def deadline(self, statutes: Statutes, start: str | None) -> Deadline:
        if len(self.states) == 1:
            return Event(ended_word(self.states[0]))
        ends = {state: Event(ended_word(state)) for state in self.states}
        begun: list[Deadline] = [Once(started_word(state), end) for state, end in ends.items()]
        over: list[Deadline] = [Once(end.word, end) for end in ends.values()]
        return LastOf((FirstOf(tuple(ends.values())), *begun, *over))

    def floor(self, statutes: Statutes, start: str | None) -> Deadline:
        return AtAnyTime()


@dataclass(frozen=True, slots=True)
class Until:
    """Until an event, or until the first or last of several events and periods."""

    what: Deadline

    def __str__(self) -> str:
        return f"until {self.what}"

    def deadline(self, statutes: Statutes, start: str | None) -> Deadline:
        return self.what

    def floor(self, statutes: Statutes, start: str | None) -> Deadline:
        return AtAnyTime()


class Bound(StrEnum):
    """How a period binds: a ceiling (also when nothing is said), both, or a floor."""

    PLAIN = ""
    AT_MOST = "at most"
    EXACTLY = "exactly"
    AT_LEAST = "at least"


@dataclass(frozen=True, slots=True)
class Period:
    """A period after one event."""

    moment: Moment
    bound: Bound = Bound.PLAIN

    def __str__(self) -> str:
        return f"{self.bound} {self.moment}".lstrip()

    def deadline(self, statutes: Statutes, start: str | None) -> Deadline:
        return Open() if self.bound is Bound.AT_LEAST else self.moment

    def floor(self, statutes: Statutes, start: str | None) -> Deadline:
        return self.moment if self.bound in (Bound.EXACTLY, Bound.AT_LEAST) else AtAnyTime()


@dataclass(frozen=True, slots=True)
class Statutory:
    """As long as a statute demands for the document's class; of several that apply to it, the longest."""

    classes: tuple[str, ...]

    def __str__(self) -> str:
        return f"statutory {', '.join(self.classes)}"

    def deadline(self, statutes: Statutes, start: str | None) -> Deadline:
        moments = [statutes[name].moment(start) for name in self.classes]
        if len(moments) == 1:
            return moments[0]
        return LastOf((FirstOf(tuple(moments)), *(Once(moment.event, moment) for moment in moments)))

    def floor(self, statutes: Statutes, start: str | None) -> Deadline:
        return self.deadline(statutes, start)


Keep = Simple | While | Until | Period | Statutory


@dataclass(frozen=True, slots=True)
class Delete:
    """Erase; ``irrevocably`` so that no backup can bring it back."""

    irrevocably: bool = False

    def __str__(self) -> str:
        return "delete irrevocably" if self.irrevocably else "delete"


@dataclass(frozen=True, slots=True)
class Anonymise:
    """Remove everything that tells who it was."""

    def __str__(self) -> str:
        return "anonymise"


@dataclass(frozen=True, slots=True)
class AskAgain:
    """Ask the visitor for a new choice."""

    def __str__(self) -> str:
        return "ask again"


@dataclass(frozen=True, slots=True)
class MoveTo:
    """Hand the record to another purpose, under that purpose's rule."""

    purpose: str

    def __str__(self) -> str:
        return f"move to {self.purpose}"


@dataclass(frozen=True, slots=True)
class Restrict:
    """Block (Art. 18), in a store of its own if one is named, until a deadline or at most until a cap."""

    store: str | None = None
    until: Deadline | None = None
    at_most: Moment | None = None

    def __str__(self) -> str:
        store = f" in {self.store}" if self.store else ""
        return f"restrict{store}{_until_and_cap(self.until, self.at_most)}"

    def ends(self) -> Deadline:
        """When the restriction gives way to the next stage."""
        return _first(self.until, self.at_most)


Stage = Delete | Anonymise | AskAgain | MoveTo | Restrict


@dataclass(frozen=True, slots=True)
class Hold:
    """A reason not to erase yet; it binds a record once ``set_word`` happened to it and restricts it then.

    It ends at ``until``, at ``at_most`` or when it is released (``release_word``), whichever comes first. A
    hold for legal claims ignores its cap: past it the promise is at risk, and nothing is erased.
    """

    reason: str
    until: Deadline | None = None
    at_most: Moment | None = None
    review: Duration | None = None

    def __str__(self) -> str:
        review = f" review every {self.review}" if self.review else ""
        return f"for {self.reason}{_until_and_cap(self.until, self.at_most)}{review}"

    @property
    def set_word(self) -> str:
        """The event of setting the hold on a record."""
        return f"held_for_{self.reason}"

    @property
    def release_word(self) -> str:
        """The event of a person releasing the hold."""
        return f"released_from_{self.reason}"

    @property
    def is_for_legal_claims(self) -> bool:
        return self.reason in LEGAL_CLAIMS

    @property
    def is_statutory(self) -> bool:
        return self.reason in STATUTORY_DUTIES

    def ends(self) -> Deadline:
        """When the hold lets go of a record on which it was set."""
        return _first(self.until, Event(self.release_word), None if self.is_for_legal_claims else self.at_most)

    def deadline(self) -> Deadline:
        """The constraint on erasure: past from the start for records that are not held."""
        return Once(self.set_word, self.ends())


@dataclass(frozen=True, slots=True)
class Extension:
    """Longer keeping by a consent (or another act); withdrawn, the base rule counts again."""

    by: str
    to: Moment

    def __str__(self) -> str:
        return f"by {self.by} to {self.to}"

    @property
    def withdrawn_word(self) -> str:
        """The event that takes the extension back; it stays absent while a newer consent is in force."""
        return f"{self.by}_withdrawn"

    def deadline(self) -> Deadline:
        return Once(self.to.event, FirstOf((self.to, Event(self.withdrawn_word))))


@dataclass(frozen=True, slots=True)
class UseEnd:
    """One use ends at an event; storage goes on for the others."""

    use: str
    event: str

    def __str__(self) -> str:
        return f"{self.use} on {self.event}"


class Requests(StrEnum):
    """What an erasure request or an objection does to the period."""

    SHORTEN = "shorten"
    DO_NOT_SHORTEN = "do not shorten"
    BALANCE = "decide by balancing"


@dataclass(frozen=True, slots=True)
class DeviceSession:
    """On the device until the browser is closed."""

    def __str__(self) -> str:
        return "session"

    @property
    def max_age(self) -> timedelta | None:
        return None


@dataclass(frozen=True, slots=True)
class DeviceUntilCleared:
    """On the device until the visitor clears it, at most ``at_most``."""

    at_most: Duration | None = None

    def __str__(self) -> str:
        return f"until cleared at most {self.at_most}" if self.at_most else "until cleared"

    @property
    def max_age(self) -> timedelta | None:
        return self.at_most.nominal() if self.at_most else None


@dataclass(frozen=True, slots=True)
class DeviceFor:
    """On the device for a lifetime; ``is_cap`` when entries may declare a shorter one of their own."""

    duration: Duration
    is_cap: bool = False

    def __str__(self) -> str:
        return f"at most {self.duration}" if self.is_cap else str(self.duration)

    @property
    def max_age(self) -> timedelta | None:
        return self.duration.nominal()


Device = DeviceSession | DeviceUntilCleared | DeviceFor


class ProviderUnknown(StrEnum):
    """The provider decides alone and does not say how long."""

    UNKNOWN = "unknown"


Provider = Moment | ProviderUnknown


def _until_and_cap(until: Deadline | None, at_most: Moment | None) -> str:
    return (f" until {until}" if until else "") + (f" at most {at_most}" if at_most else "")


def _first(*parts: Deadline | None) -> Deadline:
    known = tuple(_known(parts))
    if not known:
        return Open()
    return known[0] if len(known) == 1 else FirstOf(known)


def _known(parts: tuple[Deadline | None, ...]) -> Iterator[Deadline]:
    return (part for part in parts if part is not None)

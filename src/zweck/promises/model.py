"""The promise: one object that is a sentence in the notice, a rule in the engine and a line in the proof.

The types differ in what their keeper needs, and one that needs nothing more is a plain subclass; all of them say
themselves in both languages and can be verified at a given time against a ``World`` (Art. 5(2) GDPR: accountability).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from zweck import texts
from zweck.declaration.keeping import Rule
from zweck.errors import Position

if TYPE_CHECKING:
    from zweck.promises.world import World


class Status(StrEnum):
    """How a promise stands."""

    KEPT = "kept"
    AT_RISK = "at_risk"
    BROKEN = "broken"
    UNEXERCISED = "unexercised"
    ATTESTED = "attested"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class State:
    """The status of a promise, why, and the numbers of the evidence entries behind it."""

    status: Status
    why: str
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the notice says: the text and the anchor it stands under."""

    promise: str
    anchor: str
    text: str
    language: str


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What the site commits to.

    ``id`` is the guarantee (``newsletter.unsubscribe``); ``activity`` whose promise it is; ``at`` its place in the
    declaration; ``text`` the message key of its sentence and ``arguments`` what it needs; ``keeper`` is ``zweck``,
    ``people`` (attested) or ``outside`` (declared, not kept by Zweck).
    """

    verb: ClassVar[str] = "promises"

    id: str
    activity: str
    at: Position
    text: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    keeper: str = "zweck"

    @property
    def anchor(self) -> str:
        """The fragment of the notice that says it; unique in a site."""
        area = self.id.partition(".")[0]
        return f"p-{self.id}" if area == self.activity else f"p-{self.id}--{self.activity}"

    def say(self, language: str) -> Sentence:
        """The sentence of the notice in ``language``."""
        return Sentence(self.id, self.anchor, self._message(language), language)

    def _message(self, language: str) -> str:
        said = {k: v(language) if callable(v) else v for k, v in self.arguments.items()}
        return texts.message(self.text, language, **said)

    def state(self, world: World, now: datetime) -> State:
        """How the promise stands at ``now``, by evidence."""
        if self.keeper == "outside":
            return State(Status.OUTSIDE, "not kept by Zweck")
        if self.keeper == "people":
            return _attested(self, world, now)
        return self._verify(world, now)

    def _verify(self, world: World, now: datetime) -> State:
        """By default a promise is kept when evidence shows it exercised and no entry shows a breach."""
        facts = world.facts(self.activity, self.id)
        if facts.breaches:
            return State(Status.BROKEN, f"{len(facts.breaches)} breach(es) on record", facts.breaches)
        if facts.count:
            return State(Status.KEPT, f"shown {facts.count} time(s)", facts.latest)
        return State(Status.UNEXERCISED, "nothing has happened yet that would show it")


def _attested(promise: Promise, world: World, now: datetime) -> State:
    found = world.attestation(promise.id)
    if found is None:
        return State(Status.AT_RISK, "nobody has attested it yet")
    if now >= found.review_at:
        return State(Status.AT_RISK, f"attested by {found.by}; the review was due on {found.review_at:%Y-%m-%d}")
    return State(Status.ATTESTED, f"attested by {found.by} until {found.review_at:%Y-%m-%d}")


@dataclass(frozen=True, kw_only=True)
class Keeps(Promise):
    """Data of one class is kept for a period and then erased, anonymised or restricted (Art. 5(1)(e))."""

    verb = "keeps"
    rule: Rule
    record_class: str = ""
    system: str = "store"
    soon: timedelta = timedelta(days=7)

    def say(self, language: str) -> Sentence:
        from zweck.texts.keeping import say_rule

        text = f"{self._message(language)}: {say_rule(self.rule, language)}"
        return Sentence(self.id, self.anchor, text, language)

    def _verify(self, world: World, now: datetime) -> State:
        reach = world.reach(self, now)
        if reach is None:
            return State(Status.OUTSIDE, f"system {self.system} is not connected")
        facts = world.facts(self.activity, self.id)
        if reach.overdue:
            return State(Status.BROKEN, f"{reach.overdue} record(s) past their period", facts.latest)
        if reach.due:
            return State(Status.AT_RISK, f"{reach.due} record(s) due and not yet swept", facts.latest)
        if facts.count or reach.held:
            return State(Status.KEPT, f"{reach.held} record(s) within their period", facts.latest)
        return State(Status.UNEXERCISED, "no record yet")


@dataclass(frozen=True, kw_only=True)
class Gates(Promise):
    """A service causes no request, cookie or storage entry before consent to it (§ 25 TDDDG)."""

    verb = "gates"
    service: str

    def _verify(self, world: World, now: datetime) -> State:
        facts = world.facts(self.activity, self.id)
        if facts.breaches:
            return State(Status.BROKEN, "an audit saw it before consent or after refusal", facts.breaches)
        if facts.count:
            return State(Status.KEPT, "the last audit saw nothing before consent", facts.latest)
        return State(Status.UNEXERCISED, "no audit yet")


@dataclass(frozen=True, kw_only=True)
class Collects(Promise):
    """Only the declared fields are collected (Art. 5(1)(c))."""

    verb = "collects"
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Discloses(Promise):
    """Only the declared fields reach a recipient, and only for the declared purpose (Art. 5(1)(b))."""

    verb = "discloses"
    recipient: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Anonymises(Promise):
    """A value is stored only in anonymised form (recital 26)."""

    verb = "anonymises"
    fields: tuple[str, ...] = ()


class Confirms(Promise):
    """Nothing is done before the person confirmed it by a link sent to them (Art. 7(1); § 7(2) no. 2 UWG)."""

    verb = "confirms"


class Offers(Promise):
    """A person can do something at any time: unsubscribe, withdraw, object, delete an account."""

    verb = "offers"


class Records(Promise):
    """A proof is written when something happens (Art. 5(2), 7(1))."""

    verb = "records"


class Answers(Promise):
    """A request of a person is answered within its deadline (Art. 12(3))."""

    verb = "answers"

    def _verify(self, world: World, now: datetime) -> State:
        facts = world.facts(self.activity, self.id)
        late = world.late_requests(now)
        if late or facts.breaches:
            return State(Status.BROKEN, f"{late} request(s) past their deadline", facts.breaches)
        if world.urgent_requests(now):
            return State(Status.AT_RISK, "a request is due within a week")
        return super()._verify(world, now)


@dataclass(frozen=True, kw_only=True)
class Attests(Promise):
    """An organisational promise, vouched for by a named role with a date and a review interval (Art. 24(1))."""

    verb = "attests"
    keeper: str = "people"

"""Keeping rules as people read them: whole sentences in German and English (Art. 13(2)(a) GDPR).

Every clause of a rule that a reader of the notice should know is said, and nothing that the rule does not hold.
Words come from ``keeping.<language>.ftl``; a word that is not listed there is quoted readably.
"""

from __future__ import annotations

from dataclasses import dataclass

from zweck.declaration.keeping import (
    STATUTES,
    Anonymise,
    AskAgain,
    Bound,
    Deadline,
    Delete,
    DeviceFor,
    DeviceSession,
    DeviceUntilCleared,
    Duration,
    Event,
    FirstOf,
    Hold,
    LastOf,
    Moment,
    MoveTo,
    Period,
    ProviderUnknown,
    Requests,
    Restrict,
    Rule,
    Simple,
    Stage,
    Statutory,
    Until,
    While,
)
from zweck.texts import has, message

_WORDED_NUMBERS = 12


def say_rule(rule: Rule, language: str) -> str:
    """The rule in full sentences; ``MissingText`` for a language without texts."""
    voice = _Voice(language)
    said = [*voice.kept(rule), *voice.copies(rule), *voice.changes(rule)]
    return " ".join([*said, *voice.elsewhere(rule), *voice.reviews(rule)])


def say_duration(duration: Duration, language: str, *, digits: bool = False) -> str:
    """``sechs Monate`` / ``six months``; with ``digits`` ``6 Monate`` (for tables)."""
    return _Voice(language).duration(duration, "nom", digits=digits)


def say_moment(moment: Moment, language: str) -> str:
    """``sechs Monate nach Ende des Bewerbungsverfahrens`` / ``six months after …``."""
    return _Voice(language).period(moment)


def say_end(rule: Rule, language: str) -> str:
    """What happens to the data and when, without the exceptions: the first sentences of ``say_rule``."""
    return " ".join(_Voice(language).kept(rule))


def say_exceptions(rule: Rule, language: str) -> str:
    """What changes the period: an early end, an extension, a hold; empty where nothing does."""
    return " ".join(_Voice(language).changes(rule))


def say_state(word: str, language: str) -> str:
    """A state as a clause: ``der Vertrag läuft`` / ``the contract runs``."""
    return _Voice(language).word("state", word)


def say_event(word: str, language: str, form: str = "once") -> str:
    """An event as a clause (``once``), after *nach*/*after* (``after``) or as the event of a year (``year``)."""
    return _Voice(language).event(word, form)


@dataclass(frozen=True, slots=True)
class _Voice:
    """Says the parts of a rule in one language."""

    language: str

    def say(self, key: str, **arguments: str) -> str:
        return message(f"keeping.{key}", self.language, **arguments)

    def word(self, kind: str, word: str) -> str:
        if has(f"keeping.{kind}-{word}", self.language):
            return self.say(f"{kind}-{word}")
        return self.say(f"unknown-{kind}", word=_readable(word))

    def event(self, word: str, form: str) -> str:
        if has(f"keeping.event-{word}.{form}", self.language):
            return self.say(f"event-{word}.{form}")
        return self.say(f"unknown-event-{form}", word=_readable(word))

    def duration(self, duration: Duration, case: str = "acc", *, digits: bool = False) -> str:
        unit = f"unit-{duration.unit}"
        if duration.count == 1:
            return f"1 {self.say(f'{unit}.single')}" if digits else self.say(f"{unit}.one-{case}")
        is_worded = not digits and duration.count <= _WORDED_NUMBERS
        number = self.say(f"number-{duration.count}") if is_worded else str(duration.count)
        return f"{number} {self.say(f'{unit}.many')}"

    def every(self, duration: Duration) -> str:
        if duration.count == 1:
            return self.say(f"unit-{duration.unit}.every")
        return self.say("every-many", duration=self.duration(duration))

    def period(self, moment: Moment) -> str:
        key, form = ("period-of-year", "year") if moment.year_end else ("period", "after")
        return self.say(key, duration=self.duration(moment.duration), event=self.event(moment.event, form))

    def joined(self, parts: list[str], word: str) -> str:
        """``a, b or c``, without relying on the language's list patterns, which quote no clauses."""
        return self.say(word).join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]

    def clause(self, deadline: Deadline, depth: int = 0) -> str:
        """The deadline as a subordinate clause: what has to be so for it to be over."""
        match deadline:
            case Event(word):
                return self.event(word, "once")
            case Moment():
                return self._passed(deadline)
            case FirstOf(parts):
                return self._several(parts, "or", depth)
            case LastOf(parts):
                return self._several(parts, "and", depth)
        raise TypeError(f"{type(deadline).__name__} is not said in a rule")

    def _passed(self, moment: Moment) -> str:
        number = "one" if moment.duration.count == 1 else "many"
        key, form = ("passed-year-", "year") if moment.year_end else ("passed-", "after")
        event = self.event(moment.event, form)
        return self.say(f"{key}{number}", duration=self.duration(moment.duration, "nom"), event=event)

    def _several(self, parts: tuple[Deadline, ...], word: str, depth: int) -> str:
        if len(parts) == 1:
            return self.clause(parts[0], depth)
        said = [self.clause(part, depth + 1) for part in parts]
        is_nested = any(isinstance(part, (FirstOf, LastOf)) and len(part.parts) > 1 for part in parts)
        joined = self.joined(said, {"and": "and-also", "or": "or-else"}[word] if is_nested else word)
        if depth == 0:
            return joined
        if depth > 1 or is_nested:
            return self.say("grouped", inner=joined)
        if word == "or":
            return self.say("either", first=joined)
        return self.say("both", first=self.joined(said, "as-well-as"))

    def when(self, deadline: Deadline) -> str:
        """The deadline as it follows *we delete the data*, with what separates it."""
        if isinstance(deadline, Moment):
            return self.say("when-period", period=self.period(deadline))
        if isinstance(deadline, (FirstOf, LastOf)):
            return self._when_several(deadline)
        return self.say("when-event", clause=self.clause(deadline))

    def _when_several(self, deadline: FirstOf | LastOf) -> str:
        """Periods after what happens (*once …, but no later than …*); only one period can be said so."""
        word = "or" if isinstance(deadline, FirstOf) else "and"
        moments = [part for part in deadline.parts if isinstance(part, Moment)]
        others = tuple(part for part in deadline.parts if not isinstance(part, Moment))
        if len(moments) == 1 and others:
            clause = self.clause(type(deadline)(others))
            return self.say(f"when-event-{word}-period", clause=clause, period=self.period(moments[0]))
        if len(moments) == 2 and not others:
            first, second = (self.period(moment) for moment in moments)
            return self.say(f"when-period-{word}-period", first=first, second=second)
        return self.say("when-event", clause=self.clause(deadline))

    def until(self, deadline: Deadline | None, cap: Moment | None) -> str:
        """How long a restriction or hold lasts; empty when nothing is said."""
        if deadline is None:
            return self.say("no-longer-alone", period=self.period(cap)) if cap else ""
        if isinstance(deadline, Moment):
            said = self.say("until-period", period=self.period(deadline))
        else:
            said = self.say("until-event", clause=self.clause(deadline))
        return said + (self.say("no-longer", period=self.period(cap)) if cap else "")

    def kept(self, rule: Rule) -> list[str]:
        """How long, and what happens then."""
        match rule.keep:
            case None:
                return []
            case Simple.NOTHING:
                return [self.say("kept-not")]
            case Simple.UNLIMITED:
                return [self.say("kept-unlimited"), *self._reason(rule)]
            case Period(moment, Bound.AT_LEAST):
                return [self.say("kept-at-least", period=self.period(moment))]
            case Simple.CALL:
                return [
                    self.say("kept-while", states=self.word("state", "call")),
                    *self.afterwards(rule.stages),
                ]
            case While(states):
                lasting = self.joined([self.word("state", state) for state in states], "or")
                return [self.say("kept-while", states=lasting), *self.afterwards(rule.stages)]
            case Statutory():
                return [self._statutory(rule.keep, rule.start), *self.afterwards(rule.stages)]
            case Period(moment, bound):
                return self._done(rule, self._bound(moment, bound))
            case Until(what):
                return self._done(rule, self.when(what))
        return self._done(rule, self.when(Event("session_ended")))

    def _bound(self, moment: Moment, bound: Bound) -> str:
        period = self.period(moment)
        if bound is Bound.AT_MOST:
            period = self.say("at-most", period=period)
        elif bound is Bound.EXACTLY:
            period = self.say("exactly", period=period)
        return self.say("when-period", period=period)

    def _done(self, rule: Rule, when: str) -> list[str]:
        first, *rest = rule.stages
        return [self.stage("do", first, when=when), *self._restricted(first), *self.afterwards(tuple(rest))]

    def _statutory(self, keep: Statutory, start: str | None) -> str:
        classes = [
            self.say(
                "class-for",
                **{"class": self.word("class", name), "duration": self.duration(STATUTES[name].duration)},
            )
            for name in keep.classes
        ]
        listed = self.joined(classes, "and")
        if start is None:
            return self.say("kept-statutory", classes=listed)
        return self.say("kept-statutory-from", classes=listed, event=self.event(start, "year"))

    def stage(self, key: str, stage: Stage, **arguments: str) -> str:
        match stage:
            case Delete(irrevocably):
                name = "delete-irrevocably" if irrevocably else "delete"
            case Anonymise():
                name = "anonymise"
            case AskAgain():
                name = "ask"
            case MoveTo(purpose):
                name = "move"
                arguments["purpose"] = self.word("purpose", purpose)
            case Restrict():
                name = "restrict"
        return self.say(f"{key}-{name}", **arguments)

    def _restricted(self, stage: Stage) -> list[str]:
        if not isinstance(stage, Restrict):
            return []
        store = self.word("store", stage.store) if stage.store else ""
        until = self.until(stage.until, stage.at_most)
        return [self.say("restricted" if until else "restricted-open", store=store, until=until)]

    def afterwards(self, stages: tuple[Stage, ...]) -> list[str]:
        """The stages that follow, each with how long it lasts."""
        return [said for stage in stages for said in (self.stage("then", stage), *self._restricted(stage))]

    def changes(self, rule: Rule) -> list[str]:
        """What ends, extends, holds or shortens the period."""
        said: list[str] = []
        if rule.end:
            first = rule.stages[0]
            said.append(self.stage("at-once", first, clause=self.event(rule.end, "once")))
            if _has_no_end_of_its_own(rule):
                said.extend([*self._restricted(first), *self.afterwards(rule.stages[1:])])
        if rule.extend:
            by, period = self.word("by", rule.extend.by), self.period(rule.extend.to)
            said.append(self.say("extended", by=by, period=period))
            if rule.extend.by == "consent":
                said.append(self.say("extension-withdrawn"))
        for hold in rule.holds:
            said.extend(self._held(hold))
        if rule.use_ends:
            clause, use = self.event(rule.use_ends.event, "once"), self.word("use", rule.use_ends.use)
            said.append(self.say("use-ends", clause=clause, use=use))
        if rule.requests:
            said.extend(self._requests(rule, rule.requests))
        return said

    def _held(self, hold: Hold) -> list[str]:
        said = [self.say("held", why=self.word("hold", hold.reason), until=self.until(hold.until, hold.at_most))]
        return [*said, self.say("held-review", every=self.every(hold.review))] if hold.review else said

    def _requests(self, rule: Rule, requests: Requests) -> list[str]:
        key = {Requests.SHORTEN: "shorten", Requests.DO_NOT_SHORTEN: "do-not-shorten"}.get(requests, "balance")
        reason = self._reason(rule) if requests is Requests.DO_NOT_SHORTEN else []
        return [self.say(f"requests-{key}"), *reason]

    def _reason(self, rule: Rule) -> list[str]:
        if not rule.reason:
            return []
        known = f"reason-{rule.reason}"
        reason = self.say(known) if has(f"keeping.{known}", self.language) else rule.reason.rstrip(".")
        return [self.say("because", reason=reason)]

    def copies(self, rule: Rule) -> list[str]:
        """Where else the data goes too."""
        if not rule.copies:
            return []
        return [self.say("copies", copies=self.joined([self.word("copy", name) for name in rule.copies], "and"))]

    def elsewhere(self, rule: Rule) -> list[str]:
        """The visitor's device and the provider."""
        said: list[str] = []
        match rule.device:
            case DeviceSession():
                said.append(self.say("device-session"))
            case DeviceUntilCleared(None):
                said.append(self.say("device-until-cleared"))
            case DeviceUntilCleared(Duration() as most):
                said.append(self.say("device-until-cleared-at-most", duration=self.duration(most)))
            case DeviceFor(duration, is_cap):
                said.append(self.say("device-at-most" if is_cap else "device-for", duration=self.duration(duration)))
        return [*said, *self._provider(rule)]

    def _provider(self, rule: Rule) -> list[str]:
        said: list[str] = []
        if rule.provider is ProviderUnknown.UNKNOWN:
            said.append(self.say("provider-unknown"))
        elif isinstance(rule.provider, Moment):
            said.append(self.say("provider-for", period=self.period(rule.provider)))
        if rule.source:
            said.append(self.say("source", source=self.word("source", rule.source)))
        return said

    def reviews(self, rule: Rule) -> list[str]:
        """How often somebody looks again."""
        if rule.review is None:
            return []
        key = "review-need" if rule.keep is Simple.UNLIMITED else "review"
        return [self.say(key, every=self.every(rule.review))]


def _has_no_end_of_its_own(rule: Rule) -> bool:
    """Whether only ``end`` tells what becomes of the data in the end."""
    return rule.keep is Simple.UNLIMITED or (isinstance(rule.keep, Period) and rule.keep.bound is Bound.AT_LEAST)


def _readable(word: str) -> str:
    return " ".join(word.replace("_", " ").split()) or word

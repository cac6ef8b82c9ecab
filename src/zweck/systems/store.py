"""The built-in store as a system: finds, exports, corrects, restricts, erases and sweeps its records.

An erasure that a statute, an exact period or a hold forbids becomes a restriction with an end (Art. 17(3), 18 GDPR,
§ 35(3) BDSG); nothing else keeps a record back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from zweck.clock import BERLIN
from zweck.declaration.keeping import LONG_AGO, Anonymise, AskAgain, MoveTo, Requests, Restrict, Rule
from zweck.promises import Keeps, Reach
from zweck.store.due import ERASURE_DEFERRED, Due, Scope
from zweck.store.walk import FIRST, Position
from zweck.systems.system import Cause, Done, Holding, Item, Who

if TYPE_CHECKING:
    from zweck.declaration import Declaration
    from zweck.declaration.keeping import Stage
    from zweck.store import Record, Store, Tx
    from zweck.store.holds import Hold

GRACE = timedelta(days=1)
"""How long the sweep may take to come round before a promise counts as broken."""

_PAGE = 100
_NO_CAUSE = Cause()


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What an erasure request means for one record: erased now, or restricted until a day (or openly)."""

    is_erased: bool
    until: datetime | None = None
    why: str = ""


@dataclass(slots=True)
class _Sweep:
    """A sweep under way: where the last batch of each stage ended, so that the next does not walk over what stays."""

    now: datetime
    ends: dict[int, Position] = field(default_factory=dict)


class StoreSystem:
    """The records of one site in the store."""

    name = "store"

    def __init__(self, store: Store, declaration: Declaration) -> None:
        self._store = store
        self._declaration = declaration
        self._site = declaration.id
        self._sweeps: dict[tuple[str, str], _Sweep] = {}

    def find(self, who: Who) -> Iterator[Holding]:
        """What is held about a person, per activity and record class."""
        with self._store.read(self._site) as tx:
            found = _records(tx, who)
        groups: dict[tuple[str, str], list[datetime]] = {}
        for record in found:
            groups.setdefault((record.activity, record.record_class), []).append(record.created_at)
        for (activity, record_class), times in groups.items():
            yield Holding(self.name, activity, record_class, len(times), min(times))

    def export(self, who: Who) -> Iterator[Item]:
        """Everything held about a person, a page of records at a time."""
        with self._store.read(self._site) as tx:
            ids = [i for s in _subjects(tx, who) for i in tx.records.ids_of_subject(s)]
        for start in range(0, len(ids), _PAGE):
            with self._store.read(self._site) as tx:
                page = tx.records.many(ids[start : start + _PAGE])
            yield from (self._item(record) for record in page)

    def correct(self, who: Who, changes: Mapping[str, Any], cause: Cause = _NO_CAUSE) -> Done:
        """Rectify fields in every record that has them, in one transaction (Art. 16)."""
        count = 0
        with self._store.begin(self._site) as tx:
            for record in _records(tx, who):
                touched = {k: v for k, v in changes.items() if k in record.data and record.data[k] != v}
                if touched:
                    tx.records.change(record.id, touched, cause.promises)
                    count += 1
            if count:
                _note(tx, "system.corrected", cause, {"system": self.name, "count": count, "fields": sorted(changes)})
        return Done(count)

    def restrict(self, who: Who, reason: str, cause: Cause = _NO_CAUSE) -> Done:
        """Restrict every record of a person, in one transaction (Art. 18)."""
        with self._store.begin(self._site) as tx:
            ids = [r.id for r in _records(tx, who) if r.record_class != "request"]
            count = tx.records.restrict(ids, ground=reason)
            if count:
                _note(tx, "system.restricted", cause, {"system": self.name, "count": count, "ground": reason})
        return Done(count, restricted=count)

    def lift(self, who: Who, cause: Cause = _NO_CAUSE) -> Done:
        """End the restriction of a person's records, but for erasures that are only put off."""
        with self._store.begin(self._site) as tx:
            ids = [r.id for r in _records(tx, who) if r.restriction_ground != ERASURE_DEFERRED]
            count = tx.records.lift(ids)
            if count:
                _note(tx, "system.lifted", cause, {"system": self.name, "count": count})
        return Done(count)

    def erase(
        self,
        who: Who,
        classes: Sequence[str] | None = None,
        cause: Cause = _NO_CAUSE,
        activities: Sequence[str] | None = None,
    ) -> Done:
        """Erase a person's records (of these activities and classes) in one transaction; idempotent.

        What must be kept is restricted until it need not be; ``detail`` counts the reasons. Requests of the person
        are proof of how they were answered and stay under their own rule.
        """
        erased: list[str] = []
        kept: list[tuple[str, _Verdict]] = []
        with self._store.begin(self._site) as tx:
            found = _records(tx, who)
            holds = tx.holds.of_many([r.id for r in found])
            for record in found:
                if record.record_class == "request" or (classes is not None and record.record_class not in classes):
                    continue
                if activities is not None and record.activity not in activities:
                    continue
                verdict = self._verdict(record, holds.get(record.id, []), tx.now)
                if verdict.is_erased:
                    erased.append(record.id)
                else:
                    kept.append((record.id, verdict))
            count = tx.records.erase(erased)
            ends = _by_end({i: v.until for i, v in kept})
            changed = sum(tx.records.restrict(some, end, ERASURE_DEFERRED) for end, some in ends.items())
            reasons = Counter(v.why for _, v in kept)
            if count or changed:
                detail = {"system": self.name, "count": count, "restricted": len(kept), **reasons}
                _note(tx, "system.erased", cause, detail)
        return Done(count, restricted=len(kept), until=max(filter(None, ends), default=None), detail=dict(reasons))

    def reach(self, promise: Keeps, now: datetime) -> Reach:
        """What a keeping rule has reached: held, due, and due for longer than a day."""
        with self._store.read(self._site) as tx:
            due = self._due(tx, promise)
            return Reach(due.held(), due.count(now), self._due(tx, promise).count(now - GRACE))

    def due(self, promise: Keeps, now: datetime) -> int:
        """How many records a keeping rule has reached and that were not yet swept."""
        with self._store.read(self._site) as tx:
            return self._due(tx, promise).count(now)

    def oldest(self, promise: Keeps, now: datetime) -> datetime | None:
        """When the oldest record that is due came in."""
        with self._store.read(self._site) as tx:
            return self._due(tx, promise).oldest(now)

    def sweep(self, promise: Keeps, now: datetime, limit: int = 500) -> Done:
        """Do what is due for at most ``limit`` records, oldest first, with its evidence in one transaction.

        Erasures are noted for backups at once; whoever sweeps batch after batch settles the store after the last one.
        """
        stages = promise.rule.stages
        name = (promise.activity, promise.id)
        going = self._sweeps.get(name)
        if going is None or going.now != now:
            going = self._sweeps[name] = _Sweep(now)
        for number in reversed(range(len(stages))):  # the last stage first: nothing is restricted only to be erased
            if isinstance(stages[number], AskAgain):
                continue
            with self._store.begin(self._site, scrub=False) as tx:
                ids, end = self._due(tx, promise).ids(number, now, limit, going.ends.get(number, FIRST))
                if not ids:
                    continue
                word, count = self._apply(tx, promise, stages[number], ids, now)
                cause = Cause(promise.activity, (promise.id,))
                _note(tx, f"records.{word}", cause, {"system": self.name, "count": count, "stage": number})
            going.ends[number] = end
            return Done(count, more=True, detail={word: count})
        self._sweeps.pop(name, None)
        return Done()

    def scope(self, promise: Keeps) -> Scope:
        """The rows that a keeping promise is about."""
        activity = self._declaration.activities[promise.activity]
        wanted = promise.rule.for_ or promise.record_class
        named = tuple(r.for_ for r in activity.rules if r.for_)
        if activity.kind == "consent" and (not wanted or "consent" in wanted):
            return Scope(promise.activity, table="consent")
        if activity.kind == "newsletter" and wanted == "suppression":
            return Scope(promise.activity, table="suppression")
        if not wanted:
            return Scope(promise.activity, others=named)
        # where every rule names a class, the first also covers records of no class
        is_first = len(named) == len(activity.rules) and named and named[0] == wanted
        return Scope(promise.activity, classes=(wanted, "") if is_first else (wanted,))

    def rule_of(self, record: Record) -> Rule | None:
        """The keeping rule that a record is under."""
        activity = self._declaration.activities.get(record.activity)
        if activity is None:
            return None
        rules = {r.for_ or "": r for r in reversed(activity.rules)}
        return rules.get(record.record_class) or rules.get("") or next(iter(activity.rules), None)

    def _due(self, tx: Tx, promise: Keeps) -> Due:
        return Due(tx, self.scope(promise), promise.rule)

    def _apply(self, tx: Tx, promise: Keeps, stage: Stage, ids: list[str], now: datetime) -> tuple[str, int]:
        scope = self.scope(promise)
        if scope.table == "consent":
            return "erased", tx.consents.erase_rows(ids)
        if scope.table == "suppression":
            return "erased", tx.suppression.remove_rows(ids)
        match stage:
            case Anonymise():
                return "anonymised", tx.records.anonymise(ids, weak_holds_yield=True)
            case Restrict():
                return "restricted", self._restrict_each(tx, promise.rule, ids)
            case MoveTo(purpose):
                known = purpose in self._declaration.activities
                return "moved", tx.records.move(ids, *((purpose, "") if known else (promise.activity, purpose)))
        return "erased", tx.records.erase(ids, weak_holds_yield=True)

    def _restrict_each(self, tx: Tx, rule: Rule, ids: list[str]) -> int:
        events, last = tx.records.events_of(ids), len(rule.stages) - 1
        ends = {i: rule.due(events.get(i, {}), BERLIN, stage=last) for i in ids}
        return sum(tx.records.restrict(some, end, "retention") for end, some in _by_end(ends).items())

    def _verdict(self, record: Record, holds: Sequence[Hold], now: datetime) -> _Verdict:
        """Art. 17(3): what keeps a record from being erased, the strongest reason first."""
        if holds:
            until = [h.until for h in holds if h.until]
            return _Verdict(False, max(until) if len(until) == len(holds) else None, "hold")
        rule = self.rule_of(record)
        if rule is None:
            return _Verdict(True)
        last = rule.due(record.events, BERLIN, stage=len(rule.stages) - 1)
        first = rule.stages[0]
        if isinstance(first, Restrict):  # the request ends the purpose at once, the statute goes on
            ends = first.ends().due(record.events, BERLIN)
            if not _is_over(ends, now):
                return _Verdict(False, ends, "statute")
        earliest = rule.earliest(record.events, BERLIN)
        if not _is_over(earliest, now):
            return _Verdict(False, earliest, "period")
        if rule.requests is Requests.DO_NOT_SHORTEN and not _is_over(last, now):
            return _Verdict(False, last, "declared")
        if rule.requests is Requests.BALANCE and not _is_over(last, now):
            return _Verdict(False, last, "balancing")
        return _Verdict(True)

    def _item(self, record: Record) -> Item:
        return Item(
            system=self.name,
            activity=record.activity,
            record_class=record.record_class,
            data=record.data,
            events=record.events,
            id=record.id,
            status=record.status,
            files=record.files,
        )


def _by_end(ends: Mapping[str, datetime | None]) -> dict[datetime | None, list[str]]:
    made: dict[datetime | None, list[str]] = {}
    for each, end in ends.items():
        made.setdefault(end, []).append(each)
    return made


def _is_over(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and (moment == LONG_AGO or moment <= now)


def _subjects(tx: Tx, who: Who) -> list[str]:
    pairs = [(n, v) for n, given in who.items() for v in ([given] if isinstance(given, str) else given)]
    return sorted({s for name, value in pairs for s in tx.subjects.find({name: value})})


def _records(tx: Tx, who: Who) -> list[Record]:
    return [record for subject in _subjects(tx, who) for record in tx.records.of_subject(subject)]


def _note(tx: Tx, event: str, cause: Cause, detail: dict[str, Any]) -> None:
    tx.evidence(event, cause.activity, cause.promises, cause.record or None, detail)

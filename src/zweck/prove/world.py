"""The world as promises see it: facts from verified evidence, reach from the systems, attestations, deadlines.

Nothing here decides: a promise looks at these numbers and says how it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from zweck.clock import BERLIN, start_of_day
from zweck.declaration.keeping import KeepingError, parse_rule
from zweck.errors import SystemFailure
from zweck.evidence import Entry
from zweck.promises import Facts, Keeps, Reach, Vouched
from zweck.systems import System, systems_of

if TYPE_CHECKING:
    from zweck.declaration import Declaration
    from zweck.store import Store

URGENT = timedelta(days=7)
LATEST = 5


@dataclass
class _Count:
    count: int = 0
    latest: list[int] = field(default_factory=list)
    breaches: list[int] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        if entry.breach:
            self.breaches.append(entry.seq)
            return
        self.count += 1
        self.latest = [*self.latest[-LATEST + 1 :], entry.seq]


class StoreWorld:
    """The view on a running site; entries are told to it while the chain is verified."""

    def __init__(
        self,
        declaration: Declaration,
        store: Store,
        systems: Mapping[str, System],
        since: datetime | None = None,
    ) -> None:
        self._declaration = declaration
        self._store = store
        self._systems = systems
        self._since = since
        self._facts: dict[tuple[str, str], _Count] = {}

    def see(self, entry: Entry) -> None:
        """Take an entry of evidence into account; what cannot be read shows nothing."""
        try:
            promises, at = entry.promise_ids, entry.moment
        except (ValueError, TypeError):
            return
        if self._since is None or at >= self._since:
            for promise in promises:
                self._facts.setdefault((entry.activity, promise), _Count()).add(entry)

    def facts(self, activity: str, promise: str) -> Facts:
        """The evidence for one promise of one activity (or of the site as a whole)."""
        found = [c for c in (self._facts.get((activity, promise)), self._facts.get(("", promise))) if c]
        latest = sorted(seq for c in found for seq in c.latest)[-LATEST:]
        breaches = sorted(seq for c in found for seq in c.breaches)
        return Facts(sum(c.count for c in found), tuple(latest), tuple(breaches))

    def reach(self, promise: Keeps, now: datetime) -> Reach | None:
        """What a keeping rule has reached in its systems; ``None`` when one is not connected or does not answer."""
        try:
            found = [s.reach(promise, now) for s in systems_of(promise, self._declaration, self._systems)]
        except SystemFailure:
            return None
        if not found:
            return None
        return Reach(sum(r.held for r in found), sum(r.due for r in found), sum(r.overdue for r in found))

    def attestation(self, promise: str) -> Vouched | None:
        """Who vouches for an organisational promise, and until when."""
        said = self._declaration.attestations.get(promise)
        if said is None:
            return None
        at = start_of_day(said.on)
        try:
            review_at = parse_rule(f"{said.review} after attested").due({"attested": at}, BERLIN)
        except KeepingError:
            review_at = None
        return Vouched(said.by, at, review_at or at)

    def late_requests(self, now: datetime) -> int:
        """Open requests whose deadline is over."""
        return self._due_before(now)

    def urgent_requests(self, now: datetime) -> int:
        """Open requests that are due within a week."""
        return self._due_before(now + URGENT)

    def _due_before(self, moment: datetime) -> int:
        with self._store.read(self._declaration.id) as tx:
            return tx.requests.due_before(moment)

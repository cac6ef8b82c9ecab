"""The rows of background work: leased, fenced by the lease holder, retried with growing pauses, once per key.

``work`` runs them. Arguments hold ids, never personal data.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from zweck.evidence import check_detail
from zweck.store.ids import new_id
from zweck.store.ledger import job, periodic

if TYPE_CHECKING:
    from zweck.store.transaction import Tx

WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """A step of work that was leased: only ``holder`` may finish it."""

    id: str
    site: str
    name: str
    arguments: dict[str, Any]
    attempts: int
    max_attempts: int
    holder: str


class Jobs:
    """The jobs of a site; ``claim`` and ``due_sites`` look across all sites."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def add(
        self,
        name: str,
        arguments: Mapping[str, Any] | None = None,
        *,
        key: str | None = None,
        run_at: datetime | None = None,
        max_attempts: int = 8,
    ) -> str | None:
        """Add a job in this transaction; gives its id, or ``None`` when one with this ``key`` was added before."""
        if key is not None and self._known(key):
            return None
        made = new_id(self._tx.now)
        row = {
            "site_id": self._tx.site,
            "id": made,
            "name": name,
            "arguments": check_detail(arguments or {}),
            "key": key,
            "status": WAITING,
            "run_at": run_at or self._tx.now,
            "attempts": 0,
            "max_attempts": max_attempts,
            "lease_holder": "",
            "lease_until": None,
            "failure": "",
            "finished_at": None,
        }
        self._tx.execute(sa.insert(job), row)
        return made

    def claim(self, lease: timedelta) -> Job | None:
        """Lease the job that has waited longest, of any site; also one whose lease ran out."""
        ready = sa.or_(
            sa.and_(job.c.status == WAITING, job.c.run_at <= self._tx.now),
            sa.and_(job.c.status == RUNNING, job.c.lease_until <= self._tx.now),
        )
        query = sa.select(job).where(ready).order_by(job.c.run_at, job.c.id).limit(1)
        row = self._tx.execute(query.with_for_update(skip_locked=True) if self._tx.is_postgres else query).one_or_none()
        if row is None:
            return None
        holder = secrets.token_hex(16)
        self._tx.execute(
            sa.update(job)
            .where(job.c.site_id == row.site_id, job.c.id == row.id)
            .values(
                status=RUNNING,
                lease_holder=holder,
                lease_until=self._tx.now + lease,
                attempts=row.attempts + 1,
            )
        )
        return Job(row.id, row.site_id, row.name, row.arguments, row.attempts + 1, row.max_attempts, holder)

    def extend(self, leased: Job, lease: timedelta) -> bool:
        """Keep a lease alive; whether it is still ours."""
        return self._finish(leased, lease_until=self._tx.now + lease)

    def complete(self, leased: Job) -> bool:
        """Mark a job done; ``False`` when the lease was lost (then nothing of this transaction may stand)."""
        return self._finish(leased, status=DONE, lease_holder="", lease_until=None, finished_at=self._tx.now)

    def fail(self, leased: Job, failure: str, retry_at: datetime | None) -> bool:
        """Mark an attempt failed; ``failure`` is a word; without ``retry_at`` the job is given up."""
        values: dict[str, Any] = {"failure": failure[:200], "lease_holder": "", "lease_until": None}
        if retry_at is None:
            return self._finish(leased, status=FAILED, finished_at=self._tx.now, **values)
        return self._finish(leased, status=WAITING, run_at=retry_at, **values)

    def count(self, status: str) -> int:
        """How many jobs of the site are ``waiting``, ``running``, ``done`` or ``failed``."""
        query = sa.select(sa.func.count()).where(job.c.site_id == self._tx.site, job.c.status == status)
        return int(self._tx.execute(query).scalar_one())

    def prune(self, before: datetime) -> int:
        """Remove jobs finished before ``before``; gives how many."""
        place = (job.c.site_id == self._tx.site, job.c.finished_at < before)
        return int(self._tx.execute(sa.delete(job).where(*place)).rowcount)

    def take_turn(self, name: str, every: timedelta) -> bool:
        """Whether the periodic task ``name`` is due now; the one who gets ``True`` has it, until the next turn."""
        place = (periodic.c.site_id == self._tx.site, periodic.c.name == name)
        values = {"next_at": self._tx.now + every, "last_at": self._tx.now}
        taken = sa.update(periodic).where(*place, periodic.c.next_at <= self._tx.now).values(values)
        if self._tx.execute(taken).rowcount:
            return True
        from sqlalchemy.dialects import postgresql, sqlite

        insert = (postgresql.insert if self._tx.is_postgres else sqlite.insert)(periodic)
        row = {"site_id": self._tx.site, "name": name, **values}
        begun = insert.values(row).on_conflict_do_nothing().returning(periodic.c.name)
        return self._tx.execute(begun).first() is not None

    def _known(self, key: str) -> bool:
        place = (job.c.site_id == self._tx.site, job.c.key == key)
        return self._tx.execute(sa.select(job.c.id).where(*place)).first() is not None

    def _finish(self, leased: Job, **values: Any) -> bool:
        place = (
            job.c.site_id == leased.site,
            job.c.id == leased.id,
            job.c.lease_holder == leased.holder,
            job.c.status == RUNNING,
        )
        return self._tx.execute(sa.update(job).where(*place).values(values)).rowcount == 1

"""The rows of the evidence chain: appended in the same transaction as what they show, one after the other.

The head row is locked for the length of the transaction, so entries of parallel transactions never share a number
(Art. 5(2) GDPR).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from zweck.evidence import Checkpoint, CheckpointKey, Entry, Head, chain, check_detail, check_word
from zweck.store.ledger import checkpoint, evidence, evidence_head

if TYPE_CHECKING:
    from zweck.store.transaction import Tx

_ENTRY = (
    evidence.c.site_id.label("site"),
    *(evidence.c[n] for n in ("seq", "at", "event", "activity", "promises", "record", "detail", "breach")),
    evidence.c.previous,
    evidence.c.hash,
)
# statements that are built once: this is the hottest path of the store
_APPEND = sa.insert(evidence)
_MOVE_HEAD = (
    sa.update(evidence_head)
    .where(evidence_head.c.site_id == sa.bindparam("of_site"))
    .values(seq=sa.bindparam("to_seq"), hash=sa.bindparam("to_hash"))
)


class Chain:
    """The site's evidence."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx
        self._locked: Head | None = None

    def append(
        self,
        event: str,
        activity: str,
        promises: tuple[str, ...],
        record: str,
        detail: Mapping[str, Any],
        breach: bool,
    ) -> int:
        """Add one entry; gives its number; raises ``RefusedError`` for anything that could be personal."""
        entry = chain(
            self._locked_head(),
            site=self._tx.site,
            at=self._tx.now,
            event=check_word(event, "event"),
            activity=check_word(activity, "activity"),
            promises=tuple(check_word(p, "promise") for p in promises),
            record=check_word(record, "record"),
            detail=check_detail(detail),
            breach=breach,
        )
        values = asdict(entry)
        values["site_id"] = values.pop("site")
        self._tx.execute(_APPEND, values)
        moved = {"of_site": self._tx.site, "to_seq": entry.seq, "to_hash": entry.hash}
        self._tx.execute(_MOVE_HEAD, moved)
        self._locked = Head(entry.seq, entry.hash)
        return entry.seq

    def head(self) -> Head:
        """Where the chain ends."""
        row = self._tx.execute(self._head_row()).one_or_none()
        return Head(row.seq, row.hash) if row else Head()

    def entries(self, after: int = 0, until: int | None = None) -> Iterator[Entry]:
        """The entries after number ``after``, oldest first, streamed."""
        query = sa.select(*_ENTRY).where(evidence.c.site_id == self._tx.site, evidence.c.seq > after)
        if until is not None:
            query = query.where(evidence.c.seq <= until)
        query = query.order_by(evidence.c.seq).execution_options(yield_per=1000)
        return (Entry(*row) for row in self._tx.execute(query))

    def latest(self, limit: int = 50, before: int | None = None, record: str = "", activity: str = "") -> list[Entry]:
        """The newest entries, newest first, of one record or activity if named."""
        query = sa.select(*_ENTRY).where(evidence.c.site_id == self._tx.site)
        if before is not None:
            query = query.where(evidence.c.seq < before)
        if record:
            query = query.where(evidence.c.record == record)
        if activity:
            query = query.where(evidence.c.activity == activity)
        rows = self._tx.execute(query.order_by(evidence.c.seq.desc()).limit(limit))
        return [Entry(*row) for row in rows]

    def checkpoints(self) -> list[Checkpoint]:
        """Every checkpoint, oldest first."""
        columns = [checkpoint.c.site_id, *(checkpoint.c[n] for n in Checkpoint.__slots__ if n != "site")]
        query = sa.select(*columns).where(checkpoint.c.site_id == self._tx.site).order_by(checkpoint.c.number)
        return [Checkpoint(*row) for row in self._tx.execute(query)]

    def sign(self, key: CheckpointKey, at: datetime) -> Checkpoint | None:
        """Sign the present end of the chain; ``None`` when the last checkpoint still covers it."""
        head, points = self._locked_head(), self.checkpoints()
        last = points[-1] if points else None
        if not head.seq or (last and last.seq == head.seq):
            return None
        made = key.sign(head, self._tx.site, at, last)
        values = asdict(made)
        values["site_id"] = values.pop("site")
        self._tx.execute(sa.insert(checkpoint), values)
        return made

    def _head_row(self) -> sa.Select[Any]:
        return sa.select(evidence_head.c.seq, evidence_head.c.hash).where(evidence_head.c.site_id == self._tx.site)

    def _locked_head(self) -> Head:
        if self._locked is not None:  # the lock lasts as long as the transaction
            return self._locked
        query = self._head_row().with_for_update() if self._tx.is_postgres else self._head_row()
        row = self._tx.execute(query).one_or_none()
        if row is None:
            self._start()
            row = self._tx.execute(query).one()
        self._locked = Head(row.seq, row.hash)
        return self._locked

    def _start(self) -> None:
        values = {"site_id": self._tx.site, "seq": 0, "hash": Head().hash}
        if self._tx.is_postgres:
            from sqlalchemy.dialects.postgresql import insert

            self._tx.execute(insert(evidence_head).values(values).on_conflict_do_nothing())
        else:
            self._tx.execute(sa.insert(evidence_head).values(values))

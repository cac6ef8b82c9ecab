"""Records: what an activity holds about a person, its personal fields sealed, its events in the open.

Keeping rules count from events; restriction and erasure act here (Art. 5(1)(e), 16–18 GDPR).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from zweck.errors import NotFoundError, RefusedError
from zweck.store.files import FileInfo
from zweck.store.ids import new_id
from zweck.store.seal import seal, unseal
from zweck.store.tables import event, file, mail, record

if TYPE_CHECKING:
    from zweck.store.transaction import Tx

ACTIVE, RESTRICTED, ANONYMISED = "active", "restricted", "anonymised"
_PAGE = 500


@dataclass(frozen=True, slots=True)
class Record:
    """One record, unsealed. ``plain`` and ``events`` are not personal; ``data`` is."""

    id: str
    activity: str
    record_class: str
    subject: str | None
    data: dict[str, Any] = field(repr=False)
    plain: dict[str, Any]
    events: dict[str, datetime]
    status: str
    created_at: datetime
    files: tuple[FileInfo, ...] = field(repr=False)
    version: str
    restricted_until: datetime | None
    restriction_ground: str


class Records:
    """The site's records."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def add(
        self,
        activity: str,
        *,
        subject: str | None = None,
        data: Mapping[str, Any] | None = None,
        plain: Mapping[str, Any] | None = None,
        events: Mapping[str, datetime] | None = None,
        record_class: str = "",
        version: str = "",
    ) -> str:
        """Add a record; gives its id. Personal fields go into ``data``, never into ``plain``.

        Data without a subject is sealed under a key of its own.
        """
        made = new_id(self._tx.now)
        owner = subject or (self._tx.subjects.create() if data else None)
        row = {
            "site_id": self._tx.site,
            "id": made,
            "activity": activity,
            "record_class": record_class,
            "subject_id": owner,
            "sealed": self._sealed(owner, made, data) if owner and data else None,
            "plain": dict(plain or {}),
            "version": version,
            "status": ACTIVE,
            "restricted_until": None,
            "restriction_ground": "",
            "created_at": self._tx.now,
        }
        self._tx.execute(sa.insert(record), row)
        for name, at in (events or {}).items():
            self._insert_event(made, name, at)
        return made

    def event(self, record_id: str, name: str, at: datetime | None = None, *, replace: bool = False) -> None:
        """Note that ``name`` happened (now, unless ``at``); the first time stands unless ``replace``; idempotent."""
        place = (event.c.site_id == self._tx.site, event.c.record_id == record_id, event.c.name == name)
        known = self._tx.execute(sa.select(event.c.at).where(*place)).first()
        if known is None:
            if not self._exists(record_id):
                raise NotFoundError(f"no record {record_id}")
            self._insert_event(record_id, name, at or self._tx.now)
        elif replace:
            self._tx.execute(sa.update(event).where(*place).values(at=at or self._tx.now))

    def forget_event(self, record_id: str, name: str) -> None:
        """Take an event back (a closed case is opened again); idempotent."""
        place = (event.c.site_id == self._tx.site, event.c.record_id == record_id, event.c.name == name)
        self._tx.execute(sa.delete(event).where(*place))

    def note(self, record_id: str, **plain: Any) -> None:
        """Set non-personal fields of a record; raises ``NotFoundError``."""
        place = self._at([record_id])
        query = sa.select(record.c.plain).where(*place)
        known = self._tx.execute(query.with_for_update() if self._tx.is_postgres else query).scalar_one_or_none()
        if known is None:
            raise NotFoundError(f"no record {record_id}")
        self._tx.execute(sa.update(record).where(*place).values(plain={**known, **plain}))

    def get(self, record_id: str) -> Record:
        """One record; raises ``NotFoundError``."""
        found = self._load(sa.select(record).where(*self._at([record_id])))
        if not found:
            raise NotFoundError(f"no record {record_id}")
        return found[0]

    def of_activity(
        self,
        activity: str,
        status: str | None = None,
        record_class: str | None = None,
        limit: int = 50,
        before: str | None = None,
    ) -> list[Record]:
        """The newest records of an activity, newest first; ``before`` is the last id of the page before."""
        query = sa.select(record).where(record.c.site_id == self._tx.site, record.c.activity == activity)
        if status is not None:
            query = query.where(record.c.status == status)
        if record_class is not None:
            query = query.where(record.c.record_class == record_class)
        if before is not None:
            query = query.where(record.c.id < before)
        return self._load(query.order_by(record.c.id.desc()).limit(limit))

    def of_subject(self, subject_id: str) -> list[Record]:
        """Everything about one subject, oldest first."""
        place = (record.c.site_id == self._tx.site, record.c.subject_id == subject_id)
        return self._load(sa.select(record).where(*place).order_by(record.c.id))

    def many(self, record_ids: Sequence[str]) -> list[Record]:
        """Those of ``record_ids`` that exist, oldest first."""
        return self._load(sa.select(record).where(*self._at(record_ids)).order_by(record.c.id))

    def data_of(self, subject_ids: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
        """The personal fields of every record about these subjects, one after the other, with whom they are about."""
        owners = list(subject_ids)
        self._tx.subjects.load_keys(owners)
        query = sa.select(record.c.id, record.c.subject_id, record.c.sealed).where(
            record.c.site_id == self._tx.site, self._tx.among(record.c.subject_id, owners)
        )
        for row in self._tx.execute(query.execution_options(yield_per=_PAGE)):
            yield row.subject_id, self._unsealed(row)

    def ids_of_subject(self, subject_id: str) -> list[str]:
        """The ids of everything about one subject, oldest first."""
        place = (record.c.site_id == self._tx.site, record.c.subject_id == subject_id)
        return list(self._tx.execute(sa.select(record.c.id).where(*place).order_by(record.c.id)).scalars())

    def events_of(self, record_ids: Iterable[str]) -> dict[str, dict[str, datetime]]:
        """The events of several records, by record; one without events is left out."""
        query = sa.select(event.c.record_id, event.c.name, event.c.at).where(
            event.c.site_id == self._tx.site, self._tx.among(event.c.record_id, record_ids)
        )
        made: dict[str, dict[str, datetime]] = {}
        for record_id, name, at in self._tx.execute(query):
            made.setdefault(record_id, {})[name] = at
        return made

    def count(self, activity: str, status: str | None = None, record_class: str | None = None) -> int:
        """How many records an activity holds."""
        query = sa.select(sa.func.count()).where(record.c.site_id == self._tx.site, record.c.activity == activity)
        if status is not None:
            query = query.where(record.c.status == status)
        if record_class is not None:
            query = query.where(record.c.record_class == record_class)
        return int(self._tx.execute(query).scalar_one())

    def change(self, record_id: str, changes: Mapping[str, Any], promises: tuple[str, ...] = ()) -> None:
        """Rectify fields of ``data`` (Art. 16); evidence names the fields, not their values.

        A changed value that the person was known by becomes their identifier. Raises ``NotFoundError``, and
        ``RefusedError`` for a record that was anonymised.
        """
        found = self.get(record_id)
        if found.status == ANONYMISED:
            raise RefusedError(f"record {record_id} was anonymised: there is no person to rectify it for")
        real = {k: v for k, v in changes.items() if found.data.get(k) != v}
        if not real:
            return
        owner = found.subject or self._tx.subjects.create()
        data = {**found.data, **real}
        self._tx.execute(
            sa.update(record)
            .where(*self._at([record_id]))
            .values(subject_id=owner, sealed=self._sealed(owner, record_id, data))
        )
        self._follow_identifiers(owner, found.data, real)
        self._tx.evidence("record.changed", found.activity, promises, record_id, {"fields": sorted(real)})

    def restrict(self, record_ids: Sequence[str], until: datetime | None = None, ground: str = "") -> int:
        """Restrict processing (Art. 18): kept, but not used; gives how many changed; idempotent."""
        values = {"status": RESTRICTED, "restricted_until": until, "restriction_ground": ground}
        done = self._tx.execute(
            sa.update(record)
            .where(*self._at(record_ids), record.c.status.in_((ACTIVE, RESTRICTED)))
            .where(
                sa.or_(
                    record.c.status == ACTIVE,
                    record.c.restricted_until.is_distinct_from(until),
                    record.c.restriction_ground != ground,
                )
            )
            .values(values)
        )
        return int(done.rowcount)

    def lift(self, record_ids: Sequence[str]) -> int:
        """End a restriction; gives how many changed; idempotent."""
        done = self._tx.execute(
            sa.update(record)
            .where(*self._at(record_ids), record.c.status == RESTRICTED)
            .values(status=ACTIVE, restricted_until=None, restriction_ground="")
        )
        return int(done.rowcount)

    def move(self, record_ids: Sequence[str], activity: str, record_class: str) -> int:
        """Hand records to another purpose, under that purpose's rule; gives how many changed; idempotent."""
        values = {"activity": activity, "record_class": record_class}
        changed = sa.or_(record.c.activity != activity, record.c.record_class != record_class)
        return int(self._tx.execute(sa.update(record).where(*self._at(record_ids), changed).values(values)).rowcount)

    def erase(self, record_ids: Sequence[str], *, weak_holds_yield: bool = False, despite_holds: bool = False) -> int:
        """Erase records with their files, tokens and mails; subjects left with nothing lose their key; idempotent.

        Raises ``RefusedError`` while one of them is under an open hold (nothing is erased then);
        ``weak_holds_yield`` lets only holds for legal claims and statutory duties count, ``despite_holds`` (for what
        was erased before a backup came back) none.
        """
        if not despite_holds:
            self._refuse_held(record_ids, weak_holds_yield)
        self._drop_mails(record_ids)
        query = sa.delete(record).where(*self._at(record_ids)).returning(record.c.id, record.c.subject_id)
        gone = self._tx.execute(query).all()
        self._tx.erasures.note("record", [row.id for row in gone])
        self._tx.subjects.vacate(row.subject_id for row in gone if row.subject_id)
        return len(gone)

    def anonymise(
        self, record_ids: Sequence[str], *, weak_holds_yield: bool = False, despite_holds: bool = False
    ) -> int:
        """Keep only what is not personal (recital 26): data, files, mails and the link to the person go; idempotent.

        Raises ``RefusedError`` as ``erase`` does.
        """
        if not despite_holds:
            self._refuse_held(record_ids, weak_holds_yield)
        owners = self._owners(record_ids)
        self._drop_mails(record_ids)
        of_them = self._tx.among(file.c.record_id, record_ids)
        self._tx.execute(sa.delete(file).where(file.c.site_id == self._tx.site, of_them))
        done = self._tx.execute(
            sa.update(record)
            .where(*self._at(record_ids), record.c.status != ANONYMISED)
            .values(status=ANONYMISED, subject_id=None, sealed=None, restricted_until=None, restriction_ground="")
            .returning(record.c.id)
        )
        gone = list(done.scalars().all())
        self._tx.erasures.note("anonymised", gone)
        self._tx.subjects.vacate(owners)
        return len(gone)

    def _at(self, record_ids: Sequence[str]) -> tuple[sa.ColumnElement[bool], ...]:
        return (record.c.site_id == self._tx.site, self._tx.among(record.c.id, record_ids))

    def _exists(self, record_id: str) -> bool:
        return self._tx.execute(sa.select(record.c.id).where(*self._at([record_id]))).first() is not None

    def _insert_event(self, record_id: str, name: str, at: datetime) -> None:
        row = {"site_id": self._tx.site, "record_id": record_id, "name": name, "at": at}
        self._tx.execute(sa.insert(event), row)

    def _refuse_held(self, record_ids: Sequence[str], only_strong: bool) -> None:
        if held := self._tx.holds.under_hold(record_ids, only_strong=only_strong):
            raise RefusedError(f"{len(held)} record(s) are under an open hold, among them {min(held)}")

    def _owners(self, record_ids: Sequence[str]) -> list[str]:
        query = sa.select(record.c.subject_id).where(*self._at(record_ids), record.c.subject_id.is_not(None))
        return list(self._tx.execute(query.distinct()).scalars().all())

    def _drop_mails(self, record_ids: Sequence[str]) -> None:
        place = (mail.c.site_id == self._tx.site, self._tx.among(mail.c.record_id, record_ids))
        self._tx.execute(sa.delete(mail).where(*place))

    def _follow_identifiers(self, owner: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        known = self._tx.subjects.identifiers(owner)
        for name, value in new.items():
            if old.get(name) in known.get(name, []) and isinstance(value, str):
                self._tx.subjects.add(owner, {name: value})
        self._tx.subjects.vacate([owner])

    def _sealed(self, owner: str, record_id: str, data: Mapping[str, Any]) -> bytes:
        text = json.dumps(dict(data), ensure_ascii=False, separators=(",", ":"))
        return seal(self._tx.subjects.key(owner), text.encode("utf-8", "surrogatepass"), self._place(record_id))

    def _unsealed(self, row: Any) -> dict[str, Any]:
        if row.sealed is None or row.subject_id is None:
            return {}
        text = unseal(self._tx.subjects.key(row.subject_id), row.sealed, self._place(row.id))
        found: dict[str, Any] = json.loads(text.decode("utf-8", "surrogatepass"))
        return found

    def _place(self, record_id: str) -> str:
        return f"{self._tx.site}/record/{record_id}"

    def _load(self, query: sa.Select[Any]) -> list[Record]:
        rows = self._tx.execute(query).all()
        ids = [row.id for row in rows]
        self._tx.subjects.load_keys(row.subject_id for row in rows if row.subject_id)
        events, files = self.events_of(ids), self._tx.files.of_many(ids)
        return [
            Record(
                id=row.id,
                activity=row.activity,
                record_class=row.record_class,
                subject=row.subject_id,
                data=self._unsealed(row),
                plain=row.plain,
                events=events.get(row.id, {}),
                status=row.status,
                created_at=row.created_at,
                files=tuple(files.get(row.id, ())),
                version=row.version,
                restricted_until=row.restricted_until,
                restriction_ground=row.restriction_ground,
            )
            for row in rows
        ]

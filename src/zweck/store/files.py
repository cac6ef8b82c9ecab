"""Files that belong to a record, sealed with the person's key in the same database: one commit, one erasure.

They are never executed and never served inline; the store gives bytes and the media type that was declared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from zweck.errors import NotFoundError, RefusedError
from zweck.store.ids import new_id
from zweck.store.seal import seal, unseal
from zweck.store.tables import file, record

if TYPE_CHECKING:
    from zweck.store.transaction import Tx


@dataclass(frozen=True, slots=True)
class FileInfo:
    """A file without its content; ``size`` in bytes."""

    id: str
    record: str
    name: str = field(repr=False)
    media_type: str
    size: int
    added_at: datetime


class Files:
    """The site's files."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def add(self, record_id: str, name: str, media_type: str, content: bytes) -> str:
        """Seal a file into a record; gives its id; raises ``NotFoundError`` for an unknown record."""
        owner = self._owner(record_id)
        made, secret = new_id(self._tx.now), self._tx.subjects.key(owner)
        row = {
            "site_id": self._tx.site,
            "id": made,
            "record_id": record_id,
            "sealed_name": seal(secret, name.encode("utf-8", "surrogatepass"), self._place(made, "name")),
            "media_type": media_type,
            "size": len(content),
            "sealed_content": seal(secret, content, self._place(made, "content")),
            "added_at": self._tx.now,
        }
        self._tx.execute(sa.insert(file), row)
        return made

    def of(self, record_id: str) -> list[FileInfo]:
        """The files of one record, oldest first."""
        return self.of_many([record_id]).get(record_id, [])

    def of_many(self, record_ids: Sequence[str]) -> dict[str, list[FileInfo]]:
        """The files of several records, by record."""
        if not record_ids:
            return {}
        columns = (
            file.c.id,
            file.c.record_id,
            file.c.sealed_name,
            file.c.media_type,
            file.c.size,
            file.c.added_at,
        )
        rows = self._tx.execute(
            sa.select(*columns, record.c.subject_id)
            .join_from(file, record, self._joined())
            .where(file.c.site_id == self._tx.site, self._tx.among(file.c.record_id, record_ids))
            .order_by(file.c.id)
        )
        made: dict[str, list[FileInfo]] = {}
        for row in rows:
            made.setdefault(row.record_id, []).append(self._info(row))
        return made

    def info(self, file_id: str) -> FileInfo:
        """One file without its content; raises ``NotFoundError``."""
        return self._info(self._row(file_id))

    def content(self, file_id: str) -> bytes:
        """The bytes of a file; raises ``NotFoundError``."""
        row = self._row(file_id)
        return unseal(self._tx.subjects.key(row.subject_id), row.sealed_content, self._place(file_id, "content"))

    def remove(self, file_id: str) -> None:
        """Erase one file of a record that stays; idempotent; refused while a hold is open."""
        place = (file.c.site_id == self._tx.site, file.c.id == file_id)
        owner = self._tx.execute(sa.select(file.c.record_id).where(*place)).scalar_one_or_none()
        if owner and self._tx.holds.under_hold([owner]):
            raise RefusedError(f"record {owner} is under an open hold")
        self._tx.execute(sa.delete(file).where(*place))

    def _owner(self, record_id: str) -> str:
        place = (record.c.site_id == self._tx.site, record.c.id == record_id)
        row = self._tx.execute(sa.select(record.c.subject_id, record.c.status).where(*place)).one_or_none()
        if row is None:
            raise NotFoundError(f"no record {record_id}")
        if row.status == "anonymised":
            raise RefusedError(f"record {record_id} was anonymised")
        if row.subject_id:
            return str(row.subject_id)
        made = self._tx.subjects.create()
        self._tx.execute(sa.update(record).where(*place).values(subject_id=made))
        return made

    def _row(self, file_id: str) -> Any:
        row = self._tx.execute(
            sa.select(file, record.c.subject_id)
            .join_from(file, record, self._joined())
            .where(file.c.site_id == self._tx.site, file.c.id == file_id)
        ).one_or_none()
        if row is None:
            raise NotFoundError(f"no file {file_id}")
        return row

    def _info(self, row: Any) -> FileInfo:
        name = unseal(self._tx.subjects.key(row.subject_id), row.sealed_name, self._place(row.id, "name"))
        shown = name.decode("utf-8", "surrogatepass")
        return FileInfo(row.id, row.record_id, shown, row.media_type, row.size, row.added_at)

    def _joined(self) -> sa.ColumnElement[bool]:
        return sa.and_(record.c.site_id == file.c.site_id, record.c.id == file.c.record_id)

    def _place(self, file_id: str, part: str) -> str:
        return f"{self._tx.site}/file/{file_id}/{part}"

"""Subjects: the natural persons that data is about, known by identifiers, each with a key of their own.

Identifiers are found by blind index and kept sealed. A subject that nothing refers to any more loses identifiers and
key (Art. 17, 11 GDPR).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import sqlalchemy as sa

from zweck.errors import NotFoundError, RefusedError
from zweck.store.ids import new_id
from zweck.store.normal import normalise
from zweck.store.seal import seal, unseal
from zweck.store.tables import identifier, mail, record, subject

if TYPE_CHECKING:
    from zweck.store.transaction import Tx

ALIVE_MAIL = ("queued",)
"""Mails that still have to go out keep their subject alive."""

Blinds = set[tuple[str, bytes]]
"""What a subject is known by: the names of identifiers and their blind indexes."""


class Subjects:
    """The site's subjects."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx
        self._keys: dict[str, bytes] = {}

    def of(self, identifiers: Mapping[str, str]) -> str:
        """The subject known by the first identifier, made if there is none; further identifiers are added to it.

        An identifier proves nothing: whoever asks by one must confirm by it.
        """
        name, value = next(((n, v) for n, v in identifiers.items() if v), ("", ""))
        if not name:
            raise RefusedError("a subject needs at least one identifier")
        blind = self.blind(name, value)
        if self._tx.is_postgres:  # two first contacts at once must meet in one subject
            lock = int.from_bytes(blind[:8], "big", signed=True)
            self._tx.execute(sa.select(sa.func.pg_advisory_xact_lock(lock)))
        found = self._known(name, blind)
        if found:
            self.add(found[0], identifiers)
            return found[0]
        made = self.create()
        self._add(made, identifiers, set())
        return made

    def find(self, identifiers: Mapping[str, str]) -> list[str]:
        """Every subject known by any of ``identifiers``, oldest first."""
        found = {s for n, v in identifiers.items() if v for s in self._known(n, self.blind(n, v))}
        return sorted(found)

    def identifiers(self, subject_id: str) -> dict[str, list[str]]:
        """What the subject is known by; raises ``NotFoundError``."""
        secret = self.key(subject_id)
        query = sa.select(identifier.c.name, identifier.c.sealed).where(
            identifier.c.site_id == self._tx.site, identifier.c.subject_id == subject_id
        )
        made: dict[str, list[str]] = {}
        for name, sealed in self._tx.execute(query.order_by(identifier.c.name)):
            made.setdefault(name, []).append(
                unseal(secret, sealed, self._place(subject_id, name)).decode("utf-8", "surrogatepass")
            )
        return made

    def create(self) -> str:
        """A subject without identifiers, with a fresh key."""
        made = new_id(self._tx.now)
        secret, wrapped = self._tx.vault.new_key(self._place(made, "key"))
        self._keys[made] = secret
        self._tx.execute(
            sa.insert(subject),
            {"site_id": self._tx.site, "id": made, "wrapped_key": wrapped, "created_at": self._tx.now},
        )
        return made

    def add(self, subject_id: str, identifiers: Mapping[str, str]) -> None:
        """Let the subject be known by ``identifiers`` too; idempotent."""
        self._add(subject_id, identifiers, self._blinds([subject_id]).get(subject_id, set()))

    def _add(self, subject_id: str, identifiers: Mapping[str, str], known: Blinds) -> None:
        secret = self.key(subject_id)
        rows = [
            {
                "site_id": self._tx.site,
                "subject_id": subject_id,
                "name": name,
                "blind": blind,
                "sealed": seal(secret, value.encode("utf-8", "surrogatepass"), self._place(subject_id, name)),
            }
            for name, value in identifiers.items()
            if value and (name, blind := self.blind(name, value)) not in known
        ]
        if rows:
            self._tx.execute(sa.insert(identifier), rows)

    def key(self, subject_id: str) -> bytes:
        """The subject's key; raises ``NotFoundError`` once it is destroyed."""
        if subject_id not in self._keys:
            query = sa.select(subject.c.wrapped_key).where(
                subject.c.site_id == self._tx.site, subject.c.id == subject_id
            )
            wrapped = self._tx.execute(query).scalar_one_or_none()
            if wrapped is None:
                raise NotFoundError("no such subject: erased, or never known")
            self._keys[subject_id] = self._tx.vault.unwrap(wrapped, self._place(subject_id, "key"))
        return self._keys[subject_id]

    def load_keys(self, subject_ids: Iterable[str]) -> None:
        """Read the keys of several subjects at once, so that ``key`` asks for none of them; skips unknown ones."""
        wanted = set(subject_ids) - self._keys.keys()
        if len(wanted) < 2:
            return
        query = sa.select(subject.c.id, subject.c.wrapped_key).where(
            subject.c.site_id == self._tx.site, self._tx.among(subject.c.id, wanted)
        )
        for found, wrapped in self._tx.execute(query):
            self._keys[found] = self._tx.vault.unwrap(wrapped, self._place(found, "key"))

    def blind(self, name: str, value: str) -> bytes:
        """The blind index of an identifier at this site."""
        return self._tx.vault.blind(self._tx.site, name, normalise(name, value))

    def vacate(self, subject_ids: Iterable[str]) -> list[str]:
        """Destroy the keys and identifiers of those that nothing refers to any more; gives their ids.

        Of the others, identifiers that none of their records contains are removed.
        """
        ids = set(subject_ids)
        if not ids:
            return []
        left = self._referenced(ids)
        self._drop_unused(left)
        gone = sorted(ids - left)
        self._destroy(gone)
        return gone

    def forgotten(self, limit: int = 1000) -> list[str]:
        """Subjects that nothing refers to any more, at most ``limit``; ``vacate`` destroys their keys."""
        site = self._tx.site
        has_record = sa.exists().where(record.c.site_id == site, record.c.subject_id == subject.c.id)
        has_mail = sa.exists().where(mail.c.site_id == site, mail.c.subject_id == subject.c.id)
        query = sa.select(subject.c.id).where(subject.c.site_id == site, ~has_record, ~has_mail)
        return list(self._tx.execute(query.limit(limit)).scalars())

    def erase(self, subject_id: str) -> None:
        """Erase a person with everything about them at this site; idempotent; refused while a hold is open."""
        query = sa.select(record.c.id).where(record.c.site_id == self._tx.site, record.c.subject_id == subject_id)
        self._tx.records.erase(list(self._tx.execute(query).scalars()))
        self._tx.execute(sa.delete(mail).where(mail.c.site_id == self._tx.site, mail.c.subject_id == subject_id))
        self._destroy([subject_id])

    def _destroy(self, ids: list[str]) -> None:
        if not ids:
            return
        site = self._tx.site
        self._tx.execute(
            sa.update(mail)
            .where(mail.c.site_id == site, self._tx.among(mail.c.subject_id, ids))
            .values(subject_id=None, sealed=None)
        )
        of_them = self._tx.among(identifier.c.subject_id, ids)
        self._tx.execute(sa.delete(identifier).where(identifier.c.site_id == site, of_them))
        done = self._tx.execute(
            sa.delete(subject)
            .where(subject.c.site_id == site, self._tx.among(subject.c.id, ids))
            .returning(subject.c.id)
        )
        self._tx.erasures.note("subject", list(done.scalars().all()))
        for each in ids:
            self._keys.pop(each, None)

    def _known(self, name: str, blind: bytes) -> list[str]:
        query = sa.select(identifier.c.subject_id).where(
            identifier.c.site_id == self._tx.site, identifier.c.name == name, identifier.c.blind == blind
        )
        return list(self._tx.execute(query.order_by(identifier.c.subject_id)).scalars())

    def _blinds(self, ids: Iterable[str]) -> dict[str, Blinds]:
        query = sa.select(identifier.c.subject_id, identifier.c.name, identifier.c.blind).where(
            identifier.c.site_id == self._tx.site, self._tx.among(identifier.c.subject_id, ids)
        )
        made: dict[str, Blinds] = {}
        for found, name, blind in self._tx.execute(query).all():
            made.setdefault(found, set()).add((name, bytes(blind)))
        return made

    def _referenced(self, ids: set[str]) -> set[str]:
        """Those that a record, or a mail still to be sent, refers to."""
        site, among = self._tx.site, self._tx.among
        records = sa.select(record.c.subject_id).where(record.c.site_id == site, among(record.c.subject_id, ids))
        mails = sa.select(mail.c.subject_id).where(
            mail.c.site_id == site, among(mail.c.subject_id, ids), mail.c.status.in_(ALIVE_MAIL)
        )
        return set(self._tx.execute(records.union(mails)).scalars().all())

    def _drop_unused(self, ids: set[str]) -> None:
        """An identifier that came with an erased record goes with it, unless it is the last way to know the person."""
        known = self._blinds(ids)
        several = {s: blinds for s, blinds in known.items() if len(blinds) > 1}
        unused = self._unseen(several) if several else {}
        rows = [
            {"of_subject": s, "of_name": name, "of_blind": blind}
            for s, unseen in unused.items()
            if unseen != several[s]
            for name, blind in sorted(unseen)
        ]
        if rows:
            self._tx.execute(
                sa.delete(identifier).where(
                    identifier.c.site_id == self._tx.site,
                    identifier.c.subject_id == sa.bindparam("of_subject"),
                    identifier.c.name == sa.bindparam("of_name"),
                    identifier.c.blind == sa.bindparam("of_blind"),
                ),
                rows,
            )

    def _unseen(self, known: Mapping[str, Blinds]) -> dict[str, Blinds]:
        """Of what subjects are known by, all that none of their records contains."""
        left = {s: set(blinds) for s, blinds in known.items()}
        for owner, data in self._tx.records.data_of(known):
            for name, blind in tuple(left[owner]):
                if any(self.blind(name, v) == blind for v in data.values() if isinstance(v, str)):
                    left[owner].discard((name, blind))
        return left

    def _place(self, subject_id: str, name: str) -> str:
        return f"{self._tx.site}/subject/{subject_id}/{name}"

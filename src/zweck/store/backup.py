"""Backups of an SQLite store while it runs, and their return: erasures that happened since are done again first.

Nobody sees a restored store with erased people in it: everything is replayed on a copy, which then takes the place of
the database in one step (Art. 17, 32(1)(c) GDPR). PostgreSQL has its own tools; only the replay is ours then.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from zweck.clock import Clock
from zweck.config import Settings
from zweck.errors import ZweckError
from zweck.evidence import Entry, Head
from zweck.store import checkpoints, journal
from zweck.store.engine import database_url
from zweck.store.erasures import Erasure
from zweck.store.failure import in_our_words
from zweck.store.ledger import checkpoint, evidence, evidence_head
from zweck.store.opened import Store, open_store
from zweck.store.tables import consent, record, subject, suppression
from zweck.store.transaction import Tx

_POSTGRES = "PostgreSQL: use pg_dump and pg_restore, then `zweck restore --replay`, before anybody is served again"


def backup(store: Store, file: Path) -> None:
    """Write a consistent copy of the store to ``file`` (mode 0600), whole or not at all; raises ``ZweckError``."""
    if not store.is_sqlite:
        raise ZweckError(_POSTGRES)
    live = Path(str(store.engine.url.database))
    if file.resolve() in (live.resolve(), store.settings.data.resolve() / "master.key"):
        raise ZweckError(f"{file}: this is the store itself; give the backup a name of its own")
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.{os.getpid()}.new")
    os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        with (
            closing(sqlite3.connect(str(store.engine.url.database))) as source,
            closing(sqlite3.connect(fresh)) as target,
        ):
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE").close()
        _sync(fresh)
        fresh.replace(file)
    except sqlite3.Error as error:
        raise in_our_words(error) from None
    finally:
        fresh.unlink(missing_ok=True)


def restore(file: Path, settings: Settings, clock: Clock) -> int:
    """Put ``file`` in the place of the database; gives how many erasures were replayed.

    Evidence, checkpoints and suppressions that the present database has beyond the backup are carried over, as far as
    it can still be read. Stop the server first. Raises ``ZweckError`` for a file that is no usable backup; nothing is
    changed then.
    """
    url = database_url(settings.database)
    if url.get_backend_name() != "sqlite":
        raise ZweckError(_POSTGRES)
    live = Path(str(url.database))
    fresh = live.with_name(f".{live.name}.restoring")
    _check(file)
    _remove(fresh)
    live.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(fresh)) as target:
            source.backup(target)
        fresh.chmod(0o600)
        restored = open_store(replace(settings, database=f"sqlite:///{fresh}"), clock)
        present = _present(live, settings, clock)
        done = _bring_up_to_date(restored, present)
        restored.close()
        if present:
            present.close()
        _settle_file(fresh)
        _remove(live, only_log=True)
        fresh.replace(live)
        return done
    except sqlite3.Error as error:
        raise in_our_words(error) from None
    finally:
        _remove(fresh)


def replay(store: Store, erasures: Iterable[Erasure] | None = None) -> int:
    """Erase again what was erased before a backup came back; gives how many ids were still there; idempotent.

    ``erasures`` default to the journal in the data folder. Works on either database. Holds do not stop it: what was
    erased once was erased lawfully.
    """
    by_site: dict[str, list[Erasure]] = {}
    for item in erasures if erasures is not None else journal.read(journal.path_of(store)):
        by_site.setdefault(item.site, []).append(item)
    done = 0
    for site, items in by_site.items():
        with store.begin(site) as tx:
            count = _replay_site(tx, items)
            if count:
                tx.evidence("store.replayed", detail={"erasures": count})
        done += count
    return done


def _replay_site(tx: Tx, items: list[Erasure]) -> int:
    done = 0
    for kind in ("record", "anonymised", "consent", "subject"):
        ids = _still_there(tx, kind, sorted({i.erased for i in items if i.kind == kind}))
        for start in range(0, len(ids), 500):
            part = ids[start : start + 500]
            if kind == "record":
                tx.records.erase(part, despite_holds=True)
            elif kind == "anonymised":
                tx.records.anonymise(part, despite_holds=True)
            elif kind == "consent":
                tx.consents.erase_rows(part)
            else:
                tx.subjects.vacate(part)
        done += len(ids)
    return done


def _still_there(tx: Tx, kind: str, ids: list[str]) -> list[str]:
    table = {"consent": consent, "subject": subject}.get(kind, record)
    found: list[str] = []
    for start in range(0, len(ids), 500):
        query = sa.select(table.c.id).where(table.c.site_id == tx.site, table.c.id.in_(ids[start : start + 500]))
        if kind == "anonymised":
            query = query.where(record.c.status != "anonymised")
        found += tx.execute(query).scalars()
    return found


def _bring_up_to_date(restored: Store, present: Store | None) -> int:
    erasures = list(journal.read(journal.path_of(restored)))
    carried: dict[str, int] = {}
    if present:
        for site in present.sites():
            with present.read(site) as tx:
                erasures += tx.erasures.list()
            carried[site] = _carry(restored, present, site)
    done = replay(restored, erasures)
    for site in restored.sites():
        with restored.begin(site) as tx:
            tx.evidence("store.restored", detail={"carried": carried.get(site, 0)})
        _set_aside(restored, site)
        checkpoints.sign(restored, site)
    return done


def _carry(restored: Store, present: Store, site: str) -> int:
    """The evidence beyond the backup's, if it goes on where the backup's ends; and the suppression list."""
    with present.read(site) as old, restored.begin(site) as new:
        head = new.chain.head()
        joint = next(old.chain.entries(head.seq - 1, head.seq), None) if head.seq else None
        entries: list[Entry] = []
        if not head.seq or (joint and joint.hash == head.hash):
            entries = list(old.chain.entries(head.seq))
        _insert(new, entries, old)
        known = set(new.execute(sa.select(suppression.c.blind).where(suppression.c.site_id == site)).scalars())
        for row in old.execute(sa.select(suppression).where(suppression.c.site_id == site)).mappings():
            if row["blind"] not in known:
                new.execute(sa.insert(suppression), dict(row))
    return len(entries)


def _insert(new: Tx, entries: list[Entry], old: Tx) -> None:
    if not entries:
        return
    if not new.chain.head().seq:
        new.execute(sa.delete(evidence_head).where(evidence_head.c.site_id == new.site))
        new.execute(sa.insert(evidence_head), {"site_id": new.site, "seq": 0, "hash": Head().hash})
    columns = evidence.c.keys()
    rows = [{"site_id": e.site, **{n: getattr(e, n) for n in columns if n != "site_id"}} for e in entries]
    new.execute(sa.insert(evidence), rows)
    last = entries[-1]
    place = evidence_head.c.site_id == new.site
    new.execute(sa.update(evidence_head).where(place).values(seq=last.seq, hash=last.hash))
    known = len(new.chain.checkpoints())
    query = sa.select(checkpoint).where(checkpoint.c.site_id == new.site, checkpoint.c.number > known)
    for row in old.execute(query).mappings():
        new.execute(sa.insert(checkpoint), dict(row))


def _set_aside(store: Store, site: str) -> None:
    """Checkpoints over evidence that is lost for good are kept, but no longer held against the chain."""
    path = checkpoints.path_of(store, site)
    with store.read(site) as tx:
        stored = {p.number: p for p in tx.chain.checkpoints()}
        seq = tx.chain.head().seq
    if any(stored.get(p.number) != p for p in checkpoints.read(path)):
        path.replace(path.with_suffix(f".before-{seq}.jsonl"))


def _present(live: Path, settings: Settings, clock: Clock) -> Store | None:
    if not live.exists():
        return None
    try:
        store = open_store(settings, clock)
        store.sites()
    except (ZweckError, sa.exc.SQLAlchemyError):
        return None  # damaged: that is why somebody restores
    return store


def _check(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"file:{file.resolve()}?mode=ro", uri=True)) as source:
            is_sound = source.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            source.execute("SELECT version_num FROM alembic_version").fetchone()
            source.execute("SELECT count(*) FROM evidence_head").fetchone()
    except sqlite3.Error:
        is_sound = False
    if not is_sound:
        raise ZweckError(f"{file}: this is no backup of a Zweck store, or it is damaged")


def _settle_file(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        connection.execute("PRAGMA journal_mode=DELETE").close()
    _sync(path)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _remove(path: Path, *, only_log: bool = False) -> None:
    for end in ("-wal", "-shm", "-journal") if only_log else ("", "-wal", "-shm", "-journal", ".lock"):
        Path(f"{path}{end}").unlink(missing_ok=True)

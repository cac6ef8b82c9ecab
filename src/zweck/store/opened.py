"""The store, opened: transactions for a site on SQLite or PostgreSQL, with the schema up to date.

``begin`` gives one durable transaction, ``read`` a consistent view. Several threads and processes may use one
database at once.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from zweck.clock import Clock
from zweck.config import Settings
from zweck.errors import IntegrityError, NotFoundError, SystemFailure, ZweckError
from zweck.evidence import CheckpointKey, load_key
from zweck.store.engine import BUSY_SECONDS, make_engine
from zweck.store.failure import in_our_words
from zweck.store.migrate import migrate
from zweck.store.seal import Vault
from zweck.store.tables import subject
from zweck.store.transaction import Tx


def open_store(settings: Settings, clock: Clock) -> Store:
    """The installation's store; makes or migrates the schema.

    Raises ``ZweckError`` for an unusable database, and for one that was made with another master key: nothing in it
    could be read, and what is written now could not be read together with it.
    """
    store = Store(settings, clock)
    migrate(store.engine)
    if not store.has_its_key():
        store.close()
        raise ZweckError("the store was made with another master key: set ZWECK_KEY or ZWECK_KEY_FILE to that one")
    return store


class Store:
    """One database of one installation, holding any number of sites."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.clock = clock
        self.engine = make_engine(settings.database)
        self.vault = Vault(settings.master_key.reveal())
        self._writing = threading.Lock()
        self._key: CheckpointKey | None = None

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @property
    def checkpoint_key(self) -> CheckpointKey:
        """The key that signs the evidence's checkpoints; made in the data folder on first use."""
        if self._key is None:
            self.settings.data.mkdir(parents=True, exist_ok=True)
            self._key = load_key(self.settings.data)
        return self._key

    @contextmanager
    def begin(self, site: str, *, scrub: bool = True) -> Iterator[Tx]:
        """One durable transaction: committed when the block ends, undone when it raises.

        Erasures are settled at once; with ``scrub=False`` (one batch of many) they are only noted outside the
        database, and the caller settles after the last batch.

        Raises ``SystemFailure`` when the database is busy for longer than 30 seconds or not reachable.
        """
        with self._turn():
            connection = self._connect(zweck_read=False)
            try:
                tx = Tx(connection, site, self.clock.now(), self.vault, self.settings)
                yield tx
                connection.commit()
            except BaseException:
                connection.rollback()
                raise
            finally:
                connection.close()
        if tx.has_erased:
            self.settle() if scrub else self.note_erasures()

    @contextmanager
    def read(self, site: str) -> Iterator[Tx]:
        """A consistent view of the store; writing in it fails."""
        connection = self._connect(zweck_read=True)
        try:
            yield Tx(connection, site, self.clock.now(), self.vault, self.settings)
        finally:
            connection.rollback()
            connection.close()

    def settle(self) -> None:
        """What follows an erasure: note it outside the database, and let the destroyed keys vanish; idempotent."""
        self.note_erasures()
        self.scrub()

    def note_erasures(self) -> None:
        """Note what was erased outside the database, so that no backup brings it back; idempotent."""
        from zweck.store.journal import export

        export(self)

    def sites(self) -> list[str]:
        """Every site that has evidence here."""
        from zweck.store.ledger import evidence_head

        with self.read("") as tx:
            return list(tx.execute(sa.select(evidence_head.c.site_id).order_by(evidence_head.c.site_id)).scalars())

    def scrub(self) -> None:
        """Make erased keys disappear from the write-ahead log too (PostgreSQL: vacuum the keys' table)."""
        with self.engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            if raw is None:
                return
            if self.is_sqlite:
                # a long reader only puts this off until the next time; nobody waits for it
                raw.execute("PRAGMA busy_timeout=500").close()
                try:
                    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
                except sqlite3.OperationalError as error:
                    raise in_our_words(error) from None
                finally:
                    raw.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}").close()
                return
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM subject")

    def has_its_key(self) -> bool:
        """Whether the master key opens what is stored; an empty store takes any."""
        with self.read("") as tx:
            row = tx.execute(sa.select(subject.c.site_id, subject.c.id).limit(1)).first()
        if row is None:
            return True
        try:
            with self.read(row.site_id) as tx:
                tx.subjects.key(row.id)
        except NotFoundError:
            return True  # erased just now
        except IntegrityError:
            return False
        return True

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()

    def _connect(self, *, zweck_read: bool) -> Connection:
        options = {"zweck_read": zweck_read}
        if not self.is_sqlite:
            options = {"postgresql_readonly": zweck_read}
        try:
            connection = self.engine.connect().execution_options(**options)
            if not self.is_sqlite:
                connection = connection.execution_options(
                    isolation_level="REPEATABLE READ" if zweck_read else "READ COMMITTED"
                )
            connection.begin()
        except sa.exc.OperationalError:
            raise SystemFailure("the database is busy or cannot be reached") from None
        return connection

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """SQLite has one writer: within a process the threads take turns here instead of polling the file's lock."""
        if not self.is_sqlite:
            with nullcontext():
                yield
            return
        if not self._writing.acquire(timeout=BUSY_SECONDS):
            raise SystemFailure("the store is busy: another transaction of this process does not end")
        try:
            yield
        finally:
            self._writing.release()

"""One transaction on the store: everything in it is durable together, or nothing of it happened.

It carries the site, the moment, the subject keys in use, and one object per noun (``tx.records``, ``tx.mail`` …).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, CursorResult

from zweck.store.chain import Chain
from zweck.store.consents import Consents
from zweck.store.erasures import Erasures
from zweck.store.files import Files
from zweck.store.holds import Holds
from zweck.store.jobs import Jobs
from zweck.store.limits import Limits
from zweck.store.mail import Mails
from zweck.store.people import People
from zweck.store.records import Records
from zweck.store.requests import Requests
from zweck.store.subjects import Subjects
from zweck.store.suppression import Suppression
from zweck.store.tokens import Tokens

if TYPE_CHECKING:
    from zweck.config import Settings
    from zweck.store.seal import Vault


class Tx:
    """A transaction for one site; made by ``Store.begin`` and ``Store.read`` only."""

    def __init__(self, connection: Connection, site: str, now: datetime, vault: Vault, settings: Settings) -> None:
        self.connection = connection
        self.site = site
        self.now = now
        self.vault = vault
        self.settings = settings
        self.has_erased = False

    def execute(self, statement: Any, parameters: Any = None) -> CursorResult[*tuple[Any, ...]]:
        """Run one statement in this transaction."""
        found: CursorResult[*tuple[Any, ...]] = self.connection.execute(statement, parameters)
        return found

    @property
    def is_postgres(self) -> bool:
        return self.connection.dialect.name == "postgresql"

    def among(self, column: sa.ColumnElement[str], ids: Iterable[str]) -> sa.ColumnElement[bool]:
        """SQL: the column is one of ``ids``, any number of them.

        They travel as one parameter, so no database's limit on parameters is met and the statement is compiled once.
        """
        wanted = list(ids)
        if self.is_postgres:
            return column == sa.any_(sa.bindparam(None, wanted, type_=sa.ARRAY(sa.String)))
        return column.in_(sa.select(sa.column("value")).select_from(sa.func.json_each(json.dumps(wanted))))

    def evidence(
        self,
        event: str,
        activity: str = "",
        promises: tuple[str, ...] | list[str] = (),
        record: str | None = None,
        detail: Mapping[str, Any] | None = None,
        breach: bool = False,
    ) -> int:
        """Append one entry to the site's chain in this transaction; gives its number.

        ``detail`` holds numbers, yes/no, words and ids only; raises ``RefusedError`` for anything else.
        """
        return self.chain.append(event, activity, tuple(promises), record or "", detail or {}, breach)

    @cached_property
    def subjects(self) -> Subjects:
        return Subjects(self)

    @cached_property
    def records(self) -> Records:
        return Records(self)

    @cached_property
    def files(self) -> Files:
        return Files(self)

    @cached_property
    def tokens(self) -> Tokens:
        return Tokens(self)

    @cached_property
    def mail(self) -> Mails:
        return Mails(self)

    @cached_property
    def suppression(self) -> Suppression:
        return Suppression(self)

    @cached_property
    def consents(self) -> Consents:
        return Consents(self)

    @cached_property
    def holds(self) -> Holds:
        return Holds(self)

    @cached_property
    def requests(self) -> Requests:
        return Requests(self)

    @cached_property
    def people(self) -> People:
        return People(self)

    @cached_property
    def limits(self) -> Limits:
        return Limits(self)

    @cached_property
    def chain(self) -> Chain:
        return Chain(self)

    @cached_property
    def jobs(self) -> Jobs:
        return Jobs(self)

    @cached_property
    def erasures(self) -> Erasures:
        return Erasures(self)

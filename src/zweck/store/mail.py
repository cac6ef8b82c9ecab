"""The outbox: mails queued in the transaction that causes them, sealed, their bodies removed once they are sent.

Without a mail server they stay here for the desk to show. A mail dies with its record or its subject: a farewell is
queued with neither (Art. 5(1)(e) GDPR).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from zweck.errors import NotFoundError, RefusedError
from zweck.store.ids import new_id
from zweck.store.seal import seal, unseal
from zweck.store.tables import mail

if TYPE_CHECKING:
    from zweck.store.transaction import Tx

LIST = "List-Id"
"""The header that makes a mail one to a list of readers: it never goes to who is on the suppression list."""
QUEUED, HELD, SENT, FAILED = "queued", "held", "sent", "failed"


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail, unsealed; once it is sent its contents are empty."""

    id: str
    template: str
    status: str
    subject: str | None
    record: str | None
    queued_at: datetime
    sent_at: datetime | None
    attempts: int
    failure: str
    to: str = field(default="", repr=False)
    subject_line: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    html: str | None = field(default=None, repr=False)
    headers: dict[str, str] = field(default_factory=dict, repr=False)

    @property
    def is_for_list(self) -> bool:
        """Whether it goes to the readers of a list, not to one person about their own matter."""
        return LIST in self.headers


class Mails:
    """The site's outbox."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def queue(
        self,
        *,
        to: str,
        template: str,
        subject_line: str,
        text: str,
        html: str | None = None,
        subject: str | None = None,
        record: str | None = None,
        headers: Mapping[str, str] | None = None,
        key: str = "",
    ) -> str:
        """Queue a mail; gives its id. The same ``key`` queues it once, also when asked again.

        Raises ``ValueError`` for a line break in an address, subject line or header, and ``RefusedError`` for a mail of
        a list (``List-Id``) to somebody on the suppression list.
        """
        heads = dict(headers or {})
        if LIST in heads and self._tx.suppression.has(to):
            raise RefusedError("newsletter.suppression_blocks: this address must not be written to")
        if any(c in line for line in (to, subject_line, *heads, *heads.values()) for c in "\r\n\0"):
            raise ValueError("a line break in the head of a mail")
        made = new_id(self._tx.now)
        blind = self._tx.vault.blind(self._tx.site, "mail", key or made)
        place = (mail.c.site_id == self._tx.site, mail.c.key == blind)
        known = self._tx.execute(sa.select(mail.c.id).where(*place)).scalar_one_or_none()
        if known:
            return str(known)
        body = {"to": to, "subject_line": subject_line, "text": text, "html": html, "headers": heads}
        self._tx.execute(sa.insert(mail), self._row(made, blind, template, subject, record, body))
        if self._tx.settings.smtp_url:
            self._tx.jobs.add("mail.deliver", {"mail": made}, key=f"mail:{made}")
        return made

    def get(self, mail_id: str) -> Mail:
        """One mail; raises ``NotFoundError``."""
        query = sa.select(mail).where(mail.c.site_id == self._tx.site, mail.c.id == mail_id)
        row = self._tx.execute(query).one_or_none()
        if row is None:
            raise NotFoundError(f"no mail {mail_id}")
        return self._made(row)

    def list(
        self, status: str | None = None, record: str | None = None, limit: int = 50, before: str | None = None
    ) -> list[Mail]:
        """The newest mails, newest first."""
        query = sa.select(mail).where(mail.c.site_id == self._tx.site)
        if status is not None:
            query = query.where(mail.c.status == status)
        if record is not None:
            query = query.where(mail.c.record_id == record)
        if before is not None:
            query = query.where(mail.c.id < before)
        return [self._made(row) for row in self._tx.execute(query.order_by(mail.c.id.desc()).limit(limit))]

    def mark_sent(self, mail_id: str) -> None:
        """The server took it: its contents are removed."""
        self._set(mail_id, status=SENT, sent_at=self._tx.now, sealed=None, failure="", attempts=mail.c.attempts + 1)

    def mark_failed(self, mail_id: str, failure: str, *, final: bool) -> None:
        """It did not go out; ``failure`` is a word. When ``final`` its contents are removed."""
        values: dict[str, Any] = {"failure": failure[:80], "attempts": mail.c.attempts + 1}
        if final:
            values |= {"status": FAILED, "sealed": None}
        self._set(mail_id, **values)

    def prune(self, before: datetime) -> int:
        """Remove mails queued before ``before``; gives how many. What could not be sent until then is given up."""
        place = (mail.c.site_id == self._tx.site, mail.c.queued_at < before)
        done = self._tx.execute(sa.delete(mail).where(*place).returning(mail.c.subject_id)).scalars().all()
        self._tx.subjects.vacate(s for s in done if s)
        return len(done)

    def _set(self, mail_id: str, **values: Any) -> None:
        place = (mail.c.site_id == self._tx.site, mail.c.id == mail_id)
        owner = self._tx.execute(sa.update(mail).where(*place).values(values).returning(mail.c.subject_id)).first()
        if owner and owner.subject_id and values.get("status"):
            self._tx.subjects.vacate([owner.subject_id])

    def _row(
        self,
        made: str,
        blind: bytes,
        template: str,
        subject: str | None,
        record: str | None,
        body: dict[str, Any],
    ) -> dict[str, Any]:
        text = json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass")
        return {
            "site_id": self._tx.site,
            "id": made,
            "subject_id": subject,
            "record_id": record,
            "template": template,
            "key": blind,
            "status": QUEUED if self._tx.settings.smtp_url else HELD,
            "sealed": seal(self._secret(subject), text, self._place(made)),
            "attempts": 0,
            "failure": "",
            "queued_at": self._tx.now,
            "sent_at": None,
        }

    def _made(self, row: Any) -> Mail:
        body: dict[str, Any] = {}
        if row.sealed is not None:
            text = unseal(self._secret(row.subject_id), row.sealed, self._place(row.id))
            body = json.loads(text.decode("utf-8", "surrogatepass"))
        return Mail(
            id=row.id,
            template=row.template,
            status=row.status,
            subject=row.subject_id,
            record=row.record_id,
            queued_at=row.queued_at,
            sent_at=row.sent_at,
            attempts=row.attempts,
            failure=row.failure,
            **body,
        )

    def _secret(self, subject: str | None) -> bytes:
        return self._tx.subjects.key(subject) if subject else self._tx.vault.derive(f"mail:{self._tx.site}")

    def _place(self, mail_id: str) -> str:
        return f"{self._tx.site}/mail/{mail_id}"

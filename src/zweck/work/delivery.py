"""Mail delivery: a queued mail goes to the mail server over TLS, then its contents are removed from the store.

At least once: a worker that dies between the server's answer and our commit sends again, with the same Message-ID, by
which mailboxes recognise the repetition. Failures are kept as words, never with addresses.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Mapping
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from zweck.errors import NotFoundError, SystemFailure
from zweck.work.engine import Jobs, Outside

if TYPE_CHECKING:
    from zweck.store import Mail, Store

DELIVER = "mail.deliver"
_SECONDS = 30


def mail_jobs(senders: Mapping[str, str] | None = None) -> Jobs:
    """The jobs table's entry for mail; ``senders`` gives each site's From address (else ``noreply@<site>``)."""
    known = dict(senders or {})

    def deliver(store: Store, site: str, arguments: Mapping[str, Any]) -> None:
        deliver_mail(store, site, str(arguments["mail"]), known.get(site, f"noreply@{site}"))

    return {DELIVER: Outside(deliver)}


def deliver_mail(store: Store, site: str, mail_id: str, sender: str) -> None:
    """Send one queued mail; does nothing when it is sent, gone, or there is no mail server.

    A mail of a list is held against the suppression list once more: who left meanwhile gets nothing (§ 7 UWG).

    Raises ``SystemFailure``: permanent when the server refused the mail, else worth a retry.
    """
    try:
        with store.read(site) as tx:
            mail = tx.mail.get(mail_id)
            is_blocked = mail.is_for_list and tx.suppression.has(mail.to)
    except NotFoundError:
        return  # its record was erased meanwhile
    if mail.status != "queued" or not store.settings.smtp_url:
        return
    if is_blocked:
        with store.begin(site) as tx:
            tx.mail.mark_failed(mail_id, "suppressed", final=True)
        return
    try:
        _send(store.settings.smtp_url, message_of(mail, site, sender))
    except SystemFailure as failure:
        with store.begin(site) as tx:
            tx.mail.mark_failed(mail_id, "refused" if failure.permanent else "unreachable", final=failure.permanent)
        raise
    with store.begin(site) as tx:
        tx.mail.mark_sent(mail_id)


def message_of(mail: Mail, site: str, sender: str) -> EmailMessage:
    """The mail as it goes out; the Message-ID follows from the mail's id."""
    message = EmailMessage(policy=SMTP)
    heads = {
        "From": sender,
        "To": _ascii_domain(mail.to),
        "Subject": mail.subject_line,
        "Date": format_datetime(mail.queued_at),
        "Message-ID": f"<{mail.id}@{site}>",
        "Auto-Submitted": "auto-generated",
        **mail.headers,
    }
    for name, value in heads.items():
        message[name] = value
    message.set_content(mail.text)
    if mail.html:
        message.add_alternative(mail.html, subtype="html")
    return message


def _ascii_domain(address: str) -> str:
    from zweck.store.normal import ascii_domain

    local, at, domain = address.strip().rpartition("@")
    return str(Address(username=local, domain=ascii_domain(domain))) if at else address


def _send(url: str, message: EmailMessage) -> None:
    try:
        with _connected(url) as server:
            server.send_message(message)
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
        raise SystemFailure("the mail server refused a mail", permanent=_code(error) >= 500) from None
    except smtplib.SMTPNotSupportedError:
        raise SystemFailure("the mail server cannot take this address", permanent=True) from None
    except (smtplib.SMTPException, OSError):
        raise SystemFailure("the mail server cannot be reached") from None


def _connected(url: str) -> smtplib.SMTP:
    parts = urlsplit(url)
    host, context = parts.hostname or "localhost", ssl.create_default_context()
    if parts.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, parts.port or 465, timeout=_SECONDS, context=context)
    else:
        server = smtplib.SMTP(host, parts.port or 25, timeout=_SECONDS)
        server.ehlo()
        # a password or the submission port without TLS would show both password and mail
        if server.has_extn("starttls") or parts.username or parts.port == 587:
            server.starttls(context=context)
            server.ehlo()
    if parts.username:
        server.login(unquote(parts.username), unquote(parts.password or ""))
    return server


def _code(error: smtplib.SMTPException) -> int:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return max((int(code) for code, _ in error.recipients.values()), default=550)
    return int(getattr(error, "smtp_code", 0))

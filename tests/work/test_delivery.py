"""Mail delivery against a real mail server on this machine: sent once, emptied, retried, refused."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from tests.servers import free_port
from tests.stores import SITE

from zweck.clock import FixedClock
from zweck.config import Settings
from zweck.store import Store, open_store
from zweck.store.mail import Mails
from zweck.work import deliver_mail, mail_jobs, run_due


class Inbox:
    """Takes mails, or answers with ``reply``."""

    def __init__(self) -> None:
        self.mails: list[Message] = []
        self.reply = "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.reply.startswith("250"):
            self.mails.append(message_from_bytes(envelope.content))
        return self.reply


@pytest.fixture
def inbox() -> Iterator[tuple[Inbox, str]]:
    made, port = Inbox(), free_port()
    controller = Controller(made, hostname="127.0.0.1", port=port, ready_timeout=15)
    controller.start()
    yield made, f"smtp://127.0.0.1:{port}"
    controller.stop()


@pytest.fixture
def mailing(settings: Settings, clock: FixedClock, inbox: tuple[Inbox, str]) -> Iterator[Store]:
    made = open_store(replace(settings, smtp_url=inbox[1]), clock)
    yield made
    made.close()


def queue(store: Store, to: str = "ada@person.example") -> str:
    with store.begin(SITE) as tx:
        return tx.mail.queue(
            to=to,
            template="x",
            subject_line="Ihre Anfrage – Grüße",
            text="Guten Tag ☕",
            html="<p>Guten Tag</p>",
            headers={"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
            subject=tx.subjects.of({"email": to}),
        )


def test_a_mail_arrives_once_and_is_emptied(mailing: Store, inbox: tuple[Inbox, str]) -> None:
    made = queue(mailing)
    jobs = mail_jobs({SITE: "Site GmbH <info@site.example>"})
    assert [run_due(mailing, jobs) for _ in range(2)] == [1, 0]
    (mail,) = inbox[0].mails
    assert mail["To"] == "ada@person.example" and mail["From"] == "Site GmbH <info@site.example>"
    assert mail["Message-ID"] == f"<{made}@{SITE}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert [part.get_content_type() for part in mail.walk()][1:] == ["text/plain", "text/html"]
    with mailing.read(SITE) as tx:
        assert (tx.mail.get(made).status, tx.mail.get(made).text) == ("sent", "")
        assert tx.subjects.find({"email": "ada@person.example"}) == []  # nothing else was held about her


def test_after_a_crash_it_goes_out_again_under_the_same_id(
    mailing: Store, inbox: tuple[Inbox, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker dies between the server's answer and the commit."""

    def lost(*_: object) -> None:
        raise OSError

    made = queue(mailing)
    monkeypatch.setattr(Mails, "mark_sent", lost)
    with pytest.raises(OSError):
        deliver_mail(mailing, SITE, made, "info@site.example")
    monkeypatch.undo()
    deliver_mail(mailing, SITE, made, "info@site.example")
    assert len({m["Message-ID"] for m in inbox[0].mails}) == 1
    assert len(inbox[0].mails) == 2


def test_an_umlaut_domain_goes_out_in_ascii(mailing: Store, inbox: tuple[Inbox, str]) -> None:
    queue(mailing, "info@bücher.example")
    run_due(mailing, mail_jobs())
    assert inbox[0].mails[0]["To"] == "info@xn--bcher-kva.example"
    assert inbox[0].mails[0]["From"] == f"noreply@{SITE}"


def test_a_refused_mail_is_given_up_and_emptied(
    mailing: Store, inbox: tuple[Inbox, str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "zweck")
    inbox[0].reply = "550 no such user ada@person.example"
    made = queue(mailing)
    run_due(mailing, mail_jobs())
    with mailing.read(SITE) as tx:
        assert (tx.mail.get(made).status, tx.mail.get(made).failure, tx.mail.get(made).to) == ("failed", "refused", "")
        assert tx.jobs.count("failed") == 1
    assert "mail.deliver" in caplog.text and "person.example" not in caplog.text


def test_a_busy_or_absent_server_is_tried_again(mailing: Store, inbox: tuple[Inbox, str], clock: FixedClock) -> None:
    inbox[0].reply = "451 later"
    made = queue(mailing)
    run_due(mailing, mail_jobs())
    with mailing.read(SITE) as tx:
        assert (tx.mail.get(made).status, tx.mail.get(made).failure) == ("queued", "unreachable")
    inbox[0].reply = "250 OK"
    clock.advance(timedelta(minutes=1))
    run_due(mailing, mail_jobs())
    assert len(inbox[0].mails) == 1


def test_a_mail_whose_record_was_erased_does_not_go_out(mailing: Store, inbox: tuple[Inbox, str]) -> None:
    with mailing.begin(SITE) as tx:
        record = tx.records.add("contact", data={"x": "y"})
        tx.mail.queue(to="a@b.example", template="x", subject_line="s", text="t", record=record)
        tx.records.erase([record])
    assert run_due(mailing, mail_jobs()) == 1
    assert inbox[0].mails == []


def test_without_a_mail_server_mails_stay_in_the_outbox(sqlite_store: Store) -> None:
    made = queue(sqlite_store)
    assert run_due(sqlite_store, mail_jobs()) == 0
    with sqlite_store.read(SITE) as tx:
        assert (tx.mail.get(made).status, tx.mail.get(made).text) == ("held", "Guten Tag ☕")

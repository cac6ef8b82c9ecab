"""Subjects, files, tokens, mails, consents, suppression, holds, requests, people, limits: each noun's promises."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st
from tests.stores import SITE, START

from zweck.clock import FixedClock
from zweck.errors import IntegrityError, NotFoundError, RefusedError
from zweck.store import Store, tables
from zweck.store.normal import normalise
from zweck.store.seal import Vault, seal, unseal

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("email", "Ada@Person.Example", " ada@person.example "),
        ("email", "x@bücher.example", "X@XN--BCHER-KVA.example"),
        ("email", "\uff41da@person.example", "ada@person.example"),
        ("phone", "+49 (551) 12-34", "0049551 1234"),
        ("account", "ABC", "abc"),
    ],
)
def test_identifiers_are_found_however_they_were_typed(store: Store, name: str, one: str, other: str) -> None:
    with store.begin(SITE) as tx:
        made = tx.subjects.of({name: one})
        assert tx.subjects.of({name: other}) == made
        assert tx.subjects.find({name: other}) == [made]
        assert tx.subjects.identifiers(made) == {name: [one]}


def test_different_addresses_stay_different() -> None:
    assert normalise("email", "a@strasse.example") != normalise("email", "a@straße.example")
    assert normalise("email", "a.b@x.example") != normalise("email", "ab@x.example")


def test_a_subject_needs_an_identifier(store: Store) -> None:
    with store.begin(SITE) as tx, pytest.raises(RefusedError):
        tx.subjects.of({"email": ""})


@effort(max_examples=60, derandomize=True)
@given(st.binary(max_size=200), st.text(min_size=1, max_size=40), st.integers(0, 400))
def test_what_is_sealed_opens_only_whole_and_in_place(content: bytes, place: str, at: int) -> None:
    key, wrapped = Vault(b"m" * 32).new_key("p")
    place = place.encode("utf-8", "ignore").decode()
    sealed = seal(key, content, place)
    assert unseal(key, sealed, place) == content
    assert Vault(b"m" * 32).unwrap(wrapped, "p") == key
    spot = at % len(sealed)
    bad = sealed[:spot] + bytes([sealed[spot] ^ 1]) + sealed[spot + 1 :]
    for wrong in ((key, bad, place), (key, sealed, place + "x"), (bytes(32), sealed, place)):
        with pytest.raises(IntegrityError):
            unseal(*wrong)


def test_ciphertext_moved_to_another_row_does_not_open(store: Store) -> None:
    with store.begin(SITE) as tx:
        subject = tx.subjects.of({"email": "a@b.example"})
        one = tx.records.add("contact", subject=subject, data={"x": "1"})
        two = tx.records.add("contact", subject=subject, data={"x": "2"})
        sealed = tx.execute(sa.select(tables.record.c.sealed).where(tables.record.c.id == one)).scalar_one()
        tx.execute(sa.update(tables.record).where(tables.record.c.id == two).values(sealed=sealed))
        with pytest.raises(IntegrityError) as caught:
            tx.records.get(two)
    assert "1" not in str(caught.value).replace(two, "")


def test_files_are_sealed_and_come_back(store: Store) -> None:
    content = bytes(range(256)) * 500
    with store.begin(SITE) as tx:
        record = tx.records.add("applications", data={"name": "Ada"})
        made = tx.files.add(record, "Lebenslauf Ä.pdf", "application/pdf", content)
        (info,) = tx.files.of(record)
        assert (info.name, info.size, info.media_type) == ("Lebenslauf Ä.pdf", len(content), "application/pdf")
        assert tx.files.content(made) == content
        assert tx.records.get(record).files == (info,)
        tx.files.remove(made)
        with pytest.raises(NotFoundError):
            tx.files.content(made)
        with pytest.raises(NotFoundError):
            tx.files.add("0" * 26, "x", "text/plain", b"")


def test_a_token_works_once_for_its_purpose_and_time(store: Store, clock: FixedClock) -> None:
    with store.begin(SITE) as tx:
        record = tx.records.add("newsletter")
        text, late = tx.tokens.issue("confirm", record), tx.tokens.issue("confirm", record, timedelta(days=1))
        assert tx.tokens.peek(text, "confirm") == record
        assert tx.tokens.peek(text, "unsubscribe") is None
        assert tx.tokens.redeem("guess", "confirm") is None
        assert [tx.tokens.redeem(text, "confirm") for _ in range(2)] == [record, None]
    clock.advance(timedelta(days=1))
    with store.begin(SITE) as tx:
        assert tx.tokens.redeem(late, "confirm") is None
        assert tx.tokens.prune() == 2


def test_a_mail_is_queued_once_and_empty_when_sent(store: Store) -> None:
    mail = {"to": "a@b.example", "template": "x", "subject_line": "Hallo", "text": "Text", "key": "once"}
    with store.begin(SITE) as tx:
        subject = tx.subjects.of({"email": "a@b.example"})
        tx.records.add("contact", subject=subject, data={"x": "y"})
        first = tx.mail.queue(**mail, subject=subject, headers={"List-Id": "x"})
        assert tx.mail.queue(**mail, subject=subject) == first
        (found,) = tx.mail.list()
        assert (found.to, found.text, found.headers, found.status) == ("a@b.example", "Text", {"List-Id": "x"}, "held")
        assert "a@b" not in repr(found)
        tx.mail.mark_sent(first)
        sent = tx.mail.get(first)
        assert (sent.status, sent.to, sent.text, sent.sent_at) == ("sent", "", "", START)
        with pytest.raises(ValueError, match="line break"):
            tx.mail.queue(to="a@b.example\nBcc: c@d.example", template="x", subject_line="s", text="t")


def test_suppression_knows_no_address(store: Store) -> None:
    with store.begin(SITE) as tx:
        tx.suppression.add("Ada@Person.example", "unsubscribed")
        tx.suppression.add("ada@person.example", "objected")
        assert tx.suppression.has("ada@person.EXAMPLE") and not tx.suppression.has("bob@person.example")
        assert tx.suppression.count() == 1
        rows = tx.execute(sa.select(tables.suppression)).all()
        assert b"person" not in rows[0].blind and rows[0].reason == "unsubscribed"
        tx.suppression.remove("ada@person.example")
        assert not tx.suppression.has("ada@person.example")


def test_a_later_choice_does_not_overwrite_the_earlier(store: Store) -> None:
    with store.begin(SITE) as tx:
        assert tx.consents.add("id-1", {"media": True}, "accept", "banner", "de", "hash") == 1
        assert tx.consents.add("id-1", {"media": False}, "withdraw", "settings", "de", "hash", gpc=True) == 2
        assert tx.consents.add("id-2", {"media": True}, "accept", "banner", "en", "hash") == 1
        assert [c.choices for c in tx.consents.of("id-1")] == [{"media": True}, {"media": False}]
        current = tx.consents.current("id-1")
        assert current and current.gpc and current.recorded_at == START
        assert tx.consents.erase("id-1") == 2
        assert tx.consents.current("id-1") is None
        assert tx.consents.count() == 1


def test_a_hold_ends_by_time_and_its_review_can_be_missed(store: Store, clock: FixedClock) -> None:
    with store.begin(SITE) as tx:
        record = tx.records.add("contact")
        made = tx.holds.open([record, record], "dispute", "officer", START + 3 * MINUTE, START + MINUTE)
        assert [h.id for h in tx.holds.of(record)] == [made]
        assert tx.holds.review_missed() == []
    clock.advance(2 * MINUTE)
    with store.begin(SITE) as tx:
        assert [h.id for h in tx.holds.review_missed()] == [made]
        tx.holds.reviewed(made, None)
        assert tx.holds.review_missed() == []
    clock.advance(2 * MINUTE)
    with store.begin(SITE) as tx:
        assert tx.holds.of(record) == []
        with pytest.raises(RefusedError):
            tx.holds.open([record], "Herr Müller klagt", "officer")


def test_a_request_is_followed_by_reference_and_closed(store: Store) -> None:
    with store.begin(SITE) as tx:
        made = tx.requests.add("15", data={"name": "Ada"}, channel="portal", state="NI", due_at=START + MINUTE)
        other = tx.requests.add("17", due_at=START)
        assert tx.requests.by_reference(made.reference.upper()) == tx.requests.get(made.id)
        assert [r.id for r in tx.requests.list(open=True)] == [other.id, made.id]
        tx.requests.step(made.id, "store", "started")
        tx.requests.step(made.id, "store", "done", "3 records")
        changed = tx.requests.update(
            made.id, status="done", closed_at=START, plain={"a": 1}, data={"answer": "…"}, extended_until=START
        )
        assert (changed.status, changed.plain, changed.deadline) == ("done", {"a": 1}, START)
        assert changed.data == {"name": "Ada", "answer": "…"}
        assert [(s.system, s.status, s.detail) for s in changed.steps] == [("store", "done", "3 records")]
        assert tx.records.get(made.id).events["request_closed"] == START
        assert [r.id for r in tx.requests.list(open=False)] == [made.id]
        assert tx.requests.due_before(START) == 1
        with pytest.raises(ValueError, match="no colour"):
            tx.requests.update(made.id, colour="red")
        with pytest.raises(NotFoundError):
            tx.requests.by_reference("nothing")


def test_the_desk_lets_in_who_knows_the_password(store: Store, clock: FixedClock) -> None:
    with store.begin(SITE) as tx:
        made = tx.people.add("officer@site.example", "a long password", "officer")
        found = tx.people.verify("Officer@site.example", "a long password")
        assert found and found.id == made and found.role == "officer"
        assert tx.people.verify("officer@site.example", "wrong") is None
        assert tx.people.verify("nobody@site.example", "wrong") is None
        secret = tx.people.open_session(made, timedelta(hours=1))
        assert tx.people.find_session("guess") is None
        assert (tx.people.find_session(secret) or found).id == made
        for login, password, role in (
            ("officer@site.example", "a long password", "officer"),
            ("b@site.example", "short", "officer"),
            ("b@site.example", "a long password", "king"),
        ):
            with pytest.raises(RefusedError):
                tx.people.add(login, password, role)
    clock.advance(timedelta(hours=1))
    with store.begin(SITE) as tx:
        assert tx.people.find_session(secret) is None
        assert tx.people.prune() == 1


def test_a_limit_counts_in_its_window_only(store: Store, clock: FixedClock) -> None:
    with store.begin(SITE) as tx:
        assert [tx.limits.hit("192.0.2.1", 2, MINUTE) for _ in range(3)] == [True, True, False]
        assert tx.limits.hit("192.0.2.2", 2, MINUTE)
    clock.advance(MINUTE)
    with store.begin(SITE) as tx:
        assert tx.limits.hit("192.0.2.1", 2, MINUTE)
        assert tx.limits.prune() == 2


def test_an_error_names_no_person(store: Store) -> None:
    """A database error repeats neither values nor parameters."""
    with pytest.raises(sa.exc.IntegrityError) as caught, store.begin(SITE) as tx:
        row = {"site_id": SITE, "subject_id": "x", "name": "email", "blind": b"b", "sealed": b"ada@person.example"}
        tx.execute(sa.insert(tables.identifier), row)
    assert "ada@person" not in str(caught.value)

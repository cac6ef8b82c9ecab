"""Records: what goes in sealed comes out whole, changes, is restricted, and is erased with everything about it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from tests.stores import SITE, START

from zweck.clock import FixedClock
from zweck.errors import NotFoundError, RefusedError
from zweck.store import Store, Tx, tables

ADA = {"email": "ada@person.example", "name": "Ada Ä. Lovelace", "message": "Grüße ☕"}


def add_enquiry(tx: Tx, data: dict[str, str] | None = None, **more: object) -> str:
    filled = data or ADA
    subject = tx.subjects.of({"email": filled["email"]})
    return tx.records.add("contact", subject=subject, data=filled, events={"received": tx.now}, **more)  # type: ignore[arg-type]


def test_a_record_comes_back_as_it_was(store: Store) -> None:
    with store.begin(SITE) as tx:
        made = add_enquiry(tx, plain={"language": "de"}, record_class="enquiry", version="v1")
    with store.read(SITE) as tx:
        found = tx.records.get(made)
    assert found.data == ADA
    assert found.plain == {"language": "de"}
    assert found.events == {"received": START}
    assert (found.activity, found.record_class, found.version, found.status) == ("contact", "enquiry", "v1", "active")
    assert found.created_at == START


def test_nothing_personal_shows_in_a_repr(store: Store) -> None:
    with store.begin(SITE) as tx:
        found = tx.records.get(add_enquiry(tx))
    assert "ada" not in repr(found).lower()


def test_a_failing_transaction_leaves_nothing(store: Store) -> None:
    with pytest.raises(RuntimeError), store.begin(SITE) as tx:
        add_enquiry(tx)
        tx.evidence("contact.received", "contact")
        raise RuntimeError
    with store.read(SITE) as tx:
        assert tx.records.count("contact") == 0
        assert tx.chain.head().seq == 0
        assert tx.subjects.find({"email": ADA["email"]}) == []


def test_a_view_cannot_write(store: Store) -> None:
    with pytest.raises(sa.exc.DBAPIError), store.read(SITE) as tx:
        tx.records.add("contact")


def test_sites_do_not_see_each_other(store: Store) -> None:
    with store.begin(SITE) as tx:
        made = add_enquiry(tx)
    with store.begin("other.example") as tx:
        assert tx.subjects.find({"email": ADA["email"]}) == []
        assert tx.records.of_activity("contact") == []
        assert tx.records.erase([made]) == 0
        with pytest.raises(NotFoundError):
            tx.records.get(made)
    with store.read(SITE) as tx:
        assert tx.records.get(made).data == ADA


def test_the_first_time_of_an_event_stands(store: Store, clock: FixedClock) -> None:
    with store.begin(SITE) as tx:
        made = add_enquiry(tx)
        tx.records.event(made, "closed")
    clock.advance(timedelta(days=1))
    with store.begin(SITE) as tx:
        tx.records.event(made, "closed")
        assert tx.records.get(made).events["closed"] == START
        tx.records.event(made, "closed", replace=True)
        assert tx.records.get(made).events["closed"] == START + timedelta(days=1)
        with pytest.raises(NotFoundError):
            tx.records.event("0" * 26, "closed")


def test_pages_go_from_new_to_old(store: Store) -> None:
    with store.begin(SITE) as tx:
        made = [tx.records.add("contact", record_class="a" if n % 2 else "b") for n in range(7)]
        first = tx.records.of_activity("contact", limit=3)
        second = tx.records.of_activity("contact", limit=3, before=first[-1].id)
        assert [r.id for r in first + second] == made[:0:-1]
        assert len(tx.records.of_activity("contact", record_class="a")) == 3


def test_rectifying_is_recorded_without_values(store: Store) -> None:
    with store.begin(SITE) as tx:
        made = add_enquiry(tx)
        tx.records.change(made, {"email": "ada@new.example", "name": ADA["name"]})
    with store.read(SITE) as tx:
        assert tx.records.get(made).data["email"] == "ada@new.example"
        subject = tx.records.get(made).subject
        assert tx.subjects.find({"email": "ada@new.example"}) == [subject]
        assert tx.subjects.find({"email": ADA["email"]}) == []
        (entry,) = tx.chain.latest(record=made)
    assert entry.event == "record.changed"
    assert entry.details == {"fields": ["email"]}


def test_restriction_is_lifted_again(store: Store) -> None:
    with store.begin(SITE) as tx:
        made = add_enquiry(tx)
        assert tx.records.restrict([made], START, "18(1)(a)") == 1
        assert tx.records.restrict([made], START, "18(1)(a)") == 0
        assert tx.records.get(made).status == "restricted"
        assert tx.records.get(made).restricted_until == START
        assert [tx.records.lift([made]), tx.records.lift([made])] == [1, 0]
        assert tx.records.get(made).restriction_ground == ""


def test_erasing_the_last_record_destroys_the_key(store: Store) -> None:
    with store.begin(SITE) as tx:
        made = add_enquiry(tx)
        subject = tx.records.get(made).subject or ""
        tx.files.add(made, "cv.pdf", "application/pdf", b"content")
        tx.tokens.issue("confirm", made)
        tx.mail.queue(to=ADA["email"], template="x", subject_line="s", text="t", subject=subject, record=made)
        tx.holds.close(tx.holds.open([made], "dispute", "officer"))
        request = tx.requests.add("15", subject=subject, data={"x": "y"})
    with store.begin(SITE) as tx:
        assert tx.records.erase([made]) == 1
        assert tx.subjects.identifiers(subject)  # the request still needs them
        assert tx.records.erase([made, request.id]) == 1
        assert tx.records.erase([made, request.id]) == 0
        with pytest.raises(NotFoundError):
            tx.subjects.key(subject)
        left = {t.name: tx.execute(sa.select(sa.func.count()).select_from(t)).scalar() for t in personal_tables()}
        assert left == dict.fromkeys(left, 0)
        assert [e.kind for e in tx.erasures.list()] == ["record", "record", "subject"]


def personal_tables() -> list[sa.Table]:
    """Every table about people in which a whole erasure leaves nothing."""
    kept = {"suppression", "consent", "person", "session", "limit_hit", "hold"}
    return [t for t in vars(tables).values() if isinstance(t, sa.Table) and t.name not in kept]


def test_an_identifier_goes_with_the_record_that_brought_it(store: Store) -> None:
    with store.begin(SITE) as tx:
        first = add_enquiry(tx)
        subject = tx.subjects.of({"email": ADA["email"], "phone": "+49 551 1234567"})
        second = tx.records.add("orders", subject=subject, data={"phone": "+49 551 1234567"})
        assert tx.records.get(first).subject == subject
        tx.records.erase([second])
        assert tx.subjects.identifiers(subject) == {"email": [ADA["email"]]}
        assert tx.subjects.find({"phone": "0049-551-1234567"}) == []


def test_anonymising_keeps_what_is_not_personal(store: Store) -> None:
    with store.begin(SITE) as tx:
        made = add_enquiry(tx, plain={"topic": "offer"})
        tx.files.add(made, "a.txt", "text/plain", b"x")
        assert [tx.records.anonymise([made]), tx.records.anonymise([made])] == [1, 0]
        found = tx.records.get(made)
        assert (found.subject, found.data, found.files, found.status) == (None, {}, (), "anonymised")
        assert found.plain == {"topic": "offer"}
        assert tx.subjects.find({"email": ADA["email"]}) == []
        with pytest.raises(RefusedError):
            tx.records.change(made, {"name": "x"})


def test_a_hold_refuses_the_whole_batch(store: Store) -> None:
    with store.begin(SITE) as tx:
        held, free = add_enquiry(tx), add_enquiry(tx, {"email": "bob@person.example"})
        hold = tx.holds.open([held], "legal_claims", "officer")
        with pytest.raises(RefusedError):
            tx.records.erase([held, free])
        assert tx.records.count("contact") == 2
        tx.holds.close(hold)
        tx.holds.close(hold)
        assert tx.records.get(held).events["released_from_legal_claims"] == START
        assert tx.records.erase([held, free]) == 2


def test_records_without_a_subject_are_sealed_and_erased_too(store: Store) -> None:
    with store.begin(SITE) as tx:
        made = tx.records.add("contact", data={"message": "secret"})
        assert tx.records.get(made).data == {"message": "secret"}
        subject = tx.records.get(made).subject
        assert tx.subjects.identifiers(subject or "") == {}
        tx.records.erase([made])
        with pytest.raises(NotFoundError):
            tx.subjects.key(subject or "")

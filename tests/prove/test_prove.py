"""The proof: every promise with its sentence and state; what breaks it: a late sweep or answer, a breach, the chain."""

from __future__ import annotations

import json
from datetime import timedelta

import sqlalchemy as sa
from tests.declarations import ALL_KINDS, declare
from tests.stores import SITE, START

from zweck.clock import FixedClock
from zweck.declaration import Declaration
from zweck.promises import Status, compile_promises
from zweck.prove import ProofReport, prove, show_report
from zweck.store import Store, ledger
from zweck.sweep import sweep
from zweck.systems import connect

DAY = timedelta(days=1)
CONTACT = declare("contact: {keep: 30 days after closed}, rights: ")


def proof(declaration: Declaration, store: Store, **more: object) -> ProofReport:
    return prove(declaration, store, connect(declaration, store), store.clock.now(), **more)  # type: ignore[arg-type]


def status(report: ProofReport, promise: str, activity: str = "contact") -> Status:
    return next(p.status for p in report.promises if (p.promise, p.activity) == (promise, activity))


def test_every_promise_is_there_with_its_sentence(sqlite_store: Store) -> None:
    declaration = declare(ALL_KINDS + ", orders: , accounts: ")
    for language in ("de", "en"):
        report = proof(declaration, sqlite_store, language=language)
        wanted = [(p.activity, p.id) for p in compile_promises(declaration)]
        assert [(p.activity, p.promise) for p in report.promises] == wanted
        assert all(p.sentence and p.anchor and p.at.startswith("zweck.yaml:") for p in report.promises)
    assert not report.failed
    declared_only = {p.status for p in report.promises if p.activity in ("orders", "accounts")}
    assert Status.OUTSIDE in declared_only and Status.KEPT not in declared_only


def test_a_promise_is_kept_by_what_was_done(store: Store) -> None:
    assert status(proof(CONTACT, store), "contact.fields") is Status.UNEXERCISED
    with store.begin(SITE) as tx:
        seqs = [tx.evidence("contact.received", "contact", ("contact.fields",)) for _ in range(7)]
    report = proof(CONTACT, store)
    line = next(p for p in report.promises if p.promise == "contact.fields")
    assert (line.status, line.evidence) == (Status.KEPT, tuple(seqs[-5:]))


def test_evidence_before_since_shows_nothing(store: Store, clock: FixedClock) -> None:
    with store.begin(SITE) as tx:
        tx.evidence("contact.received", "contact", ("contact.fields",))
    clock.advance(DAY)
    report = proof(CONTACT, store, since=clock.now())
    assert status(report, "contact.fields") is Status.UNEXERCISED
    assert report.chain.entries == 1 and report.chain.whole


def test_a_breach_breaks_a_promise(store: Store) -> None:
    with store.begin(SITE) as tx:
        tx.evidence("contact.received", "contact", ("contact.fields",))
        seq = tx.evidence("contact.leaked", "contact", ("contact.fields",), breach=True)
    report = proof(CONTACT, store)
    assert report.failed
    line = next(p for p in report.promises if p.promise == "contact.fields")
    assert (line.status, line.evidence) == (Status.BROKEN, (seq,))


def test_a_period_that_is_over_turns_at_risk_then_broken_then_kept(store: Store, clock: FixedClock) -> None:
    with store.begin(SITE) as tx:
        tx.records.add("contact", data={"x": "y"}, events={"closed": tx.now})
    seen = [status(proof(CONTACT, store), "retention.contact")]
    for step in (31, 1):
        clock.travel(clock.now() + step * DAY)
        seen.append(status(proof(CONTACT, store), "retention.contact"))
    sweep(CONTACT, connect(CONTACT, store), store, clock.now())
    seen.append(status(proof(CONTACT, store), "retention.contact"))
    assert seen == [Status.KEPT, Status.AT_RISK, Status.BROKEN, Status.KEPT]


def test_a_missed_review_of_a_hold_is_a_risk(store: Store, clock: FixedClock) -> None:
    with store.begin(SITE) as tx:
        made = tx.records.add("contact", data={"x": "y"}, events={"closed": tx.now})
        tx.holds.open([made], "legal_claims", "officer", review_at=START + 90 * DAY)
    clock.advance(50 * DAY)
    assert status(proof(CONTACT, store), "retention.contact") is Status.KEPT
    clock.advance(50 * DAY)
    assert status(proof(CONTACT, store), "retention.contact") is Status.AT_RISK


def test_late_answers_break_the_promise_to_answer(store: Store, clock: FixedClock) -> None:
    with store.begin(SITE) as tx:
        request = tx.requests.add("15", due_at=START + 30 * DAY, status="open")
        tx.requests.add("15", due_at=START, status="unconfirmed")
        tx.evidence("request.received", "rights", ("rights.channel",), request.id)
    seen = []
    for days in (0, 25, 31):
        clock.travel(START + days * DAY)
        seen.append(status(proof(CONTACT, store), "rights.channel", "rights"))
    with store.begin(SITE) as tx:
        tx.requests.update(request.id, closed_at=tx.now)
    seen.append(status(proof(CONTACT, store), "rights.channel", "rights"))
    assert seen == [Status.KEPT, Status.AT_RISK, Status.BROKEN, Status.KEPT]


def test_an_attestation_lapses(sqlite_store: Store, clock: FixedClock) -> None:
    more = "attestations: {logs.purpose: {by: head of IT, on: 2026-01-05, review: 3 months}}"
    declaration = declare("server_logs: ", more)
    assert status(proof(declaration, sqlite_store), "logs.purpose", "server_logs") is Status.ATTESTED
    clock.advance(120 * DAY)
    assert status(proof(declaration, sqlite_store), "logs.purpose", "server_logs") is Status.AT_RISK


def test_a_broken_chain_fails_the_proof(store: Store) -> None:
    with store.begin(SITE) as tx:
        for _ in range(5):
            tx.evidence("contact.received", "contact", ("contact.fields",))
    with store.begin(SITE) as tx:
        tx.execute(sa.update(ledger.evidence).where(ledger.evidence.c.seq == 3).values(detail='{"count":1}'))
    report = proof(CONTACT, store)
    assert report.failed and report.chain.problems == ("entry 3 was altered",)
    assert "BROKEN" in show_report(report)


def test_unreadable_evidence_is_a_broken_chain_and_no_crash(store: Store) -> None:
    with store.begin(SITE) as tx:
        tx.evidence("contact.received", "contact", ("contact.fields",))
        tx.execute(sa.update(ledger.evidence).values(promises="[[", at="yesterday", detail="{"))
    assert proof(CONTACT, store).failed


def test_the_report_is_a_versioned_contract(sqlite_store: Store) -> None:
    made = json.loads(proof(CONTACT, sqlite_store).model_dump_json())
    assert list(made) == ["schema", "site", "at", "since", "language", "chain", "promises"]
    assert made["schema"] == 1
    assert ProofReport.model_validate(made).site == SITE

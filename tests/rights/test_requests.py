"""Requests from receipt to answer, on the built-in store, with the clock moved by hand."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime, timedelta

import pytest

from zweck import rights
from zweck.clock import FixedClock
from zweck.config import load_settings
from zweck.declaration import loads
from zweck.errors import RefusedError
from zweck.rights import engine
from zweck.store import open_store
from zweck.systems import connect

EVA, ADAM = "eva@example.org", "adam@example.org"
DECLARATION = """
zweck: 1
site: {name: Werk, domains: [www.werk.example], languages: [de, en]}
controller:
  name: Werk GmbH
  address: {street: Weg 1, postcode: "80331", city: München, country: DE, state: BY}
  email: info@werk.example
recipients:
  agency: {name: Agentur Nord, country: DE, role: processor}
activities:
  contact: {fields: [name, email, message], keep: 6 months after closed, recipients: [agency]}
  newsletter:
  orders:
    keep: until completed
    then: "restrict in archive until 8 years after year_end of invoiced ; delete"
    reason: § 257(4) HGB
  rights:
"""


def link(token):
    return f"https://www.werk.example/privacy/rights/{token}"


@pytest.fixture
def world(tmp_path):
    clock = FixedClock(datetime(2026, 11, 25, 10, tzinfo=UTC))
    declaration = loads(DECLARATION)
    store = open_store(load_settings({}, data=tmp_path), clock)
    with store.begin(declaration.id) as tx:
        for address, text in ((EVA, "Wann liefern Sie?"), (ADAM, "Ein anderes Anliegen")):
            person = tx.subjects.of({"email": address})
            data = {"name": address[:4], "email": address, "message": text}
            tx.records.add("contact", subject=person, data=data, events={"received": tx.now, "closed": tx.now})
        eva = tx.subjects.of({"email": EVA})
        tx.records.add("newsletter", subject=eva, data={"email": EVA}, events={"received": tx.now, "confirmed": tx.now})
    return World(declaration, store, clock)


class World:
    def __init__(self, declaration, store, clock):
        self.declaration, self.store, self.clock = declaration, store, clock
        self.systems = connect(declaration, store)

    def begin(self):
        return self.store.begin(self.declaration.id)

    def ask(self, right, **more):
        with self.begin() as tx:
            return rights.open_request(
                tx, self.declaration, right, email=EVA, link=link, confirmed=True, language="de", **more
            )

    def run(self, request, **more):
        with self.begin() as tx:
            rights.approve(tx, self.declaration, request.id, "officer", **more)
        return rights.run(self.store, self.declaration, self.systems, request.id, link)

    def records(self, activity="contact"):
        with self.store.read(self.declaration.id) as tx:
            return tx.records.of_activity(activity)

    def mails(self):
        with self.store.read(self.declaration.id) as tx:
            return tx.mail.list()


def test_a_request_is_confirmed_by_mail_and_its_clock_runs_from_receipt(world):
    with world.begin() as tx:
        request = rights.open_request(tx, world.declaration, "access", email=EVA, link=link)
    assert request.status == "unconfirmed"
    (mail,) = world.mails()
    assert mail.to == EVA
    assert EVA not in mail.subject_line
    token = mail.text.split("/privacy/rights/")[1].split()[0]

    world.clock.advance(timedelta(days=2))
    with world.begin() as tx:
        confirmed = rights.confirm(tx, world.declaration, token, link)
    assert confirmed.status == "open"
    # one month from 25 November ends on Christmas Day, a Friday; the next working day in Bavaria is the 28th
    assert confirmed.due_at == datetime(2026, 12, 28, 23, tzinfo=UTC)
    with world.begin() as tx:
        assert rights.confirm(tx, world.declaration, token, link) is None
    followed = world.mails()[0].text.split("/privacy/rights/")[1].split()[0]
    with world.begin() as tx:
        assert rights.follow(tx, followed).id == request.id
        assert rights.follow(tx, "guess") is None


def test_access_gives_all_items_and_all_data_of_this_person_only(world):
    done = world.run(world.ask("access"))
    with world.store.read(world.declaration.id) as tx:
        name, media_type, content = rights.package_file(tx, done.id)
    assert (name, media_type) == (f"{done.reference}.zip", "application/zip")
    archive = zipfile.ZipFile(io.BytesIO(content))
    package = json.loads(archive.read("data.json"))
    assert {p["activity"] for p in package["parts"]} == {"contact", "newsletter"}
    for part in package["parts"]:
        for item in ("purposes", "bases", "categories", "recipients", "storage", "source", "automated", "transfers"):
            assert part[item], (part["activity"], item)
    contact = next(p for p in package["parts"] if p["activity"] == "contact")
    assert contact["records"][0]["data"]["message"] == "Wann liefern Sie?"
    assert "Agentur Nord" in contact["recipients"]
    assert package["complaint"].startswith("Bayerisches Landesamt")
    assert len(package["rights"]) >= 8
    everything = b"".join(archive.read(n) for n in archive.namelist()).decode("utf-8", "replace")
    assert "Wann liefern Sie?" in everything
    assert "Ein anderes Anliegen" not in everything
    assert ADAM not in everything
    assert done.status == "done"
    assert "30 Tage" in world.mails()[0].text


def test_portability_holds_only_consent_and_contract_data(world):
    done = world.run(world.ask("portability"))
    with world.store.read(world.declaration.id) as tx:
        _, _, content = rights.package_file(tx, done.id)
    archive = zipfile.ZipFile(io.BytesIO(content))
    activities = {p["activity"] for p in json.loads(archive.read("data.json"))["parts"]}
    portable = {a.name for a in world.declaration.activities.values() if {"6(1)(a)", "6(1)(b)"} & set(a.basis)}
    assert activities == portable & {"contact", "newsletter"}
    assert "newsletter.csv" in archive.namelist()
    assert EVA in archive.read("newsletter.csv").decode("utf-8-sig")


def test_rectification_changes_every_record_and_never_logs_the_value(world):
    done = world.run(world.ask("rectification", details="Mein Name ist Eva Maria"), changes={"name": "Eva Maria"})
    assert done.status == "done"
    assert sorted(r.data["name"] for r in world.records()) == ["Eva Maria", "adam"]
    with world.store.read(world.declaration.id) as tx:
        assert not any("Eva" in str(entry) for entry in tx.chain.entries())


def test_erasure_reaches_all_systems_and_nobody_else(world):
    done = world.run(world.ask("erasure"))
    assert [r.data["email"] for r in world.records()] == [ADAM]
    assert world.records("newsletter") == []
    assert done.status == "done"
    assert "2 Datensätze gelöscht" in world.mails()[0].text
    with world.store.read(world.declaration.id) as tx:
        assert tx.subjects.find({"email": EVA}) == []


def test_what_a_statute_keeps_is_restricted_and_the_person_is_told(world):
    with world.begin() as tx:
        eva = tx.subjects.of({"email": EVA})
        events = {"completed": tx.now, "invoiced": datetime(2026, 3, 15, tzinfo=UTC)}
        tx.records.add("orders", subject=eva, data={"email": EVA, "total": "12,00"}, events=events)
    world.run(world.ask("erasure"))
    (order,) = world.records("orders")
    assert order.status == "restricted"
    assert order.restricted_until == datetime(2034, 12, 31, 23, tzinfo=UTC)
    assert "gesperrt" in world.mails()[0].text


def test_restriction_keeps_and_blocks(world):
    world.run(world.ask("restriction"))
    assert {r.data["email"]: r.status for r in world.records()} == {EVA: "restricted", ADAM: "active"}


def test_an_objection_stops_advertising_at_once(world):
    world.run(world.ask("objection"))
    with world.store.read(world.declaration.id) as tx:
        assert tx.suppression.has("EVA@example.org")
        assert not tx.suppression.has(ADAM)


def test_withdrawal_ends_what_rests_on_consent_alone(world):
    world.run(world.ask("withdrawal"))
    assert world.records("newsletter") == []
    assert len(world.records()) == 2


def test_recipients_of_erased_data_are_told_and_that_is_on_record(world):
    done = world.run(world.ask("erasure"))
    assert [(t.name, t.is_told) for t in rights.recipients(world.declaration, done)] == [("Agentur Nord", False)]
    with world.begin() as tx:
        assert done.closed_at is None
        rights.tell(tx, done.id, "agency", "officer")
        with pytest.raises(RefusedError):
            rights.tell(tx, done.id, "somebody", "officer")
    with world.store.read(world.declaration.id) as tx:
        told = tx.requests.get(done.id)
        assert rights.recipients(world.declaration, told)[0].is_told
        assert told.closed_at
        assert any(e.event == "recipient.told" for e in tx.chain.entries())


def test_an_extension_is_told_once_with_reason_within_the_first_month(world):
    request = world.ask("access")
    with world.begin() as tx:
        with pytest.raises(RefusedError, match="reason"):
            rights.extend(tx, world.declaration, request.id, "officer", " ")
        extended = rights.extend(tx, world.declaration, request.id, "officer", "Sehr viele Unterlagen.")
        assert extended.deadline == datetime(2027, 2, 25, 23, tzinfo=UTC)
        with pytest.raises(RefusedError, match="once"):
            rights.extend(tx, world.declaration, request.id, "officer", "Noch mehr.")
    late = world.ask("access")
    world.clock.advance(timedelta(days=40))
    with world.begin() as tx, pytest.raises(RefusedError, match="had to be told"):
        rights.extend(tx, world.declaration, late.id, "officer", "Zu spät gemerkt.")


def test_a_refusal_names_reason_authority_and_court(world):
    request = world.ask("erasure")
    with world.begin() as tx:
        with pytest.raises(RefusedError, match="reason"):
            rights.refuse(tx, world.declaration, request.id, "officer", "nein")
        rights.refuse(tx, world.declaration, request.id, "officer", "Die Rechnung ist noch offen.")
    text = world.mails()[0].text
    assert "Die Rechnung ist noch offen." in text
    assert "Landesamt für Datenschutzaufsicht" in text
    assert "Gericht" in text


def test_nothing_is_done_before_confirmation_or_approval(world):
    with world.begin() as tx:
        request = rights.open_request(tx, world.declaration, "erasure", email=EVA, link=link)
        with pytest.raises(RefusedError, match="not confirmed"):
            rights.approve(tx, world.declaration, request.id, "officer")
    with pytest.raises(RefusedError, match="not approved"):
        rights.run(world.store, world.declaration, world.systems, request.id, link)
    assert len(world.records()) == 2


def test_unconfirmed_requests_lapse_and_packages_go_after_thirty_days(world):
    with world.begin() as tx:
        rights.open_request(tx, world.declaration, "access", email=EVA, link=link)
    done = world.run(world.ask("access"))
    with world.begin() as tx:
        assert rights.tidy(tx, world.declaration) == 0
    world.clock.advance(timedelta(days=30))
    with world.begin() as tx:
        assert rights.tidy(tx, world.declaration) == 2
        assert rights.tidy(tx, world.declaration) == 0
        assert rights.package_file(tx, done.id) is None
        assert [r.id for r in tx.requests.list()] == [done.id]


def test_a_run_that_was_cut_off_completes_once(world, monkeypatch):
    request = world.ask("erasure")
    with world.begin() as tx:
        rights.approve(tx, world.declaration, request.id, "officer")
    with monkeypatch.context() as patched:
        patched.setattr(engine, "write_done", lambda *a: (_ for _ in ()).throw(OSError("cut off")))
        with pytest.raises(OSError, match="cut off"):
            rights.run(world.store, world.declaration, world.systems, request.id, link)
    done = rights.run(world.store, world.declaration, world.systems, request.id, link)
    again = rights.run(world.store, world.declaration, world.systems, request.id, link)
    assert done.status == again.status == "done"
    letters = [m for m in world.mails() if m.template == "rights.done"]
    assert len(letters) == 1
    assert "2 Datensätze gelöscht" in letters[0].text
    with world.store.read(world.declaration.id) as tx:
        assert [e.event for e in tx.chain.entries()].count("system.erased") == 1

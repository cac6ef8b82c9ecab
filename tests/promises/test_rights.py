"""The rights of the person: received, blocked meanwhile, carried out everywhere, answered in time (Art. 12–21 GDPR)."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date
from itertools import product
from typing import Any

import pytest

from tests.promises.world import HEAD, moment, path_in, press
from zweck import rights
from zweck.clock import BERLIN
from zweck.errors import RefusedError, SystemFailure
from zweck.rights import Package, engine
from zweck.store import open_store
from zweck.store.backup import backup, restore
from zweck.systems import Done, connect

EVA, ADAM = "eva@example.org", "adam@example.org"
NINE = ("purposes", "categories", "recipients", "storage", "source", "automated", "transfers")


def package_of(world, request) -> tuple[Package, zipfile.ZipFile]:
    with world.read() as tx:
        _, _, content = rights.package_file(tx, request.id)
    archive = zipfile.ZipFile(io.BytesIO(content))
    return Package.model_validate_json(archive.read("data.json")), archive


CHANNELS = ("mail", "post", "portal")
RIGHTS = "\nactivities: {contact: {}, rights: {channels: [portal, mail, post]}}\n"


@pytest.mark.promise("rights.channel")
def test_every_channel_makes_a_request_with_its_due_date(begin):
    """Mail and post are entered at the desk, the form is the portal; each of the seven rights comes by each of them."""
    cases = (
        ("BY", "2026-01-31", "2026-03-02", date(2026, 2, 28), "28. Februar 2026", "2. März 2026"),
        ("NW", "2026-11-25", "2026-12-28", date(2026, 12, 25), "25. Dezember 2026", "28. Dezember 2026"),
    )
    for state, received, due, unmoved, said_unmoved, said_due in cases:
        world = begin(RIGHTS, f"{received} 15:00", head=HEAD.replace("state: NW", f"state: {state}"))
        desk = world.officer()
        for channel in CHANNELS:
            for right in rights.PROMISE:
                _enter(world, desk, channel, right, f"{channel}-{right}@example.org", received)
        with world.read() as tx:
            found = tx.requests.list(open=True)
        assert len(found) == 21
        assert {(rights.key_of(r), r.channel) for r in found} == set(product(rights.PROMISE, CHANNELS))
        for each in found:
            last = (each.due_at - (moment("2026-01-02") - moment("2026-01-01"))).astimezone(BERLIN).date()
            assert last == date.fromisoformat(due), each.right
            assert engine.safe_day(world.declaration, each) == unmoved
        page = desk.get(f"/desk/requests/{found[0].id}").text
        assert said_due in page
        assert said_unmoved in page
        with world.begin() as tx, pytest.raises(RefusedError, match="reason for the doubt"):
            rights.ask_identity(tx, world.declaration, found[0].id, "officer", "")


def _enter(world, desk, channel: str, right: str, email: str, received: str) -> None:
    correction = {"field": "name", "value": "Eva Maria"} if right == "rectification" else {}
    if channel != "portal":
        given = {"right": right, "channel": channel, "language": "de", "received": received, "identity": "vouched"}
        assert desk.post("/desk/requests/new", data={"email": email, **given, **correction}).status_code == 303
        return
    visitor = world.visitor(**{"X-Forwarded-For": f"203.0.113.{len(right)}"})
    correction = {"field": "name", "right_value": "Eva Maria"} if correction else {}
    assert visitor.post(f"/privacy/rights/{right}?lang=de", data={"email": email, **correction}).status_code == 303
    path = path_in(world.outbox("rights.confirm", email)[-1].text)
    token = path.partition("token=")[2].partition("&")[0]
    assert press(visitor, "/privacy/rights/confirm?lang=de", token=token).status_code == 303


EVERYTHING = """
recipients:
  agency: {name: Agentur Nord, country: DE, role: processor}
activities:
  contact: {fields: [name, email, message], recipients: [agency]}
  newsletter: {fields: [email, name?]}
  applications: {pool: {keep: at most 2 years after consent_given}}
  orders: {}
  accounts: {}
  crm: {obtained_from: {de: eine Messe, en: a fair}}
  webinars: {}
  rights:
"""
SEEDED = ("contact", "newsletter", "applications", "orders", "accounts", "crm", "webinars", ("applications", "pool"))


def seed(world, email: str, name: str, where=SEEDED) -> list[str]:
    made = []
    for place in where:
        activity, record_class = place if isinstance(place, tuple) else (place, "")
        text = f"{name} in {activity} {record_class}".strip()
        made.append(
            world.add(activity, email, record_class, {"name": name, "message": text}, received="2026-11-20 10:00")
        )
    return made


@pytest.mark.promise("rights.access_free")
def test_access_shows_everything_of_this_person_and_costs_nothing(begin):
    """The eight stores are eight record classes of seven activities; a namesake has records in three of them."""
    world = begin(EVERYTHING, "2026-11-25 10:00")
    seed(world, EVA, "Eva Sommer")
    seed(world, ADAM, "Eva Sommer", SEEDED[:3])
    for day in ("2026-11-25 10:00", "2026-12-02 10:00"):
        done = world.at(day).fulfil("access")
        package, archive = package_of(world, done)
        found = {(p.activity, r.record_class) for p in package.parts for r in p.records}
        assert found == {p if isinstance(p, tuple) else (p, "") for p in SEEDED}
        assert package.count == len(SEEDED)
        assert all(p.source and p.recipients and p.purposes for p in package.parts)
        crm = next(p for p in package.parts if p.activity == "crm")
        assert crm.source == "eine Messe"
        assert all(r.data["email"] == EVA for p in package.parts for r in p.records)
        assert ADAM not in archive.read("index.html").decode()
        assert done.status == "done"
        for mail in world.outbox("rights.", EVA):
            assert not any(word in mail.text.casefold() for word in ("€", "eur ", "gebühr", "entgelt"))


@pytest.mark.promise("rights.access_package")
def test_the_answer_is_blocked_while_an_item_is_empty(begin):
    body = """
recipients:
  desk_inc: {{name: Helpdesk Inc., country: US, role: processor{safeguard}}}
activities:
  contact: {{recipients: [desk_inc]}}
  rights:
"""
    world = begin(body.format(safeguard=", safeguard: 'SCC, decision (EU) 2021/914, module 2'"), "2026-11-25 10:00")
    world.add("contact", EVA, "", {"message": "Guten Tag"}, received="2026-11-20 10:00")
    package, _ = package_of(world, world.fulfil("access"))
    (part,) = package.parts
    assert all(getattr(part, item) for item in NINE)
    assert package.complaint
    assert len(package.rights) >= 8
    assert part.records[0].data["message"] == "Guten Tag"
    assert "SCC, decision (EU) 2021/914, module 2" in part.transfers
    without = begin(body.format(safeguard=""), "2026-11-25 10:00")
    without.add("contact", EVA, "", {"message": "Guten Tag"}, received="2026-11-20 10:00")
    request = without.ask("access")
    without.approve(request)
    with pytest.raises(RefusedError, match=r"15\(2\)"):
        without.run(request)
    assert without.outbox("rights.done") == []


class Connector:
    """A further system with one person's name in it, as a connector would bring it; it can be offline."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows = {EVA: "Efa Sommer", ADAM: "Adam Winter"}
        self.is_offline = False

    def find(self, who: Any) -> Any:
        return iter(())

    def export(self, who: Any) -> Any:
        return iter(())

    def correct(self, who: Any, changes: Any, cause: Any = None) -> Done:
        if self.is_offline:
            raise SystemFailure(f"{self.name} cannot be reached")
        self.rows[who["email"]] = changes["name"]
        return Done(1)


@pytest.mark.promise("rights.rectify")
def test_a_correction_reaches_every_system_and_stays_open_until_then(begin):
    world = begin(EVERYTHING, "2026-11-25 10:00")
    world.add("contact", EVA, "", {"name": "Efa Sommer"}, received="2026-11-20 10:00")
    others = [Connector(n) for n in ("crm_db", "shop_db", "mailing")]
    world.systems = {**world.systems, **{c.name: c for c in others}}
    others[1].is_offline = True
    request = world.ask("rectification", changes={"name": "Eva Sommer"})
    world.approve(request)
    with pytest.raises(SystemFailure, match="shop_db"):
        world.run(request)
    assert world.records("contact")[0].data["name"] == "Eva Sommer"
    assert [c.rows[EVA] for c in others] == ["Eva Sommer", "Efa Sommer", "Eva Sommer"]
    assert world.request(request.id).closed_at is None
    others[1].is_offline = False
    world.run(request)
    assert [c.rows[EVA] for c in others] == ["Eva Sommer"] * 3
    assert all(c.rows[ADAM] == "Adam Winter" for c in others)
    told = rights.recipients(world.declaration, world.request(request.id))
    assert [(t.name, t.is_told) for t in told] == [("Agentur Nord", False)]
    assert world.request(request.id).closed_at is None
    with world.begin() as tx:
        rights.tell(tx, request.id, "agency", "officer")
    assert world.request(request.id).closed_at is not None


@pytest.mark.promise("rights.erase")
def test_erasure_reaches_everything_and_the_backup(begin):
    """The eight stores are eight record classes; the bytes of the whole data folder are searched as well."""
    world = begin(
        EVERYTHING.replace("  orders: {}\n", "  orders: {keep: until completed, then: delete}\n"), "2026-11-24 10:00"
    )
    gone = seed(world, EVA, "Canary-Sommer-4711")
    kept = seed(world, ADAM, "Canary-Winter-4712")
    with world.begin() as tx:
        tx.files.add(gone[2], "canary-4711.pdf", "application/pdf", b"%PDF canary-4711")
    copy = world.folder / "data" / "last-night.sqlite"
    backup(world.store, copy)
    done = world.at("2026-11-25 10:00").fulfil("erasure")
    assert done.status == "done"
    for round_ in ("erased", "restored"):
        held = [h for s in world.systems.values() for h in s.find({"email": EVA}) if h.activity != "rights"]
        assert held == [], round_
        assert not any(map(world.has, gone))
        assert all(map(world.has, kept))
        if round_ == "erased":
            world.store.close()
            assert restore(copy, world.settings, world.clock) >= len(gone)
            world.store = open_store(world.settings, world.clock)
            world.systems = dict(connect(world.declaration, world.store, world.settings))
    copy.unlink()
    found = [f for f in world.settings.data.rglob("*") if f.is_file() and b"anary-4711" in f.read_bytes()]
    assert found == []
    assert world.record(kept[0]).data["name"] == "Canary-Winter-4712"


@pytest.mark.promise("rights.restrict_while_checking")
def test_disputed_data_is_blocked_until_it_is_decided(begin):
    """The export of the evening is an issue of the newsletter's kind of use: it takes active records only."""
    world = begin(
        "\nactivities: {contact: {}, crm: {}, rights: {}}\n",
        "2026-11-25 12:00",
    )
    accuracy = world.add("contact", EVA, "", {"name": "Efa"}, received="2026-11-20 10:00")
    interest = world.add("contact", ADAM, "", {"name": "Adam"}, received="2026-11-20 10:00")

    def export() -> set[str]:
        return {r.id for r in world.records("contact", status="active")}

    assert export() == {accuracy, interest}
    dispute = world.at("2026-11-25 17:59:59").ask("rectification", EVA, changes={"name": "Eva"})
    objection = world.at("2026-11-25 18:00:00").ask("objection", ADAM, details="Mein Grund")
    world.at("2026-11-25 18:00:01")
    assert export() == set()
    assert world.record(accuracy).restriction_ground == "18(1)(a)"
    assert world.record(interest).restriction_ground == "18(1)(d)"
    world.approve(dispute)
    world.run(dispute)
    with world.begin() as tx:
        rights.refuse(tx, world.declaration, objection.id, "officer", "Wir brauchen die Daten vor Gericht.")
    assert export() == {accuracy, interest}
    assert world.record(accuracy).data["name"] == "Eva"
    marked = [e for e in world.entries() if "rights.restrict_while_checking" in e.promises]
    assert [e.event for e in marked] == ["request.blocked"] * 2 + ["request.unblocked"] * 2


@pytest.mark.promise("rights.object_marketing")
def test_an_objection_ends_advertising_finally(begin, monkeypatch):
    """A hundred readers stand for the thousand customers."""
    from zweck.activities.newsletter.jobs import send_issue
    from zweck.work import delivery

    sent: list[str] = []
    monkeypatch.setattr(delivery, "_send", lambda url, message: sent.append(str(message["To"])))
    world = begin("\nactivities: {newsletter: {}, rights: {}}\n", "2026-11-25 09:00", smtp_url="smtp://mail.example")
    readers = [f"reader{n}@example.org" for n in range(100)]
    with world.begin() as tx:
        for email in readers:
            both = {"events": {"received": tx.now, "confirmed": tx.now}, "data": {"email": email}}
            subject = tx.subjects.of({"email": email})
            tx.records.add("newsletter", subject=subject, **both)
            tx.records.add("newsletter", subject=subject, record_class="proof", **both)
        arguments = ("newsletter", "issue-12", {"de": "Neues"}, {"de": "Text {unsubscribe}"}, "https://x.example/leave")
        assert send_issue(tx, *arguments) == 100
    with world.read() as tx:
        queued = [m.id for m in tx.mail.list(limit=500) if m.template == "newsletter.issue"]
    world.at("2026-11-25 11:59:59").ask("objection", readers[7])
    world.at("2026-11-25 12:00:00")
    for mail in queued:
        delivery.deliver_mail(world.store, world.declaration.id, mail, "noreply@werk.example")
    assert len(sent) == 99
    assert readers[7] not in sent
    for mail in queued:  # forcing the send once more changes nothing
        delivery.deliver_mail(world.store, world.declaration.id, mail, "noreply@werk.example")
    assert len(sent) == 99
    with world.begin() as tx, pytest.raises(RefusedError, match="must not be written to"):
        tx.mail.queue(
            to=readers[7], template="newsletter.issue", subject_line="x", text="x", headers={"List-Id": "<newsletter>"}
        )
    world.sweep()
    assert readers[7] not in {r.data["email"] for r in world.records("newsletter")}
    assert len(world.records("newsletter")) == 99


@pytest.mark.promise("rights.portability")
def test_provided_data_can_be_taken_along(begin):
    world = begin(
        """
activities:
  orders: {basis: 6(1)(b)}
  newsletter: {}
  credit_checks: {basis: 6(1)(f), note: {de: Ein Wert, en: A score}}
  server_logs: {}
  rights:
""",
        "2026-11-25 10:00",
    )
    given = {"name": "Eva Sommer", "address": "Weg 3, Köln", "amount": "12,50"}
    wishes = {"topics": 'Tipps; "Neues"', "language": "de"}
    world.add("orders", EVA, "", given)
    world.add("newsletter", EVA, "", wishes)
    world.add("credit_checks", EVA, "", {"score": "0.73"})
    assert world.visitor().get("/privacy/de").status_code == 200  # a line in the log
    package, archive = package_of(world, world.fulfil("portability"))
    assert {p.activity for p in package.parts} == {"orders", "newsletter"}
    raw = json.loads(archive.read("data.json"))
    assert Package.model_json_schema()["properties"].keys() >= raw.keys()
    for activity, values in (("orders", given), ("newsletter", wishes)):
        part = next(p for p in package.parts if p.activity == activity)
        assert part.records[0].data == {"email": EVA, **values}
        (row,) = csv.DictReader(io.StringIO(archive.read(f"{activity}.csv").decode("utf-8-sig")))
        assert {k: v for k, v in row.items() if k not in ("system", "class")} == {"email": EVA, **values}
    everything = b"".join(archive.read(n) for n in archive.namelist()).decode()
    assert "0.73" not in everything
    assert "/privacy/de HTTP" not in everything

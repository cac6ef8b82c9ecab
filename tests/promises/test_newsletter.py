"""The newsletter: nobody in without confirmation, everybody out with one click, for good (§ 7 UWG, Art. 7 GDPR)."""

from __future__ import annotations

import re

import pytest

from tests.promises.world import HOST, moment, path_in, press
from zweck.activities.newsletter.jobs import send_issue
from zweck.check import check
from zweck.errors import RefusedError
from zweck.work import delivery

EVA, ADAM, CARLA = "eva@example.org", "adam@example.org", "carla@example.org"
BODY = """
activities:
  newsletter:
    fields: [email, name?, company?]
    contents: {de: "Tipps, Neuigkeiten zu Produkten und Rabatte", en: "tips, product updates and discounts"}
"""
LEAVE_AT = f"https://{HOST}/privacy/newsletter/leave"
TEXT = {"de": "Guten Tag, es gibt Neues. {unsubscribe}", "en": "Hello, there is news. {unsubscribe}"}
SUBJECT = {"de": "Neues", "en": "News"}


def issue(world, name: str = "issue-1", text=TEXT) -> int:
    with world.begin() as tx:
        return send_issue(tx, "newsletter", name, SUBJECT, text, LEAVE_AT)


def issued_to(world) -> list[str]:
    return [m.to for m in world.outbox("newsletter.issue")]


@pytest.mark.promise("newsletter.double_opt_in")
def test_only_a_confirmation_in_time_makes_a_reader(begin):
    world = begin(BODY, "2026-11-18 09:00")
    paths = {email: world.subscribe(email, confirm=False) for email in (EVA, ADAM, CARLA)}
    assert issue(world, "while-pending") == 0
    world.at("2026-11-25 08:59:59")
    assert press(world.visitor(), paths[EVA]).status_code == 303
    world.at("2026-11-25 09:00:00")
    assert press(world.visitor(), paths[ADAM]).status_code == 410
    assert press(world.visitor(), paths[EVA]).status_code == 410
    assert [r.data["email"] for r in world.records("newsletter")] == [EVA]
    world.sweep("2026-11-26 00:00")
    assert world.records("newsletter", "unconfirmed") == []
    with world.read() as tx:
        assert tx.subjects.find({"email": ADAM}) == tx.subjects.find({"email": CARLA}) == []
    assert issue(world) == 1
    assert issued_to(world) == [EVA]


@pytest.mark.promise("newsletter.email_only")
def test_an_address_is_all_that_is_needed(begin):
    world = begin(BODY, "2026-11-25 09:00")
    visitor = world.visitor()
    page = visitor.get("/privacy/newsletter?lang=de").text
    required = set(re.findall(r'<input[^>]*name="(\w+)"[^>]*\brequired', page))
    assert required == {"email", "consent"}
    for voluntary in ("name", "company"):
        label = re.search(rf'<label[^>]*for="f-{voluntary}"[^>]*>(.*?)</label>', page, re.S)
        assert label
        assert "freiwillig" in label[1]
    assert "freiwillig" not in re.search(r'<label[^>]*for="f-email"[^>]*>(.*?)</label>', page, re.S)[1]
    assert visitor.post("/privacy/newsletter", data={"email": EVA, "consent": "on"}).status_code == 303
    assert visitor.post("/privacy/newsletter", data={"name": "Adam", "consent": "on"}).status_code == 422
    extra = visitor.post("/privacy/newsletter", data={"email": ADAM, "phone": "0551 1", "consent": "on"})
    assert extra.status_code == 422
    assert [r.data for r in world.records("newsletter", "unconfirmed")] == [{"email": EVA}]


@pytest.mark.promise("newsletter.link_in_every_mail")
def test_every_mail_to_a_reader_has_a_link_that_works(begin):
    """All mails to somebody on the list: the welcome, the reminder that one is on it, the link to leave, the issue."""
    world = begin(BODY, "2026-11-25 09:00")
    for email in (EVA, ADAM):
        world.subscribe(email)
        again = {"submission": f"again-{email[:3]}"}
        world.visitor().post("/privacy/newsletter", data={"email": email, "consent": "on", **again})
        world.visitor().post("/privacy/newsletter/leave", data={"email": email})
    assert issue(world) == 2
    links: dict[str, list[str]] = {}
    for template in ("newsletter.welcome", "newsletter.known", "newsletter.leave", "newsletter.issue"):
        mails = world.outbox(template)
        assert sorted(m.to for m in mails) == [ADAM, EVA], template
        for mail in mails:
            link = mail.headers["List-Unsubscribe"].strip("<>")
            assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
            assert link in mail.text
            assert world.visitor().get(path_in(link)).status_code == 200
            links.setdefault(mail.to, []).append(link)
    assert not set(links[EVA]) & set(links[ADAM])
    with pytest.raises(RefusedError, match="link_in_every_mail"):
        issue(world, "broken", {"de": "Guten Tag.", "en": "Hello."})
    assert len(world.outbox("newsletter.issue")) == 2
    assert press(world.visitor(), path_in(links[EVA][-1])).status_code == 303
    assert [r.data["email"] for r in world.records("newsletter")] == [ADAM]


@pytest.mark.promise("newsletter.unsubscribe")
def test_one_click_ends_it_also_for_what_is_queued(begin, monkeypatch):
    sent: list[str] = []
    monkeypatch.setattr(delivery, "_send", lambda url, message: sent.append(str(message["To"])))
    world = begin(BODY, "2026-11-25 11:50:00", smtp_url="smtp://mail.example")
    world.subscribe(EVA)
    world.subscribe(ADAM)
    path = world.leave_path(EVA)
    issue(world)
    with world.read() as tx:
        queued = [m.id for m in tx.mail.list() if m.template == "newsletter.issue"]
    scanner = world.at("2026-11-25 11:59:50").visitor()
    assert scanner.get(path).status_code == 200
    assert {r.data["email"] for r in world.records("newsletter")} == {EVA, ADAM}
    world.at("2026-11-25 12:00:05")
    mailbox = world.visitor()
    one_click = {"List-Unsubscribe": "One-Click"}
    assert mailbox.post(path, data=one_click).status_code == 303
    assert [r.data["email"] for r in world.records("newsletter")] == [ADAM]
    world.at("2026-11-25 12:00:10")
    for mail in queued:
        delivery.deliver_mail(world.store, world.declaration.id, mail, "noreply@werk.example")
    assert sent == [ADAM]
    assert mailbox.post(path, data=one_click).status_code == 303
    assert [r.data["email"] for r in world.records("newsletter")] == [ADAM]


@pytest.mark.promise("newsletter.operator_block")
def test_the_controller_blocks_with_a_reason_and_touches_nothing_else(begin):
    world = begin(BODY + "  contact: {}\n", "2026-11-25 09:00")
    for email in (EVA, ADAM, CARLA):
        world.subscribe(email)
    case = world.add("contact", EVA, "", {"message": "Hallo"}, received="2026-11-20 10:00")
    before = world.record(case)
    desk = world.officer()
    removed = desk.post("/desk/newsletter", data={"action": "remove", "reason": "wrong_address", "email": EVA})
    blocked = desk.post("/desk/newsletter", data={"action": "block", "reason": "bounces", "email": ADAM})
    refused = desk.post("/desk/newsletter", data={"action": "block", "reason": "", "email": CARLA})
    assert [r.status_code for r in (removed, blocked, refused)] == [303, 303, 422]
    assert issue(world) == 1
    assert issued_to(world) == [CARLA]
    logged = [e.detail for e in world.entries("newsletter.operator")]
    assert len(logged) == 2
    assert "wrong_address" in logged[0]
    assert "bounces" in logged[1]
    assert world.record(case) == before


def take_over(desk, *rows: str):
    return desk.post("/desk/newsletter/import", data={"rows": "\n".join(("email;agreed_on;wording;source", *rows))})


@pytest.mark.promise("newsletter.consent_only")
def test_consent_decides_who_gets_it_and_a_list_without_proof_is_refused(begin):
    world = begin(BODY, "2026-11-25 09:00")
    for email in (EVA, CARLA):
        world.subscribe(email)
    press(world.visitor(), world.leave_path(CARLA))
    world.add("newsletter", ADAM, received="2026-11-20 10:00", confirmed="2026-11-20 10:00")  # a row without consent
    assert issue(world) == 1
    assert issued_to(world) == [EVA]
    proved = "bob@example.org;2026-01-10;Ich möchte Tipps lesen.;Messe Köln"
    refused = take_over(world.officer(), proved, "zoe@example.org;;;", "uwe@example.org;2026-01-10;;Messe")
    assert refused.status_code == 422
    assert "Diese Zeilen haben keinen Nachweis: 2, 3." in refused.text
    assert "zoe@example.org" not in {r.data["email"] for r in world.records("newsletter", None)}
    assert len(world.entries("newsletter.import_refused")) == 1
    assert issue(world, "issue-2") == 1
    second = begin(BODY.replace("    fields:", "    basis: [6(1)(a), 6(1)(f)]\n    fields:"), "2026-11-25 09:00")
    rules = {f.rule for f in check(second.declaration, second.clock.now().date()) if f.severity.fails}
    assert "GDPR-06-basis-stack" in rules


@pytest.mark.promise("newsletter.evidence")
def test_the_words_of_the_consent_are_proved_and_bind_the_sender(begin):
    world = begin(BODY, "2026-11-25 10:00")
    visitor = world.visitor()
    words = "Inhalt: Tipps, Neuigkeiten zu Produkten und Rabatte"
    assert words in visitor.get("/privacy/newsletter?lang=de").text
    path = world.subscribe(EVA, confirm=False)
    world.at("2026-11-25 10:03")
    press(visitor, path)
    (proof,) = world.records("newsletter", "proof")
    assert words in proof.plain["wording"]
    assert (proof.events["received"], proof.events["confirmed"]) == (moment("2026-11-25 10:00"), world.clock.now())
    ordered, confirmed = world.entries("newsletter.ordered")[0], world.entries("newsletter.confirmed")[0]
    assert (ordered.moment, confirmed.moment) == (moment("2026-11-25 10:00"), moment("2026-11-25 10:03"))
    assert proof.version in ordered.detail
    assert proof.version in confirmed.detail
    assert confirmed.seq == ordered.seq + 1
    assert confirmed.previous == ordered.hash
    with world.begin() as tx, pytest.raises(RefusedError, match="Stellenangebote"):
        send_issue(tx, "newsletter", "jobs", SUBJECT, TEXT, LEAVE_AT, about=["Stellenangebote"])
    assert issued_to(world) == []
    with world.begin() as tx:
        assert send_issue(tx, "newsletter", "tips", SUBJECT, TEXT, LEAVE_AT, about=["Tipps", "Rabatte"]) == 1


@pytest.mark.promise("newsletter.suppression_blocks")
def test_who_left_is_reached_by_no_import_and_no_hand(begin):
    world = begin(BODY, "2026-11-25 09:00")
    world.subscribe("Person@Example.test")
    press(world.visitor(), world.leave_path("Person@example.test"))
    again = "person@example.test"
    imported = take_over(world.officer(), f"{again};2026-01-10;Ich möchte Tipps lesen.;Messe Köln")
    assert imported.status_code == 303
    assert world.records("newsletter") == []
    assert '"blocked":1' in world.entries("newsletter.imported")[0].detail.replace(" ", "")
    with world.begin() as tx, pytest.raises(RefusedError, match="must not be written to"):
        tx.mail.queue(to=again, template="x", subject_line="x", text="x", headers={"List-Id": "<newsletter.werk>"})
    assert issue(world, "before") == 0
    world.subscribe(again)
    assert issue(world, "after") == 1
    assert issued_to(world) == [again]


@pytest.mark.promise("consent.legacy")
def test_a_consent_from_before_the_regulation_is_withdrawn_like_any_other(begin):
    world = begin(BODY + "  rights:\n", "2026-11-20 09:00")
    desk = world.officer()
    refused = take_over(desk, f"{ADAM};2017-09-01;;Ladentheke")
    assert refused.status_code == 422
    assert take_over(desk, f"{EVA};2017-09-01;Ja, schickt mir Tipps.;Ladentheke").status_code == 303
    (proof,) = world.records("newsletter", "proof")
    assert (proof.events["confirmed"], proof.data["source"]) == (moment("2017-09-01"), "Ladentheke")
    assert issue(world, "before") == 1
    world.at("2026-11-25 10:00")
    press(world.visitor(), world.leave_path(EVA))
    assert issue(world, "after") == 0
    (proof,) = world.records("newsletter", "proof")
    assert proof.events["confirmed"] == moment("2017-09-01")
    assert proof.events["unsubscribed"] == moment("2026-11-25 10:00")
    assert proof.plain["wording"] == "Ja, schickt mir Tipps."

"""The newsletter: nobody in without confirmation, everybody out with one click, for good (§ 7 UWG, Art. 7 GDPR)."""

from __future__ import annotations

import re

import pytest

from tests.promises.world import HOST, path_in, press
from zweck.activities.newsletter.jobs import send_issue
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

"""The newsletter through its public routes: order, confirm, leave; what each step leaves behind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.world import START, World, later, make_world
from zweck.activities.newsletter.jobs import send_issue
from zweck.errors import RefusedError

URL = "/privacy/newsletter"
EMAIL = "ada@person.example"
FIELDS = {"email": EMAIL, "consent": "yes"}
TEXT = {"de": "Neues.\n{unsubscribe}", "en": "News.\n{unsubscribe}"}
TITLE = {"de": "Neues im Dezember", "en": "News in December"}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = make_world(tmp_path)
    yield made
    made.store.close()


def order(world: World, email: str = EMAIL) -> str:
    assert world.client().post(URL, data={"email": email, "consent": "yes"}).status_code == 303
    return world.link("newsletter.confirm")


def subscribe(world: World, email: str = EMAIL) -> str:
    """Order and confirm; gives the link to leave."""
    assert world.client().post(order(world, email)).status_code == 303
    return world.link("newsletter.welcome")


def issue(world: World, name: str = "2026-12") -> list[str]:
    before = {m.id for m in world.mails()}
    with world.begin() as tx:
        send_issue(tx, "newsletter", name, TITLE, TEXT, "https://www.nordlicht.example/privacy/newsletter/leave")
    return [m.to for m in world.mails() if m.id not in before]


@pytest.mark.promise("newsletter.double_opt_in")
def test_only_a_confirmed_address_is_subscribed_within_seven_days_and_once(world: World) -> None:
    first, second = order(world, "a@person.example"), order(world, "b@person.example")
    order(world, "c@person.example")
    assert issue(world, "too early") == []
    assert world.client().get(first).status_code == 200  # a scanner opens the link: nothing happens
    assert world.records("newsletter") == []
    world.clock.travel(START.replace(day=2, month=12, hour=8, minute=59, second=59))
    assert world.client().post(first).status_code == 303
    later(world, seconds=1)
    assert world.client().post(second).status_code == 410
    assert world.client().post(first).status_code == 410
    assert issue(world) == ["a@person.example"]


@pytest.mark.promise("newsletter.evidence")
def test_order_and_confirmation_are_on_record_with_the_exact_words(world: World) -> None:
    link = order(world)
    words = "Inhalt: Tipps und Neuigkeiten."
    assert words in world.client().get(URL).text
    later(world, minutes=3)
    world.client().post(link)
    (proof,) = world.records("newsletter", "proof")
    assert words in proof.plain["wording"]
    assert proof.events["received"] == START and (proof.events["confirmed"] - START).seconds == 180
    (ordered,), (confirmed,) = world.evidence("newsletter.ordered"), world.evidence("newsletter.confirmed")
    assert json.loads(ordered.detail)["version"] == json.loads(confirmed.detail)["version"] == proof.version
    assert "newsletter.double_opt_in" in confirmed.promises
    assert world.records("newsletter", "unconfirmed") == []


@pytest.mark.promise("newsletter.email_only")
def test_the_address_alone_is_enough(world: World) -> None:
    page = world.client().get(URL).text
    assert page.count("(freiwillig)") == 2
    client = world.client()
    assert client.post(URL, data=FIELDS).status_code == 303
    assert client.post(URL, data={"consent": "yes"}).status_code == 422
    assert client.post(URL, data={**FIELDS, "phone": "1"}).status_code == 422
    assert len(world.records("newsletter", None)) == 1


def test_a_subscribed_address_is_not_given_away(world: World) -> None:
    subscribe(world)
    new = world.client().post(URL, data={"email": "new@person.example", "consent": "yes"})
    known = world.client().post(URL, data={**FIELDS, "submission": "another-submission"})
    assert (new.status_code, new.headers["location"], new.text) == (
        known.status_code,
        known.headers["location"],
        known.text,
    )
    assert any(m.template == "newsletter.known" and m.to == EMAIL for m in world.mails())
    asked = [world.client().post(f"{URL}/leave", data={"email": e}) for e in (EMAIL, "nobody@person.example")]
    assert len({(a.status_code, a.headers["location"]) for a in asked}) == 1
    assert [m.to for m in world.mails() if m.template == "newsletter.leave"] == [EMAIL]


def test_nobody_can_be_flooded_with_confirmations(world: World) -> None:
    for number in range(6):
        world.client().post(URL, data={**FIELDS, "submission": f"submission-{number}"})
    assert len([m for m in world.mails() if m.to == EMAIL]) == 3


@pytest.mark.promise("newsletter.unsubscribe")
def test_one_click_ends_it_a_scanner_does_not(world: World) -> None:
    link = subscribe(world)
    with world.begin() as tx:
        send_issue(tx, "newsletter", "queued", TITLE, TEXT, "https://www.nordlicht.example/privacy/newsletter/leave")
    assert world.client().get(link).status_code == 200
    assert len(world.records("newsletter")) == 1
    one_click = world.client().post(link, data={"List-Unsubscribe": "One-Click"})
    assert one_click.status_code == 303
    assert world.records("newsletter") == []
    assert not [m for m in world.mails() if m.template == "newsletter.issue" and m.to]  # the queued issue is gone
    (proof,) = world.records("newsletter", "proof")
    assert "unsubscribed" in proof.events
    assert world.client().post(link, data={"List-Unsubscribe": "One-Click"}).status_code == 303
    assert len(world.evidence("newsletter.left")) == 1
    assert issue(world) == []


@pytest.mark.promise("newsletter.suppression_blocks")
def test_who_left_is_written_to_again_only_after_a_new_confirmation(world: World) -> None:
    world.client().post(subscribe(world, "Person@Person.example"))
    with world.begin() as tx:
        assert tx.suppression.has("person@person.example")
        subject = tx.subjects.of({"email": "person@person.example"})
        for record_class in ("", "proof"):  # an import past the form
            tx.records.add(
                "newsletter",
                subject=subject,
                data={"email": "person@person.example"},
                record_class=record_class,
            )
    assert issue(world) == []
    with world.begin() as tx:
        tx.records.erase([r.id for r in tx.records.of_activity("newsletter", record_class="")])
    subscribe(world, "person@person.example")
    assert issue(world, "again") == ["person@person.example"]


@pytest.mark.promise("newsletter.link_in_every_mail")
def test_every_issue_has_its_own_link_and_both_headers(world: World) -> None:
    subscribe(world, "a@person.example")
    subscribe(world, "b@person.example")
    assert len(issue(world)) == 2 and issue(world) == []
    mails = [m for m in world.mails() if m.template == "newsletter.issue"]
    links = {m.headers["List-Unsubscribe"].strip("<>") for m in mails}
    assert len(links) == 2
    for mail in mails:
        assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        link = mail.headers["List-Unsubscribe"].strip("<>")
        assert link in mail.text
        assert world.client().get(link.partition("www.nordlicht.example")[2]).status_code == 200
    with pytest.raises(RefusedError), world.begin() as tx:
        send_issue(tx, "newsletter", "broken", TITLE, {"de": "ohne Link"}, "https://x.example")


@pytest.mark.promise("newsletter.consent_only")
def test_a_row_without_proof_gets_nothing(world: World) -> None:
    subscribe(world)
    with world.begin() as tx:
        subject = tx.subjects.of({"email": "imported@person.example"})
        tx.records.add("newsletter", subject=subject, data={"email": "imported@person.example"})
    assert issue(world) == [EMAIL]


def test_confirming_from_a_foreign_page_or_with_nonsense_does_nothing(world: World) -> None:
    link = order(world)
    assert world.client().post(link, headers={"origin": "https://evil.example"}).status_code == 403
    assert world.client().post(f"{URL}/confirm?t=nonsense").status_code == 410
    assert world.client().get(f"{URL}/confirm").status_code == 410
    assert world.client().post(f"{URL}/leave?t={link.partition('t=')[2]}").status_code == 410
    assert world.records("newsletter") == []


def test_links_never_follow_a_forged_host(world: World) -> None:
    world.client().post(
        URL, data=FIELDS, headers={"host": "www.nordlicht.example:9999", "x-forwarded-host": "evil.example"}
    )
    (mail,) = world.mails()
    assert "https://www.nordlicht.example/privacy/newsletter/confirm?t=" in mail.text
    assert "9999" not in mail.text and "evil" not in mail.text

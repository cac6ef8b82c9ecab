"""The rights portal: an address is enough, nothing tells whether it is known, nothing happens before confirmation."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.desk.office import PERSON, Office, make_office, post
from zweck import rights
from zweck.systems import connect


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = make_office(tmp_path, people={})
    yield made
    made.world.store.close()


def run(office: Office, request_id: str) -> None:
    world = office.world
    with world.begin() as tx:
        rights.approve(tx, world.declaration, request_id, "officer")
    systems = connect(world.declaration, world.store, world.settings)
    rights.run(world.store, world.declaration, systems, request_id, lambda t: f"https://x.example/p?token={t}")


def follow(office: Office, template: str = "rights.received") -> Any:
    return office.visitor().get(f"/privacy/rights/request?token={office.token(template)}&lang=de")


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_right_has_its_form_and_is_explained(office: Office, language: str) -> None:
    client = office.visitor()
    page = client.get(f"/privacy/rights?lang={language}")
    assert page.status_code == 200
    for right in rights.requestable():
        assert right.title(language) in page.text
        form = client.get(f"/privacy/rights/{right.key}?lang={language}")
        assert form.status_code == 200 and 'name="email"' in form.text, right.key
        assert "<script" not in form.text


def test_every_page_leads_to_the_portal(office: Office) -> None:
    client = office.visitor()
    for path in ("/privacy/de", "/privacy/contact", "/privacy/de/imprint", "/privacy/rights"):
        assert 'href="/privacy/rights?lang=de"' in client.get(path).text, path


def test_no_account_and_no_copy_of_an_id_is_asked_for(office: Office) -> None:
    form = office.visitor().get("/privacy/rights/access").text
    assert 'type="file"' not in form and 'type="password"' not in form
    required = [n for n in re.findall(r'<(?:input|textarea)[^>]*name="([a-z_]+)"[^>]*required', form) if n]
    assert required == ["email"]


@pytest.mark.parametrize(("given", "label"), [("", "E-Mail-Adresse"), ("keine adresse", "E-Mail-Adresse")])
def test_a_wrong_address_is_named_and_stores_nothing(office: Office, given: str, label: str) -> None:
    sent = post(office.visitor(), "/privacy/rights/access?lang=de", email=given)
    assert sent.status_code == 422
    assert re.search(rf'role="alert".*{label}', sent.text, re.S)
    assert office.world.mails() == []


def test_a_rectification_asks_what_is_wrong_and_what_is_right(office: Office) -> None:
    client = office.visitor()
    sent = post(client, "/privacy/rights/rectification?lang=de", email=PERSON, field="shoe_size", right_value="")
    assert sent.status_code == 422
    assert "Welche Angabe ist falsch?" in sent.text and "Wie lautet sie richtig?" in sent.text
    request = office.ask("rectification", field="last_name", right_value="Neu")
    assert office.request(request).data["changes"] == {"last_name": "Neu"}


def test_the_answer_is_the_same_whether_an_address_is_known_or_not(office: Office) -> None:
    office.write_in()
    client = office.visitor()
    known = post(client, "/privacy/rights/access?lang=de", email=PERSON)
    unknown = post(client, "/privacy/rights/access?lang=de", email="nobody@post.example")
    assert (known.status_code, known.headers["location"]) == (
        unknown.status_code,
        unknown.headers["location"],
    )
    assert len(office.world.mails()) == 2
    first, second = (re.sub(r"token=\S+", "", m.text) for m in office.world.mails())
    assert first == second


def test_opening_the_link_confirms_nothing_pressing_the_button_does(office: Office) -> None:
    request = office.ask(confirm=False)
    client, token = office.visitor(), office.token("rights.confirm")
    for _ in range(2):
        assert "Ja, das ist mein Antrag" in client.get(f"/privacy/rights/confirm?token={token}&lang=de").text
    assert office.request(request).status == "unconfirmed"
    done = post(client, "/privacy/rights/confirm?lang=de", token=token)
    assert done.status_code == 303 and done.headers["location"].startswith("/privacy/rights/request?token=")
    assert office.request(request).status == "open"
    assert "wird geprüft" in client.get(done.headers["location"]).text
    assert post(client, "/privacy/rights/confirm?lang=de", token=token).status_code == 410


def test_a_link_is_over_after_seven_days(office: Office) -> None:
    office.ask(confirm=False)
    token = office.token("rights.confirm")
    office.world.clock.advance(timedelta(days=7))
    client = office.visitor()
    assert client.get(f"/privacy/rights/confirm?token={token}").status_code == 410
    assert post(client, "/privacy/rights/confirm", token=token).status_code == 410
    assert client.get("/privacy/rights/request?token=wrong").status_code == 410


def test_the_page_to_follow_names_the_last_day(office: Office) -> None:
    office.ask()
    page = follow(office).text
    assert "28. Dezember 2026" in page  # asked on 25 November; Christmas and the weekend move the end
    assert "Antrag zurücknehmen" in page


def test_an_extension_shows_its_reason(office: Office) -> None:
    request = office.ask()
    with office.world.begin() as tx:
        rights.extend(tx, office.world.declaration, request, "officer", "Sehr viele Daten liegen in alten Systemen.")
        tx.requests.update(request, data={"extension_reason": "Sehr viele Daten liegen in alten Systemen."})
    page = follow(office).text
    assert "Sehr viele Daten liegen in alten Systemen." in page and "25. Februar 2027" in page


def test_the_package_is_an_attachment_that_nothing_keeps(office: Office) -> None:
    office.write_in(message="=SUM(A1)")
    run(office, office.ask("access"))
    page = follow(office, "rights.done").text
    href = re.search(r'href="(/privacy/rights/request/download[^"]+)"', page)
    assert href
    got = office.visitor().get(href[1])
    assert got.headers["content-disposition"].startswith("attachment;")
    assert got.headers["cache-control"] == "no-store" and "sandbox" in got.headers["content-security-policy"]
    with zipfile.ZipFile(io.BytesIO(got.content)) as archive:
        assert "paula" in archive.read("data.json").decode().casefold()
    assert office.visitor().get("/privacy/rights/request/download?token=wrong").status_code == 410


def test_a_person_takes_the_request_back(office: Office) -> None:
    request = office.ask()
    client = office.visitor()
    token = office.token("rights.received")
    assert post(client, "/privacy/rights/request/withdraw?lang=de", token="wrong").status_code == 410
    assert office.request(request).status == "open"
    assert post(client, "/privacy/rights/request/withdraw?lang=de", token=token).status_code == 303
    assert office.request(request).status == "withdrawn"
    assert "zurückgenommen" in follow(office).text


def test_nobody_can_flood_a_mailbox_or_the_portal(office: Office) -> None:
    client = office.visitor()
    for number in range(14):
        sent = post(client, "/privacy/rights/access?lang=de", email=PERSON, details=str(number))
        assert sent.status_code == 303
    assert len(office.world.mails()) == 10
    codes = [post(client, "/privacy/rights/access", email=f"p{n}@post.example").status_code for n in range(8)]
    assert codes == [303] * 6 + [429] * 2


def test_the_same_post_twice_is_one_request(office: Office) -> None:
    client = office.visitor()
    for _ in range(2):
        post(client, "/privacy/rights/access?lang=de", email=PERSON, submission="abcdefgh12345678")
    assert len(office.world.mails()) == 1


def test_a_foreign_page_cannot_post(office: Office) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
    sent = office.visitor().post("/privacy/rights/access", data={"email": PERSON}, headers=headers)
    assert sent.status_code == 403 and office.world.mails() == []


def test_no_address_stands_in_a_link_a_subject_line_or_the_evidence(office: Office) -> None:
    office.ask()
    for mail in office.world.mails():
        assert "paula" not in mail.subject_line.casefold()
        assert not [link for link in re.findall(r"https?://\S+", mail.text) if "paula" in link]
    with office.world.store.read(office.world.declaration.id) as tx:
        entries = list(tx.chain.entries())
    assert entries and "paula" not in repr(entries).casefold()

"""The contact form through its public route: what is stored, what is refused, what is said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.world import START, World, later, make_world

FIELDS = {"name": "Ada", "email": "ada@person.example", "message": "Guten Tag"}
URL = "/privacy/contact"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = make_world(tmp_path)
    yield made
    made.store.close()


def test_a_message_is_stored_with_evidence_and_acknowledged(world: World) -> None:
    answer = world.client().post(URL, data=FIELDS)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{URL}/sent?lang=de")
    (record,) = world.records("contact")
    assert record.data == FIELDS
    assert record.events == {"received": START}
    (entry,) = world.evidence("contact.received")
    assert "contact.notice_at_form" in entry.promises and "contact.purpose" in entry.promises
    assert json.loads(entry.detail)["version"] == record.version
    (mail,) = world.mails()
    assert mail.to == "ada@person.example" and "Ada" not in mail.subject_line + mail.text
    assert "Guten Tag" in mail.text and mail.text.count("Guten Tag") == 1  # the greeting, not the message
    assert world.client().get(answer.headers["location"]).status_code == 200


@pytest.mark.promise("contact.notice_at_form")
def test_the_notice_stands_at_the_form_and_its_version_in_the_record(world: World) -> None:
    page = world.client().get(URL).text
    assert 'href="/privacy/de#a-contact"' in page and "Nordlicht Dienste GmbH" in page
    world.client().post(URL, data=FIELDS)
    world.client().post(f"{URL}?lang=en", data={**FIELDS, "message": "Hello"})
    first, second = world.records("contact")
    assert first.version and second.version and first.version != second.version
    newsletter = world.client().get("/privacy/newsletter").text
    assert 'type="checkbox"' in newsletter and "checked" not in newsletter
    refused = world.client().post("/privacy/newsletter", data={"email": "ada@person.example"})
    assert refused.status_code == 422 and world.records("newsletter", None) == []


def test_the_clear_text_lies_nowhere_in_the_database(world: World) -> None:
    marks = {"name": "Zanzibarius", "email": "quaggaquagga@person.example", "message": "xylofonkonzert"}
    world.client().post(URL, data=marks)
    world.store.scrub()
    raw = b"".join(p.read_bytes() for p in world.folder.glob("z.sqlite*"))
    assert b"contact.received" in raw
    assert not any(m.encode() in raw for m in ("Zanzibarius", "quaggaquagga", "xylofonkonzert"))


def test_a_double_submit_makes_one_record(world: World) -> None:
    client = world.client()
    sent = {**FIELDS, "submission": "a-random-submission-id"}
    places = {client.post(URL, data=sent).headers["location"] for _ in range(3)}
    assert places == {f"{URL}/sent?lang=de"}
    assert len(world.records("contact")) == 1 and len(world.mails()) == 1
    later(world, minutes=5)
    client.post(URL, data={**sent, "submission": "another-submission-id"})
    assert len(world.records("contact")) == 2


def test_a_snippet_without_submission_id_is_counted_once_too(world: World) -> None:
    for _ in range(2):
        assert world.client().post(URL, data=FIELDS).status_code == 303
    world.client().post(URL, data={**FIELDS, "message": "etwas anderes"})
    assert len(world.records("contact")) == 2


BAD = [
    ({"email": ""}, "E-Mail-Adresse: Bitte füllen Sie dieses Feld aus."),
    ({"email": "ada@@person"}, "E-Mail-Adresse: Das ist keine gültige"),
    ({"email": "ada@person.example\r\nBcc: all@person.example"}, "E-Mail-Adresse: Der Text enthält Zeichen"),
    ({"email": "ada@person.example\nX: y"}, "E-Mail-Adresse: Der Text enthält Zeichen"),
    ({"email": "Ada <ada@person.example>"}, "E-Mail-Adresse: Das ist keine gültige"),
    ({"name": "A\r\nB"}, "Name: Der Text enthält Zeichen"),
    ({"name": "A\x00B"}, "Name: Der Text enthält Zeichen"),
    ({"name": "x" * 201}, "Name: Der Text ist zu lang. Erlaubt sind 200 Zeichen."),
    ({"message": "\u202egnp.exe"}, "Nachricht: Der Text enthält Zeichen"),
    ({"phone": "123"}, "Das Feld „phone“ gehört nicht zu diesem Formular."),
    ({"<b>": "1"}, "Das Feld „&lt;b&gt;“ gehört nicht"),
    ({"homepage_url": "http://spam.example"}, "Das Feld, das leer bleiben soll"),
    ({"name": ["A", "B"]}, "Name: Das Feld wurde mehrfach gesendet."),
]


@pytest.mark.parametrize(("change", "said"), BAD, ids=range(len(BAD)))
def test_what_does_not_fit_is_named_and_nothing_is_stored(world: World, change: dict[str, str], said: str) -> None:
    answer = world.client().post(URL, data={**FIELDS, **change})
    assert answer.status_code == 422
    assert said in answer.text
    assert world.records("contact") == [] and world.mails() == []
    if "message" not in change:
        assert ">\nGuten Tag</textarea>" in answer.text


def test_faults_speak_english_and_json_too(world: World) -> None:
    page = world.client().post(f"{URL}?lang=en", data={**FIELDS, "email": "x"})
    assert page.status_code == 422 and "this is not a valid e-mail address" in page.text
    assert 'aria-invalid="true"' in page.text and 'aria-describedby="f-email-error"' in page.text
    answer = world.client().post(f"{URL}?lang=en", data={"email": "x"}, headers={"accept": "application/json"})
    assert answer.status_code == 422
    assert {e["field"] for e in answer.json()["errors"]} == {"email", "message"}


def test_what_people_typed_is_escaped_when_it_is_shown_again(world: World) -> None:
    answer = world.client().post(URL, data={**FIELDS, "name": '"><script>x</script>', "email": ""})
    assert "<script>x" not in answer.text and "&lt;script&gt;x" in answer.text


RAW = [
    ("text/plain", b"email=a", 415),
    ("application/json", b"{}", 415),
    ("", b"email=a", 415),
    ("multipart/form-data", b"x", 400),
    ("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", 400),
    ("multipart/form-data; boundary=b", bytes(range(256)) * 20, 400),
    ("application/x-www-form-urlencoded", bytes(range(256)) * 20, 422),
    ("application/x-www-form-urlencoded", b"email=%ff%fe&message=%00", 422),
    ("application/x-www-form-urlencoded", b"&".join(b"f%d=1" % i for i in range(500)), 400),
]


@pytest.mark.parametrize(("kind", "body", "status"), RAW, ids=range(len(RAW)))
def test_what_is_no_form_is_refused(world: World, kind: str, body: bytes, status: int) -> None:
    answer = world.client().post(URL, content=body, headers={"content-type": kind})
    assert answer.status_code == status
    assert world.records("contact") == []


def test_haste_asks_again_and_keeps_what_was_typed(world: World) -> None:
    opened = {"opened": str(int(world.clock.now().timestamp()))}
    assert world.client().post(URL, data={**FIELDS, **opened}).status_code == 422
    later(world, seconds=3)
    assert world.client().post(URL, data={**FIELDS, **opened}).status_code == 303


def test_too_many_posts_are_put_off_for_that_visitor_only(world: World) -> None:
    client = world.client()
    statuses = [client.post(URL, data={**FIELDS, "message": str(n)}).status_code for n in range(22)]
    assert statuses[:20] == [303] * 20 and statuses[20:] == [429, 429]
    other = {"x-forwarded-for": "198.51.100.7"}
    from starlette.testclient import TestClient

    behind = TestClient(
        world.app, base_url="https://www.nordlicht.example", client=("127.0.0.1", 1), follow_redirects=False
    )
    assert behind.post(URL, data=FIELDS, headers=other).status_code == 303
    later(world, hours=1)
    assert client.post(URL, data={**FIELDS, "message": "later"}).status_code == 303
    raw = b"".join(p.read_bytes() for p in world.folder.glob("z.sqlite*"))
    assert b"198.51.100.7" not in raw and b"testclient" not in raw


def test_nothing_is_half_done_when_the_mail_cannot_be_queued(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr("zweck.store.mail.Mails.queue", fail)
    assert world.client().post(URL, data=FIELDS).status_code == 500
    monkeypatch.undo()
    assert world.records("contact") == [] and world.evidence("contact.received") == []
    assert world.client().post(URL, data=FIELDS).status_code == 303


def test_no_form_and_no_page_sets_a_cookie(world: World) -> None:
    client = world.client(cookies=None)
    for path in ("/", "/privacy/", URL, "/privacy/newsletter", "/privacy/applications", "/privacy/consent"):
        answer = client.get(path)
        assert answer.status_code == 200 and "set-cookie" not in answer.headers
    assert "set-cookie" not in client.post(URL, data=FIELDS).headers
    assert len(world.records("contact")) == 1

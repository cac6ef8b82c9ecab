"""Hostile and clumsy visitors: broken headers, long addresses, mailed links, many addresses of one network."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from tests.serve.world import HOST, World, make_world
from zweck.activities.face import visitor_address
from zweck.serve.access import host_of
from zweck.serve.app import application

URL = "/privacy/contact"
FIELDS = {"name": "Ada", "email": "ada@person.example", "message": "Guten Tag"}


@pytest.mark.parametrize("address", ["http://[::1", "http://℀.example/", "no address", ""])
def test_a_broken_referrer_is_logged_as_none(world: World, tmp_path: Path, address: str) -> None:
    app = application([world.declaration], world.store, world.settings, world.clock)
    client = TestClient(app, base_url=f"https://{HOST}")
    assert client.get("/privacy/", headers={"referer": address.encode()}).status_code == 200
    assert host_of(address) == ""
    assert host_of("https://u:p@www.search.example/a?q=secret") == "www.search.example"


def test_a_log_that_cannot_be_written_spoils_no_answer(world: World, caplog: pytest.LogCaptureFixture) -> None:
    def full(site: object, facts: object) -> None:
        raise OSError(28, "No space left on device", "ada@person.example")

    app = application([world.declaration], world.store, world.settings, world.clock, access=full)
    with caplog.at_level(logging.ERROR, "zweck.serve"):
        assert TestClient(app, base_url=f"https://{HOST}").get("/privacy/").status_code == 200
    assert "OSError" in caplog.text and "ada@" not in caplog.text


@pytest.mark.parametrize("path", ["/" + "a" * 300, "/a" * 3000, "/%00", "/..%2fzweck.yaml", "//etc/passwd"])
def test_no_path_is_more_than_not_found(world: World, path: str) -> None:
    assert world.client().get(path).status_code == 404
    assert world.client().get("/style.css").status_code == 200


@pytest.mark.parametrize(
    "path", ["/privacy/newsletter/confirm?t=x", "/privacy/newsletter/leave?lang=en&t=x", "/desk/setup?token=x"]
)
def test_the_secret_of_a_mailed_link_stays_on_its_page(world: World, path: str) -> None:
    headers = world.client().get(path).headers
    assert (headers["cache-control"], headers["referrer-policy"]) == ("no-store", "strict-origin")
    assert world.client().get("/privacy/contact?lang=en").headers["referrer-policy"] == "same-origin"


def test_what_is_not_allowed_names_what_is(world: World) -> None:
    answer = world.client().put(URL, headers={"accept-language": "de"})
    assert answer.status_code == 405 and "GET" in answer.headers["allow"]


def test_bytes_that_nobody_escaped_are_read_as_utf8(world: World) -> None:
    head = {"content-type": "application/x-www-form-urlencoded"}
    body = "name=Zoë&email=ada@person.example&message=Grüße"
    assert world.client().post(URL, content=body.encode(), headers=head).status_code == 303
    assert [r.data["name"] for r in world.records("contact")] == ["Zoë"]
    broken = world.client().post(URL, content=body.encode("latin-1"), headers=head)
    assert broken.status_code == 422 and "Zeichen" in broken.text
    assert len(world.records("contact")) == 1


def test_another_message_with_the_same_id_is_not_lost(world: World) -> None:
    sent = {**FIELDS, "submission": "a-random-submission-id"}
    for message in ("erste", "erste", "zweite, nach einem Schritt zurück"):
        assert world.client().post(URL, data={**sent, "message": message}).status_code == 303
    found = {r.data["message"] for r in world.records("contact")}
    assert found == {"erste", "zweite, nach einem Schritt zurück"}


def test_too_many_files_are_named_not_called_broken(world: World) -> None:
    given = {"first_name": "Ada", "last_name": "Person", "email": "ada@person.example"}
    files = [("documents", (f"{n}.pdf", b"%PDF-1.7", "application/pdf")) for n in range(30)]
    answer = world.client().post("/privacy/applications?lang=de", data=given, files=files)
    assert answer.status_code == 422 and "10 Dateien" in answer.text


def test_the_form_parser_quotes_nothing_in_logs(world: World, caplog: pytest.LogCaptureFixture) -> None:
    head = {"content-type": "multipart/form-data; boundary=YY"}
    assert world.client().post(URL, content=b"xsecret" * 50, headers=head).status_code == 400
    assert not caplog.records


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("fe80::1%eth0", "fe80::2%eth1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "", True),
    ],
)
def test_limits_count_a_network_of_ipv6(one: str, other: str, is_same: bool) -> None:
    found = [visitor_address(Request({"type": "http", "zweck.client": a})) for a in (one, other)]
    assert (found[0] == found[1]) is is_same


def test_nothing_is_said_to_a_visitor_who_left(tmp_path: Path) -> None:
    import asyncio

    world = make_world(tmp_path)
    sent: list[object] = []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "path": URL,
        "raw_path": URL.encode(),
        "query_string": b"",
        "root_path": "",
        "scheme": "https",
        "headers": [(b"host", HOST.encode()), (b"content-type", b"application/x-www-form-urlencoded")],
        "client": ("192.0.2.7", 1),
        "server": (HOST, 443),
    }

    async def receive() -> dict[str, str]:
        return {"type": "http.disconnect"}

    async def send(message: object) -> None:
        sent.append(message)

    asyncio.run(world.app(scope, receive, send))
    assert sent == [] and world.records("contact") == []
    world.store.close()

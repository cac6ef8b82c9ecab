"""The guard: hosts, origins, sizes, headers, failures; what it refuses changes nothing."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.serve.world import HOST, World, make_world

FIELDS = {"email": "ada@person.example", "message": "Guten Tag"}


@pytest.mark.parametrize("host", ["other.example", "nordlicht.example.evil.example", "localhost.evil.example", "[::"])
def test_an_unknown_host_sees_nothing(world: World, host: str) -> None:
    answer = world.client().get("/privacy/", headers={"host": host})
    assert answer.status_code == 404
    assert "Nordlicht" not in answer.text


@pytest.mark.parametrize(
    "host", [HOST, "nordlicht.example", "NORDLICHT.example:443", "nordlicht.localhost:8000", "localhost:8000"]
)
def test_known_hosts_are_served(world: World, host: str) -> None:
    answer = world.client().get("/privacy/", headers={"host": host})
    assert answer.status_code == 200
    assert "Nordlicht" in answer.text


@pytest.mark.parametrize(
    "path", ["/privacy/", "/privacy/contact", "/privacy/consent", "/nope", "/", "/privacy/static/zweck.css"]
)
def test_every_answer_is_hardened(world: World, path: str) -> None:
    headers = world.client().get(path).headers
    policy = headers["content-security-policy"]
    assert "unsafe-inline" not in policy and "unsafe-eval" not in policy
    assert "frame-ancestors" in policy or "default-src 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["strict-transport-security"].startswith("max-age=")
    assert "set-cookie" not in headers


def test_plain_http_gets_no_hsts(world: World) -> None:
    answer = world.client().get("http://nordlicht.localhost/privacy/")
    assert "strict-transport-security" not in answer.headers


FOREIGN = [
    {"origin": "https://evil.example"},
    {"origin": "https://evil.example", "sec-fetch-site": "cross-site"},
    {"origin": "null"},
    {"origin": "null", "sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"origin": "http://www.nordlicht.example.evil.example"},
    {"origin": "https://evil.example\\@www.nordlicht.example"},
    {"origin": "http://nordlicht.example"},
]


@pytest.mark.parametrize("headers", FOREIGN)
def test_a_foreign_page_cannot_post(world: World, headers: dict[str, str]) -> None:
    answer = world.client().post("/privacy/contact", data=FIELDS, headers=headers)
    assert answer.status_code == 403
    assert "Es wurde nichts gespeichert" in answer.text
    assert world.records("contact") == []


OWN = [
    {},
    {"origin": f"https://{HOST}", "sec-fetch-site": "same-origin"},
    {"origin": "https://nordlicht.example", "sec-fetch-site": "cross-site"},
    {"origin": f"https://{HOST}"},
]


@pytest.mark.parametrize("headers", OWN)
def test_our_own_hosts_and_programs_can_post(world: World, headers: dict[str, str]) -> None:
    answer = world.client().post("/privacy/contact", data=FIELDS, headers=headers)
    assert answer.status_code == 303
    assert len(world.records("contact")) == 1


def test_a_large_body_is_refused_with_and_without_its_length(world: World) -> None:
    client, large = world.client(), b"message=" + b"x" * 300_000
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/privacy/contact", content=large, headers=headers).status_code == 413
    pieces = (large[i : i + 65536] for i in range(0, len(large), 65536))
    assert client.post("/privacy/contact", content=pieces, headers=headers).status_code == 413
    assert world.records("contact") == []


def test_a_failure_shows_and_logs_no_detail(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret ada@person.example")

    monkeypatch.setattr("zweck.store.records.Records.add", fail)
    with caplog.at_level(logging.DEBUG):
        answer = world.client().post("/privacy/contact", data=FIELDS)
    assert answer.status_code == 500
    assert "RuntimeError" not in answer.text and "ada@" not in answer.text
    assert answer.headers["x-request-id"] in answer.text
    assert "RuntimeError" in caplog.text and "ada@" not in caplog.text and "secret" not in caplog.text
    assert world.records("contact") == [] and world.mails() == []


def test_problems_speak_json_to_programs(world: World) -> None:
    answer = world.client().get("/nope", headers={"accept": "application/json", "accept-language": "en"})
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 404 and answer.json()["title"] == "There is no such page"


def test_language_by_path_query_and_browser(world: World) -> None:
    client = world.client()
    said = {
        ("/privacy/en", "de"): "en",
        ("/privacy/?lang=en", "de"): "en",
        ("/privacy/", "fr,en;q=0.8,de;q=0.2"): "en",
        ("/privacy/", "fr"): "de",
        ("/privacy/", "x;q=a,,;q=1"): "de",
    }
    for (path, accept), language in said.items():
        assert client.get(path, headers={"accept-language": accept}).headers["content-language"] == language


def test_the_address_behind_proxies_is_not_forgeable(tmp_path: Path) -> None:
    world = make_world(tmp_path, settings={"trusted_proxies": ("10.0.0.0/8",)})
    from starlette.testclient import TestClient

    def seen(peer: str, forwarded: str) -> str:
        client = TestClient(world.app, base_url=f"https://{HOST}", client=(peer, 1))
        client.get("/robots.txt", headers={"x-forwarded-for": forwarded})
        return str(world.lines[-1]["ip"])

    assert seen("203.0.113.5", "198.51.100.1") == "203.0.113.5"
    assert seen("10.0.0.1", "1.2.3.4, 198.51.100.1") == "198.51.100.1"
    assert seen("10.0.0.1", "198.51.100.1, 10.0.0.2") == "198.51.100.1"
    assert seen("10.0.0.1", "garbage") == "10.0.0.1"


def test_static_files_are_versioned_and_checked_by_the_browser(world: World) -> None:
    client = world.client()
    page = client.get("/privacy/contact").text
    address = page.split('rel="stylesheet" href="')[1].split('"')[0]
    assert 'integrity="sha384-' in page
    fixed = client.get(address)
    assert "immutable" in fixed.headers["cache-control"]
    assert "immutable" not in client.get("/privacy/static/zweck.css").headers["cache-control"]
    assert client.get(address, headers={"if-none-match": fixed.headers["etag"]}).status_code == 304


@pytest.mark.parametrize(
    "path", ["/../zweck.yaml", "/%2e%2e/zweck.yaml", "/.git", "/..%2fzweck.yaml", "/privacy/static/../app.py"]
)
def test_nothing_outside_the_folder_is_served(world: World, path: str) -> None:
    assert world.client().get(path).status_code == 404


def test_health_and_well_known(world: World) -> None:
    client = world.client()
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/.well-known/gpc.json").json()["gpc"] is True
    assert "Contact: mailto:info@nordlicht.example" in client.get("/.well-known/security.txt").text

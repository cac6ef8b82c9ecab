"""The access log: declared fields only, shortened addresses, nothing that people typed."""

from __future__ import annotations

import json
from pathlib import Path

from tests.serve.world import HOST, World, make_world
from zweck.serve.access import fields_of
from zweck.serve.app import application


def lines(world: World) -> list[dict[str, object]]:
    folder = world.settings.data / "logs" / world.declaration.id
    return [json.loads(line) for path in sorted(folder.glob("*.log")) for line in path.read_text().splitlines()]


def test_a_line_has_exactly_the_declared_fields_and_no_token(tmp_path: Path) -> None:
    from starlette.testclient import TestClient

    world = make_world(tmp_path)
    app = application([world.declaration], world.store, world.settings, world.clock)
    client = TestClient(app, base_url=f"https://{HOST}", client=("203.0.113.77", 1))
    headers = {"referer": "https://u:p@x.example/?t=TOKEN", "cookie": "session=TOKEN", "authorization": "TOKEN"}
    client.get("/privacy/newsletter/confirm?t=TOKEN", headers=headers)
    assert lines(world) == [
        {
            "time": "2026-11-25T09:00:00+00:00",
            "request": "GET /privacy/newsletter/confirm HTTP/1.1",
            "status": 410,
            "ip": "203.0.113.0",
        }
    ]
    raw = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert b"TOKEN" not in raw and b"203.0.113.77" not in raw


def test_a_referrer_is_only_its_host(world: World) -> None:
    world.client().get("/robots.txt?q=x", headers={"referer": "https://u:p@www.search.example/a?q=secret"})
    found = fields_of(world.lines[-1])
    assert found["referrer"] == "www.search.example" and found["request"] == "GET /robots.txt HTTP/1.1"

"""The access log: declared fields only, shortened addresses, nothing that people typed."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from tests.serve.world import World
from zweck.serve.access import access_log, entry, log_file, shortened
from zweck.serve.site import Site

FACTS = {
    "time": datetime(2026, 11, 25, 23, 30, tzinfo=UTC),
    "ip": "203.0.113.77",
    "method": "GET",
    "path": "/privacy/newsletter/confirm",
    "protocol": "HTTP/1.1",
    "status": 200,
    "bytes": 17,
    "referrer": "https://user:pw@www.search.example/?q=secret",
    "user_agent": "Agent",
    "host": "h",
    "duration": 0.1,
}


def test_a_line_has_exactly_the_declared_fields(world: World) -> None:
    site = Site(world.declaration, (), frozenset())
    assert entry(site, FACTS) == {
        "time": "2026-11-25T23:30:00+00:00",
        "request": "GET /privacy/newsletter/confirm HTTP/1.1",
        "status": 200,
        "ip": "203.0.113.0",
    }


def test_lines_go_into_the_file_of_their_german_day(world: World) -> None:
    access_log(world.settings, world.clock)(Site(world.declaration, (), frozenset()), FACTS)
    path = log_file(world.settings.data, world.declaration.id, FACTS["time"])
    assert path.name == "access-2026-11-26.log"
    assert json.loads(path.read_text())["ip"] == "203.0.113.0"


def test_a_query_never_reaches_the_log(world: World) -> None:
    world.client().get(
        "/privacy/newsletter/confirm?t=TOKEN", headers={"referer": "https://x.example/?t=TOKEN"}
    )
    site = Site(world.declaration, (), frozenset())
    assert world.lines and "TOKEN" not in json.dumps(entry(site, world.lines[-1]))


def test_addresses_are_cut() -> None:
    assert shortened("2001:db8:1:2:3::4") == "2001:db8:1::"
    assert shortened("198.51.100.255") == "198.51.100.0"
    assert shortened("nonsense") == ""

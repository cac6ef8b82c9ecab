"""The access log: only declared fields, shortened addresses, cut by the rule to the minute, an incident held apart."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st
from tests.declarations import declare
from tests.stores import SITE, START

from zweck.clock import FixedClock
from zweck.errors import NotFoundError, RefusedError
from zweck.promises import Keeps, compile_promises
from zweck.store import Store
from zweck.sweep import sweep
from zweck.systems import LogsSystem, connect
from zweck.systems.logs import shorten

WEEK = declare("server_logs: {keep: 7 days after collected, record: [time, ip, request, status]}")

HELD = declare(
    "server_logs: {keep: 7 days after collected, "
    "hold: for misuse_incident until incident_closed at most 5 years after collected}"
)


def logs_of(store: Store, declaration: object = WEEK) -> LogsSystem:
    found = connect(declaration, store)["logs"]  # type: ignore[arg-type]
    assert isinstance(found, LogsSystem)
    return found


def days(logs: LogsSystem) -> list[str]:
    return sorted(path.stem for path in logs.folder.glob("*.log"))


@pytest.mark.parametrize(
    ("address", "short"),
    [
        ("192.0.2.77", "192.0.2.0"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::"),
        ("::ffff:192.0.2.77", "192.0.2.0"),
        ("[2001:db8::1]", "2001:db8::"),
        ("fe80::1%eth0", "fe80::"),
        ("no address", ""),
        ("", ""),
    ],
)
def test_addresses_lose_what_tells_the_household(address: str, short: str) -> None:
    assert shorten(address) == short


@effort(max_examples=80, derandomize=True)
@given(st.ip_addresses())
def test_no_address_is_kept_whole(address: object) -> None:
    assert shorten(shorten(str(address))) == shorten(str(address))
    same = shorten(str(address)) == str(address)
    assert not same or str(address).endswith((".0", "::"))


def test_only_declared_fields_are_written(sqlite_store: Store) -> None:
    logs = logs_of(sqlite_store)
    logs.write(ip="192.0.2.77", request="GET /\n{}", status=200, cookie="secret", user_agent="x")
    (path,) = logs.folder.glob("*.log")
    (line,) = path.read_text().splitlines()
    assert json.loads(line) == {
        "time": "2026-01-10T09:00:00+00:00",
        "ip": "192.0.2.0",
        "request": "GET /\n{}",
        "status": 200,
    }
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_rule_cuts_whole_days(sqlite_store: Store, clock: FixedClock) -> None:
    logs = logs_of(sqlite_store)
    for _ in range(10):
        logs.write(request="/")
        clock.advance(timedelta(days=1))
    report = sweep(WEEK, {"logs": logs, **connect(WEEK, sqlite_store)}, sqlite_store, clock.now())
    assert report.done == 3
    # the seven days of 12 January end at midnight after the 19th, in German time; it is the 20th, 10:00
    assert days(logs) == [f"2026-01-{day}" for day in range(13, 20)]
    assert sweep(WEEK, connect(WEEK, sqlite_store), sqlite_store, clock.now()).done == 0
    with sqlite_store.read(SITE) as tx:
        checked = [e for e in tx.chain.entries() if e.event == "logs.checked"]
        entries = [e for e in tx.chain.entries() if e.event == "records.erased"]
    assert [(e.breach, e.promise_ids) for e in checked] == [(0, ("logs.fields",))] * 3
    assert [(e.event, e.details["count"]) for e in entries] == [("records.erased", 1)] * 3
    assert entries[0].promise_ids == ("retention.logs_period",)


def test_a_line_with_an_undeclared_field_is_a_breach(sqlite_store: Store, clock: FixedClock) -> None:
    logs = logs_of(sqlite_store)
    logs.write(request="/")
    (path,) = logs.folder.glob("*.log")
    with path.open("a") as file:
        file.write('{"time": "2026-01-10T09:00:00+00:00", "cookie": "x"}\n{"ip": "192.0.2.77"}\nno json\n')
    clock.advance(timedelta(days=30))
    sweep(WEEK, connect(WEEK, sqlite_store), sqlite_store, clock.now())
    with sqlite_store.read(SITE) as tx:
        (entry,) = [e for e in tx.chain.entries() if e.breach]
    assert entry.details == {"lines": 4, "wrong": 3}


def test_a_rule_in_hours_cuts_within_a_day(sqlite_store: Store, clock: FixedClock) -> None:
    hours = declare("server_logs: {keep: 2 hours after collected}")
    logs = logs_of(sqlite_store, hours)
    for number in range(5):
        logs.write(request=f"/{number}")
        clock.advance(timedelta(hours=1))
    sweep(hours, connect(hours, sqlite_store), sqlite_store, clock.now())
    (path,) = logs.folder.glob("*.log")
    assert [json.loads(line)["request"] for line in path.read_text().splitlines()] == ["/4"]


def test_an_incident_is_held_until_it_is_closed(sqlite_store: Store, clock: FixedClock) -> None:
    logs = logs_of(sqlite_store, HELD)
    logs.write(request="/attack")
    incident = logs.open_incident([START.date()])
    clock.advance(timedelta(days=30))
    held = logs.folder / "held" / incident
    assert sweep(HELD, connect(HELD, sqlite_store), sqlite_store, clock.now()).done == 1
    assert days(logs) == [] and (held / "2026-01-10.log").exists()
    logs.close_incident(incident)
    logs.close_incident(incident)
    assert sweep(HELD, connect(HELD, sqlite_store), sqlite_store, clock.now()).done == 1
    assert not held.exists()
    with pytest.raises(NotFoundError):
        logs.close_incident("nothing")


def test_the_cap_ends_an_incident_that_nobody_closed(sqlite_store: Store, clock: FixedClock) -> None:
    logs = logs_of(sqlite_store, HELD)
    logs.write(request="/attack")
    logs.open_incident([START.date()])
    clock.travel(datetime(2031, 1, 9, tzinfo=UTC))
    sweep(HELD, connect(HELD, sqlite_store), sqlite_store, clock.now())
    assert list((logs.folder / "held").glob("*/*.log"))
    clock.travel(datetime(2031, 1, 12, tzinfo=UTC))
    sweep(HELD, connect(HELD, sqlite_store), sqlite_store, clock.now())
    assert not list((logs.folder / "held").glob("*/*.log"))


def test_an_incident_without_a_declared_hold_is_refused(sqlite_store: Store) -> None:
    logs = logs_of(sqlite_store)
    logs.write(request="/attack")
    with pytest.raises(RefusedError, match="misuse_incident"):
        logs.open_incident([START.date()])


def test_reach_counts_lines(sqlite_store: Store, clock: FixedClock) -> None:
    logs = logs_of(sqlite_store)
    (promise,) = [p for p in compile_promises(WEEK) if isinstance(p, Keeps)]
    for _ in range(3):
        logs.write(request="/")
    assert (logs.reach(promise, clock.now()).held, logs.due(promise, clock.now())) == (3, 0)
    clock.travel(datetime(2026, 1, 18, 12, tzinfo=UTC))
    reach = logs.reach(promise, clock.now())
    assert (reach.held, reach.due, reach.overdue) == (3, 3, 0)
    assert logs.oldest(promise, clock.now()) == datetime(2026, 1, 10, tzinfo=UTC)

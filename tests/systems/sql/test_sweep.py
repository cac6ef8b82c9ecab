"""Keeping rules where the data lies: due by SQL as by the rule itself, swept in batches, resumable, once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.systems.sql.shop import ACTIVITIES, TABLES, Shop, declare

from zweck.clock import BERLIN
from zweck.declaration.keeping import parse_rule
from zweck.errors import SystemFailure
from zweck.promises import Keeps, compile_promises
from zweck.sweep import sweep
from zweck.systems import connect

NOW = datetime(2026, 6, 15, 10, tzinfo=UTC)
RULES = [
    "6 months after closed",
    "at most 30 days after opened",
    "until closed",
    "3 years after year_end of closed",
    "until first of (1 year after opened, closed)",
    "until last of (2 weeks after opened, closed)",
    {"keep": "2 years after opened", "hold": "for dispute until settled at most 3 years after opened"},
    {"keep": "2 years after opened", "end": "on closed at once"},
    {"keep": "1 month after opened", "extend": "by consent to 2 years after consent"},
]


def promise_of(shop: Shop, activity: str) -> Keeps:
    return next(p for p in compile_promises(shop.declaration) if isinstance(p, Keeps) and p.activity == activity)


def swept(shop: Shop, now: datetime = NOW, dry_run: bool = False):
    shop.clock.advance(now - shop.clock.now())
    return sweep(shop.declaration, connect(shop.declaration, shop.store), shop.store, now, dry_run)


def tickets(shop: Shop, count: int) -> None:
    """Tickets opened and closed on many days; some were never closed."""
    shop.rows("DELETE FROM tickets")
    opened = datetime(2022, 1, 1, tzinfo=UTC)
    for n in range(count):
        at = opened + timedelta(days=17 * n, hours=n)
        closed = at + timedelta(days=40 + n % 9) if n % 4 else None
        shop.rows(
            "INSERT INTO tickets (id, email, body, opened_at, closed_at) VALUES (:n, :mail, 'x', :at, :closed)",
            n=n, mail=f"p{n}@example.org", at=at, closed=closed,
        )  # fmt: skip


@pytest.mark.parametrize("clauses", RULES, ids=str)
def test_every_rule_selects_in_sql_what_it_selects_in_python(pg_shop, clauses):
    check_rule(pg_shop, clauses)


@pytest.mark.parametrize("clauses", RULES[:4], ids=str)
def test_rules_select_the_same_on_sqlite(lite_shop, clauses):
    check_rule(lite_shop, clauses)


def check_rule(shop: Shop, clauses) -> None:
    tickets(shop, 100)
    rule = parse_rule(clauses)
    said = "{" + ", ".join(f'{k}: "{v}"' for k, v in rule.to_yaml().items()) + ", system: shop}"
    kept = ACTIVITIES.replace("{system: shop, keep: 6 months after closed}", said)
    tables = TABLES.replace("events: {closed: closed_at}", "events: {closed: closed_at, opened: opened_at}")
    shop = shop.declared(tables, kept)
    rows = shop.rows("SELECT opened_at, closed_at FROM tickets")
    events = [{w: utc(v) for w, v in zip(("opened", "closed"), row, strict=True) if v is not None} for row in rows]
    expected = sum((due := rule.due(e, BERLIN)) is not None and due <= NOW for e in events)
    assert shop.system.due(promise_of(shop, "contact"), NOW) == expected
    assert expected


def utc(value) -> datetime:
    made = datetime.fromisoformat(value) if isinstance(value, str) else value
    return made.astimezone(UTC) if made.tzinfo else made.replace(tzinfo=UTC)


def test_a_sweep_anonymises_and_deletes_what_is_due_and_once(shop):
    shop.rows("UPDATE tickets SET closed_at = '2025-01-10' WHERE id <> 3")
    shop.rows("UPDATE customers SET closed_at = '2026-01-01' WHERE id = 1")
    shop.rows("DELETE FROM items WHERE order_id = 10")
    dry = swept(shop, dry_run=True)
    assert {line.activity: line.due for line in dry.promises if line.system == "shop"}["contact"] == 2
    assert shop.rows("SELECT count(*) FROM tickets WHERE body IS NULL") == [(0,)]
    report = swept(shop)
    done = {line.activity: line for line in report.promises if line.system == "shop"}
    assert done["contact"].done == 2 and done["contact"].actions == {"anonymised": 2}
    assert shop.rows("SELECT id FROM tickets WHERE body IS NULL ORDER BY id") == [(1,), (2,)]
    # the account is over, but an order that the law keeps must refer to it: it waits
    assert shop.counts()["customers"] == 2 and not report.failed
    assert swept(shop).done == 0
    with shop.store.read(shop.declaration.id) as tx:
        (entry,) = [e for e in tx.chain.latest(20) if e.event == "records.erased"]
    assert '"count":2' in entry.detail.replace(" ", "")


def test_a_statutory_second_stage_counts_from_an_event_in_another_table(shop):
    shop.rows("INSERT INTO invoices (id, order_id, text, issued_on) VALUES (1, 10, 'bill', '2015-02-01')")
    shop.rows("INSERT INTO invoices (id, order_id, text, issued_on) VALUES (2, 20, 'bill', '2024-02-01')")
    shop.rows("UPDATE orders SET delivered_at = '2023-01-01'")
    report = swept(shop)
    line = next(each for each in report.promises if each.activity == "orders")
    assert line.actions == {"deleted": 5, "marked": 1}  # the order with two items, invoice and its own address
    assert shop.rows("SELECT id FROM orders WHERE blocked_at IS NOT NULL") == [(20,)]
    assert shop.rows("SELECT id FROM addresses ORDER BY id") == [(1,), (3,)]
    shop.rows("UPDATE customers SET closed_at = '2026-01-01'")
    # Eva's account goes; Adam's waits for his order
    assert sum(each.done for each in swept(shop).promises if each.activity == "accounts") == 1


def test_a_sweep_that_stops_goes_on_and_batches_are_bounded(shop):
    tickets(shop, 60)
    shop.rows("UPDATE tickets SET closed_at = '2024-01-01'")
    system, promise = shop.system, promise_of(shop, "contact")
    first = system.sweep(promise, NOW, 25)
    assert (first.count, first.more) == (25, True)
    assert shop.rows("SELECT count(*) FROM tickets WHERE body IS NULL") == [(25,)]
    assert shop.system.due(promise, NOW) == 35  # another process, after a crash
    fresh = shop.system
    counts = []
    while (done := fresh.sweep(promise, NOW, 25)).more:
        counts.append(done.count)
    assert counts == [25, 10]
    assert system.reach(promise, NOW).due == 0 and system.reach(promise, NOW).held == 60


def test_composite_keys_are_swept_by_key(pg_shop):
    tables = """
      items: {subject: {email: product}, rule: contact, events: {closed: closed_at}}
"""
    pg_shop.rows("ALTER TABLE items ADD closed_at date")
    pg_shop.rows("INSERT INTO items SELECT 10, n, 'x', '2020-01-01' FROM generate_series(100, 130) n")
    shop = pg_shop.declared(tables)
    system, promise = shop.system, promise_of(shop, "contact")
    counts = []
    while (done := system.sweep(promise, NOW, 10)).more:
        counts.append(done.count)
    assert counts == [10, 10, 10, 1] and shop.counts()["items"] == 3


def test_an_event_column_that_is_no_time_is_named(lite_shop):
    bad = lite_shop.declared(TABLES.replace("events: {closed: closed_at}", "events: {closed: body}"))
    with pytest.raises(SystemFailure, match="date or a time"):
        bad.system.due(promise_of(bad, "contact"), NOW)
    assert any("date or a time" in line.failure for line in swept(bad).promises)


def test_a_mapping_without_a_path_is_named_before_anything_is_done(lite_shop):
    lost = declare(
        lite_shop.url,
        "\n      customers: {subject: {email: email}, activity: accounts}\n      employees: {data: [name]}\n",
    )
    shop = Shop(lite_shop.url, lite_shop.engine, lite_shop.store, lite_shop.clock, lost)
    with pytest.raises(SystemFailure, match="no path to a person"):
        list(shop.system.find({"email": "x@example.org"}))

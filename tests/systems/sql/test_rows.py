"""Finding, showing, correcting and erasing one person's rows; whose row it is (the faults of the best peer)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.systems.sql.shop import ACTIVITIES, ADAM, EVA, MIA, TABLES, WHEN, Shop

from zweck.errors import SystemFailure

LONG_AGO = datetime(2010, 1, 1, tzinfo=UTC)


def free(shop: Shop) -> None:
    """Let all orders be past what the law keeps them for."""
    shop.rows("UPDATE orders SET delivered_at = :at", at=LONG_AGO)
    for order in (10, 20):
        shop.rows("INSERT INTO invoices (id, order_id, text, issued_on) VALUES (:i, :i, 'bill', '2010-02-01')", i=order)


def test_find_counts_a_persons_rows_by_table(shop):
    held = {h.record_class: h.count for h in shop.system.find({"email": EVA})}
    assert held == {"customers": 1, "orders": 1, "items": 2, "addresses": 2, "logins": 2, "tickets": 2}
    assert {h.activity for h in shop.system.find({"email": EVA})} == {"accounts", "orders", "contact"}
    assert not list(shop.system.find({"email": "nobody@example.org"}))


def test_export_shows_what_is_theirs_and_nothing_of_others(shop):
    items = list(shop.system.export({"email": EVA}))
    said = repr([i.data for i in items])
    assert "mine" in said and "Eva 2" in said and "lamp" in said
    for strange in ("Adam", ADAM, "his", "ours", "cup", "Shared 1"):
        assert strange not in said
    shared = [i for i in items if i.status == "shared"]
    assert sorted(i.record_class for i in shared) == ["addresses", "tickets"]
    ticket = next(i for i in shared if i.record_class == "tickets")
    assert ticket.data["email"] == EVA and ticket.data["opened_at"]


def test_an_employee_is_not_shown_the_tickets_of_customers(shop):
    items = list(shop.system.export({"email": MIA}))
    assert [i.record_class for i in items] == ["employees"]


@pytest.mark.parametrize("typed", ["Eva@Example.org", " EVA@EXAMPLE.ORG", "eva@example.org"])
def test_an_address_is_found_however_it_was_typed_or_stored(shop, typed):
    shop.rows("UPDATE customers SET email = 'EvA@Example.Org' WHERE id = 1")
    held = {h.record_class for h in shop.system.find({"email": typed})}
    assert {"customers", "tickets"} <= held


def test_plus_tags_are_the_same_person_only_by_choice(shop):
    shop.rows("UPDATE customers SET email = 'eva+shop@example.org' WHERE id = 1")
    assert "customers" not in {h.record_class for h in shop.system.find({"email": EVA})}
    same = shop.declared(more="    plus_tags: same\n")
    assert "customers" in {h.record_class for h in same.system.find({"email": EVA})}
    assert "customers" in {h.record_class for h in same.system.find({"email": "eva+other@example.org"})}


def test_an_address_with_quotes_and_sql_is_only_an_address(shop):
    bad = "o'x\"; DROP TABLE customers; --%_@example.org"
    assert not list(shop.system.find({"email": bad}))
    shop.rows("UPDATE customers SET email = :bad WHERE id = 2", bad=bad)
    assert "customers" in {h.record_class for h in shop.system.find({"email": bad})}
    assert shop.counts()["customers"] == 2


def test_erasing_takes_the_persons_rows_and_leaves_everyone_elses(shop):
    free(shop)
    before = shop.counts()
    done = shop.system.erase({"email": EVA})
    after = shop.counts()
    assert shop.rows("SELECT id FROM customers") == [(2,)]
    assert shop.rows("SELECT id, street FROM addresses ORDER BY id") == [(1, "Shared 1"), (3, "Mia 3")]
    assert shop.rows("SELECT id FROM orders") == [(20,)]
    assert before["items"] - after["items"] == 2 and before["invoices"] - after["invoices"] == 1
    assert shop.rows("SELECT invited_by FROM customers") == [(None,)]
    assert shop.rows("SELECT email, other_email, body FROM tickets ORDER BY id") == [
        (None, None, None),
        (None, ADAM, "ours"),
        (ADAM, None, "his"),
    ]
    assert shop.rows("SELECT ip FROM logins ORDER BY id") == [("198.51.100.0",), ("2001:db8:1::",), ("198.51.100.9",)]
    assert done.detail["shared"] == 2 and not done.restricted
    assert shop.system.erase({"email": EVA}).count == 0


def test_what_a_statute_keeps_stays_with_what_it_needs_until_a_day(shop):
    shop.rows("INSERT INTO invoices (id, order_id, text, issued_on) VALUES (1, 10, 'bill', '2025-02-01')")
    done = shop.system.erase({"email": EVA})
    assert done.until == datetime(2033, 12, 31, 23, tzinfo=UTC)
    assert done.restricted == 6 and done.detail["statute"] == 6  # order, invoice, two items, customer, address
    assert shop.rows("SELECT name FROM customers WHERE id = 1") == [("Eva",)]
    assert shop.rows("SELECT blocked_at IS NOT NULL FROM orders WHERE id = 10")[0][0]
    assert shop.rows("SELECT body FROM tickets WHERE id = 1") == [(None,)]
    again = shop.system.erase({"email": EVA})
    assert again.count == 0 and again.until == done.until


def test_only_the_named_activities_are_erased(shop):
    free(shop)
    shop.system.erase({"email": EVA}, activities=["contact"])
    assert shop.counts()["customers"] == 2
    assert shop.rows("SELECT body FROM tickets WHERE id = 1") == [(None,)]


def test_correcting_changes_declared_columns_by_name_or_category(shop):
    done = shop.system.correct({"email": EVA}, {"name": "Eva Neu", "phone": "1"})
    assert done.count == 1
    assert shop.rows("SELECT name, phone FROM customers ORDER BY id") == [("Eva Neu", "1"), ("Adam", "+49 551 2")]
    assert shop.system.correct({"email": EVA}, {"name": "Eva Neu"}).count == 0


def test_restricting_needs_a_column_for_the_mark(shop):
    assert shop.system.restrict({"email": EVA}, "requested").restricted == 1
    bare = shop.declared(TABLES.replace("        restrict: blocked_at\n", ""))
    with pytest.raises(SystemFailure, match="restrict"):
        bare.system.restrict({"email": EVA}, "requested")


def test_a_rehearsal_shows_statements_and_counts_and_changes_nothing(shop):
    free(shop)
    before = shop.counts()
    done, lines = shop.system.rehearse({"email": EVA})
    assert shop.counts() == before
    assert done.detail["deleted"] == 6
    assert any(line.startswith("DELETE FROM customers") for line in lines)
    assert EVA not in " ".join(lines)
    assert shop.system.erase({"email": EVA}).detail == done.detail


def test_soft_deleted_rows_are_found_too(lite_shop):
    lite_shop.rows("ALTER TABLE customers ADD deleted_at TIMESTAMP")
    lite_shop.rows("UPDATE customers SET deleted_at = '2025-01-01'")
    assert "customers" in {h.record_class for h in lite_shop.system.find({"email": EVA})}


def test_a_view_is_shown_and_never_written(shop):
    shop.rows("CREATE VIEW people AS SELECT id, email, name FROM customers")
    seen = shop.declared(TABLES + "      people: {subject: {email: email}, activity: accounts, data: [name]}\n")
    assert {"email": EVA, "name": "Eva"} in [i.data for i in seen.system.export({"email": EVA})]
    free(shop)
    seen.system.erase({"email": EVA})
    assert shop.counts()["customers"] == 1


def test_events_of_export_are_in_utc(shop):
    orders = [i for i in shop.system.export({"email": EVA}) if i.record_class == "orders"]
    assert orders[0].events == {"delivered": WHEN}


def test_rules_are_those_of_the_activity(shop):
    assert "orders" in ACTIVITIES and shop.system.covers("orders") and not shop.system.covers("newsletter")

"""The grants of the how-to are enough, and less is a named state; JSON columns; keyed hashes; paths without keys."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
import sqlalchemy as sa
from tests.systems.sql.shop import EVA, TABLES, Shop

from zweck.errors import SystemFailure

MAPPED = "customers, orders, invoices, items, addresses, logins, tickets, employees"


def limited(shop: Shop, verbs: str) -> Shop:
    """The shop through an account with these privileges on the mapped tables only."""
    url, name = sa.make_url(shop.url), f"zweck_{uuid4().hex[:12]}"
    if url.get_backend_name() == "postgresql":
        shop.rows(f"CREATE ROLE {name} LOGIN")
        shop.rows(f"GRANT USAGE ON SCHEMA public TO {name}")
        shop.rows(f"GRANT {verbs} ON {MAPPED} TO {name}")
        user = url.set(username=name)
    else:
        shop.rows(f"CREATE USER {name}@'127.0.0.1' IDENTIFIED BY 'pass-4711'")
        for table in MAPPED.split(", "):
            shop.rows(f"GRANT {verbs} ON {table} TO {name}@'127.0.0.1'")
        user = url.set(username=name, password="pass-4711")
    return shop.declared(url=user.render_as_string(hide_password=False))


@pytest.mark.parametrize("kind", ["postgresql", "mariadb"])
@pytest.mark.server
def test_the_documented_grants_are_enough_and_less_is_named(kind, server_shop):
    shop = server_shop(kind)
    shop.rows("DELETE FROM items")
    shop.rows("DELETE FROM orders")
    with pytest.raises(SystemFailure, match="privilege") as caught:
        limited(shop, "SELECT").system.erase({"email": EVA})
    assert caught.value.state == "privilege" and "zweck_" not in str(caught.value)
    assert shop.counts()["customers"] == 2
    assert limited(shop, "SELECT, UPDATE, DELETE").system.erase({"email": EVA}).count
    assert shop.counts()["customers"] == 1


def test_a_value_in_json_is_an_identity_and_can_be_erased_alone(shop):
    kind = {"postgresql": "jsonb"}.get(shop.engine.dialect.name, "json")
    shop.rows(f"CREATE TABLE profiles (id INTEGER PRIMARY KEY, doc {kind})")
    for number, mail in ((1, EVA), (2, "other@example.org")):
        value = json.dumps({"email": mail, "colour": "red"})
        shop.rows(f"INSERT INTO profiles VALUES ({number}, :value)", value=value)
    more = """      profiles:
        subject: {email: doc.email}
        activity: accounts
        data: [doc]
        then: {anonymise: {doc.email: null}}
"""
    mapped = shop.declared(TABLES + more)
    (item,) = [i for i in mapped.system.export({"email": EVA}) if i.record_class == "profiles"]
    assert "red" in repr(item.data)
    mapped.system.erase({"email": EVA})
    found = [json.loads(v) if isinstance(v, str) else v for (v,) in shop.rows("SELECT doc FROM profiles ORDER BY id")]
    assert found == [{"colour": "red"}, {"email": "other@example.org", "colour": "red"}]


def test_methods_change_whole_sets_and_a_second_run_changes_nothing(shop):
    how = "{anonymise: {street: first 3, city: hash}}"
    tables = f"""
      addresses: {{subject: {{email: street}}, activity: accounts, then: {how}}}
      tickets:
        subject: {{email: email}}
        activity: accounts
        then: {{anonymise: {{body: {{constant: gone}}, opened_at: year}}}}
      orders:
        subject: {{email: note}}
        activity: accounts
        then: {{anonymise: {{total: round to 10}}}}
"""
    shop.rows("UPDATE addresses SET street = :mail", mail=EVA)
    shop.rows("UPDATE orders SET note = :mail, total = 47", mail=EVA)
    mapped = shop.declared(tables)
    assert mapped.system.erase({"email": EVA}).detail["anonymised"] == 7
    cities = set(shop.rows("SELECT street, city FROM addresses"))
    assert len(cities) == 1 and next(iter(cities))[0] == "eva"
    assert next(iter(cities))[1].startswith("anon-") and len(next(iter(cities))[1]) == 45
    days = {str(at)[:10] for (at,) in shop.rows("SELECT opened_at FROM tickets WHERE body = 'gone'")}
    assert days <= {"2025-01-01", "2024-12-31"}  # the server's own zone may show the evening before
    assert {total for (total,) in shop.rows("SELECT total FROM orders")} == {40}
    assert mapped.system.erase({"email": EVA}).count == 0


def test_a_path_without_a_foreign_key_is_said_in_full(shop):
    shop.rows("CREATE TABLE notes (id INTEGER PRIMARY KEY, customer INTEGER, text VARCHAR(50))")
    shop.rows("INSERT INTO notes VALUES (1, 1, 'hers'), (2, 2, 'his')")
    with pytest.raises(SystemFailure, match="no foreign key"):
        list(shop.declared(TABLES + "      notes: {through: customer, data: [text]}\n").system.find({"email": EVA}))
    mapped = shop.declared(TABLES + "      notes: {through: customer = customers.id, data: [text]}\n")
    said = repr([i.data for i in mapped.system.export({"email": EVA})])
    assert "hers" in said and "'his'" not in said


def test_circles_and_trees_are_followed_and_erased(shop):
    shop.rows(
        "CREATE TABLE folders (id INTEGER PRIMARY KEY, owner INTEGER REFERENCES customers (id), "
        "parent INTEGER REFERENCES folders (id))"
    )
    shop.rows("INSERT INTO folders VALUES (1, 1, NULL), (2, NULL, 1), (3, NULL, 2), (4, 2, NULL), (5, NULL, 4)")
    mapped = shop.declared(TABLES + "      folders: {through: [owner, parent]}\n")
    held = {h.record_class: h.count for h in mapped.system.find({"email": EVA})}
    assert held["folders"] == 3
    shop.rows("DELETE FROM items WHERE order_id = 10")
    shop.rows("DELETE FROM orders WHERE id = 10")
    mapped.system.erase({"email": EVA})
    assert shop.rows("SELECT id FROM folders ORDER BY id") == [(4,), (5,)]

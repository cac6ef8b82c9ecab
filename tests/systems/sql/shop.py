"""A shop in a database of its own: people, orders, addresses two of them share, a ticket between two; its mapping."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from tests.declarations import HEAD

from zweck.clock import FixedClock
from zweck.declaration import Declaration, loads
from zweck.store import Store
from zweck.systems.sql import SqlSystem

EVA, ADAM, MIA = "eva@example.org", "adam@example.org", "mia@shop.example"

ACTIVITIES = """
activities:
  accounts: {system: shop, keep: until account_closed}
  orders:
    system: shop
    keep: 2 years after delivered
    then: "restrict until 8 years after year_end of invoiced ; delete"
    reason: § 257(4) HGB
  contact: {system: shop, keep: 6 months after closed}
  rights:
"""

TABLES = """
      customers:
        subject: {email: email}
        activity: accounts
        data: {name: name, email: contact, phone: phone}
        events: {account_closed: closed_at}
      orders:
        through: customer_id
        rule: orders
        data: [note, total]
        restrict: blocked_at
        events: {delivered: delivered_at, invoiced: invoices.issued_on}
      invoices: {through: order_id, data: [text]}
      items: {through: order_id, data: [product]}
      addresses: {through: [customers.address_id, orders.address_id], data: [street, city]}
      logins: {through: customer_id, data: [ip], then: {anonymise: {ip: truncated ip}}}
      tickets:
        subject: {email: [email, other_email]}
        rule: contact
        data: [body]
        shared: [opened_at]
        events: {closed: closed_at}
        then: {anonymise: {email: null, other_email: null, body: null}}
      employees: {subject: {email: email}, activity: accounts, data: [name]}
"""

WHEN = datetime(2025, 1, 1, 12, tzinfo=UTC)


@dataclass
class Shop:
    """One database with the shop in it."""

    url: str
    engine: sa.Engine
    store: Store
    clock: FixedClock
    declaration: Declaration

    @property
    def system(self) -> SqlSystem:
        return SqlSystem("shop", self.declaration, self.store)

    def declared(self, tables: str = TABLES, activities: str = ACTIVITIES, more: str = "", url: str = "") -> Shop:
        """The same shop under another mapping."""
        return Shop(self.url, self.engine, self.store, self.clock, declare(url or self.url, tables, activities, more))

    def rows(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        with self.engine.begin() as connection:
            found = connection.execute(sa.text(query), values)
            return [tuple(row) for row in found] if found.returns_rows else []

    def counts_of(self, *tables: str) -> list[int]:
        return [self.rows(f"SELECT count(*) FROM {t}")[0][0] for t in tables]

    def counts(self) -> dict[str, int]:
        return {t: self.rows(f"SELECT count(*) FROM {t}")[0][0] for t in sorted(metadata(self.engine).tables)}


def declare(url: str, tables: str = TABLES, activities: str = ACTIVITIES, more: str = "") -> Declaration:
    return loads(f"{HEAD}{activities}\nsystems:\n  shop:\n    url: {url}\n{more}    tables:{tables}")


def metadata(engine: sa.Engine) -> sa.MetaData:
    """The shop's tables; tests add what they need."""
    made = sa.MetaData()

    def table(name: str, *columns: Any) -> None:
        sa.Table(name, made, sa.Column("id", sa.Integer, primary_key=True, autoincrement=False), *columns)

    def refers(name: str, to: str, **more: Any) -> sa.Column[Any]:
        return sa.Column(name, sa.ForeignKey(f"{to}.id"), **more)

    when, text = sa.DateTime(timezone=True), sa.String(200)
    table("addresses", sa.Column("street", text), sa.Column("city", text))
    table(
        "customers",
        sa.Column("email", text, unique=True),
        sa.Column("name", text, nullable=False),
        sa.Column("phone", text),
        refers("address_id", "addresses"),
        refers("invited_by", "customers"),
        sa.Column("closed_at", when),
    )
    table("employees", sa.Column("email", text), sa.Column("name", text), refers("address_id", "addresses"))
    table(
        "orders",
        refers("customer_id", "customers", nullable=False),
        refers("address_id", "addresses"),
        sa.Column("note", text),
        sa.Column("total", sa.Integer),
        sa.Column("delivered_at", when),
        sa.Column("blocked_at", when),
    )
    table(
        "invoices",
        refers("order_id", "orders", nullable=False),
        sa.Column("text", text),
        sa.Column("issued_on", sa.Date),
    )
    sa.Table(
        "items",
        made,
        sa.Column("order_id", sa.ForeignKey("orders.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("product", text),
    )
    table("logins", refers("customer_id", "customers"), sa.Column("ip", text))
    table(
        "tickets",
        sa.Column("email", text),
        sa.Column("other_email", text),
        refers("employee_id", "employees"),
        sa.Column("body", text),
        sa.Column("opened_at", when),
        sa.Column("closed_at", when),
    )
    return made


def fill(engine: sa.Engine) -> None:
    """Two people in one household, gifts, an employee with tickets of customers."""
    tables = metadata(engine).tables
    rows: dict[str, list[dict[str, Any]]] = {
        "addresses": [
            {"id": 1, "street": "Shared 1", "city": "Ort"},
            {"id": 2, "street": "Eva 2", "city": "Ort"},
            {"id": 3, "street": "Mia 3", "city": "Ort"},
        ],
        "customers": [
            {"id": 1, "email": EVA, "name": "Eva", "phone": "+49 551 1", "address_id": 1, "invited_by": None},
            {"id": 2, "email": ADAM, "name": "Adam", "phone": "+49 551 2", "address_id": 1, "invited_by": 1},
        ],
        "employees": [{"id": 1, "email": MIA, "name": "Mia", "address_id": 3}],
        "orders": [
            {"id": 10, "customer_id": 1, "address_id": 2, "note": "ring", "total": 5, "delivered_at": WHEN},
            {"id": 20, "customer_id": 2, "address_id": 1, "note": "quiet", "total": 7, "delivered_at": WHEN},
        ],
        "invoices": [],
        "items": [
            {"order_id": 10, "number": 1, "product": "lamp"},
            {"order_id": 10, "number": 2, "product": "rug"},
            {"order_id": 20, "number": 1, "product": "cup"},
        ],
        "logins": [
            {"id": 1, "customer_id": 1, "ip": "198.51.100.7"},
            {"id": 2, "customer_id": 1, "ip": "2001:db8:1:2::3"},
            {"id": 3, "customer_id": 2, "ip": "198.51.100.9"},
        ],
        "tickets": [
            {"id": 1, "email": EVA, "other_email": None, "employee_id": 1, "body": "mine", "opened_at": WHEN},
            {"id": 2, "email": EVA, "other_email": ADAM, "employee_id": 1, "body": "ours", "opened_at": WHEN},
            {"id": 3, "email": ADAM, "other_email": None, "employee_id": 1, "body": "his", "opened_at": WHEN},
        ],
    }
    with engine.begin() as connection:
        for name, some in rows.items():
            for row in some:
                connection.execute(sa.insert(tables[name]), row)

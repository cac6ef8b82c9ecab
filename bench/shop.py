"""Rights and retention over a shop of ten tables in PostgreSQL, beside hand-written SQL that does the same work.

Method: a private server, ``bench/shop.sql`` with ``BENCH_SHOP`` customers (50,000: 660,000 rows, a twentieth of the
full million), both sides on like rows, one after the other, one connection. *Request* is a whole access or erasure
request from its approval to its package or answer with all evidence in a store on SQLite (synchronous=FULL);
*database* is our part over the database alone; *hand* is what a developer would write, one transaction per person.
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa
from psycopg.rows import dict_row
from tests.servers import postgres_binaries, postgres_cluster

from zweck import rights
from zweck.clock import FixedClock
from zweck.config import Secret, Settings
from zweck.declaration import Declaration, loads
from zweck.promises import Keeps, compile_promises
from zweck.store import Store, open_store
from zweck.sweep.run import BATCH
from zweck.systems import connect
from zweck.systems.sql import SqlSystem

CUSTOMERS = int(os.environ.get("BENCH_SHOP", "50000"))
RUNS = int(os.environ.get("BENCH_RUNS", "100"))
HEAVY = 20_000
NOW = datetime(2026, 11, 1, tzinfo=UTC)
DECLARATION = """
zweck: 1
site: {name: Bench, domains: [www.bench.example]}
controller:
  name: Bench GmbH
  address: {street: Weg 1, postcode: "10115", city: Berlin, country: DE, state: BE}
  email: info@bench.example
activities:
  accounts: {system: shop, keep: until account_closed}
  contact: {system: shop, keep: 1 month after closed}
  server_logs: {system: shop, keep: 1 month after collected}
  rights:
systems:
  shop:
    url: URL
    tables:
      customer:
        subject: {email: email}
        folded: true
        activity: accounts
        data: [email, name, phone, created]
        then: {anonymise: {email: null, name: null, phone: null}}
      employee: {subject: {email: email}, folded: true, activity: accounts, data: [name], then: keep}
      visit:
        subject: {email: email}
        folded: true
        rule: contact
        data: [email, last_visit, ip]
        events: {closed: last_visit}
        then: {anonymise: {email: null, ip: null}}
      service_request:
        subject: {email: [email, alt_email]}
        same_person: true
        folded: true
        activity: accounts
        data: [opened, closed, body]
        then: {anonymise: {email: null, alt_email: null, body: null}}
      login:
        through: customer_id
        rule: server_logs
        data: [time, ip]
        events: {collected: time}
        then: HOW
      orders: {through: customer_id, data: [placed, note], then: {anonymise: {note: null}}}
      payment_card:
        through: customer_id
        data: [name, ccn, code]
        then: {anonymise: {name: null, ccn: null, code: null}}
      order_item: {through: order_id, data: [product_id, quantity], then: keep}
      address:
        through: [customer.address_id, orders.shipping_address_id, payment_card.billing_address_id]
        data: [house, street, city, state, zip]
        then: {anonymise: {house: null, street: null, city: null, state: null, zip: null}}
"""


def declared(url: str, how: str) -> Declaration:
    return loads(DECLARATION.replace("URL", url).replace("HOW", how))


def mail(number: int) -> str:
    return f"customer-{number}@example.com"


class Hand:
    """What a developer would write: set-based SQL over one connection, one transaction per person."""

    def __init__(self, url: str) -> None:
        self.link = psycopg.connect(url.replace("+psycopg", ""), row_factory=dict_row)

    def rows(self, query: str, *values: Any) -> list[dict[str, Any]]:
        return self.link.execute(query, values).fetchall()

    def access(self, email: str) -> dict[str, list[dict[str, Any]]]:
        found = {
            "customer": self.rows("select * from customer where email=%s", email),
            "employee": self.rows("select * from employee where email=%s", email),
            "visit": self.rows("select * from visit where email=%s", email),
            "service_request": self.rows("select * from service_request where email=%s or alt_email=%s", email, email),
        }
        ids = [r["id"] for r in found["customer"]]
        for table in ("login", "orders", "payment_card"):
            found[table] = self.rows(f"select * from {table} where customer_id=any(%s)", ids)
        orders = [r["id"] for r in found["orders"]]
        found["order_item"] = self.rows("select * from order_item where order_id=any(%s)", orders)
        homes = {r["address_id"] for r in found["customer"]} | {r["shipping_address_id"] for r in found["orders"]}
        homes |= {r["billing_address_id"] for r in found["payment_card"]}
        found["address"] = self.rows("select * from address where id=any(%s)", list(homes))
        json.dumps(found, default=str)
        self.link.commit()
        return found

    def erase(self, email: str) -> None:
        found = self.access(email)
        ids = [r["id"] for r in found["customer"]]
        run = self.link.execute
        run("update customer set email=null,name=null,phone=null where id=any(%s)", (ids,))
        run("update visit set email=null,ip=null where email=%s", (email,))
        where = "email=%s or alt_email=%s"
        run(f"update service_request set email=null,alt_email=null,body=null where {where}", (email, email))
        run("update login set ip=null where customer_id=any(%s)", (ids,))
        run("update orders set note=null where customer_id=any(%s)", (ids,))
        run("update payment_card set name=null,ccn=null,code=null where customer_id=any(%s)", (ids,))
        homes = [r["id"] for r in found["address"]]
        run("update address set house=null,street=null,city=null,state=null,zip=null where id=any(%s)", (homes,))
        self.link.commit()

    def sweep(self, verb: str) -> int:
        """Delete, or anonymise, all logins in batches of the same size; gives how many."""
        left = "" if verb == "delete" else "ip is not null and "
        pick = f"select id from login where {left}\"time\" < '2026-10-01' order by id limit {BATCH}"
        change = "delete from login" if verb == "delete" else "update login set ip=null"
        total = 0
        while count := self.link.execute(f"{change} where id in ({pick})").rowcount:
            self.link.commit()
            total += count
        self.link.commit()
        return total


class Ours:
    """The same through Zweck: the system alone, and whole requests with store and evidence."""

    def __init__(self, store: Store, declaration: Declaration) -> None:
        self.store, self.declaration = store, declaration
        self.systems = connect(declaration, store)
        self.shop = SqlSystem("shop", declaration, store)

    def export(self, email: str) -> None:
        json.dumps([i.data for i in self.shop.export({"email": email})], default=str)

    def erase(self, email: str) -> None:
        assert self.shop.erase({"email": email}).count

    def approved(self, right: str, email: str) -> str:
        with self.store.begin(self.declaration.id) as tx:
            made = rights.open_request(tx, self.declaration, right, email=email, link=str, confirmed=True)
            return rights.approve(tx, self.declaration, made.id, "bench").id

    def run(self, request_id: str) -> None:
        assert rights.run(self.store, self.declaration, self.systems, request_id, str).status == "done"

    def sweep(self) -> int:
        kept = (p for p in compile_promises(self.declaration) if isinstance(p, Keeps))
        promise = next(p for p in kept if p.activity == "server_logs")
        total = 0
        while (done := self.shop.sweep(promise, NOW, BATCH)).more:
            total += done.count
        return total


def timed(work: Callable[[Any], object], given: list[Any]) -> list[float]:
    """Milliseconds of each call."""
    found = []
    for each in given:
        started = time.perf_counter()
        work(each)
        found.append(1000 * (time.perf_counter() - started))
    return found


def show(what: str, hand: list[float], *ours: tuple[str, list[float]]) -> None:
    base = statistics.median(hand)
    parts = [f"hand {base:.2f} ms"]
    for name, times in ours:
        middle = statistics.median(times)
        parts.append(f"{name} {middle:.2f} ms ({middle / base:.1f}x, p99 {sorted(times)[int(len(times) * 0.99)]:.1f})")
    print(f"{what}: " + ", ".join(parts), flush=True)


@contextmanager
def shop() -> Iterator[str]:
    binaries = postgres_binaries()
    if binaries is None:
        raise SystemExit("PostgreSQL is not installed")
    with postgres_cluster(binaries) as url:
        text = (Path(__file__).with_suffix(".sql")).read_text().replace(":n", str(CUSTOMERS))
        engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in text.split(";\n"):
                if statement.strip():
                    connection.connection.cursor().execute(statement)
            connection.exec_driver_sql("VACUUM ANALYZE")
        engine.dispose()
        yield url


def people(start: int, count: int = RUNS) -> list[str]:
    return [mail(start + n) for n in range(count)]


def persons(hand: Hand, ours: Ours) -> None:
    for number in range(1, 11):  # warm both
        hand.access(mail(number))
        ours.export(mail(number))
    ours.run(ours.approved("access", mail(11)))
    first = timed(hand.access, people(1000))
    alone = timed(ours.export, people(2000))
    whole = timed(ours.run, [ours.approved("access", m) for m in people(3000)])
    show("access, one person", first, ("database", alone), ("request", whole))
    first = timed(hand.erase, people(4000))
    alone = timed(ours.erase, people(5000))
    whole = timed(ours.run, [ours.approved("erasure", m) for m in people(6000)])
    show("erasure, one person", first, ("database", alone), ("request", whole))


def heavy(hand: Hand, ours: Ours) -> None:
    for number in (7001, 7002, 7003):
        more = f"insert into login select {number}000000::bigint+i, {number}, now(), '198.51.100.9'"
        hand.link.execute(f"{more} from generate_series(1,{HEAVY}) i")
    hand.link.commit()
    known, mine = [mail(7001)], [mail(7002)]
    show(f"access, {HEAVY} rows more", timed(hand.access, known), ("database", timed(ours.export, mine)),
         ("request", timed(ours.run, [ours.approved("access", mail(7003))])))  # fmt: skip
    show(f"erasure, {HEAVY} rows more", timed(hand.erase, known), ("database", timed(ours.erase, mine)),
         ("request", timed(ours.run, [ours.approved("erasure", mail(7003))])))  # fmt: skip


def sweeps(hand: Hand, ours: dict[str, Ours]) -> None:
    hand.link.execute("create table spare as select * from login")
    hand.link.commit()
    for verb in ("anonymise", "delete"):
        speeds = []
        for work in (partial(hand.sweep, verb), ours[verb].sweep):
            hand.link.execute("truncate login")
            hand.link.execute("insert into login select * from spare where ip is not null")
            hand.link.commit()
            hand.link.autocommit = True
            hand.link.execute("vacuum analyze login")
            hand.link.autocommit = False
            started = time.perf_counter()
            count = work()
            speeds.append(count / (time.perf_counter() - started))
        print(
            f"sweep, {verb} {count} rows: hand {speeds[0]:.0f}/s, ours {speeds[1]:.0f}/s ({speeds[1] / speeds[0]:.2f})"
        )


def main() -> None:
    with shop() as url, tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder), f"sqlite:///{folder}/zweck.sqlite", Secret(b"k" * 32))
        store = open_store(settings, FixedClock(NOW))
        hows = {"anonymise": "{anonymise: {ip: null}}", "delete": "delete"}
        ours = {verb: Ours(store, declared(url, how)) for verb, how in hows.items()}
        hand = Hand(url)
        print(f"{CUSTOMERS} customers; {RUNS} people each")
        persons(hand, ours["anonymise"])
        heavy(hand, ours["anonymise"])
        sweeps(hand, ours)
        hand.link.close()
        store.close()


if __name__ == "__main__":
    main()

"""One request answered from the store and the database; each failure is a named state, and a retry goes on."""

from __future__ import annotations

import io
import json
import logging
import threading
import time
import zipfile

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from tests.systems.sql.shop import ACTIVITIES, ADAM, EVA, TABLES, Shop

from zweck import rights
from zweck.cli import main
from zweck.errors import SystemFailure
from zweck.systems import connect
from zweck.systems.sql import SqlSystem

BOTH = ACTIVITIES + "  newsletter: {}\n"


def link(token: str) -> str:
    return f"https://www.site.example/privacy/rights/{token}"


def asked(shop: Shop, right: str, email: str = EVA):
    with shop.store.begin(shop.declaration.id) as tx:
        made = rights.open_request(tx, shop.declaration, right, email=email, link=link, confirmed=True, language="en")
        return rights.approve(tx, shop.declaration, made.id, "officer")


def run(shop: Shop, request):
    return rights.run(shop.store, shop.declaration, connect(shop.declaration, shop.store), request.id, link)


def steps(shop: Shop, request) -> dict[str, tuple[str, str]]:
    with shop.store.read(shop.declaration.id) as tx:
        found = tx.requests.get(request.id).steps
    return {s.system: (s.status, s.detail) for s in found}


def subscribe(shop: Shop) -> None:
    with shop.store.begin(shop.declaration.id) as tx:
        person = tx.subjects.of({"email": EVA})
        tx.records.add("newsletter", subject=person, data={"email": EVA}, events={"confirmed": tx.now})


def test_one_package_holds_store_and_database_and_says_what_was_withheld(shop):
    shop = shop.declared(activities=BOTH)
    subscribe(shop)
    done = run(shop, asked(shop, "access", "Eva@Example.org"))
    with shop.store.read(shop.declaration.id) as tx:
        _, _, content = rights.package_file(tx, done.id)
    archive = zipfile.ZipFile(io.BytesIO(content))
    package = json.loads(archive.read("data.json"))
    assert package["searched"] == ["store", "shop"]
    assert {p["activity"] for p in package["parts"]} == {"newsletter", "accounts", "orders", "contact"}
    page = archive.read("index.html").decode()
    assert "Art. 15(4)" in page and "Eva 2" in page and ADAM not in page and "Shared 1" not in page


def test_one_erasure_reaches_both_and_what_must_stay_is_said_with_its_end(shop):
    shop = shop.declared(activities=BOTH)
    subscribe(shop)
    shop.rows("INSERT INTO invoices (id, order_id, text, issued_on) VALUES (1, 10, 'bill', '2025-02-01')")
    request = asked(shop, "erasure")
    done = run(shop, request)
    assert done.status == "done"
    status, detail = steps(shop, request)["shop"]
    assert status == "done" and "restricted=6" in detail and "until=2033-12-31" in detail and "shared=2" in detail
    assert steps(shop, request)["store"][1].startswith("count=1")
    with shop.store.read(shop.declaration.id) as tx:
        letter = next(m for m in tx.mail.list() if m.template == "rights.done")
        events = [e.event for e in tx.chain.latest(50)]
    assert "also belong to other people" in letter.text
    assert "system.about_to_be_erased" in events and "system.erased" in events
    assert shop.rows("SELECT body FROM tickets WHERE id = 1") == [(None,)]


def test_the_verbs_reach_a_declared_database(pg_shop, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "zweck.yaml").write_text(pg_shop.declaration.source.text)
    options = ["--data", str(tmp_path / "installation"), "--now", "2026-06-15"]
    pg_shop.rows("UPDATE tickets SET closed_at = '2025-01-10'")
    swept = CliRunner().invoke(main, ["sweep", str(site), *options])
    assert swept.exit_code == 0, swept.output
    assert "3 anonymised" in swept.output
    verb = ["request", "new", "erasure", "--email", ADAM, "--vouch", "--site", str(site), *options]
    made = CliRunner().invoke(main, verb)
    assert made.exit_code == 0, made.output
    reference = next(w for w in made.output.split() if any(c.isdigit() for c in w)).strip(":,.")
    for step in (["decide", reference, "approve"], ["run", reference]):
        result = CliRunner().invoke(main, ["request", *step, "--site", str(site), *options])
        assert result.exit_code == 0, (step, result.output)
    assert pg_shop.rows("SELECT ip FROM logins WHERE customer_id = 2") == [("198.51.100.0",)]


@pytest.mark.server
def test_wrong_credentials_are_named_never_shown_and_mended_by_a_retry(pg_shop, monkeypatch, caplog):
    caplog.set_level(logging.DEBUG)
    url = sa.make_url(pg_shop.url)
    bad = url.set(username="nobody_known", password="canary-4711")
    monkeypatch.setenv("SHOP_URL", bad.render_as_string(hide_password=False))
    shop = pg_shop.declared(url="${SHOP_URL}")
    request = asked(shop, "erasure")
    with pytest.raises(SystemFailure) as caught:
        run(shop, request)
    assert steps(shop, request)["shop"] == ("failed", "credentials")
    assert steps(shop, request)["store"][0] == "done"
    with shop.store.read(shop.declaration.id) as tx:
        evidence = repr(tx.chain.latest(100))
    shown = f"{caught.value!r} {caught.value.__context__!r} {caplog.text} {evidence}"
    shown += f" {steps(shop, request)} {shop.declaration!r}"
    assert "shop" in shown and "canary-4711" not in shown and "nobody_known" not in shown
    monkeypatch.setenv("SHOP_URL", pg_shop.url)
    again = pg_shop.declared(url="${SHOP_URL}")
    assert run(again, request).status == "done"


def test_an_unset_or_unreadable_url_is_named(lite_shop, monkeypatch, tmp_path):
    monkeypatch.delenv("SHOP_URL", raising=False)
    shop = lite_shop.declared(url="${SHOP_URL}")
    with pytest.raises(SystemFailure, match="SHOP_URL is not set"):
        list(shop.system.find({"email": EVA}))
    secret = tmp_path / "url"
    secret.write_text(lite_shop.url + "\n")
    text = shop.declaration.source.text.replace("url: ${SHOP_URL}", f"url_file: {secret}")
    from zweck.declaration import loads

    assert list(SqlSystem("shop", loads(text), shop.store).find({"email": EVA}))


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ("DROP TABLE logins", "table_vanished"),
        ("ALTER TABLE customers RENAME COLUMN email TO mail", "column_vanished"),
    ],
)
def test_a_schema_that_changed_is_a_named_state(shop, change, state):
    assert list(shop.system.find({"email": EVA}))
    shop.rows(change)
    request = asked(shop, "erasure")
    before = shop.counts_of("customers", "orders", "tickets")
    with pytest.raises(SystemFailure):
        run(shop, request)
    assert steps(shop, request)["shop"] == ("failed", state)
    assert shop.counts_of("customers", "orders", "tickets") == before


def test_a_refusing_trigger_leaves_nobody_half_erased(pg_shop):
    pg_shop.rows(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'not this one: %', OLD.email; END $$"
    )
    pg_shop.rows("CREATE TRIGGER refuse BEFORE DELETE ON customers FOR EACH ROW EXECUTE FUNCTION refuse()")
    unbound(pg_shop)
    request = asked(pg_shop, "erasure")
    before = snapshot(pg_shop)
    with pytest.raises(SystemFailure) as caught:
        run(pg_shop, request)
    assert steps(pg_shop, request)["shop"] == ("failed", "refused")
    assert snapshot(pg_shop) == before and EVA not in repr(caught.value)
    pg_shop.rows("DROP TRIGGER refuse ON customers")
    assert run(pg_shop, request).status == "done"
    assert pg_shop.rows("SELECT count(*) FROM customers") == [(1,)]


def test_a_check_constraint_leaves_nobody_half_erased_and_shows_no_values(pg_shop, caplog):
    caplog.set_level(logging.DEBUG)
    pg_shop.rows("ALTER TABLE logins ADD CONSTRAINT whole CHECK (ip NOT LIKE '%.0')")
    unbound(pg_shop)
    before = snapshot(pg_shop)
    with pytest.raises(SystemFailure, match="constraint") as caught:
        pg_shop.system.erase({"email": EVA})
    assert snapshot(pg_shop) == before
    assert "198.51.100" not in f"{caught.value!r}{caught.value.__context__!r}{caplog.text}"


def test_a_foreign_key_that_nobody_mapped_is_named(shop):
    shop.rows(
        "CREATE TABLE cards (id INTEGER PRIMARY KEY, customer_id INTEGER, "
        "FOREIGN KEY (customer_id) REFERENCES customers (id))"
    )
    shop.rows("INSERT INTO cards VALUES (1, 1)")
    unbound(shop)
    before = snapshot(shop)
    request = asked(shop, "erasure")
    with pytest.raises(SystemFailure):
        run(shop, request)
    assert steps(shop, request)["shop"] == ("failed", "unmapped_key")
    assert snapshot(shop) == before


@pytest.mark.parametrize(
    ("then", "says"),
    [("{anonymise: {name: null}}", "must not be null"), ("{anonymise: {email: {constant: x}}}", "unique")],
)
def test_not_null_and_unique_are_checked_before_anything_is_touched(lite_shop, then, says):
    tables = TABLES.replace("events: {account_closed: closed_at}", f"then: {then}")
    with pytest.raises(SystemFailure, match=says):
        list(lite_shop.declared(tables).system.find({"email": EVA}))


def test_a_connection_lost_in_the_middle_is_undone_and_a_retry_goes_on(pg_shop, monkeypatch):
    unbound(pg_shop)
    before, request = snapshot(pg_shop), asked(pg_shop, "erasure")
    real = SqlSystem._note

    def cut(self, event, cause, detail):
        if event.startswith("system.about"):
            pg_shop.rows(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                "AND pid <> pg_backend_pid() AND state = 'idle in transaction'"
            )
        real(self, event, cause, detail)

    monkeypatch.setattr(SqlSystem, "_note", cut)
    with pytest.raises(SystemFailure):
        run(pg_shop, request)
    assert steps(pg_shop, request)["shop"] == ("failed", "connection")
    assert snapshot(pg_shop) == before
    monkeypatch.setattr(SqlSystem, "_note", real)
    assert run(pg_shop, request).status == "done"
    assert pg_shop.rows("SELECT count(*) FROM customers") == [(1,)]


def test_counts_survive_a_death_between_commit_and_evidence(lite_shop, monkeypatch):
    unbound(lite_shop)
    request, real = asked(lite_shop, "erasure"), SqlSystem._note

    def die(self, event, cause, detail):
        if event == "system.erased":
            raise KeyboardInterrupt
        real(self, event, cause, detail)

    monkeypatch.setattr(SqlSystem, "_note", die)
    with pytest.raises(KeyboardInterrupt):
        run(lite_shop, request)
    monkeypatch.setattr(SqlSystem, "_note", real)
    assert run(lite_shop, request).status == "done"
    assert "deleted=4" in steps(lite_shop, request)["shop"][1]


def test_a_deadlock_is_tried_again_as_a_whole(pg_shop):
    unbound(pg_shop)
    other = pg_shop.engine.connect()
    other.begin()
    other.execute(sa.text("UPDATE logins SET ip = ip WHERE customer_id = 1"))
    done = []
    worker = threading.Thread(target=lambda: done.append(pg_shop.system.erase({"email": EVA})))
    worker.start()
    wait_for_lock(pg_shop)
    try:
        other.execute(sa.text("UPDATE customers SET name = 'x' WHERE id = 1"))
        other.commit()
    except sa.exc.DBAPIError:
        other.rollback()
    other.close()
    worker.join(30)
    assert done and done[0].count
    assert pg_shop.rows("SELECT count(*) FROM customers") == [(1,)]


def test_two_requests_at_once_and_one_during_a_sweep_do_each_thing_once(pg_shop):
    unbound(pg_shop)
    pg_shop.rows("UPDATE tickets SET closed_at = '2020-01-01'")
    found = []

    def erase():
        found.append(pg_shop.system.erase({"email": EVA}).detail.get("deleted", 0))

    def sweep_it():
        from zweck.sweep import sweep

        report = sweep(
            pg_shop.declaration, connect(pg_shop.declaration, pg_shop.store), pg_shop.store, pg_shop.clock.now()
        )
        assert not report.failed

    threads = [threading.Thread(target=t) for t in (erase, erase, sweep_it)]
    [t.start() for t in threads]
    [t.join(60) for t in threads]
    assert sorted(found) == [0, 4]
    assert pg_shop.rows("SELECT count(*) FROM tickets WHERE body IS NOT NULL") == [(0,)]


def test_nothing_of_a_person_is_left_or_written_elsewhere(shop, caplog):
    caplog.set_level(logging.DEBUG)
    shop.rows("UPDATE customers SET name = 'canary-name' WHERE id = 1")
    unbound(shop)
    request = asked(shop, "erasure")
    assert "canary-name" in repr(snapshot(shop))
    run(shop, request)
    assert "canary-name" not in repr(snapshot(shop)) and EVA not in repr(snapshot(shop))
    with shop.store.read(shop.declaration.id) as tx:
        written = repr(tx.chain.latest(100)) + repr(steps(shop, request))
    for marker in ("canary-name", EVA, "198.51.100.7"):
        assert marker not in written and marker not in caplog.text


def test_an_unapproved_erasure_does_nothing(lite_shop):
    before = snapshot(lite_shop)
    with lite_shop.store.begin(lite_shop.declaration.id) as tx:
        request = rights.open_request(tx, lite_shop.declaration, "erasure", email=EVA, link=link)
    with pytest.raises(Exception, match="not approved"):
        run(lite_shop, request)
    assert snapshot(lite_shop) == before


def test_a_household_keeps_its_address_until_the_last_of_it_goes(lite_shop):
    lite_shop.rows("DELETE FROM items")
    lite_shop.rows("DELETE FROM orders")
    for email, left in ((EVA, [(1,), (2,), (3,)]), (ADAM, [(2,), (3,)])):
        lite_shop.system.erase({"email": email})
        assert lite_shop.rows("SELECT id FROM addresses ORDER BY id") == left


def unbound(shop: Shop) -> None:
    """Orders of Eva are gone, so nothing that the law keeps holds her account."""
    shop.rows("DELETE FROM items WHERE order_id = 10")
    shop.rows("DELETE FROM orders WHERE id = 10")
    shop.rows("INSERT INTO addresses (id, street, city) VALUES (5, 'Eva 5', 'Ort')")
    shop.rows("UPDATE customers SET address_id = 5 WHERE id = 1")
    shop.rows("INSERT INTO employees (id, email, name) VALUES (7, :m, 'Eva'), (8, :m, 'Eva')", m=EVA)


def snapshot(shop: Shop) -> list[object]:
    tables = ("customers", "employees", "orders", "items", "addresses", "logins", "tickets")
    return [shop.rows(f"SELECT * FROM {t} ORDER BY 1") for t in tables]


def wait_for_lock(shop: Shop) -> None:
    for _ in range(200):
        if shop.rows("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"):
            return
        time.sleep(0.02)
    raise AssertionError("nobody waits")

"""What is proposed for invented schemas: columns, identity, paths, activity; and what is not."""

from __future__ import annotations

import pytest

from zweck import texts
from zweck.systems.map import propose
from zweck.systems.map.draft import reason_of
from zweck.systems.map.schema import Column, Key, Schema, Table


def table(name, *columns, primary=("id",), keys=()):
    made = tuple(Column(n, t, s) for n, t, s in (c if isinstance(c, tuple) else (c, "text", 100) for c in columns))
    return Table(name, (Column("id", "number"), *made), primary, keys)


def schema(*tables):
    return Schema({t.name: t for t in tables})


def found(proposal):
    return {(d.table.name, g.column): g for d in proposal.drafts for g in d.proposed}


PEOPLE = table("people", "given_name", "family_name", "email", ("birthday", "date", 0), ("newsletter", "flag", 0))


@pytest.mark.parametrize(
    "column",
    ["email", "E-Mail Adresse", "telefonprivat", "gebDatum", "IBAN", "plz", "wohnort", "last_ip", "passwort_hash"],
)
def test_a_column_of_a_table_about_persons_is_found(column):
    assert ("kunde", column) in found(propose(schema(table("kunde", "vorname", "nachname", column))))


@pytest.mark.parametrize(
    "column",
    [
        ("email_verified", "flag", 0),
        ("email_count", "number", 0),
        ("phone_type", "text", 20),
        ("address_format", "long", 0),
        ("password_policy", "text", 50),
        ("last_name_changed_at", "time", 0),
        ("file_name", "text", 200),
    ],
)
def test_what_only_speaks_about_a_thing_is_not_proposed(column):
    assert ("people", column[0]) not in found(propose(schema(table("people", "first_name", "last_name", column))))


def test_the_same_name_means_different_things_in_different_tables():
    things = (table("products", "name", "title"), table("settings", "email", "name"), table("shops", "street", "city"))
    proposal = found(propose(schema(PEOPLE, *things, table("guests", "name", "street", "city"))))
    assert {t for t, _ in proposal} == {"people", "guests"}
    assert {c for t, c in proposal if t == "guests"} == {"name", "street", "city"}


def test_identity_path_and_activity():
    orders = table("orders", ("customer_id", "number", 0), "ship_name", ("total", "number", 0))
    lines = table("order_items", ("order_id", "number", 0), ("remark", "long", 0))
    customers = table("customers", "name", "email", "phone")
    drafts = {d.table.name: d for d in propose(schema(customers, orders, lines)).drafts}
    assert drafts["customers"].subject == {"email": ("email",)}
    assert [(k.columns, k.table) for k in drafts["orders"].through] == [(("customer_id",), "customers")]
    assert [(k.columns, k.table) for k in drafts["order_items"].through] == [(("order_id",), "orders")]
    assert drafts["orders"].through[0].confidence < 1
    assert (drafts["customers"].activity, drafts["orders"].activity) == ("accounts", "orders")


def test_a_declared_key_is_surer_than_one_from_names():
    key = Key(("who",), "people", ("id",))
    notes = table("notes", ("who", "number", 0), ("people_id", "number", 0), ("note", "long", 0), keys=(key,))
    (draft,) = (d for d in propose(schema(PEOPLE, notes)).drafts if d.table.name == "notes")
    assert draft.through == (key,)


def test_a_table_that_persons_refer_to_is_reached_the_other_way_round():
    key = Key(("address_id",), "address", ("id",))
    person = table("customer", "email", "last_name", ("address_id", "number", 0), keys=(key,))
    drafts = {d.table.name: d for d in propose(schema(person, table("address", "street", "zip", "city"))).drafts}
    assert drafts["address"].through[0].child == "customer"


def test_stations_on_the_way_are_mapped_too():
    visits = table("visits", ("people_id", "number", 0), primary=("id",))
    notes = table("visit_notes", ("visit_id", "number", 0), ("note", "long", 0))
    drafts = {d.table.name: d for d in propose(schema(PEOPLE, visits, notes)).drafts}
    assert drafts["visits"].proposed == ()
    assert drafts["visits"].through[0].table == "people"


def test_a_circle_of_keys_ends():
    a = table("a", "comment", keys=(Key(("id",), "b", ("id",)),))
    b = table("b", "comment", keys=(Key(("id",), "a", ("id",)),))
    assert propose(schema(a, b)).drafts is not None


def test_every_guess_has_a_reason_in_both_languages():
    proposal = propose(schema(PEOPLE, table("shops", "email"), table("reviews", "comment", ("people_id", "number", 0))))
    guesses = [g for d in proposal.drafts for g in d.guesses]
    assert len(guesses) > 4
    for guess in guesses:
        said = {reason_of(guess, language) for language in texts.LANGUAGES}
        assert len(said) == 2 and all(said)
        assert 0 < guess.confidence <= 1


def test_the_same_schema_gives_the_same_proposal():
    made = [
        propose(schema(*tables)) for tables in ((PEOPLE, table("guests", "name")), (table("guests", "name"), PEOPLE))
    ]
    assert made[0].drafts == made[1].drafts

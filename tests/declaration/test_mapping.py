"""The mapping of a database in a declaration: what it can say, and errors at the very word."""

from __future__ import annotations

import pytest
from tests.declarations import declare

from zweck.declaration.mapping import MappingError, Method, Tie, read_method, read_then, read_tie
from zweck.errors import DeclarationError

SYSTEM = """
systems:
  shop:
    url: ${SHOP_DATABASE_URL}
    tables:
      customers: {subject: {email: [email, alt_email]}, data: {name: name, email: contact}}
      orders:
        through: customer_id
        data: [address, total]
        rule: orders
        then: {anonymise: {address: null, total: round to 10}}
        events: {invoiced: invoices.issued}
"""


def test_a_mapping_says_paths_columns_categories_actions_and_events():
    tables = declare(more=SYSTEM).systems["shop"].tables
    assert tables["customers"].subject == {"email": ("email", "alt_email")}
    assert tables["customers"].data == {"name": "name", "email": "contact"}
    assert tables["orders"].data == {"address": "", "total": ""}
    assert tables["orders"].through == ("customer_id",)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("customer_id", Tie("customer_id")),
        ("customer_id = customers.id", Tie("customer_id", "", "id", "customers")),
        ("orders.address_id", Tie("address_id", "orders")),
        ("orders.address_id = id", Tie("address_id", "orders", "id")),
    ],
)
def test_ties(text, tie):
    assert read_tie(text) == tie


@pytest.mark.parametrize("text", ["", "a = b", "a.b = c.d", "a.b.c", "1=1; drop table x"])
def test_a_path_that_means_nothing_is_refused(text):
    with pytest.raises(MappingError):
        read_tie(text)


def test_methods():
    said = {"a": None, "b": {"constant": "x"}, "c": "hash", "d": "truncated IP", "e": "year", "f": "first 3"}
    how, methods = read_then({"anonymise": said})
    assert how == "anonymise"
    assert [m.word for m in methods.values()] == ["null", "constant", "hash", "ip", "year", "first"]
    assert methods["f"] == Method("first", 3)
    assert read_then(None) == read_then("delete") == ("delete", {})
    for wrong in ("yaer", "first 0", {"constant": [1]}, 3):
        with pytest.raises(MappingError):
            read_method(wrong)


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("through: customer_id", "through: a.b.c", "path to a person"),
        ("address: null", "address: gone", "become of a column"),
        ("rule: orders", "rle: orders", "unknown key"),
        ("url: ${SHOP_DATABASE_URL}", "backups: 3 days", "needs a url"),
    ],
)
def test_an_error_has_its_place_and_its_mend(old, new, word):
    with pytest.raises(DeclarationError) as caught:
        declare(more=SYSTEM.replace(old, new))
    (finding,) = caught.value.findings
    assert word in finding.message and finding.mend
    assert finding.at.line > 10 and finding.at.column > 1

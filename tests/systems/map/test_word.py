"""Identifiers in all ways of writing become the same words."""

from __future__ import annotations

import pytest

from zweck.systems.map.lexicon import KNOWN
from zweck.systems.map.word import shared_prefix, singular, split, words


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("first_name", ("first", "name")),
        ("FirstName", ("first", "name")),
        ("XXBILLSTREETNR", ("bill", "streetnr")),
        ("rechnungsStraße", ("rechnungs", "strasse")),
        ("Geburts Datum", ("geburts", "datum")),
        ("telefonprivat", ("telefon", "privat")),
        ("userIPAddress", ("user", "ip", "address")),
        ("address2", ("address", "2")),
    ],
)
def test_words_of_an_identifier(name, found):
    assert words(name, KNOWN, "xx") == found


def test_a_word_that_is_no_sum_of_known_words_stays_whole():
    assert words("station", KNOWN) == ("station",)
    assert words("wettbewerb", KNOWN) == ("wettbewerb",)


def test_empty_and_odd_names_have_no_words():
    assert split("") == split("''") == split("日本") == ()
    assert words("💥", KNOWN) == ()


def test_a_prefix_that_all_share_is_found_and_one_that_means_something_is_not():
    assert shared_prefix(["oxid", "oxfname", "oxlname", "oxcity"]) in ("ox",)
    assert shared_prefix(["id_a", "id_b", "id_c", "id_d"]) == ""
    assert shared_prefix(["email", "name", "city", "zip"]) == ""
    assert shared_prefix([]) == ""


def test_singular():
    assert [singular(w) for w in ("customers", "addresses", "companies", "status", "address", "bus")] == [
        "customer",
        "address",
        "company",
        "status",
        "address",
        "bus",
    ]

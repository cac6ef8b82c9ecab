"""Patterns of sampled values; no value comes back."""

from __future__ import annotations

import pytest

from zweck.systems.map.value import show

BIRTHS = [
    "1961-03-02",
    "1974-11-30",
    "1980-01-15",
    "1988-07-07",
    "1991-12-24",
    "1999-05-05",
    "2001-08-19",
    "1955-02-28",
]


@pytest.mark.parametrize(
    ("values", "pattern"),
    [
        (["a@b.example", "c.d@e.example", "x@y.example", None], "email"),
        (["+49 551 123456", "0551/998877", "0170 1234567"], "phone"),
        (["192.0.2.1", "2001:db8::1", "198.51.100.7"], "ip"),
        (["DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "DE89370400440532013000"], "iban"),
        (["37073", "10115", "80331"], "postcode"),
        (["Lange Straße 4", "Am Weg 17a", "Hauptstr. 9"], "street"),
        (
            ["Bitte rufen Sie mich morgen an", "das Paket kam leider sehr spät", "danke für die schnelle gute Hilfe"],
            "free-text",
        ),
        (BIRTHS, "birth-date"),
    ],
)
def test_a_pattern_is_seen(values, pattern):
    assert show(values, "text")[2] == pattern


@pytest.mark.parametrize(
    "values",
    [
        [],
        ["a@b.example"],
        ["a@b.example", "red", "blue", "green"],
        ["DE00 3704 0044 0532 0130 00"] * 3,
        ["2024-01-01", "2024-02-02", "2024-03-03"],
        ["1999-99-99"] * 3,
        ["12.50", "13.00", "1.99"],
        ["SKU-1", "SKU-2", "SKU-3"],
    ],
)
def test_what_is_no_pattern(values):
    assert show(values, "text") is None


def test_numbers_are_no_telephones():
    assert show([4930123456, 4930123457, 4930123458], "number") is None

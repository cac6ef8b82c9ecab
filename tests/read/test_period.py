"""A period of storage in any words is ISO 8601 in the unit that was written; ages and deadlines are none."""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import pytest

from zweck.read.period import periods_in, storage_periods


@pytest.mark.parametrize(
    ("sentence", "iso"),
    [
        ("The log is kept for six (6) months.", {"P6M"}), ("Protokolle löschen wir nach sieben Tagen.", {"P7D"}),
        ("Die Daten werden nach zwei Wochen gelöscht.", {"P2W"}), ("Data is deleted after 14 days.", {"P14D"}),
        ("Die Löschung erfolgt spätestens nach [12] Monaten.", {"P12M"}), ("Aufbewahrung: 10 Jahre (§ 147 AO)", {"P10Y"}),
        ("Die 14-tägige Speicherung genügt.", {"P14D"}), ("They are stored for a 12-month period.", {"P12M"}),
        ("Gespeichert wird maximal 24 h.", {"PT24H"}), ("Aufbewahrt wird 6 bzw. 8/10 Jahre.", {"P6Y", "P8Y", "P10Y"}),
        ("Your login will persist for two weeks.", {"P2W"}), ("Receipts are disposed of no later than 6 months later.", {"P6M"}),
        ("Submissions will be held for up to 5 years.", {"P5Y"}), ("Die Chats werden einmal täglich gelöscht.", {"P1D"}),
        ("Nach einer sechsmonatigen Frist löschen wir alles.", {"P6M"}),
    ],
)  # fmt: skip
def test_ways_to_say_how_long(sentence: str, iso: set[str]) -> None:
    found = storage_periods(sentence)
    assert {p.iso for p in found} | {p.low for p in found if p.low} == iso


@pytest.mark.parametrize(
    "sentence",
    [
        "Wir speichern keine Daten von Kindern unter 16 Jahren.",
        "Wir antworten binnen 30 Tagen und speichern die Anfrage.",
        "We will respond within one month and keep you informed.",
        "Our storage rules are reviewed every 12 months.",
        "Die Lager bestehen seit 20 Jahren, wir bewahren Möbel auf.",
        "Die Bestellung kommt in 14 Tagen.",
        "Ablaufzeit: 2 Jahre",
    ],
)
def test_what_is_no_storage(sentence: str) -> None:
    assert storage_periods(sentence) == []


def test_entries_under_a_heading_on_storage_need_no_verb() -> None:
    assert [p.iso for p in storage_periods("Anfragen: 12 Monate", keeping=True)] == ["P12M"]
    assert storage_periods("Anfragen: 12 Monate") == []


def test_words_that_contain_a_number_word_are_no_period() -> None:
    assert periods_in("anhour einjahr") == []

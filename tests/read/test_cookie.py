"""Cookies in every layout that notices use: tables, entries, lists, sentences; and what only looks like one."""

# ruff: noqa: E501  (tables of examples read better unbroken)

from __future__ import annotations

import pytest

from zweck.read.block import Block, blocks_of
from zweck.read.cookie import cookie_rows, duration_of
from zweck.read.cookie_row import names_in
from zweck.read.source import Text


def blocks(text: str) -> list[Block]:
    return blocks_of(Text("invented.txt", tuple(text.split("\n")), "text"))


def read(text: str) -> list[tuple[str, str]]:
    return [(row.name, row.duration) for row in cookie_rows(blocks(text))]


@pytest.mark.parametrize(
    ("written", "duration"),
    [
        ("2 Jahre", "P2Y"), ("one year", "P1Y"), ("13 months", "P13M"), ("nach 30 Minuten", "PT30M"), ("2y", "P2Y"),
        ("365d", "P365D"), ("24h", "PT24H"), ("30 Min.", "PT30M"), ("14 Monate bis 2 Jahre", "P2Y"), ("14-26 Monate", "P26M"),
        ("5 Monate 4 Wochen", "P5M28D"), ("1 Jahr 3 Wochen", "P1Y21D"), ("Bis zu 1 Jahr", "P1Y"), ("Sitzung", "session"),
        ("Session", "session"), ("Ende der Sitzung", "session"), ("nach Schließen des Browsers", "session"),
        ("bis Abmeldung oder 6 Monate", "P6M"), ("persistent", "until cleared"), ("Local Storage", "until cleared"),
        ("dauerhaft", "until cleared"), ("", ""), ("siehe Anbieter", ""),
    ],
)  # fmt: skip
def test_the_life_of_a_cookie_however_it_is_written(written: str, duration: str) -> None:
    assert duration_of(written) == duration


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("_ga, _gid, _gat", ["_ga", "_gid", "_gat"]), ("_ga _gid", ["_ga", "_gid"]), ("_ga und _gid", ["_ga", "_gid"]),
        ("theme (dark mode)", []), ("shop_session (login)", ["shop_session"]), ("Webstatistik (_pk_id, _pk_ses)", ["_pk_id", "_pk_ses"]),
        ("Chat widget - cw_conversation, NID", ["cw_conversation", "NID"]), ("Sicherheit (CSRF)", []), ("Session-Cookie", []),
        ("wordpress_logged_in_[hash]", ["wordpress_logged_in_[hash]"]), ("ytidb::LAST_KEY", ["ytidb::LAST_KEY"]),
        ("https://example.org/a_b", []), ("Google Tag Manager", []), ("", []),
    ],
)  # fmt: skip
def test_the_names_in_a_cell(cell: str, names: list[str]) -> None:
    assert names_in(cell) == names


def test_a_plain_word_counts_below_a_header_of_cookies() -> None:
    table = "Cookie | Zweck | Laufzeit\nsprache | merkt die Sprache | 30 Tage\nm | Betrug erkennen | 2 Jahre"
    assert read(table) == [("sprache", "P30D"), ("m", "P2Y")]


@pytest.mark.parametrize(
    "header",
    [
        "Name | Anbieter | Zweck | Ablauf | Typ",
        "Cookie-Name | Herausgeber | Beschreibung | Gültigkeit | Art",
        "Cookie name | Company | Purpose | Expires | Type",
        "Cookies | Set by | Description | Maximum age | Category",
    ],
)
def test_headers_of_many_wordings(header: str) -> None:
    (row,) = cookie_rows(
        blocks(f"Unsere Cookies\n\n{header}\nkasse_id | Muster GmbH | merkt den Warenkorb | 3 Monate | HTTP")
    )
    assert (row.name, row.provider, row.purpose, row.duration) == (
        "kasse_id",
        "Muster GmbH",
        "merkt den Warenkorb",
        "P3M",
    )


def test_a_table_of_services_with_their_cookies() -> None:
    table = "Dienst | Cookies | Speicherdauer\nMusterzähler | mz_id, mz_ses | 13 Monate / 30 Minuten\nEigene | PHPSESSID | Sitzungsende"
    rows = cookie_rows(blocks(table))
    assert [(r.name, r.provider, r.duration) for r in rows] == [
        ("mz_id", "Musterzähler", "P13M"), ("mz_ses", "Musterzähler", "PT30M"), ("PHPSESSID", "Eigene", "session"),
    ]  # fmt: skip


def test_products_and_recipients_in_tables_are_no_cookies() -> None:
    assert read("Name | Anbieter | Aufbewahrung\nVimeo-Videoplayer | Vimeo Inc. | 1 Jahr") == []
    assert read("Auftragsverarbeiter\n\nName | Zweck | Sitz\nsevDesk | Buchhaltung | Deutschland") == []
    assert read("Datenart | Zweck | Speicherdauer\nServer-Logs | Sicherheit | 7 Tage") == []


def test_entries_of_pairs_in_cells_and_in_lines() -> None:
    cells = "Name | Einwilligung\nAnbieter | Betreiber der Website\nZweck | merkt die Auswahl\nCookie Name | wahl-box\nCookie Laufzeit | 1 Jahr"
    (row,) = cookie_rows(blocks("Cookies\n\n" + cells))
    assert (row.name, row.duration, row.provider) == ("wahl-box", "P1Y", "Betreiber der Website")
    lines = "Dieses Cookie setzen wir:\n\nName: YSC\nWert: abc-1\nVerwendungszweck: zählt Videos\nAblaufdatum: nach 2 Jahren"
    assert read(lines + "\n\n" + lines.replace("YSC", "mw_id").replace("2 Jahren", "Sitzungsende")) == [
        ("YSC", "P2Y"),
        ("mw_id", "session"),
    ]


def test_entries_whose_values_stand_in_the_next_line() -> None:
    entry = "Name\n\n{}\n\nExpiration\n\n{}\n\nFunction\n\nStore the choice\n\n"
    text = (
        "Placed cookies\n\n"
        + entry.format("wahl_a", "365 days")
        + entry.format("*-_wahl", "session")
        + "Name\n\nzz-top-1\n\nExpiration\n\nFunction\n"
    )
    assert read(text) == [("wahl_a", "P365D"), ("*-_wahl", "session"), ("zz-top-1", "")]


def test_one_entry_in_one_line() -> None:
    assert read("Cookie: mz_id – Zweck: Wiedererkennung – Laufzeit: 13 Monate") == [("mz_id", "P13M")]


def test_a_name_above_its_description() -> None:
    assert read("Diese Cookies nutzen wir:\n\nmz_id\nStatistik, 2 Jahre\n\nmz_ses\nStatistik, 30 Minuten") == [
        ("mz_id", "P2Y"),
        ("mz_ses", "PT30M"),
    ]


def test_lists_below_a_lead_in() -> None:
    items = "- mz_id (2 Jahre): zählt Besucher\n- mz_day – 24 Stunden – zählt Besucher\n- sitzung: 30 Tage\n- XSRF-TOKEN (Sitzung)"
    assert read("Folgende Cookies werden gesetzt:\n\n" + items) == [
        ("mz_id", "P2Y"), ("mz_day", "PT24H"), ("sitzung", "P30D"), ("XSRF-TOKEN", "session"),
    ]  # fmt: skip
    assert read("We use the following cookies:\n\n- csrftoken - security - 1 year\n- necessary: login, 1 year") == [
        ("csrftoken", "P1Y")
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Der Cookie „wahl_ok“ speichert Ihre Auswahl 12 Monate lang.", [("wahl_ok", "P12M")]),
        ("We set a cookie called lang_pref. It is stored for 30 days.", [("lang_pref", "P30D")]),
        ("Dazu wird ein datr-Cookie gesetzt. Der datr-Cookie hat eine Gültigkeit von zwei Jahren.", [("datr", "P2Y")]),
        ("Der Dienst setzt die Cookies mz_a und mz_b. Diese Cookies werden 13 Monate gespeichert.", [("mz_a", "P13M"), ("mz_b", "P13M")]),
        ("Trackers duration: mz_a: 2 years, mz_b: 1 day", [("mz_a", "P2Y"), ("mz_b", "P1D")]),
        ("In local storage we keep the key theme_mode.", [("theme_mode", "")]),
        ("Session-Cookies, Opt-Out-Cookies und DoubleClick-Cookies löscht Ihr Browser.", []),
        ("Das Formular fragt nach vor_name. Unsere Seite nutzt Cookies.", []),
        ("Mehr über Cookies: https://example.org/all_about/my_cookies.html", []),
    ],
)  # fmt: skip
def test_sentences(sentence: str, found: list[tuple[str, str]]) -> None:
    assert read(sentence) == found


def test_a_contact_is_no_entry() -> None:
    assert (
        read("Ihre Ansprechpartnerin für Cookies:\n\nName: Mia Muster\nFunktion: Datenschutz\nDomain: example.org")
        == []
    )

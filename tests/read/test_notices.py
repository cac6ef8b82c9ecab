"""Invented notices of other trades, read whole; every expected value was written with the notice, not after reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from zweck.declaration import loads
from zweck.read import read_notice
from zweck.read.draft import draft
from zweck.read.report import DocumentRead

NOTICES = Path(__file__).parent / "notices"


def notice(name: str) -> DocumentRead:
    return read_notice((NOTICES / name).read_bytes(), name)


def bases(document: DocumentRead, kind: str) -> set[str]:
    return set(next(a for a in document.activities if a.kind == kind).legal_bases)


def durations(document: DocumentRead) -> set[tuple[str, str]]:
    return {(r.what, r.duration) for r in document.retention if r.duration}


def test_german_text_is_read_whole():
    d = notice("tierpraxis.txt")
    assert d.language == "de"
    assert d.controller.name == "Kleintierpraxis Lindental GmbH"
    assert d.controller.address == "Lindenallee 12, 04177 Leipzig, Deutschland"
    assert d.controller.email == "praxis@lindental-tiere.example"
    assert d.controller.register_number == "HRB 40999"
    assert d.controller.register_court == "Amtsgericht Leipzig"
    assert d.controller.vat_id == "DE 123 456 788"
    assert d.controller.represented_by == ["Marta Quandt"]
    assert (d.officer.present, d.officer.email) == (True, "datenschutz@lindental-tiere.example")
    assert set(d.services) == {"Hetzner", "Matomo", "cituro", "CleverReach", "Google Maps"}
    assert d.denied_services == ["google_analytics"]
    assert d.rights == ["7(3)", "15", "16", "17", "18", "20", "21", "77"]
    assert {(t.country, tuple(sorted(t.safeguards))) for t in d.transfers} == {("US", ("DPF", "SCC"))}


def test_bases_and_periods_belong_to_their_activity():
    d = notice("tierpraxis.txt")
    assert bases(d, "analytics") == {"GDPR 6(1)(a)", "TDDDG 25(1)"}
    assert bases(d, "contact") == {"GDPR 6(1)(b)"}
    assert bases(d, "appointments") == {"GDPR 6(1)(b)"}
    assert bases(d, "newsletter") == {"GDPR 6(1)(a)"}
    assert durations(d) == {
        ("server_logs", "P14D"), ("analytics", "P90D"), ("contact", "P6M"), ("applications", "P6M"),
    }  # fmt: skip
    triggers = {r.what: r.trigger for r in d.retention}
    assert triggers["applications"] == "procedure_ended"
    assert triggers["newsletter"] == "unsubscribed"


def test_cookie_table_keeps_its_columns():
    d = notice("tierpraxis.txt")
    rows = [(c.name, c.duration, c.provider, c.at.line) for c in d.cookies]
    assert rows == [("lt_sitzung", "session", "Praxis", 29), ("_pk_id", "P13M", "Matomo", 30)]


def test_every_value_stands_on_its_line():
    d = notice("tierpraxis.txt")
    lines = (NOTICES / "tierpraxis.txt").read_text("utf-8").splitlines()
    assert d.controller.lines["name"] == 5
    for said in d.legal_basis_details:
        text = lines[said.at.line - 1]
        assert text[said.at.column - 1 : said.at.end_column - 1] == said.written


def test_markdown_in_english():
    d = notice("bikes.md")
    assert d.language == "en"
    assert d.controller.name == "Harbour Bikes Rental GmbH"
    assert d.controller.city == "Rostock"
    assert d.officer.present is False
    assert set(d.services) == {"Stripe", "Mailchimp", "YouTube"}
    assert "vimeo" in d.denied_services
    assert ("server_logs", "P30D") in durations(d)
    assert ("suppression", "P3Y") in durations(d)
    assert ("applications", "P6M") in durations(d)
    assert bases(d, "applications") == {"BDSG 26(1)"}
    assert {a.kind for a in d.activities} >= {
        "server_logs", "payments", "newsletter", "suppression", "embeds", "applications", "rights",
    }  # fmt: skip


def test_html_without_its_menu_and_scripts():
    d = notice("goldschmiede.html")
    assert d.controller.name == "Goldschmiede Ebert e.K."
    assert d.controller.street == "Am Markt 3"
    assert d.controller.email == "werkstatt@ebert-gold.example"
    assert set(d.services) == {"Borlabs Cookie", "Meta Pixel", "Instagram"}
    assert [(c.name, c.duration, c.provider) for c in d.cookies] == [
        ("borlabs-cookie", "P1Y", "Goldschmiede Ebert"), ("_fbp", "P3M", "Meta"),
    ]  # fmt: skip
    assert ("consent", "P3Y") in durations(d)
    assert ("orders", "P8Y") in durations(d)
    kinds = {a.kind for a in d.activities}
    assert "social_links" in kinds and "embeds" not in kinds
    assert "orders" in kinds


@pytest.mark.parametrize("name", sorted(p.name for p in NOTICES.iterdir()))
def test_each_draft_loads_and_names_its_lines(name: str):
    d = notice(name)
    text = draft(d)
    loaded = loads(text)
    assert loaded.controller.name == d.controller.name
    assert set(loaded.activities) >= {"imprint", "rights"}
    assert set(loaded.services) == {s.id for s in d.service_details}
    assert f"# line {d.controller.lines['name']}" in text


def test_a_period_that_is_read_is_the_period_that_is_declared():
    loaded = loads(draft(notice("tierpraxis.txt")))
    assert str(loaded.activities["server_logs"].keep) == "at most 14 days after collected"
    assert str(loaded.activities["applications"].keep) == "at most 6 months after procedure_ended"

"""Lists and tables of purposes are activities, tied to the basis that announces them or stands in their row."""

# ruff: noqa: E501  (notices read better unbroken)

from __future__ import annotations

import pytest

from zweck.read import read_notice
from zweck.read.purpose import aims_in, kinds_of_cell, leads_to_aims
from zweck.read.report import DocumentRead

EN = "# Privacy notice\n\nThe controller under the GDPR is Lakeside Rowing Ltd. This notice tells how we process personal data.\n\n"
DE = "# Datenschutzerklärung\n\nVerantwortlicher im Sinne der DSGVO ist die Seeufer GmbH. Wir verarbeiten personenbezogene Daten.\n\n"


def read(text: str) -> DocumentRead:
    return read_notice(text.encode(), "notice.md")


def bases(document: DocumentRead) -> dict[str, set[str]]:
    return {a.kind: set(a.legal_bases) for a in document.activities}


@pytest.mark.parametrize(
    ("point", "kind"),
    [
        ("to manage your account", "accounts"),
        ("to create an account and a profile", "accounts"),
        ("to handle job applications", "applications"),
        ("to process your orders", "orders"),
        ("to answer your questions", "contact"),
        ("to take payments from members", "payments"),
        ("to show you relevant advertising", "advertising"),
        ("to establish or defend legal claims", "claims"),
        ("zur Abwicklung Ihrer Bestellung", "orders"),
        ("zur Beantwortung Ihrer Anfragen", "contact"),
        ("zur statistischen Auswertung der Besuche", "analytics"),
        ("zur Geltendmachung von Rechtsansprüchen", "claims"),
    ],
)
def test_a_point_names_its_kind(point: str, kind: str) -> None:
    assert kind in aims_in(point)


@pytest.mark.parametrize(
    "point",
    [
        "to keep records and accounts of the firm",
        "to respond to requests by public authorities",
        "zum Schutz vor Betrug",
    ],
)
def test_other_points_name_none(point: str) -> None:
    assert not aims_in(point)


def test_a_line_that_lists_data_or_recipients_leads_to_no_purposes() -> None:
    assert leads_to_aims("We use your data for the following purposes:")
    assert leads_to_aims("Wir verwenden Ihre Daten zu folgenden Zwecken:")
    assert not leads_to_aims("We process the following data:")
    assert not leads_to_aims("Wir verarbeiten folgende Daten:")


def test_points_below_a_basis_are_tied_to_it() -> None:
    text = f"{EN}## What we do\n\nWe rely on our legitimate interests and use your data for these purposes:\n\n"
    found = bases(read(text + "* to send the newsletter to members\n* to answer questions of visitors\n"))
    assert found["newsletter"] == {"GDPR 6(1)(f)"}
    assert found["contact"] == {"GDPR 6(1)(f)"}


def test_bases_that_are_named_before_the_announcing_sentence_are_not_of_every_point() -> None:
    text = f"{EN}## What we do\n\nOne reason is our legitimate interest in safe boats. We use your data for these purposes:\n\n"
    assert bases(read(text + "* to send the newsletter to members\n"))["newsletter"] == set()


def test_a_row_of_a_table_of_purposes_is_an_activity_with_its_basis_and_period() -> None:
    table = (
        "| Zweck | Daten | Rechtsgrundlage | Speicherdauer |\n|---|---|---|---|\n"
        "| Newsletter | E-Mail-Adresse | Art. 6 Abs. 1 lit. a DSGVO | 2 Monate |\n"
        "| Bewerbungen | Lebenslauf | Art. 6 Abs. 1 lit. b DSGVO | 6 Monate |\n"
    )
    document = read(f"{DE}## Übersicht unserer Verarbeitungen\n\n{table}")
    assert bases(document) == {"newsletter": {"GDPR 6(1)(a)"}, "applications": {"GDPR 6(1)(b)"}}
    assert {a.kind: {r.duration for r in a.retention} for a in document.activities} == {
        "newsletter": {"P2M"},
        "applications": {"P6M"},
    }


def test_a_table_of_cookies_is_no_table_of_purposes() -> None:
    table = "| Cookie | Zweck | Speicherdauer |\n|---|---|---|\n| sid | Anmeldung im Kundenkonto | 2 Tage |\n"
    assert "accounts" not in bases(read(f"{DE}## Unsere Liste\n\n{table}"))


def test_a_long_cell_names_what_it_says() -> None:
    assert kinds_of_cell("Bearbeitung Ihrer Anfragen und Versand unseres Newsletters") == ["newsletter", "contact"]
    assert kinds_of_cell("Ihre Rechte") == []

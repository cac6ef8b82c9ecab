"""Bases and periods are tied to the activity that their own words or their section name."""

# ruff: noqa: E501  (notices read better unbroken)

from __future__ import annotations

from zweck.read import read_notice
from zweck.read.report import DocumentRead

HEAD = """# Datenschutzerklärung

Verantwortlicher im Sinne der DSGVO ist der Ruderverein Seeufer. Wir verarbeiten personenbezogene Daten auf unserer Website.

## Kontaktformular

Über das Kontaktformular erreichen Sie uns. Wir speichern Ihre Anfrage.

## Newsletter

Mit unserem Newsletter berichten wir von Regatten. Rechtsgrundlage hierfür ist Ihre Einwilligung (Art. 6 Abs. 1 lit. a DSGVO).

## Bewerbungen

Wer sich bei uns bewirbt, schickt uns Bewerbungsunterlagen.
"""


def notice(text: str) -> DocumentRead:
    return read_notice((HEAD + text).encode(), "notice.md")


def periods(document: DocumentRead, kind: str) -> set[str | None]:
    return {r.duration for a in document.activities if a.kind == kind for r in a.retention}


def bases(document: DocumentRead, kind: str) -> set[str]:
    return {b for a in document.activities if a.kind == kind for b in a.legal_bases}


def test_a_part_on_storage_ties_each_entry_to_what_it_names() -> None:
    d = notice(
        "\n## Speicherdauer\n\n- Newsletter: 3 Jahre nach der Abmeldung\n- Bewerbungsunterlagen: sechs Monate\n- Kontaktanfragen: 12 Monate\n"
    )
    assert (periods(d, "newsletter"), periods(d, "applications")) == ({"P3Y"}, {"P6M"})
    assert periods(d, "contact") == {"P12M"}


def test_a_table_ties_periods_row_by_row() -> None:
    d = notice(
        "\n## Überblick der Fristen\n\n| Zweck | Daten | Speicherdauer |\n|---|---|---|\n| Newsletter | E-Mail | 2 Jahre |\n| Bewerbungen | Lebenslauf | 6 Monate |\n"
    )
    assert (periods(d, "newsletter"), periods(d, "applications")) == ({"P2Y"}, {"P6M"})


def test_a_general_part_ties_nothing() -> None:
    d = notice("\n## Allgemeines\n\nWir stützen uns auf Art. 6 Abs. 1 lit. f DSGVO.\n")
    assert "GDPR 6(1)(f)" in d.legal_bases
    assert all("GDPR 6(1)(f)" not in a.legal_bases for a in d.activities)
    assert bases(d, "newsletter") == {"GDPR 6(1)(a)"}


def test_what_the_law_may_ask_is_not_the_period_of_the_activity() -> None:
    d = notice(
        "\n## Kontaktaufnahme\n\nAnfragen löschen wir nach 3 Monaten, sofern keine gesetzlichen Pflichten (§ 147 AO: 10 Jahre) bestehen.\n"
    )
    assert periods(d, "contact") | periods(d, "enquiries") == {"P3M"}
    assert {"P3M", "P10Y"} <= {r.duration for r in d.retention}


def test_a_basis_in_words_is_less_sure() -> None:
    d = notice("\n## Server-Logfiles\n\nRechtsgrundlage ist unser berechtigtes Interesse an sicherem Betrieb.\n")
    assert bases(d, "server_logs") == {"GDPR 6(1)(f)"}
    assert next(b for b in d.legal_basis_details if b.basis == "GDPR 6(1)(f)").confidence < 0.9


def test_a_basis_that_only_a_right_names_is_not_claimed() -> None:
    d = notice(
        "\n## Ihre Rechte\n\nGegen eine Verarbeitung nach Art. 6 Abs. 1 lit. e DSGVO können Sie Widerspruch einlegen.\n"
    )
    assert "GDPR 6(1)(e)" not in d.legal_bases


def test_a_general_section_on_bases_claims_what_it_rests_on() -> None:
    text = (
        "# Datenschutz\n\n## Allgemeine Hinweise zu den Rechtsgrundlagen\n\nLiegt Ihre Einwilligung vor, beruht die"
        " Verarbeitung auf Art. 6 Abs. 1 lit. a DSGVO und bei besonderen Kategorien auf Grundlage von Art. 9 Abs. 2"
        " lit. a DSGVO. Übermittlungen in Drittstaaten erfolgen auf Grundlage von Art. 49 Abs. 1 lit. a DSGVO."
    )
    assert set(read_notice(text, "a.md").legal_bases) == {
        "GDPR 6(1)(a)",
        "GDPR 9(2)(a)",
        "GDPR 49(1)(a)",
    }

"""Where data goes, and on which safeguard: said of that transfer, not of the law, a seat or another country."""

# ruff: noqa: E501  (tables of examples read better unbroken)

from __future__ import annotations

import pytest

from zweck.read.block import blocks_of
from zweck.read.outline import outline
from zweck.read.source import Text
from zweck.read.transfer import transfers_in


def read(text: str) -> dict[str, list[str]]:
    sections = outline(blocks_of(Text("invented.txt", tuple(text.split("\n")), "text")))
    return {t.country: t.safeguards for t in transfers_in(sections)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Protokolle werden an einen Server in den USA übertragen und dort gespeichert.", {"US": []}),
        ("Your messages are stored on servers in the United States.", {"US": []}),
        ("Place of processing: US – Privacy Policy", {"US": []}),
        ("Die Absturzberichte werden an Musterwerk Inc. (Main Street 5, Redmond, WA 98052, USA) übermittelt.", {"US": []}),
        ("Wir übermitteln Bestelldaten nach Indien auf Grundlage von Standardvertragsklauseln.", {"IN": ["SCC"]}),
        ("Data is transferred to Singapore under standard contractual clauses.", {"SG": ["SCC"]}),
        ("Für Übermittlungen in die USA ist der Anbieter nach dem EU-US Data Privacy Framework zertifiziert, das auf einem Angemessenheitsbeschluss beruht.", {"US": ["DPF"]}),
        ("The provider is certified under the EU-U.S. Data Privacy Framework; SCCs apply in addition.", {"US": ["SCC", "DPF"]}),
        ("Ihre Daten werden in die Schweiz übermittelt; es besteht ein Angemessenheitsbeschluss.", {"CH": ["adequacy"]}),
        ("Daten gehen an unsere Konzernmutter in Japan; der Transfer beruht auf Binding Corporate Rules.", {"JP": ["BCR"]}),
    ],
)  # fmt: skip
def test_a_transfer_with_its_safeguard(text: str, found: dict[str, list[str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Eine Übermittlung Ihrer Daten in die USA findet nicht statt.",
        "Your data is not transferred to the United States.",
        "Anbieter ist die Musterwerk Inc., 5 Main Street, Palo Alto, CA 94043, USA.",
        "Die Muttergesellschaft ist die Musterwerk LLC mit Sitz in den USA.",
        "Daten werden nur innerhalb der EU, des EWR und der Schweiz verarbeitet.",
        "Where data is processed outside the EEA/UK/Switzerland, we use appropriate safeguards.",
        "Verantwortlich für Nutzer in der EU, dem EWR und der Schweiz ist die Musterwerk Ltd., die Daten verarbeitet.",
        "We process personal data in line with the UK GDPR.",
        "Wir übermitteln Daten nur, soweit eine Zertifizierung, z. B. nach dem EU-US Privacy Shield, vorhanden ist.",
        "Der EuGH hat das Privacy Shield für ungültig erklärt; Übermittlungen darauf sind unwirksam.",
    ],
)
def test_what_is_no_transfer(text: str) -> None:
    assert read(text) == {}


def test_data_kept_at_home_in_britain_goes_nowhere() -> None:
    home = "You can complain to the Information Commissioner. We follow the UK GDPR. Our database is hosted in the UK."
    assert read(home) == {}
    assert read("Unser Dienstleister speichert die Daten auf Servern im Vereinigten Königreich.") == {"GB": []}


def test_a_framework_extension_is_no_transfer_to_britain() -> None:
    text = "Soweit Daten außerhalb der EU verarbeitet werden, stützt sich die Übermittlung auf das EU-US Data Privacy Framework (inkl. UK- und Schweiz-Erweiterung)."
    assert read(text) == {"US": ["DPF"]}


def test_safeguards_in_a_list_belong_to_the_country_they_name() -> None:
    text = (
        "Empfänger\n\nWerden Daten in die USA oder das Vereinigte Königreich übermittelt, beruht das auf:\n\n"
        "- dem Angemessenheitsbeschluss für das EU-US Data Privacy Framework,\n"
        "- dem Angemessenheitsbeschluss für das Vereinigte Königreich,\n"
        "- ergänzend Standardvertragsklauseln"
    )
    assert read(text) == {"US": ["DPF", "SCC"], "GB": ["adequacy"]}


def test_rows_with_a_column_of_places() -> None:
    text = (
        "Empfänger von Daten\n\nEmpfänger | Aufgabe | Standort | Garantie\n"
        "Alpha Inc. | Versand | USA / global | SCC\nBeta Ltd. | Zahlung | UK / USA | UK-Angemessenheitsbeschluss; DPF\n"
        "Gamma GmbH | Support | Genf, Schweiz | AVV"
    )
    assert read(text) == {"US": ["SCC", "DPF"], "GB": ["adequacy"], "CH": []}
    assert read("Name | Anschrift\nAlpha Inc. | Main Street 5, Palo Alto, USA") == {}


def test_a_section_on_transfers_holds_for_those_without_their_own() -> None:
    text = (
        "1. Webanalyse\n\nDie Nutzungsdaten werden in die USA übertragen.\n\n"
        "2. Übermittlung in Drittländer\n\nAls Garantie haben wir mit allen Empfängern Standardvertragsklauseln vereinbart."
    )
    assert read(text) == {"US": ["SCC"]}


def test_one_country_is_adequate_and_the_others_are_not() -> None:
    text = (
        "Empfänger\n\nDaten gelangen je nach Dienst in die USA, nach Indien und in das Vereinigte Königreich.\n\n"
        "Das Niveau in diesen Ländern sichern Standardvertragsklauseln.\n\n"
        "Für das Vereinigte Königreich besteht ein Angemessenheitsbeschluss."
    )
    assert read(text) == {"US": ["SCC"], "IN": ["SCC"], "GB": ["adequacy"]}

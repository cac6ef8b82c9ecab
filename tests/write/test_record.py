"""The record has items (a) to (g) of Art. 30(1) for every activity."""

from datetime import date

import pytest

from zweck.write import compose
from zweck.write.document import Table, sections


def _rows(document, anchor) -> dict[str, str]:
    (table,) = [b for s in sections(document) if s.anchor == anchor for b in s.blocks if isinstance(b, Table)]
    return {
        row[0].text: " ".join(p.text for p in (getattr(row[1], "items", None) or (row[1],))).replace("\u00a0", " ")
        for row in table.rows
    }


ITEMS_DE = (
    "Zwecke",
    "Rechtsgrundlagen",
    "Betroffene Personen",
    "Daten",
    "Empfänger",
    "Drittländer und Garantien",
    "Löschfristen",
    "Wo die Daten liegen",
)
ITEMS_EN = (
    "Purposes",
    "Legal bases",
    "Data subjects",
    "Data",
    "Recipients",
    "Third countries and safeguards",
    "Time limits for erasure",
    "Where the data is",
)


@pytest.mark.parametrize(("language", "items"), [("de", ITEMS_DE), ("en", ITEMS_EN)])
def test_every_activity_has_every_item(declaration, documents, language, items):
    for name in declaration.activities:
        rows = _rows(documents["record", language], f"a-{name}")
        assert tuple(rows)[:8] == items
        assert all(rows.values())


def test_controller_and_officer(documents):
    rows = _rows(documents["record", "de"], "controller")
    assert "Nordlicht Dienste GmbH, Musterweg 1" in rows["Verantwortlicher"]
    assert "Dora Datenschutz" in rows["Datenschutzbeauftragte Person"]


def test_people_and_measures(documents):
    assert _rows(documents["record", "de"], "a-applications")["Betroffene Personen"] == "Bewerberinnen und Bewerber."
    measures = next(s for s in sections(documents["record", "de"]) if s.anchor == "measures")
    assert measures.blocks[1].items[0].promise == "security.confidentiality"


def test_transfers_with_safeguards(documents):
    assert "Standardvertragsklauseln" in _rows(documents["record", "de"], "a-applications")["Drittländer und Garantien"]
    assert _rows(documents["record", "de"], "a-cookies")["Drittländer und Garantien"].startswith("Keine Übermittlung")


def test_the_store_is_named_only_for_what_lies_in_it(documents):
    rows = {name: _rows(documents["record", "de"], f"a-{name}") for name in ("contact", "server_logs")}
    where = {name: found["Wo die Daten liegen"] for name, found in rows.items()}
    assert where["contact"].startswith("Datenspeicher von Zweck")
    assert where["server_logs"].startswith("Außerhalb")


def test_the_record_names_whoever_runs_the_servers(minimal):
    more = """
services:
  cloud: {name: Wolke, provider: {name: Cloud Inc., country: US}, for: hosting, safeguard: SCC, gate: none}
activities: {contact: {recipients: []}, hosting: {}}
"""
    rows = _rows(compose("record", minimal(more), "en", date(2026, 11, 22)), "a-contact")
    assert rows["Third countries and safeguards"] == "Where our servers are run (see there)."

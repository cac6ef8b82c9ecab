"""The deletion concept: every rule of the site once, with class, start, period, exceptions and place."""

from datetime import date

import pytest

from zweck.declaration.keeping import parse_rule
from zweck.promises import compile_promises
from zweck.promises.model import Keeps
from zweck.write import compose
from zweck.write.deletion import spans
from zweck.write.document import Table, paragraphs, sections

ON = date(2026, 11, 22)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_keeping_rule_has_a_row_and_every_class_a_line(declaration, language):
    document = compose("deletion", declaration, language, ON)
    rules = [p for p in compile_promises(declaration) if isinstance(p, Keeps)]
    parts = next(s for s in document.sections if s.anchor == "rules").sections
    rows = [row for part in parts for table in part.blocks if isinstance(table, Table) for row in table.rows]
    assert len(rules) > 10 and len(rows) == len(rules)
    (classes,) = [b for s in document.sections if s.anchor == "classes" for b in s.blocks if isinstance(b, Table)]
    linked = {run.href for row in rows for p in getattr(row[1], "items", (row[1],)) for run in p.runs}
    assert linked == {f"#{row[0].anchor}" for row in classes.rows}
    assert len({(row[1].text, row[2].text) for row in classes.rows}) == len(classes.rows)
    assert all(p.text.strip() for p in paragraphs(document))


@pytest.mark.parametrize(
    ("rule", "start", "period"),
    [
        ("7 days after collected", "nach der Erhebung", "7 Tage"),
        ("3 years after year_end of request_closed", "nach Ende des Kalenderjahres, in dem Ihr Antrag", "3 Jahre"),
        ("until unsubscribed", "sobald Sie den Newsletter abbestellen", "sofort"),
        ("while contract", "wenn nicht mehr gilt: der Vertrag läuft", "sofort"),
        ("session", "sobald Ihr Besuch beendet ist", "sofort"),
        ("nothing", "keine Speicherung", "sofort"),
        ("unlimited", "entfällt", "ohne Ende"),
    ],
)
def test_start_and_period_of_a_rule(rule, start, period):
    ((found, length),) = spans(
        parse_rule({"keep": rule, **({"reason": "x", "review": "every 12 months"} if rule == "unlimited" else {})}),
        "de",
    )
    assert found.startswith(start) and length == period


def test_the_first_of_several_has_a_class_for_each():
    found = list(spans(parse_rule({"keep": "until first of (answered, 3 months after received)"}), "en"))
    assert [period for _, period in found] == ["at once", "3 months"]


def test_holds_backups_and_who_is_responsible_are_said(minimal):
    more = """
officer: {name: Dora Daten, email: d@klein.example}
systems: {shop: {url: "sqlite:///x.db", backups: 30 days}}
activities:
  orders: {system: shop}
  server_logs:
    keep: 7 days after collected
    hold: for misuse_incident until incident_closed at most 5 years after collected
"""
    document = compose("deletion", minimal(more), "de", ON)
    text = "\n".join(p.text for p in paragraphs(document))
    assert "Missbrauch aufklären" in text and "Dora Daten" in text and "30 days" in text
    orders = next(s for s in sections(document) if s.anchor == "a-orders").blocks[0]
    assert orders.rows[0][4].text == "Shop."


def test_a_site_without_activities_still_says_who_is_responsible(minimal):
    document = compose("deletion", minimal(), "en", ON)
    assert [s.anchor for s in document.sections] == ["implementation", "responsible"]

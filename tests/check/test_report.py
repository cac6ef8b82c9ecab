"""Findings as text, JSON and SARIF; errors of loading go through the same formats."""

from __future__ import annotations

import json

import pytest

from tests.rules.overlay import ON
from zweck.check import check, show
from zweck.declaration import loads
from zweck.errors import DeclarationError, Finding, Position, Severity
from zweck.finding.sarif import as_sarif

BROKEN = """\
zweck: 1
site: {name: Nord, domains: [nord.example], languages: [de]}
controller:
  name: Nord GmbH
  address: {street: Weg 1, postcode: "37073", city: Göttingen, country: DE, state: NI}
  represented_by: [Erika Muster]
  register: {court: Amtsgericht Göttingen, number: HRB 1}
  vat_id: DE123456789
  phone: "1"
  email: a@nord.example
activities:
  rights:
  server_logs:
    keep: 40 days after collected
"""


def broken() -> tuple[list[Finding], dict[str, str]]:
    declaration = loads(BROKEN, "site/zweck.yaml")
    return check(declaration, ON), {"site/zweck.yaml": BROKEN}


def test_text_shows_place_caret_mend_and_provision() -> None:
    findings, texts = broken()
    assert show.as_text(findings, texts).splitlines()[:6] == [
        "site/zweck.yaml:14:11: error: LOG-server",
        "        keep: 40 days after collected",
        "              " + "^" * len("40 days after collected"),
        "  “server_logs” keeps full log lines for more than a month.",
        "  → Shorten to 7 days, or give a `reason`; hold lines of an attack apart (`hold`).",
        "  § " + findings[0].source,
    ]


def test_text_counts_at_the_end() -> None:
    findings, texts = broken()
    assert show.as_text(findings, texts).endswith("0 block, 1 error, 0 warning, 0 note.")
    assert show.as_text([], {}, "de") == "Nichts gefunden."


def test_json_is_schema_1() -> None:
    findings, texts = broken()
    said = json.loads(show.render(findings, texts, "json"))
    assert said["schema"] == 1
    assert said["ok"] is False
    assert said["counts"] == {"block": 0, "error": 1, "warn": 0, "info": 0}
    (one,) = said["findings"]
    assert one["rule"] == "LOG-server"
    assert one["place"] == {"file": "site/zweck.yaml", "line": 14, "column": 11, "end_column": 34}
    assert one["path"] == ["activities", "server_logs", "keep"]
    assert set(one) == {"rule", "severity", "place", "path", "message", "mend", "source", "certainty"}


def test_sarif_has_the_members_that_code_scanning_reads() -> None:
    findings, texts = broken()
    log = json.loads(show.render(findings, texts, "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "LOG-server"
    assert result["level"] == "error"
    where = result["locations"][0]["physicalLocation"]
    assert where["artifactLocation"] == {"uri": "site/zweck.yaml"}
    assert where["region"] == {"startLine": 14, "startColumn": 11, "endColumn": 34}


@pytest.mark.parametrize("style", ["text", "json", "sarif"])
def test_errors_of_loading_go_through_the_same_formats(style: str) -> None:
    with pytest.raises(DeclarationError) as caught:
        loads("zweck: 1\nsite: {nam: x}\n", "zweck.yaml")
    said = show.render(caught.value.findings, {"zweck.yaml": caught.value.text}, style)
    assert "did you mean 'name'?" in said


def test_a_finding_without_a_place_has_no_region() -> None:
    finding = Finding("yaml", Severity.ERROR, Position("zweck.yaml"), "cannot be read", "")
    (run,) = json.loads(as_sarif([finding]))["runs"]
    assert "region" not in run["results"][0]["locations"][0]["physicalLocation"]
    assert show.as_text([finding], {}).startswith("zweck.yaml: error: yaml\n  cannot be read")

"""SARIF: the form that the standard gives, rules with their source, places, certainty, and what could not be read."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from tests.finding.sarif_form import SARIF
from zweck.errors import Finding, Position, Severity
from zweck.finding.sarif import as_sarif

LAW = Finding(
    "GDPR-13-2a-storage",
    Severity.ERROR,
    Position("notices/a b.txt", 7, 3, 9),
    "No period is stated.",
    "State one.",
    "GDPR Art. 13(2)(a)",
    words="seven 日",
)
OWN = Finding("doubled-word", Severity.INFO, Position("https://x.example/dä?q=1", 2), "A word stands twice.", "")


def log(*findings: Finding, **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(as_sarif(findings, **more))
    jsonschema.validate(made, SARIF)
    return made


def test_an_empty_run_is_whole():
    (run,) = log()["runs"]
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_a_finding_has_place_level_words_certainty_and_mend():
    (result,) = log(LAW)["runs"][0]["results"]
    assert result["level"] == "error"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "notices/a%20b.txt"},
        "region": {"startLine": 7, "startColumn": 3, "endColumn": 9, "snippet": {"text": "seven 日"}},
    }
    assert result["properties"] == {
        "certainty": "observed",
        "severity": "error",
        "mend": "State one.",
        "source": "GDPR Art. 13(2)(a)",
    }


@pytest.mark.parametrize(("language", "word"), [("de", "Speicherdauer"), ("en", "torage")])
def test_a_rule_of_the_law_is_described_in_the_language_asked_for(language: str, word: str):
    (rule,) = log(LAW, language=language)["runs"][0]["tool"]["driver"]["rules"]
    assert word in rule["shortDescription"]["text"] + rule["fullDescription"]["text"]
    assert rule["help"]["text"] == "GDPR Art. 13(2)(a)"


def test_a_rule_of_our_own_takes_its_title_from_the_verb():
    rules = log(OWN, titles={"doubled-word": "Doubled word"})["runs"][0]["tool"]["driver"]["rules"]
    assert rules[0]["shortDescription"] == {"text": "Doubled word"}
    assert "shortDescription" not in log(OWN)["runs"][0]["tool"]["driver"]["rules"][0]


def test_a_line_without_columns_and_an_address_with_umlauts():
    (result,) = log(OWN)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "https://x.example/d%C3%A4?q=1"}, "region": {"startLine": 2}}


def test_rules_are_listed_once_and_results_point_to_theirs():
    (run,) = log(OWN, LAW, OWN)["runs"]
    ids = [r["id"] for r in run["tool"]["driver"]["rules"]]
    assert ids == ["doubled-word", "GDPR-13-2a-storage"]
    assert [ids[r["ruleIndex"]] for r in run["results"]] == [r["ruleId"] for r in run["results"]]


def test_what_could_not_be_read_makes_the_run_unsuccessful():
    (invocation,) = log(unreadable=[("b.pdf", "b.pdf: only pictures")])["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "b.pdf: only pictures"


def test_a_finding_keeps_its_fingerprint_when_it_moves():
    moved = Finding(LAW.rule, LAW.severity, Position(LAW.at.file, 90, 1, 4), LAW.message, "", words=LAW.words)
    first, second, third = log(LAW, moved, OWN)["runs"][0]["results"]
    assert first["partialFingerprints"] == second["partialFingerprints"] != third["partialFingerprints"]

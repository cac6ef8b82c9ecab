"""Formats for other programs, and the baseline; without a browser."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime

import pytest
from tests.declarations import declare
from tests.stores import clock, settings, sqlite_store

from zweck.audit import apply_baseline, load_baseline, record_audit, render_report, write_html
from zweck.audit.baseline import Acceptance
from zweck.audit.report import AuditFinding, AuditReport, StateSeen
from zweck.errors import ZweckError

__all__ = ["clock", "settings", "sqlite_store"]
URL = "https://www.shop.example/"
TODAY = date(2026, 11, 22)


def finding(subject="cookie uid (shop.example)", states=("before", "rejected"), **more):
    said = {"rule": "TDDDG-25-info", "severity": "error", "service": None, "message": "not declared", "mend": "declare"}
    return AuditFinding(subject=subject, states=states, **(said | more))


def report(*findings, **more):
    states = (StateSeen(state="before", reached=True, how="loaded"),)
    return AuditReport(
        url=URL, site=None, at=datetime(2026, 11, 22, tzinfo=UTC), browser="C", states=states, findings=findings, **more
    )


def baseline(tmp_path, text):
    path = tmp_path / "accepted.yaml"
    path.write_text(text, "utf-8")
    return load_baseline(path)


def entry(until="2026-12-31", subject="cookie uid *", states=""):
    return f"- {{rule: TDDDG-25-info, subject: '{subject}', reason: replaced in winter, until: {until}{states}}}\n"


def test_sarif_names_rule_page_and_certainty():
    (run,) = json.loads(render_report(report(finding(certainty="inferred")), "sarif"))["runs"]
    (result,) = run["results"]
    assert result["ruleId"] == "TDDDG-25-info"
    assert result["level"] == "error"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == URL
    assert result["properties"]["certainty"] == "inferred"
    assert "before, rejected" in result["message"]["text"]
    assert result["suppressions"] == []
    assert run["invocations"][0]["executionSuccessful"] is True


def test_incomplete_is_an_unfinished_run_and_a_failed_case():
    gap = report(incomplete=("rejected: no way found",))
    (run,) = json.loads(render_report(gap, "sarif"))["runs"]
    assert run["invocations"][0]["executionSuccessful"] is False
    root = ET.fromstring(render_report(gap, "junit"))
    assert root.get("failures") == "1"
    assert root.find(".//failure").get("message") == "rejected: no way found"


def test_junit_of_a_clean_site_is_one_passed_case_and_drift_fails():
    clean = ET.fromstring(render_report(report(), "junit"))
    assert (clean.get("tests"), clean.get("failures")) == ("1", "0")
    drift = ET.fromstring(render_report(report(finding(), finding("x", severity="warn")), "junit"))
    assert (drift.get("tests"), drift.get("failures"), drift.get("skipped")) == ("2", "1", "1")


def test_accepted_findings_are_listed_and_no_longer_fail(tmp_path):
    accepted = apply_baseline(report(finding()), baseline(tmp_path, entry()), TODAY)
    assert accepted.exit_code == 0
    assert accepted.accepted[0].reason == "replaced in winter"
    assert "accepted until 2026-12-31: replaced in winter" in render_report(accepted)
    assert "hingenommen bis 2026-12-31" in render_report(accepted, "text", "de")
    (result,) = json.loads(render_report(accepted, "sarif"))["runs"][0]["results"]
    assert result["suppressions"][0]["justification"].startswith("replaced in winter")
    junit = ET.fromstring(render_report(accepted, "junit"))
    assert (junit.get("failures"), junit.get("skipped")) == ("0", "1")
    assert json.loads(render_report(accepted, "json"))["accepted"][0]["until"] == "2026-12-31"
    write_html(accepted, tmp_path / "report.html")
    assert "replaced in winter" in (tmp_path / "report.html").read_text("utf-8")


@pytest.mark.parametrize(("until", "accepted"), [("2026-11-21", False), ("2026-11-22", True), ("2026-11-23", True)])
def test_the_last_day_counts_and_the_day_after_it_fails_again(tmp_path, until, accepted):
    result = apply_baseline(report(finding()), baseline(tmp_path, entry(until)), TODAY)
    assert bool(result.accepted) is accepted
    assert result.exit_code == (0 if accepted else 1)
    assert bool(result.expired) is not accepted
    if not accepted:
        assert "No longer accepted" in render_report(result)


def test_a_renewed_entry_outlives_the_old_one(tmp_path):
    both = baseline(tmp_path, entry("2026-01-01") + entry("2027-01-01"))
    assert apply_baseline(report(finding()), both, TODAY).exit_code == 0


def test_more_states_than_accepted_are_new_drift(tmp_path):
    entries = baseline(tmp_path, entry(states=", states: [rejected]"))
    assert apply_baseline(report(finding(states=("rejected",))), entries, TODAY).exit_code == 0
    assert apply_baseline(report(finding()), entries, TODAY).exit_code == 1


def test_an_entry_that_speaks_of_nothing_is_named(tmp_path):
    result = apply_baseline(report(), baseline(tmp_path, entry()), TODAY)
    assert result.unused == ("TDDDG-25-info: cookie uid *",)
    assert "not found" in render_report(result)


def test_a_baseline_does_not_make_an_incomplete_audit_whole(tmp_path):
    result = apply_baseline(report(finding(), incomplete=("x",)), baseline(tmp_path, entry()), TODAY)
    assert result.exit_code == 3


@pytest.mark.parametrize(
    "text",
    [
        "- {rule: A, subject: b, until: 2026-12-31}",
        "- {rule: A, subject: b, reason: because}",
        "- {rule: A, subject: b, reason: because, until: soon}",
        "- {rule: A, subject: b, reason: because, until: 2026-12-31, why: x}",
        "just words",
        "[",
        "a: {b: [",
    ],
)
def test_a_baseline_without_reason_or_day_is_refused(tmp_path, text):
    with pytest.raises(ZweckError, match=r"accepted\.yaml"):
        baseline(tmp_path, text)


def test_an_empty_baseline_accepts_nothing(tmp_path):
    assert apply_baseline(report(finding()), baseline(tmp_path, ""), TODAY).exit_code == 1


def test_an_accepted_finding_still_breaks_the_promise_of_its_gate(sqlite_store):
    site = declare("consent: , embeds: ", "services: {youtube: {for: embeds, gate: consent}}")
    seen = report(finding(rule="TDDDG-25-1", severity="block", service="youtube"))
    known = Acceptance(rule="TDDDG-25-1", subject="cookie uid *", reason="replaced in winter", until=TODAY)
    accepted = apply_baseline(seen, [known], TODAY)
    assert accepted.findings == ()
    record_audit(accepted, site, sqlite_store)
    with sqlite_store.read(site.id) as tx:
        (open_gate,) = [e for e in tx.chain.entries() if e.event == "gate.seen_open"]
    assert open_gate.activity == "embeds"

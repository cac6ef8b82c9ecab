"""The audit in a real browser, against a site of our own whose every request the server counts too."""

from __future__ import annotations

import shutil

import pytest
from tests.audit.live_site import BANNER, FLAGS, page, running

from zweck.audit import audit, write_html
from zweck.declaration import loads
from zweck.errors import ZweckError

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is not installed"),
]

DECLARATION = """
zweck: 1
site: {name: Shop, domains: [www.shop.example], languages: [de]}
controller:
  name: Shop GmbH
  address: {street: Weg 1, postcode: "10115", city: Berlin, country: DE, state: BE}
  email: info@shop.example
activities:
  imprint:
  cookies: {entries: [{name: site_choice, purpose: remembers your choice, lifetime: 100 days, necessary: true}]}
services:
  stats:
    name: Stats
    gate: consent
    category: analytics
    purpose: counts visits
    provider: {name: Stats SARL, country: FR}
    domains: [tracker.example]
    cookies:
      - {name: _stat_id, purpose: tells visits apart, lifetime: 1 year}
      - {name: stat_queue, purpose: waits for sending, storage: local, lifetime: 1 year}
"""


def findings(report, rule):
    return [f for f in report.findings if f.rule == rule]


@pytest.mark.promise("notice.no_undeclared")
def test_clean_site_is_in_line_and_a_planted_drift_is_named():
    with running({"/": page(BANNER)}) as site:
        clean = audit(site.url(), loads(DECLARATION), flags=FLAGS)
    assert [s.reached for s in clean.states] == [True] * 4
    assert clean.findings == ()
    assert clean.exit_code == 0
    accepted = next(s for s in clean.states if s.state == "accepted")
    assert any(r.host == "stats.tracker.example" for r in accepted.requests)
    assert not any("secret-visitor" in r.url for s in clean.states for r in s.requests)

    planted = BANNER + "<script src='http://cdn.other.example:PORT/x.js'></script>"
    with running({"/": page(planted)}) as site:
        drift = audit(site.url(), loads(DECLARATION), flags=FLAGS)
    undeclared = findings(drift, "GDPR-13-1e-recipients")
    assert [f.subject for f in undeclared] == ["request to cdn.other.example"]
    assert set(undeclared[0].states) == {"before", "rejected", "accepted", "withdrawn"}
    assert drift.exit_code == 1


def test_a_tracker_before_consent_is_blocked_in_every_closed_state():
    early = BANNER + "<script src='http://stats.tracker.example:PORT/t.js'></script>"
    with running({"/": page(early)}) as site:
        report = audit(site.url(), loads(DECLARATION), flags=FLAGS)
        assert ("stats.tracker.example", "/t.js") in site.hits
    assert {f.service for f in findings(report, "CONS-prior")} == {"stats"}
    assert any("cookie _stat_id" in f.subject for f in findings(report, "CONS-prior"))
    assert any("stat_queue" in f.subject for f in findings(report, "CONS-prior"))
    assert report.drift


def test_what_stays_after_withdrawal_is_found():
    with running({"/": page(BANNER)}, honest=False) as site:
        report = audit(site.url(), loads(DECLARATION), flags=FLAGS)
    left = {f.subject for f in findings(report, "CONS-withdraw-effect")}
    assert left == {"cookie _stat_id (www.shop.example)", "local storage entry stat_queue (www.shop.example)"}
    assert not findings(report, "CONS-prior")


def test_a_cookie_that_lives_longer_than_declared_is_found():
    shorter = DECLARATION.replace("lifetime: 100 days", "lifetime: 30 days")
    with running({"/": page(BANNER)}) as site:
        report = audit(site.url(), loads(shorter), flags=FLAGS)
    assert ["site_choice" in f.subject for f in findings(report, "GDPR-13-2a-storage")] == [True]


def test_no_banner_is_incomplete_never_passed(tmp_path):
    with running({"/": page("<a href='/datenschutz'>Datenschutz</a> <a href='/impressum'>Impressum</a>")}) as site:
        report = audit(site.url(), loads(DECLARATION), flags=FLAGS)
    assert report.exit_code == 3
    assert len(report.incomplete) == 3
    write_html(report, tmp_path / "report.html", "de")
    assert "nicht erreicht" in (tmp_path / "report.html").read_text()


def test_missing_links_to_notice_and_imprint_are_named():
    with running({"/": page(BANNER.replace("/datenschutz", "/x").replace("/impressum", "/y"))}) as site:
        report = audit(site.url(), loads(DECLARATION), flags=FLAGS)
    assert {f.subject for f in report.findings if f.severity == "warn"} == {"the privacy notice", "the imprint"}


def test_a_site_that_does_not_answer_is_one_clear_error():
    with pytest.raises(ZweckError, match="could not be loaded"):
        audit("http://127.0.0.1:9/", loads(DECLARATION))

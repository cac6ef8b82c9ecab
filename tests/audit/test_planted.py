"""Every planted fact is found in exactly the states in which it is true; a clean site gives no finding."""

from __future__ import annotations

import shutil

import pytest
from tests.audit.planted_site import DECLARATION, FLAGS, GONE, disguised, facts, planted

from zweck.audit import audit
from zweck.audit.canary import Canary
from zweck.declaration import loads

real = [pytest.mark.browser, pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is not installed")]


@pytest.fixture(scope="module")
def drift(tmp_path_factory):
    with planted(tmp_path_factory.mktemp("planted")) as site:
        made = audit(site.url, loads(DECLARATION + GONE), flags=FLAGS, pages=5)
        return made, site.hosts


class TestPlanted:
    pytestmark = real

    def test_the_table_is_long_enough(self):
        assert len({(rule, subject) for rule, subject, _ in facts()}) >= 60

    @pytest.mark.parametrize(("rule", "subject", "states"), facts(), ids=lambda v: v if isinstance(v, str) else "")
    def test_fact(self, drift, rule, subject, states):
        found = {(f.rule, f.subject): f.states for f in drift[0].findings}
        assert (rule, subject) in found, sorted(s for r, s in found if r == rule)
        assert set(states) <= set(found[rule, subject])
        if len(states) < 3:
            loaders = {"accepted", "withdrawn"} if set(states) == {"before", "rejected"} else set()
            assert set(found[rule, subject]) <= set(states) | loaders

    def test_nothing_that_was_not_planted_is_reported(self, drift):
        known = {(rule, subject) for rule, subject, _ in facts()}
        extra = {(f.rule, f.subject) for f in drift[0].findings} - known
        assert {e for e in extra if "graphics card" not in e[1]} == set()

    def test_lifetime_says_what_was_asked_and_that_the_browser_caps_it(self, drift):
        message = next(f.message for f in drift[0].findings if "shop_long" in f.subject)
        assert "730 days (the browser caps it at 400)" in message

    def test_the_browsers_own_requests_are_not_the_sites(self, drift):
        seen = {r.host for s in drift[0].states for r in s.requests}
        assert seen
        assert all(host.endswith(".example") for host in seen)

    def test_storage_of_a_foreign_frame_is_known_as_partitioned(self, drift):
        before = drift[0].states[0]
        assert {e.key for e in before.storage if e.partitioned} >= {"frame_local", "frame_database"}
        assert not any(e.partitioned for e in before.storage if e.key == "own_local")

    def test_pages_are_of_the_site_and_named(self, drift):
        assert 2 <= len(drift[0].states[0].pages) <= 5
        assert all("www.laden.example" in page for page in drift[0].states[0].pages)
        assert drift[0].exit_code == 1

    def test_a_clean_site_gives_no_finding_in_any_state(self, tmp_path):
        with planted(tmp_path, clean=True) as site:
            report = audit(site.url, loads(DECLARATION.replace("400 days", "800 days")), flags=FLAGS, pages=3, gpc=True)
        assert report.findings == ()
        assert [s.state for s in report.states if s.reached] == ["before", "rejected", "accepted", "withdrawn", "gpc"]
        assert report.incomplete == ()
        assert report.exit_code == 0


@pytest.mark.parametrize("how", disguised("x"))
def test_typed_text_is_found_in_every_disguise(how):
    canary = Canary()
    for said in (canary.word, canary.email):
        assert canary.found_in("", disguised(said)[how]) == how
    assert canary.found_in("https://a.example/?q=other", "nothing of it") == ""

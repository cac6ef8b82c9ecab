"""JUnit: what fails the verb fails the test, the rest is shown, and the XML is always well formed."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from click.testing import CliRunner

from tests.check.test_report import BROKEN
from zweck.cli import main
from zweck.errors import Finding, Position, Severity
from zweck.finding.junit import as_junit

HARD = Finding("LOG-server", Severity.ERROR, Position("a.yaml", 3, 1, 4), 'too "long" & <40>', "shorten", "GDPR Art. 5")
SOFT = Finding("NAME-x", Severity.WARN, Position("a.yaml", 9), "old\x00name\ud800 😀", "", certainty="inferred")


def test_failing_and_weaker_findings_and_a_clean_file():
    root = ET.fromstring(as_junit([HARD, SOFT], ["a.yaml", "b.yaml"]))
    assert dict(root.attrib) == {"name": "zweck", "tests": "3", "failures": "1", "errors": "0", "skipped": "1"}
    first, second = root
    assert [c.get("name") for c in first] == ["LOG-server", "NAME-x"]
    failure = first[0][0]
    assert (failure.tag, failure.get("type"), failure.get("message")) == ("failure", "error", 'too "long" & <40>')
    assert failure.text == 'a.yaml:3:1\ntoo "long" & <40>\nshorten\nGDPR Art. 5\nobserved'
    assert (first[1][0].tag, first[1][0].get("message")) == ("skipped", "old·name· 😀")
    assert [(c.get("classname"), len(c)) for c in second] == [("b.yaml", 0)]


def test_check_prints_it_with_the_same_exit_codes(tmp_path: Path):
    file = tmp_path / "zweck.yaml"
    for text, code, failures in ((BROKEN, 1, "1"), (BROKEN.replace("40 days", "7 days"), 0, "0")):
        file.write_text(text, "utf-8")
        ran = CliRunner().invoke(main, ["check", str(tmp_path), "--now", "2026-11-22", "--format", "junit"])
        root = ET.fromstring(ran.stdout)
        assert (ran.exit_code, root.get("failures")) == (code, failures)
        assert int(root.get("tests", "0")) >= 1
    file.write_text("zweck: 1\nsite: [\n", "utf-8")
    ran = CliRunner().invoke(main, ["check", str(tmp_path), "--format", "junit"])
    assert ran.exit_code == 2
    assert ET.fromstring(ran.stdout).get("failures") == "1"

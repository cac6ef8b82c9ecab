"""The verb ``zweck read``: formats, exit codes, several sources, standard input, folders."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from tests.finding.sarif_form import SARIF

from zweck.cli import main
from zweck.read.report import Report

NOTICES = Path(__file__).parent / "notices"
NOTICE = NOTICES / "bikes.md"
FORBIDDEN = re.compile(r"rechtswidrig|gesetz(?:es)?widrig|illegal|\bunlawful|strafbar", re.IGNORECASE)


def run(*arguments: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, arguments)], input=given)


def test_text_names_rule_place_words_certainty_source_and_mend():
    said = run(NOTICES / "tierpraxis.txt", NOTICE).stdout
    report = Report.model_validate_json(run(NOTICES / "tierpraxis.txt", NOTICE, "--json").stdout)
    findings = [(d, f) for d in report.documents for f in d.findings]
    assert findings
    for document, finding in findings:
        place = f"{document.name}:{finding.line}"
        assert re.search(re.escape(place) + rf"(?::\d+)?: \w+: {re.escape(finding.rule)} \(", said)
        assert finding.message in said
        assert f"→ {finding.mend}" in said
        assert finding.source
        assert finding.source in said
    assert re.search(r"\((?:certain|arguable|check the page), (?:observed|inferred|for a lawyer)\)", said)


def test_german_is_german():
    said = run(NOTICE, "--language", "de").stdout
    assert "Tätigkeiten (" in said
    assert re.search(
        r"\((?:sicher|strittig|an der Seite prüfen), (?:beobachtet|gefolgert|juristisch zu prüfen)\)", said
    )
    assert not re.search(r"\b(?:certain|arguable|warn|finding)\b", said)


def test_json_is_the_documented_report_and_its_alias_is_the_same():
    assert run(NOTICE, "--json").stdout == run(NOTICE, "--format", "json").stdout
    report = Report.model_validate_json(run(NOTICE, "--json").stdout)
    (document,) = report.documents
    assert report.schema_ == 1
    assert document.unplaced == sorted(set(document.unplaced))
    for finding in document.findings:
        assert finding.certainty in ("certain", "arguable", "check the page")
        assert finding.certain == (finding.certainty == "certain")
        assert finding.message_de
        assert finding.mend_de
        assert finding.source.startswith(finding.article)
        assert finding.article


@pytest.mark.parametrize("language", ["de", "en"])
def test_sarif_points_into_the_file(language: str):
    log = json.loads(run(NOTICES / "goldschmiede.html", NOTICE, "--format", "sarif", "-l", language).stdout)
    jsonschema.validate(log, SARIF)
    (results,) = (run_["results"] for run_ in log["runs"])
    report = Report.model_validate_json(run(NOTICES / "goldschmiede.html", NOTICE, "--json").stdout)
    assert len(results) == sum(len(d.findings) for d in report.documents)
    assert {r["properties"]["certainty"] for r in results} <= {"observed", "inferred", "for a lawyer"}
    for result in results:
        place = result["locations"][0]["physicalLocation"]
        if "snippet" not in place.get("region", {}):
            continue
        lines = Path("/" + place["artifactLocation"]["uri"].partition(":///")[2]).read_text("utf-8").split("\n")
        line, region = lines[place["region"]["startLine"] - 1], place["region"]
        if "startColumn" in region and "endColumn" in region:
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1].strip()


def test_standard_input_and_folders(tmp_path: Path):
    assert "standard input" in run("-", given=NOTICE.read_bytes()).stdout
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.md").write_bytes(NOTICE.read_bytes())
    for name in ("a/notice.md", "b/notice.md", "b/picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(NOTICE.read_bytes())
    ran = run(tmp_path, "-o", tmp_path / "out")
    assert ran.exit_code == 0
    assert sorted(p.parent.name for p in (tmp_path / "out").rglob("zweck.yaml")) == ["notice", "notice-2"]


def test_one_bad_source_does_not_hide_the_others(tmp_path: Path):
    picture = tmp_path / "p.txt"
    picture.write_bytes(b"\x89PNG" + bytes(900))
    for style in ("text", "json", "sarif", "html"):
        ran = run(picture, NOTICE, tmp_path / "none.md", "--format", style)
        assert ran.exit_code == 2
        assert "bikes.md" in ran.stdout
        assert [line for line in ran.stderr.splitlines() if line.startswith("zweck: ")] == [
            f"zweck: {picture}: this is a binary file (a picture); give a notice as text, Markdown, HTML or PDF",
            f"zweck: {tmp_path / 'none.md'}: No such file or directory",
        ]
    report = Report.model_validate_json(run(picture, NOTICE, "--json").stdout)
    assert [u.name for u in report.unreadable] == [str(picture)]


@pytest.mark.parametrize("style", ["text", "json", "sarif", "html"])
def test_nothing_readable_is_2_and_prints_no_report(tmp_path: Path, style: str):
    ran = run(tmp_path, "no\0name", "x" * 5_000, "--format", style)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"zweck: {tmp_path}: no notice here")
    assert "Traceback" not in ran.stderr


def test_a_huge_file_is_refused_unread(tmp_path: Path):
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    ran = run(huge)
    assert (ran.exit_code, ran.stderr) == (2, f"zweck: {huge}: 200 MB is too large; a notice has at most 20 MB\n")


def test_an_endless_stream_is_bounded():
    assert run("/dev/zero").exit_code == 2
    assert "too large" in run("-", given=b"personal data " * 1_500_000).stderr


def test_a_draft_is_written_beside_the_report(tmp_path: Path):
    page = tmp_path / "deep" / "reading.html"
    ran = run(NOTICE, "-o", tmp_path / "site", "--html", page)
    assert ran.exit_code == 0
    assert ran.stderr.splitlines() == [f"wrote {tmp_path / 'site' / 'zweck.yaml'}", f"wrote {page}"]
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_control_characters_do_not_reach_the_terminal():
    text = NOTICE.read_text("utf-8").replace("Harbour Bikes", "Harbour \x1b[31mBikes")
    assert "\x1b" not in run("-", given=text.encode()).stdout


def test_no_text_calls_anything_by_the_forbidden_word():
    """What a person must judge is for a lawyer; Zweck names what it sees."""
    root = Path(__file__).parents[2] / "src" / "zweck"
    spoken = [*(root / "read").rglob("*.py"), *(root / "texts").glob("read*.ftl"), *(root / "texts").glob("check*.ftl")]
    spoken += [*(root / "finding").rglob("*.py"), root / "law" / "data" / "names.json", *(root / "check").rglob("*.py")]
    found = [f"{p.name}: {m[0]}" for p in spoken if p.is_file() for m in FORBIDDEN.finditer(p.read_text("utf-8"))]
    assert found == []

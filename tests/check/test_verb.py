"""The verb ``zweck check``: formats and exit codes are a contract."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.check.test_report import BROKEN
from tests.rules.overlay import HERE
from zweck.check.report import CheckReport
from zweck.cli import main


def run(folder: Path, text: str, *options: str) -> Result:
    (folder / "zweck.yaml").write_text(text, "utf-8")
    return CliRunner().invoke(main, ["check", str(folder), "--now", "2026-11-22", *options])


def test_nothing_found_is_0(tmp_path: Path) -> None:
    result = run(tmp_path, (HERE / "base.yaml").read_text("utf-8"))
    assert (result.exit_code, result.stdout) == (0, "Nothing found.\n")


def test_warnings_alone_are_0(tmp_path: Path) -> None:
    result = run(tmp_path, BROKEN.replace("40 days", "10 days"))
    assert result.exit_code == 0
    assert "warning: LOG-server" in result.stdout


def test_an_error_is_1(tmp_path: Path) -> None:
    result = run(tmp_path, BROKEN, "--language", "de")
    assert result.exit_code == 1
    assert "Fehler: LOG-server" in result.stdout


@pytest.mark.parametrize("style", ["text", "json", "sarif"])
def test_a_file_that_does_not_load_is_2_in_every_format(tmp_path: Path, style: str) -> None:
    result = run(tmp_path, "zweck: 1\nsite: [\n", "--format", style)
    assert result.exit_code == 2
    assert "zweck.yaml" in (result.stderr if style == "text" else result.stdout)
    if style != "text":
        assert json.loads(result.stdout)


def test_json_is_what_the_model_documents(tmp_path: Path) -> None:
    result = run(tmp_path, BROKEN, "--format", "json")
    report = CheckReport.model_validate_json(result.stdout)
    assert report.schema_ == 1
    assert [f.rule for f in report.findings] == ["LOG-server"]
    assert "schema" in CheckReport.model_json_schema(by_alias=True)["properties"]


def test_explain_and_rules_print_text(tmp_path: Path) -> None:
    assert "because" in run(tmp_path, BROKEN, "--explain").stdout
    assert "GDPR-06-1-basis" in run(tmp_path, BROKEN, "--rules").stdout


def test_no_escape_sequence_reaches_the_terminal(tmp_path: Path) -> None:
    result = run(tmp_path, BROKEN + 'recipients: {a: {name: "\\e[31mpartners", role: joint}}\n')
    assert result.exit_code == 1
    assert "\x1b" not in result.stdout

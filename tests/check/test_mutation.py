"""Whatever happens to a declaration's text, there are findings or errors with places, never a traceback."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.overlay import HERE, ON, merged_text, rule_folders, text_of
from zweck.check import check, show
from zweck.check.explained import explain
from zweck.declaration import loads
from zweck.errors import DeclarationError, Finding

_SAMPLES = [text_of(f / "bad.yaml") for f in rule_folders()[::9]] + [(HERE / "base.yaml").read_text("utf-8")]
_WORDS = (
    "null", "true", "-1", "[]", "{}", '""', "2026-02-30", "unlimited", "6 months", "6(1)(f)", "6(1)(a)", "US", "SCC",
    "nothing", "until purpose_ended", "9999 years after collected", "${X}", "\x00", "é", "[[a]]", "{a: {b: c}}", "DPF",
    "session", "1e999", "0x10", "&a", "*a", "!!python/none", "99999999999999999999999999999999", "- ", ": ", "#",
)  # fmt: skip


@st.composite
def mutations(draw: st.DrawFn) -> str:
    lines = draw(st.sampled_from(_SAMPLES)).splitlines()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        act = draw(st.sampled_from(["value", "drop", "double", "indent", "character", "move"]))
        lines[at : at + 1] = _mutated(draw, lines, at, act)
        lines = lines or ["zweck: 1"]
    return "\n".join(lines) + "\n"


def _mutated(draw: st.DrawFn, lines: list[str], at: int, act: str) -> list[str]:
    line = lines[at]
    if act == "value" and ":" in line:
        return [f"{line.partition(':')[0]}: {draw(st.sampled_from(_WORDS))}"]
    if act == "character":
        place = draw(st.integers(0, len(line)))
        return [line[:place] + draw(st.characters()) + line[place + 1 :]]
    if act == "move":
        return [draw(st.sampled_from(lines)), line]
    return {"drop": [], "double": [line, line], "indent": ["  " + line]}.get(act, [line])


def findings(text: str, on: date) -> list[Finding]:
    try:
        declaration = loads(text, environ={})
    except DeclarationError as error:
        assert error.findings
        return error.findings
    explain(declaration, "de")
    return check(declaration, on, "de")


_OVERLAYS = [f / name for f in rule_folders() for name in ("bad.yaml", "good.yaml")]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(_OVERLAYS), min_size=2, max_size=8, unique=True))
def test_faults_together_never_break_it(overlays: list[Path]) -> None:
    text = merged_text(overlays)
    for finding in findings(text, ON):
        assert finding.message
        assert 0 < finding.at.line <= text.count("\n") + 1


@settings(max_examples=120, derandomize=True, deadline=None)
@given(mutations(), st.sampled_from([ON, date(2021, 1, 1), date(2035, 1, 1)]))
def test_mutations_never_break_it(text: str, on: date) -> None:
    found = findings(text, on)
    last = text.count("\n") + 2
    for finding in found:
        assert finding.message
        assert finding.at.file == "zweck.yaml"
        assert 0 <= finding.at.line <= last
    for style in ("text", "json", "sarif"):
        assert show.render(found, {"zweck.yaml": text}, style, "de")

"""What has changed in the law: each change has its day, its rule and both languages, and is shown from its day on."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.check.test_report import BROKEN
from tests.check.test_verb import run
from tests.rules.overlay import ON
from zweck.check.since import as_text, passed_since
from zweck.declaration import loads
from zweck.errors import ZweckError
from zweck.law.changes import Change, changes, coming
from zweck.law.rules import rule
from zweck.law.state import LAW_DATE

ALL = changes(date(1990, 1, 1))


@pytest.mark.parametrize("change", ALL, ids=lambda c: f"{c.on}-{c.rule}")
def test_each_change_is_complete(change: Change) -> None:
    assert rule(change.rule)
    assert change.say("de") != change.say("en")
    assert change.say("de").endswith((".", ")"))
    assert change.on <= LAW_DATE


@pytest.mark.parametrize(("rule_id", "on"), [
    ("RET-vouchers-8", date(2025, 1, 1)), ("SHOP-356a", date(2026, 6, 19)), ("NAME-tdddg", date(2024, 5, 14)),
    ("GDPR-45-adequacy", date(2026, 1, 26)), ("GDPR-46-scc", date(2022, 12, 27)), ("EINWV-reask", date(2025, 4, 1)),
])  # fmt: skip
def test_a_change_is_shown_to_whoever_looked_before_its_day(rule_id: str, on: date) -> None:
    day = timedelta(days=1)
    assert (rule_id, on) in {(c.rule, c.on) for c in changes(on - day)}
    assert (rule_id, on) not in {(c.rule, c.on) for c in changes(on)}
    assert (rule_id, on) not in {(c.rule, c.on) for c in changes(on - 2 * day, on - day)}


def test_nothing_is_listed_twice() -> None:
    assert len(ALL) == len(set(ALL)) > 60


def test_what_is_ahead_has_its_day() -> None:
    ahead = coming(ON)
    assert {("PEND-gdpr-procedure", date(2027, 4, 2)), ("GDPR-45-adequacy", date(2031, 12, 27))} <= {
        (c.rule, c.on) for c in ahead
    }
    assert all(c.on > ON for c in ahead)


OLD = BROKEN.replace("zweck: 1\n", "zweck: 1\nlaw: 2024-12-01\n").replace("40 days", "7 days")
VOUCHERS = OLD + "  orders: {keep: 10 years after year_end of invoiced, reason: HGB 257}\n"


def test_the_declaration_names_its_own_day_and_a_change_shows_where_it_touches() -> None:
    passed = passed_since(loads(VOUCHERS), None, ON, "de")
    assert passed.since == date(2024, 12, 1)
    said = as_text(passed, "de")
    line = next(n for n, text in enumerate(said.splitlines()) if "2025-01-01" in text and "RET-vouchers-8" in text)
    assert said.splitlines()[line + 1].startswith("      → zweck.yaml:16:")


def test_without_any_day_it_says_what_to_write() -> None:
    with pytest.raises(ZweckError, match="law:"):
        passed_since(loads(BROKEN), None, ON)


@pytest.mark.parametrize(("language", "words"), [("de", "hat sich das Recht"), ("en", "the law has changed")])
def test_the_verb_says_it(tmp_path: Path, language: str, words: str) -> None:
    said = run(tmp_path, VOUCHERS, "--since", "-l", language)
    assert (said.exit_code, words in said.stdout) == (0, True)
    assert "2024-05-14" not in said.stdout
    assert "2024-05-14" in run(tmp_path, VOUCHERS, "--since", "2024-01-01").stdout


def test_the_verb_as_json_and_with_a_bad_day(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, VOUCHERS, "--since", "2024-12-31", "--format", "json").stdout)[0]
    assert found["schema"] == 1
    touched = [c for c in found["changes"] if c["findings"]]
    assert "RET-vouchers-8" in {c["rule"] for c in touched}
    assert run(tmp_path, VOUCHERS, "--since", "gestern").exit_code == 2


def test_a_day_given_without_an_hour_is_that_day(tmp_path: Path) -> None:
    assert run(tmp_path, OLD.replace("2024-12-01", "2026-11-22")).exit_code == 0
    assert run(tmp_path, OLD.replace("2024-12-01", "2026-11-23")).exit_code == 1

"""``--rules``: every rule of the base with where it is handled; nothing claimed that no function checks."""

from __future__ import annotations

import pytest

from zweck.check.overview import entries, rules_overview
from zweck.check.rule import CHECKS, OWN
from zweck.check.run import load_rules
from zweck.errors import Severity
from zweck.law.rules import rules

load_rules()


def test_every_check_is_a_known_rule() -> None:
    assert set(CHECKS) - set(OWN) <= {rule.id for rule in rules()}


def test_all_rules_are_listed_once() -> None:
    listed = [entry.id for entry in entries()]
    assert listed == [*(rule.id for rule in rules()), *OWN]
    assert len(set(listed)) == len(listed)


def test_each_is_handled_or_says_why_not() -> None:
    for entry in entries():
        assert entry.handled_by or entry.why_not, entry.id


def test_check_is_claimed_exactly_where_a_function_stands() -> None:
    assert {e.id for e in entries() if "check" in e.handled_by} == set(CHECKS)


def test_at_least_sixty_weighty_rules_are_checked() -> None:
    weighty = [e for e in entries() if "check" in e.handled_by and e.severity in (Severity.BLOCK, Severity.ERROR)]
    assert len(weighty) >= 60


@pytest.mark.parametrize(("language", "word"), [("de", "Regeln"), ("en", "rules")])
def test_the_list_ends_with_the_numbers(language: str, word: str) -> None:
    lines = rules_overview(language).splitlines()
    assert len(lines) == len(entries()) + 2
    assert word in lines[-1]

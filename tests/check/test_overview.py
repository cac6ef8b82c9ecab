"""``--rules``: every rule of the base with where it is handled; nothing claimed that no function checks."""

from __future__ import annotations

from pathlib import Path

import pytest

import zweck
from zweck.check.overview import entries, rules_overview
from zweck.check.rule import CHECKS, OWN
from zweck.check.run import load_rules
from zweck.errors import Severity
from zweck.law.names import names
from zweck.law.rules import rule, rules

PACKAGE = Path(zweck.__file__).parent

load_rules()


def test_every_check_is_a_known_rule() -> None:
    assert set(CHECKS) - set(OWN) <= {rule.id for rule in rules()}


def test_all_rules_are_listed_once() -> None:
    listed = [entry.id for entry in entries()]
    assert listed == [*(rule.id for rule in rules()), *OWN]
    assert len(set(listed)) == len(listed)


def test_each_is_handled_or_says_why_not() -> None:
    for entry in entries():
        assert bool(entry.handled_by) != bool(entry.why_not), entry.id


def test_only_what_nobody_handles_has_a_reason() -> None:
    assert [e.id for e in entries() if e.handled_by and e.id not in OWN and rule(e.id).unhandled] == []


def test_read_and_audit_are_claimed_exactly_where_their_code_names_the_rule() -> None:
    for entry in entries():
        for place in entry.handled_by:
            verb, _, rest = place.partition(".")
            if verb in ("read", "audit") and ":" not in place and place != "read.finding.citation":
                source = (PACKAGE / verb / (rest.replace(".", "/") + ".py")).read_text("utf-8")
                assert f'"{entry.id}"' in source


def test_no_outdated_name_is_read_in_notices_but_passed_over_in_declarations() -> None:
    assert {name.rule for name in names()} <= set(CHECKS)


def test_pending_law_is_never_enforced() -> None:
    assert [e.id for e in entries() if e.id.startswith("PEND-") and e.handled_by] == []


def test_check_is_claimed_exactly_where_a_function_stands() -> None:
    assert {e.id for e in entries() if "check" in e.handled_by} == set(CHECKS)


def test_at_least_a_hundred_weighty_rules_are_checked() -> None:
    weighty = [e for e in entries() if "check" in e.handled_by and e.severity in (Severity.BLOCK, Severity.ERROR)]
    assert len(weighty) >= 100


@pytest.mark.parametrize(("language", "word"), [("de", "Regeln"), ("en", "rules")])
def test_the_list_ends_with_the_numbers(language: str, word: str) -> None:
    lines = rules_overview(language).splitlines()
    assert len(lines) == len(entries()) + 2
    assert word in lines[-1]

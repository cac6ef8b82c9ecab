"""Printing a rule and reading it back gives the same rule."""

from __future__ import annotations

import io

from hypothesis import given, settings
from ruamel.yaml import YAML
from tests.declaration.keeping_strategies import durations, rules

from zweck.declaration.keeping import Duration, Rule, parse_rule, parse_rules

SOME = settings(max_examples=150, deadline=None, derandomize=True)


@SOME
@given(rules())
def test_what_is_printed_reads_back_as_the_same_rule(rule: Rule) -> None:
    assert parse_rule(rule.to_yaml()) == rule
    assert parse_rule(rule.to_yaml()).to_yaml() == rule.to_yaml()


@SOME
@given(rules())
def test_the_text_of_a_rule_is_yaml_that_says_it(rule: Rule) -> None:
    assert parse_rule(YAML(typ="safe").load(io.StringIO(str(rule)))) == rule


@SOME
@given(durations())
def test_a_period_survives_iso_8601(duration: Duration) -> None:
    assert Duration.from_iso(duration.iso()) == duration


def test_a_bare_rule_prints_as_its_keep_clause() -> None:
    assert str(parse_rule("at most  6 month after closed")) == "at most 6 months after closed"


def test_a_list_has_one_rule_for_each_class() -> None:
    rules = parse_rules([{"for": "a", "keep": "until closed"}, {"for": "b", "keep": "nothing"}])
    assert [rule.for_ for rule in rules] == ["a", "b"]

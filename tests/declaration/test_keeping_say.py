"""Every shape of keeping rule parses, prints, counts and says itself in both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from ruamel.yaml import YAML
from tests.declaration.keeping_strategies import rules

from zweck.declaration.keeping import Duration, Moment, Rule, Unit, parse_rule, parse_rules
from zweck.texts.keeping import say_duration, say_event, say_moment, say_rule

SHAPES = YAML(typ="safe").load((Path(__file__).parent / "keeping_shapes.yaml").read_text("utf-8"))
SHARED = Path(__file__).parents[2] / ".." / "shared" / "retention_rules.yaml"
TEXTS = Path(__file__).parents[2] / "src" / "zweck" / "texts"


def test_there_are_as_many_shapes_as_notices_are_known_to_have() -> None:
    assert len({shape["shape"] for shape in SHAPES}) == 49


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape["shape"])
def test_a_shape_parses_prints_and_says_itself(shape: dict[str, Any]) -> None:
    said = [entry["rule"] for entry in shape["rules"]]
    for rule, entry, value in zip(parse_rules(said), shape["rules"], said, strict=True):
        assert rule.to_yaml() == ({"keep": value} if isinstance(value, str) else value)
        assert parse_rule(rule.to_yaml()) == rule
        assert say_rule(rule, "de") == entry["de"]
        assert say_rule(rule, "en") == entry["en"]


@pytest.mark.skipif(not SHARED.is_file(), reason="the collected notices are not here")
def test_the_shapes_of_the_collected_notices_parse_and_print() -> None:
    shapes = YAML(typ="safe").load(SHARED.read_text("utf-8"))["shapes"]
    assert {shape["id"] for shape in shapes} == {shape["shape"] for shape in SHAPES}
    for shape in shapes:
        declared = shape["proposal"] if shape["declare"] == "none" else shape["declare"]
        for rule, value in zip(parse_rules(declared), declared, strict=True):
            assert rule.to_yaml() == value
            assert "„" not in say_rule(rule, "de")
            assert "“" not in say_rule(rule, "en")


@settings(max_examples=100, deadline=None, derandomize=True)
@given(rules())
def test_any_rule_says_itself_in_whole_sentences(rule: Rule) -> None:
    rule = replace(rule, reason=rule.reason and "Anlass")
    for language in ("de", "en"):
        said = say_rule(rule, language)
        assert said.endswith(".")
        assert said[0].isupper()
        assert not re.search(r"  | [,.;]|,,|\{|None", said)


@pytest.mark.parametrize(
    ("count", "unit", "german", "english"),
    [
        (1, Unit.MONTH, "ein Monat", "one month"),
        (6, Unit.MONTH, "sechs Monate", "six months"),
        (1, Unit.DAY, "ein Tag", "one day"),
        (1, Unit.WEEK, "eine Woche", "one week"),
        (12, Unit.HOUR, "zwölf Stunden", "twelve hours"),
        (13, Unit.YEAR, "13 Jahre", "13 years"),
    ],
)
def test_a_period_in_words(count: int, unit: Unit, german: str, english: str) -> None:
    assert say_duration(Duration(count, unit), "de") == german
    assert say_duration(Duration(count, unit), "en") == english


def test_a_period_in_digits_for_tables() -> None:
    assert say_duration(Duration(1, Unit.YEAR), "de", digits=True) == "1 Jahr"
    assert say_duration(Duration(6, Unit.MONTH), "en", digits=True) == "6 months"


def test_german_cases() -> None:
    month = Duration(1, Unit.MONTH)
    assert say_moment(Moment(month, "closed"), "de") == "einen Monat nach Abschluss des Vorgangs"
    held = parse_rule({"keep": "until closed", "then": "restrict until 1 month after received"})
    assert "bis einen Monat nach dem Eingang" in say_rule(held, "de")
    passed = parse_rule("until last of (1 month after received, 2 days after closed, answered)")
    assert "seit dem Eingang ein Monat vergangen ist" in say_rule(passed, "de")


def test_periods_follow_what_happens() -> None:
    said = {
        "first of (6 months after closed, 1 year after received)": (
            "sechs Monate nach Abschluss des Vorgangs, spätestens aber ein Jahr nach dem Eingang."
        ),
        "last of (6 months after closed, 1 year after received)": (
            "sechs Monate nach Abschluss des Vorgangs, frühestens aber ein Jahr nach dem Eingang."
        ),
        "last of (closed, 1 year after received)": (
            "sobald der Vorgang abgeschlossen ist, frühestens aber ein Jahr nach dem Eingang."
        ),
    }
    for rule, german in said.items():
        assert say_rule(parse_rule(f"until {rule}"), "de").endswith(german)


def test_nesting_stays_unambiguous() -> None:
    rule = parse_rule("until first of (closed, last of (answered, 1 year after received))")
    assert say_rule(rule, "de") == (
        "Wir löschen die Daten, sobald der Vorgang abgeschlossen ist oder aber sowohl wir Ihre Anfrage "
        "beantwortet haben als auch seit dem Eingang ein Jahr vergangen ist."
    )
    deep = parse_rule("until last of (first of (closed, last of (answered, hired)), statutory_end)")
    assert "(" in say_rule(deep, "de")


def test_what_becomes_of_data_without_limit_is_said_with_its_end() -> None:
    rule = parse_rule(
        {
            "keep": "unlimited",
            "reason": "r",
            "review": "every 1 year",
            "end": "on closed at once",
            "then": "restrict until statutory_end",
        }
    )
    assert "gesperrt bleiben sie" in say_rule(rule, "de").lower()


def test_an_unknown_word_stays_readable() -> None:
    assert say_event("badge_returned", "de") == "das Ereignis „badge returned“ eintritt"
    assert say_rule(parse_rule("2 days after badge_returned"), "en") == (
        "We delete the data two days after the event “badge returned”."
    )


def test_both_languages_have_the_same_words() -> None:
    keys = {}
    for language in ("de", "en"):
        text = (TEXTS / f"keeping.{language}.ftl").read_text("utf-8")
        keys[language] = re.findall(r"^(?:    \.)?[a-z][\w-]*(?= =)", text, re.MULTILINE)
    assert keys["de"] == keys["en"]
    assert len(keys["de"]) > 200


def test_a_hold_with_a_cap_alone_is_said_without_breaking_the_sentence() -> None:
    rule = parse_rule({"keep": "7 days after collected", "hold": "for misuse at most 5 years after collected"})
    assert say_rule(rule, "de").endswith(
        "löschen wir sie nicht, sondern sperren sie längstens bis fünf Jahre nach der Erhebung."
    )

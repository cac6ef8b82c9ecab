"""What the keeping-rule language refuses: the place of the word, the reason and the mend."""

from __future__ import annotations

from typing import Any

import pytest

from zweck.declaration.keeping import CLAUSES, Duration, KeepingError, Unit, parse_rule, parse_rules
from zweck.errors import Position


def refusal(value: Any) -> KeepingError:
    with pytest.raises(KeepingError) as caught:
        parse_rule(value)
    return caught.value


@pytest.mark.parametrize(
    ("text", "word", "mend"),
    [
        ("6 mounths after closed", "mounths", "`months`"),
        ("6 Monate after closed", "Monate", "`months`"),
        ("6 months from closed", "from", "after"),
        ("6months after closed", "6months", "`6 months`"),
        ("six months after closed", "six", "`6`"),
        ("1.5 years after closed", "1", "18 months"),
        ("6-10 years after closed", "6-10", "one period for each class"),
        ("2 to 10 years after closed", "2 to 10", "statutory"),
        ("0 days after closed", "0", "until"),
        ("200 years after closed", "200", "unlimited"),
        ("99999999999999999999 days after closed", "99999999999999999999", "hundred years"),
        ("-6 months after closed", "-", "above 0"),
        ("at least 10 years after closed", "at least", "at most 10 years after closed"),
        ("10 years after year end of issued", "year end of", "`year_end of`"),
        ("closed", "closed", "`until closed`"),
        ("first of (a, b)", "first", "until first of"),
        ("until Closed", "Closed", "`closed`"),
        ("until procedure-ended", "procedure", "`procedure_ended`"),
        ("until closed (soon)", "(", "end after `until closed`"),
        ("until first of (a b)", "b", "comma"),
        ("until after", "after", "an event"),
        ("statutory voucher", "voucher", "`vouchers`"),
        ("statutory books, books", "books", "once"),
        ("while any of negotiation", "negotiation", "brackets"),
        ("forever", "forever", "`unlimited`"),
        ("unlimited", "unlimited", "reason"),
        ("as long as necessary", "as", "until what"),
        ("exaktly 3 years after closed", "exaktly", "`exactly`"),
        ("6 months after ärger", "ärger", "event"),
    ],
)
def test_the_caret_stands_under_the_word_and_the_mend_helps(text: str, word: str, mend: str) -> None:
    error = refusal(text)
    assert error.clause == "keep"
    place = text.rindex(word) if text == "statutory books, books" else text.index(word)
    assert (text[error.offset :][: error.width], error.offset) == (word, place)
    assert mend in error.mend


@pytest.mark.parametrize("text", ["", "   ", "6", "until 6", "6 months", "6 months after", "until", "while", "at most"])
def test_a_sentence_that_breaks_off_points_behind_its_end(text: str) -> None:
    error = refusal(text)
    assert error.offset == len(text.rstrip())
    assert error.mend


@pytest.mark.parametrize(
    ("clauses", "clause", "mend"),
    [
        ({"keep": "until closed", "then": "erase"}, "then", "`delete`"),
        ({"keep": "until closed", "then": "anonymize"}, "then", "`anonymise`"),
        ({"keep": "until closed", "then": "delete ; restrict"}, "then", "put `delete` last"),
        ({"keep": "until closed", "then": "move employment"}, "then", "`move to`"),
        ({"keep": "until closed", "hold": "dispute"}, "hold", "for dispute"),
        ({"keep": "until closed", "hold": "for dispute ; for dispute"}, "hold", "once"),
        ({"keep": "until closed", "hold": "for dispute review 6 months"}, "hold", ""),
        ({"keep": "until closed", "extend": "consent to 1 year after x"}, "extend", "by consent"),
        ({"keep": "until closed", "end": "on withdrawn"}, "end", "on withdrawn at once"),
        ({"keep": "until closed", "use_ends": "advertising"}, "use_ends", "advertising on"),
        ({"keep": "until closed", "requests": "ignore"}, "requests", "do not shorten"),
        ({"keep": "until closed", "copies": "Paper"}, "copies", "`paper`"),
        ({"keep": "until closed", "review": "12 months"}, "review", "every 12 months"),
        ({"keep": "until closed", "reason": " "}, "reason", "why"),
        ({"keep": "exactly 1 year after closed", "requests": "shorten"}, "requests", "at most"),
        ({"keep": "1 year after closed", "start": "opened"}, "start", "closed"),
        ({"device": "forever"}, "device", "session"),
        ({"device": "0 days"}, "device", ""),
        ({"device": 30}, "device", "words"),
        ({"provider": "unknwon"}, "provider", "`unknown`"),
        ({"then": "delete"}, "then", "keep"),
        ({"for": "letters"}, "for", "`keep`"),
        ({"keep": "until closed", "thn": "delete"}, "thn", "`then`"),
        ({"keep": "until closed", "colour": "red"}, "colour", "clauses are for"),
    ],
)
def test_each_clause_says_what_is_wrong_with_it(clauses: dict[str, Any], clause: str, mend: str) -> None:
    error = refusal(clauses)
    assert error.clause == clause
    assert mend in error.mend
    assert error.mend
    text = clauses[clause]
    assert 0 <= error.offset <= len(str(text))


def test_unlimited_needs_a_reason_and_a_review() -> None:
    assert [problem.mend.split(":")[0] for problem in refusal("unlimited").problems] == [
        "add `reason",
        "add `review",
    ]
    parse_rule({"keep": "unlimited", "reason": "stops unlawful mail", "review": "every 12 months"})


def test_a_minimum_alone_is_no_end_but_with_an_event_it_is() -> None:
    rule = parse_rule({"keep": "at least 1 year after closed", "end": "on replaced at once"})
    assert rule.has_end


def test_all_mistakes_of_a_list_come_at_once() -> None:
    with pytest.raises(KeepingError) as caught:
        parse_rules(
            [
                {"for": "a", "keep": "6 mounths after closed", "then": "erase"},
                {"for": "b", "keep": "until closed"},
                {"for": "b", "kept": "until closed"},
            ]
        )
    assert [(p.index, p.clause) for p in caught.value.problems] == [
        (0, "keep"), (0, "then"), (2, "kept"), (2, "for"),
    ]  # fmt: skip


@pytest.mark.parametrize("value", [None, 5, True, [], [None], {}, [[]], {"keep": None}, {1: "x"}, {None: None}])
def test_what_is_no_rule_at_all_is_refused(value: Any) -> None:
    assert refusal(value).mend


def test_one_rule_is_not_several() -> None:
    assert "list" in refusal([{"for": "a", "keep": "nothing"}, {"for": "b", "keep": "nothing"}]).message


def test_hostile_text_is_refused_quickly() -> None:
    assert "nested" in refusal("until " + "first of (" * 150 + "a" + ")" * 150).message
    assert "longer" in refusal("until " + "a" * 100_000).message
    assert refusal("until \x00\ud800").mend


def test_a_place_in_the_file_follows_from_the_place_of_the_text() -> None:
    problem = refusal("6 mounths after closed").problems[0]
    assert str(problem.at(Position("zweck.yaml", 41, 11))) == "zweck.yaml:41:13"
    assert problem.at(Position("zweck.yaml", 41, 11)).end_column == 20


def test_the_position_is_kept_but_does_not_make_rules_differ() -> None:
    at = Position("zweck.yaml", 3, 5)
    assert parse_rule("until closed", at).at == at
    assert parse_rule("until closed", at) == parse_rule("until closed")


def test_every_clause_is_known() -> None:
    assert set(CLAUSES) == {
        "for", "keep", "then", "hold", "extend", "end", "use_ends", "requests", "copies", "device",
        "provider", "source", "review", "reason", "start",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "P", "PT", "P0D", "P1Y6M", "P6m", "P-6M", "6M", "PT6D", "P1.5Y", "P9999Y"])
def test_only_one_positive_iso_component_is_a_period(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Duration.from_iso(text)


def test_the_two_m_of_iso_8601_are_told_apart() -> None:
    assert Duration.from_iso("PT30M") == Duration(30, Unit.MINUTE)
    assert Duration.from_iso("P6M") == Duration(6, Unit.MONTH)

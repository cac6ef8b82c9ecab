"""Evidence takes numbers, words and ids, and refuses whatever could be about a person."""

from __future__ import annotations

import pytest

from zweck.errors import RefusedError
from zweck.evidence import canonical, check_detail, check_word


@pytest.mark.parametrize(
    "value",
    [0, -3, True, None, 2.5, "erased", "2026-11-22", "18(1)(a)", "01kejk7s006n3pqywjkezh90sw", "a" * 200, ["a", 1]],
)
def test_words_and_numbers_stay(value: object) -> None:
    wanted = list(value) if isinstance(value, list) else value
    assert check_detail({"key": value}) == {"key": wanted}


@pytest.mark.parametrize(
    "value",
    [
        "ada@person.example",
        "Ada Lovelace",
        "a" * 201,
        "192.0.2.7",
        "2001:db8::1",
        "+49551123456",
        "0551123456",
        "Müller",
        "line\nbreak",
        {"nested": 1},
        b"bytes",
        float("nan"),
        2**53,
        ["ok", "a b"],
        ["x"] * 101,
    ],
)
def test_what_could_be_personal_is_refused_and_not_repeated(value: object) -> None:
    with pytest.raises(RefusedError) as caught:
        check_detail({"key": value})
    assert str(value)[:12] not in str(caught.value)


def test_keys_are_words_too() -> None:
    with pytest.raises(RefusedError):
        check_detail({"ada@person.example": 1})
    with pytest.raises(RefusedError):
        check_word("Ada Lovelace", "event")
    assert check_word("", "record") == ""


def test_canonical_json_has_one_form() -> None:
    assert canonical({"b": 1, "a": [True, None, "ä"]}) == '{"a":[true,null,"ä"],"b":1}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical(float("inf"))

"""Edits change the characters that they name and nothing else: comments, order, quotes and line ends stay."""

from __future__ import annotations

import pytest

from zweck.check.edit import Edit, NotEditable, apply

BLOCK = """\
# head
a: 1   # one
b:
  # inside
  c: "two"  # two
  d: [x, y]
e:   # nothing yet
f: {g: 1, h: 2}
"""


@pytest.mark.parametrize(("path", "value", "old", "new"), [
    (("a",), "3", "a: 1   # one", "a: 3   # one"),
    (("b", "c"), "drei", 'c: "two"  # two', "c: drei  # two"),
    (("b", "d", 1), "z", "[x, y]", "[x, z]"),
    (("b", "d"), "[]", "[x, y]", "[]"),
    (("e",), "5", "e:   # nothing", "e: 5   # nothing"),
    (("f", "h"), "9", "h: 2", "h: 9"),
    (("b", "n"), "1", "  d: [x, y]\n", "  d: [x, y]\n  n: 1\n"),
    (("e", "n"), "1", "e:   # nothing yet\n", "e:   # nothing yet\n  n: 1\n"),
    (("f", "n"), "1", "{g: 1, h: 2}", "{g: 1, h: 2, n: 1}"),
    (("a",), None, "a: 1   # one\n", ""),
    (("b", "d"), None, "  d: [x, y]\n", ""),
    (("f", "g"), None, "{g: 1, h: 2}", "{h: 2}"),
    (("f", "h"), None, "{g: 1, h: 2}", "{g: 1}"),
])  # fmt: skip
def test_only_the_named_place_changes(path: tuple[str | int, ...], value: str | None, old: str, new: str) -> None:
    assert BLOCK.count(old) == 1
    assert apply(BLOCK, [Edit(path, value)]) == BLOCK.replace(old, new)


def test_line_ends_of_windows_stay() -> None:
    text = "a: 1\r\nb: 2\r\n"
    assert apply(text, [Edit(("n",), "3")]) == "a: 1\r\nb: 2\r\nn: 3\r\n"
    assert apply(text, [Edit(("a",), None)]) == "b: 2\r\n"


def test_an_entry_beside_its_dash() -> None:
    text = "a:\n- b: 1\n  c: 2\n- d: 3\n"
    assert apply(text, [Edit(("a", 0, "b"), None)]) == "a:\n- c: 2\n- d: 3\n"
    assert apply(text, [Edit(("a", 1, "n"), "4")]) == "a:\n- b: 1\n  c: 2\n- d: 3\n  n: 4\n"


def test_the_last_line_without_an_end() -> None:
    assert apply("a: 1\nb: 2", [Edit(("b",), None)]) == "a: 1\n"
    assert apply("a: 1", [Edit(("b",), "2")]) == "a: 1\nb: 2"


@pytest.mark.parametrize(("text", "edit"), [
    ("a: &x {b: 1}\nc: *x\n", Edit(("c", "b"), "2")),  # an alias: both would change
    ("a: &x 1\nc: *x\n", Edit(("c",), None)),
    ("a: |\n  text\n", Edit(("a",), "1")),
    ("a:\n  b: 1\n", Edit(("a",), "1")),
    ("a: word\n", Edit(("a", "b"), "1")),  # a shorthand has no keys
    ("a: [x]\n", Edit(("a", 0), None)),
    ("a: 1\n", Edit(("b",), None)),
    ("a: 1\n", Edit(("b", "c"), "1")),
    ("a:\n- b: 1\n", Edit(("a", 0, "b"), None)),
    ("f: {a: 1, # why\n  b: 2}\n", Edit(("f", "a"), None)),  # the comment would go
])  # fmt: skip
def test_what_would_touch_more_is_left_alone(text: str, edit: Edit) -> None:
    with pytest.raises(NotEditable):
        apply(text, [edit])

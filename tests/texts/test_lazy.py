"""Messages parsed when they are said are the same messages; nothing of a file is missed."""

from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource

from zweck.texts.lazy import LazyBundle

FILES = sorted((Path(__file__).parents[2] / "src/zweck").rglob("*.ftl"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.name}")
def test_every_message_of_every_file_is_the_same(path):
    text = path.read_text("utf-8")
    whole = FluentBundle(["de"], use_isolating=False)
    whole.add_resource(FluentResource(text))
    lazy = LazyBundle("de", text)
    assert set(lazy.names()) == set(whole._messages)
    for name in lazy.names():
        one, other = lazy.get_message(name), whole.get_message(name)
        assert one.attributes.keys() == other.attributes.keys()
        assert (one.value is None) == (other.value is None)
        for pattern, same in (
            (one.value, other.value),
            *zip(one.attributes.values(), other.attributes.values(), strict=True),
        ):
            if pattern is not None:
                assert pattern.equals(same)


def test_only_what_is_said_is_parsed():
    lazy = LazyBundle("en", "one = 1\n# two follows\ntwo = 2 { $x }\n    and more\n    .attr = a\nthree = 3\n")
    assert lazy.has_message("two") and not lazy.has_message("and") and not lazy._messages
    found = lazy.get_message("two")
    assert lazy.format_pattern(found.value, {"x": "y"}) == ("2 y\nand more", [])
    assert list(found.attributes) == ["attr"] and list(lazy._messages) == ["two"]


def test_messages_that_refer_to_each_other_resolve():
    lazy = LazyBundle("en", "-brand = Z\na = { b } by { -brand }\nb = B\n")
    assert lazy.format_pattern(lazy.get_message("a").value) == ("B by Z", [])


def test_an_unknown_message_is_an_error():
    with pytest.raises(LookupError):
        LazyBundle("en", "a = 1\n").get_message("b")

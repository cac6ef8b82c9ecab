"""Loading a declaration: complete where it is silent, and every problem at once with place and mend."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zweck.declaration import load, loads
from zweck.errors import DeclarationError

GOOD = """\
zweck: 1
site:
  name: Nordlicht
  domains: [www.nordlicht.example]
  languages: [de, en]
controller:
  name: Nordlicht Dienste GmbH
  address: {street: Musterweg 1, postcode: "37073", city: Göttingen, country: DE, state: NI}
  email: info@nordlicht.example
activities:
  contact: {fields: [name, email, "phone?", message], keep: 6 months after closed}
  newsletter:
  enquiries_by_phone: {kind: contact, keep: 30 days after closed}
services:
  youtube: {gate: consent}
systems:
  shop: {url: "${SHOP_URL}"}
"""


def problems(text, environ=None):
    with pytest.raises(DeclarationError) as caught:
        loads(text, environ=environ or {})
    return [(f.at.line, f.at.column, f.message, f.mend) for f in caught.value.findings]


def test_it_works():
    declaration = loads(GOOD, environ={})
    assert declaration.id == "www.nordlicht.example"
    assert declaration.reference == "de"
    contact = declaration.activities["contact"]
    assert [(f.name, f.required) for f in contact.fields] == [
        ("name", True),
        ("email", True),
        ("phone", False),
        ("message", True),
    ]
    assert (contact.at.line, contact.at.column) == (11, 3)
    assert "keep" not in contact.assumed
    assert declaration.activities["enquiries_by_phone"].kind == "contact"


def test_a_kind_without_options_is_complete_and_says_what_it_assumed():
    newsletter = loads(GOOD, environ={}).activities["newsletter"]
    assert newsletter.basis == ("6(1)(a)",)
    assert newsletter.rules
    assert all(reason for reason in newsletter.assumed.values())
    assert {"basis", "keep"} <= set(newsletter.assumed)


def test_a_declared_rule_replaces_the_whole_assumed_one():
    text = GOOD.replace("  newsletter:\n", "  newsletter: {keep: 2 years after unsubscribed}\n")
    newsletter = loads(text, environ={}).activities["newsletter"]
    assert "keep" not in newsletter.assumed
    assert newsletter.rule.to_yaml() == {"keep": "2 years after unsubscribed"}


def test_every_problem_is_told_at_once_with_its_place():
    text = (
        GOOD.replace("  name: Nordlicht\n", "  nam: Nordlicht\n")
        .replace("country: DE", "country: Germany")
        .replace("6 months", "6 moths")
        .replace("  newsletter:", "  newslettr:")
    )
    found = problems(text)
    assert [(line, column) for line, column, _, _ in found] == [(2, 1), (3, 3), (8, 79), (11, 63), (12, 3)]
    mends = " | ".join(mend for *_, mend in found)
    for expected in ("add name: … here", "did you mean 'name'?", "ISO 3166", "months", "did you mean 'newsletter'?"):
        assert expected in mends


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "says"),
    [
        ("zweck: 1", "zweck: 2", 1, 8, "2"),
        ("domains: [www.nordlicht.example]", "domains: ['https://x/y']", 4, 13, "no host name"),
        ("email: info@nordlicht.example", "email: remove-this", 9, 10, "no e-mail address"),
        ("languages: [de, en]", "languages: [de, fr]", 5, 19, "fr"),
        ("youtube: {gate: consent}", "youtube: {gate: click}", 15, 19, "click"),
        ("youtube: {gate: consent}", "youtube: {basis: 6(1)}", 15, 20, "no legal basis"),
        ("  youtube:", "  You Tube:", 15, 3, "cannot be a name"),
    ],
)
def test_one_problem_each(old, new, line, column, says):
    assert old in GOOD
    found = problems(GOOD.replace(old, new))
    assert len(found) == 1, found
    assert found[0][:2] == (line, column)
    assert says in found[0][2]


def test_environment_is_filled_in_and_a_missing_name_is_told():
    text = GOOD.replace("name: Nordlicht\n", "name: ${SITE_NAME}\n")
    assert loads(text, environ={"SITE_NAME": "Nord"}).site.name == "Nord"
    assert loads(text.replace("SITE_NAME", "SITE_NAME:-Süd"), environ={}).site.name == "Süd"
    found = problems(text)
    assert found[0][:2] == (3, 9)
    assert "SITE_NAME is not set" in found[0][2]


def test_a_database_address_may_stay_unset_where_it_is_only_checked():
    assert loads(GOOD, environ={}).systems["shop"].url == "${SHOP_URL}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n- b",
        "just words",
        "a: [1\nb: }",
        "a: 1\na: 2",
        "\tzweck: 1",
        "zweck: &a [*a]",
        "? [complex, key]\n: 1",
        "zweck: 1\nsite: !!python/object/apply:os.system ['true']",
        "[" * 5000,
        "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
        "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e]",
    ],
)
def test_hostile_yaml_is_one_clear_error(text):
    found = problems(text)
    assert found
    assert all(line >= 1 for line, *_ in found)


def test_plain_words_mean_what_they_mean_in_yaml_1_2():
    made = loads(GOOD + "accepted: {a: no, b: on, c: y, d: 1:30, e: 0x1F, f: 010, g: 1_000}\n", environ={})
    assert made.accepted == {"a": "no", "b": "on", "c": "y", "d": "1:30", "e": "0x1F", "f": "010", "g": "1_000"}
    assert loads(
        GOOD.replace("  name: Nordlicht\n", "  name: Nordlicht\n  editorial: True\n"), environ={}
    ).site.editorial


def test_an_empty_value_is_shown_by_its_key():
    assert problems(GOOD.replace("name: Nordlicht\n", "name:\n"))[0][:2] == (3, 3)


@pytest.mark.parametrize("depth", [41, 201, 5000, 600_000])
def test_deep_nesting_ends_in_an_error_and_not_in_the_stack(depth):
    (found,) = problems("zweck: " + "[" * depth + "]" * depth)
    assert "nested" in found[2]


def test_a_file_that_is_no_text(tmp_path):
    path = tmp_path / "zweck.yaml"
    path.write_bytes(b"zweck: 1\nsite: \xff\xfe")
    with pytest.raises(DeclarationError, match=r"zweck\.yaml:2:1: not UTF-8"):
        load(path)


@given(st.data())
@settings(max_examples=150, derandomize=True, deadline=None)
def test_random_edits_never_end_in_a_traceback(data):
    lines = GOOD.splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        index = data.draw(st.integers(0, len(lines) - 1))
        line = lines[index]
        cut = data.draw(st.integers(0, len(line)))
        noise = data.draw(st.text(st.sampled_from("abz:{}[],&*!|>'\"%@` -#09.\n"), max_size=4))
        lines[index] = line[:cut] + noise + line[cut + data.draw(st.integers(0, 3)) :]
    try:
        loads("\n".join(lines), environ={})
    except DeclarationError as error:
        assert error.findings
        assert all(f.message and f.at.file for f in error.findings)

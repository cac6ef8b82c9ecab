"""The registry of rules: complete, in both languages, and what it names as keeping a rule exists."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from zweck.errors import NotFoundError, Severity
from zweck.law.rights import access_items, right, rights
from zweck.law.rules import REASONS, rule, rules
from zweck.law.state import LAW_DATE, pending_laws

RESEARCH = Path(__file__).parents[2] / ".." / "shared" / "law" / "rules.yaml"
RULE_ID = re.compile(r"[A-Z]+[0-9A-Z]*(-[0-9A-Za-z]+)+")


def test_the_registry_has_all_rules_once():
    ids = [r.id for r in rules()]
    assert len(ids) == len(set(ids)) == 238
    assert sum(not r.is_own for r in rules()) == 234
    assert all(RULE_ID.fullmatch(i) for i in ids)


@pytest.mark.parametrize("r", rules(), ids=lambda r: r.id)
def test_each_rule_is_complete(r):
    assert r.source and r.title_de and r.title_en and r.basis in "VMK"
    assert not r.title_de.endswith(".") and not r.title_en.endswith(".")
    if r.severity.fails:
        for text in (r.requirement_de, r.requirement_en):
            assert text.endswith(".") and 20 < len(text) <= 170, text
        assert r.requirement_de != r.requirement_en
        assert r.requirement("de") == r.requirement_de
    else:
        assert r.requirement("en") == r.title_en


@pytest.mark.parametrize("r", rules(), ids=lambda r: r.id)
def test_a_reason_is_known_and_said_in_both_languages(r):
    if r.unhandled:
        assert not r.kept_by
        assert r.unhandled in REASONS
        assert r.why_unhandled("de") != r.why_unhandled("en")
    assert (r.unhandled == "elsewhere") == bool(r.see)
    assert not r.see or rule(r.see)


@pytest.mark.parametrize("place", sorted({place for r in rules() for place in r.kept_by}))
def test_what_keeps_a_rule_exists(place):
    module, _, name = place.partition(":")
    found = import_module(f"zweck.{module}")
    for part in name.split("."):
        found = getattr(found, part)
    assert callable(found)


def test_pending_law_is_never_enforced():
    assert all(r.severity is Severity.INFO and not r.kept_by for r in rules() if r.id.startswith("PEND-"))


def test_an_unknown_rule_is_named():
    with pytest.raises(NotFoundError, match="GDPR-99-nothing"):
        rule("GDPR-99-nothing")


@pytest.mark.skipif(not RESEARCH.exists(), reason="research material is not part of the repository")
def test_ids_and_severities_follow_the_research():
    researched = {r["id"]: r for r in YAML(typ="safe").load(RESEARCH)["rules"]}
    assert {r.id: str(r.severity) for r in rules() if not r.is_own} == {i: r["severity"] for i, r in researched.items()}
    # Our sentences are our own.
    assert [r.id for r in rules() if not r.is_own and r.requirement_en == researched[r.id]["requirement"]] == []


def test_the_rights_and_their_articles():
    articles = [r.article for r in rights()]
    assert articles == ["7(3)", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "77"]
    assert right("15") == right("access") and right("objection").needs == ("e", "f")
    assert {r.article for r in rights() if not r.is_request} == {"13", "14", "19", "77"}
    for r in rights():
        assert r.summary("de").endswith(".") and r.summary("en").endswith(".") and r.title("de") != r.title("en")
    with pytest.raises(NotFoundError, match="access"):
        right("99")


def test_access_has_nine_items():
    assert [i.article for i in access_items()] == [*(f"15(1)({c})" for c in "abcdefgh"), "15(2)"]
    assert {i.key for i in access_items() if i.is_conditional} == {
        "source",
        "automated_decision",
        "safeguards",
    }
    assert all(i.title("de") != i.title("en") for i in access_items())


def test_pending_laws_have_a_rule_and_a_day_of_the_last_look():
    assert {p.rule for p in pending_laws()} == {r.id for r in rules() if r.id.startswith("PEND-")}
    for p in pending_laws():
        assert p.seen_on <= LAW_DATE and p.status_de and p.status_en and p.source
        assert p.applies_on is None or p.applies_on > LAW_DATE

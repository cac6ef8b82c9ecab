"""Every check rule: a declaration that breaks it, one that satisfies it, and the sentences in both languages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.rules.overlay import HERE, ON, before, expected, rule_folders, text_of
from zweck.check import check
from zweck.check.rule import CHECKS
from zweck.check.run import load_rules
from zweck.declaration import Declaration, load, loads
from zweck.errors import Finding

load_rules()


@cache
def declared(path: Path) -> Declaration:
    return loads(text_of(path), environ={})


@cache
def findings(path: Path, language: str = "en") -> list[Finding]:
    return check(declared(path), ON, language, before(path.parent))


def in_order(found: list[Finding]) -> list[Finding]:
    return sorted(found, key=lambda f: (f.at, f.rule, f.severity, f.path))


@pytest.mark.parametrize("folder", rule_folders(), ids=lambda f: f.name)
def test_bad_is_found_at_its_place(folder: Path) -> None:
    found, text = findings(folder / "bad.yaml"), declared(folder / "bad.yaml").source.text
    wanted = expected(folder / "bad.yaml")
    mine = [f for f in found if f.rule == folder.name]
    lines = [text.splitlines()[f.at.line - 1].strip().removeprefix("- ") for f in mine]
    assert any(line.startswith(wanted.finds.removeprefix("- ")) for line in lines), [str(f) for f in found]
    assert {f.rule for f in found if f.severity.fails} <= {folder.name} | wanted.also


@pytest.mark.parametrize("folder", rule_folders(), ids=lambda f: f.name)
def test_good_is_clean(folder: Path) -> None:
    found = findings(folder / "good.yaml")
    assert [f for f in found if f.rule == folder.name or f.severity.fails] == []


@pytest.mark.parametrize("folder", rule_folders(), ids=lambda f: f.name)
def test_both_languages_say_it(folder: Path) -> None:
    english = in_order(findings(folder / "bad.yaml", "en"))
    german = in_order(findings(folder / "bad.yaml", "de"))
    assert len(english) == len(german)
    for one, other in zip(english, german, strict=True):
        assert (one.rule, one.at, one.severity) == (other.rule, other.at, other.severity)
        assert one.message != other.message
        assert one.mend
        assert other.mend


def test_every_check_has_its_two_declarations() -> None:
    assert {folder.name for folder in rule_folders()} == set(CHECKS)


def test_base_has_no_fault() -> None:
    assert check(load(HERE / "base.yaml"), ON) == []


def test_sixty_weighty_rules_are_shown_to_break() -> None:
    broken = {f.rule for folder in rule_folders() for f in findings(folder / "bad.yaml") if f.severity.fails}
    assert len(broken) >= 60

"""Every message of every rule is reached by some declaration, in both languages, at its place."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.rules.overlay import HERE, ON, before, overlaid, rule_folders, text_of
from zweck.check import check
from zweck.check.rule import CHECKS
from zweck.check.wording import entries
from zweck.declaration import loads

VARIANTS: dict[str, Any] = YAML().load((Path(__file__).parent / "variants.yaml").read_text("utf-8"))
_NOT_OF_A_RULE = ("severity-", "summary", "explain-", "rules-", "since-", "fix-", "accepted")


def pattern(key: str, language: str) -> re.Pattern[str]:
    """What a message looks like, whatever its words."""
    text = re.sub(r"\\\{\\ \\\$[\w-]+\\ \\\}", ".*", re.escape(entries("check", language)[key]))
    return re.compile(text, re.DOTALL)


def rule_of(key: str) -> str:
    return max((rule for rule in CHECKS if key == rule or key.startswith(f"{rule}-")), key=len)


@pytest.mark.parametrize("key", list(VARIANTS))
def test_variant_is_said_at_its_place(key: str) -> None:
    text = overlaid(VARIANTS[key]["overlay"])
    declaration = loads(text, environ={})
    for language in ("de", "en"):
        found = [f for f in check(declaration, VARIANTS[key].get("on", ON), language) if f.rule == rule_of(key)]
        mine = [f for f in found if pattern(key, language).fullmatch(f.message)]
        lines = [text.splitlines()[f.at.line - 1].strip() for f in mine]
        assert any(line.startswith(VARIANTS[key]["finds"]) for line in lines), [(str(f.at), f.message) for f in found]


@cache
def said_by_rules() -> list[tuple[str, str]]:
    assert (HERE / "base.yaml").exists()
    return [
        (finding.rule, finding.message)
        for folder in rule_folders()
        for finding in check(loads(text_of(folder / "bad.yaml"), environ={}), ON, "en", before(folder))
    ]


def test_no_message_is_left_unsaid() -> None:
    keys = [k for k in entries("check", "en") if "." not in k and not k.startswith(_NOT_OF_A_RULE)]
    keys += [rule for rule in CHECKS if rule.startswith("accepted") and rule not in keys]
    said = said_by_rules()
    unsaid = [k for k in keys if k not in VARIANTS and not any(pattern(k, "en").fullmatch(m) for _, m in said)]
    assert unsaid == []

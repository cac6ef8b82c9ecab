"""The table of completeness in the docs: each rule it names is checked, and each item left out is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.check.test_report import BROKEN
from tests.rules.overlay import ON
from zweck.check import check
from zweck.check.rule import CHECKS
from zweck.check.run import load_rules
from zweck.declaration import loads
from zweck.law.views import disputes

PAGE = (Path(__file__).parents[2] / "docs" / "howto" / "check-a-declaration.md").read_text("utf-8")
load_rules()

WHOLE = """\
  werkstatt:
    kind: crm
    data: [name, contact]
    subjects: [customers]
    purpose: vereinbart Termine für Reparaturen mit Kunden
    basis: 6(1)(f)
    interest: Reparaturen gut planen
    provision: voluntary
    fields: [email]
    keep: 6 months after closed
"""


def rules_in(text: str) -> set[str]:
    load_rules()
    return set(re.findall(r"\b(?:GDPR|TDDDG|CONS|ANA|RET|LOG)-[\w-]+", text))


def test_the_page_names_only_rules_that_are_checked() -> None:
    assert rules_in(PAGE) - set(CHECKS) == set()
    assert len(rules_in(PAGE)) > 40


def test_the_page_lists_every_disputed_question_with_all_views() -> None:
    for found in disputes():
        views = ", ".join(f"`{view.id}`" for view in found.options)
        assert f"| `{found.id}` | {views} | {found.rule} |" in PAGE


def test_a_whole_activity_is_complete() -> None:
    text = BROKEN.replace("40 days", "7 days")
    assert check(loads(text + WHOLE), ON) == []


KEEP = "keep: 6 months after closed"


@pytest.mark.parametrize(("line", "instead", "rule"), [
    ("data: [name, contact]", "data: []", "GDPR-30-1-record"),
    ("subjects: [customers]", "subjects: []", "GDPR-30-1-record"),
    ("purpose: vereinbart Termine für Reparaturen mit Kunden", "purpose: Marketing", "GDPR-05-1b-purpose"),
    ("basis: 6(1)(f)", "basis: []", "GDPR-06-1-basis"),
    ("basis: 6(1)(f)", "basis: 6(1)(c)", "GDPR-06-1c-law"),
    ("basis: 6(1)(f)", "basis: [6(1)(a), 6(1)(f)]", "GDPR-06-basis-stack"),
    ("basis: 6(1)(f)", "basis: 6(1)(f)\n    recipients: partners", "GDPR-13-1e-recipients"),
    ("basis: 6(1)(f)", "basis: 6(1)(f)\n    automated: true", "GDPR-13-2f-automated"),
    ("basis: 6(1)(f)", "basis: 6(1)(f)\n    system: lager", "GDPR-17-1-erase"),
    ("basis: 6(1)(f)", "basis: 6(1)(f)\n    obtained_from: ein Händler\n    informed: 2 months", "GDPR-14-3-timing"),
    ("provision: voluntary", "provision:", "GDPR-13-2e-obligation"),
    (KEEP, "keep: unlimited\n    review: every 12 months\n    reason: archive", "GDPR-05-1e-storage"),
    (KEEP, "keep: until purpose_ended", "GDPR-13-2a-storage"),
    (KEEP, "keep: at least 1 month after closed\n    end: on objected at once", "RET-longer-than-need"),
])  # fmt: skip
def test_each_item_left_out_is_found(line: str, instead: str, rule: str) -> None:
    assert line in WHOLE
    text = BROKEN.replace("40 days", "7 days") + WHOLE.replace(line, instead)
    assert rule in {found.rule for found in check(loads(text), ON)}

"""``--explain``: what kinds assumed and which views are followed, each with its reason, in both languages."""

from __future__ import annotations

import pytest

from tests.check.test_report import BROKEN
from tests.rules.overlay import ON
from zweck.check import check
from zweck.check.explained import explain, reason_for
from zweck.check.wording import entries
from zweck.declaration import kind_names, kinds, loads
from zweck.law.rules import rule
from zweck.law.views import disputes


def test_it_tells_said_from_assumed() -> None:
    said = explain(loads(BROKEN))
    assert "server_logs (zweck.yaml:13:3) · kept by Zweck" in said
    assert "said: keep" in said
    assert "  basis: [6(1)(f)]" in said
    assert "because operation and security of the site are a legitimate interest" in said
    assert "keep: 7 days" not in said


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_can_be_explained(language: str) -> None:
    head = BROKEN[: BROKEN.index("activities:")]
    whole = head + "activities:\n" + "".join(f"  {name}:\n" for name in kind_names())
    said = explain(loads(whole), language)
    for name in kind_names():
        assert f"\n{name} (zweck.yaml:" in said


def test_services_show_what_the_catalogue_gave() -> None:
    said = explain(loads(BROKEN + "services: {youtube: null, thing: {purpose: x}}\n"))
    assert "youtube: YouTube · known to the catalogue" in said
    assert "gate: consent" in said
    assert "thing: thing · not in the catalogue" in said


def test_every_assumption_has_a_german_reason_and_no_reason_is_left_over() -> None:
    wanted = {f"{kind.name}-{option}" for kind in kinds() for option in kind.assumes}
    assert set(entries("assumed", "de")) == wanted


def test_reasons_are_german_in_german() -> None:
    said = explain(loads(BROKEN), "de")
    assert "denn: Betrieb und Sicherheit der Website sind ein berechtigtes Interesse" in said
    assert "operation and security" not in said


def test_a_kind_without_a_german_reason_is_explained_in_english() -> None:
    assert reason_for("of_somebody_else", "keep", "why not", "de") == "why not"


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_dispute_shows_the_view_followed_its_reason_and_the_others(language: str) -> None:
    said = explain(loads(BROKEN + "views: {applicants: 3 months}\n"), language)
    for found in disputes():
        chosen = found.options[2] if found.id == "applicants" else found.options[0]
        assert f"  {found.id}: {chosen.id} · " in said
        assert chosen.reason(language) in said
        for other in found.options:
            assert other.title(language) in said


def test_each_view_changes_what_its_rule_finds() -> None:
    for found in disputes():
        assert rule(found.rule)
        assert len({view.id for view in found.options}) == len(found.options) > 1


LOGS = BROKEN.replace("40 days", "20 days")


@pytest.mark.parametrize(("views", "rules"), [("{}", ["LOG-server"]), ("{server_logs: 30 days}", [])])
def test_a_view_is_a_switch(views: str, rules: list[str]) -> None:
    assert [f.rule for f in check(loads(f"{LOGS}views: {views}\n"), ON)] == rules


APPLICATIONS = BROKEN.replace("40 days", "7 days") + "  applications: {keep: %s after procedure_ended}\n"


@pytest.mark.parametrize(("kept", "view", "found"), [
    ("6 months", "6 months", False), ("6 months", "5 months", True), ("4 months", "5 months", False),
    ("4 months", "3 months", True), ("3 months", "3 months", False), ("7 months", "6 months", True),
])  # fmt: skip
def test_applicants_by_each_view(kept: str, view: str, found: bool) -> None:
    text = (APPLICATIONS % kept) + f"views: {{applicants: {view}}}\n"
    assert [f.rule for f in check(loads(text), ON) if f.rule.startswith("RET")] == ["RET-applicant-6m"] * found

"""A group company outside the EEA behind a provider elsewhere: told of, and covered by the safeguard that fits it."""

from __future__ import annotations

import pytest

from tests.check.test_report import BROKEN
from tests.rules.overlay import ON
from zweck.check import check
from zweck.declaration import loads

HEAD = BROKEN.replace("40 days", "7 days")
KIN = "recipients:\n  calls: {name: Cisco International Limited, country: %s, safeguard_checked: 2026-10-01%s}\n"


def found(country: str, safeguard: str) -> list[tuple[str, str]]:
    said = f", safeguard: {safeguard}" if safeguard else ""
    return [(f.rule, f.severity.value) for f in check(loads(HEAD + KIN % (country, said)), ON)]


def test_an_adequate_country_with_a_parent_in_the_united_states_says_so() -> None:
    assert ("GDPR-44-chain", "warn") in found("GB", "")


@pytest.mark.parametrize("safeguard", ["DPF", "SCC", "DPF and SCC"])
def test_the_parents_safeguard_covers_its_access(safeguard: str) -> None:
    assert found("GB", safeguard) == []


def test_a_company_without_a_known_parent_cannot_rest_on_the_framework() -> None:
    text = HEAD + (KIN % ("GB", ", safeguard: DPF")).replace("Cisco International Limited", "Depot Ltd")
    assert "GDPR-45-us-dpf" in {f.rule for f in check(loads(text), ON)}


def test_within_the_union_a_safeguard_for_the_parent_is_no_mistake() -> None:
    assert found("IE", "SCC") == []


def test_the_other_view_is_silent() -> None:
    text = HEAD + KIN % ("GB", "") + "views: {parent_company: no_transfer}\n"
    assert "GDPR-44-chain" not in {f.rule for f in check(loads(text), ON)}

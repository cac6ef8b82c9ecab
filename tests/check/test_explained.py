"""``--explain``: what kinds assumed, and why."""

from __future__ import annotations

import pytest

from tests.check.test_report import BROKEN
from zweck.check.explained import explain
from zweck.declaration import kind_names, loads


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

"""Every view is a switch: the same declaration, another view, another finding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.rules.overlay import ON, overlaid
from zweck.check import check
from zweck.declaration import loads
from zweck.law.views import disputes

CASES: list[dict[str, Any]] = YAML(typ="safe").load((Path(__file__).parent / "views.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['dispute']}-{c['view']}")
def test_the_view_decides(case: dict[str, Any]) -> None:
    text = overlaid({**case["overlay"], "views": {case["dispute"]: case["view"]}})
    found = [f.severity.value for f in check(loads(text, environ={}), ON) if f.rule == case["rule"]]
    assert found == case["finds"]


def test_every_view_is_shown() -> None:
    assert {(c["dispute"], c["view"]) for c in CASES} == {(d.id, v.id) for d in disputes() for v in d.options}
    assert {c["dispute"]: c["rule"] for c in CASES} == {d.id: d.rule for d in disputes()}

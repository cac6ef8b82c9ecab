"""The five real notices with their labels, where they are at hand; skipped without them."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from zweck.declaration import loads
from zweck.read import read_notice, show_report
from zweck.read.draft import draft
from zweck.read.report import DocumentRead, Report

SEEDS = Path(__file__).parents[2] / ".." / "shared" / "seeds"
GOLD = sorted((SEEDS / "gold").glob("*.yaml"))
pytestmark = pytest.mark.skipif(not GOLD, reason="the labelled notices are not here")


def case(path: Path) -> tuple[dict, DocumentRead]:
    gold = YAML(typ="safe").load(path)
    file = SEEDS / gold["document"]["file"]
    return gold, read_notice(file.read_bytes(), file.name)


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_parties_and_draft(path: Path):
    gold, read = case(path)
    controller, officer = gold["document"]["controller"], gold["document"].get("dpo")
    assert read.controller.name == controller["name"]
    assert read.controller.address and controller["address"].startswith(
        read.controller.address.split(", Ger")[0].split(", Deu")[0]
    )
    assert read.officer.present == bool(officer)
    if officer and officer.get("email"):
        assert read.officer.email == officer["email"]
    loaded = loads(draft(read))
    assert {s.id for s in read.service_details} == set(loaded.services)
    assert show_report(Report(documents=[read]), "de")


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_what_is_only_mentioned_is_no_service(path: Path):
    gold, read = case(path)
    phantoms = {"HubSpot"} if path.stem == "xometry" else set()
    assert not phantoms & set(read.services)
    assert gold["phantom_systems"]


def test_the_cookie_table_without_separators_comes_back_whole():
    gold, read = case(SEEDS / "gold" / "xometry.yaml")
    expected = [
        (c["line"], c["name"], c["purpose"].replace("\u00a0", " "), c["duration_raw"], c["provider_raw"])
        for c in gold["cookies"]
    ]
    assert [(c.at.line, c.name, c.purpose, c.written, c.provider) for c in read.cookies] == expected
    assert len(expected) == 81

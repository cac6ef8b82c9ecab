"""Old versions on the live site: a permalink each, a list, nothing else to be had; a long notice in short pages."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.serve.world import HOST
from zweck.declaration import load
from zweck.serve.app import application
from zweck.write import compose
from zweck.write.archive import keep, read_history

EXAMPLE = Path(__file__).parents[2] / "examples/parts-marketplace/zweck.yaml"


@pytest.fixture
def archive(world):
    return world.settings.data / "versions" / world.declaration.id


def test_what_was_shown_keeps_its_address(world, archive):
    shown = world.client().get("/privacy/de").text
    version = read_history(archive).of("notice", "de")[0].version
    assert version in shown and 'href="/privacy/de/versions"' in shown
    old = world.client().get(f"/privacy/notice/{version}")
    assert old.status_code == 200 and old.headers["X-Robots-Tag"] == "noindex, follow"
    assert old.headers["Content-Language"] == "de" and version in old.text


def test_an_earlier_version_is_listed_with_its_day_and_its_change(world, archive):
    now = compose("notice", world.declaration, "de", date(2026, 1, 1))
    shorter = tuple(section for section in now.sections if section.anchor != "state")
    older = replace(now, sections=shorter, dated_on=date(2026, 1, 1))
    keep(archive, [older], date(2026, 1, 1))
    world.client().get("/privacy/de")
    listed = world.client().get("/privacy/de/versions")
    history = read_history(archive).of("notice", "de")
    assert [entry.version for entry in history] == [older.version, now.version]
    assert all(f"/privacy/notice/{entry.version}" in listed.text for entry in history)
    assert "1. Januar 2026" in listed.text and "Erste Fassung" in listed.text
    assert world.client().get(f"/privacy/notice/{older.version}").status_code == 200


@pytest.mark.parametrize("version", ["0" * 12, "nope", "..%2f..%2fetc", "0123456789abcdef"])
def test_what_is_no_version_is_not_found(world, version):
    world.client().get("/privacy/de")
    assert world.client().get(f"/privacy/notice/{version}").status_code == 404


def test_a_version_is_found_only_under_its_own_kind(world, archive):
    world.client().get("/privacy/de/imprint")
    version = read_history(archive).of("imprint", "de")[0].version
    assert world.client().get(f"/privacy/imprint/{version}").status_code == 200
    assert world.client().get(f"/privacy/cookies/{version}").status_code == 404


def test_a_disk_that_refuses_stops_no_page(world, archive):
    archive.parent.mkdir(parents=True, exist_ok=True)
    archive.write_text("in the way")
    assert world.client().get("/privacy/de").status_code == 200


def test_a_short_notice_has_no_layers(world):
    assert world.client().get("/privacy/de/services").status_code == 404


def test_a_long_notice_is_served_in_short_pages(world):
    declaration = load(EXAMPLE, environ={})
    app = application([declaration], world.store, world.settings, world.clock)
    client = TestClient(app, base_url=f"https://{declaration.site.domains[0]}")
    pages = {kind: client.get(f"/privacy/de{kind}") for kind in ("", "/activities", "/services")}
    assert {page.status_code for page in pages.values()} == {200}
    assert all(len(page.content) < 70_000 for page in pages.values())
    assert 'href="/privacy/de/services#s-aws"' in pages["/activities"].text
    assert HOST not in pages[""].text

"""Consent: each service by itself, remembered on the device, proved on the server (Art. 7 GDPR, § 25 TDDDG)."""

from __future__ import annotations

import itertools

import pytest
import sqlalchemy as sa

from tests.promises.world import HEAD

EIGHT = tuple(f"service{n}" for n in range(1, 9))
SERVICES = "".join(
    f"""
  {name}: {{name: Dienst {name[-1]}, gate: consent, category: analytics, purpose: counts visits, opt_out: on this page,
    provider: {{name: Anbieter {name[-1]}, country: FR}}, domains: [{name}.example]}}"""
    for name in EIGHT
)
BODY = f"\nactivities: {{consent: {{}}}}\nservices:{SERVICES}\n"
PAGED = HEAD.replace("languages:", "pages: pages, languages:")
PAGE = "<!doctype html><html lang='de'><head><title>Werk</title></head><body><h1>Werk</h1>{}</body></html>"


@pytest.fixture
def world(begin):
    made = begin(BODY, "2026-11-25 09:00", head=PAGED)
    (made.folder / "pages").mkdir()
    tags = "".join(f"<script src='https://{name}.example/t.js'></script>" for name in EIGHT)
    (made.folder / "pages" / "index.html").write_text(PAGE.format(tags), "utf-8")
    return made


def asks(visitor) -> bool:
    return 'data-zweck="accept"' in visitor.get("/").text


@pytest.mark.promise("consent.remembered")
def test_a_choice_is_remembered_until_it_is_cleared(world):
    visitor = world.visitor()
    assert asks(visitor)
    assert dict(visitor.cookies) == {}
    assert visitor.post("/privacy/consent", data={"action": "accept"}).status_code == 303
    assert not asks(visitor)
    (name,) = dict(visitor.cookies)
    assert name == "zweck_consent"
    consent_id = visitor.cookies[name].rsplit(".", 1)[1]
    with world.read() as tx:
        assert [c.action for c in tx.consents.of(consent_id)] == ["accept"]
        assert tx.consents.count() == 1
    visitor.cookies.clear()
    assert asks(visitor)


@pytest.mark.promise("consent.evidence")
def test_every_choice_is_proved_and_no_byte_can_change(world):
    """The declared fields are the choice, a random id, time, language and text; no browser, name or address is kept."""
    first, second = world.visitor(), world.visitor()
    assert first.post("/privacy/consent", data={"action": "accept"}).status_code == 303
    consent_id = first.cookies["zweck_consent"].rsplit(".", 1)[1]
    world.at("2026-11-25 09:05")
    assert second.post("/privacy/consent", data={"action": "reject"}).status_code == 303
    world.at("2026-11-25 09:10")
    assert first.post("/privacy/consent", data={"action": "withdraw"}).status_code == 303
    entries = world.entries("consent.recorded")
    assert ["accept" in entries[0].detail, "reject" in entries[1].detail, "withdraw" in entries[2].detail] == [True] * 3
    assert [b.previous == a.hash for a, b in itertools.pairwise(entries)] == [True] * 2
    with world.store.engine.connect() as link:
        rows = link.execute(sa.text("SELECT * FROM consent ORDER BY recorded_at")).mappings().all()
    fields = ["site_id", "id", "blind", "seq", "choices", "action", "method", "language", "shown", "gpc", "recorded_at"]
    assert [sorted(r) for r in rows] == [sorted(fields)] * 3
    assert consent_id.encode() not in rows[0]["blind"]
    proof = world.prove()
    assert proof.chain.whole
    with world.store.engine.begin() as link:
        changed = (
            rows[1]["choices"]
            .replace('"service3":false', '"service3":true')
            .replace('"service3": false', '"service3": true')
        )
        assert changed != rows[1]["choices"]
        link.execute(sa.text("UPDATE consent SET choices = :c WHERE id = :i"), {"c": changed, "i": rows[1]["id"]})
    proof = world.prove()
    assert not proof.chain.whole
    assert proof.failed
    assert proof.chain.problems == (f"entry {entries[1].seq}: the consent it proves was changed afterwards",)


def test_a_withdrawal_belongs_to_its_consent_even_when_the_browser_is_quicker(world):
    """The script may have written the new cookie before the request leaves: what counts is what was recorded."""
    visitor = world.visitor()
    given = visitor.post("/privacy/consent", json={"granted": list(EIGHT)}).json()["id"]
    visitor.cookies.clear()
    assert visitor.post("/privacy/consent", json={"granted": [], "id": given}).status_code == 200
    with world.read() as tx:
        assert [c.action for c in tx.consents.of(given)] == ["accept", "withdraw"]
    assert visitor.post("/privacy/consent", json={"granted": [], "id": "'; --"}).status_code == 422

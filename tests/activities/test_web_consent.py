"""Consent through its public routes: the choice, the proof, the cookie, the gate on the server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.serve.world import PAGE, World, later, make_world
from zweck.activities.consent.choice import Choice, Offer, decode, encode, offer_of
from zweck.activities.consent.gate import gate
from zweck.declaration import loads

URL = "/privacy/consent"
ALL = ["youtube", "matomo", "google-maps"]
SOME = {"granted": ["youtube"], "method": "settings", "language": "de", "shown": ""}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = make_world(tmp_path)
    yield made
    made.store.close()


def count(world: World) -> int:
    with world.store.read(world.declaration.id) as tx:
        return int(tx.consents.count())


def history(world: World, consent_id: str) -> list[Any]:
    with world.store.read(world.declaration.id) as tx:
        return list(tx.consents.of(consent_id))


def test_a_consent_is_committed_and_remembered_in_one_small_cookie(world: World) -> None:
    client = world.client()
    answer = client.post(URL, json=SOME)
    assert answer.status_code == 200
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("zweck_consent=1.") and len(cookie.partition(";")[0]) <= 120
    assert "Max-Age=15552000" in cookie and "Secure" in cookie and "SameSite=lax" in cookie
    (row,) = history(world, answer.json()["id"])
    assert row.choices == {"youtube": True, "matomo": False, "google-maps": False}
    assert (row.action, row.method, row.language) == ("choose", "settings", "de")


@pytest.mark.promise("consent.evidence")
def test_every_choice_is_a_chained_record_without_anything_about_the_visitor(world: World) -> None:
    client = world.client(headers={"user-agent": "Quagga/1.0", "x-forwarded-for": "203.0.113.77"})
    consent_id = client.post(URL, json={**SOME, "granted": ALL}).json()["id"]
    client.post(URL, json={**SOME, "granted": []})
    client.post(URL, json={**SOME, "granted": []})
    entries = world.evidence("consent.recorded")
    assert [json.loads(e.detail)["action"] for e in entries] == ["accept", "withdraw", "reject"]
    assert len(history(world, consent_id)) == 2 and count(world) == 3
    world.store.scrub()
    raw = b"".join(p.read_bytes() for p in world.folder.glob("z.sqlite*"))
    assert b"withdraw" in raw
    assert b"Quagga" not in raw and b"203.0.113" not in raw and consent_id.encode() not in raw


def test_a_refusal_leaves_no_identifier(world: World) -> None:
    answer = world.client().post(URL, json={**SOME, "granted": []})
    assert answer.json()["id"] == ""
    assert answer.headers["set-cookie"].partition(";")[0].endswith(".")
    assert world.client().get(f"{URL}/receipt").status_code == 404
    assert count(world) == 1


BAD = [
    b"",
    b"nonsense",
    b"[]",
    b"null",
    b'{"granted":"youtube"}',
    b'{"granted":["unknown"]}',
    b'{"granted":["youtube","youtube"]}',
    b'{"granted":[1]}',
    b'{"granted":[],"id":"someone"}',
    b'{"granted":[],"method":"forged"}',
    b'{"granted":[],"method":{}}',
    b'{"granted":[],"shown":"s000000000000"}',
    b'{"granted":[],"language":5}',
    b"\xff\xfe\x00",
    b"[" * 3000,
]


@pytest.mark.parametrize("body", BAD, ids=range(len(BAD)))
def test_malformed_and_forged_decisions_store_nothing(world: World, body: bytes) -> None:
    answer = world.client().post(URL, content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert "set-cookie" not in answer.headers and count(world) == 0


def test_an_oversized_or_foreign_decision_stores_nothing(world: World) -> None:
    large = world.client().post(URL, content=b" " * 5000, headers={"content-type": "application/json"})
    foreign = world.client().post(URL, json=SOME, headers={"origin": "https://evil.example"})
    assert (large.status_code, foreign.status_code, count(world)) == (413, 403, 0)


def test_somebody_elses_id_gives_nothing_away(world: World) -> None:
    mine = world.client()
    mine.post(URL, json=SOME)
    assert mine.get(f"{URL}/receipt").json()["decisions"][0]["action"] == "choose"
    value = mine.cookies["zweck_consent"]
    for forged in (
        value[:-16] + "A" * 16,
        value[:-16],
        value[:-1],
        "1....",
        "x" * 200,
        "1.zzzzzzzz.a.b.c",
        "1.-5....",
    ):
        other = world.client(cookies={"zweck_consent": forged})
        assert other.get(f"{URL}/receipt").status_code == 404
        assert other.post(URL, json=SOME).json()["id"] != forged.rpartition(".")[2]


@pytest.mark.promise("consent.remembered")
def test_nobody_is_asked_again_until_the_entry_is_cleared_or_old(world: World) -> None:
    client = world.client()
    first = client.get("/")
    assert "zweck-title" in first.text and "set-cookie" not in first.headers
    answer = client.post(URL, json={**SOME, "granted": []})
    assert "zweck-title" not in client.get("/").text
    later(world, days=179)
    assert "zweck-title" not in client.get("/").text
    later(world, days=2)
    assert "zweck-title" in client.get("/").text
    assert answer.json()["id"] == ""
    client.cookies.clear()
    assert "zweck-title" in client.get("/").text


@pytest.mark.promise("consent.per_service")
def test_the_layer_lists_exactly_the_declared_services_unticked(world: World) -> None:
    fragment = world.client().get(f"{URL}/layer?lang=de").text
    for name in (
        "YouTube",
        "Matomo",
        "Google Maps",
        "Google Ireland Limited",
        "InnoCraft Ltd.",
        "Neuseeland",
    ):
        assert name in fragment
    assert fragment.count('name="s"') == 3 and "checked" not in fragment
    assert fragment.index('value="reject"') < fragment.index('value="accept"')
    client = world.client()
    client.post(URL, json=SOME)
    policy = client.get("/").headers["content-security-policy"]
    assert "youtube.com" in policy and "tracker.example" not in policy and "maps" not in policy
    client.post(URL, json={**SOME, "granted": []})
    assert "youtube.com" not in client.get("/").headers["content-security-policy"]


def test_without_javascript_a_form_decides_and_leads_back(world: World) -> None:
    client = world.client()
    answer = client.post(URL, data={"action": "save", "p": "media", "back": "/seite"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/seite")
    assert "Erlaubt haben Sie: YouTube und Google Maps" in client.get(URL).text
    for back in ("//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nX: y", ""):
        place = client.post(URL, data={"action": "reject", "back": back}).headers["location"]
        assert place == f"{URL}?saved=1&lang=de"
    assert "Sie haben alle Dienste abgelehnt" in client.get(URL).text
    for data in (
        {"action": "own"},
        {"action": "save", "s": "nope"},
        {"action": "save", "p": "nope"},
        {"x": "1"},
    ):
        assert client.post(URL, data=data).status_code == 422


def test_global_privacy_control_is_a_refusal_that_a_choice_can_lift(world: World) -> None:
    client = world.client(headers={"sec-gpc": "1"})
    page = client.get("/")
    assert "zweck-title" not in page.text and "youtube.com" not in page.headers["content-security-policy"]
    assert "set-cookie" not in page.headers
    client.post(URL, json=SOME)
    assert "youtube.com" in client.get("/").headers["content-security-policy"]
    assert "Global Privacy Control" in client.get(URL).text


def test_what_a_withdrawn_service_left_on_our_host_expires(world: World) -> None:
    client = world.client()
    client.post(URL, json={**SOME, "granted": ALL})
    client.cookies.set("_pk_id.1.abcd", "x", domain="www.nordlicht.example")
    client.cookies.set("session", "y", domain="www.nordlicht.example")
    answer = client.post(URL, json={**SOME, "granted": ["youtube"]})
    expired = [c for c in answer.headers.get_list("set-cookie") if "Max-Age=0" in c]
    assert expired and all(c.startswith("_pk_id.1.abcd=") for c in expired)
    assert any("Domain=nordlicht.example" in c for c in expired) and any("Domain" not in c for c in expired)


@pytest.mark.promise("embeds.placeholder")
def test_the_server_takes_every_gated_tag_out_of_reach(world: World) -> None:
    page = world.client().get("/").text
    from selectolax.lexbor import LexborHTMLParser

    live = [n.attributes.get("src") for n in LexborHTMLParser(page).css("script, iframe, img")]
    assert "https://www.youtube.com/embed/x" in PAGE and not any("youtube" in (s or "") for s in live)
    assert not any("tracker" in (s or "") for s in live)
    assert page.count("<template data-service=") == 2 and "Einmal laden" in page


GATED = [
    '<script src="https://www.youtube.com/iframe_api"></script>',
    "<script src=//WWW.YOUTUBE.COM./x></script>",
    '<iframe src=" https:\\\\www.youtube.com/x"></iframe>',
    '<iframe src="ht\ntps://www.youtube.com/x"></iframe>',
    '<img srcset="/a.png 1x, https://i.ytimg.com/b.png 2x">',
    '<link rel="preconnect" href="https://i.ytimg.com">',
    '<video poster="https://i.ytimg.com/p.png"></video>',
    '<video><source src="https://www.youtube.com/v"></video>',
    '<svg><image href="https://i.ytimg.com/p.png"/></svg>',
    '<svg><use xlink:href="https://i.ytimg.com/p.svg#a"/></svg>',
    '<object data="https://www.youtube.com/v"></object>',
    '<embed src="https://www.youtube.com/v">',
    '<input type="image" src="https://i.ytimg.com/p.png">',
    '<script>(function(){var s="https://www.youtube.com/iframe_api"})()</script>',
    '<script src="/own.js" data-service="youtube"></script>',
    '<noscript><img src="https://i.ytimg.com/p.png"></noscript>',
]


@pytest.fixture(scope="module")
def offer() -> Offer:
    return offer_of(loads((Path(__file__).parents[1] / "serve" / "site.yaml").read_text("utf-8")))


@pytest.mark.parametrize("tag", GATED, ids=range(len(GATED)))
def test_no_shape_of_a_tag_slips_through(tag: str, offer: Offer) -> None:
    from selectolax.lexbor import LexborHTMLParser

    made = gate(f"<!doctype html><html><head></head><body><p>x</p>{tag}</body></html>", offer, lambda s, w, h: "[P]")
    assert made.services == {"youtube"}
    tree = LexborHTMLParser(made.html)
    for node in tree.css("template"):
        node.decompose()
    left = tree.html or ""
    assert "ytimg" not in left.lower() and "youtube.com" not in left.lower() and "/own.js" not in left


FREE = [
    '<img src="/own.png">',
    '<iframe src="https://youtube.com.evil.example/"></iframe>',
    '<a href="https://www.youtube.com/">x</a>',
    '<script>var text = "youtube"</script>',
    '<script type="text/plain" data-service="youtube" src="https://www.youtube.com/x"></script>',
]


@pytest.mark.parametrize("tag", FREE, ids=range(len(FREE)))
def test_what_needs_no_consent_stays_as_it_is(tag: str, offer: Offer) -> None:
    made = gate(f"<!doctype html><html><head></head><body>{tag}</body></html>", offer, lambda s, w, h: "[P]")
    assert tag in made.html and not made.services


def test_the_choice_survives_coding_and_a_changed_fact_is_asked_again(offer: Offer, world: World) -> None:
    now = world.clock.now()
    choice = Choice(frozenset({"youtube"}), frozenset({"matomo", "google-maps"}), now, "A" * 16)
    assert decode(encode(choice, offer), offer, now) == choice
    text = (world.folder / "zweck.yaml").read_text("utf-8")
    moved = offer_of(loads(text.replace("stats.tracker.example", "other.example")))
    found = decode(encode(choice, offer), moved, now)
    assert found is not None and not found.covers(moved)
    assert found.granted == {"youtube"} and found.denied == {"google-maps"}
    worded = offer_of(
        loads(text.replace("youtube: {gate: consent}", "youtube: {gate: consent, purpose: Filme zeigen}"))
    )
    assert decode(encode(choice, offer), worded, now) == choice


def test_the_cookie_stays_small_with_many_services(offer: Offer, world: World) -> None:
    one = offer.services[0]
    text = (world.folder / "zweck.yaml").read_text("utf-8")
    more = "".join(
        f"  s{n}: {{gate: consent, provider: {{name: P, country: US}}, domains: [s{n}.example]}}\n" for n in range(40)
    )
    many = offer_of(loads(text + more))
    assert len({s.digest for s in many.services}) == 43
    choice = Choice(many.ids, frozenset(), world.clock.now(), "A" * 16)
    assert len(f"{many.cookie}={encode(choice, many)}") <= 135 and len(encode(choice, many)) <= 120
    assert decode(encode(choice, many), many, world.clock.now()) == choice
    assert replace(one, digest="xx").id == one.id

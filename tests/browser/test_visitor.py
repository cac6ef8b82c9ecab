"""The visitor's life in a real browser: the layer, the gate, the forms; nothing loads unasked."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.browser.conftest import SHOTS, Stage
from tests.serve.world import later

pytestmark = pytest.mark.browser
COOKIE = "zweck_consent"


def axe(page: Any) -> list[str]:
    """What axe finds wrong on a page: rule and element."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {n['html'][:120]}" for v in found for n in v["nodes"]]


def listening(context: Any) -> tuple[Any, list[str]]:
    """A page, and what its console says about refused loads."""
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: said.append(str(e)))
    return page, said


def until(page: Any, expression: str) -> None:
    """Wait until an expression holds (the page's policy forbids Playwright's own way, which needs eval)."""
    for _ in range(150):
        try:
            if page.evaluate(expression):
                return
        except Exception as error:
            if "navigation" not in str(error):
                raise
        page.wait_for_timeout(60)
    raise AssertionError(f"never true: {expression}")


def settled(page: Any) -> None:
    until(page, "document.readyState === 'complete' && window.Zweck !== undefined")
    page.wait_for_timeout(150)


def stored(page: Any) -> dict[str, Any]:
    cookies = {c["name"]: c["value"] for c in page.context.cookies()}
    return {"cookies": cookies, "local": json.loads(page.evaluate("JSON.stringify(localStorage)"))}


@pytest.mark.promise("consent.gate_services")
def test_nothing_loads_before_after_refusal_and_after_withdrawal(stage: Stage) -> None:
    page, said = listening(stage.context())
    page.goto(stage.base + "/")
    settled(page)
    assert page.locator(".zweck").is_visible()
    assert page.evaluate("window.inline") == "ran"
    assert stage.party.hits == [] and stored(page) == {"cookies": {}, "local": {}} and said == []
    page.screenshot(path=SHOTS / "1-layer.png")

    page.get_by_role("button", name="Alle ablehnen").click()
    page.locator(".zweck").wait_for(state="hidden")
    page.reload()
    settled(page)
    assert not page.locator(".zweck").is_visible()
    assert stage.party.hits == [] and list(stored(page)["cookies"]) == [COOKIE]
    assert stored(page)["cookies"][COOKIE].endswith(".")

    page.get_by_role("link", name="Einwilligungen ändern").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Alle akzeptieren").click()
    settled(page)
    until(page, "localStorage.getItem('trk-visitor') === '1'")
    hosts = set(stage.party.hits)
    assert {
        "stats.tracker.example/m.js",
        "stats.tracker.example/marked.js",
        "video.clips.example/embed/1",
    } <= hosts
    assert "stats.tracker.example/pixel.gif" in hosts
    assert {"_trk_host", "_trk_wide", COOKIE} <= set(stored(page)["cookies"])
    page.screenshot(path=SHOTS / "2-accepted.png")

    page.get_by_role("link", name="Einwilligungen ändern").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Alle ablehnen").click()
    settled(page)
    stage.party.hits.clear()
    page.reload()
    settled(page)
    assert stage.party.hits == []
    assert list(stored(page)["cookies"]) == [COOKIE] and stored(page)["local"] == {"own": "1"}
    assert said == []
    with stage.world.store.read(stage.world.declaration.id) as tx:
        assert tx.consents.count() == 3


def test_unmarked_markup_added_later_is_stopped_by_the_policy(stage: Stage) -> None:
    page, said = listening(stage.context())
    page.goto(stage.base + "/")
    settled(page)
    page.evaluate(
        """() => { for (const tag of ["script", "img", "iframe"]) {
          const e = document.createElement(tag); e.src = "http://stats.tracker.example/late-" + tag;
            document.body.append(e) }
          fetch("http://stats.tracker.example/late-fetch").catch(() => 0);
          navigator.sendBeacon("http://stats.tracker.example/late-beacon") }"""
    )
    page.wait_for_timeout(700)
    assert stage.party.hits == []
    assert any("Content Security Policy" in text for text in said)


def test_markup_added_later_and_marked_waits_for_consent(stage: Stage) -> None:
    page = stage.context().new_page()
    page.goto(stage.base + "/")
    settled(page)
    add = """() => { const t = document.createElement("template"); t.dataset.service = "tracker";
             t.innerHTML = '<img src="http://stats.tracker.example/spa.gif">'; document.body.append(t) }"""
    page.evaluate(add)
    page.wait_for_timeout(300)
    assert stage.party.hits == []
    with page.expect_navigation():
        page.evaluate("() => { Zweck.set(['tracker']) }")
    settled(page)
    page.evaluate(add)
    until(page, "document.querySelector('img[src*=spa]')?.complete")
    assert "stats.tracker.example/spa.gif" in stage.party.hits
    assert not any("clips" in h for h in stage.party.hits)
    assert page.evaluate("[Zweck.has('tracker'), Zweck.has('analytics'), Zweck.has('clips'), Zweck.has('x')]") == [
        True, True, False, False,
    ]  # fmt: skip


def test_one_service_can_be_chosen_and_an_embed_loaded_once(stage: Stage) -> None:
    page, said = listening(stage.context())
    page.goto(stage.base + "/")
    settled(page)
    page.get_by_role("button", name="Einmal laden").click()
    page.wait_for_timeout(700)
    assert stage.party.hits == ["video.clips.example/embed/1"] and stored(page)["cookies"] == {}
    page.reload()
    settled(page)
    assert len(stage.party.hits) == 1
    page.get_by_text("Einzeln auswählen").click()
    page.screenshot(path=SHOTS / "3-settings.png")
    assert page.locator(".zweck input:checked").count() == 0
    page.get_by_label("Alle Dienste für: Statistik").check()
    assert page.get_by_label("tracker", exact=True).is_checked()
    with page.expect_navigation():
        page.get_by_role("button", name="Auswahl speichern").click()
    settled(page)
    assert any("tracker" in h for h in stage.party.hits) and len([h for h in stage.party.hits if "clips" in h]) == 1
    with page.expect_navigation():
        page.get_by_role("button", name="Immer laden").click()
    settled(page)
    assert len([h for h in stage.party.hits if "clips" in h]) == 2
    assert said == []


def test_reject_is_as_near_and_as_large_as_accept(stage: Stage) -> None:
    page = stage.context(viewport={"width": 360, "height": 640}).new_page()
    page.goto(stage.base + "/")
    settled(page)
    focused = "document.activeElement.getAttribute('data-zweck')"
    seen = []
    for _ in range(3):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(focused))
    assert seen.index("reject") <= 1 and seen.index("accept") == seen.index("reject") + 1
    boxes = [page.locator(f"[data-zweck={n}]").bounding_box() for n in ("reject", "accept")]
    areas = [b["width"] * b["height"] for b in boxes]
    assert abs(areas[0] / areas[1] - 1) < 0.05
    look = "e => { const s = getComputedStyle(e); return [s.color, s.backgroundColor, s.border, s.font] }"
    answers = [page.locator(f"[data-zweck={n}]").evaluate(look) for n in ("reject", "accept")]
    assert answers[0] == answers[1]
    page.keyboard.press("Escape")
    assert page.locator(".zweck").is_visible() and page.context.cookies() == []
    covered = page.locator(".zweck").bounding_box()["height"] / 640
    assert covered < 0.6, covered
    page.screenshot(path=SHOTS / "4-layer-360.png")


def test_global_privacy_control_is_heard_without_asking(stage: Stage) -> None:
    context = stage.context(extra_http_headers={"Sec-GPC": "1"})
    context.add_init_script("Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })")
    page = context.new_page()
    page.goto(stage.base + "/")
    settled(page)
    assert not page.locator(".zweck").is_visible() and context.cookies() == [] and stage.party.hits == []
    page.get_by_role("link", name="Einwilligungen ändern").click()
    page.locator(".zweck").wait_for(state="visible")


def test_consent_does_not_count_when_the_server_cannot_record_it(stage: Stage) -> None:
    page = stage.context().new_page()
    page.route("**/privacy/consent", lambda route: route.abort())
    page.goto(stage.base + "/")
    settled(page)
    page.get_by_role("button", name="Alle akzeptieren").click()
    page.locator(".zweck-error").wait_for(state="visible")
    assert page.context.cookies() == [] and stage.party.hits == []
    page.get_by_role("button", name="Alle ablehnen").click()
    page.locator(".zweck").wait_for(state="hidden")
    assert len(page.context.cookies()) == 1


def test_without_javascript_the_layer_is_a_form(stage: Stage) -> None:
    page = stage.context(java_script_enabled=False).new_page()
    page.goto(stage.base + "/")
    assert stage.party.hits == []
    page.screenshot(path=SHOTS / "5-no-script.png")
    page.get_by_role("button", name="Alle ablehnen").click()
    page.wait_for_load_state()
    assert page.url == stage.base + "/" and page.locator(".zweck").count() == 0
    page.goto(stage.base + "/privacy/consent")
    page.get_by_role("button", name="Alle akzeptieren").click()
    page.wait_for_load_state()
    assert page.get_by_text("Ihre Auswahl ist gespeichert.").is_visible()
    assert stage.party.hits == []


def test_contact_newsletter_and_application(stage: Stage) -> None:
    page = stage.context(java_script_enabled=False).new_page()
    page.goto(stage.base + "/privacy/contact")
    page.get_by_role("button", name="Nachricht senden").click()
    assert page.get_by_role("alert").is_visible()
    page.screenshot(path=SHOTS / "6-contact-faults.png", full_page=True)
    page.get_by_label("E-Mail-Adresse").fill("ada@person.example")
    page.get_by_label("Nachricht").fill("Guten Tag")
    later(stage.world, seconds=5)
    page.get_by_role("button", name="Nachricht senden").click()
    assert page.get_by_role("heading", name="Ihre Nachricht ist angekommen").is_visible()

    page.goto(stage.base + "/privacy/newsletter")
    page.get_by_role("textbox", name="E-Mail-Adresse").fill("ada@person.example")
    page.get_by_label("Ja, Nordlicht").check()
    page.screenshot(path=SHOTS / "7-newsletter.png", full_page=True)
    later(stage.world, seconds=5)
    page.get_by_role("button", name="Newsletter bestellen").click()
    page.goto(stage.base + stage.world.link("newsletter.confirm"))
    assert stage.world.records("newsletter") == []
    page.get_by_role("button", name="Ja, ich möchte").click()
    assert page.get_by_role("heading", name="Der Newsletter ist bestellt").is_visible()
    assert len(stage.world.records("newsletter")) == 1
    page.goto(stage.base + stage.world.link("newsletter.welcome"))
    page.get_by_role("button", name="Newsletter abbestellen").click()
    assert page.get_by_role("heading", name="Der Newsletter ist abbestellt").is_visible()
    assert stage.world.records("newsletter") == []

    page.goto(stage.base + "/privacy/applications")
    page.get_by_label("Vorname").fill("Ada")
    page.get_by_label("Nachname").fill("Beispiel")
    page.get_by_role("textbox", name="E-Mail-Adresse").fill("ada@person.example")
    page.locator("input[type=file]").set_input_files(
        {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 x"}
    )
    page.screenshot(path=SHOTS / "8-application.png", full_page=True)
    later(stage.world, seconds=5)
    page.get_by_role("button", name="Bewerbung senden").click()
    assert page.get_by_role("heading", name="Ihre Bewerbung ist angekommen").is_visible()
    (record,) = stage.world.records("applications")
    assert [f.name for f in record.files] == ["cv.pdf"] and stage.party.hits == []


PAGES = ("", "/imprint", "/cookies")
FORMS = ("contact", "newsletter", "applications", "consent", "newsletter/leave", "contact/sent", "nope")


@pytest.mark.parametrize(("language", "scheme"), [("de", "light"), ("en", "dark")])
def test_every_page_is_accessible_and_fits_320_pixels(stage: Stage, language: str, scheme: str) -> None:
    context = stage.context(color_scheme=scheme, locale=language, viewport={"width": 320, "height": 640})
    page, said = listening(context)
    addresses = [f"/privacy/{language}{p}" for p in PAGES] + [f"/privacy/{f}?lang={language}" for f in FORMS]
    found = []
    for address in addresses:
        page.goto(stage.base + address)
        found += [f"{address} {problem}" for problem in axe(page)]
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            found.append(f"{address} is wider than 320 pixels")
        name = address.strip("/").replace("/", "-").replace("?", "-")
        page.screenshot(path=SHOTS / f"320-{scheme}-{name}.png", full_page=True)
    assert found == []
    assert [s for s in said if "404" not in s] == []


@pytest.mark.parametrize(("language", "scheme"), [("de", "light"), ("en", "dark")])
def test_both_layers_are_accessible(stage: Stage, language: str, scheme: str) -> None:
    page = stage.context(color_scheme=scheme, locale=language).new_page()
    page.goto(stage.base + ("/" if language == "de" else "/en"))
    settled(page)
    assert axe(page) == []
    page.locator(".zweck summary").click()
    assert axe(page) == []
    page.screenshot(path=SHOTS / f"layer-{scheme}-{language}.png")

"""In a real browser: Global Privacy Control, Consent Mode, reports of the policy, other tools' markup."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Stage
from tests.browser.test_visitor import settled, until

pytestmark = pytest.mark.browser
PROPERTY = "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })"


@pytest.mark.parametrize("way", ["header", "property"])
def test_either_form_of_global_privacy_control_is_a_refusal(stage: Stage, way: str) -> None:
    context = stage.context(extra_http_headers={"Sec-GPC": "1"} if way == "header" else {})
    page = context.new_page()
    if way == "property":
        page.add_init_script(PROPERTY)
    answer = page.goto(stage.base + "/.well-known/gpc.json")
    assert answer is not None and answer.json()["gpc"] is True
    page.goto(stage.base + "/")
    settled(page)
    page.wait_for_timeout(200)
    if way == "property":  # a browser sends both; a property alone still closes the layer
        assert not page.locator(".zweck").is_visible() and page.evaluate("Zweck.get().gpc")
    assert page.evaluate("Zweck.get().granted.length") == 0
    assert context.cookies() == [] and stage.party.hits == [] and page.evaluate("localStorage.length") == 0


def test_what_the_policy_stops_becomes_a_finding_without_page_or_query(stage: Stage) -> None:
    page = stage.context().new_page()
    page.goto(stage.base + "/?name=ada")
    settled(page)
    page.evaluate(
        """() => { for (const host of ["stats.tracker.example", "a.b.unknown.example"]) {
          const e = new Image(); e.src = `http://${host}/pixel.gif?mail=ada@person.example` } }"""
    )
    for _ in range(60):
        if len(stage.world.evidence("gate.stopped")) == 2:
            break
        page.wait_for_timeout(60)
    entries = stage.world.evidence("gate.stopped")
    found = sorted((json.loads(e.detail)["source"], json.loads(e.detail)["service"]) for e in entries)
    assert found == [("tracker.example", "tracker"), ("unknown.example", "")]
    said = "".join(e.detail for e in entries)
    assert "ada" not in said and "pixel" not in said and not any(e.breach for e in entries)
    assert stage.party.hits == []


OTHERS = """() => { document.body.insertAdjacentHTML("beforeend",
  '<img data-name="tracker" data-src="http://stats.tracker.example/klaro.gif" alt="">' +
  '<template data-purpose="analytics"><img src="http://stats.tracker.example/orejime.gif" alt=""></template>' +
  '<button data-cc="accept-all">all</button>');
  for (const [type, key, name] of [["text/plain", "category", "analytics"], ["opt-in", "name", "tracker"]]) {
    const s = document.createElement("script"); s.type = type; s.dataset[key] = name;
    s.dataset.src = `http://stats.tracker.example/${key}.js`; document.body.append(s) } }"""


def test_the_markup_of_klaro_cookieconsent_and_orejime_is_understood(stage: Stage) -> None:
    page = stage.context().new_page()
    page.goto(stage.base + "/")
    settled(page)
    page.evaluate(OTHERS)
    page.wait_for_timeout(300)
    assert stage.party.hits == []
    with page.expect_navigation():
        page.get_by_role("button", name="all", exact=True).dispatch_event("click")
    settled(page)
    stage.party.hits.clear()
    page.evaluate(OTHERS)
    wanted = {f"stats.tracker.example/{n}" for n in ("klaro.gif", "orejime.gif", "category.js", "name.js")}
    for _ in range(60):
        if wanted <= set(stage.party.hits):
            break
        page.wait_for_timeout(60)
    assert wanted <= set(stage.party.hits)


def test_consent_mode_is_denied_first_and_follows_the_choice(stage: Stage) -> None:
    from zweck.activities.consent import script as made

    world = stage.world
    path = Path(made.__file__).parent / "static" / "consent-mode.js"
    signals = {"ad_storage": ["ads"], "analytics_storage": ["tracker"]}
    code = path.read_text("utf-8").replace("__CONFIG__", json.dumps(signals))
    context = stage.context(bypass_csp=True)
    context.add_init_script(code)
    page = context.new_page()
    page.goto(stage.base + "/")
    settled(page)
    told = "JSON.stringify([...window.dataLayer].map(a => [...a].slice(1)))"
    denied = ["default", {"ad_storage": "denied", "analytics_storage": "denied"}]
    assert json.loads(page.evaluate(told)) == [denied]
    with page.expect_navigation():
        page.evaluate("() => { Zweck.set(['tracker']) }")
    settled(page)
    until(page, "window.dataLayer.length === 2")
    granted = ["update", {"ad_storage": "denied", "analytics_storage": "granted"}]
    assert json.loads(page.evaluate(told)) == [denied, granted] and world is not None


def test_the_layer_stays_within_its_bytes(stage: Stage) -> None:
    """JavaScript at most 3 kB, styles 1 kB, the layer 1.5 kB a language, with brotli; Playwright's node packs."""
    import playwright

    node = Path(playwright.__file__).parent / "driver" / "node"
    code = (
        "const c = []; process.stdin.on('data', d => c.push(d)).on('end', () =>"
        " console.log(require('zlib').brotliCompressSync(Buffer.concat(c)).length))"
    )
    client = stage.world.client()

    def packed(body: bytes) -> int:
        return int(subprocess.run([str(node), "-e", code], input=body, capture_output=True, check=True).stdout)

    layers: dict[str, Any] = {c: client.get(f"/privacy/consent/layer?lang={c}").content for c in ("de", "en")}
    style = Path(__file__).parents[2] / "src/zweck/activities/consent/static/consent.css"
    assert packed(client.get("/privacy/consent.js").content) <= 3000
    assert packed(style.read_bytes()) <= 1000
    assert all(packed(body) <= 1500 for body in layers.values())

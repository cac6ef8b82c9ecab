"""What is left on the device after a withdrawal: nothing of the services, everything of the site; in a real browser."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Stage
from tests.browser.test_visitor import COOKIE, settled, until

pytestmark = pytest.mark.browser
FILL = """async name => {
  localStorage.setItem(name, "1"); sessionStorage.setItem(name, "1");
  document.cookie = name + "=1; path=/; max-age=999";
  await new Promise(done => { const r = indexedDB.open(name); r.onsuccess = () => { window.held = r.result; done() } });
  await (await caches.open(name)).put("/" + name, new Response("x"));
  const r = await navigator.serviceWorker.register("/" + name + ".js", { scope: "/" + name });
  while (!r.active) await new Promise(done => setTimeout(done, 30));
}"""
HELD = """async () => ({
  cookies: document.cookie.split("; ").map(c => c.split("=")[0]).filter(Boolean).sort(),
  local: Object.keys(localStorage).sort(), session: Object.keys(sessionStorage).sort(),
  databases: (await indexedDB.databases()).map(d => d.name).sort(), caches: (await caches.keys()).sort(),
  workers: (await navigator.serviceWorker.getRegistrations()).map(r => new URL(r.scope).pathname).sort(),
})"""


def consent(page: Any, button: str) -> None:
    """Answer the layer; everything changes with a reload."""
    if not page.locator(".zweck").is_visible():
        page.get_by_role("link", name="Einwilligungen ändern").click()
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()
    settled(page)


@pytest.mark.promise("consent.withdraw_effect")
def test_withdrawal_leaves_what_was_there_before_and_nothing_else(stage: Stage) -> None:
    for name in ("mine", "theirs"):
        (stage.world.folder / "pages" / f"{name}.js").write_text("", "utf-8")
    page = stage.context().new_page()
    page.goto(stage.base + "/")
    settled(page)
    page.evaluate(FILL, "mine")
    consent(page, "Alle akzeptieren")
    until(page, "localStorage.getItem('own') === '1'")
    page.evaluate(FILL, "theirs")
    held = page.evaluate(HELD)
    assert all("theirs" in "".join(names) for names in held.values()) and COOKIE in held["local"]
    consent(page, "Alle ablehnen")
    until(page, f"localStorage.getItem('{COOKIE}') === null")
    mine = {name: ["mine"] for name in held}
    left = {**mine, "workers": ["/mine"], "cookies": ["mine", COOKIE], "local": ["mine", "own"]}
    assert page.evaluate(HELD) == left


def test_taking_back_one_service_leaves_the_other_its_own(stage: Stage) -> None:
    page = stage.context().new_page()
    page.goto(stage.base + "/")
    settled(page)
    consent(page, "Alle akzeptieren")
    until(page, "localStorage.getItem('trk-visitor') === '1'")
    page.evaluate("() => { document.cookie = 'clip_seen=1; path=/'; localStorage.setItem('unknown', 1) }")
    with page.expect_navigation():
        page.evaluate("() => { Zweck.withdraw(['tracker']) }")
    settled(page)
    held = page.evaluate(HELD)
    assert held["cookies"] == ["clip_seen", COOKIE] and held["local"] == ["own", COOKIE]
    page.reload()
    settled(page)
    page.evaluate("() => localStorage.setItem('later', 1)")
    page.reload()
    settled(page)
    assert page.evaluate(HELD)["local"] == ["later", "own", COOKIE]  # only a withdrawal removes what is not known


def test_cookies_go_with_every_path_and_domain_they_can_have(stage: Stage) -> None:
    """Host only, parent domain, folder, hidden from scripts; the last two where a page of the folder is next seen."""
    (stage.world.folder / "pages" / "shop").mkdir()
    text = (stage.world.folder / "pages" / "index.html").read_text("utf-8")
    (stage.world.folder / "pages" / "shop" / "list.html").write_text(text, "utf-8")
    host = f"www.nordlicht.example:{stage.base.rpartition(':')[2]}"
    page = stage.context().new_page()
    page.goto(f"http://{host}/shop/list")
    settled(page)
    consent(page, "Alle akzeptieren")
    bare = host.partition(":")[0]
    places = [("_trk_a", bare, "/", False), ("_trk_b", ".nordlicht.example", "/", False),
              ("_trk_c", bare, "/shop", False), ("_trk_d", ".nordlicht.example", "/shop/", True),
              ("_trk_e", bare, "/", True), ("_trk_f", f".{bare}", "/shop/list", False)]  # fmt: skip
    page.context.add_cookies(
        [{"name": n, "value": "1", "domain": d, "path": p, "httpOnly": h} for n, d, p, h in places]
    )
    page.goto(f"http://{host}/")
    settled(page)
    consent(page, "Alle ablehnen")
    there = {c["name"] for c in page.context.cookies()}
    assert not there & {"_trk_a", "_trk_b", "_trk_e"}
    page.goto(f"http://{host}/shop/list")
    settled(page)
    assert {c["name"] for c in page.context.cookies()} == {COOKIE}

"""What only a real browser can show: which hosts are asked, before a choice, after it and after it is taken back."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from typing import Any

import pytest

from tests.browser.conftest import ThirdParty, _free_port
from tests.browser.test_visitor import settled, until
from tests.promises.conftest import begin
from tests.promises.world import HEAD, World
from zweck.serve.app import application

__all__ = ["begin"]
pytestmark = pytest.mark.browser
PAGED = HEAD.replace("languages: [de, en]", "pages: pages, languages: [de]")
PAGE = """<!doctype html><html lang="de"><head><title>Werk</title><link rel="icon" href="data:,"></head>
<body><main><h1>Werk</h1>{tags}</main>
<footer><p><a href="/privacy/consent" data-zweck="show">Einwilligungen ändern</a></p></footer></body></html>"""
Serve = Callable[[World, dict[str, str]], str]


@pytest.fixture
def serve(third_party: ThirdParty) -> Iterator[Serve]:
    """``serve(world, pages)`` serves a world with pages of its own; gives its address."""
    import uvicorn

    running: list[tuple[Any, threading.Thread]] = []

    def start(world: World, pages: dict[str, str]) -> str:
        (world.folder / "pages").mkdir()
        for name, tags in pages.items():
            (world.folder / "pages" / name).write_text(PAGE.format(tags=tags), "utf-8")
        app = application([world.declaration], world.store, world.settings, world.clock)
        port = _free_port()
        server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", access_log=False))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        running.append((server, thread))
        while not server.started:
            time.sleep(0.02)
        third_party.hits.clear()
        return f"http://werk.localhost:{port}"

    yield start
    for server, thread in running:
        server.should_exit = True
        thread.join(10)


def opened(browser: Any) -> Any:
    page = browser.new_context(locale="de-DE").new_page()
    page.set_default_timeout(15000)
    return page


def visit(page: Any, address: str, party: ThirdParty) -> set[str]:
    """The hosts that opening a page asks."""
    party.hits.clear()
    page.goto(address)
    settled(page)
    page.wait_for_timeout(250)
    return {hit.partition("/")[0] for hit in party.hits}


def service(name: str, title: str, category: str, host: str) -> str:
    return f"""
  {name}: {{name: {title}, gate: consent, category: {category}, purpose: shows or counts, opt_out: on every page,
    provider: {{name: Anbieter {title}, country: US}}, safeguard: SCC, domains: [{host}]}}"""


def choose(page: Any, **wanted: bool) -> None:
    """Open the dialog by the link in the footer, set switches by service, save; a withdrawal loads the page anew."""
    if not page.locator(".zweck").is_visible():
        page.get_by_role("link", name="Einwilligungen ändern").click()
    page.locator(".zweck details").evaluate("d => d.open = true")
    withdraws = False
    for name, is_on in wanted.items():
        switch = page.locator(f'.zweck input[name="s"][value="{name}"]')
        withdraws |= switch.is_checked() and not is_on
        switch.set_checked(is_on)
    with page.expect_navigation() if withdraws else nullcontext():
        page.locator('.zweck button[value="save"]').click()
    page.locator(".zweck").wait_for(state="hidden")


EIGHT = tuple(f"service{n}" for n in range(1, 9))


@pytest.mark.promise("consent.per_service")
def test_each_service_is_chosen_by_itself(begin, serve, third_party, browser):
    listed = "".join(service(n, f"Dienst-{n[-1]}", "analytics", f"{n}.tracker.example") for n in EIGHT)
    body = f"\nactivities: {{consent: {{}}}}\nservices:{listed}\n"
    world = begin(body, "2026-11-25 09:00", head=PAGED, public_scheme="http")
    tags = "".join(f"<script src='http://{n}.tracker.example/{n}.js'></script>" for n in EIGHT)
    base = serve(world, {"index.html": tags})
    page = opened(browser)
    assert visit(page, base, third_party) == set()
    dialog = page.locator(".zweck")
    shown = dialog.locator('input[name="s"]').evaluate_all("all => all.map(s => [s.value, s.checked])")
    assert sorted(shown) == [[n, False] for n in EIGHT]
    for name in EIGHT:
        assert f"Anbieter Dienst-{name[-1]}" in dialog.text_content()
    choose(page, service3=True)
    assert visit(page, base, third_party) == {"service3.tracker.example"}
    choose(page, service3=False)
    assert visit(page, base, third_party) == set()


EMBEDS = {"film": "video", "karte": "map", "netz": "social"}
TAGS = "".join(f"<iframe src='http://{n}.clips.example/embed/1' title='{n}'></iframe>" for n in EMBEDS)


@pytest.mark.promise("embeds.placeholder")
def test_embedded_content_stays_a_placeholder_until_agreed(begin, serve, third_party, browser):
    listed = "".join(service(n, n.title(), c, f"{n}.clips.example") for n, c in EMBEDS.items())
    body = f"\nactivities: {{consent: {{}}}}\nservices:{listed}\n"
    world = begin(body, "2026-11-25 09:00", head=PAGED, public_scheme="http")
    base = serve(world, {"index.html": TAGS})
    page = opened(browser)
    assert visit(page, base, third_party) == set()
    said = page.locator("main").inner_text()
    for name in EMBEDS:
        assert f"Anbieter {name.title()}" in said
    assert "Vereinigte Staaten" in said
    page.locator('.zweck button[value="reject"]').first.click()
    page.locator(".zweck").wait_for(state="hidden")
    assert visit(page, base, third_party) == set()
    choose(page, film=True)
    assert visit(page, base, third_party) == {"film.clips.example"}
    choose(page, film=False)
    assert visit(page, base, third_party) == set()


@pytest.mark.promise("consent.withdraw_settings")
def test_every_page_lets_withdraw_as_easily_as_agree(begin, serve, third_party, browser):
    """In the dialog behind the control, agreeing to a service and taking that back are the same switch and button."""
    three = ("service1", "service2", "service3")
    listed = "".join(service(n, f"Dienst-{n[-1]}", "analytics", f"{n}.tracker.example") for n in three)
    listed = listed.replace("domains: [service2.tracker.example]", "domains: [service2.tracker.example], cookies: ["
        "{name: _trk_host, purpose: counts, lifetime: 1 day}, {name: _trk_wide, purpose: counts, lifetime: 1 day},"
        "{name: trk-visitor, purpose: counts, lifetime: 1 day, storage: local}]")  # fmt: skip
    body = f"\nactivities: {{consent: {{}}, contact: {{}}, newsletter: {{}}, imprint: {{}}}}\nservices:{listed}\n"
    world = begin(body, "2026-11-25 09:00", head=PAGED, public_scheme="http")
    tags = "".join(f"<img src='http://service{n}.tracker.example/{n}.gif' alt=''>" for n in (1, 3))
    tags += "<script src='http://service2.tracker.example/2.js'></script>"
    base = serve(world, {"index.html": tags, "preise.html": tags})
    page = opened(browser)
    visit(page, base, third_party)
    page.locator('.zweck button[value="accept"]').first.click()  # one click to agree to all
    page.locator(".zweck").wait_for(state="hidden")
    assert visit(page, base, third_party) == {f"{n}.tracker.example" for n in three}
    until(page, "localStorage.getItem('trk-visitor') === '1'")
    pages = [
        "/",
        "/preise.html",
        *(f"/privacy/{p}" for p in ("de", "de/imprint", "de/cookies", "contact", "newsletter")),
    ]
    for path in pages:
        page.goto(base + path)
        control = page.locator('footer a[href^="/privacy/consent"], .foot a[href^="/privacy/consent"]')
        assert control.count() >= 1, path
    assert visit(page, f"{base}/preise.html", third_party) == {f"{n}.tracker.example" for n in three}
    choose(page, service2=False)
    for path in ("", "/preise.html"):
        assert visit(page, base + path, third_party) == {"service1.tracker.example", "service3.tracker.example"}
    assert {c["name"] for c in page.context.cookies()} == {"zweck_consent"}
    assert page.evaluate("localStorage.getItem('trk-visitor')") is None
    with world.read() as tx:
        assert tx.consents.count() == 2
    assert "withdraw" in world.entries("consent.recorded")[-1].detail

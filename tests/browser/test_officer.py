"""The officer's way in a real browser: log in, see the request, approve, run; the person downloads; sweep, prove.

Every page is also looked at in light and dark, on a telephone of 320 px, and by axe.
"""

from __future__ import annotations

import re
import threading
import time
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.desk.office import PASSWORD, PERSON, Office, make_office
from tests.servers import free_port

CHROMIUM = Path("/usr/bin/chromium")
SHOTS = Path(__file__).parent / "shots"
pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium here")]
DESK = ("today", "requests", "requests/new", "cases", "applications", "newsletter", "due", "promises", "evidence")
DESK_MORE = ("outbox", "documents", "documents/record/de", "people", "account")
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
PORTAL = ("", "/access", "/rectification", "/sent")


class Live:
    """The office behind a real port."""

    def __init__(self, office: Office) -> None:
        import uvicorn

        self.office = office
        self.port = free_port()
        config = uvicorn.Config(office.world.app, port=self.port, log_level="error", proxy_headers=False)
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.02)

    @property
    def base(self) -> str:
        return f"http://localhost:{self.port}"

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(10)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    office = make_office(tmp_path_factory.mktemp("officer"))
    made = Live(office)
    office.write_in()
    office.apply()
    office.subscribe("leser@post.example")
    yield made
    made.stop()
    office.world.store.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api")
    SHOTS.mkdir(exist_ok=True)
    with api.sync_playwright() as play:
        made = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield made
        made.close()


def shot(page: Any, name: str) -> None:
    page.screenshot(path=str(SHOTS / f"officer-{name}.png"), full_page=True)


def log_in(page: Any, live: Live) -> None:
    page.goto(f"{live.base}/desk/login")
    page.get_by_label("Login").fill("ada@nordlicht.example")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    page.wait_for_url("**/desk/today")


def read_mail(page: Any, live: Live, what: str) -> None:
    page.goto(f"{live.base}/desk/outbox")
    page.get_by_role("link", name=what).first.click()


def test_a_request_from_the_first_form_to_the_download_and_the_sweep(chromium: Any, live: Live, tmp_path: Path) -> None:
    person = chromium.new_context(locale="de-DE", accept_downloads=True).new_page()
    officer = chromium.new_context(locale="de-DE").new_page()
    person.goto(f"{live.base}/privacy/rights?lang=de")
    shot(person, "01-portal")
    person.get_by_role("link", name="Auskunft").first.click()
    person.get_by_role("button", name="Antrag senden").click()
    assert "E-Mail-Adresse" in person.get_by_role("alert").inner_text()
    person.get_by_label(re.compile("E-Mail-Adresse")).fill(PERSON)
    live.office.world.clock.advance(timedelta(seconds=30))
    person.get_by_role("button", name="Antrag senden").click()
    person.wait_for_url("**/sent**")

    log_in(officer, live)
    read_mail(officer, live, "Antrag: bitte bestätigen")
    shot(officer, "02-mail")
    person.goto(officer.locator("pre a").get_attribute("href"))
    person.get_by_role("button", name="Ja, das ist mein Antrag").click()
    assert "wird geprüft" in person.get_by_role("status").inner_text()
    shot(person, "03-follow")

    officer.goto(f"{live.base}/desk/today")
    shot(officer, "04-today")
    officer.locator("table a").first.click()
    assert "Kontaktformular" in officer.locator("main").inner_text()
    shot(officer, "05-request")
    officer.get_by_role("button", name="Dem Antrag entsprechen").click()
    officer.get_by_role("button", name="Jetzt ausführen und antworten").click()
    assert "ausgeführt und beantwortet" in officer.locator(".done").inner_text()
    shot(officer, "06-done")

    read_mail(officer, live, "Antrag: erledigt")
    person.goto(officer.locator("pre a").get_attribute("href"))
    with person.expect_download() as waiting:
        person.get_by_role("link", name="Antwort herunterladen").click()
    saved = tmp_path / "answer.zip"
    waiting.value.save_as(saved)
    with zipfile.ZipFile(saved) as archive:
        assert "Bitte rufen Sie mich zurück." in archive.read("data.json").decode()
    shot(person, "07-download")

    _six_months_later(officer, live)


def _six_months_later(officer: Any, live: Live) -> None:
    officer.goto(f"{live.base}/desk/cases")
    officer.locator("table a").first.click()
    officer.get_by_role("button", name="Abschließen").click()
    live.office.world.clock.advance(timedelta(days=185))
    log_in(officer, live)
    shot(officer, "08-today-later")
    officer.goto(f"{live.base}/desk/due")
    officer.get_by_role("button", name="Probelauf").click()
    assert len(live.office.world.records("contact")) == 1
    officer.get_by_role("button", name="Jetzt löschen").click()
    assert "ein Datensatz" in officer.get_by_role("status").inner_text()
    assert live.office.world.records("contact") == []
    shot(officer, "09-swept")
    officer.goto(f"{live.base}/desk/promises?status=kept")
    assert "unversehrt" in officer.locator("main").inner_text()
    shot(officer, "10-promises")
    officer.goto(f"{live.base}/desk/evidence")
    officer.get_by_role("button", name="Kette prüfen").click()
    assert "unversehrt" in officer.locator(".done").inner_text()
    shot(officer, "11-evidence")


def test_every_page_in_light_and_dark_wide_and_narrow(chromium: Any, live: Live) -> None:
    """axe finds nothing in either scheme, and nothing scrolls sideways from 320 px up."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = chromium.new_context(locale="de-DE", viewport={"width": 1280, "height": 900}).new_page()
    found = []
    for number, address in enumerate(_addresses(page, live)):
        page.goto(address)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            result = axe.run(page, options=AXE)
            if result.violations_count:
                found.append(f"{address} {scheme}: {result.generate_report()}")
        shot(page, f"dark-{number:02}")
        page.emulate_media(color_scheme="light")
        for width in (768, 320):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append(f"{address} scrolls sideways at {width}")
        shot(page, f"320-{number:02}")
        page.set_viewport_size({"width": 1280, "height": 900})
    assert not found, "\n".join(found)


def _addresses(page: Any, live: Live) -> list[str]:
    """Every kind of page: the portal, the door, the desk with one of each record."""
    log_in(page, live)
    live.office.write_in()
    live.office.ask("erasure", email=f"p{time.monotonic_ns()}@post.example")
    inner = []
    for area in ("requests", "cases", "applications", "outbox"):
        page.goto(f"{live.base}/desk/{area}")
        inner += [f"{live.base}{page.locator('table a').first.get_attribute('href')}"]
    portal = [f"{live.base}/privacy/rights{path}?lang=de" for path in PORTAL]
    return portal + [f"{live.base}/desk/{path}" for path in (*DESK, *DESK_MORE)] + inner


def test_the_desk_works_by_keyboard_and_without_script(chromium: Any, live: Live) -> None:
    context = chromium.new_context(locale="de-DE", java_script_enabled=False)
    page = context.new_page()
    log_in(page, live)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.goto(f"{live.base}/desk/promises")
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"

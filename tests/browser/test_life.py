"""A whole life in a real browser, on an example site served by the real command: visitor, officer, time, proof.

The visitor refuses, writes, subscribes with confirmation, applies with a file, asks for access, asks for erasure.
The officer makes the account by the printed link, decides, and carries out. Then the shell sweeps half a year later
and proves. Nothing here touches the store but the product itself.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.servers import free_port

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "examples" / "open-source-services"
ZWECK = Path(sys.executable).with_name("zweck")
CHROMIUM = Path("/usr/bin/chromium")
SHOTS = Path(__file__).parent / "shots"
EVA = "eva.probe@post.example"
LOGIN, PASSWORD = "dsb@quellwerk.example", "ein-langer-satz-ist-besser"
pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium here")]


class Installation:
    """`zweck serve` as a process of its own, and the other verbs beside it."""

    def __init__(self, data: Path) -> None:
        self.data, self.port = data, free_port()
        self.environ = {**os.environ, "ZWECK_SCHEME": "http", "PYTHONUNBUFFERED": "1"}
        command = [ZWECK, "serve", SITE, "--data", data, "--port", str(self.port)]
        self.process = subprocess.Popen(command, env=self.environ, stdout=subprocess.PIPE, text=True)
        self.said = ""
        assert self.process.stdout
        while "No mail server" not in self.said:
            self.said += self.process.stdout.readline()
        self.base = f"http://127.0.0.1:{self.port}"
        time.sleep(1.5)

    def verb(self, name: str, *arguments: str) -> tuple[int, str]:
        command = [ZWECK, name, SITE, "--data", self.data, *arguments]
        done = subprocess.run(command, env=self.environ, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, done.stdout

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(15)


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    made = Installation(tmp_path / "data")
    yield made
    made.stop()


@pytest.fixture
def chromium() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api")
    SHOTS.mkdir(exist_ok=True)
    with api.sync_playwright() as play:
        made = play.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-background-networking"]
        )
        yield made
        made.close()


def shot(page: Any, name: str) -> None:
    page.screenshot(path=str(SHOTS / f"life-{name}.png"), full_page=True)


def send(page: Any, button: str) -> None:
    """Submit a form as slowly as a person does."""
    page.wait_for_timeout(4_000)
    page.get_by_role("button", name=button).click()
    page.wait_for_load_state()


def test_visitor_officer_time_and_proof(installation: Installation, chromium: Any, tmp_path: Path) -> None:
    officer = chromium.new_context(locale="de-DE").new_page()
    visitor = chromium.new_context(locale="de-DE", accept_downloads=True).new_page()
    foreign: list[str] = []
    visitor.on("request", lambda r: None if r.url.startswith((installation.base, "data:")) else foreign.append(r.url))

    take_office(officer, installation)
    refuse(visitor, installation)
    write(visitor, installation)
    subscribe(visitor, officer, installation)
    apply(visitor, installation)
    ask(visitor, officer, installation, "access")
    decide(officer, installation)
    shot(officer, "7-answered")
    package = download(visitor, officer, installation, tmp_path)
    assert {p["activity"] for p in package["parts"]} >= {"contact", "newsletter", "applications"}
    assert "Ein Angebot bitte" in json.dumps(package)

    ask(visitor, officer, installation, "erasure")
    decide(officer, installation)
    assert foreign == []

    later = (datetime.now(UTC) + timedelta(days=200)).date().isoformat()
    code, swept = installation.verb("sweep", "--now", later, "--json")
    assert code == 0
    assert json.loads(swept)["site"] == "www.quellwerk.example"
    code, proof = installation.verb("prove", "--json")
    report = json.loads(proof)
    assert code == 0, [p for p in report["promises"] if p["status"] == "broken"]
    kept = {p["promise"] for p in report["promises"] if p["status"] == "kept"}
    assert {"newsletter.double_opt_in", "contact.notice_at_form", "consent.evidence", "rights.erase"} <= kept
    assert EVA.encode() not in b"".join(p.read_bytes() for p in installation.data.rglob("*") if p.is_file())


def take_office(officer: Any, installation: Installation) -> None:
    found = re.search(r"http\S+/desk/setup\?token=\S+", installation.said)
    assert found, installation.said
    officer.goto(found[0])
    shot(officer, "0-setup")
    officer.locator("input[name=login]").fill(LOGIN)
    for field in officer.locator("input[type=password]").all():
        field.fill(PASSWORD)
    officer.locator("form button[type=submit], form button").first.click()
    officer.wait_for_load_state()
    if "/desk/login" in officer.url:
        officer.locator("input[name=login]").fill(LOGIN)
        officer.locator("input[name=password]").fill(PASSWORD)
        officer.keyboard.press("Enter")
        officer.wait_for_url("**/desk/today")


def refuse(visitor: Any, installation: Installation) -> None:
    visitor.goto(installation.base + "/")
    reject = visitor.get_by_role("button", name="Alle ablehnen")
    reject.wait_for()
    assert visitor.context.cookies() == []
    shot(visitor, "1-banner")
    reject.click()
    visitor.wait_for_timeout(800)
    assert [c["name"] for c in visitor.context.cookies()] == ["zweck_consent"]
    visitor.reload()
    visitor.wait_for_timeout(800)
    assert not visitor.get_by_role("button", name="Alle ablehnen").is_visible()


def write(visitor: Any, installation: Installation) -> None:
    visitor.goto(installation.base + "/privacy/contact?lang=de")
    fill(visitor, {"name": "Eva Probe", "email": EVA, "message": "Ein Angebot bitte"})
    send(visitor, "Nachricht senden")
    assert visitor.get_by_role("heading", name="angekommen").is_visible()
    shot(visitor, "2-contact")


def subscribe(visitor: Any, officer: Any, installation: Installation) -> None:
    visitor.goto(installation.base + "/privacy/newsletter?lang=de")
    fill(visitor, {"email": EVA})
    visitor.locator("main input[type=checkbox]").first.check()
    send(visitor, "Newsletter bestellen")
    visitor.goto(link_of(officer, installation, "newsletter.confirm"))
    visitor.locator("main form button").first.click()
    assert visitor.get_by_role("heading", name="Der Newsletter ist bestellt").is_visible()
    shot(visitor, "3-newsletter")


def apply(visitor: Any, installation: Installation) -> None:
    visitor.goto(installation.base + "/privacy/applications?lang=de")
    fill(visitor, {"first_name": "Eva", "last_name": "Probe", "name": "Eva Probe", "email": EVA})
    cv = {"name": "lebenslauf.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 Eva"}
    visitor.locator("input[type=file]").first.set_input_files(cv)
    send(visitor, "Bewerbung senden")
    assert visitor.get_by_role("heading", name="angekommen").is_visible()
    shot(visitor, "4-application")


def ask(visitor: Any, officer: Any, installation: Installation, right: str) -> None:
    visitor.goto(f"{installation.base}/privacy/rights/{right}?lang=de")
    fill(visitor, {"email": EVA})
    send(visitor, "Antrag senden")
    visitor.goto(link_of(officer, installation, "rights.confirm"))
    visitor.get_by_role("button", name="Ja, das ist mein Antrag").click()
    assert "wird geprüft" in visitor.get_by_role("status").inner_text()
    shot(visitor, f"5-{right}")


def decide(officer: Any, installation: Installation) -> None:
    officer.goto(f"{installation.base}/desk/today")
    officer.locator("table a").first.click()
    shot(officer, "6-request")
    officer.get_by_role("button", name="Dem Antrag entsprechen").click()
    officer.get_by_role("button", name="Jetzt ausführen und antworten").click()
    assert "ausgeführt und beantwortet" in officer.locator(".done").inner_text()


def download(visitor: Any, officer: Any, installation: Installation, folder: Path) -> Any:
    visitor.goto(link_of(officer, installation, "rights.done"))
    with visitor.expect_download() as waiting:
        visitor.get_by_role("link", name="Antwort herunterladen").click()
    saved = folder / "answer.zip"
    waiting.value.save_as(saved)
    with zipfile.ZipFile(saved) as archive:
        assert any(name.endswith("lebenslauf.pdf") for name in archive.namelist())
        return json.loads(archive.read("data.json"))


def fill(page: Any, values: dict[str, str]) -> None:
    """Fill those of the fields that the declared form has."""
    for name, value in values.items():
        field = page.locator(f"main [name={name}]")
        if field.count():
            field.first.fill(value)


def link_of(officer: Any, installation: Installation, template: str) -> str:
    """The link in the newest mail of a template, from the desk's outbox, at this server's own address."""
    officer.goto(f"{installation.base}/desk/outbox")
    labels = {
        "newsletter.confirm": "Newsletter: bitte bestätigen",
        "rights.confirm": "Antrag: bitte bestätigen",
        "rights.done": "Antrag: erledigt",
    }
    officer.get_by_role("link", name=labels[template]).first.click()
    address = officer.locator("pre a").first.get_attribute("href")
    return installation.base + re.sub(r"^https?://[^/]+", "", address)

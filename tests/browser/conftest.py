"""A served site, a stand-in for every third party, and Chromium; all on free ports of this machine."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.serve.world import World, make_world

HERE = Path(__file__).parent
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
SHOTS = HERE / "shots"
PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Start</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css">
<script src="http://stats.tracker.example/m.js"></script></head><body><main><h1>{title}</h1>
<p>{text}</p>
<iframe width="560" height="315" title="Film" src="http://video.clips.example/embed/1"></iframe>
<img src="http://stats.tracker.example/pixel.gif" alt="" width="1" height="1">
<script type="text/plain" data-service="tracker" data-src="http://stats.tracker.example/marked.js"></script>
<script>window.inline = "ran"</script></main>
<footer><p><a href="/privacy/consent?lang={language}" data-zweck="show">{change}</a></p></footer></body></html>"""
SCRIPT = b"""document.cookie = "_trk_host=1; path=/; max-age=999"; localStorage.setItem("trk-visitor", "1");
document.cookie = "_trk_wide=1; path=/; max-age=999; domain=" + location.hostname; localStorage.setItem("own", "1");"""


@dataclass
class ThirdParty:
    """A server that stands in for all third parties and counts what reaches it."""

    hits: list[str] = field(default_factory=list)
    port: int = 0

    def start(self) -> ThreadingHTTPServer:
        party = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                party.hits.append(f"{self.headers['host']}{self.path}")
                kind, body = "text/html", b"<!doctype html><title>f</title><p>film"
                if self.path.endswith(".js"):
                    kind, body = "text/javascript", SCRIPT
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server


@dataclass
class Stage:
    """The site as a browser reaches it."""

    world: World
    base: str
    party: ThirdParty
    browser: Any

    def context(self, **options: Any) -> Any:
        options.setdefault("locale", "de-DE")
        made = self.browser.new_context(**options)
        made.set_default_timeout(15000)
        return made


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def third_party() -> Iterator[ThirdParty]:
    party = ThirdParty()
    server = party.start()
    yield party
    server.shutdown()


@pytest.fixture(scope="module")
def browser(third_party: ThirdParty) -> Iterator[Any]:
    if not Path(CHROMIUM).exists():
        pytest.skip("no chromium here")
    from playwright.sync_api import sync_playwright

    rules = f"MAP *.tracker.example 127.0.0.1:{third_party.port},MAP *.clips.example 127.0.0.1:{third_party.port}"
    rules += ",MAP *.nordlicht.example 127.0.0.1"
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", f"--host-resolver-rules={rules}"]
        )
        yield made
        made.close()


@pytest.fixture
def stage(tmp_path: Path, third_party: ThirdParty, browser: Any) -> Iterator[Stage]:
    import uvicorn

    world = make_world(tmp_path, yaml=HERE / "site.yaml", settings={"public_scheme": "http"})
    write_pages(tmp_path / "pages")
    port = _free_port()
    server = uvicorn.Server(uvicorn.Config(world.app, host="127.0.0.1", port=port, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    third_party.hits.clear()
    SHOTS.mkdir(exist_ok=True)
    yield Stage(world, f"http://nordlicht.localhost:{port}", third_party, browser)
    server.should_exit = True
    thread.join(10)
    world.store.close()


def write_pages(folder: Path) -> None:
    words = {
        "de": ("Willkommen bei Nordlicht", "Wir reparieren, was andere wegwerfen.", "Einwilligungen ändern"),
        "en": ("Welcome to Nordlicht", "We repair what others throw away.", "Change your consent"),
    }
    for language, (title, text, change) in words.items():
        made = PAGE.format(language=language, title=title, text=text, change=change)
        (folder / ("index.html" if language == "de" else "en.html")).write_text(made, "utf-8")
    (folder / "style.css").write_text(
        ":root { color-scheme: light dark } body { font: 1rem/1.5 system-ui; margin: 2rem }"
        " footer { margin-bottom: 20rem } a { display: inline-block; padding: 4px }"
        " @media (prefers-color-scheme: dark) { body { background: #111 } a { color: #9cf } }",
        "utf-8",
    )

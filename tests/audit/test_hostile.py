"""Pages that want the audit to hang, to to fill up or to fall over: each ends in time, incomplete, with its reason."""

from __future__ import annotations

import contextlib
import re
import shutil
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.audit.planted_site import planted

from zweck.audit import audit
from zweck.audit.visit import Limits

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is not installed"),
]
LIMITS = Limits(seconds=12, load_seconds=5, requests=150, bytes=3_000_000, dialogs=3, navigations=6)
WALL = 60
PAGES = {
    "/alerts": "<script>for (;;) alert('again')</script>",
    "/requests": "<script>for (let i = 0; i < 100000; i++) new Image().src = '/p.gif?' + i</script>",
    "/many": "<script>for (let i = 0; i < 1500; i++) new Image().src = '/p.gif?' + i</script>",
    "/moves": "<script>setTimeout(() => { location.href = '/moves?' + Math.random() }, 30)</script>",
    "/busy": "<p>text</p><script>setTimeout(() => { for (;;); }, 50)</script>",
}


class Hostile(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        with contextlib.suppress(OSError):
            if path == "/redirect":
                self.begin(302, "text/html", ("Location", f"/redirect?{time.time_ns()}"))
            elif path == "/never":
                self.begin(200, "text/html")
                self.wfile.write(b"<!doctype html><p>wait")
                self.wfile.flush()
                self.server.done.wait(30)
            elif path == "/body":
                self.begin(200, "text/html", ("Content-Length", str(10**9)))
                while not self.server.done.is_set():
                    self.wfile.write(b"<p>words</p>" * 8_000)
            elif path == "/download":
                self.begin(200, "application/octet-stream", ("Content-Disposition", "attachment; filename=a.bin"))
                self.wfile.write(b"0" * 1000)
            else:
                self.begin(200, "text/html")
                self.wfile.write(f"<!doctype html><title>h</title>{PAGES.get(path, '')}".encode())

    def begin(self, status: int, kind: str, *more: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", kind), *more):
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def hostile():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hostile)
    server.daemon_threads = True
    server.done = threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.done.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/redirect", "redirects without end"),
        ("/never", "had not loaded after 5 s"),
        ("/body", "more than 3 MB"),
        ("/download", "is a download"),
        ("/alerts", "more than 3 dialogs"),
        ("/many", "more than 150 requests"),
        ("/requests", "more than 150 requests|had not loaded after 5 s"),  # the page itself may choke first
        ("/moves", "moved on more than 6 times"),
        ("/busy", r"not done after 12 s|Timeout|had not loaded"),
    ],
)
def test_a_hostile_page_ends_in_time_with_its_reason(hostile, path, reason):
    started = time.monotonic()
    report = audit(hostile + path, limits=LIMITS, pages=2)
    assert time.monotonic() - started < WALL
    assert report.exit_code == 3
    assert any(gap.startswith("before: ") for gap in report.incomplete)
    assert re.search(reason, " ".join(report.incomplete)), report.incomplete
    assert max(len(s.requests) for s in report.states) <= 2 * LIMITS.requests


def test_a_certificate_that_does_not_hold_is_incomplete(tmp_path):
    with planted(tmp_path) as site:
        report = audit(site.url, flags=("--host-resolver-rules=MAP *.example 127.0.0.1",), limits=LIMITS)
    assert report.exit_code == 3
    assert "before: its certificate is not valid (net::ERR_CERT_AUTHORITY_INVALID)" in report.incomplete

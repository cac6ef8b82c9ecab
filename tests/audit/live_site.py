"""A site of our own to audit: one server, several host names, a banner that can be honest or not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BANNER = """
<div id="banner" hidden><p>We would like to use statistics.</p>
<button id="yes">Alle akzeptieren</button> <button id="no">Alle ablehnen</button></div>
<footer><a href="/datenschutz">Datenschutz</a> <a href="/impressum">Impressum</a>
<button id="again">Cookie-Einstellungen</button></footer>
<script>
const load = () => {
  const s = document.createElement('script');
  s.src = 'http://stats.tracker.example:PORT/t.js';
  document.body.append(s);
};
const choice = document.cookie.match(/site_choice=(\\w+)/);
const banner = document.getElementById('banner');
if (!choice) banner.hidden = false; else if (choice[1] === 'yes') load();
const choose = v => {
  document.cookie = 'site_choice=' + v + ';max-age=8640000;path=/';
  banner.hidden = true;
  if (v === 'yes') load();
  else if (HONEST) {
    document.cookie = '_stat_id=;max-age=0;path=/';
    localStorage.removeItem('stat_queue');
  }
};
document.getElementById('yes').onclick = () => choose('yes');
document.getElementById('no').onclick = () => choose('no');
document.getElementById('again').onclick = () => { banner.hidden = false; };
</script>
"""
TRACKER = """
document.cookie = '_stat_id=abc;max-age=31536000;path=/';
localStorage.setItem('stat_queue', '[]');
new Image().src = 'http://stats.tracker.example:PORT/hit.gif?id=secret-visitor';
"""


class LiveSite:
    """Pages by path; ``hits`` is what the server itself saw, host and path."""

    def __init__(self, pages: dict[str, str], *, honest: bool = True) -> None:
        self.hits: list[tuple[str, str]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                host = (self.headers["Host"] or "").split(":")[0]
                path = self.path.split("?")[0]
                site.hits.append((host, path))
                script = path.endswith(".js")
                known = path in pages or script or path.endswith(".gif")
                body = TRACKER if script else pages.get(path, "")
                body = body.replace("PORT", str(site.port)).replace("HONEST", "true" if honest else "false")
                self.send_response(200 if known else 404)
                self.send_header("Content-Type", "text/javascript" if script else "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]

    def url(self, path: str = "/") -> str:
        return f"http://www.shop.example:{self.port}{path}"


FLAGS = ("--host-resolver-rules=MAP *.example 127.0.0.1",)


@contextmanager
def running(pages: dict[str, str], *, honest: bool = True) -> Iterator[LiveSite]:
    site = LiveSite(pages, honest=honest)
    thread = threading.Thread(target=site.server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.server.shutdown()
        site.server.server_close()


def page(body: str) -> str:
    return f"<!doctype html><html lang='de'><head><title>Shop</title></head><body><h1>Shop</h1>{body}</body></html>"

"""One visit in a real browser: Debian's Chromium through Playwright, a fresh profile, nothing of the browser's own.

The browser's background traffic is switched off by flags, so every request seen is the page's. A visit is bounded
in time, requests and dialogs: a hostile page ends as *incomplete*, never in a hang.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from zweck.audit.party import site_of
from zweck.audit.report import SeenCookie, SeenEntry, SeenRequest
from zweck.errors import ZweckError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Request

CANDIDATES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-quic",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-first-run",
    "--no-pings",
    # the distribution's Chromium blocks third-party cookies; an audit wants to see them attempted
    "--disable-features=TrackingProtection3pcd,ThirdPartyCookieDeprecation,OptimizationHints,MediaRouter",
)
NAVIGATION_MS = 30_000
SETTLE_MS = 1_500
PAUSE_MS = 300
QUIET_MS = 8_000
MAX_REQUESTS = 3_000


@dataclass
class Visit:
    """A page in its own profile, and what it has asked for so far."""

    context: BrowserContext
    page: Page
    first_party: str
    requests: list[SeenRequest] = field(default_factory=list)
    problem: str = ""

    def note(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("http", "https", "ws", "wss") or len(self.requests) >= MAX_REQUESTS:
            return
        host = parts.hostname or ""
        self.requests.append(
            SeenRequest(
                host=host,
                url=f"{parts.scheme}://{parts.netloc}{parts.path}"[:500],
                kind=request.resource_type,
                frame=_frame_host(request),
                third_party=site_of(host) != self.first_party,
            )
        )


def _frame_host(request: Request) -> str:
    from playwright.sync_api import Error

    try:
        return urlsplit(request.frame.url).hostname or ""
    except Error:  # a service worker has no frame
        return ""


def find_chromium() -> str:
    """The installed Chromium; raises ``ZweckError`` naming the package."""
    chosen = os.environ.get("ZWECK_CHROMIUM") or next((p for c in CANDIDATES if (p := shutil.which(c))), None)
    if not chosen:
        raise ZweckError("no Chromium found: install it (Debian: apt-get install chromium) or set ZWECK_CHROMIUM")
    return chosen


@contextmanager
def open_browser(extra_flags: tuple[str, ...] = ()) -> Iterator[Browser]:
    """A running browser; sandboxed unless the user is root, where Chromium cannot be."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise ZweckError("the audit needs the extra: pip install 'zweck[audit]'") from None
    flags = [*FLAGS, *extra_flags, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags, headless=True)
        except Error as error:
            raise ZweckError(f"Chromium did not start: {str(error).splitlines()[0]}") from None
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(
    browser: Browser, url: str, *, observe: bool = True, gpc: bool = False, language: str = "de-DE"
) -> Iterator[Visit]:
    """Open ``url`` in a fresh profile; failures are noted in ``problem``."""
    headers = {"Sec-GPC": "1"} if gpc else None
    context = browser.new_context(
        locale=language, extra_http_headers=headers, accept_downloads=False, viewport={"width": 1280, "height": 900}
    )
    if gpc:
        context.add_init_script("Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})")
    # consent tools hide from automated browsers; an audit looks like a visitor
    context.add_init_script("Object.defineProperty(navigator, 'webdriver', {get: () => false})")
    page = context.new_page()
    page.set_default_timeout(5_000)
    opened = Visit(context, page, site_of(urlsplit(url).hostname or ""))
    context.on("request", opened.note)
    page.on("dialog", lambda dialog: dialog.dismiss())
    try:
        load(opened, url, observe=observe)
        yield opened
    finally:
        context.close()


def load(opened: Visit, url: str | None = None, *, observe: bool = True) -> None:
    """Load (or reload) the page; to observe it, also wait, scroll through it and let late loaders speak."""
    from playwright.sync_api import Error

    page = opened.page
    try:
        if url:
            page.goto(url, wait_until="load", timeout=NAVIGATION_MS)
        else:
            page.reload(wait_until="load", timeout=NAVIGATION_MS)
    except Error as error:
        opened.problem = str(error).splitlines()[0][:200]
        return
    if observe:
        settle(opened)
    else:
        page.wait_for_timeout(PAUSE_MS)


def settle(opened: Visit) -> None:
    """Wait for quiet, scroll to the end (lazy loaders) and back, and move the mouse (first-input loaders)."""
    from playwright.sync_api import Error

    page = opened.page
    with suppress(Error):  # a page that never rests is observed as long as it is given
        page.wait_for_load_state("networkidle", timeout=QUIET_MS)
    try:
        page.mouse.move(200, 200)
        page.evaluate("window.scrollTo(0, document.body ? document.body.scrollHeight : 0)")
        page.wait_for_timeout(SETTLE_MS)
        page.evaluate("window.scrollTo(0, 0)")
    except Error as error:
        opened.problem = opened.problem or str(error).splitlines()[0][:200]


def cookies(opened: Visit) -> tuple[SeenCookie, ...]:
    """Every cookie of the profile, HttpOnly ones included; values reduced to their length."""
    import time

    now = time.time()
    return tuple(
        SeenCookie(
            name=c.get("name", ""),
            domain=c.get("domain", ""),
            length=len(c.get("value", "")),
            days=None if c.get("expires", -1) <= 0 else round((c["expires"] - now) / 86400, 1),
            http_only=bool(c.get("httpOnly")),
        )
        for c in opened.context.cookies()
    )


_STORAGE = """async () => {
  const found = [];
  const keys = (name, area) => {
    try { for (let i = 0; i < area.length; i++) found.push([name, area.key(i)]); } catch (e) {}
  };
  try { keys('local', localStorage); } catch (e) {}
  try { keys('session', sessionStorage); } catch (e) {}
  try { for (const d of await indexedDB.databases()) found.push(['indexeddb', d.name]); } catch (e) {}
  try { for (const c of await caches.keys()) found.push(['cache', c]); } catch (e) {}
  return found;
}"""


def storage(opened: Visit) -> tuple[SeenEntry, ...]:
    """Storage keys of every frame's origin (local, session, IndexedDB, Cache); values are never read."""
    from playwright.sync_api import Error

    found: dict[tuple[str, str, str], SeenEntry] = {}
    for frame in opened.page.frames[:50]:
        parts = urlsplit(frame.url)
        if parts.scheme not in ("http", "https"):
            continue
        try:
            for kind, key in frame.evaluate(_STORAGE):
                entry = SeenEntry(storage=kind, key=str(key)[:200], origin=f"{parts.scheme}://{parts.netloc}")
                found.setdefault((kind, entry.key, entry.origin), entry)
        except Error:
            continue
    return tuple(found.values())


def links(opened: Visit) -> tuple[str, ...]:
    """The addresses the page links to, without query strings."""
    from playwright.sync_api import Error

    try:
        hrefs = opened.page.eval_on_selector_all("a[href]", "els => els.slice(0, 500).map(e => e.href)")
    except Error:
        return ()
    return tuple(dict.fromkeys(str(h).split("?")[0].split("#")[0] for h in hrefs))

"""A real browser: Debian's Chromium through Playwright, profiles of their own, nothing of the browser's own.

The browser's background traffic is switched off by flags and never counted: requests are taken from the page, not
from the network. Several profiles run at once in one browser, because an audit mostly waits.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from zweck.audit.canary import Canary
from zweck.audit.party import site_of
from zweck.audit.visit import Limits, Visit
from zweck.errors import ZweckError

if TYPE_CHECKING:
    from playwright.async_api import Browser

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
    # the distribution's Chromium blocks third-party cookies; an audit wants to see them attempted
    "--disable-features=TrackingProtection3pcd,ThirdPartyCookieDeprecation,OptimizationHints,MediaRouter",
)
SETTLE_MS = 1_500
LATE_MS = 3_500
PAUSE_MS = 300
QUIET_MS = 4_000
LEAVE_MS = 250
# what a page sends while it goes is lost to whoever watches it, so the events come a moment before
_LEAVE = """() => {
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  for (const kind of ['pagehide', 'beforeunload', 'unload']) window.dispatchEvent(new Event(kind));
}"""
UNREACHABLE = (
    "ERR_CONNECTION",
    "ERR_NAME_NOT_RESOLVED",
    "ERR_ADDRESS",
    "ERR_INTERNET",
    "ERR_INVALID",
    "ERR_UNSAFE_PORT",
)
_PROBE = (Path(__file__).parent / "probe.js").read_text("utf-8")
_GPC = "Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})"
# consent tools hide from automated browsers; an audit looks like a visitor
_VISITOR = "Object.defineProperty(navigator, 'webdriver', {get: () => false})"


def find_chromium() -> str:
    """The installed Chromium; raises ``ZweckError`` naming the package."""
    chosen = os.environ.get("ZWECK_CHROMIUM") or next((p for c in CANDIDATES if (p := shutil.which(c))), None)
    if not chosen:
        raise ZweckError("no Chromium found: install it (Debian: apt-get install chromium) or set ZWECK_CHROMIUM")
    return chosen


@asynccontextmanager
async def open_browser(extra_flags: tuple[str, ...] = ()) -> AsyncIterator[Browser]:
    """A running browser; sandboxed unless the user is root, where Chromium cannot be."""
    try:
        from playwright.async_api import Error, async_playwright
    except ImportError:
        raise ZweckError("the audit needs the extra: pip install 'zweck[audit]'") from None
    flags = [*FLAGS, *extra_flags, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    async with async_playwright() as playwright:
        try:
            browser = await playwright.chromium.launch(executable_path=find_chromium(), args=flags, headless=True)
        except Error as error:
            raise ZweckError(f"Chromium did not start: {str(error).splitlines()[0]}") from None
        try:
            yield browser
        finally:
            with suppress(Error, TimeoutError):
                await asyncio.wait_for(browser.close(), 10)


@asynccontextmanager
async def visit(
    browser: Browser,
    url: str,
    *,
    limits: Limits,
    gpc: bool = False,
    canary: Canary | None = None,
    language: str = "de-DE",
) -> AsyncIterator[Visit]:
    """A fresh profile with an empty page, watched from the start."""
    from playwright.async_api import Error

    context = await browser.new_context(
        locale=language,
        extra_http_headers={"Sec-GPC": "1"} if gpc else None,
        accept_downloads=False,
        viewport={"width": 1280, "height": 900},
    )
    opened = None
    try:
        page = await context.new_page()
        page.set_default_timeout(5_000)
        opened = Visit(context, page, site_of(urlsplit(url).hostname or ""), limits, canary)
        name = f"_{secrets.token_hex(5)}"
        await context.expose_binding(name, opened.on_probe)
        await context.add_init_script(_VISITOR + ";" + (_GPC if gpc else "") + ";" + _PROBE.replace("PROBE_NAME", name))
        await opened.listen()
        yield opened
    finally:
        with suppress(Error, TimeoutError):
            await asyncio.wait_for(context.close(), 5)
        if opened:
            await opened.rest()


async def load(opened: Visit, url: str) -> bool:
    """Load the page; a failure is noted in ``problem``. Raises ``ZweckError`` where nothing answers at all."""
    from playwright.async_api import Error, TimeoutError

    try:
        await opened.page.goto(url, wait_until="load", timeout=opened.limits.load_seconds * 1000)
    except TimeoutError:
        opened.problem = opened.problem or f"the page had not loaded after {opened.limits.load_seconds:g} s"
        return False
    except Error as error:
        said = _said(error)
        if any(code in said for code in UNREACHABLE):
            raise ZweckError(f"{url} could not be loaded: {said}") from None
        opened.problem = opened.problem or said
        return False
    await opened.page.wait_for_timeout(PAUSE_MS)
    return True


def _said(error: Exception) -> str:
    first = str(error).splitlines()[0].removeprefix("Page.goto: ")
    if "Download is starting" in first:
        return "the address is a download, not a page"
    if "ERR_CERT" in first:
        return f"its certificate is not valid ({first.split(' at ')[0]})"
    if "ERR_TOO_MANY_REDIRECTS" in first:
        return "it redirects without end"
    return first[:200]


async def settle(opened: Visit, wait_ms: int = SETTLE_MS) -> None:
    """Wait for quiet, scroll to the end (lazy loaders) and back, and move the mouse (first-input loaders)."""
    from playwright.async_api import Error

    page = opened.page
    with suppress(Error):  # a page that never rests is observed as long as it is given
        await page.wait_for_load_state("networkidle", timeout=QUIET_MS)
    try:
        for x, y in ((8, 8), (640, 120), (640, 450), (1270, 890)):  # not all of them lie over a frame
            await page.mouse.move(x, y)
        await page.keyboard.press("Shift")
        await page.evaluate("window.scrollTo(0, document.body ? document.body.scrollHeight : 0)")
        await page.wait_for_timeout(wait_ms)
        await page.evaluate("window.scrollTo(0, 0)")
    except Error as error:
        opened.problem = opened.problem or str(error).splitlines()[0][:200]


async def leave(opened: Visit) -> None:
    """Leave the page as a visitor does: loaders that wait for it speak now."""
    from playwright.async_api import Error

    with suppress(Error, TimeoutError):
        await asyncio.wait_for(opened.page.evaluate(_LEAVE), 3)
    with suppress(Error, TimeoutError):
        await opened.page.wait_for_timeout(LEAVE_MS)
        await opened.page.goto("about:blank", timeout=5_000)

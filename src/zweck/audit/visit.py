"""One visit: a page in a profile of its own, what it asks for and does, and the bounds of it.

Values are never kept: a cookie is its name and lifetime, a typed text only whether it left. A visit that passes a
bound is stopped with its reason, so that a hostile page ends as *incomplete* and never in a hang (Art. 5(1)(c) GDPR
binds the audit too).
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from zweck.audit.canary import Canary
from zweck.audit.party import site_of
from zweck.audit.report import SeenCall, SeenLeak, SeenRequest

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Dialog, Frame, Page, Request, Response, WebSocket

MAX_ATTEMPTS = 1_000


@dataclass(frozen=True)
class Limits:
    """What one visit may cost: seconds, requests, bytes, dialogs, navigations of the page."""

    seconds: float = 60.0
    load_seconds: float = 20.0
    requests: int = 3_000
    bytes: int = 100_000_000
    dialogs: int = 10
    navigations: int = 25


@dataclass(frozen=True)
class Attempt:
    """Someone asked the browser to keep a cookie: for how many days (``None``: the session), and who."""

    name: str
    domain: str
    days: float | None
    set_by: str


@dataclass
class Visit:
    """A page in its own profile, and what it has asked for so far."""

    context: BrowserContext
    page: Page
    first_party: str
    limits: Limits = Limits()
    canary: Canary | None = None
    requests: list[SeenRequest] = field(default_factory=list)
    attempts: dict[tuple[str, str], Attempt] = field(default_factory=dict)
    calls: dict[SeenCall, None] = field(default_factory=dict)
    leaks: dict[SeenLeak, None] = field(default_factory=dict)
    problem: str = ""
    stopped: bool = False
    _asked: int = 0
    _bytes: int = 0
    _dialogs: int = 0
    _moves: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def forget(self) -> None:
        """Begin a new state: what was seen until now belongs to the one before."""
        self.requests.clear()
        self.attempts.clear()
        self.calls.clear()
        self._asked = 0

    def stop(self, reason: str) -> None:
        """End the visit, once, with its reason."""
        self.problem = self.problem or reason
        if not self.stopped:
            self.stopped = True
            self._later(self._close())

    async def rest(self) -> None:
        """Wait for what is still being read of answers."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=3)

    async def listen(self) -> None:
        """Follow everything the context does from now on."""
        self.context.on("request", self._on_request)
        self.context.on("response", self._on_response)
        self.page.on("websocket", self._on_socket)
        self.page.on("dialog", self._on_dialog)
        self.page.on("framenavigated", self._on_navigation)
        self.page.on("popup", lambda page: self._later(_close_page(page)))
        session = await self.context.new_cdp_session(self.page)
        session.on("Network.dataReceived", self._on_data)
        await session.send("Network.enable", {"maxTotalBufferSize": 1_000_000, "maxResourceBufferSize": 500_000})

    def on_probe(self, source: dict[str, Any], said: object) -> None:
        """What the probe in a frame tells; the page could call it too, so nothing it says is trusted in shape."""
        if not (isinstance(said, list) and len(said) == 4 and all(isinstance(part, str) for part in said)):
            return
        kind, what, by, extra = said
        frame = source.get("frame")
        host = urlsplit(by or (frame.url if frame else "")).hostname or ""
        if kind == "cookie":
            self._attempt(what, urlsplit(frame.url).hostname or "" if frame else host, host)
        elif kind == "call" and len(self.calls) < MAX_ATTEMPTS:
            self.calls[SeenCall(kind=what[:40], host=host, third_party=self.is_third(host))] = None
        elif kind == "beacon":
            self._search(what, extra)

    def is_third(self, host: str) -> bool:
        """Whether a host belongs to another registrable domain than the page."""
        return bool(host) and site_of(host) != self.first_party

    def _on_request(self, request: Request) -> None:
        self._note(request.url, request.resource_type, _frame_host(request))
        if self.canary:
            self._search(request.url, (request.post_data_buffer or b"")[:200_000].decode("latin-1"))

    def _note(self, url: str, kind: str, frame: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https", "ws", "wss"):
            return
        self._asked += 1
        if self._asked > self.limits.requests:
            self.stop(f"more than {self.limits.requests} requests")
            return
        host = parts.hostname or ""
        cut = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"[:500]
        self.requests.append(SeenRequest(host=host, url=cut, kind=kind, frame=frame, third_party=self.is_third(host)))

    def _on_response(self, response: Response) -> None:
        if len(self._tasks) < MAX_ATTEMPTS:
            self._later(self._read_headers(response))

    async def _read_headers(self, response: Response) -> None:
        from playwright.async_api import Error

        with suppress(Error):
            host = urlsplit(response.url).hostname or ""
            for header in await response.headers_array():
                if header["name"].lower() == "set-cookie":
                    for line in header["value"].splitlines():
                        self._attempt(line, host, host)

    def _attempt(self, line: str, host: str, by: str) -> None:
        name, domain, days = read_cookie(line, datetime.now(UTC))
        key = (name, (domain or host).lstrip(".").lower())
        if days is not None and days <= 0:
            self.attempts.pop(key, None)
        elif name and len(self.attempts) < MAX_ATTEMPTS:
            self.attempts[key] = Attempt(name, key[1], days, by)

    def _on_socket(self, socket: WebSocket) -> None:
        self._note(socket.url, "websocket", urlsplit(self.page.url).hostname or "")
        if self.canary:
            url = socket.url
            socket.on("framesent", lambda sent: self._search(url, _text(sent)))

    def _search(self, url: str, body: str) -> None:
        coded = self.canary.found_in(url, body) if self.canary else ""
        if coded:
            host = urlsplit(url).hostname or ""
            page = urlsplit(self.page.url).path
            self.leaks[SeenLeak(page=page, host=host, coded=coded, third_party=self.is_third(host))] = None

    def _on_dialog(self, dialog: Dialog) -> None:
        self._dialogs += 1
        if self._dialogs > self.limits.dialogs:
            self.stop(f"more than {self.limits.dialogs} dialogs")
        self._later(_dismiss(dialog))

    def _on_navigation(self, frame: Frame) -> None:
        if frame == self.page.main_frame:
            self._moves += 1
            if self._moves > self.limits.navigations:
                self.stop(f"the page moved on more than {self.limits.navigations} times")

    def _on_data(self, event: dict[str, Any]) -> None:
        self._bytes += int(event.get("dataLength", 0))
        if self._bytes > self.limits.bytes:
            self.stop(f"more than {self.limits.bytes // 1_000_000 or 1} MB of data")

    async def _close(self) -> None:
        from playwright.async_api import Error

        with suppress(Error, TimeoutError):
            await asyncio.wait_for(self.context.close(), 5)

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _dismiss(dialog: Dialog) -> None:
    from playwright.async_api import Error

    with suppress(Error):
        await dialog.dismiss()


async def _close_page(page: Page) -> None:
    from playwright.async_api import Error

    with suppress(Error):
        await page.close()


def _text(sent: str | bytes) -> str:
    return sent if isinstance(sent, str) else sent.decode("latin-1")


def _frame_host(request: Request) -> str:
    from playwright.async_api import Error

    try:
        return urlsplit(request.frame.url).hostname or ""
    except Error:  # a service worker has no frame
        return ""


def read_cookie(line: str, now: datetime) -> tuple[str, str, float | None]:
    """Name, domain and lifetime in days of a ``Set-Cookie`` line; Max-Age goes before Expires (RFC 6265)."""
    pair, *attributes = line.split(";")
    said = {k.strip().lower(): v.strip() for k, _, v in (a.partition("=") for a in attributes)}
    days: float | None = None
    with suppress(ValueError, TypeError, OverflowError):
        if "expires" in said:
            expires = parsedate_to_datetime(said["expires"])
            days = (expires.replace(tzinfo=expires.tzinfo or UTC) - now).total_seconds() / 86_400
    with suppress(ValueError):
        if "max-age" in said:
            days = int(said["max-age"][:15]) / 86_400
    return pair.partition("=")[0].strip(), said.get("domain", ""), None if days is None else round(days, 2)

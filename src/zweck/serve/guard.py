"""The guard around every request: id, site, language, visitor, size, origin, security headers, errors, access log.

Deny by default (Art. 25, 32): an unknown host sees nothing, a foreign page cannot post, a body has a limit, a failure
shows no detail. What is logged about a failure is its type and place; messages could hold what a person typed.
"""

from __future__ import annotations

import logging
import secrets
import time
import traceback
from collections.abc import Callable
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from zweck.clock import Clock
from zweck.config import Settings
from zweck.errors import SystemFailure
from zweck.serve.client import SAFE_METHODS, client_address, is_trusted, may_post
from zweck.serve.language import settle
from zweck.serve.page import POLICY
from zweck.serve.problem import Show, problem
from zweck.serve.site import Site, Sites

log = logging.getLogger("zweck.serve")
DEFAULT_LIMIT = 64 * 1024
"""Bytes a request body may have where no form says otherwise."""
AccessLog = Callable[[Site, dict[str, Any]], None]

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
}
_YEAR = 31536000


class TooLarge(Exception):
    """A body beyond its limit, noticed while it streams in."""


class Guard:
    """ASGI middleware; the outermost of ours."""

    def __init__(
        self, app: ASGIApp, *, sites: Sites, settings: Settings, clock: Clock, show: Show, access: AccessLog
    ) -> None:
        self.app = app
        self.sites = sites
        self.settings = settings
        self.clock = clock
        self.show = show
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        self._settle(scope, headers)
        sending = _Sending(scope, send, self.settings)
        request = Request(scope, receive)
        try:
            await self._pass(scope, headers, receive, sending, request)
        except ClientDisconnect:
            return  # nobody is there to be told
        except Exception as error:
            if isinstance(error, TooLarge):
                status = 413
            else:
                status = 503 if isinstance(error, SystemFailure) and not error.permanent else 500
                _note(scope, error)
            if not sending.started:
                await problem(request, status, self.show)(scope, receive, sending)
        finally:
            self._log_safely(scope, headers, sending)

    def _settle(self, scope: Scope, headers: Headers) -> None:
        """Find out once who is meant and who asks; everything behind reads it from the scope."""
        peer = (scope.get("client") or ("", 0))[0]
        site = self.sites.find(headers.get("host", ""))
        scope["zweck.request"] = secrets.token_hex(8)
        scope["zweck.started"] = time.monotonic()
        scope["zweck.client"] = client_address(peer, headers, self.settings.trusted_proxies)
        if is_trusted(peer, self.settings.trusted_proxies):
            forwarded = headers.get("x-forwarded-proto", "")
            if forwarded in ("http", "https"):
                scope["scheme"] = forwarded
        scope["zweck.site"] = site
        scope["zweck.limit"] = site.limits.get(scope["path"].rstrip("/"), DEFAULT_LIMIT) if site else DEFAULT_LIMIT
        languages = site.declaration.languages if site else ("de", "en")
        scope["zweck.language"] = settle(
            scope["path"], scope.get("query_string", b""), headers.get("accept-language", ""), languages
        )

    async def _pass(
        self, scope: Scope, headers: Headers, receive: Receive, sending: _Sending, request: Request
    ) -> None:
        limit = int(scope["zweck.limit"])
        length = headers.get("content-length", "")
        if length.isascii() and length.isdigit() and int(length[:15]) > limit:
            await problem(request, 413, self.show)(scope, receive, sending)
            return
        if scope["method"] not in SAFE_METHODS and not may_post(headers, scope["zweck.site"]):
            await problem(request, 403, self.show)(scope, receive, sending)
            return
        await self.app(scope, _bounded(receive, limit), sending)

    def _log_safely(self, scope: Scope, headers: Headers, sending: _Sending) -> None:
        """A log that cannot be written (a full disk) spoils no answer, and shows no traceback with what was asked."""
        try:
            self._log(scope, headers, sending)
        except Exception as error:
            _note(scope, error)

    def _log(self, scope: Scope, headers: Headers, sending: _Sending) -> None:
        site: Site | None = scope.get("zweck.site")
        if site is None or not site.declaration.of_kind("server_logs"):
            return
        self.access(
            site,
            {
                "time": self.clock.now(),
                "ip": scope["zweck.client"],
                "method": scope["method"],
                "path": scope["path"],
                "protocol": f"HTTP/{scope.get('http_version', '1.1')}",
                "status": sending.status,
                "bytes": sending.size,
                "referrer": headers.get("referer", ""),
                "user_agent": headers.get("user-agent", ""),
                "host": headers.get("host", ""),
                "duration": time.monotonic() - scope["zweck.started"],
            },
        )


def _bounded(receive: Receive, limit: int) -> Receive:
    """Count a body that comes without a length; raises ``TooLarge`` beyond the limit."""
    seen = 0

    async def bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise TooLarge
        return message

    return bounded


class _Sending:
    """Adds the security headers to a response and remembers what was sent."""

    def __init__(self, scope: Scope, send: Send, settings: Settings) -> None:
        self.scope = scope
        self.send = send
        self.started = False
        self.status = 0
        self.size = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            self.status = message["status"]
            self._harden(MutableHeaders(scope=message))
        else:
            self.size += len(message.get("body", b""))
        await self.send(message)

    def _harden(self, headers: MutableHeaders) -> None:
        for name, value in _HEADERS.items():
            headers.setdefault(name, value)
        headers.setdefault("Content-Security-Policy", POLICY)
        if _has_token(self.scope):
            headers["Cache-Control"] = "no-store"
            headers["Referrer-Policy"] = "strict-origin"
        headers["X-Request-Id"] = self.scope["zweck.request"]
        if self.scope.get("scheme") == "https":
            headers.setdefault("Strict-Transport-Security", f"max-age={_YEAR}")


def _has_token(scope: Scope) -> bool:
    """Whether the address holds the secret of a mailed link: it must not get into caches nor to the next page."""
    query: bytes = scope.get("query_string", b"")
    return any(part.startswith((b"t=", b"token=")) for part in query.split(b"&"))


def _note(scope: Scope, error: Exception) -> None:
    found = traceback.extract_tb(error.__traceback__)
    frames = [frame for frame in found if "/zweck/" in frame.filename.replace("\\", "/")][-4:] or found[-4:]
    place = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    log.error("request %s failed: %s at %s", scope.get("zweck.request"), type(error).__name__, place)

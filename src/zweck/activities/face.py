"""The public face of an activity: what a kind's ``web.py`` gets from the server, and nothing more.

A kind's ``web.py`` offers ``routes(face) -> list[Route]``; ``serve`` mounts them at the site's host. A face knows one
site and one activity; it opens transactions of that site alone, so no form can reach another site's data (Art. 32).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import ip_network
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlencode

from zweck import texts
from zweck.promises.model import Keeps

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from zweck.clock import Clock
    from zweck.config import Settings
    from zweck.declaration.model import Declaration
    from zweck.promises.model import Promise
    from zweck.store import Store

ROOT = "/privacy"
"""Where the public faces of a site lie on its host."""


class Render(Protocol):
    """Turns a template into a page in the site's frame, in the visitor's language."""

    def __call__(self, template: str, request: Request, status: int = 200, **context: Any) -> Response: ...


class Fragment(Protocol):
    """Turns a template into markup without the site's frame."""

    def __call__(self, template: str, request: Request, **context: Any) -> str: ...


@dataclass(frozen=True)
class Face:
    """One activity of one site, towards visitors. ``limits`` collects the body size each path accepts, in bytes."""

    declaration: Declaration
    activity: Any
    promises: tuple[Promise, ...]
    store: Store
    clock: Clock
    settings: Settings
    render: Render
    fragment: Fragment
    limits: dict[str, int] = field(default_factory=dict)
    asset: Callable[[str], str] = lambda name: f"{ROOT}/static/{name}"

    @property
    def path(self) -> str:
        """The activity's place on the host."""
        return f"{ROOT}/{self.activity.name}"

    @property
    def own(self) -> tuple[Promise, ...]:
        """The promises of this activity."""
        return tuple(p for p in self.promises if p.activity == self.activity.name)

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def begin(self) -> AbstractContextManager[Any]:
        """One durable transaction of this site: commits on exit, rolls back on an exception."""
        return self.store.begin(self.declaration.id)

    def read(self) -> AbstractContextManager[Any]:
        """A read-only view of this site's data."""
        return self.store.read(self.declaration.id)

    def kept(self, *ids: str) -> tuple[str, ...]:
        """Those of the named promises that this activity makes: evidence names no promise that nobody gave."""
        made = {p.id for p in self.own}
        return tuple(i for i in ids if i in made)

    def say(self, name: str, language: str, **arguments: Any) -> str:
        """A text of the activity's kind."""
        return texts.message(f"{self.activity.kind}.{name}", language, **arguments)

    def link(self, request: Request, path: str, **query: str) -> str:
        """A full address on the site's own host, for mails; never built from an unknown ``Host`` header."""
        base = site_base(self.declaration, self.settings, request)
        return base + path + (f"?{urlencode(query)}" if query else "")

    def is_limited(self, tx: Any, request: Request, limit: int, window: timedelta, what: str = "post") -> bool:
        """Whether this visitor did it more than ``limit`` times within ``window``; keys are stored hashed only."""
        key = f"{self.activity.name}:{what}:{visitor_address(request)}"
        return not tx.limits.hit(key, limit, window)

    def keeping(self, language: str, record_class: str = "") -> str:
        """The sentence on how long the record class is kept."""
        for promise in self.own:
            if isinstance(promise, Keeps) and promise.record_class == record_class:
                return promise.say(language).text
        return ""


def language_of(request: Request) -> str:
    """The visitor's language, as the server settled it."""
    return str(request.scope.get("zweck.language", "de"))


def visitor_address(request: Request) -> str:
    """The visitor's address behind trusted proxies; for rate limits only, never stored in the clear.

    Of IPv6 the network (/64): one connection has all addresses of it, and could use a new one for every attempt.
    """
    address = str(request.scope.get("zweck.client", "")).partition("%")[0]
    return str(ip_network((address, 64), strict=False)) if ":" in address else address


def site_base(declaration: Declaration, settings: Settings, request: Request | None = None) -> str:
    """``https://www.site.example``: the declared address, or the local one of a demonstration."""
    if request is not None and is_local(request.headers.get("host", "")):
        return f"{request.url.scheme}://{request.headers['host']}"
    if declaration.site.url:
        return declaration.site.url.rstrip("/")
    return f"{settings.public_scheme}://{declaration.site.domains[0]}"


def is_local(host: str) -> bool:
    """Whether a ``Host`` header names this machine only (RFC 6761)."""
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    return name in ("localhost", "127.0.0.1", "[::1]") or name.endswith(".localhost")

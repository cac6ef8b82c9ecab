"""What a visit has left in the browser: cookies, storage of every frame, forms, links; never a value.

Storage of a third party is partitioned by the site around it and visible only from inside its frame, so every frame is
asked itself. Cookies are joined with what header and script asked for: the browser shortens every lifetime to 400 days.
"""

from __future__ import annotations

import asyncio
import base64
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from zweck.audit.party import site_of
from zweck.audit.report import SeenCookie, SeenEntry, SeenForm
from zweck.audit.visit import Attempt, Visit

if TYPE_CHECKING:
    from playwright.async_api import Frame

MAX_FRAMES = 50
FRAME_SECONDS = 3
MAX_FORMS = 50

_STORAGE = """async () => {
  const found = [];
  const keys = (name, area) => {
    for (let i = 0; i < Math.min(area.length, 200); i++) found.push([name, area.key(i)]);
  };
  const first = async (work) => { try { await work(); } catch (e) { /* this frame has none */ } };
  await first(() => keys('local', localStorage));
  await first(() => keys('session', sessionStorage));
  await first(async () => { for (const d of await indexedDB.databases()) found.push(['indexeddb', d.name]); });
  await first(async () => { for (const c of await caches.keys()) found.push(['cache', c]); });
  await first(async () => {
    for (const r of await navigator.serviceWorker.getRegistrations()) {
      found.push(['service worker', new URL(r.scope).pathname]);
    }
  });
  return found;
}"""
_FORMS = """() => [...document.forms].slice(0, 50).map(form => ({
  target: String(form.getAttribute('action') || ''),
  fields: [...form.elements].filter(e => e.matches('input, textarea, select')
      && !['hidden', 'submit', 'button', 'reset', 'image'].includes(e.type))
    .map(e => e.name || e.id || e.type).slice(0, 50),
}))"""


async def cookies(opened: Visit) -> tuple[SeenCookie, ...]:
    """Every cookie of the profile, HttpOnly ones included, and those that the browser refused."""
    await opened.rest()
    attempts = dict(opened.attempts)
    stored = [_stored(c, attempts) for c in await opened.context.cookies()]
    return (*stored, *(_refused(a) for a in attempts.values()))


def _stored(cookie: Any, attempts: dict[tuple[str, str], Attempt]) -> SeenCookie:
    name, domain = cookie.get("name", ""), cookie.get("domain", "")
    expires = cookie.get("expires", -1)
    asked = attempts.pop((name, domain.lstrip(".")), None)
    return SeenCookie(
        name=name,
        domain=domain,
        length=len(cookie.get("value", "")),
        days=None if expires <= 0 else round((expires - time.time()) / 86400, 1),
        http_only=bool(cookie.get("httpOnly")),
        asked_days=asked.days if asked else None,
        set_by=asked.set_by if asked else "",
        partition=str(cookie.get("partitionKey") or ""),
    )


def _refused(asked: Attempt) -> SeenCookie:
    return SeenCookie(
        name=asked.name,
        domain=asked.domain,
        length=0,
        days=None,
        asked_days=asked.days,
        set_by=asked.set_by,
        stored=False,
    )


async def storage(opened: Visit) -> tuple[SeenEntry, ...]:
    """Keys of local and session storage, IndexedDB, Cache and service workers, asked inside every frame."""
    frames = [f for f in opened.page.frames[:MAX_FRAMES] if urlsplit(f.url).scheme in ("http", "https")]
    found: dict[tuple[str, str, str], SeenEntry] = {}
    for frame, keys in zip(frames, await asyncio.gather(*(_ask(f, _STORAGE) for f in frames)), strict=True):
        for entry in _entries(frame.url, keys, opened.first_party):
            found.setdefault((entry.storage, entry.key, entry.origin), entry)
    return tuple(found.values())


def _entries(url: str, keys: list[Any], first_party: str) -> Iterator[SeenEntry]:
    parts = urlsplit(url)
    foreign = site_of(parts.hostname or "") != first_party
    for kind, key in keys:
        yield SeenEntry(
            storage=kind, key=str(key)[:200], origin=f"{parts.scheme}://{parts.netloc}", partitioned=foreign
        )


async def forms(opened: Visit) -> tuple[SeenForm, ...]:
    """Every form with a field to fill in, of every frame, and where it would send what is typed."""
    made: dict[SeenForm, None] = {}
    for frame in opened.page.frames[:MAX_FRAMES]:
        for said in await _ask(frame, _FORMS):
            target = urlsplit(urljoin(frame.url, said["target"]))
            if said["fields"] and target.scheme in ("http", "https") and len(made) < MAX_FORMS:
                host = target.hostname or ""
                form = SeenForm(
                    page=urlsplit(frame.url).path[:200],
                    target=f"{target.scheme}://{target.netloc}{target.path}"[:300],
                    host=host,
                    encrypted=target.scheme == "https",
                    third_party=opened.is_third(host),
                    fields=tuple(str(f)[:60] for f in said["fields"]),
                )
                made[form] = None
    return tuple(made)


async def links(opened: Visit) -> tuple[str, ...]:
    """The addresses the page links to, without query strings."""
    hrefs = await _ask(
        opened.page.main_frame, "[...document.querySelectorAll('a[href]')].slice(0, 500).map(e => e.href)"
    )
    return tuple(dict.fromkeys(str(h).split("?")[0].split("#")[0] for h in hrefs))


async def screenshot(opened: Visit) -> str | None:
    """The page as a picture (JPEG, Base64), or ``None`` where it does not hold still."""
    from playwright.async_api import Error

    try:
        return base64.b64encode(await opened.page.screenshot(type="jpeg", quality=60, timeout=5_000)).decode()
    except Error:
        return None


async def _ask(frame: Frame, script: str) -> list[Any]:
    from playwright.async_api import Error

    try:
        found = await asyncio.wait_for(frame.evaluate(script), FRAME_SECONDS)
    except (Error, TimeoutError):
        return []
    return found if isinstance(found, list) else []

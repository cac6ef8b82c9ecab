"""Further pages of the same site, before any choice, in a profile of their own; and what is typed there.

Only addresses of the same host that the first page links to, in their order, without query, each once. Forms are filled
in with a canary and never submitted: what leaves then was sent while typing.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from zweck.audit import browser, collect
from zweck.audit.canary import Canary
from zweck.audit.report import SeenCookie, SeenEntry, SeenForm, StateSeen
from zweck.audit.visit import Limits, Visit

if TYPE_CHECKING:
    from playwright.async_api import Browser, Frame

MAX_FIELDS = 12
PAGE_QUIET_MS = 1_500
TYPED_MS = 300
NOT_PAGES = frozenset(
    (".pdf", ".zip", ".jpg", ".jpeg", ".png", ".svg", ".webp", ".mp4", ".docx", ".xlsx", ".gz", ".xml")
)
_FIELDS = (
    "input:not([type]), input[type=text], input[type=email], input[type=search], input[type=tel],"
    " input[type=password], textarea"
)


@dataclass
class Crawled:
    """What the pages showed, in the state before any choice."""

    pages: list[str] = field(default_factory=list)
    seen: dict[str, dict[Any, None]] = field(default_factory=dict)
    problem: str = ""

    def add(self, kind: str, found: tuple[Any, ...]) -> None:
        self.seen.setdefault(kind, {}).update(dict.fromkeys(found))

    def joined_to(self, state: StateSeen) -> StateSeen:
        """The state with everything that only the crawl saw."""
        update: dict[str, Any] = {"pages": tuple(self.pages)}
        for kind, found in self.seen.items():
            known = getattr(state, kind)
            have = {_key(k) for k in known}
            update[kind] = (*known, *(f for f in found if _key(f) not in have))
        if self.problem:
            update["problem"] = state.problem or f"further pages: {self.problem}"
        return state.model_copy(update=update)


def _key(seen: Any) -> Any:
    match seen:
        case SeenCookie():
            return seen.name, seen.domain.lstrip(".")
        case SeenEntry():
            return seen.storage, seen.key, seen.origin
        case SeenForm():
            return seen.page, seen.target, seen.fields
        case _:
            return seen


async def crawl(running: Browser, url: str, pages: int, limits: Limits, canary: Canary) -> Crawled:
    """Look at ``pages`` pages, the first one included, and type into their forms."""
    from playwright.async_api import Error

    crawled = Crawled()
    async with browser.visit(running, url, limits=limits, canary=canary) as visit:
        try:
            await asyncio.wait_for(_walk(visit, url, pages, crawled), limits.seconds)
        except TimeoutError:
            visit.stop(f"they were not done after {limits.seconds:g} s")
        except Error as error:
            visit.problem = visit.problem or str(error).splitlines()[0][:200]
        await visit.rest()
        crawled.add("requests", tuple(visit.requests))
        crawled.add("calls", tuple(visit.calls))
        crawled.add("leaks", tuple(visit.leaks))
        crawled.problem = visit.problem
    return crawled


async def _walk(visit: Visit, url: str, pages: int, crawled: Crawled) -> None:
    waiting = [url]
    while waiting and len(crawled.pages) < pages and not visit.stopped:
        address = waiting.pop(0)
        crawled.pages.append(address)
        if not await browser.load(visit, address):
            continue
        await _type(visit)
        if len(crawled.pages) > 1:  # the first page is looked at by a visit of its own
            await browser.settle(visit, PAGE_QUIET_MS // 3)
        crawled.add("storage", await collect.storage(visit))
        crawled.add("forms", await collect.forms(visit))
        for link in await collect.links(visit) if len(crawled.pages) < pages else ():
            if link not in waiting and link not in crawled.pages and is_page_of(link, url):
                waiting.append(link)
    crawled.add("cookies", await collect.cookies(visit))


def is_page_of(link: str, url: str) -> bool:
    """Whether a link leads to another page of the same host, and not to a file."""
    there, here = urlsplit(link), urlsplit(url)
    if (there.scheme, there.netloc) != (here.scheme, here.netloc) or there.path in ("", here.path):
        return False
    return PurePosixPath(there.path).suffix.lower() not in NOT_PAGES


async def _type(visit: Visit) -> None:
    """Type the canary into every visible field; leave the last one; never press Enter."""
    typed = 0
    for frame in visit.page.frames[:10]:
        typed += await _type_into(visit, frame, MAX_FIELDS - typed)
    if typed:
        await visit.page.wait_for_timeout(TYPED_MS)


async def _type_into(visit: Visit, frame: Frame, most: int) -> int:
    from playwright.async_api import Error

    typed = 0
    with suppress(Error):
        fields = frame.locator(_FIELDS)
        kinds = await fields.evaluate_all("es => es.map(e => e.type)")
        for index, kind in enumerate(kinds[:most]):
            place = fields.nth(index)
            if visit.canary and await place.is_visible() and await place.is_editable():
                await place.press_sequentially(visit.canary.value_for(kind), timeout=2_000)
                await place.press("Tab")
                typed += 1
    return typed

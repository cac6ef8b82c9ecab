"""The run: the states of consent side by side, each in a profile of its own, then compared with the declaration.

What could not be looked at is said with its reason: an audit that was not whole is *incomplete*, never *passed*.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from zweck.audit import banner, browser, collect
from zweck.audit.canary import Canary
from zweck.audit.compare import compare
from zweck.audit.crawl import crawl
from zweck.audit.report import STATES, AuditReport, StateName, StateSeen
from zweck.audit.visit import Limits, Visit
from zweck.clock import Clock, SystemClock
from zweck.declaration.model import Declaration
from zweck.errors import ZweckError
from zweck.promises.uses import gated_uses

if TYPE_CHECKING:
    from playwright.async_api import Browser

NO_WAY = "no way found to make this choice"


def audit(
    url: str,
    declaration: Declaration | None = None,
    *,
    clock: Clock | None = None,
    flags: tuple[str, ...] = (),
    gpc: bool = False,
    pages: int = 1,
    limits: Limits | None = None,
) -> AuditReport:
    """Visit ``url`` in the four states; raises ``ZweckError`` when it cannot be reached at all.

    ``pages`` are looked at before any choice, ``gpc`` adds a visit that says Global Privacy Control; ``flags`` are
    extra Chromium flags (a test maps hosts to itself with them).
    """
    address = url if "://" in url else f"https://{url}"
    if urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).hostname:
        raise ZweckError(f"{url}: an address like https://www.example.com is needed")
    version, seen = asyncio.run(_run(address, flags, gpc, pages, limits or Limits()))
    return AuditReport(
        url=address,
        site=declaration.id if declaration else None,
        at=(clock or SystemClock()).now(),
        browser=version,
        states=tuple(seen),
        findings=compare(seen, declaration),
        incomplete=tuple(_incomplete(seen, declaration)),
    )


async def _run(url: str, flags: tuple[str, ...], gpc: bool, pages: int, limits: Limits) -> tuple[str, list[StateSeen]]:
    async with browser.open_browser(flags) as running:
        tasks = [_before(running, url, limits), _rejected(running, url, limits), _accepted(running, url, limits)]
        if gpc:
            tasks.append(_gpc(running, url, limits))
        crawling = asyncio.ensure_future(crawl(running, url, pages, limits, Canary()))
        try:
            (before, *others) = [s for part in await asyncio.gather(*tasks) for s in part]
            return f"Chromium {running.version}", [(await crawling).joined_to(before), *others]
        finally:
            crawling.cancel()


async def _before(running: Browser, url: str, limits: Limits) -> list[StateSeen]:
    async with browser.visit(running, url, limits=limits) as visit:
        return [await _bounded(visit, "before", _load_and_look(visit, url, "before"))]


async def _gpc(running: Browser, url: str, limits: Limits) -> list[StateSeen]:
    async with browser.visit(running, url, limits=limits, gpc=True) as visit:
        return [await _bounded(visit, "gpc", _load_and_look(visit, url, "gpc"))]


async def _load_and_look(visit: Visit, url: str, state: StateName) -> StateSeen:
    if await browser.load(visit, url):
        await browser.settle(visit, browser.LATE_MS)
    return await _look(visit, state, "loaded in a fresh profile")


async def _rejected(running: Browser, url: str, limits: Limits) -> list[StateSeen]:
    async with browser.visit(running, url, limits=limits) as visit:
        return [await _bounded(visit, "rejected", _reject_and_look(visit, url))]


async def _reject_and_look(visit: Visit, url: str) -> StateSeen:
    await browser.load(visit, url)
    how = await banner.reject(visit)
    if how and await browser.load(visit, url):
        await browser.settle(visit, browser.LATE_MS)
    return await _look(visit, "rejected", how)


async def _accepted(running: Browser, url: str, limits: Limits) -> list[StateSeen]:
    async with browser.visit(running, url, limits=limits) as visit:
        accepted = await _bounded(visit, "accepted", _accept_and_look(visit, url))
        if not accepted.reached or visit.stopped:
            return [accepted, StateSeen(state="withdrawn", reached=False, how=accepted.how, problem=visit.problem)]
        return [accepted, await _bounded(visit, "withdrawn", _withdraw_and_look(visit, url))]


async def _accept_and_look(visit: Visit, url: str) -> StateSeen:
    await browser.load(visit, url)
    how = await banner.accept(visit)
    if how and await browser.load(visit, url):
        await browser.settle(visit)
    return await _look(visit, "accepted", how, leave=False)


async def _withdraw_and_look(visit: Visit, url: str) -> StateSeen:
    how = await banner.withdraw(visit)
    if how:
        await browser.leave(visit)  # what the old page still says on leaving is not the new state's
        visit.forget()
        if await browser.load(visit, url):
            await browser.settle(visit)
    return await _look(visit, "withdrawn", how)


async def _bounded(visit: Visit, state: StateName, work: object) -> StateSeen:
    """The work's result, or what was seen until a bound stopped it."""
    from playwright.async_api import Error

    try:
        return await asyncio.wait_for(work, visit.limits.seconds)  # type: ignore[arg-type]
    except TimeoutError:
        visit.stop(f"it was not done after {visit.limits.seconds:g} s")
    except Error as error:
        visit.problem = visit.problem or str(error).splitlines()[0][:200]
    return _cut_short(visit, state)


def _cut_short(visit: Visit, state: StateName) -> StateSeen:
    return StateSeen(
        state=state,
        reached=False,
        how=NO_WAY,
        problem=visit.problem,
        requests=tuple(dict.fromkeys(visit.requests)),
        calls=tuple(visit.calls),
    )


async def _look(visit: Visit, state: StateName, how: str, *, leave: bool = True) -> StateSeen:
    if not how or visit.stopped:
        return _cut_short(visit, state)
    kept = {
        "cookies": await collect.cookies(visit),
        "storage": await collect.storage(visit),
        "forms": await collect.forms(visit),
        "links": await collect.links(visit),
        "screenshot": await collect.screenshot(visit),
    }
    if leave:
        await browser.leave(visit)
    seen = _cut_short(visit, state)
    return seen.model_copy(update={"reached": True, "how": how, **kept})


def _incomplete(seen: list[StateSeen], declaration: Declaration | None) -> list[str]:
    """A state that was not reached is a gap, unless there is nothing to choose about and nothing foreign loads."""
    nothing_to_choose = declaration is not None and not gated_uses(declaration)
    gaps = {s.state: s.problem or NO_WAY for s in seen if s.problem or not (s.reached or nothing_to_choose)}
    return [f"{state}: {gaps[state]}" for state in STATES if state in gaps]

"""The run: four states, observed one after the other, then compared with the declaration."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from zweck.audit import banner, browser
from zweck.audit.compare import compare
from zweck.audit.report import STATES, AuditReport, StateName, StateSeen
from zweck.clock import Clock, SystemClock
from zweck.declaration.model import Declaration
from zweck.errors import ZweckError
from zweck.promises.uses import gated_uses

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def audit(
    url: str,
    declaration: Declaration | None = None,
    *,
    clock: Clock | None = None,
    flags: tuple[str, ...] = (),
    gpc: bool = False,
) -> AuditReport:
    """Visit ``url`` in the four states; raises ``ZweckError`` when it cannot be reached at all.

    ``flags`` are extra Chromium flags (a test maps hosts to itself with them).
    """
    address = url if "://" in url else f"https://{url}"
    if urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).hostname:
        raise ZweckError(f"{url}: an address like https://www.example.com is needed")
    with browser.open_browser(flags) as running:
        version = f"Chromium {running.version}"
        seen = _observe(running, address, gpc=gpc)
    return AuditReport(
        url=address,
        site=declaration.id if declaration else None,
        at=(clock or SystemClock()).now(),
        browser=version,
        states=tuple(seen),
        findings=compare(seen, declaration),
        incomplete=tuple(_incomplete(seen, declaration)),
    )


def _observe(running: Browser, url: str, *, gpc: bool) -> list[StateSeen]:
    seen = []
    with browser.visit(running, url, gpc=gpc) as visit:
        if visit.problem:
            raise ZweckError(f"{url} could not be loaded: {visit.problem}")
        seen.append(_look(visit, "before", "loaded in a fresh profile"))
    with browser.visit(running, url, observe=False, gpc=gpc) as visit:
        how = banner.reject(visit)
        if how:
            browser.load(visit)
        seen.append(_look(visit, "rejected", how))
    with browser.visit(running, url, observe=False) as visit:
        how = banner.accept(visit)
        if how:
            browser.load(visit)
        seen.append(_look(visit, "accepted", how))
        how = banner.withdraw(visit) if how else ""
        if how:
            visit.requests.clear()
            browser.load(visit)
        seen.append(_look(visit, "withdrawn", how))
    return seen


def _look(visit: browser.Visit, state: StateName, how: str) -> StateSeen:
    if not how:
        return StateSeen(state=state, reached=False, how="no way found to make this choice")
    return StateSeen(
        state=state,
        reached=True,
        how=how,
        requests=tuple(dict.fromkeys(visit.requests)),
        cookies=browser.cookies(visit),
        storage=browser.storage(visit),
        links=browser.links(visit),
        screenshot=_screenshot(visit),
    )


def _screenshot(visit: browser.Visit) -> str | None:
    from playwright.sync_api import Error

    try:
        return base64.b64encode(visit.page.screenshot(type="jpeg", quality=60, timeout=5_000)).decode()
    except Error:
        return None


def _incomplete(seen: list[StateSeen], declaration: Declaration | None) -> list[str]:
    """A state that was not reached is a gap, unless there is nothing to choose about and nothing foreign loads."""
    missing = [s.state for s in seen if not s.reached]
    nothing_to_choose = declaration is not None and not gated_uses(declaration)
    if not missing or nothing_to_choose:
        return []
    return [f"{state}: no way found to make this choice" for state in STATES if state in missing]

"""Making the visitor's choice: our own API first, then the words on the buttons, in every frame and shadow root.

Nothing found is said as such: a state that could not be reached makes the audit *incomplete*, never *passed*.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zweck.audit.browser import PAUSE_MS, settle
from zweck.audit.visit import Visit

if TYPE_CHECKING:
    from playwright.async_api import Frame

_REJECT = re.compile(
    r"^\W*((alle[ns]?\s+)?(cookies\s+)?(ablehnen|verweigern|abweisen)"
    r"|nur\s+(notwendige|erforderliche|essenzielle|technisch notwendige)\b.*"
    r"|(nicht|ohne) (zustimmen|einwilligen|einwilligung.*)|weiter ohne.*"
    r"|(reject|decline|deny|refuse)(\s+(all|cookies|all cookies))?"
    r"|(only|use|accept|allow)?\s*(strictly )?(necessary|essential|required)( cookies)?( only)?"
    r"|continue without.*|no,? thanks)\W*$",
    re.I,
)
_ACCEPT = re.compile(
    r"^\W*((alle[ns]?\s+)?(cookies\s+)?(akzeptieren|zulassen|erlauben|annehmen|zustimmen)"
    r"|(allen?|in alle)\s+(zustimmen|einwilligen)|einverstanden|ich stimme zu|ja, (gerne|einverstanden)|verstanden"
    r"|(accept|allow|agree( to)?)(\s+(all|cookies|all cookies))?|i agree|got it|ok(ay)?)\W*$",
    re.I,
)
_SETTINGS = re.compile(
    r"(einstellungen|auswahl|anpassen|optionen|mehr (infos|informationen|optionen)"
    r"|settings|preferences|customi[sz]e|manage|options)",
    re.I,
)
_REOPEN = re.compile(
    r"(cookie|datenschutz|privatsph|privacy|consent|einwilligung).{0,20}(einstellung|settings|preferences|auswahl|choices|widerruf)"
    r"|(einwilligung|consent).{0,12}(widerrufen|withdraw)|(widerruf|withdraw).{0,12}(einwilligung|consent)"
    r"|manage (cookies|consent)",
    re.I,
)
_BUTTONS = "button, [role=button], input[type=button], input[type=submit], a"
_LABELS = "es => es.map(e => (e.innerText || e.value || e.getAttribute('aria-label') || '').trim().slice(0, 120))"
MAX_BUTTONS = 300


async def reject(visit: Visit) -> str:
    """Refuse everything; says how, or an empty string when no way was found."""
    return await _choose(visit, "reject", _REJECT)


async def accept(visit: Visit) -> str:
    """Agree to everything; says how, or an empty string when no way was found."""
    return await _choose(visit, "accept", _ACCEPT)


async def _choose(visit: Visit, verb: str, words: re.Pattern[str]) -> str:
    async def attempt() -> str:
        return await _by_api(visit, verb) or await _by_words(visit, words) or await _second_layer(visit, words)

    if found := await attempt():
        return found
    await settle(visit)  # a banner may come late
    return await attempt()


async def withdraw(visit: Visit) -> str:
    """Take consent back: our API, else reopen the choice and refuse."""
    if how := await _by_api(visit, "withdraw"):
        return how
    opened = await _by_words(visit, _REOPEN, whole=False)
    if not opened:
        return ""
    refused = await _by_words(visit, _REJECT) or await _second_layer(visit, _REJECT)
    return f"{opened}, then {refused}" if refused else ""


async def _by_api(visit: Visit, verb: str) -> str:
    from playwright.async_api import Error

    try:
        known = await visit.page.evaluate("v => !!(window.Zweck && typeof window.Zweck[v] === 'function')", verb)
        if not known:
            return ""
        visit.forget()
        await visit.page.evaluate("v => { window.Zweck[v](); }", verb)
    except Error:
        return ""
    await visit.page.wait_for_timeout(PAUSE_MS)
    return f"window.Zweck.{verb}()"


async def _by_words(visit: Visit, words: re.Pattern[str], *, whole: bool = True) -> str:
    for frame in visit.page.frames[:20]:
        if how := await _click(visit, frame, words, whole=whole):
            return how
    return ""


async def _click(visit: Visit, frame: Frame, words: re.Pattern[str], *, whole: bool) -> str:
    from playwright.async_api import Error

    try:
        buttons = frame.locator(_BUTTONS)  # locators look into open shadow roots
        labels = await buttons.evaluate_all(_LABELS)
        for index, said in enumerate(labels[:MAX_BUTTONS]):
            label = re.sub(r"\s+", " ", str(said))
            if not (words.match(label) if whole else words.search(label)):
                continue
            button = buttons.nth(index)
            if not await button.is_visible():
                continue
            visit.forget()
            await button.click(timeout=3_000)
            await visit.page.wait_for_timeout(PAUSE_MS)
            return f"clicked “{label[:60]}”"
    except Error:
        return ""
    return ""


async def _second_layer(visit: Visit, words: re.Pattern[str]) -> str:
    opened = await _by_words(visit, _SETTINGS, whole=False)
    if not opened:
        return ""
    found = await _by_words(visit, words)
    return f"{opened}, then {found}" if found else ""

"""Making the visitor's choice: our own API first, then the words on the buttons, in every frame and shadow root.

Nothing found is said as such: a state that could not be reached makes the audit *incomplete*, never *passed*.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zweck.audit.browser import PAUSE_MS, Visit, settle

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Locator

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
MAX_BUTTONS = 300


def reject(visit: Visit) -> str:
    """Refuse everything; says how, or an empty string when no way was found."""
    return _choose(visit, "reject", _REJECT)


def accept(visit: Visit) -> str:
    """Agree to everything; says how, or an empty string when no way was found."""
    return _choose(visit, "accept", _ACCEPT)


def _choose(visit: Visit, verb: str, words: re.Pattern[str]) -> str:
    def attempt() -> str:
        return _by_api(visit, verb) or _by_words(visit, words) or _second_layer(visit, words)

    if found := attempt():
        return found
    settle(visit)  # a banner may come late
    return attempt()


def withdraw(visit: Visit) -> str:
    """Take consent back: our API, else reopen the choice and refuse."""
    if how := _by_api(visit, "withdraw"):
        return how
    opened = _by_words(visit, _REOPEN, whole=False)
    if not opened:
        return ""
    refused = _by_words(visit, _REJECT) or _second_layer(visit, _REJECT)
    return f"{opened}, then {refused}" if refused else ""


def _by_api(visit: Visit, verb: str) -> str:
    from playwright.sync_api import Error

    try:
        known = visit.page.evaluate("v => !!(window.Zweck && typeof window.Zweck[v] === 'function')", verb)
        if not known:
            return ""
        visit.page.evaluate("v => { window.Zweck[v](); }", verb)
    except Error:
        return ""
    visit.page.wait_for_timeout(PAUSE_MS)
    return f"window.Zweck.{verb}()"


def _by_words(visit: Visit, words: re.Pattern[str], *, whole: bool = True) -> str:
    for frame in visit.page.frames[:20]:
        if how := _click(visit, frame, words, whole=whole):
            return how
    return ""


def _click(visit: Visit, frame: Frame, words: re.Pattern[str], *, whole: bool) -> str:
    from playwright.sync_api import Error

    try:
        buttons = frame.locator(_BUTTONS)  # locators look into open shadow roots
        for index in range(min(buttons.count(), MAX_BUTTONS)):
            button = buttons.nth(index)
            label = _label(button)
            if not (words.match(label) if whole else words.search(label)) or not button.is_visible():
                continue
            button.click(timeout=3_000)
            visit.page.wait_for_timeout(PAUSE_MS)
            return f"clicked “{label[:60]}”"
    except Error:
        return ""
    return ""


def _label(button: Locator) -> str:
    text = button.evaluate("e => (e.innerText || e.value || e.getAttribute('aria-label') || '').trim().slice(0, 120)")
    return re.sub(r"\s+", " ", str(text))


def _second_layer(visit: Visit, words: re.Pattern[str]) -> str:
    opened = _by_words(visit, _SETTINGS, whole=False)
    if not opened:
        return ""
    found = _by_words(visit, words)
    return f"{opened}, then {found}" if found else ""

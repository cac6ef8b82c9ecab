"""Reports of what the Content-Security-Policy stopped, as drift findings in the evidence (§ 25(1) TDDDG, Art. 25).

A report says that a page tried to load something that is not declared or not agreed to: the wall held, but the page
and the declaration differ. Anybody can forge a report, so it breaks and keeps no promise, is counted once a day per
provider, and its number is bounded. Of what was stopped only the registrable domain is kept; no page, no address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from zweck.activities.consent.choice import Offer
from zweck.activities.face import Face
from zweck.activities.submission import HOUR

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList
    from starlette.requests import Request

STOPPED = "gate.stopped"
MAX_REPORT = 16 * 1024
MAX_IN_ONE = 20
PER_HOUR = 60
NEW_PER_DAY = 100
DAY = timedelta(days=1)
_DIRECTIVE = re.compile(r"[a-z]{3,12}(-[a-z]{2,8}){1,2}")
_HOST = re.compile(r"[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*\.[a-z][a-z0-9-]{1,62}")
_WEB = frozenset({"http", "https", "ws", "wss"})
_WITHOUT_HOST = frozenset({"inline", "eval", "wasm-eval", "data", "blob"})


@dataclass(frozen=True)
class Violation:
    """One thing stopped: by which directive, from whom (a registrable domain, ``inline``, ``data``), which service.

    ``service`` is the gated one it belongs to, empty when nothing declared fits.
    """

    directive: str
    source: str
    service: str = ""


def take_reports(face: Face, offer: Offer, request: Request, body: bytes) -> int:
    """Write what is new today into the evidence; gives how many. What is malformed, foreign or too much is ignored."""
    found = list(dict.fromkeys(read_reports(body, offer, {*face.declaration.site.domains, _host(str(request.url))})))
    if not found:
        return 0
    with face.begin() as tx:
        if face.is_limited(tx, request, PER_HOUR, HOUR, what="violations"):
            return 0
        return sum(_note(face, tx, one) for one in found)


def _note(face: Face, tx: Any, one: Violation) -> bool:
    if not tx.limits.hit(f"violation:{one.directive}:{one.source}", 1, DAY):
        return False
    if not tx.limits.hit("violations", NEW_PER_DAY, DAY):
        return False
    detail = {"directive": one.directive, "source": one.source, "service": one.service}
    tx.evidence(STOPPED, face.activity.name, detail=detail)
    return True


def read_reports(body: bytes, offer: Offer, own: set[str]) -> Iterator[Violation]:
    """The violations in a body, of either format (``report-uri``, Reporting API), about a page of ``own`` hosts."""
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        return
    for item in (given if isinstance(given, list) else [given])[:MAX_IN_ONE]:
        said = (item.get("csp-report") or item.get("body")) if isinstance(item, dict) else None
        if isinstance(said, dict) and (one := _violation(said, offer, own)):
            yield one


def _violation(said: dict[str, Any], offer: Offer, own: set[str]) -> Violation | None:
    def word(*names: str) -> str:
        return next((v for n in names if isinstance(v := said.get(n), str) and v), "")[:2000]

    directive = word("effective-directive", "effectiveDirective", "violated-directive").partition(" ")[0]
    blocked = word("blocked-uri", "blockedURL")
    script = urlsplit_safely(word("source-file", "sourceFile")).scheme
    if not _DIRECTIVE.fullmatch(directive) or _host(word("document-uri", "documentURL")) not in own:
        return None
    if script and script not in _WEB:
        return None  # an extension of the browser, which is the visitor's own affair
    if blocked in _WITHOUT_HOST:
        return Violation(directive, blocked)
    if urlsplit_safely(blocked).scheme not in _WEB:
        return None
    host = _host(blocked)
    service = offer.by_host(host)
    source = _suffixes().privatesuffix(host) if _HOST.fullmatch(host) else ""
    return Violation(directive, source or "address", service.id if service else "")


def urlsplit_safely(text: str) -> Any:
    """The parts of an address; those of an empty one when it is none."""
    try:
        return urlsplit(text)
    except ValueError:
        return urlsplit("")


def _host(address: str) -> str:
    return (urlsplit_safely(address).hostname or "").lower().rstrip(".")


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()

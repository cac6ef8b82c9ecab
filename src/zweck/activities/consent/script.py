"""``consent.js`` for one site: the runtime with what the declaration asks consent for.

The same for every visitor, so it can be cached; what a visitor decided stands in the cookie alone.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from zweck.activities.consent.choice import Offer
from zweck.activities.face import ROOT, Face

_RUNTIME = Path(__file__).parent / "static" / "consent.js"
_MARK = "__CONFIG__"


@dataclass(frozen=True)
class Script:
    """The text of the script and its version."""

    text: str

    @cached_property
    def version(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


def script(face: Face, offer: Offer) -> Script:
    """The script with the site's configuration in it."""
    config = {
        "path": f"{ROOT}/consent",
        "cookie": offer.cookie,
        "age": int(offer.lifetime.total_seconds()),
        "gpc": bool(getattr(face.activity, "honour_gpc", True)),
        "services": [[s.id, s.digest, s.purpose, list(s.patterns)] for s in offer.services],
    }
    text = json.dumps(config, separators=(",", ":"), ensure_ascii=True)
    return Script(_RUNTIME.read_text("utf-8").replace(_MARK, text))


def service_cookies(offer: Offer, denied: Iterable[str], names: Iterable[str]) -> list[str]:
    """Those of the browser's cookies that belong to services without consent."""
    refused = set(denied)
    patterns = [p for s in offer.services if s.id in refused for p in s.patterns]
    return [n for n in names if n != offer.cookie and any(matches(p, n) for p in patterns)]


def matches(pattern: str, name: str) -> bool:
    """Whether a name fits a pattern in which ``*`` stands for anything."""
    return re.fullmatch(".*".join(re.escape(part) for part in pattern.split("*")), name) is not None

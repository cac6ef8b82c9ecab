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
from typing import Any

from zweck.activities.consent.choice import Offer
from zweck.activities.consent.consent_mode import google_signals
from zweck.activities.face import ROOT, Face
from zweck.declaration.model import Declaration
from zweck.promises.uses import own_cookies, service_uses

_STATIC = Path(__file__).parent / "static"
_MARK = "__CONFIG__"
_COMMENT = re.compile(r"[ \t]*/\*.*?\*/\n?", re.DOTALL)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


@dataclass(frozen=True)
class Script:
    """The text of the script and its version."""

    text: str

    @cached_property
    def version(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


def script(face: Face, offer: Offer) -> Script:
    """The script with the site's configuration, and Google's Consent Mode where a service of Google is asked for."""
    config = {
        "path": f"{ROOT}/consent",
        "cookie": offer.cookie,
        "age": int(offer.lifetime.total_seconds()),
        "gpc": bool(getattr(face.activity, "honour_gpc", True)),
        "services": [[s.id, s.digest, s.purpose] for s in offer.services],
    }
    made = _filled("consent.js", config)
    if signals := google_signals(offer):
        made = _filled("consent-mode.js", signals) + made
    return Script(made)


def device_script(face: Face, offer: Offer) -> Script:
    """What knows the entries on the device; loaded when consent begins or ends."""
    config = {
        "services": [[s.id, list(s.patterns)] for s in offer.services],
        "site": site_entries(face.declaration, offer),
    }
    return Script(_filled("device.js", config))


def site_entries(declaration: Declaration, offer: Offer) -> list[str]:
    """Names of what stays when a service goes: our own entry, the site's declared ones, those of ungated services."""
    free = [c for use in service_uses(declaration) if use.gate != "consent" for c in use.cookies]
    return list(dict.fromkeys([offer.cookie, *(c.name for c in (*own_cookies(declaration), *free))]))


def _filled(name: str, config: Any) -> str:
    """A file of ours without comments and indents (it holds no text over several lines), with its configuration."""
    text = _INDENT.sub("", _COMMENT.sub("", (_STATIC / name).read_text("utf-8")))
    return text.replace(_MARK, json.dumps(config, separators=(",", ":"), ensure_ascii=True))


def service_cookies(offer: Offer, denied: Iterable[str], names: Iterable[str]) -> list[str]:
    """Those of the browser's cookies that belong to services without consent."""
    refused = set(denied)
    patterns = [p for s in offer.services if s.id in refused for p in s.patterns]
    return [n for n in names if n != offer.cookie and any(matches(p, n) for p in patterns)]


def matches(pattern: str, name: str) -> bool:
    """Whether a name fits a pattern in which ``*`` stands for anything."""
    return re.fullmatch(".*".join(re.escape(part) for part in pattern.split("*")), name) is not None

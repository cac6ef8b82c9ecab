"""The Content-Security-Policy of the site's own pages: what is declared and granted may load, everything else not.

The second wall of the gate (§ 25(1) TDDDG): even markup that nobody marked, or that a script adds later, causes no
request to a host that the visitor has not agreed to. Inline scripts and styles of a page are allowed by their hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from zweck.activities.consent.choice import Offer
from zweck.activities.face import ROOT
from zweck.promises.uses import Use

VIOLATIONS = f"{ROOT}/consent/violations"
"""Where browsers report what the policy stopped."""


def policy(
    offer: Offer,
    granted: Iterable[str],
    free: Iterable[Use],
    scripts: list[str],
    styles: list[str],
    *,
    report: bool = False,
) -> str:
    """The header for a page and a visitor; ``free`` are services that need no consent."""
    allowed = set(granted)
    hosts = [h for s in offer.services if s.id in allowed for h in s.hosts]
    hosts += [d.lower().lstrip(".*") for use in free for d in use.domains]
    sources = " ".join(f"{h} *.{h}" for h in dict.fromkeys(hosts))
    tail = f" {sources}" if sources else ""
    script_hashes = "".join(f" '{h}'" for h in dict.fromkeys(scripts))
    style_hashes = "".join(f" '{h}'" for h in dict.fromkeys(styles))
    unsafe = " 'unsafe-hashes'" if styles else ""
    return "; ".join(
        (
            f"default-src 'self'{tail}",
            f"script-src 'self'{script_hashes}{tail}",
            f"style-src 'self'{unsafe}{style_hashes}{tail}",
            f"img-src 'self' data:{tail}",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "object-src 'none'",
            *([f"report-uri {VIOLATIONS}"] if report else []),
        )
    )


def content_hash(text: str) -> str:
    """The value by which a policy allows an inline script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

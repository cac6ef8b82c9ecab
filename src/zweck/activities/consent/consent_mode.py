"""Google Consent Mode v2 from the visitor's choice: which of Google's signals each gated service of Google stands for.

The gate comes first: a tag of Google that is gated does not load at all before consent (§ 25(1) TDDDG), so only the
basic mode exists here. The signals then tell the loaded tags what was agreed to and what was not.
"""

from __future__ import annotations

from zweck.activities.consent.choice import Offer, Offered

HOSTS = frozenset(
    {
        "google.com",
        "google-analytics.com",
        "googletagmanager.com",
        "doubleclick.net",
        "googlesyndication.com",
        "googleadservices.com",
        "googleapis.com",
        "gstatic.com",
        "youtube.com",
        "youtube-nocookie.com",
    }
)
SIGNALS = {
    "ad_storage": ("marketing",),
    "ad_user_data": ("marketing",),
    "ad_personalization": ("marketing",),
    "analytics_storage": ("analytics",),
    "functionality_storage": ("functional", "media"),
    "personalization_storage": ("functional", "media"),
}
"""Google's six signals with our purposes; ``security_storage`` is never in question."""


def google_signals(offer: Offer) -> dict[str, list[str]]:
    """Signal to the ids of the services that grant it; empty where no service of Google is asked for."""
    google = [s for s in offer.services if _is_google(s)]
    if not google:
        return {}
    return {name: [s.id for s in google if s.purpose in purposes] for name, purposes in SIGNALS.items()}


def _is_google(service: Offered) -> bool:
    return any(host == g or host.endswith(f".{g}") for host in service.hosts for g in HOSTS)

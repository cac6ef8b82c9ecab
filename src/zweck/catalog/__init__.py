"""The catalogue of third-party services: names, providers, countries, purposes, domains, cookies; data and look-up.

It answers four questions: who is behind a name, a host, a cookie, a line of text. What a provider claims about
transfers (Art. 44–49) is passed on as a claim to be checked, with its date.
"""

from zweck.catalog.lookup import by_cookie, by_host, find, service, services
from zweck.catalog.mention import Mention, by_text, mentions
from zweck.catalog.model import Claim, CookiePattern, Former, Provider, Service

__all__ = [
    "Claim",
    "CookiePattern",
    "Former",
    "Mention",
    "Provider",
    "Service",
    "by_cookie",
    "by_host",
    "by_text",
    "find",
    "mentions",
    "service",
    "services",
]

"""Where a request comes from: the address behind trusted proxies, and the origin that a form was sent from.

Addresses are used for rate limits and, shortened where declared, for the server log; they stay in memory otherwise.
Cross-site posts are refused by ``Sec-Fetch-Site`` and ``Origin`` alone, so a public form needs no token and no cookie
(§ 25(2) no. 2 TDDDG: what is not necessary is not set).
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

from starlette.datastructures import Headers

from zweck.serve.site import Site, host_name

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def client_address(peer: str, headers: Headers, trusted: Iterable[str]) -> str:
    """The nearest address that no trusted proxy vouches for; forged ``X-Forwarded-For`` entries are not believed."""
    networks = [ipaddress.ip_network(t, strict=False) for t in trusted]
    found = _parsed(peer)
    chain = [part.strip() for part in headers.get("x-forwarded-for", "").split(",") if part.strip()]
    while found is not None and any(found in n for n in networks) and chain:
        nearer = _parsed(chain.pop())
        if nearer is None:
            break
        found = nearer
    return str(found) if found is not None else ""


def is_trusted(peer: str, trusted: Iterable[str]) -> bool:
    """Whether the peer is a proxy whose headers are believed."""
    found = _parsed(peer)
    return found is not None and any(found in ipaddress.ip_network(t, strict=False) for t in trusted)


def _parsed(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        found = ipaddress.ip_address(text.strip("[]"))
    except ValueError:
        return None
    mapped = getattr(found, "ipv4_mapped", None)
    return mapped or found


def may_post(headers: Headers, site: Site | None) -> bool:
    """Whether a changing request comes from our own page, the site's own hosts, or no browser at all (RFC 8058)."""
    origin = headers.get("origin", "")
    fetch_site = headers.get("sec-fetch-site", "")
    if fetch_site in ("same-origin", "none"):
        return True
    if origin and origin != "null":
        return _is_own(origin, headers) or (site is not None and site.accepts(origin))
    return not fetch_site and not origin


def _is_own(origin: str, headers: Headers) -> bool:
    _, _, authority = origin.partition("://")
    own = headers.get("host", "")
    return bool(own) and authority.lower() == own.lower() and host_name(own) != ""

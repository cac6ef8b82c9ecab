"""Whose host is it: the registrable domain (eTLD+1) decides between first and third party."""

from __future__ import annotations

import ipaddress
from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1)
def _suffixes() -> Any:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


@lru_cache(maxsize=4096)
def site_of(host: str) -> str:
    """``www.shop.example.co.uk`` → ``example.co.uk``; addresses and single labels stand for themselves."""
    host = host.strip(".").lower()
    try:
        ipaddress.ip_address(host)
    except ValueError:
        pass
    else:
        return host
    return str(_suffixes().privatesuffix(host) or host)

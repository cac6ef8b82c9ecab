"""The access log: one file a day and site, only the fields that the notice names, addresses shortened where it says so.

Query strings and the paths of referring pages are dropped: they can carry tokens and what people typed (Art. 5(1)(c)).
The files are cut by the keeping rule of ``server_logs`` like everything else.
"""

from __future__ import annotations

import ipaddress
import json
import threading
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from zweck.clock import BERLIN, Clock
from zweck.config import Settings
from zweck.serve.guard import AccessLog
from zweck.serve.site import Site
from zweck.systems.logs import alone


def access_log(settings: Settings, clock: Clock) -> AccessLog:
    """A writer to ``<data>/logs/<site>/access-<day>.log``, one JSON object a line."""
    lock = threading.Lock()

    def write(site: Site, facts: dict[str, Any]) -> None:
        path = log_file(settings.data, site.id, facts["time"])
        line = json.dumps(entry(site, facts), ensure_ascii=True) + "\n"
        with lock, alone(path.parent), path.open("a", encoding="ascii") as file:
            file.write(line)

    return write


def log_file(data: Path, site: str, at: datetime) -> Path:
    """The file that holds the lines of a day (German calendar days)."""
    return data / "logs" / site / f"access-{at.astimezone(BERLIN):%Y-%m-%d}.log"


def entry(site: Site, facts: dict[str, Any]) -> dict[str, Any]:
    """The declared fields of a request, and no other."""
    activity = site.declaration.of_kind("server_logs")[0]
    return {name: value for name in activity.record if (value := _field(name, facts, activity)) is not None}


def _field(name: str, facts: dict[str, Any], activity: Any) -> Any:
    if name == "time":
        return facts["time"].isoformat(timespec="seconds")
    if name == "ip":
        return shortened(facts["ip"]) if activity.shorten_ip else facts["ip"]
    if name == "request":
        return f"{facts['method']} {facts['path']} {facts['protocol']}"
    if name == "referrer":
        return urlsplit(facts["referrer"]).netloc.rpartition("@")[2] if facts["referrer"] else ""
    if name == "user_agent":
        return facts["user_agent"][:300]
    return facts.get(name)


def shortened(address: str) -> str:
    """An address without its last part: /24 and /48, so that it no longer names a connection."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return ""
    prefix = 24 if found.version == 4 else 48
    return str(ipaddress.ip_network((found, prefix), strict=False).network_address)

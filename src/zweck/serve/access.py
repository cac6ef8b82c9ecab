"""The access log: what the server knows of a request, cut down to what the notice may name, handed to the log's system.

Query strings and the paths of referring pages are dropped: they can carry tokens and what people typed (Art. 5(1)(c)).
The system writes only the declared fields, shortens addresses, and cuts the lines by their keeping rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from zweck.config import Settings
from zweck.serve.guard import AccessLog
from zweck.serve.site import Site

if TYPE_CHECKING:
    from zweck.store import Store
    from zweck.systems import LogsSystem

AGENT_LENGTH = 300


def access_log(store: Store, settings: Settings) -> AccessLog:
    """A writer into the access log of each site."""
    from zweck.systems import LogsSystem

    logs: dict[str, LogsSystem] = {}

    def write(site: Site, facts: dict[str, Any]) -> None:
        if site.id not in logs:
            logs[site.id] = LogsSystem(store, site.declaration, settings.data)
        logs[site.id].write(**fields_of(facts))

    return write


def fields_of(facts: dict[str, Any]) -> dict[str, Any]:
    """The fields that a declaration may name, without anything a person could have typed."""
    return {
        "ip": facts["ip"],
        "request": f"{facts['method']} {facts['path']} {facts['protocol']}",
        "status": facts["status"],
        "bytes": facts["bytes"],
        "referrer": host_of(facts["referrer"]),
        "user_agent": facts["user_agent"][:AGENT_LENGTH],
        "host": facts["host"],
        "duration": round(facts["duration"], 3),
    }


def host_of(address: str) -> str:
    """The host of an address without login; empty where it is no address."""
    try:
        return urlsplit(address).netloc.rpartition("@")[2]
    except ValueError:
        return ""

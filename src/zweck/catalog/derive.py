"""Derives the facts that the catalogue takes from open data: domains and cookies of services that it knows.

Sources (see NOTICE): the Open Cookie Database (CSV, Apache-2.0) and third-party-web (entities JSON, MIT). Taken are
names, patterns, lifetimes and domains only, never descriptions; what is ours (``data/``) wins over what is derived.

    python -m zweck.catalog.derive open-cookie-database.csv third-party-web-entities.json
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from zweck.catalog.lookup import entries, find, services
from zweck.catalog.model import Service

_TARGET = Path(__file__).parent / "derived" / "services.json"
_PERIOD = re.compile(r"^\s*(\d+)\s*(second|minute|hour|day|week|month|year)s?\b", re.IGNORECASE)
_UNITS = ("minute", "hour", "day", "week", "month", "year")
_MOST_COOKIES = 40
_MOST_DOMAINS = 12
_PLATFORMS = {
    "Azure / Microsoft": "microsoft_azure",
    "Bazaar Voice": "bazaarvoice",
    "Bing / Microsoft": "microsoft_ads",
    "Blueconic.com": "blueconic",
    "Command Act": "commanders_act",
    "CreativeCDN": "rtb_house",
    "DoubleClick/Google Marketing": "doubleclick",
    "LiveZilla GmbH": "livezilla",
    "Piano": "at_internet",
    "Tawk.to Chat": "tawk",
    "semasio.net": "semasio",
}
"""Platforms of the database whose names are not ours."""


def lifetime_of(text: str) -> str | None:
    """A retention period of the database as a lifetime of ours; ``None`` when it tells no definite one."""
    low = text.strip().lower()
    if low.startswith("session"):
        return "session"
    m = _PERIOD.match(low)
    if not m:
        return "until cleared" if "persist" in low or "never" in low else None
    number, unit = int(m[1]), m[2].lower()
    if unit == "second":
        number, unit = max(1, number // 60), "minute"
    return f"{number} {unit}{'s' if number != 1 else ''}" if unit in _UNITS else None


def cookies_of(rows: Iterable[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    """Cookies per service: name (``*`` where the database says wildcard) and lifetime."""
    made: dict[str, dict[str, dict[str, str]]] = {}
    for row in rows:
        service = find(_PLATFORMS.get(row["Platform"], row["Platform"]))
        name = row["Cookie / Data Key name"].strip()
        lifetime = lifetime_of(row["Retention period"])
        if service is None or lifetime is None or len(name) < 2 or " " in name:
            continue
        wild = row.get("Wildcard match", "0").strip() == "1" and not name.endswith("*")
        pattern = name + "*" if wild else name
        if pattern.rstrip("*"):
            made.setdefault(service.id, {}).setdefault(pattern, {"name": pattern, "lifetime": lifetime})
    return {id: list(found.values())[:_MOST_COOKIES] for id, found in made.items()}


def _own_hosts(service: Service) -> tuple[str, ...]:
    return (*(d for d in entries()[service.id].get("domains", ())), *service.cnames)


def domains_of(entities: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """Domains per service, from the entity of the same name; a domain that another service has is left out."""
    taken = {domain for service in services() for domain in _own_hosts(service)}
    made: dict[str, list[str]] = {}
    for entity in entities:
        service = find(entity["name"])
        if service is None:
            continue
        fresh = [d.removeprefix("*.").lower() for d in entity["domains"]]
        new = [d for d in dict.fromkeys(fresh) if d not in taken][:_MOST_DOMAINS]
        taken.update(new)
        if new:
            made.setdefault(service.id, []).extend(new)
    return made


def derive(cookie_csv: Path, entities_json: Path) -> dict[str, Any]:
    """Both sources as one mapping, sorted, so that a new run shows only what changed."""
    with cookie_csv.open(encoding="utf-8-sig", newline="") as file:
        cookies = cookies_of(csv.DictReader(file))
    domains = domains_of(json.loads(entities_json.read_text("utf-8")))
    made: dict[str, dict[str, Any]] = {}
    for id in sorted({*cookies, *domains}):
        parts = {"domains": domains.get(id), "cookies": cookies.get(id)}
        made[id] = {key: value for key, value in parts.items() if value}
    return {
        "sources": {
            "cookies": "Open Cookie Database, snapshot of 2026-01-21, Apache-2.0",
            "domains": "third-party-web 0.30.0, MIT",
        },
        "services": made,
    }


def main() -> None:
    """Write the derived file from the two sources named on the command line."""
    made = derive(Path(sys.argv[1]), Path(sys.argv[2]))
    _TARGET.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()

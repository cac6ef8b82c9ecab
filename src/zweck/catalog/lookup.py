"""Finding a service by its id, a host, a cookie or a line of text; loaded on first use, then kept.

Data lies in ``data/`` (ours) and ``derived/`` (facts from open data, see ``derive.py`` and NOTICE). A host costs one
dictionary look-up per label. A cookie is matched by name and setter, because cookie names collide.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from zweck.catalog.model import CookiePattern, Former, Provider, Service

_HERE = Path(__file__).parent


def _json(name: str) -> Any:
    return json.loads((_HERE / name).read_text("utf-8"))


def _former(entries: list[dict[str, str]]) -> tuple[Former, ...]:
    return tuple(Former(e["name"], e["until"]) for e in entries)


@lru_cache(maxsize=1)
def _providers() -> dict[str, Provider]:
    made = {}
    for key, e in _json("data/providers.json")["providers"].items():
        parent = e.get("parent") or {}
        made[key] = Provider(
            id=key,
            name=e["name"],
            country=e["country"],
            address=e.get("address"),
            privacy_url=e.get("privacy_url"),
            former=_former(e.get("former", [])),
            parent=parent.get("name"),
            parent_country=parent.get("country"),
        )
    return made


def _pattern(entry: Mapping[str, Any], purpose: dict[Any, str], setter: str) -> CookiePattern:
    return CookiePattern(
        name=entry["name"],
        purpose=entry.get("purpose") or purpose,
        lifetime=entry.get("lifetime") or "session",
        storage=entry.get("storage", "cookie"),
        setter=setter,
    )


def _service(e: dict[str, Any], category: dict[str, Any], derived: Mapping[str, Any]) -> Service:
    provider = _providers()[e["provider"]]
    purpose = e.get("purpose") or {k: v.replace("{n}", e["name"]) for k, v in category["purpose"].items()}
    own = e.get("cookies", [])
    known = {c["name"] for c in own}
    more = [c for c in derived.get("cookies", ()) if c["name"] not in known]
    consent = e.get("consent", category["consent"])
    domains = dict.fromkeys((*e.get("domains", ()), *derived.get("domains", ())))
    return Service(
        id=e["id"],
        name=e["name"],
        aliases=tuple(e.get("aliases", ())),
        former=_former(e.get("former", [])),
        weak=tuple(e.get("weak", ())),
        provider=provider,
        role=e.get("role", category["role"]),
        category=e["category"],
        category_name=category["name"],
        kind=e.get("kind", category["kind"]),
        purpose=purpose,
        consent=consent,
        why=e.get("why") or category["why"],
        gate=e.get("gate", category["gate"]),
        domains=tuple(domains),
        cookies=tuple(_pattern(c, purpose, provider.name) for c in (*own, *more)),
        self_hosted=bool(e.get("self_hosted")),
    )


@lru_cache(maxsize=1)
def _all() -> dict[str, Service]:
    categories = _json("data/categories.json")
    derived = _json("derived/services.json")["services"]
    made = {}
    for path in sorted((_HERE / "data" / "services").glob("*.json")):
        for entry in json.loads(path.read_text("utf-8")):
            made[entry["id"]] = _service(entry, categories[entry["category"]], derived.get(entry["id"], {}))
    return made


def services() -> tuple[Service, ...]:
    """Every service that the catalogue knows."""
    return tuple(_all().values())


def service(id: str) -> Service:
    """The service with this id; raises ``KeyError`` when there is none."""
    return _all()[id]


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Service]:
    made: dict[str, Service] = {}
    for entry in services():
        for name in entry.names:
            made.setdefault(_key(name), entry)
    for entry in services():
        made[_key(entry.id)] = entry
    return made


def _key(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


def find(name: str) -> Service | None:
    """The service with this id, name, alias or former name, however it is spelt; ``None`` when unknown."""
    return _all().get(name) or _by_name().get(_key(name))


@lru_cache(maxsize=1)
def _hosts() -> dict[str, Service]:
    made: dict[str, Service] = {}
    for entry in services():
        for domain in entry.domains:
            made.setdefault(domain.split("/", 1)[0], entry)
    return made


def by_host(host: str) -> Service | None:
    """The service that a host name belongs to, by its longest known suffix; ``None`` when unknown."""
    hosts, rest = _hosts(), host.lower().rstrip(".")
    while rest:
        if found := hosts.get(rest):
            return found
        rest = rest.partition(".")[2]
    return None


@lru_cache(maxsize=1)
def _cookies() -> tuple[
    dict[str, list[tuple[Service, CookiePattern]]], list[tuple[str, Service, CookiePattern]]
]:
    exact: dict[str, list[tuple[Service, CookiePattern]]] = {}
    starts: list[tuple[str, Service, CookiePattern]] = []
    for entry in services():
        for cookie in entry.cookies:
            if cookie.name.endswith("*"):
                starts.append((cookie.name[:-1], entry, cookie))
            else:
                exact.setdefault(cookie.name, []).append((entry, cookie))
    starts.sort(key=lambda s: -len(s[0]))
    return exact, starts


def by_cookie(name: str, setter: str | None = None) -> Service | None:
    """The service that sets a cookie or storage key.

    ``setter`` is a host or a provider's name as a notice has it; without one, the first match by name counts.
    """
    matches = list(_cookie_matches(name))
    if setter:
        matches = [m for m in matches if _sets(m, setter)]
    return matches[0] if matches else None


def _cookie_matches(name: str) -> Iterator[Service]:
    exact, starts = _cookies()
    for entry, _ in exact.get(name, ()):
        yield entry
    for start, entry, _ in starts:
        if start and name.startswith(start):
            yield entry


def _sets(entry: Service, setter: str) -> bool:
    if "." in setter and " " not in setter:
        owner = by_host(setter)
        return owner is not None and owner.provider.id == entry.provider.id
    key = _key(setter)
    candidates = (entry.provider.id, entry.provider.name, entry.provider.parent or "", *entry.names)
    return any(key and (_key(c).startswith(key) or key.startswith(_key(c))) for c in candidates if _key(c))

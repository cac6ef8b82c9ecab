"""Finding a service by its id, a host, a cookie or a line of text; read on first use, then kept.

Data lies in ``data/`` (ours) and ``derived/`` (facts from open data, see ``derive.py`` and NOTICE). A service is built
when it is asked for, because most sites use few. A host costs one dictionary look-up per label. A cookie is matched by
name and setter, because cookie names collide.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from zweck.catalog.model import CookiePattern, Former, Provider, Service

_HERE = Path(__file__).parent


@cache
def _json(name: str) -> Any:
    return json.loads((_HERE / name).read_text("utf-8"))


def _former(entries: list[dict[str, str]]) -> tuple[Former, ...]:
    return tuple(Former(e["name"], e["until"]) for e in entries)


@cache
def _provider(key: str) -> Provider:
    e = _json("data/providers.json")["providers"][key]
    parent = e.get("parent") or {}
    return Provider(
        id=key,
        name=e["name"],
        country=e["country"],
        address=e.get("address"),
        privacy_url=e.get("privacy_url"),
        former=_former(e.get("former", [])),
        parent=parent.get("name"),
        parent_country=parent.get("country"),
    )


def _pattern(entry: Mapping[str, Any], purpose: dict[Any, str], setter: str) -> CookiePattern:
    return CookiePattern(
        name=entry["name"],
        purpose=entry.get("purpose") or purpose,
        lifetime=entry.get("lifetime") or "session",
        storage=entry.get("storage", "cookie"),
        setter=setter,
    )


@cache
def _entries() -> dict[str, dict[str, Any]]:
    """What our own data says of every service, as it stands there."""
    files = sorted((_HERE / "data" / "services").glob("*.json"))
    return {entry["id"]: entry for file in files for entry in json.loads(file.read_text("utf-8"))}


def _derived(id: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _json("derived/services.json")["services"].get(id, {})
    return found


def _domains(e: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*e.get("domains", ()), *_derived(e["id"]).get("domains", ()))))


def _patterns(e: Mapping[str, Any]) -> list[dict[str, Any]]:
    own = e.get("cookies", [])
    known = {c["name"] for c in own}
    return [*own, *(c for c in _derived(e["id"]).get("cookies", ()) if c["name"] not in known)]


def services() -> tuple[Service, ...]:
    """Every service that the catalogue knows."""
    return tuple(service(id) for id in _entries())


@cache
def service(id: str) -> Service:
    """The service with this id; raises ``KeyError`` when there is none."""
    e = _entries()[id]
    category = _json("data/categories.json")[e["category"]]
    provider = _provider(e["provider"])
    purpose = e.get("purpose") or {k: v.replace("{n}", e["name"]) for k, v in category["purpose"].items()}
    return Service(
        id=id,
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
        consent=e.get("consent", category["consent"]),
        why=e.get("why") or category["why"],
        gate=e.get("gate", category["gate"]),
        domains=_domains(e),
        cookies=tuple(_pattern(c, purpose, provider.name) for c in _patterns(e)),
        self_hosted=bool(e.get("self_hosted")),
    )


@cache
def _by_name() -> dict[str, str]:
    made: dict[str, str] = {}
    for id, e in _entries().items():
        for name in (e["name"], *e.get("aliases", ()), *(f["name"] for f in e.get("former", ()))):
            made.setdefault(_key(name), id)
    return made | {_key(id): id for id in _entries()}


def _key(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


def find(name: str) -> Service | None:
    """The service with this id, name, alias or former name, however it is spelt; ``None`` when unknown."""
    id = name if name in _entries() else _by_name().get(_key(name))
    return service(id) if id else None


@cache
def _hosts() -> dict[str, str]:
    made: dict[str, str] = {}
    for id, e in _entries().items():
        for domain in _domains(e):
            made.setdefault(domain.split("/", 1)[0], id)
    return made


def by_host(host: str) -> Service | None:
    """The service that a host name belongs to, by its longest known suffix; ``None`` when unknown."""
    hosts, rest = _hosts(), host.lower().rstrip(".")
    while rest:
        if found := hosts.get(rest):
            return service(found)
        rest = rest.partition(".")[2]
    return None


@cache
def _cookies() -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """Who sets a cookie: by its whole name, and by what its name begins with, the longest first."""
    exact: dict[str, list[str]] = {}
    starts: list[tuple[str, str]] = []
    for id, e in _entries().items():
        for name in (cookie["name"] for cookie in _patterns(e)):
            if name.endswith("*"):
                starts.append((name[:-1], id))
            else:
                exact.setdefault(name, []).append(id)
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
    for id in exact.get(name, ()):
        yield service(id)
    for start, id in starts:
        if start and name.startswith(start):
            yield service(id)


def _sets(entry: Service, setter: str) -> bool:
    if "." in setter and " " not in setter:
        owner = by_host(setter)
        return owner is not None and owner.provider.id == entry.provider.id
    key = _key(setter)
    candidates = (entry.provider.id, entry.provider.name, entry.provider.parent or "", *entry.names)
    return any(key and (_key(c).startswith(key) or key.startswith(_key(c))) for c in candidates if _key(c))

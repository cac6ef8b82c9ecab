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

from zweck.catalog.model import Claim, CookiePattern, Former, Provider, Service

_HERE = Path(__file__).parent


@cache
def _json(name: str) -> Any:
    return json.loads((_HERE / name).read_text("utf-8"))


def data(name: str) -> Any:
    """One of our data files as parsed JSON, read once; callers must not change it."""
    return _json(f"data/{name}.json")


def _former(entries: list[dict[str, str]]) -> tuple[Former, ...]:
    return tuple(Former(e["name"], e["until"]) for e in entries)


@cache
def _provider(key: str) -> Provider:
    e = data("providers")["providers"][key]
    parent = e.get("parent") or {}
    return Provider(
        id=key,
        name=e["name"],
        country=e["country"],
        address=e.get("address"),
        privacy_url=e.get("privacy_url"),
        former=_former(e.get("former", [])),
        predecessors=_former(e.get("predecessors", [])),
        parent=parent.get("name"),
        parent_country=parent.get("country"),
        noted_on=e.get("noted_on", ""),
        source=e.get("source", ""),
        confirmed=bool(e.get("confirmed")),
        note=e.get("note", ""),
    )


def _claims(provider: Provider, *, self_hosted: bool) -> tuple[Claim, ...]:
    """What is usually claimed for the countries outside the EEA; nothing where the operator runs the software."""
    known = data("safeguards")
    if self_hosted:
        return ()
    said = ((country, known["claims"].get(country)) for country in provider.countries)
    return tuple(Claim(c["kind"], country, known["noted_on"], False, c["where"]) for country, c in said if c)


def _pattern(entry: Mapping[str, Any], setter: str) -> CookiePattern:
    use = data("cookie_uses")["uses"][entry["use"]] if "use" in entry else {}
    return CookiePattern(
        name=entry["name"],
        purpose=entry.get("purpose") or use["purpose"],
        lifetime=entry.get("lifetime") or "session",
        storage=entry.get("storage", "cookie"),
        setter=setter,
        consent=entry.get("consent") or use.get("consent", "depends"),
    )


@cache
def entries() -> dict[str, dict[str, Any]]:
    """What our own data says of every service, as it stands there."""
    files = sorted((_HERE / "data" / "services").glob("*.json"))
    return {entry["id"]: entry for file in files for entry in json.loads(file.read_text("utf-8"))}


def _derived(id: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _json("derived/services.json")["services"].get(id, {})
    return found


def _domains(e: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*e.get("domains", ()), *_derived(e["id"]).get("domains", ()))))


def _patterns(e: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Our own entries, then those of open data; what they are for is always said by us."""
    own, uses = e.get("cookies", []), _uses(e["id"])
    known = {c["name"] for c in own}
    found = (c for c in _derived(e["id"]).get("cookies", ()) if c["name"] not in known)
    return [*own, *({**c, "use": uses[c["name"]]} for c in found if c["name"] in uses)]


@cache
def _uses(id: str) -> Mapping[str, str]:
    """What each cookie of the service that open data names is for."""
    said: Mapping[str, list[str]] = data("cookie_uses")["cookies"].get(id, {})
    return {name: use for use, names in said.items() for name in names}


def services() -> tuple[Service, ...]:
    """Every service that the catalogue knows."""
    return tuple(service(id) for id in entries())


@cache
def service(id: str) -> Service:
    """The service with this id; raises ``KeyError`` when there is none."""
    e = entries()[id]
    category = data("categories")[e["category"]]
    provider, self_hosted = _provider(e["provider"]), bool(e.get("self_hosted"))
    return Service(
        id=id,
        name=e["name"],
        aliases=tuple(e.get("aliases", ())),
        former=_former(e.get("former", [])),
        weak=tuple(e.get("weak", ())),
        common=tuple(e.get("common", ())),
        provider=provider,
        role=e.get("role", category["role"]),
        category=e["category"],
        category_name=category["name"],
        kind=e.get("kind", category["kind"]),
        purpose=e.get("purpose") or {k: v.replace("{n}", e["name"]) for k, v in category["purpose"].items()},
        consent=e.get("consent", category["consent"]),
        why=e.get("why") or category["why"],
        gate=e.get("gate", category["gate"]),
        gating=e.get("gating") or category["gating"],
        domains=_domains(e),
        cnames=tuple(e.get("cnames", ())),
        cookies=tuple(_pattern(c, provider.name) for c in _patterns(e)),
        self_hosted=self_hosted,
        ended=e.get("ended", ""),
        note=e.get("note", ""),
        safeguards=_claims(provider, self_hosted=self_hosted),
    )


@cache
def _by_name() -> dict[str, str]:
    made: dict[str, str] = {}
    for id, e in entries().items():
        for name in (e["name"], *e.get("aliases", ()), *(f["name"] for f in e.get("former", ()))):
            made.setdefault(_key(name), id)
    return made | {_key(id): id for id in entries()}


def _key(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


def find(name: str) -> Service | None:
    """The service with this id, name, alias or former name, however it is spelt; ``None`` when unknown."""
    id = name if name in entries() else _by_name().get(_key(name))
    return service(id) if id else None


@cache
def _hosts() -> dict[str, str]:
    made: dict[str, str] = {}
    for id, e in entries().items():
        for domain in (*_domains(e), *e.get("cnames", ())):
            made.setdefault(domain.partition("/")[0], id)
    return made


def by_host(host: str) -> Service | None:
    """The service that a host name belongs to, by its longest known suffix; ``None`` when unknown.

    Ask with the host that a name points to (CNAME) as well: services are also reached under a site's own subdomain.
    """
    hosts, rest = _hosts(), host.lower().rstrip(".")
    while rest:
        if found := hosts.get(rest):
            return service(found)
        rest = rest.partition(".")[2]
    return None


@cache
def _cookies() -> tuple[dict[str, list[str]], dict[str, list[str]], tuple[int, ...]]:
    """Who sets a cookie: by its whole name, by what its name begins with, and how long beginnings are."""
    exact: dict[str, list[str]] = {}
    starts: dict[str, list[str]] = {}
    for id, e in entries().items():
        for name in (cookie["name"] for cookie in _patterns(e)):
            (starts if name.endswith("*") else exact).setdefault(name.removesuffix("*"), []).append(id)
    return exact, starts, tuple(sorted({len(start) for start in starts}, reverse=True))


def by_cookie(name: str, setter: str | None = None) -> Service | None:
    """The service that sets a cookie or storage key, by name and setter: names collide.

    ``setter`` is a host or a provider's name as a notice has it. Without one, the first match by name counts. So it
    does for a host of nobody that is known, because services also write cookies for the site's own domain; there a
    name that several services use (``uid``, ``lang``) proves nothing.
    """
    matches = list(_cookie_matches(name))
    if not setter or not matches:
        return next((m for m in matches if m.category in _LENT), next(iter(matches), None))
    if "." in setter and " " not in setter:
        owner = by_host(setter)
        if owner is None:
            return matches[0] if _is_telling(name, matches) else None
        own = (m for m in matches if m.provider.id == owner.provider.id)
        return next((m for m in matches if m.id == owner.id), next(own, None))
    return next((m for m in matches if _sets(m, setter)), None)


_LENT = ("cdn", "consent")
"""Categories whose cookies other services set along with their own; without a setter they are theirs."""

_LEAST_TELLING = 3


def _is_telling(name: str, matches: list[Service]) -> bool:
    alone = len({m.provider.id for m in matches}) == 1
    return alone and len(name) >= _LEAST_TELLING and any(c in "_-:$." or c.isupper() for c in name)


def _cookie_matches(name: str) -> Iterator[Service]:
    exact, starts, lengths = _cookies()
    for id in exact.get(name, ()):
        yield service(id)
    for length in lengths:
        for id in starts.get(name[:length], ()) if length <= len(name) else ():
            yield service(id)


def _sets(entry: Service, setter: str) -> bool:
    key = _key(setter)
    candidates = (entry.provider.id, entry.provider.name, entry.provider.parent or "", *entry.names)
    keys = {_key(c) for c in candidates} - {""}
    return key in keys or any(_begins(key, k) or _begins(k, key) for k in keys)


def _begins(long: str, short: str) -> bool:
    return len(short) > _LEAST_TELLING and long.startswith(short)

"""Services as the site uses them: what the declaration says, filled in with what the catalogue knows.

Consent and § 25(1) TDDDG are assumed as the basis of a gated service; nothing is assumed about safeguards, which
only the controller can know (Art. 44–49).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import ref

from zweck.declaration.model import Cookie, Declaration, ServiceUse, Text
from zweck.errors import Position

if TYPE_CHECKING:
    from zweck.catalog import Service

CONSENT_PURPOSES = ("functional", "media", "analytics", "marketing")
"""The purposes a visitor chooses between; ``necessary`` needs no choice."""


@dataclass(frozen=True, kw_only=True)
class Use:
    """One service in use.

    ``purpose_group`` is the consent purpose it belongs to; ``known`` whether the catalogue has it, ``entry`` what the
    catalogue says of it.
    """

    id: str
    at: Position
    name: str
    provider: str
    country: str
    address: str | None
    privacy_url: str | None
    role: str
    gate: str
    activity: str
    purpose_group: str
    purpose: Text | None
    data: tuple[str, ...]
    basis: tuple[str, ...]
    device_basis: str | None
    interest: Text | None
    safeguard: str | None
    domains: tuple[str, ...]
    cookies: tuple[Cookie, ...]
    opt_out: str | None
    server_side: bool
    known: bool
    entry: Service | None
    declared: ServiceUse


def service_uses(declaration: Declaration) -> list[Use]:
    """Every declared service, complete as far as the declaration and the catalogue go."""
    known = _known.get(id(declaration))
    if known is None or known[0]() is not declaration:
        found = tuple(_use(declaration, name, said or ServiceUse()) for name, said in declaration.services.items())
        key = id(declaration)
        known = _known[key] = ref(declaration, lambda _: _known.pop(key, None)), found
    return list(known[1])


_known: dict[int, tuple[ref[Declaration], tuple[Use, ...]]] = {}
"""The uses of each living declaration: it never changes, and writing a site asks for them some hundred times."""


def gated_uses(declaration: Declaration) -> list[Use]:
    """The services that load only after consent."""
    return [use for use in service_uses(declaration) if use.gate == "consent"]


def _use(declaration: Declaration, name: str, said: ServiceUse) -> Use:
    from zweck import catalog  # only a site with services waits for the catalogue

    entry = catalog.find(name)
    gate = said.gate or ("consent" if entry and entry.needs_consent and not said.server_side else "none")
    provider = said.provider
    return Use(
        id=name,
        at=declaration.source.at(("services", name), key=True),
        name=said.name or (entry.name if entry else name),
        provider=provider.name if provider else (entry.provider.name if entry else ""),
        country=provider.country if provider else (entry.provider.country if entry else ""),
        address=(provider and provider.address) or (entry.provider.address if entry else None),
        privacy_url=(provider and provider.privacy_url) or (entry.privacy_url if entry else None),
        role=said.role or (entry.role if entry else "processor"),
        gate=gate,
        activity=next(iter(said.used_for), ""),
        purpose_group=_group(said.category or (entry.category if entry else ""), gate),
        purpose=said.purpose or (entry.purpose if entry else None),
        data=said.data or (("usage", "online_identifiers") if gate == "consent" else ()),
        basis=said.basis or (("6(1)(a)",) if gate == "consent" else ()),
        device_basis=said.device_basis or ("25(1)" if gate == "consent" else None),
        interest=said.interest,
        safeguard=said.safeguard,
        domains=said.domains or (tuple(entry.domains) if entry else ()),
        cookies=said.cookies or tuple(_catalogued(entry)),
        opt_out=said.opt_out,
        server_side=said.server_side,
        known=entry is not None,
        entry=entry,
        declared=said,
    )


_GROUPS = {
    "analytics": "analytics",
    "advertising": "marketing",
    "marketing": "marketing",
    "tag_manager": "marketing",
    "crm": "marketing",
    "social": "marketing",
    "video": "media",
    "maps": "media",
    "embeds": "media",
    "media": "media",
    "fonts": "media",
    "external": "media",
}


def _group(category: str, gate: str) -> str:
    if gate != "consent":
        return "necessary"
    return category if category in CONSENT_PURPOSES else _GROUPS.get(category, "functional")


def _catalogued(entry: Service | None) -> Iterator[Cookie]:
    for cookie in entry.cookies if entry else ():
        yield Cookie(
            name=cookie.name,
            purpose=cookie.purpose,
            lifetime=cookie.lifetime or "session",
            storage=cookie.storage,
            provider=entry.provider.name if entry else None,
            necessary=cookie.is_necessary,
        )


CHOICE_COOKIE = "zweck_consent"
"""The one cookie that Zweck itself sets: the visitor's choice, after the choice (§ 25(2) no. 2 TDDDG)."""


def own_cookies(declaration: Declaration) -> tuple[Cookie, ...]:
    """Cookies that the site sets itself: the stored choice where there is a gate, and the declared ones."""
    declared = tuple(c for a in declaration.of_kind("cookies") for c in getattr(a, "entries", ()))
    if not declaration.of_kind("consent"):
        return declared
    purpose = {"de": "merkt sich Ihre Wahl zur Einwilligung", "en": "remembers your choice about consent"}
    choice = Cookie(
        name=CHOICE_COOKIE, purpose=purpose, lifetime="180 days", provider=declaration.controller.name, necessary=True
    )
    purpose = {
        "de": "hält nach Ihrer Wahl fest, was schon vorher auf dem Gerät lag und was noch zu senden ist; "
        "entfällt mit dem Widerruf",
        "en": "notes after your choice what was on the device before and what is still to be sent; "
        "goes when you withdraw",
    }
    memo = choice.model_copy(update={"purpose": purpose, "lifetime": "until cleared", "storage": "local"})
    return (choice, memo, *declared)

"""What the catalogue says of a service: its names, its provider, what it is for and what it leaves on a device.

Everything here is a fact about the service in general, as last checked. What only the controller can know (which
contract was signed, whether a safeguard of Art. 46 holds) is a claim to be checked, never an assertion.
"""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Words = dict[Literal["de", "en"], str]
Storage = Literal["cookie", "local", "session", "indexeddb", "cache"]


@dataclass(frozen=True, slots=True)
class Former:
    """A name that was given up; ``until`` is the ISO day from which the new one counts."""

    name: str
    until: str


@dataclass(frozen=True, slots=True)
class Provider:
    """The company behind a service; ``name`` is empty where the operator runs the software himself.

    ``parent`` is the group company outside the Union that data may reach, with its country.
    """

    id: str
    name: str
    country: str
    address: str | None = None
    privacy_url: str | None = None
    former: tuple[Former, ...] = ()
    parent: str | None = None
    parent_country: str | None = None

    @property
    def countries(self) -> tuple[str, ...]:
        """Where the provider and its parent sit, the provider first."""
        return tuple(dict.fromkeys(c for c in (self.country, self.parent_country) if c))


@dataclass(frozen=True, slots=True)
class CookiePattern:
    """A cookie or storage key; ``name`` may end in ``*``. ``lifetime`` is ``session``, ``until cleared`` or a period."""

    name: str
    purpose: Words
    lifetime: str = "session"
    storage: Storage = "cookie"
    setter: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A safeguard that providers of this kind claim (Art. 44–49); ``checked`` is false until somebody looked."""

    kind: str
    as_of: str
    checked: bool
    where: str


@dataclass(frozen=True, slots=True, eq=False)
class Service:
    """One third-party service as European sites use it.

    ``weak`` are names that are also ordinary words and count only in a telling context. ``consent`` is ``yes``,
    ``no`` or ``depends``; ``kind`` is the activity kind that the service usually belongs to.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    former: tuple[Former, ...]
    weak: tuple[str, ...]
    provider: Provider
    role: str
    category: str
    category_name: Words
    kind: str
    purpose: Words
    consent: Literal["yes", "no", "depends"]
    why: Words
    gate: Literal["consent", "necessary", "none"]
    domains: tuple[str, ...]
    cookies: tuple[CookiePattern, ...]
    self_hosted: bool

    @property
    def needs_consent(self) -> bool:
        """Whether the service loads only after consent (§ 25(1) TDDDG) when nothing else is declared."""
        return self.consent == "yes"

    @property
    def former_names(self) -> tuple[str, ...]:
        return tuple(f.name for f in self.former)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the service goes by, the canonical one first."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *self.former_names)))

    @property
    def privacy_url(self) -> str | None:
        return self.provider.privacy_url

    @property
    def safeguard(self) -> Claim | None:
        """The safeguard usually claimed for transfers; to be checked by the controller before it is relied on."""
        if "US" not in self.provider.countries:
            return None
        return Claim("DPF", "2026-11-22", False, "https://www.dataprivacyframework.gov/list")

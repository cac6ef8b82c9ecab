"""What the catalogue says of a service: its names, its provider, what it is for and what it leaves on a device.

Everything here is a fact about the service in general, as last checked. What only the controller can know (which
contract was signed, whether a safeguard of Art. 46 holds) is a claim to be checked, never an assertion.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Words = dict[Literal["de", "en"], str]
Consent = Literal["yes", "no", "depends"]
Storage = Literal["cookie", "local", "session", "indexeddb", "cache"]


@dataclass(frozen=True, slots=True)
class Former:
    """A name that was given up; ``until`` is the ISO day, month or year from which the new one counts.

    Empty where nobody has found out: an unknown day is said to be unknown.
    """

    name: str
    until: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A safeguard that providers of this kind claim (Art. 44–49); ``checked`` is false until somebody looked.

    ``kind`` is ``DPF``, ``adequacy`` or ``SCC``, ``country`` the country it is claimed for, ``as_of`` the day of the
    claim and ``where`` the place to check it.
    """

    kind: str
    country: str
    as_of: str
    checked: bool
    where: str


@dataclass(frozen=True, slots=True)
class Provider:
    """The company behind a service; ``name`` is empty where the operator runs the software himself.

    ``former`` are names it no longer bears; ``predecessors`` are other companies that offered the service to users in
    the Union before it and that may still exist. ``parent`` is the group company outside the Union that data may
    reach, with its country. ``source`` says where the address is from, ``noted_on`` when it was noted; ``confirmed``
    is true only where a second source says the same. ``note`` says what is not known.
    """

    id: str
    name: str
    country: str
    address: str | None = None
    privacy_url: str | None = None
    former: tuple[Former, ...] = ()
    predecessors: tuple[Former, ...] = ()
    parent: str | None = None
    parent_country: str | None = None
    noted_on: str = ""
    source: str = ""
    confirmed: bool = False
    note: str = ""

    @property
    def countries(self) -> tuple[str, ...]:
        """Where the provider and its parent sit, the provider first."""
        return tuple(dict.fromkeys(c for c in (self.country, self.parent_country) if c))


@dataclass(frozen=True, slots=True)
class CookiePattern:
    """A cookie or storage key; ``name`` may end in ``*``. ``lifetime`` is ``session``, ``until cleared`` or a period.

    ``consent`` says for the entry alone whether it needs consent under § 25 TDDDG: a service that works without may
    still set entries that do not. ``depends`` is said where the use decides.
    """

    name: str
    purpose: Words
    lifetime: str = "session"
    storage: Storage = "cookie"
    setter: str = ""
    consent: Consent = "depends"

    @property
    def is_necessary(self) -> bool:
        """Whether the entry serves only what the visitor asked for (§ 25(2) no. 2 TDDDG)."""
        return self.consent == "no"


@dataclass(frozen=True, slots=True, eq=False)
class Service:
    """One third-party service as European sites use it.

    ``weak`` are names that are also ordinary words and count only in a telling context; ``common`` those among them
    that need a stronger one. ``consent`` is ``yes``, ``no`` or ``depends``, with the reason in ``why``; ``kind`` is
    the activity kind that the service usually belongs to. ``cnames`` are hosts that a site's own subdomain points to.
    ``gating`` says how to hold the service back until consent. ``ended`` is when it was shut down, empty while it runs.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    former: tuple[Former, ...]
    weak: tuple[str, ...]
    common: tuple[str, ...]
    provider: Provider
    role: str
    category: str
    category_name: Words
    kind: str
    purpose: Words
    consent: Consent
    why: Words
    gate: Literal["consent", "necessary", "none"]
    gating: Words
    domains: tuple[str, ...]
    cnames: tuple[str, ...]
    cookies: tuple[CookiePattern, ...]
    self_hosted: bool
    ended: str
    note: str
    safeguards: tuple[Claim, ...]

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
        return next((c for c in self.safeguards if c.country == "US"), next(iter(self.safeguards), None))

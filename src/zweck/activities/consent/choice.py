"""The visitor's choice as one small cookie: at most 120 bytes, no identifier after a refusal.

``1.<time>.<granted>.<denied>.<consent id>``: services stand as short digests of their facts (who, where, what for, what
they store), so a changed fact is asked again and a changed wording is not (Art. 4(11), 7(1)). A service that is in
neither list was not decided on. The id is random and there only while something is granted.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

from zweck.declaration.model import Declaration
from zweck.promises.uses import Use, gated_uses

VERSION = "1"
LONG, SHORT = 3, 2
MANY = 28
"""Beyond so many services the digests have two letters, so that the cookie stays within 120 bytes."""
ID_LENGTH = 16
ID = re.compile(rf"^[A-Za-z0-9_-]{{{ID_LENGTH}}}$")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Offered:
    """One service that the visitor decides on, and the digest of its facts."""

    use: Use
    digest: str

    @property
    def id(self) -> str:
        return self.use.id

    @property
    def purpose(self) -> str:
        return self.use.purpose_group

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple(d.lower().lstrip(".*") for d in self.use.domains)

    @property
    def patterns(self) -> tuple[str, ...]:
        """Names of cookies and storage keys on the site's own side; ``*`` stands for anything."""
        return tuple(dict.fromkeys(c.name for c in self.use.cookies))


@dataclass(frozen=True)
class Offer:
    """Everything a site asks consent for."""

    services: tuple[Offered, ...]
    cookie: str
    lifetime: timedelta

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(s.id for s in self.services)

    @property
    def purposes(self) -> tuple[str, ...]:
        """The purposes in use, in the order in which they are shown."""
        return tuple(dict.fromkeys(s.purpose for s in self.services))

    @property
    def facts(self) -> str:
        """Twelve hex digits over all facts; part of every proof."""
        return "f" + hashlib.sha256("".join(s.digest for s in self.services).encode()).hexdigest()[:12]

    def by_host(self, host: str) -> Offered | None:
        """The gated service that a host belongs to."""
        name = host.lower().rstrip(".")
        for service in self.services:
            if any(name == d or name.endswith(f".{d}") for d in service.hosts):
                return service
        return None


@dataclass(frozen=True)
class Choice:
    """What a visitor decided, when, and under which consent id (none after a refusal)."""

    granted: frozenset[str]
    denied: frozenset[str]
    at: datetime
    id: str = ""

    def covers(self, offer: Offer) -> bool:
        """Whether every service on offer was decided on."""
        return offer.ids <= (self.granted | self.denied)


def offer_of(declaration: Declaration) -> Offer:
    """What a declaration asks consent for; the cookie and its lifetime are the declared ones."""
    uses = gated_uses(declaration)
    length = SHORT if len(uses) > MANY else LONG
    taken: set[str] = set()
    services = []
    for use in uses:
        digest = _digest(use, length, taken)
        taken.add(digest)
        services.append(Offered(use, digest))
    consents = declaration.of_kind("consent")
    entry = consents[0].entry if consents else None
    lifetime = parse_lifetime(entry.lifetime) if entry else timedelta(days=180)
    return Offer(tuple(services), entry.name if entry else "zweck_consent", lifetime)


def parse_lifetime(text: str) -> timedelta:
    """``180 days``, ``12 months``: a cookie's life; 180 days when it is no number of days, weeks, months or years."""
    match = re.fullmatch(r"(?:at most )?(\d+) (day|week|month|year)s?", text.strip().lower())
    if not match:
        return timedelta(days=180)
    days = {"day": 1.0, "week": 7.0, "month": 365 / 12, "year": 365.0}[match[2]]
    return timedelta(days=round(int(match[1]) * days))


def _digest(use: Use, length: int, taken: set[str]) -> str:
    facts = (
        use.id,
        use.provider,
        use.country,
        use.role,
        use.purpose_group,
        use.safeguard,
        sorted(use.domains),
        sorted((c.name, c.lifetime, c.storage) for c in use.cookies),
    )
    number = 0
    while True:
        made = base64.urlsafe_b64encode(hashlib.sha256(repr((facts, number)).encode()).digest())[:length].decode()
        if made not in taken:
            return made
        number += 1


def encode(choice: Choice, offer: Offer) -> str:
    """The cookie's value."""
    granted = "".join(s.digest for s in offer.services if s.id in choice.granted)
    denied = "".join(s.digest for s in offer.services if s.id in choice.denied)
    return ".".join((VERSION, _base36(int(choice.at.timestamp())), granted, denied, choice.id))


def decode(value: str, offer: Offer, now: datetime) -> Choice | None:
    """The choice behind a cookie; ``None`` when there is none, it is forged, or it is older than its lifetime."""
    parts = value.split(".")
    if len(value) > 120 or len(parts) != 5 or parts[0] != VERSION or not offer.services:
        return None
    at = _moment(parts[1])
    if at is None or not (now - offer.lifetime <= at <= now + timedelta(days=1)):
        return None
    length = len(offer.services[0].digest)
    known = {s.digest: s.id for s in offer.services}
    granted = frozenset(_ids(parts[2], length, known))
    denied = frozenset(_ids(parts[3], length, known)) - granted
    found = parts[4] if ID.match(parts[4]) else ""
    return Choice(granted, denied, at, found)


def _ids(text: str, length: int, known: dict[str, str]) -> Iterable[str]:
    pieces = (text[i : i + length] for i in range(0, len(text), length))
    return [known[p] for p in pieces if p in known]


def _base36(number: int) -> str:
    made = ""
    while number:
        number, digit = divmod(number, 36)
        made = _DIGITS[digit] + made
    return made or "0"


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(text, 36), UTC) if 0 < len(text) < 9 else None
    except (ValueError, OverflowError, OSError):
        return None

"""The supervisory authority that is competent for a controller (Art. 13(2)(d), 51, 55, 77 GDPR; § 40 BDSG).

For private companies in Germany that is the authority of the state of the seat; the federal commissioner
only where ``federal_authority`` says so. Elsewhere in the EEA, in the United Kingdom and in Switzerland it
is the national one. A person may complain to any authority (Art. 77); this is the one to name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from zweck.errors import ZweckError
from zweck.law.dataset import load
from zweck.law.holidays import STATES, country_code, state_code


@dataclass(frozen=True, slots=True)
class Authority:
    """A supervisory authority; ``email`` or ``street`` is empty where the source has none.

    ``address`` is where letters go, ``street`` where visitors go. ``state`` is empty outside Germany and
    for the federal commissioner. ``basis`` and ``as_of`` say how and when the entry was looked up.
    """

    name: str
    short: str
    address: str
    street: str
    email: str
    website: str
    phone: str
    country: str
    state: str
    basis: str
    source: str
    as_of: str


def authority_for(country: str, state: str | None = None) -> Authority:
    """The authority competent for a private controller with that seat.

    Raises ``ZweckError`` that names what is missing: the German state, or a country without a known
    authority.
    """
    code = country_code(country)
    if not code:
        raise ZweckError("the country of the controller is missing; a two-letter code such as DE is expected")
    if code == "DE":
        return _german(state)
    found = _authorities().get((code, ""))
    if found is None:
        raise ZweckError(
            f"no supervisory authority is known for the country {country!r}; a controller outside the EEA "
            "names its representative in the Union (Art. 27 GDPR) and that country's authority"
        )
    return found


def federal_authority() -> Authority:
    """The federal commissioner: for federal bodies, telecommunications, post, recognised consent services."""
    return _authorities()["DE", "federal"]


def authorities() -> tuple[Authority, ...]:
    """All known authorities, German states first."""
    return tuple(_authorities().values())


def _german(state: str | None) -> Authority:
    if not state:
        raise ZweckError(
            "the state of the controller is missing: in Germany the supervisory authority follows the state; "
            f"one of {', '.join(STATES)} is expected"
        )
    return _authorities()["DE", state_code(state)]


@cache
def _authorities() -> dict[tuple[str, str], Authority]:
    content = load("authorities")
    meta = content["meta"]
    return {(r["country"], r.get("key", r.get("state", ""))): _authority(r, meta) for r in content["authorities"]}


def _authority(record: dict[str, Any], meta: dict[str, Any]) -> Authority:
    return Authority(
        name=record["name"],
        short=record.get("short", ""),
        address=record["address"],
        street=record.get("street", ""),
        email=record.get("email", ""),
        website=record["website"],
        phone=record.get("phone", ""),
        country=record["country"],
        state=record.get("state", ""),
        basis=record["basis"],
        source=meta["source"],
        as_of=meta["as_of"],
    )

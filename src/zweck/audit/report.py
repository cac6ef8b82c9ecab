"""The report of an audit: what was seen in each state, and what of it the declaration does not cover (schema 1)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

StateName = Literal["before", "rejected", "accepted", "withdrawn", "gpc"]
STATES: tuple[StateName, ...] = ("before", "rejected", "accepted", "withdrawn", "gpc")
CLOSED: frozenset[str] = frozenset({"before", "rejected", "withdrawn", "gpc"})
"""States in which nothing that is gated by consent may be seen."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SeenRequest(_Strict):
    """One request: where it went and what asked for it. Query strings are cut off: they may hold identifiers."""

    host: str
    url: str
    kind: str
    frame: str
    third_party: bool


class SeenCookie(_Strict):
    """A cookie in the browser; its value is reduced to a length.

    ``days`` is what the browser keeps it for (it caps at 400), ``asked_days`` what header or script asked for;
    ``stored`` is false where the browser refused it, ``partition`` the top site under which alone it is readable.
    """

    name: str
    domain: str
    length: int
    days: float | None
    http_only: bool = False
    asked_days: float | None = None
    set_by: str = ""
    stored: bool = True
    partition: str = ""


class SeenEntry(_Strict):
    """A storage entry of a frame's origin."""

    storage: Literal["local", "session", "indexeddb", "cache", "service worker"]
    key: str
    origin: str
    partitioned: bool = False


class SeenCall(_Strict):
    """A script that reads what tells one device from another: ``canvas``, ``audio``, ``fonts`` …"""

    kind: str
    host: str
    third_party: bool


class SeenForm(_Strict):
    """A form that asks for something, and where it would send it."""

    page: str
    target: str
    host: str
    encrypted: bool
    third_party: bool
    fields: tuple[str, ...]


class SeenLeak(_Strict):
    """Something typed that left the page before it was submitted; ``coded`` is how (plain, sha256 …)."""

    page: str
    host: str
    coded: str
    third_party: bool


class StateSeen(_Strict):
    """Everything seen in one state of consent."""

    state: StateName
    reached: bool
    how: str
    requests: tuple[SeenRequest, ...] = ()
    cookies: tuple[SeenCookie, ...] = ()
    storage: tuple[SeenEntry, ...] = ()
    calls: tuple[SeenCall, ...] = ()
    forms: tuple[SeenForm, ...] = ()
    leaks: tuple[SeenLeak, ...] = ()
    links: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    problem: str = ""
    screenshot: str | None = None


class AuditFinding(_Strict):
    """Drift between the live site and its declaration."""

    rule: str
    severity: Literal["block", "error", "warn", "info"]
    states: tuple[StateName, ...]
    subject: str
    service: str | None
    message: str
    mend: str
    certainty: Literal["observed", "inferred", "for a lawyer"] = "observed"


class AcceptedFinding(_Strict):
    """A finding that the baseline accepts, with its reason and the last day of it."""

    finding: AuditFinding
    reason: str
    until: date


class AuditReport(_Strict):
    """One audit. ``exit_code``: 0 in line, 1 drift, 3 incomplete (a state could not be reached)."""

    model_config = ConfigDict(extra="forbid", frozen=True, serialize_by_alias=True, populate_by_name=True)

    schema_: Literal[1] = Field(1, alias="schema")
    url: str
    site: str | None
    at: datetime
    browser: str
    states: tuple[StateSeen, ...]
    findings: tuple[AuditFinding, ...]
    incomplete: tuple[str, ...] = ()
    accepted: tuple[AcceptedFinding, ...] = ()
    expired: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()

    @property
    def drift(self) -> bool:
        return any(f.severity in ("block", "error") for f in self.findings)

    @property
    def exit_code(self) -> int:
        return 1 if self.drift else 3 if self.incomplete else 0

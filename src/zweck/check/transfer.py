"""Transfers to third countries: a ground for every hop, and one that holds on the day (Art. 13(1)(f), 44–49 GDPR).

A country comes from the declared legal entity, never from an address on the network. What carries a transfer is read
from the free text ``safeguard``; what cannot be read cannot be said in the notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from zweck import texts
from zweck.check.case import Case
from zweck.check.rule import Problem, problem, rule
from zweck.declaration.model import Certificate, Recipient, ServiceUse
from zweck.declaration.source import Path_
from zweck.errors import Severity
from zweck.law.adequacy import AdequacyDecision, TransferGround, adequacy_of, is_eea, transfer_ground

_TOOLS = {
    "shield": re.compile(r"privacy[\s-]?shield|safe[\s-]?harbou?r", re.IGNORECASE),
    "old-scc": re.compile(r"2001/497|2004/915|2010/87"),
    "eu-scc": re.compile(r"2021/915"),
    "dpf": re.compile(r"\bDPF\b|data privacy framework|2023/1795", re.IGNORECASE),
    "scc": re.compile(
        r"\bSCCs?\b|2021/914|standard contractual clauses|standardvertragsklauseln|46\(2\)\(c\)",
        re.IGNORECASE,
    ),
    "bcr": re.compile(r"\bBCRs?\b|binding corporate rules|46\(2\)\(b\)|\b47\b", re.IGNORECASE),
    "adequacy": re.compile(r"adequa|angemessenheit|\b45\b", re.IGNORECASE),
    "derogation": re.compile(r"\b49\s?\(1\)|\b49\b|explicit consent|ausdrückliche einwilligung", re.IGNORECASE),
    "other": re.compile(
        r"46\(2\)\([ade-f]\)|46\(3\)|code of conduct|certification|verhaltensregeln|zertifizierung",
        re.IGNORECASE,
    ),
}
_CHECK_EVERY_DAYS = 366
_SAID_NONE = ("none", "no", "-", "keine", "nein")


@dataclass(frozen=True, slots=True)
class Hop:
    """One party that gets data: where it stands, its country, and on what the transfer rests.

    ``parent`` is the country of a group company outside the EEA that may reach the data; empty where none is known.
    ``companies`` are the legal entities that a certificate may name: the provider and its known parent.
    """

    path: Path_
    name: str
    country: str
    safeguard: str
    checked: date | None
    gate: str
    parent: str = ""
    certificate: Certificate | None = None
    companies: tuple[str, ...] = ()

    @property
    def tools(self) -> set[str]:
        return {name for name, pattern in _TOOLS.items() if pattern.search(self.safeguard)}


def hops(case: Case) -> Iterator[Hop]:
    """Every service and every recipient with a country."""
    for use in case.foreign_uses:
        if use.country:
            said = use.declared
            path: Path_ = ("services", use.id)
            seat = (use.entry.provider.parent_country if use.entry else _parent_of(case, use.provider, said)) or ""
            parent = seat if seat and not is_eea(seat, case.on) else ""
            companies = (use.provider, (use.entry.provider.parent if use.entry else None) or "")
            yield Hop(path, use.name, use.country, *_carried(said), use.gate, parent, said.dpf, companies)
    for path, name, party in case.parties():
        label = texts.choose(party.name, "en") or name
        parent = _parent_of(case, label, party)
        yield Hop(path, label, party.country, *_carried(party), "none", parent, party.dpf, (label,))


def _carried(said: ServiceUse | Recipient) -> tuple[str, date | None]:
    """The safeguard and the day it was checked; the list of the framework may bear that day itself."""
    safeguard = said.safeguard or ""
    is_none = safeguard.strip().casefold() in _SAID_NONE
    return "" if is_none else safeguard, said.safeguard_checked or (said.dpf.checked if said.dpf else None)


def _parent_of(case: Case, company: str, said: ServiceUse | Recipient) -> str:
    """The country of the group behind a company that the catalogue knows as a provider, where it is another one.

    Asked only where it matters: where a safeguard is said, or the company itself sits outside the EEA.
    """
    provider = said.provider if isinstance(said, ServiceUse) else None
    country = said.country if isinstance(said, Recipient) else provider.country if provider else ""
    if not country or (is_eea(country, case.on) and not said.safeguard):
        return ""
    from zweck import catalog

    wanted = company.casefold()
    known = (s.provider.parent_country for s in catalog.services() if s.provider.name.casefold() == wanted)
    parent = next(known, None) or ""
    return "" if parent == country else parent


def _third(case: Case) -> Iterator[Hop]:
    return (hop for hop in hops(case) if not is_eea(hop.country, case.on))


@rule("GDPR-13-1f-transfer")
def transfers_have_a_ground(case: Case) -> Iterator[Problem]:
    for hop in _third(case):
        ground = transfer_ground(hop.country, case.on)
        if not hop.safeguard and ground is not TransferGround.ADEQUACY:
            variant = "us" if ground is TransferGround.DPF_CONDITIONAL else ""
            yield problem(*hop.path, variant=variant, name=hop.name, country=_country(hop.country))


@rule("GDPR-13-14-transfer-text")
def safeguard_can_be_said(case: Case) -> Iterator[Problem]:
    for hop in _third(case):
        if hop.safeguard and not hop.tools:
            yield problem(*hop.path, "safeguard", name=hop.name, safeguard=hop.safeguard)


@rule("GDPR-44-chain")
def provider_seat_is_not_hidden(case: Case) -> Iterator[Problem]:
    for use in case.uses:
        entry = use.entry
        if not entry or not use.declared.provider or use.declared.safeguard:
            continue
        known = entry.provider.country
        # Software that the controller runs itself sends nothing to its maker.
        is_own = use.provider == case.declaration.controller.name
        if known and not is_own and not is_eea(known, case.on) and is_eea(use.country, case.on):
            path: Path_ = ("services", use.id, "provider", "country")
            declared, seat = _country(use.country), _country(known)
            yield problem(*path, certainty="inferred", name=use.name, declared=declared, known=seat)


@rule("GDPR-44-chain")
def parent_company_is_told(case: Case) -> Iterator[Problem]:
    if case.view("parent_company") == "no_transfer":
        return
    for hop in hops(case):
        bare = hop.parent and not hop.safeguard and hop.country != hop.parent
        if bare and _rests_on_nothing(hop.parent, case.on) and not _rests_on_nothing(hop.country, case.on):
            yield problem(
                *(*hop.path, "safeguard"),
                variant="parent",
                severity=Severity.WARN,
                certainty="inferred",
                name=hop.name,
                known=_country(hop.parent),
            )


def _rests_on_nothing(country: str, on: date) -> bool:
    """Whether a transfer there needs a safeguard of its own: neither the EEA nor a decision for the whole country."""
    return transfer_ground(country, on) in (TransferGround.NONE, TransferGround.DPF_CONDITIONAL)


@rule("GDPR-45-adequacy")
def adequacy_holds(case: Case) -> Iterator[Problem]:
    for hop in _third(case):
        if hop.tools == {"adequacy"} and transfer_ground(hop.country, case.on) is not TransferGround.ADEQUACY:
            yield problem(*hop.path, "safeguard", name=hop.name, country=_country(hop.country))
        decision = adequacy_of(hop.country, case.on)
        if decision and decision.is_partial and hop.country != "US" and not (hop.safeguard or hop.checked):
            scope = partial(_scope, decision)
            yield problem(*hop.path, variant="partial", severity=Severity.WARN, name=hop.name, scope=scope)


@rule("GDPR-45-us-dpf")
def certification_was_looked_up(case: Case) -> Iterator[Problem]:
    for hop in hops(case):
        if "dpf" not in hop.tools:
            continue
        if "US" not in (hop.country, hop.parent):
            yield problem(*hop.path, "safeguard", variant="country", name=hop.name, country=_country(hop.country))
        elif hop.checked is None:
            yield problem(*hop.path, "safeguard", name=hop.name)
        elif not 0 <= (case.on - hop.checked).days <= _CHECK_EVERY_DAYS:
            yield problem(*hop.path, "safeguard_checked", variant="old", name=hop.name, day=hop.checked.isoformat())
        if "scc" not in hop.tools and case.view("dpf_fallback") == "with_scc":
            yield problem(*hop.path, "safeguard", variant="fallback", severity=Severity.WARN, name=hop.name)


@rule("XFER-privacy-shield")
def no_void_framework(case: Case) -> Iterator[Problem]:
    for hop in hops(case):
        if "shield" in hop.tools:
            yield problem(*hop.path, "safeguard", name=hop.name, country=_country(hop.country))


@rule("GDPR-46-scc")
def clauses_are_the_current_ones(case: Case) -> Iterator[Problem]:
    for hop in hops(case):
        if "old-scc" in hop.tools:
            yield problem(*hop.path, "safeguard", severity=Severity.BLOCK, name=hop.name)
        elif _rests_on_clauses(hop) and hop.checked is None and not is_eea(hop.country, case.on):
            yield problem(*hop.path, "safeguard", variant="assessment", name=hop.name)


def _rests_on_clauses(hop: Hop) -> bool:
    return "scc" in hop.tools and hop.tools.isdisjoint({"dpf", "eu-scc"})


@rule("GDPR-28-3-scc-eu")
def processor_clauses_are_no_transfer_tool(case: Case) -> Iterator[Problem]:
    for hop in _third(case):
        if "eu-scc" in hop.tools and "scc" not in hop.tools:
            yield problem(*hop.path, "safeguard", severity=Severity.ERROR, name=hop.name)


@rule("GDPR-46-other")
def other_safeguards_are_approved(case: Case) -> Iterator[Problem]:
    for hop in _third(case):
        if hop.tools & {"bcr", "other"} and hop.checked is None:
            yield problem(*hop.path, "safeguard", name=hop.name)


@rule("GDPR-49-derogation")
def derogation_is_the_exception(case: Case) -> Iterator[Problem]:
    for hop in _third(case):
        if hop.tools == {"derogation"} and hop.gate != "consent":
            yield problem(*hop.path, "safeguard", name=hop.name)


@rule("XFER-eea")
def no_tool_within_the_union(case: Case) -> Iterator[Problem]:
    for hop in hops(case):
        if is_eea(hop.country, case.on) and not hop.parent and hop.tools & {"scc", "adequacy", "derogation", "bcr"}:
            yield problem(*hop.path, "safeguard", name=hop.name, country=_country(hop.country))


def _scope(decision: AdequacyDecision, language: str) -> str:
    return decision.scope_de if language == "de" else decision.scope_en


def _country(code: str) -> object:
    return lambda language: texts.country(code, language)

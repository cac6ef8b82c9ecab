"""Where personal data may go: the EEA, countries with an adequacy decision, and tools that have lapsed.

Chapter V GDPR asks for a ground on the day of the transfer, so every question takes that day. A decision
counts from its adoption until ``valid_until``. The United States are never simply adequate: decision (EU)
2023/1795 covers only companies that are active on the Data Privacy Framework list. ``adequacy_of`` also
gives the scope to check.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from zweck.law.dataset import day, load
from zweck.law.holidays import country_code


class TransferGround(StrEnum):
    """On which ground data may go to a country."""

    EEA = "eea"
    ADEQUACY = "adequacy"
    DPF_CONDITIONAL = "dpf-conditional"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class AdequacyDecision:
    """One adequacy decision (Art. 45 GDPR). ``is_partial``: it covers only what ``scope`` says."""

    country: str
    name_de: str
    name_en: str
    decision: str
    adopted_on: date
    valid_until: date | None
    is_partial: bool
    scope_de: str
    scope_en: str
    note: str
    basis: str
    source: str

    def holds_on(self, on: date) -> bool:
        """Whether the decision is in force on that day."""
        return self.adopted_on <= on and (self.valid_until is None or on <= self.valid_until)


@dataclass(frozen=True, slots=True)
class LapsedTool:
    """A transfer tool that no longer carries a transfer: its acts and the day its effect ended."""

    name: str
    acts: tuple[str, ...]
    invalid_since: date
    reason: str


def transfer_ground(country: str, on: date) -> TransferGround:
    """The ground on which data may go to ``country`` (ISO code) that day; ``NONE`` asks for a safeguard."""
    code = country_code(country)
    if is_eea(code, on):
        return TransferGround.EEA
    decision = adequacy_of(code, on)
    if decision is None:
        return TransferGround.NONE
    return TransferGround.DPF_CONDITIONAL if code == "US" else TransferGround.ADEQUACY


def is_eea(country: str, on: date) -> bool:
    """Whether ``country`` belongs to the EEA, or was treated as if, on that day (from 25 May 2018 on)."""
    content = load("adequacy")["eea"]
    code = country_code(country)
    until = day(content["treated_as_member_until"].get(code))
    return code in content["countries"] or (until is not None and on <= until)


def adequacy_of(country: str, on: date) -> AdequacyDecision | None:
    """The adequacy decision for ``country`` that is in force on that day."""
    code = country_code(country)
    return next((d for d in decisions() if d.country == code and d.holds_on(on)), None)


@cache
def decisions() -> tuple[AdequacyDecision, ...]:
    """All adequacy decisions in the data, also those that do not hold yet or no longer."""
    return tuple(_decision(record) for record in load("adequacy")["decisions"])


@cache
def lapsed_tools() -> tuple[LapsedTool, ...]:
    """Privacy Shield, Safe Harbour and the old standard contractual clauses."""
    return tuple(
        LapsedTool(r["name"], tuple(r["acts"]), date.fromisoformat(r["invalid_since"]), r["reason"])
        for r in load("adequacy")["lapsed"]
    )


def _decision(record: dict[str, Any]) -> AdequacyDecision:
    return AdequacyDecision(
        country=record["country"],
        name_de=record["name_de"],
        name_en=record["name_en"],
        decision=record["decision"],
        adopted_on=date.fromisoformat(record["adopted_on"]),
        valid_until=day(record.get("valid_until")),
        is_partial=record.get("is_partial", False),
        scope_de=record["scope_de"],
        scope_en=record["scope_en"],
        note=record.get("note", ""),
        basis=record["basis"],
        source=record["source"],
    )

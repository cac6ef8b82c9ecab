"""What has changed in the law since a day: judgments, acts, decisions, periods and names, each with its day and rule.

A declaration names the state of the law that it was checked against (``law:``); whoever looks again must know what has
come since (Art. 24(1), 32(1)(d) GDPR: review and update). Put together from the dated data of this floor, so that no
decision is entered twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zweck.law.adequacy import decisions, lapsed_tools
from zweck.law.names import names
from zweck.law.rules import rules
from zweck.law.state import LAW_DATE, pending_laws

_ADEQUACY = "GDPR-45-adequacy"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One change, from the day on which it counts; ``basis`` is the basis code of the data (V, M or K)."""

    on: date
    rule: str
    de: str
    en: str
    basis: str = "V"

    def say(self, language: str) -> str:
        """What has changed, in German for ``de``, else in English."""
        return self.de if language == "de" else self.en


def changes(since: date, until: date = LAW_DATE) -> list[Change]:
    """What changed after ``since``, up to and with ``until``, in the order of the days."""
    found = {*_of_rules(), *_of_decisions(), *_of_tools(), *_of_names()}
    return sorted(change for change in found if since < change.on <= until)


def coming(on: date) -> list[Change]:
    """What is decided and has a day, or ends, after ``on``: adopted acts and decisions that run out."""
    found = [Change(p.applies_on, p.rule, p.title_de, p.title_en, p.basis) for p in pending_laws() if p.applies_on]
    found += [
        Change(
            d.valid_until,
            _ADEQUACY,
            f"Der Beschluss {d.decision} läuft aus ({d.name_de}).",
            f"Decision {d.decision} runs out ({d.name_en}).",
            d.basis,
        )
        for d in decisions()
        if d.valid_until
    ]
    return sorted(change for change in found if change.on > on)


def _of_rules() -> Iterator[Change]:
    for rule in rules():
        for change in rule.changes:
            yield Change(change.on, rule.id, change.de, change.en, change.basis)


def _of_decisions() -> Iterator[Change]:
    for found in decisions():
        yield Change(
            found.adopted_on,
            "GDPR-45-us-dpf" if found.country == "US" else _ADEQUACY,
            f"Angemessenheitsbeschluss {found.decision}: {found.name_de}, {found.scope_de}.",
            f"Adequacy decision {found.decision}: {found.name_en}, {found.scope_en}.",
            found.basis,
        )


def _of_tools() -> Iterator[Change]:
    for tool in lapsed_tools():
        yield Change(
            tool.invalid_since,
            "GDPR-46-scc" if tool.name.startswith("SCC") else "XFER-privacy-shield",
            f"{tool.name} trägt keine Übermittlung mehr ({tool.reason}).",
            f"{tool.name} no longer carries a transfer ({tool.reason}).",
        )


def _of_names() -> Iterator[Change]:
    """Names that changed on a known day; those of which only the month or year is known are left to the checks."""
    for name in names():
        if len(name.since) == len("2024-05-14"):
            yield Change(date.fromisoformat(name.since), name.rule, name.note_de, name.note_en)

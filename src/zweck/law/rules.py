"""The registry of rules: what the law asks of a site, and which part of the house answers for it.

Each rule has a permanent id, its provision, a severity, titles in German and English and, where a breach is
an error or blocks, the requirement in one sentence of our own. ``kept_by`` names the functions that see to
it while the site runs or documents are written; what ``check``, ``read`` and ``audit`` do is taken from their
own code (``zweck check --rules``). A rule nobody handles says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from zweck.errors import NotFoundError, Severity
from zweck.law.dataset import load

REASONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "organisational": (
            "Das regeln Menschen außerhalb der Website; Zweck kann es nicht beobachten.",
            "People settle this outside the site; Zweck cannot observe it.",
        ),
        "not-offered": (
            "Zweck bietet die Funktion, um die es geht, nicht an.",
            "Zweck does not offer the function in question.",
        ),
        "no-duty": (
            "Das Gesetz verlangt es nicht; der Eintrag dient der Orientierung.",
            "The law does not ask for it; the entry is for orientation.",
        ),
        "fact": (
            "Das ist eine Tatsache, die andere Regeln gewichtet, keine Pflicht.",
            "This is a fact that gives weight to other rules, not a duty.",
        ),
        "pending": (
            "Das ist noch nicht geltendes Recht oder noch nicht anwendbar.",
            "This is not law yet or does not apply yet.",
        ),
        "elsewhere": (
            "Eine andere Regel deckt das ab.",
            "Another rule covers this.",
        ),
    }
)
"""Why nobody handles a rule: code → (German, English)."""


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What changed in a rule on a day, in one sentence per language; ``basis`` is the basis code."""

    on: date
    de: str
    en: str
    basis: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One requirement. ``requirement_*`` is empty for warnings and hints: there the title says enough.

    ``kept_by`` holds ``module:function`` within the package; ``unhandled`` is a key of ``REASONS`` when nobody looks
    after the rule, ``see`` then may name another rule. ``basis`` is the basis code; ``is_own`` marks rules that we
    added to the researched base. ``changes`` are the dated judgments and acts behind it, oldest first.
    """

    id: str
    severity: Severity
    source: str
    title_de: str
    title_en: str
    requirement_de: str
    requirement_en: str
    kept_by: tuple[str, ...]
    unhandled: str
    see: str
    basis: str
    is_own: bool
    changes: tuple[RuleChange, ...]

    def title(self, language: str) -> str:
        """The title in German for ``de``, else in English."""
        return self.title_de if language == "de" else self.title_en

    def requirement(self, language: str) -> str:
        """The requirement, or the title where there is none; German for ``de``, else English."""
        text = self.requirement_de if language == "de" else self.requirement_en
        return text or self.title(language)

    def why_unhandled(self, language: str) -> str:
        """Why nobody handles the rule, or an empty text where somebody does."""
        if not self.unhandled:
            return ""
        return REASONS[self.unhandled][0 if language == "de" else 1]


def rule(rule_id: str) -> Rule:
    """The rule of that id; raises ``NotFoundError``."""
    try:
        return _registry()[rule_id]
    except KeyError:
        raise NotFoundError(f"there is no rule {rule_id!r} in the registry") from None


def rules() -> tuple[Rule, ...]:
    """All rules in the order of the registry: by law, then by article."""
    return tuple(_registry().values())


@cache
def _registry() -> dict[str, Rule]:
    return {record["id"]: _rule(record) for record in load("rules")["rules"]}


def _rule(record: dict[str, Any]) -> Rule:
    return Rule(
        id=record["id"],
        severity=Severity(record["severity"]),
        source=record["source"],
        title_de=record["title_de"],
        title_en=record["title_en"],
        requirement_de=record.get("requirement_de", ""),
        requirement_en=record.get("requirement_en", ""),
        kept_by=tuple(record.get("kept_by", ())),
        unhandled=record.get("unhandled", ""),
        see=record.get("see", ""),
        basis=record["basis"],
        is_own=record.get("own", False),
        changes=tuple(_change(each) for each in record.get("changes", ())),
    )


def _change(record: dict[str, str]) -> RuleChange:
    return RuleChange(date.fromisoformat(record["on"]), record["de"], record["en"], record["basis"])

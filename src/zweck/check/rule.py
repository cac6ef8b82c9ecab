"""What a check rule is: one small function from a case to the problems it sees.

A rule bears the permanent id of the rule base (``zweck.law.rules``), which knows its severity, provision and titles.
What it says stands in the texts under the same id (``check.<id>`` and ``check.<id>.mend``), so a rule itself speaks
no language. Rules see a complete declaration and a day; they read nothing else (Art. 5(2), 24(1) GDPR).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from zweck.check.case import Case
from zweck.declaration.source import Path_
from zweck.errors import Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """One violation: where it stands, which variant of the rule's message says it, and with which words.

    ``severity`` lowers or raises what the rule base says; ``said`` fills the message, a callable gets the language;
    ``text`` names another message than the rule's own.
    """

    at: Path_
    variant: str = ""
    severity: Severity | None = None
    certainty: str = "observed"
    said: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""


Check = Callable[[Case], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule about the declaration itself that no provision names; the rule base does not know it."""

    severity: Severity
    title_de: str
    title_en: str


CHECKS: dict[str, list[Check]] = {}
"""Rule id → the functions that check it, filled as the rule modules are imported."""

OWN: dict[str, OwnRule] = {}


def rule(id_: str, own: OwnRule | None = None) -> Callable[[Check], Check]:
    """Register a function as a check of the rule ``id_``."""

    def register(check: Check) -> Check:
        CHECKS.setdefault(id_, []).append(check)
        if own:
            OWN[id_] = own
        return check

    return register


def problem(
    *at: str | int,
    variant: str = "",
    severity: Severity | None = None,
    certainty: str = "observed",
    text: str = "",
    **said: Any,
) -> Problem:
    """A problem at the path ``at``; the remaining keywords are the words of its message."""
    return Problem(at, variant, severity, certainty, said, text)

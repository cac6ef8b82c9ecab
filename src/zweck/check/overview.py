"""``--rules``: every rule of the rule base and where it is handled, or why nobody does.

The registry (``law.rules``) says who looks after a rule; what ``check`` really checks is taken from its own functions,
so the overview cannot claim a check that does not exist.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zweck.check.rule import CHECKS, OWN
from zweck.check.run import load_rules
from zweck.check.wording import say
from zweck.errors import Severity
from zweck.law.rules import Keeper, rules


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule: who handles it, and why not where nobody does."""

    id: str
    severity: Severity
    title: str
    requirement: str
    source: str
    handled_by: tuple[str, ...]
    why_not: str


def entries(language: str = "en") -> list[Entry]:
    """All rules in the order of the rule base, then our own about the declaration itself."""
    load_rules()
    return [*_of_the_base(language), *_own(language)]


def rules_overview(language: str = "en") -> str:
    """The overview as plain text, one rule a line, with the numbers at the end."""
    listed = entries(language)
    lines = [_line(entry) for entry in listed]
    checked = [e for e in listed if "check" in e.handled_by]
    weighty = [e for e in checked if e.severity.fails]
    numbers = {"all": len(listed), "checked": len(checked), "weighty": len(weighty)}
    lines += ["", say("rules-count", language, **numbers)]
    return "\n".join(lines)


def _of_the_base(language: str) -> Iterator[Entry]:
    for found in rules():
        others = [str(keeper) for keeper in found.handled_by if keeper is not Keeper.CHECK]
        handled = (["check"] if found.id in CHECKS else []) + others
        why = "" if handled else found.why_unhandled(language) or say("rules-not-declared", language)
        title, requirement = found.title(language), found.requirement(language)
        yield Entry(found.id, found.severity, title, requirement, found.source, tuple(handled), why)


def _own(language: str) -> Iterator[Entry]:
    for rule_id, own in OWN.items():
        title = own.title_de if language == "de" else own.title_en
        yield Entry(rule_id, own.severity, title, title, "", ("check",), "")


def _line(entry: Entry) -> str:
    where = ", ".join(entry.handled_by) or f"- ({entry.why_not})"
    return f"{entry.id:30} {entry.severity.value:6} {where:32} {entry.title}"

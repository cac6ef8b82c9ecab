"""``--rules``: every rule of the rule base and where it is handled, or why nobody does.

What ``check``, ``read`` and ``audit`` do is taken from their own code, what is kept at run time from functions that the
registry (``law.rules``) names and a test holds to exist: the overview cannot claim what nobody does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zweck.check.cited import cited_by
from zweck.check.rule import CHECKS, OWN
from zweck.check.run import load_rules
from zweck.check.wording import say
from zweck.errors import Severity
from zweck.law.rules import Rule, rules


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule: where it is handled (a verb, ``module`` or ``module:function``), and why not where nobody does."""

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
        handled = (["check"] if found.id in CHECKS else []) + [*cited_by(found.id), *found.kept_by]
        why = "" if handled else _why_not(found, language)
        title, requirement = found.title(language), found.requirement(language)
        yield Entry(found.id, found.severity, title, requirement, found.source, tuple(handled), why)


def _why_not(found: Rule, language: str) -> str:
    why = found.why_unhandled(language)
    return f"{why.rstrip('.')}: {found.see}" if found.see else why


def _own(language: str) -> Iterator[Entry]:
    for rule_id, own in OWN.items():
        title = own.title_de if language == "de" else own.title_en
        yield Entry(rule_id, own.severity, title, title, "", ("check",), "")


def _line(entry: Entry) -> str:
    where = ", ".join(entry.handled_by) or f"- ({entry.why_not})"
    return f"{entry.id:30} {entry.severity.value:6} {entry.title:50} {where}"

"""Running the rules: a declaration and a day in, findings with place, message and mend out.

A finding that the declaration accepts with a reason stays visible as ``info`` (Art. 5(2) GDPR: who sets a rule aside
must be able to say why). Findings come in the order of the file; the same declaration and day give the same findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib import import_module

from zweck import texts
from zweck.check.case import Case
from zweck.check.rule import CHECKS, OWN, Problem
from zweck.check.wording import say
from zweck.declaration.model import Declaration
from zweck.declaration.source import Path_, Source
from zweck.errors import Finding, Position, Severity

SUBJECTS = (
    "accepted",
    "activity",
    "analytics",
    "basis",
    "changed",
    "controller",
    "cover",
    "device",
    "form",
    "imprint",
    "keeping",
    "marketing",
    "name",
    "recipient",
    "right",
    "security",
    "statute",
    "transfer",
    "view",
)
"""The modules that hold the rules, one per subject."""

_THING = 2
"""Length of the path of an activity, a service, a recipient: always shown by its name."""


def check(declaration: Declaration, on: date, language: str = "en", before: Declaration | None = None) -> list[Finding]:
    """What is wrong with a declaration by the law of the day ``on``, in the order of the file.

    ``before`` is an earlier state of the same declaration: some rules are about what has changed since.
    """
    found = [report(declaration, rule_id, problem, language) for rule_id, problem in problems(declaration, on, before)]
    return sorted(dict.fromkeys(found), key=lambda f: (f.at, f.rule, f.message))


def problems(declaration: Declaration, on: date, before: Declaration | None = None) -> Iterator[tuple[str, Problem]]:
    """Every violation with its rule, before anything is said of it in a language."""
    load_rules()
    case = Case(declaration, on, before)
    for rule_id, checks in CHECKS.items():
        for each in checks:
            for problem in each(case):
                yield rule_id, problem


def load_rules() -> None:
    """Import every rule module, so that ``CHECKS`` is whole."""
    for subject in SUBJECTS:
        import_module(f"zweck.check.{subject}")


def severity_of(rule_id: str) -> Severity:
    """What the rule base, or our own rule, says of the weight."""
    if rule_id in OWN:
        return OWN[rule_id].severity
    from zweck.law.rules import rule

    return rule(rule_id).severity


def source_of(rule_id: str) -> str:
    """The provision behind a rule; empty for our own."""
    if rule_id in OWN:
        return ""
    from zweck.law.rules import rule

    return rule(rule_id).source


def place(source: Source, path: Path_) -> Position:
    """The value at ``path``, or the key of the nearest thing around it that the file has.

    A value that begins on a later line than its key (a mapping, a list, nothing) is shown by its key.
    """
    for end in range(len(path), 0, -1):
        value, key = source.values.get(path[:end]), source.keys.get(path[:end])
        if value and key:
            return key if end < len(path) or end == _THING or key.line != value.line else value
        if value:
            return value
    return source.at(())


def is_accepted(declaration: Declaration, rule_id: str, at: Path_) -> bool:
    """Whether the declaration sets the rule aside, everywhere or at this place."""
    return any(key in declaration.accepted for key in _keys(rule_id, at))


def report(declaration: Declaration, rule_id: str, problem: Problem, language: str) -> Finding:
    """A problem as the finding that people read: its place, what is wrong and what would be right."""
    key = (problem.text or rule_id) + (f"-{problem.variant}" if problem.variant else "")
    said = {name: v(language) if callable(v) else v for name, v in problem.said.items()}
    message = say(key, language, **said)
    severity = problem.severity or severity_of(rule_id)
    reason = _accepted(declaration, rule_id, problem.at, language)
    if reason:
        message = say("accepted", language, message=message, reason=reason)
        severity = Severity.INFO
    return Finding(
        rule=rule_id,
        severity=severity,
        at=place(declaration.source, problem.at),
        message=message,
        mend=say(f"{key}.mend", language, **said),
        source=source_of(rule_id),
        certainty=problem.certainty,
        path=tuple(map(str, problem.at)),
    )


def _accepted(declaration: Declaration, rule_id: str, at: Path_, language: str) -> str:
    """The reason with which the declaration sets this finding aside: the rule everywhere, or ``RULE@path`` there."""
    for key in _keys(rule_id, at):
        if reason := declaration.accepted.get(key):
            return texts.choose(reason, language).strip()
    return ""


def _keys(rule_id: str, at: Path_) -> Iterator[str]:
    for end in range(len(at), 0, -1):
        yield f"{rule_id}@{'.'.join(map(str, at[:end]))}"
    yield rule_id

"""``check --fix``: the mends that leave no choice, made in the text itself, each tried before it is kept.

A mend is kept only when the file still loads, its finding is gone and no finding is there that was not there before; so
a fixed file never has more faults than it had, and fixing it again changes nothing. What the declaration accepts with a
reason is left alone (Art. 5(2) GDPR).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff

from zweck.check.case import Case
from zweck.check.edit import NotEditable, apply
from zweck.check.mend import Sight, mends_of
from zweck.check.rule import Problem
from zweck.check.run import is_accepted, problems, report
from zweck.declaration import Declaration, loads
from zweck.declaration.source import parse_source
from zweck.errors import DeclarationError, Finding

_Key = tuple[str, str, tuple[str | int, ...]]


@dataclass(frozen=True)
class Fixed:
    """The text after all mends, and the findings that they removed, in the order in which they were made."""

    file: str
    before: str
    text: str
    mended: tuple[Finding, ...]

    @property
    def diff(self) -> str:
        """What has changed, as a unified diff; empty when nothing has."""
        old, new = self.before.splitlines(keepends=True), self.text.splitlines(keepends=True)
        lines = [line if line.endswith("\n") else f"{line}\n" for line in unified_diff(old, new, self.file, self.file)]
        return "".join(lines)


def fix(declaration: Declaration, on: date, language: str = "en", environ: Mapping[str, str] | None = None) -> Fixed:
    """Every mend that leaves no choice, for the law of the day ``on``; the declaration itself stays as it is."""
    file, before = declaration.source.file, declaration.source.text
    mended: list[Finding] = []
    current = declaration
    while step := next(_steps(current, on, environ), None):
        rule_id, problem, better = step
        mended.append(report(current, rule_id, problem, language))
        current = better
    return Fixed(file, before, current.source.text, tuple(mended))


def _steps(
    declaration: Declaration, on: date, environ: Mapping[str, str] | None
) -> Iterator[tuple[str, Problem, Declaration]]:
    """The mends that can be made now, each with the declaration that it makes."""
    source = declaration.source
    found = list(problems(declaration, on))
    known = Counter(_key(rule_id, problem) for rule_id, problem in found)
    case, data = Case(declaration, on), parse_source(source.text, source.file)[1]
    for rule_id, problem in found:
        mend = mends_of(rule_id, problem)
        if mend is None or is_accepted(declaration, rule_id, problem.at):
            continue
        try:
            text = apply(source.text, mend(Sight(case, problem, data)))
            better = loads(text, source.file, environ)
        except (NotEditable, DeclarationError):
            continue
        left = Counter(_key(r, p) for r, p in problems(better, on))
        if text != source.text and left <= known and left != known and left[_key(rule_id, problem)] == 0:
            yield rule_id, problem, better


def _key(rule_id: str, problem: Problem) -> _Key:
    return rule_id, problem.variant, problem.at

"""``check --since``: what has changed in the law since a declaration was last looked at, and where it is touched.

``law:`` in the declaration is the day of the last look; without a day on the command line that one counts. A change
whose rule finds something today is shown with the place (Art. 24(1) GDPR: measures are reviewed and updated).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zweck.check.run import check
from zweck.check.wording import say
from zweck.declaration import Declaration
from zweck.errors import Finding, ZweckError
from zweck.law.changes import Change, changes, coming


@dataclass(frozen=True)
class Passed:
    """The changes since a day, those ahead, and the findings of today by the rules that changed."""

    declaration: Declaration
    since: date
    on: date
    changes: tuple[Change, ...]
    coming: tuple[Change, ...]
    findings: tuple[Finding, ...]

    def touched(self, change: Change) -> list[Finding]:
        """The findings of the rule that changed."""
        return [found for found in self.findings if found.rule == change.rule]


def passed_since(declaration: Declaration, since: date | None, on: date, language: str = "en") -> Passed:
    """What changed after ``since`` (else after the declaration's own ``law``) up to ``on``; raises ``ZweckError``."""
    since = since or declaration.law
    if since is None:
        raise ZweckError(f"{declaration.source.file}: write law: with the day of your last check, or --since DATE")
    found = tuple(changes(since, on))
    rules = {change.rule for change in found}
    findings = tuple(f for f in check(declaration, on, language) if f.rule in rules)
    return Passed(declaration, since, on, found, tuple(coming(on)), findings)


def as_text(passed: Passed, language: str = "en") -> str:
    """One line per change, its places below it, then what is ahead."""
    file, count = passed.declaration.source.file, len(passed.changes)
    lines = [say("since-head", language, file=file, since=f"{passed.since:%Y-%m-%d}", count=count)]
    for change in passed.changes:
        lines.append(_line(change, language))
        lines += [f"      → {found.at}: {found.message}" for found in passed.touched(change)]
    if passed.coming:
        lines += [say("since-coming", language), *(_line(change, language) for change in passed.coming)]
    return "\n".join(lines)


def as_data(passed: Passed, language: str = "en") -> dict[str, object]:
    """The same for programs (schema 1)."""
    return {
        "schema": 1,
        "file": passed.declaration.source.file,
        "since": passed.since.isoformat(),
        "on": passed.on.isoformat(),
        "changes": [
            _entry(change, language) | {"findings": [str(found.at) for found in passed.touched(change)]}
            for change in passed.changes
        ],
        "coming": [_entry(change, language) for change in passed.coming],
    }


def _line(change: Change, language: str) -> str:
    return f"  {change.on:%Y-%m-%d}  {change.rule:26} {change.say(language)}"


def _entry(change: Change, language: str) -> dict[str, object]:
    return {"on": change.on.isoformat(), "rule": change.rule, "message": change.say(language), "basis": change.basis}

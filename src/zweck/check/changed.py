"""What a change of the declaration asks for: data serve a further purpose, a consent no longer covers what is done.

Art. 6(4), 7 and 13(3) GDPR look at two moments. Without an earlier state (``zweck check --before FILE``) only what the
declaration itself says of a further purpose (``reuses``) can be judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zweck.check.basis import CONSENT, LAW
from zweck.check.case import Case, at, option, spoken
from zweck.check.rule import Problem, problem, rule
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.declaration.source import Path_
from zweck.errors import Severity

_ASKED = ("purpose", "contents", "frequency", "tracking", "recipients", "disclose", "data")
"""What a consent was given to, in the order in which it is told."""
_UNTOLD = {"law", "systems", "attestations", "views", "accepted", "zweck"}
"""What a declaration says that no notice shows."""


@rule("GDPR-06-4-compat")
def further_purpose_is_weighed(case: Case) -> Iterator[Problem]:
    for path, activity in _further_purposes(case):
        if not spoken(activity.compatible).strip() and not {CONSENT, LAW} & set(activity.basis):
            yield problem(*path, name=activity.name)


@rule("GDPR-13-3-newpurpose")
def people_learn_of_a_new_purpose_first(case: Case) -> Iterator[Problem]:
    before = case.before
    if before is None or _is_dated_anew(case.declaration, before):
        return
    for path, activity in _further_purposes(case):
        if at(activity, "reuses") != path or activity.name not in before.activities:
            yield problem(*path, name=activity.name)


def _further_purposes(case: Case) -> Iterator[tuple[Path_, Activity]]:
    """Where data that are already held serve another purpose: said so, or seen by comparison."""
    for activity in case.activities:
        if activity.reuses:
            yield at(activity, "reuses"), activity
        elif case.before is not None and _purpose_changed(case.before, activity):
            yield at(activity, "purpose"), activity
        elif case.before is not None and _feeds_on_others(case.before, activity):
            yield at(activity), activity


def _purpose_changed(before: Declaration, activity: Activity) -> bool:
    old = before.activities.get(activity.name)
    return old is not None and spoken(old.purpose) != spoken(activity.purpose)


def _feeds_on_others(before: Declaration, activity: Activity) -> bool:
    """A new activity that collects nothing itself and uses what was already held of the same people."""
    if activity.name in before.activities or activity.fields or activity.obtained_from or not activity.data:
        return False
    held = {
        word
        for old in before.activities.values()
        if set(old.subjects) & set(activity.subjects) and old.system == activity.system
        for word in old.data
    }
    return set(activity.data) <= held


@rule("CONS-specific")
def consent_covers_what_is_done(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        old = case.before.activities.get(activity.name) if case.before else None
        if old is None or CONSENT not in old.basis or CONSENT not in activity.basis:
            continue
        for name in _ASKED:
            if _is_wider(option(old, name), option(activity, name)):
                yield problem(*at(activity, name), name=activity.name, part=name)
                break


def _is_wider(old: Any, new: Any) -> bool:
    """Whether ``new`` takes in what ``old`` did not; leaving something out needs no new consent."""
    if isinstance(old, tuple | list) and isinstance(new, tuple | list):
        return bool(set(new) - set(old))
    if isinstance(old, dict) and isinstance(new, dict) and not {"de", "en"} & set(old):
        return any(set(words) - set(old.get(name, ())) for name, words in new.items())
    if new in ("no", None, "", False):
        return False
    return bool(old != new)


@rule("GDPR-13-version")
def a_changed_notice_bears_a_new_date(case: Case) -> Iterator[Problem]:
    before = case.before
    if before is None or _is_dated_anew(case.declaration, before):
        return
    if _told(case.declaration) != _told(before):
        yield problem("site", "last_changed", severity=Severity.WARN)


def _is_dated_anew(now: Declaration, before: Declaration) -> bool:
    new, old = now.site.last_changed, before.site.last_changed
    return new is not None and (old is None or new > old)


def _told(declaration: Declaration) -> Any:
    said = declaration.model_dump(mode="python", exclude=_UNTOLD | {"activities"})
    return said, {name: activity.model_dump() for name, activity in declaration.activities.items()}

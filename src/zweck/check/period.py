"""How long a keeping rule keeps, as far as its words fix it: for rules that compare a period with a limit.

``longest`` is the upper bound that counts from some event; a rule without any period has none (``None``). A year-end
start adds up to a year, which limits written as plain months or years must not punish, so it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from zweck.declaration.keeping import (
    Deadline,
    Duration,
    FirstOf,
    LastOf,
    Moment,
    Period,
    Restrict,
    Rule,
    Unit,
    Until,
)

_LIFETIME = re.compile(
    r"^(?:at most |up to |max\.? |bis zu |höchstens )?(\d+)\s*"
    r"(minute|minuten|hour|stunde|day|tag|week|woche|month|monat|year|jahr)(?:s|e|en|n)?$",
    re.IGNORECASE,
)
_UNITS = {
    "minute": Unit.MINUTE,
    "minuten": Unit.MINUTE,
    "hour": Unit.HOUR,
    "stunde": Unit.HOUR,
    "day": Unit.DAY,
    "tag": Unit.DAY,
    "week": Unit.WEEK,
    "woche": Unit.WEEK,
    "month": Unit.MONTH,
    "monat": Unit.MONTH,
    "year": Unit.YEAR,
    "jahr": Unit.YEAR,
}
_ENDLESS = re.compile(r"session|persistent|until cleared|sitzung|bis zur löschung", re.IGNORECASE)


def moments(rule: Rule) -> Iterator[Moment]:
    """Every period of the rule, those of its restricted stages included."""
    if isinstance(rule.keep, Period):
        yield rule.keep.moment
    elif isinstance(rule.keep, Until):
        yield from _moments(rule.keep.what)
    for stage in rule.then:
        if isinstance(stage, Restrict):
            yield from (m for part in (stage.until, stage.at_most) if part for m in _moments(part))


def _moments(deadline: Deadline) -> Iterator[Moment]:
    if isinstance(deadline, Moment):
        yield deadline
    elif isinstance(deadline, FirstOf | LastOf):
        for part in deadline.parts:
            yield from _moments(part)


def longest(rule: Rule) -> timedelta | None:
    """The upper bound of the main period, before any restricted stage; ``None`` where no period bounds it."""
    if isinstance(rule.keep, Period):
        return rule.keep.moment.duration.nominal()
    return _bound(rule.keep.what) if isinstance(rule.keep, Until) else None


def _bound(deadline: Deadline) -> timedelta | None:
    if isinstance(deadline, Moment):
        return deadline.duration.nominal()
    if not isinstance(deadline, FirstOf | LastOf):
        return None
    known = [_bound(part) for part in deadline.parts]
    bounds = [bound for bound in known if bound is not None]
    if isinstance(deadline, FirstOf):
        return min(bounds, default=None)
    return max(bounds, default=None) if len(bounds) == len(known) else None


def lifetime(text: str) -> timedelta | None:
    """The lifetime of a storage entry; zero for the session, ``None`` where the text gives no period."""
    said = text.strip().casefold()
    if said in ("session", "sitzung"):
        return timedelta(0)
    found = _LIFETIME.match(said)
    if not found or not int(found[1]) or len(found[1]) > 4:
        return None
    try:
        return Duration(int(found[1]), _UNITS[found[2].casefold()]).nominal()
    except ValueError:
        return None


def is_lifetime(text: str) -> bool:
    """Whether the text says how long an entry lives: a period, the session, or until the visitor clears it."""
    return lifetime(text) is not None or bool(_ENDLESS.fullmatch(text.strip()))

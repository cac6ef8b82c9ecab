"""What the kinds share when they define themselves: registering texts, assuming values, pledging promises.

A kind says what differs; this module says how a kind is put together. It is pure: no database, no
network, no clock. Every promise of a kind that Zweck does not keep is marked as kept *outside* (Art.
5(2): nothing is shown as kept that nobody verified).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from zweck import texts
from zweck.declaration.activity import Activity, Keeping
from zweck.declaration.keeping import Rule
from zweck.declaration.kind import Assumption, Kind
from zweck.promises import wording
from zweck.promises.model import Keeps, Promise

if TYPE_CHECKING:
    from zweck.declaration.model import Declaration

Made = TypeVar("Made", bound=Promise)
Promises = Callable[["Declaration", Any], Sequence[Promise]]


def define(
    file: str,
    *,
    assumes: Mapping[str, tuple[Any, str]],
    options: type[Activity] = Activity,
    promises: Promises | None = None,
    kept: bool = False,
    group: str = "site",
) -> Kind:
    """The kind of ``file``'s folder, its texts registered; ``assumes`` maps option to (value, reason)."""
    folder = Path(file).parent
    texts.register(folder.name, folder)
    return Kind(
        name=folder.name,
        folder=folder,
        options=options,
        assumes={name: Assumption(value, reason) for name, (value, reason) in assumes.items()},
        promises=promises if promises and kept else partial(_outside, promises),
        kept=kept,
        group=group,
    )


def _outside(promises: Promises | None, declaration: Declaration, activity: Any) -> Sequence[Promise]:
    made = promises(declaration, activity) if promises else ()
    return [replace(p, keeper="outside") if p.keeper == "zweck" else p for p in made]


def pledge(made: type[Made], activity: Activity, guarantee: str, /, **more: Any) -> Made:
    """A promise of an activity; its sentence is the kind's message ``promise-<guarantee>``."""
    area, _, rest = guarantee.partition(".")
    name = (rest if area == activity.kind else guarantee).replace(".", "-").replace("_", "-")
    return made(
        id=guarantee,
        activity=activity.name,
        at=activity.at,
        text=f"{activity.kind}.promise-{name}",
        **more,
    )


def pledge_keeping(activity: Activity, guarantee: str, rule: Rule) -> Keeps:
    """The keeping rule of an activity under a guarantee of its own name."""
    name = rule.for_ or ""
    return Keeps(
        id=guarantee,
        activity=activity.name,
        at=activity.at,
        text="promises.keeps",
        arguments={"what": partial(wording.record_class, activity, name)},
        rule=rule,
        record_class=name,
        system=activity.system,
    )


def part_rules(**parts: Keeping | None) -> tuple[Rule, ...]:
    """The rules of named parts of an activity (``proof``, ``pool``), each for the data class of that name."""
    rules = ((name, part.rule) for name, part in parts.items() if part)
    return tuple(rule if rule.for_ else replace(rule, for_=name) for name, rule in rules if rule)


def rule_for(activity: Activity, record_class: str) -> Rule | None:
    """The rule that an activity has for one data class."""
    return next((rule for rule in activity.rules if (rule.for_ or "") == record_class), None)

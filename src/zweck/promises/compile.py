"""Declaration to promises: what every activity promises by being declared, then what its kind adds.

Every keeping rule becomes ``Keeps``, every form ``Collects``, every disclosure ``Discloses``, every gated service
``Gates``; a kind names its own guarantees and may name the general ones itself (the kind's then stand).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from zweck.declaration.activity import Activity
from zweck.declaration.kind import kind
from zweck.declaration.model import Declaration
from zweck.promises import wording
from zweck.promises.model import Collects, Discloses, Gates, Keeps, Promise
from zweck.promises.site import site_promises
from zweck.promises.uses import Use, service_uses


def compile_promises(declaration: Declaration) -> tuple[Promise, ...]:
    """All promises of a site, in the order of the notice; ids are unique within an activity."""
    made: dict[tuple[str, str], Promise] = {}
    for promise in _all(declaration):
        made.setdefault((promise.activity, promise.id), promise)
    return tuple(made.values())


def _all(declaration: Declaration) -> Iterator[Promise]:
    for activity in declaration.activities.values():
        found = kind(activity.kind)
        own = list(found.promises(declaration, activity))
        yield from own
        keeper = "zweck" if found.kept else "outside"
        yield from _collects(activity, own, keeper)
        yield from _keeps(activity, own, *_kept_in(declaration, activity, keeper))
        yield from _discloses(declaration, activity, own)
    for use in service_uses(declaration):
        yield from _gates(declaration, use)
    yield from site_promises(declaration)


def _collects(activity: Activity, own: list[Promise], keeper: str) -> Iterator[Promise]:
    fields = activity.fields
    if fields and not any(isinstance(p, Collects) for p in own):
        yield Collects(
            id=f"{activity.kind}.fields",
            activity=activity.name,
            at=activity.at,
            text="promises.collects",
            arguments={"fields": partial(wording.listed_fields, activity)},
            fields=tuple(f.name for f in fields),
            keeper=keeper,
        )


def _kept_in(declaration: Declaration, activity: Activity, keeper: str) -> tuple[str, str]:
    """Who keeps the periods, and in which system: where a mapped table is under them, Zweck does."""
    wanted = {activity.name, *(r.for_ for r in activity.rules if r.for_)}
    for name, use in declaration.systems.items():
        if any(wanted & {table.rule, table.activity} for table in use.tables.values()):
            return "zweck", activity.system if keeper == "zweck" or activity.system != "store" else name
    return keeper, activity.system


def _keeps(activity: Activity, own: list[Promise], keeper: str, system: str) -> Iterator[Promise]:
    said = {p.rule for p in own if isinstance(p, Keeps)}
    for number, rule in enumerate(r for r in activity.rules if r not in said):
        name = rule.for_ or ""
        yield Keeps(
            id=f"retention.{activity.kind}" + (f".{name or number}" if name or number else ""),
            activity=activity.name,
            at=activity.at,
            text="promises.keeps",
            arguments={"what": partial(wording.record_class, activity, name)},
            rule=rule,
            record_class=name,
            system=system,
            keeper=keeper,
        )


def _discloses(declaration: Declaration, activity: Activity, own: list[Promise]) -> Iterator[Promise]:
    said = {p.recipient for p in own if isinstance(p, Discloses)}
    for recipient, fields in activity.disclose.items():
        if recipient in said:
            continue
        yield Discloses(
            id=f"disclosure.{recipient}",
            activity=activity.name,
            at=activity.at,
            text="promises.discloses",
            arguments={
                "recipient": partial(wording.recipient_name, declaration, recipient),
                "fields": partial(wording.listed_data, tuple(fields)),
            },
            recipient=recipient,
            fields=tuple(fields),
            keeper="outside",
        )


def _gates(declaration: Declaration, use: Use) -> Iterator[Promise]:
    if use.gate != "consent":
        return
    yield Gates(
        id=f"consent.gate.{use.id}",
        activity=use.activity or "consent",
        at=use.at,
        text="promises.gates",
        arguments={"service": use.name},
        service=use.id,
        keeper="zweck" if declaration.of_kind("consent") else "outside",
    )

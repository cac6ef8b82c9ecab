"""What pages about records share: labels of fields, times, erasing one record lawfully, holds with owner and review.

A record is erased early only where its keeping rule allows it; a hold needs a reason and a day of review, restricts
what it holds, and its end lets the next sweep do its work (Art. 17(3), 18 GDPR).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from zweck import texts
from zweck.clock import BERLIN, parse_moment
from zweck.declaration.keeping import LONG_AGO
from zweck.desk.visit import Visit, day
from zweck.errors import NotFoundError, RefusedError
from zweck.promises import wording

if TYPE_CHECKING:
    from zweck.declaration.keeping import Rule
    from zweck.store import Record, Tx

REASONS = ("legal_claims", "dispute", "authority", "security_incident")
"""Why something may be held back; stored as a word, so that no name gets into evidence."""
HOLD_GROUND = "hold"
LONGEST_REVIEW = timedelta(days=366)


def found_record(tx: Tx, visit: Visit, kinds: Sequence[str]) -> Record:
    """The record in the address, if it belongs to an activity of one of ``kinds``; raises ``NotFoundError``."""
    record = tx.records.get(visit.id())
    if record.activity not in {a.name for a in visit.declaration.of_kind(*kinds)}:
        raise NotFoundError("no such record")
    return record


def fields_of(visit: Visit, record: Record) -> list[tuple[str, str, bool]]:
    """Label, value and whether it is long, in the order of the form."""
    activity = visit.declaration.activities[record.activity]
    made = [
        (wording.field_label(f, visit.language), _said(visit, activity, f.name, record), f.type == "textarea")
        for f in activity.fields
        if f.name in record.data
    ]
    known = {f.name for f in activity.fields}
    return made + [(name, str(value), False) for name, value in record.data.items() if name not in known]


def _said(visit: Visit, activity: Any, name: str, record: Record) -> str:
    value = str(record.data[name])
    vacancies = getattr(activity, "vacancies", {}) if name == "vacancy" else {}
    return texts.choose(vacancies[value], visit.language) if value in vacancies else value


def address_of(record: Record) -> str:
    """Where the person can be answered."""
    return str(record.data.get("email", ""))


def name_of(record: Record) -> str:
    """What the person calls themselves, else their address."""
    parts = [str(record.data[n]) for n in ("first_name", "last_name") if record.data.get(n)]
    return " ".join(parts) or str(record.data.get("name", "")) or address_of(record) or "–"


def times_of(visit: Visit, record: Record) -> list[tuple[str, datetime]]:
    """The record's events in words, oldest first."""
    said = []
    for name, at in sorted(record.events.items(), key=lambda e: e[1]):
        key = f"desk.event-{name.replace('_', '-')}"
        said.append((texts.message(key, visit.language) if texts.has(key, visit.language) else name, at))
    return said


def rule_for(visit: Visit, record: Record) -> Rule | None:
    """The keeping rule the record is under."""
    activity = visit.declaration.activities[record.activity]
    rules = {r.for_ or "": r for r in reversed(activity.rules)}
    return rules.get(record.record_class) or rules.get("") or next(iter(activity.rules), None)


def erase_day(visit: Visit, record: Record) -> datetime | None:
    """When the keeping rule will erase the record; ``None`` while that is open."""
    rule = rule_for(visit, record)
    return rule.due(record.events, BERLIN, stage=len(rule.stages) - 1) if rule else None


def erase(tx: Tx, visit: Visit, record: Record) -> None:
    """Erase one record now, with evidence; raises ``RefusedError`` where its rule or a hold forbids it."""
    rule = rule_for(visit, record)
    if rule is not None:
        earliest = rule.earliest(record.events, BERLIN)
        if earliest is None or (earliest != LONG_AGO and earliest > tx.now):
            raise RefusedError("the keeping rule of this record forbids to erase it yet")
    tx.records.erase([record.id])
    detail = {"by": visit.person.id, "class": record.record_class or "record", "count": 1}
    tx.evidence("desk.erased", record.activity, (), record.id, detail)


def open_hold(tx: Tx, visit: Visit, record: Record) -> dict[str, str]:
    """Hold a record back; gives the faults of the form, empty when it is held."""
    reason, faults = visit.given("reason"), {}
    if reason not in REASONS:
        faults["reason"] = visit.say("fault-hold-reason")
    review = review_day(visit, tx.now)
    if review is None:
        faults["review"] = visit.say("fault-review")
    if faults or review is None:
        return faults
    tx.holds.open([record.id], reason, visit.person.id, review_at=review)
    if record.status == "active":  # a restriction that the person asked for keeps its own ground
        tx.records.restrict([record.id], ground=HOLD_GROUND)
    return {}


def review_day(visit: Visit, now: datetime) -> datetime | None:
    """The day of the next review: later than today, within a year."""
    try:
        found = parse_moment(visit.given("review", 10))
    except ValueError:
        return None
    return found if now < found <= now + LONGEST_REVIEW else None


def hold_form(visit: Visit) -> dict[str, Any]:
    """What the form for a hold needs."""
    ahead = visit.desk.now.astimezone(BERLIN).date() + timedelta(days=182)
    return {
        "reasons": [(r, visit.say(f"hold-{r.replace('_', '-')}")) for r in REASONS],
        "review": ahead.isoformat(),
    }


def holds_of(tx: Tx, visit: Visit, record_id: str) -> list[str]:
    """The open holds of a record, in words."""
    return [
        visit.say("held", reason=visit.say(f"hold-{h.reason.replace('_', '-')}"), day=day(h.review_at, visit.language))
        if h.reason in REASONS
        else h.reason
        for h in tx.holds.of(record_id)
    ]

"""Promises and evidence at the desk: how each promise stands and why, and the chain behind it, verified on demand.

The same proof as ``zweck prove``; nothing on these pages is about a person (Art. 5(2) GDPR).
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from starlette.responses import Response

from zweck.desk.visit import OFFICER, READER, Page, Visit
from zweck.promises import Status, wording
from zweck.prove import ProofReport, prove

ROLES = (OFFICER, READER)
ORDER = (Status.BROKEN, Status.AT_RISK, Status.KEPT, Status.ATTESTED, Status.UNEXERCISED, Status.OUTSIDE)
PER_PAGE = 50


def proof(visit: Visit) -> ProofReport:
    """How every promise stands now."""
    desk = visit.desk
    return prove(desk.declaration, desk.frame.store, desk.systems, desk.now, language=visit.language)


def show_promises(visit: Visit) -> Response:
    """Every promise, the worst first; one status alone if asked for."""
    report = proof(visit)
    wanted = visit.request.query_params.get("status", "")
    lines = sorted(report.promises, key=lambda p: ORDER.index(p.status))
    return visit.show(
        "desk/promises.html",
        visit.say("promises-title"),
        lines=[_line(visit, p) for p in lines if not wanted or p.status == wanted],
        counts=_counts(visit, report, wanted),
        chain=report.chain,
        wanted=wanted,
        total=len(report.promises),
    )


def _counts(visit: Visit, report: ProofReport, wanted: str) -> list[dict[str, Any]]:
    found = Counter(p.status for p in report.promises)
    return [
        {"status": s.value, "said": visit.say(_key(s)), "count": found[s], "here": s.value == wanted}
        for s in ORDER
        if found[s]
    ]


def _key(status: Status) -> str:
    return f"status-{status.value.replace('_', '-')}"


def _line(visit: Visit, line: Any) -> dict[str, Any]:
    activity = visit.declaration.activities.get(line.activity)
    return {
        "id": line.promise,
        "title": wording.title(activity, visit.language) if activity else line.activity,
        "sentence": line.sentence,
        "status": line.status.value,
        "said": visit.say(_key(line.status)),
        "why": say_why(visit, line.why),
        "evidence": line.evidence,
        "href": f"/privacy/{_notice_language(visit)}#{line.anchor}",
    }


def _notice_language(visit: Visit) -> str:
    declared = visit.declaration.languages
    return visit.language if visit.language in declared else declared[0]


def say_why(visit: Visit, why: str) -> str:
    """The reason in the person's language, where it is one of the engine's fixed ones."""
    from zweck.desk.why import translated

    return translated(why, visit.language)


def show_evidence(visit: Visit, verified: ProofReport | None = None) -> Response:
    """The chain, newest first, of everything or of one record."""
    query = visit.request.query_params
    record = query.get("record", "")[:64]
    before = int(query["before"]) if query.get("before", "").isdecimal() and len(query["before"]) < 16 else None
    if (wanted := query.get("entry", "")).isdecimal() and len(wanted) < 16:
        before = int(wanted) + 1
    with visit.read() as tx:
        found = tx.chain.latest(limit=PER_PAGE, before=before, record=record)
        points = tx.chain.checkpoints()
        head = tx.chain.head()
    return visit.show(
        "desk/evidence.html",
        visit.say("evidence-title"),
        entries=[_entry(e) for e in found],
        older=found[-1].seq if len(found) == PER_PAGE else 0,
        record=record,
        head=head,
        points=points[-5:][::-1],
        point_count=len(points),
        verified=verified,
        wanted=int(wanted) if wanted.isdecimal() and len(wanted) < 16 else 0,
    )


def _entry(entry: Any) -> dict[str, Any]:
    try:
        detail, promises = json.loads(entry.detail), json.loads(entry.promises)
        at = entry.moment
    except ValueError:  # an altered entry must still be shown
        detail, promises, at = {"altered": True}, [], None
    return {
        "seq": entry.seq,
        "at": at,
        "event": entry.event,
        "activity": entry.activity,
        "promises": promises,
        "record": entry.record,
        "detail": list(detail.items()) if isinstance(detail, dict) else [],
        "breach": entry.breach,
        "hash": entry.hash,
    }


def verify(visit: Visit) -> Response:
    """Hash every entry again and check every signature."""
    return show_evidence(visit, proof(visit))


PAGES = (
    Page("/promises", show_promises, ROLES, "promises"),
    Page("/evidence", show_evidence, ROLES, "evidence"),
    Page("/evidence", verify, ROLES, "evidence", "POST"),
)

"""The first page: what needs a person today, each with a number, a reason and the way there.

Requests with their clocks, unanswered cases, what the sweep would do, holds to review, promises at risk or broken
(Art. 12(3), 5(2) GDPR).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from starlette.responses import RedirectResponse, Response

from zweck.desk.cases import count_open
from zweck.desk.proof import proof, say_why
from zweck.desk.requests import row_of
from zweck.desk.visit import EVERYBODY, OFFICER, RECRUITER, ROOT, Page, Visit
from zweck.promises import Status, wording
from zweck.rights import engine
from zweck.sweep import sweep

REVIEW_SOON = timedelta(days=14)
START = {OFFICER: "/today", RECRUITER: "/applications"}


def start(visit: Visit) -> Response:
    """The first page of a role."""
    return RedirectResponse(ROOT + START.get(visit.person.role, "/promises"), 303)


def show_today(visit: Visit) -> Response:
    """Everything that waits for the officer."""
    now = visit.desk.now
    with visit.read() as tx:
        asked = [row_of(visit, r) for r in tx.requests.list(open=True)]
        reviews = [h for h in tx.holds.all_open() if h.review_at and h.review_at <= now + REVIEW_SOON]
        failed = len(tx.mail.list(status="failed", limit=100))
    requests = [r for r in asked if r["status"] != engine.UNCONFIRMED]
    cases, oldest = count_open(visit)
    report = proof(visit)
    bad = [p for p in report.promises if p.status in (Status.BROKEN, Status.AT_RISK)]
    return visit.show(
        "desk/today.html",
        visit.say("today-title"),
        requests=requests[:10],
        more=max(0, len(requests) - 10),
        urgent=sum(r["clock"].is_urgent for r in requests),
        cases=cases,
        oldest=oldest,
        due=_due(visit),
        reviews=reviews,
        failed=failed,
        bad=sorted((_promise(visit, p) for p in bad), key=lambda p: p["status"] != "broken"),
        kept=sum(p.status is Status.KEPT for p in report.promises),
        chain=report.chain,
    )


def _promise(visit: Visit, line: Any) -> dict[str, str]:
    return {
        "id": line.promise,
        "sentence": line.sentence,
        "status": line.status.value,
        "said": visit.say(f"status-{line.status.value.replace('_', '-')}"),
        "why": say_why(visit, line.why),
    }


def _due(visit: Visit) -> list[dict[str, Any]]:
    desk = visit.desk
    report = sweep(desk.declaration, desk.systems, desk.frame.store, desk.now, dry_run=True)
    return [
        {
            "title": wording.title(visit.declaration.activities[line.activity], visit.language),
            "count": line.due,
            "oldest": line.oldest_at,
        }
        for line in report.promises
        if line.due
    ]


PAGES = (
    Page("", start, EVERYBODY),
    Page("/", start, EVERYBODY),
    Page("/today", show_today, area="today"),
)

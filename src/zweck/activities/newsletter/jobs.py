"""Sending an issue: to those who confirmed and have not left, each with a link of their own, each once.

Consent decides, not membership: a record without its proof gets nothing, and the suppression list is asked last
(Art. 7(3), § 7 UWG). A second run of the same issue queues nothing twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from zweck.activities.newsletter.letter import issue_text, leave_headers
from zweck.activities.newsletter.subscription import LEAVE, LEAVE_VALID, find_member
from zweck.errors import RefusedError

BATCH = 200


def send_issue(
    tx: Any,
    activity: str,
    issue: str,
    subject_line: Mapping[str, str],
    text: Mapping[str, str],
    leave_at: str,
    about: Sequence[str] = (),
) -> int:
    """Queue one issue for every confirmed reader in their language; gives how many were queued; idempotent.

    ``leave_at`` is the address of the leave page without its token; ``about`` names what the issue is about, and only
    readers whose consent names that get it. Raises ``RefusedError`` for a text without the link, or when nobody agreed.
    """
    reference = next(iter(text))
    for language, body in text.items():
        issue_text(body, leave_at, language)
    readers = members(tx, activity)
    agreed = [m for m in readers if _agreed(tx, m.proof, about)]
    if readers and not agreed:
        raise RefusedError(f"newsletter.evidence: no reader's consent names {', '.join(about)}")
    queued = 0
    for member in agreed:
        if tx.suppression.has(member.email):
            continue
        language = member.language if member.language in text else reference
        address = f"{leave_at}?t={tx.tokens.issue(LEAVE, member.proof, LEAVE_VALID)}"
        tx.mail.queue(
            to=member.email,
            template="newsletter.issue",
            subject_line=subject_line.get(language, subject_line[reference]),
            text=issue_text(text[language], address, language),
            subject=member.subject,
            record=member.record,
            headers={**leave_headers(address), "List-Id": f"<{activity}.{tx.site}>"},
            key=f"newsletter.issue:{issue}:{member.record}",
        )
        queued += 1
    label = "i" + hashlib.sha256(issue.encode()).hexdigest()[:12]
    detail = {"issue": label, "queued": queued}
    tx.evidence(
        "newsletter.issue",
        activity,
        ("newsletter.link_in_every_mail", "newsletter.consent_only"),
        detail=detail,
    )
    return queued


def _agreed(tx: Any, proof: str, about: Sequence[str]) -> bool:
    """Whether the words that a reader agreed to name everything that an issue is about (Art. 4(11))."""
    if not about:
        return True
    wording = str(tx.records.get(proof).plain.get("wording", "")).casefold()
    return all(topic.casefold() in wording for topic in about)


def members(tx: Any, activity: str) -> list[Any]:
    """Everybody who confirmed and has not left, with their proof."""
    found: list[Any] = []
    before: str | None = None
    while True:
        records = tx.records.of_activity(activity, status="active", record_class="", limit=BATCH, before=before)
        for record in records:
            member = find_member(tx, activity, str(record.data.get("email", "")))
            if member and member.record == record.id:
                found.append(member)
        if len(records) < BATCH:
            return found
        before = records[-1].id


def _send(tx: Any, arguments: Mapping[str, Any]) -> None:
    send_issue(
        tx,
        str(arguments["activity"]),
        str(arguments["issue"]),
        arguments["subject_line"],
        arguments["text"],
        str(arguments["leave_at"]),
        tuple(arguments.get("about", ())),
    )


JOBS: dict[str, Callable[[Any, Mapping[str, Any]], None]] = {"newsletter.issue": _send}

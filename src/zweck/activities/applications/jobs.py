"""What happens to applications later: a candidate moves to the talent pool, by consent only (Art. 6(1)(a)).

Steps are idempotent: a second run finds the pool record and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from zweck.errors import RefusedError

POOL = "pool"


def move_to_pool(tx: Any, record_id: str) -> str:
    """Copy an application with all its files into the pool; gives the pool record's id; idempotent.

    Raises ``RefusedError`` (applications.pool) where the applicant did not consent or has withdrawn.
    """
    found = tx.records.get(record_id)
    if not found.plain.get(POOL) or "consent_given" not in found.events or "consent_withdrawn" in found.events:
        raise RefusedError("applications.pool: this applicant has not consented to the talent pool")
    for other in tx.records.of_subject(found.subject) if found.subject else ():
        if other.record_class == POOL and other.plain.get("application") == record_id:
            return str(other.id)
    made = tx.records.add(
        found.activity,
        subject=found.subject,
        data=found.data,
        plain={"application": record_id, "language": found.plain.get("language", "de")},
        events={"received": found.events["received"], "consent_given": found.events["consent_given"]},
        record_class=POOL,
        version=found.version,
    )
    for file in found.files:
        tx.files.add(made, file.name, file.media_type, tx.files.content(file.id))
    detail = {"files": len(found.files), "application": record_id}
    tx.evidence("applications.pooled", found.activity, ("applications.pool",), record=made, detail=detail)
    return str(made)


def _move(tx: Any, arguments: Mapping[str, Any]) -> None:
    move_to_pool(tx, str(arguments["record"]))


JOBS: dict[str, Callable[[Any, Mapping[str, Any]], None]] = {"applications.pool": _move}

"""Readers who agreed elsewhere: taken over only with the proof of each consent (Art. 7(1) GDPR, § 7(2) no. 2 UWG).

A row needs address, day, the exact words and where they were agreed to; one row without them refuses the whole list, so
that nobody is written to by mistake. Who is on the suppression list stays out. Consents from before May 2018 count like
any other (recital 171).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zweck.activities.newsletter.subscription import PROOF, find_member
from zweck.clock import parse_moment

COLUMNS = ("email", "agreed_on", "wording", "source")
FEWEST_WORDS = 3
MOST = 1000
PROMISES = ("newsletter.consent_only", "newsletter.evidence")


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of a list: how many were added, known already or blocked; ``refused`` are rows, from 1."""

    added: int = 0
    known: int = 0
    blocked: int = 0
    refused: tuple[int, ...] = ()


def read_rows(text: str) -> list[dict[str, str]]:
    """The rows of a CSV text with a heading line; comma or semicolon."""
    first = text.lstrip("\ufeff").partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), delimiter=";" if ";" in first else ",")
    return [{str(k).strip().lower(): str(v or "").strip() for k, v in row.items()} for row in reader]


def take_in(
    tx: Any, activity: str, rows: Iterable[Mapping[str, str]], promises: tuple[str, ...], by: str = "import"
) -> Intake:
    """Take a list over, or refuse it whole; either is noted in the evidence. Idempotent."""
    listed = list(rows)
    refused = tuple(n for n, row in enumerate(listed, 1) if n > MOST or not _is_proved(row, tx.now))
    if refused or not listed:
        tx.evidence(
            "newsletter.import_refused",
            activity,
            promises,
            detail={"rows": len(listed), "unproved": len(refused), "by": by},
        )
        return Intake(refused=refused)
    outcomes = [_take(tx, activity, row) for row in listed]
    made = Intake(outcomes.count("added"), outcomes.count("known"), outcomes.count("blocked"))
    detail = {"rows": len(listed), "added": made.added, "blocked": made.blocked, "by": by}
    tx.evidence("newsletter.imported", activity, promises, detail=detail)
    return made


def _is_proved(row: Mapping[str, str], now: datetime) -> bool:
    address, _, domain = row.get("email", "").partition("@")
    agreed_at = _agreed_at(row)
    words = row.get("wording", "").split()
    is_address = bool(address) and "." in domain and not any(c.isspace() for c in row["email"])
    return (
        is_address
        and agreed_at is not None
        and agreed_at <= now
        and len(words) >= FEWEST_WORDS
        and bool(row.get("source"))
    )


def _agreed_at(row: Mapping[str, str]) -> datetime | None:
    try:
        return parse_moment(row.get("agreed_on", ""))
    except ValueError:
        return None


def _take(tx: Any, activity: str, row: Mapping[str, str]) -> str:
    email, agreed_at = row["email"], _agreed_at(row)
    if tx.suppression.has(email):
        return "blocked"
    if find_member(tx, activity, email):
        return "known"
    common = {
        "subject": tx.subjects.of({"email": email}),
        "plain": {"language": row.get("language") or "de", "wording": row["wording"], "channel": "import"},
        "events": {"received": agreed_at, "confirmed": agreed_at},
        "version": "import",
    }
    tx.records.add(activity, data={"email": email}, **common)
    tx.records.add(activity, data={"email": email, "source": row["source"]}, record_class=PROOF, **common)
    return "added"

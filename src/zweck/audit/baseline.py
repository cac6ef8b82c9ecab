"""Findings that someone has accepted, each with a reason and a day on which that ends.

What is accepted stays visible and no longer fails the audit; after its day it counts again, so that "later" has an
end. A finding that shows up in more states than were accepted is new (Art. 5(2) and 24(1) GDPR: reviewed, updated).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from zweck.audit.report import STATES, AcceptedFinding, AuditFinding, AuditReport, StateName
from zweck.errors import ZweckError


class Acceptance(BaseModel):
    """One entry of a baseline: ``subject`` may hold ``*``; ``until`` is the last day on which it holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: str
    subject: str = "*"
    states: tuple[StateName, ...] = STATES
    reason: str = Field(min_length=3)
    until: date

    def covers(self, finding: AuditFinding) -> bool:
        """Whether it speaks of this finding, in all the states it was seen in."""
        return (
            finding.rule == self.rule
            and fnmatchcase(finding.subject, self.subject)
            and set(finding.states) <= set(self.states)
        )

    def __str__(self) -> str:
        return f"{self.rule}: {self.subject}"


_ENTRIES = TypeAdapter(tuple[Acceptance, ...])


def load_baseline(path: Path) -> tuple[Acceptance, ...]:
    """The entries of a YAML list; raises ``ZweckError`` naming the entry and what it lacks."""
    import yaml

    try:
        said: Any = yaml.safe_load(path.read_text("utf-8"))
        return _ENTRIES.validate_python(said or ())
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ZweckError(f"{path}: not a readable baseline: {str(error).splitlines()[0]}") from None
    except ValidationError as error:
        raise ZweckError(f"{path}: {_first(error)}; an entry has rule, subject, reason and until (a day)") from None


def _first(error: ValidationError) -> str:
    found = error.errors(include_url=False, include_input=False)[0]
    where = [str(part) for part in found["loc"]]
    place = f"entry {int(where[0]) + 1}" if where and where[0].isdigit() else "the file"
    return f"{' '.join((place, *where[1:]))}: {found['msg'][:1].lower()}{found['msg'][1:]}"


def apply_baseline(report: AuditReport, entries: Sequence[Acceptance], today: date) -> AuditReport:
    """The report with accepted findings set aside; entries that have ended or speak of nothing are listed."""
    kept: list[AuditFinding] = []
    accepted: list[AcceptedFinding] = []
    used: set[Acceptance] = set()
    for finding in report.findings:
        covering = [e for e in entries if e.covers(finding)]
        used.update(covering)
        valid = max((e for e in covering if e.until >= today), key=lambda e: e.until, default=None)
        if valid:
            accepted.append(AcceptedFinding(finding=finding, reason=valid.reason, until=valid.until))
        else:
            kept.append(finding)
    return report.model_copy(
        update={
            "findings": tuple(kept),
            "accepted": tuple(accepted),
            "expired": tuple(f"{e} ({e.until}: {e.reason})" for e in entries if e.until < today and e in used),
            "unused": tuple(str(e) for e in entries if e not in used),
        }
    )

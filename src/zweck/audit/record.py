"""The audit's result as evidence: each gate's promise gets its proof, or its breach, from what was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zweck.audit.report import AuditReport
from zweck.declaration.model import Declaration
from zweck.promises import Gates, compile_promises

if TYPE_CHECKING:
    from zweck.store import Store


def record_audit(report: AuditReport, declaration: Declaration, store: Store) -> None:
    """One evidence entry for the audit and one per gated service, in one transaction; accepted findings count."""
    seen = [*report.findings, *(known.finding for known in report.accepted)]
    broken = {f.service for f in seen if f.severity == "block" and f.service}
    with store.begin(declaration.id) as tx:
        tx.evidence(
            "audit.run",
            detail={
                "exit": report.exit_code,
                "findings": len(report.findings),
                "states": sum(s.reached for s in report.states),
            },
        )
        for promise in compile_promises(declaration):
            if not isinstance(promise, Gates):
                continue
            if promise.service in broken:
                tx.evidence("gate.seen_open", promise.activity, promises=(promise.id,), breach=True)
            elif not report.incomplete:
                tx.evidence("gate.seen_closed", promise.activity, promises=(promise.id,))

"""Audit: a live site, in a real browser, held against its declaration.

Four states of consent, each in a fresh profile: before any choice, rejected, accepted, withdrawn. What loads and
what is stored in each is compared with the declaration; every promise of the gate gets its evidence from here.
"""

from zweck.audit.baseline import apply_baseline, load_baseline
from zweck.audit.compare import compare
from zweck.audit.export import render_report
from zweck.audit.page import write_html
from zweck.audit.record import record_audit
from zweck.audit.report import AuditFinding, AuditReport, StateSeen
from zweck.audit.run import audit
from zweck.audit.show import show_report

__all__ = [
    "AuditFinding",
    "AuditReport",
    "StateSeen",
    "apply_baseline",
    "audit",
    "compare",
    "load_baseline",
    "record_audit",
    "render_report",
    "show_report",
    "write_html",
]

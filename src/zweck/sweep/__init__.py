"""Sweep: what the keeping rules have reached is erased, anonymised, restricted (Art. 5(1)(e) GDPR).

``sweep(declaration, systems, store, now, dry_run)`` gives a ``SweepReport``; safe to run at any time, by any number
of processes.
"""

from zweck.sweep.report import Missed, PromiseLine, SweepReport, show_report
from zweck.sweep.run import sweep

__all__ = ["Missed", "PromiseLine", "SweepReport", "show_report", "sweep"]

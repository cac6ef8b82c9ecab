"""Background work: small steps that resume after ``kill -9``, retried with growing pauses, each done once.

``run(store, …)`` works until told to stop; ``run_due(store, …)`` does what is due now and returns (for tests and
``zweck work --once``). A second engine for PostgreSQL clusters fits behind ``Engine``.
"""

from zweck.work.delivery import deliver_mail, mail_jobs
from zweck.work.engine import EmbeddedEngine, Engine, Jobs, Outside, Periodic, run, run_due

__all__ = ["EmbeddedEngine", "Engine", "Jobs", "Outside", "Periodic", "deliver_mail", "mail_jobs", "run", "run_due"]

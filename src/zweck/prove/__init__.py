"""Prove: how every promise stands, by evidence that is verified first (Art. 5(2) GDPR).

``prove(declaration, store, systems, now, since)`` gives a ``ProofReport``; a broken promise or a broken chain fails.
"""

from zweck.prove.report import ChainLine, PromiseLine, ProofReport, show_report
from zweck.prove.run import prove
from zweck.prove.world import StoreWorld

__all__ = ["ChainLine", "PromiseLine", "ProofReport", "StoreWorld", "prove", "show_report"]

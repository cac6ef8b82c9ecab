"""Evidence: an append-only, hash-chained record of what the engine did, without personal data (Art. 5(2) GDPR).

Everything here is pure: entries, their hashes, signed checkpoints and their verification. The store holds the rows.
"""

from zweck.evidence.checkpoint import Checkpoint, CheckpointKey, load_key
from zweck.evidence.detail import check_detail, check_word
from zweck.evidence.entry import GENESIS, Entry, Head, canonical, chain
from zweck.evidence.verify import Problem, verify

__all__ = [
    "GENESIS",
    "Checkpoint",
    "CheckpointKey",
    "Entry",
    "Head",
    "Problem",
    "canonical",
    "chain",
    "check_detail",
    "check_word",
    "load_key",
    "verify",
]

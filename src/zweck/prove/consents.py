"""The proof of consents: every stored choice must still be what the evidence says was recorded (Art. 7(1) GDPR).

Each entry of evidence bears a digest of its row. A row that its keeping rule erased is no problem; a changed one is.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zweck.evidence import Entry
    from zweck.store import Store

RECORDED = "consent.recorded"
_BATCH = 500


class ConsentProofs:
    """Takes the entries one after the other and names the choices that differ from them."""

    def __init__(self, store: Store, site: str) -> None:
        self._store = store
        self._site = site
        self._waiting: dict[str, tuple[int, str]] = {}
        self._found: list[str] = []

    def see(self, entry: Entry) -> None:
        """Note the digest that an entry bears; what cannot be read is the chain's own problem."""
        if entry.event != RECORDED or not entry.record:
            return
        try:
            proof = str(json.loads(entry.detail).get("proof", ""))
        except (ValueError, AttributeError):
            return
        if proof:
            self._waiting[entry.record] = (entry.seq, proof)
        if len(self._waiting) >= _BATCH:
            self._compare()

    def problems(self) -> tuple[str, ...]:
        """One sentence per changed choice, in the order of the evidence."""
        self._compare()
        return tuple(self._found)

    def _compare(self) -> None:
        with self._store.read(self._site) as tx:
            rows = tx.consents.many(list(self._waiting))
        for row in sorted(rows, key=lambda r: self._waiting[r.id]):
            seq, proof = self._waiting[row.id]
            if row.digest() != proof:
                self._found.append(f"entry {seq}: the consent it proves was changed afterwards")
        self._waiting.clear()

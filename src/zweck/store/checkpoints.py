"""Signing the evidence and verifying it: the chain in the store, its checkpoints there and in a file beside it.

The file keeps the checkpoints that somebody with the database alone would have to remove (Art. 5(2) GDPR).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from zweck.evidence import Checkpoint, Entry, Problem, canonical, verify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zweck.store.opened import Store


@dataclass(frozen=True, slots=True)
class Verified:
    """The result of a verification."""

    entries: int
    checkpoints: int
    problems: tuple[Problem, ...]

    @property
    def is_whole(self) -> bool:
        return not self.problems


def path_of(store: Store, site: str) -> Path:
    """The file with a site's checkpoints."""
    return store.settings.data / "checkpoints" / f"{quote(site, safe='')}.jsonl"


def sign(store: Store, site: str) -> Checkpoint | None:
    """Sign the present end of a site's chain, in the store and in the file; ``None`` when nothing is new."""
    key = store.checkpoint_key
    with store.begin(site) as tx:
        made = tx.chain.sign(key, tx.now)
        points = tx.chain.checkpoints()
    _keep(path_of(store, site), points)
    return made


def verify_site(store: Store, site: str, seen: Callable[[Entry], None] | None = None) -> Verified:
    """Verify a site's whole chain; ``seen`` gets every entry on the way (one pass over the evidence)."""
    count = 0

    def watched(entries: Iterator[Entry]) -> Iterator[Entry]:
        nonlocal count
        for entry in entries:
            count += 1
            if seen:
                seen(entry)
            yield entry

    with store.read(site) as tx:
        points = tx.chain.checkpoints()
        entries = watched(tx.chain.entries())
        problems = verify(entries, points, site=site, keys=[store.checkpoint_key.id], head=tx.chain.head())
        for _ in entries:  # beyond a broken link the entries still count as evidence of what was recorded
            pass
    return Verified(count, len(points), (*problems, *_lost(read(path_of(store, site)), points)))


def read(path: Path) -> list[Checkpoint]:
    """The checkpoints in a file, as far as it can be read."""
    made: list[Checkpoint] = []
    for line in path.read_text("utf-8", "replace").splitlines() if path.exists() else ():
        try:
            made.append(Checkpoint(**json.loads(line)))
        except (ValueError, TypeError):
            continue
    return made


def _lost(noted: list[Checkpoint], points: list[Checkpoint]) -> list[Problem]:
    stored = {point.number: point for point in points}
    for point in noted:
        if stored.get(point.number) != point:
            what = "is missing" if point.number not in stored else "differs from its copy in the file"
            return [Problem(0, f"checkpoint {point.number}, over entry {point.seq}, {what}")]
    return []


def _keep(path: Path, points: list[Checkpoint]) -> None:
    """Append what the file does not have yet (also what a crash kept from it)."""
    known = {point.number for point in read(path)}
    fresh = [canonical(asdict(point)) for point in points if point.number not in known]
    if not fresh:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a") as file:
        file.write("\n" + "\n".join(fresh) + "\n")
        file.flush()
        os.fsync(file.fileno())

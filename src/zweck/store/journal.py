"""The erasure journal: a file beside the database that names every erased id, so that no backup brings it back.

Lines are appended after the commit and again at the next erasure if the process died between; reading it twice does
no harm (Art. 17, 32(1)(c) GDPR).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from zweck.evidence.entry import canonical, stamp
from zweck.store.erasures import Erasure
from zweck.store.ledger import erasure

if TYPE_CHECKING:
    from zweck.store.opened import Store

_BATCH = 5000


def path_of(store: Store) -> Path:
    """Where the journal lies."""
    return store.settings.data / "erasures.jsonl"


def export(store: Store) -> int:
    """Append every erasure that is not yet in the file, durably; gives their number; at least once each."""
    total = 0
    while True:
        with store.begin("") as tx:
            rows = tx.execute(
                sa.select(erasure.c.site_id, erasure.c.id, erasure.c.kind, erasure.c.erased_id, erasure.c.at)
                .where(erasure.c.is_noted.is_(False))
                .order_by(erasure.c.id)
                .limit(_BATCH)
            ).all()
            if not rows:
                return total
            _append(path_of(store), [_line(Erasure(r.site_id, r.kind, r.erased_id, r.at)) for r in rows])
            tx.execute(sa.update(erasure).where(erasure.c.id.in_([r.id for r in rows])).values(is_noted=True))
        total += len(rows)


def read(path: Path) -> Iterator[Erasure]:
    """The journal's lines; a last line that was cut off by a crash is left out (it is written again)."""
    if not path.exists():
        return
    for line in path.read_text("utf-8").splitlines():
        try:
            made = json.loads(line)
            yield Erasure(made["site"], made["kind"], made["id"], datetime.fromisoformat(made["at"]))
        except (ValueError, KeyError):
            continue


def _line(item: Erasure) -> str:
    return canonical({"site": item.site, "kind": item.kind, "id": item.erased, "at": stamp(item.at)})


def _append(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(handle, "ab") as file:
        # a leading line break ends whatever a crash left unfinished
        file.write(("\n" + "\n".join(lines) + "\n").encode())
        file.flush()
        os.fsync(file.fileno())

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
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from zweck.evidence.entry import canonical, stamp
from zweck.store.erasures import Erasure
from zweck.store.ledger import erasure

if TYPE_CHECKING:
    from zweck.store.opened import Store

_ROWS = 50


def path_of(store: Store) -> Path:
    """Where the journal lies."""
    return store.settings.data / "erasures.jsonl"


def export(store: Store) -> int:
    """Append every erasure that is not yet in the file, durably; gives their number; at least once each."""
    total = 0
    while True:
        with store.begin("") as tx:
            open_ = erasure.c.is_noted.is_(False)
            rows = tx.execute(sa.select(erasure).where(open_).order_by(erasure.c.id).limit(_ROWS)).all()
            if rows:
                _append(path_of(store), [_line(row) for row in rows])
                of_these = erasure.c.id.in_([row.id for row in rows])
                tx.execute(sa.update(erasure).where(open_, of_these).values(is_noted=True))
        total += sum(len(row.erased_ids.split()) for row in rows)
        if len(rows) < _ROWS:
            return total


def read(path: Path) -> Iterator[Erasure]:
    """The journal's lines; a last line that was cut off by a crash is left out (it is written again)."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            try:
                made = json.loads(line)
                at = datetime.fromisoformat(made["at"])
                found = [Erasure(made["site"], made["kind"], each, at) for each in made["ids"]]
            except (ValueError, KeyError, TypeError):
                continue
            yield from found


def _line(row: Any) -> str:
    ids = row.erased_ids.split()
    return canonical({"site": row.site_id, "kind": row.kind, "ids": ids, "at": stamp(row.at)})


def _append(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(handle, "ab") as file:
        # a leading line break ends whatever a crash left unfinished
        file.write(("\n" + "\n".join(lines) + "\n").encode())
        file.flush()
        os.fsync(file.fileno())

"""The floor's data files: JSON inside the package, each read at most once.

Every file carries its ``meta`` (what it is, as of which day, from which sources) and its records. The
records are citations and facts in our own wording; whoever changes one changes its ``basis`` and ``source``
with it.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "data"


@cache
def load(name: str) -> dict[str, Any]:
    """The data file ``name`` (without ``.json``), parsed once; callers must not change what they get."""
    content: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_text("utf-8"))
    return content


def day(text: str | None) -> date | None:
    """An ISO day of a data file, or ``None`` where the file has none."""
    return date.fromisoformat(text) if text else None

"""The floor's data files: JSON inside the package, each read at most once.

Every file carries its ``meta`` (what it is, as of which day, from which sources) and its records. The
records are citations and facts in our own wording; whoever changes one changes its ``basis`` and ``source``
with it.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The data file ``name`` (without ``.json``), parsed once; callers must not change what they get."""
    text = files("zweck.law").joinpath("data", f"{name}.json").read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(text)
    return content


def day(text: str | None) -> date | None:
    """An ISO day of a data file, or ``None`` where the file has none."""
    return date.fromisoformat(text) if text else None

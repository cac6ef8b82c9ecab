"""``zweck check`` starts at once: nothing heavy or unasked is loaded for a declaration without a fault or a service."""

from __future__ import annotations

import subprocess
import sys

from tests.rules.overlay import HERE

_HEAVY = ("sqlalchemy", "alembic", "starlette", "cryptography", "playwright", "holidays", "babel", "jinja2", "fluent")
_UNASKED = ("zweck.catalog", "zweck.check.report", "zweck.finding", "zweck.check.overview", "zweck.law.deadlines")

_SCRIPT = f"""
import sys
from datetime import date
from zweck.declaration import load
from zweck.check import check, show
found = check(load({str(HERE / "base.yaml")!r}), date(2026, 11, 22))
show.render(found, {{}}, "text")
from zweck.declaration.kind import _entries
print(found, [name for name in {(*_HEAVY, *_UNASKED)!r} if name in sys.modules], _entries.cache_info().currsize)
"""


def test_nothing_heavy_is_imported() -> None:
    ran = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.strip() == "[] [] 0"

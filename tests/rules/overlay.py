"""Declarations for the rule tests: ``base.yaml`` with an overlay merged in, dumped again, so that lines are real.

``DELETE`` takes a key out; a list or a scalar replaces; a mapping merges. The head of a ``bad.yaml`` says what is
expected: ``# finds:`` the start of the line with the finding, ``# also:`` other rules that the fault breaks too. Rules
about what has changed have an earlier state beside them, ``before.yaml``.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from zweck.declaration import Declaration, loads

HERE = Path(__file__).parent
ON = date(2026, 11, 22)


@dataclass(frozen=True)
class Expected:
    finds: str
    also: frozenset[str]


def rule_folders() -> list[Path]:
    return sorted(p for p in HERE.iterdir() if p.is_dir() and (p / "bad.yaml").exists())


def before(folder: Path) -> Declaration | None:
    """The earlier state that a rule about changes compares with; none for all others."""
    path = folder / "before.yaml"
    return loads(text_of(path), environ={}) if path.exists() else None


def text_of(overlay: Path) -> str:
    """The declaration that an overlay makes of the base."""
    return merged_text([overlay])


def merged_text(overlays: Sequence[Path]) -> str:
    """The declaration that several overlays make of the base, one after the other."""
    return overlaid(*(YAML().load(overlay.read_text("utf-8")) for overlay in overlays))


def overlaid(*overlays: Any) -> str:
    """The same for overlays that are already data."""
    yaml = YAML()
    yaml.width = 1000
    merged = yaml.load((HERE / "base.yaml").read_text("utf-8"))
    for overlay in overlays:
        merged = merge(merged, overlay)
    out = io.StringIO()
    yaml.dump(merged, out)
    return out.getvalue()


def merge(base: Any, overlay: Any) -> Any:
    if not isinstance(base, dict) or not isinstance(overlay, dict):
        return overlay
    for key, value in overlay.items():
        if value == "DELETE":
            base.pop(key, None)
        else:
            base[key] = merge(base.get(key), value)
    return base


def expected(overlay: Path) -> Expected:
    said = dict(line[2:].split(": ", 1) for line in overlay.read_text("utf-8").splitlines() if line.startswith("# "))
    return Expected(said["finds"], frozenset(said.get("also", "").split()))

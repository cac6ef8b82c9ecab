"""The registry of activity kinds: the lower floors know a kind only through what stands here.

A kind is a folder with an ``__init__.py`` that is pure: its options, what it assumes, its promises. Built-in kinds
and those of third parties are found through the entry point group ``zweck.activities``; a kind is imported when a
declaration names it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zweck.declaration.activity import Activity

if TYPE_CHECKING:
    from zweck.declaration.model import Declaration
    from zweck.promises.model import Promise

GROUP = "zweck.activities"


@dataclass(frozen=True)
class Assumption:
    """A value that a kind assumes for an option, and why (shown by ``zweck check --explain``)."""

    value: Any
    reason: str


def _no_promises(declaration: Declaration, activity: Any) -> Sequence[Promise]:
    return ()


@dataclass(frozen=True)
class Kind:
    """One kind of activity.

    ``assumes`` maps option names to assumptions, applied where the declaration is silent. ``kept`` says whether
    Zweck itself keeps what the kind promises; a kind that is only declared says itself in notice and record, and
    ``prove`` shows it as *outside*. ``forms`` names the public forms it brings. ``folder`` holds its texts.
    """

    name: str
    folder: Path
    options: type[Activity] = Activity
    assumes: Mapping[str, Assumption] = field(default_factory=dict)
    promises: Callable[[Declaration, Any], Sequence[Promise]] = _no_promises
    kept: bool = False
    group: str = "site"


@lru_cache(maxsize=1)
def _entries() -> dict[str, Any]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}


def kind_names() -> list[str]:
    """Every kind that can be declared, sorted."""
    return sorted(_entries())


@lru_cache(maxsize=None)
def kind(name: str) -> Kind:
    """The kind called ``name``; raises ``KeyError`` when there is none."""
    found: Kind = _entries()[name].load()
    return found


def kinds() -> list[Kind]:
    """All kinds (this imports every one of them)."""
    return [kind(name) for name in kind_names()]

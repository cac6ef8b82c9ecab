"""The registry of activity kinds: the lower floors know a kind only through what stands here.

A kind is a folder with an ``__init__.py`` that is pure: its options, what it assumes, its promises. Built-in kinds
are the folders of ``zweck.activities``; those of third parties come through the entry point group of that name and
cannot take the name of a built-in one. A kind is imported when a declaration names it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zweck.declaration.activity import Activity

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from zweck.declaration.model import Declaration
    from zweck.promises.model import Promise

GROUP = "zweck.activities"
"""The package of the built-in kinds, and the entry point group of all others."""

_FOLDER = Path(__file__).parents[1] / "activities"


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


@cache
def _built_in() -> frozenset[str]:
    return frozenset(file.parent.name for file in _FOLDER.glob("*/__init__.py"))


@cache
def _entries() -> dict[str, EntryPoint]:
    # Looking through every installed distribution is slow, and a declaration of built-in kinds never needs it.
    from importlib.metadata import entry_points

    return {entry.name: entry for entry in entry_points(group=GROUP)}


def kind_names() -> list[str]:
    """Every kind that can be declared, sorted."""
    return sorted({*_built_in(), *_entries()})


def has_kind(name: str) -> bool:
    """Whether there is a kind called ``name``."""
    return name in _built_in() or name in _entries()


@cache
def kind(name: str) -> Kind:
    """The kind called ``name``; raises ``KeyError`` when there is none."""
    built_in = name in _built_in()
    found: Kind = import_module(f"{GROUP}.{name}").KIND if built_in else _entries()[name].load()
    return found


def kinds() -> list[Kind]:
    """All kinds (this imports every one of them)."""
    return [kind(name) for name in kind_names()]

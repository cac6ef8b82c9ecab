"""From a declaration to its systems, and from a keeping promise to the system that keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from zweck.systems.logs import LogsSystem
from zweck.systems.sql import SqlSystem
from zweck.systems.store import StoreSystem

if TYPE_CHECKING:
    from zweck.config import Settings
    from zweck.declaration import Declaration
    from zweck.promises import Keeps
    from zweck.store import Store
    from zweck.systems.system import System

STORE, LOGS = "store", "logs"


def connect(declaration: Declaration, store: Store, settings: Settings | None = None) -> dict[str, System]:
    """The systems of a site by name: the store, databases with a mapping, and Zweck's own access log if declared.

    No database is opened before it is asked something.

    Declared systems that this version cannot reach are left out; their promises show as *outside*.
    """
    found: dict[str, System] = {STORE: StoreSystem(store, declaration)}
    for name, use in declaration.systems.items():
        if use.tables:
            found[name] = SqlSystem(name, declaration, store)
    if declaration.of_kind("server_logs"):
        found[LOGS] = LogsSystem(store, declaration, (settings or store.settings).data)
    return found


def system_of(promise: Keeps, declaration: Declaration, systems: Mapping[str, System]) -> System | None:
    """The system that a keeping promise is about; ``None`` when it is not connected."""
    activity = declaration.activities.get(promise.activity)
    if promise.system == STORE and activity is not None and activity.kind == "server_logs":
        return systems.get(LOGS)
    return systems.get(promise.system)


def systems_of(promise: Keeps, declaration: Declaration, systems: Mapping[str, System]) -> list[System]:
    """Every connected system that a keeping promise is about: its own first, then databases mapped under its rule."""
    own = system_of(promise, declaration, systems)
    mapped = [s for s in systems.values() if isinstance(s, SqlSystem) and s.covers(promise.activity) and s is not own]
    return [*([own] if own else []), *mapped]

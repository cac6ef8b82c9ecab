"""A store on SQLite and on PostgreSQL: what takes ``store`` runs on both."""

from __future__ import annotations

from tests.stores import any_store as store
from tests.stores import clock, settings, sqlite_store

__all__ = ["clock", "settings", "sqlite_store", "store"]

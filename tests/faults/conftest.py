"""Faults are tried on SQLite: there the durability is ours, on PostgreSQL it is the server's."""

from __future__ import annotations

from tests.stores import clock, settings, sqlite_store

__all__ = ["clock", "settings", "sqlite_store"]

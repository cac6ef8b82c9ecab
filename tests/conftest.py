"""Fixtures that every area may use."""

from __future__ import annotations

from tests.servers import mariadb_url, postgres_url

__all__ = ["mariadb_url", "postgres_url"]

"""Fixtures that every area may use."""

from __future__ import annotations

from tests.servers import postgres_url

__all__ = ["postgres_url"]

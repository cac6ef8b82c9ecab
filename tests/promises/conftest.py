"""Fixtures of the scenarios: worlds in folders of their own, and passwords that cost little to check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.promises.world import World

Begin = Callable[..., World]


@pytest.fixture
def begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Begin]:
    """``begin(activities, at, …)`` starts a world; several may run in one scenario."""
    from argon2 import PasswordHasher

    from zweck.store import people

    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)  # the cost of guessing is not the matter here
    people._decoy.cache_clear()
    monkeypatch.setattr(people, "hasher", lambda: cheap)
    made: list[World] = []

    def start(body: str, at: str, **more: Any) -> World:
        made.append(World(tmp_path / f"world-{len(made)}", body, at, **more))
        return made[-1]

    yield start
    for world in made:
        world.close()

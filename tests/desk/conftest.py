"""The office that the desk's tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.office import Office, make_office


@pytest.fixture
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id with little memory: the cost of guessing is not what these tests are about."""
    from argon2 import PasswordHasher

    from zweck.store import people

    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    people._decoy.cache_clear()
    monkeypatch.setattr(people, "hasher", lambda: cheap)


@pytest.fixture
def office(tmp_path: Path, cheap_passwords: None) -> Iterator[Office]:
    made = make_office(tmp_path)
    yield made
    made.world.store.close()

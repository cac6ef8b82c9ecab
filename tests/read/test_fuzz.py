"""Mutated notices are read or refused with a clear message, and never stall: a small seeded share of the campaign."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from bench.fuzz import mutated, trial

from zweck.read import read_notice

NOTICES = [p.read_text("utf-8") for p in sorted((Path(__file__).parent / "notices").iterdir())]


@pytest.mark.parametrize("part", range(10))
def test_mutated_notices_neither_fall_nor_stall(part: int) -> None:
    read_notice(NOTICES[0])
    outcomes = set()
    for i in range(part * 20, part * 20 + 20):
        data = mutated(random.Random(f"test:{i}"), NOTICES)
        outcome = trial(data, "fuzz" + (".html", ".md", ".txt")[i % 3])
        assert outcome in ("read", "refused"), f"test:{i}: {outcome}"
        outcomes.add(outcome)
    assert "read" in outcomes

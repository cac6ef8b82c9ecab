"""A small, seeded campaign of random damage: findings or errors with places, never a traceback, never late."""

from __future__ import annotations

import random
import time
from itertools import islice

import pytest

from tests.check.mutating import SLOWEST, bomb, campaign, findings, huge, judge, samples
from tests.rules.overlay import HERE

SAMPLES = samples(12)


@pytest.mark.parametrize("seed", range(3))
def test_damage_is_answered_with_a_place_and_in_time(seed: int) -> None:
    readable = 0
    for text, _, chance in islice(campaign(seed, SAMPLES), 80):
        seconds, found = judge(text, chance)
        readable += not any(each.rule == "yaml" for each in found)
        assert seconds < SLOWEST
    assert readable > 10, "a campaign that only breaks YAML shows little"


def test_a_bomb_of_aliases_is_refused_at_its_place() -> None:
    started = time.process_time()
    found = findings((HERE / "base.yaml").read_text("utf-8") + bomb() + "\n", random.Random(2))
    assert [each.rule for each in found] == ["yaml"]
    assert found[0].at.line
    assert time.process_time() - started < SLOWEST


@pytest.mark.parametrize("key", ["name", "url", "languages", "last_changed"])
def test_huge_values_are_answered_in_time(key: str) -> None:
    chance = random.Random(11)
    text = (HERE / "base.yaml").read_text("utf-8")
    for _ in range(12):
        seconds, _ = judge(text.replace("  name: Nordlicht\n", f"  name: N\n  {key}: {huge(chance)}\n", 1), chance)
        assert seconds < SLOWEST

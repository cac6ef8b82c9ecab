"""No pattern of the reader takes more than a moment, however hostile the text: no backtracking that explodes.

Every compiled pattern of the reading floors is held against runs of what it is made of, at two lengths; a pattern whose
time explodes stops at the alarm. The bound is generous: it tells apart powers, not microseconds.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Iterator
from types import FrameType

import pytest

import zweck.catalog
import zweck.law.names
import zweck.read
from zweck.words import Table, Words, stems_of

LENGTH = 2000
ALLOWED = 1.0
RUNS = (
    "a",
    "A",
    "1",
    " ",
    ".",
    ",",
    "-",
    "_",
    "|",
    "(",
    "a ",
    "A ",
    "Aa ",
    "1 ",
    "a.",
    "a,",
    "und ",
    "Art. 6 ",
    "lit. a, ",
    "GmbH ",
    "x@y.z ",
    "GA",
    "§ 1 ",
)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    modules = [zweck.law.names]
    for package in (zweck.read, zweck.catalog):
        for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if not info.name.endswith("derive"):
                modules.append(importlib.import_module(info.name))
    for module in modules:
        for name, value in vars(module).items():
            for i, pattern in enumerate(_inside(value)):
                yield f"{module.__name__}.{name}[{i}]", pattern


def _inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, Words):
        yield value.pattern
    elif isinstance(value, Table):
        yield from (words.pattern for _, words in value._rows)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _inside(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _inside(inner)


ALL = {pattern.pattern: (name, pattern) for name, pattern in patterns()}


def test_there_are_patterns_to_hold() -> None:
    assert len(ALL) > 300


@pytest.mark.parametrize("part", range(8))
def test_no_pattern_explodes(part: int) -> None:
    slow = []
    for name, pattern in list(ALL.values())[part::8]:
        stems = stems_of(pattern.pattern.replace("(?i)", ""))[:6]
        for unit in (*RUNS, *(s + " " for s in stems), *(s + ", a " for s in stems)):
            text = (unit * LENGTH)[:LENGTH] + "!"
            if (took := _seconds(pattern, text)) > ALLOWED:
                slow.append(f"{name} on {unit!r}: {took:.2f} s")
    assert not slow, "\n".join(slow)


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, 10 * ALLOWED)
    begin = time.process_time()
    try:
        for _ in pattern.finditer(text):
            pass
    except TimeoutError:
        return 10 * ALLOWED
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return time.process_time() - begin

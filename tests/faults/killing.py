"""Killing a process where it hurts: a forked child counts its statements and file syncs and dies at the N-th.

Nothing of this is in the product: the counters hang on SQLAlchemy's own events and on ``os.fsync``.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import sqlalchemy as sa
from sqlalchemy.engine import Engine

Step = Callable[[Callable[[str], None]], None]


def run_killed(step: Step, at: int) -> tuple[bool, list[str], int]:
    """Run ``step(acknowledge)`` in a child that is killed (-9) at its ``at``-th point; 0 lets it live.

    Gives whether it was killed, what it had acknowledged before, and how many points it passed.
    """
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        _live_and_die(step, at, write)
    os.close(write)
    with os.fdopen(read) as answers:
        lines = answers.read().splitlines()
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    assert killed or os.WEXITSTATUS(status) == 0, lines
    points = [int(line.removeprefix("points ")) for line in lines if line.startswith("points ")]
    return killed, [line.removeprefix("ack ") for line in lines if line.startswith("ack ")], points[0] if points else 0


def _live_and_die(step: Step, at: int, write: int) -> None:
    passed = 0

    def point(*_: object) -> None:
        nonlocal passed
        passed += 1
        if passed == at:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
        sa.event.listen(Engine, name, point)
    sync = os.fsync

    def counted_sync(handle: int) -> None:
        point()
        sync(handle)
        point()

    os.fsync = counted_sync  # type: ignore[assignment]
    try:
        step(lambda word: os.write(write, f"ack {word}\n".encode()) and None)
        os.write(write, f"points {passed}\n".encode())
    except BaseException as error:
        os.write(write, f"failed {type(error).__name__}: {error}\n".encode())
        os._exit(1)
    os._exit(0)

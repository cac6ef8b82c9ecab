"""How long a command takes from nothing: whole processes, bytecode cached, median of 7 after one warm-up.

Beside it stand the limits: an empty interpreter, and one that only imports click or pydantic.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 7


def median_seconds(command: list[str]) -> tuple[float, float]:
    """Wall and CPU seconds of a whole process, medians."""
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    wall, cpu = [], []
    for run in range(RUNS + 1):
        before, started = os.times(), time.perf_counter()
        subprocess.run(command, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL, check=False)
        after = os.times()
        if run:
            wall.append(time.perf_counter() - started)
            cpu.append(after.children_user - before.children_user + after.children_system - before.children_system)
    return statistics.median(wall), statistics.median(cpu)


def main() -> None:
    zweck = str(Path(sys.executable).with_name("zweck"))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([zweck, "init", f"{folder}/site"], check=True, stdout=subprocess.DEVNULL)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "python -c 'import click'": [sys.executable, "-c", "import click"],
            "python -c 'import pydantic'": [sys.executable, "-c", "from pydantic import BaseModel"],
            "zweck --version": [zweck, "--version"],
            "zweck check (a new site)": [zweck, "check", f"{folder}/site"],
            "zweck check (largest example)": [zweck, "check", "examples/parts-marketplace"],
        }
        base = 0.0
        for name, command in commands.items():
            wall, cpu = median_seconds(command)
            base = base or cpu
            print(f"{name:32} wall {wall:6.3f} s   cpu {cpu:6.3f} s   {cpu / base:5.1f} x empty interpreter")


if __name__ == "__main__":
    main()

"""How long an audit takes: four states and 5 pages of the test site with its planted facts, served on this machine.

Whole runs of ``audit()`` in a process that has its imports, Chromium's start included; median of 3. CPU seconds are of
the process and all its children (Chromium, the driver), the server of the test site counted in.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

from tests.audit.planted_site import DECLARATION, FLAGS, GONE, planted

from zweck.audit import audit
from zweck.declaration import loads

RUNS = 3


def main() -> None:
    declaration = loads(DECLARATION + GONE)
    wall, cpu = [], []
    with tempfile.TemporaryDirectory() as folder, planted(Path(folder)) as site:
        for _ in range(RUNS):
            before, started = os.times(), time.perf_counter()
            report = audit(site.url, declaration, flags=FLAGS, pages=5)
            after = os.times()
            wall.append(time.perf_counter() - started)
            cpu.append(sum(after[:4]) - sum(before[:4]))
    load = os.getloadavg()[0]
    print(
        f"wall {statistics.median(wall):5.1f} s (best {min(wall):.1f})   cpu {statistics.median(cpu):5.1f} s", end="   "
    )
    print(f"{len(report.findings)} findings, {len(report.states[0].pages)} pages   load average {load:.1f}")


if __name__ == "__main__":
    main()

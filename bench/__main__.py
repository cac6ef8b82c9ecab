"""``python -m bench [NAME …]``: runs the benches, each in a process of its own, and prints their figures."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    here = Path(__file__).parent
    known = sorted(p.stem for p in here.glob("*.py") if not p.stem.startswith("_"))
    failed = 0
    for name in sys.argv[1:] or known:
        print(f"## {name}", flush=True)
        failed |= subprocess.run([sys.executable, "-m", f"bench.{name}"], cwd=here.parent, check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())

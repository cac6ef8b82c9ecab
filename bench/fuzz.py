"""Whether any input makes the reader fall or stall: mutated notices, as many as wanted.

    python -m bench.fuzz [COUNT] [--seed N] [--folder NOTICES]

Pieces of the notices in `tests/read/notices` (or another folder) are cut, doubled, glued, shuffled, and sown with
what parsers trip over: unclosed and nested tags, table bars, bullets, numbers, quotes, control letters, broken UTF-8,
long runs of one letter, German and English phrases of law. An input passes if it is read or refused with a clear
message (`UnreadableError`) within two seconds of processor time; anything else is printed with the seed that makes it again.
"""

# ruff: noqa: E501  (the table of seeds reads better unbroken)

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
import traceback
from pathlib import Path
from types import FrameType

from zweck.errors import UnreadableError
from zweck.read import read_notice

LIMIT = 2.0
MANY = 20
NOTICES = Path(__file__).parents[1] / "tests" / "read" / "notices"
SEEDS = (
    "<div>", "</div>", "<table><tr><td>", "<details><summary>", "<!--", "]]>", "<script>", "&nbsp;&shy;", "| a | b |\n", "|---|---|\n",
    "\n\n", "\n", "\r", "\t", "\x00", "\x0c", "\ufeff", "\u200b", "\u00ad", "\u202e", "• ", "1.2.3.4.5 ", "§ ", "§§ 1, 2, 3 ", "Art. 6 Abs. 1 lit. ",
    "a, b, c, d, e und f ", "(a) (b) (c) ", "DSGVO ", "GDPR ", "6 Monate nach ", "zwei bis drei Jahre ", "until until until ", "[email protected] ",
    "x@y.z ", "a@", "https://", "www.a.b.c.d.e/", "GmbH & Co. KG ", "Google Analytics ", "_ga", "_ga_*", "Cookie: ", "nicht ", "keine ", "not ",
    "Verantwortlicher ist ", "controller is ", "Rechtsgrundlage: ", "ÄÖÜß", "日本語", "🎈", "'", '"', "„", "“", "%s", "{{", "}}", "\\", "(", ")" * 40,
    "(" * 40, "a" * 400, "A " * 200, "- " * 200, "1 " * 200, "., " * 200, "und " * 100, "/ " * 100, "e. V. " * 60,
)  # fmt: skip


class StalledError(Exception):
    """An input took longer than it may."""


def mutated(rng: random.Random, notices: list[str]) -> bytes:
    """One input: a few pieces of notices, each changed in a few places."""
    parts = []
    for _ in range(rng.randint(1, 4)):
        text = rng.choice(notices)
        start = rng.randrange(max(1, len(text)))
        parts.append(text[start : start + rng.choice((40, 200, 600, 1500))])
    text = rng.choice(("\n", " ", "", "\n\n")).join(parts)
    for _ in range(rng.randint(1, 8)):
        at, act = rng.randrange(len(text) + 1), rng.randrange(6)
        if act == 0:
            text = text[:at] + text[at + rng.randrange(30) :]
        elif act == 1:
            text = text[:at] + rng.choice(SEEDS) * rng.choice((1, 1, 1, 3, 30)) + text[at:]
        elif act == 2:
            text = text[:at] + text[max(0, at - rng.randrange(200)) : at] * rng.choice((1, 2, 5)) + text[at:]
        elif act == 3:
            text = text[:at] + text[at:].swapcase()
        elif act == 4:
            text = text.replace(rng.choice(" \n.,"), rng.choice(("", " ", "\n", "|")), rng.randint(1, 50))
        else:
            text = (
                text[:at] + chr(rng.choice((0, 9, 13, 34, 60, 124, 160, 173, 8203, 8232, 65279, 55296 - 1))) + text[at:]
            )
    data = text.encode(rng.choice(("utf-8", "utf-8", "utf-8", "cp1252", "utf-16")), "replace")
    if rng.random() < 0.1 and data:
        at = rng.randrange(len(data))
        data = data[:at] + rng.randbytes(rng.randint(1, 6)) + data[at:]
    return data


def _stall(_number: int, _frame: FrameType | None) -> None:
    raise StalledError


def trial(data: bytes, name: str) -> str:
    """``read``, ``refused``, ``stalled``, or the traceback of what should not have happened."""
    before = signal.signal(signal.SIGPROF, _stall)
    begin = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, LIMIT * 3)
    try:
        read_notice(data, name)
        outcome = "read"
    except UnreadableError:
        outcome = "refused"
    except StalledError:
        return "stalled"
    except Exception:
        return "".join(traceback.format_exc().splitlines(keepends=True)[-5:])
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return outcome if time.process_time() - begin < LIMIT else "stalled"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("count", type=int, nargs="?", default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--folder", type=Path, default=NOTICES)
    chosen = options.parse_args()
    notices = [
        p.read_text("utf-8", "replace")
        for p in sorted(chosen.folder.rglob("*"))
        if p.suffix in (".txt", ".md", ".html")
    ]

    read_notice(notices[0])  # what is loaded once is no input's time
    counts: dict[str, int] = {}
    longest, begin = (0.0, 0), time.perf_counter()
    for i in range(chosen.count):
        data = mutated(random.Random(f"{chosen.seed}:{i}"), notices)
        started = time.process_time()
        outcome = trial(data, "fuzz" + (".html", ".md", ".txt")[i % 3])
        longest = max(longest, (time.process_time() - started, i))
        if outcome not in ("read", "refused"):
            print(f"seed {chosen.seed}:{i} ({len(data)} bytes): {outcome}", flush=True)
            outcome = "failed"
            if counts.get("failed", 0) == MANY:
                print("enough; mend these first")
                break
        counts[outcome] = counts.get(outcome, 0) + 1
    took = time.perf_counter() - begin
    print(f"{sum(counts.values())} inputs in {took:.0f} s: {counts}; longest {longest[0]:.3f} s (input {longest[1]})")
    return 1 if counts.get("failed") else 0


if __name__ == "__main__":
    sys.exit(main())

"""How fast, how small and how plain what ``zweck write`` makes is, over all five examples.

Method. Time: whole processes of ``zweck write`` with all formats but PDF into an empty folder, bytecode cached, one
warm-up, median of 5 (``--runs N``); CPU seconds are user plus system of the child, wall includes the disk. Beside it
stands a fixed loop of 3 million additions, so that figures of two machines, or of a busy one, can be compared. PDF is
measured alone, in this process. Size: the largest HTML page that is published, uncompressed. Plainness: words per
sentence over notice, imprint and cookie page; headings, table cells that are no sentences, and what stands in
brackets do not count, and a colon or semicolon ends no sentence.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*/zweck.yaml"))
ON = date(2026, 11, 22)
PUBLISHED = ("notice", "activities", "services", "imprint", "cookies")
GOALS = {"de": 15, "en": 17}
_ABBREVIATED = re.compile(r"\b(Art|Abs|Nr|Buchst|no|Inc|Ltd|bzw)\.|\([^)]*\)")


def sentences(text: str) -> Iterator[str]:
    """Whole sentences of more than two words."""
    for part in re.split(r"(?<=[.!?])\s+", _ABBREVIATED.sub("", text.replace("\u00a0", " "))):
        if part.strip().endswith((".", "!", "?")) and len(part.split()) > 2:
            yield part.strip()


def plainness(language: str) -> tuple[float, float, int]:
    """Mean words a sentence over all examples, the share of sentences above 25 words, and how many there are."""
    from zweck.declaration import load
    from zweck.write import compose
    from zweck.write.document import paragraphs

    lengths = [
        len(sentence.split())
        for path in EXAMPLES
        for declaration in [load(path, environ={})]
        for kind in ("notice", "imprint", "cookies")
        for paragraph in paragraphs(compose(kind, declaration, language, ON))  # type: ignore[arg-type]
        for sentence in sentences(paragraph.text)
    ]
    return statistics.mean(lengths), sum(length > 25 for length in lengths) / len(lengths), len(lengths)


def process_seconds(site: Path, runs: int) -> tuple[float, float]:
    """Wall and CPU seconds of ``zweck write`` into an empty folder, medians."""
    zweck = str(Path(sys.executable).with_name("zweck"))
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    wall, cpu = [], []
    for run in range(runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            before, started = os.times(), time.perf_counter()
            command = [zweck, "write", str(site), "-o", folder, "--draft", "--now", ON.isoformat()]
            subprocess.run(command, env=environ, capture_output=True, check=True)
            after = os.times()
            if run:
                wall.append(time.perf_counter() - started)
                cpu.append(after.children_user - before.children_user + after.children_system - before.children_system)
    return statistics.median(wall), statistics.median(cpu)


def loop_seconds() -> float:
    """CPU seconds of the fixed loop."""
    started, total = time.process_time(), 0
    for number in range(3_000_000):
        total += number
    return time.process_time() - started


def largest_page(site: Path) -> tuple[int, str]:
    """Bytes and name of the largest published page."""
    from zweck.declaration import load
    from zweck.write import write

    with tempfile.TemporaryDirectory() as folder:
        pages = write(load(site, environ={}), Path(folder), ("html",), on=ON)
        return max(
            (p.stat().st_size, p.name) for p in pages if p.suffix == ".html" and p.name.split(".")[0] in PUBLISHED
        )


def pdf_seconds(site: Path) -> float:
    """CPU seconds of the notice in the reference language as PDF/UA."""
    from zweck.declaration import load
    from zweck.write import compose
    from zweck.write.pdf import to_pdf

    document = compose("notice", load(site, environ={}), "de", ON)
    to_pdf(document)
    started = time.process_time()
    to_pdf(document)
    return time.process_time() - started


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    largest = max(EXAMPLES, key=lambda path: path.stat().st_size).parent
    largest = next((p.parent for p in EXAMPLES if p.parent.name == "parts-marketplace"), largest)
    loops = [loop_seconds() for _ in range(5)]
    wall, cpu = process_seconds(largest, runs)
    print(f"fixed loop, 3 million additions         cpu {statistics.median(loops):6.3f} s")
    print(f"zweck write {largest.name}, all but PDF: wall {wall:6.3f} s   cpu {cpu:6.3f} s   goal < 2 s")
    print(f"its notice as PDF/UA                    cpu {pdf_seconds(largest):6.3f} s")
    for path in EXAMPLES:
        size, name = largest_page(path.parent)
        print(f"{path.parent.name:24} largest page {size:6,} bytes ({name})   goal < 60,000")
    for language, goal in GOALS.items():
        mean, long, count = plainness(language)
        print(f"{language}: {mean:5.2f} words a sentence, {long:6.2%} above 25, of {count:,}   goal <= {goal}")


if __name__ == "__main__":
    main()

"""What the catalogue costs: a host beside a plain dictionary look-up, a cookie, the names in a text, and the loading.

The text is made here from invented sentences, so that anyone can measure it again; with folders or files as arguments
(``python -m bench.catalog notices/``) their text is measured instead. Best of 7, CPU time of one process.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from zweck import catalog

ROUNDS = 7
HOSTS = ("fonts.gstatic.com", "px.ads.linkedin.com", "a.b.cdn.example.org", "www.youtube-nocookie.com", "shop.example")
COOKIES = (
    ("_ga_ABC123", None),
    ("_hjSession_12", "hotjar.com"),
    ("sid", "example.org"),
    ("uc_settings", "Usercentrics"),
)
SENTENCES = (
    "Wir setzen {} ein, um die Nutzung unserer Seiten zu verstehen und sie zu verbessern.",
    "Die Verarbeitung beruht auf Ihrer Einwilligung; Sie können sie jederzeit für die Zukunft widerrufen.",
    "When you submit the form we store your name, your address and your message for six months.",
    "Empfänger sind außerdem {} und die Stellen, die wir nach dem Gesetz unterrichten müssen.",
    "Der Server hält die Adresse Ihres Geräts sieben Tage fest, danach wird sie gelöscht.",
    "We use the {}-Plugin; it is loaded only after your consent, and nothing is sent before.",
)


def best(run: Callable[[], object]) -> float:
    """Least CPU seconds of the rounds."""
    spent = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        run()
        spent.append(time.process_time() - begin)
    return min(spent)


def invented() -> list[str]:
    made, names = random.Random(1), [s.name for s in catalog.services()]
    return [made.choice(SENTENCES).format(made.choice(names)) for _ in range(10_000)]


def lines_of(paths: list[str]) -> list[str]:
    files = [f for p in map(Path, paths) for f in (sorted(p.glob("**/*.txt")) if p.is_dir() else [p])]
    return [line for f in files for line in f.read_text("utf-8", errors="replace").split("\n")]


def main() -> None:
    lines = lines_of(sys.argv[1:]) or invented()
    catalog.by_host("x"), catalog.by_cookie("x"), catalog.mentions("x")
    plain, times = {h: catalog.by_host(h) for h in HOSTS}, 20_000
    each = times * len(HOSTS)
    dict_cost = best(lambda: [plain.get(h) for _ in range(times) for h in HOSTS]) / each
    host_cost = best(lambda: [catalog.by_host(h) for _ in range(times) for h in HOSTS]) / each
    cookie_cost = (
        best(lambda: [catalog.by_cookie(n, s) for _ in range(2_000) for n, s in COOKIES]) / 2_000 / len(COOKIES)
    )
    text_cost = best(lambda: [catalog.mentions(line) for line in lines])
    size = sum(len(line.encode()) for line in lines) / 1e6
    found = sum(len(catalog.mentions(line)) for line in lines)
    print(f"services {len(catalog.services())}, cookies {sum(len(s.cookies) for s in catalog.services())}")
    print(f"plain dictionary   {dict_cost * 1e6:6.2f} µs a host")
    print(f"by_host            {host_cost * 1e6:6.2f} µs a host")
    print(f"by_cookie          {cookie_cost * 1e6:6.2f} µs a cookie")
    print(f"mentions           {size / text_cost:6.1f} MB of text a second ({size:.2f} MB, {found} names)")
    for what, code in {
        "import zweck.catalog": "import zweck.catalog",
        "the first host": "from zweck import catalog; catalog.by_host('a.example')",
        "the first text": "from zweck import catalog; catalog.mentions('a')",
    }.items():
        print(f"{what:24} {fresh(code) * 1e3:6.0f} ms in a new process")


def fresh(code: str) -> float:
    """Seconds of ``code`` in a new process, without the start of the interpreter."""
    timed = f"import time; t=time.process_time(); {code}; print(time.process_time()-t)"
    runs = [subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True) for _ in range(3)]
    return min(float(r.stdout) for r in runs)


if __name__ == "__main__":
    main()

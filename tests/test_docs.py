"""The documentation says what the program does: generated pages are current, settings and words are all there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tools import generate

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("name", sorted(generate.PAGES))
def test_generated_pages_are_current(name):
    # a process of its own: click remembers help options of commands that other tests have called
    code = f"import sys; from tools import generate; sys.stdout.write(generate.PAGES[{name!r}]())"
    environ = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    made = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environ, capture_output=True, check=True)
    assert (generate.REFERENCE / name).read_bytes() == made.stdout, "run `make docs`"


def test_every_setting_is_documented():
    used = set(re.findall(r"ZWECK_[A-Z_]+", "".join(p.read_text("utf-8") for p in (ROOT / "src").rglob("*.py"))))
    documented = set(re.findall(r"`(ZWECK_[A-Z_]+)`", (ROOT / "docs/reference/settings.md").read_text("utf-8")))
    assert used
    assert used == documented


def test_links_inside_the_documentation_resolve():
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_nothing_names_the_workshop():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    hidden = re.compile("/wo" + "rk/|\\.lib" + "rary/")
    found = []
    for name in tracked:
        path = ROOT / name
        if path.suffix in (".py", ".md", ".toml", ".yaml", ".ftl", ".html", ".js", ".css", ".sh") and path.is_file():
            found += [name for line in path.read_text("utf-8").splitlines() if hidden.search(line)]
    assert found == []

"""``--fix``: removes its findings, brings none, keeps every comment, and changes nothing the second time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tests.check.test_variants import VARIANTS
from tests.check.test_verb import run
from tests.rules.overlay import HERE, ON, merged_text, overlaid, rule_folders, text_of
from zweck.check import check
from zweck.check.fix import Fixed, fix
from zweck.check.mend import _MENDS
from zweck.check.run import problems
from zweck.declaration import Declaration, loads

MENDED = {rule for rule, _ in _MENDS}
SHOWN = [folder for folder in rule_folders() if folder.name in MENDED and not (folder / "before.yaml").exists()]
NEEDS_MORE = {"ANA-exempt-de", "GDPR-05-1c-minimise", "TDDDG-25-2-1", "CONS-embed-two-click", "CONS-tagmanager"}
"""Their bad example breaks a message that has several ways out, or another rule as well; ``variants`` show the mend."""


def commented(text: str) -> str:
    """A comment behind every third line and one before every fifth, so that a lost one is seen."""
    lines = [f"{line}  # c{number}" if number % 3 == 0 else line for number, line in enumerate(text.splitlines())]
    return "\n".join(f"# d{n}\n{line}" if n % 5 == 0 else line for n, line in enumerate(lines)) + "\n"


def changed(fixed: Fixed) -> tuple[int, int]:
    """Lines taken out and lines put in; a line that changes is both."""
    lines = [line[:3] for line in fixed.diff.splitlines()]
    return (
        sum(line.startswith("-") and line != "---" for line in lines),
        sum(line.startswith("+") and line != "+++" for line in lines),
    )


def keys(declaration: Declaration) -> Counter[Any]:
    return Counter((rule, problem.variant, problem.at) for rule, problem in problems(declaration, ON))


def holds(text: str) -> Fixed:
    declaration = loads(text, environ={})
    fixed = fix(declaration, ON, environ={})
    after = loads(fixed.text, environ={})
    assert keys(after) <= keys(declaration)
    assert bool(fixed.mended) == bool(fixed.diff) == (fixed.text != text)
    assert fix(after, ON, environ={}).mended == ()
    removed, added = changed(fixed)
    assert max(removed, added) <= 4 * len(fixed.mended)
    return fixed


@pytest.mark.parametrize("folder", [*SHOWN, *(f for f in rule_folders()[::4] if f not in SHOWN)], ids=lambda f: f.name)
def test_a_bad_example_never_gets_worse(folder: Path) -> None:
    holds(text_of(folder / "bad.yaml"))


@pytest.mark.parametrize("folder", [f for f in SHOWN if f.name not in NEEDS_MORE], ids=lambda f: f.name)
def test_what_has_one_way_out_is_mended(folder: Path) -> None:
    fixed = holds(text_of(folder / "bad.yaml"))
    assert folder.name in {found.rule for found in fixed.mended}


@pytest.mark.parametrize("key", [k for k in VARIANTS if any(k in (rule, f"{rule}-{v}") for rule, v in _MENDS)])
def test_variants_never_get_worse(key: str) -> None:
    holds(overlaid(VARIANTS[key]["overlay"]))


def test_every_mend_is_shown_to_mend_something() -> None:
    texts = [text_of(folder / "bad.yaml") for folder in SHOWN] + [overlaid(v["overlay"]) for v in VARIANTS.values()]
    seen = set()
    for text in texts:
        declaration = loads(text, environ={})
        mended = fix(declaration, ON, environ={}).mended
        done = Counter((found.rule, found.at) for found in mended)
        for rule, problem in problems(declaration, ON):
            if any(rule == name for name, _ in done):
                seen.add((rule, problem.variant))
    extra = YAML().load((Path(__file__).parent / "mends.yaml").read_text("utf-8"))
    for name, overlay in extra.items():
        rule, _, variant = name.partition(" ")
        fixed = fix(loads(overlaid(overlay), environ={}), ON, environ={})
        assert rule in {found.rule for found in fixed.mended}, name
        seen.add((rule, variant))
    assert set(_MENDS) - seen == set()


@settings(max_examples=12, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from([folder / "bad.yaml" for folder in SHOWN]), min_size=2, max_size=6, unique=True))
def test_faults_together_are_mended_and_no_comment_is_lost(overlays: list[Path]) -> None:
    text = commented(merged_text(overlays))
    fixed = holds(text)
    lost = {word for line in set(text.splitlines()) - set(fixed.text.splitlines()) for word in line.split("# ")[1:]}
    assert not [line for line in text.splitlines() if line.startswith("# d") and line not in fixed.text.splitlines()]
    removed, added = changed(fixed)
    assert len([word for word in lost if f"# {word}" not in fixed.text]) <= max(0, removed - added)


def test_what_is_accepted_is_left_alone() -> None:
    text = text_of(HERE / "UWG-unsub" / "bad.yaml") + "accepted: {UWG-unsub: der Brief läuft von selbst aus}\n"
    assert fix(loads(text, environ={}), ON, environ={}).mended == ()


def test_what_has_two_ways_out_is_left_alone() -> None:
    for name in ("GDPR-28-3-contract", "SHOP-312k", "RET-contact-short", "LOG-server", "XFER-eea", "GDPR-09-special"):
        assert holds(text_of(HERE / name / "bad.yaml")).mended == (), name


def test_the_verb_writes_and_shows_the_diff(tmp_path: Path) -> None:
    text = text_of(HERE / "UWG-unsub" / "bad.yaml").replace("\n", "\r\n")
    shown = run(tmp_path, text, "--diff")
    assert "+    keep: until unsubscribed" in shown.stdout
    assert (tmp_path / "zweck.yaml").read_bytes() == text.encode()
    assert shown.exit_code == 1
    done = run(tmp_path, text, "--fix")
    assert "+    keep: until unsubscribed" in done.stdout
    assert done.exit_code == 0
    assert (tmp_path / "zweck.yaml").read_bytes() == text.replace(
        "keep: 2 years after confirmed", "keep: until unsubscribed"
    ).encode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["zweck.yaml"]


def test_json_stays_json(tmp_path: Path) -> None:
    done = run(tmp_path, text_of(HERE / "UWG-unsub" / "bad.yaml"), "--fix", "--format", "json")
    assert done.stdout.startswith("{")
    assert "until unsubscribed" in done.stderr


@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_to_mend_is_said(tmp_path: Path, language: str) -> None:
    done = run(tmp_path, (HERE / "base.yaml").read_text("utf-8"), "--fix", "-l", language)
    assert done.exit_code == 0
    assert check(loads((tmp_path / "zweck.yaml").read_text("utf-8")), ON) == []

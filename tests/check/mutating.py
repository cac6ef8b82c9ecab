"""Random damage to the text of a declaration: what people mistype, what tools mangle, what someone hostile writes.

``python -m tests.check.mutating SECONDS`` runs a campaign over all examples and rules and prints what it met; the suite
runs a small one. A declaration may load or not; it may never end in a traceback, without a place, or late.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.rules.overlay import HERE, ON, rule_folders, text_of
from zweck.check import check, show
from zweck.check.explained import explain
from zweck.check.fix import fix
from zweck.declaration import loads
from zweck.errors import DeclarationError, Finding

EXAMPLES = Path(__file__).parents[2] / "examples"
SLOWEST = 2.0
"""Seconds of computing that one declaration may take, whatever stands in it."""

_VALUES = (
    "null", "true", "-1", "0", "[]", "{}", '""', "' '", "2026-02-30", "9999-12-31", "unlimited", "6 months", "6(1)(f)",
    "6(1)(a)", "US", "SCC", "nothing", "until purpose_ended", "9999 years after collected", "${X}", "${X:-y}", "[[a]]",
    "{a: {b: c}}", "DPF", "session", "1e999", "0x10", "0o7", "!!python/object:os.system x", "!!set {a}",
    "99999999999999999999999999999999", "-.inf", "- a", "? a", "|", ">-", "&a x", "*a", "<<", "%", "@", "`", "a: b: c",
    "\"\\x00\"", "\"\\u202e\"", "'''", "\"", "[", "{", "]", "}", "#", "🙈", "\N{ZERO WIDTH SPACE}", "ＧＤＰＲ", "İ",
    "until first of (a, b, 6 months after c)", "until first of (", "at least 3 years after x", "on x at once",
)  # fmt: skip
_WORDS = (
    "accepted",
    "views",
    "law",
    "keep",
    "then",
    "basis",
    "for",
    "<<",
    "null",
    "0",
    "é",
    "x" * 200,
    "[a]",
    "a b",
    "",
)


def huge(chance: random.Random) -> str:
    """A value that is large, deep or refers to itself many times over."""
    size = chance.choice((100, 1000, 20_000))
    return chance.choice((
        "x" * size,
        "[" * min(size, 3000) + "]" * min(size, 3000),
        "{a: " * min(size, 3000) + "}" * min(size, 3000),
        "[" + "a, " * size + "]",
        "\n" + "".join(f"{'  ' * (n + 3)}a{n}:\n" for n in range(min(size, 300))),
        "6 " + "months " * size,
        "(" * size + ")" * size,
        "https://" + "a." * size + "example",
        "9" * size,
    ))  # fmt: skip


def bomb() -> str:
    """Aliases of aliases: nine words that would be a thousand million."""
    lines = ["bomb0: &b0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"bomb{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 10)}]" for n in range(1, 9)]
    return "\n".join(lines)


def damaged(text: str, chance: random.Random, times: int) -> str:
    """The text after ``times`` random edits."""
    lines = text.splitlines()
    for _ in range(times):
        at = chance.randrange(len(lines)) if lines else 0
        lines[at : at + 1] = _edited(lines, at, chance)
    return "\n".join(lines) + chance.choice(("\n", "", "\r\n", "\t", "\x00", "\ufeff", "...\n---\na: b\n"))


def _edited(lines: list[str], at: int, chance: random.Random) -> list[str]:
    line = lines[at] if lines else ""
    head, colon, value = line.partition(":")
    margin = line[: len(line) - len(line.lstrip())]
    act = chance.randrange(16)
    if act < 4 and colon:
        return [f"{head}: {chance.choice(_VALUES)}"]
    if act == 4 and colon:
        return [f"{head}: {huge(chance)}"]
    if act == 5 and colon:
        return [f"{margin}{chance.choice(_WORDS)}:{value}"]
    if act == 6:
        return [bomb(), line] if chance.random() < 0.2 else [f"{margin}k: &k {{a: b}}", f"{margin}l: *k", line]
    if act == 7:
        other = chance.choice(lines) if lines else ""
        return [other, line]
    if act == 8:
        return [line.replace("  ", "\t", 1)]
    if act == 9:
        return [chance.choice(("  ", "    ", "")) + line.lstrip()]
    if act == 10:
        return [line, line]
    if act in (11, 12):
        place = chance.randrange(len(line) + 1)
        return [line[:place] + chr(chance.choice((0, 7, 9, 0x85, 0xA0, 0x2028, 0xFFFE, 0x1F648, 0xE4, 34, 39, 58, 45)))
                + line[place + chance.randrange(2) :]]  # fmt: skip
    if act == 13 and colon:
        return [head + colon, f"{margin}  - {value.strip()}"]
    if act == 14 and colon:
        return [f"{head}: [{value.strip()}]"]
    return []


def findings(text: str, chance: random.Random) -> list[Finding]:
    """What the verb would say of the text; every way to look at a declaration is taken now and then."""
    try:
        declaration = loads(text, environ={})
    except DeclarationError as error:
        assert error.findings, "an error without a finding"
        return error.findings
    found = check(declaration, ON, "de")
    way = chance.randrange(40)
    if way == 0:
        explain(declaration, "de")
    elif way == 1:
        fix(declaration, ON, environ={})
    elif way == 2:
        check(declaration, ON, "en", loads((HERE / "base.yaml").read_text("utf-8"), environ={}))
    elif way == 3:
        show.render(found, {"zweck.yaml": text}, "sarif", "de")
    return found


def judge(text: str, chance: random.Random) -> tuple[float, list[Finding]]:
    """Seconds of computing, and findings; raises ``AssertionError`` for one without words or a place."""
    started = time.process_time()
    found = findings(text, chance)
    seconds = time.process_time() - started
    last = len(text.splitlines()) + 2
    for each in found:
        assert each.message
        assert each.at.file == "zweck.yaml"
        assert 0 <= each.at.line <= last
    show.render(found[:20], {"zweck.yaml": text}, "text", "de")
    return seconds, found


def samples(step: int = 1) -> list[str]:
    """All examples, the declaration without a fault, and the two of every rule (or of every ``step``th)."""
    texts = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*/zweck.yaml"))]
    texts.append((HERE / "base.yaml").read_text("utf-8"))
    return texts + [text_of(folder / name) for folder in rule_folders()[::step] for name in ("bad.yaml", "good.yaml")]


def campaign(seed: int, texts: list[str]) -> Iterator[tuple[str, int, random.Random]]:
    """Endless damaged texts, each with the number of edits in it."""
    chance = random.Random(seed)
    while True:
        times = chance.choice((1, 1, 1, 1, 2, 2, 3, 6, 12))
        yield damaged(chance.choice(texts), chance, times), times, chance


def main() -> None:
    limit, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    told: Counter[str] = Counter()
    slowest, edits, loaded = 0.0, 0, 0
    for text, times, chance in campaign(seed, samples()):
        if time.process_time() > limit:
            break
        try:
            seconds, found = judge(text, chance)
        except Exception as error:
            Path(f"damaged-{seed}-{edits}.yaml").write_text(text, "utf-8", "surrogatepass")
            told[f"FAULT {type(error).__name__}: {str(error)[:80]} (after {edits} edits)"] += 1
            continue
        edits += times
        told["documents"] += 1
        told["findings"] += len(found)
        loaded += not any(f.rule in ("yaml", "type") for f in found)
        if seconds > max(slowest, SLOWEST / 2):
            Path(f"slow-{seed}-{edits}.yaml").write_text(text, "utf-8", "surrogatepass")
        slowest = max(slowest, seconds)
    print(f"{edits} edits, {dict(told)}, {loaded} readable, slowest {slowest:.2f} s")


if __name__ == "__main__":
    main()

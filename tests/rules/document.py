"""The rule catalogue ``docs/reference/rules.md``, made from the rule base and from the two declarations of each rule.

``python -m tests.rules.document`` writes it; a test holds that it is current.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tests.rules.overlay import HERE, ON, before, text_of
from zweck.check import check
from zweck.check.overview import Entry, entries
from zweck.declaration import loads

TARGET = Path(__file__).parents[2] / "docs" / "reference" / "rules.md"

_HEAD = """\
# Rules

Made from the rule base and the tests by `python -m tests.rules.document`; do not edit by hand.

{all} rules. `zweck check` handles {checked}; {weighty} of these are errors or block. `zweck check --rules` prints
the list. A rule is set aside with a reason under `accepted:`, everywhere (`RULE: why`) or in one place
(`RULE@activities.contact: why`); the finding then stays visible as a note.

The examples are overlays on [one declaration without a fault](../../tests/rules/base.yaml): what they leave out stays,
`DELETE` takes a key out.
"""


def catalogue() -> str:
    """The whole page."""
    listed = entries("en")
    checked = [e for e in listed if "check" in e.handled_by]
    numbers = {"all": len(listed), "checked": len(checked), "weighty": sum(e.severity.fails for e in checked)}
    parts = [_HEAD.format(**numbers)]
    for family, members in groupby(listed, key=lambda e: e.id.partition("-")[0]):
        parts.append(f"## {family}\n")
        parts += ["\n".join(_rule(entry)) for entry in members]
    return "\n".join(parts).rstrip() + "\n"


def _rule(entry: Entry) -> Iterator[str]:
    yield f"### {entry.id}\n"
    yield f"{entry.requirement.rstrip('.')}. Severity: {entry.severity.value}."
    if entry.source:
        yield f"Provision: {entry.source}."
    verbs = dict.fromkeys(place.partition(".")[0] if ":" not in place else place for place in entry.handled_by)
    handled = ", ".join(f"`{place}`" for place in verbs)
    yield f"Handled by: {handled}.\n" if handled else f"Not handled: {entry.why_not}\n"
    folder = HERE / entry.id
    if (folder / "bad.yaml").exists():
        yield from _examples(folder)


def _examples(folder: Path) -> Iterator[str]:
    if (folder / "before.yaml").exists():
        yield f"Before:\n\n```yaml\n{_snippet(folder / 'before.yaml')}```\n"
    yield "Breaks it:\n"
    yield f"```yaml\n{_snippet(folder / 'bad.yaml')}```\n"
    found = check(loads(text_of(folder / "bad.yaml"), environ={}), ON, "en", before(folder))
    for finding in dict.fromkeys((f.severity.value, f.message, f.mend) for f in found if f.rule == folder.name):
        yield f"> {finding[0]}: {finding[1]} {finding[2]}\n"
    yield "Satisfies it:\n"
    yield f"```yaml\n{_snippet(folder / 'good.yaml')}```\n"


def _snippet(path: Path) -> str:
    return "".join(line for line in path.read_text("utf-8").splitlines(True) if not line.startswith("# "))


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(catalogue(), "utf-8")
    print(f"wrote {TARGET}")

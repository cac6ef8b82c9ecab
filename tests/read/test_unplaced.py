"""Every line with words is in a section that was understood, holds a value or a finding, or is listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from zweck.read import read_notice
from zweck.read.reading import understand

NOTICES = Path(__file__).parent / "notices"
TEXT = (NOTICES / "tierpraxis.txt").read_text("utf-8")
STRANGE = [
    "Vom Leben der Quallen im Gezeitenstrom",
    "Die Qualle schwebt seit Jahrtausenden zwischen Ebbe und Flut.",
    "Sie kennt kein Oben und kein Unten.",
]


@pytest.mark.parametrize("name", ["bikes.md", "goldschmiede.html", "tierpraxis.txt"])
def test_a_notice_that_is_understood_leaves_nothing(name: str):
    assert read_notice((NOTICES / name).read_bytes(), name).unplaced == []


@pytest.mark.parametrize("where", ["before", "behind"])
def test_strange_lines_are_listed_with_their_numbers(where: str):
    block = "\n\n".join(STRANGE)
    text = f"{block}\n\n{TEXT}" if where == "before" else f"{TEXT}\n\n{block}\n"
    found = read_notice(text, "n.txt").unplaced
    assert [text.split("\n")[n - 1] for n in found] == STRANGE


def test_every_line_is_accounted_for():
    """The rule of the contract, checked line by line against the report itself."""
    for path in sorted(NOTICES.iterdir()):
        notice = understand(path.read_bytes() + ("\n\n" + "\n\n".join(STRANGE)).encode(), path.name)
        read = notice.plain
        placed = {n for s in read.sections for n in range(s.lines[0], s.lines[1] + 1)}
        for number, line in enumerate(notice.text.lines, 1):
            if len(line.strip()) > 1 and number not in read.unplaced:
                assert number in placed, (path.name, number, line)


def test_a_value_places_its_paragraph_and_a_finding_its_words():
    text = TEXT + "\n\nVom Leben der Quallen\n\nDie Qualle ist, anders als der Hering, ganz und gar durchsichtig.\n"
    lines = text.split("\n")
    assert "Die Qualle" in lines[read_notice(text, "n.txt").unplaced[-1] - 1]
    known = text.replace("Hering", "TTDSG")
    assert read_notice(known, "n.txt").unplaced == []

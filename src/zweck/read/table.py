"""A table of a page as lines: one line a row, one place a column, also where cells are empty or span several.

Tables say most of what is said about cookies (Art. 13(1)(c) and (2)(a) GDPR per cookie), so a cell must not slip
into its neighbour's column. A table that only lays out a page is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_SPACE = re.compile(r"\s+")
_WIDEST = 60
"""Columns that are read; a wider table is no list of cookies."""
_LONGEST = 1_000
_LAYOUT = "td h1, td h2, td h3, td h4, td table, td section, td article, th table"
_MANY = 4
"""So many paragraphs in one cell are a text, not an entry."""


@dataclass
class Row:
    """The row that is being read: its cells by column."""

    cells: dict[int, str] = field(default_factory=dict)


@dataclass
class Table:
    """A table while it is read; ``held`` are the cells that reach down into the next rows: text and rows left."""

    row: Row | None = None
    cell: list[str] = field(default_factory=list)
    held: dict[int, tuple[str, int]] = field(default_factory=dict)
    span: tuple[int, int] | None = None

    def open(self, node: Any) -> None:
        """A cell begins."""
        self.close()
        marks = node.attributes
        self.span = _count(marks.get("colspan"), _WIDEST), _count(marks.get("rowspan"), _LONGEST)

    def close(self) -> None:
        """The cell that is open ends; its text takes the first free column."""
        text = _SPACE.sub(" ", "".join(self.cell)).strip()
        self.cell.clear()
        if self.row is None or self.span is None:
            return
        (wide, long), self.span = self.span, None
        column = self._free(self.row)
        if column >= _WIDEST:
            return
        for offset in range(min(wide, _WIDEST - column)):
            said = text if offset == 0 else ""
            self.row.cells[column + offset] = said
            if long > 1:
                self.held[column + offset] = (said, long - 1)

    def _free(self, row: Row) -> int:
        column = 0
        while column in row.cells or (column in self.held and column not in row.cells and self._take(row, column)):
            column += 1
        return column

    def _take(self, row: Row, column: int) -> bool:
        text, left = self.held.pop(column)
        row.cells[column] = text
        if left > 1:
            self.held[column] = (text, left - 1)
        return True

    def finish(self) -> str:
        """The row as a line; empty for a row without words."""
        self.close()
        row, self.row, self.cell = self.row, None, []
        if row is None:
            return ""
        for column in [c for c in self.held if c not in row.cells]:
            self._take(row, column)
        cells = [row.cells.get(column, "") for column in range(max(row.cells, default=-1) + 1)]
        while cells and not cells[-1]:
            cells.pop()
        return " | ".join(cells) if any(cells) else ""


def _count(written: str | None, most: int) -> int:
    try:
        return min(max(1, int(written or 1)), most)
    except ValueError:
        return 1


def is_layout(node: Any) -> bool:
    """Whether a table lays out a page: it says so, or its cells hold headings, tables or whole texts."""
    if (node.attributes.get("role") or "") in ("presentation", "none"):
        return True
    if node.css_first(_LAYOUT) is not None:
        return True
    return any(len(cell.css("p")) >= _MANY and len(cell.text()) > 800 for cell in node.css("td")[:40])

"""Cookies and storage keys that a notice lists, in whatever layout: tables, entries, lists, sentences.

Each layout has its own reader; what one has read, the next leaves alone. The same name in two tables counts twice.
Art. 13(1)(c) and (2)(a) GDPR and § 25(1) TDDDG ask for purpose and life of each.
"""

from __future__ import annotations

from collections.abc import Iterable

from zweck.read.block import Block
from zweck.read.cookie_entry import entry_rows
from zweck.read.cookie_glued import glued_row, glued_rows
from zweck.read.cookie_prose import prose_rows
from zweck.read.cookie_row import CookieRow, duration_of
from zweck.read.cookie_table import table_rows

__all__ = ["CookieRow", "cookie_rows", "duration_of", "glued_row"]


def cookie_rows(blocks: Iterable[Block]) -> list[CookieRow]:
    """All cookies named in the blocks, in the order of the text."""
    listed = list(blocks)
    rows = [*table_rows(listed), *glued_rows(listed)]
    taken = {row.place.line for row in rows}
    rows += [row for row in entry_rows(listed) if row.place.line not in taken]
    rows += prose_rows(listed, tuple(rows))
    return sorted(rows, key=lambda row: (row.place.line, row.place.column))

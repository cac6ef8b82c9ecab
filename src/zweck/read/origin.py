"""Back to the file: lines and columns of what was read, as an editor shows them.

Reading works on plain lines, without soft hyphens, Markdown signs and tabs. What is reported must point to the file
itself, so that its author finds the words (Art. 12(1) GDPR asks the same clarity of the notice).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from zweck.read.line import columns
from zweck.read.report import DocumentRead, FindingRead, Model, Span
from zweck.read.source import Text

Move = Callable[[int, int, int], tuple[int, int]]


def in_file(read: DocumentRead, text: Text) -> DocumentRead:
    """The same reading with columns of the file, none beyond the end of its line."""

    @lru_cache(maxsize=4096)
    def found(line: int) -> tuple[list[int] | None, int]:
        plain = text.lines[line - 1] if 0 < line <= len(text.lines) else ""
        raw = text.raw[line - 1] if text.raw and plain else plain
        return (None if raw == plain else columns(raw, plain)), len(plain)

    def moved(line: int, start: int, end: int) -> tuple[int, int]:
        letters, length = found(line)
        start, end = min(start, length + 1), min(end, length + 1)
        if letters is None:
            return start, end
        first = letters[start - 1]
        return first + 1, (letters[end - 2] + 2 if end > start else first + 1)

    made: DocumentRead = _moved(read, moved)
    return made


def _moved(value: Any, move: Move) -> Any:
    if isinstance(value, (Span, FindingRead)):
        start, end = move(value.line, value.column, value.end_column)
        return value.model_copy(update={"column": start, "end_column": max(start, end)})
    if isinstance(value, Model):
        changed = {name: _moved(getattr(value, name), move) for name in type(value).model_fields}
        return value.model_copy(update=changed)
    if isinstance(value, list):
        return [_moved(item, move) for item in value]
    if isinstance(value, dict):
        return {name: _moved(item, move) for name, item in value.items()}
    return value

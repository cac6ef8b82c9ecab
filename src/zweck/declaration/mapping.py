"""How a table of a connected database is tied to persons and what erasing does to its columns, as words with meaning.

Pure: words in, values out. ``read_tie`` reads ``through``, ``read_method`` what becomes of a column (Art. 17, recital
26 GDPR). Nothing here knows a database; ``systems.sql`` does what is said here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_NAME = r"[A-Za-z_][\w$ -]*"
_TIE = re.compile(rf"(?:(?P<t1>{_NAME})\.)?(?P<c1>{_NAME}?)\s*(?:=\s*(?:(?P<t2>{_NAME})\.)?(?P<c2>{_NAME}))?")
_NUMBERED = re.compile(r"(first|round to) (\d{1,12})")
_WORDS = {
    "null": "null",
    "hash": "hash",
    "keyed hash": "hash",
    "truncated ip": "ip",
    "truncate ip": "ip",
    "year": "year",
    "year only": "year",
}
METHODS = "null, hash, truncated ip, year, first N, round to N, or {constant: …}"
TIES = (
    "a column of this table (customer_id, or customer_id = customers.id), or of one that refers here (orders.address)"
)


class MappingError(ValueError):
    """A word of a mapping that means nothing; ``mend`` says what would be right."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Tie:
    """How rows of a table belong to a person: by a column of their own, or by rows of ``table`` that refer to them.

    ``column`` lies in ``table``, or in the mapped table itself when ``table`` is empty; ``other`` (of ``other_table``)
    is the far end where no foreign key tells it.
    """

    column: str
    table: str = ""
    other: str = ""
    other_table: str = ""


@dataclass(frozen=True, slots=True)
class Method:
    """What becomes of a column: ``null``, ``constant``, ``hash``, ``ip``, ``year``, ``first``, ``round``."""

    word: str
    value: Any = None


def read_tie(text: str) -> Tie:
    """``through`` in one word; raises ``MappingError``."""
    found = _TIE.fullmatch(text.strip())
    if not found or not found["c1"]:
        raise MappingError(f"{text!r} says no path to a person", TIES)
    t1, c1, t2, c2 = (found[n] or "" for n in ("t1", "c1", "t2", "c2"))
    if c2 and bool(t1) == bool(t2):
        raise MappingError(f"{text!r}: one side is a column of this table, the other one of another", TIES)
    return Tie(c1.strip(), t1.strip(), c2.strip(), t2.strip())


def read_method(value: Any) -> Method:
    """What is said of one column under ``anonymise``; raises ``MappingError``."""
    if value is None:
        return Method("null")
    if isinstance(value, Mapping) and set(value) == {"constant"} and isinstance(value["constant"], str | int | bool):
        return Method("constant", value["constant"])
    if isinstance(value, str):
        text = value.strip().casefold()
        if text in _WORDS:
            return Method(_WORDS[text])
        if (found := _NUMBERED.fullmatch(text)) and int(found[2]) > 0:
            return Method(found[1].partition(" ")[0], int(found[2]))
    raise MappingError(f"{value!r} says nothing that can become of a column", METHODS)


def read_then(value: Any) -> tuple[str, dict[str, Method]]:
    """``delete``, ``keep`` or ``anonymise`` with a method per column; raises ``MappingError``."""
    if value is None or value in ("delete", "keep"):
        return value or "delete", {}
    if isinstance(value, Mapping) and set(value) <= {"anonymise", "anonymize"} and len(value) == 1:
        (columns,) = value.values()
        if isinstance(columns, Mapping) and columns:
            return "anonymise", {str(name): read_method(method) for name, method in columns.items()}
    raise MappingError("it is not clear what becomes of a row", "delete, keep, or {anonymise: {column: null}}")

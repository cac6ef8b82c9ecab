"""Sentences of a block, with their offsets; abbreviations of legal German and English do not end one."""

from __future__ import annotations

import re
from functools import lru_cache

_END = re.compile(r"[.!?](?:[\"“”)’]{0,2})\s+(?=[A-ZÄÖÜ„“\"(§\d])")
_SHORT = frozenset(
    [
        "abs",
        "art",
        "lit",
        "buchst",
        "nr",
        "no",
        "para",
        "p",
        "s",
        "str",
        "st",
        "st.",
        "vgl",
        "ggf",
        "bzw",
        "z.b",
        "zb",
        "e.g",
        "i.e",
        "inc",
        "ltd",
        "co",
        "corp",
        "etc",
        "ca",
        "dr",
        "prof",
        "sog",
        "u.a",
        "d.h",
        "v",
        "abb",
        "ziff",
        "bspw",
        "usw",
        "evtl",
        "gem",
        "inkl",
        "max",
        "min",
        "tel",
        "ave",
        "blvd",
        "dept",
        "vs",
        "sec",
        "sect",
        "jan",
        "feb",
        "aug",
        "sept",
        "okt",
        "nov",
        "dez",
        "uabs",
        "z",
        "b",
        "h",
        "a",
        "d",
        "e",
        "g",
        "i",
        "floor",
        "ll.c",
        "n.v",
        "b.v",
        "s.a",
        "u.s",
        "eu-u.s",
        "eu–u.s",
        "swiss-u.s",
    ]
)


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[tuple[int, str], ...]:
    """Each sentence with the offset where it begins; every reader asks for those of the same blocks."""
    found: list[tuple[int, str]] = []
    start = 0
    for m in _END.finditer(text):
        word = text[max(start, m.start() - 12) : m.start()].rsplit(None, 1)
        last = (word[-1] if word else "").lower().lstrip('(„“"')
        if last in _SHORT or (last.isdigit() and len(last) <= 2) or (len(last) == 1 and last.isalpha()):
            continue
        found.append((start, text[start : m.end()].rstrip()))
        start = m.end()
    if rest := text[start:].rstrip():
        found.append((start, rest))
    return tuple(found)

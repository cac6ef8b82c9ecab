"""Lines to blocks: a block is a heading, an item, a table row or a paragraph, and knows the line of every letter.

Text that was wrapped at a fixed width is joined again, so that a sentence lies in one block; places still point to
the line and column of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from zweck.read.source import Text

_BULLET = re.compile(r"\s*(?:[•·▪‣◦○●*–—-]|\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_NUMBER = re.compile(
    r"\s*(?:§\s*\d{1,3}|(?P<dotted>\d{1,2}(?:\.\d{1,2}){0,4})[.)]?|(?P<roman>[IVX]{1,5})[.)]|(?P<big>[A-Z])[.)]"
    r"|(?P<small>[a-z])[.)]|\((?P<paren>\d{1,2}|[a-z])\))\s+(?=\S)"
)
_CONTACT = re.compile(
    r"@|https?://|www\.|\b(?:tel|phone|telefon|fax|telefax|e-?mail|ust|vat|hrb)\b(?:\W{0,4}[\d+(]|\.?:)"
    r"|\be-?mail\s?:|^\W*(?:d[ -]+)?\d{4,5}\s+\w"
    r"|\+\d{2}|\bGermany\b|\bDeutschland\b|\d{5,}",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?:stra(?:ß|ss)e|str\.?|weg|allee|platz|ring|gasse|damm|ufer|street|road|avenue|lane)\s*\d{1,4}\s*[a-z]?\b"
    r"|^\d{1,5}\s+\w+|\b\d{1,4}\s*[a-z]?\s*$",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:GmbH|AG|SE|KG|UG|Inc\.?|Ltd\.?|LLC|Limited|Corporation|Company|e\. ?V\.|S\.à|SARL|B\.V\.)(?:\W|$)"
)
_VERB = re.compile(
    r"\b(?:werden|wird|wurde|haben|verarbeiten|nutzen|speichern|we use|we have|are|is processed|will be"
    r"|has been|can be|finden|find|bitte|please|können"
    r"|do not|don't|möchten|sind|ist|serve|includes?|shows?|hereinafter|gelten|erfolgt"
    r"|is (?:a|an|the|either|not|based|carried|stored|used|made|located))\b",
    re.IGNORECASE,
)


_SHORT = 45


class Role(StrEnum):
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Place:
    """A span in the source: line and columns from 1, ``end`` exclusive."""

    line: int
    column: int = 1
    end: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of text. ``level`` is a heading's depth, 0 when its form does not tell."""

    text: str
    role: Role
    starts: tuple[tuple[int, int], ...]
    level: int = 0
    alone: bool = False

    @property
    def line(self) -> int:
        return self.starts[0][1]

    @property
    def last_line(self) -> int:
        return self.starts[-1][1]

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Where the letters ``start`` … ``end`` of the block stand in the source."""
        if len(self.starts) == 1:
            return Place(self.line, start + 1, (len(self.text) if end is None else end) + 1)
        i = bisect_right(self.starts, (start, 1 << 60)) - 1
        offset, line = self.starts[i]
        width = (end if end is not None else start + 1) - start
        return Place(line, start - offset + 1, start - offset + 1 + width)


def blocks_of(text: Text) -> list[Block]:
    """The blocks of a source, in order."""
    lines, least = text.lines, _least(text)
    made: list[Block] = []
    number = 0
    while number < len(lines):
        number += 1
        line = lines[number - 1].rstrip()
        if not line.strip():
            continue
        if level := text.levels.get(number):
            made.append(Block(line, Role.HEADING, ((0, number),), level, True))
            continue
        role, level = _role(lines, number)
        if role is Role.HEADING and text.form == "pdf" and _runs_on(lines, number, least):
            role, level = Role.TEXT, 0
        starts = [(0, number)]
        if (least or text.debris) and role in (Role.TEXT, Role.ITEM):
            line, number = _joined(text, number, starts, least)
        alone = _blank(lines, starts[0][1] - 1) and _blank(lines, number + 1)
        made.append(Block(line, role, tuple(starts), level, alone))
    return made


def _blank(lines: tuple[str, ...], number: int) -> bool:
    return not (1 <= number <= len(lines)) or not lines[number - 1].strip()


def _least(text: Text) -> int:
    """The length that a line has which goes on in the next one; 0 where lines are whole paragraphs.

    The lines of a PDF are those that one sees, so a full one is as long as most; a row of a table is shorter.
    """
    if text.form == "pdf":
        long = sorted(len(line) for line in text.lines if len(line) > _SHORT)
        return max(_SHORT, long[len(long) * 4 // 5] * 7 // 10) if long else 0
    return _SHORT if _is_wrapped(text.lines) else 0


def _is_wrapped(lines: tuple[str, ...]) -> bool:
    pairs = [(a, b) for a, b in pairwise(lines) if len(a) > 40 and b.strip()]
    if len(pairs) < 4:
        return False
    flowing = sum(1 for a, b in pairs if 45 <= len(a) <= 125 and (b.lstrip()[:1].islower() or a[-1:] in ",-"))
    return flowing > 0.3 * len(pairs)


def _joined(source: Text, number: int, starts: list[tuple[int, int]], least: int) -> tuple[str, int]:
    """The paragraph that begins in a line; where lines are not wrapped, it only goes on across the end of a page.

    A line shorter than ``least`` ends its paragraph.
    """
    lines, levels, debris = source.lines, source.levels, source.debris
    text = last = lines[number - 1].rstrip()
    while number < len(lines):
        ahead = _behind(lines, number, debris) if debris else number
        goes_on = least > 0 if ahead == number else ahead < len(lines) and _goes_on(text, lines[ahead])
        if not goes_on:
            break
        following = lines[ahead].rstrip()
        flows = len(last) > (least or _SHORT) and not _BULLET.match(following) and ahead + 1 not in levels
        if not following.strip() or not flows or " | " in following or _is_title(text, following):
            break
        bare = following.lstrip()
        if text.endswith("-") and bare[:1].islower():
            text, gap = text[:-1], ""
        else:
            gap = " "
        starts.append((len(text) + len(gap) - (len(following) - len(bare)), ahead + 1))
        text += gap + bare
        number, last = ahead + 1, following
    return text, number


def _behind(lines: tuple[str, ...], number: int, debris: frozenset[int]) -> int:
    """The number of lines up to the next words behind a page number; ``number`` where none stands here."""
    ahead = number
    while ahead < len(lines) and not lines[ahead].strip():
        ahead += 1
    return ahead if any(n in debris for n in range(number + 1, ahead + 1)) else number


def _runs_on(lines: tuple[str, ...], number: int, least: int) -> bool:
    """Whether a line of a PDF is as full as those of a paragraph and the next one goes on at once."""
    return len(lines[number - 1].rstrip()) > least > 0 and not _blank(lines, number + 1)


def _is_title(text: str, following: str) -> bool:
    """Whether a short line after a full sentence begins something new."""
    return text[-1:] in ".!?" and len(following) < 60 and heading_level(following) is not None


def _goes_on(text: str, following: str) -> bool:
    """Whether a sentence runs across the end of a page."""
    return text[-1:] not in ".!?:;" and following.lstrip()[:1].islower()


def _role(lines: tuple[str, ...], number: int) -> tuple[Role, int]:
    line = lines[number - 1].rstrip()
    if line.count(" | ") >= 1 or line.lstrip().startswith("|"):
        return Role.ROW, 0
    level = heading_level(line)
    if level is not None and (level or not _is_list(lines, number)):
        return Role.HEADING, level
    return (Role.ITEM if _BULLET.match(line) else Role.TEXT), 0


def _is_list(lines: tuple[str, ...], number: int) -> bool:
    """A short line between lines that continue a list or an address is no heading."""
    before = lines[number - 2].strip() if number > 1 else ""
    return bool(before) and bool(_CONTACT.search(before)) and len(before) < 60


def heading_level(line: str) -> int | None:
    """The depth of a heading by its numbering, 0 for an unnumbered one, ``None`` for a line that is none."""
    bare = line.strip()
    if not 2 < len(bare) <= 130 or bare[-1] in ",;|" or len(bare.split()) > 16:
        return None
    if bare.endswith(":") and len(bare) > 50:
        return None
    number = _NUMBER.match(bare)
    title = bare[number.end() :] if number else bare
    if bare[-1] == "." and (not number or len(bare) > 60):
        return None
    if not title or not (title[0].isupper() or title[0].isdigit() or title[0] in '„“"„§' or title.islower()):
        return None
    if title[0] in "•·▪●○-–*" or _CONTACT.search(title) or _COMPANY.search(title):
        return None
    if _VERB.search(title) and not title.endswith("?"):
        return None
    if _STREET.search(title) and not number and len(title) < 40 and not title[0].isdigit():
        return None
    if not number:
        return 0 if title.lstrip("„“”\"»«‚‘’'")[:1].isupper() or bare.islower() else None
    return _numbered(number)


def _numbered(number: re.Match[str]) -> int:
    if number["dotted"]:
        return 2 + number["dotted"].count(".")
    if number["roman"] or number["big"]:
        return 1
    if number["small"] or number["paren"]:
        return 5
    return 2


def title_of(block: Block) -> str:
    """A heading without its number."""
    bare = block.text.strip().strip("*").strip()
    number = _NUMBER.match(bare)
    return (bare[number.end() :] if number else bare).rstrip(":").strip()

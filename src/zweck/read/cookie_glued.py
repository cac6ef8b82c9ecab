"""Table rows that lost their separators: ``_fbpWird genutzt3 MonateFacebook`` is taken apart from both ends.

The provider stands after the period, the name before the first word of the purpose. Only what stands there is
reported, and only in a run of such rows or below their header, because an ordinary sentence may end like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zweck.read.block import Block, Role
from zweck.read.cookie_row import CookieRow, made
from zweck.words import Words

_DURATION = (
    r"(?i:(?:session|sitzung)\s?,\s?)?(?:(?i:bis zu[mr] (?:leeren|leerung|löschen|löschung) (?:des|der"
    r"|ihres) browserspeichers?"
    r"|until (?:the )?(?:browser storage|browser cache|storage) is cleared"
    r"|sitzungsende|sitzung|session|persistent|dauerhaft|(?:\d{1,5}|ein(?:e[nmrs]?)?|one|zwei|two|drei|three)\s?"
    r"(?:sekunde|second|minute|stunde|hour|tag|day|woche|week|monat|month|jahr|year))(?:en|e|n|s)?)"
)
_TAIL = re.compile(rf"(?P<duration>{_DURATION})\s?(?P<provider>[A-Za-z][\w .&®/()-]{{0,38}})?$")
_LASTING = Words(
    r"sekunde|second|minute|stunde|hour|tag|day|woche|week|monat|month|jahr|year|session|sitzung|persistent|dauerhaft"
    r"|browserspeicher|browser|storage"
)
_STARTER = re.compile(
    r"(?<=[\w*$])(?:wird|werden|dient|dienen|enthält|speichert|erfasst|used|stores|contains|registers|collects|sets)$"
)
_EDGE = re.compile(r"(?<=[a-zäöüß\d_*$.\])])(?=[A-ZÄÖÜ][a-zäöüß])|(?<=[A-Z\d_])(?=[A-ZÄÖÜ][a-zäöüß])")
_GLUED_HEADER = re.compile(
    r"^name\s?(?:zweck|purpose)\s?(?:speicherdauer|laufzeit|dauer|duration)\s?(?:anbieter|provider)",
    re.IGNORECASE,
)


def glued_rows(blocks: list[Block]) -> Iterator[CookieRow]:
    """The cookies of rows that ran together, in order."""
    run: list[CookieRow] = []
    headed = False
    for block in blocks:
        row = None if block.role is Role.ROW else glued_row(block)
        if row:
            run.append(row)
            continue
        if len(run) > 1 or (run and headed):
            yield from run
        run, headed = [], bool(_GLUED_HEADER.match(block.text.replace("|", "")))
    if len(run) > 1 or (run and headed):
        yield from run


def glued_row(block: Block) -> CookieRow | None:
    """A table row whose cells run together, or ``None`` when the block does not look like one."""
    text = block.text.strip()
    likely = 8 < len(text) < 1500 and _LASTING.may_be_in(text[-130:])
    tail = _TAIL.search(text, max(0, len(text) - 130)) if likely else None
    if not tail:
        return None
    edge = _edge(text[: tail.start()])
    if edge is None or text[edge - 1] == "-":
        return None
    name, purpose = text[:edge].strip(), text[edge : tail.start()].strip()
    if len(name) > 60 or name.count(" ") > 4 or len(purpose) < 8:
        return None
    return made(name, purpose, tail["duration"], (tail["provider"] or "").strip(), block.place(0, edge))


def _edge(text: str) -> int | None:
    """Where the name ends: before a verb that runs on, or at the last inner edge of the first chunk with one."""
    offset = 0
    for chunk in text.split(" ")[:5]:
        if starter := _STARTER.search(chunk):
            return offset + starter.start()
        edges = [m.start() for m in _EDGE.finditer(chunk) if not (m.start() and chunk[m.start() - 1] in "-.")]
        if edges:
            return offset + edges[-1]
        offset += len(chunk) + 1
    return None

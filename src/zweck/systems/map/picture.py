"""The graph of a proposal as one SVG: tables with personal data, and the paths by which a person is found in them.

Drawn here, without a layout engine: those who tell who it is stand left, each step away from them one column further.
Same proposal, same bytes; light and dark; what colour says a dash or a word says too; every box and line has a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from zweck import texts
from zweck.systems.map.schema import DECLARED, Draft, Key, Proposal

_LEFT, _TOP, _WIDE, _GAP_X, _GAP_Y = 24, 84, 236, 96, 14
_HEAD, _LINE, _PAD = 22, 17, 10
_MOST_LINES, _ROWS = 6, 14
_LETTERS, _SMALL = 27, 32
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_STYLE = (
    ":root{color-scheme:light dark;--g:#fff;--s:#f4f6f8;--t:#16202a;--q:#4a5763;--l:#66717d;--a:#0b5a83}"
    "@media(prefers-color-scheme:dark){:root{--g:#12181f;--s:#1b242d;--t:#e7edf2;--q:#b0bcc7;--l:#8e9ba7;--a:#7cc3ea}}"
    "svg{background:var(--g)}text{font:12px system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif;fill:var(--t)}"
    ".h{font-size:14px;font-weight:650}.q{fill:var(--q)}.w{font-size:20px;font-weight:650}"
    "rect{fill:var(--s);stroke:var(--l)}.p{stroke:var(--a);stroke-width:2.5}"
    ".k{fill:none;stroke:var(--l);stroke-width:1.5}.i{stroke-dasharray:5 4}marker path{fill:var(--l)}"
)


@dataclass(frozen=True, slots=True)
class Box:
    """One table at its place."""

    draft: Draft
    x: int
    y: int
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        return 2 * _PAD + _HEAD + _LINE * len(self.lines) - 4

    @property
    def middle(self) -> int:
        return self.y + self.height // 2


def draw(proposal: Proposal, language: str) -> str:
    """The picture as a file of its own; legible with many tables: it grows, it never shrinks its letters."""
    boxes = {box.draft.table.name: box for box in _placed(_columns(proposal), language)}
    links = sorted(_links(proposal), key=lambda pair: (pair[0], pair[1].columns, pair[1].table))
    width = max((b.x for b in boxes.values()), default=_LEFT) + _WIDE + 60
    height = max((b.y + b.height for b in boxes.values()), default=_TOP) + 56
    body = [*_lines(links, boxes, language), *(_box(b, language) for b in boxes.values())]
    return "\n".join(
        (*_open(len(boxes), len(links), width, height, language), *body, *_legend(height, language), "</svg>\n")
    )


def _say(key: str, language: str, /, **arguments: object) -> str:
    return _UNFIT.sub("·", texts.message(f"map.picture-{key}", language, **arguments))


def _links(proposal: Proposal) -> Iterator[tuple[str, Key]]:
    for draft in proposal.drafts:
        for key in draft.through:
            yield key.child or draft.table.name, (key if not key.child else _aimed(key, draft.table.name))


def _aimed(key: Key, table: str) -> Key:
    return Key(key.columns, table, key.others, key.confidence)


def _columns(proposal: Proposal) -> list[list[Draft]]:
    """Drafts by their distance from those who tell who it is; a long column is folded into several."""
    steps = _steps(proposal)
    far = max(steps.values(), default=0)
    made: list[list[Draft]] = []
    for step in range(far + 1):
        column = [d for d in proposal.drafts if steps[d.table.name] == step]
        made += [column[i : i + _ROWS] for i in range(0, len(column), _ROWS)]
    return made


def _steps(proposal: Proposal) -> Mapping[str, int]:
    towards = {d.table.name: (d.through[0].child or d.through[0].table) for d in proposal.drafts if d.through}
    made: dict[str, int] = {}
    for draft in proposal.drafts:
        name, step, seen = draft.table.name, 0, set[str]()
        while name in towards and name not in seen:
            seen.add(name)
            name, step = towards[name], step + 1
        made[draft.table.name] = step
    return made


def _placed(columns: list[list[Draft]], language: str) -> Iterator[Box]:
    for number, column in enumerate(columns):
        y = _TOP
        for draft in column:
            box = Box(draft, _LEFT + number * (_WIDE + _GAP_X), y, tuple(_told(draft, language)))
            yield box
            y += box.height + _GAP_Y


def _told(draft: Draft, language: str) -> Iterator[str]:
    if draft.subject:
        yield _say("person", language)
    names = [g.column for g in draft.proposed]
    shown = names if len(names) <= _MOST_LINES else names[: _MOST_LINES - 1]
    yield from shown
    if len(names) > len(shown):
        yield "+ " + _say("columns", language, count=len(names) - len(shown))


def _open(tables: int, links: int, width: int, height: int, language: str) -> Iterator[str]:
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="t d" lang="{language}">'
    yield f'<title id="t">{escape(_say("title", language))}</title>'
    yield f'<desc id="d">{escape(_say("desc", language, tables=tables, links=links))}</desc>'
    yield f"<style>{_STYLE}</style>"
    yield '<defs><marker id="m" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
    yield '<path d="M0 0L8 4L0 8z"/></marker></defs>'
    yield f'<text class="w" x="{_LEFT}" y="44">{escape(_say("title", language))}</text>'


def _box(box: Box, language: str) -> str:
    draft = box.draft
    mark = ' class="p"' if draft.subject else ""
    about = f"{draft.table.name}: {', '.join(g.column for g in draft.proposed)}"
    rows = [f"<g><title>{_text(about, 10_000)}</title>"]
    rows.append(f'<rect{mark} x="{box.x}" y="{box.y}" width="{_WIDE}" height="{box.height}" rx="6"/>')
    x, y = box.x + _PAD, box.y + _PAD + 12
    rows.append(f'<text class="h" x="{x}" y="{y}">{_text(draft.table.name, _LETTERS)}</text>')
    for number, line in enumerate(box.lines):
        at = y + _HEAD - 2 + _LINE * number
        rows.append(f'<text class="q" x="{x}" y="{at}">{_text(line, _SMALL)}</text>')
    return "\n".join((*rows, "</g>"))


def _text(text: str, most: int) -> str:
    clean = _UNFIT.sub("·", text)
    return escape(clean if len(clean) <= most else clean[: most - 1] + "…")


def _lines(links: list[tuple[str, Key]], boxes: Mapping[str, Box], language: str) -> Iterator[str]:
    """Each path from the left side of the table that refers to the right side of the one it refers to."""
    for number, (child, key) in enumerate(links):
        if child not in boxes or key.table not in boxes:
            continue
        start, end = boxes[child], boxes[key.table]
        said = "arrow" if key.confidence == DECLARED else "arrow-inferred"
        title = escape(_say(said, language, child=f"{child}.{', '.join(key.columns)}", parent=key.table))
        dash = "" if key.confidence == DECLARED else " i"
        way = _way(start, end, _GAP_X // 2 + (number % 7) * 5 - 15)
        yield f'<path class="k{dash}" d="{way}" marker-end="url(#m)"><title>{title}</title></path>'


def _way(start: Box, end: Box, bend: int) -> str:
    """Around boxes that lie between: along the gap beside the end's column, over the head of the others."""
    y1, y2 = start.middle, end.middle
    if start.x > end.x:
        x1, x2 = start.x, end.x + _WIDE
        if x1 - x2 <= _GAP_X:
            return f"M{x1} {y1}H{x2 + bend}V{y2}H{x2}"
        over = _TOP - 8 - bend // 8
        return f"M{x1} {y1}H{x1 - bend}V{over}H{x2 + bend}V{y2}H{x2}"
    x1, x2 = start.x + _WIDE, end.x
    if x2 - x1 == _GAP_X:
        return f"M{x1} {y1}H{x2 - bend}V{y2}H{x2}"
    if x2 > x1:
        return f"M{x1} {y1}H{x1 + bend}V{_TOP - 8 - bend // 8}H{x2 - bend}V{y2}H{x2}"
    return f"M{x1} {y1}H{x1 + bend}V{y2}H{x1}"


def _legend(height: int, language: str) -> Iterator[str]:
    y = height - 24
    for x, mark, key in ((_LEFT, "", "legend-declared"), (_LEFT + 220, " i", "legend-inferred")):
        yield f'<path class="k{mark}" d="M{x} {y}h44" marker-end="url(#m)"/>'
        yield f'<text class="q" x="{x + 54}" y="{y + 4}">{escape(_say(key, language))}</text>'

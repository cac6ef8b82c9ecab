"""The data flow as one SVG: boxes that never overlap, lines on rails of their own, words for those who do not see it.

Drawn here, without a layout engine: columns for device and website, systems, countries; heights follow the texts.
Colours follow light and dark; what colour says is also said by a dash or a word (WCAG 1.4.1). Same flow, same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from zweck import texts
from zweck.write.flow import DEVICE, Country, Flow

_LEFT, _MIDDLE, _RIGHT, _WIDTH = 24, 276, 640, 1000
_SOURCE_WIDTH, _PLACE_WIDTH, _COUNTRY_WIDTH = 196, 264, 336
_PAD, _LINE, _HEAD, _GAP, _TOP, _RAIL = 14, 21, 24, 18, 96, 12
_EM = 14.0
_UNFIT = re.compile(r"[\x00-\x1f\ufffe\uffff]")

_STYLE = (
    ":root{color-scheme:light dark;--g:#fff;--s:#f4f6f8;--t:#16202a;--q:#4a5763;--l:#66717d;--a:#0b5a83}"
    "@media(prefers-color-scheme:dark){:root{--g:#12181f;--s:#1b242d;--t:#e7edf2;--q:#b0bcc7;--l:#8e9ba7;--a:#7cc3ea}}"
    "svg{background:var(--g)}text{font:14px system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif;fill:var(--t)}"
    ".h{font-weight:650}.q{fill:var(--q)}.w{font-size:20px;font-weight:650}"
    "rect{fill:var(--s);stroke:var(--l)}.o{stroke:var(--a);stroke-width:2;stroke-dasharray:6 4}"
    "path{fill:none;stroke:var(--l);stroke-width:1.5}.d{stroke:var(--a);stroke-dasharray:3 4}"
    "marker path{fill:var(--l);stroke:none}#m2 path{fill:var(--a)}"
)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with a heading and lines, at its place; ``mark`` is the class of its border."""

    key: str
    x: float
    y: float
    width: float
    head: tuple[str, ...]
    lines: tuple[str, ...]
    mark: str = ""

    @property
    def height(self) -> float:
        """From the texts alone."""
        return 2 * _PAD + _HEAD * len(self.head) + _LINE * len(self.lines) - 6

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def right(self) -> float:
        return self.x + self.width


def to_svg(flow: Flow) -> str:
    """The picture as a file of its own, in the language of the flow."""
    sources = _sources(flow)
    places = ((p.key, (p.title,), p.activities, "") for p in flow.places)
    placed = list(_placed(places, _MIDDLE, _PLACE_WIDTH, _TOP + 88))
    countries = list(_placed((_told(c, flow.language) for c in flow.countries), _RIGHT, _COUNTRY_WIDTH, _TOP))
    boxes = [*sources, *placed, *countries]
    height = max(box.bottom for box in boxes) + 96
    paths = [*_inner(sources, placed), *_outer(flow, [sources[0], *placed], countries)]
    return "\n".join((_open(flow, height), *paths, *map(_box, boxes), *_legend(flow.language, height), "</svg>")) + "\n"


def _say(name: str, language: str, /, **arguments: object) -> str:
    return texts.message(f"write_flow.{name}", language, **arguments)


Told = tuple[str, tuple[str, ...], tuple[str, ...], str]


def _told(country: Country, language: str) -> Told:
    head = _say("outside", language, country=country.title) if country.is_outside else country.title
    return country.code, (head,), country.recipients, "o" if country.is_outside else ""


def _sources(flow: Flow) -> list[Box]:
    width = _SOURCE_WIDTH
    device = Box(DEVICE, _LEFT, _TOP, width, _wrapped(_say("device", flow.language), width, bold=True), ())
    site = _wrapped(flow.site, width, bold=True)
    lines = _wrapped(_say("website", flow.language), width)
    return [device, Box("site", _LEFT, _TOP + 88, width, site, lines)]


def _placed(told: Iterable[Told], x: float, width: float, y: float) -> Iterator[Box]:
    """Boxes one below the other, each as high as its wrapped texts need."""
    for key, head, lines, mark in told:
        heads = tuple(line for text in head for line in _wrapped(text, width, bold=True))
        rows = tuple(line for text in lines for line in _wrapped(text, width))
        box = Box(key, x, y, width, heads, rows, mark)
        yield box
        y = box.bottom + _GAP


def _wrapped(text: str, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines that fit; a word longer than a line is cut, a following line is indented."""
    room = width - 2 * _PAD
    lines: list[str] = []
    for word in _UNFIT.sub(" ", text).split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and _wide(joined, bold=bold) <= room:
            lines[-1] = joined
            continue
        indent = "\u2003" if lines and not bold else ""
        lines += _cut(indent + word, room, bold=bold)
    return tuple(lines)


def _cut(word: str, room: float, *, bold: bool) -> list[str]:
    parts = [""]
    for letter in word:
        if parts[-1].strip() and _wide(parts[-1] + letter, bold=bold) > room:
            parts.append("")
        parts[-1] += letter
    return parts


def _wide(text: str, *, bold: bool = False) -> float:
    """Pixels that a text takes at most in the fonts of the stylesheet; measured wide rather than narrow."""
    return sum(_EM * _share(letter) for letter in text) * (1.08 if bold else 1)


def _share(letter: str) -> float:
    if letter in "iljftI.,:;'|!() ":
        return 0.36
    if letter in "mwMW@%—\u2003" or ord(letter) > 0x2E7F:
        return 1.0
    return 0.74 if letter.isupper() else 0.6


def _inner(sources: list[Box], placed: list[Box]) -> Iterator[str]:
    """Device to website, website to every system on one rail."""
    device, site = sources
    yield _path([(site.x + 40, device.bottom), (site.x + 40, site.y)])
    rail = _MIDDLE - 28
    for box in placed:
        y = box.y + 24
        yield _path([(site.right, site.y + 24), (rail, site.y + 24), (rail, y), (box.x, y)])


def _outer(flow: Flow, sources: list[Box], countries: list[Box]) -> Iterator[str]:
    """Each source to its countries, on a rail of its own and into a port of its own."""
    for number, source in enumerate(sources):
        rail = _RIGHT - 24 - _RAIL * number
        y = source.y + (24 if source.key == DEVICE else 40)
        for country, box in zip(flow.countries, countries, strict=True):
            if source.key in country.sources:
                port = box.y + 14 + 9 * country.sources.index(source.key) % (box.height - 20)
                yield _path([(source.right, y), (rail, y), (rail, port), (box.x, port)], source.key == DEVICE)


def _path(points: list[tuple[float, float]], is_device: bool = False) -> str:
    """A line with an arrow at its end; equal neighbours are left out."""
    kept = [p for i, p in enumerate(points) if not i or p != points[i - 1]]
    steps = " ".join(f"{'L' if i else 'M'}{x:g} {y:g}" for i, (x, y) in enumerate(kept))
    mark, arrow = (' class="d"', "m2") if is_device else ("", "m1")
    return f'<path{mark} d="{steps}" marker-end="url(#{arrow})"/>'


def _box(box: Box) -> str:
    mark = f' class="{box.mark}"' if box.mark else ""
    parts = [f'<rect{mark} x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="6"/>']
    y = box.y + _PAD + 13
    for style, step, rows in (("h", _HEAD, box.head), ("", _LINE, box.lines)):
        for row in rows:
            parts.append(_text(box.x + _PAD, y, row, style))
            y += step
    return "".join(parts)


def _text(x: float, y: float, text: str, style: str = "") -> str:
    mark = f' class="{style}"' if style else ""
    return f'<text{mark} x="{x:g}" y="{y:g}">{escape(text, quote=False)}</text>'


def _open(flow: Flow, height: float) -> str:
    language = flow.language
    title = escape(_UNFIT.sub(" ", _say("title", language, site=flow.site)), quote=False)
    arrow = '<path d="M0 0L8 4L0 8z"/></marker>'
    marker = 'viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:g}" width="{_WIDTH}" '
            f'height="{height:g}" lang="{language}" role="img" aria-labelledby="title about">',
            f'<title id="title">{title}</title>',
            f'<desc id="about">{escape(_about(flow), quote=False)}</desc>',
            f"<style>{_STYLE}</style>",
            f'<defs><marker id="m1" {marker}>{arrow}<marker id="m2" {marker}>{arrow}</defs>',
            f'<text class="w" x="{_LEFT}" y="44">{title}</text>',
            _text(_LEFT, 80, _say("head-source", language), "q"),
            _text(_MIDDLE, 80, _say("head-places", language), "q"),
            _text(_RIGHT, 80, _say("head-countries", language), "q"),
        )
    )


def _about(flow: Flow) -> str:
    """The whole picture in sentences."""
    language = flow.language
    said = [_say("about-place", language, place=p.title, names=", ".join(p.activities)) for p in flow.places]
    said += [
        _say(
            "about-outside" if c.is_outside else "about-country",
            language,
            country=c.title,
            names="; ".join(c.recipients),
        )
        for c in flow.countries
    ]
    return _UNFIT.sub(" ", " ".join(said)) or _say("about-nobody", language)


def _legend(language: str, height: float) -> Iterator[str]:
    y = height - 44
    yield f'<path class="d" d="M{_LEFT} {y:g}L{_LEFT + 40} {y:g}" marker-end="url(#m2)"/>'
    yield _text(_LEFT + 52, y + 5, _say("legend-device", language))
    yield f'<rect class="o" x="{_LEFT}" y="{y + 14:g}" width="40" height="18" rx="4"/>'
    yield _text(_LEFT + 52, y + 28, _say("legend-outside", language))

"""The notice to look at: one page of its own, what was understood marked in the words, the findings beside them.

Needs no script, no font, no picture and no other file; everything taken from the notice is escaped, because a notice
is a stranger's text. Kinds differ by a label and a line, never by colour alone (WCAG 2.2 AA).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import pairwise
from pathlib import Path

from zweck.read import say
from zweck.read.block import Block, Role
from zweck.read.mark import KINDS, Flaw, Mark, flaws_of, marks_of
from zweck.read.reading import Reading, Readings
from zweck.read.report import FindingRead
from zweck.read.show import runs
from zweck.read.summary import summary

_STYLE = Path(__file__).parent / "static" / "reading.css"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"


def to_page(readings: Readings, language: str) -> str:
    """The whole page; same reading and language, same text."""
    views = [View(notice, number, language) for number, notice in enumerate(readings.notices, 1)]
    several = len(views) > 1
    name = views[0].name if views else ""
    title = say.word("pages-title", language, count=len(views)) if several else _title(name, language)
    return "".join(
        (
            _head(title, language),
            f'<a class="skip" href="#content">{_word("skip", language)}</a>\n',
            f'<header class="top"><h1>{escape(title)}</h1>\n<p class="lead">{_word("lead", language)}</p></header>\n',
            '<main id="content" tabindex="-1">\n',
            _legend(views, language),
            _index(views, language) if several else "",
            _unreadable(readings.unreadable, language),
            *(_document(view, several) for view in views),
            "</main>\n</body>\n</html>\n",
        )
    )


def _title(name: str, language: str) -> str:
    return say.word("page-title", language, name=name)


def _word(key: str, language: str, /, **said: str | int) -> str:
    return escape(say.word(key, language, **said))


def _head(title: str, language: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE.read_text('utf-8')}</style>\n</head>\n<body>\n"
    )


@dataclass(frozen=True)
class View:
    """One notice with its number on the page; ids begin with it, so that several can stand together."""

    notice: Reading
    number: int
    language: str

    @property
    def name(self) -> str:
        return self.notice.plain.name

    @property
    def findings(self) -> list[FindingRead]:
        return self.notice.plain.findings

    @cached_property
    def marks(self) -> dict[int, list[Mark]]:
        return marks_of(self.notice.plain, self.notice.text, self.language)

    @cached_property
    def flaws(self) -> tuple[dict[int, list[Flaw]], list[int]]:
        return flaws_of(self.notice.plain, self.notice.text)

    @cached_property
    def unplaced(self) -> frozenset[int]:
        return frozenset(self.notice.plain.unplaced)

    @cached_property
    def activities(self) -> dict[int, str]:
        """The names of activities by the line where their description begins."""
        return {
            first: say.activity(a.kind, self.language)
            for a in reversed(self.notice.plain.activities)
            for first, _ in a.lines[:1]
        }

    def id(self, name: str) -> str:
        return f"d{self.number}-{name}"

    def word(self, key: str, /, **said: str | int) -> str:
        return _word(key, self.language, **said)


def _legend(views: Sequence[View], language: str) -> str:
    counts = Counter(m.kind for view in views for marks in view.marks.values() for m in marks)
    items = "".join(
        f'<li><label><input type="checkbox" id="show-{kind}" checked><span class="mark {kind}">'
        f"{_word(f'kind-{kind}', language)}</span> <span class='count'>{counts[kind]}</span></label></li>"
        for kind in KINDS
        if counts[kind]
    )
    if not items:
        return ""
    return f'<fieldset class="legend"><legend>{_word("show-marks", language)}</legend><ul>{items}</ul></fieldset>\n'


def _index(views: Sequence[View], language: str) -> str:
    items = "".join(
        f'<li><a href="#{view.id("top")}">{escape(view.name)}</a> <span class="quiet">{_counts(view)}</span></li>\n'
        for view in views
    )
    head = f'<h2 id="index">{_word("index", language)}</h2>'
    return f'<nav class="index" aria-labelledby="index">{head}<ol>{items}</ol></nav>\n'


def _counts(view: View) -> str:
    certain = sum(f.certain for f in view.findings)
    said = [view.word("finding-count", count=len(view.findings))]
    if certain:
        said.append(view.word("of-which-certain", count=certain))
    if view.unplaced:
        said.append(view.word("unplaced-count", count=len(view.unplaced)))
    return ", ".join(said)


def _unreadable(refused: Sequence[tuple[str, str]], language: str) -> str:
    if not refused:
        return ""
    items = "".join(f"<li>{escape(reason)}</li>\n" for _, reason in refused)
    return f'<section class="refused"><h2>{_word("unreadable", language)}</h2><ul>{items}</ul></section>\n'


def _document(view: View, several: bool) -> str:
    level = 2
    title = f"<h{level}>{escape(view.name)}</h{level}>\n" if several else ""
    inner = level + several
    return (
        f'<section class="document" id="{view.id("top")}">\n{title}'
        f'<div class="overview">{summary(view.notice.plain, view.language, inner)}{_contents(view, inner)}</div>\n'
        f'<h{inner} class="part">{view.word("notice")}</h{inner}>\n'
        f"{_whole(view, inner + 1)}{''.join(_rows(view, inner + 1))}</section>\n"
    )


def _contents(view: View, level: int) -> str:
    head = f'<h{level}>{view.word("findings")} <span class="quiet">{_counts(view)}</span></h{level}>'
    if not view.findings:
        return f'<div class="contents">{head}<p>{view.word("findings-none")}</p></div>\n'
    items = "".join(_entry(view, number, finding) for number, finding in enumerate(view.findings, 1))
    return f'<div class="contents">{head}<ol>{items}</ol></div>\n'


def _entry(view: View, number: int, finding: FindingRead) -> str:
    message, _ = say.message(finding, view.language)
    place = "" if number in view.flaws[1] else f' <span class="quiet">{view.word("line", line=finding.line)}</span>'
    return (
        f'<li><a href="#{view.id(f"f{number}")}"><span class="badge {finding.severity}">'
        f"{view.word(f'severity-{finding.severity}')}</span> {escape(message)}</a>{place}</li>\n"
    )


def _whole(view: View, level: int) -> str:
    numbers = view.flaws[1]
    if not numbers:
        return ""
    notes = "".join(_note(view, number) for number in numbers)
    return f'<div class="whole"><h{level}>{view.word("whole")}</h{level}><ul class="notes">{notes}</ul></div>\n'


def _rows(view: View, level: int) -> Iterator[str]:
    """The words on the left, what is to be said of them on the right, so that neither side leaves the other behind.

    A new row begins where a finding begins and the words so far are as long as what is said of them.
    """
    said, notes, words_high, notes_high = "", "", 0.0, 0.0
    was_unplaced = False
    for block in view.notice.blocks:
        lines = range(block.line, block.last_line + 1)
        numbers = [flaw.number for line in lines for flaw in view.flaws[0].get(line, ())]
        if (numbers or block.role is Role.HEADING) and words_high >= notes_high and said:
            yield _row(said, notes)
            said, notes, words_high, notes_high = "", "", 0.0, 0.0
        unplaced = any(line in view.unplaced for line in lines)
        said += _said(view, block, level, unplaced, unplaced and not was_unplaced)
        was_unplaced = unplaced
        words_high += 1 + len(block.text) / 80
        notes += "".join(_note(view, number) for number in numbers)
        notes_high += sum(_height(view.findings[number - 1]) for number in numbers)
    yield _row(said, notes)


def _row(said: str, notes: str) -> str:
    beside = f'<ul class="notes">{notes}</ul>' if notes else ""
    return f'<div class="row"><div class="said">{said}</div>{beside}</div>\n'


def _height(finding: FindingRead) -> float:
    """How many lines of text a note is high, roughly."""
    return 4.5 + (len(finding.message) + len(finding.mend) + len(finding.words)) / 45


def _said(view: View, block: Block, level: int, unplaced: bool, is_first: bool) -> str:
    if not unplaced:
        return _block(view, block, level)
    flag = _flag(view, block.line) if is_first else ""
    return f'<div class="unplaced">{flag}{_block(view, block, level)}</div>'


def _flag(view: View, line: int) -> str:
    first, last = next((run for run in runs(sorted(view.unplaced)) if run[0] <= line <= run[1]), (line, line))
    place = view.word("line", line=first) if first == last else view.word("lines", first=first, last=last)
    return f'<p class="flag">{view.word("unplaced")}, {place}</p>'


def _block(view: View, block: Block, level: int) -> str:
    is_heading = block.role is Role.HEADING
    tag = f"h{level}" if is_heading else "p"
    numbers = [n for n in range(block.line, block.last_line + 1) if view.notice.text.lines[n - 1].strip()]
    lines = " ".join(_line(view, number) for number in numbers)
    title = view.activities.get(block.line, "")
    topic = f'<span class="topic">{view.word("kind-activity")}: {escape(title)}</span>' if title else ""
    language = view.notice.plain.language
    said = f'<{tag} class="{block.role.value}" lang="{language}"><span class="no">{block.line}</span>{lines}</{tag}>'
    return f'<div class="title">{said}{topic}</div>' if is_heading else topic + said


def _line(view: View, number: int) -> str:
    text = view.notice.text.lines[number - 1]
    marks, flaws = view.marks.get(number, []), view.flaws[0].get(number, [])
    borders = {c for m in marks for c in (m.start, m.end)} | {c for f in flaws for c in (f.start, f.end)}
    cuts = sorted({0, len(text), *(c for c in borders if c <= len(text))})
    parts = [_piece(view, text, a, b, marks, flaws) for a, b in pairwise(cuts)]
    parts += [_reference(view, flaw) for flaw in flaws if flaw.start == flaw.end]
    return f'<span id="{view.id(f"l{number}")}">{"".join(parts).strip()}</span>'


def _piece(view: View, text: str, start: int, end: int, marks: Sequence[Mark], flaws: Sequence[Flaw]) -> str:
    """The letters between two borders, inside whatever covers them; labels follow where a mark ends."""
    said = escape(text[start:end], quote=False).replace(" | ", ' <span class="bar">|</span> ')
    mark = next((m for m in marks if m.start <= start and end <= m.end), None)
    if mark:
        label = ""
        if mark.end == end and mark.label:
            label = f'<span class="tag" lang="{view.language}"> {escape(mark.label)}</span>'
        said = f'<span class="mark {mark.kind}">{said}{label}</span>'
    covering = [f for f in flaws if f.start <= start and end <= f.end]
    if covering:
        said = f'<span class="flaw">{said}</span>'
    return said + "".join(_reference(view, f) for f in flaws if f.end == end and f.start < end)


def _reference(view: View, flaw: Flaw) -> str:
    name = view.word("finding-number", number=flaw.number)
    return (
        f'<a class="ref" id="{view.id(f"w{flaw.number}")}" href="#{view.id(f"f{flaw.number}")}" lang="{view.language}" '
        f'aria-label="{name}">{flaw.number}</a>'
    )


def _note(view: View, number: int) -> str:
    finding = view.findings[number - 1]
    message, mend = say.message(finding, view.language)
    source = f'<span class="law">{escape(say.source(finding, view.language))}</span>'
    return (
        f'<li class="note {finding.severity}" id="{view.id(f"f{number}")}">'
        f'<p class="kind"><span class="number">{number}</span> <span class="badge {finding.severity}">'
        f"{view.word(f'severity-{finding.severity}')}</span> {escape(say.sure(finding, view.language))}</p>"
        f"<p>{escape(message)}</p>{_quoted(view, finding)}"
        f'<p class="mend"><span class="name">{view.word("mend")}:</span> {escape(mend)}</p>'
        f'<p class="rule"><code>{escape(finding.rule)}</code> {source}{_back(view, number)}</p></li>\n'
    )


def _quoted(view: View, finding: FindingRead) -> str:
    if not finding.words or finding.end_column <= finding.column:
        return ""
    return f'<p class="words"><q lang="{view.notice.plain.language}">{escape(finding.words)}</q></p>'


def _back(view: View, number: int) -> str:
    if number in view.flaws[1]:
        return ""
    line = view.findings[number - 1].line
    return f' <a href="#{view.id(f"w{number}")}">{view.word("to-words")}, {view.word("line", line=line)}</a>'

"""A notice as lines: from plain text, Markdown, HTML or PDF, in any usual encoding, with clear refusals.

Lines count from 1. For text and Markdown they are the lines of the file; for HTML and PDF those of the text that
``zweck read`` takes out of it. Input is bounded: a file that is too large, binary, empty or no notice is refused
with a message that says so, never with a traceback, and nothing is cut off in silence.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO

from zweck.errors import UnreadableError
from zweck.read.encoding import decode
from zweck.read.genre import refusal
from zweck.read.line import clean

__all__ = ["MOST_BYTES", "MOST_LINE", "Text", "clean", "decode", "read_text"]

MOST_BYTES = 20_000_000
MOST_LINE = 200_000
_MOST_PAGES = 500
_LINE_END = re.compile(r"\r\n|\r|\n")
_TAG = re.compile(r"<(?:!doctype html|html|head|body|div|p|h[1-6]|table|section|article|main)\b", re.IGNORECASE)
_PAGE = re.compile(r"(?<=\s)\d{1,3} / (\d{1,3})(?=\s)")
_PAGE_LINE = re.compile(
    r"\s*(?:(?:seite|page|blatt|s\.|p\.)\s*\d{1,3}(?:\s*(?:von|of|/|-)\s*\d{1,3})?|\d{1,3}\s*(?:von|of|/)\s*\d{1,3}"
    r"|[-–—]\s*\d{1,3}\s*[-–—]|\[\s*(?:seite|page)\s*\d{1,3}\s*\])\s*",
    re.IGNORECASE,
)
_EDGE = 3
"""Lines at the top and the foot of a page among which a running head or foot is looked for."""


@dataclass(frozen=True)
class Text:
    """A source as lines; ``levels`` has the heading level of lines that their markup calls a heading.

    ``raw`` are the file's own lines where they differ from ``lines``, one for one; ``file_lines`` says for HTML in
    which line of the file each line begins (0 when unknown). ``debris`` are lines blanked as page numbers.
    """

    name: str
    lines: tuple[str, ...]
    form: str
    levels: dict[int, int] = field(default_factory=dict)
    raw: tuple[str, ...] = ()
    file_lines: tuple[int, ...] = ()
    debris: frozenset[int] = frozenset()


def read_text(source: str | bytes, name: str, encoding: str = "") -> Text:
    """The lines of a notice; raises ``UnreadableError`` naming the source and what would be right.

    ``encoding`` is what the sender said of the bytes, if anybody did.
    """
    size = len(source)
    if size > MOST_BYTES:
        raise UnreadableError(f"{name}: more than {MOST_BYTES // 1_000_000} MB is too large for a notice")
    if isinstance(source, bytes) and source[:1024].lstrip()[:5] == b"%PDF-":
        return _checked(_pdf(source, name))
    text = source if isinstance(source, str) else decode(source, name, encoding)
    if not text.strip():
        raise UnreadableError(f"{name}: the file is empty; give a notice as text, Markdown, HTML or PDF")
    return _checked(_parse(text, name))


def _parse(text: str, name: str) -> Text:
    low = name.lower()
    is_markdown = low.endswith((".md", ".markdown"))
    if is_markdown and _TAG.search(text):
        from zweck.read.markdown import is_mostly_html, markdown_as_html

        if is_mostly_html(text):
            text, is_markdown = markdown_as_html(text), False
    if not is_markdown and (_TAG.search(text[:4000]) or (low.endswith((".html", ".htm", ".xhtml")) and "<" in text)):
        from zweck.read.markup import html_lines

        page = html_lines(text, name)
        return Text(name, tuple(map(clean, page.lines)), "html", page.levels, file_lines=tuple(page.file_lines))
    raw = _LINE_END.split(text)
    if raw[-1] == "":
        raw.pop()
    lines = [clean(line) for line in raw]
    if is_markdown or sum(line.startswith("#") for line in lines[:400]) >= 3:
        from zweck.read.markdown import markdown_lines

        lines, levels = markdown_lines(lines)
        return Text(name, tuple(lines), "markdown", levels, raw=tuple(raw))
    lines, debris = _without_pages(lines)
    return Text(name, tuple(lines), "text", raw=tuple(raw), debris=debris)


def _pdf(data: bytes, name: str) -> Text:
    pages = [[clean(line) for line in _LINE_END.split(page)] for page in _pdf_pages(data, name)]
    if not any(line.strip() for page in pages for line in page):
        raise UnreadableError(f"{name}: the PDF holds no text, only pictures; give it with text")
    running = _running(pages)
    lines: list[str] = []
    for page in pages:
        body = _trimmed(_body(page, running))
        if lines and body and not _goes_on(lines[-1], body[0]):
            lines.append("")
        lines += body
    return Text(name, tuple(_without_pages(lines)[0]), "pdf")


def _goes_on(last: str, first: str) -> bool:
    """Whether a sentence runs across the end of a page."""
    return last.rstrip()[-1:] not in ".!?:;" and first.lstrip()[:1].islower()


def _pdf_pages(data: bytes, name: str) -> list[str]:
    import logging

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with the file, we say ourselves
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError(f"{name}: the PDF is locked with a password; give an open one")
        count = len(reader.pages)
        if count > _MOST_PAGES:
            raise UnreadableError(f"{name}: a PDF of {count} pages is too long for a notice; at most {_MOST_PAGES}")
        return [page.extract_text() or "" for page in reader.pages]
    except UnreadableError:
        raise
    except Exception as error:  # the library raises whatever a broken file leads it to
        raise UnreadableError(f"{name}: the PDF is damaged ({type(error).__name__}); give an intact one") from error


def _running(pages: list[list[str]]) -> set[str]:
    """Heads and feet that stand on most pages, their numbers aside."""
    if len(pages) < 3:
        return set()
    seen = Counter(text for page in pages for text in {_numberless(line) for line in _edges(page)})
    return {text for text, count in seen.items() if text and count >= max(3, len(pages) // 2)}


def _edges(page: list[str]) -> list[str]:
    full = [line for line in page if line.strip()]
    return full[:_EDGE] + full[-_EDGE:]


def _numberless(line: str) -> str:
    return re.sub(r"\d+", "#", line).strip()


def _body(page: list[str], running: set[str]) -> list[str]:
    full = [n for n, line in enumerate(page) if line.strip()]
    edge = {*full[:_EDGE], *full[-_EDGE:]}
    return [line for n, line in enumerate(page) if n not in edge or _numberless(line) not in running]


def _trimmed(lines: list[str]) -> list[str]:
    """A page without its number and without empty lines at its ends."""
    kept = [n for n, line in enumerate(lines) if line.strip()]
    while kept and kept[-1] >= len(lines) - _EDGE and _PAGE_LINE.fullmatch(lines[kept[-1]]):
        kept.pop()
    return lines[kept[0] : kept[-1] + 1] if kept else []


def _without_pages(lines: list[str]) -> tuple[list[str], frozenset[int]]:
    """Page numbers that a conversion left are blanked: inside sentences (“4 / 17”) and in lines of their own."""
    totals = Counter(m[1] for line in lines for m in _PAGE.finditer(line))
    real = {total for total, count in totals.items() if count > 1}
    if real:
        lines = [_PAGE.sub(lambda m: " " * len(m[0]) if m[1] in real else m[0], line) for line in lines]
    debris = frozenset(n for n, line in enumerate(lines, 1) if len(line) < 40 and _PAGE_LINE.fullmatch(line))
    if len(debris) < 2:
        return lines, frozenset()
    return ["" if n in debris else line for n, line in enumerate(lines, 1)], debris


def _checked(text: Text) -> Text:
    for number, line in enumerate(text.lines, 1):
        if len(line) > MOST_LINE:
            raise UnreadableError(
                f"{text.name}: line {number} has {len(line):,} characters; break the text into paragraphs"
            )
    if reason := refusal(text.lines):
        raise UnreadableError(f"{text.name}: {reason}")
    return text

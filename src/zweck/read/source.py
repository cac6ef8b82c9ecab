"""A notice as lines: from plain text, Markdown, HTML or PDF, in any usual encoding, with clear refusals.

Lines count from 1. For text and Markdown they are the lines of the file; for HTML and PDF those of the text that
``zweck read`` takes out of it. Input is bounded: a file that is too large, binary, empty or no notice is refused
with a message that says so, never with a traceback.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from io import BytesIO

from zweck.errors import UnreadableError

MOST_BYTES = 20_000_000
MOST_LINE = 200_000
_MOST_PAGES = 2_000
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_SPACES = {ord(c): " " for c in "\u00a0\u2007\u2009\u202f\u200a\u2002\u2003\t"}
_TABLE = {**_INVISIBLE, **_SPACES}
_SIGNATURES = (
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"MZ\x90",
    b"\x1f\x8b",
    b"OggS",
    b"RIFF",
)
_PAGE = re.compile(r"(?<=\s)\d{1,3} / (\d{1,3})(?=\s)")
_WORDS = re.compile(
    r"personenbezogen|datenschutz|dsgvo|ds-gvo|personal data|personal information|privacy|gdpr|data protection",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Text:
    """A source as lines; ``levels`` has the heading level of lines that their markup calls a heading."""

    name: str
    lines: tuple[str, ...]
    form: str
    levels: dict[int, int] = field(default_factory=dict)


def read_text(source: str | bytes, name: str) -> Text:
    """The lines of a notice; raises ``UnreadableError`` naming the source and what would be right."""
    size = len(source)
    if size > MOST_BYTES:
        raise UnreadableError(f"{name}: {size // 1_000_000} MB is too large; a notice has at most 20 MB")
    if isinstance(source, bytes) and source.lstrip()[:5] == b"%PDF-":
        return _checked(_pdf(source, name))
    text = source if isinstance(source, str) else decode(source, name)
    if not text.strip():
        raise UnreadableError(f"{name}: the file is empty; give a notice as text, Markdown, HTML or PDF")
    return _checked(_parse(text, name))


def decode(data: bytes, name: str) -> str:
    """Bytes as text: byte order mark, UTF-8, else Windows-1252; raises ``UnreadableError`` for binary data."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if data.startswith(_SIGNATURES) or data[:65536].count(b"\x00") > len(data[:65536]) // 200:
        raise UnreadableError(f"{name}: this is a binary file; give a notice as text, Markdown, HTML or PDF")
    data = data.replace(b"\x00", b" ")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        rate = data.count(b"\xc3") + data.count(b"\xe2")
        broken = rate > 20 and error.start > 1000
        return data.decode("utf-8" if broken else "cp1252", "replace")


def _parse(text: str, name: str) -> Text:
    head = text[:4000].lower()
    if re.search(r"<(?:!doctype html|html|head|body|div|p|h[1-6]|table|section|article)\b", head):
        from zweck.read.markup import html_lines

        lines, levels = html_lines(text)
        return Text(name, tuple(map(clean, lines)), "html", levels)
    lines = [clean(line) for line in text.splitlines()]
    if name.lower().endswith((".md", ".markdown")) or sum(line.startswith("#") for line in lines[:400]) >= 3:
        from zweck.read.markup import markdown_lines

        lines, levels = markdown_lines(lines)
        return Text(name, tuple(lines), "markdown", levels)
    return Text(name, tuple(_without_pages(lines)), "text")


def _pdf(data: bytes, name: str) -> Text:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError(f"{name}: the PDF is locked with a password; give an open one")
        pages = [page.extract_text() or "" for page in reader.pages[:_MOST_PAGES]]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise UnreadableError(f"{name}: the PDF is damaged ({type(error).__name__}); give an intact one") from error
    lines = [clean(line) for page in pages for line in page.splitlines()]
    if not any(line.strip() for line in lines):
        raise UnreadableError(f"{name}: the PDF holds no text, only pictures; give it with text")
    return Text(name, tuple(_without_pages(lines)), "pdf")


def clean(line: str) -> str:
    """One line, composed, without invisible characters, its odd spaces made plain."""
    if line.isascii():
        return line.replace("\t", " | ") if "\t" in line.strip() else line
    if "\t" in line.strip():
        line = line.replace("\t", " | ")
    return unicodedata.normalize("NFC", line).translate(_TABLE)


def _without_pages(lines: list[str]) -> list[str]:
    """Page numbers that a conversion left inside sentences (“4 / 17”) are blanked; columns stay."""
    totals: dict[str, int] = {}
    for line in lines:
        for m in _PAGE.finditer(line):
            totals[m[1]] = totals.get(m[1], 0) + 1
    if not (real := {t for t, n in totals.items() if n > 1}):
        return lines
    return [_PAGE.sub(lambda m: " " * len(m[0]) if m[1] in real else m[0], line) for line in lines]


def _checked(text: Text) -> Text:
    whole = "\n".join(line[:MOST_LINE] for line in text.lines)
    if len(whole.strip()) < 200 or not _WORDS.search(whole):
        raise UnreadableError(
            f"{text.name}: this is no privacy notice in German or English; nothing in it speaks of personal data"
        )
    if any(len(line) > MOST_LINE for line in text.lines):
        return Text(text.name, tuple(line[:MOST_LINE] for line in text.lines), text.form, text.levels)
    return text

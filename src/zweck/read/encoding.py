"""Bytes to text: byte order marks, UTF-8, what the sender or the page says, and the code pages of old machines.

Valid UTF-8 is believed before any label, because labels are wrong more often than UTF-8 is valid by chance. A file
that mixes encodings is read piece by piece, and text that was encoded twice is mended, so that “Ã¤” is “ä” again.
"""

from __future__ import annotations

import codecs
import re

from zweck.errors import UnreadableError

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_FOREIGN = (
    (b"PK\x03\x04", "a Word, OpenDocument or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a film"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS", "a sound file"),
)
_LABEL = re.compile(
    rb"""<(?:meta|\?xml)[^<>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_UMLAUT = re.compile(r"(?<=[A-Za-zäöüß])[äöüß]|[ÄÖÜ](?=[a-zäöüß])|[„“”’–—]")
_TWICE = re.compile(r"[ÂÃ][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2010-\u2122]|â[\u0080-\u2122]{2}")
_OLD = ("cp1252", "mac_roman", "cp850")
_ALIKE = {"ascii": "cp1252", "iso8859-1": "cp1252", "latin_1": "cp1252"}
"""What a label says and what browsers take it to mean."""


def decode(data: bytes, name: str, said: str = "") -> str:
    """Bytes as text, ``said`` being the sender's own word for the encoding; raises ``UnreadableError`` if binary."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").lstrip("\ufeff")
    for signature, what in _FOREIGN:
        if data.startswith(signature):
            raise UnreadableError(f"{name}: this is a binary file ({what}); {_MEND}")
    if wide := _wide(data[:4096]):
        return data.decode(wide, "replace")
    head = data[:65536]
    if head.count(b"\x00") > len(head) // 200 or sum(head.count(c) for c in _CONTROL) > len(head) // 20:
        raise UnreadableError(f"{name}: this is a binary file; {_MEND}")
    return _mended(_narrow(data.replace(b"\x00", b" "), said))


_MEND = "give a notice as text, Markdown, HTML or PDF"
_CONTROL = tuple(bytes([c]) for c in (*range(1, 9), *range(14, 32)) if c != 27)


def _wide(head: bytes) -> str:
    """UTF-16 without a mark shows as a zero in every other byte."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    most = len(head) // 2
    if most > 50 and max(even, odd) > 0.6 * most and min(even, odd) < 0.05 * most:
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""


def _narrow(data: bytes, said: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if len(_MULTIBYTE.findall(data)) > 2 * _stray(data):
        return data.decode("utf-8", "zweck-stray")
    label = _LABEL.search(data[:4096])
    for written in (said, label[1].decode("ascii") if label else ""):
        if (encoding := _known(written)) and encoding not in ("utf-8", *_OLD[:1]):
            try:
                return data.decode(encoding)
            except (UnicodeDecodeError, ValueError):
                continue
    return max((data.decode(e, "replace") for e in _OLD), key=_letters)


def _stray(data: bytes) -> int:
    """Bytes above ASCII that are no part of a UTF-8 letter."""
    rest = _MULTIBYTE.sub(b"", data)
    return len(rest) - len(rest.decode("ascii", "ignore"))


def _known(written: str) -> str:
    """The codec of a label as browsers read it; empty for none and for those that are not about text."""
    try:
        found = codecs.lookup(written) if written else None
    except (LookupError, ValueError):
        return ""
    text = found is not None and getattr(found, "_is_text_encoding", True)
    return _ALIKE.get(found.name, found.name) if found and text else ""


def _letters(text: str) -> int:
    """How well a guess reads: German letters inside words and printers' marks; the first guess wins a draw."""
    return len(_UMLAUT.findall(text[:400_000]))


def _one_stray(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("zweck-stray", _one_stray)


def _mended(text: str) -> str:
    """Text that was encoded twice, mended; text where this would be chance stays."""
    if len(_TWICE.findall(text[:400_000])) < 3:
        return text
    return _TWICE.sub(_once, text)


def _once(twice: re.Match[str]) -> str:
    try:
        data = b"".join(bytes([ord(c)]) if ord(c) < 256 else c.encode("cp1252") for c in twice[0])
        return data.decode("utf-8")
    except UnicodeError:
        return twice[0]

"""Single fields and files, held against what the declaration says of them.

Nothing is repaired silently except surrounding white space and the form of line ends; what does not fit is named.
Line ends in single-line fields are refused, so no value can forge the header of a mail. Files are known by their
first bytes, not by what they call themselves.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, Protocol

from zweck import texts
from zweck.declaration.activity import FormField


@dataclass(frozen=True)
class Upload:
    """A file as it came in: the name it gave itself and its bytes."""

    name: str
    content: bytes

    @property
    def ending(self) -> str:
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES.get(self.ending, "application/octet-stream")


class Faults:
    """The faults of one field, in the visitor's language; the first one is shown."""

    def __init__(self, label: str, language: str) -> None:
        self.label = label
        self.language = language
        self.first = ""

    def add(self, code: str, **arguments: str) -> None:
        """Note a fault by its code; only the first stands."""
        if not self.first:
            self.first = texts.message(f"web.error-{code}", self.language, label=self.label, **arguments)


class Bounds(Protocol):
    """What a form says about its files."""

    @property
    def file_types(self) -> tuple[str, ...]: ...

    @property
    def max_file_bytes(self) -> int: ...

    @property
    def max_total_bytes(self) -> int: ...


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd\ud800-\udfff]")
_PHONE = re.compile(r"^\+?[0-9][0-9 ()/.\-]{2,38}(?: ?(?:ext|x|-) ?[0-9]{1,6})?$")
_URL = re.compile(r"^https?://[^\s/@]+\.[^\s/@]+(?:/\S*)?$", re.IGNORECASE)


def check_field(one: FormField, given: list[str], faults: Faults, choices: Mapping[str, str] | None = None) -> str:
    """The clean value of a text field; faults are noted, and the value comes back for showing it again."""
    value = (given[0] if given else "").replace("\r\n", "\n").strip()
    if len(given) > 1:
        faults.add("twice")
    if not value:
        if one.required:
            faults.add("missing")
        return ""
    if len(value) > one.max_length:
        faults.add("long", limit=str(one.max_length))
        return value[: one.max_length]
    if _CONTROL.search(value) or (one.type != "textarea" and re.search(r"[\r\n\t]", value)):
        faults.add("control")
        return _CONTROL.sub("", value).replace("\n", " ")
    return _typed(one, value, faults, choices)


def _typed(one: FormField, value: str, faults: Faults, choices: Mapping[str, str] | None) -> str:
    allowed = choices or {c: c for c in one.choices}
    if allowed and value not in allowed:
        faults.add("choice")
    elif one.type == "email":
        return _email(value, faults)
    elif one.type == "tel" and not _PHONE.match(value):
        faults.add("phone")
    elif one.type == "url" and not _URL.match(value):
        faults.add("url")
    elif one.type == "date" and not _is_date(value):
        faults.add("date")
    return value


def _email(value: str, faults: Faults) -> str:
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(value, check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError:
        faults.add("email")
        return value


def _is_date(value: str) -> bool:
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == 10


MEDIA_TYPES = {
    "pdf": "application/pdf",
    "odt": "application/vnd.oasis.opendocument.text",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "zip": "application/zip",
    "7z": "application/x-7z-compressed",
    "txt": "text/plain",
}
_FIRST_BYTES: dict[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "odt": (b"PK\x03\x04",),
    "docx": (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "zip": (b"PK\x03\x04",),
    "7z": (b"7z\xbc\xaf\x27\x1c",),
}
MAX_COUNT = 10


def check_files(one: FormField, found: list[Upload], bounds: Bounds, faults: Faults) -> list[Upload]:
    """The uploads of a file field with safe names; faults name the file's kind of problem, never its content."""
    if not found and one.required:
        faults.add("file-missing")
    if len(found) > MAX_COUNT:
        faults.add("file-count", count=str(MAX_COUNT))
    made = [_file(f, bounds, faults) for f in found[:MAX_COUNT]]
    if sum(len(f.content) for f in found) > bounds.max_total_bytes:
        faults.add("file-total", limit=_megabytes(bounds.max_total_bytes))
    return made


def _file(found: Upload, bounds: Bounds, faults: Faults) -> Upload:
    made = Upload(safe_name(found.name), found.content)
    allowed = {*bounds.file_types, *(("jpeg",) if "jpg" in bounds.file_types else ())}
    types = texts.listed([t.upper() for t in bounds.file_types], faults.language)
    if not made.content:
        faults.add("file-empty", file=made.name)
    elif len(made.content) > bounds.max_file_bytes:
        faults.add("file-large", file=made.name, limit=_megabytes(bounds.max_file_bytes))
    elif made.ending not in allowed:
        faults.add("file-type", file=made.name, types=types)
    elif not looks_like(made.ending, made.content):
        faults.add("file-content", file=made.name, types=types)
    return made


def looks_like(ending: str, content: bytes) -> bool:
    """Whether the first bytes are those of the file's ending."""
    starts = _FIRST_BYTES.get(ending)
    if starts:
        return content.startswith(starts)
    return ending == "txt" and b"\0" not in content


def _megabytes(amount: int) -> str:
    return str(max(1, amount // 2**20))


def safe_name(name: str) -> str:
    """A file name without path, control or direction characters, at most 120 long."""
    plain = PureWindowsPath(PurePosixPath(unicodedata.normalize("NFC", name)).name).name
    plain = "".join(c for c in _CONTROL.sub("", plain) if c.isprintable() and c not in '<>:"/\\|?*')
    stem, dot, ending = plain.rpartition(".")
    if not dot:
        return plain[:120] or "file"
    return f"{(stem.strip('. ') or 'file')[:110]}.{ending[:8]}"


def as_data(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that were given; an empty field stores nothing."""
    return {name: value for name, value in values.items() if value not in ("", None)}

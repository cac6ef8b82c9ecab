"""Forms: only the declared fields are accepted, every fault is named in the visitor's language (Art. 5(1)(c)).

Reading a post, checking it and showing it again are three steps; none of them stores anything. Uploads stay in
memory until they are encrypted: a temporary file would hold them in the clear (Art. 32).
"""

from __future__ import annotations

import logging
import secrets
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from zweck import texts
from zweck.activities.check import Faults, Upload, check_field, check_files
from zweck.activities.face import language_of
from zweck.declaration.activity import FormField
from zweck.promises import wording

if TYPE_CHECKING:
    from starlette.requests import Request

TRAP = "homepage_url"
"""A field that people do not see and programs fill in."""
CONTROLS = frozenset({"submission", "opened", TRAP})
HASTE_SECONDS = 2
"""Nobody fills in a form faster than this; programs do."""
MAX_FIELDS = 60
MAX_FILES = 10
_PARSED_FILES = 200
"""So many are read before a post counts as broken: up to here a person is told how many may be sent."""
_PART = 256 * 1024
"""Bytes that one text may have."""


class FormRefused(Exception):
    """A post that is no form at all: wrong type, broken encoding, too many parts. ``status`` is the HTTP answer."""

    def __init__(self, status: int, reason: str) -> None:
        self.status = status
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True)
class Box:
    """A consent that a form asks for: unticked, apart from everything else (Art. 7(2))."""

    name: str
    text: str
    required: bool = False
    hint: str = ""


@dataclass
class Posted:
    """What came in, before anything is believed."""

    values: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, list[Upload]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """The single value of a field, or nothing."""
        return (self.values.get(name) or [""])[0]


@dataclass
class Checked:
    """A post held against its form: clean values, uploads, ticked boxes, and a message for every fault."""

    values: dict[str, str] = field(default_factory=dict)
    files: dict[str, list[Upload]] = field(default_factory=dict)
    ticked: set[str] = field(default_factory=set)
    errors: dict[str, str] = field(default_factory=dict)
    general: list[str] = field(default_factory=list)
    submission: str = ""
    is_trapped: bool = False

    @property
    def is_good(self) -> bool:
        return not self.errors and not self.general


@dataclass(frozen=True)
class Form:
    """One form of an activity: its declared fields and the consents it asks for."""

    fields: tuple[FormField, ...]
    boxes: tuple[Box, ...] = ()
    file_types: tuple[str, ...] = ()
    max_file_bytes: int = 0
    max_total_bytes: int = 0
    choices: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def has_files(self) -> bool:
        return any(f.type == "file" for f in self.fields)

    def check(self, posted: Posted, language: str, now: datetime) -> Checked:
        """Hold a post against the form; stores nothing."""
        made = Checked(submission=_submission(posted.one("submission")), is_trapped=bool(posted.one(TRAP).strip()))
        self._unknown(posted, made, language)
        for one in self.fields:
            self._field(one, posted, made, language)
        for box in self.boxes:
            self._box(box, posted, made, language)
        if made.is_good and _is_hasty(posted.one("opened"), now):
            made.general.append(texts.message("web.error-haste", language))
        return made

    def _unknown(self, posted: Posted, made: Checked, language: str) -> None:
        text_names = {f.name for f in self.fields if f.type != "file"} | {b.name for b in self.boxes} | CONTROLS
        file_names = {f.name for f in self.fields if f.type == "file"}
        strange = [n for n in posted.values if n not in text_names and not (n in file_names and not posted.one(n))]
        strange += [n for n in posted.files if n not in file_names]
        for name in strange[:5]:
            made.general.append(texts.message("web.error-unknown", language, field=clean_name(name)))

    def _field(self, one: FormField, posted: Posted, made: Checked, language: str) -> None:
        faults = Faults(wording.field_label(one, language), language)
        if one.type == "file":
            found = posted.files.get(one.name, [])
            made.files[one.name] = check_files(one, found, self, faults)
        else:
            made.values[one.name] = check_field(
                one, posted.values.get(one.name, []), faults, self.choices.get(one.name)
            )
        if faults.first:
            made.errors[one.name] = faults.first

    def _box(self, box: Box, posted: Posted, made: Checked, language: str) -> None:
        if posted.one(box.name) in ("on", "yes", "1"):
            made.ticked.add(box.name)
        elif box.required:
            made.errors[box.name] = texts.message("web.error-box", language)

    def view(self, language: str, now: datetime, checked: Checked | None = None) -> dict[str, Any]:
        """What the template needs to draw the form, with the values and faults of the last post."""
        checked = checked or Checked()
        return {
            "fields": [self._view_field(f, language, checked) for f in self.fields],
            "boxes": [_view_box(b, checked) for b in self.boxes],
            "general": checked.general,
            "has_files": self.has_files,
            "submission": checked.submission or secrets.token_urlsafe(16),
            "opened": str(int(now.timestamp())),
            "trap": TRAP,
            "faults": [{"name": n, "text": t} for n, t in checked.errors.items()],
        }

    def _view_field(self, one: FormField, language: str, checked: Checked) -> dict[str, Any]:
        choices = self.choices.get(one.name) or {c: c for c in one.choices}
        return {
            "name": one.name,
            "id": f"f-{one.name.replace('_', '-')}",
            "label": wording.field_label(one, language),
            "type": "select" if choices and one.type in ("text", "select") else one.type,
            "required": one.required,
            "max_length": one.max_length,
            "value": checked.values.get(one.name, ""),
            "error": checked.errors.get(one.name, ""),
            "hint": texts.choose(one.why, language) if one.why else self._hint(one, language),
            "autocomplete": AUTOCOMPLETE.get(one.name, ""),
            "choices": choices,
            "accept": ",".join(f".{t}" for t in self.file_types) if one.type == "file" else "",
        }

    def _hint(self, one: FormField, language: str) -> str:
        if one.type != "file":
            return ""
        return texts.message(
            "web.hint-files",
            language,
            types=texts.listed([t.upper() for t in self.file_types], language),
            each=str(self.max_file_bytes // 2**20),
            count=str(MAX_FILES),
        )


AUTOCOMPLETE = {
    "name": "name",
    "first_name": "given-name",
    "last_name": "family-name",
    "email": "email",
    "phone": "tel",
    "company": "organization",
    "position": "organization-title",
    "street": "address-line1",
    "address": "street-address",
    "postcode": "postal-code",
    "city": "address-level2",
    "country": "country-name",
    "website": "url",
}
"""What a browser may fill in for people (WCAG 2.2, 1.3.5)."""


def _view_box(box: Box, checked: Checked) -> dict[str, Any]:
    return {
        "name": box.name,
        "id": f"b-{box.name}",
        "text": box.text,
        "hint": box.hint,
        "required": box.required,
        "ticked": box.name in checked.ticked,
        "error": checked.errors.get(box.name, ""),
    }


def clean_name(name: str) -> str:
    """A foreign field name, fit to be shown: printable and short."""
    return "".join(c for c in name if c.isprintable())[:40] or "?"


def _submission(text: str) -> str:
    return text if 8 <= len(text) <= 64 and all(c.isalnum() or c in "-_" for c in text) else ""


def _is_hasty(opened: str, now: datetime) -> bool:
    if not opened.isascii() or not opened.isdigit() or len(opened) > 12:
        return False
    return 0 <= now.timestamp() - int(opened) < HASTE_SECONDS


def identifiers(fields: tuple[FormField, ...], values: dict[str, str]) -> dict[str, str]:
    """What a person can be found by again: the e-mail address, else the phone number."""
    by_type = {"email": "email", "tel": "phone"}
    return {by_type[f.type]: values[f.name] for f in fields if f.type in by_type and values.get(f.name)}


async def read_form(request: Request, max_bytes: int) -> Posted:
    """Read a posted form into memory; raises ``FormRefused``. Text parts are at most 256 KiB each."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        raise FormRefused(415, "type")
    if kind == "application/x-www-form-urlencoded":
        return _decode(await request.body())
    from starlette.formparsers import MultiPartException

    try:
        data = await _parser(request, max_bytes).parse()
    except (MultiPartException, ValueError, KeyError):
        raise FormRefused(400, "broken") from None
    return await _collect(data)


def _decode(body: bytes) -> Posted:
    """Fields of a plain form; also bytes that nobody escaped are UTF-8, and what is not is marked for the check."""
    from urllib.parse import parse_qsl

    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MAX_FIELDS)
    except ValueError:
        raise FormRefused(400, "broken") from None
    posted = Posted()
    for name, value in pairs:
        if len(value) > _PART:
            raise FormRefused(400, "broken")
        posted.values.setdefault(name, []).append(unicodedata.normalize("NFC", value))
    return posted


def _parser(request: Request, max_bytes: int) -> Any:
    from starlette.formparsers import MultiPartParser

    class InMemory(MultiPartParser):
        spool_max_size = max_bytes + 1

    # its warnings quote bytes of the body
    logging.getLogger("python_multipart").setLevel(logging.CRITICAL)
    return InMemory(
        request.headers, request.stream(), max_files=_PARSED_FILES, max_fields=MAX_FIELDS, max_part_size=_PART
    )


async def _collect(data: Any) -> Posted:
    posted = Posted()
    for name, value in data.multi_items():
        if isinstance(value, str):
            posted.values.setdefault(name, []).append(unicodedata.normalize("NFC", value))
            continue
        content = await value.read()
        await value.close()
        if value.filename or content:
            posted.files.setdefault(name, []).append(Upload(value.filename or "", content))
        else:
            posted.values.setdefault(name, [])
    return posted


def form_language(request: Request) -> str:
    """The language a form answers in."""
    return language_of(request)

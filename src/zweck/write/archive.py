"""Versions of the published documents: content-addressed, with the day from which they count, the old ones reachable.

An archive is a folder: ``versions.json`` lists what counted when; each version lies under its own hash and is never
changed. A translation is only published with the very version that it translates (Art. 12(1), 5(2) GDPR).
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import to_json

from zweck.errors import ZweckError
from zweck.write.document import Document, DocumentError, Kind
from zweck.write.file import replace_file
from zweck.write.model import from_model, to_model

PUBLIC: tuple[Kind, ...] = ("notice", "imprint", "cookies")
"""The documents whose versions are kept; the others are not public."""

LIST = "versions.json"
_VERSION = re.compile(r"[0-9a-f]{12}")


class Entry(BaseModel):
    """One version of one document, and the day from which it counted."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["notice", "imprint", "cookies"]
    language: str
    version: str
    effective_on: datetime.date
    reference: str | None = None

    @property
    def name(self) -> str:
        """Where it lies in the archive."""
        return f"versions/{self.version}/{self.kind}.{self.language}.json"


class History(BaseModel):
    """All versions, the oldest first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal[1] = Field(1, alias="schema")
    versions: tuple[Entry, ...] = ()

    def of(self, kind: str, language: str) -> tuple[Entry, ...]:
        """The versions of one document in one language, the oldest first."""
        return tuple(e for e in self.versions if (e.kind, e.language) == (kind, language))

    def find(self, version: str) -> Entry | None:
        """The latest entry with this version."""
        return next((e for e in reversed(self.versions) if e.version == version), None)


def hold_references(documents: Iterable[Document]) -> None:
    """Raises ``ZweckError`` when a translation was made from another version than the one published with it."""
    found = {(d.kind, d.language): d for d in documents}
    for document in found.values():
        reference = document.reference
        original = found.get((document.kind, reference.language)) if reference else None
        if reference is None or (original and original.version == reference.version):
            continue
        there = f"version {original.version}" if original else "missing"
        raise ZweckError(
            f"{document.kind}.{document.language} translates version {reference.version}, but its reference "
            f"{document.kind}.{reference.language} is {there}: translate that version before you publish it"
        )


def extend(history: History, documents: Iterable[Document], on: datetime.date) -> History:
    """The history with every public document that is new in it; nothing where all count already.

    A version counts from the day that the document bears; never from a day before the version that it follows.
    """
    added: list[Entry] = []
    for document in documents:
        known = history.of(document.kind, document.language)
        reference = document.reference.version if document.reference else None
        is_known = bool(known) and (known[-1].version, known[-1].reference) == (document.version, reference)
        if document.kind not in PUBLIC or is_known:
            continue
        effective_on = document.dated_on if not known or known[-1].effective_on < document.dated_on else on
        fields = {"kind": document.kind, "language": document.language, "version": document.version}
        added.append(Entry.model_validate({**fields, "effective_on": effective_on, "reference": reference}))
    return history.model_copy(update={"versions": (*history.versions, *added)})


def read_history(folder: Path) -> History:
    """The history of a folder; empty where there is none. Raises ``ZweckError`` for a list that is damaged."""
    file = folder / LIST
    if not file.is_file():
        return History()
    try:
        return History.model_validate_json(file.read_bytes())
    except ValidationError:
        raise ZweckError(f"{file}: this is no list of versions; restore it from a copy") from None


def read_version(folder: Path, entry: Entry) -> Document:
    """An archived document, word for word; raises ``ZweckError`` when it is missing or was changed."""
    file = folder / entry.name
    try:
        return from_model(json.loads(file.read_bytes()))
    except OSError as error:
        raise ZweckError(f"{file}: cannot be read: {error.strerror}") from None
    except (ValueError, DocumentError) as error:
        raise ZweckError(f"{file}: {error}") from None


def find_version(folder: Path, version: str) -> Document | None:
    """The document with this version, if the folder has it; no other path can be asked for."""
    entry = read_history(folder).find(version) if _VERSION.fullmatch(version) else None
    return read_version(folder, entry) if entry else None


def keep(folder: Path, documents: Iterable[Document], on: datetime.date) -> History:
    """Add what is new to the archive in ``folder`` and return its history; raises ``OSError`` or ``ZweckError``.

    Idempotent: a version that is there already is not written again.
    """
    found = list(documents)
    before = read_history(folder)
    history = extend(before, found, on)
    if history == before:
        return history
    for name, text in archived(found, history).items():
        if name == LIST or not (folder / name).exists():
            replace_file(folder / name, text)
    return history


def archived(documents: Iterable[Document], history: History) -> Mapping[str, str]:
    """The files of the archive for these documents, by name: the list and each version."""
    files = {e.name: _dumped(d) for d in documents for e in history.of(d.kind, d.language) if e.version == d.version}
    return {**files, LIST: history.model_dump_json(by_alias=True, indent=1) + "\n"}


def _dumped(document: Document) -> str:
    return to_json(to_model(document), indent=1).decode() + "\n"

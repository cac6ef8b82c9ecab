"""All documents of a site as files: one a document, language and format, with stylesheet and index.

Everything is rendered before the first byte is written, and each file replaces its predecessor in one step: a
failure leaves the folder as it was or with whole files. Same declaration, day and formats, same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from zweck import texts
from zweck.declaration.model import Declaration
from zweck.errors import ZweckError
from zweck.write.contract import processors
from zweck.write.cookies import cookies
from zweck.write.deletion import deletion
from zweck.write.document import INTERNAL, KINDS, Bullets, Document, Kind, Reference, Run, Section, say
from zweck.write.frame import FILES, STYLESHEET
from zweck.write.html import depth_of, to_html, to_pages
from zweck.write.imprint import imprint
from zweck.write.json import to_json
from zweck.write.markdown import to_markdown
from zweck.write.notice import notice
from zweck.write.record import record

STATIC = Path(__file__).parent / "static"
"""The folder of the stylesheet, for whoever serves it."""

_BUILD: dict[str, Callable[[Declaration, str, date], Document]] = {
    "notice": notice,
    "imprint": imprint,
    "cookies": cookies,
    "record": record,
    "deletion": deletion,
    "processors": processors,
}
_RENDER: dict[str, Callable[[Document], str]] = {"md": to_markdown, "json": to_json}
FORMATS = ("html", *_RENDER)


def compose(kind: Kind, declaration: Declaration, language: str, on: date) -> Document:
    """One document in one language; a translation says which version is the reference and links to it (Art. 12(1))."""
    document = _BUILD[kind](declaration, language, on)
    if language == declaration.reference:
        return document
    reference = _BUILD[kind](declaration, declaration.reference, on)
    return _translated(document, Reference(reference.language, reference.version))


def _translated(document: Document, reference: Reference) -> Document:
    from dataclasses import replace

    language = document.language
    words = texts.message("write_page.translation-link", language, language=reference.language)
    line = say(
        texts.message("write_page.translation-before", language),
        Run(words, f"page:{document.kind}.{reference.language}"),
        texts.message("write_page.translation-after", language),
    )
    return replace(document, lead=(line, *document.lead), reference=reference)


def documents(declaration: Declaration, on: date) -> Iterator[Document]:
    """Every document of a site in every language, the reference language first."""
    for language in declaration.languages:
        for kind in (*KINDS, *INTERNAL):
            yield compose(kind, declaration, language, on)


def write(declaration: Declaration, folder: Path, formats: tuple[str, ...] = FORMATS, *, on: date) -> list[Path]:
    """Write all documents as of ``on``; returns the paths in the order written.

    Raises ``ZweckError`` for an unknown format or a folder that cannot be written; nothing is written then.
    """
    content = _content(declaration, _known(formats), on)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_replace(folder / name, text) for name, text in content.items()]
    except OSError as error:
        raise ZweckError(f"{folder}: cannot be written: {error.strerror}") from None


def _known(formats: tuple[str, ...]) -> tuple[str, ...]:
    asked = tuple(dict.fromkeys(f.strip().lower() for f in formats if f.strip()))
    unknown = [f for f in asked if f not in FORMATS]
    if unknown or not asked:
        raise ZweckError(f"unknown format {', '.join(unknown) or '(none)'}: one or more of {', '.join(FORMATS)}")
    return asked


def _content(declaration: Declaration, formats: tuple[str, ...], on: date) -> dict[str, str]:
    made = list(documents(declaration, on))
    depth = depth_of(made) if "html" in formats else 0
    content = {name: text for d in made for f in formats for name, text in _rendered(d, f, depth).items()}
    if "html" in formats:
        content["index.html"] = to_html(_index(declaration, made), FILES)
        content[STYLESHEET] = (STATIC / STYLESHEET).read_text("utf-8")
    return content


def _rendered(document: Document, style: str, depth: int) -> dict[str, str]:
    if style == "html":
        return {
            f"{kind}.{document.language}.html": page
            for kind, page in to_pages(document, depth if document.kind == "notice" else 0).items()
        }
    return {f"{document.kind}.{document.language}.{style}": _RENDER[style](document)}


def _index(declaration: Declaration, made: list[Document]) -> Document:
    """The page that leads to all others, each language in its own words."""
    language = declaration.reference
    groups = tuple(
        Section(f"in-{own}", texts.message("write_page.own-name", own), (_listed(made, own, language),))
        for own in declaration.languages
    )
    return Document(
        kind="index",
        language=language,
        title=texts.message("write_page.index", language),
        site=declaration.site.name,
        controller=declaration.controller.name,
        dated_on=made[0].dated_on,
        languages=declaration.languages,
        sections=groups,
    )


def _listed(made: list[Document], own: str, page: str) -> Bullets:
    spoken = own if own != page else ""
    found = (d for d in made if d.language == own)
    return Bullets(tuple(say(Run(d.title, f"page:{d.kind}.{own}", language=spoken)) for d in found))


def _replace(path: Path, text: str) -> Path:
    """Write beside, then rename: a reader sees the old file or the new one, never half of one."""
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path

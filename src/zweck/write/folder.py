"""All documents of a site as files: pages, tables, pictures and data, with stylesheet, index and archive of versions.

Everything is rendered before the first byte is written, and each file replaces its predecessor in one step: a
failure leaves the folder as it was or with whole files. Same declaration, day and formats, same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from zweck import texts
from zweck.declaration import load
from zweck.declaration.model import Declaration
from zweck.errors import ZweckError
from zweck.write.archive import (
    LIST,
    PUBLIC,
    History,
    archived,
    extend,
    find_version,
    hold_references,
    read_history,
    read_version,
)
from zweck.write.contract import processors
from zweck.write.cookies import cookies
from zweck.write.deletion import deletion
from zweck.write.difference import changes
from zweck.write.document import INTERNAL, KINDS, Document, Kind, Reference, Run, say
from zweck.write.edition import archive_pages
from zweck.write.file import replace_file
from zweck.write.format import FORMATS, USUAL, Files, Site, render
from zweck.write.imprint import imprint
from zweck.write.markdown import to_markdown
from zweck.write.notice import notice
from zweck.write.record import record

_BUILD: dict[str, Callable[[Declaration, str, date], Document]] = {
    "notice": notice,
    "imprint": imprint,
    "cookies": cookies,
    "record": record,
    "deletion": deletion,
    "processors": processors,
}


def compose(kind: Kind, declaration: Declaration, language: str, on: date) -> Document:
    """One document in one language; a translation says which version is the reference and links to it (Art. 12(1))."""
    document = _BUILD[kind](declaration, language, on)
    if language == declaration.reference:
        return document
    return _translated(document, _BUILD[kind](declaration, declaration.reference, on))


def _translated(document: Document, original: Document) -> Document:
    language, reference = document.language, Reference(original.language, original.version)
    words = texts.message("write_page.translation-link", language, language=reference.language)
    line = say(
        texts.message("write_page.translation-before", language),
        Run(words, f"page:{document.kind}.{reference.language}"),
        texts.message("write_page.translation-after", language),
    )
    return replace(document, lead=(line, *document.lead), reference=reference)


def documents(declaration: Declaration, on: date) -> Iterator[Document]:
    """Every document of a site in every language, the reference language first."""
    originals: dict[str, Document] = {}
    for language in declaration.languages:
        for kind in (*KINDS, *INTERNAL):
            built = _BUILD[kind](declaration, language, on)
            yield _translated(built, originals[kind]) if kind in originals else originals.setdefault(kind, built)


def write(declaration: Declaration, folder: Path, formats: tuple[str, ...] = USUAL, *, on: date) -> list[Path]:
    """Write all documents as of ``on``; returns the paths in the order written.

    Pages come with the archive of their versions, which is only ever added to. Raises ``ZweckError`` for an unknown
    format, a translation that is older than its reference, or a folder that cannot be written; nothing is written then.
    """
    asked = _known(formats)
    made = tuple(documents(declaration, on))
    hold_references(made)
    site = Site(declaration, made, on, number=_number(read_history(folder), made))
    files = {**render(site, asked), **(_archive(site, folder) if "html" in asked else {})}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = [replace_file(folder / name, text) for name, text in files.items()]
        _clear(folder, files)
    except OSError as error:
        raise ZweckError(f"{folder}: cannot be written: {error.strerror}") from None
    return written


def show_changes(declaration: Declaration, old: str, folder: Path | None, on: date) -> str:
    """What changed in notice, imprint and cookie table since ``old``, as Markdown in every language of the site.

    ``old`` is a declaration of an earlier day, or the version of one document in the archive of ``folder``. Raises
    ``ZweckError`` when it is neither, or when an archived document was changed.
    """
    archived_one = find_version(folder, old) if folder else None
    if archived_one:
        kind, language = archived_one.kind, archived_one.language
        pairs = [(archived_one, compose(kind, declaration, language, on))]
    else:
        before = _older(old)
        both = [language for language in declaration.languages if language in before.languages]
        pairs = [(compose(k, before, lang, on), compose(k, declaration, lang, on)) for lang in both for k in PUBLIC]
    changed = [pair for pair in pairs if pair[0].version != pair[1].version] or pairs[:1]
    return "\n".join(to_markdown(changes(one, other)) for one, other in changed)


def _older(old: str) -> Declaration:
    path = Path(old)
    if not path.exists():
        raise ZweckError(f"{old}: neither a declaration nor a version in the archive of --out")
    return load(path)


def _known(formats: tuple[str, ...]) -> tuple[str, ...]:
    asked = tuple(dict.fromkeys(f.strip().lower() for f in formats if f.strip()))
    unknown = [f for f in asked if f not in FORMATS]
    if unknown or not asked:
        raise ZweckError(f"unknown format {', '.join(unknown) or '(none)'}: one or more of {', '.join(FORMATS)}")
    return asked


def _number(history: History, made: tuple[Document, ...]) -> int:
    """Which version of the notice this is, counted from 1."""
    notice_ = made[0]
    known = [entry.version for entry in history.of("notice", notice_.language)]
    return len(known) + (not known or known[-1] != notice_.version)


def _archive(site: Site, folder: Path) -> Files:
    """The list of versions, new versions, and pages; what is there already was published and is not written again."""
    public = [d for d in site.documents if d.kind in PUBLIC]
    history = extend(read_history(folder), public, site.on)
    current = {entry.name: d for d in public for entry in history.versions if entry.version == d.version}
    old = {e.name: current.get(e.name) or read_version(folder, e) for e in history.versions}
    new = {e.name for e in history.versions if not (folder / e.name).exists()}
    pages = archive_pages(history, old, new, site.declaration.languages, site.notices[0])
    kept = {name: text for name, text in archived(public, history).items() if name in new or name == LIST}
    return {**kept, **dict(pages)}


def _clear(folder: Path, files: Files) -> None:
    """Take away pages of layers and languages that the site no longer has, so that none stays online unnoticed."""
    if "index.html" not in files:
        return
    kinds = ("activities", "services", *KINDS, *INTERNAL, "versions")
    for kind in kinds:
        for language in texts.LANGUAGES:
            name = f"{kind}.{language}.html"
            if name not in files:
                (folder / name).unlink(missing_ok=True)

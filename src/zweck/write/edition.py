"""The pages of the archive: every version under its own hash, what changed from one to the next, and the list of all.

Pure: the old documents are given, the pages come back by name. A permalink is ``versions/<hash>/<document>``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from zweck import texts
from zweck.write.archive import PUBLIC, Entry, History
from zweck.write.difference import changes, differences
from zweck.write.document import Bullets, Document, Kind, Paragraph, Section, Table, link, say
from zweck.write.frame import FILES, archived_frame
from zweck.write.html import to_html, to_pages

Old = Mapping[str, Document]
"""Archived documents by the name of their entry."""


@dataclass(frozen=True, slots=True)
class Step:
    """One version and the one before it, if there is one."""

    entry: Entry
    document: Document
    before: Document | None


def archive_pages(
    history: History, documents: Old, new: set[str], languages: tuple[str, ...], depth: int
) -> Iterator[tuple[str, str]]:
    """Pages with their names: the ``new`` versions and their changes, and a list of all in each language."""
    for language in languages:
        steps = {kind: tuple(_steps(history.of(kind, language), documents)) for kind in PUBLIC}
        for found in steps.values():
            for step in (step for step in found if step.entry.name in new):
                yield from _pages(step, history, depth)
        listed = list_versions(steps, language, languages)
        if listed:
            yield f"versions.{language}.html", to_html(listed, FILES)


def _steps(entries: tuple[Entry, ...], documents: Old) -> Iterator[Step]:
    before: Document | None = None
    for entry in entries:
        document = documents[entry.name]
        yield Step(entry, document, before)
        before = document


def _pages(step: Step, history: History, depth: int) -> Iterator[tuple[str, str]]:
    entry = step.entry
    kinds: tuple[Kind, ...] = ("notice", "activities", "services") if entry.kind == "notice" else (entry.kind,)
    frame = archived_frame(kinds, entry.language, _translations(entry, history))
    folder = f"versions/{entry.version}"
    for kind, page in to_pages(step.document, depth if entry.kind == "notice" else 0, frame).items():
        yield f"{folder}/{kind}.{entry.language}.html", page
    if step.before:
        told = to_html(changes(step.before, step.document), frame)
        yield f"{folder}/changes.{entry.language}.html", told


def _translations(entry: Entry, history: History) -> dict[str, str]:
    """The versions in other languages that have the same reference."""
    origin = entry.reference or entry.version
    same = (e for e in history.versions if e.kind == entry.kind and origin in (e.reference, e.version))
    return {e.language: e.version for e in same if e.language != entry.language}


Address = Callable[[str, str], str]
"""Where a version of a document lies on the live site."""


def versions_page(
    history: History, documents: Old, language: str, languages: tuple[str, ...], address: Address
) -> Document | None:
    """The list for the live site, where a version has one address and its changes stand in the list itself."""
    steps = {kind: tuple(_steps(history.of(kind, language), documents)) for kind in PUBLIC}
    return list_versions(steps, language, languages, address)


def list_versions(
    steps: Mapping[Kind, tuple[Step, ...]], language: str, languages: tuple[str, ...], address: Address | None = None
) -> Document | None:
    """The list of all versions, the newest first; nothing where none is kept."""
    found = {kind: own for kind, own in steps.items() if own}
    latest = [own[-1].document for own in found.values()]
    if not latest:
        return None
    return Document(
        kind="versions",
        language=language,
        title=_say("versions", language),
        site=latest[0].site,
        controller=latest[0].controller,
        dated_on=max(document.dated_on for document in latest),
        languages=languages,
        lead=(say(_say("versions-intro", language)),),
        sections=tuple(_section(kind, own, language, address) for kind, own in found.items()),
    )


def _say(name: str, language: str, /, **arguments: object) -> str:
    return texts.message(f"write_page.{name}", language, **arguments)


def _section(kind: Kind, steps: tuple[Step, ...], language: str, address: Address | None) -> Section:
    title = _say(kind, language)
    head = tuple(_say(f"versions-{column}", language) for column in ("version", "day", "changes"))
    rows = tuple(_row(step, language, address) for step in reversed(steps))
    return Section(f"v-{kind}", title, (Table(title, head, rows),))


def _row(step: Step, language: str, address: Address | None) -> tuple[Paragraph | Bullets, ...]:
    entry = step.entry
    folder = f"versions/{entry.version}"
    href = address(entry.kind, entry.version) if address else f"{folder}/{entry.kind}.{language}.html"
    more = "" if address else f"{folder}/changes.{language}.html"
    return say(link(entry.version, href)), say(texts.day(entry.effective_on, language)), _told(step, more, language)


def _told(step: Step, more: str, language: str) -> Paragraph | Bullets:
    """What changed, by activity; a page of its own has every word where there is one."""
    if step.before is None:
        return say(_say("versions-first", language))
    found = differences(step.before, step.document)
    if not found:
        return say(_say("versions-none", language))
    weighty = [change for change in found if change.is_important or not more]
    titles = dict.fromkeys(_title(change.how, change.title, language) for change in weighty)
    items = tuple(say(title) for title in titles)
    return Bullets((*items, say(link(_say("versions-more", language), more))) if more else items)


def _title(how: str, title: str, language: str) -> str:
    return title if how == "changed" else texts.message(f"write_changes.{how}", language, title=title)

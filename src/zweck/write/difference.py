"""What changed for people between two versions of a document: per activity, question by question, in its language.

A person should see a change without comparing two long texts (Art. 12(1) GDPR; WP 260, no. 29 to 31). Important is
what Art. 13 asks to be told of: a new activity or recipient, another purpose, basis, period, source or country, and
a promise that was taken back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from zweck import texts
from zweck.errors import ZweckError
from zweck.write.document import (
    Block,
    Bullets,
    Callout,
    Definition,
    Definitions,
    Document,
    Lines,
    Paragraph,
    Section,
    Table,
    say,
    sections,
)

_REPEATS = ("glance", "objection", "state")
"""Sections that only repeat or gather what other sections say."""

_TOLD = (
    "data",
    "purpose",
    "basis",
    "period",
    "recipients",
    "transfers",
    "automated",
    "source",
    "provider",
    "provision",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: in which section, under which question, what stood there and what stands there now."""

    anchor: str
    title: str
    how: Literal["new", "gone", "changed"]
    question: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    is_important: bool = False


def differences(old: Document, new: Document) -> list[Change]:
    """Every change from ``old`` to ``new``, in the order of ``new``; ``ZweckError`` for two languages or kinds."""
    if (old.kind, old.language) != (new.kind, new.language):
        told = f"{old.kind}.{old.language} and {new.kind}.{new.language}"
        raise ZweckError(f"{told} cannot be compared: take two versions of one document in one language")
    before = {s.anchor: s for s in sections(old) if s.anchor not in _REPEATS}
    after = {s.anchor: s for s in sections(new) if s.anchor not in _REPEATS}
    found = [c for anchor, section in after.items() for c in _of(before.get(anchor), section, new.language)]
    gone = (s for anchor, s in before.items() if anchor not in after)
    return [*found, *(Change(s.anchor, s.title, "gone", q, before=t) for s in gone for q, t in _questions(s).items())]


def _of(old: Section | None, new: Section, language: str) -> Iterator[Change]:
    if old is None:
        important = new.anchor.startswith(("a-", "s-"))
        for question, said in _questions(new).items():
            yield Change(new.anchor, new.title, "new", question, after=said, is_important=important)
        return
    if old.title != new.title:
        yield Change(new.anchor, new.title, "changed", before=(old.title,), after=(new.title,))
    was, now = _questions(old), _questions(new)
    for question in dict.fromkeys((*now, *was)):
        before = tuple(t for t in was.get(question, ()) if t not in now.get(question, ()))
        after = tuple(t for t in now.get(question, ()) if t not in was.get(question, ()))
        if before or after:
            weight = _weighs(new.anchor, question, before, after, language)
            yield Change(new.anchor, new.title, "changed", question, before, after, weight)


def _weighs(anchor: str, question: str, before: tuple[str, ...], after: tuple[str, ...], language: str) -> bool:
    if anchor in ("controller", "officer", "joint", "representative"):
        return True
    asked = {texts.message(f"write_notice.ask-{key}", language) for key in _TOLD}
    is_promise = question == texts.message("write_notice.ask-promises", language)
    return (question in asked and bool(after)) or (is_promise and bool(before))


def _questions(section: Section) -> dict[str, tuple[str, ...]]:
    """The sentences of a section by the question that they answer; ``""`` for what answers none."""
    found: dict[str, tuple[str, ...]] = {}
    for block in section.blocks:
        parts = block.items if isinstance(block, Definitions) else (Definition("", (block,)),)  # type: ignore[arg-type]
        for part in parts:
            said = tuple(text for inner in part.blocks for text in _texts(inner))
            found[part.term] = (*found.get(part.term, ()), *said)
    return found


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Lines):
        yield ", ".join(item.text for item in block.items)
    elif isinstance(block, Bullets):
        yield from (item.text for item in block.items)
    elif isinstance(block, Callout):
        yield from (text for part in block.blocks for text in _texts(part))
    elif isinstance(block, Table):
        yield from (" – ".join(" ".join(_texts(cell)) for cell in row) for row in block.rows)


def changes(old: Document, new: Document) -> Document:
    """The differences as a document of its own, what is important first."""
    language, found = new.language, differences(old, new)
    parts = [_part(name, [c for c in found if c.is_important is flag], language) for name, flag in _PARTS]
    none = () if found else (say(_say("none", language)),)
    told = {"old": old.version, "before": texts.day(old.dated_on, language)}
    intro = say(_say("intro", language, new=new.version, after=texts.day(new.dated_on, language), **told))
    return Document(
        kind="changes",
        language=language,
        title=_say("title", language, document=new.title),
        site=new.site,
        controller=new.controller,
        dated_on=new.dated_on,
        languages=new.languages,
        lead=(intro, *none),
        sections=tuple(part for part in parts if part.sections),
    )


_PARTS = (("important", True), ("other", False))


def _say(name: str, language: str, /, **arguments: object) -> str:
    return texts.message(f"write_changes.{name}", language, **arguments)


def _part(name: str, found: list[Change], language: str) -> Section:
    anchors = dict.fromkeys(change.anchor for change in found)
    inner = (_section(name, [c for c in found if c.anchor == anchor], language) for anchor in anchors)
    return Section(name, _say(name, language), sections=tuple(inner))


def _section(name: str, found: list[Change], language: str) -> Section:
    how = found[0].how
    title = found[0].title if how == "changed" else _say(how, language, title=found[0].title)
    questions = tuple(_definition(change, language) for change in found)
    return Section(f"{name}-{found[0].anchor}", title, (Definitions(questions),))


def _definition(change: Change, language: str) -> Definition:
    """What stood there and what stands there now; a text that is wholly new or gone needs no such words."""
    if change.how != "changed":
        said = tuple(say(text) for text in change.after or change.before)
    else:
        before = tuple(say(_say("before", language, text=text)) for text in change.before)
        said = (*before, *(say(_say("after", language, text=text)) for text in change.after))
    return Definition(change.question or _say("text", language), (said[0] if len(said) == 1 else Bullets(said),))

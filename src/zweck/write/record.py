"""The record of processing activities (Art. 30(1) GDPR): one table for the controller, one for each activity.

Items (a) to (g) of that paragraph in their order, and the legal basis, which authorities ask for as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from zweck import texts
from zweck.declaration.activity import Activity
from zweck.declaration.kind import kind
from zweck.declaration.model import Declaration
from zweck.promises import wording
from zweck.write import placing
from zweck.write.activity import Telling, bases, hosting_of
from zweck.write.citation import sentence
from zweck.write.contact import controller_lines, officer_lines, representative_lines
from zweck.write.document import Bullets, Document, Lines, Paragraph, Run, Section, Table, say
from zweck.write.party import Party, of_recipient, outside_eea, parties, say_transfer
from zweck.write.placing import place_promises

Row = tuple[Paragraph | Bullets, ...]


def record(declaration: Declaration, language: str, on: date) -> Document:
    """The record in one language as of a day."""
    telling = Telling(declaration, place_promises(declaration, language), language, on)
    return Document(
        kind="record",
        language=language,
        title=texts.message("write_page.record", language),
        site=declaration.site.name,
        controller=declaration.controller.name,
        dated_on=declaration.site.last_changed or on,
        languages=declaration.languages,
        lead=(say(_say("intro", language, name=declaration.controller.name)),),
        sections=tuple(_sections(telling)),
    )


def _say(name: str, language: str, /, **arguments: object) -> str:
    return texts.message(f"write_record.{name}", language, **arguments)


def _sections(telling: Telling) -> Iterator[Section]:
    language = telling.language
    title = _say("controller", language)
    yield Section("controller", title, (_table(telling, title, _controller(telling)),))
    activities = tuple(_activity(telling, a) for a in telling.declaration.activities.values())
    if activities:
        yield Section("activities", _say("activities", language), sections=activities)
    if measures := telling.placing.sentences(placing.SECURITY):
        text = say(_say("measures-text", language))
        yield Section("measures", _say("measures", language), (text, Bullets(measures)))


def _table(telling: Telling, caption: str, items: Iterable[tuple[str, Iterable[Paragraph]]]) -> Table:
    head = (_say("head-item", telling.language), _say("head-content", telling.language))
    made = ((name, tuple(p for p in found if p.runs)) for name, found in items)
    rows = tuple(_row(_say(f"item-{name}", telling.language), found) for name, found in made if found)
    return Table(caption, head, rows)


def _row(name: str, found: tuple[Paragraph, ...]) -> Row:
    return say(name), found[0] if len(found) == 1 else Bullets(found)


def _joined(lines: Lines) -> Paragraph:
    """An address in one cell: its lines with commas between them."""
    runs: list[Run] = []
    for item in lines.items:
        runs += [Run(", "), *item.runs] if runs else item.runs
    return Paragraph(tuple(runs))


def _controller(telling: Telling) -> Iterator[tuple[str, Iterable[Paragraph]]]:
    declaration, language = telling.declaration, telling.language
    yield "name", [_joined(controller_lines(declaration.controller, language))]
    yield "represented", [say(name) for name in declaration.controller.represented_by]
    yield (
        "joint",
        [of_recipient(other, "", language).say(language) for other in declaration.joint_controllers],
    )
    if declaration.representative:
        yield "representative", [_joined(representative_lines(declaration.representative, language))]
    if declaration.officer:
        yield "officer", [_joined(officer_lines(declaration.officer, language))]


def _activity(telling: Telling, activity: Activity) -> Section:
    title = wording.title(activity, telling.language)
    return Section(f"a-{activity.name}", title, (_table(telling, title, _items(telling, activity)),))


def _items(telling: Telling, activity: Activity) -> Iterator[tuple[str, Iterable[Paragraph]]]:
    language, name = telling.language, activity.name
    sentences = telling.placing.sentences
    yield "purpose", [say(sentence(wording.purpose(activity, language)))]
    yield "basis", bases(activity, language)
    yield "subjects", [say(sentence(texts.listed(subject_names(activity.subjects, language), language)))]
    yield (
        "data",
        [say(sentence(wording.listed_data(activity.data, language))), *sentences(placing.DATA, name)],
    )
    yield "recipients", _recipients(telling, activity)
    yield "transfers", _transfers(telling, activity)
    yield "period", sentences(placing.PERIOD, name)
    yield "system", [say(sentence(say_system(activity, language)))]
    yield "measures", sentences(placing.OTHER, name)


def _recipients(telling: Telling, activity: Activity) -> list[Paragraph]:
    found = parties(telling.declaration, activity, telling.language)
    named = [party.say(telling.language, linked=False) for party in found]
    none = "recipients-hosting" if hosting_of(telling, activity) else "recipients-none"
    return [*named, *telling.placing.sentences(placing.RECIPIENT, activity.name)] or [_line(telling, none)]


def _transfers(telling: Telling, activity: Activity) -> list[Paragraph]:
    """Those of the activity itself, and in one line those of the servers that it lies on."""
    abroad = _abroad(telling, activity)
    told = [say(say_transfer(p, telling.language, telling.on, asked_at=telling.asked_at)) for p in abroad]
    hosting = hosting_of(telling, activity)
    if hosting and _abroad(telling, hosting):
        told.append(_line(telling, "transfers-hosting"))
    return told or [_line(telling, "transfers-none")]


def _abroad(telling: Telling, activity: Activity) -> list[Party]:
    return outside_eea(parties(telling.declaration, activity, telling.language), telling.on)


_ELSEWHERE = ("imprint", "server_logs", "cookies")
"""Kinds that Zweck keeps but whose data lies on the page, in log files or on the device."""


def say_system(activity: Activity, language: str) -> str:
    """Where an activity's data lies: the declared system; the store only for what Zweck itself stores there."""
    if activity.system != "store":
        return activity.system
    is_stored = kind(activity.kind).kept and activity.kind not in _ELSEWHERE
    return _say("system-store" if is_stored else "system-outside", language)


def subject_names(words: Iterable[str], language: str) -> list[str]:
    """Categories of data subjects in words (Art. 30(1)(c)); a text of the declaration's own stays as it is."""
    return [wording.data_name(f"subject-{word}", language).removeprefix("subject-") for word in words]


def _line(telling: Telling, name: str) -> Paragraph:
    return say(sentence(_say(name, telling.language)))

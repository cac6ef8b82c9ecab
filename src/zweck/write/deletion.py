"""The deletion concept after DIN 66398: classes of start and period, and for each kind of data rule and implementation.

It shows to an authority how storage limitation is kept (Art. 5(1)(e) and (2), 17, 30(1)(f) GDPR). Every line comes
from a promise that the engine keeps, so that concept and erasure cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zweck import texts
from zweck.declaration.keeping import (
    Deadline,
    Event,
    FirstOf,
    LastOf,
    Moment,
    Period,
    Rule,
    Simple,
    Statutory,
    Until,
    While,
)
from zweck.declaration.keeping.clause import CALL_LEFT, SESSION_ENDED
from zweck.declaration.model import Declaration
from zweck.promises import wording
from zweck.promises.compile import compile_promises
from zweck.promises.model import Keeps
from zweck.texts import keeping
from zweck.write.citation import capitalised, sentence
from zweck.write.document import Bullets, Document, Paragraph, Section, Table, link, say
from zweck.write.record import say_system

Span = tuple[str, str]
"""The start of a period and its length, in words."""


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of data with its rule; ``spans`` are its starts and periods, the earliest first."""

    promise: Keeps
    title: str
    spans: tuple[Span, ...]


def deletion(declaration: Declaration, language: str, on: date) -> Document:
    """The deletion concept in one language."""
    lines = list(_lines(declaration, language))
    classes = _classes(lines)
    return Document(
        kind="deletion",
        language=language,
        title=texts.message("write_page.deletion", language),
        site=declaration.site.name,
        controller=declaration.controller.name,
        dated_on=declaration.site.last_changed or on,
        languages=declaration.languages,
        lead=(say(_say("intro", language, name=declaration.controller.name)),),
        sections=tuple(_sections(declaration, lines, classes, language)),
    )


def _say(name: str, language: str, /, **arguments: object) -> str:
    return texts.message(f"write_deletion.{name}", language, **arguments)


def _lines(declaration: Declaration, language: str) -> Iterator[Line]:
    for promise in compile_promises(declaration):
        if isinstance(promise, Keeps) and promise.activity in declaration.activities:
            activity = declaration.activities[promise.activity]
            title = capitalised(wording.record_class(activity, promise.record_class, language))
            yield Line(promise, title, tuple(spans(promise.rule, language)))


def spans(rule: Rule, language: str) -> Iterator[Span]:
    """When a rule's period starts and how long it is; several where the first or last of several counts."""
    at_once = _say("at-once", language)
    match rule.keep:
        case Period(moment, _):
            yield _span(moment, language)
        case Until(what):
            yield from (_span(part, language) for part in _parts(what))
        case While(states):
            for state in states:
                yield _say("start-state", language, state=keeping.say_state(state, language)), at_once
        case Simple.SESSION:
            yield _span(Event(SESSION_ENDED), language)
        case Simple.CALL:
            yield _span(Event(CALL_LEFT), language)
        case Simple.UNLIMITED:
            yield _say("no-start", language), _say("unlimited", language)
        case Statutory():
            yield _say("statutory-start", language), _say("statutory", language)
        case _:
            yield _say("no-storage", language), at_once


def _parts(what: Deadline) -> Iterator[Deadline]:
    if isinstance(what, FirstOf | LastOf):
        for part in what.parts:
            yield from _parts(part)
    else:
        yield what


def _span(what: Deadline, language: str) -> Span:
    if isinstance(what, Moment):
        form = "year" if what.year_end else "after"
        start = _say(f"start-{form}", language, event=keeping.say_event(what.event, language, form))
        return start, keeping.say_duration(what.duration, language, digits=True)
    word = what.word if isinstance(what, Event) else next(iter(what.words()), "")
    return _say("start-once", language, event=keeping.say_event(word, language, "once")), _say("at-once", language)


def _classes(lines: list[Line]) -> dict[Span, str]:
    """Each pair of start and period once, numbered in the order in which they first appear."""
    found = dict.fromkeys(span for line in lines for span in line.spans)
    return {span: f"LK {number}" for number, span in enumerate(found, 1)}


def _sections(
    declaration: Declaration, lines: list[Line], classes: dict[Span, str], language: str
) -> Iterator[Section]:
    if lines:
        yield Section("classes", _say("classes", language), _class_blocks(lines, classes, language))
        rules = tuple(_rules(declaration, lines, classes, language))
        yield Section("rules", _say("rules", language), (say(_say("rules-text", language)),), rules)
    yield Section("implementation", _say("implementation", language), (_implementation(declaration, language),))
    yield Section("responsible", _say("responsible", language), tuple(_responsible(declaration, language)))


def _class_blocks(lines: list[Line], classes: dict[Span, str], language: str) -> tuple[Paragraph, Table]:
    head = tuple(_say(f"head-{name}", language) for name in ("class", "start", "period", "data"))
    rows = tuple(
        (say(name, anchor=_anchor(name)), say(span[0]), say(span[1]), _titles(lines, span))
        for span, name in classes.items()
    )
    return say(_say("classes-text", language)), Table(_say("classes", language), head, rows)


def _anchor(name: str) -> str:
    return name.lower().replace(" ", "-")


def _titles(lines: list[Line], span: Span) -> Paragraph | Bullets:
    found = dict.fromkeys(line.title for line in lines if span in line.spans)
    items = tuple(say(title) for title in found)
    return items[0] if len(items) == 1 else Bullets(items)


def _rules(declaration: Declaration, lines: list[Line], classes: dict[Span, str], language: str) -> Iterator[Section]:
    for name, activity in declaration.activities.items():
        own = [line for line in lines if line.promise.activity == name]
        if own:
            title = wording.title(activity, language)
            yield Section(f"a-{name}", title, (_rule_table(title, declaration, own, classes, language),))


def _rule_table(
    caption: str, declaration: Declaration, own: list[Line], classes: dict[Span, str], language: str
) -> Table:
    head = tuple(_say(f"head-{name}", language) for name in ("data", "class", "rule", "exceptions", "done"))
    return Table(caption, head, tuple(_rule_row(line, declaration, classes, language) for line in own))


def _rule_row(
    line: Line, declaration: Declaration, classes: dict[Span, str], language: str
) -> tuple[Paragraph | Bullets, ...]:
    rule = line.promise.rule
    names = tuple(say(link(classes[span], f"#{_anchor(classes[span])}")) for span in line.spans)
    exceptions = keeping.say_exceptions(rule, language)
    law = f" ({rule.reason})" if rule.reason and "§" in rule.reason else ""
    where = say_system(declaration.activities[line.promise.activity], language)
    return (
        say(line.title),
        names[0] if len(names) == 1 else Bullets(names),
        say(keeping.say_end(rule, language) + law),
        say(exceptions or _say("no-exception", language)),
        say(sentence(where)),
    )


def _implementation(declaration: Declaration, language: str) -> Bullets:
    told = [_say(f"implementation-{name}", language) for name in ("sweep", "evidence", "hold", "backup", "outside")]
    told += [
        sentence(_say("implementation-system", language, system=name, time=system.backups))
        for name, system in declaration.systems.items()
        if system.backups
    ]
    return Bullets(tuple(say(text) for text in told))


def _responsible(declaration: Declaration, language: str) -> Iterator[Paragraph]:
    yield say(_say("responsible-text", language, name=declaration.controller.name))
    officer = declaration.officer
    if officer and (officer.name or officer.company or officer.email):
        yield say(_say("responsible-officer", language, name=officer.name or officer.company or officer.email))

"""Where data flows: from the visitor's device and the website to systems, and on to recipients in their countries.

The facts of the picture, without its drawing: what Art. 13(1)(e) and (f) and Art. 30(1)(d) and (e) GDPR ask to name.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from zweck import texts
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.law.adequacy import is_eea
from zweck.promises import wording
from zweck.promises.uses import Use, service_uses
from zweck.write.citation import capitalised
from zweck.write.party import Party, of_use, outside_eea, parties
from zweck.write.record import say_system

DEVICE = "device"
"""The source of what a visitor's browser sends by itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where data lies: a system, and the activities whose data lie there."""

    key: str
    title: str
    activities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """Recipients in one country; ``code`` is empty where the declaration names only a category of recipients."""

    code: str
    title: str
    is_outside: bool
    recipients: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole picture; ``Country.sources`` are keys of ``places`` or ``DEVICE``."""

    site: str
    language: str
    places: tuple[Place, ...]
    countries: tuple[Country, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    source: str
    country: str
    recipient: str


def flow(declaration: Declaration, language: str, on: datetime.date) -> Flow:
    """The flow of a site as of a day."""
    steps = [*_of_activities(declaration, language, on), *_of_services(declaration, on)]
    return Flow(declaration.site.name, language, _places(declaration, language), _countries(steps, language, on))


def _places(declaration: Declaration, language: str) -> tuple[Place, ...]:
    found: dict[str, list[str]] = {}
    for activity in declaration.activities.values():
        found.setdefault(say_system(activity, language), []).append(wording.title(activity, language))
    return tuple(Place(key, capitalised(key), tuple(titles)) for key, titles in found.items())


def _of_activities(declaration: Declaration, language: str, on: datetime.date) -> Iterable[_Step]:
    """Recipients that get data from where the activity's data lies; what the browser calls comes from the device."""
    browser = {use.id for use in service_uses(declaration) if _is_browser(use)}
    for activity in declaration.activities.values():
        for party in parties(declaration, activity, language):
            if party.service not in browser:
                yield from _steps(_source(activity, language), party, on)


def _source(activity: Activity, language: str) -> str:
    return say_system(activity, language)


def _of_services(declaration: Declaration, on: datetime.date) -> Iterable[_Step]:
    for use in service_uses(declaration):
        if _is_browser(use) and use.provider and use.provider != declaration.controller.name:
            yield from _steps(DEVICE, of_use(use), on)


def _is_browser(use: Use) -> bool:
    return not use.server_side and use.gate != "none"


def _steps(source: str, party: Party, on: datetime.date) -> Iterable[_Step]:
    """To the recipient, and on to its group company outside the Union."""
    yield _Step(source, party.country, party.name)
    for other in outside_eea([party], on):
        if other.country != party.country:
            yield _Step(source, other.country, other.who)


def _countries(steps: list[_Step], language: str, on: datetime.date) -> tuple[Country, ...]:
    codes = dict.fromkeys(step.country for step in steps)
    found = [_country(code, [s for s in steps if s.country == code], language, on) for code in codes]
    return tuple(sorted(found, key=lambda country: (country.is_outside, not country.code, country.title)))


def _country(code: str, steps: list[_Step], language: str, on: datetime.date) -> Country:
    title = texts.country(code, language) if code else texts.message("write_flow.no-country", language)
    is_outside = bool(code) and not is_eea(code, on)
    recipients = tuple(dict.fromkeys(capitalised(step.recipient) for step in steps))
    return Country(code, title, is_outside, recipients, tuple(dict.fromkeys(step.source for step in steps)))

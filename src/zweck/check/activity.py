"""Completeness and consistency of the record: what each activity must say, and that what it names exists.

Art. 5(1)(a), 12(1), 13(2)(e), 14 and 30(1) GDPR: nothing is processed that the declaration does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta

from zweck.check.case import Case, at, spoken
from zweck.check.period import lifetime
from zweck.check.rule import Problem, problem, rule
from zweck.check.vocabulary import ONLINE_IDENTIFIERS, THIRD_SOURCE_KINDS
from zweck.declaration.source import Path_
from zweck.errors import Severity

_ANONYMOUS = re.compile(r"\banonym", re.IGNORECASE)
_MONTH = timedelta(days=31)
_WITH_CONTACT = re.compile(
    r"first (?:contact|communication|message|letter)|erste\w? (?:kontakt|mitteilung|nachricht|brief)"
    r"|at (?:once|collection)|sofort|bei (?:der )?erhebung",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\bunter umständen\b|\bggf\.|\bgegebenenfalls\b|\bmöglicherweise\b|\bgrundsätzlich\b|\bin der regel\b"
    r"|\b(?:may|might) (?:be|also|use|collect|process|share|store|pass)\b|\bpossibly\b|\bas appropriate\b"
    r"|\bwhere applicable\b",
    re.IGNORECASE,
)
"""Words behind which anything may happen (WP260 rev. 01 no. 13)."""
_SENTENCES = ("purpose", "interest", "note", "provision_effect", "obtained_from", "essence", "no_officer")


@rule("GDPR-30-1-record")
def record_is_complete(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        if not activity.data:
            yield problem(*at(activity), name=activity.name)
        if not activity.subjects:
            yield problem(*at(activity), variant="subjects", name=activity.name)


@rule("GDPR-30-1-record")
def services_say_what_they_get(case: Case) -> Iterator[Problem]:
    for use in case.foreign_uses:
        if not use.data and not use.declared.used_for:
            yield problem("services", use.id, variant="service", severity=Severity.WARN, name=use.name)


@rule("GDPR-13-2a-storage")
def services_say_how_long(case: Case) -> Iterator[Problem]:
    for use in case.foreign_uses:
        said = use.declared
        silent = not (said.keep or said.provider_keeps or said.used_for or use.cookies)
        if silent and use.role == "processor":
            yield problem("services", use.id, variant="service", severity=Severity.WARN, name=use.name)


@rule("GDPR-13-2e-obligation")
def provision_is_said(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        if activity.fields and activity.provision is None:
            yield problem(*at(activity), name=activity.name)


@rule("GDPR-14-1-content")
def source_is_said(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        if activity.kind in THIRD_SOURCE_KINDS and not activity.obtained_from:
            yield problem(*at(activity), name=activity.name)
        if activity.obtained_from and not activity.data:
            yield problem(*at(activity, "obtained_from"), variant="data", name=activity.name)


@rule("GDPR-14-3-timing")
def people_learn_of_it_in_time(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        said = (activity.informed or "").strip()
        within = lifetime(said)
        if within is not None and within > _MONTH:
            yield problem(*at(activity, "informed"), name=activity.name, said=said)
        elif said and within is None and not _WITH_CONTACT.search(said):
            yield problem(*at(activity, "informed"), variant="unread", name=activity.name, said=said)


@rule("GDPR-12-1-form")
def nothing_is_hedged(case: Case) -> Iterator[Problem]:
    for path, text in case.declared_texts:
        found = _HEDGE.search(text) if set(path) & set(_SENTENCES) else None
        if found:
            yield problem(*path, severity=Severity.WARN, certainty="inferred", words=" ".join(found[0].split()))


@rule("GDPR-05-1a-fair-transparent")
def services_serve_declared_activities(case: Case) -> Iterator[Problem]:
    for use in case.uses:
        for number, name in enumerate(use.declared.used_for):
            if name not in case.declaration.activities:
                path: Path_ = ("services", use.id, "for", number)
                yield problem(*_listed(case, path), variant="activity", name=use.name, activity=name)


@rule("GDPR-05-1a-fair-transparent")
def systems_hold_declared_activities(case: Case) -> Iterator[Problem]:
    known = case.declaration.activities
    for name, system in case.declaration.systems.items():
        for number, activity in enumerate(system.activities):
            if activity not in known:
                path = _listed(case, ("systems", name, "activities", number))
                yield problem(*path, variant="activity", name=name, activity=activity)
        for table, said in system.tables.items():
            if said.rule and said.rule not in known and said.rule not in _classes(case):
                path = ("systems", name, "tables", table, "rule")
                yield problem(*path, variant="activity", name=f"{name}.{table}", activity=said.rule)


@rule("GDPR-05-1a-fair-transparent")
def disclosed_fields_are_collected(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        if not (case.is_written(*at(activity, "fields")) or case.is_written(*at(activity, "data"))):
            continue
        known = {*activity.data, *(f.name for f in activity.fields), *(f.category for f in activity.fields)}
        for recipient, words in activity.disclose.items():
            for number, word in enumerate(words):
                if word not in known:
                    path = _listed(case, at(activity, "disclose", recipient, number))
                    said = {"name": activity.name, "recipient": recipient, "word": word}
                    yield problem(*path, variant="disclose", severity=Severity.ERROR, **said)


def _listed(case: Case, path: Path_) -> Path_:
    """The entry of a list, or the value itself where one word stands for a list of one."""
    return path if case.is_written(*path) else path[:-1]


def _classes(case: Case) -> set[str]:
    return {rule.for_ for _, _, rule in case.keeping if rule.for_}


@rule("GDPR-12-1-language")
def every_language_is_spoken(case: Case) -> Iterator[Problem]:
    wanted = case.declaration.languages
    for path, text in _texts_by_language(case):
        for language in wanted:
            if not text.get(language, "").strip():
                yield problem(*path, missing=language)


@rule("GDPR-12-1-language")
def one_text_is_one_language(case: Case) -> Iterator[Problem]:
    if len(case.declaration.languages) < 2:
        return
    for path, text in case.declared_texts:
        if path[-1] in _SENTENCES and path[0] in ("activities", "services", "no_officer") and " " in text.strip():
            yield problem(*path, variant="single", severity=Severity.WARN, certainty="inferred")


def _texts_by_language(case: Case) -> Iterator[tuple[Path_, Mapping[str, str]]]:
    """Texts of the file that are given per language, found by their keys."""
    found: dict[Path_, dict[str, str]] = {}
    for path, text in case.declared_texts:
        if path[-1] in ("de", "en"):
            found.setdefault(path[:-1], {})[str(path[-1])] = text
    yield from found.items()


@rule("GDPR-04-identifiers")
def identifiers_are_not_anonymous(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        said = [part for part in ("title", "purpose", "note") if _ANONYMOUS.search(spoken(getattr(activity, part)))]
        if said and ONLINE_IDENTIFIERS & set(activity.data):
            yield problem(*at(activity, said[0]), name=activity.name)

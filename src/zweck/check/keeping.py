"""Every record has an end that can be dated, and something that brings it about (Art. 5(1)(e), 13(2)(a), 17 GDPR)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from zweck.check.basis import CONSENT, INTEREST
from zweck.check.case import Case, at, option
from zweck.check.period import lifetime, longest, moments
from zweck.check.rule import Problem, problem, rule
from zweck.check.vocabulary import ASKED_EVENTS, RECORDED_EVENTS, VAGUE_EVENTS
from zweck.declaration.activity import Activity, Keeping
from zweck.declaration.keeping import Bound, Period, Requests, Restrict, Rule, Simple, Until, While
from zweck.errors import Severity

_MONTHS_12, _YEARS_2, _YEARS_3 = (timedelta(days=d) for d in (366, 731, 1096))
_LOOKS = frozenset({"image", "video", "photo", "testimonial", "public_profile"})
_BACKUPS_FOR = timedelta(days=90)
_SUPPRESSES = ("suppression", "opt_out")
_NOT_ANONYMOUS = ("hash", "mask", "pseudonymise", "pseudonymize", "encrypt", "tokenise", "shuffle")
_TO_CONTACT = ("contact", "enquiries", "chat")


@rule("GDPR-05-1e-storage")
def everything_has_an_end(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        if not activity.rules:
            yield problem(*at(activity), name=activity.name)
    for activity, path, kept in case.keeping:
        suppresses = activity.kind in _SUPPRESSES or kept.for_ in _SUPPRESSES or path[2] in _SUPPRESSES
        if kept.keep is Simple.UNLIMITED and not suppresses:
            yield problem(*path, variant="unlimited", name=activity.name)


@rule("GDPR-13-2a-storage")
def the_end_can_be_dated(case: Case) -> Iterator[Problem]:
    for activity, path, kept in case.keeping:
        words = set(kept.event_words()) if isinstance(kept.keep, Until | While) else set()
        vague = words & VAGUE_EVENTS
        if vague and words <= VAGUE_EVENTS | ASKED_EVENTS and not list(moments(kept)):
            yield problem(*path, name=activity.name, event=min(vague))
        elif words and words <= ASKED_EVENTS and CONSENT not in activity.basis:
            yield problem(*path, variant="asked", name=activity.name)


@rule("GDPR-17-3-exceptions")
def holds_are_bounded(case: Case) -> Iterator[Problem]:
    for activity, path, kept in case.keeping:
        for hold in kept.holds:
            if not (hold.until or hold.at_most or hold.review):
                yield problem(*path[:-1], "hold", name=activity.name, reason=hold.reason)
        refused = kept.requests is Requests.DO_NOT_SHORTEN and not kept.reason
        if refused and INTEREST not in activity.basis:
            yield problem(*path[:-1], "requests", variant="requests", name=activity.name)


@rule("GDPR-21-1-object")
def objection_is_answered(case: Case) -> Iterator[Problem]:
    for activity, path, kept in case.keeping:
        if kept.requests is Requests.DO_NOT_SHORTEN and not kept.reason and INTEREST in activity.basis:
            yield problem(*path[:-1], "requests", name=activity.name)


@rule("GDPR-17-1-erase")
def something_erases(case: Case) -> Iterator[Problem]:
    systems = case.declaration.systems
    for activity in case.activities:
        if activity.system == "store":
            continue
        system = systems.get(activity.system)
        if system is None:
            yield problem(*at(activity, "system"), name=activity.name, system=activity.system)
        elif system.tables and not _covers(case, activity.name, activity.system):
            yield problem(*at(activity, "system"), variant="tables", name=activity.name, system=activity.system)


def _covers(case: Case, activity: str, system: str) -> bool:
    said = case.declaration.systems[system]
    classes = {kept.for_ for a, _, kept in case.keeping if a.name == activity and kept.for_}
    return activity in said.activities or any(table.rule in {activity, *classes} for table in said.tables.values())


@rule("GDPR-17-1-erase")
def something_starts_the_period(case: Case) -> Iterator[Problem]:
    for activity, path, kept in case.keeping:
        recorded = RECORDED_EVENTS.get(activity.kind)
        words = (
            set(kept.event_words()) - ASKED_EVENTS - VAGUE_EVENTS if isinstance(kept.keep, Period | Until) else set()
        )
        if recorded and activity.system == "store" and words and not words & recorded:
            said = {"name": activity.name, "event": min(words), "known": ", ".join(sorted(recorded))}
            yield problem(*path, variant="event", severity=Severity.ERROR, certainty="inferred", **said)


@rule("GDPR-17-anonymise")
def anonymous_means_nobody(case: Case) -> Iterator[Problem]:
    for name, system in case.declaration.systems.items():
        for table, said in system.tables.items():
            then = said.then if isinstance(said.then, Mapping) else {}
            columns = then.get("anonymise", then.get("anonymize"))
            for column, method in columns.items() if isinstance(columns, Mapping) else ():
                if any(word in str(method).casefold() for word in _NOT_ANONYMOUS):
                    path = ("systems", name, "tables", table, "then", "anonymise", str(column))
                    yield problem(*path, table=f"{name}.{table}", column=str(column), method=str(method))


@rule("GDPR-17-backup")
def backups_end_too(case: Case) -> Iterator[Problem]:
    for name, system in case.declaration.systems.items():
        lives = lifetime(system.backups) if system.backups else None
        if system.backups and lives is None:
            yield problem("systems", name, "backups", variant="unread", name=name)
        elif lives and lives > _BACKUPS_FOR:
            yield problem("systems", name, "backups", variant="long", severity=Severity.WARN, name=name)
    for activity, path, kept in case.keeping:
        used = case.declaration.systems.get(activity.system)
        if "backups" in kept.copies and used and not used.backups:
            yield problem(*path[:-1], "copies", name=activity.name, system=activity.system)


@rule("RET-restrict")
def restriction_ends(case: Case) -> Iterator[Problem]:
    for activity, path, kept in case.keeping:
        for stage in kept.then:
            if isinstance(stage, Restrict) and stage.until is None and stage.at_most is None:
                yield problem(*path[:-1], "then", name=activity.name)


@rule("RET-longer-than-need")
def a_minimum_is_no_end(case: Case) -> Iterator[Problem]:
    for activity, path, kept in case.keeping:
        if isinstance(kept.keep, Period) and kept.keep.bound is Bound.AT_LEAST:
            yield problem(*path, name=activity.name)


@rule("RET-contact-short")
def enquiries_are_short_lived(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind(*_TO_CONTACT):
        lasts = longest(activity.rule) if activity.rule else None
        if lasts is None or (activity.rule and activity.rule.reason and lasts <= _YEARS_3):
            continue
        if lasts > _YEARS_3:
            yield problem(*at(activity, "keep"), variant="years", name=activity.name)
        elif lasts > _MONTHS_12:
            yield problem(*at(activity, "keep"), severity=Severity.WARN, name=activity.name)


@rule("RET-applicant-6m")
def rejected_applicants_are_forgotten(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind("applications"):
        lasts = longest(activity.rule) if activity.rule else None
        months = int(case.view("applicants").partition(" ")[0])
        if lasts is not None and lasts > timedelta(days=31 * months):
            yield problem(*at(activity, "keep"), name=activity.name, months=months)


@rule("GDPR-17-2-public")
def what_is_published_can_be_taken_back(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        published = "public" in activity.recipients and _LOOKS & {*activity.data, *(f.name for f in activity.fields)}
        if published and not any(kept.copies for kept in activity.rules):
            yield problem(*at(activity), name=activity.name)


@rule("RET-applicant-pool")
def talent_pool_on_consent(case: Case) -> Iterator[Problem]:
    for activity, path, kept in _pools(case):
        if CONSENT not in activity.basis and not _on_consent(kept):
            yield problem(*path, name=activity.name)
        lasts = longest(kept)
        if lasts is None:
            yield problem(*path, variant="period", name=activity.name)
        elif lasts > _YEARS_2:
            yield problem(*path, variant="long", severity=Severity.WARN, name=activity.name)


def _pools(case: Case) -> Iterator[tuple[Activity, tuple[str | int, ...], Rule]]:
    for activity in case.of_kind("applications", "talent_pool"):
        pool = option(activity, "pool")
        if isinstance(pool, Keeping) and pool.rule:
            yield activity, at(activity, "pool", "keep"), pool.rule
        elif activity.kind == "talent_pool" and activity.rule:
            yield activity, at(activity, "keep"), activity.rule


def _on_consent(kept: Rule) -> bool:
    return any("consent" in word for word in kept.event_words())


@rule("RET-rights-file")
def answers_can_be_proved(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind("rights"):
        kept = activity.rule.keep if activity.rule else Simple.NOTHING
        if kept in (Simple.NOTHING, Simple.SESSION):
            yield problem(*at(activity, "keep"), name=activity.name)


@rule("RET-consent-proof")
def consent_records_end(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind("consent"):
        lasts = longest(activity.rule) if activity.rule else None
        if lasts is not None and lasts > timedelta(days=5 * 366):
            yield problem(*at(activity, "keep"), name=activity.name)

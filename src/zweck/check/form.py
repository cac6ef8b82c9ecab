"""Forms: only what is needed is mandatory, and a consent stands apart (Art. 5(1)(c), 7(2), 7(4) GDPR)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zweck.check.case import Case, at, spoken
from zweck.check.rule import Problem, problem, rule
from zweck.check.vocabulary import MAIL_KINDS, NOT_NEEDED
from zweck.declaration.activity import Activity, FormField
from zweck.declaration.source import Path_

_SELLING = ("orders", "payments", "shipping", "partner_accounts")
"""Kinds that need a real name: a contract is concluded with a person."""
_LEAN_KINDS = ("contact", "newsletter", "enquiries", "chat", "webinars")
_AGREES_TO_NOTICE = re.compile(
    r"(?:accept|agree|consent|akzeptier|einverstanden|stimme|willige)"
    r".{0,80}(?:privacy (?:notice|policy|statement)|datenschutz)"
    r"|(?:privacy (?:notice|policy)|datenschutz\w{0,20})"
    r".{0,60}(?:accept|agree|akzeptier|einverstanden|stimme|zugestimmt)",
    re.IGNORECASE | re.DOTALL,
)
_TIED = re.compile(r"newsletter|marketing|advert|werb|tracking|profil|angebote per", re.IGNORECASE)


def _fields(case: Case, *kinds: str) -> Iterator[tuple[Activity, Path_, FormField]]:
    for activity in case.activities:
        if not kinds or activity.kind in kinds:
            for number, field in enumerate(activity.fields):
                yield activity, at(activity, "fields", number), field


@rule("GDPR-05-1c-minimise")
def mandatory_means_needed(case: Case) -> Iterator[Problem]:
    for activity, path, field in _fields(case, *_LEAN_KINDS):
        if not field.required or spoken(field.why):
            continue
        if activity.kind in MAIL_KINDS and field.type not in ("email", "checkbox"):
            yield problem(*path, variant="newsletter", name=activity.name, field=field.name)
        elif field.name in NOT_NEEDED:
            yield problem(*path, name=activity.name, field=field.name)


@rule("TDDDG-19-2")
def an_alias_will_do(case: Case) -> Iterator[Problem]:
    if case.of_kind(*_SELLING):
        return
    for activity, path, field in _fields(case, "accounts"):
        if field.required and field.category == "name" and not spoken(field.why) and case.is_written(*path):
            yield problem(*path, name=activity.name, field=field.name)


@rule("GDPR-07-2-separate")
def consent_stands_apart(case: Case) -> Iterator[Problem]:
    for activity, path, field in _fields(case):
        if field.type == "checkbox" and _AGREES_TO_NOTICE.search(spoken(field.label)):
            yield problem(*path, name=activity.name, field=field.name)


@rule("GDPR-07-4-tying")
def consent_is_no_condition(case: Case) -> Iterator[Problem]:
    for activity, path, field in _fields(case):
        tied = field.type == "checkbox" and field.required and activity.kind not in MAIL_KINDS
        if tied and _TIED.search(f"{field.name} {spoken(field.label)}"):
            yield problem(*path, name=activity.name, field=field.name)

"""Advertising: consent first, proof of it, an easy way out that lasts (§§ 7, 7a UWG, Art. 7, 21(2) GDPR)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from zweck.check.basis import CONSENT
from zweck.check.case import Case, at, option, spoken
from zweck.check.period import longest
from zweck.check.rule import Problem, problem, rule
from zweck.check.vocabulary import ADVERTISING_KINDS, MAIL_KINDS
from zweck.declaration.activity import Activity
from zweck.declaration.keeping import Requests, Rule, Simple
from zweck.errors import Severity

_SOFT = "soft_opt_in"
_FIVE_YEARS = timedelta(days=5 * 365)
_MONTH, _QUARTER = timedelta(days=31), timedelta(days=92)
_LEAVING = ("unsubscribed", "consent_withdrawn", "objected")
_VAGUE = re.compile(r"\bpartner|dritte[rn]?\b|third part|interesting|interessante|various|verschiedene", re.IGNORECASE)
_PHONE = frozenset({"phone", "mobile", "telephone"})
_MAIL = frozenset({"mail", "email", "e-mail", "fax", "sms"})


@rule("UWG-7-2-2")
def mail_advertising_on_consent(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        by_mail = activity.kind in MAIL_KINDS or _channels(activity) & _MAIL
        if by_mail and CONSENT not in activity.basis:
            yield problem(*at(activity, "basis"), name=activity.name)


@rule("UWG-7-3")
def existing_customers_four_conditions(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind(_SOFT):
        if option(activity, "told_at_sale", True) is False:
            yield problem(*at(activity, "told_at_sale"), name=activity.name)
        if not spoken(option(activity, "similar")).strip():
            yield problem(*at(activity), variant="similar", name=activity.name)


@rule("UWG-7-1-tell")
def phone_advertising_on_consent(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind(*ADVERTISING_KINDS):
        words = {*activity.data, *(field.name for field in activity.fields), *_channels(activity)}
        if words & _PHONE and CONSENT not in activity.basis:
            yield problem(*at(activity, "basis"), severity=Severity.BLOCK, name=activity.name)


@rule("UWG-7-1-tell")
def proof_of_calls_five_years(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind(*ADVERTISING_KINDS):
        for path, kept in ((p, r) for a, p, r in case.keeping if a is activity and r.for_ == "proof"):
            lasts = longest(kept)
            if _channels(activity) & _PHONE and lasts is not None and lasts < _FIVE_YEARS:
                yield problem(*path, variant="proof", severity=Severity.ERROR, name=activity.name)


def _channels(activity: Activity) -> set[str]:
    """The ways in which an advertising activity reaches people."""
    return (
        {str(c).casefold() for c in option(activity, "channels", ())} if activity.kind in ADVERTISING_KINDS else set()
    )


@rule("UWG-doi")
def unconfirmed_entries_lapse(case: Case) -> Iterator[Problem]:
    for activity, kept in _parts(case, "unconfirmed"):
        path = at(activity, "unconfirmed", "keep")
        lasts = longest(kept)
        if lasts is None or lasts > _QUARTER:
            yield problem(*path, severity=Severity.ERROR, name=activity.name)
        elif lasts > _MONTH:
            yield problem(*path, variant="long", severity=Severity.WARN, name=activity.name)


@rule("UWG-scope")
def consent_names_what_comes(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind(*MAIL_KINDS):
        if _VAGUE.search(spoken(option(activity, "contents"))):
            yield problem(*at(activity, "contents"), name=activity.name)


@rule("UWG-unsub")
def leaving_ends_the_mail(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind(*MAIL_KINDS):
        if activity.rule and not set(activity.rule.event_words()) & set(_LEAVING):
            yield problem(*at(activity, "keep"), name=activity.name)


@rule("UWG-proof-after")
def proof_outlives_the_consent_and_ends(case: Case) -> Iterator[Problem]:
    for activity, kept in _parts(case, "proof"):
        path = at(activity, "proof", "keep")
        if kept.keep is Simple.UNLIMITED:
            yield problem(*path, name=activity.name)
        elif longest(kept) is None:
            yield problem(*path, variant="lost", severity=Severity.WARN, name=activity.name)


@rule("GDPR-07-1-proof")
def consent_can_be_proved(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind("consent"):
        if activity.rule and activity.rule.keep in (Simple.NOTHING, Simple.SESSION):
            yield problem(*at(activity, "keep"), name=activity.name)
    for activity, kept in _parts(case, "proof"):
        if kept.keep in (Simple.NOTHING, Simple.SESSION):
            yield problem(*at(activity, "proof", "keep"), name=activity.name)


@rule("UWG-suppression")
def who_left_is_remembered(case: Case) -> Iterator[Problem]:
    elsewhere = bool(case.of_kind("suppression")) or any(option(a, "suppression") for a in case.activities)
    for activity in case.of_kind(*ADVERTISING_KINDS):
        reaches = activity.kind in (*MAIL_KINDS, _SOFT) or bool(_channels(activity))
        missing = not option(activity, "suppression") if activity.kind in MAIL_KINDS else not elsewhere
        if reaches and missing and not case.of_kind("suppression"):
            yield problem(*at(activity), name=activity.name)


@rule("GDPR-21-2-marketing")
def objection_to_advertising_is_absolute(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind(*ADVERTISING_KINDS):
        for path, kept in ((p, r) for a, p, r in case.keeping if a is activity):
            if kept.requests in (Requests.BALANCE, Requests.DO_NOT_SHORTEN) and path[2] not in (
                "proof",
                "suppression",
            ):
                yield problem(*path[:-1], "requests", name=activity.name)


def _parts(case: Case, name: str) -> Iterator[tuple[Activity, Rule]]:
    for activity in case.of_kind(*MAIL_KINDS):
        part = option(activity, name)
        if part is not None and part.rule:
            yield activity, part.rule

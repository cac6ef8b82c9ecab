"""Measuring visitors and server logs (§ 25 TDDDG, Art. 6(1)(f), 21 and 25 GDPR; DSK guidance on digital services).

Without consent only a lean measurement stands: own use, shortened addresses, no entry on the device, an opt-out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from zweck.check.basis import CONSENT, INTEREST, category
from zweck.check.case import Case, at, option
from zweck.check.period import longest
from zweck.check.rule import Problem, problem, rule
from zweck.check.vocabulary import ANALYTICS_KINDS
from zweck.declaration.activity import Activity
from zweck.declaration.keeping import Rule
from zweck.errors import Severity

_FULL = ("full", "no", "none", "off", "after_write", "unshortened")
_MONTH = timedelta(days=31)
_LIMITS = {"7 days": timedelta(days=7), "30 days": timedelta(days=30)}
_JOINABLE = frozenset(
    {"cookie_id", "device_id", "user_id", "visitor_id", "account_id", "hash_of_email", "hashed_email"}
)
_READ_FROM_DEVICE = frozenset(
    {"screen", "screen_size", "fonts", "plugins", "canvas", "fingerprint", "timezone", "battery"}
)
_OWN_ENGINES = ("built-in", "own", "matomo", "plausible", "umami")


@rule("ANA-exempt-de")
def measuring_without_consent_is_lean(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind(*ANALYTICS_KINDS):
        if CONSENT in activity.basis:
            continue
        engine = str(option(activity, "engine", "built-in"))
        if option(activity, "cookieless", True) is False or (activity.device_basis or "").startswith("25(1)"):
            yield problem(*at(activity), severity=Severity.BLOCK, name=activity.name)
        elif engine not in _OWN_ENGINES:
            yield problem(*at(activity, "engine"), variant="engine", name=activity.name, engine=engine)


@rule("ANA-exempt-de")
def measuring_services_without_entry(case: Case) -> Iterator[Problem]:
    for use in case.uses:
        measures = category(use) == "analytics" and INTEREST in use.basis and not use.server_side
        if measures and use.role == "controller":
            yield problem("services", use.id, variant="own-use", name=use.name)


@rule("ANA-ip")
def addresses_are_shortened_first(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind(*ANALYTICS_KINDS):
        for name in ("ip", "ip_truncation", "shorten_ip"):
            said = option(activity, name)
            full = said is False or (said is not None and str(said).casefold() in _FULL)
            if full or _stores_address(activity.data):
                yield problem(*at(activity, name if said is not None else "data"), name=activity.name)
                break


def _stores_address(data: tuple[str, ...]) -> bool:
    return bool({"ip", "ip_address"} & set(data))


@rule("ANA-optout")
def measuring_can_be_objected_to(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind(*ANALYTICS_KINDS):
        if INTEREST in activity.basis and option(activity, "opt_out", True) is False:
            yield problem(*at(activity, "opt_out"), name=activity.name)
    for use in case.uses:
        on_interest = category(use) == "analytics" and INTEREST in use.basis and use.gate != "consent"
        if on_interest and not use.opt_out:
            yield problem("services", use.id, name=use.name)


@rule("ANA-ga")
def third_party_measuring_needs_consent(case: Case) -> Iterator[Problem]:
    for use in case.uses:
        foreign = use in case.foreign_uses
        if category(use) == "analytics" and INTEREST in use.basis and foreign:
            yield problem("services", use.id, "basis", severity=Severity.BLOCK, name=use.name)


@rule("LOG-server")
def logs_are_short(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind("server_logs"):
        shortened = option(activity, "shorten_ip", False) is True
        if activity.rule:
            yield from _log_period(case, activity, activity.rule, shortened=shortened)
        merged = {"account_id", "user_id", "name", "contact"} & {
            *activity.data,
            *option(activity, "record", ()),
        }
        for word in sorted(merged):
            yield problem(*at(activity), variant="merged", name=activity.name, word=word)


def _log_period(case: Case, activity: Activity, kept: Rule, *, shortened: bool) -> Iterator[Problem]:
    lasts, limit = longest(kept), _LIMITS[case.view("server_logs")]
    if lasts is None or kept.reason or (shortened and lasts <= _MONTH):
        return
    if lasts > _MONTH:
        yield problem(*at(activity, "keep"), name=activity.name)
    elif lasts > limit:
        path = at(activity, "keep")
        yield problem(*path, variant="week", severity=Severity.WARN, name=activity.name, days=limit.days)


@rule("GDPR-11-noid")
def counting_keeps_nobody_apart(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind(*ANALYTICS_KINDS):
        joinable = sorted(_JOINABLE & set(activity.data))
        if option(activity, "cookieless") and CONSENT not in activity.basis and joinable:
            yield problem(*at(activity, "data"), name=activity.name, word=joinable[0])


@rule("TDDDG-25-http")
def only_what_every_request_brings(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind(*ANALYTICS_KINDS):
        if CONSENT in activity.basis or not option(activity, "cookieless"):
            continue
        read = sorted(_READ_FROM_DEVICE & set(activity.data))
        if read:
            said = {"name": activity.name, "word": read[0]}
            yield problem(*at(activity, "data"), variant="read", severity=Severity.BLOCK, **said)
        elif case.view("cookieless_analytics") == "consent":
            yield problem(*at(activity, "basis"), variant="consent", name=activity.name)
        elif "cookieless_analytics" not in case.declaration.views:
            yield problem(*at(activity, "cookieless"), severity=Severity.INFO, name=activity.name)


@rule("GDPR-21-5-automated")
def signals_of_the_browser_count(case: Case) -> Iterator[Problem]:
    on_interest = any(INTEREST in a.basis for a in case.of_kind(*ANALYTICS_KINDS)) or any(
        category(use) == "analytics" and INTEREST in use.basis for use in case.uses
    )
    for activity in case.of_kind("consent"):
        if on_interest and option(activity, "honour_gpc") is False:
            yield problem(*at(activity, "honour_gpc"), name=activity.name)


@rule("CONS-gpc")
def signals_answer_the_question(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind("consent"):
        if option(activity, "honour_gpc") is False:
            yield problem(*at(activity, "honour_gpc"), name=activity.name)

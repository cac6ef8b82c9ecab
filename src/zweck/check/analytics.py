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
from zweck.declaration.keeping import Rule
from zweck.errors import Severity

_FULL = ("full", "no", "none", "off", "after_write", "unshortened")
_WEEK, _MONTH = timedelta(days=7), timedelta(days=31)
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
            yield from _log_period(case, at(activity, "keep"), activity.rule, activity.name, shortened)
        merged = {"account_id", "user_id", "name", "contact"} & {
            *activity.data,
            *option(activity, "record", ()),
        }
        for word in sorted(merged):
            yield problem(*at(activity), variant="merged", name=activity.name, word=word)


def _log_period(case: Case, path: tuple[str | int, ...], kept: Rule, name: str, shortened: bool) -> Iterator[Problem]:
    lasts = longest(kept)
    if lasts is None or (shortened and lasts <= _MONTH):
        return
    if lasts > _MONTH and not kept.reason:
        yield problem(*path, name=name)
    elif lasts > _WEEK and not kept.reason:
        yield problem(*path, variant="week", severity=Severity.WARN, name=name)

"""What is stored on or read from the visitor's device, and who must consent (§ 25 TDDDG, Art. 25 GDPR).

Gate and basis of a service must match; what is called necessary must be it; every entry is named, explained and has a
lifetime (CJEU C-673/17). The default is that nothing optional loads.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from zweck.check.basis import CONSENT, category
from zweck.check.case import Case, at, option, optional_entries, spoken
from zweck.check.period import is_lifetime, lifetime
from zweck.check.rule import Problem, problem, rule
from zweck.check.vocabulary import EMBED_CATEGORIES, TRACKING_CATEGORIES
from zweck.declaration.keeping import DeviceFor, DeviceUntilCleared
from zweck.declaration.model import Cookie
from zweck.declaration.source import Path_
from zweck.errors import Severity
from zweck.promises.uses import CHOICE_COOKIE, Use

if TYPE_CHECKING:
    from zweck.catalog import Service

_TRANSMITTING = ("hosting", "cdn", "load_balancer", "load_balancing", "security", "infrastructure")
_HALF_A_YEAR = timedelta(days=180)
_YEAR = timedelta(days=366)
_VALID = {"24 months": timedelta(days=731), "12 months": _YEAR, "6 months": timedelta(days=186)}


def _in_browser(case: Case) -> list[Use]:
    return [use for use in case.uses if not use.server_side]


def _entries(case: Case) -> Iterator[tuple[Path_, Cookie, Use | None]]:
    """Every storage entry: those of services, and those of the site itself."""
    for use in case.uses:
        for number, cookie in enumerate(use.cookies):
            yield ("services", use.id, "cookies", number), cookie, use
    for activity in case.activities:
        for number, cookie in enumerate(option(activity, "entries", ())):
            yield at(activity, "entries", number), cookie, None
        entry = option(activity, "entry")
        if isinstance(entry, Cookie):
            yield at(activity, "entry"), entry, None


@rule("TDDDG-25-1")
def storing_needs_consent(case: Case) -> Iterator[Problem]:
    for use in _in_browser(case):
        optional = optional_entries(use)
        if optional and use.gate == "none":
            yield problem("services", use.id, name=use.name, entry=optional[0])
    gated = bool(case.of_kind("consent"))
    for path, cookie, of_use in _entries(case):
        if of_use is None and not cookie.necessary and not gated:
            yield problem(*path, variant="own", name=cookie.name)


@rule("TDDDG-25-2-2")
def necessary_is_necessary(case: Case) -> Iterator[Problem]:
    for use in _in_browser(case):
        if use.gate == "necessary" and category(use) in TRACKING_CATEGORIES:
            yield problem("services", use.id, "gate", name=use.name)
    for path, cookie, of_use in _entries(case):
        lives = lifetime(cookie.lifetime)
        setter = _known_setter(cookie) if cookie.necessary and of_use is None else None
        if setter and setter.category in TRACKING_CATEGORIES:
            yield problem(*path, variant="tracker", name=cookie.name, service=setter.name)
        elif cookie.necessary and lives and lives > _YEAR and (of_use is None or case.is_written(*path)):
            yield problem(*path, variant="lifetime", severity=Severity.WARN, name=cookie.name, lifetime=cookie.lifetime)


def _known_setter(cookie: Cookie) -> Service | None:
    """The service that is known for setting such a cookie; our own entry is nobody else's."""
    if cookie.name == CHOICE_COOKIE:
        return None
    from zweck import catalog

    return catalog.by_cookie(cookie.name)


@rule("TDDDG-25-2-1")
def transmission_only_transmits(case: Case) -> Iterator[Problem]:
    for use in _in_browser(case):
        if "no. 1" not in _numbered(use.device_basis):
            continue
        if category(use) not in _TRANSMITTING:
            yield problem("services", use.id, "device_basis", name=use.name)
        for number, cookie in enumerate(use.declared.cookies):
            if lifetime(cookie.lifetime) != timedelta(0):
                path: Path_ = ("services", use.id, "cookies", number, "lifetime")
                yield problem(*path, variant="lifetime", name=cookie.name, lifetime=cookie.lifetime)
    for activity in case.activities:
        if "no. 1" in _numbered(activity.device_basis) and activity.kind not in _TRANSMITTING:
            yield problem(*at(activity, "device_basis"), name=activity.name)


def _numbered(basis: str | None) -> str:
    return (basis or "").replace("no.1", "no. 1").replace("no 1", "no. 1")


@rule("TDDDG-25-info")
def entries_are_explained(case: Case) -> Iterator[Problem]:
    for path, cookie, use in _entries(case):
        if use is not None and not case.is_written(*path):
            continue
        if not spoken(cookie.purpose).strip():
            yield problem(*path, "purpose", name=cookie.name)
        if not is_lifetime(cookie.lifetime):
            yield problem(*path, "lifetime", variant="lifetime", name=cookie.name, lifetime=cookie.lifetime)


@rule("TDDDG-25-info")
def entries_keep_the_cap(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        device = activity.rule.device if activity.rule else None
        cap = device.max_age if isinstance(device, DeviceFor | DeviceUntilCleared) else None
        for number, cookie in enumerate(option(activity, "entries", ())):
            lives = lifetime(cookie.lifetime)
            if cap is not None and lives is not None and lives > cap + timedelta(days=5):
                said = {"name": cookie.name, "lifetime": cookie.lifetime, "cap": str(device)}
                yield problem(*at(activity, "entries", number), "lifetime", variant="cap", **said)


@rule("TDDDG-25-level2")
def both_bases_are_named(case: Case) -> Iterator[Problem]:
    for use in _in_browser(case):
        if use.cookies and use.basis and not use.device_basis:
            yield problem("services", use.id, name=use.name)
        if use.declared.device_basis and not use.basis and not use.declared.used_for:
            yield problem("services", use.id, "device_basis", variant="processing", name=use.name)
    for activity in case.activities:
        if option(activity, "entries", ()) and not activity.device_basis:
            yield problem(*at(activity), name=activity.name)
        if activity.device_basis and not activity.basis:
            yield problem(*at(activity, "device_basis"), variant="processing", name=activity.name)


@rule("GDPR-25-design")
def gate_matches_basis(case: Case) -> Iterator[Problem]:
    for use in _in_browser(case):
        if CONSENT in use.basis and use.gate != "consent":
            yield problem("services", use.id, name=use.name)
        elif use.gate == "consent" and use.basis and CONSENT not in use.basis:
            yield problem("services", use.id, "basis", variant="basis", severity=Severity.ERROR, name=use.name)
        elif (use.device_basis or "").startswith("25(1)") and use.gate != "consent":
            yield problem("services", use.id, "device_basis", variant="device", name=use.name)


@rule("CONS-embed-two-click")
def embeds_wait_for_a_click(case: Case) -> Iterator[Problem]:
    for use in _in_browser(case):
        if use.gate != "consent" and category(use) in EMBED_CATEGORIES:
            yield problem("services", use.id, name=use.name)


@rule("CONS-tagmanager")
def tag_manager_waits(case: Case) -> Iterator[Problem]:
    for use in _in_browser(case):
        manager = category(use) == "tag_manager" or use.id.replace("-", "_") in ("google_tag_manager", "gtm")
        if manager and use.gate != "consent":
            severity = Severity.WARN if case.view("tag_manager") == "case_by_case" else None
            yield problem("services", use.id, severity=severity, name=use.name)


@rule("CONS-granular")
def each_service_has_its_own_choice(case: Case) -> Iterator[Problem]:
    gated = [use for use in case.uses if use.gate == "consent"]
    for activity in case.of_kind("consent"):
        groups = [use.purpose_group for use in gated]
        shared = next((g for g in groups if groups.count(g) > 1), "")
        if shared and option(activity, "per_service", True) is False:
            yield problem(*at(activity, "per_service"), group=shared)


@rule("CONS-expiry")
def consent_does_not_last_for_ever(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind("consent"):
        entry, limit = option(activity, "entry"), case.view("consent_validity")
        lives = lifetime(entry.lifetime) if entry else None
        if lives is None and entry is not None:
            yield problem(*at(activity, "entry"), "lifetime", variant="none", severity=Severity.ERROR)
        elif lives and lives > _VALID[limit]:
            yield problem(*at(activity, "entry"), "lifetime", lifetime=entry.lifetime, limit=limit)


@rule("EINWV-reask")
def nobody_is_asked_again_and_again(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind("consent"):
        entry = option(activity, "entry")
        lives = lifetime(entry.lifetime) if entry else None
        if lives is not None and lives < _HALF_A_YEAR:
            yield problem(*at(activity, "entry"), "lifetime", lifetime=entry.lifetime)


@rule("GDPR-07-3-withdraw")
def withdrawing_is_as_easy(case: Case) -> Iterator[Problem]:
    for use in case.uses:
        way = (use.opt_out or "").strip().casefold()
        if use.gate == "consent" and way.startswith(("mailto:", "tel:")):
            yield problem("services", use.id, "opt_out", name=use.name)

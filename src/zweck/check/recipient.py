"""Who gets data, in which role, under which contract (Art. 4(7)–(10), 13(1)(e), 26, 28 GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from zweck import texts
from zweck.check.case import Case, at
from zweck.check.rule import Problem, problem, rule
from zweck.check.vocabulary import VAGUE_RECIPIENTS
from zweck.check.wording import has
from zweck.declaration.activity import Activity
from zweck.declaration.source import Path_
from zweck.errors import Severity

_TYPICALLY_JOINT = ("facebook", "meta", "instagram", "linkedin", "twitter", "tiktok", "x")
_PAGES = ("page", "insights", "pixel", "plugin", "social")


@rule("GDPR-13-1e-recipients")
def recipients_are_named(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        for path, name in _named(case, activity):
            if name in case.declaration.recipients or name in case.declaration.services:
                continue
            if name in VAGUE_RECIPIENTS:
                yield problem(*path, name=activity.name, recipient=name)
            elif not has("data", f"recipient-{name.replace('_', '-')}", case.declaration.reference):
                yield problem(*path, variant="unknown", name=activity.name, recipient=name)


@rule("GDPR-13-1e-recipients")
def providers_are_named(case: Case) -> Iterator[Problem]:
    for use in case.foreign_uses:
        if not use.provider:
            yield problem("services", use.id, variant="provider", name=use.name)


@rule("GDPR-13-1e-recipients")
def recipients_have_a_name(case: Case) -> Iterator[Problem]:
    for path, name, recipient in case.parties():
        plain = texts.choose(recipient.name, "en").strip().casefold().replace(" ", "_")
        if not plain or plain in VAGUE_RECIPIENTS:
            yield problem(*path, "name", variant="vague", recipient=name)


def _named(case: Case, activity: Activity) -> Iterator[tuple[Path_, str]]:
    for number, name in enumerate(activity.recipients):
        path = at(activity, "recipients", number)
        yield (path if case.is_written(*path) else path[:-1]), name
    for name in activity.disclose:
        yield at(activity, "disclose", name), name


@rule("GDPR-04-roles")
def one_role_per_party_and_activity(case: Case) -> Iterator[Problem]:
    roles: dict[tuple[str, str], tuple[str, str]] = {}
    for path, provider, role, activity in _parties_by_activity(case):
        name = path[-1]
        first, known = roles.setdefault((provider.casefold(), activity), (str(name), role))
        if known != role:
            yield problem(*path, provider=provider, activity=activity, one=known, other=role, first=first)


def _parties_by_activity(case: Case) -> Iterator[tuple[Path_, str, str, str]]:
    for use in case.uses:
        for activity in use.declared.used_for:
            if use.provider:
                yield ("services", use.id), use.provider, use.role, activity
    for name, recipient in case.declaration.recipients.items():
        for each in case.activities:
            if name in each.recipients or name in each.disclose:
                yield ("recipients", name), texts.choose(recipient.name, "en"), recipient.role, each.name


@rule("GDPR-04-roles")
def the_controller_is_no_recipient(case: Case) -> Iterator[Problem]:
    own = case.declaration.controller.name.strip().casefold()
    for path, name, recipient in case.parties():
        if texts.choose(recipient.name, "en").strip().casefold() == own:
            yield problem(*path, "name", variant="self", recipient=name)


@rule("GDPR-26-arrangement")
def joint_control_is_arranged(case: Case) -> Iterator[Problem]:
    for path, name, recipient in case.parties():
        joint = recipient.role == "joint" or path[0] == "joint_controllers"
        if joint and not recipient.essence:
            yield problem(*path, name=name)
    for use in case.uses:
        if use.role == "joint" and not use.declared.essence:
            yield problem("services", use.id, name=use.name)
        elif use.role != "joint" and _looks_joint(use.id):
            yield problem("services", use.id, variant="typical", severity=Severity.WARN, name=use.name)


def _looks_joint(service: str) -> bool:
    words = set(service.replace("-", "_").split("_"))
    return bool(words & set(_TYPICALLY_JOINT)) and bool(words & set(_PAGES))


@rule("GDPR-28-1-guarantees")
def processors_were_chosen_with_care(case: Case) -> Iterator[Problem]:
    yield from _unattested(case, "processors.guarantees")


@rule("GDPR-28-2-sub")
def sub_processors_are_watched(case: Case) -> Iterator[Problem]:
    yield from _unattested(case, "processors.subprocessors")


def _unattested(case: Case, key: str) -> Iterator[Problem]:
    """One finding for all processors that neither the key nor the key with their name vouches for."""
    attested = case.declaration.attestations
    uses = ((("services", u.id), u.id, u.name) for u in case.foreign_uses if u.role == "processor")
    others = ((path, str(path[-1]), name) for path, name, party in case.parties() if party.role == "processor")
    missing = [(path, name) for path, own, name in chain(uses, others) if f"{key}.{own}" not in attested]
    if missing and key not in attested:
        shown = ", ".join(name for _, name in missing[:3])
        yield problem(*missing[0][0][:1], certainty="inferred", names=shown, count=len(missing))


@rule("GDPR-28-3-contract")
def processors_have_a_contract(case: Case) -> Iterator[Problem]:
    attested = case.declaration.attestations
    uses = ((("services", u.id), u.id, u.name, u.declared.contract) for u in case.foreign_uses if u.role == "processor")
    others = (
        (path, str(path[-1]), name, recipient.contract)
        for path, name, recipient in case.parties()
        if recipient.role == "processor"
    )
    for path, key, name, signed in chain(uses, others):
        if signed and signed > case.on:
            yield problem(*path, "contract", variant="future", name=name, day=signed.isoformat())
        elif not signed and f"processors.agreement.{key}" not in attested:
            yield problem(*path, severity=Severity.WARN, name=name)

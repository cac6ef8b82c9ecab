"""Purpose, legal basis and interest of every processing (Art. 5(1)(b), 6, 9, 13(1)(c), (d), 22, 35 GDPR)."""

from __future__ import annotations

from collections.abc import Iterator

from zweck.check.case import Case, at, option, optional_entries, spoken
from zweck.check.rule import Problem, problem, rule
from zweck.check.vocabulary import (
    ADVERTISING_KINDS,
    ANALYTICS_KINDS,
    CONSENTING_KINDS,
    LOG_KINDS,
    PUBLIC_BODY,
    SCORING_KINDS,
    SPECIAL,
    STAFF_KINDS,
    TRACKING_CATEGORIES,
    VAGUE_PURPOSE,
)
from zweck.declaration.activity import Activity
from zweck.errors import Severity
from zweck.promises.uses import Use

CONSENT, CONTRACT, LAW, VITAL, PUBLIC, INTEREST = (f"6(1)({letter})" for letter in "abcdef")
_FEWEST_WORDS = 3
_NOT_A_CONTRACT = (*ANALYTICS_KINDS, *ADVERTISING_KINDS, *LOG_KINDS)


def category(use: Use) -> str:
    """The category of a service, declared or known."""
    return use.declared.category or (use.entry.category if use.entry else "")


@rule("GDPR-06-1-basis")
def every_purpose_has_a_basis(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        if not activity.basis:
            yield problem(*at(activity), name=activity.name)
        yield from _odd_bases(case, at(activity, "basis"), activity.basis, activity.name)
    for use in case.uses:
        if not use.basis and not use.declared.used_for:
            yield problem("services", use.id, name=use.name)
        yield from _odd_bases(case, ("services", use.id, "basis"), use.basis, use.name)


def _odd_bases(case: Case, path: tuple[str | int, ...], bases: tuple[str, ...], name: str) -> Iterator[Problem]:
    controller = case.declaration.controller
    if PUBLIC in bases and not PUBLIC_BODY.search(f"{controller.name} {controller.legal_form or ''}"):
        yield problem(*path, variant="public", severity=Severity.ERROR, name=name)
    if VITAL in bases:
        yield problem(*path, variant="vital", severity=Severity.WARN, name=name)


@rule("GDPR-06-1a-consent")
def consent_is_collected_somewhere(case: Case) -> Iterator[Problem]:
    if case.of_kind("consent"):
        return
    for use in case.uses:
        if use.gate == "consent":
            yield problem("services", use.id, variant="service", name=use.name)
    for activity in case.activities:
        if activity.basis == (CONSENT,) and not activity.fields and activity.kind not in CONSENTING_KINDS:
            yield problem(*at(activity, "basis"), name=activity.name)


@rule("GDPR-06-1b-contract")
def contract_needs_it(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        if CONTRACT in activity.basis and activity.kind in _NOT_A_CONTRACT:
            yield problem(*at(activity, "basis"), name=activity.name)
    for use in case.uses:
        if CONTRACT in use.basis and category(use) in TRACKING_CATEGORIES:
            yield problem("services", use.id, "basis", name=use.name)


@rule("GDPR-06-1c-law")
def statute_is_named(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        if LAW in activity.basis and not (activity.law or "").strip():
            yield problem(*at(activity, "basis"), name=activity.name)


@rule("GDPR-06-1f-interest")
def interest_does_not_open_the_device(case: Case) -> Iterator[Problem]:
    for use in case.uses:
        optional = optional_entries(use)
        if INTEREST in use.basis and optional and not use.server_side and use.gate != "necessary":
            yield problem("services", use.id, "basis", severity=Severity.BLOCK, name=use.name)


@rule("GDPR-06-basis-stack")
def no_basis_in_reserve(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        if {CONSENT, INTEREST} <= set(activity.basis):
            yield problem(*at(activity, "basis"), name=activity.name)
    for use in case.uses:
        if {CONSENT, INTEREST} <= set(use.basis):
            yield problem("services", use.id, "basis", name=use.name)


@rule("GDPR-06-basis-stack")
def a_service_rests_on_what_its_activity_rests_on(case: Case) -> Iterator[Problem]:
    for use in case.uses:
        for name in use.declared.used_for:
            activity = case.declaration.activities.get(name)
            bases = {frozenset(use.declared.basis), frozenset(activity.basis if activity else ())}
            if bases == {frozenset({CONSENT}), frozenset({INTEREST})}:
                yield problem("services", use.id, "basis", variant="service", name=use.name, activity=name)


@rule("GDPR-05-1b-purpose")
def purpose_is_specific(case: Case) -> Iterator[Problem]:
    said = [(at(a, "purpose"), a.name, a.purpose) for a in case.activities]
    said += [(("services", u.id, "purpose"), u.name, u.declared.purpose) for u in case.uses]
    for path, name, purpose in said:
        texts = purpose.values() if isinstance(purpose, dict) else [purpose] if purpose else []
        if any(VAGUE_PURPOSE.search(text) or len(text.split()) < _FEWEST_WORDS for text in texts):
            yield problem(*path, name=name)


@rule("GDPR-13-1c-purposes")
def purpose_is_said(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        if not case.has_words(activity, "purpose"):
            yield problem(*at(activity), name=activity.name)
    for use in case.uses:
        if not use.purpose and not use.declared.used_for:
            yield problem("services", use.id, name=use.name)


@rule("GDPR-13-1d-interests")
def interest_is_said(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        if INTEREST in activity.basis and not case.has_words(activity, "interest"):
            yield problem(*at(activity), name=activity.name)
    for use in case.uses:
        if INTEREST in use.basis and not use.interest:
            yield problem("services", use.id, name=use.name)


@rule("GDPR-09-special")
def special_categories_have_a_ground(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        if any(basis.startswith("9(2)") for basis in activity.basis):
            continue
        for path, word in _categories(activity):
            if word in SPECIAL:
                yield problem(*path, name=activity.name, word=word)


def _categories(activity: Activity) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for number, word in enumerate(activity.data):
        yield at(activity, "data", number), word
    for number, field in enumerate(activity.fields):
        yield at(activity, "fields", number), field.category if field.category in SPECIAL else field.name


@rule("RET-employee-basis")
def staff_data_rest_on_the_regulation(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        national = [b for b in activity.basis if b.startswith("BDSG 26")]
        if national and len(national) == len(activity.basis):
            severity = Severity.INFO if case.view("staff_basis") == "national_law" else None
            yield problem(*at(activity, "basis"), severity=severity, name=activity.name)


@rule("GDPR-13-2f-automated")
def automated_decision_is_explained(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        if activity.automated is True:
            yield problem(*at(activity, "automated"), name=activity.name)
        if activity.kind in SCORING_KINDS and not activity.automated and not spoken(activity.note):
            yield problem(*at(activity), variant="scoring", name=activity.name)


@rule("GDPR-22-auto")
def automated_decision_has_a_ground(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        if activity.automated and not {CONSENT, CONTRACT, LAW} & set(activity.basis):
            yield problem(*at(activity, "automated"), name=activity.name)


@rule("GDPR-35-dpia")
def impact_is_assessed(case: Case) -> Iterator[Problem]:
    for activity in _unassessed(case):
        if activity.automated:
            yield problem(*at(activity), name=activity.name)
        elif activity.kind in SCORING_KINDS or len(_signs(activity)) > 1:
            yield problem(*at(activity), severity=Severity.WARN, certainty="inferred", name=activity.name)


@rule("GDPR-35-threshold")
def no_assessment_is_a_decision_too(case: Case) -> Iterator[Problem]:
    for activity in _unassessed(case):
        if len(_signs(activity)) == 1 and not activity.automated and activity.kind not in SCORING_KINDS:
            yield problem(*at(activity), certainty="inferred", name=activity.name)


def _unassessed(case: Case) -> list[Activity]:
    attested = case.declaration.attestations
    return [a for a in case.activities if "dpia" not in attested and f"dpia.{a.name}" not in attested]


def _signs(activity: Activity) -> list[str]:
    """The criteria of WP248 rev. 01 that a declaration shows; two of them make a high risk likely."""
    words = {*activity.data, *(field.name for field in activity.fields)}
    signs = {
        "evaluates": activity.kind in SCORING_KINDS or bool(option(activity, "profiling")),
        "sensitive": bool(words & SPECIAL) or "location" in words,
        "vulnerable": "children" in activity.subjects and activity.kind != "children",
        "matches": bool(option(activity, "hashed")) or bool(activity.reuses),
        "follows": bool(option(activity, "remarketing")),
    }
    return [name for name, shown in signs.items() if shown]


@rule("GDPR-08-child")
def children_consent_through_their_parents(case: Case) -> Iterator[Problem]:
    if not case.declaration.site.for_children:
        return
    for activity in case.activities:
        if CONSENT in activity.basis:
            yield problem(*at(activity, "basis"), name=activity.name)


@rule("CONS-employment")
def staff_consent_is_informed(case: Case) -> Iterator[Problem]:
    for activity in case.activities:
        staff = bool({"employees", "applicants"} & set(activity.subjects)) and activity.kind not in STAFF_KINDS
        if staff and activity.basis == (CONSENT,) and not spoken(activity.note):
            yield problem(*at(activity, "basis"), name=activity.name)

"""What an imprint must say (§ 5 DDG, § 18(2) MStV, § 36 VSBG) and two duties of shops (§§ 312k, 356a BGB).

The rules of § 5 DDG apply to providers established in Germany.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from zweck.check.case import Case, spoken
from zweck.check.rule import Problem, problem, rule
from zweck.check.vocabulary import LEGAL_FORM, LEGAL_PERSON, REGISTERED_FORM
from zweck.errors import Severity

_BOX = re.compile(r"postfach|p\.? ?o\.? ?box", re.IGNORECASE)
_INITIAL = re.compile(r"^(?:(?:Dr|Prof|Dipl)[.\w-]* )*[A-ZÄÖÜ]\.(?: |-[A-ZÄÖÜ]\. )")
_VAT = re.compile(r"^DE[0-9]{9}$")
_BUSINESS_ID = re.compile(r"^DE[0-9]{9}-[0-9]{5}$")
_WINDING_UP = re.compile(r"\bi\. ?L\.|in Liquidation|in Abwicklung", re.IGNORECASE)
_ARBITRATION_FROM = 10
_WITHDRAWAL_BUTTON_SINCE = date(2026, 6, 19)
_SELLING_KINDS = ("orders", "shop", "subscriptions")


def _is_german(case: Case) -> bool:
    return case.declaration.controller.address.country == "DE"


def _form(case: Case) -> str:
    controller = case.declaration.controller
    return f"{controller.name} {controller.legal_form or ''}"


@rule("IMP-name")
def address_can_be_served(case: Case) -> Iterator[Problem]:
    if _is_german(case) and _BOX.search(case.declaration.controller.address.street):
        yield problem("controller", "address", "street")


@rule("IMP-rep")
def representatives_are_named(case: Case) -> Iterator[Problem]:
    people = case.declaration.controller.represented_by
    if _is_german(case) and LEGAL_PERSON.search(_form(case)) and not any(p.strip() for p in people):
        yield problem("controller", "represented_by")
    for number, person in enumerate(people):
        if _INITIAL.match(person):
            yield problem("controller", "represented_by", number, variant="initial", name=person)


@rule("IMP-contact")
def second_quick_channel(case: Case) -> Iterator[Problem]:
    if _is_german(case) and not case.declaration.controller.phone and not case.of_kind("contact", "chat"):
        yield problem("controller")


@rule("IMP-supervision")
def licensing_authority_is_named(case: Case) -> Iterator[Problem]:
    controller = case.declaration.controller
    if controller.licensed and not controller.supervised_by:
        yield problem("controller", "licensed")


@rule("IMP-register")
def register_is_named(case: Case) -> Iterator[Problem]:
    register = case.declaration.controller.register_
    if _is_german(case) and register is None and REGISTERED_FORM.search(_form(case)):
        yield problem("controller")
    if register and not re.search(r"\d", register.number):
        yield problem("controller", "register", "number", variant="number")


@rule("IMP-profession")
def profession_is_complete(case: Case) -> Iterator[Problem]:
    profession = case.declaration.controller.profession
    for name in ("title", "state", "chamber", "rules", "rules_url"):
        if profession and not spoken(getattr(profession, name)).strip():
            yield problem("controller", "profession", name, part=name)


@rule("IMP-vat")
def tax_ids_are_the_right_ones(case: Case) -> Iterator[Problem]:
    controller = case.declaration.controller
    if not _is_german(case):
        return
    if controller.vat_id and not _VAT.match(controller.vat_id.replace(" ", "")):
        yield problem("controller", "vat_id")
    if controller.business_id and not _BUSINESS_ID.match(controller.business_id.replace(" ", "")):
        yield problem("controller", "business_id", variant="business")
    if not controller.vat_id and not controller.business_id:
        yield problem("controller", variant="none", severity=Severity.WARN)


@rule("IMP-mstv-18-2")
def editor_is_a_person(case: Case) -> Iterator[Problem]:
    editor = case.declaration.controller.editor
    if editor is not None and LEGAL_FORM.search(editor.partition(",")[0]):
        yield problem("controller", "editor", variant="company")
    if case.declaration.site.editorial and not (editor or "").strip():
        yield problem("site", "editorial")


@rule("IMP-vsbg-36")
def arbitration_is_stated(case: Case) -> Iterator[Problem]:
    controller = case.declaration.controller
    if not _is_german(case) or case.declaration.site.audience == "businesses":
        return
    if (controller.employees or 0) > _ARBITRATION_FROM and controller.consumer_arbitration is None:
        yield problem("controller", "employees")
    if controller.consumer_arbitration in ("willing", "obliged") and not controller.arbitration_body:
        yield problem("controller", "consumer_arbitration", variant="body")


@rule("IMP-avms")
def media_regulator_is_named(case: Case) -> Iterator[Problem]:
    if case.declaration.site.audiovisual and not case.declaration.controller.supervised_by:
        yield problem("site", "audiovisual")


@rule("IMP-liquidation")
def winding_up_is_told(case: Case) -> Iterator[Problem]:
    if _WINDING_UP.search(case.declaration.controller.name) and not case.declaration.controller.in_liquidation:
        yield problem("controller", "name")


@rule("IMP-capital")
def capital_is_told_whole(case: Case) -> Iterator[Problem]:
    capital = case.declaration.controller.capital
    if capital is not None and not re.search(r"\d", capital):
        yield problem("controller", "capital")


@rule("SHOP-312k")
def contracts_can_be_cancelled(case: Case) -> Iterator[Problem]:
    site = case.declaration.site
    if site.subscriptions and site.audience != "businesses" and not site.cancellation_url:
        yield problem("site", "subscriptions")


@rule("SHOP-356a")
def contracts_can_be_withdrawn_from(case: Case) -> Iterator[Problem]:
    site = case.declaration.site
    sells = bool(case.of_kind(*_SELLING_KINDS)) or site.subscriptions
    if not sells or site.audience == "businesses" or site.withdrawal_url or case.on < _WITHDRAWAL_BUTTON_SINCE:
        return
    said = case.is_written("site", "audience")
    severity = None if said else Severity.WARN
    yield problem("site", "audience", severity=severity, certainty="observed" if said else "inferred")

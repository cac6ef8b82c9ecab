"""Who is responsible: identity, officer, authority, representative (Art. 13(1)(a), (b), (2)(d), 27, 37–39 GDPR)."""

from __future__ import annotations

from collections.abc import Iterator

from zweck.check.case import Case
from zweck.check.rule import Problem, problem, rule
from zweck.check.vocabulary import LEGAL_FORM
from zweck.errors import ZweckError
from zweck.law.adequacy import is_eea

_OFFICER_FROM = 20
"""Persons who as a rule process personal data by automated means (§ 38(1) BDSG)."""


@rule("GDPR-13-1a-controller")
def controller_is_named(case: Case) -> Iterator[Problem]:
    controller = case.declaration.controller
    for name in ("street", "postcode", "city"):
        if not getattr(controller.address, name).strip():
            yield problem("controller", "address", name, variant="address", part=name)
    if not controller.name.strip() or not (controller.legal_form or LEGAL_FORM.search(controller.name)):
        yield problem("controller", "name")


@rule("GDPR-13-1b-dpo")
def officer_is_reachable(case: Case) -> Iterator[Problem]:
    officer = case.declaration.officer
    if officer and not (officer.email or officer.phone or officer.address):
        yield problem("officer")


@rule("GDPR-13-2d-complaint")
def authority_is_the_competent_one(case: Case) -> Iterator[Problem]:
    from zweck.law.authorities import authority_for

    address, named = case.declaration.controller.address, case.declaration.authority
    try:
        authority_for(address.country, address.state)
    except ZweckError:
        if address.country == "DE":
            yield problem("controller", "address", "state", variant="state")
        return
    expected = (address.state or "") if address.country == "DE" else address.country
    if named and _place_code(named) != _place_code(expected):
        yield problem("authority", named=named, expected=expected)


def _place_code(key: str) -> str:
    return key.strip().upper().removeprefix("DE-")


@rule("GDPR-27-rep")
def representative_in_the_union(case: Case) -> Iterator[Problem]:
    country = case.declaration.controller.address.country
    if not is_eea(country, case.on) and not case.declaration.representative:
        yield problem("controller", "address", "country", country=country)


@rule("DPO-38")
def officer_is_designated(case: Case) -> Iterator[Problem]:
    declaration = case.declaration
    employees = declaration.controller.employees or 0
    if employees >= _OFFICER_FROM and not declaration.officer and not declaration.no_officer:
        yield problem("controller", "employees", employees=employees)


@rule("DPO-conflict")
def officer_is_independent(case: Case) -> Iterator[Problem]:
    officer = case.declaration.officer
    managers = {_plain(name) for name in case.declaration.controller.represented_by}
    if officer and officer.name and _plain(officer.name) in managers:
        yield problem("officer", "name")


def _plain(name: str) -> str:
    return " ".join(w for w in name.casefold().split() if w not in ("dr.", "prof.", "dipl.-ing.", "dipl.-kfm."))

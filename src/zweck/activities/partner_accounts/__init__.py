"""Accounts of suppliers and partners: company data, agreed terms, jobs, and the work on them.

``terms`` names the terms that are accepted with their version. Events: ``registered``,
``contract_ended``.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration, Text
from zweck.promises.model import Attests, Offers, Promise, Records


class PartnerAccounts(Activity):
    """``terms``: which terms a partner accepts when registering."""

    terms: Text | None = None


def promises(declaration: Declaration, activity: PartnerAccounts) -> Sequence[Promise]:
    """The terms with their version, one purpose, closing at any time."""
    return [
        pledge(Records, activity, "accounts.partner_terms"),
        pledge(Offers, activity, "accounts.purpose"),
        pledge(Offers, activity, "accounts.self_deletion"),
        pledge(Attests, activity, "security.account_login"),
    ]


KIND = define(
    __file__,
    options=PartnerAccounts,
    promises=promises,
    group="customers",
    assumes={
        "basis": (
            ["6(1)(b)", "6(1)(f)"],
            "the contract with partners who are persons; the interest in working with their staff otherwise",
        ),
        "device_basis": ("25(2) no. 2", "the session cookie is necessary for a login"),
        "data": (["name", "contact", "employer", "credentials", "terms"], "what a partnership needs"),
        "subjects": (["suppliers"], "partners and their contact persons"),
        "provision": ("contract", "without these details no partnership is possible"),
        "keep": ("while contract", "the account serves the contract"),
        "then": (
            "restrict in archive until 8 years after year_end of contract_ended ; delete",
            "invoices and their documents are kept eight years (§ 147(3) AO, § 257(4) HGB)",
        ),
    },
)

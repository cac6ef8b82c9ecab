"""Orders and contracts: from the offer through delivery and warranty to the archive.

After the warranty only what commercial and tax law demand is kept, restricted (§ 257 HGB, § 147 AO).
Events: ``ordered``, ``delivered``, ``invoiced``.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Offers, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """Only what the contract needs, and nothing beyond it."""
    return [
        pledge(Offers, activity, "orders.purpose"),
        pledge(Offers, activity, "orders.necessity"),
        pledge(Attests, activity, "disclosure.beyond_contract"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="customers",
    assumes={
        "basis": (
            ["6(1)(b)", "6(1)(c)"],
            "performing the contract, then the statutory duty to keep its documents",
        ),
        "law": ("§ 257 HGB, § 147 AO", "the duties to keep documents"),
        "data": (["name", "contact", "address", "order", "invoice"], "what an order needs"),
        "subjects": (["customers"], "people who order"),
        "recipients": (["tax_adviser", "tax_office"], "documents go where the law sends them"),
        "provision": ("contract", "without these details the contract cannot be performed"),
        "keep": (
            "2 years after delivered",
            "claims for defects lapse two years after delivery (§ 438(1) no. 3 BGB)",
        ),
        "then": (
            "restrict in archive until 8 years after year_end of invoiced ; delete",
            "vouchers are kept eight years since 2025 (§ 147(3) AO, § 257(4) HGB)",
        ),
        "reason": ("§ 257(4) HGB, § 147(3) AO", "a restriction names its statute"),
    },
)

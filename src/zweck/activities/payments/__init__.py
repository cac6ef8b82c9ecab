"""Payments: the chosen method, the provider that takes card and bank data directly, and the vouchers.

``methods`` names them. Card data never reach us. Event: ``invoiced``.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration, Words
from zweck.promises.model import Attests, Promise


class Payments(Activity):
    """``methods``: invoice, card, direct debit, PayPal …"""

    methods: Words = ()


def promises(declaration: Declaration, activity: Payments) -> Sequence[Promise]:
    """After the contract, encrypted, and without card data at our place."""
    return [
        pledge(Attests, activity, "payments.after_contract"),
        pledge(Attests, activity, "payments.tls"),
        pledge(Attests, activity, "payments.no_card_data"),
    ]


KIND = define(
    __file__,
    options=Payments,
    promises=promises,
    group="customers",
    assumes={
        "basis": (["6(1)(b)", "6(1)(c)"], "paying is part of the contract; vouchers are kept by law"),
        "law": ("§ 257 HGB, § 147 AO", "the duties to keep documents"),
        "data": (["name", "amount", "reference", "payment_state"], "what a payment needs at our place"),
        "subjects": (["customers"], "people who pay"),
        "recipients": (["payment", "bank"], "whoever carries out the payment"),
        "provision": ("contract", "without payment data the chosen method is not available"),
        "keep": (
            "8 years after year_end of invoiced",
            "vouchers are kept eight years since 2025 (§ 147(3) AO, § 257(4) HGB)",
        ),
    },
)

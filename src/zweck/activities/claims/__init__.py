"""Raising and defending claims, with lawyers, courts and debt collection where a debt stays unpaid.

Event: ``closed``.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """A weighing first, and a letter before the collector."""
    return [
        pledge(Attests, activity, "disclosure.claims_balancing"),
        pledge(Attests, activity, "disclosure.notice_before_collection"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="customers",
    assumes={
        "basis": (["6(1)(f)"], "pursuing and defending claims is a legitimate interest (Art. 17(3)(e) GDPR)"),
        "data": (["name", "address", "contract", "claim"], "what a claim rests on"),
        "subjects": (["debtors"], "the other side of a claim"),
        "recipients": (["lawyer", "court", "debt_collection"], "those who decide or help to pursue"),
        "provision": ("contract", "the data come from the contract in dispute"),
        "keep": ("3 years after year_end of closed", "the usual limitation period (§§ 195, 199(1) BGB)"),
    },
)

"""E-mail to customers about similar goods of our own, without consent (§ 7(3) UWG): all four conditions hold.

The address came with a sale, the advertising is for similar own goods (``similar``), nobody objected, and
the right to object is told at collection and in every mail.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration, Text
from zweck.promises.model import Attests, Offers, Promise, Records


class SoftOptIn(Activity):
    """``similar``: which own goods or services the mails are about."""

    similar: Text | None = None
    told_at_sale: bool = True


def promises(declaration: Declaration, activity: SoftOptIn) -> Sequence[Promise]:
    """The four conditions of § 7(3) UWG."""
    return [
        pledge(Attests, activity, "newsletter.soft_opt_in"),
        pledge(Offers, activity, "newsletter.unsubscribe"),
        pledge(Offers, activity, "newsletter.link_in_every_mail"),
        pledge(Records, activity, "newsletter.suppression_blocks"),
    ]


KIND = define(
    __file__,
    options=SoftOptIn,
    promises=promises,
    group="marketing",
    assumes={
        "basis": (["6(1)(f)"], "advertising to customers is a legitimate interest (recital 47)"),
        "law": ("§ 7(3) UWG", "the exception from consent"),
        "data": (["contact", "purchase_history"], "the address and what was bought"),
        "subjects": (["customers"], "people who bought"),
        "provision": ("voluntary", "an objection costs nothing and changes nothing about the contract"),
        "keep": (
            "until first of (marketing_objection, 2 years after ordered)",
            "after two years without an order nobody expects such mail",
        ),
    },
)

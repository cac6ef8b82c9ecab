"""Delivery: what the carrier gets, and what the retailer gets that ships directly (dropshipping).

Under ``disclose`` each recipient stands with its fields (Art. 5(1)(c)). ``notices``: the e-mail address
goes to the carrier only on consent. Event: ``delivered``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Confirms, Promise


class Shipping(Activity):
    """``notices``: may the carrier announce the delivery by e-mail; ``dropshipping``: retailers ship directly."""

    notices: Literal["no", "on consent"] = "on consent"
    dropshipping: bool = False


def promises(declaration: Declaration, activity: Shipping) -> Sequence[Promise]:
    """Each recipient gets only what it needs."""
    made: list[Promise] = [pledge(Attests, activity, "disclosure.minimal_fields")]
    if activity.notices == "on consent":
        made.append(pledge(Confirms, activity, "disclosure.carrier_contact"))
    if activity.dropshipping:
        made.append(pledge(Attests, activity, "disclosure.dropshipping"))
    return made


KIND = define(
    __file__,
    options=Shipping,
    promises=promises,
    group="customers",
    assumes={
        "basis": (["6(1)(b)"], "delivery is part of the contract"),
        "data": (["name", "address", "delivery"], "what a delivery needs"),
        "subjects": (["customers"], "people who get a delivery"),
        "recipients": (["carrier"], "goods travel with a carrier"),
        "provision": ("contract", "without an address nothing can be delivered"),
        "keep": (
            "6 months after delivered",
            "until then the carrier's liability for loss is settled (§ 438 HGB)",
        ),
    },
)

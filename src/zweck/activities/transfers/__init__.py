"""What holds for all transfers to third countries: no transfer without a safeguard (Art. 44–49 GDPR).

Each recipient's country and safeguard stand with the recipient; this kind says the general rule.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """No transfer without a valid safeguard."""
    return [
        pledge(Attests, activity, "transfers.safeguard_required"),
        pledge(Attests, activity, "transfers.scc"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="site",
    assumes={
        "basis": (["6(1)(f)"], "some providers work outside the EEA; each transfer has a basis of its own"),
        "data": (["usage", "contact"], "what each activity needs, as said there"),
        "subjects": (["visitors", "customers"], "the people of the activities concerned"),
        "provision": ("automatic", "nobody gives data for a transfer directly"),
        "keep": ("nothing", "a transfer stores nothing beyond the activity it belongs to"),
    },
)

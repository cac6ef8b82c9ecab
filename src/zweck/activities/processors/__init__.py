"""What holds for all processors: instructions, purpose, contract (Art. 28, 29 GDPR).

The processors themselves stand under ``services`` and ``recipients``; each contract is a promise of its
own.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """Instructions, and no purposes of their own."""
    return [
        pledge(Attests, activity, "processors.instructions"),
        pledge(Attests, activity, "disclosure.recipient_bound"),
        pledge(Attests, activity, "disclosure.gate"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="site",
    assumes={
        "basis": (
            ["6(1)(f)"],
            "dividing work is a legitimate interest; Art. 28 GDPR allows it under a contract",
        ),
        "data": (["contact", "usage"], "what each task needs, as said there"),
        "subjects": (["visitors", "customers"], "the people of the activities concerned"),
        "provision": ("automatic", "nobody gives data to a processor directly"),
        "keep": ("nothing", "processors store nothing beyond the activities they work for"),
    },
)

"""Events on site: registration, list of participants, badge.

Recordings are the kind ``event_photos``. Event: ``event_ended``.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Offers, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """One purpose."""
    return [
        pledge(Offers, activity, "events.registration_purpose"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="people",
    assumes={
        "basis": (["6(1)(b)"], "taking part is a contract, also when it is free of charge"),
        "data": (["name", "contact", "employer"], "what a registration needs"),
        "subjects": (["guests"], "people who register"),
        "provision": ("contract", "without a name and an address no place can be reserved"),
        "keep": ("6 months after event_ended", "until then questions and certificates of attendance come"),
    },
)

"""Customer relations: contacts, offers and correspondence in one place.

Events: ``last_contact``; for contract correspondence the kinds ``orders`` and ``business_partners``
apply.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """Each department sees what it needs."""
    return [
        pledge(Attests, activity, "governance.purpose_binding"),
        pledge(Attests, activity, "contact.case_record"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="customers",
    assumes={
        "basis": (["6(1)(f)"], "keeping track of contacts and offers is a legitimate interest"),
        "data": (["name", "contact", "employer", "content"], "who it is and what it was about"),
        "subjects": (["prospects", "customers"], "people in contact with us"),
        "provision": ("voluntary", "nobody must be in contact with us"),
        "keep": (
            "2 years after last_contact",
            "after two years of silence there is nothing left to follow up",
        ),
    },
)

"""Credit checks before we deliver on account: which agency, which data, what follows, and who decides.

A score that decides by itself is an automated decision (Art. 22; CJEU C-634/21); assumed is that a person
decides. Event: ``checked``.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """A person decides, and you may object."""
    return [
        pledge(Attests, activity, "credit_checks.person_decides"),
        pledge(Attests, activity, "disclosure.minimal_fields"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="customers",
    assumes={
        "basis": (["6(1)(f)"], "avoiding loss of payment is a legitimate interest where goods go out first"),
        "data": (["name", "address", "credit_score"], "whom the agency looks for and what it answers"),
        "subjects": (["customers"], "people who want to buy on account"),
        "recipients": (["credit_agency"], "the agency learns of the enquiry"),
        "provision": ("contract", "without a check only payment in advance is possible"),
        "obtained_from": (
            {"de": "die Auskunftei, bei der wir anfragen", "en": "the credit agency that we ask"},
            "the answer comes from the agency (Art. 14(2)(f) GDPR)",
        ),
        "note": (
            {
                "de": "Über die Zahlungsart entscheidet ein Mensch; die Auskunft ist nur ein Anhaltspunkt.",
                "en": "A person decides on the method of payment; the answer is only one indication.",
            },
            "Art. 13(2)(f): whether a decision is automated must be said",
        ),
        "keep": ("6 months after checked", "after half a year the answer is out of date"),
    },
)

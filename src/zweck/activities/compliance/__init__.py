"""Checks and reports that a statute demands of a company: sanctions lists, money laundering, export control.

Name the statute under ``law``. Event: ``checked``.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """Only what the statute demands."""
    return [
        pledge(Attests, activity, "compliance.purpose"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="customers",
    assumes={
        "basis": (["6(1)(c)"], "the checks are statutory duties"),
        "law": (
            "Art. 2 Regulation (EC) No 2580/2001, Art. 2 Regulation (EC) No 881/2002",
            "nothing may be made available to listed persons",
        ),
        "data": (["name", "address", "birth_date"], "what a comparison with a list needs"),
        "subjects": (["customers", "partners"], "people we do business with"),
        "recipients": (["police"], "a report goes to the authority in charge"),
        "provision": ("contract", "no law asks the person for them; without the check we conclude no contract"),
        "keep": (
            "5 years after year_end of checked",
            "the comparison is proof until fines lapse (§ 31 OWiG, § 18 AWG)",
        ),
    },
)

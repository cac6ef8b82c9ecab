"""Contact persons at customers, suppliers and other companies, for the length of the business relationship.

A contact person is not party to the contract, so the interest stands (Art. 6(1)(f)), and the statute for
the documents. Event: ``relationship_ended``.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """Only for the relationship."""
    return [
        pledge(Attests, activity, "governance.purpose_binding"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="customers",
    assumes={
        "basis": (
            ["6(1)(f)", "6(1)(c)"],
            "working with the people at the other company; keeping documents by law",
        ),
        "law": ("§ 257 HGB, § 147 AO", "the duties to keep documents"),
        "data": (["name", "contact", "employer", "content"], "who it is and what was agreed"),
        "subjects": (["partners"], "contact persons at business partners"),
        "provision": ("voluntary", "without a contact person we cannot work together"),
        "keep": ("while relationship", "as long as the companies work together"),
        "then": (
            "restrict in archive until 8 years after year_end of relationship_ended ; delete",
            "documents are kept by law (§ 147(3) AO, § 257(4) HGB)",
        ),
        "reason": ("§ 257(4) HGB, § 147(3) AO", "a restriction names its statute"),
    },
)

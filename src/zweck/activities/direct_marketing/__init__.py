"""Advertising by post to customers and business contacts, until they object (Art. 21(2), recital 47 GDPR).

``channels`` beyond post need consent (§ 7(2) UWG): use ``newsletter`` or ``soft_opt_in`` for e-mail.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration, Words
from zweck.promises.model import Offers, Promise, Records


class DirectMarketing(Activity):
    """``channels``: post; others need consent."""

    channels: Words = ("post",)


def promises(declaration: Declaration, activity: DirectMarketing) -> Sequence[Promise]:
    """An objection ends it, without any weighing."""
    return [
        pledge(Offers, activity, "rights.object_marketing"),
        pledge(Records, activity, "newsletter.suppression_blocks"),
    ]


KIND = define(
    __file__,
    options=DirectMarketing,
    promises=promises,
    group="marketing",
    assumes={
        "basis": (["6(1)(f)"], "advertising by post is a legitimate interest (recital 47)"),
        "data": (["name", "address", "employer"], "what a letter needs"),
        "subjects": (["customers"], "customers and business contacts"),
        "provision": ("voluntary", "an objection changes nothing about a contract"),
        "keep": (
            "until first of (marketing_objection, 3 years after last_contact)",
            "after three years of silence nobody expects a letter",
        ),
    },
)

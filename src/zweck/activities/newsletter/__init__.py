"""The newsletter: double opt-in, proof, one click to leave, a suppression list (§ 7 UWG, Art. 7 GDPR).

Data classes: the subscriber (events ``received``, ``confirmed``, ``unsubscribed``), ``unconfirmed``
(``received``), ``proof`` (``confirmed``, ``unsubscribed``) and ``suppression`` (a keyed hash, never a
clear address). Leaving erases the subscriber at once; the proof and the hash go on under their own rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from zweck.activities.definition import define, part_rules, pledge, pledge_keeping
from zweck.declaration.activity import Activity, Keeping
from zweck.declaration.keeping import Rule
from zweck.declaration.model import Declaration, Text
from zweck.promises.model import Attests, Collects, Confirms, Offers, Promise, Records


class Newsletter(Activity):
    """What it is about, whether reading is measured, and the rules of pending, proof and suppression."""

    contents: Text | None = None
    frequency: Text | None = None
    tracking: Literal["no", "on consent"] = "no"
    unconfirmed: Keeping
    proof: Keeping
    suppression: Keeping | None = None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The subscriber's rule, then those of pending entries, proof and suppression."""
        parts = part_rules(unconfirmed=self.unconfirmed, proof=self.proof, suppression=self.suppression)
        return (*super().rules, *parts)


def promises(declaration: Declaration, activity: Newsletter) -> Sequence[Promise]:
    """Nothing without confirmation, one click to leave, proof, and no mail to who left."""
    made: list[Promise] = [
        pledge(Confirms, activity, "newsletter.double_opt_in"),
        pledge(Confirms, activity, "newsletter.consent_only"),
        pledge(Records, activity, "newsletter.evidence"),
        pledge(Records, activity, "contact.notice_at_form"),
        pledge(Offers, activity, "newsletter.unsubscribe"),
        pledge(Offers, activity, "newsletter.link_in_every_mail"),
    ]
    if [field.name for field in activity.fields if field.required] == ["email"]:
        made.append(pledge(Collects, activity, "newsletter.email_only", fields=_names(activity)))
    if activity.tracking == "no":
        made.append(pledge(Attests, activity, "newsletter.no_tracking"))
    else:
        made.append(pledge(Confirms, activity, "newsletter.tracking_on_consent"))
    if activity.suppression:
        made.append(pledge(Records, activity, "newsletter.suppression_blocks"))
        made += [
            pledge_keeping(activity, "retention.suppression", rule)
            for rule in activity.rules
            if rule.for_ == "suppression"
        ]
    return made


def _names(activity: Newsletter) -> tuple[str, ...]:
    return tuple(field.name for field in activity.fields)


KIND = define(
    __file__,
    options=Newsletter,
    promises=promises,
    kept=True,
    group="marketing",
    assumes={
        "basis": (["6(1)(a)"], "advertising by e-mail needs consent (§ 7(2) no. 2 UWG)"),
        "fields": (["email"], "an address is all that a newsletter needs (Art. 5(1)(c) GDPR)"),
        "data": (["contact", "consent_choice", "time"], "the address and the proof of consent"),
        "subjects": (["subscribers"], "people who subscribe"),
        "provision": ("voluntary", "nothing depends on a subscription (Art. 7(4) GDPR)"),
        "tracking": ("no", "measuring who reads what needs a consent of its own (§ 25(1) TDDDG)"),
        "keep": ("until unsubscribed", "the purpose ends when the person leaves"),
        "unconfirmed": (
            {"for": "unconfirmed", "keep": "7 days after received"},
            "the confirmation link is valid for seven days; after that the entry has no purpose",
        ),
        "proof": (
            {"for": "proof", "keep": "3 years after year_end of unsubscribed"},
            "claims over advertising lapse three years after the end of the year (§§ 195, 199(1) BGB)",
        ),
        "suppression": (
            {
                "for": "suppression",
                "keep": "unlimited",
                "end": "on suppression_objection_granted at once",
                "review": "every 12 months",
                "reason": "no_more_mail",
            },
            "only a keyed hash is kept, for one purpose: to write no more (Art. 6(1)(f), Art. 21(3) GDPR)",
        ),
    },
)

"""A talent pool that is kept elsewhere: applications for later positions, on a consent of its own.

The pool inside ``applications`` (``pool:``) is kept by Zweck; this kind describes one that another system
keeps.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge, pledge_keeping, rule_for
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Confirms, Offers, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """Only on consent, two years at most, gone on withdrawal."""
    made: list[Promise] = [
        pledge(Confirms, activity, "applications.pool"),
        pledge(Offers, activity, "retention.pool_withdrawal"),
    ]
    if rule := rule_for(activity, ""):
        made.append(pledge_keeping(activity, "retention.pool_period", rule))
    return made


KIND = define(
    __file__,
    promises=promises,
    group="people",
    assumes={
        "basis": (["6(1)(a)"], "keeping an application after the procedure needs a consent of its own"),
        "data": (["name", "contact", "application"], "the documents of the application"),
        "subjects": (["applicants"], "applicants who agreed"),
        "recipients": (["hr_and_hiring_team"], "only those who fill positions"),
        "provision": ("voluntary", "the pool has no effect on a procedure (Art. 7(4) GDPR)"),
        "keep": (
            "at most 2 years after consent_given",
            "after two years qualifications are out of date; only a new consent starts again",
        ),
        "end": ("on consent_withdrawn at once", "withdrawal ends the purpose (Art. 7(3), 17(1)(b) GDPR)"),
        "then": ("delete irrevocably", "withdrawal must not leave copies"),
        "copies": ("backups, exports, mailboxes", "the period holds for every copy"),
    },
)

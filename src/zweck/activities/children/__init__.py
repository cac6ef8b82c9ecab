"""Children: our offer is not for them, and what reaches us from a child goes on a report (Art. 8 GDPR).

``age`` is the age below which guardians consent; sixteen in Germany. Events: ``guardian_report``,
``received``.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Answers, Attests, Promise


class Children(Activity):
    """``age``: below it guardians must consent."""

    age: int = 16


def promises(declaration: Declaration, activity: Children) -> Sequence[Promise]:
    """Guardians consent, and a report is enough."""
    return [
        pledge(Attests, activity, "children.guardian", arguments={"age": activity.age}),
        pledge(Answers, activity, "children.report", arguments={"email": declaration.controller.email}),
    ]


KIND = define(
    __file__,
    options=Children,
    promises=promises,
    group="people",
    assumes={
        "basis": (["6(1)(c)"], "data that must not be here have to be erased"),
        "law": ("Art. 8, Art. 17(1)(f) GDPR", "the duty to have the consent of guardians, or to erase"),
        "data": (["name", "contact", "guardian"], "what a report contains"),
        "subjects": (["children", "guardians"], "children and those who report"),
        "provision": ("voluntary", "a report is voluntary"),
        "keep": (
            "until first of (guardian_report, 1 month after received)",
            "what is found goes within a month, what is reported at once",
        ),
    },
)

"""Webinars and online courses: registration, attendance, and a recording where it is announced.

Events: ``registered``, ``event_ended``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Confirms, Offers, Promise


class Webinars(Activity):
    """``recording``: never, or announced and on consent."""

    recording: Literal["no", "on consent"] = "no"


def promises(declaration: Declaration, activity: Webinars) -> Sequence[Promise]:
    """One purpose; no recording without consent."""
    made: list[Promise] = [pledge(Offers, activity, "webinars.purpose")]
    if activity.recording == "no":
        made.append(pledge(Attests, activity, "webinars.no_recording"))
    else:
        made.append(pledge(Confirms, activity, "webinars.recording_on_consent"))
    return made


KIND = define(
    __file__,
    options=Webinars,
    promises=promises,
    group="contact",
    assumes={
        "basis": (["6(1)(b)"], "taking part is a contract, also when it is free of charge"),
        "data": (["name", "contact", "employer", "meeting"], "what a registration and attendance need"),
        "subjects": (["participants"], "people who register"),
        "provision": ("contract", "without an address no access can be sent"),
        "keep": (
            "6 months after event_ended",
            "questions and certificates of attendance come within half a year",
        ),
    },
)

"""Booking appointments online or by message.

A calendar of another provider is a service with ``for: appointments``; it loads when it is used. Event:
``meeting_ended``.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Gates, Offers, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """The calendar loads when it is used, and serves only the appointment."""
    return [
        pledge(Gates, activity, "consent.gate_widgets", service=""),
        pledge(Offers, activity, "appointments.purpose"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="contact",
    assumes={
        "basis": (["6(1)(b)"], "an appointment is made at the person's request before or under a contract"),
        "data": (["name", "contact", "appointment"], "who comes when, and what for"),
        "subjects": (["enquirers"], "people who book"),
        "provision": ("voluntary", "an appointment can be made by telephone too"),
        "keep": ("3 months after meeting_ended", "until then appointments are moved and followed up"),
    },
)

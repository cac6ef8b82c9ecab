"""Live chat on the site.

A chat of another provider is a service with ``for: chat``; it loads when the visitor opens it. Event:
``closed``.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Gates, Offers, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """The chat loads when it is opened, and serves only the question."""
    return [
        pledge(Gates, activity, "consent.gate_widgets", service=""),
        pledge(Offers, activity, "contact.purpose"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="contact",
    assumes={
        "basis": (["6(1)(b)"], "questions in the chat are about an offer or a contract"),
        "device_basis": ("25(1)", "a chat by another provider reads and stores on the device"),
        "data": (["name", "contact", "chat"], "what is written"),
        "subjects": (["enquirers"], "people who write"),
        "provision": ("voluntary", "e-mail and telephone are there as well"),
        "keep": ("3 months after closed", "until then questions come back"),
    },
)

"""Pictures and videos of our events: announced beforehand, published for a time, taken down on objection.

Each picture has an end of use; event ``end_of_use``.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Offers, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """Announced, for one purpose, and with an end."""
    return [
        pledge(Attests, activity, "events.notice"),
        pledge(Offers, activity, "events.purpose"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="people",
    assumes={
        "basis": (["6(1)(f)"], "reporting on our own events is a legitimate interest"),
        "data": (["image", "video"], "what a camera sees"),
        "subjects": (["guests"], "speakers, participants and guests"),
        "recipients": (["public"], "pictures are published"),
        "provision": ("voluntary", "tell the photographer and you are not in the picture"),
        "keep": ("until end_of_use", "each picture gets a date on which its use ends"),
        "copies": ("networks, exports", "a published picture is removed everywhere"),
    },
)

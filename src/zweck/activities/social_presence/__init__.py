"""Our profiles in social networks, for which we are responsible together with the network (Art. 26; CJEU C-210/16).

``networks`` names entries under ``recipients`` with ``role: joint`` and the essence of the arrangement.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration, Words
from zweck.promises.model import Attests, Promise


class SocialPresence(Activity):
    """``networks``: the networks, as declared under ``recipients``."""

    networks: Words = ()


def promises(declaration: Declaration, activity: SocialPresence) -> Sequence[Promise]:
    """An arrangement with each network; requests are passed on."""
    return [
        pledge(Attests, activity, "disclosure.joint_control"),
        pledge(Attests, activity, "rights.forward_joint"),
    ]


KIND = define(
    __file__,
    options=SocialPresence,
    promises=promises,
    group="marketing",
    assumes={
        "basis": (["6(1)(f)"], "informing and talking where people are is a legitimate interest"),
        "data": (
            ["public_profile", "content", "statistics"],
            "what visitors of a profile show us, and totals from the network",
        ),
        "subjects": (["followers"], "visitors of the profile"),
        "provision": ("voluntary", "everything we say there also stands on our website"),
        "keep": (
            "2 years after received",
            "messages on a profile are moved out or deleted when they are of no more use",
        ),
    },
)

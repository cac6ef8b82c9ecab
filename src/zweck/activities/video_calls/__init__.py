"""Audio and video conferences with customers, partners and applicants.

``recording`` is ruled out unless everyone agrees. What remains of a call is its invitation; event
``call_left``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from zweck.activities.definition import define, pledge, pledge_keeping, rule_for
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Confirms, Promise


class VideoCalls(Activity):
    """``recording``: never, or only with the consent of all; ``own_server``: whether we run the system ourselves."""

    recording: Literal["no", "on consent"] = "no"
    own_server: bool = False


def promises(declaration: Declaration, activity: VideoCalls) -> Sequence[Promise]:
    """No recording without consent, and nothing left afterwards."""
    made: list[Promise] = []
    if activity.recording == "no":
        made.append(pledge(Attests, activity, "video_calls.no_recording"))
    else:
        made.append(pledge(Confirms, activity, "video_calls.recording_on_consent"))
    if (rule := rule_for(activity, "")) and activity.keep == "call":
        made.append(pledge_keeping(activity, "retention.video_call", rule))
    elif rule:
        made.append(pledge_keeping(activity, "retention.meetings", rule))
    return made


KIND = define(
    __file__,
    options=VideoCalls,
    promises=promises,
    group="contact",
    assumes={
        "basis": (
            ["6(1)(b)", "6(1)(f)"],
            "calls about a contract; the interest in talking face to face otherwise",
        ),
        "device_basis": ("25(2) no. 2", "the call was asked for; it needs access to camera and microphone"),
        "data": (["name", "contact", "image", "sound", "chat", "meeting"], "what a call transmits"),
        "subjects": (["participants"], "everyone in the call"),
        "recipients": (["participants"], "who takes part hears and sees the others"),
        "provision": ("voluntary", "a telephone call is possible instead"),
        "keep": ("call", "image and sound are transmitted, not stored"),
    },
)

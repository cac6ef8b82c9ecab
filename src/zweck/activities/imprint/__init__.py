"""The imprint: who runs the site and how to reach them (§ 5 DDG, § 18(2) MStV).

It says what the declaration's ``controller`` says. With ``takedown`` the controller also undertakes to
remove unlawful content once it knows of it; ``credits`` names the authors of third-party content.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration, Text
from zweck.promises.model import Attests, Offers, Promise


class Imprint(Activity):
    """``takedown``: unlawful content is removed on notice; ``credits``: authors of pictures and texts."""

    takedown: bool = False
    credits: Text | None = None


def promises(declaration: Declaration, activity: Imprint) -> Sequence[Promise]:
    """The controller is reachable; where declared, unlawful content goes and authors are named."""
    made: list[Promise] = [
        pledge(
            Offers,
            activity,
            "notice.controller_contact",
            arguments={"controller": declaration.controller.name, "email": declaration.controller.email},
        )
    ]
    if activity.takedown:
        made += [
            pledge(Attests, activity, "content.takedown"),
            pledge(Attests, activity, "content.link_check"),
        ]
    if activity.credits:
        made.append(pledge(Attests, activity, "content.credit"))
    return made


KIND = define(
    __file__,
    options=Imprint,
    promises=promises,
    kept=True,
    group="site",
    assumes={
        "basis": (["6(1)(c)"], "§ 5 DDG obliges every commercial site to publish an imprint"),
        "law": ("§ 5 DDG", "a basis 6(1)(c) must name its statute (Art. 6(3) GDPR)"),
        "data": (
            ["name", "contact", "role"],
            "§ 5(1) DDG: representatives, address, quick electronic contact",
        ),
        "subjects": (["representatives"], "only the people who represent the company are named"),
        "recipients": (["public"], "an imprint is published"),
        "provision": ("automatic", "visitors give no data to read an imprint"),
        "keep": ("while in_office", "the duty to name a representative ends with the office"),
    },
)

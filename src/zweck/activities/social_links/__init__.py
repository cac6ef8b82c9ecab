"""Plain links to social networks: no element of a network loads on our pages (Art. 25 GDPR).

``networks`` names them. What a network does after the click is its own responsibility; our own profile
there is the kind ``social_presence``.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration, Words
from zweck.promises.model import Gates, Promise


class SocialLinks(Activity):
    """``networks``: the networks that are linked."""

    networks: Words = ()


def promises(declaration: Declaration, activity: SocialLinks) -> Sequence[Promise]:
    """Nothing reaches a network before the click."""
    return [
        pledge(Gates, activity, "embeds.plain_links", service=""),
    ]


KIND = define(
    __file__,
    options=SocialLinks,
    promises=promises,
    group="site",
    assumes={
        "basis": (["6(1)(f)"], "showing where else we can be found is a legitimate interest"),
        "data": (["usage"], "only the click itself, which leads away"),
        "subjects": (["visitors"], "whoever follows a link"),
        "provision": ("voluntary", "nobody must follow a link"),
        "keep": ("nothing", "a plain link stores nothing"),
    },
)

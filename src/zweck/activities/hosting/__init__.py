"""Hosting: on whose servers the site and its data lie, and through whose network it is delivered.

The providers are services with ``for: hosting`` and a contract under Art. 28; nothing beyond delivery is
stored.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """A contract with the provider, and its name."""
    return [
        pledge(Attests, activity, "processors.hoster"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="site",
    assumes={
        "basis": (["6(1)(f)"], "reliable delivery of the site is a legitimate interest"),
        "data": (["usage", "online_identifiers", "device"], "what a request carries"),
        "subjects": (["visitors"], "everyone who opens a page"),
        "provision": ("automatic", "the browser sends these data with every request"),
        "keep": (
            "session",
            "delivery needs the data only while a page is delivered; logs have a rule of their own",
        ),
    },
)

"""Content of others on our pages: videos, maps, tours, elements of social networks.

Until the visitor agrees there is only a local placeholder (§ 25(1) TDDDG); what is named here with ``for:
embeds`` under ``services`` is gated one by one.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Gates, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """A placeholder first, and only to show the content."""
    return [
        pledge(Gates, activity, "embeds.placeholder", service=""),
        pledge(Attests, activity, "embeds.no_ip_stored"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="site",
    assumes={
        "basis": (["6(1)(a)"], "content that others deliver is not necessary for the page (CJEU C-40/17)"),
        "device_basis": ("25(1)", "the provider reads and stores on the device"),
        "data": (["usage", "online_identifiers", "device"], "what a request to the provider carries"),
        "subjects": (["visitors"], "whoever opens the content"),
        "provision": ("voluntary", "the page works without the content (Art. 7(4) GDPR)"),
        "keep": (
            "nothing",
            "the site itself stores nothing about it; the providers do, under their own terms",
        ),
    },
)

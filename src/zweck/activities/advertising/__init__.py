"""Online advertising: measuring campaigns, showing advertisements that fit, reaching visitors again; on consent.

The networks stand under ``services``. With ``hashed`` only check values leave our server (pseudonymous,
not anonymous: C-413/23 P).
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Anonymises, Attests, Offers, Promise


class Advertising(Activity):
    """``conversion``: success is measured; ``remarketing``: visitors are reached again; ``hashed``: only hashes go."""

    conversion: bool = True
    remarketing: bool = False
    hashed: bool = False
    profiling: bool = False


def promises(declaration: Declaration, activity: Advertising) -> Sequence[Promise]:
    """Totals for us, and what is declared about the rest."""
    made: list[Promise] = [pledge(Attests, activity, "advertising.totals_only")]
    if activity.hashed:
        made.append(pledge(Anonymises, activity, "advertising.hashed_payload", fields=("usage",)))
    made.append(pledge(Offers, activity, "analytics.opt_out"))
    return made


KIND = define(
    __file__,
    options=Advertising,
    promises=promises,
    group="marketing",
    assumes={
        "basis": (["6(1)(a)"], "advertising cookies need consent (§ 25(1) TDDDG, CJEU C-673/17)"),
        "device_basis": ("25(1)", "advertising networks read and store on the device"),
        "data": (["usage", "online_identifiers", "device", "conversion"], "what a network learns of a visit"),
        "subjects": (["visitors"], "people who visit the site"),
        "provision": ("voluntary", "the page works without advertising (Art. 7(4) GDPR)"),
        "keep": ("at most 13 months after collected", "a year of campaigns and one month to compare"),
    },
)

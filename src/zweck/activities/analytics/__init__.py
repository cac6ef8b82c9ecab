"""Visit statistics: which pages are used, measured on consent unless nothing on the device is read or written.

``cookieless: true`` with ``basis: 6(1)(f)`` describes measuring without access to the device; authorities
disagree whether that needs consent (EDPB guidelines 2/2023 against DSK), so consent is assumed.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Anonymises, Discloses, Gates, Offers, Promise


class Analytics(Activity):
    """How it is measured: by a service or on our own server, with shortened addresses, with an opt-out."""

    engine: str = "service"
    cookieless: bool = False
    shorten_ip: bool = True
    opt_out: bool = True
    opt_out_url: str | None = None
    profiling: bool = False


def promises(declaration: Declaration, activity: Analytics) -> Sequence[Promise]:
    """Shortened addresses, an opt-out, and what else is declared."""
    made: list[Promise] = []
    if activity.shorten_ip:
        made.append(pledge(Anonymises, activity, "analytics.ip_truncated", fields=("ip",)))
    if activity.cookieless:
        made.append(pledge(Gates, activity, "analytics.cookieless", service=""))
    if activity.engine in ("built-in", "own"):
        made.append(pledge(Discloses, activity, "analytics.first_party", recipient=""))
    if activity.profiling:
        made.append(pledge(Anonymises, activity, "analytics.pseudonymous_profile", fields=("profile",)))
    else:
        made.append(pledge(Anonymises, activity, "analytics.not_traceable", fields=("profile",)))
    if activity.opt_out:
        made.append(pledge(Offers, activity, "analytics.opt_out"))
    return made


KIND = define(
    __file__,
    options=Analytics,
    promises=promises,
    group="marketing",
    assumes={
        "basis": (["6(1)(a)"], "statistics are not necessary for the page (§ 25(1) TDDDG)"),
        "device_basis": ("25(1)", "measuring reads and stores on the device"),
        "data": (["usage", "online_identifiers", "device", "page_views"], "what a visit leaves"),
        "subjects": (["visitors"], "people who visit the site"),
        "provision": ("voluntary", "the page works without statistics (Art. 7(4) GDPR)"),
        "keep": (
            "at most 14 months after collected",
            "fourteen months allow a comparison with the year before",
        ),
        "then": ("anonymise", "totals stay useful and point to nobody"),
    },
)

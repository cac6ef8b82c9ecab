"""Cookies and other storage on the visitor's device that the site itself sets.

``entries`` lists them all; whatever the device holds beyond this list and the declared services is drift,
which ``audit`` finds. What is strictly necessary needs no consent (§ 25(2) no. 2 TDDDG), the rest does (§
25(1)).
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Cookie, Declaration
from zweck.promises.model import Gates, Offers, Promise


class Cookies(Activity):
    """``entries``: the site's own cookies and storage entries, complete."""

    entries: tuple[Cookie, ...] = ()


def promises(declaration: Declaration, activity: Cookies) -> Sequence[Promise]:
    """The list is complete, lifetimes are those listed, and the site works without cookies."""
    return [
        pledge(Gates, activity, "cookies.closed_list", service=""),
        pledge(Gates, activity, "cookies.as_declared", service=""),
        pledge(Offers, activity, "cookies.usable_without"),
    ]


KIND = define(
    __file__,
    options=Cookies,
    promises=promises,
    kept=True,
    group="site",
    assumes={
        "basis": (["6(1)(f)"], "showing the page that was asked for is a legitimate interest"),
        "device_basis": (
            "25(2) no. 2",
            "only what is strictly necessary is set without consent (§ 25(2) no. 2 TDDDG)",
        ),
        "data": (["online_identifiers", "preference"], "what a necessary cookie holds"),
        "subjects": (["visitors"], "cookies lie on the devices of visitors"),
        "provision": ("automatic", "the browser stores and sends cookies by itself; it can refuse them"),
        "keep": ("session", "our servers need the content of a cookie only while the visit lasts"),
        "device": (
            "at most 1 year",
            "no necessary entry of our own outlives a year; the table gives each lifetime",
        ),
    },
)

"""The notice itself: its versions, its reference language and how people learn of changes.

It needs no data of visitors; where registered users are told by mail, the kind ``accounts`` holds the
address.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Offers, Promise


class Notice(Activity):
    """``mail``: registered people get important changes by e-mail."""

    mail: bool = False


def promises(declaration: Declaration, activity: Notice) -> Sequence[Promise]:
    """Versions that stay readable; changes only for the future."""
    made: list[Promise] = [
        pledge(Offers, activity, "notice.versioned"),
        pledge(Offers, activity, "notice.reference_language"),
    ]
    if activity.mail:
        made.append(pledge(Attests, activity, "notice.change_mail"))
    return made


KIND = define(
    __file__,
    options=Notice,
    promises=promises,
    group="site",
    assumes={
        "basis": (["6(1)(c)"], "informing is a duty"),
        "law": ("Art. 12, 13 GDPR", "the duty to inform"),
        "data": (["contact"], "an address, where changes are told by mail"),
        "subjects": (["users"], "people who are told of changes"),
        "provision": ("automatic", "reading the notice needs no data"),
        "keep": ("nothing", "showing the notice stores nothing"),
    },
)

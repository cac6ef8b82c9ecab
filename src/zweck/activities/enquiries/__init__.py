"""Enquiries by e-mail, telephone, post or fax: the same purpose and period as the contact form.

``channels`` names the ways in. Events: ``received``, ``answered``, ``closed``.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration, Words
from zweck.promises.model import Attests, Promise


class Enquiries(Activity):
    """``channels``: mail, phone, post, fax."""

    channels: Words = ("mail", "phone", "post")


def promises(declaration: Declaration, activity: Enquiries) -> Sequence[Promise]:
    """One purpose, and one record of it."""
    return [
        pledge(Attests, activity, "contact.purpose"),
        pledge(Attests, activity, "contact.no_share"),
    ]


KIND = define(
    __file__,
    options=Enquiries,
    promises=promises,
    group="contact",
    assumes={
        "basis": (["6(1)(f)"], "answering whoever asks is a legitimate interest of both sides"),
        "data": (["name", "contact", "content"], "what people tell us"),
        "subjects": (["enquirers"], "people who write or call"),
        "provision": ("voluntary", "nobody must ask; without contact details no answer is possible"),
        "keep": (
            "until first of (6 months after closed, 12 months after received)",
            "six months cover follow-up questions; the cap ends what nobody closed (Art. 5(1)(e) GDPR)",
        ),
        "copies": ("mailboxes, paper, backups", "every copy follows the same rule"),
    },
)

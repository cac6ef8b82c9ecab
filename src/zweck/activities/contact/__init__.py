"""The contact form: the declared fields, one purpose, a short life.

Record events: ``received``, ``answered``, ``closed``. Whoever writes about a contract of their own is
served under Art. 6(1)(b); say ``basis: 6(1)(b)`` where the form takes nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Discloses, Offers, Promise, Records


class Contact(Activity):
    """``acknowledge``: the sender gets a mail that the message arrived (without its content)."""

    acknowledge: bool = False


def promises(declaration: Declaration, activity: Contact) -> Sequence[Promise]:
    """One purpose, nobody else, the notice beside the form."""
    made: list[Promise] = [
        pledge(Records, activity, "contact.notice_at_form"),
        pledge(Offers, activity, "contact.purpose"),
    ]
    if not activity.recipients and not activity.disclose:
        made.append(pledge(Discloses, activity, "contact.no_share", recipient=""))
    return made


KIND = define(
    __file__,
    options=Contact,
    promises=promises,
    kept=True,
    group="contact",
    assumes={
        "basis": (
            ["6(1)(f)"],
            "answering whoever writes is a legitimate interest of both sides; no consent is needed",
        ),
        "fields": (
            ["name?", "email", "message"],
            "an answer needs an address and a question; a name is voluntary",
        ),
        "data": (["name", "contact", "content"], "what the fields ask for"),
        "subjects": (["enquirers"], "people who write to the site"),
        "provision": ("voluntary", "nobody must write; without the mandatory fields no answer is possible"),
        "keep": (
            "until first of (6 months after closed, 12 months after received)",
            "six months cover follow-up questions; the cap ends what nobody closed (Art. 5(1)(e) GDPR)",
        ),
        "copies": ("mailboxes, backups", "the copy in the mailbox follows the same rule"),
    },
)

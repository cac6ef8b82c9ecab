"""The rights of data subjects: how to exercise them, when an answer comes, its proof (Art. 12–22 GDPR).

``channels`` are the ways in; each message becomes a request with its deadline. The file of a request
holds what was asked and what was answered, never a copy of the data (Art. 5(1)(c)); record event
``request_closed``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration, Words
from zweck.promises.model import Answers, Offers, Promise


class Rights(Activity):
    """``channels``: portal, mail, post, phone; ``contact``: where requests go, else officer or site."""

    channels: Words = ("portal", "mail", "post")
    contact: str | None = None


_ANSWERED = (
    "rights.access_package",
    "rights.rectify",
    "rights.erase",
    "rights.erase_exceptions",
    "rights.restrict",
    "rights.restrict_while_checking",
    "rights.portability",
    "rights.object",
    "rights.object_marketing",
    "rights.notify_recipients",
)


def promises(declaration: Declaration, activity: Rights) -> Sequence[Promise]:
    """Every right of Art. 7(3), 15–18, 20, 21 and 77, free of charge, in time, by an informal message."""
    address = contact(declaration, activity)
    made: list[Promise] = [
        pledge(Answers, activity, "rights.channel", arguments={"contact": address}),
        pledge(Offers, activity, "rights.informal_mail"),
        pledge(Offers, activity, "rights.access_free"),
        *(pledge(Answers, activity, guarantee) for guarantee in _ANSWERED),
        pledge(Offers, activity, "rights.withdraw"),
        pledge(Offers, activity, "rights.complaint", keeper="outside"),
    ]
    if declaration.officer:
        made.append(pledge(Offers, activity, "rights.dpo_channel", arguments=_officer(declaration)))
    return made


def contact(declaration: Declaration, activity: Rights) -> str:
    """The address that requests go to."""
    officer = declaration.officer.email if declaration.officer else None
    return activity.contact or officer or declaration.controller.email


def _officer(declaration: Declaration) -> dict[str, Any]:
    officer = declaration.officer
    return {"contact": (officer and (officer.email or officer.phone)) or declaration.controller.email}


KIND = define(
    __file__,
    options=Rights,
    promises=promises,
    kept=True,
    group="people",
    assumes={
        "basis": (["6(1)(c)"], "requests must be answered and the answer proved"),
        "law": ("Art. 12–22 GDPR, Art. 5(2) GDPR", "the duties to answer and to prove it"),
        "data": (
            ["name", "contact", "content", "time"],
            "the request, the answer and how identity was checked",
        ),
        "subjects": (["requesters"], "people who exercise a right"),
        "provision": (
            "voluntary",
            "no law asks for them; without details that identify the person no data can be found (Art. 11, 12(6) GDPR)",
        ),
        "keep": (
            "3 years after year_end of request_closed",
            "the answer is proof until claims and fines lapse (§§ 195, 199(1) BGB, § 31(2) no. 1 OWiG)",
        ),
    },
)

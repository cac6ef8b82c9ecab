"""Customer accounts: registration, login, own data, closing.

``closing`` says whether people close an account themselves or by a message; ``log`` is the rule of the
security log (Art. 32 GDPR). Events: ``registered``, ``account_closed``; log: ``collected``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from zweck.activities.definition import define, part_rules, pledge
from zweck.declaration.activity import Activity, Keeping
from zweck.declaration.keeping import Rule
from zweck.declaration.model import Declaration
from zweck.promises.model import Attests, Offers, Promise


class Accounts(Activity):
    """How an account is closed, and how long logins are logged."""

    closing: Literal["self", "request"] = "self"
    log: Keeping | None = None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The account's rule, then that of its security log."""
        return (*super().rules, *part_rules(log=self.log))


def promises(declaration: Declaration, activity: Accounts) -> Sequence[Promise]:
    """Few fields, one purpose, a password, own data in sight, closing at any time."""
    made: list[Promise] = [
        pledge(Offers, activity, "accounts.mandatory_fields"),
        pledge(Offers, activity, "accounts.purpose"),
        pledge(Offers, activity, "accounts.self_access"),
        pledge(Attests, activity, "security.account_login"),
        pledge(
            Offers,
            activity,
            "accounts.self_deletion" if activity.closing == "self" else "accounts.closure_request",
        ),
    ]
    if activity.log:
        made.append(pledge(Attests, activity, "accounts.security_log"))
    return made


KIND = define(
    __file__,
    options=Accounts,
    promises=promises,
    group="customers",
    assumes={
        "basis": (["6(1)(b)"], "an account is a contract of use"),
        "device_basis": ("25(2) no. 2", "the session cookie is necessary for a login"),
        "fields": (["email", "name"], "a login needs an address; a name to speak to"),
        "data": (["name", "contact", "credentials"], "what a login needs"),
        "subjects": (["users"], "people who register"),
        "provision": ("contract", "without the mandatory fields no account can be opened"),
        "keep": ("until account_closed", "an account lives as long as its owner wants it"),
        "log": (
            {"for": "log", "keep": "90 days after collected"},
            "attacks on logins are often found late; ninety days are enough",
        ),
    },
)

"""Consent: the visitor's choice about services, and the proof of it (Art. 7 GDPR, § 25(1) TDDDG).

Nothing declared ``gate: consent`` loads before the choice. ``entry`` is the one storage entry that
remembers it; its lifetime is also when the visitor is asked again. The proof on the server holds a random
id, the choice, the time, the language and which text was shown; no IP address.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge, pledge_keeping, rule_for
from zweck.declaration.activity import Activity
from zweck.declaration.model import Cookie, Declaration
from zweck.promises.model import Gates, Offers, Promise, Records


class Consent(Activity):
    """``entry`` remembers the choice on the device; ``per_service``: each service can be chosen by itself."""

    entry: Cookie
    per_service: bool = True
    honour_gpc: bool = True


def promises(declaration: Declaration, activity: Consent) -> Sequence[Promise]:
    """No load before consent, proof of every choice, withdrawal as easy as consent and effective at once."""
    made: list[Promise] = [
        pledge(Gates, activity, "consent.gate_services", service=""),
        pledge(Records, activity, "consent.evidence"),
        pledge(Records, activity, "consent.remembered"),
        pledge(Offers, activity, "consent.withdraw_settings"),
        pledge(Offers, activity, "consent.withdraw_effect"),
    ]
    if activity.per_service:
        made.insert(1, pledge(Offers, activity, "consent.per_service"))
    if activity.honour_gpc:
        made.append(pledge(Gates, activity, "consent.gpc", service=""))
    if rule := rule_for(activity, ""):
        made.append(pledge_keeping(activity, "retention.consent_period", rule))
    return made


KIND = define(
    __file__,
    options=Consent,
    promises=promises,
    kept=True,
    group="site",
    assumes={
        "basis": (["6(1)(c)"], "the controller must be able to prove consent"),
        "law": ("Art. 7(1) GDPR", "the duty to prove consent"),
        "device_basis": (
            "25(2) no. 2",
            "remembering the choice is necessary for the dialog that the visitor used",
        ),
        "data": (
            ["consent_choice", "consent_id", "time", "language"],
            "what proves a choice, and nothing more",
        ),
        "subjects": (["visitors"], "everyone who makes a choice"),
        "provision": (
            "voluntary",
            "a choice is free; without one nothing that needs consent loads (Art. 7(4) GDPR)",
        ),
        "keep": (
            "exactly 3 years after choice_recorded",
            "claims and fines over a consent lapse after three years (§ 195 BGB, § 31(2) no. 1 OWiG)",
        ),
        "entry": (
            {
                "name": "zweck_consent",
                "purpose": {
                    "de": "merkt sich Ihre Auswahl, damit wir nicht erneut fragen",
                    "en": "remembers your choice so that we do not ask again",
                },
                "lifetime": "180 days",
                "storage": "cookie",
                "necessary": True,
            },
            "after half a year the visitor is asked again, whatever the answer was",
        ),
    },
)

"""Technical and organisational measures: encryption, confidentiality, and their regular review (Art. 32 GDPR).

``measures`` adds what the site says of its own. Where premises are protected, name a second activity of
this kind.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration, Text
from zweck.promises.model import Attests, Promise


class Security(Activity):
    """``measures``: further measures in words; ``tls``: every page is served encrypted only."""

    tls: bool = True
    measures: Text | None = None


def promises(declaration: Declaration, activity: Security) -> Sequence[Promise]:
    """Encrypted, confidential, reviewed."""
    made: list[Promise] = []
    if activity.tls:
        made.append(pledge(Attests, activity, "security.tls"))
        made.append(pledge(Attests, activity, "security.no_third_party_read"))
    made.append(pledge(Attests, activity, "security.confidentiality"))
    made.append(pledge(Attests, activity, "security.tom_review"))
    return made


KIND = define(
    __file__,
    options=Security,
    promises=promises,
    group="site",
    assumes={
        "basis": (["6(1)(f)"], "network and information security is a legitimate interest (recital 49)"),
        "data": (["online_identifiers", "time"], "what shows an attack"),
        "subjects": (["visitors"], "everyone who uses the site"),
        "provision": ("automatic", "the data arise with every request"),
        "keep": ("90 days after collected", "attacks are often found weeks later; ninety days are enough"),
    },
)

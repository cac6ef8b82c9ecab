"""A suppression list outside the newsletter of this site: addresses that must not be written to (Art. 21(3) GDPR).

The kind ``newsletter`` brings its own. Only check values (hashes) may be kept without end; the review
keeps the reason alive.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck.activities.definition import define, pledge
from zweck.declaration.activity import Activity
from zweck.declaration.model import Declaration
from zweck.promises.model import Answers, Attests, Promise


def promises(declaration: Declaration, activity: Activity) -> Sequence[Promise]:
    """One purpose, never merged, and a way out."""
    return [
        pledge(Attests, activity, "newsletter.suppression_isolated"),
        pledge(Answers, activity, "newsletter.suppression_objection"),
    ]


KIND = define(
    __file__,
    promises=promises,
    group="marketing",
    assumes={
        "basis": (["6(1)(f)"], "respecting an objection for good needs the mark of it"),
        "data": (["hash"], "a check value is enough to recognise an address"),
        "subjects": (["subscribers"], "people who want no more mail"),
        "provision": ("automatic", "the entry is the consequence of an objection"),
        "keep": ("unlimited", "the objection has no end either"),
        "end": ("on suppression_objection_granted at once", "the person can object to the entry as well"),
        "review": ("every 12 months", "an unlimited period needs a regular look (Art. 5(1)(e) GDPR)"),
        "reason": ("no_more_mail", "an unlimited period must say why"),
    },
)

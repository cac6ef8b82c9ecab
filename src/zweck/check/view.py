"""Disputed questions: a view that a declaration names must exist, or it would follow another one unawares.

Which views there are, and the reasons of each, is dated data (``law.views``) that ``--explain`` shows (Art. 5(2) GDPR).
"""

from __future__ import annotations

from collections.abc import Iterator

from zweck.check.case import Case
from zweck.check.rule import OwnRule, Problem, problem, rule
from zweck.errors import Severity

_UNKNOWN = OwnRule(Severity.ERROR, "Unbekannte Ansicht", "An unknown view is named")


@rule("view-unknown", _UNKNOWN)
def views_exist(case: Case) -> Iterator[Problem]:
    if not case.declaration.views:
        return
    from zweck.law.views import disputes

    known = {found.id: [view.id for view in found.options] for found in disputes()}
    for name, said in case.declaration.views.items():
        if name not in known:
            yield problem("views", name, name=name, known=", ".join(known))
        elif " ".join(said.split()) not in known[name]:
            yield problem("views", name, variant="option", name=name, said=said, known=", ".join(known[name]))

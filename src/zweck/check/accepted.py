"""Rules about the declaration's own bookkeeping: what it accepts, and the state of the law it was checked against.

A rule that is set aside needs a reason and must exist, or nobody could answer for it (Art. 5(2) GDPR).
"""

from __future__ import annotations

from collections.abc import Iterator

from zweck.check.case import Case, spoken
from zweck.check.rule import CHECKS, OWN, OwnRule, Problem, problem, rule
from zweck.errors import NotFoundError, Severity

_UNKNOWN = OwnRule(Severity.ERROR, "Unbekannte Regel ausgenommen", "An unknown rule is set aside")
_REASON = OwnRule(Severity.ERROR, "Ausnahme ohne Grund", "A rule is set aside without a reason")
_LAW = OwnRule(Severity.ERROR, "Rechtsstand in der Zukunft", "State of the law lies in the future")


@rule("accepted-unknown-rule", _UNKNOWN)
def accepted_rules_exist(case: Case) -> Iterator[Problem]:
    for key in case.declaration.accepted:
        if not _exists(key.partition("@")[0]):
            yield problem("accepted", key, name=key)


@rule("accepted-without-reason", _REASON)
def accepted_with_reason(case: Case) -> Iterator[Problem]:
    for key, reason in case.declaration.accepted.items():
        if len(spoken(reason).split()) < 2:
            yield problem("accepted", key, name=key)


@rule("law-in-future", _LAW)
def law_is_known(case: Case) -> Iterator[Problem]:
    law = case.declaration.law
    if law and law > case.on:
        yield problem("law", day=law.isoformat())


def _exists(rule_id: str) -> bool:
    if rule_id in CHECKS or rule_id in OWN:
        return True
    from zweck.law.rules import rule as find

    try:
        find(rule_id)
    except NotFoundError:
        return False
    return True

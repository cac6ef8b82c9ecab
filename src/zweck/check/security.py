"""Security and accountability as far as a declaration shows them (Art. 5(1)(f), 5(2), 24, 32 GDPR)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from zweck.check.case import Case
from zweck.check.period import lifetime
from zweck.check.rule import Problem, problem, rule
from zweck.errors import Severity

_YEAR = 366
_SECRET = re.compile(r"://[^/\s:@]*:[^/\s@$]+@")
_LOCAL = re.compile(r"^http://(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)")


@rule("GDPR-05-1f-security")
def transport_is_encrypted(case: Case) -> Iterator[Problem]:
    url = case.declaration.site.url or ""
    if url.startswith("http://") and not _LOCAL.match(url):
        yield problem("site", "url", url=url)
    for name, system in case.declaration.systems.items():
        if system.url.startswith(("http://", "imap://", "ftp://")) and not _LOCAL.match(system.url):
            yield problem("systems", name, "url", variant="system", name=name)


@rule("GDPR-32-toms")
def no_password_in_the_file(case: Case) -> Iterator[Problem]:
    source = case.declaration.source
    lines = source.text.splitlines()
    for name in case.declaration.systems:
        place = source.at(("systems", name, "url"))
        written = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
        if _SECRET.search(written):
            yield problem("systems", name, "url", name=name)


@rule("GDPR-05-2-accountability")
def attestations_are_current(case: Case) -> Iterator[Problem]:
    for name, attested in case.declaration.attestations.items():
        interval = lifetime(attested.review)
        if attested.on > case.on:
            yield problem("attestations", name, "on", variant="future", name=name)
        elif not interval:
            yield problem("attestations", name, "review", variant="interval", name=name)
        elif _add(attested.on, interval) < case.on:
            yield problem("attestations", name, "on", severity=Severity.WARN, name=name)


@rule("GDPR-24-measures")
def state_of_the_law_is_looked_at_every_year(case: Case) -> Iterator[Problem]:
    law = case.declaration.law
    if law and (case.on - law).days > _YEAR:
        yield problem("law", day=law.isoformat())


@rule("GDPR-29-instructions")
def staff_is_bound_to_confidentiality(case: Case) -> Iterator[Problem]:
    staff = case.declaration.controller.employees or 0
    if staff > 1 and "security.confidentiality" not in case.declaration.attestations:
        yield problem("controller", "employees", certainty="inferred")


def _add(day: date, interval: timedelta) -> date:
    try:
        return day + interval
    except OverflowError:
        return date.max

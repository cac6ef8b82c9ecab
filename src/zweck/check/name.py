"""Names of laws, tools and companies that have changed, in whatever the declaration says itself.

What stands here goes into the notice as it is. The names are data (``law.names``); a safeguard is left to the rules on
transfers, which say more about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

from zweck.check.case import Case
from zweck.check.rule import Problem, problem, rule
from zweck.errors import Severity
from zweck.law.names import NameMatch, outdated_names

NAMES = (
    "NAME-tdddg",
    "NAME-ddg",
    "NAME-mstv",
    "NAME-uwg-7",
    "NAME-privacy-shield",
    "NAME-safe-harbour",
    "NAME-scc-old",
    "NAME-meta",
    "NAME-x",
    "NAME-google-ie",
    "NAME-blocking",
    "NAME-bdsg-old",
    "NAME-ga4",
    "NAME-brevo",
    "NAME-mailchimp",
    "NAME-ads",
    "NAME-w-misc",
    "NAME-bfdi",
    "NAME-odr",
    "NAME-30y",
    "NAME-flash",
    "NAME-service",
    "NAME-law",
    "IMP-ddg-7-10",
)
_IMPRINT = ("imprint", "controller")


@lru_cache(maxsize=4096)
def _matches(text: str) -> tuple[NameMatch, ...]:
    """The outdated names in a text, looked up once for all rules."""
    return tuple(outdated_names(text))


def _outdated(rule_id: str, case: Case) -> Iterator[Problem]:
    for path, text in case.declared_texts:
        if path[-1] == "safeguard":
            continue
        for match in _matches(text):
            if match.rule == rule_id and not (rule_id == "NAME-odr" and set(path[:2]) & set(_IMPRINT)):
                yield _problem(path, match)


def _problem(path: tuple[str | int, ...], match: NameMatch) -> Problem:
    return problem(
        *path,
        text="outdated-name" if match.name.new else "outdated-word",
        severity=match.severity,
        certainty="observed" if match.is_certain else "inferred",
        found=match.found,
        new=match.name.new,
        note=match.name.note,
    )


for _id in NAMES:
    rule(_id)(partial(_outdated, _id))


@rule("NAME-dsgvo-in-en")
def english_says_gdpr(case: Case) -> Iterator[Problem]:
    for path, text in case.declared_texts:
        for match in outdated_names(text, "en") if path[-1] == "en" else ():
            if match.rule == "NAME-dsgvo-in-en":
                yield _problem(path, match)


@rule("IMP-odr-end")
def no_link_to_the_closed_platform(case: Case) -> Iterator[Problem]:
    for path, text in case.declared_texts:
        if set(path[:2]) & set(_IMPRINT) and any(m.rule == "NAME-odr" for m in _matches(text)):
            yield problem(*path, severity=Severity.ERROR)

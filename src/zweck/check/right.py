"""How people exercise their rights, and what the declared texts may not say about it (Art. 7(3), 12 GDPR).

The duties themselves are kept by the rights engine; here stands what a declaration can get wrong: the ways in, and
sentences of its own that promise less than the law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zweck.check.case import Case, at, option
from zweck.check.rule import Problem, problem, rule
from zweck.declaration.source import Path_
from zweck.errors import Severity

_ELECTRONIC = ("portal", "mail", "email", "form")
_MASTER_DATA = ("accounts", "partner_accounts", "crm", "business_partners", "newsletter", "orders")
_SLOW = re.compile(
    r"30 (?:working|business) days|30 (?:werk|arbeits)tage?n?"
    r"|(?:within|in|innerhalb von|binnen) (?:two|three|2|3|6|zwei|drei|sechs) (?:months|monaten)"
    r"|(?:within|innerhalb von|binnen) (?:45|60|90) (?:days|tagen)",
    re.IGNORECASE,
)
_ALWAYS_LONGER = re.compile(
    r"(?:always|generally|as a rule|usually|grundsätzlich|in der regel|stets|immer)"
    r".{0,60}(?:three months|3 months|drei monat|3 monat|extend|verlänger)",
    re.IGNORECASE | re.DOTALL,
)
_FEE = re.compile(
    r"\bfee\b|\bcharge (?:a|you|for)|\bat your (?:own )?(?:cost|expense)"
    r"|gebühr|kostenpflichtig|bearbeitungspauschale|unkostenbeitrag",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"no fee|free of charge|without (?:a )?fee|keine gebühr|gebührenfrei|kostenfrei|kostenlos|ohne gebühr",
    re.IGNORECASE,
)
_ID_COPY = re.compile(
    r"(?:copy|scan|photo) of (?:your|the|an|a) (?:\w+ )?(?:id\b|identity card|passport|identification)"
    r"|(?:ausweis|reisepass)-?kopie|kopie (?:ihres|des|eines|ihrer) (?:\w{0,20}ausweis|reisepass)",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"(?:refuse|reject|ignore|not answer).{0,40}(?:repeated|second|further) requests?"
    r"|(?:wiederholte|weitere|erneute) (?:anfragen|anträge|auskunftsersuchen)"
    r".{0,50}(?:ablehn|nicht beantwort|zurückweis|zurückgewiesen|abgelehnt)",
    re.IGNORECASE | re.DOTALL,
)
_FOR_EVER = re.compile(
    r"(?:consent|agree|given)\w{0,6}\b[^.;]{0,60}\b(?:irrevocabl|cannot be (?:revoked|withdrawn))"
    r"|irrevocabl\w{0,2} (?:consent|agree)|cannot (?:revoke|withdraw)"
    r"|(?:einwillig|zustimm|erlaubnis)\w{0,6}\b[^.;]{0,60}\b(?:unwiderruflich|nicht widerruf(?:en werden|bar))"
    r"|unwiderruflich\w{0,2} (?:ein(?:willig|verstanden)|zu\b|zustimm)|(?:einwillig|zustimm)\w{0,6} nicht widerrufen",
    re.IGNORECASE,
)
"""Only of a consent: who deletes irrevocably denies nobody anything."""
_ARCHIVE = re.compile(
    r"(?:archived|archivierte|backup|gesicherte)\w{0,10} (?:data|daten)"
    r".{0,60}(?:not (?:included|part)|excluded|nicht (?:umfasst|erteilt|enthalten|beauskunftet)|ausgenommen)",
    re.IGNORECASE | re.DOTALL,
)


@rule("GDPR-12-2-facilitate")
def rights_have_an_electronic_way_in(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind("rights"):
        channels = option(activity, "channels", ())
        if not {c.casefold() for c in channels} & set(_ELECTRONIC):
            yield problem(*at(activity, "channels"), name=activity.name)
    if not case.of_kind("rights"):
        yield problem("activities", variant="none", severity=Severity.WARN)


@rule("GDPR-05-1d-accuracy")
def what_is_kept_can_be_corrected(case: Case) -> Iterator[Problem]:
    if case.of_kind("rights"):
        return
    for activity in case.of_kind(*_MASTER_DATA):
        yield problem(*at(activity), name=activity.name)


def _saying(case: Case, pattern: re.Pattern[str], *kinds: str) -> Iterator[tuple[Path_, str]]:
    """The declared texts in which ``pattern`` stands; with ``kinds`` only those of such activities."""
    names = {a.name for a in case.of_kind(*kinds)} if kinds else set()
    for path, text in case.declared_texts:
        if kinds and not (path[0] == "activities" and len(path) > 1 and path[1] in names):
            continue
        if found := pattern.search(text):
            yield path, " ".join(found[0].split())


@rule("GDPR-12-3-month")
def answers_come_within_a_month(case: Case) -> Iterator[Problem]:
    for path, words in _saying(case, _SLOW, "rights"):
        yield problem(*path, words=words)


@rule("GDPR-12-3-extend")
def extension_is_the_exception(case: Case) -> Iterator[Problem]:
    for path, words in _saying(case, _ALWAYS_LONGER, "rights"):
        yield problem(*path, words=words)


@rule("GDPR-12-5-free")
def rights_are_free(case: Case) -> Iterator[Problem]:
    texts = dict(case.declared_texts)
    for path, words in _saying(case, _FEE, "rights"):
        if not _FREE.search(texts[path]):
            yield problem(*path, words=words)


@rule("GDPR-12-5-excessive")
def nobody_is_refused_by_rule(case: Case) -> Iterator[Problem]:
    for path, words in _saying(case, _REFUSES, "rights"):
        yield problem(*path, words=words)


@rule("GDPR-12-6-identity")
def no_copy_of_an_identity_card(case: Case) -> Iterator[Problem]:
    for path, words in _saying(case, _ID_COPY, "rights", "contact"):
        yield problem(*path, words=words)


@rule("GDPR-13-2c-withdraw")
def consent_can_be_withdrawn(case: Case) -> Iterator[Problem]:
    for path, words in _saying(case, _FOR_EVER):
        yield problem(*path, words=words)


@rule("GDPR-15-4-others")
def archives_belong_to_the_answer(case: Case) -> Iterator[Problem]:
    for path, words in _saying(case, _ARCHIVE, "rights"):
        yield problem(*path, words=words)

"""Setting a finding aside: with a reason it becomes a note and stays visible."""

from __future__ import annotations

from tests.check.test_report import BROKEN
from tests.rules.overlay import ON
from zweck.check import check
from zweck.declaration import loads
from zweck.errors import Finding, Severity


def logs(text: str, language: str = "en") -> list[Finding]:
    return [f for f in check(loads(text), ON, language) if f.rule == "LOG-server"]


def test_a_reason_turns_an_error_into_a_note() -> None:
    assert logs(BROKEN)[0].severity is Severity.ERROR
    (finding,) = logs(BROKEN + "accepted: {LOG-server: the police asked for it}\n")
    assert finding.severity is Severity.INFO
    assert finding.message.endswith("Accepted: the police asked for it")


def test_the_reason_speaks_the_language() -> None:
    text = BROKEN + "accepted: {LOG-server: {de: auf Bitte der Polizei, en: the police asked for it}}\n"
    assert logs(text, "de")[0].message.endswith("Hingenommen: auf Bitte der Polizei")


def test_one_place_can_be_accepted_without_the_others() -> None:
    second = "  more_logs: {kind: server_logs, keep: 50 days after collected}\n"
    aside = "accepted: {LOG-server@activities.server_logs: the police asked for it}\n"
    found = logs(BROKEN + second + aside)
    assert [(f.path[1], f.severity) for f in found] == [
        ("server_logs", Severity.INFO),
        ("more_logs", Severity.ERROR),
    ]


def test_an_empty_reason_sets_nothing_aside() -> None:
    assert logs(BROKEN + 'accepted: {LOG-server: ""}\n')[0].severity is Severity.ERROR

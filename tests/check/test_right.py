"""Sentences that deny a right, and sentences that only sound like it."""

from __future__ import annotations

import pytest

from tests.check.test_report import BROKEN
from tests.rules.overlay import ON
from zweck.check import check
from zweck.declaration import loads

TEXT = BROKEN.replace("40 days", "7 days") + "  contact: {note: %s}\n"


@pytest.mark.parametrize("said", [
    "Die Einwilligung ist unwiderruflich.", "Ihre Zustimmung kann nicht widerrufen werden.",
    "Sie willigen unwiderruflich ein und stimmen unwiderruflich zu.", "Your consent is irrevocable.",
    "You cannot withdraw your consent.", "Consent once given cannot be revoked.",
])  # fmt: skip
def test_a_consent_for_ever_is_found(said: str) -> None:
    assert [f.rule for f in check(loads(TEXT % said), ON)] == ["GDPR-13-2c-withdraw"]


@pytest.mark.parametrize("said", [
    "Danach werden die Daten unwiderruflich gelöscht.", "Then delete irrevocably.", "Wir löschen unwiderruflich.",
    "Die Löschung kann nicht widerrufen werden.", "Files are irrevocably destroyed after six months.",
    "Sie können Ihre Einwilligung widerrufen; danach löschen wir unwiderruflich.",
])  # fmt: skip
def test_deleting_for_good_denies_nothing(said: str) -> None:
    assert check(loads(TEXT % said), ON) == []

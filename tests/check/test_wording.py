"""The quick reading of the sentences says what Fluent says, and both languages have the same ones."""

from __future__ import annotations

import re

import pytest

from zweck import texts
from zweck.check.wording import entries, has, say
from zweck.texts import MissingText

KEYS = sorted(entries("check", "en"))
PLACE = re.compile(r"\{ \$([\w-]+) \}")


@pytest.mark.parametrize("language", ["de", "en"])
def test_quick_reading_is_what_fluent_says(language: str) -> None:
    for key in KEYS:
        words = {name: f"<{name}>" for name in PLACE.findall(entries("check", language)[key])}
        assert say(key, language, **words) == texts.message(f"check.{key}", language, **words), key


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_line_of_the_file_is_missed(language: str) -> None:
    bundle = texts.bundle("check", language)
    known = {name: bundle.get_message(name) for name in bundle.names()}
    assert set(known) == {key.partition(".")[0] for key in entries("check", language)}
    assert sum(len(m.attributes) + 1 for m in known.values()) == len(entries("check", language))


def test_both_languages_have_the_same_sentences_and_words() -> None:
    english, german = entries("check", "en"), entries("check", "de")
    assert set(english) == set(german)
    for key in KEYS:
        assert set(PLACE.findall(german[key])) <= set(PLACE.findall(english[key])) | {"field"}, key


def test_a_missing_word_is_an_error() -> None:
    with pytest.raises(MissingText):
        say("LOG-server", "en")
    with pytest.raises(MissingText):
        say("no-such-sentence", "en")


def test_has_knows_what_fluent_knows() -> None:
    assert has("promises", "keeps", "de") is texts.has("promises.keeps", "de") is True
    assert has("promises", "nothing-such", "de") is texts.has("promises.nothing-such", "de") is False

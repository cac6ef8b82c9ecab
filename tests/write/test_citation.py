"""Provisions, bases and periods in the words of each language."""

import pytest

from zweck.write.citation import cite, cite_basis, say_basis, say_device_basis, say_lifetime, sentence


@pytest.mark.parametrize(
    ("basis", "de", "en"),
    [
        ("6(1)(f)", "Art. 6 Abs. 1 Buchst. f DSGVO", "Art. 6(1)(f) GDPR"),
        ("9(2)(a)", "Art. 9 Abs. 2 Buchst. a DSGVO", "Art. 9(2)(a) GDPR"),
        ("BDSG 26(1)", "§ 26 Abs. 1 BDSG", "§ 26(1) BDSG"),
    ],
)
def test_basis(basis, de, en):
    assert (cite_basis(basis, "de"), cite_basis(basis, "en")) == (de, en)


@pytest.mark.parametrize(
    ("law", "de", "en"),
    [
        ("HGB 257(4)", "§ 257 Abs. 4 HGB", "§ 257(4) HGB"),
        ("Art. 7(1) GDPR", "Art. 7 Abs. 1 DSGVO", "Art. 7(1) GDPR"),
        ("§ 5 DDG", "§ 5 DDG", "§ 5 DDG"),
        (
            "Art. 12–22 GDPR, Art. 5(2) GDPR",
            "Art. 12–22 DSGVO, Art. 5 Abs. 2 DSGVO",
            "Art. 12–22 GDPR, Art. 5(2) GDPR",
        ),
        ("HGB 257(1) no. 1, (4)", "§ 257 Abs. 1 Nr. 1 HGB, Abs. 4", "§ 257(1) no. 1 HGB, (4)"),
    ],
)
def test_law(law, de, en):
    assert (cite(law, "de"), cite(law, "en")) == (de, en)


def test_basis_in_a_sentence_names_law_or_interest_and_nothing_empty():
    assert say_basis("6(1)(c)", "de", law="HGB 257(4)").endswith("Buchst. c DSGVO): § 257 Abs. 4 HGB.")
    assert (
        say_basis("6(1)(f)", "en", interest="a safe site")
        == "We have a legitimate interest (Art. 6(1)(f) GDPR): a safe site."
    )
    assert say_basis("6(1)(f)", "en") == "We have a legitimate interest (Art. 6(1)(f) GDPR)."
    assert say_basis("9(2)(j)", "de") == "Das Gesetz erlaubt es (Art. 9 Abs. 2 Buchst. j DSGVO)."


@pytest.mark.parametrize("letter", "abcdef")
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_basis_of_article_6_has_words_of_its_own(letter, language):
    said = say_basis(f"6(1)({letter})", language)
    assert f"({'Art. 6 Abs. 1 Buchst. ' + letter if language == 'de' else f'Art. 6(1)({letter})'}" in said
    assert said != say_basis("9(2)(j)", language)


@pytest.mark.parametrize("basis", ["25(1)", "25(2)", "25(2) no. 1", "25(2) no. 2"])
def test_device_basis(basis):
    assert "TDDDG" in say_device_basis(basis, "de") and "§ 25" in say_device_basis(basis, "en")


@pytest.mark.parametrize(
    ("lifetime", "de", "en"),
    [
        ("6 months", "6 Monate", "6 months"),
        ("1 year", "1 Jahr", "1 year"),
        ("30 minutes", "30 Minuten", "30 minutes"),
        ("session", "bis Sie den Browser schließen", "until you close the browser"),
        ("until cleared", "bis Sie den Speicher löschen", "until you clear the storage"),
        ("bis zur Abmeldung", "bis zur Abmeldung", "bis zur Abmeldung"),
    ],
)
def test_lifetime(lifetime, de, en):
    assert (say_lifetime(lifetime, "de"), say_lifetime(lifetime, "en")) == (de, en)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("wir löschen", "Wir löschen."),
        ("Ja.", "Ja."),
        ("", ""),
        ("das „Signal“", "Das „Signal“."),
        ("„Ja.“", "„Ja.“"),
    ],
)
def test_sentence(text, said):
    assert sentence(text) == said


def test_a_brand_keeps_its_spelling_at_the_start_of_a_sentence():
    assert sentence("eRecht24 lädt") == "eRecht24 lädt."


def test_european_regulations_by_their_german_name():
    assert cite("Art. 2 Regulation (EC) No 881/2002", "de") == "Art. 2 Verordnung (EG) Nr. 881/2002"

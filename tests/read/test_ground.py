"""Words name a legal basis only where the sentence says that processing rests on it."""

# ruff: noqa: E501  (sentences read better unbroken)

from __future__ import annotations

import pytest

from zweck.read.ground import ground_of_item, grounds_in, leads_to_grounds


@pytest.mark.parametrize(
    ("sentence", "letters"),
    [
        ("The legal basis for sending the bulletin is your consent.", "a"),
        ("Our lawful basis is our legitimate interest in knowing which pages are read.", "f"),
        ("Rechtsgrundlage ist Ihre Einwilligung.", "a"),
        ("Rechtsgrundlage sind die Erfüllung des Mietvertrags und unsere berechtigten Interessen.", "bf"),
        ("Wir verarbeiten die Angaben auf Grundlage unseres berechtigten Interesses an kurzen Wegen.", "f"),
        ("We use your address to perform our contract with you.", "b"),
        ("We keep invoices to comply with our legal obligations.", "c"),
        ("We are required by Scottish law to keep these for six years.", "c"),
        ("Wir haben ein berechtigtes Interesse an der Abwehr von Angriffen.", "f"),
        ("Mit dem Absenden willigen Sie in die Verarbeitung der Angaben ein.", "a"),
        ("We rely on legitimate interests to answer letters.", "f"),
    ],
)
def test_a_basis_in_words(sentence: str, letters: str) -> None:
    assert {c.basis for c in grounds_in(sentence)} == {f"GDPR 6(1)({letter})" for letter in letters}
    assert all(c.confidence < 0.9 for c in grounds_in(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "We never share your data without your consent.",
        "Sie können Ihre Einwilligung jederzeit widerrufen.",
        "The transfer is based on standard contractual clauses.",
        "Es gelten die gesetzlichen Aufbewahrungsfristen.",
        "You may object to processing that is based on legitimate interests.",
        "Whether the data are a statutory or contractual requirement is said below.",
        "Unsere Werkstatt schließt Verträge nur schriftlich.",
    ],
)
def test_words_that_only_occur_are_no_basis(sentence: str) -> None:
    assert grounds_in(sentence) == []


@pytest.mark.parametrize(
    ("item", "basis"),
    [
        ("• Consent – we asked you first", "GDPR 6(1)(a)"),
        ("- Contractual necessity – to bring the bicycle", "GDPR 6(1)(b)"),
        ("• Processing is necessary for compliance with a legal obligation of the club", "GDPR 6(1)(c)"),
        ("• Legitimate interests: safe rooms", "GDPR 6(1)(f)"),
        ("• Your right to withdraw consent – at any time", None),
        ("• Garden tools", None),
    ],
)
def test_entries_of_a_list_of_bases(item: str, basis: str | None) -> None:
    found = ground_of_item(item)
    assert (found.basis if found else None) == basis


def test_what_leads_to_a_list_of_bases() -> None:
    assert leads_to_grounds("Our lawful bases for collecting your data are:")
    assert leads_to_grounds("We process your personal data based on:")
    assert not leads_to_grounds("We collect the following data:")


@pytest.mark.parametrize(
    ("sentence", "bases"),
    [
        ("We use health data only on the basis of your explicit consent.", {"GDPR 6(1)(a)", "GDPR 9(2)(a)"}),
        ("We show sensitive data because you choose to make it public.", {"GDPR 9(2)(e)"}),
        ("Gesundheitsdaten verarbeiten wir nur auf Grundlage Ihrer ausdrücklichen Einwilligung.", {"GDPR 6(1)(a)", "GDPR 9(2)(a)"}),
        ("Die Angaben nutzen wir im Rahmen des von Ihnen erteilten Einverständnisses.", {"GDPR 6(1)(a)"}),
        ("For purposes which are required by law, we keep records.", {"GDPR 6(1)(c)"}),
        ("We do not process special categories of data without your explicit consent.", set()),
        ("Bitte senden Sie uns keine Gesundheitsdaten.", set()),
    ],
)  # fmt: skip
def test_special_categories_and_consent_in_other_words(sentence: str, bases: set[str]) -> None:
    assert {c.basis for c in grounds_in(sentence)} == bases

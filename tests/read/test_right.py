"""Rights are read from lists of bare nouns and from what people may ask, not from what is denied or only described."""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import pytest

from zweck.read.block import blocks_of
from zweck.read.right import rights_in
from zweck.read.source import read_text

NOTICE = """# Datenschutzerklärung

Verantwortlicher im Sinne der DSGVO ist der Ruderverein Seeufer. Wir verarbeiten personenbezogene Daten, wenn Sie
unsere Website besuchen. This privacy policy says which personal data we process when you use our website.

"""


def articles(text: str) -> list[str]:
    whole = f"{NOTICE}{text}"
    return [r.article for r in rights_in(blocks_of(read_text(whole.encode(), "notice.md")))]


def test_german_list_of_nouns() -> None:
    text = "# Ihre Rechte\n\nSie haben folgende Rechte:\n\n* Auskunft\n* Berichtigung\n* Löschung\n* Einschränkung\n* Widerspruch\n* Widerruf\n* Beschwerde\n"
    assert articles(text) == ["7(3)", "15", "16", "17", "18", "21", "77"]


def test_english_list_of_verbs() -> None:
    text = "# Your rights\n\nYou have the right to:\n\n- Request access to your data\n- Have your data corrected\n- Be forgotten\n- Export your data\n"
    assert articles(text) == ["15", "16", "17", "20"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Your data can be viewed and corrected in the portal.", {"16"}),
        ("We answer requests to delete personal data within a month.", {"17"}),
        ("We respond to any request for transfer of personal data by e-mail.", {"20"}),
        ("Ihre Angaben können Sie im Konto einsehen und korrigieren.", {"16"}),
        ("You may have the right to access, rectify, erase and restrict, and to data portability.", {"15", "16", "17", "18", "20"}),
        ("You can complain to the ICO.", {"77"}),
        ("Sie können sich an eine Datenschutzaufsichtsbehörde wenden.", {"77"}),
        ("Sie haben das Recht auf jederzeitige Auskunft sowie auf Berichtigung.", {"15", "16"}),
        ("pursuant to Article 15, 16, 17 and 21 you have the right to ask us", {"15", "16", "17", "21"}),
    ],
)  # fmt: skip
def test_rights_in_a_sentence(sentence: str, wanted: set[str]) -> None:
    assert wanted <= set(articles(f"# Your rights\n\n{sentence}\n"))


def test_no_right_where_none_is_granted() -> None:
    assert articles("# Shop\n\nWe delete old logs and correct our prices. Access to the car park is free.\n") == []
    assert "77" not in articles("# Auskunft\n\n(6) das Bestehen eines Beschwerderechts bei einer Aufsichtsbehörde;\n")

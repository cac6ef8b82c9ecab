"""Every way to cite a legal basis gives the same normal form; other articles and laws give none."""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import time

import pytest

from zweck.read.basis import bases_in

CITED = [
    ("Art. 6 Abs. 1 S. 1 lit. a, f) DSGVO", "af"), ("Art. 6 (1) (a), (f) GDPR", "af"), ("Article 6(1)(b) and (c)", "bc"),
    ("Artikel 6 Absatz 1 Unterabsatz 1 Buchstabe f", "f"), ("6 I 1 f DSGVO", "f"), ("Art. 6 I f DSGVO", "f"),
    ("Art. 6 Abs. 1 lit. a, b und f DSGVO", "abf"), ("Art. 6 Abs. 1 a bis c DSGVO", "abc"), ("Art. 6 (1) a GDPR", "a"),
    ("Art. 6 Abs.1b DSGVO", "b"), ("Art 6 Abs 1 lit f", "f"), ("Art.6 Abs.1 S.1 lit.f DS-GVO", "f"),
    ("point (f) of Article 6(1)", "f"), ("lett. b) of article 6 of the GDPR", "b"), ("Art. 6.1(a) GDPR", "a"),
    ("Article 6(1)(a), 6(1)(b) and 6(1)(f) of the UK GDPR", "abf"), ("Art. 6 lit. f DSGVO", "f"),
    ("Article 6 (1f) GDPR", "f"), ("Articles 5 and 6(1)(f) GDPR", "f"), ("Art. 6 para. 1 p. 1 lit. f", "f"),
    ("Art. 6 Abs. 1 lit. b bzw. lit. f DSGVO", "bf"), ("Art. 6 paragraph 1 letters b and f", "bf"),
    ("Art. 6 Abs. 4 lit. a", ""), ("Article 6 a controller must", ""), ("Article 6(1) a controller", ""),
    ("Art. 46 Abs. 2 lit. c DSGVO", ""), ("Art. 13 Abs. 1 lit. f DSGVO", ""), ("Art. 16 Abs. 1 f", ""),
]  # fmt: skip


@pytest.mark.parametrize(("written", "letters"), CITED)
def test_letters_of_article_six_are_read_in_any_style(written: str, letters: str) -> None:
    wanted = {f"GDPR 6(1)({letter})" for letter in letters}
    for sentence in (written, f"Wir tun das nach {written}.", f"We rely on {written} for it"):
        assert {c.basis for c in bases_in(sentence)} == wanted


@pytest.mark.parametrize(
    ("written", "bases"),
    [
        ("Art. 9 Abs. 2 lit. a DSGVO", {"GDPR 9(2)(a)"}),
        ("Art. 9 (2) (a) and (h) GDPR", {"GDPR 9(2)(a)", "GDPR 9(2)(h)"}),
        ("Art. 49 Abs. 1 S. 1 lit. a DSGVO", {"GDPR 49(1)(a)"}),
        ("§§ 25 Abs. 1 TDDDG, 26 BDSG, 7 Abs. 3 UWG", {"TDDDG 25(1)", "BDSG 26", "UWG 7(3)"}),
        ("§ 25 Abs. 1 S. 1 und Abs. 2 Nr. 2 TTDSG", {"TDDDG 25(1)", "TDDDG 25(2)"}),
        ("§ 25 Absatz 2 Nr. 2 TDDDG", {"TDDDG 25(2)"}),
        ("Section 26 of the BDSG", {"BDSG 26"}),
        ("§ 7 Abs. 2 Nr. 2 UWG", {"UWG 7(2) no. 2"}),
        ("§ 125 TDDDG", set()),
        ("Art. 15 DSGVO", set()),
    ],
)
def test_other_provisions_that_allow_processing(written: str, bases: set[str]) -> None:
    assert {c.basis for c in bases_in(f"Grundlage ist {written}.")} == bases


def test_a_citation_says_where_it_stands() -> None:
    text = "Das geschieht nach Art. 6 Abs. 1 lit. b DSGVO."
    (cited,) = bases_in(text)
    assert text[cited.start : cited.end] == cited.written == "Art. 6 Abs. 1 lit. b"


@pytest.mark.parametrize(
    "noise", ["Art. 6 " * 4000, "6 I " * 8000, "§ 25 " + "1 " * 20000, "Art. 6 Abs. 1 " + "lit. a und " * 4000]
)
def test_repetition_costs_little(noise: str) -> None:
    begin = time.process_time()
    bases_in(noise)
    assert time.process_time() - begin < 2

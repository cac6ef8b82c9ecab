"""Markdown that is really HTML, and Markdown with some tags in it, say the same as plain Markdown."""

from __future__ import annotations

from zweck.read.markdown import is_mostly_html, markdown_lines
from zweck.read.source import Text, read_text

_TAGGED = """---
title: "Datenschutz"
---
<h2>Hosting</h2> <p>Wir lassen sie hosten (&sect; 25 Abs. 2 TDDDG).</p> <p>Personenbezogene Daten liegen dort.</p>
<h2>Ihre Rechte</h2>
<ul><li>Auskunft &uuml;ber Ihre Daten</li><li>L&ouml;schung</li></ul>
<p>Datenschutz ist uns wichtig.</p>

# Kontakt
Schreiben Sie uns: [per Mail](mailto:post@backhaus.example)
"""


def _lines(text: str) -> tuple[Text, list[str]]:
    read = read_text(text, "notice.md")
    return read, [line for line in read.lines if line]


def test_a_page_of_tags_gives_its_paragraphs_headings_and_items() -> None:
    read, lines = _lines(_TAGGED)
    assert read.form == "html"
    assert lines[:4] == [
        "Datenschutz",
        "Hosting",
        "Wir lassen sie hosten (§ 25 Abs. 2 TDDDG).",
        "Personenbezogene Daten liegen dort.",
    ]
    assert {read.lines[n - 1] for n in read.levels} == {"Datenschutz", "Hosting", "Ihre Rechte", "Kontakt"}
    assert "• Auskunft über Ihre Daten" in lines
    assert any("mailto:post@backhaus.example" in line for line in lines)


def test_tags_in_markdown_keep_the_lines_of_the_file() -> None:
    text = "# Privacy\n\nWords.\n\n<h2 id='b'>Cookies &amp; storage</h2>\n\n<ul>\n<li>one cookie</li>\n</ul>\n"
    lines, levels = markdown_lines(text.splitlines())
    assert levels == {1: 1, 5: 2}
    assert lines[4] == "Cookies & storage"
    assert lines[7].strip() == "• one cookie"
    assert len(lines) == len(text.splitlines())


def test_a_sign_that_is_no_entity_stays() -> None:
    assert markdown_lines(["Brown & Sons; AT&T; too"])[0] == ["Brown & Sons; AT&T; too"]


def test_a_page_with_a_few_tags_stays_markdown() -> None:
    assert not is_mostly_html("# A\n\nOne.\n\nTwo.\n\n<div>Three</div>\n")

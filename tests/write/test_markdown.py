"""Markdown that a standard parser reads as the same document."""

from datetime import date

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from zweck.write import compose, to_markdown
from zweck.write.document import paragraphs, sections

ALL = [(k, lang) for k in ("notice", "imprint", "cookies", "record") for lang in ("de", "en")]


def _parsed(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(MarkdownIt("commonmark").enable("table").render(text))


def _plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("which", ALL)
def test_a_parser_finds_every_title_and_every_sentence(documents, which):
    document = documents[which]
    page = _parsed(to_markdown(document))
    assert [h.text() for h in page.css("h1,h2,h3,h4")] == [
        document.title,
        *(s.title for s in sections(document)),
    ]
    text = _plain(page.text())
    for paragraph in paragraphs(document):
        assert _plain(paragraph.text) in text


def test_promises_keep_their_anchors_and_pages_link_to_markdown(documents):
    page = _parsed(to_markdown(documents["notice", "en"]))
    ids = {a.attributes["id"] for a in page.css("a[id]")}
    assert {p.anchor for p in documents["notice", "en"].promises()} <= ids
    assert page.css_first('a[href="notice.de.md"]')
    inner = {a.attributes["href"][1:] for a in page.css('a[href^="#"]')}
    assert inner and inner <= ids


@pytest.mark.parametrize(
    "text", ["1. Satz", "# Titel", "- Strich", "*Stern* _Strich_ `Code` [x](y) <b> a|b", "+ plus", "& &amp;"]
)
def test_markup_in_a_declaration_stays_text(minimal, text):
    more = f"activities:\n  contact:\n    note: {text!r}\n"
    document = compose("notice", minimal(more), "de", date(2026, 11, 22))
    page = _parsed(to_markdown(document))
    assert text[1:] in _plain(page.text()) and not page.css("b,code")

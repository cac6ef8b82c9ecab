"""A document that links nowhere or says an anchor twice cannot be built; its version follows its words."""

from dataclasses import replace
from datetime import date

import pytest

from zweck.write.document import Callout, Document, DocumentError, Section, link, say


def _document(*sections: Section, on: date = date(2026, 1, 1)) -> Document:
    return Document(
        kind="notice",
        language="de",
        title="T",
        site="S",
        controller="C",
        dated_on=on,
        languages=("de",),
        sections=sections,
    )


def test_inner_link_resolves_to_section_callout_and_sentence():
    inner = Section("b", "B", (say("Satz.", anchor="p-1"), Callout("K", (say("x"),), anchor="c")))
    links = (say(link("x", "#a")), say(link("x", "#b")), say(link("x", "#c")), say(link("x", "#p-1")))
    assert _document(Section("a", "A", links, (inner,))).sections


@pytest.mark.parametrize("href", ["#nowhere", "#", "#A"])
def test_link_to_nowhere_is_refused(href):
    with pytest.raises(DocumentError, match="leads nowhere"):
        _document(Section("a", "A", (say(link("x", href)),)))


def test_anchor_that_stands_twice_is_refused():
    with pytest.raises(DocumentError, match="'a' stands twice"):
        _document(Section("a", "A", (say("x", anchor="a"),)))


def test_version_follows_the_words_and_not_the_day():
    one = _document(Section("a", "A", (say("eins"),)))
    assert one.version == _document(Section("a", "A", (say("eins"),)), on=date(2027, 1, 1)).version
    assert one.version != _document(Section("a", "A", (say("zwei"),))).version
    assert len(one.version) == 12


def test_documents_are_immutable():
    with pytest.raises(AttributeError):
        _document().title = "anders"  # type: ignore[misc]
    assert replace(_document(), title="anders").title == "anders"


def test_provisions_never_break_across_lines():
    assert say("§ 25 Abs. 2 Nr. 2 TDDDG").text == "§\u00a025 Abs.\u00a02 Nr.\u00a02\u00a0TDDDG"
    assert Section("a", "Auskunft (Art. 15 DSGVO)").title == "Auskunft (Art.\u00a015\u00a0DSGVO)"

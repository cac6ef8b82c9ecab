"""The cookie table: our own and the services' entries, with all six columns, in the order of the groups."""

import re
from datetime import date

import pytest

from zweck.write import STATIC, compose
from zweck.write.cookies import entries
from zweck.write.document import Table, blocks, paragraphs


def _tables(document) -> list[Table]:
    return [b for b in blocks(document) if isinstance(b, Table)]


def test_every_entry_has_its_columns_and_the_heading_names_the_group(documents):
    tables = _tables(documents["cookies", "de"])
    assert tables[0].head == ("Name", "Anbieter", "Zweck", "Lebensdauer", "Art")
    assert all(cell.text for table in tables for row in table.rows for cell in row)
    rows = {row[0].text: [cell.text for cell in row] for table in tables for row in table.rows}
    assert rows["zweck_consent"][1] == "Nordlicht Dienste GmbH"
    assert rows["session_id"][3] == "bis Sie den Browser schließen"
    groups = {row[0].text: s.title for s in documents["cookies", "de"].sections for row in s.blocks[1].rows}
    assert groups["YSC"] == "Medien" and rows["session_id"][4] == "Cookie"
    (own,) = _tables(documents["notice", "de"])
    assert own.head[5] == "Gruppe" and {row[5].text for row in own.rows} == {"Notwendig"}


def test_groups_in_order_and_each_entry_once(declaration, documents):
    assert [s.anchor for s in documents["cookies", "de"].sections] == [
        "g-necessary",
        "g-media",
        "g-analytics",
    ]
    names = [(e.cookie.name, e.provider, e.cookie.storage) for e in entries(declaration)]
    assert len(names) == len(set(names)) == sum(len(t.rows) for t in _tables(documents["cookies", "en"]))


def test_notice_has_our_own_entries_as_a_table_and_the_others_with_their_service(declaration, documents):
    (table,) = _tables(documents["notice", "en"])
    assert {row[0].text for row in table.rows} == {"session_id", "zweck_consent"}
    text = " ".join(p.text for p in paragraphs(documents["notice", "en"]))
    assert all(e.cookie.name in text for e in entries(declaration))


def test_a_site_without_cookies_says_so(minimal):
    document = compose("cookies", minimal(), "en", date(2026, 11, 22))
    assert document.sections == () and "stores nothing" in document.lead[1].text


def test_a_cookie_that_needs_consent_is_never_listed_as_necessary(minimal):
    more = """
activities:
  cookies:
    device_basis: 25(1)
    entries: [{name: theme, purpose: x}, {name: csrf, purpose: y, necessary: true}]
"""
    groups = {e.cookie.name: e.group for e in entries(minimal(more))}
    assert groups == {"theme": "functional", "csrf": "necessary"}


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_stylesheet_names_the_columns_as_the_head_does(documents, language):
    css = (STATIC / "notice.css").read_text("utf-8")
    found = dict(re.findall(rf'entries:lang\({language}\) td:nth-child\((\d)\)::before {{ content: "(.+?): " }}', css))
    (own,) = _tables(documents["notice", language])
    assert own.name == "entries"
    assert [found[str(number)] for number in range(2, 7)] == list(own.head[1:])

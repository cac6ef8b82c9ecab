"""The workbook: the same words as the pages, readable by other programs, never a formula, same bytes each time."""

import io
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest

from zweck.write import compose
from zweck.write.sheet import Sheet, sheets, to_ods, to_xlsx

ON = date(2026, 11, 22)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def found(declaration):
    return sheets(*(compose(kind, declaration, "de", ON) for kind in ("record", "deletion", "processors")))


def _xlsx_texts(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        shared = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(t.text or "" for t in item.iter(f"{MAIN}t")) for item in shared]


def test_one_row_an_activity_and_every_item_of_the_record(declaration, found):
    assert [sheet.name for sheet in found] == [
        "Verantwortlicher und Kontakte",
        "Verarbeitungstätigkeiten",
        "Löschregeln",
        "Empfänger",
    ]
    activities = found[1]
    assert len(activities.rows) == len(declaration.activities)
    assert activities.head[:5] == ("Tätigkeit", "Zwecke", "Rechtsgrundlagen", "Betroffene Personen", "Daten")
    assert all(len(row) == len(sheet.head) for sheet in found for row in sheet.rows)


def test_ods_reads_back_the_same_rows(found):
    odf = pytest.importorskip("odfdo")
    book = odf.Document(io.BytesIO(to_ods(found, "Verzeichnis", ON)))
    assert [table.name for table in book.body.tables] == [sheet.name for sheet in found]
    for table, sheet in zip(book.body.tables, found, strict=True):
        rows = [tuple(str(value or "") for value in row) for row in table.iter_values()]
        assert rows[0] == sheet.head
        assert [tuple(c.replace("\n", "") for c in r) for r in rows[1:]] == [
            tuple(c.replace("\n", "") for c in r) for r in sheet.rows
        ]


def test_ods_starts_with_its_type_uncompressed(found):
    content = to_ods(found, "x", ON)
    assert content[30:38] == b"mimetype" and content[38:84] == b"application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist()[1:]:
            ElementTree.fromstring(archive.read(name))


def test_xlsx_holds_every_text(found):
    texts = set(_xlsx_texts(to_xlsx(found, "Verzeichnis", ON)))
    assert {text for sheet in found for row in (sheet.head, *sheet.rows) for text in row if text} <= texts


def test_same_input_same_bytes(found):
    assert to_xlsx(found, "x", ON) == to_xlsx(found, "x", ON)
    assert to_ods(found, "x", ON) == to_ods(found, "x", ON)


def test_hostile_words_stay_words(minimal):
    more = """
activities:
  contact: {title: "=HYPERLINK(\\"http://x\\")", purpose: "<a>&amp; \\u0007\\u000b bell", note: x}
"""
    declaration = minimal(more)
    made = sheets(*(compose(kind, declaration, "de", ON) for kind in ("record", "deletion", "processors")))
    texts = _xlsx_texts(to_xlsx(made, "x", ON))
    assert '=HYPERLINK("http://x")' in texts
    with zipfile.ZipFile(io.BytesIO(to_xlsx(made, "x", ON))) as archive:
        assert all(b"<f>" not in archive.read(n) for n in archive.namelist() if "sheet" in n)
    content = zipfile.ZipFile(io.BytesIO(to_ods(made, "x", ON))).read("content.xml")
    assert "&lt;a&gt;&amp;amp;" in content.decode() and ElementTree.fromstring(content) is not None


def test_a_sheet_without_rows_is_a_head_alone():
    empty = (Sheet("a", ("b", "c"), ()),)
    assert to_ods(empty, "x", ON) and "b" in _xlsx_texts(to_xlsx(empty, "x", ON))

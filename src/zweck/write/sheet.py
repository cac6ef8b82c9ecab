"""The record of processing as a workbook (Art. 30(3) GDPR: in electronic form), for those who keep lists in tables.

Four sheets from the same documents as the pages: controller, activities (one row each), deletion rules, processors.
XLSX comes from XlsxWriter; ODS is three small XML parts, written here. Same documents and day, same bytes.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from zweck import texts
from zweck.write.document import Bullets, Document, Paragraph, Section, Table

Row = tuple[str, ...]
_NAME = 31
"""Characters that the name of a sheet may have; some signs may not stand in it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its head in the first row; every row is as long as the head."""

    name: str
    head: Row
    rows: tuple[Row, ...]


def sheets(record: Document, deletion: Document, processors: Document) -> tuple[Sheet, ...]:
    """The four sheets in the language of the documents."""
    language = record.language
    parts = {section.anchor: section for section in record.sections}
    rules = next((s for s in deletion.sections if s.anchor == "rules"), None)
    found = [
        _pairs(parts["controller"], record),
        _wide(parts["activities"], language) if "activities" in parts else None,
        _stacked(_say("rules", language), rules.sections, _say("activity", language)) if rules else None,
        _stacked(_say("partners", language), processors.sections, _say("group", language)),
    ]
    return tuple(sheet for sheet in found if sheet)


def _say(name: str, language: str) -> str:
    return texts.message(f"write_sheet.{name}", language)


def _tables(section: Section) -> Iterator[Table]:
    return (block for block in section.blocks if isinstance(block, Table))


def _pairs(section: Section, record: Document) -> Sheet:
    """Item and content, with day and version of the record."""
    language = record.language
    rows = [(_text(row[0]), _text(row[1])) for table in _tables(section) for row in table.rows]
    rows.append((_say("state", language), texts.day(record.dated_on, language)))
    rows.append((_say("version", language), record.version))
    table = next(_tables(section))
    return Sheet(_named(section.title), (table.head[0], table.head[1]), tuple(rows))


def _wide(section: Section, language: str) -> Sheet:
    """One row an activity; the columns are all items that any of them has, in the order of Art. 30(1)."""
    found = [
        (part.title, {_text(r[0]): _text(r[1]) for t in _tables(part) for r in t.rows}) for part in section.sections
    ]
    order = [texts.message(f"write_record.item-{name}", language) for name in _ITEMS]
    columns = [name for name in order if any(name in items for _, items in found)]
    rows = tuple((title, *(items.get(name, "") for name in columns)) for title, items in found)
    return Sheet(_named(section.title), (_say("activity", language), *columns), rows)


_ITEMS = ("purpose", "basis", "subjects", "data", "recipients", "transfers", "period", "system", "measures")


def _stacked(name: str, sections: Iterable[Section], first: str) -> Sheet | None:
    """The tables of several sections one below the other; the first column names the section."""
    tables = [(section.title, table) for section in sections for table in _tables(section)]
    if not tables:
        return None
    rows = tuple((title, *map(_text, row)) for title, table in tables for row in table.rows)
    return Sheet(_named(name), (first, *tables[0][1].head), rows)


def _text(cell: Paragraph | Bullets) -> str:
    text = cell.text if isinstance(cell, Paragraph) else "\n".join(item.text for item in cell.items)
    return _UNFIT.sub("", text)[:_MOST]


_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 does not know."""

_MOST = 32_000
"""Characters of a cell, as spreadsheets can hold them."""


def _named(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", title)[:_NAME].strip()


def to_xlsx(found: Iterable[Sheet], title: str, on: datetime.date) -> bytes:
    """The workbook as Office Open XML; texts only, so that no cell is ever taken for a formula."""
    import xlsxwriter

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"title": title, "created": datetime.datetime(on.year, on.month, on.day)})  # noqa: DTZ001
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        for sheet in found:
            page = book.add_worksheet(sheet.name)
            for column, width in enumerate(_widths(sheet)):
                page.set_column(column, column, width, body)
            for number, row in enumerate((sheet.head, *sheet.rows)):
                for column, text in enumerate(row):
                    page.write_string(number, column, text, body if number else head)
            page.freeze_panes(1, 1)
            page.set_landscape()
            page.fit_to_pages(1, 0)
            page.repeat_rows(0)
    return made.getvalue()


def _widths(sheet: Sheet) -> list[int]:
    """Characters wide, from the longest line of each column, within reason."""
    columns = zip(sheet.head, *sheet.rows, strict=True)
    return [min(60, max(12, *(len(line) for text in column for line in text.split("\n")))) for column in columns]


def to_ods(found: Iterable[Sheet], title: str, on: datetime.date) -> bytes:
    """The workbook as OpenDocument 1.3: type first and stored, so that every reader knows the file by its start."""
    made = io.BytesIO()
    parts = {
        "mimetype": _ODS_TYPE,
        "content.xml": _content(tuple(found)),
        "styles.xml": _part("document-styles", ""),
        "meta.xml": _meta(title, on),
        "META-INF/manifest.xml": _manifest(),
    }
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    return made.getvalue()


_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {"office": "office", "style": "style", "text": "text", "table": "table", "meta": "meta"}


def _part(root: str, inner: str) -> str:
    spaces = "".join(f' xmlns:{short}="{_OASIS}{name}:1.0"' for short, name in _SPACES.items())
    others = f' xmlns:fo="{_OASIS}xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<office:{root}{spaces}{others} office:version="1.3">{inner}</office:{root}>'


def _meta(title: str, on: datetime.date) -> str:
    inner = f"<dc:title>{escape(title)}</dc:title><meta:creation-date>{on.isoformat()}T00:00:00</meta:creation-date>"
    return _part("document-meta", f"<office:meta>{inner}</office:meta>")


def _manifest() -> str:
    space = f'xmlns:manifest="{_OASIS}manifest:1.0" manifest:version="1.3"'
    paths = {"/": _ODS_TYPE, **dict.fromkeys(("content.xml", "styles.xml", "meta.xml"), "text/xml")}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in paths.items()
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest {space}>{entries}</manifest:manifest>'


_CELL = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'
_STYLES = (
    f'<style:style style:name="body" style:family="table-cell">{_CELL}</style:style>'
    f'<style:style style:name="head" style:family="table-cell">{_CELL}'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
)


def _content(found: tuple[Sheet, ...]) -> str:
    widths = sorted({width for sheet in found for width in _widths(sheet)})
    columns = "".join(
        f'<style:style style:name="w{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * 0.19:.2f}cm"/></style:style>'
        for width in widths
    )
    tables = "".join(map(_table, found))
    styles = f"<office:automatic-styles>{_STYLES}{columns}</office:automatic-styles>"
    return _part(
        "document-content", f"{styles}<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    )


def _table(sheet: Sheet) -> str:
    columns = "".join(f'<table:table-column table:style-name="w{width}"/>' for width in _widths(sheet))
    head = f"<table:table-header-rows>{_row(sheet.head, 'head')}</table:table-header-rows>"
    rows = "".join(_row(row, "body") for row in sheet.rows)
    return f"<table:table table:name={quoteattr(sheet.name)}>{columns}{head}{rows}</table:table>"


def _row(row: Row, style: str) -> str:
    cells = (
        f'<table:table-cell table:style-name="{style}" office:value-type="string">'
        + "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
        + "</table:table-cell>"
        for text in row
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"

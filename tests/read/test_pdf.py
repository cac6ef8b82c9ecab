"""PDF: real files with text, made here and printed by Chromium; running heads, page numbers, scans, locks, damage."""

from __future__ import annotations

import shutil
import time
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from zweck.errors import UnreadableError
from zweck.read import read_notice
from zweck.read.source import read_text

NOTICES = Path(__file__).parent / "notices"
TEXT = (NOTICES / "tierpraxis.txt").read_text("utf-8")


def pdf(pages: list[list[str]], picture: bool = False) -> bytes:
    """A PDF of one font with the given lines; with ``picture`` each page has only a grey area, as a scan has."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for n, lines in enumerate(pages):
        shown = [f"({escaped(line)}) Tj T*" for line in lines]
        said = "0.5 g 0 0 500 700 re f" if picture else "\n".join(["BT /F 9 Tf 12 TL 40 800 Td", *shown, "ET"])
        content = zlib.compress(said.encode("cp1252", "replace"))
        head = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
        objects.append(f"{head}/Contents {5 + 2 * n} 0 R>>".encode())
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content))
    out = BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def wrapped(text: str, width: int = 88) -> list[str]:
    import textwrap

    return [part for line in text.splitlines() for part in (textwrap.wrap(line, width) or [""])]


def paged(lines: list[str], size: int = 28) -> list[list[str]]:
    pages = [lines[n : n + size] for n in range(0, len(lines), size)]
    foot = "Kleintierpraxis am See, Hinweise zum Datenschutz"
    return [[foot, *page, "", f"Seite {n} von {len(pages)}"] for n, page in enumerate(pages, 1)]


def test_a_pdf_says_what_its_text_says():
    pages = paged(wrapped(TEXT))
    assert len(pages) >= 3
    d, plain = read_notice(pdf(pages), "n.pdf"), read_notice(TEXT, "n.txt")
    assert (d.form, d.language) == ("pdf", "de")
    assert d.controller.name == plain.controller.name
    assert d.services == plain.services
    assert d.legal_bases == plain.legal_bases
    assert {(r.what, r.duration) for r in d.retention} == {(r.what, r.duration) for r in plain.retention}
    assert d.rights == plain.rights


def test_running_heads_and_page_numbers_are_gone_and_sentences_whole():
    made = read_text(pdf(paged(wrapped(TEXT))), "n.pdf")
    assert not [line for line in made.lines if line.startswith(("Seite ", "Kleintierpraxis am See"))]
    assert not made.debris


def test_a_head_that_stands_once_stays():
    lines = wrapped(TEXT)
    made = read_text(pdf([["Nur hier", *lines[:30]], lines[30:]]), "n.pdf")
    assert made.lines[0] == "Nur hier"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf([["x"]] * 3, picture=True), "holds no text, only pictures"),
        (pdf([["Ein Rezept für Apfelkuchen."] * 20]), "no privacy notice"),
        (pdf([["x"]] * 501), "501 pages is too long"),
        (pdf(paged(wrapped(TEXT)))[:700], "damaged"),
        (b"%PDF-1.7\n" + b"1 0 obj<</Type/Pages/Kids[1 0 R]/Count 9>>endobj trailer<</Root 1 0 R>>", "damaged|no text"),
    ],
    ids=["scan", "recipe", "long", "cut", "loop"],
)
def test_what_a_pdf_cannot_give_is_said(data: bytes, words: str, caplog: pytest.LogCaptureFixture):
    begin = time.process_time()
    with pytest.raises(UnreadableError, match=words) as caught:
        read_text(data, "n.pdf")
    assert str(caught.value).startswith("n.pdf: ")
    assert time.process_time() - begin < 5
    assert not caplog.records


def test_a_locked_pdf_is_named():
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([["x"]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    with pytest.raises(UnreadableError, match="locked with a password"):
        read_text(locked.getvalue(), "n.pdf")


@pytest.mark.browser
def test_a_page_printed_by_a_browser_reads_like_the_page(tmp_path: Path):
    api = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("Chromium is not installed")
    source = NOTICES / "goldschmiede.html"
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(source.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        printed = page.pdf(format="A5")
        browser.close()
    d, plain = read_notice(printed, "n.pdf"), read_notice(source.read_bytes(), "n.html")
    assert (d.form, d.controller.name) == ("pdf", plain.controller.name)
    assert set(plain.legal_bases) <= set(d.legal_bases)
    assert {"Borlabs Cookie", "Meta Pixel"} <= set(d.services)

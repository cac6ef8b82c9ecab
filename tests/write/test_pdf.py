"""PDF/UA: tagged, titled, in its language, headings in order, every sentence readable again, hostile words as words."""

import io
import re
import subprocess
from datetime import date
from itertools import pairwise
from shutil import which

import pytest

from zweck.errors import ZweckError
from zweck.write import compose
from zweck.write.document import paragraphs, sections
from zweck.write.pdf import to_pdf, to_typst

pytest.importorskip("typst")
pypdf = pytest.importorskip("pypdf")
ON = date(2026, 11, 22)


def _read(content: bytes):
    return pypdf.PdfReader(io.BytesIO(content))


def _tags(node, seen=None) -> list[str]:
    """The structure tree in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [tag for kid in node for tag in _tags(kid)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + (_tags(node["/K"]) if "/K" in node else [])


def _plain(text: str) -> str:
    return re.sub(r"[\s\u00a0\u00ad-]+", "", text)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", ["notice", "imprint", "cookies", "record", "deletion", "processors"])
def test_tagged_titled_and_in_its_language(declaration, kind, language):
    document = compose(kind, declaration, language, ON)
    root = (reader := _read(to_pdf(document))).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value and root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert reader.metadata.title == f"{document.title} – Nordlicht Service"
    assert b"pdfuaid:part" in root["/Metadata"].get_data() and b"<pdfuaid:part>1<" in root["/Metadata"].get_data()
    tags = _tags(root["/StructTreeRoot"]["/K"])
    levels = [int(tag[2:]) for tag in tags if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1 and all(b - a <= 1 for a, b in pairwise(levels))
    assert len(levels) == 1 + len(list(sections(document)))
    if any(type(b).__name__ == "Table" for s in sections(document) for b in s.blocks):
        assert {"/Table", "/TR", "/TH", "/TD"} <= set(tags)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_sentence_can_be_read_back(declaration, language):
    document = compose("notice", declaration, language, ON)
    pages = _read(to_pdf(document)).pages
    text = _plain("".join(re.sub(r"\n\d+ / \d+\s*$", "", page.extract_text()) for page in pages))
    missing = [p.text for p in paragraphs(document) if _plain(p.text) not in text]
    assert len(missing) <= 0.01 * len(list(paragraphs(document))), missing[:3]


@pytest.mark.skipif(not which("pdfinfo"), reason="no poppler here")
def test_another_reader_agrees(declaration, tmp_path):
    file = tmp_path / "notice.pdf"
    file.write_bytes(to_pdf(compose("notice", declaration, "de", ON)))
    told = subprocess.run(["pdfinfo", str(file)], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    assert re.search(r"Tagged:\s+yes", told) and re.search(r"JavaScript:\s+no", told)
    structure = subprocess.run(["pdfinfo", "-struct", str(file)], capture_output=True, check=True).stdout.decode(
        "utf-8", "replace"
    )
    assert "H1" in structure and "Link" in structure


def test_same_document_same_bytes(declaration):
    document = compose("imprint", declaration, "de", ON)
    assert to_pdf(document) == to_pdf(document)


def test_hostile_words_are_words(minimal):
    evil = '#panic(1) \\" ] $ } @x <y> `z` \\\\ = H'
    more = f'activities: {{contact: {{title: "{evil}"}}}}\n'
    document = compose("notice", minimal(more), "de", ON)
    text = "".join(page.extract_text() for page in _read(to_pdf(document)).pages)
    assert "#panic(1)" in text and "`z`" in text


def test_without_the_extra_the_error_names_it(declaration, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    document = compose("imprint", declaration, "de", ON)
    assert to_typst(document).startswith("#set document(title:")
    with pytest.raises(ZweckError, match=r"zweck\[pdf\]"):
        to_pdf(document)

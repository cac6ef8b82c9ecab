"""Writing: all files or none, whole files, same input same bytes."""

from datetime import date

import pytest

from zweck.errors import ZweckError
from zweck.write import folder as module
from zweck.write import write

ON = date(2026, 11, 22)
KINDS = ("notice", "imprint", "cookies", "record", "deletion", "processors")


def test_all_files(declaration, tmp_path):
    paths = write(declaration, tmp_path / "out", on=ON)
    both = ("de", "en")
    wanted = {f"{k}.{lang}.{f}" for k in KINDS for lang in both for f in ("html", "md", "json")}
    wanted |= {f"record.{lang}.{f}" for lang in both for f in ("xlsx", "ods")}
    wanted |= {f"flow.{lang}.svg" for lang in both} | {f"notice.{lang}.tilt.json" for lang in both}
    wanted |= {f"versions.{lang}.html" for lang in both} | {
        "notice.jsonld",
        "versions.json",
        "index.html",
        "notice.css",
    }
    top = {p.name for p in paths if p.parent == tmp_path / "out"}
    assert top == wanted == {p.name for p in (tmp_path / "out").iterdir() if p.is_file()}
    index = (tmp_path / "out/index.html").read_text("utf-8")
    assert all(
        f'href="{name}"' in index
        for name in wanted
        if not name.endswith((".md", ".css"))
        and name not in ("index.html", "versions.json")
        and not name.startswith("versions.")
        and (not name.endswith(".json") or name.endswith("tilt.json"))
    )


def test_same_input_same_bytes(declaration, tmp_path):
    one, two = (write(declaration, tmp_path / name, on=ON) for name in ("a", "b"))
    assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]
    before = {p: p.stat().st_ino for p in one}
    write(declaration, tmp_path / "a", on=ON)
    changed = {p for p, inode in before.items() if p.stat().st_ino != inode}
    assert {p for p in one if "versions/" not in str(p) and p.name != "versions.json"} <= changed


def test_only_the_formats_asked_for(declaration, tmp_path):
    assert {p.suffix for p in write(declaration, tmp_path, (" JSON ", "md"), on=ON)} == {".json", ".md"}


@pytest.mark.parametrize("formats", [("docx",), ("html", "docx"), (), ("",)])
def test_unknown_format_writes_nothing(declaration, tmp_path, formats):
    with pytest.raises(ZweckError, match="unknown format"):
        write(declaration, tmp_path / "out", formats, on=ON)
    assert not (tmp_path / "out").exists()


def test_a_failure_while_rendering_leaves_the_folder_as_it_was(declaration, tmp_path, monkeypatch):
    write(declaration, tmp_path, on=ON)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}

    def fail(*_):
        raise ZweckError("broken")

    monkeypatch.setitem(module._BUILD, "record", fail)
    with pytest.raises(ZweckError, match="broken"):
        write(declaration, tmp_path, on=date(2027, 1, 1))
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_a_failure_while_writing_leaves_whole_files_and_no_rest(declaration, tmp_path, monkeypatch):
    write(declaration, tmp_path, ("html",), on=ON)
    before = (tmp_path / "notice.de.html").read_bytes()

    def fail(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("zweck.write.file.os.fsync", fail)
    with pytest.raises(ZweckError, match="cannot be written: No space"):
        write(declaration, tmp_path, ("html",), on=date(2027, 1, 1))
    assert (tmp_path / "notice.de.html").read_bytes() == before
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


def test_a_file_where_the_folder_should_be(declaration, tmp_path):
    (tmp_path / "out").write_text("x")
    with pytest.raises(ZweckError, match="cannot be written"):
        write(declaration, tmp_path / "out", on=ON)


def test_one_language_only(minimal, tmp_path):
    text = "activities: {contact: {}}\n"
    declaration = minimal(text).model_copy(deep=False)
    site = declaration.site.model_copy(update={"languages": ("en",)})
    object.__setattr__(declaration, "site", site)
    names = {p.name for p in write(declaration, tmp_path, ("html",), on=ON)}
    assert "notice.en.html" in names and "notice.de.html" not in names
    assert "translation" not in (tmp_path / "notice.en.html").read_text("utf-8")

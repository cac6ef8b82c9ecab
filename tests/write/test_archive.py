"""Versions: content-addressed, dated, never changed, the old ones reachable; a translation only with its reference."""

import json
from dataclasses import replace
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from zweck.errors import ZweckError
from zweck.write import compose, write
from zweck.write.archive import History, extend, find_version, hold_references, read_history, read_version
from zweck.write.document import DocumentError, Reference, paragraphs
from zweck.write.model import content, content_hash, from_model, to_model

ON, LATER = date(2026, 11, 22), date(2026, 12, 1)
BEFORE = "activities: {contact: {keep: 6 months after closed}}\n"
AFTER = "activities: {contact: {keep: 6 months after closed, recipients: [bank]}, newsletter: {}}\n"


@pytest.mark.parametrize("kind", ["notice", "imprint", "cookies", "record", "deletion", "processors"])
def test_a_document_comes_back_word_for_word(declaration, kind):
    document = compose(kind, declaration, "en", ON)
    again = from_model(json.loads(json.dumps(to_model(document))))
    assert again == document and again.version == document.version


def test_the_version_is_the_hash_of_the_words_and_not_of_the_day(declaration):
    document = compose("notice", declaration, "de", ON)
    assert document.version == content_hash(content(document))[:12]
    assert replace(document, dated_on=LATER).version == document.version
    assert replace(document, title="Anders").version != document.version


@pytest.mark.parametrize(
    "harm",
    [
        lambda m: m["content"].update(title="Gefälscht"),
        lambda m: m.update(version="0" * 12),
        lambda m: m["content"]["sections"][0].update(anchor="controller"),
        lambda m: m.pop("content"),
        lambda m: m.update(dated_on="heute"),
    ],
)
def test_a_changed_version_is_refused(declaration, harm):
    model = to_model(compose("notice", declaration, "de", ON))
    harm(model)
    with pytest.raises(DocumentError):
        from_model(model)


def test_a_translation_of_an_older_version_is_not_published(minimal):
    old, new = minimal(BEFORE), minimal(AFTER)
    german, english = compose("notice", new, "de", ON), compose("notice", new, "en", ON)
    stale = replace(english, reference=Reference("de", compose("notice", old, "de", ON).version))
    hold_references([german, english])
    with pytest.raises(ZweckError) as refused:
        hold_references([german, stale])
    assert stale.reference.version in str(refused.value) and german.version in str(refused.value)
    with pytest.raises(ZweckError, match="missing"):
        hold_references([english])


def test_a_version_counts_from_its_day_and_never_before_the_one_it_follows(minimal):
    one = compose("notice", minimal(BEFORE), "de", ON)
    two = compose("notice", minimal(AFTER), "de", ON)
    history = extend(History(), [one], ON)
    history = extend(history, [one], LATER)
    assert [e.effective_on for e in history.of("notice", "de")] == [ON]
    history = extend(history, [two], LATER)
    assert [(e.version, e.effective_on) for e in history.versions] == [(one.version, ON), (two.version, LATER)]
    back = extend(history, [one], date(2027, 1, 1))
    assert [e.version for e in back.versions] == [one.version, two.version, one.version]


def test_old_versions_stay_readable_and_say_what_changed(minimal, tmp_path):
    write(minimal(BEFORE), tmp_path, ("html",), on=ON)
    first = read_history(tmp_path).of("notice", "de")[0]
    kept = {p: p.read_bytes() for p in (tmp_path / "versions").rglob("*") if p.is_file()}
    write(minimal(AFTER), tmp_path, ("html",), on=LATER)
    history = read_history(tmp_path)
    assert [len(history.of("notice", lang)) for lang in ("de", "en")] == [2, 2]
    assert len(history.of("imprint", "de")) == 1
    assert all(p.read_bytes() == content for p, content in kept.items())
    assert read_version(tmp_path, first) == find_version(tmp_path, first.version)
    second = history.of("notice", "de")[1]
    listed = LexborHTMLParser((tmp_path / "versions.de.html").read_text("utf-8"))
    rows = [row.text() for row in listed.css("#v-notice tbody tr")]
    assert second.version in rows[0] and "Neu: Newsletter" in rows[0] and "1. Dezember 2026" in rows[0]
    assert first.version in rows[1] and "Erste Fassung" in rows[1]
    told = (tmp_path / f"versions/{second.version}/changes.de.html").read_text("utf-8")
    assert "Unsere Bank" in told and "Neu: Newsletter" in told


def test_every_link_of_the_archive_leads_somewhere_and_robots_are_told(minimal, tmp_path):
    for text, on in ((BEFORE, ON), (AFTER, LATER)):
        write(minimal(text), tmp_path, ("html",), on=on)
    pages = list((tmp_path / "versions").rglob("*.html"))
    assert len(pages) > 8
    for path in (*pages, tmp_path / "versions.en.html", tmp_path / "notice.de.html"):
        page = LexborHTMLParser(path.read_text("utf-8"))
        robots = page.css_first("meta[name=robots]")
        assert (robots is not None) == ("versions/" in str(path.relative_to(tmp_path)))
        for href in (node.attributes["href"] for node in page.css("a[href], link[href]")):
            file = (href or "").partition("#")[0]
            if file and not file.startswith(("http", "mailto:", "tel:")):
                assert (path.parent / file).resolve().is_file(), f"{path}: {href}"


def test_writing_again_changes_nothing(minimal, tmp_path):
    write(minimal(AFTER), tmp_path, ("html",), on=ON)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    write(minimal(AFTER), tmp_path, ("html",), on=ON)
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize("version", ["", "nope", "../../etc", "0123456789ab"])
def test_what_is_no_version_is_not_found(minimal, tmp_path, version):
    write(minimal(), tmp_path, ("html",), on=ON)
    assert find_version(tmp_path, version) is None


def test_a_damaged_list_and_a_damaged_version_are_named(minimal, tmp_path):
    write(minimal(), tmp_path, ("html",), on=ON)
    entry = read_history(tmp_path).versions[0]
    (tmp_path / entry.name).write_text("{}")
    with pytest.raises(ZweckError, match=entry.version):
        read_version(tmp_path, entry)
    (tmp_path / entry.name).unlink()
    with pytest.raises(ZweckError, match="cannot be read"):
        read_version(tmp_path, entry)
    (tmp_path / "versions.json").write_text("[]")
    with pytest.raises(ZweckError, match="no list of versions"):
        write(minimal(), tmp_path, ("html",), on=ON)


def test_a_site_that_grows_or_shrinks_leaves_no_page_behind(minimal, tmp_path, monkeypatch):
    more = "services: {youtube: {gate: consent, safeguard: SCC, for: embeds}}\nactivities: {embeds: {}}\n"
    with monkeypatch.context() as patch:
        patch.setattr("zweck.write.html.LIMIT", 10)
        write(minimal(more), tmp_path, ("html",), on=ON)
    assert (tmp_path / "services.de.html").is_file()
    write(minimal(more), tmp_path, ("html",), on=ON)
    assert not (tmp_path / "services.de.html").exists() and not (tmp_path / "activities.en.html").exists()
    assert all(p.text for p in paragraphs(compose("notice", minimal(more), "de", ON)))

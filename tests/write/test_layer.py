"""A long notice: every page below the limit, nothing lost, every link arrives, one structure in all languages."""

from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from zweck.declaration import load
from zweck.write import compose, depth_of, to_pages, write
from zweck.write.document import anchors
from zweck.write.layer import DEPTHS, LIMIT, layers

ON = date(2026, 11, 22)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/zweck.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_every_notice_of_the_examples_is_small_whole_and_linked(path, tmp_path):
    declaration = load(path, environ={})
    paths = write(declaration, tmp_path, ("html",), on=ON)
    pages = {p.name: LexborHTMLParser(p.read_text("utf-8")) for p in paths if p.suffix == ".html"}
    ids = {name: {node.attributes["id"] for node in page.css("[id]")} for name, page in pages.items()}
    for name, page in pages.items():
        if not name.startswith(("record", "index")):
            assert (tmp_path / name).stat().st_size < LIMIT, name
        assert not page.css("script,style,[style]")
        for href in (a.attributes["href"] or "" for a in page.css("a[href], link[rel=alternate]")):
            file, _, anchor = href.partition("#")
            if "/" not in href and not href.startswith(("mailto:", "tel:")):
                assert (file or name) in pages, f"{name}: {href}"
                assert not anchor or anchor in ids[file or name], f"{name}: {href}"
    for language in declaration.languages:
        notice = compose("notice", declaration, language, ON)
        seen = [
            i
            for n, found in ids.items()
            if n.split(".")[0] in ("notice", "activities", "services") and f".{language}." in n
            for i in found
        ]
        assert set(anchors(notice)) <= set(seen)
        promises = [p.anchor for p in notice.promises()]
        assert sorted(i for i in seen if i.startswith("p-")) == sorted(promises)


def test_the_layers_bear_the_version_of_the_whole_and_old_anchors_stay(declaration, documents):
    whole = documents["notice", "en"]
    first, activities, services = layers(whole, DEPTHS[2])
    assert {first.version, services.version, activities.version} == {whole.version}
    assert (services.kind, activities.kind) == ("services", "activities")
    assert services.lead[0].text == whole.lead[0].text and services.lead[0].runs[1].href == "page:services.de"
    titles = [services.title, *(section.title for section in services.sections)]
    assert len(titles) == len(set(titles)) == 1 + len(declaration.services)
    kept = set(anchors(first))
    assert {f"a-{name}" for name in declaration.activities} <= kept
    assert {f"s-{name}" for name in declaration.services} <= kept
    assert len(list(first.promises())) < len(list(whole.promises()))


def test_a_short_notice_stays_one_page(documents):
    both = [documents["notice", language] for language in ("de", "en")]
    assert depth_of(both) == 0
    assert set(to_pages(documents["notice", "de"])) == {"notice"}
    assert layers(documents["imprint", "de"], DEPTHS[2]) == (documents["imprint", "de"],)


def test_one_language_that_needs_layers_gives_them_to_all(documents, monkeypatch):
    both = [documents["notice", language] for language in ("de", "en")]
    sizes = sorted(len(to_pages(d)["notice"].encode()) for d in both)
    monkeypatch.setattr("zweck.write.html.LIMIT", sizes[1])
    assert depth_of(both[:1]) == 1 and depth_of(both) == 1

"""The page to look at: everything understood is marked, every finding stands beside its words, nothing is trusted."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from zweck.read import read_all, render
from zweck.read.block import blocks_of
from zweck.read.mark import KINDS
from zweck.read.reading import Readings, understand
from zweck.read.source import Text

NOTICES = Path(__file__).parent / "notices"
TEXT = (NOTICES / "tierpraxis.txt").read_text("utf-8")
WEIRD = "\n\nVom Leben der Quallen im Gezeitenstrom\n\nDie Qualle schwebt seit Jahrtausenden zwischen Ebbe und Flut.\n"
VOID = ("meta", "link", "input", "br")


class Page(HTMLParser):
    """What the tests ask of a page: its tags, ids, links and text; open tags must close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        said = dict(attrs)
        if said.get("id"):
            self.ids.append(str(said["id"]))
        if tag == "a":
            self.links.append(str(said.get("href")))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(text: str, name: str = "n.txt") -> Readings:
    return Readings([understand(text, name)])


def plain(page: str) -> str:
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", body))


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_link_leads_somewhere_and_every_finding_goes_both_ways(language: str):
    readings = read_all([NOTICES])
    text = render(readings, "html", language)
    page = Page(text)
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    for number, notice in enumerate(readings.notices, 1):
        for finding in range(1, len(notice.plain.findings) + 1):
            note = f"d{number}-f{finding}"
            assert note in page.ids
            if f"d{number}-w{finding}" in page.ids:
                assert text.count(f'href="#{note}"') >= 2
                assert f'href="#d{number}-w{finding}"' in text


def test_the_page_needs_nothing_but_itself():
    page = Page(render(read_all([NOTICES]), "html", "en"))
    assert not {"script", "img", "iframe", "link", "form", "object"} & set(page.tags)
    assert not [a for a in page.attributes if a[1].startswith("on") or a[1] in ("src", "style")]
    assert all(link.startswith("#") for link in page.links)
    assert any(name == "content" and "default-src 'none'" in str(value) for _, name, value in page.attributes)


def test_each_kind_has_its_label_and_its_own_line():
    text = render(read_all([NOTICES]), "html", "de")
    style = text.partition("</style>")[0]
    for kind in KINDS:
        assert f'class="mark {kind}"' in text, kind
        assert f".mark.{kind} {{" in style
    assert "Matomo<span" in text
    labels = [label.strip() for label in re.findall(r'class="tag" lang="de">([^<]+)<', text)]
    assert {"Dienst", "Grundlage 6(1)(f)", "Dauer 14 Tage", "Cookie", "Recht 15", "Drittland US"} <= set(labels)
    assert "Tätigkeit: Newsletter" in text
    lines = [re.search(rf"\.mark\.{kind} {{([^}}]+)}}", style) for kind in KINDS]
    shapes = {re.sub(r"background: [^;]+;", "", m[1]).strip() for m in lines if m}
    assert len(shapes) >= 6


def test_all_words_of_the_notice_are_there_once():
    notice = understand(TEXT, "n.txt")
    said = plain(
        re.sub(
            r'<span class="(?:tag|no)"[^>]*>[^<]*</span>|<a class="ref".*?</a>', "", render(Readings([notice]), "html")
        )
    )
    body = said.partition("Text and findings")[2]
    for line in notice.text.lines:
        words = re.sub(r"\s+", " ", line.replace("|", " | ")).strip()
        if words and "<" not in words and "&" not in words and "|" not in words:
            assert words in body


def test_what_was_not_placed_is_shown_as_such():
    readings = read(TEXT + WEIRD)
    (notice,) = readings.notices
    assert notice.read.unplaced == [n for n, line in enumerate(notice.text.lines, 1) if "Qualle" in line]
    text = render(readings, "html", "de")
    assert text.count('<div class="unplaced">') == 2
    assert plain(text).count("Nicht zugeordnet, Zeilen") == 1
    assert "2 Zeilen nicht zugeordnet" in plain(text)


def test_several_documents_have_an_index_and_name_what_was_not_read():
    readings = read_all([NOTICES, "none.txt"])
    text = render(readings, "html", "en")
    assert text.count('<section class="document"') == 3
    assert text.count('</a> <span class="quiet">') >= 3
    assert "none.txt: No such file or directory" in text
    assert '<nav class="index"' not in render(read(TEXT), "html", "en")


def test_a_hostile_notice_stays_text():
    evil = '<script>alert(1)</script> "><img src=x onerror=alert(1)> </style><h1>&lt;b&gt;'
    text = "Wir verarbeiten personenbezogene Daten.\n" + TEXT.replace("Matomo", f"Matomo {evil}")
    name = f'x"{evil}.txt'
    notice = understand(TEXT, "n.txt")
    lines = tuple(text.split("\n")[1:])
    hostile = Text(name, lines, "text")
    made = replace(
        notice, text=hostile, blocks=blocks_of(hostile), plain=notice.plain.model_copy(update={"name": name})
    )
    page = Page(render(Readings([made], [(name, f"{name}: bad")]), "html", "de"))
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert not [a for a in page.attributes if a[1].startswith("on")]


def test_the_same_reading_gives_the_same_page():
    assert render(read(TEXT), "html", "de") == render(read(TEXT), "html", "de")


def test_both_languages_say_the_same_keys():
    folder = Path(__file__).parents[2] / "src/zweck/texts"
    keys = [re.findall(r"^([\w-]+) =", (folder / f"read.{name}.ftl").read_text("utf-8"), re.M) for name in ("de", "en")]
    assert keys[0] == keys[1]
    assert len(keys[0]) == len(set(keys[0]))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("Chromium is not installed")
    with api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("de", "light", 320), ("en", "dark", 320), ("en", "light", 1280), ("de", "dark", 1280)],
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, tmp_path: Path, language: str, scheme: str, width: int
):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    file = tmp_path / "page.html"
    (tmp_path / "weird.txt").write_text(TEXT + WEIRD, "utf-8")
    file.write_text(
        render(read_all([NOTICES / "goldschmiede.html", tmp_path / "weird.txt", "none.txt"]), "html", language), "utf-8"
    )
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = axe.run(page).response["violations"]
    assert [f"{v['id']}: {n['html'][:120]}" for v in found for n in v["nodes"]] == []
    assert asked == [file.as_uri()]
    context.close()


@pytest.mark.browser
def test_without_script_marks_can_be_switched_off_and_findings_reached_by_keyboard(browser: Any, tmp_path: Path):
    file = tmp_path / "page.html"
    file.write_text(render(read_all([NOTICES / "bikes.md"]), "html", "en"), "utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    tag = page.locator("p .mark.service .tag").first
    assert tag.is_visible()
    page.locator("#show-service").press("Space")
    assert not tag.is_visible()
    reference = page.locator("a.ref").first
    reference.focus()
    page.keyboard.press("Enter")
    target = page.url.partition("#")[2]
    assert page.locator(f"#{target}").is_visible()
    page.locator(f"#{target} a").first.press("Enter")
    assert page.url.endswith(target.replace("-f", "-w"))
    page.emulate_media(media="print")
    assert not page.locator(".legend").is_visible()
    context.close()

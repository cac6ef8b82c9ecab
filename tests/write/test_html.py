"""The page: valid structure, safe under a strict CSP, everything escaped, links that lead somewhere."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from zweck.write import FILES, LIVE, Frame, compose, to_fragment, to_html
from zweck.write.document import anchors

ALL = [(k, lang) for k in ("notice", "imprint", "cookies", "record") for lang in ("de", "en")]
CSS = (Path(__file__).parents[2] / "src/zweck/write/static/notice.css").read_text("utf-8")


@pytest.mark.parametrize("which", ALL)
def test_structure(documents, which):
    html = to_html(documents[which])
    page = LexborHTMLParser(html)
    assert page.css_first("html").attributes["lang"] == which[1]
    assert len(page.css("h1")) == len(page.css("main")) == 1
    assert page.css_first("a.skip").attributes["href"] == "#content" and page.css_first("main#content")
    levels = [int(h.tag[1]) for h in page.css("h1,h2,h3,h4,h5,h6")]
    assert all(b - a <= 1 for a, b in pairwise(levels))
    for table in page.css("table"):
        assert table.css_first("caption") and all("scope" in th.attributes for th in table.css("th"))
    assert all(nav.attributes.get("aria-label") or nav.attributes.get("aria-labelledby") for nav in page.css("nav"))


@pytest.mark.parametrize("which", ALL)
def test_ids_are_unique_and_inner_links_lead_there(documents, which):
    page = LexborHTMLParser(to_html(documents[which]))
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert set(anchors(documents[which])) <= set(ids)
    inner = [a.attributes["href"] for a in page.css('a[href^="#"]')]
    assert inner and {href[1:] for href in inner} <= set(ids)


@pytest.mark.parametrize("which", ALL)
def test_safe_under_a_strict_policy_and_small(documents, which):
    html = to_html(documents[which])
    assert len(html.encode()) < 60_000
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", html)
    page = LexborHTMLParser(html)
    assert not page.css("img,iframe,object,embed,form,svg")
    assert [link.attributes["href"] for link in page.css('link[rel="stylesheet"]')] == ["notice.css"]


def test_every_promise_has_its_anchor_on_the_page(documents):
    document = documents["notice", "de"]
    page = LexborHTMLParser(to_html(document))
    for promise in document.promises():
        node = page.css_first(f'[id="{promise.anchor}"]')
        assert node.text() == promise.text


def test_languages_and_pages_link_to_each_other(documents):
    page = LexborHTMLParser(to_html(documents["notice", "en"]))
    hrefs = {a.attributes["href"] for a in page.css("header a")}
    assert {"notice.de.html", "imprint.en.html", "cookies.en.html", "record.en.html"} <= hrefs
    german = page.css_first('header a[lang="de"]')
    assert german.attributes["hreflang"] == "de" and german.text() == "Deutsch"
    assert page.css_first('a[aria-current="page"]').attributes["href"] == "notice.en.html"
    assert page.css_first('main a[href="notice.de.html"]')


def test_live_frame(documents):
    html = to_html(documents["notice", "en"], LIVE)
    assert 'href="/privacy/static/notice.css"' in html and 'href="/privacy/de/notice"' in html
    assert "record" not in {a.text().lower() for a in LexborHTMLParser(html).css("header a")}
    framed = to_html(documents["notice", "en"], Frame(before="<header>H</header>", after="<footer>F</footer>"))
    assert "<header>H</header>" in framed and 'class="top"' not in framed and "<footer>F</footer>" in framed


def test_fragment_has_the_state_and_no_frame(documents):
    fragment = to_fragment(documents["notice", "de"], FILES)
    assert fragment.startswith("<h1>") and "20. November 2026" in fragment and "<main" not in fragment


def test_hostile_declaration_stays_text(minimal):
    evil = '<script>alert(1)</script>"&\\u0027 onload=x'
    more = f"""
recipients: {{evil: {{name: "{evil.replace('"', chr(92) + '"')}", country: US, address: "<img src=x>"}}}}
activities:
  contact: {{title: "<b>T</b>", purpose: "<i>P</i> & mehr", recipients: [evil], note: "](javascript:x)"}}
"""
    html = to_html(compose("notice", minimal(more), "de", date(2026, 11, 22)))
    page = LexborHTMLParser(html)
    assert not page.css("script,img,i,b")
    assert "&lt;script&gt;" in html and "<i>P</i> & mehr." in page.text()


def test_stylesheet_loads_nothing_and_knows_both_schemes_and_print():
    assert not re.search(r"url\(|@import|expression", CSS)
    assert "prefers-color-scheme: dark" in CSS and "@media print" in CSS and ":focus-visible" in CSS
    assert len(CSS.encode()) < 10_000


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(c * 2 for c in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
def test_contrast_is_aa_in_both_schemes(scheme):
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", blocks[scheme]))
    for text in ("text", "quiet", "accent", "accent-deep"):
        for ground in ("ground", "soft"):
            assert _contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    assert _contrast(colours["accent-text"], colours["accent"]) >= 4.5

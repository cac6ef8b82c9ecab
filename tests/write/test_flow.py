"""The picture of the data flow: every recipient in its country, nothing overlaps, words for those who do not see it."""

import random
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from zweck.declaration import load
from zweck.write.flow import DEVICE, Country, Flow, Place, flow
from zweck.write.picture import to_svg

ON = date(2026, 11, 22)
SVG = "{http://www.w3.org/2000/svg}"
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/zweck.yaml"))
CHROMIUM = Path("/usr/bin/chromium")


def _boxes(root) -> list[tuple[float, float, float, float]]:
    found = [[float(r.get(k)) for k in ("x", "y", "width", "height")] for r in root.iter(f"{SVG}rect")]
    return [(x, y, x + w, y + h) for x, y, w, h in found]


def _texts(root) -> list[str]:
    return [t.text for t in root.iter(f"{SVG}text")]


def _many(count: int) -> Flow:
    chance = random.Random(7)
    names = [f"Empfänger {'mit sehr langem Namen ' * chance.randint(0, 3)}{n} GmbH & Co. KG" for n in range(count)]
    places = tuple(Place(f"p{n}", f"System {n}", tuple(f"Tätigkeit {n}.{m}" for m in range(4))) for n in range(6))
    keys = (DEVICE, *(place.key for place in places))
    countries = tuple(
        Country(f"C{n}", f"Land {n}", n % 2 == 1, tuple(names[n::8]), tuple(chance.sample(keys, 4))) for n in range(8)
    )
    return Flow("Groß", "de", places, countries)


def test_recipients_stand_in_their_country_with_their_source(declaration):
    found = flow(declaration, "en", ON)
    countries = {c.title: c for c in found.countries}
    assert "Talentio Inc." in countries["United States"].recipients and countries["United States"].is_outside
    assert "Google LLC" in countries["United States"].recipients and DEVICE in countries["United States"].sources
    assert countries["Germany"].recipients == ("Serverhof GmbH",) and not countries["Germany"].is_outside
    assert countries["Switzerland"].is_outside
    keys = {place.key for place in found.places} | {DEVICE}
    assert all(set(c.sources) <= keys for c in found.countries)


@pytest.mark.parametrize("picture", [_many(40), _many(80), _many(0)], ids=["40", "80", "0"])
def test_no_two_boxes_overlap_and_all_names_stand(picture):
    root = ElementTree.fromstring(to_svg(picture))
    boxes = _boxes(root)
    assert len(boxes) == 2 + 6 + 8 + 1
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    words = " ".join(_texts(root)).replace("\u2003", "").split()
    for country in picture.countries:
        for name in country.recipients:
            assert set(name.split()) <= set(words)


def test_lines_end_at_a_box_and_start_at_one():
    root = ElementTree.fromstring(to_svg(_many(40)))
    boxes = _boxes(root)
    lines = [p.get("d") for p in root.findall(f"{SVG}path")][:-1]
    assert len(lines) == 1 + 6 + 8 * 4
    for line in lines:
        for x, y in (tuple(map(float, line[1:].split("L")[i].split())) for i in (0, -1)):
            assert any(b[0] - 0.1 <= x <= b[2] + 0.1 and b[1] - 0.1 <= y <= b[3] + 0.1 for b in boxes), line


def test_title_description_language_and_both_schemes(declaration):
    text = to_svg(flow(declaration, "de", ON))
    root = ElementTree.fromstring(text)
    assert root.get("role") == "img" and root.get("aria-labelledby") == "title about" and root.get("lang") == "de"
    assert "Nordlicht Service" in root.find(f"{SVG}title").text
    about = root.find(f"{SVG}desc").text
    assert "außerhalb des Europäischen Wirtschaftsraums, Vereinigte Staaten: " in about and "Serverhof GmbH" in about
    assert "prefers-color-scheme:dark" in text
    assert text.count("http:") == 1 and 'xmlns="http://www.w3.org/2000/svg"' in text
    assert not any(word in text for word in ("<script", "https:", "@import", "<image", "href"))
    assert text == to_svg(flow(declaration, "de", ON))


def test_hostile_names_stay_text(minimal):
    more = """
recipients: {evil: {name: "<script>x</script>&\\u0001", country: US, role: processor}}
activities: {contact: {recipients: [evil], title: "a]]>b"}}
"""
    root = ElementTree.fromstring(to_svg(flow(minimal(more), "en", ON)))
    assert any("<script>x</script>&" in text for text in _texts(root))


def test_a_site_that_shares_nothing_has_a_picture(minimal):
    root = ElementTree.fromstring(to_svg(flow(minimal(), "en", ON)))
    assert root.find(f"{SVG}desc").text == "Nobody but us receives data."


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium here")
def test_texts_stay_inside_their_boxes_in_a_browser():
    api = pytest.importorskip("playwright.sync_api")
    pictures = [to_svg(_many(40)), *(to_svg(flow(load(p, environ={}), "de", ON)) for p in EXAMPLES)]
    with api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        for picture in pictures:
            page.set_content(picture)
            assert page.evaluate(OUTSIDE) == []
        browser.close()


OUTSIDE = """() => {
  const boxes = [...document.querySelectorAll('rect')].map(r => r.getBoundingClientRect());
  const meets = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
  const holds = (a, b) => a.left <= b.left && a.right >= b.right && a.top <= b.top + 1 && a.bottom >= b.bottom - 1;
  return [...document.querySelectorAll('text')].filter(t => {
    const b = t.getBoundingClientRect();
    return boxes.some(r => meets(r, b) && !holds(r, b));
  }).map(t => t.textContent);
}"""

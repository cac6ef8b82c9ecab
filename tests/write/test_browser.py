"""The pages in a real browser: no accessibility violation, no page wider than 320 px, one face in light and dark."""

from datetime import date
from pathlib import Path

import pytest

from zweck.write import write

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium here")]
PAGES = (
    "notice.de",
    "notice.en",
    "imprint.de",
    "cookies.de",
    "record.de",
    "deletion.de",
    "processors.en",
    "versions.de",
    "index",
)


@pytest.fixture(scope="module")
def folder(declaration, tmp_path_factory):
    target = tmp_path_factory.mktemp("out")
    write(declaration, target, ("html",), on=date(2026, 11, 22))
    return target


@pytest.fixture(scope="module")
def browser():
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as play:
        made = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield made
        made.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_accessibility_violation(browser, folder, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = browser.new_page(color_scheme=scheme, viewport={"width": 1300, "height": 900})
    for name in PAGES if scheme == "light" else ("notice.de", "cookies.de"):
        page.goto((folder / f"{name}.html").as_uri())
        found = axe.run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
        assert found.violations_count == 0, f"{name} {scheme}: {found.generate_report()}"
    page.close()


@pytest.mark.parametrize("width", [320, 700, 1300])
def test_no_page_scrolls_sideways(browser, folder, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    for name in PAGES:
        page.goto((folder / f"{name}.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.close()


def test_skip_link_and_contents_work_by_keyboard(browser, folder):
    page = browser.new_page(viewport={"width": 1300, "height": 800})
    page.goto((folder / "notice.de.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.close()

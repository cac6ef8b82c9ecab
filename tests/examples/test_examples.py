"""The five example sites load, stand before the law, say every promise in both languages, and have sound pages."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from zweck.check import check
from zweck.declaration import Declaration, load
from zweck.errors import Severity
from zweck.promises import compile_promises
from zweck.promises.uses import gated_uses, service_uses

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("industrial-data-shop", "open-source-services", "parts-marketplace", "printer-maker", "video-consultation")
ON = date(2026, 11, 22)
DESCRIBED = {
    "video-consultation": {
        "kinds": "imprint security cookies server_logs contact enquiries orders hosting video_calls applications "
        "rights",
        "services": "aws cloudfront webflow finsweet webmeeting webconsult cisco_meeting_server",
    },
    "industrial-data-shop": {
        "kinds": "hosting security payments cookies consent contact enquiries accounts embeds analytics newsletter "
        "soft_opt_in orders shipping video_calls rights",
        "services": "ionos cloudflare usercentrics erecht24 linkedin ionos_webanalytics visa mastercard dhl",
    },
    "printer-maker": {
        "kinds": "server_logs hosting security cookies consent contact enquiries crm embeds analytics advertising "
        "newsletter applications business_partners credit_checks direct_marketing compliance claims rights",
        "services": "cloudflare usercentrics hubspot facebook x instagram linkedin google_tag_manager google_analytics "
        "doubleclick x_analytics salesviewer google_ads google_ad_manager google_audiences google_ads_remarketing "
        "facebook_pixel facebook_custom_audiences linkedin_analytics linkedin_ads linkedin_oribi x_ads mailchimp "
        "youtube google_maps google_fonts vimeo google_recaptcha",
    },
    "parts-marketplace": {
        "kinds": "server_logs hosting consent analytics embeds newsletter advertising crm contact chat appointments "
        "accounts payments partner_accounts soft_opt_in video_calls applications social_presence rights notice",
        "services": "aws google_tag_manager cloudflare usercentrics google_analytics amplitude segment new_relic "
        "helphero google_maps youtube activecampaign baidu_ads microsoft_ads doubleclick facebook_pixel "
        "google_adservices google_ads google_ads_remarketing lead_forensics linkedin_insight getsitecontrol gmail "
        "calendly optimizely onetrust stripe google_meet google_workspace lever",
    },
    "open-source-services": {
        "kinds": "webinars orders payments accounts contact crm newsletter event_photos social_presence server_logs "
        "children applications social_links security cookies analytics rights enquiries",
        "services": "paypal stripe oposso matomo friendly_captcha",
    },
}
"""What the notice of a company of this kind describes: nothing of it may be missing."""


@pytest.fixture(scope="module", params=NAMES)
def site(request: pytest.FixtureRequest) -> Declaration:
    return load(EXAMPLES / request.param)


def name_of(site: Declaration) -> str:
    return Path(site.source.file).parent.name


def pages(site: Declaration) -> list[Path]:
    return sorted((EXAMPLES / name_of(site) / str(site.site.pages)).glob("*.html"))


def test_there_are_five() -> None:
    assert sorted(path.parent.name for path in EXAMPLES.glob("*/zweck.yaml")) == list(NAMES)


def test_stands_before_the_law(site: Declaration) -> None:
    grave = [f for f in check(site, ON) if f.severity in (Severity.ERROR, Severity.BLOCK)]
    assert [f"{f.rule} {f.at}: {f.message}" for f in grave] == []


def test_describes_all_that_its_model_describes(site: Declaration) -> None:
    wanted = DESCRIBED[name_of(site)]
    assert set(wanted["kinds"].split()) <= {activity.kind for activity in site.activities.values()}
    assert set(wanted["services"].split()) <= set(site.services)


def test_names_are_invented(site: Declaration) -> None:
    assert all(domain.endswith(".example") for domain in site.site.domains)
    assert site.controller.email.endswith(".example")


def test_every_promise_says_itself(site: Declaration) -> None:
    for promise in compile_promises(site):
        german, english = promise.say("de").text, promise.say("en").text
        assert german and english
        assert not re.search(r"Ereignis „|the event “|Zustand „|the state “", german + english), promise.id


def test_says_more_than_one_service_is_gated(site: Declaration) -> None:
    assert "youtube" in {use.id for use in gated_uses(site)}
    for use in service_uses(site):
        assert use.provider or use.known, use.id


def test_pages_are_sound(site: Declaration) -> None:
    assert {"index.html", "en.html"} <= {path.name for path in pages(site)} and len(pages(site)) >= 3
    for path in pages(site):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        html = tree.css_first("html")
        assert html.attributes["lang"] == ("en" if path.name == "en.html" else "de")
        assert len(tree.css("h1")) == 1 and len(tree.css("main")) == 1 and tree.css_first("title").text()
        assert tree.css_first('meta[name="viewport"]') and not tree.css("[style]")
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(ids) == len(set(ids))
        assert {node.attributes["aria-labelledby"] for node in tree.css("[aria-labelledby]")} <= set(ids)
        assert all(node.attributes.get("title") for node in tree.css("iframe"))
        assert all("alt" in node.attributes for node in tree.css("img"))


def test_links_lead_somewhere(site: Declaration) -> None:
    folder = EXAMPLES / name_of(site) / str(site.site.pages)
    faces = {"", "imprint", "cookies"}
    for path in pages(site):
        language = "en" if path.name == "en.html" else "de"
        links = {node.attributes["href"] or "" for node in LexborHTMLParser(path.read_text("utf-8")).css("a[href]")}
        assert {f"/privacy/{language}", f"/privacy/{language}/imprint", f"/privacy/{language}/cookies"} <= links
        for link in links:
            parts = urlsplit(link)
            if parts.scheme or not parts.path:
                continue
            if parts.path.startswith("/privacy/"):
                first, _, rest = parts.path.removeprefix("/privacy/").partition("/")
                assert (first in site.languages and rest in faces) or first in site.activities, link
            else:
                assert (folder / (parts.path.lstrip("/") or "index.html")).is_file(), link


def test_everything_foreign_on_a_page_belongs_to_a_gated_service(site: Declaration) -> None:
    gated = {use.id: use for use in gated_uses(site)}
    found = set()
    for path in pages(site):
        for node in LexborHTMLParser(path.read_text("utf-8")).css("script[src], iframe[src], img[src], link[href]"):
            host = urlsplit(node.attributes.get("src") or node.attributes.get("href") or "").hostname
            if host:
                owner = [i for i, u in gated.items() if any(host == d or host.endswith(f".{d}") for d in u.domains)]
                assert owner, f"{path.name}: {host}"
                found.update(owner)
        for node in LexborHTMLParser(path.read_text("utf-8")).css("script:not([src])"):
            is_data = (node.attributes.get("type") or "").startswith("IN/")
            assert is_data or node.attributes.get("data-service") in gated, path.name
    assert "youtube" in found


def test_contrast_of_the_colours(site: Declaration) -> None:
    css = (EXAMPLES / name_of(site) / str(site.site.pages) / "style.css").read_text("utf-8")
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in css.split("@media", 2)[:2])
    for colours in (light, dark):
        for ink, ground in (
            ("ink", "ground"),
            ("ink", "panel"),
            ("link", "ground"),
            ("link", "panel"),
            ("on-button", "button"),
        ):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground, colours)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

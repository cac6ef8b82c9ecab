"""The catalogue: complete entries, and the four ways to find one."""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from zweck import catalog


def test_every_service_says_everything_in_both_languages():
    services = catalog.services()
    assert len(services) >= 250
    for s in services:
        assert set(s.purpose) == set(s.why) == {"de", "en"} and all(s.purpose.values()), s.id
        assert s.gate == ("consent" if s.consent == "yes" else s.gate), s.id
        assert s.provider.country or s.self_hosted or s.provider.note, s.id
        for c in s.cookies:
            assert set(c.purpose) == {"de", "en"} and c.lifetime, (s.id, c.name)


def test_names_are_unique_among_canonical_ones():
    names = [s.name for s in catalog.services()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("host", "id"),
    [
        ("www.youtube-nocookie.com", "youtube"), ("fonts.gstatic.com", "google_fonts"), ("FONTS.GOOGLEAPIS.COM.", "google_fonts"),
        ("connect.facebook.net", "facebook_pixel"), ("px.ads.linkedin.com", "linkedin_insight"), ("x.hs-scripts.com", "hubspot"),
        ("shop.sc.omtrdc.net", "adobe_analytics"), ("cname.vercel-dns.com", "vercel"), ("123.hs-sites.com", "hubspot"),
    ],
)  # fmt: skip
def test_a_host_belongs_to_its_longest_suffix(host: str, id: str):
    found = catalog.by_host(host)
    assert found is not None and found.id == id


@pytest.mark.parametrize("host", ["example.org", "notyoutube.com", "", "com"])
def test_unknown_hosts_belong_to_nobody(host: str):
    assert catalog.by_host(host) is None


@pytest.mark.parametrize(
    ("name", "setter", "id"),
    [
        ("_ga_ABC123", None, "google_analytics"), ("uc_settings", "usercentrics", "usercentrics"), ("lang", "LinkedIN", "linkedin"),
        ("yt-remote-device-id", "Youtube", "youtube"), ("Hm_lvt_9", "Baidu", "baidu_analytics"), ("_uetsid_exp", "Bing", "microsoft_ads"),
        ("optimizely_data$$visitor_profile", None, "optimizely"), ("_calendly_session", "calendly.com", "calendly"),
    ],
)  # fmt: skip
def test_cookies_by_name_and_setter(name: str, setter: str | None, id: str):
    found = catalog.by_cookie(name, setter)
    assert found is not None and found.id == id


@pytest.mark.parametrize(
    ("name", "setter", "id"),
    [
        ("__cf_bm", None, "cloudflare"), ("__cf_bm", ".vimeo.com", "vimeo"), ("OptanonConsent", None, "onetrust"),
        ("_ga", "www.example.org", "google_analytics"), ("uid", "adform.net", "adform"), ("_fbp", "Meta", "facebook_pixel"),
    ],
)  # fmt: skip
def test_the_setter_decides_where_names_collide(name: str, setter: str | None, id: str):
    found = catalog.by_cookie(name, setter)
    assert found is not None and found.id == id


@pytest.mark.parametrize(("name", "setter"), [("uid", "shop.example"), ("x", "XING"), ("lang", "shop.example")])
def test_a_common_name_proves_nothing_on_an_unknown_host(name: str, setter: str):
    assert catalog.by_cookie(name, setter) is None


def test_a_cookie_of_another_setter_is_not_claimed():
    assert catalog.by_cookie("_ga", "etracker GmbH") is None


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("Wir nutzen Google Analytics, Amplitude Analytics, Segment und Newrelic.", ["google_analytics", "amplitude", "segment", "new_relic"]),
        ("Dieses Segment der Kundschaft wächst; wir antworten sofort.", []),
        ("Siehe https://www.youtube.com/watch und info@zoom.us", []),
        ("Wir zoomen heran und heben die Stimmung.", []),
        ("Payments are processed via PayPal and Stripe.", ["paypal", "stripe"]),
        ("Matomo (früher Piwik)", ["matomo"]),
    ],
)  # fmt: skip
def test_services_named_in_a_line(line: str, ids: list[str]):
    assert [s.id for s in catalog.by_text(line)] == ids


@pytest.mark.parametrize(
    ("name", "id"), [("google-analytics", "google_analytics"), ("Twitter", "x"), ("MailChimp", "mailchimp")]
)
def test_find_by_any_spelling(name: str, id: str):
    found = catalog.find(name)
    assert found is not None and found.id == id
    assert catalog.find("no such service") is None


def test_former_names_and_claims_are_dated():
    x = catalog.service("x")
    assert [(f.name, f.until) for f in x.former] == [("Twitter", "2023-07-23")]
    claim = catalog.service("stripe").safeguard
    assert claim is not None and claim.checked is False and claim.as_of
    assert catalog.service("matomo").safeguard is None


def test_derived_facts_stand_apart_and_only_for_known_services():
    derived = json.loads((Path(catalog.__file__).parent / "derived" / "services.json").read_text("utf-8"))
    assert set(derived["services"]) <= {s.id for s in catalog.services()}
    assert all(
        "description" not in c and "purpose" not in c
        for s in derived["services"].values()
        for c in s.get("cookies", ())
    )


def test_host_lookup_is_fast():
    catalog.by_host("warm.example")
    begin = time.process_time()
    for _ in range(20_000):
        catalog.by_host("a.b.fonts.gstatic.com")
    assert (time.process_time() - begin) / 20_000 < 20e-6

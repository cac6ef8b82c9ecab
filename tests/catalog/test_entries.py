"""Every entry of the catalogue is complete, or says what is not known of it."""

# ruff: noqa: E501  (tables read better unbroken)

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from zweck import catalog
from zweck.catalog import CookiePattern, Service

_DATA = Path(catalog.__file__).parent / "data"
_DAY = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")
_LIFETIME = re.compile(r"session|until cleared|\d+ (?:minute|hour|day|week|month|year)s?")
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9-]+)+(/[\w./-]*)?")
_LANGUAGES = {"de", "en"}
_EEA = set(
    re.findall("[A-Z]{2}", "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK")
)
_ALL = catalog.services()


def gaps(s: Service) -> list[str]:
    """What an entry lacks without saying so."""
    p = s.provider
    must = {
        "purpose": set(s.purpose) == _LANGUAGES and all(s.purpose.values()),
        "why": set(s.why) == _LANGUAGES and all(s.why.values()),
        "gating": set(s.gating) == _LANGUAGES and all(s.gating.values()),
        "role": s.role in {"processor", "controller", "joint"},
        "consent": s.consent in {"yes", "no", "depends"},
        "gate": s.gate == "consent" if s.consent == "yes" else s.gate in {"consent", "necessary", "none"},
        "provider": bool(p.name or p.note),
        "country": bool(re.fullmatch("[A-Z]{2}", p.country)) or bool(p.note),
        "address": bool(p.address and re.search(r"\d", p.address)) or bool(p.note),
        "privacy": bool(p.privacy_url) or bool(p.note),
        "source": bool(p.noted_on) and bool(p.source or p.note),
        "safeguard": s.self_hosted or all(any(c.country == x for c in s.safeguards) for x in p.countries if x not in _EEA),
    }  # fmt: skip
    return [what for what, holds in must.items() if not holds]


def test_no_entry_has_an_unsaid_gap():
    assert {s.id: found for s in _ALL if (found := gaps(s))} == {}


def test_a_gap_is_seen():
    bare = catalog.service("matomo")
    assert gaps(bare) == []
    text = (_DATA / "providers.json").read_text("utf-8")
    unnoted = [k for k, v in json.loads(text)["providers"].items() if not v.get("address") and not v.get("note")]
    assert unnoted == [] and '"address unknown' in text


@pytest.mark.parametrize("s", [s for s in _ALL if s.former or s.provider.former or s.ended], ids=lambda s: s.id)
def test_former_names_are_dated_or_said_to_be_undated(s: Service):
    dates = [f.until for f in (*s.former, *s.provider.former, *s.provider.predecessors)]
    assert all(not d or _DAY.fullmatch(d) for d in dates)
    assert all(f.name != s.name or s.id == "doubleclick" for f in s.former)


def cookie_gaps(c: CookiePattern) -> list[str]:
    """What a cookie lacks."""
    must = {
        "purpose": set(c.purpose) == _LANGUAGES and all(len(w.split()) > 2 for w in c.purpose.values()),
        "vague": not re.search(r"(?:merkt|speichert) (?:\w+ )?einstellungen|stores (?:\w+ )?settings", c.purpose["de"], re.I),
        "lifetime": bool(_LIFETIME.fullmatch(c.lifetime)),
        "consent": c.consent in {"yes", "no", "depends"},
        "storage": c.storage in {"cookie", "local", "session", "indexeddb", "cache"},
        "pattern": "*" not in c.name[:-1] or c.name.count("*") == 1 or "::" in c.name,
    }  # fmt: skip
    return [what for what, holds in must.items() if not holds]


def test_every_cookie_has_its_own_purpose_lifetime_and_ground():
    found = {(s.id, c.name): g for s in _ALL for c in s.cookies if (g := cookie_gaps(c))}
    assert found == {}
    borrowed = [(s.id, c.name) for s in _ALL for c in s.cookies if c.purpose == s.purpose]
    assert borrowed == []


def test_a_cookie_stands_once_in_a_service():
    for s in _ALL:
        names = [(c.name, c.storage) for c in s.cookies]
        assert len(names) == len(set(names)), s.id


@pytest.mark.parametrize(
    ("service", "cookie", "consent"),
    [
        ("stripe", "__stripe_mid", "depends"), ("paypal", "ts_c", "depends"), ("aws", "AWSALB*", "no"),
        ("aws", "aws-target-visitor-id", "yes"), ("google_analytics", "_ga", "yes"), ("usercentrics", "uc_settings", "no"),
        ("youtube", "VISITOR_INFO1_LIVE", "yes"), ("shopware", "session-*", "no"), ("cloudflare", "__cf_bm", "no"),
        ("linkedin", "li_gc", "no"), ("linkedin", "bcookie", "yes"), ("hubspot", "__hs_opt_out", "no"),
    ],
)  # fmt: skip
def test_each_cookie_says_for_itself_whether_it_needs_consent(service: str, cookie: str, consent: str):
    found = [c for c in catalog.service(service).cookies if c.name == cookie]
    assert [c.consent for c in found] == [consent]
    assert found[0].is_necessary is (consent == "no")


def test_services_that_measure_or_advertise_set_nothing_necessary_but_objections_and_defence():
    allowed = re.compile(
        r"Einwilligung|Widerspruch|Missbrauch|Formular|Server|Anmeldung|Region|Menschen|Verwalter|beantwortet"
    )
    tracking = [s for s in _ALL if s.category in {"analytics", "advertising", "session_replay", "affiliate", "testing"}]
    wrong = [
        (s.id, c.name) for s in tracking for c in s.cookies if c.is_necessary and not allowed.search(c.purpose["de"])
    ]
    assert [w for w in wrong if w[1] not in {"MATOMO_SESSID", "pm_sess", "pm_sess_NNN"}] == []


def test_hosts_are_hosts_and_belong_to_one_service():
    owner: dict[str, str] = {}
    for s in _ALL:
        for host in (*s.domains, *s.cnames):
            assert _HOST.fullmatch(host), (s.id, host)
            if "/" not in host:
                assert owner.setdefault(host, s.id) == s.id, host


def test_names_belong_to_one_service():
    owner: dict[tuple[str, ...], str] = {}
    for s in _ALL:
        for name in s.names:
            key = tuple(re.findall(r"[^\W_]+", name.lower()))
            assert key and owner.setdefault(key, s.id) == s.id, (name, s.id)


def test_claims_are_dated_unchecked_and_say_where_to_look():
    claims = [c for s in _ALL for c in s.safeguards]
    assert claims and not any(c.checked for c in claims)
    assert all(c.where.startswith("https://") and _DAY.fullmatch(c.as_of) for c in claims)
    assert {c.country for c in catalog.service("google_analytics").safeguards} == {"US"}


@pytest.mark.parametrize(
    ("id", "former", "until"),
    [
        ("google", "Google LLC", "2019-01-22"), ("meta", "Facebook Ireland Limited", "2022-01-05"),
        ("aws", "Amazon Web Services, Inc.", "2018-07"), ("brevo", "Newsletter2Go GmbH", "2019-06"),
    ],
)  # fmt: skip
def test_who_offered_a_service_before(id: str, former: str, until: str):
    provider = next(s.provider for s in _ALL if s.provider.id == id)
    assert (former, until) in [(f.name, f.until) for f in (*provider.former, *provider.predecessors)]


def test_a_living_parent_is_no_former_name():
    for s in _ALL:
        assert s.provider.parent not in {f.name for f in s.provider.former}, s.id


def test_confirmed_addresses_name_their_second_source():
    confirmed = {s.provider.id: s.provider for s in _ALL if s.provider.confirmed}
    assert len(confirmed) >= 20
    assert all("notice" in p.source for p in confirmed.values())


def test_the_catalogue_covers_what_european_sites_use():
    wanted = """IONOS;STRATO;ALL-INKL;Hetzner;Mittwald;netcup;OVHcloud;Raidboxes;domainfactory;Vercel;Netlify;GitHub Pages
    Cloudflare;Fastly;Akamai;bunny.net;Brevo;CleverReach;rapidmail;Mailjet;ActiveCampaign;KlickTipp;MailerLite
    Newsletter2Go;Inxmail;Episerver Campaign;Klarna;Sofort;giropay;Adyen;Mollie;Unzer;PAYONE;Ratepay;Amazon Pay
    Apple Pay;Google Pay;Wero;SCHUFA;Creditreform;Boniversum;CRIF;infoscore;Experian;KSV1870;DHL;DPD;Hermes;GLS;UPS
    FedEx;Deutsche Post;Trusted Shops;ProvenExpert;Trustpilot;hCaptcha;Friendly Captcha;Cloudflare Turnstile
    OpenStreetMap;Mapbox;HERE Maps;Adobe Fonts;fonts.com;MyFonts;Font Awesome;Vimeo;Wistia;Dailymotion;Spotify
    SoundCloud;Podigee;AWIN;Tradedoubler;ADCELL;Criteo;Taboola;Outbrain;The Trade Desk;TikTok;Pinterest;Snapchat;XING
    Microsoft Clarity;Hotjar;VWO;Matomo Cloud;etracker;INFOnline;IVW;Piwik PRO;Plausible;Fathom Analytics;Mouseflow
    Borlabs;Complianz;Cookiebot;Usercentrics;OneTrust;Klaro;consentmanager;iubenda;CCM19;Real Cookie Banner;Personio
    softgarden;Greenhouse;Lever;Workday;Recruitee;SmartRecruiters;BITE;rexx systems;Zoom;Microsoft Teams;Webex;GoTo Meeting
    BigBlueButton;Jitsi Meet;Whereby;HubSpot;Salesforce;Pipedrive;Zoho;Zendesk;Freshdesk;weclapp;Shopify;Shopware
    WooCommerce;Instagram;YouTube Channel;Mastodon;Threads;WhatsApp Channel;kununu;Wordfence;Jetpack;Akismet;Gravatar
    Elementor;WPML;Sentry;Bugsnag;OneSignal;CleverPush;sipgate;Finsweet;eRecht24;SalesViewer;HelpHero;Facebook Pixel"""
    names = [name.strip() for line in wanted.split("\n") for name in line.split(";")]
    assert [name for name in names if catalog.find(name) is None] == []

"""Names in running text: compounds, endings, usual misspellings, ordinary words; and that the search stays linear."""

from __future__ import annotations

import random
import time

import pytest

from zweck import catalog


def named(line: str) -> list[str]:
    return [s.id for s in catalog.by_text(line)]


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("Die Google-Analytics-Cookies löschen wir.", ["google_analytics"]),
        ("Beim Einsatz des Facebook-Pixels fallen Daten an.", ["facebook_pixel"]),
        ("Eingebettete YouTube-Videos laden erst nach dem Klick.", ["youtube"]),
        ("Hotjars Server stehen in Irland.", ["hotjar"]),
        ("Besuchen Sie unsere Instagramseite oder den Youtubekanal.", ["instagram", "youtube"]),
        ("Wir verwenden GoogleAnalytics und MicrosoftTeams.", ["google_analytics", "microsoft_teams"]),
        ("Linkedin, Youtube und Adwords", ["linkedin", "youtube", "google_ads"]),
        ("über den Google-Tag-Manager", ["google_tag_manager"]),
        ("Der Newsletterversand läuft über Clever Reach? Nein, über CleverReachs Server.", ["cleverreach"]),
        ("Zahlungen mit Pay-Pal", ["paypal"]),
        ("PAYPALKONTO", ["paypal"]),
        ("the Facebook pixels and YouTube’s player", ["facebook_pixel", "youtube"]),
    ],
)  # fmt: skip
def test_compounds_endings_and_misspellings(line: str, ids: list[str]):
    assert named(line) == ids


@pytest.mark.parametrize(
    "line",
    [
        "In diesem Segment des Marktes sind wir stark.",
        "Sie finden uns am Times Square und in der Branch Road.",
        "Das ist ein zentrales Element unserer Arbeit mit Signal und Antwort.",
        "Der Lever des Tages, whereby nothing is meant.",
        "Ein Medium von vielen; eine Box mit Inhalt; der Drift.",
        "Ideal ist ein Termin am Montag.",
        "Variante X und Variante Y, Person X, am Tag X",
        "Herr Nielsen und Frau Claude Sommer beraten Sie gern.",
        "Googles Haltung",
        "Metallpixel, Visagist, Zoomobjektiv, Upside, Wixen",
    ],
)
def test_ordinary_words_name_no_service(line: str):
    assert named(line) == []


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("Wir nutzen den Dienst Segment der Twilio Inc.", ["segment"]),
        ("Anbieter: Square", ["square"]),
        ("Segment-Cookies", ["segment"]),
        ("Front (Kundendienst)", ["front"]),
        ("Bewerbungen laufen über „Lever“.", ["lever"]),
        ("Wir haben Auftritte auf Facebook, X und Instagram.", ["facebook", "x", "instagram"]),
        ("Auf der Plattform X informieren wir über Neues.", ["x"]),
        ("Die Daten gehen an Branch, siehe branch.io.", ["branch"]),
    ],
)
def test_ordinary_words_count_in_a_telling_context(line: str, ids: list[str]):
    found = named(line)
    assert [i for i in ids if i not in found] == []


def test_spans_are_those_of_the_text():
    line = "İn Straßen: Hotjars und YouTube-Videos, X"
    for m in catalog.mentions(line):
        assert line[m.start : m.end] == m.text
    assert [m.text for m in catalog.mentions(line)][:2] == ["Hotjar", "YouTube-Videos"]


def test_time_grows_with_the_text_and_no_faster():
    words = ["google", "one", "com", "the", "-", "app", "x", "X", "facebook", "pixels", "a" * 50, "tags", " "]
    made = random.Random(7)
    line = " ".join(made.choice(words) for _ in range(4_000))
    catalog.mentions(line)

    def spent(text: str) -> float:
        begin = time.process_time()
        catalog.mentions(text)
        return time.process_time() - begin

    one, ten = min(spent(line) for _ in range(3)), min(spent(line * 10) for _ in range(2))
    assert ten < 40 * one + 0.05


def test_every_strong_name_is_found_by_itself():
    missing = []
    for s in catalog.services():
        if not any(m.service.id == s.id for m in catalog.mentions(f"Wir nutzen den Dienst {s.name}.")):
            missing.append(s.id)
    assert missing == []

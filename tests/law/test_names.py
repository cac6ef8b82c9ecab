"""Changed names: what is found, what is left alone, and that no line makes the patterns slow."""

import re
import time
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from zweck.errors import Severity
from zweck.law.names import names, outdated_names
from zweck.law.rules import rule

SHARED = Path(__file__).parents[2] / ".." / "shared"
WEIGHT = [Severity.INFO, Severity.WARN, Severity.ERROR, Severity.BLOCK]


def found(line: str, language: str = "") -> list[str]:
    return [m.rule for m in outdated_names(line, language)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Rechtsgrundlage ist § 25 Abs. 1 TTDSG.", "NAME-tdddg"),
        ("Angaben gemäß § 5 TMG", "NAME-ddg"),
        ("Verantwortlich nach § 55 Abs. 2 RStV", "NAME-mstv"),
        ("im Sinne von § 7 Abs. 2 Nr. 3 UWG", "NAME-uwg-7"),
        ("Section 7 (2) No. 3 UWG", "NAME-uwg-7"),
        ("zertifiziert nach dem EU-US Privacy Shield", "NAME-privacy-shield"),
        ("under the PRIVACY-SHIELD", "NAME-privacy-shield"),
        ("the Safe Harbor agreement", "NAME-safe-harbour"),
        ("Beschluss 2010/87/EU der Kommission", "NAME-scc-old"),
        ("Facebook Ireland Ltd., 4 Grand Canal Square", "NAME-meta"),
        ("Twitter, Inc., San Francisco", "NAME-x"),
        ("Google LLC, Mountain View", "NAME-google-ie"),
        ("Rechte auf Auskunft, Berichtigung, Löschung oder Sperrung", "NAME-blocking"),
        ("You have the right to demand the blocking of your data", "NAME-blocking"),
        ("nach § 28 Abs. 1 BDSG", "NAME-bdsg-old"),
        ("§ 33 BDSG a.F.", "NAME-bdsg-old"),
        ("Google Universal Analytics", "NAME-ga4"),
        ("Sendinblue GmbH", "NAME-brevo"),
        ("The Rocket Science Group LLC", "NAME-mailchimp"),
        ("Google AdWords", "NAME-ads"),
        ("We use Office 365", "NAME-w-misc"),
        ("Die Bundesbeauftragte für den Datenschutz", "NAME-bfdi"),
        ("Hinweis zur OS-Plattform der EU", "NAME-odr"),
        ("siehe https://ec.europa.eu/consumers/odr/.", "NAME-odr"),
        ("nach §§ 8 bis 10 DDG nicht verpflichtet", "IMP-ddg-7-10"),
        ("Ihre Flash-Version", "NAME-flash"),
        ("bis zu dreißig Jahre aufbewahrt", "NAME-30y"),
        ("stored for up to 10 years", "NAME-30y"),
        ("Facebook Inc., Menlo Park", "NAME-meta"),
        ("Wir sind auch auf Twitter zu finden", "NAME-x"),
        ("Ihre Daten werden gesperrt, bis die Frist endet", "NAME-blocking"),
        ("Flash Player", "NAME-flash"),
        ("die Funktion anonymizeIp", "NAME-ga4"),
        ("wir nutzen Piwik auf eigenem Server", "NAME-service"),
        ("unsere Seite bei Google+ besuchen", "NAME-service"),
        ("the cookie __cfduid", "NAME-service"),
        ("nach § 96 Abs. 3 TKG", "NAME-law"),
        ("Richtlinie 95/46/EG", "NAME-law"),
        ("Die USA sind kein sicherer Drittstaat", "NAME-law"),
        ("siehe https://www.bfdi.bund.de/DE/Infothek/Anschriften", "NAME-bfdi"),
    ],
)
def test_changed_names_are_found(line, expected):
    assert expected in found(line)


def test_every_rule_of_the_data_has_a_line_above():
    shown = {p[1] for p in test_changed_names_are_found.pytestmark[0].args[1]}
    assert {n.rule for n in names()} - shown == {"NAME-dsgvo-in-en"}


@pytest.mark.parametrize(
    "line",
    [
        "Rechtsgrundlage ist § 25 Abs. 1 TDDDG.",
        "Angaben gemäß § 5 DDG",
        "§ 7 Abs. 2 Nr. 2 UWG",
        "EU-US Data Privacy Framework",
        "Durchführungsbeschluss (EU) 2021/914",
        "Meta Platforms Ireland Limited",
        "Google Ireland Limited, Gordon House",
        "We are blocking spam. Correct spelling matters to us.",
        "Die Sperrung einer Karte melden Sie der Bank.",
        "nach § 26 Abs. 1 BDSG und § 38 BDSG",
        "acht Jahre ab Jahresende",
        "X (früher Twitter)",
        "Piwik PRO",
        "Google Analytics 4 und Google Ads",
        "TMGX and ATTDSG are no laws",
        "",
    ],
)
def test_current_names_are_left_alone(line):
    assert found(line) == []


@pytest.mark.parametrize(
    "line",
    ["§ 25 TDDDG (vormals TTDSG)", "X Corp. (formerly Twitter, Inc.)", "Brevo (ehemals „Sendinblue“)"],
)
def test_a_name_called_former_is_right(line):
    assert found(line) == []


def test_formerly_excuses_the_next_name_only():
    assert found("formerly in the TTDSG") == ["NAME-tdddg"]
    assert found("vormals TTDSG, siehe auch § 5 TMG") == ["NAME-ddg"]


def test_a_name_in_a_link_is_an_old_link_only():
    (match,) = outdated_names("see https://www.hubspot.com/privacy-shield for more")
    assert (match.rule, match.is_link, match.severity) == ("NAME-privacy-shield", True, Severity.WARN)
    (text,) = outdated_names("certified under the Privacy Shield")
    assert (text.is_link, text.severity) == (False, Severity.BLOCK)


def test_a_link_to_a_closed_platform_keeps_its_weight():
    (match,) = outdated_names("Beschwerden: ec.europa.eu/consumers/odr/")
    assert (match.severity, match.is_link, match.is_certain) == (Severity.ERROR, True, True)


def test_places_are_those_of_the_line():
    line = "Siehe https://example.org/a/b und das TTDSG, § 5 TMG"
    for match in outdated_names(line):
        assert line[match.start : match.end] == match.found
    assert found(line) == ["NAME-tdddg", "NAME-ddg"]


def test_a_line_that_disowns_the_tool_is_not_certain():
    (match,) = outdated_names("Der Privacy Shield wurde für ungültig erklärt.")
    assert not match.is_certain
    (match,) = outdated_names("Wir stützen uns auf den Privacy Shield.")
    assert match.is_certain


def test_german_abbreviations_matter_in_english_text_only():
    assert found("Art. 6 DSGVO", "en") == ["NAME-dsgvo-in-en"]
    assert found("Art. 6 DSGVO", "de") == found("Art. 6 DSGVO") == []


def test_every_name_has_a_rule_and_is_no_heavier_than_it():
    for n in names():
        assert WEIGHT.index(n.severity) <= WEIGHT.index(rule(n.rule).severity), n.rule
        assert n.note_de and n.note_en and n.note("de") == n.note_de
        assert re.fullmatch(r"(\d{4}(-\d\d){0,2})?", n.since)


@pytest.mark.parametrize(
    "piece",
    [
        "rectif",
        "rectification of a ",
        "right ",
        "right to correct ",
        "https://",
        "www.",
        "a.",
        "a-b.",
        "7 (2) ",
        "7   (   2   ",
        "§§ 8 ",
        "§ 28 Abs. ",
        "formerly ",
        "privacy ",
        "Berichtigung",
        "x",
        " ",
    ],
)
def test_time_grows_with_the_length_and_no_faster(piece):
    def seconds(size: int) -> float:
        line = (piece * (size // len(piece) + 1))[:size]
        began = time.process_time()
        for _ in outdated_names(line):
            pass
        return time.process_time() - began

    assert seconds(100_000) < 1.5


@pytest.mark.skipif(not SHARED.exists(), reason="research material is not part of the repository")
def test_all_hits_of_the_research_are_found():
    facts = YAML(typ="safe").load(SHARED / "law" / "facts.yaml")
    missing = []
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        lines = path.read_text(encoding="utf-8").split("\n")
        for rule_id, hits in facts["renames_seed_hits"].items():
            for number in hits.get(path.name[:3], ()):
                if rule_id not in found(lines[number - 1]):
                    missing.append((rule_id, path.name, number))
    assert missing == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Zuständig ist der Mini-One-Stop-Shop.", "NAME-law"),
        ("das Gesetz zum Schutz vor Missbrauch personenbezogener Daten bei der Datenverarbeitung", "NAME-law"),
        ("Mehr dazu: https://help.github.com/articles/some-page", "NAME-service"),
        ("Einstellungen: http://www.macromedia.com/support/documentation/en/settings.html", "NAME-flash"),
        ("Rechnungen heben wir 10 Jahre auf.", "NAME-30y"),
        ("Wir bewahren sie zehn Jahre auf (Bücher, Buchungsbelege).", "NAME-30y"),
        ("Invoices are kept for ten years.", "NAME-30y"),
    ],
)
def test_more_that_has_changed(text: str, rule: str) -> None:
    assert rule in {m.rule for m in outdated_names(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Jahresabschlüsse bewahren wir 10 Jahre auf, 8 Jahre aber Rechnungen.",
        "Bilanzen werden zehn Jahre aufbewahrt.",
        "Hilfe steht unter https://docs.github.com.",
        "Our shop joined the One-Stop-Shop.",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert not list(outdated_names(text))

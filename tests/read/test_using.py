"""Services in use: named in sentences, tables and lists, known or not; and names that are not in use."""

# ruff: noqa: E501  (tables of examples read better unbroken)

from __future__ import annotations

import pytest

from zweck.read.block import blocks_of
from zweck.read.cookie import cookie_rows
from zweck.read.outline import outline
from zweck.read.source import Text
from zweck.read.using import services_in


def read(text: str, own: tuple[str, ...] = ("Muster & Söhne GmbH",)) -> set[str]:
    blocks = blocks_of(Text("invented.txt", tuple(text.split("\n")), "text"))
    found = services_in(outline(blocks), cookie_rows(blocks), own)
    return {u.service.name for u in found.used.values()} | {u.name for u in found.unlisted}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Wir nutzen den Dienst Blattwerker, um Formulare anzuzeigen.", {"Blattwerker"}),
        ("Absturzberichte gehen an den Dienstleister CrashLotse (ein Unternehmen der Beispiel AG).", {"CrashLotse"}),
        ("Der Chat basiert auf dem Angebot von ChatH3lfer und läuft in der EU.", {"ChatH3lfer"}),
        ("Die Website wird bei der Serverhalle Nord GmbH, Hafenweg 3, 20457 Hamburg gehostet.", {"Serverhalle Nord"}),
        ("Eingesetzt werden Cookies der The Widget Works GmbH (Am Ring 1, 10115 Berlin).", {"The Widget Works"}),
        ("Our newsletter is sent via Pigeonpost, which stores your address.", {"Pigeonpost"}),
        ("Audio is processed by a model running on Quackq infrastructure.", {"Quackq"}),
        ("Invoices appear in our accounting service (Ledgerly (https://www.ledgerly.example)).", {"Ledgerly"}),
        ("Buchungstool: CAL Electronic Engineering, Feldgasse 13, 2284 Ort", {"CAL Electronic Engineering"}),
        ("Wir verwenden Google Analytics.", {"Google Analytics"}),
        ("Für kurze Adressen wird die Open Source Software KURZL (KURZL: kurze Links) eingesetzt.", {"KURZL"}),
        ("Teile unserer Website stellen wir über Anbieter wie Serverfix, Hostelfe oder andere bereit.", {"Serverfix"}),
    ],
)  # fmt: skip
def test_names_in_telling_positions(text: str, names: set[str]) -> None:
    assert read("Unsere Technik\n\n" + text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Wir verwenden kein Google Analytics.",
        "We do not use Hotjar on our website.",
        "Drittanbieter-Cookies werden von Partner-Webseiten (z. B. Google Analytics) erstellt.",
        "Plattformen wie Facebook, LinkedIn oder TikTok können eigene Cookies setzen.",
        "Es kann vorkommen, dass Inhalte Dritter, wie zum Beispiel Videos von YouTube, eingebunden werden.",
        "Quelle: eRecht24",
        "Erstellt mit dem Datenschutz-Generator von Vorlagenhaus in Kooperation mit vorlagenhaus.example",
        "Unsere App ist im Google Play Store erhältlich.",
        "Wir als Anbieter Zugriff auf Daten haben, die Sie eingeben.",
        "Soweit externe Dienstleister Hilfe leisten, erhalten sie die Daten.",
        "Wir verwenden Dienste, Fotos und Sprache.",
        "We use Standard Contractual Clauses, HTTPS and Cookies.",
        "Data is stored in Germany and processed by the Service.",
        "Die Muster & Söhne GmbH nutzt Ihre Daten; das System Muster wird von uns betrieben.",
        "Sie können sich bei der Landesbeauftragten für Datenschutz beschweren; der Dienst wird von der Aufsichtsbehörde betrieben.",
        "Voice calls will be processed through Talkwire (coming soon).",
    ],
)  # fmt: skip
def test_what_is_not_in_use(text: str) -> None:
    assert read("Unsere Technik\n\n" + text) == set()


def test_examples_count_where_the_site_says_that_it_uses_them() -> None:
    assert read("Links\n\nDiese Seite verwendet Lesezeichen (z. B. von Facebook und LinkedIn).") == {
        "Facebook",
        "LinkedIn",
    }


def test_a_heading_that_is_a_product() -> None:
    text = "3.4 Trackelf\n\nWir verwenden Trackelf. Anbieter ist Trackelf beziehungsweise der im Vertrag genannte Anbieter."
    assert read(text.replace("Trackelf", "TrackElf")) == {"TrackElf"}
    assert read("4. Sturmglas\n\nAnbieter ist die Sturmglas GmbH, Weg 1, 10115 Berlin.") == {"Sturmglas"}
    assert read("5. Webinare\n\nWir nutzen Webinare, um Kunden zu schulen. Anbieter sind wir selbst.") == set()


def test_a_company_behind_a_product_is_no_second_service() -> None:
    text = "3. Google Analytics\n\nWir verwenden Google Analytics, einen Dienst der Google Ireland Limited, Gordon House, Dublin 4."
    assert read(text) == {"Google Analytics"}


def test_tables_of_recipients_and_of_cookies() -> None:
    table = "Auftragsverarbeiter\n\nEmpfänger | Aufgabe | Ort\nPostelfe GmbH | Versand | Köln\nSteuerberater | Buchhaltung | Köln\nStripe Inc. | Zahlung | Dublin"
    assert read(table) == {"Postelfe", "Stripe"}
    cookies = "Cookies\n\nCookie | Anbieter | Zweck\nmz_id | Zählwerk | zählt Besuche\nkorb_id | Muster & Söhne | Warenkorb\nsid_x | eigene | Sitzung"
    assert read(cookies) == {"Zählwerk"}


def test_lists_below_processors() -> None:
    text = (
        "Our processors\n\nWe share data with the following providers:\n\n"
        "- Pigeonpost: sends mail. Privacy Policy (https://pigeonpost.example/privacy)\n- Banks and tax advisors\n- VoiceForge: text to speech"
    )
    assert read(text) == {"Pigeonpost", "VoiceForge"}


def test_names_of_one_vendor_are_one_entry_with_all_places() -> None:
    text = "Technik\n\nWir nutzen den Dienst CrashLotse für Berichte.\n\nDie Berichte liegen auf Servern von CrashLotse und werden gelöscht."
    blocks = blocks_of(Text("invented.txt", tuple(text.split("\n")), "text"))
    (vendor,) = services_in(outline(blocks)).unlisted
    assert (vendor.id, [p.line for p in vendor.places]) == ("crashlotse", [3, 5])

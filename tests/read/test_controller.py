"""Who is responsible, on invented notices: every way of introducing a name, and what must not be taken for one."""

# ruff: noqa: E501  (notices read better unbroken)

from __future__ import annotations

import pytest

from zweck.read import read_notice
from zweck.read.company import name_at
from zweck.read.contact import addresses_in, has_address, plain_email

TAIL = """
Wir verarbeiten personenbezogene Daten nur, soweit es nötig ist. Rechtsgrundlage ist Art. 6 Abs. 1 lit. f DSGVO.
We process personal data only as far as needed. You have the right of access under the GDPR.
"""


def controller(text: str) -> tuple[str | None, str | None, str | None]:
    read = read_notice(text + TAIL).controller
    return read.name, read.address, read.email


@pytest.mark.parametrize(
    ("text", "name", "address", "email"),
    [
        ("Verantwortlicher\n\nImkerei Sonnenfeld GmbH\nAm Anger 4\n99084 Erfurt\nE-Mail: post@imkerei-sonnenfeld.example\n",
         "Imkerei Sonnenfeld GmbH", "Am Anger 4, 99084 Erfurt", "post@imkerei-sonnenfeld.example"),
        ("Verantwortlicher im Sinne der DSGVO ist die Webseitenbetreiberin, Mira Okonski.\n", "Mira Okonski", None, None),
        ("## Verantwortlicher\n\nJost Brandt, Hafenstr. 3, 26721 Emden, jost(at)boote-brandt.example\n",
         "Jost Brandt", "Hafenstr. 3, 26721 Emden", "jost@boote-brandt.example"),
        ("The data controller is 2nd Moorland Rowing Club Committee.\n", "2nd Moorland Rowing Club Committee", None, None),
        ("**Controller:** Blue Fjord A/S, hello@bluefjord.example.\n", "Blue Fjord A/S", None, "hello@bluefjord.example"),
        ("This privacy policy explains how quill.chat (“we”, “us”) uses your data.\nEmail: privacy@quill.chat\n",
         "quill.chat", None, "privacy@quill.chat"),
        ("Diese Cookie-Richtlinie erläutert, wie Werft Nordwind („wir“, „uns“) Cookies verwendet.\n", "Werft Nordwind", None, None),
        ("Datenschutzhinweise für den Internetauftritt der Technischen Hochschule Elbtal (TH Elbtal).\n",
         "Technische Hochschule Elbtal", None, None),
        ("Diese Erklärung gilt für die Verarbeitung durch den verantwortlichen Anbieter alpkraut GmbH, c/o Hub 7, Talweg 9, 6020 Innsbruck.\n",
         "alpkraut GmbH", "c/o Hub 7, Talweg 9, 6020 Innsbruck", None),
        ("Responsible party\n\n| Rena Holub |  |\n| Lindenring 8 | Tel: +49 37 1234567 |\n| 08058 Zwickau | E-Mail: rena @ holub.example |\n",
         "Rena Holub", "Lindenring 8, 08058 Zwickau", "rena@holub.example"),
        ("Kontakt\nFragen beantworten wir gern, schreiben Sie an:\n\nKelterei Apfelhain AG & Co. KGaA\nObstweg 2\n61169 Friedberg\n",
         "Kelterei Apfelhain AG & Co. KGaA", "Obstweg 2, 61169 Friedberg", None),
        ("Die datenverarbeitende Stelle dieser Website ist Verein Offene Bücher, Lindengasse 4/2, 1070 Wien.\n",
         "Verein Offene Bücher", "Lindengasse 4/2, 1070 Wien", None),
        ("Verantwortlich für die Datenverarbeitung zeichnet Bäckerei Moser e.U., Ringstraße 9, 4020 Linz.\n",
         "Bäckerei Moser e.U.", "Ringstraße 9, 4020 Linz", None),
        ("Für die Datenverarbeitung zuständig ist die Praxis Dr. Lena Vogt, Am Markt 2, 07743 Jena.\n",
         "Praxis Dr. Lena Vogt", "Am Markt 2, 07743 Jena", None),
        ("## Verantwortlicher\n\nMara Lindner Fotografie\nInhaberin: Mara Lindner\nSeeweg 12\n88662 Überlingen\n",
         "Mara Lindner Fotografie", "Seeweg 12, 88662 Überlingen", None),
        ("At Brightloaf, we believe in privacy.\n\nBrightloaf Ltd, 12 Mill Lane, Bath, BA1 2AB\n",
         "Brightloaf Ltd", "12 Mill Lane, Bath BA1 2AB", None),
        ("# Privacy Notice for Suppliers in Norway\n\nFjord Tools OÜ (hereinafter: “Fjord”), seat: Pikk tn 4, Tallinn 10123, Estonia\n",
         "Fjord Tools OÜ", "Pikk tn 4, Tallinn 10123, Estonia", None),
        ("eTulip UK Ltd. (hereafter “eTulip”, “we” or “us”) is the controller.\n", "eTulip UK Ltd.", None, None),
        ("We are Marlow Kitchens LLP, a partnership of 4 High Street, Marlow SL7 1AB.\n",
         "Marlow Kitchens LLP", "4 High Street, Marlow SL7 1AB", None),
        ("This website is operated by Solano Apps, S.L., Calle Mayor 5, 28013 Madrid, Spain.\n",
         "Solano Apps, S.L.", "Calle Mayor 5, 28013 Madrid, Spain", None),
        ("Polana Sp. z o.o., ul. Długa 3, 00-238 Warszawa, Poland is the administrator and data controller.\n",
         "Polana Sp. z o.o.", "ul. Długa 3, 00-238 Warszawa, Poland", None),
        ("The entity that decides how your data is used is Pine Cloud Inc., 500 Market Street, Suite 2, San Francisco, CA 94105, USA.\n",
         "Pine Cloud Inc.", "500 Market Street, Suite 2, San Francisco, CA 94105, USA", None),
    ],
)  # fmt: skip
def test_introduced(text: str, name: str, address: str | None, email: str | None) -> None:
    assert controller(text) == (name, address, email)


@pytest.mark.parametrize(
    "text",
    [
        "Verantwortlicher ist die natürliche oder juristische Person, die allein über die Zwecke entscheidet.\n",
        "Die Kontaktdaten des Verantwortlichen können Sie dem Impressum entnehmen.\n",
        "## Wer wir sind\n\n## Kommentare\n\nWir speichern Kommentare.\n",
        "# Privacy Notice for Drivers in Ireland\n\nWe are delighted to see you.\n",
        "# Datenschutzhinweise für Bewerber\n\nWir freuen uns auf Sie.\n",
        "Für die Datenverarbeitung im Kontaktformular nutzen wir ein Werkzeug; Anbieter ist Jon Beck, Kirchweg 1, 4861 Seefeld.\n",
        "Zuständig ist die Aufsichtsbehörde:\nLandesbeauftragte für Datenschutz\nHolstenstraße 98\n24103 Kiel\n",
    ],
)
def test_nobody_is_introduced(text: str) -> None:
    assert controller(text)[0] is None


def test_the_authority_and_the_officer_are_not_the_controller() -> None:
    text = """
Verantwortliche Stelle: Töpferei Lehmann, Ringstr. 1, 03046 Cottbus
Unser Datenschutzbeauftragter: dsb@extern-kanzlei.example
Beschwerde: poststelle@lda.brandenburg.de
"""
    read = read_notice(text + TAIL)
    assert (read.controller.name, read.controller.email) == ("Töpferei Lehmann", None)
    assert (read.officer.present, read.officer.email) == (True, "dsb@extern-kanzlei.example")


def test_an_officer_in_an_english_letter_line() -> None:
    read = read_notice("You can write to our Data Protection Officer at dpo@larkspur.example.\n" + TAIL)
    assert (read.officer.present, read.officer.email) == (True, "dpo@larkspur.example")


@pytest.mark.parametrize(
    ("written", "plain"),
    [("a.b(at)c-d.de", "a.b@c-d.de"), ("info [at] x [dot] org", "info@x.org"), ("q @ r.com", "q@r.com"),
     ("post@z.de.Der", "post@z.de"), ("no address", None)],
)  # fmt: skip
def test_plain_email(written: str, plain: str | None) -> None:
    assert plain_email(written) == plain


@pytest.mark.parametrize(
    ("text", "street", "postcode", "city"),
    [
        ("Straße des 17. Juni 135, 10623 Berlin", "Straße des 17. Juni 135", "10623", "Berlin"),
        ("Ringgasse 20/18, A-1010 Wien", "Ringgasse 20/18", "1010", "Wien"),
        ("7 rue du Lac 74000 Annecy, France", "7 rue du Lac", "74000", "Annecy"),
        ("Kadewal 32, 6041 TC Roermond", "Kadewal 32", "6041 TC", "Roermond"),
        ("14 Mill Lane, Leeds, LS1 4AP", "14 Mill Lane", "LS1 4AP", "Leeds"),
        ("Wallweg 3, 37073 Göttingen. E-Mail: a@b.de", "Wallweg 3", "37073", "Göttingen"),
        ("Auenweg 5, 97980 Bad Mergentheim Telefon 123", "Auenweg 5", "97980", "Bad Mergentheim"),
        ("Domplatz 1, 60311 Frankfurt am Main", "Domplatz 1", "60311", "Frankfurt am Main"),
        ("Seeweg 1, 85748 Garching b. München", "Seeweg 1", "85748", "Garching b. München"),
    ],
)
def test_addresses(text: str, street: str, postcode: str, city: str) -> None:
    found = next(addresses_in(text))
    assert (found.street, found.postcode, found.city) == (street, postcode, city)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Peter Lang, Weg 1", "Peter Lang"), ("die Firma Holz & Söhne", "Holz & Söhne"), ("the website operator.", None),
     ("Dr. med. Ada Brehm", "Dr. med. Ada Brehm"), ("Wir speichern", None), ("der Turnverein Au 1899 e.V., Ort", "Turnverein Au 1899 e.V.")],
)  # fmt: skip
def test_names(text: str, name: str | None) -> None:
    found = name_at(text)
    assert (found.name if found else None) == name


def test_who_stands_in_for_a_firm_abroad_is_not_the_firm() -> None:
    text = (
        "# Cookie policy\n\nIn the United Kingdom write to [our representative](mailto:rep_harbour@standin.example).\n"
    )
    assert controller(text)[2] is None


def test_an_officer_is_not_reached_where_the_next_section_begins() -> None:
    text = (
        "## Privacy policy\n\n### In Europe\n\nContact our Data Protection Officer by post.\n\n"
        "### In Britain\n\nWrite to desk@elsewhere.example.\n"
    )
    assert read_notice(text + TAIL).officer.email is None


def test_an_address_in_america_says_nothing_of_who_writes() -> None:
    american = "Planetkarte, 1600 Harbour Parkway, Mountain View, CA 94043, USA"
    assert next(addresses_in(american)).postcode == "94043"
    assert not has_address(american)
    assert has_address(f"{american}; Hafenstr. 3, 26721 Emden")

"""Activities that a notice describes, and those it only mentions, denies or supposes."""

from __future__ import annotations

import pytest

from zweck.read.document import Document, read_document
from zweck.read.source import read_text
from zweck.read.topic import facet_of, kind_of_heading, kinds_of_heading

FILLER = (
    "Wir verarbeiten personenbezogene Daten nur im Rahmen der Gesetze. Verantwortlicher ist der Verein. "
    "This privacy policy says how we process personal data under the GDPR as the data controller. "
)
SELF = {"notice", "imprint"}


def kinds(text: str, name: str = "notice.md") -> set[str]:
    return {a.kind for a in _read(text, name).activities} - SELF


def _read(text: str, name: str = "notice.md") -> Document:
    filler = "\n\n## Geltung\n\nDiese Datenschutzerklärung gilt nach der DSGVO. " + FILLER + "\n"
    return read_document(read_text((text + filler).encode(), name, ""))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Was geschieht, wenn Sie uns schreiben?", "contact"),
        ("What happens when you write to us?", "contact"),
        ("V. E-Mail-Kontakt", "enquiries"),
        ("Anfrage per Telefon oder Fax", "enquiries"),
        ("Verlinkung auf soziale Netzwerke", "social_links"),
        ("Social Bookmarks", "social_links"),
        ("Server-Statistiken und Zugriffsdaten", "server_logs"),
        ("Use of our website", "server_logs"),
        ("Statistische Auswertung", "analytics"),
        ("Product interaction analytics", "analytics"),
        ("Membership", "accounts"),
        ("Registrierung auf dieser Seite", "accounts"),
        ("Zahlungsdienstleister", "payments"),
        ("Lieferung und Zustellung", "shipping"),
        ("Widerspruch gegen Direktwerbung", "rights"),
        ("SSL- bzw. TLS-Verschlüsselung", "security"),
        ("Wie schützen wir Ihre Angaben?", "security"),
        ("Speicherung persönlicher Daten", "contact"),
        ("Unsere Fanpage", "social_presence"),
        ("Google reCAPTCHA", "embeds"),
        ("Facebook Pixel", "advertising"),
        ("Cookie-Einstellungen", "consent"),
        ("Nutzung durch Minderjährige", "children"),
        ("Identität und Auskunfteien", "credit_checks"),
    ],
)
def test_a_heading_announces_its_kind(title: str, kind: str) -> None:
    number, _, rest = title.partition(". ")
    assert kind_of_heading(rest if len(number) < 4 and rest else title) == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Bewerbungen im Haus", "advertising"),
        ("Registration Court: Anytown", "accounts"),
        ("Marktanalyse", "analytics"),
        ("Auslieferung über ein CDN", "shipping"),
        ("Kundenbeschwerdemanagement", "rights"),
        ("Order processors", "orders"),
        ("Übermittlung an Auskunfteien", "rights"),
        ("Hosting und Logfile-Analyse", "analytics"),
        ("Gesetzliche oder vertragliche Vorschriften; Erforderlichkeit für den Vertragsabschluss", "orders"),
    ],
)
def test_part_of_a_word_is_not_the_word(title: str, kind: str) -> None:
    assert kind not in kinds_of_heading(title)


@pytest.mark.parametrize(
    ("title", "facet"),
    [
        ("Rechtliche Grundlage", "basis"),
        ("Wie lange bleiben die Angaben gespeichert?", "retention"),
        ("How long we keep it", "retention"),
        ("Wer erhält die Angaben?", "recipients"),
        ("Who has access", "recipients"),
        ("Warum machen wir das?", "purpose"),
    ],
)
def test_a_facet_is_told_from_a_kind(title: str, facet: str) -> None:
    assert facet_of(title) == facet


DESCRIBED = [
    ("Unser Server speichert bei jedem Abruf die IP-Adresse und die Uhrzeit in einer Logdatei.", "server_logs"),
    ("Wenn Sie unsere Seite besuchen, werden automatisch folgende Angaben erfasst: Browser, Uhrzeit.", "server_logs"),
    ("Our web server records the IP address of every visitor in its access logs for a week.", "server_logs"),
    ("When you open our website, the following data are collected: browser, time, address.", "server_logs"),
    ("Unsere Webseite wird bei einem Anbieter in Köln gehostet.", "hosting"),
    ("This site is hosted by a company in Dublin.", "hosting"),
    ("Füllen Sie das Kontaktformular aus, so speichern wir Ihre Angaben zur Bearbeitung.", "contact"),
    ("When you contact us, we store your name and your message until we have answered.", "contact"),
    ("Sobald Sie sich zum Newsletter anmelden, verwenden wir Ihre Adresse für den Versand.", "newsletter"),
    ("We add you to our mailing list when you opt in on the form.", "newsletter"),
    ("If you create an account, we collect your name and your e-mail address.", "accounts"),
    ("Wenn Sie sich registrieren, speichern wir Ihren Benutzernamen und Ihr Kennwort.", "accounts"),
    ("Card payments are handled by our payment provider, who receives your card number.", "payments"),
    ("Ihre Zahlungsdaten geben wir an den beauftragten Zahlungsdienstleister weiter.", "payments"),
    ("Ihre Lieferanschrift geben wir an das beauftragte Logistikunternehmen weiter.", "shipping"),
    ("We pass your address on to the delivery company that brings your parcel.", "shipping"),
    ("Wir ergreifen angemessene technische und organisatorische Maßnahmen gegen Verlust und Zugriff.", "security"),
    ("We take appropriate security measures to prevent loss and misuse of personal data.", "security"),
    ("Sie haben das Recht auf Auskunft über die gespeicherten Angaben.", "rights"),
    ("You have the right to request access to the data that we hold.", "rights"),
    ("Wir betreiben eine Fanpage in dem sozialen Netzwerk Facebook.", "social_presence"),
    ("Our site uses cookies to remember your language.", "cookies"),
    ("Bei Zahlungsverzug holen wir eine Bonitätsauskunft bei einer Auskunftei ein.", "credit_checks"),
    ("The talks at our event are filmed and the recordings published.", "event_photos"),
    ("Our service is not meant for people under the age of 16.", "children"),
    ("Widersprechen Sie, so wird Ihre Adresse für werbliche Zwecke gesperrt.", "suppression"),
]


@pytest.mark.parametrize(("sentence", "kind"), DESCRIBED)
def test_a_sentence_without_a_heading_describes(sentence: str, kind: str) -> None:
    assert kind in kinds(f"# Datenschutz\n\n## Angaben zur Nutzung im Einzelnen\n\n{sentence}\n")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Wir versenden keinen Newsletter und bieten auch keine Anmeldung dazu an.", "newsletter"),
        ("We do not use cookies of any kind on our pages.", "cookies"),
        ("Wir setzen keine Webanalysedienste ein und erstellen keine Statistiken.", "analytics"),
        ("If we add analytics or marketing cookies, we will present a consent banner first.", "consent"),
        ("Your data may be seen by contractors (e.g. hosting of servers, sending of newsletters).", "newsletter"),
        ("Ein Recht auf Unterlassung besteht gegen die unverlangte Zusendung von Werbematerial.", "direct_marketing"),
        ("Leaving a comment, the site collects the comment and also the IP address for spam checks.", "server_logs"),
        ("In anderen Fällen ist ein Vertrag die Rechtsgrundlage für die Verarbeitung der Daten.", "orders"),
        ("Sämtliche Dienstleister treffen technische und organisatorische Maßnahmen zum Schutz.", "security"),
        ("We use those details in order to process the collected names for the statistics.", "orders"),
    ],
)
def test_a_denial_an_example_or_a_passing_word_does_not(sentence: str, kind: str) -> None:
    assert kind not in kinds(f"# Datenschutz\n\n## Angaben zur Nutzung im Einzelnen\n\n{sentence}\n")


def test_without_consent_is_no_denial() -> None:
    text = "Ohne Ihre Einwilligung senden wir Ihnen den Newsletter nicht; melden Sie sich an, nutzen wir Ihre Adresse."
    assert "newsletter" in kinds(f"## Post\n\nWir senden den Newsletter nicht mehr per Fax, nur per E-Mail. {text}\n")


def test_a_section_that_only_denies_is_none() -> None:
    assert "cookies" not in kinds("## Cookies\n\nDiese Seiten verwenden keine Cookies.\n")
    assert "analytics" not in kinds("## Web analysis\n\nWe do not use any analytics tools.\n", "notice.md")
    assert "cookies" in kinds("## Cookies\n\nWenn Sie keine Cookies wollen, sperren Sie sie im Browser.\n")
    assert "cookies" in kinds("## Cookies\n\nWe do not use tracking cookies. We use session cookies only.\n")


def test_an_empty_heading_announces_nothing_of_its_own() -> None:
    text = "## Werbung\n\n## Newsletter\n\nWir senden Ihnen den Newsletter, wenn Sie sich anmelden.\n"
    assert kinds(text) == {"newsletter"}


def test_of_a_joined_heading_those_count_that_the_text_speaks_of() -> None:
    text = (
        "## Cookies and tracking\n\nWe use cookies to keep you signed in. They are deleted at the end of a session.\n"
    )
    assert kinds(text) == {"cookies"}
    both = "## Bestellung und Zahlung\n\nZur Abwicklung Ihrer Bestellung geben wir Zahlungsdaten an die Bank weiter.\n"
    assert {"orders", "payments"} <= kinds(both)


def test_mail_is_the_contact_unless_there_is_a_form() -> None:
    mail = "## E-Mail-Kontakt\n\nSchreiben Sie uns eine E-Mail, so speichern wir Ihre Angaben.\n"
    form = "## Kontaktformular\n\nNutzen Sie das Kontaktformular, so speichern wir Ihre Angaben.\n"
    assert kinds(mail) == {"contact"}
    assert kinds(form + "\n" + mail) == {"contact", "enquiries"}


def test_social_media_is_what_its_text_says() -> None:
    links = "## Social Media\n\nHier stehen nur Links zu sozialen Netzwerken; Daten fließen erst beim Klick.\n"
    pages = "## Social Media\n\nWir unterhalten eine Präsenz in sozialen Netzwerken, um dort über uns zu berichten.\n"
    parts = "## Social Media\n\nWir haben Plugins sozialer Netzwerke eingebunden, die Daten an den Betreiber senden.\n"
    assert kinds(links) == {"social_links"}
    assert "social_presence" in kinds(pages)
    assert kinds(parts) == {"embeds"}


def test_a_vague_heading_needs_its_text() -> None:
    assert "server_logs" not in kinds("## Usage data\n\nWe look at which buttons people press in the app.\n")
    assert "server_logs" in kinds("## Usage data\n\nOur server stores your IP address in log files for a week.\n")


def test_security_of_an_introduction_is_none() -> None:
    words = "Wir haben technische und organisatorische Maßnahmen getroffen, um die Angaben zu schützen."
    assert "security" not in kinds(f"# Datenschutzerklärung\n\n{words}\n")
    assert "security" in kinds(f"# Datenschutzerklärung\n\nText.\n\n## Art der Verarbeitung\n\n{words}\n")


def test_the_lines_are_those_of_the_section_or_the_sentence() -> None:
    text = (
        "## Bestellung\n\nZur Bestellung speichern wir Namen.\n\nWir geben Ihre Anschrift an den Paketdienst weiter.\n"
    )
    made = {a.kind: a.lines for a in _read(text).activities}
    assert made["orders"][0][0] == 1
    assert made["shipping"] == [(5, 5)]


def test_a_word_inside_another_is_no_delivery() -> None:
    text = "## Angaben\n\nUm die Seiten bereitzustellen, geben wir Angaben an den Betreiber der Rechner weiter.\n"
    assert "shipping" not in kinds(text)

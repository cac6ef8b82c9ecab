"""Every kind of defect in invented sentences of other trades: one that must be found, one so near that it must not."""

# ruff: noqa: E501  (sentences read better unbroken)

from __future__ import annotations

import pytest

from zweck.read import read_notice
from zweck.read.report import DocumentRead, FindingRead

FRAME = {
    "de": """Datenschutzhinweise

Verantwortlicher

Verantwortlicher im Sinne der DSGVO ist:

Imkerei Morgentau GmbH
Lindenweg 4
99084 Erfurt
E-Mail: post@morgentau.example

{body}

Ihre Rechte

Sie haben das Recht auf Auskunft (Art. 15 DSGVO), Berichtigung (Art. 16 DSGVO), Löschung (Art. 17 DSGVO), Einschränkung der Verarbeitung (Art. 18 DSGVO) und Datenübertragbarkeit in einem strukturierten, gängigen und maschinenlesbaren Format, soweit machbar direkt an einen anderen Verantwortlichen (Art. 20 DSGVO). Sie können der Verarbeitung widersprechen (Art. 21 DSGVO), der Direktwerbung jederzeit und ohne Gründe. Eine Einwilligung können Sie jederzeit widerrufen; die Rechtmäßigkeit der Verarbeitung bis dahin bleibt unberührt. Sie können sich bei einer Aufsichtsbehörde beschweren. Zur Angabe Ihrer Daten sind Sie nicht verpflichtet.

Stand: März 2026
""",
    "en": """Privacy notice

Controller

The controller within the meaning of the GDPR is:

Morning Dew Bakery GmbH
Lindenweg 4
99084 Erfurt
Email: post@morningdew.example

{body}

Your rights

You have the right of access (Art. 15 GDPR), to rectification (Art. 16 GDPR), erasure (Art. 17 GDPR), restriction of processing (Art. 18 GDPR) and data portability in a structured, common and machine-readable format, where feasible directly to another controller (Art. 20 GDPR). You may object to the processing (Art. 21 GDPR), to direct marketing at any time and without grounds. You may withdraw your consent at any time; the lawfulness of earlier processing remains unaffected. You may lodge a complaint with a supervisory authority. You are not obliged to provide your data.

Last updated: March 2026
""",
}


def findings(body: str, language: str) -> list[FindingRead]:
    return read(body, language).findings


def read(body: str, language: str) -> DocumentRead:
    return read_notice(FRAME[language].format(body=body), f"notice.{language}.txt")


def rules(body: str, language: str) -> set[str]:
    return {f.rule for f in findings(body, language)}


CASES = [
    # rule, language, what must be found, what must not
    ("GDPR-06-basis-stack", "de", "Kontaktformular\n\nWir verarbeiten Ihre Anfrage mit Ihrer Einwilligung (Art. 6 Abs. 1 lit. a DSGVO) und/oder aus berechtigtem Interesse (Art. 6 Abs. 1 lit. f DSGVO).",
     "Kontaktformular\n\nWir verarbeiten Ihre Anfrage aus berechtigtem Interesse (Art. 6 Abs. 1 lit. f DSGVO); eine Einwilligung ist nicht nötig."),
    ("GDPR-06-basis-stack", "en", "Contact form\n\nWe answer on your consent (Art. 6 para. 1 lit. a GDPR) and/or on our legitimate interests (Art. 6 para. 1 lit. f GDPR).",
     "Contact form\n\nWe answer on our legitimate interests (Art. 6 para. 1 lit. f GDPR). For the newsletter we ask for consent."),
    ("GDPR-06-basis-stack", "de", "Hosting\n\nSofern eine entsprechende Einwilligung abgefragt wurde, beruht alles auf Art. 6 Abs. 1 lit. a DSGVO.", "Hosting\n\nSofern Sie eingewilligt haben, beruht alles auf Art. 6 Abs. 1 lit. a DSGVO."),
    ("GDPR-21-1-object", "de", "Newsletter\n\nSie können der Speicherung widersprechen, sofern Ihre Interessen unser berechtigtes Interesse überwiegen.",
     "Newsletter\n\nSie können der Speicherung widersprechen, wenn dafür Gründe aus Ihrer besonderen Situation bestehen."),
    ("GDPR-21-1-object", "en", "Newsletter\n\nYou may object to the storage if your interests outweigh ours.", "Newsletter\n\nYou may object to the storage on grounds relating to your situation."),
    ("GDPR-45-us-dpf", "en", "Maps\n\nThe DPF is an agreement between the European Union and the USA.", "Maps\n\nThe DPF is the basis of an adequacy decision of the Commission for the USA."),
    ("GDPR-45-us-dpf", "de", "Karten\n\nDas DPF ist ein Abkommen zwischen der Europäischen Union und den USA.", "Karten\n\nDas DPF ist die Grundlage eines Angemessenheitsbeschlusses."),
    ("GDPR-45-us-dpf", "de", "Karten\n\nDie USA gelten als Land mit unzureichendem Datenschutzniveau.", "Karten\n\nDie USA gelten für nicht zertifizierte Unternehmen als Land mit unzureichendem Datenschutzniveau."),
    ("GDPR-45-us-dpf", "en", "Maps\n\nFor the USA there is no adequacy decision of the Commission.", "Maps\n\nFor recipients in the USA that are not certified there is no adequacy decision."),
    ("NAME-bdsg-neu", "de", "Bewerbung\n\nRechtsgrundlage ist § 26 BDSG-neu.", "Bewerbung\n\nRechtsgrundlage ist § 26 BDSG in der neuen Fassung."),
    ("wrong-citation", "en", "Orders\n\nWe process orders under Section 6 paragraph 1 lit. b GDPR.", "Orders\n\nWe process orders under Article 6 paragraph 1 lit. b GDPR and section 257 HGB."),
    ("wrong-citation", "de", "Bestellung\n\nGrundlage ist § 6 Abs. 1 lit. b DSGVO.", "Bestellung\n\nGrundlage sind § 26 BDSG und Art. 88 DSGVO."),
    ("wrong-citation", "en", "Careers\n\nThis rests on § Article 26 BDSG.", "Careers\n\nThis rests on § 26 BDSG and Article 88 GDPR."),
    ("wrong-statute", "de", "Bestellung\n\nAufbewahrungspflichten folgen aus HGB, StGB oder AO.", "Bestellung\n\nAufbewahrungspflichten folgen aus HGB und AO; Fälschungen zeigen wir nach dem StGB an."),
    ("wrong-statute", "de", "Allgemeines\n\nEs gilt die DSVGO.", "Allgemeines\n\nEs gilt die DSGVO."),
    ("wrong-statute", "en", "Liability\n\nWe are responsible for our content under § 7 para. 1 DDG.", "Liability\n\nWe name our company under § 5 para. 1 DDG."),
    ("wrong-term", "en", "General\n\nThe Basic Data Protection Regulation applies.", "General\n\nThe General Data Protection Regulation applies."),
    ("wrong-term", "en", "Your claims\n\nArt. 15 of the DPA gives you access.", "Processing\n\nWe signed a DPA with the host under Art. 28 GDPR."),
    ("UWG-7-3", "de", "Werbung\n\nDer Versand erfolgt auf Grundlage des § 7 UWG.", "Werbung\n\nDer Versand erfolgt auf Grundlage des § 7 Abs. 3 UWG."),
    ("TDDDG-25-paragraph", "de", "Cookies\n\nDas Speichern beruht auf § 25 TDDDG.", "Cookies\n\nDas Speichern beruht auf § 25 Abs. 2 Nr. 2 TDDDG."),
    ("TDDDG-25-paragraph", "en", "Cookies\n\nStorage is based on Section 25 TDDDG.", "Cookies\n\nStorage is based on Section 25(1) TDDDG."),
    ("GDPR-05-1e-storage", "de", "Newsletter\n\nDie Speicherung in der Sperrliste ist zeitlich nicht befristet.", "Newsletter\n\nDie Speicherung in der Sperrliste ist auf drei Jahre befristet."),
    ("GDPR-05-1e-storage", "en", "Newsletter\n\nThe entry in the list is not limited in time.", "Newsletter\n\nThe entry in the list is limited to three years."),
    ("GDPR-05-1e-storage", "de", "Kontaktformular\n\nWir löschen Ihre Anfrage, sobald sie für den Zweck nicht mehr erforderlich ist.", "Kontaktformular\n\nWir löschen Ihre Anfrage sechs Monate nach der Antwort, sobald sie nicht mehr erforderlich ist."),
    ("GDPR-05-1e-storage", "en", "Contact form\n\nYour enquiry will be deleted as soon as it is no longer required.", "Contact form\n\nYour enquiry will be deleted three months after our answer, once it is no longer required."),
    ("storage-contradicts-purpose", "en", "Access data\n\nThe logs serve security and statistics. They are deleted as soon as you leave our website and the session is ended. This rests on Art. 6(1)(f) GDPR.",
     "Access data\n\nThe logs serve security and statistics. They are deleted after 7 days. This rests on Art. 6(1)(f) GDPR."),
    ("GDPR-13-14-transfer-text", "de", "Werbung\n\nEine Übermittlung in andere Länder ist nicht ausgeschlossen.", "Werbung\n\nEine Übermittlung in andere Länder findet nicht statt."),
    ("GDPR-13-14-transfer-text", "en", "Meetings\n\nThe server stands in a safe third country.", "Meetings\n\nThe server stands in Switzerland, a safe third country."),
    ("contradiction-servers", "de", "Hosting\n\nDie Server von Heubach befinden sich in der Europäischen Union.\n\nPortal\n\nDie Server von Heubach befinden sich in den USA.",
     "Hosting\n\nDie Server von Heubach befinden sich in der Europäischen Union.\n\nPortal\n\nDie Server von Talmann befinden sich in den USA."),
    ("contradiction-servers", "en", "Hosting\n\nThe servers of Heubach are located in the European Union.\n\nPortal\n\nThe servers of Heubach are located in the United States.",
     "Hosting\n\nThe servers of Heubach are located in the European Union.\n\nPortal\n\nThe servers of Heubach are located in Germany."),
    ("GDPR-45-adequacy", "de", "Werkzeug\n\nFür das Vereinigte Königreich gilt ein Angemessenheitsbeschluss. Er heißt: Angemessenheit des Schutzes personenbezogener Daten in Japan.",
     "Werkzeug\n\nFür Japan gilt ein Angemessenheitsbeschluss. Er heißt: Angemessenheit des Schutzes personenbezogener Daten in Japan."),
    ("GDPR-29-instructions", "en", "Recipients\n\nOur processors handle the data in accordance with your instructions.", "Recipients\n\nOur processors handle the data in accordance with our instructions."),
    ("GDPR-26-arrangement", "de", "Plug-ins\n\nWir haben keine Kenntnis vom Inhalt der übermittelten Daten.", "Plug-ins\n\nWir haben Kenntnis vom Umfang der Daten, nicht vom Kennwort."),
    ("service-unnamed", "en", "Statistics\n\nWe use the service on our website.", "Statistics\n\nWe use the service Matomo on our website."),
    ("GDPR-04-identifiers", "de", "Statistik\n\nDie Auswertung ist vollständig anonym. Gespeichert werden IP-Adresse und Profil.", "Statistik\n\nDie Auswertung ist pseudonym. Gespeichert werden IP-Adresse und Profil."),
    ("security-claim", "en", "Encryption\n\nYour entries cannot be read by third parties.", "Encryption\n\nYour entries are encrypted on their way to us (TLS)."),
    ("security-claim", "de", "Verschlüsselung\n\nIhre Eingaben können nicht von Dritten mitgelesen werden.", "Verschlüsselung\n\nIhre Eingaben werden auf dem Weg zu uns verschlüsselt (TLS)."),
    ("contradiction-only-ordering", "de", "Daten\n\nWir verarbeiten Daten nur, wenn Sie sie freiwillig bei der Bestellung angeben.\n\nServer-Logfiles\n\nJeder Besuch steht im Logfile.", "Daten\n\nWir verarbeiten Daten bei der Bestellung und in Logfiles. Freiwillig ist nur die Telefonnummer."),
    ("link-without-target", "de", "Cookies\n\nEine Liste aller Behörden finden Sie hier.", "Cookies\n\nEine Liste aller Behörden finden Sie hier: https://behoerden.example."),
    ("link-without-target", "en", "Cookies\n\nThe clauses can be found here.", "Cookies\n\nThe clauses can be found here: https://clauses.example/."),
    ("placeholder", "de", "Kontakt\n\nSchreiben Sie an imker@remove-this.example.", "Kontakt\n\nSchreiben Sie an imker@honig.example."),
    ("placeholder", "en", "Contact\n\nWrite to [company name], Lindenweg 4.", "Contact\n\nWrite to [Morning Dew](https://morningdew.example)."),
    ("doubled-word", "de", "Karten\n\nDer Schutz bei der der Übermittlung ist gewährleistet.", "Karten\n\nDie Seite, bei der der Nutzer sich anmeldet, ist geschützt."),
    ("doubled-word", "en", "Maps\n\nWe protect the the data.", "Maps\n\nWe protect the data that that tool receives."),
    ("text-punctuation", "de", "Karten\n\nDie Daten gehen an Heubach (Erfurt),) und bleiben dort.", "Karten\n\nDie Daten gehen an Heubach (Erfurt), und bleiben dort."),
    ("page-number", "en", "Hosting\n\nIn the interest of a secure and efficient 4 / 17 provision of our shop we use a host.\n\nContact form\n\nWe answer within the 5 / 17 hours of a day.", "Hosting\n\nWe answer in 4 / 17 cases within a day, that is 24/7 service."),
    ("text-two", "en", "", ""),
    ("term-ssl", "en", "Security\n\nWe use the SSL procedure.", "Security\n\nWe use TLS 1.3."),
    ("list-numbering", "en", "Tools\n\na) Map\n\nA map shows the way to our shop and rests on your consent, which we ask for.\n\nb) Film\n\nA film shows how we bake and rests on your consent, which we ask for.\n\nb) Chat\n\nA chat answers and rests on your consent, which we ask for before it is loaded.",
     "Tools\n\na) Map\n\nA map shows the way to our shop and rests on your consent, which we ask for.\n\nb) Film\n\nA film shows how we bake and rests on your consent, which we ask for.\n\nc) Chat\n\nA chat answers and rests on your consent, which we ask for before it is loaded."),
    ("foreign-name", "de", "Kontakt\n\nDie Daten gehen an Brevo.\n\nDrittland\n\nDer Schutz wird durch die von HubSpot zusätzlich ergriffenen Maßnahmen erreicht.", "Kontakt\n\nDie Daten gehen an HubSpot.\n\nDrittland\n\nDer Schutz wird durch die von HubSpot zusätzlich ergriffenen Maßnahmen erreicht."),
    ("residue-trade", "de", "Empfänger\n\nDaten gehen an Messstellenbetreiber nach dem EnWG.", "Wer wir sind\n\nAls Energieversorger liefern wir Strom und Gas an Haushalte.\n\nEmpfänger\n\nDaten gehen an Messstellenbetreiber nach dem EnWG."),
    ("GDPR-13-2f-automated", "de", "Bonität\n\nWir fragen die SCHUFA nach einem Scoring.", "Bonität\n\nWir fragen die SCHUFA nach einem Scoring; eine automatisierte Entscheidung fällt nicht."),
    ("GDPR-26-arrangement", "en", "Our pages\n\nOnly the providers have access to your data.", "Our pages\n\nWe and the providers have access to your data."),
    ("IMP-mstv-18-2", "de", "Impressum\n\nVerantwortlich für den Inhalt nach § 18 Abs. 2 MStV:\n\nMorgentau Verlag GmbH", "Impressum\n\nVerantwortlich für den Inhalt nach § 18 Abs. 2 MStV:\n\nMarta Quandt, Lindenweg 4, Erfurt"),
    ("TDDDG-25-info", "de", "Cookies\n\nAndere Cookies verbleiben auf Ihrem Gerät, bis Sie diese löschen.", "Cookies\n\nWir setzen keine Cookies ein, auch nicht zum Wiedererkennen."),
    ("contradiction-cookies", "de", "Cookies\n\nWir verwenden keine Cookies.\n\nName | Zweck | Dauer | Anbieter\nsitzung | Warenkorb | Sitzung | wir\nsprache | Sprache | 1 Jahr | wir\n", "Cookies\n\nWir verwenden folgende Cookies:\n\nName | Zweck | Dauer | Anbieter\nsitzung | Warenkorb | Sitzung | wir\nsprache | Sprache | 1 Jahr | wir\n"),
    ("wrong-citation", "de", "Anfragen\n\nGrundlage ist Art. 6 Abs. 1 lit. f DSGVO, der die Verarbeitung zur Erfüllung eines Vertrags gestattet.", "Anfragen\n\nGrundlage ist Art. 6 Abs. 1 lit. b DSGVO, der die Verarbeitung zur Erfüllung eines Vertrags gestattet."),
    ("wrong-citation", "en", "Orders\n\nThis rests on Art. 6(1)(f) GDPR, which permits processing for the performance of a contract.", "Orders\n\nThis rests on Art. 6(1)(b) GDPR, which permits processing for the performance of a contract."),
    ("CONS-active", "en", "Cookies\n\nBy using our website you agree to the setting of cookies.", "Cookies\n\nBy using our website you do not agree to anything; we ask first."),
    ("CONS-active", "de", "Cookies\n\nDurch die Nutzung unserer Website erklären Sie sich mit der Verarbeitung einverstanden.", "Cookies\n\nDurch die Nutzung unserer Website entstehen Logdateien. Einverstanden erklären Sie sich nur im Banner."),
    ("placeholder", "en", "Storage\n\nWe delete logs after [14] days.", "Storage\n\nWe delete logs after 14 days [1]."),
    ("GDPR-13-1f-transfer", "en", "Recipients abroad\n\nWe use appropriate safeguards for recipients in India.", "Recipients abroad\n\nWe use appropriate safeguards (standard contractual clauses) for recipients in India."),
    ("language-mixed", "en", "Contact\n\nPlease write to the address below, z.Hd. Marta Quandt.", "Contact\n\nPlease write to the address below, for the attention of Marta Quandt."),
    ("sentence-cut", "en", "Ads\n\nYou can change the setting in the account section at.", "Ads\n\nYou can change the setting at https://account.example."),
    ("glued-words", "de", "Kontakt\n\nWiderspruchsrechtSie können jederzeit widersprechen.", "Kontakt\n\nWiderspruchsrecht: Sie können jederzeit widersprechen."),
]  # fmt: skip
CASES = [case for case in CASES if case[2]]


@pytest.mark.parametrize(
    ("rule", "language", "bad", "good"), CASES, ids=[f"{c[0]}-{c[1]}-{i}" for i, c in enumerate(CASES)]
)
def test_found_here_and_not_there(rule: str, language: str, bad: str, good: str):
    assert rule in rules(bad, language)
    assert rule not in rules(good, language)


def test_the_bare_frames_have_no_certain_finding():
    assert [f.rule for language in FRAME for f in findings("", language) if f.certain] == []


def test_a_right_is_missing_only_where_its_word_is():
    text = FRAME["en"].format(
        body="Contact form\n\nWe answer under Art. 6(1)(f) GDPR and on your consent, Art. 6(1)(a) GDPR."
    )
    short = text.replace(
        " and data portability in a structured, common and machine-readable format, where feasible directly to another controller (Art. 20 GDPR)",
        "",
    )
    said = next(f for f in read_notice(short, "x.txt").findings if f.rule == "GDPR-13-2b-rights")
    assert said.certain and "portability" in said.message and "access" not in said.message
    assert not [f for f in read_notice(text, "x.txt").findings if f.rule == "GDPR-13-2b-rights"]


def test_portability_is_due_only_on_consent_or_contract():
    text = FRAME["en"].format(body="Server logs\n\nWe keep access data for 7 days under Art. 6(1)(f) GDPR.")
    short = text.replace(
        " and data portability in a structured, common and machine-readable format, where feasible directly to another controller (Art. 20 GDPR)",
        "",
    )
    assert not [f for f in read_notice(short, "x.txt").findings if f.rule == "GDPR-13-2b-rights" and f.certain]


def test_the_complaint_and_the_withdrawal():
    text = FRAME["de"].format(
        body="Newsletter\n\nMit Ihrer Einwilligung (Art. 6 Abs. 1 lit. a DSGVO) senden wir den Newsletter, bis Sie sich abmelden."
    )
    without = text.replace(" Sie können sich bei einer Aufsichtsbehörde beschweren.", "").replace(
        " Eine Einwilligung können Sie jederzeit widerrufen; die Rechtmäßigkeit der Verarbeitung bis dahin bleibt unberührt.",
        "",
    )
    certain = {f.rule for f in read_notice(without, "x.txt").findings if f.certain}
    assert {"GDPR-13-2d-complaint", "GDPR-13-2c-withdraw"} <= certain
    kept = {f.rule for f in read_notice(text, "x.txt").findings}
    assert not {"GDPR-13-2d-complaint", "GDPR-13-2c-withdraw"} & kept


def test_interest_for_an_advertising_network_is_certain_and_for_cookieless_counting_nothing():
    advert = "Meta Pixel\n\nWir nutzen das Meta Pixel der Meta Platforms Ireland Limited, um Werbung zu messen. Dabei werden Cookies gesetzt. Rechtsgrundlage ist Art. 6 Abs. 1 lit. f DSGVO."
    said = next(f for f in findings(advert, "de") if f.rule == "TDDDG-25-1")
    assert said.certain and "Meta Pixel" in said.message
    counting = "Matomo\n\nWir zählen Besuche mit Matomo auf unserem Server, ohne Cookies. Rechtsgrundlage ist Art. 6 Abs. 1 lit. f DSGVO."
    assert "TDDDG-25-1" not in rules(counting, "de")


def test_logs_without_a_period_are_certain_unless_a_general_period_is_said():
    logs = "Server-Logfiles\n\nBei jedem Besuch speichern wir IP-Adresse, Uhrzeit, Browser und aufgerufene Seite in Logdateien. Das dient dem Schutz vor Angriffen und beruht auf Art. 6 Abs. 1 lit. f DSGVO. Die Dateien liegen auf einem eigenen Server in Erfurt."
    said = next(f for f in findings(logs, "de") if f.rule == "GDPR-13-2a-storage")
    assert said.certain
    dated = logs + " Nach 7 Tagen werden sie gelöscht."
    assert "GDPR-13-2a-storage" not in rules(dated, "de")
    general = logs + "\n\nSpeicherdauer\n\nSoweit nichts anderes gesagt ist, löschen wir Daten nach sechs Monaten."
    assert not any(f.certain for f in findings(general, "de") if f.rule == "GDPR-13-2a-storage")


def test_a_whole_notice_without_basis_or_storage():
    text = (
        "Contact form\n\nWe read what you write to us and answer you. "
        + "Our bakers see your name and what you would like to order. " * 60
    )
    text += "\n\nNewsletter\n\nWe send you the newsletter to your address. " + "It tells of new bread. " * 30
    bare = read_notice(
        FRAME["en"]
        .replace(
            "You may withdraw your consent at any time; the lawfulness of earlier processing remains unaffected. ", ""
        )
        .format(body=text),
        "x.txt",
    )
    assert {(f.rule, f.line) for f in bare.findings if f.certain} >= {
        ("GDPR-13-1c-purposes", 1),
        ("GDPR-13-2a-storage", 1),
    }
    said = read(text + " We keep your address as long as you read us, on your consent.", "en")
    assert not {f.rule for f in said.findings if f.certain} & {"GDPR-13-1c-purposes", "GDPR-13-2a-storage"}


def test_one_company_two_names():
    two = "Kinder\n\nDie Imkerei GmbH rät Eltern, dabei zu sein."
    frame = FRAME["de"].replace("Imkerei Morgentau GmbH", "Imkerei Morgentau Handels GmbH")
    assert any(f.rule == "controller-two-names" for f in read_notice(frame.format(body=two), "x.txt").findings)
    same = "Kinder\n\nDie Imkerei Morgentau Handels GmbH rät Eltern, dabei zu sein."
    assert not any(f.rule == "controller-two-names" for f in read_notice(frame.format(body=same), "x.txt").findings)


def test_what_the_extraction_may_have_lost_is_never_certain():
    lost = findings("Kontakt\n\nE-Mail: [email protected]\n\nDie Klauseln finden Sie hier.", "de")
    doubtful = [f for f in lost if f.origin == "extraction"]
    assert {f.rule for f in doubtful} >= {"placeholder", "link-without-target"}
    assert all(not f.certain and f.certainty == "check the page" for f in doubtful)


def test_every_finding_says_all_and_judges_nothing():
    seen: dict[str, FindingRead] = {}
    for _, language, bad, _ in CASES:
        for finding in findings(bad, language):
            seen.setdefault(finding.rule, finding)
    assert len(seen) > 40
    for finding in seen.values():
        assert finding.message and finding.message_de and finding.mend and finding.mend_de, finding.rule
        assert finding.standing in ("observed", "inferred", "for a lawyer")
        text = f"{finding.message} {finding.message_de} {finding.mend} {finding.mend_de}".lower()
        assert "illegal" not in text and "rechtswidrig" not in text, finding.rule
        assert finding.line >= 1 and finding.column >= 1 and finding.end_column >= finding.column


def test_the_words_of_a_finding_stand_where_it_points():
    body = "Newsletter\n\nSie können der Speicherung widersprechen, sofern Ihre Interessen unser berechtigtes Interesse überwiegen."
    lines = FRAME["de"].format(body=body).splitlines()
    said = next(f for f in findings(body, "de") if f.rule == "GDPR-21-1-object")
    assert lines[said.line - 1][said.column - 1 : said.end_column - 1] == said.words


@pytest.mark.parametrize(
    "text",
    [
        "pseudonym " * 4000,
        "cookies " * 4000,
        "direktwerbung. " * 3000,
        "art. " * 8000,
        "usa lit. abs. " * 3000,
        "a, " * 9000,
    ],
    ids=range(6),
)
def test_no_rule_grows_out_of_hand(text: str):
    import time

    begin = time.process_time()
    plain = "Die Daten werden von uns gespeichert und sind mit der Seite verbunden, wenn Sie sie nutzen. " * 200
    findings(f"Kontakt\n\n{plain}\n\n{text}\n\n{plain}", "de")
    assert time.process_time() - begin < 4

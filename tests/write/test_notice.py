"""The notice: every item of Art. 13 and 14, every promise once, both languages, nothing empty, nothing vague."""

import re
from datetime import date

import pytest

from zweck.promises import compile_promises
from zweck.write import compose
from zweck.write.citation import typeset
from zweck.write.document import Callout, Definitions, paragraphs, sections

ON = date(2026, 11, 22)
LANGUAGES = ("de", "en")


def _text(document) -> str:
    return "\n".join(p.text for p in paragraphs(document)).replace("\u00a0", " ")


def _answers(section) -> dict[str, str]:
    (block,) = section.blocks
    assert isinstance(block, Definitions)
    return {
        d.term: " ".join(p.text for b in d.blocks for p in (getattr(b, "items", None) or (b,))).replace("\u00a0", " ")
        for d in block.items
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_promise_is_said_once_under_its_anchor(declaration, documents, language):
    said = {(p.anchor, p.promise): p.text for p in documents["notice", language].promises()}
    promises = compile_promises(declaration)
    assert len(promises) > 30
    assert len(said) == len(promises)
    text = "\n".join(p.text for p in paragraphs(documents["notice", language]))
    for promise in promises:
        words = typeset(promise.say(language).text)
        assert words[1:] in said[promise.anchor, promise.id]
        assert text.count(said[promise.anchor, promise.id]) >= 1
    assert len(list(documents["notice", language].promises())) == len(promises)


ABROAD = "Does data go to countries outside the EU?"
ASKED_DE = (
    "Welche Daten?",
    "Wozu?",
    "Auf welcher Grundlage?",
    "Wie lange?",
    "Wer erhält sie?",
    "Gehen Daten in Länder außerhalb der EU?",
    "Müssen Sie sie angeben?",
    "Woher haben wir sie?",
    "Was können Sie tun?",
    "Was wir zusagen",
)
ASKED_EN = (
    "Which data?",
    "What for?",
    "On what basis?",
    "For how long?",
    "Who receives it?",
    ABROAD,
    "Must you provide it?",
    "Where does it come from?",
    "What can you do?",
    "What we promise",
)


@pytest.mark.parametrize(("language", "asked"), [("de", ASKED_DE), ("en", ASKED_EN)])
def test_a_complete_activity_answers_every_item_of_articles_13_and_14(documents, section, language, asked):
    answers = _answers(section(documents["notice", language], "a-applications"))
    assert tuple(answers) == asked
    assert all(answers.values())


def test_no_automated_decision_is_said_once_and_of_each_activity_where_one_decides(minimal, documents, section):
    assert "kein Computer allein" in section(documents["notice", "de"], "activities").blocks[0].text
    more = "activities: {contact: {automated: {de: Ein Filter sortiert Werbung aus, en: It drops spam}}, rights: }\n"
    some = compose("notice", minimal(more), "de", ON)
    assert "kein Computer" not in "".join(b.text for b in section(some, "activities").blocks)
    asked = "Entscheidet ein Computer allein?"
    assert "Ein Filter sortiert Werbung aus." in _answers(section(some, "a-contact"))[asked]
    assert _answers(section(some, "a-rights"))[asked] == "Nein."


def test_answers_name_article_recipient_country_safeguard_and_copy(documents, section):
    answers = _answers(section(documents["notice", "de"], "a-applications"))
    assert "Art. 6 Abs. 1 Buchst. b DSGVO" in answers["Auf welcher Grundlage?"]
    assert "Ansprüche" in answers["Auf welcher Grundlage?"]
    assert "sechs Monate" in answers["Wie lange?"]
    assert "Talentio Inc. (Vereinigte Staaten, arbeitet in unserem Auftrag)" in answers["Wer erhält sie?"]
    abroad = answers["Gehen Daten in Länder außerhalb der EU?"]
    assert "Data Privacy Framework" in abroad and "Standardvertragsklauseln" in abroad
    assert "Kopie" in abroad and "datenschutz@nordlicht.example" in abroad


def test_device_access_names_tddd_g(documents, section):
    assert (
        "§ 25 Abs. 2 Nr. 2 TDDDG" in _answers(section(documents["notice", "de"], "a-cookies"))["Auf welcher Grundlage?"]
    )
    service = _answers(section(documents["notice", "en"], "s-youtube"))
    assert "§ 25(1) TDDDG" in service["On what basis?"] and "Art. 6(1)(a) GDPR" in service["On what basis?"]


def test_a_service_names_provider_purpose_cookies_promise_and_group_company_abroad(documents, section):
    answers = _answers(section(documents["notice", "de"], "s-youtube"))
    assert answers["Wer ist der Anbieter?"] == (
        "Google Ireland Limited, Gordon House, Barrow Street, Dublin 4, Irland (selbst verantwortlich). "
        "Datenschutzerklärung des Anbieters."
    )
    assert "VISITOR_INFO1_LIVE" in answers["Was speichert der Dienst auf Ihrem Gerät?"]
    assert "lädt erst, wenn Sie einwilligen" in answers["Was wir zusagen"]
    assert "Google LLC (Vereinigte Staaten)" in answers["Gehen Daten in Länder außerhalb der EU?"]
    helpdesk = _answers(section(documents["notice", "de"], "s-helpdesk"))
    assert "Fragen schnell zu beantworten" in helpdesk["Auf welcher Grundlage?"]
    assert "sechs Monate" in helpdesk["Wie lange?"]


def test_a_service_used_for_an_activity_is_its_recipient(documents, section):
    assert "Frag Doch" in _answers(section(documents["notice", "de"], "a-contact"))["Wer erhält sie?"]


@pytest.mark.parametrize("article", ["7(3)", "15", "16", "17", "18", "19", "20", "21", "22", "77"])
def test_rights_section_names_every_article(documents, article):
    titles = {s.title for s in sections(documents["notice", "en"])}
    assert any(f"Art.\u00a0{article}\u00a0GDPR" in title for title in titles)


def test_competent_authority_with_address(documents):
    text = _text(documents["notice", "de"])
    assert "Landesbeauftragte für den Datenschutz Niedersachsen" in text and "30159 Hannover" in text


def test_authority_can_be_named_and_is_left_out_where_unknown(minimal):
    other = compose("notice", minimal("authority: HE\n"), "de", ON)
    assert "Hessische" in _text(other)
    assert "Berliner Beauftragte" in _text(compose("notice", minimal(), "de", ON))


def test_right_to_object_stands_apart_and_points_to_the_activities(documents, section):
    found = section(documents["notice", "de"], "objection")
    (callout,) = found.blocks
    assert isinstance(callout, Callout)
    links = {run.href for b in callout.blocks for p in (getattr(b, "items", None) or (b,)) for run in p.runs}
    assert {"#a-contact", "#a-server_logs", "mailto:datenschutz@nordlicht.example"} <= links
    assert "#a-newsletter" not in links


def test_without_a_rights_activity_the_rights_stand_all_the_same(minimal, section):
    document = compose("notice", minimal(), "de", ON)
    text = _text(document)
    assert "Werbung können Sie jederzeit ohne Gründe widersprechen" in text
    assert "eine Kopie erhalten" in text and "post@klein.example" in text


def test_at_a_glance_has_one_sentence_for_every_activity(declaration, documents, section):
    found = section(documents["notice", "de"], "glance")
    links = [
        r.href
        for d in found.blocks[0].items
        for b in d.blocks
        for p in getattr(b, "items", ())
        for r in p.runs
        if r.href
    ]
    assert links == [f"#a-{name}" for name in declaration.activities]


def test_translation_names_its_reference_and_links_to_it(documents):
    translated, original = documents["notice", "en"], documents["notice", "de"]
    assert original.reference is None
    assert (translated.reference.language, translated.reference.version) == ("de", original.version)
    runs = translated.lead[0].runs
    assert "German version" in translated.lead[0].text
    assert any(run.href == "page:notice.de" for run in runs)


@pytest.mark.parametrize("kind", ["notice", "imprint", "cookies", "record"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_leftovers(documents, kind, language):
    text = _text(documents[kind, language])
    for leftover in (
        "{",
        "}",
        "None",
        "()",
        "( ",
        "[",
        "]",
        "write_",
        "  ",
        " .",
        " ,",
        "..",
        ": .",
        "subject-",
        "recipient-",
    ):
        assert leftover not in text, leftover


def test_an_activity_that_says_little_shows_nothing_empty(minimal):
    document = compose(
        "notice", minimal("activities:\n  contact: {basis: 6(1)(b), data: [], purpose: {de: x}}\n"), "de", ON
    )
    for section in sections(document):
        for block in section.blocks:
            for definition in getattr(block, "items", ()) if isinstance(block, Definitions) else ():
                assert definition.blocks
    assert all(p.text.strip() for p in paragraphs(document))


def test_a_country_without_safeguard_is_named_and_nothing_is_claimed(minimal, section):
    more = """
recipients: {helper: {name: Far Ltd, country: IN, role: processor}}
activities: {contact: {recipients: [helper]}}
"""
    answers = _answers(section(compose("notice", minimal(more), "en", ON), "a-contact"))
    assert answers[ABROAD] == "Far Ltd (India) processes data outside the European Economic Area."


def test_an_adequacy_decision_holds_only_on_its_days(minimal, section):
    more = """
recipients: {helper: {name: Brazil Ltd, country: BR, role: processor}}
activities: {contact: {recipients: [helper]}}
"""
    now = _answers(section(compose("notice", minimal(more), "en", ON), "a-contact"))[ABROAD]
    before = _answers(section(compose("notice", minimal(more), "en", date(2020, 1, 1)), "a-contact"))[ABROAD]
    assert "adequately protected" in now and "adequately" not in before


def test_joint_controllers_representative_and_missing_officer_are_said(minimal):
    more = """
joint_controllers: [{name: Zwei GmbH, role: joint, essence: {de: Wir beantworten alle Anfragen, en: We answer all}}]
representative: {name: Vera Vertreterin, address: {street: Allee 2, postcode: "1000", city: Wien, country: AT}}
no_officer: {de: weniger als zwanzig Menschen bei uns damit arbeiten, en: fewer than twenty people work with it}
"""
    text = _text(compose("notice", minimal(more), "de", ON))
    assert "Zwei GmbH" in text and "Wir beantworten alle Anfragen." in text
    assert "Vera Vertreterin" in text and "Österreich" in text and "keine datenschutzbeauftragte Person" in text


def test_whoever_runs_the_servers_is_named_for_every_activity(minimal, section):
    more = """
services:
  cloud: {name: Wolke, provider: {name: Cloud Inc., country: US}, for: hosting, safeguard: SCC, gate: none}
activities: {contact: {}, hosting: {}}
"""
    document = compose("notice", minimal(more), "en", ON)
    contact = _answers(section(document, "a-contact"))
    assert "run our servers" in contact["Who receives it?"] and "Nobody" not in contact["Who receives it?"]
    assert "servers" in contact[ABROAD]
    assert "Cloud Inc. (United States)" in _answers(section(document, "s-cloud"))[ABROAD]
    assert "Wolke" in _answers(section(document, "a-hosting"))["Who receives it?"]


def test_joint_recipient_shows_the_essence_and_its_own_notice(minimal, section):
    more = """
recipients:
  twin:
    name: Zwilling AG
    role: joint
    essence: {de: Anfragen beantworten wir, en: We answer requests}
    privacy_url: https://zwilling.example/datenschutz
activities: {contact: {recipients: [twin]}}
"""
    found = section(compose("notice", minimal(more), "de", ON), "a-contact")
    assert "Das haben wir vereinbart: Anfragen beantworten wir." in _answers(found)["Wer erhält sie?"]
    hrefs = [r.href for d in found.blocks[0].items for b in d.blocks for p in getattr(b, "items", ()) for r in p.runs]
    assert "https://zwilling.example/datenschutz" in hrefs


def test_every_kind_by_itself_makes_a_whole_notice(minimal):
    from zweck.declaration import kind_names

    more = "activities:\n" + "".join(f"  {name}:\n" for name in kind_names())
    declaration = minimal(more)
    for language in LANGUAGES:
        document = compose("notice", declaration, language, ON)
        assert len(list(document.promises())) == len(compile_promises(declaration))
        text = _text(document)
        assert not re.search(r"\{|\bNone\b|\(\)|  | \.|\.\.|subject-|recipient-", text)


VAGUE = re.compile(
    r"so lange wie erforderlich|solange (dies|es) erforderlich|as long as necessary|Verbesserung unseres Angebots|"
    r"to improve our services|business purposes|zu Marketingzwecken|gegebenenfalls|ggf\.|unter Umständen|possibly|"
    r"\bmight\b|third parties|Kooperationspartner|soweit gesetzlich zulässig|Privacy Shield|OS-Plattform",
    re.IGNORECASE,
)


@pytest.mark.parametrize("kind", ["notice", "imprint", "cookies", "record"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_vague_and_no_outdated_name(documents, kind, language):
    assert VAGUE.search("Wir speichern, solange dies erforderlich ist")
    assert not VAGUE.search(_text(documents[kind, language]))
    if language == "en":
        assert "DSGVO" not in _text(documents[kind, language])
    else:
        assert "GDPR" not in _text(documents[kind, language])


def _sentences(document) -> list[str]:
    """Prose only: table cells, addresses and lists of names are no sentences; a colon or semicolon ends none."""
    masked = (re.sub(r"\b(Art|Abs|Nr|Buchst|no|Inc|Ltd|bzw)\.|\([^)]*\)", "", p.text) for p in paragraphs(document))
    found = (s.strip() for text in masked for s in re.split(r"(?<=[.!?])\s+", text.replace("\u00a0", " ")))
    return [s for s in found if s.endswith((".", "!", "?")) and len(s.split()) > 2]


@pytest.mark.parametrize(("language", "limit"), [("de", 15), ("en", 17)])
def test_sentences_are_short(documents, language, limit):
    lengths = [
        len(s.split()) for kind in ("notice", "imprint", "cookies") for s in _sentences(documents[kind, language])
    ]
    assert len(lengths) > 100
    assert sum(lengths) / len(lengths) <= limit


def test_adequacy_of_the_united_states_means_a_certified_company(minimal, section):
    more = """
recipients: {helper: {name: Sure Inc., country: US, role: processor, safeguard: adequacy}}
activities: {contact: {recipients: [helper]}}
"""
    abroad = _answers(section(compose("notice", minimal(more), "en", ON), "a-contact"))[ABROAD]
    assert "takes part in the EU-US Data Privacy Framework" in abroad and "adequately" not in abroad


def test_what_a_provider_keeps_is_not_said_of_us(minimal, section):
    more = """
services: {zaehler: {name: Zähler, provider: {name: Zähler GmbH, country: DE}, for: contact, gate: none,
  provider_keeps: 14 months after collected}}
activities: {contact: {}}
"""
    answers = _answers(section(compose("notice", minimal(more), "de", ON), "s-zaehler"))
    kept = answers["Wie lange speichert der Anbieter?"]
    assert kept == "Nach eigenen Angaben löscht der Anbieter die Daten 14 Monate nach der Erhebung."


def test_a_service_of_the_controller_is_run_by_itself(minimal, section):
    more = """
services: {zaehler: {name: Zähler, provider: {name: Klein GmbH, country: DE}, for: contact, gate: none}}
activities: {contact: {}}
"""
    document = compose("notice", minimal(more), "de", ON)
    assert _answers(section(document, "s-zaehler"))["Wer ist der Anbieter?"] == "Wir betreiben diesen Dienst selbst."
    assert "Zähler" not in _answers(section(document, "a-contact"))["Wer erhält sie?"]


def test_the_period_of_security_data_stands_with_its_activity(minimal, section):
    document = compose("notice", minimal("activities: {security: {}}\n"), "de", ON)
    assert "löschen" in _answers(section(document, "a-security"))["Wie lange?"]


def test_objection_is_said_of_the_part_that_rests_on_an_interest(minimal, section):
    document = compose("notice", minimal("activities: {applications: {}, contact: {}}\n"), "de", ON)
    assert _answers(section(document, "a-applications"))["Was können Sie tun?"].startswith("Soweit")
    assert _answers(section(document, "a-contact"))["Was können Sie tun?"].startswith("Sie können dieser")

"""Sections: which heading opens, continues or ends an activity."""

# ruff: noqa: E501  (notices read better unbroken)

from __future__ import annotations

from zweck.read.block import blocks_of, heading_level
from zweck.read.outline import Section, outline
from zweck.read.source import read_text


def sections(text: str, name: str = "notice.md") -> dict[str, Section]:
    return {s.title: s for s in outline(blocks_of(read_text(text.encode(), name, "")))}


PAD = "Wir verarbeiten personenbezogene Daten nur, soweit es die Datenschutzgrundverordnung erlaubt, wie hier."
LAW = "Die DSGVO gilt; we process personal data and tell you the purpose and the legal basis under the GDPR."


def test_a_nested_facet_continues_its_activity() -> None:
    found = sections(f"# Datenschutz\n\n## Newsletter\n\n{PAD}\n\n### Rechtsgrundlage\n\n{PAD}\n")
    assert found["Rechtsgrundlage"].kind == "newsletter"
    assert found["Rechtsgrundlage"].facet == "basis"


def test_a_facet_of_the_same_rank_is_said_of_the_whole_notice() -> None:
    found = sections(
        f"# Datenschutz\n\n## Newsletter\n\n{PAD}\n\n## Speicherdauer\n\n{PAD}\n\n## Ihre Rechte\n\n{PAD}\n"
    )
    assert found["Speicherdauer"].kind == "general"


def test_a_facet_that_comes_again_belongs_to_each() -> None:
    text = (
        f"## Newsletter\n\n{PAD}\n\n## Zweck\n\n{PAD}\n\n## Bewerbung\n\n{PAD}\n\n## Zweck der Verarbeitung\n\n{PAD}\n"
    )
    found = sections(text)
    assert (found["Zweck"].kind, found["Zweck der Verarbeitung"].kind) == ("newsletter", "applications")


def test_an_unknown_heading_of_the_same_rank_ends_an_activity() -> None:
    found = sections(f"## Newsletter\n\n{PAD}\n\n### Was wir dort schreiben\n\n{PAD}\n\n## Unser Verein\n\n{PAD}\n")
    assert found["Was wir dort schreiben"].kind == "newsletter"
    assert found["Unser Verein"].kind == "general"


def test_a_short_line_above_its_paragraph_is_a_heading() -> None:
    text = f"Datenschutz\n{PAD}\n\nNewsletter\n{PAD}\n\nGrenzüberschreitende Übertragung\n{PAD}\n\nUnser Haus\n{PAD}\n"
    found = sections(text, "notice.txt")
    assert found["Unser Haus"].kind == "general"


def test_fields_of_a_cookie_list_are_no_headings() -> None:
    text = f"## YouTube\n\n{PAD}\n\nName: LOGIN_INFO\n\nAblaufdatum: nach zwei Jahren\n\n## Ihre Rechte\n\n{PAD}\n"
    assert not any(title.startswith(("Name", "Ablauf")) for title in sections(text))


def test_a_captcha_and_a_tag_manager_are_what_they_do_on_the_page() -> None:
    found = sections(f"## Google reCAPTCHA\n\n{PAD}\n\n## Google Tag Manager\n\n{PAD}\n")
    assert found["Google reCAPTCHA"].kind == "embeds"
    assert found["Google Tag Manager"].kind == "analytics"


def test_services_in_a_list_of_cookies_stay_cookies() -> None:
    found = sections(f"# Cookies\n\n{PAD}\n\n## Cloudflare\n\n{PAD}\n")
    assert found["Cloudflare"].kind == "cookies"


def test_a_sentence_is_no_heading() -> None:
    assert heading_level("Tracking tools will hereinafter be referred to as cookies") is None
    assert heading_level("A cookie is a small file on your device") is None
    assert heading_level("What is a cookie?") == 0


def test_short_lines_one_after_another_are_a_list() -> None:
    items = "Kundenkonto\nFacebook-Seite\nNewsletter\nBestellung\nBewerbung\n"
    found = sections(f"Datenschutz\n{PAD}\n\nUnsere Angebote\n{PAD}\n\n{items}\nIhre Rechte\n{PAD}\n", "notice.txt")
    assert not {"Kundenkonto", "Newsletter", "Bestellung"} & set(found)
    assert found["Ihre Rechte"].kind == "rights"


def test_the_title_of_the_notice_is_no_section_on_cookies() -> None:
    found = sections(f"# Privacy and cookie statement\n\n{PAD}\n\n## Whom we tell\n\n{PAD} {LAW}\n")
    assert {s.kind for s in found.values()} == {"general"}
    assert sections(f"# Cookie policy\n\n{PAD} {PAD} {LAW}\n")["Cookie policy"].kind == "cookies"


def test_a_legal_ground_as_a_heading_is_no_activity() -> None:
    text = f"## Hosting\n\n{PAD}\n\n## Vertragserfüllung und vorvertragliche Maßnahmen\n\n{PAD}\n\n## Legal obligation\n\n{PAD}\n"
    found = sections(text)
    assert found["Vertragserfüllung und vorvertragliche Maßnahmen"].kind == "general"
    assert (found["Legal obligation"].kind, found["Legal obligation"].facet) == ("general", "basis")


def test_a_period_in_a_line_of_its_own_is_no_heading() -> None:
    assert "Jahr" not in sections(f"## Cookies\n\n{PAD}\n\n1 Jahr\n\n### Funktion\n\n{PAD}\n")


def test_a_tool_that_no_word_explains_is_what_its_text_says_first() -> None:
    text = f"## Werkzeuge\n\n### Kalendrix\n\nZur Terminbuchung nutzen wir Kalendrix und speichern Ihren Namen.\n\n### Nordlicht\n\n{PAD}\n"
    found = sections(text)
    assert (found["Kalendrix"].kind, found["Nordlicht"].kind) == ("appointments", "general")


def test_cookies_and_the_right_to_object_is_about_cookies() -> None:
    titles = "Cookies und Widerspruchsrecht bei Direktwerbung", "Widerspruchsrecht gegen Direktwerbung"
    found = [sections(f"## {title}\n\n{PAD} {LAW}\n")[title].kind for title in titles]
    assert found == ["cookies", "rights"]

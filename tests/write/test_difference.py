"""What changed for people: per activity and question, in both languages, what is important first."""

from datetime import date

import pytest

from zweck.errors import ZweckError
from zweck.write import compose, show_changes
from zweck.write.difference import changes, differences

ON = date(2026, 11, 22)


def _pair(minimal, before: str, after: str, language: str = "en"):
    return tuple(compose("notice", minimal(text), language, ON) for text in (before, after))


def test_nothing_changed(minimal):
    old, new = _pair(minimal, "activities: {contact: {}}\n", "activities: {contact: {}}\n")
    assert differences(old, new) == []
    assert "Nothing in this text has changed." in changes(old, new).lead[1].text


@pytest.mark.parametrize(
    ("before", "after", "question", "is_important"),
    [
        ("{keep: 3 months after closed}", "{keep: 1 year after closed}", "For how long?", True),
        ("{}", "{recipients: [bank]}", "Who receives it?", True),
        ("{}", "{data: [name, contact, content, health]}", "Which data?", True),
        ("{basis: 6(1)(b)}", "{basis: 6(1)(f)}", "On what basis?", True),
        ("{note: x}", "{note: y}", "Also", False),
    ],
)
def test_a_changed_answer(minimal, before, after, question, is_important):
    texts = [f"activities: {{contact: {options}}}\n" for options in (before, after)]
    found = {c.question: c for c in differences(*_pair(minimal, *texts))}
    assert found[question].is_important is is_important and found[question].anchor == "a-contact"
    assert found[question].before != found[question].after


def test_new_and_dropped_activities_and_services(minimal):
    service = "services: {youtube: {gate: consent, safeguard: SCC, for: embeds}}\n"
    old, new = _pair(
        minimal, "activities: {chat: {}, embeds: {}}\n", service + "activities: {embeds: {}, contact: {}}\n"
    )
    how = {(c.anchor, c.how, c.is_important) for c in differences(old, new) if c.how != "changed"}
    assert {("a-contact", "new", True), ("s-youtube", "new", True), ("a-chat", "gone", False)} <= how
    document = changes(old, new)
    titles = [part.title for section in document.sections for part in section.sections]
    assert "New: Contact form" in titles and "Dropped: Chat" in titles
    assert [section.anchor for section in document.sections] == ["important", "other"]


def test_a_promise_taken_back_is_important(minimal):
    old, new = _pair(minimal, "activities: {newsletter: {tracking: on consent}}\n", "activities: {newsletter: {}}\n")
    back = [c for c in differences(old, new) if c.question == "What we promise" and c.before]
    assert back and all(c.is_important for c in back)


def test_a_new_officer_is_important(minimal):
    old, new = _pair(minimal, "officer: {email: a@klein.example}\n", "officer: {email: b@klein.example}\n")
    assert [c.anchor for c in differences(old, new) if c.is_important] == ["officer"]


def test_two_languages_cannot_be_compared(minimal):
    with pytest.raises(ZweckError, match=r"notice\.de and notice\.en"):
        differences(compose("notice", minimal(), "de", ON), compose("notice", minimal(), "en", ON))


def test_both_languages_are_shown_for_a_declaration(minimal, tmp_path):
    from tests.write.conftest import MINIMAL

    (tmp_path / "zweck.yaml").write_text(MINIMAL + "activities: {contact: {keep: 3 months after closed}}\n")
    new = minimal("activities: {contact: {keep: 1 year after closed}}\n")
    said = show_changes(new, str(tmp_path / "zweck.yaml"), None, ON)
    assert "Bisher: Ihre Nachricht" in said and "Now: Your message" in said and "Impressum" not in said
    with pytest.raises(ZweckError, match="neither a declaration nor a version"):
        show_changes(new, "0123456789ab", tmp_path, ON)

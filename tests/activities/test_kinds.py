"""Every kind is complete with no options, gives its reasons, and says itself plainly in both languages."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message
from ruamel.yaml import YAML

from zweck import activities, texts
from zweck.declaration import Declaration, kind, kind_names, loads
from zweck.declaration.fields import KNOWN
from zweck.declaration.kind import GROUP, has_kind
from zweck.errors import DeclarationError
from zweck.promises import Attests, Keeps, Promise, compile_promises

KEPT = {"imprint", "server_logs", "cookies", "consent", "contact", "newsletter", "applications", "rights"}
# fmt: off
DECLARED = [
    "notice", "embeds", "social_links", "social_presence", "enquiries", "soft_opt_in", "suppression",
    "talent_pool", "accounts", "partner_accounts", "orders", "shipping", "payments", "analytics",
    "advertising", "crm", "video_calls", "webinars", "appointments", "chat", "event_photos", "children",
    "direct_marketing", "credit_checks", "business_partners", "claims", "processors", "transfers",
    "security", "hosting", "events", "compliance",
]
# fmt: on
CATALOG = Path(__file__).parents[1] / "promises" / "catalog.yaml"
HEAD = """
zweck: 1
site: {name: Nordlicht, domains: [www.nordlicht.example], languages: [de, en]}
controller:
  name: Nordlicht Dienste GmbH
  address: {street: Musterweg 1, postcode: "37073", city: Göttingen, country: DE, state: NI}
  email: info@nordlicht.example
officer: {email: datenschutz@nordlicht.example}
activities:
"""
VAGUE = re.compile(
    r"gegebenenfalls|\bggf\b|\busw\b|\betc\b|in der Regel|grundsätzlich|eventuell|möglicherweise|unter Umständen"
    r"|insbesondere|in angemessene|soweit erforderlich|so lange wie|unverzüglich und|\bz\. ?B\."
    r"|\bmay be\b|\bmight\b|possibly|as necessary|where appropriate|in particular|generally|from time to time"
    r"|as long as necessary|and so on|improve our services|Dienstleister wie|service providers",
    re.IGNORECASE,
)


def declare(*lines: str) -> Declaration:
    return loads(HEAD + "".join(f"  {line}\n" for line in lines))


def of(declaration: Declaration) -> dict[str, Promise]:
    return {f"{p.activity}/{p.id}": p for p in compile_promises(declaration)}


@pytest.fixture(scope="module")
def everything() -> Declaration:
    return declare(*(f"{name}:" for name in kind_names() if (kind(name).folder / "texts.de.ftl").is_file()))


def messages(path: Path) -> dict[str, str]:
    """Every message and attribute of a file, by id, with its raw text."""
    source = path.read_text("utf-8")
    found = {}
    for entry in FluentParser().parse(source).body:
        assert type(entry).__name__ != "Junk", f"{path}: {entry.content[:80]}"
        if isinstance(entry, Message):
            if entry.value:
                found[entry.id.name] = source[entry.value.span.start : entry.value.span.end]
            for attribute in entry.attributes:
                span = attribute.value.span
                found[f"{entry.id.name}.{attribute.id.name}"] = source[span.start : span.end]
    return found


def test_all_kinds_are_registered() -> None:
    assert {*kind_names()} >= {*KEPT, *DECLARED}


def test_every_folder_stands_in_the_entry_points_too() -> None:
    listed = {e.name: e.value for e in entry_points(group=GROUP) if e.dist and e.dist.name == "zweck"}
    folders = {file.parent.name for file in Path(activities.__path__[0]).glob("*/__init__.py")}
    assert listed == {name: f"zweck.activities.{name}:KIND" for name in folders}


def test_a_kind_of_somebody_else_comes_through_its_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    foreign = EntryPoint("fishing", "zweck.activities.contact:KIND", GROUP)
    taken = EntryPoint("contact", "nowhere:KIND", GROUP)
    monkeypatch.setattr(
        import_module("zweck.declaration.kind"), "_entries", lambda: {"fishing": foreign, "contact": taken}
    )
    kind.cache_clear()
    assert "fishing" in kind_names() and has_kind("fishing")
    assert kind("fishing") is kind("contact"), "nobody takes the name of a built-in kind"
    assert not has_kind("hunting")
    with pytest.raises(KeyError):
        kind("hunting")
    monkeypatch.undo()
    kind.cache_clear()


def test_zweck_keeps_eight() -> None:
    assert {name for name in kind_names() if kind(name).kept} == KEPT


@pytest.mark.parametrize("name", sorted({*KEPT, *DECLARED}))
def test_kind_is_complete_with_no_options(name: str) -> None:
    activity = declare(f"{name}:").activities[name]
    assert activity.kind == name == kind(name).name
    assert activity.basis and activity.data and activity.subjects and activity.provision
    assert activity.rules, "a period or an end event for everything (Art. 13(2)(a))"
    assert "6(1)(c)" not in activity.basis or activity.law, "a statute behind 6(1)(c)"
    assert not {"6(1)(a)", "6(1)(f)"} <= set(activity.basis), "no basis in reserve"
    for language in texts.LANGUAGES:
        wanted = ["title", "purpose", "records", "glance"]
        wanted += ["interest"] if "6(1)(f)" in activity.basis else []
        wanted += ["provision-effect"] if activity.provision != "automatic" else []
        assert [key for key in wanted if not texts.has(f"{name}.{key}", language)] == []


@pytest.mark.parametrize("name", sorted({*KEPT, *DECLARED}))
def test_every_assumption_has_its_reason(name: str) -> None:
    activity = declare(f"{name}:").activities[name]
    assert set(activity.assumed) == set(kind(name).assumes)
    for option, reason in activity.assumed.items():
        assert len(reason.split()) >= 2, f"{name}.{option}: {reason!r}"
        assert getattr(activity, "for_" if option == "for" else option) not in (None, (), ""), option


def test_what_is_written_is_not_assumed() -> None:
    activity = declare("contact: {keep: 1 month after closed, basis: 6(1)(b)}").activities["contact"]
    assert {"keep", "copies", "basis"}.isdisjoint(activity.assumed)
    assert str(activity.rule.keep) == "1 month after closed" and activity.basis == ("6(1)(b)",)


@pytest.mark.parametrize("name", sorted({*KEPT, *DECLARED}))
def test_words_of_a_kind_are_in_the_vocabulary(name: str) -> None:
    activity = declare(f"{name}:").activities[name]
    wanted = [f"data.{word}" for word in activity.data]
    wanted += [f"data.subject-{word}" for word in activity.subjects]
    wanted += [f"data.recipient-{word}" for word in activity.recipients]
    wanted += [f"fields.{field.name}" for field in activity.fields]
    wanted += [f"data.{field.category}" for field in activity.fields]
    wanted += [f"{name}.class-{rule.for_}" for rule in activity.rules if rule.for_]
    for language in texts.LANGUAGES:
        assert [key for key in wanted if not _has(key, language)] == []


def _has(key: str, language: str) -> bool:
    namespace, _, rest = key.partition(".")
    return texts.has(f"{namespace}.{rest.replace('_', '-')}", language)


def test_every_known_field_has_a_label_and_a_why() -> None:
    for name in KNOWN:
        for language in texts.LANGUAGES:
            assert _has(f"fields.{name}", language) and _has(f"fields.{name}.why", language), (name, language)


def test_every_promise_says_itself_in_both_languages(everything: Declaration) -> None:
    promises = compile_promises(everything)
    assert len(promises) > 150
    for promise in promises:
        german, english = promise.say("de"), promise.say("en")
        assert german.text.strip() and english.text.strip() and german.text != english.text, promise.id
        assert german.anchor == english.anchor
        assert not VAGUE.search(german.text) and not VAGUE.search(english.text), promise.id


def test_nothing_outside_is_called_kept(everything: Declaration) -> None:
    for promise in compile_promises(everything):
        if promise.activity not in KEPT and not promise.id.startswith(("consent.gate.", "processors.agreement.")):
            assert promise.keeper in ("outside", "people"), promise.id
        if isinstance(promise, Attests):
            assert promise.keeper == "people"


def test_anchors_are_unique(everything: Declaration) -> None:
    anchors = [promise.anchor for promise in compile_promises(everything)]
    assert len(anchors) == len(set(anchors))


FILES = sorted(
    {
        *(kind(name).folder / "texts.de.ftl" for name in (*KEPT, *DECLARED)),
        *(Path(texts.__file__).parent / f"{name}.de.ftl" for name in ("data", "fields", "promises")),
    }
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_both_languages_have_the_same_keys(path: Path) -> None:
    german, english = messages(path), messages(path.with_name(path.name.replace(".de.", ".en.")))
    assert set(german) == set(english)
    for key, text in german.items():
        assert set(re.findall(r"\$\w+", text)) == set(re.findall(r"\$\w+", english[key])), key


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_sentence_is_vague(path: Path) -> None:
    for each in (path, path.with_name(path.name.replace(".de.", ".en."))):
        assert {key: text for key, text in messages(each).items() if VAGUE.search(text)} == {}


def test_the_vague_are_found() -> None:
    assert VAGUE.search("Wir speichern gegebenenfalls …") and VAGUE.search("Data may be shared")


def test_sentences_are_short() -> None:
    for language, longest in (("de", 15), ("en", 17)):
        said = [
            texts.message(f"{name}.{key}", language) for name in (*KEPT, *DECLARED) for key in ("purpose", "glance")
        ]
        sentences = [s for text in said for s in re.split(r"(?<=[.!?;])\s", text)]
        assert sum(len(s.split()) for s in sentences) / len(sentences) <= longest


def test_ids_of_the_catalogue_are_used(everything: Declaration) -> None:
    known = {entry["id"] for entry in _catalog()}
    made = {promise.id for promise in compile_promises(everything)}
    # fmt: off
    wanted = [
        "newsletter.double_opt_in", "newsletter.unsubscribe", "newsletter.evidence",
        "newsletter.email_only", "newsletter.suppression_blocks", "newsletter.link_in_every_mail",
        "contact.purpose", "contact.notice_at_form", "retention.contact", "applications.access",
        "retention.applications", "consent.evidence", "consent.gate_services", "consent.withdraw_settings",
        "consent.withdraw_effect", "consent.remembered", "rights.channel", "rights.access_package",
        "rights.rectify", "rights.erase", "rights.restrict", "rights.portability", "rights.object",
        "rights.object_marketing", "logs.fields", "retention.logs_period", "retention.pool_period",
        "retention.consent_period", "retention.suppression",
    ]
    # fmt: on
    assert set(wanted) <= made
    assert set(wanted) <= known


def _catalog() -> list[dict[str, str]]:
    found = YAML(typ="safe").load(CATALOG.read_text("utf-8"))
    entries: list[dict[str, str]] = found["requirements"] if isinstance(found, dict) else found
    return entries


def test_newsletter_tells_tracking_and_suppression_as_declared() -> None:
    plain, tracked = (
        of(declare("newsletter:")),
        of(declare("newsletter: {tracking: on consent, suppression: null}")),
    )
    assert "newsletter/newsletter.no_tracking" in plain and "newsletter/newsletter.no_tracking" not in tracked
    assert "newsletter/newsletter.tracking_on_consent" in tracked
    assert "newsletter/newsletter.suppression_blocks" not in tracked
    named = of(declare("newsletter: {fields: [email, name!]}"))
    assert "newsletter/newsletter.email_only" in plain and "newsletter/newsletter.email_only" not in named


def test_newsletter_has_a_rule_for_each_class() -> None:
    rules = {rule.for_ or "": str(rule.keep) for rule in declare("newsletter:").activities["newsletter"].rules}
    assert rules == {
        "": "until unsubscribed",
        "unconfirmed": "7 days after received",
        "proof": "3 years after year_end of unsubscribed",
        "suppression": "unlimited",
    }


def test_applications_promise_a_pool_only_where_there_is_one() -> None:
    without = of(declare("applications:"))
    pooled = of(declare("applications: {pool: {keep: at most 2 years after consent_given}}"))
    assert "applications/applications.pool" not in without
    assert {"applications/applications.pool", "applications/retention.pool_period"} <= set(pooled)
    keeps = pooled["applications/retention.pool_period"]
    assert isinstance(keeps, Keeps) and keeps.record_class == "pool"
    assert pooled["applications/retention.applications"].rule.for_ is None


def test_part_of_an_activity_errs_at_its_place() -> None:
    with pytest.raises(DeclarationError) as caught:
        declare("newsletter:", "  proof: {keep: 3 yeers after unsubscribed}")
    assert caught.value.findings[0].at.line == HEAD.count("\n") + 2


def test_contact_shared_with_somebody_promises_no_silence() -> None:
    alone, shared = of(declare("contact:")), of(declare("contact: {recipients: [hosting]}"))
    assert "contact/contact.no_share" in alone and "contact/contact.no_share" not in shared


def test_log_fields_are_said_one_by_one() -> None:
    promise = of(declare("server_logs: {record: [time, status], shorten_ip: true}"))
    said = promise["server_logs/logs.fields"].say("de").text
    assert "Antwort des Servers" in said and "IP-Adresse" not in said
    assert "server_logs/logs.ip_shortened" in promise


def test_rights_go_to_the_officer_and_need_no_form() -> None:
    assert "datenschutz@nordlicht.example" in of(declare("rights:"))["rights/rights.channel"].say("de").text
    own = of(declare("rights: {contact: rechte@nordlicht.example}"))["rights/rights.channel"]
    assert "rechte@nordlicht.example" in own.say("en").text


@pytest.mark.parametrize("article", ["12 Abs. 3", "17 Abs. 3", "18 Abs. 1", "21 Abs. 1", "21 Abs. 2"])
def test_rights_name_the_paragraph_where_the_heading_names_the_article_alone(article: str) -> None:
    said = " ".join(p.say("de").text for p in compile_promises(declare("rights:")) if p.activity == "rights")
    assert f"Art. {article}" in said


def test_accounts_say_how_they_close() -> None:
    assert "accounts/accounts.self_deletion" in of(declare("accounts:"))
    assert "accounts/accounts.closure_request" in of(declare("accounts: {closing: request}"))

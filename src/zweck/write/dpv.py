"""The declaration as JSON-LD with terms of the W3C Data Privacy Vocabulary 2.3: what machines read of a notice.

The context stands in the file: nothing has to be fetched to expand it. Labels are in every language of the site.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pydantic_core import to_json

from zweck import texts
from zweck.declaration.activity import Activity
from zweck.declaration.keeping import Duration, Moment, Period, Rule, Simple, Until, While
from zweck.declaration.keeping.period import Unit
from zweck.declaration.model import Declaration, Officer
from zweck.law.adequacy import is_eea
from zweck.promises import wording
from zweck.texts.keeping import say_rule
from zweck.write.citation import capitalised, cite_basis, sentence
from zweck.write.contact import competent_authority, full_name
from zweck.write.party import Party, grounds, outside_eea, parties
from zweck.write.vocabulary import (
    CONTEXT,
    RELEASE,
    RIGHTS,
    basis_term,
    data_term,
    purpose_term,
    recipient_term,
    subject_term,
    transfer_term,
)

Node = dict[str, Any]


def to_dpv(declaration: Declaration, versions: Mapping[str, str], on: datetime.date) -> str:
    """The graph as JSON; ``versions`` are those of the notice by language."""
    graph = [_notice(declaration, versions, on), _controller(declaration)]
    graph += [_process(declaration, activity, on) for activity in declaration.activities.values()]
    return to_json({"@context": CONTEXT, "@graph": graph}, indent=1).decode() + "\n"


def address_of(declaration: Declaration) -> str:
    """Where the notice of the site lies; ids of the graph start with it."""
    base = (declaration.site.url or f"https://{declaration.site.domains[0]}").rstrip("/")
    return f"{base}/privacy/{declaration.reference}"


def _said(declaration: Declaration, say: Callable[[str], str]) -> list[Node]:
    """A text in every language of the site."""
    found = ((language, say(language)) for language in declaration.languages)
    return [{"@value": text, "@language": language} for language, text in found if text]


def _id(term: str) -> Node:
    return {"@id": term}


def _notice(declaration: Declaration, versions: Mapping[str, str], on: datetime.date) -> Node:
    dated = declaration.site.last_changed or on
    return {
        "@id": address_of(declaration),
        "@type": "dpv:PrivacyNotice",
        "dct:title": _said(declaration, lambda language: texts.message("write_page.notice", language)),
        "dct:conformsTo": _id(RELEASE),
        "dct:issued": {"@value": dated.isoformat(), "@type": "xsd:date"},
        "dct:language": list(declaration.languages),
        "dct:identifier": [versions[language] for language in declaration.languages if language in versions],
        "dct:publisher": _id(f"{address_of(declaration)}#controller"),
    }


def _controller(declaration: Declaration) -> Node:
    controller, address = declaration.controller, declaration.controller.address
    node: Node = {
        "@id": f"{address_of(declaration)}#controller",
        "@type": "dpv:DataController",
        "dpv:hasName": full_name(controller),
        "dpv:hasAddress": ", ".join(address.lines()[:2]),
        "dpv:hasCountry": _id(f"loc:{address.country}"),
        "dpv:hasContact": [text for text in (controller.email, controller.phone) if text],
    }
    if declaration.officer:
        node["dpv:hasDataProtectionOfficer"] = _officer(declaration.officer)
    if declaration.representative:
        name = declaration.representative.name
        node["dpv:hasRepresentative"] = {"@type": "dpv:Representative", "dpv:hasName": name}
    if authority := competent_authority(declaration):
        node["dpv:hasAuthority"] = {"@type": "dpv:DataProtectionAuthority", "dpv:hasName": authority.name}
    return node


def _officer(officer: Officer) -> Node:
    node: Node = {"@type": "dpv:DataProtectionOfficer"}
    if name := officer.name or officer.company:
        node["dpv:hasName"] = name
    node["dpv:hasContact"] = [text for text in (officer.email, officer.phone) if text]
    return node


def _process(declaration: Declaration, activity: Activity, on: datetime.date) -> Node:
    base = address_of(declaration)
    told = {language: parties(declaration, activity, language) for language in declaration.languages}
    found = told[declaration.reference]
    node: Node = {
        "@id": f"{base}#a-{activity.name}",
        "@type": "dpv:PersonalDataProcess",
        "dct:title": _said(declaration, lambda language: wording.title(activity, language)),
        "dpv:hasNotice": _id(base),
        "dpv:hasDataController": _id(f"{base}#controller"),
        "dpv:hasPurpose": _purpose(declaration, activity),
        "dpv:hasLegalBasis": [_basis(declaration, basis) for basis in activity.basis],
        "dpv:hasPersonalData": [_data(declaration, word) for word in activity.data],
        "dpv:hasDataSubject": [_subject(declaration, word) for word in activity.subjects],
        "dpv:hasRecipient": [_recipient(declaration, told, number) for number in range(len(found))],
        "dpv:hasThirdCountry": [_transfer(party, on) for party in outside_eea(found, on)],
        "dpv:hasStorageCondition": [_storage(declaration, rule) for rule in activity.rules],
        "dpv:hasAutomationLevel": _id("dpv:FullAutomation") if activity.automated else None,
        "dpv:hasRight": [_id(f"eu-gdpr:{right}") for right in _rights(activity)],
    }
    return {name: value for name, value in node.items() if value}


def _purpose(declaration: Declaration, activity: Activity) -> Node:
    node: Node = {"@type": purpose_term(activity.kind)}
    said = _said(declaration, lambda language: sentence(wording.purpose(activity, language)))
    return {**node, "dct:description": said} if said else node


def _basis(declaration: Declaration, basis: str) -> Node:
    term = basis_term(basis)
    if term != "dpv:LegalBasis":
        return _id(term)
    return {"@type": term, "dct:title": _said(declaration, lambda language: cite_basis(basis, language))}


def _data(declaration: Declaration, word: str) -> Node:
    said = _said(declaration, lambda language: wording.data_name(word, language))
    return {"@type": data_term(word), "skos:prefLabel": said}


def _subject(declaration: Declaration, word: str) -> Node:
    said = _said(declaration, lambda language: wording.data_name(f"subject-{word}", language).removeprefix("subject-"))
    return {"@type": subject_term(word), "skos:prefLabel": said}


def _recipient(declaration: Declaration, told: dict[str, list[Party]], number: int) -> Node:
    """A recipient by its company, where one is known; else its category in every language."""
    party = told[declaration.reference][number]
    node: Node = {"@type": recipient_term(party.role)}
    if party.provider:
        return {**node, "dpv:hasName": party.provider, "dpv:hasCountry": _id(f"loc:{party.country}")}
    said = _said(declaration, lambda language: capitalised(told[language][number].name))
    country = {"dpv:hasCountry": _id(f"loc:{party.country}")} if party.country else {}
    return {**node, "skos:prefLabel": said, **country}


def _transfer(party: Party, on: datetime.date) -> Node:
    terms = [_id(transfer_term(ground)) for ground in grounds(party, on)]
    node: Node = {"@type": "dpv:ThirdCountry", "dpv:hasCountry": _id(f"loc:{party.country}")}
    node["dpv:hasDataImporter"] = {"@type": "dpv:DataImporter", "dpv:hasName": party.who}
    return {**node, "dpv:hasLegalBasis": terms} if terms and not is_eea(party.country, on) else node


def _storage(declaration: Declaration, rule: Rule) -> Node:
    node: Node = {"@type": "dpv:StorageDuration"}
    node["dct:description"] = _said(declaration, lambda language: say_rule(rule, language))
    return {**node, "dpv:hasDuration": list(_durations(rule))}


def _durations(rule: Rule) -> Iterator[Node]:
    match rule.keep:
        case Period(moment, _):
            yield duration_node(moment.duration)
        case Until(Moment(duration)):
            yield duration_node(duration)
        case Until() | While() | Simple.SESSION | Simple.CALL:
            yield {"@type": "dpv:UntilEventDuration"}
        case Simple.UNLIMITED:
            yield {"@type": "dpv:EndlessDuration"}
        case _:
            yield {"@type": "dpv:Duration"}


def duration_node(duration: Duration) -> Node:
    """A period as XML Schema has it, which knows no weeks."""
    return {"@type": "dpv:TemporalDuration", "rdf:value": {"@value": xsd_duration(duration), "@type": "xsd:duration"}}


def xsd_duration(duration: Duration) -> str:
    """``P6M``; weeks as days, because XML Schema and TILT have none."""
    return f"P{duration.count * 7}D" if duration.unit is Unit.WEEK else duration.iso()


def _rights(activity: Activity) -> Sequence[str]:
    """Every right, less those that the activity's bases exclude."""
    may_withdraw = any(basis in ("6(1)(a)", "9(2)(a)") for basis in activity.basis)
    may_object = any(basis in ("6(1)(e)", "6(1)(f)") for basis in activity.basis)
    left = {name for name, is_given in (("A7-3", may_withdraw), ("A21", may_object)) if not is_given}
    return [right for right in RIGHTS if right not in left]

"""The notice in the Transparency Information Language (TILT): one JSON file a language, after its draft-07 schema.

Built from the declaration alone. A foreign file is never validated here with the schema's own pattern for legal
references: it backtracks exponentially; our references are built so that they fit it.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from zweck import texts
from zweck.declaration.activity import Activity
from zweck.declaration.keeping import FirstOf, Moment, Period, Rule, Until
from zweck.declaration.model import Address, Declaration
from zweck.law.adequacy import adequacy_of
from zweck.law.rights import rights
from zweck.promises import wording
from zweck.texts.keeping import say_rule
from zweck.write.citation import capitalised, cite_basis, sentence
from zweck.write.contact import competent_authority, full_name
from zweck.write.document import Document
from zweck.write.dpv import xsd_duration
from zweck.write.party import Party, grounds, outside_eea, parties, say_transfer

Node = dict[str, Any]

SCHEMA = "https://github.com/Transparency-Information-Language/schema/raw/master/tilt-schema.json"
_PHONE = re.compile(r"[+]?[(]?[0-9]{1,4}[)]?[-\s./0-9]{0,40}")


def to_tilt(declaration: Declaration, notice: Document, on: datetime.date, number: int = 1) -> str:
    """The file for one notice; ``number`` counts the versions of the site, from 1."""
    language = notice.language
    asked_at = (declaration.officer and declaration.officer.email) or declaration.controller.email
    content: Node = {
        "meta": _meta(declaration, notice, on, number),
        "controller": _controller(declaration),
        "dataProtectionOfficer": _officer(declaration, language),
        "dataDisclosed": [d for a in declaration.activities.values() for d in _disclosed(declaration, a, language)],
        "thirdCountryTransfers": list(_transfers(declaration, language, on)),
        "accessAndDataPortability": {
            **_right("access", asked_at, language),
            "administrativeFee": {"amount": 0, "currency": "EUR"},
            "dataFormats": ["JSON", "ZIP"],
        },
        "sources": list(_sources(declaration, language)),
        "rightToInformation": _right("access", asked_at, language),
        "rightToRectificationOrDeletion": _right("erasure", asked_at, language, "rectification"),
        "rightToDataPortability": _right("portability", asked_at, language),
        "rightToWithdrawConsent": _right("withdrawal", asked_at, language),
        "rightToComplain": _complaint(declaration, asked_at, language),
        "automatedDecisionMaking": _automated(declaration, language),
        "changesOfPurpose": [],
    }
    return to_json(_hashed(content), indent=1).decode() + "\n"


def _hashed(content: Node) -> Node:
    """The content with the SHA-256 of itself, taken while the place of the hash is empty."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    content["meta"]["_hash"] = hashlib.sha256(canonical.encode()).hexdigest()
    return content


def _say(name: str, language: str, /, **arguments: object) -> str:
    return texts.message(f"write_tilt.{name}", language, **arguments)


def _meta(declaration: Declaration, notice: Document, on: datetime.date, number: int) -> Node:
    day = f"{notice.dated_on.isoformat()}T00:00:00Z"
    return {
        "_id": f"{declaration.id}-{notice.language}-{notice.version}",
        "name": declaration.controller.name,
        "created": day,
        "modified": day,
        "version": number,
        "language": notice.language,
        "status": "active" if notice.dated_on <= on else "inactive",
        "url": SCHEMA,
        "_hash": "",
    }


def _phone(number: str | None) -> Node:
    return {"phone": number} if number and _PHONE.fullmatch(number) else {}


def _line(address: Address) -> str:
    return ", ".join(address.lines()[:2])


def _controller(declaration: Declaration) -> Node:
    controller = declaration.controller
    who = controller.represented_by[0] if controller.represented_by else full_name(controller)
    return {
        "name": full_name(controller),
        "address": _line(controller.address),
        "country": controller.address.country,
        "representative": {"name": who, "email": controller.email, **_phone(controller.phone)},
    }


def _officer(declaration: Declaration, language: str) -> Node:
    """The officer; TILT asks for one always, so that a site without one says so in its place."""
    officer, controller = declaration.officer, declaration.controller
    address = (officer and officer.address) or controller.address
    role = _say("officer" if officer else "officer-none", language)
    return {
        "name": (officer and (officer.name or officer.company)) or role,
        "address": _line(address),
        "country": address.country,
        "email": (officer and officer.email) or controller.email,
        **_phone(officer.phone if officer else controller.phone),
    }


def _disclosed(declaration: Declaration, activity: Activity, language: str) -> Iterator[Node]:
    """One entry a category of data."""
    shared = {
        "purposes": [_purpose(activity, language)],
        "legalBases": [{"reference": reference(b), "description": cite_basis(b, language)} for b in activity.basis],
        "legitimateInterests": [_interest(activity, language)],
        "recipients": [_recipient(party, language) for party in parties(declaration, activity, language)],
        "storage": [_storage(rule, language) for rule in activity.rules],
        "nonDisclosure": _provision(activity, language),
    }
    for word in activity.data:
        yield {"_id": f"{activity.name}.{word}", "category": wording.data_name(word, language), **shared}


def _purpose(activity: Activity, language: str) -> Node:
    description = sentence(wording.purpose(activity, language))
    return {"purpose": wording.title(activity, language), "description": description}


def reference(basis: str) -> str:
    """``6(1)(f)`` as ``GDPR-6-1-f``: capitals, then numbers and small letters between hyphens."""
    law, _, rest = basis.rpartition(" ")
    return "-".join([law or "GDPR", *re.findall(r"\d+[a-z]?|[a-z]", rest)])


def _interest(activity: Activity, language: str) -> Node:
    reasoning = wording.interest(activity, language) if "6(1)(f)" in activity.basis else ""
    return {"exists": True, "reasoning": sentence(reasoning)} if reasoning else {"exists": False}


def _recipient(party: Party, language: str) -> Node:
    role = texts.message(f"write_notice.role-{party.role}", language) if party.role else ""
    if not party.country:
        return {"category": capitalised(party.name)}
    node: Node = {"name": party.who, "country": party.country, "category": role or capitalised(party.name)}
    return {**node, "address": party.address} if party.address else node


def _storage(rule: Rule, language: str) -> Node:
    told = say_rule(rule, language)
    node: Node = {"aggregationFunction": "max"}
    match rule.keep:
        case Period(moment, _) | Until(Moment() as moment):
            node["temporal"] = [{"description": told, "ttl": xsd_duration(moment.duration)}]
        case Until(FirstOf()):
            node = {"purposeConditional": [told], "aggregationFunction": "min"}
        case _:
            node["purposeConditional"] = [told]
    return node


def _provision(activity: Activity, language: str) -> Node:
    effect = wording.own_or(activity.provision_effect, f"{activity.kind}.provision-effect", language)
    return {
        "legalRequirement": activity.provision == "law",
        "contractualRegulation": activity.provision == "contract",
        "obligationToProvide": activity.provision == "law",
        "consequences": sentence(effect) or _say("no-consequence", language),
    }


def _transfers(declaration: Declaration, language: str, on: datetime.date) -> Iterator[Node]:
    """One entry a country, with what protects data there for each recipient."""
    found = [p for a in declaration.activities.values() for p in parties(declaration, a, language)]
    by_country: dict[str, list[Party]] = {}
    for party in outside_eea(found, on):
        by_country.setdefault(party.country, []).append(party)
    for country, there in sorted(by_country.items()):
        yield _transfer(country, there, language, on)


def _transfer(country: str, there: list[Party], language: str, on: datetime.date) -> Node:
    decision = adequacy_of(country, on)
    tools = {party.who: set(grounds(party, on)) for party in there}
    adequate = [p for p in there if {"dpf", "adequacy"} & tools[p.who]]
    bound = [p for p in there if {"scc", "bcr"} & tools[p.who]]

    def told(found: list[Party]) -> Node:
        said = " ".join(say_transfer(party, language, on) for party in found)
        return {"available": True, "description": said} if said else {"available": False}

    return {
        "country": country,
        "adequacyDecision": told(adequate) if decision else {"available": False},
        "appropriateGuarantees": told(bound),
        "presenceOfEnforceableRightsAndEffectiveRemedies": told([p for p in there if p in adequate or p in bound]),
        "standardDataProtectionClause": told([p for p in there if "scc" in tools[p.who]]),
    }


def _sources(declaration: Declaration, language: str) -> Iterator[Node]:
    for activity in declaration.activities.values():
        if activity.obtained_from:
            said = sentence(texts.choose(activity.obtained_from, language))
            source = {"description": said, "url": "", "publiclyAvailable": False}
            category = wording.listed_data(activity.data, language)
            yield {"_id": activity.name, "dataCategory": category, "sources": [source]}


def _right(key: str, email: str, language: str, *others: str) -> Node:
    found = {right.key: right for right in rights()}
    said = " ".join(sentence(found[name].summary(language)) for name in (*others, key))
    return {"available": True, "description": said, "email": email}


def _complaint(declaration: Declaration, email: str, language: str) -> Node:
    authority = competent_authority(declaration)
    node = _right("complaint", email, language)
    if authority is None:
        return {**node, "supervisoryAuthority": {"name": _say("authority-any", language)}}
    known: Node = {"name": authority.name, "address": authority.address, **_phone(authority.phone)}
    if authority.email:
        known["email"] = authority.email
    return {**node, "supervisoryAuthority": {**known, "country": authority.country}, "url": authority.website}


def _automated(declaration: Declaration, language: str) -> Node:
    said = [a for a in declaration.activities.values() if a.automated]
    if not said:
        return {"inUse": False}
    logic = [texts.choose(a.automated, language) for a in said if not isinstance(a.automated, bool)]
    scope = " ".join(_purpose(a, language)["description"] for a in said)
    return {"inUse": True, "logicInvolved": " ".join(map(sentence, logic)), "scopeAndIntendedEffects": scope}

"""TILT: the shape of the draft-07 schema, references that fit it, the hash of the content, both languages."""

import hashlib
import json
import re
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from zweck.declaration import load
from zweck.write import compose
from zweck.write.tilt import reference, to_tilt

ON = date(2026, 11, 22)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/zweck.yaml"))
TEXT = {"type": "string", "minLength": 1}
COUNTRY = {"type": "string", "pattern": "^[A-Z]{2}$"}
LAW = {"type": "string", "pattern": "^[A-Z]+(-[0-9a-z]+)*$"}
TTL = {"type": "string", "pattern": r"^P(?:\d+[YMD]|T\d+[HM])$"}


def _object(**properties) -> dict:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(item: dict) -> dict:
    return {"type": "array", "items": item}


RIGHT = _object(available={"type": "boolean"}, description=TEXT, email={"type": "string", "format": "email"})
KNOWN = {
    "type": "object",
    "if": {"properties": {"available": {"const": True}}},
    "then": {"required": ["description"]},
    "required": ["available"],
}
SHAPE = _object(
    meta=_object(
        _id=TEXT,
        name=TEXT,
        created=TEXT,
        modified=TEXT,
        version={"type": "integer", "minimum": 1},
        language={"enum": ["de", "en"]},
        status={"enum": ["active", "inactive"]},
        url=TEXT,
        _hash={"type": "string", "minLength": 64, "maxLength": 64},
    ),
    controller=_object(name=TEXT, address=TEXT, country=COUNTRY, representative=_object(name=TEXT, email=TEXT)),
    dataProtectionOfficer=_object(name=TEXT, address=TEXT, country=COUNTRY, email=TEXT),
    dataDisclosed=_list(
        _object(
            _id=TEXT,
            category=TEXT,
            purposes=_list(_object(purpose=TEXT, description=TEXT)),
            legalBases=_list(_object(reference=LAW)),
            legitimateInterests=_list(_object(exists={"type": "boolean"})),
            recipients=_list({**_object(category=TEXT), "properties": {"category": TEXT, "country": COUNTRY}}),
            storage=_list(
                {
                    **_object(aggregationFunction={"enum": ["min", "max", "sum", "avg"]}),
                    "properties": {"temporal": _list(_object(description=TEXT, ttl=TTL))},
                }
            ),
            nonDisclosure=_object(
                legalRequirement={"type": "boolean"},
                contractualRegulation={"type": "boolean"},
                obligationToProvide={"type": "boolean"},
                consequences=TEXT,
            ),
        )
    ),
    thirdCountryTransfers=_list(
        _object(
            country=COUNTRY,
            adequacyDecision=KNOWN,
            appropriateGuarantees=KNOWN,
            presenceOfEnforceableRightsAndEffectiveRemedies=KNOWN,
            standardDataProtectionClause=KNOWN,
        )
    ),
    accessAndDataPortability=RIGHT,
    sources=_list(_object(_id=TEXT, dataCategory=TEXT, sources=_list(_object(description=TEXT)))),
    rightToInformation=RIGHT,
    rightToRectificationOrDeletion=RIGHT,
    rightToDataPortability=RIGHT,
    rightToWithdrawConsent=RIGHT,
    rightToComplain={**RIGHT, "required": [*RIGHT["required"], "supervisoryAuthority"]},
    automatedDecisionMaking=_object(inUse={"type": "boolean"}),
    changesOfPurpose={"type": "array"},
)
"""The parts of the published schema that we fill, with patterns that take linear time."""


def _tilt(declaration, language="de", **more) -> dict:
    return json.loads(to_tilt(declaration, compose("notice", declaration, language, ON), ON, **more))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_examples_have_the_shape(path):
    declaration = load(path, environ={})
    for language in declaration.languages:
        found = _tilt(declaration, language)
        assert [error.message for error in Draft7Validator(SHAPE).iter_errors(found)] == []
        assert len(found["dataDisclosed"]) == sum(len(a.data) for a in declaration.activities.values())


def test_the_hash_is_that_of_the_content(declaration):
    found = _tilt(declaration, number=3)
    told, found["meta"]["_hash"] = found["meta"]["_hash"], ""
    canonical = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(canonical.encode()).hexdigest() == told and found["meta"]["version"] == 3


def test_interest_recipient_storage_and_transfer(declaration):
    found = _tilt(declaration, "en")
    items = {item["_id"]: item for item in found["dataDisclosed"]}
    logs = items["server_logs.device"]
    assert logs["legalBases"][0]["reference"] == "GDPR-6-1-f" and logs["legitimateInterests"][0]["exists"]
    (storage,) = logs["storage"]
    assert storage["aggregationFunction"] == "max" and storage["temporal"][0]["ttl"] == "P7D"
    assert storage["temporal"][0]["description"] == "We delete the data seven days after collection."
    assert logs["recipients"][0] == {
        "name": "Serverhof GmbH",
        "country": "DE",
        "category": "works on our behalf",
        "address": "Hallenstraße 3, 20095 Hamburg",
    }
    countries = {c["country"]: c for c in found["thirdCountryTransfers"]}
    assert countries["US"]["standardDataProtectionClause"]["available"]
    assert countries["CH"]["adequacyDecision"]["available"]
    assert found["sources"][0]["_id"] == "applications"


@pytest.mark.parametrize(
    ("basis", "told"),
    [("6(1)(f)", "GDPR-6-1-f"), ("9(2)(a)", "GDPR-9-2-a"), ("BDSG 26(1)", "BDSG-26-1"), ("BDSG 26a", "BDSG-26a")],
)
def test_references(basis, told):
    assert reference(basis) == told and re.fullmatch(r"[A-Z]+(-[0-9a-z]+)*", told)


def test_a_site_without_officer_and_with_a_strange_phone(minimal):
    more = "activities: {contact: {automated: {de: Ein Filter, en: A filter}}}\n"
    found = _tilt(minimal(more))
    assert "phone" not in found["controller"]["representative"]
    assert "Keine datenschutzbeauftragte Person" in found["dataProtectionOfficer"]["name"]
    assert found["automatedDecisionMaking"]["logicInvolved"] == "Ein Filter."

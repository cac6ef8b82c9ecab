"""JSON-LD: terms that the published vocabulary has, a graph that expands, every activity whole."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from zweck.declaration import kind_names, load
from zweck.write import vocabulary
from zweck.write.dpv import to_dpv

ON = date(2026, 11, 22)
HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parents[1] / "examples").glob("*/zweck.yaml"))
PUBLISHED = set((HERE / "dpv-2.3.txt").read_text("utf-8").split())
"""Terms of DPV 2.3 and its extensions pd, eu-gdpr and loc, as far as we use them; taken from the published lists."""


def _terms(node) -> set[str]:
    if isinstance(node, list):
        return set().union(*map(_terms, node))
    if not isinstance(node, dict):
        return set()
    own = {name for name in node if ":" in name}
    own |= {node[k] for k in ("@id", "@type") if re.fullmatch(r"[a-z-]+:[A-Za-z0-9-]+", str(node.get(k, "")))}
    return own.union(*map(_terms, node.values()))


def _ours(terms: set[str]) -> set[str]:
    return {term for term in terms if term.partition(":")[0] in ("dpv", "pd", "eu-gdpr", "loc")}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_examples_use_only_published_terms(path):
    graph = json.loads(to_dpv(load(path, environ={}), {}, ON))
    used = _ours(_terms(graph["@graph"]))
    assert len(used) > 40 and used <= PUBLISHED, used - PUBLISHED


def test_every_term_of_the_vocabulary_is_published():
    terms = {vocabulary.purpose_term(kind) for kind in (*kind_names(), "unknown")}
    terms |= {vocabulary.data_term(word) for word in (*vocabulary.DATA, "unknown")}
    terms |= {vocabulary.subject_term(word) for word in (*vocabulary.SUBJECTS, "unknown")}
    terms |= {vocabulary.transfer_term(word) for word in (*vocabulary.TRANSFERS, "unknown")}
    terms |= {vocabulary.recipient_term(word) for word in (*vocabulary.ROLES, "controller")}
    terms |= {vocabulary.basis_term(f"6(1)({letter})") for letter in "abcdef"}
    terms |= {vocabulary.basis_term(f"9(2)({letter})") for letter in "abcdefghij"}
    terms |= {vocabulary.basis_term("BDSG 26(1)")}
    assert terms <= PUBLISHED, terms - PUBLISHED
    assert set(vocabulary.PURPOSES) == set(kind_names())


def test_the_graph_expands_without_fetching_anything(declaration):
    jsonld = pytest.importorskip("pyld").jsonld

    def refuse(url, *_):
        raise AssertionError(f"fetched {url}")

    expanded = jsonld.expand(json.loads(to_dpv(declaration, {"de": "abc"}, ON)), {"documentLoader": refuse})
    assert len(expanded) == 2 + len(declaration.activities)
    by_id = {node["@id"]: node for node in expanded}
    contact = by_id["https://www.nordlicht.example/privacy/de#a-contact"]
    dpv = "https://w3id.org/dpv#"
    assert contact["@type"] == [f"{dpv}PersonalDataProcess"]
    assert contact[f"{dpv}hasLegalBasis"] == [{"@id": "https://w3id.org/dpv/legal/eu/gdpr#A6-1-f"}]
    assert {label["@language"] for label in contact["http://purl.org/dc/terms/title"]} == {"de", "en"}
    assert not [key for node in expanded for key in node if not key.startswith(("@", "http"))]


def test_transfers_storage_and_notice(declaration):
    graph = json.loads(to_dpv(declaration, {"de": "abc", "en": "def"}, ON))["@graph"]
    nodes = {node["@id"].partition("#")[2]: node for node in graph}
    assert nodes[""]["dct:identifier"] == ["abc", "def"] and nodes[""]["dct:issued"]["@value"] == "2026-11-20"
    (abroad,) = nodes["a-applications"]["dpv:hasThirdCountry"]
    assert abroad["dpv:hasCountry"] == {"@id": "loc:US"}
    assert abroad["dpv:hasLegalBasis"] == [{"@id": "eu-gdpr:A45-3"}, {"@id": "eu-gdpr:A46-2-c"}]
    (logs,) = nodes["a-server_logs"]["dpv:hasStorageCondition"]
    assert logs["dpv:hasDuration"][0]["rdf:value"] == {"@value": "P7D", "@type": "xsd:duration"}
    assert nodes["controller"]["dpv:hasDataProtectionOfficer"]["dpv:hasName"] == "Dora Datenschutz"


def test_weeks_are_said_in_days_and_rights_follow_the_basis(minimal):
    more = "activities:\n  contact: {keep: 2 weeks after received, basis: 6(1)(b)}\n  newsletter:\n"
    graph = json.loads(to_dpv(minimal(more), {}, ON))["@graph"]
    contact, newsletter = graph[2:]
    assert contact["dpv:hasStorageCondition"][0]["dpv:hasDuration"][0]["rdf:value"]["@value"] == "P14D"
    rights = {right["@id"] for right in contact["dpv:hasRight"]}
    assert "eu-gdpr:A21" not in rights and "eu-gdpr:A15" in rights
    assert {"@id": "eu-gdpr:A7-3"} in newsletter["dpv:hasRight"]

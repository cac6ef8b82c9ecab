"""The JSON report: schema 1, every sentence with the promise that it states."""

import json

import jsonschema
import pytest

from zweck.write import to_json, to_report
from zweck.write.document import paragraphs
from zweck.write.report import DocumentReport, json_schema

ALL = [(k, lang) for k in ("notice", "imprint", "cookies", "record") for lang in ("de", "en")]


def _sentences(node):
    if isinstance(node, dict):
        if node.get("type") == "sentence":
            yield node
        for value in node.values():
            yield from _sentences(value)
    elif isinstance(node, list):
        for value in node:
            yield from _sentences(value)


@pytest.mark.parametrize("which", ALL)
def test_valid_complete_and_read_back(documents, which):
    data = json.loads(to_json(documents[which]))
    jsonschema.Draft202012Validator(json_schema()).validate(data)
    assert data["schema"] == 1 and data["kind"] == which[0] and data["language"] == which[1]
    assert [s["text"] for s in _sentences(data)] == [p.text for p in paragraphs(documents[which])]
    assert DocumentReport.model_validate(data) == to_report(documents[which])


def test_promises_and_reference(documents):
    data = json.loads(to_json(documents["notice", "en"]))
    stated = {(s["promise"], s["anchor"]) for s in _sentences(data) if s["promise"]}
    assert stated == {(p.promise, p.anchor) for p in documents["notice", "en"].promises()}
    assert data["reference"] == {
        "language": "de",
        "version": documents["notice", "de"].version,
        "href": "notice.de.json",
    }
    assert json.loads(to_json(documents["notice", "de"]))["reference"] is None


def test_unknown_keys_are_refused(documents):
    data = json.loads(to_json(documents["imprint", "de"]))
    with pytest.raises(ValueError, match="extra"):
        DocumentReport.model_validate({**data, "more": 1})

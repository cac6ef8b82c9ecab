"""The JSON Schema that editors use accepts what loads, and refuses what an editor should underline."""

from __future__ import annotations

import json

import jsonschema
import pytest
from ruamel.yaml import YAML
from tests.declaration.test_load import GOOD

from zweck.declaration import kind_names, load
from zweck.declaration.schema import json_schema
from zweck.declaration.start import FILE_NAME, SCHEMA_NAME, list_kinds, start_site
from zweck.errors import ZweckError


def validate(text):
    jsonschema.Draft202012Validator(json_schema()).validate(YAML(typ="safe").load(text))


def test_it_works():
    jsonschema.Draft202012Validator.check_schema(json_schema())
    validate(GOOD)


@pytest.mark.parametrize(
    ("old", "new"), [("zweck: 1", "zweck: 2"), ("name: Nordlicht\n", "nam: x\n"), ("keep: 6", "keeep: 6")]
)
def test_an_editor_underlines_mistakes(old, new):
    with pytest.raises(jsonschema.ValidationError):
        validate(GOOD.replace(old, new))


def test_init_writes_a_declaration_that_loads(tmp_path):
    start_site(tmp_path / "site")
    assert load(tmp_path / "site").site.name == "Example"
    assert json.loads((tmp_path / "site" / SCHEMA_NAME).read_text()) == json_schema()
    before = (tmp_path / "site" / FILE_NAME).read_text()
    with pytest.raises(ZweckError, match="exists already"):
        start_site(tmp_path / "site")
    assert (tmp_path / "site" / FILE_NAME).read_text() == before


def test_every_kind_is_listed():
    listed = list_kinds()
    assert all(name in listed for name in kind_names())

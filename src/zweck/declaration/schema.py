"""The JSON Schema of a declaration, for editors: the model's own schema with the options of every kind."""

from __future__ import annotations

from typing import Any

from zweck.declaration.activity import Activity
from zweck.declaration.kind import kinds
from zweck.declaration.model import Declaration


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) that accepts what ``load`` accepts, short forms included."""
    schema = Declaration.model_json_schema(by_alias=True)
    definitions = schema.setdefault("$defs", {})
    properties: dict[str, Any] = {}
    common = _options(Activity, definitions)
    common["properties"]["fields"] = {"type": "array", "items": {"type": ["string", "object"]}}
    definitions["Activity"] = common
    for found in kinds():
        made = _options(found.options, definitions)
        for option in common["properties"]:
            made["properties"][option] = {"$ref": f"#/$defs/Activity/properties/{option}"}
        name = f"Kind_{found.name}"
        definitions[name] = made
        properties[found.name] = {"anyOf": [{"$ref": f"#/$defs/{name}"}, {"type": ["null", "boolean", "string"]}]}
    schema["properties"]["activities"] = {
        "type": "object",
        "properties": properties,
        "additionalProperties": {"type": "object", "required": ["kind"]},
    }
    _accept_one_for_many(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _options(model: type[Activity], definitions: dict[str, Any]) -> dict[str, Any]:
    made = model.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
    for name, definition in made.pop("$defs", {}).items():
        definitions.setdefault(name, definition)
    return made


def _accept_one_for_many(node: Any) -> None:
    """A list of words may be written as one word; say so to the editor too."""
    if isinstance(node, list):
        for item in node:
            _accept_one_for_many(item)
    if not isinstance(node, dict):
        return
    for item in list(node.values()):
        _accept_one_for_many(item)
    if node.get("type") == "array" and isinstance(node.get("items"), dict) and node["items"].get("type") == "string":
        element = node["items"]
        kept = {k: node[k] for k in ("title", "description", "default") if k in node}
        listed = {k: v for k, v in node.items() if k not in kept}
        node.clear()
        node.update({**kept, "anyOf": [listed, element]})

"""The part of SARIF 2.1.0 that Zweck writes, as a JSON Schema of our own: closed, so that a misspelt member fails.

Written after the members' definitions in the standard (sections 3.13 to 3.59); the standard's own schema is not a
part of this repository.
"""

from __future__ import annotations

from typing import Any


def _closed(required: list[str], **members: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": required, "properties": members}


def _listed(of: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": of, **more}


TEXT = _closed(["text"], text={"type": "string", "minLength": 1})
LEVEL = {"enum": ["none", "note", "warning", "error"]}
POSITIVE = {"type": "integer", "minimum": 1}
LOCATION = _closed(
    ["physicalLocation"],
    physicalLocation=_closed(
        ["artifactLocation"],
        artifactLocation=_closed(["uri"], uri={"type": "string", "pattern": r"^[!-~]+$"}),
        region=_closed(["startLine"], startLine=POSITIVE, startColumn=POSITIVE, endColumn=POSITIVE, snippet=TEXT),
    ),
)
RULE = _closed(
    ["id"],
    id={"type": "string", "minLength": 1},
    shortDescription=TEXT,
    fullDescription=TEXT,
    help=TEXT,
    defaultConfiguration=_closed(["level"], level=LEVEL),
    properties={"type": "object"},
)
RESULT = _closed(
    ["ruleId", "ruleIndex", "level", "message", "locations", "properties"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=TEXT,
    locations=_listed(LOCATION, minItems=1),
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
    properties={"type": "object", "required": ["certainty", "severity"]},
)
NOTIFICATION = _closed(["message", "level"], message=TEXT, level=LEVEL, locations=_listed(LOCATION))
RUN = _closed(
    ["tool", "results"],
    tool=_closed(
        ["driver"],
        driver=_closed(
            ["name"], name={"type": "string"}, version={"type": "string"}, rules=_listed(RULE, uniqueItems=True)
        ),
    ),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations=_listed(
        _closed(
            ["executionSuccessful"],
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications=_listed(NOTIFICATION),
        )
    ),
    results=_listed(RESULT),
)
SARIF = _closed(
    ["version", "runs"], **{"$schema": {"type": "string"}}, version={"const": "2.1.0"}, runs=_listed(RUN, minItems=1)
)

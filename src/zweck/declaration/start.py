"""The start of a declaration: a small file that loads, says what to fill in, and points editors to the schema."""

from __future__ import annotations

import json
from pathlib import Path

from zweck.declaration.kind import kinds
from zweck.declaration.load import FILE_NAME
from zweck.declaration.schema import json_schema
from zweck.errors import ZweckError

SCHEMA_NAME = "zweck.schema.json"

_START = """\
# yaml-language-server: $schema=zweck.schema.json
# What this site does with personal data. `zweck check` says what is missing, `zweck check --explain` what is assumed.
zweck: 1
site:
  name: Example
  domains: [www.example.com]
  languages: [de, en]        # the first one is the reference
controller:
  name: Example GmbH
  address: {street: Musterstraße 1, postcode: "10115", city: Berlin, country: DE, state: BE}
  represented_by: [Erika Muster]
  register: {court: Amtsgericht Charlottenburg, number: HRB 1}
  vat_id: DE000000000
  phone: +49 30 000000
  email: info@example.com
officer: {email: datenschutz@example.com}
activities:
  imprint:
  server_logs: {keep: 7 days after collected}
  consent:
  contact: {fields: [name, email, message], keep: 6 months after closed}
  rights:
"""


def start_site(folder: Path) -> list[Path]:
    """Write ``zweck.yaml`` and the JSON Schema; raises ``ZweckError`` rather than overwrite a declaration."""
    target = folder / FILE_NAME
    if target.exists():
        raise ZweckError(f"{target} exists already; nothing was changed")
    folder.mkdir(parents=True, exist_ok=True)
    schema = folder / SCHEMA_NAME
    schema.write_text(json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n", "utf-8")
    target.write_text(_START, "utf-8")
    return [target, schema]


def list_kinds() -> str:
    """Every kind of activity, one a line, and whether Zweck keeps it or it is only declared."""
    return "\n".join(f"{k.name:20} {'kept by Zweck' if k.kept else 'declared only'}" for k in kinds())

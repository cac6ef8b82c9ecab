"""Known form fields: what a bare name like ``email`` means, so that a declaration need not spell it out."""

from __future__ import annotations

from typing import Any

KNOWN: dict[str, dict[str, Any]] = {
    "name": {"type": "text", "category": "name", "required": True, "max_length": 200},
    "first_name": {"type": "text", "category": "name", "max_length": 100},
    "last_name": {"type": "text", "category": "name", "required": True, "max_length": 100},
    "email": {"type": "email", "category": "contact", "required": True, "max_length": 254},
    "phone": {"type": "tel", "category": "contact", "max_length": 40},
    "company": {"type": "text", "category": "employer", "max_length": 200},
    "position": {"type": "text", "category": "employer", "max_length": 200},
    "street": {"type": "text", "category": "address", "max_length": 200},
    "postcode": {"type": "text", "category": "address", "max_length": 20},
    "city": {"type": "text", "category": "address", "max_length": 100},
    "country": {"type": "text", "category": "address", "max_length": 100},
    "address": {"type": "textarea", "category": "address", "max_length": 500},
    "subject": {"type": "text", "category": "content", "max_length": 200},
    "message": {"type": "textarea", "category": "content", "required": True, "max_length": 10000},
    "vacancy": {"type": "text", "category": "content", "max_length": 200},
    "cover_letter": {"type": "textarea", "category": "application", "max_length": 20000},
    "documents": {"type": "file", "category": "application"},
    "language": {"type": "text", "category": "preference", "max_length": 20},
    "website": {"type": "url", "category": "content", "max_length": 300},
    "start_date": {"type": "date", "category": "application"},
}


def expand_fields(value: list[Any]) -> list[Any]:
    """Bare names become full fields; ``name?`` is voluntary, ``name!`` is mandatory; mappings fill their gaps."""
    return [_expand(item) for item in value]


def _expand(item: Any) -> Any:
    if isinstance(item, str):
        name = item.rstrip("?!")
        made = {"name": name, **KNOWN.get(name, {})}
        if item != name:
            made["required"] = item.endswith("!")
        return made
    if isinstance(item, dict) and isinstance(item.get("name"), str):
        return {**KNOWN.get(item["name"], {}), **item}
    return item

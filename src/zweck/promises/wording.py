"""What declared things are called in a language: titles, purposes, interests, data, fields, recipients.

The declaration's own words win; else the kind's texts; else the shared vocabulary.
"""

from __future__ import annotations

from collections.abc import Sequence

from zweck import texts
from zweck.declaration.activity import Activity, FormField
from zweck.declaration.model import Declaration, Text


def own_or(value: Text | None, key: str, language: str) -> str:
    """The declared text, else the message ``key``, else nothing."""
    if value:
        return texts.choose(value, language)
    return texts.message(key, language) if texts.has(key, language) else ""


def title(activity: Activity, language: str) -> str:
    """The heading of an activity."""
    return own_or(activity.title, f"{activity.kind}.title", language) or activity.name.replace("_", " ")


def purpose(activity: Activity, language: str) -> str:
    """What the activity is for (Art. 13(1)(c))."""
    return own_or(activity.purpose, f"{activity.kind}.purpose", language)


def interest(activity: Activity, language: str) -> str:
    """The legitimate interest pursued (Art. 13(1)(d))."""
    return own_or(activity.interest, f"{activity.kind}.interest", language)


def data_name(word: str, language: str) -> str:
    """A category of data in words; a declared text of its own stays as it is."""
    key = f"data.{word.replace('_', '-')}"
    return texts.message(key, language) if texts.has(key, language) else word.replace("_", " ")


def data_names(words: Sequence[str], language: str) -> list[str]:
    return [data_name(word, language) for word in words]


def listed_data(words: Sequence[str], language: str) -> str:
    """Categories of data as a list in running text."""
    return texts.listed(data_names(words, language), language)


def field_label(field: FormField, language: str) -> str:
    """The label of a form field."""
    if field.label:
        return texts.choose(field.label, language)
    key = f"fields.{field.name.replace('_', '-')}"
    return texts.message(key, language) if texts.has(key, language) else field.name.replace("_", " ").capitalize()


def listed_fields(activity: Activity, language: str) -> str:
    """The fields of a form as a list in running text."""
    return texts.listed([field_label(field, language) for field in activity.fields], language)


def record_class(activity: Activity, name: str, language: str) -> str:
    """What a keeping rule is about: the named data class, or what the kind stores."""
    for key in (f"{activity.kind}.class-{name.replace('_', '-')}" if name else f"{activity.kind}.records",):
        if texts.has(key, language):
            return texts.message(key, language)
    return data_name(name, language) if name else title(activity, language)


def recipient_name(declaration: Declaration, name: str, language: str) -> str:
    """A recipient: declared by name, a service, or a category of recipients from the shared vocabulary."""
    if name in declaration.recipients:
        return texts.choose(declaration.recipients[name].name, language)
    if name in declaration.services:
        from zweck.promises.uses import service_uses

        use = next(u for u in service_uses(declaration) if u.id == name)
        return f"{use.name} ({use.provider})" if use.provider else use.name
    key = f"data.recipient-{name.replace('_', '-')}"
    return texts.message(key, language) if texts.has(key, language) else name.replace("_", " ")

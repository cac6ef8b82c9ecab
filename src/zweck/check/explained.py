"""``--explain``: what every kind assumed where the declaration is silent, which view is followed where authorities
differ, and the reason of each (Art. 5(2), 24 GDPR).

Kinds give their reasons in English; the German ones stand in the texts (``assumed``), key by key, and a test holds that
none is missing. A kind of a third party that has no German reason is explained in English.
"""

from __future__ import annotations

from typing import Any

from zweck.check.wording import entries, say
from zweck.declaration.activity import Activity, FormField, Keeping
from zweck.declaration.kind import kind
from zweck.declaration.model import Declaration, Model


def explain(declaration: Declaration, language: str = "en") -> str:
    """Every activity with what was said and what was assumed, and the reason of each assumption; plain text."""
    blocks = [f"{declaration.source.file}: {declaration.site.name}"]
    blocks += [_activity(activity, language) for activity in declaration.activities.values()]
    blocks += [_services(declaration, language)] if declaration.services else []
    blocks += [_views(declaration, language)]
    return "\n\n".join(blocks) + "\n"


def _activity(activity: Activity, language: str) -> str:
    keeper = "explain-kept" if kind(activity.kind).kept else "explain-outside"
    lines = [f"{activity.name} ({activity.at}) · {say(keeper, language)}"]
    said = [name for name in _said(activity) if name not in activity.assumed]
    if said:
        lines.append(say("explain-said", language, names=", ".join(said)))
    for name, english in activity.assumed.items():
        reason = reason_for(activity.kind, name, english, language)
        value = say("explain-assumed", language, name=name, value=_shown(_value(activity, name)))
        lines += [f"  {value}", f"      {say('explain-because', language, reason=reason)}"]
    if not activity.assumed:
        lines.append(say("explain-nothing", language))
    return "\n".join(lines)


def reason_for(kind_name: str, option: str, english: str, language: str) -> str:
    """Why a kind assumes an option, in German for ``de`` where the texts have it, else as the kind says it."""
    german = entries("assumed", "de").get(f"{kind_name}-{option}") if language == "de" else None
    return german or english


def _views(declaration: Declaration, language: str) -> str:
    """The disputed questions that the declaration touches: the view followed, its reason, and the others."""
    from zweck.law.views import disputes

    lines = [say("explain-views", language)]
    for found in disputes():
        chosen = found.chosen(declaration.views)
        known = "explain-view-said" if found.id in declaration.views else "explain-view-assumed"
        lines.append(f"  {found.id}: {chosen.id} · {say(known, language)}")
        lines.append(f"      {found.title(language)}: {chosen.title(language)}")
        lines.append(f"      {say('explain-because', language, reason=chosen.reason(language))} ({chosen.source})")
        others = "; ".join(f"{view.id} ({view.title(language)})" for view in found.options if view is not chosen)
        lines.append(f"      {say('explain-view-others', language, views=others)}")
    return "\n".join(lines)


def _services(declaration: Declaration, language: str) -> str:
    from zweck.promises.uses import service_uses

    lines = [say("explain-services", language)]
    for use in service_uses(declaration):
        known = "explain-known" if use.known else "explain-unknown"
        lines.append(f"  {use.id}: {use.name} · {say(known, language)}")
        facts = {"gate": use.gate, "role": use.role, "basis": ", ".join(use.basis), "country": use.country}
        assumed = [f"{k}: {v}" for k, v in facts.items() if v and not getattr(use.declared, k, None)]
        if assumed:
            lines.append(f"      {say('explain-taken', language, facts='; '.join(assumed))}")
    return "\n".join(lines)


def _said(activity: Activity) -> list[str]:
    return sorted(activity.model_fields_set - {"kind"} - set(activity.assumed))


def _value(activity: Activity, name: str) -> Any:
    return getattr(activity, "for_" if name == "for" else name)


def _shown(value: Any) -> str:
    if isinstance(value, Keeping) and value.rule:
        return "; ".join(f"{k}: {v}" for k, v in value.rule.to_yaml().items())
    if isinstance(value, FormField):
        return value.name if value.required else f"{value.name}?"
    if isinstance(value, Model):
        return ", ".join(f"{k}: {_shown(v)}" for k, v in value.model_dump(exclude_defaults=True).items())
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(_shown, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_shown(v)}" for k, v in value.items()) + "}"
    return str(value)

"""A case: one declaration on one day, with what several rules ask of it worked out once.

Nothing here judges; it only answers where something stands, which services are in use and which words are declared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from zweck import texts
from zweck.check.wording import has
from zweck.declaration.activity import Activity, Keeping
from zweck.declaration.keeping import Rule
from zweck.declaration.model import Declaration, Recipient
from zweck.declaration.source import Path_
from zweck.promises.uses import Use, service_uses


@dataclass(frozen=True)
class Case:
    """What a rule judges. ``on`` is the day whose law counts; ``before`` an earlier state, if known."""

    declaration: Declaration
    on: date
    before: Declaration | None = None

    def view(self, dispute_id: str) -> str:
        """The view that the declaration follows on a disputed question; the default where it is silent."""
        from zweck.law.views import dispute

        return dispute(dispute_id).chosen(self.declaration.views).id

    @cached_property
    def activities(self) -> list[Activity]:
        """All activities, in the order of the file."""
        return list(self.declaration.activities.values())

    @cached_property
    def uses(self) -> list[Use]:
        """All services, complete as far as declaration and catalogue go."""
        return service_uses(self.declaration)

    @cached_property
    def foreign_uses(self) -> list[Use]:
        """The services that somebody else provides: all but software that the site runs itself."""
        return [use for use in self.uses if use.declared.provider or not _is_own(use)]

    @cached_property
    def declared_texts(self) -> list[tuple[Path_, str]]:
        """Every string that the file itself says, with its path: what a person wrote."""
        return list(_strings(self.declaration))

    def of_kind(self, *kinds: str) -> list[Activity]:
        """The activities of these kinds."""
        return [a for a in self.activities if a.kind in kinds]

    def is_written(self, *path: str | int) -> bool:
        """Whether the file itself says something at ``path``."""
        return path in self.declaration.source.values

    def has_words(self, activity: Activity, what: str) -> bool:
        """Whether ``what`` (purpose, interest) is said, by the declaration or by the kind's own texts."""
        return bool(getattr(activity, what)) or has(activity.kind, what, self.declaration.reference)

    @cached_property
    def keeping(self) -> list[tuple[Activity, Path_, Rule]]:
        """Every keeping rule with its activity and the path of its ``keep`` clause."""
        return [(a, path, rule) for a in self.activities for path, rule in _rules(a)]

    def parties(self) -> Iterator[tuple[Path_, str, Recipient]]:
        """Every recipient and joint controller: path, name in the file, and what is said of it."""
        for name, recipient in self.declaration.recipients.items():
            yield ("recipients", name), name, recipient
        for number, joint in enumerate(self.declaration.joint_controllers):
            yield ("joint_controllers", number), texts.choose(joint.name, self.declaration.reference), joint


def option(activity: Activity, name: str, default: Any = None) -> Any:
    """What only some kinds can say; ``default`` where this kind cannot."""
    return getattr(activity, name, default)


def at(activity: Activity, *more: str | int) -> Path_:
    """The path of something within an activity."""
    return ("activities", activity.name, *more)


def spoken(text: str | Mapping[Any, str] | None) -> str:
    """All languages of a declared text as one string, to search in."""
    if not text:
        return ""
    return text if isinstance(text, str) else "\n".join(text.values())


def _rules(activity: Activity) -> Iterator[tuple[Path_, Rule]]:
    """The activity's own rule, those of its data classes, and those of the parts that its kind names."""
    if activity.rule:
        yield at(activity, "keep"), activity.rule
    for number, keeping in enumerate(activity.keeping):
        if keeping.rule:
            yield at(activity, "keeping", number, "keep"), keeping.rule
    for name in type(activity).model_fields:
        part = getattr(activity, name)
        if isinstance(part, Keeping) and part.rule:
            yield at(activity, name, "keep"), part.rule


def optional_entries(use: Use) -> list[str]:
    """The storage entries of a service that are not necessary: as declared, else by what the catalogue says of it.

    Where the catalogue says that it depends, the entries count as necessary until the declaration says otherwise.
    """
    if use.declared.cookies:
        return [cookie.name for cookie in use.declared.cookies if not cookie.necessary]
    return [cookie.name for cookie in use.cookies] if use.entry and use.entry.needs_consent else []


def _is_own(use: Use) -> bool:
    return use.entry is not None and use.entry.self_hosted


def _strings(declaration: Declaration) -> Iterator[tuple[Path_, str]]:
    """The strings of the model, with the paths that the file gives them."""
    for path in declaration.source.values:
        if path and path[0] not in ("systems", "accepted", "zweck", "law"):
            value = _value(declaration, path)
            if isinstance(value, str):
                yield path, value


def _value(declaration: Declaration, path: Path_) -> Any:
    """What the model holds at a path of the file; ``None`` where the model has it in another form."""
    found: Any = declaration
    for part in path:
        if isinstance(found, Mapping):
            found = found.get(part)
        elif isinstance(found, tuple | list):
            found = found[part] if isinstance(part, int) and part < len(found) else None
        else:
            found = getattr(found, _ATTRIBUTES.get(str(part), str(part)), None)
    return found


_ATTRIBUTES = {"for": "for_", "register": "register_"}
"""Keys of the file that Python cannot use as names."""

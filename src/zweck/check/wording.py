"""The sentences of ``check`` without the cost of a parser: its Fluent files hold plain text and ``{ $words }`` only.

``zweck check`` must answer at once, and loading a Fluent runtime takes longer than all rules together. A test holds
that every message read here is what Fluent itself would say, so the files stay ordinary Fluent files.
"""

from __future__ import annotations

import re
from functools import lru_cache

from zweck import texts
from zweck.texts import MissingText

_ENTRY = re.compile(r"^([a-zA-Z][\w-]*) = (.+)$")
_ATTRIBUTE = re.compile(r"^ +\.([a-zA-Z][\w-]*) = (.+)$")
_PLACE = re.compile(r"\{ (?:\$([a-zA-Z][\w-]*)|\"([^\"\\]*)\") \}")


@lru_cache(maxsize=256)
def entries(namespace: str, language: str) -> dict[str, str]:
    """The messages of a namespace by ``id`` and ``id.attribute``, as they stand; empty when there is no such file."""
    path = texts.path_of(namespace, language)
    found: dict[str, str] = {}
    last = ""
    for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
        if entry := _ENTRY.match(line):
            last = entry[1]
            found[last] = entry[2]
        elif last and (attribute := _ATTRIBUTE.match(line)):
            found[f"{last}.{attribute[1]}"] = attribute[2]
    return found


def has(namespace: str, name: str, language: str) -> bool:
    """Whether a namespace can say ``name``; a message that begins on the line below its name counts as well."""
    return name in entries(namespace, language) or texts.has(f"{namespace}.{name}", language)


def say(name: str, language: str, /, **said: str | int) -> str:
    """The sentence ``name`` of ``check``; raises ``MissingText`` for an unknown name or a missing word."""
    pattern = entries("check", language).get(name)
    if pattern is None:
        raise MissingText(f"no message {name!r} of check in {language!r}")

    def fill(place: re.Match[str]) -> str:
        if place[1] is None:
            return place[2]
        if place[1] not in said:
            raise MissingText(f"message {name!r} of check needs {place[1]!r}")
        return str(said[place[1]])

    return _PLACE.sub(fill, pattern)

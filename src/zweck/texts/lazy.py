"""A Fluent bundle that parses a message when it is first said: a site says a quarter of what its files hold.

Parsing all files of a large site takes longer than composing its notice. A file whose messages refer to each other
is parsed whole, so that every reference resolves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message
from fluent.syntax import ast

_ENTRY = re.compile(r"^(-?[A-Za-z][\w-]*)[ ]*=", re.MULTILINE)
_COMMENT = re.compile(r"^#.*$", re.MULTILINE)
_VARIABLE = re.compile(r"\{\s*\$([A-Za-z][\w-]*)\s*\}")
_REFERENCE = re.compile(r"\{\s*-?[a-z]")


class LazyBundle(FluentBundle):
    """One file in one language; ``_messages`` holds what was parsed so far."""

    def __init__(self, language: str, text: str) -> None:
        super().__init__([language], use_isolating=False)
        self._sources = dict(_entries(text))
        if _REFERENCE.search(text):
            self.add_resource(FluentResource(text))

    def has_message(self, name: str) -> bool:
        """Whether the file has the message."""
        return name in self._sources

    def get_message(self, name: str) -> Message:
        """The message, parsed now if it was not before."""
        if name not in self._messages and name in self._sources:
            plain = _plain(name, self._sources[name])
            if plain:
                self._messages[name] = plain
            else:
                self.add_resource(FluentResource(self._sources[name]))
        return super().get_message(name)

    def names(self) -> tuple[str, ...]:
        """All messages of the file, in its order."""
        return tuple(self._sources)


def _plain(name: str, source: str) -> ast.Message | None:
    """The message where it is one line of words and variables, as most are; the parser takes many times as long."""
    text = source.partition("=")[2].strip()
    parts = _VARIABLE.split(text)
    if not text or "\n" in text or any("{" in part or "}" in part for part in parts[::2]):
        return None
    elements: list[ast.TextElement | ast.Placeable] = []
    for number, part in enumerate(parts):
        if number % 2:
            elements.append(ast.Placeable(ast.VariableReference(ast.Identifier(part))))
        elif part:
            elements.append(ast.TextElement(part))
    return ast.Message(ast.Identifier(name), ast.Pattern(elements))


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """Each message with its source; the first of two with one name counts, as in Fluent."""
    found = list(_ENTRY.finditer(text))
    ends = [entry.start() for entry in found[1:]] + [len(text)]
    for entry, end in reversed(list(zip(found, ends, strict=True))):
        yield entry[1], _COMMENT.sub("", text[entry.start() : end])

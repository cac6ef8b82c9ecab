"""YAML with places: every value of a declaration knows its line and column.

Built on PyYAML's composer (libyaml where it is there: twenty times faster, and ``check`` must answer at once), so that
an error can put a caret under the very word. Plain words mean what they mean in YAML 1.2: ``no`` is a word, not false.
Aliases, deep nesting and size are bounded: a hostile file costs bounded time and memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from zweck.errors import DeclarationError, Finding, Position, Severity

Path_ = tuple[str | int, ...]
MAX_BYTES = 2_000_000
MAX_NODES = 100_000
MAX_DEPTH = 40
_PARSED_DEPTH = 200
"""How deep the parser itself may go: libyaml composes on the stack of the process."""


@dataclass
class Source:
    """The text of a declaration and the place of each key and value in it."""

    file: str
    text: str
    values: dict[Path_, Position] = field(default_factory=dict)
    keys: dict[Path_, Position] = field(default_factory=dict)

    def at(self, path: Path_, *, key: bool = False) -> Position:
        """The place of the value (or key) at ``path``, or of its nearest declared ancestor."""
        first, second = (self.keys, self.values) if key else (self.values, self.keys)
        for end in range(len(path), -1, -1):
            known = first.get(path[:end]) or second.get(path[:end])
            if known:
                return known
        return Position(self.file, 1, 1)

    def excerpt(self, position: Position) -> str:
        """The line at ``position`` with a caret under the word."""
        lines = self.text.splitlines()
        if not 0 < position.line <= len(lines):
            return ""
        width = max(1, position.end_column - position.column)
        return f"    {lines[position.line - 1]}\n    {' ' * (position.column - 1)}{'^' * width}"


def read_source(path: Path) -> tuple[Source, Any]:
    """The source and its plain data; raises ``DeclarationError`` for a file that is not readable YAML."""
    name = str(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DeclarationError([_problem(name, 0, 0, f"cannot be read: {error.strerror}")]) from None
    if len(raw) > MAX_BYTES:
        raise DeclarationError([_problem(name, 0, 0, f"larger than {MAX_BYTES} bytes")])
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise DeclarationError([_problem(name, line, 1, "not UTF-8 text")]) from None
    return parse_source(text, name)


def parse_source(text: str, name: str = "zweck.yaml") -> tuple[Source, Any]:
    """Like ``read_source``, from a string."""
    from yaml import MarkedYAMLError, YAMLError

    source = Source(name, text)
    try:
        node = _compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        what = (error.problem or error.context or "not valid YAML").replace("\n", " ")
        raise DeclarationError([_problem(name, line, column, what)], text) from None
    except RecursionError:
        raise DeclarationError([_problem(name, 1, 1, "nested too deeply")], text) from None
    except (YAMLError, ValueError):
        raise DeclarationError([_problem(name, 1, 1, "not valid YAML")], text) from None
    builder = _Builder(source)
    data = builder.build(node, (), 0) if node is not None else {}
    if builder.problems:
        raise DeclarationError(builder.problems, text)
    return source, data


def _compose(text: str) -> Any:
    """The nodes of the one document; raises ``RecursionError`` before the parser would run out of stack."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = 0
    for event in yaml.parse(text, loader):
        opens, closes = isinstance(event, yaml.CollectionStartEvent), isinstance(event, yaml.CollectionEndEvent)
        depth += opens - closes
        if depth > _PARSED_DEPTH:
            raise RecursionError
    return yaml.compose(text, loader)


def _problem(file: str, line: int, column: int, what: str) -> Finding:
    return Finding("yaml", Severity.ERROR, Position(file, line, column), what, "write it as YAML 1.2 in UTF-8")


class _Builder:
    """Turns composed nodes into plain data and notes the place of each."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Finding] = []
        self.nodes = 0

    def build(self, node: Any, path: Path_, depth: int) -> Any:
        self.nodes += 1
        place = self._place(node)
        self.source.values[path] = place
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            if not self.problems:
                self.problems.append(_problem(place.file, place.line, place.column, "too large or too deeply nested"))
            return None
        kind = node.id if hasattr(node, "id") else type(node).__name__
        if kind == "mapping":
            return self._mapping(node, path, depth)
        if kind == "sequence":
            return [self.build(item, (*path, i), depth + 1) for i, item in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: Any, path: Path_, depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            place = self._place(key_node)
            if key_node.id != "scalar" or key in made:
                what = "a key must be one word" if key_node.id != "scalar" else f"the key {key!r} stands here twice"
                self.problems.append(_problem(place.file, place.line, place.column, what))
                continue
            self.source.keys[(*path, key)] = place
            made[key] = self.build(value_node, (*path, key), depth + 1)
            if value_node.start_mark.index == value_node.end_mark.index:
                self.source.values[(*path, key)] = place  # nothing stands there: shown by its key
        return made

    def _place(self, node: Any) -> Position:
        start, end = node.start_mark, node.end_mark
        same = end.line == start.line
        return Position(
            self.source.file, start.line + 1, start.column + 1, end.column + 1 if same else start.column + 2
        )


def _scalar(node: Any) -> Any:
    text: str = node.value
    tag = str(node.tag).rpartition(":")[2]
    if tag == "null":
        return None
    if tag == "bool" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if tag == "int" and text.lstrip("+-").isdigit() and not (len(text) > 1 and text.startswith("0")):
        return int(text) if len(text) < 30 else text
    if tag == "timestamp":
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text


def interpolate(data: Any, source: Source, environ: Mapping[str, str], path: Path_ = ()) -> tuple[Any, list[Finding]]:
    """``${NAME}`` and ``${NAME:-default}`` replaced from ``environ``; an unset name is an error with its place.

    Below ``systems`` an unset name stays as it is, so that a declaration can be checked where its databases are not.
    """
    problems: list[Finding] = []

    def visit(value: Any, where: Path_) -> Any:
        if isinstance(value, dict):
            return {k: visit(v, (*where, k)) for k, v in value.items()}
        if isinstance(value, list):
            return [visit(v, (*where, i)) for i, v in enumerate(value)]
        if isinstance(value, str) and "${" in value:
            return _replace(value, where)
        return value

    def _replace(value: str, where: Path_) -> str:
        import re

        def one(match: re.Match[str]) -> str:
            name, default = match.group(1), match.group(2)
            if (found := environ.get(name, default)) is not None:
                return found
            if where[:1] != ("systems",):
                problems.append(
                    Finding(
                        "unset-variable",
                        Severity.ERROR,
                        source.at(where),
                        f"the environment variable {name} is not set",
                        f"set {name}, or give a default: ${{{name}:-value}}",
                    )
                )
            return match.group(0)

        return re.sub(r"\$\{([A-Z_][A-Z0-9_]*)(?::-([^}]*))?\}", one, value)

    return visit(data, path), problems

"""Edits in the text of a declaration: one value set or one key taken out, everything else as it stands.

Comments, order, quotes and white space belong to whoever wrote the file; only the characters that an edit names change.
Whether an edit did what it should is seen by reading the result again: a file in which it would touch anything else
(an alias, a shorthand) is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from zweck.declaration.source import Path_, parse_source
from zweck.errors import DeclarationError


@dataclass(frozen=True, slots=True)
class Edit:
    """The value at ``path`` becomes ``value`` (YAML as it is to stand in the file); ``None`` takes the key out."""

    path: Path_
    value: str | None


class NotEditable(Exception):
    """The file says it in a form in which this edit would touch more than its place."""


def apply(text: str, edits: list[Edit]) -> str:
    """The text after all edits; raises ``NotEditable`` where one of them cannot be made without touching more."""
    for edit in edits:
        made = _apply(text, edit)
        if _data(made) != _expected(_data(text), edit):
            raise NotEditable(".".join(map(str, edit.path)))
        text = made
    return text


def value_at(data: Any, path: Path_) -> Any:
    """The plain value at a path of parsed data; ``None`` where there is none."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _data(text: str) -> Any:
    try:
        return parse_source(text)[1]
    except DeclarationError:
        return None


def _expected(data: Any, edit: Edit) -> Any:
    """What the data must be after the edit, worked out without the text."""
    head, *rest = edit.path
    wanted = None if edit.value is None else _data(f"v: {edit.value}")["v"]
    if data is None and isinstance(head, str):
        data = {}
    if rest:
        below = _expected(value_at(data, (head,)), Edit(tuple(rest), edit.value))
        return _with(data, head, below)
    if edit.value is None:
        left = {key: value for key, value in data.items() if key != head}
        return left or None
    return _with(data, head, wanted)


def _with(data: Any, key: str | int, value: Any) -> Any:
    if isinstance(data, list):
        return [value if number == key else item for number, item in enumerate(data)]
    return {**data, key: value}


def _apply(text: str, edit: Edit) -> str:
    steps = _nodes(text, edit.path[:-1])
    parent, key = steps[-1], edit.path[-1]
    pairs = _pairs(parent)
    known = next((number for number, (name, _, _) in enumerate(pairs) if name == key), None)
    if edit.value is None:
        if known is None:
            raise NotEditable("nothing to take out")
        return _without(text, parent, pairs, known)
    if known is not None:
        return _replaced(text, pairs[known], edit.value)
    if not isinstance(key, str):
        raise NotEditable("no such item")
    return _inserted(text, steps, edit, pairs)


def _nodes(text: str, path: Path_) -> list[Any]:
    """The nodes from the root to the one at ``path``."""
    import yaml

    node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    found = [node]
    for part in path:
        node = next((value for name, _, value in _pairs(node) if name == part), None)
        if node is None:
            raise NotEditable("no such place")
        found.append(node)
    return found


def _pairs(node: Any) -> list[tuple[str | int, Any, Any]]:
    """Name, key node and value node of each entry; items of a list are named by number and have no key."""
    if node.id == "mapping":
        return [(str(key.value), key, value) for key, value in node.value]
    if node.id == "sequence":
        return [(number, None, value) for number, value in enumerate(node.value)]
    return []


def _replaced(text: str, pair: tuple[str | int, Any, Any], value: str) -> str:
    _, key, node = pair
    if node.id != "scalar" and not node.flow_style:
        raise NotEditable("a block is not replaced")
    if node.id == "scalar" and node.style in ("|", ">"):
        raise NotEditable("a block of text is not replaced")
    start, end = _span(node)
    if start == end and key is not None:
        colon = text.index(":", _span(key)[1]) + 1
        return f"{text[:colon]} {value}{text[colon:]}"
    return text[:start] + value + text[end:]


def _inserted(text: str, steps: list[Any], edit: Edit, pairs: list[tuple[str | int, Any, Any]]) -> str:
    parent, said = steps[-1], f"{edit.path[-1]}: {edit.value}"
    if parent.id == "mapping" and parent.flow_style:
        if not pairs:
            start, end = _span(parent)
            return text[:start] + "{" + said + "}" + text[end:]
        end = len(text[: _span(parent)[1] - 1].rstrip())
        return f"{text[:end]}{' ' if text[end - 1] == ',' else ', '}{said}{text[end:]}"
    if parent.id == "mapping":
        return _in_block(text, pairs, said)
    if parent.id == "scalar" and parent.start_mark.index == parent.end_mark.index:
        return _below(text, steps, edit, said)
    raise NotEditable("a shorthand is not extended")


def _in_block(text: str, pairs: list[tuple[str | int, Any, Any]], said: str) -> str:
    """After the last entry that stands on one line, else before the first."""
    first = pairs[0][1]
    margin = _newline(text) + " " * int(first.start_mark.column)
    for _, key, value in reversed(pairs):
        start, end = _span(value)
        if key.start_mark.line == value.end_mark.line and start != end and not _is_elsewhere(key, value):
            at = _line_end(text, end)
            return text[:at] + margin + said + text[at:]
    at = _span(first)[0]
    return text[:at] + said + margin + text[at:]


def _below(text: str, steps: list[Any], edit: Edit, said: str) -> str:
    """Under a key that has nothing yet."""
    outer = steps[-2] if len(steps) > 1 else None
    key = next((key for name, key, _ in _pairs(outer) if name == edit.path[-2]), None) if outer else None
    if key is None or outer is None or outer.flow_style:
        raise NotEditable("no room below")
    at = _line_end(text, _span(key)[1])
    return text[:at] + _newline(text) + " " * (int(key.start_mark.column) + 2) + said + text[at:]


def _without(text: str, parent: Any, pairs: list[tuple[str | int, Any, Any]], number: int) -> str:
    _, key, value = pairs[number]
    if key is None or _is_elsewhere(key, value):
        raise NotEditable("items and aliases are not taken out")
    start, end = _span(key)[0], max(_span(value)[1], _span(key)[1] + 1)
    following = _span(pairs[number + 1][1])[0] if number + 1 < len(pairs) else None
    begins = text.rfind("\n", 0, start) + 1
    shares_its_line = bool(text[begins:start].strip())
    if following is not None and (parent.flow_style or shares_its_line):
        if "#" in text[end:following]:
            raise NotEditable("a comment stands between")
        return text[:start] + text[following:]
    if parent.flow_style:
        return text[: _end_before(text, start)] + text[end:]
    if shares_its_line or (value.id != "scalar" and not value.flow_style):
        raise NotEditable("nothing would be left, or a block would go")
    return text[:begins] + text[min(_line_end(text, end) + len(_newline(text)), len(text)) :]


def _is_elsewhere(key: Any, value: Any) -> bool:
    """Whether a value is an alias: what it stands for was written at another place."""
    return _span(value)[0] < _span(key)[1]


def _end_before(text: str, start: int) -> int:
    """Where the entry before ends in a flow mapping: without the comma that led to the last one."""
    return len(text[:start].rstrip().removesuffix(",").rstrip()) if text[:start].rstrip().endswith(",") else start


def _span(node: Any) -> tuple[int, int]:
    return int(node.start_mark.index), int(node.end_mark.index)


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    if end < 0:
        return len(text)
    return end - 1 if end and text[end - 1] == "\r" else end


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"

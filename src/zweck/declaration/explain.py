"""Problems of validation in words: what stands there, what is wrong, what would be right, and where."""

from __future__ import annotations

import typing
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from zweck.declaration.source import Source
from zweck.errors import Finding, Position, Severity

if TYPE_CHECKING:
    from zweck.declaration.keeping.reading import Problem


def findings_of(
    error: ValidationError, source: Source, prefix: tuple[str, ...], model: type[BaseModel]
) -> list[Finding]:
    """Every problem in a ``ValidationError`` as a finding at its place; keeping rules are ``rule_problems``' part."""
    found: dict[tuple[Position, str], Finding] = {}
    for detail in (d for d in error.errors() if d["type"] != "keeping"):
        finding = _finding(detail, source, prefix, model)
        found.setdefault((finding.at, finding.message), finding)
    return list(found.values())


def _finding(detail: ErrorDetails, source: Source, prefix: tuple[str, ...], model: type[BaseModel]) -> Finding:
    of_key = detail["loc"][-1:] == ("[key]",)
    path = _written(prefix + tuple(detail["loc"][:-1] if of_key else detail["loc"]), source)
    context = detail.get("ctx") or {}
    code = detail["type"]
    message, mend = _words(detail, context, path, model, tuple(detail["loc"]))
    at = source.at(path[:-1] if code == "missing" else path, key=of_key or code in ("missing", "extra_forbidden"))
    return Finding(code.replace("_", "-"), Severity.ERROR, at, message, mend, path=tuple(map(str, path)))


def _written(path: tuple[Any, ...], source: Source) -> tuple[Any, ...]:
    """The path as the file has it: pydantic adds names of union members, which no file contains."""
    known: tuple[Any, ...] = ()
    for i, part in enumerate(path):
        step = (*known, part)
        if step in source.values or step in source.keys or i == len(path) - 1:
            known = step
    if known not in source.values and known[:-1] not in source.values and len(known) > 1:
        return known[:-1]
    return known


def _words(
    detail: ErrorDetails, context: dict[str, Any], path: tuple[Any, ...], model: type[BaseModel], loc: tuple[Any, ...]
) -> tuple[str, str]:
    code, name = detail["type"], str(path[-1]) if path else ""
    if mend := context.get("mend"):
        return detail["msg"], str(mend)
    if code == "extra_forbidden":
        allowed = _allowed(model, loc[:-1])
        near = get_close_matches(name, allowed, 1, 0.6)
        return f"unknown key {name!r}", f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(allowed)}"
    if code == "missing":
        return f"{name!r} is missing", f"add {name}: … here"
    if code == "literal_error":
        return f"{detail['input']!r} is not possible for {name}", f"one of {context.get('expected', '')}"
    shown = detail["input"] if isinstance(detail["input"], str | int | bool) else type(detail["input"]).__name__
    return f"{name}: {shown!r} does not fit", detail["msg"]


def _allowed(model: type[BaseModel], loc: tuple[Any, ...]) -> list[str]:
    current: type[BaseModel] | None = model
    for part in loc:
        if current is None:
            return []
        fields = {(f.alias or n): f for n, f in current.model_fields.items()}
        if part in fields:
            nested = _models(fields[part].annotation)
            current = nested[0] if nested else None
    if current is None:
        return []
    return sorted(f.alias or n for n, f in current.model_fields.items())


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for a in typing.get_args(annotation) for m in _models(a)]


def rule_problems(options: dict[str, Any], source: Source, path: tuple[Any, ...]) -> list[Finding]:
    """Every fault in the keeping rules of an activity, each with its place inside the clause."""
    from zweck.declaration.keeping import CLAUSES, KeepingError, parse_rule

    found: list[Finding] = []
    clauses = {k: v for k, v in options.items() if k in CLAUSES and isinstance(v, str)}
    try:
        if clauses:
            parse_rule(clauses)
    except KeepingError as error:
        found += [_in_clause(problem, source, path) for problem in error.problems]
    for key, value in options.items():
        for index, part in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(part, dict):
                step = (*path, key, index) if isinstance(value, list) else (*path, key)
                found += rule_problems(part, source, step)
    return found


def _in_clause(problem: Problem, source: Source, path: tuple[Any, ...]) -> Finding:
    where = (*path, problem.clause or "keep")
    place = source.at(where)
    line = source.text.splitlines()[place.line - 1] if place.line else ""
    quoted = line[place.column - 1 : place.column] in ("'", '"')
    column = place.column + problem.offset + (1 if quoted else 0)
    at = Position(place.file, place.line, column, column + max(1, problem.width))
    return Finding("keeping", Severity.ERROR, at, problem.message, problem.mend, path=tuple(map(str, where)))

"""Loading: YAML text to a complete ``Declaration``, or every problem at once, each with its place and its mend."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from zweck.declaration.activity import Activity
from zweck.declaration.explain import findings_of, rule_problems
from zweck.declaration.kind import Assumption, has_kind, kind, kind_names
from zweck.declaration.model import Declaration
from zweck.declaration.source import Source, interpolate, parse_source, read_source
from zweck.errors import DeclarationError, Finding, Severity

FILE_NAME = "zweck.yaml"


def find_file(path: Path) -> Path:
    """``site/`` means ``site/zweck.yaml``."""
    return path / FILE_NAME if path.is_dir() else path


def load(path: Path | str, environ: Mapping[str, str] | None = None) -> Declaration:
    """The declaration in a file or folder; raises ``DeclarationError`` with all problems."""
    source, data = read_source(find_file(Path(path)))
    return _build(source, data, environ)


def loads(text: str, name: str = FILE_NAME, environ: Mapping[str, str] | None = None) -> Declaration:
    """The declaration in a string; raises ``DeclarationError`` with all problems."""
    source, data = parse_source(text, name)
    return _build(source, data, environ)


def _build(source: Source, data: Any, environ: Mapping[str, str] | None) -> Declaration:
    if not isinstance(data, dict):
        what = Finding("yaml", Severity.ERROR, source.at(()), "a declaration is a mapping", "begin with zweck: 1")
        raise DeclarationError([what], source.text)
    data, problems = interpolate(data, source, os.environ if environ is None else environ)
    activities, found = _activities(data.get("activities"), source)
    problems += found
    made: Declaration | None = None
    try:
        made = Declaration.model_validate({**data, "activities": activities})
    except ValidationError as error:
        problems += findings_of(error, source, (), Declaration)
    if problems or made is None:
        raise DeclarationError(sorted(problems, key=lambda f: f.at), source.text)
    object.__setattr__(made, "_source", source)
    made._source = source
    return made


def _activities(data: Any, source: Source) -> tuple[dict[str, Activity], list[Finding]]:
    if data is None:
        return {}, []
    if not isinstance(data, dict):
        at = source.at(("activities",))
        return {}, [Finding("type", Severity.ERROR, at, "activities is a mapping", "one key per activity")]
    made: dict[str, Activity] = {}
    problems: list[Finding] = []
    for name, options in data.items():
        activity, found = _activity(name, options, source)
        problems += found
        if activity:
            made[name] = activity
    return made, problems


def _activity(name: str, options: Any, source: Source) -> tuple[Activity | None, list[Finding]]:
    path = ("activities", name)
    if options is None or options is True:
        options = {}
    if isinstance(options, str):
        options = {"keep": options}
        source.values[(*path, "keep")] = source.at(path)
    if not isinstance(options, dict):
        mend = "give its options as a mapping, or nothing for the kind's own"
        return None, [Finding("type", Severity.ERROR, source.at(path), f"{name}: not a mapping", mend, path=path)]
    wanted = str(options.get("kind") or name)
    if not has_kind(wanted):
        return None, [_unknown_kind(wanted, source, path, "kind" in options)]
    found = kind(wanted)
    complete, assumed = _assume(options, found.assumes)
    try:
        activity = found.options.model_validate({**complete, "kind": wanted})
    except ValidationError as error:
        return None, findings_of(error, source, path, found.options) + rule_problems(options, source, path)
    activity._name, activity._assumed, activity._at = name, assumed, source.at(path, key=True)
    return activity, []


_KEEPING = ("keep", "then", "hold", "end", "extend", "device", "provider", "keeping")


def _assume(options: dict[str, Any], assumes: Mapping[str, Assumption]) -> tuple[dict[str, Any], dict[str, str]]:
    """Fill what is silent. A declaration that says any keeping clause replaces the kind's whole rule by its own."""
    says_keeping = any(clause in options for clause in _KEEPING)
    complete, assumed = dict(options), {}
    for key, assumption in assumes.items():
        if key in options or (says_keeping and key in (*_KEEPING, "reason", "review", "start", "copies")):
            continue
        complete[key] = assumption.value
        assumed[key] = assumption.reason
    return complete, assumed


def _unknown_kind(name: str, source: Source, path: tuple[str, ...], explicit: bool) -> Finding:
    from difflib import get_close_matches

    near = get_close_matches(name, kind_names(), 1, 0.6)
    mend = (
        f"did you mean {near[0]!r}?" if near else "say which kind it is (kind: contact); zweck init --kinds lists them"
    )
    at = source.at((*path, "kind")) if explicit else source.at(path, key=True)
    return Finding("unknown-kind", Severity.ERROR, at, f"there is no kind of activity called {name!r}", mend, path=path)

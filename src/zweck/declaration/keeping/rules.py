"""From YAML values to keeping rules (DIN 66398 Löschregeln).

A bare string is a ``keep`` clause, a mapping says more, a list has several. All mistakes of a value are
gathered before any is raised, each with its clause and the place in its text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from zweck.declaration.keeping import grammar
from zweck.declaration.keeping.clause import Bound, Period, Requests, Simple
from zweck.declaration.keeping.reading import KeepingError, Misread, Problem, Reader
from zweck.declaration.keeping.rule import Rule
from zweck.errors import Position

_READERS: dict[str, tuple[str, Callable[[Reader], Any]]] = {
    "for": ("for_", grammar.read_word),
    "start": ("start", grammar.read_word),
    "keep": ("keep", grammar.read_keep),
    "then": ("then", grammar.read_stages),
    "hold": ("holds", grammar.read_holds),
    "extend": ("extend", grammar.read_extension),
    "end": ("end", grammar.read_end),
    "use_ends": ("use_ends", grammar.read_use_end),
    "requests": ("requests", grammar.read_requests),
    "copies": ("copies", grammar.read_copies),
    "device": ("device", grammar.read_device),
    "provider": ("provider", grammar.read_provider),
    "source": ("source", grammar.read_word),
    "review": ("review", grammar.read_review),
}
CLAUSES = (*_READERS, "reason")
"""Every clause of a keeping rule, in canonical order."""

_NEED_KEEP = ("then", "hold", "extend", "end", "use_ends", "requests")


def parse_rule(value: object, position: Position | None = None) -> Rule:
    """The rule that a YAML value says; ``position`` is remembered as ``rule.at``.

    ``value`` is a string (its ``keep`` clause), a mapping of clauses, or a list with one of these.
    Raises ``KeepingError`` with every problem found.
    """
    rules = parse_rules(value, position)
    if len(rules) != 1:
        raise KeepingError([Problem("one rule belongs here, not a list of several", "keep one of them", index=1)])
    return rules[0]


def parse_rules(value: object, position: Position | None = None) -> tuple[Rule, ...]:
    """The rules that a YAML value says, at least one; see :func:`parse_rule`."""
    items = list(value) if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    if not items:
        raise KeepingError([Problem("the list of keeping rules is empty", "write a rule or leave it out")])
    problems: list[Problem] = []
    rules: list[Rule] = []
    for index, item in enumerate(items):
        rule, found = _read_rule(item, position)
        problems.extend(replace(problem, index=index) for problem in found)
        rules.append(rule)
    problems.extend(_repeated(rules))
    if problems:
        raise KeepingError(problems)
    return tuple(rules)


def _read_rule(item: object, position: Position | None) -> tuple[Rule, list[Problem]]:
    if isinstance(item, str):
        item = {"keep": item}
    if not isinstance(item, Mapping):
        return Rule(), [
            Problem("a keeping rule is text or clauses", "write `6 months after closed` or `keep: …`, `then: …`")
        ]
    values: dict[str, Any] = {"at": position}
    problems: list[Problem] = []
    for name, text in item.items():
        try:
            field, value = _read_clause(name, text)
            values[field] = value
        except Misread as misread:
            problems.append(misread.problem)
    rule = Rule(**values)
    if not problems:
        problems.extend(_contradictions(rule, item))
    return rule, problems


def _read_clause(name: object, text: object) -> tuple[str, Any]:
    if name not in CLAUSES:
        raise Misread(_unknown(name))
    clause = str(name)
    if isinstance(text, (list, tuple)) and clause == "copies":
        text = ", ".join(map(str, text))
    if not isinstance(text, str):
        raise Misread(Problem(f"`{clause}` is text", f"write `{clause}: …` in words", clause))
    if clause == "reason":
        return "reason", _read_reason(text)
    field, read = _READERS[clause]
    reader = Reader(text, clause)
    value = read(reader)
    reader.end()
    return field, value


def _read_reason(text: str) -> str:
    reason = " ".join(text.split())
    if not reason:
        raise Misread(Problem("the reason is empty", "say why, in one sentence", "reason"))
    return reason


def _unknown(name: object) -> Problem:
    near = get_close_matches(str(name), CLAUSES, n=1)
    mend = f"did you mean `{near[0]}`?" if near else f"clauses are {', '.join(CLAUSES)}"
    return Problem(f"`{name}` is no clause of a keeping rule", mend, str(name), 0, max(len(str(name)), 1))


def _repeated(rules: list[Rule]) -> Iterator[Problem]:
    seen: set[str | None] = set()
    for index, rule in enumerate(rules):
        if len(rules) > 1 and rule.for_ in seen:
            yield Problem(
                f"a second rule for {f'`{rule.for_}`' if rule.for_ else 'the same data'}",
                "give each rule of a list its own data class with `for`",
                "for",
                index=index,
            )
        seen.add(rule.for_)


def _contradictions(rule: Rule, clauses: Mapping[str, str]) -> Iterator[Problem]:
    if rule.keep is None:
        yield from _without_keep(rule, clauses)
    if rule.keep is Simple.UNLIMITED:
        yield from _unlimited(rule, clauses)
    if isinstance(rule.keep, Period):
        yield from _period(rule, rule.keep, clauses)


def _without_keep(rule: Rule, clauses: Mapping[str, str]) -> Iterator[Problem]:
    needing = [name for name in _NEED_KEEP if name in clauses]
    for name in needing:
        yield Problem(f"`{name}` needs a `keep` clause beside it", "say how long: `keep: 6 months after closed`", name)
    if not needing and rule.device is None and rule.provider is None:
        yield Problem(
            "the rule does not say how long",
            "add `keep`, `device` or `provider`",
            next(iter(clauses), "keep"),
        )


def _unlimited(rule: Rule, clauses: Mapping[str, str]) -> Iterator[Problem]:
    offset = clauses["keep"].find("unlimited")
    for name, value, example in (
        ("reason", rule.reason, "prevents unlawful mail"),
        ("review", rule.review, "every 12 months"),
    ):
        if value is None:
            yield Problem(f"`unlimited` needs a {name}", f"add `{name}: {example}`", "keep", offset, 9)


def _period(rule: Rule, keep: Period, clauses: Mapping[str, str]) -> Iterator[Problem]:
    text = clauses["keep"]
    if keep.bound is Bound.AT_LEAST and rule.end is None:
        yield Problem(
            "`at least` says no end",
            f"write `at most {keep.moment}` or `exactly {keep.moment}`, or add an `end` event",
            "keep",
            text.find("at"),
            len("at least"),
        )
    if keep.bound is Bound.EXACTLY and rule.requests is Requests.SHORTEN:
        yield Problem(
            "`exactly` may not be undercut, so a request cannot shorten it",
            "write `at most` in `keep`, or `do not shorten` in `requests`",
            "requests",
            clauses["requests"].find("shorten"),
            len("shorten"),
        )
    if rule.start and rule.start != keep.moment.event:
        yield Problem(
            f"`start` names `{rule.start}`, but the period counts from `{keep.moment.event}`",
            f"write `{keep.moment.event}`, or count from `{rule.start}`",
            "start",
            width=len(rule.start),
        )

"""A proposal as YAML that loads in a declaration: every line with its confidence and reason, doubts as comments.

Pure. No url and no value of the data is written; the connection comes from the environment (Art. 32 GDPR). Tables
with no path to a person stand there as comments: what a person must decide is not guessed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache

from zweck import texts
from zweck.declaration.mapping import MappingError, read_tie
from zweck.systems.map.schema import DECLARED, PROPOSED, Column, Draft, Guess, Key, Proposal, Reason, Table

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_RESERVED = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"))
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_COLUMN = 40
_HASHED = 64


def write_mapping(proposal: Proposal, language: str, name: str = "database") -> str:
    """The draft of ``systems:`` for one database; ``name`` is what the system is called."""
    drafts = proposal.drafts
    if not drafts:
        return _comment(_say("draft-none", language, tables=len(proposal.schema.tables)), "")
    lines = [*_head(proposal, language), "systems:", f"  {quoted(name)}:"]
    lines.append(f"    url: ${{{variable(name)}}}  # {_say('draft-url', language)}")
    lines.append("    tables:")
    held = _held(proposal)
    for draft in drafts:
        lines += _table(draft, held, language)
    if not any(map(_has_path, drafts)):
        lines[-1:] = [lines[-1], "      {}"]
    return "\n".join(lines) + "\n"


def variable(name: str) -> str:
    """The environment variable of a system: ``SHOP_DATABASE_URL``."""
    return re.sub(r"\W+", "_", name, flags=re.ASCII).upper().strip("_") + "_DATABASE_URL"


def quoted(name: str) -> str:
    """A name as YAML, quoted where it would be read as something else."""
    if _PLAIN.fullmatch(name) and name.casefold() not in _RESERVED:
        return name
    return json.dumps(name, ensure_ascii=bool(_UNFIT.search(name)))


def reason_of(guess: Guess, language: str) -> str:
    """Why a column is proposed, in one line."""
    return "; ".join(_reason(reason, language) for reason in guess.reasons)


@lru_cache(maxsize=8192)
def _reason(reason: Reason, language: str) -> str:
    return _say(reason.key, language, **dict(reason.names))


def _say(key: str, language: str, /, **arguments: object) -> str:
    return texts.message(f"map.{key}", language, **arguments)


def _comment(text: str, indent: str) -> str:
    return f"{indent}# {_UNFIT.sub('·', text)}"


def _head(proposal: Proposal, language: str) -> Iterator[str]:
    columns = sum(len(d.proposed) for d in proposal.drafts)
    yield _comment(_say("draft-head", language, tables=len(proposal.drafts), columns=columns), "")
    yield _comment(_say("draft-sampled" if proposal.sampled else "draft-unsampled", language), "")
    if names := sorted({d.activity for d in proposal.drafts if _speaks(d)}):
        yield _comment(_say("draft-activities", language, names=", ".join(names)), "")


def _speaks(draft: Draft) -> bool:
    """Whether the draft names its activity: what hangs on another table mostly shares that one's fate."""
    return bool(draft.activity and (draft.subject or draft.has_own_activity))


def _has_path(draft: Draft) -> bool:
    return bool(draft.subject) or any(tie_of(key) for key in draft.through)


def _table(draft: Draft, held: frozenset[str], language: str) -> list[str]:
    lines = [f"      {quoted(draft.table.name)}:"]
    body = [*_path(draft, language), *_data(draft, language), *_fate(draft, held, language)]
    lines += [f"        {line}" for line in body]
    lines += [_comment(_unsure(g, language), "        ") for g in draft.guesses if g.confidence < PROPOSED]
    if _has_path(draft):
        return lines
    return ["      # " + line[6:] if not line[6:].startswith("  # ") else "      #" + line[6:] for line in lines]


def _unsure(guess: Guess, language: str) -> str:
    told = {"column": guess.column, "confidence": _confidence(guess.confidence), "reason": reason_of(guess, language)}
    return _say("draft-unsure", language, **told)


def _confidence(value: float) -> str:
    return f"{value:.2f}"


def _path(draft: Draft, language: str) -> Iterator[str]:
    if draft.subject:
        listed = ", ".join(f"{who}: [{', '.join(map(quoted, cs))}]" for who, cs in draft.subject.items())
        yield f"subject: {{{listed}}}"
    for key in draft.through:
        if tie := tie_of(key):
            said = "draft-path-declared" if key.confidence == DECLARED else "draft-path-inferred"
            yield f"through: {quoted(tie)}  # {_say(said, language, confidence=_confidence(key.confidence))}"
        else:
            yield _comment(_say("draft-path-unsaid", language, columns=", ".join(key.columns)), "")
    if not draft.subject and not draft.through:
        yield _comment(_say("draft-no-path", language), "")


def tie_of(key: Key) -> str:
    """A key as ``through`` says it; empty if its names cannot be said there."""
    column, other = key.columns[0], (key.others or ("",))[0]
    near = f"{key.child}.{column}" if key.child else column
    far = other if key.child else f"{key.table}.{other}"
    text = near if key.confidence == DECLARED else f"{near} = {far}"
    try:
        tie = read_tie(text)
    except MappingError:
        return ""
    return text if (tie.column, tie.table) == (column, key.child) else ""


def _data(draft: Draft, language: str) -> Iterator[str]:
    if not draft.proposed:
        yield f"data: []  # {_say('draft-station', language)}"
        return
    yield "data:"
    for guess in draft.proposed:
        line = f"  {quoted(guess.column)}: {guess.category}"
        yield f"{line:<{_COLUMN}}# {_confidence(guess.confidence)} {_UNFIT.sub('·', reason_of(guess, language))}"


def _fate(draft: Draft, held: frozenset[str], language: str) -> Iterator[str]:
    if _speaks(draft):
        said = _say("draft-activity", language, confidence=_confidence(draft.activity_confidence))
        yield f"activity: {draft.activity}  # {said}"
    if not draft.table.primary:
        yield "read_only: true  # key?"
    elif draft.table.name in held and (methods := _methods(draft)):
        yield "then:"
        yield "  anonymise:"
        yield from (f"    {quoted(name)}: {method}" for name, method in methods)


def _held(proposal: Proposal) -> frozenset[str]:
    """Tables whose rows unmapped tables refer to: they cannot go, their personal columns are emptied instead."""
    mapped = {d.table.name for d in proposal.drafts if _has_path(d)}
    return frozenset(k.table for child, k in proposal.keys if k.confidence == DECLARED and child not in mapped)


def _methods(draft: Draft) -> list[tuple[str, str]]:
    told = ((g.column, _method(draft.table, draft.table.column(g.column), g)) for g in draft.proposed)
    return [(column, method) for column, method in told if method]


def _method(table: Table, column: Column, guess: Guess) -> str:
    if column.may_be_null and column.name not in table.primary:
        return "null"
    if column.type in ("text", "long"):
        return "hash" if guess.identifier and not 0 < column.size < _HASHED else '{constant: ""}'
    return "{constant: 0}" if column.type == "number" else ""

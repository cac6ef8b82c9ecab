"""Schema drift: a declared mapping against the present schema, as findings (Art. 5(2), 24(1), 30 GDPR).

Pure. A new column that is likely personal and that no activity declares, a table or column that is gone: an access
request would miss the one and fail at the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from zweck import texts
from zweck.declaration.mapping import read_then
from zweck.errors import Finding, Position, Severity
from zweck.systems.map.draft import reason_of
from zweck.systems.map.propose import Evidence, propose
from zweck.systems.map.schema import PROPOSED, Guess, Schema

if TYPE_CHECKING:
    from zweck.declaration import Declaration
    from zweck.declaration.model import SystemUse, Table

UNDECLARED, NO_TABLE, NO_COLUMN = "map-undeclared-column", "map-vanished-table", "map-vanished-column"
_SOURCE = {UNDECLARED: "Art. 30(1)(c) GDPR", NO_TABLE: "Art. 5(2) GDPR", NO_COLUMN: "Art. 5(2) GDPR"}


def drift(
    declaration: Declaration, system: str, schema: Schema, language: str, evidence: Evidence | None = None
) -> list[Finding]:
    """What the mapping of ``system`` and its ``schema`` disagree on."""
    use = declaration.systems[system]
    found = [*_vanished(declaration, system, use, schema, language)]
    for draft in propose(schema, evidence).drafts:
        for guess in draft.guesses:
            if guess.confidence >= PROPOSED and guess.column not in _named(use.tables.get(draft.table.name)):
                found.append(_undeclared(declaration, system, draft.table.name, guess, language))
    return found


def _named(table: Table | None) -> set[str]:
    """Columns that the mapping speaks of in any way."""
    if table is None:
        return set()
    identity = {c for columns in (table.subject or {}).values() for c in columns}
    shared = {*table.shared, *table.key, *table.events.values(), *read_then(table.then)[1]}
    ways = {way.partition("=")[0].strip() for way in table.through}
    named = {*table.data, *identity, *shared, *ways} | ({table.restrict} if table.restrict else set())
    return named | {name.partition(".")[0] for name in named}


def _vanished(
    declaration: Declaration, system: str, use: SystemUse, schema: Schema, language: str
) -> Iterator[Finding]:
    for name, table in use.tables.items():
        if name not in schema.tables:
            if name not in schema.left_out:
                yield _finding(declaration, NO_TABLE, (system, name), Severity.ERROR, language)
            continue
        present = {c.name for c in schema.tables[name].columns}
        identity = {c for columns in (table.subject or {}).values() for c in columns}
        for column in sorted({*table.data, *identity, *table.shared, *table.key, *read_then(table.then)[1]}):
            if column not in present and column.partition(".")[0] not in present:
                yield _finding(declaration, NO_COLUMN, (system, name), Severity.ERROR, language, column=column)


def _undeclared(declaration: Declaration, system: str, table: str, guess: Guess, language: str) -> Finding:
    told = {"category": guess.category, "confidence": f"{guess.confidence:.2f}", "reason": reason_of(guess, language)}
    return _finding(declaration, UNDECLARED, (system, table), Severity.WARN, language, column=guess.column, **told)


def _finding(
    declaration: Declaration, rule: str, place: tuple[str, str], severity: Severity, language: str, **told: str
) -> Finding:
    system, table = place
    names = {"system": system, "table": table, **told}
    return Finding(
        rule=rule,
        severity=severity,
        at=_place(declaration, system, table),
        message=texts.message(f"map.{rule}", language, **names),
        mend=texts.message(f"map.{rule}.mend", language, **names),
        source=_SOURCE[rule],
        certainty="inferred" if rule == UNDECLARED else "observed",
        path=("systems", system, "tables", table),
    )


def _place(declaration: Declaration, system: str, table: str) -> Position:
    """The table in the file, or its system where the table is not named."""
    return declaration.source.at(("systems", system, "tables", table), key=True)

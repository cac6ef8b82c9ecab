"""Every connected database of a declaration held against its mapping, for ``zweck check --systems`` and the desk.

Only the schema is read, never a value. What cannot be reached is said, not passed over: a mapping that nobody can check
proves nothing (Art. 5(2) GDPR).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zweck.errors import SystemFailure, ZweckError
from zweck.systems.map.drift import drift
from zweck.systems.map.reflect import read_schema
from zweck.systems.sql.database import url_of

if TYPE_CHECKING:
    from zweck.declaration import Declaration
    from zweck.errors import Finding


def drifted(declaration: Declaration, language: str) -> list[Finding]:
    """The schema drift of all systems that declare tables; raises ``ZweckError`` naming the one it cannot read."""
    found: list[Finding] = []
    for name, use in declaration.systems.items():
        if use.tables:
            try:
                schema, _ = read_schema(url_of(name, use), use.database_schema)
            except SystemFailure:
                raise
            except ZweckError as error:
                raise ZweckError(f"systems.{name}: {str(error).removeprefix('map: ')}") from None
            found += drift(declaration, name, schema, language)
    return found

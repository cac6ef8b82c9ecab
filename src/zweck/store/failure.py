"""What a database reports, in our words: a full disk, a damaged file, a missing permission, no connection.

A driver's message can quote values, and a traceback with it would show them; callers get a ``SystemFailure`` that says
what happened and what helps, and nothing of what was being stored (Art. 32 GDPR).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from zweck.errors import SystemFailure

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine, ExceptionContext

_KNOWN: tuple[tuple[str, str, bool], ...] = (
    ("disk is full", "the disk is full: make room, nothing of this step was stored", False),
    ("disk i/o error", "the disk of the database fails, or is full; nothing of this step was stored", False),
    ("not a database", "the database file is no Zweck store, or damaged: `zweck restore` puts a backup back", True),
    ("malformed", "the database file is damaged: `zweck restore` puts a backup back", True),
    ("readonly", "the database file cannot be written: look at its permissions and those of its folder", True),
    ("unable to open", "the database file cannot be opened: look at its path and permissions", True),
    ("no such table", "the tables of the database are not those of this Zweck", True),
    ("no such column", "the tables of the database are not those of this Zweck", True),
)
"""A piece of the driver's message, ours, and whether another try is in vain."""
_ELSE = "the database is busy or cannot be reached"


def explain_failures(engine: Engine) -> None:
    """Let every failure of the database itself leave ``engine`` as a ``SystemFailure``.

    Broken constraints and wrong statements stay what they are: those are ours to handle or to mend.
    """
    sa.event.listen(engine, "handle_error", _explain)


def _explain(context: ExceptionContext) -> None:
    if context.is_pre_ping or type(context.sqlalchemy_exception) not in (sa.exc.OperationalError, sa.exc.DatabaseError):
        return
    said = str(context.original_exception).lower()
    if "readonly" in said and context.connection and context.connection.get_execution_options().get("zweck_read"):
        return  # a view that was to be written: a mistake of ours
    raise in_our_words(context.original_exception) from None


def in_our_words(error: BaseException) -> SystemFailure:
    """What a driver's error means, without anything that it quotes."""
    said = str(error).lower()
    for piece, message, is_permanent in _KNOWN:
        if piece in said:
            return SystemFailure(message, permanent=is_permanent)
    return SystemFailure(_ELSE)

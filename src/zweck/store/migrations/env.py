"""How Alembic reaches the database: over the connection that ``store.migrate`` hands in, in its transaction."""

from __future__ import annotations

from alembic import context

from zweck.store import ledger, tables  # noqa: F401 - the tables register themselves
from zweck.store.columns import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
context.run_migrations()

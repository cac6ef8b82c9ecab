"""Alembic's scripts: ``env`` runs them inside the one transaction that ``store.migrate`` opened."""

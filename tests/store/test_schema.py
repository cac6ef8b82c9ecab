"""The schema: every column says what it is for, every table has its site, and the migrations make exactly this."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from tests.stores import SITE

from zweck.clock import FixedClock
from zweck.config import Secret, Settings
from zweck.errors import IntegrityError, ZweckError
from zweck.store import Store, ledger, migrate, open_store, tables
from zweck.store.columns import metadata

COLUMNS = [column for table in metadata.sorted_tables for column in table.columns]


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_every_column_says_what_it_is_for(column: sa.Column[object]) -> None:
    info = column.info
    assert info == {"personal": False} or (info.get("purpose") and info.get("category")), column


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=str)
def test_every_table_is_of_a_site(table: sa.Table) -> None:
    assert next(iter(table.primary_key)).name == "site_id"


def test_personal_columns_are_sealed_or_hashed() -> None:
    open_ones = {str(c) for c in COLUMNS if "purpose" in c.info and not isinstance(c.type, sa.LargeBinary)}
    assert open_ones == {"consent.choices", "hold.opened_by", "person.password_hash"}


def test_the_ledger_holds_no_personal_column() -> None:
    found = [c for t in vars(ledger).values() if isinstance(t, sa.Table) for c in t.columns if "purpose" in c.info]
    assert found == []
    assert any("purpose" in c.info for c in tables.identifier.columns)


def test_migrations_make_the_tables_of_the_code(store: Store) -> None:
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_head_is_the_newest_script() -> None:
    config = Config()
    config.set_main_option("script_location", "zweck.store:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == migrate.HEAD


def test_a_newer_database_is_refused_and_unchanged(settings: Settings, clock: FixedClock) -> None:
    made = open_store(settings, clock)
    with made.engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    made.close()
    with pytest.raises(ZweckError, match="newer"):
        open_store(settings, clock)


def test_another_master_key_opens_nothing(store: Store, clock: FixedClock) -> None:
    with store.begin(SITE) as tx:
        made = tx.records.add("contact", data={"x": "y"})
    url = store.engine.url.render_as_string(hide_password=False)
    settings = Settings(store.settings.data, url, Secret(b"x" * 32))
    with pytest.raises(ZweckError, match="another master key"):
        open_store(settings, clock)
    other = Store(settings, clock)
    with other.read(SITE) as tx, pytest.raises(IntegrityError):
        tx.records.get(made)
    other.close()


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense", "sqlite://", "sqlite:///:memory:"])
def test_other_databases_are_refused(settings: Settings, clock: FixedClock, url: str) -> None:
    with pytest.raises(ZweckError, match="sqlite:///path"):
        open_store(Settings(settings.data, url, settings.master_key), clock)

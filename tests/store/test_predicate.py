"""A keeping rule selects in SQL exactly the records that are due, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from sqlalchemy.engine import Connection
from tests.declaration.keeping_strategies import BERLIN, EVENTS, cases

from zweck.declaration.keeping import (
    Always,
    Before,
    Condition,
    Happened,
    Never,
    NotBefore,
    NotHappened,
    Rule,
    all_of,
    parse_rule,
)
from zweck.store.predicate import compile

WORDS = sorted(
    {*EVENTS, "adopted", "session_ended", "call_left", "erasure_requested", "consent_withdrawn"}
    | {"negotiation_ended", "account_closed"}
    | {f"{state}_started" for state in ("contract", "negotiation", "account_open")}
    | {
        f"{verb}_{reason}"
        for verb in ("held_for", "released_from")
        for reason in ("dispute", "statutory_duty", "misuse_incident")
    }
)
# Half of the columns know their zone and half do not: both must be read as UTC.
TABLE = sa.Table(
    "record",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    *(sa.Column(word, sa.DateTime(timezone=number % 2 == 0)) for number, word in enumerate(WORDS)),
)


def column_of(event: str) -> sa.ColumnElement[Any]:
    return TABLE.c[event]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Connection]:
    url = "sqlite://" if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        TABLE.create(connection)
        yield connection
        connection.rollback()
    engine.dispose()


def fill(database: Connection, rows: list[dict[str, datetime]]) -> None:
    database.execute(TABLE.delete())
    for number, row in enumerate(rows):
        values = {
            word: moment if TABLE.c[word].type.timezone else moment.replace(tzinfo=None) for word, moment in row.items()
        }
        database.execute(TABLE.insert().values(id=number, **values))


def selected(database: Connection, condition: Condition) -> set[int]:
    return set(database.scalars(sa.select(TABLE.c.id).where(compile(condition, column_of))))


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(cases())
def test_the_due_date_and_the_predicate_agree(
    database: Connection, case: tuple[Rule, list[dict[str, datetime]], list[datetime]]
) -> None:
    rule, rows, nows = case
    fill(database, rows)
    for now in nows:
        for stage in range(len(rule.stages)):
            due = {n for n, row in enumerate(rows) if (at := rule.due(row, stage=stage)) and at <= now}
            assert selected(database, rule.predicate(now, stage=stage)) == due
        held = rule.held(now)
        assert selected(database, held) == {n for n, row in enumerate(rows) if held.holds(row)}


def test_a_rule_selects_some_records_and_leaves_others(database: Connection) -> None:
    ended = datetime(2026, 8, 31, 12, tzinfo=UTC)
    rule = parse_rule("at most 6 months after closed")
    fill(database, [{"closed": ended}, {"closed": datetime(2026, 9, 1, tzinfo=UTC)}, {}])
    assert selected(database, rule.predicate(datetime(2027, 2, 28, 22, 59, 59, tzinfo=UTC))) == set()
    assert selected(database, rule.predicate(datetime(2027, 2, 28, 23, tzinfo=UTC))) == {0}


def test_an_event_that_a_system_never_records_never_happened() -> None:
    instant = datetime(2026, 1, 1, tzinfo=UTC)
    answers = {
        type(condition): str(compile(condition, lambda event: None))
        for condition in (
            Before("closed", instant),
            NotBefore("closed", instant),
            Happened("closed"),
            NotHappened("closed"),
        )
    }
    assert answers == {Before: "false", NotBefore: "true", Happened: "false", NotHappened: "true"}


def test_constants_compile() -> None:
    assert str(compile(Always(), column_of)) == "true"
    assert str(compile(Never(), column_of)) == "false"


def test_a_comparison_leaves_the_column_bare_for_its_index() -> None:
    rule = parse_rule("8 years after year_end of issued")
    text = str(compile(rule.predicate(datetime(2035, 1, 1, tzinfo=BERLIN)), column_of))
    assert text == "record.issued < :issued_1"


def test_a_date_column_counts_from_the_start_of_its_day() -> None:
    days = sa.Table("day", sa.MetaData(), sa.Column("closed", sa.Date))
    engine = sa.create_engine("sqlite://")
    rule = parse_rule({"keep": "until closed"})
    with engine.connect() as connection:
        days.create(connection)
        connection.execute(days.insert(), [{"closed": date(2026, 11, 22)}, {"closed": date(2026, 11, 23)}])

        def count(now: datetime) -> int:
            where = compile(rule.predicate(now), lambda event: days.c.closed)
            return connection.scalar(sa.select(sa.func.count()).where(where)) or 0

        assert count(datetime(2026, 11, 21, 23, 59, 59, tzinfo=BERLIN)) == 0
        assert count(datetime(2026, 11, 22, tzinfo=BERLIN)) == 1
        assert count(datetime(2026, 11, 22, 23, 59, 59, tzinfo=BERLIN)) == 1
        assert count(datetime(2026, 11, 23, tzinfo=BERLIN)) == 2
    engine.dispose()


@pytest.mark.parametrize("kind", [sa.Integer(), sa.String(), sa.types.NullType()])
def test_a_column_without_time_is_refused(kind: Any) -> None:
    condition = all_of([Before("closed", datetime(2026, 1, 1, tzinfo=UTC))])
    with pytest.raises(TypeError, match="closed"):
        compile(condition, lambda event: sa.column("closed", kind))

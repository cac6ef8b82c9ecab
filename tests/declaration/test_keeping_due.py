"""Due dates of keeping rules: calendar ends, leap days, clock changes, caps, holds and their precedence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from tests.declaration.keeping_strategies import BERLIN, cases, durations, instants

from zweck.declaration.keeping import (
    FAR_AHEAD,
    LONG_AGO,
    STATUTES,
    Delete,
    Duration,
    Restrict,
    Rule,
    StatutoryPeriod,
    Unit,
    parse_rule,
)
from zweck.declaration.keeping.period import TICK, end_of_period, events_before


def berlin(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BERLIN)  # type: ignore[arg-type, misc]


def due(rule: Any, **events: datetime) -> datetime | None:
    found = parse_rule(rule).due(events)
    return found.astimezone(BERLIN) if found else None


@pytest.mark.parametrize(
    ("rule", "event", "gone"),
    [
        ("7 days after closed", berlin(2026, 10, 20, 12), berlin(2026, 10, 28)),  # over the clock change
        ("7 days after closed", berlin(2026, 3, 27, 23, 59, 59), berlin(2026, 4, 4)),
        ("2 weeks after closed", berlin(2026, 2, 14), berlin(2026, 3, 1)),
        ("at most 6 months after closed", berlin(2026, 8, 31, 9), berlin(2027, 3, 1)),
        ("at most 6 months after closed", berlin(2027, 8, 31, 9), berlin(2028, 3, 1)),
        (
            "at most 6 months after closed",
            berlin(2026, 2, 28, 9),
            berlin(2026, 8, 29),
        ),  # same number, not month end
        ("1 month after closed", berlin(2026, 1, 31), berlin(2026, 3, 1)),
        ("14 months after closed", berlin(2026, 12, 31), berlin(2028, 3, 1)),
        ("at most 2 years after closed", berlin(2028, 2, 29), berlin(2030, 3, 1)),
        ("at most 2 years after closed", berlin(2026, 3, 10), berlin(2028, 3, 11)),
        ("exactly 3 years after closed", berlin(2026, 11, 25, 18), berlin(2029, 11, 26)),
        ("30 years after closed", berlin(2026, 2, 3), berlin(2056, 2, 4)),
        ("10 years after year_end of closed", berlin(2026, 5, 20), berlin(2037, 1, 1)),
        ("8 years after year_end of closed", berlin(2026, 3, 15), berlin(2035, 1, 1)),
        ("6 years after year_end of closed", berlin(2026, 12, 31, 23, 59, 59), berlin(2033, 1, 1)),
        ("6 years after year_end of closed", berlin(2027, 1, 1), berlin(2034, 1, 1)),
        ("3 years after year_end of closed", berlin(2026, 2, 3), berlin(2030, 1, 1)),
        ("2 months after year_end of closed", berlin(2026, 5, 1), berlin(2027, 3, 1)),  # 31 February
        ("30 days after year_end of closed", berlin(2026, 5, 1), berlin(2027, 1, 31)),
        ("24 hours after closed", berlin(2026, 10, 24, 12), berlin(2026, 10, 25, 11)),
        ("30 minutes after closed", berlin(2026, 3, 29, 1, 45), berlin(2026, 3, 29, 3, 15)),
        ("6 hours after year_end of closed", berlin(2026, 5, 1), berlin(2027, 1, 1, 6)),
        ("until closed", berlin(2026, 11, 25, 8), berlin(2026, 11, 25, 8)),
        ("while account_open", None, None),
    ],
)
def test_a_period_ends_on_the_day_the_calendar_says(rule: str, event: datetime | None, gone: datetime | None) -> None:
    assert due(rule, **({"closed": event} if event else {})) == gone


def test_a_late_evening_event_belongs_to_its_german_day() -> None:
    assert due("1 day after closed", closed=datetime(2026, 6, 1, 22, 30, tzinfo=UTC)) == berlin(2026, 6, 4)


def test_days_are_counted_in_the_zone_that_is_asked_for() -> None:
    rule = parse_rule("1 day after closed")
    closed = {"closed": datetime(2026, 6, 1, 22, 30, tzinfo=UTC)}
    assert rule.due(closed, ZoneInfo("UTC")) == datetime(2026, 6, 3, tzinfo=UTC)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(durations(), instants)
def test_the_threshold_is_the_exact_reverse_of_the_count(duration: Duration, now: datetime) -> None:
    for year_end in (False, True):
        threshold = events_before(now, duration, BERLIN, year_end=year_end)
        assert end_of_period(threshold - TICK, duration, BERLIN, year_end=year_end) <= now
        assert end_of_period(threshold, duration, BERLIN, year_end=year_end) > now


def test_each_day_of_four_years_counts_as_the_plain_calendar_does() -> None:
    for months in (1, 2, 6, 12, 13):
        for number in range(4 * 366):
            day = date(2023, 1, 1) + timedelta(days=number)
            index = day.month - 1 + months
            first = date(day.year + index // 12, index % 12 + 1, 1)
            after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
            last = min(first + timedelta(days=day.day - 1), after - timedelta(days=1))
            gone = end_of_period(berlin(day.year, day.month, day.day, 12), Duration(months, Unit.MONTH), BERLIN)
            assert gone.astimezone(BERLIN).date() == last + timedelta(days=1)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(cases())
def test_the_condition_agrees_with_the_due_date(
    case: tuple[Rule, list[dict[str, datetime]], list[datetime]],
) -> None:
    rule, rows, nows = case
    for now in nows:
        for stage in range(len(rule.stages)):
            condition = rule.predicate(now, stage=stage)
            for row in rows:
                at = rule.due(row, stage=stage)
                assert condition.holds(row) == (at is not None and at <= now)
                assert condition.negated().holds(row) != condition.holds(row)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(cases())
def test_stages_come_one_after_the_other(
    case: tuple[Rule, list[dict[str, datetime]], list[datetime]],
) -> None:
    rule, rows, _ = case
    for row in rows:
        dues = [at or FAR_AHEAD for _, at in rule.timeline(row)]
        assert dues == sorted(dues)


class TestSeveralEvents:
    def test_the_first_of_several_counts(self) -> None:
        rule = "until first of (answered, 3 months after received)"
        received = berlin(2026, 11, 30)
        assert due(rule, received=received) == berlin(2027, 3, 1)
        assert due(rule, received=received, answered=berlin(2026, 12, 1, 9)) == berlin(2026, 12, 1, 9)

    def test_the_last_of_several_counts_and_waits_for_all(self) -> None:
        rule = "until last of (2 years after delivered, statutory_end)"
        delivered = berlin(2026, 5, 31)
        assert due(rule, delivered=delivered) is None
        assert due(rule, delivered=delivered, statutory_end=berlin(2027, 1, 1)) == berlin(2028, 6, 1)

    def test_nesting(self) -> None:
        rule = "until last of (first of (order_completed, relationship_ended), statutory_end)"
        events = {"order_completed": berlin(2026, 5, 1), "relationship_ended": berlin(2026, 4, 1)}
        assert due(rule, **events) is None
        assert due(rule, **events, statutory_end=berlin(2026, 1, 1)) == berlin(2026, 4, 1)


class TestStates:
    def test_a_state_ends_with_its_own_event(self) -> None:
        assert due("while account_open", account_closed=berlin(2026, 1, 1)) == berlin(2026, 1, 1)
        assert due("while contract", contract_ended=berlin(2026, 1, 1)) == berlin(2026, 1, 1)

    def test_of_several_states_the_last_one_counts(self) -> None:
        rule = "while any of (negotiation, contract)"
        ended = {"negotiation_started": berlin(2026, 1, 1), "negotiation_ended": berlin(2026, 2, 1)}
        assert due(rule, **ended) == berlin(2026, 2, 1)
        assert due(rule, **ended, contract_started=berlin(2026, 2, 1)) is None
        assert due(rule, **ended, contract_started=berlin(2026, 2, 1), contract_ended=berlin(2027, 1, 1)) == berlin(
            2027, 1, 1
        )

    def test_visits_and_calls_end_at_once(self) -> None:
        assert due("session", session_ended=berlin(2026, 1, 1, 10, 35)) == berlin(2026, 1, 1, 10, 35)
        assert due("call", call_left=berlin(2026, 1, 1, 10, 20)) == berlin(2026, 1, 1, 10, 20)

    def test_what_is_never_stored_is_always_overdue(self) -> None:
        assert parse_rule("nothing").due({}) == LONG_AGO

    def test_unlimited_ends_only_by_its_event(self) -> None:
        rule = {"keep": "unlimited", "reason": "r", "review": "every 1 year", "end": "on objected at once"}
        assert due(rule) is None
        assert due(rule, objected=berlin(2026, 1, 1)) == berlin(2026, 1, 1)


class TestStatutory:
    def test_each_class_has_its_period(self) -> None:
        rule = "statutory books, vouchers, letters"
        assert due(rule, adopted=berlin(2026, 5, 20)) == berlin(2037, 1, 1)
        assert due(rule, issued=berlin(2026, 3, 15)) == berlin(2035, 1, 1)
        assert due(rule, received=berlin(2026, 12, 31)) == berlin(2033, 1, 1)
        assert due(rule) is None

    def test_the_longest_counts_for_a_document_of_two_classes(self) -> None:
        both = {"issued": berlin(2026, 3, 15), "received": berlin(2028, 12, 31)}
        assert due("statutory vouchers, letters", **both) == berlin(2035, 1, 1)

    def test_a_declared_start_replaces_the_usual_one(self) -> None:
        rule = {"keep": "statutory vouchers", "start": "invoiced"}
        assert due(rule, invoiced=berlin(2026, 3, 15), issued=berlin(2020, 1, 1)) == berlin(2035, 1, 1)

    def test_another_table_of_statutes_can_be_given(self) -> None:
        ten = {
            **STATUTES,
            "vouchers": StatutoryPeriod(Duration(10, Unit.YEAR), "issued", "KWG", date(2026, 1, 1)),
        }
        rule, events = parse_rule("statutory vouchers"), {"issued": berlin(2026, 3, 15)}
        assert rule.due(events, statutes=ten) == berlin(2037, 1, 1)
        assert rule.predicate(berlin(2037, 1, 1), statutes=ten).holds(events)
        assert not rule.predicate(berlin(2036, 12, 31), statutes=ten).holds(events)


class TestStages:
    RULE = parse_rule(
        {
            "keep": "until contract_ended",
            "then": "restrict in archive until last of (statutory_end, dispute_ended) "
            "at most 10 years after contract_ended ; delete",
        }
    )

    def test_a_restriction_ends_in_deletion(self) -> None:
        ended = berlin(2026, 12, 31, 12)
        events = {
            "contract_ended": ended,
            "statutory_end": berlin(2030, 1, 1),
            "dispute_ended": berlin(2029, 1, 1),
        }
        assert self.RULE.timeline(events) == [
            (self.RULE.stages[0], ended),
            (Delete(), berlin(2030, 1, 1)),
        ]

    def test_its_cap_beats_what_never_happens(self) -> None:
        events = {"contract_ended": berlin(2026, 12, 31, 12)}
        assert self.RULE.due(events, stage=1) == berlin(2037, 1, 1)

    def test_deletion_after_a_restriction_need_not_be_said(self) -> None:
        rule = parse_rule({"keep": "until warranty_ended", "then": "restrict until 8 years after year_end of invoiced"})
        assert rule.stages[-1] == Delete()
        assert isinstance(rule.stages[0], Restrict)
        assert rule.to_yaml()["then"] == "restrict until 8 years after year_end of invoiced"

    def test_an_end_at_once_still_goes_through_the_restriction(self) -> None:
        rule = parse_rule(
            {
                "keep": "while contract",
                "end": "on account_deleted at once",
                "then": "restrict until statutory_end ; delete",
            }
        )
        events = {"account_deleted": berlin(2026, 5, 1), "statutory_end": berlin(2034, 12, 31)}
        assert [at for _, at in rule.timeline(events)] == [berlin(2026, 5, 1), berlin(2034, 12, 31)]


class TestExtension:
    RULE = "at most 6 months after closed", "by consent to 12 months after consent_given"
    CLOSED = berlin(2026, 8, 31)

    def extended(self, **events: datetime) -> datetime | None:
        keep, extend = self.RULE
        return due({"keep": keep, "extend": extend}, closed=self.CLOSED, **events)

    def test_without_consent_the_base_rule_counts(self) -> None:
        assert self.extended() == berlin(2027, 3, 1)

    def test_with_consent_the_longer_one(self) -> None:
        assert self.extended(consent_given=berlin(2026, 9, 30)) == berlin(2027, 10, 1)

    def test_withdrawn_late_it_goes_at_once(self) -> None:
        withdrawn = berlin(2027, 4, 10, 15)
        assert self.extended(consent_given=berlin(2026, 9, 30), consent_withdrawn=withdrawn) == withdrawn

    def test_withdrawn_early_the_base_rule_is_back(self) -> None:
        assert self.extended(consent_given=berlin(2026, 9, 30), consent_withdrawn=berlin(2026, 12, 1)) == berlin(
            2027, 3, 1
        )


class TestHolds:
    def test_a_hold_binds_only_records_on_which_it_was_set(self) -> None:
        rule = {"keep": "until closed", "hold": "for dispute until dispute_ended"}
        assert due(rule, closed=berlin(2026, 1, 1)) == berlin(2026, 1, 1)
        held = {"closed": berlin(2026, 1, 1), "held_for_dispute": berlin(2025, 12, 1)}
        assert due(rule, **held) is None
        assert due(rule, **held, dispute_ended=berlin(2026, 6, 10)) == berlin(2026, 6, 10)
        assert due(rule, **held, released_from_dispute=berlin(2026, 6, 9)) == berlin(2026, 6, 9)

    def test_a_cap_ends_a_hold(self) -> None:
        rule = {
            "keep": "7 days after collected",
            "hold": "for misuse_incident until incident_closed at most 5 years after collected",
        }
        events = {"collected": berlin(2026, 11, 2), "held_for_misuse_incident": berlin(2026, 11, 5)}
        assert due(rule, **events) == berlin(2031, 11, 3)
        assert due(rule, **events, incident_closed=berlin(2027, 1, 1)) == berlin(2027, 1, 1)

    def test_an_open_hold_for_legal_claims_beats_every_cap(self) -> None:
        rule = parse_rule(
            {
                "keep": "until closed",
                "then": "restrict at most 10 years after closed ; delete",
                "hold": "for legal_claims at most 1 year after closed",
            }
        )
        events = {"closed": berlin(2026, 12, 31), "held_for_legal_claims": berlin(2027, 1, 1)}
        assert [at for _, at in rule.timeline(events)] == [berlin(2026, 12, 31), None]
        assert rule.without_holds().due(events, stage=1) == berlin(2037, 1, 1)

    def test_an_end_at_once_beats_other_holds_but_not_those_of_law(self) -> None:
        for reason, gone in (
            ("quality_check", berlin(2026, 5, 1)),
            ("statutory_duty", berlin(2034, 1, 1)),
            ("dispute", berlin(2034, 1, 1)),
        ):
            rule = {
                "keep": "at most 2 years after consent_given",
                "end": "on consent_withdrawn at once",
                "hold": f"for {reason} until hold_over",
            }
            events = {"consent_given": berlin(2026, 1, 1), f"held_for_{reason}": berlin(2026, 1, 2)}
            events |= {"consent_withdrawn": berlin(2026, 5, 1), "hold_over": berlin(2034, 1, 1)}
            assert due(rule, **events) == gone

    def test_the_held_records_can_be_selected(self) -> None:
        rule = parse_rule({"keep": "until closed", "hold": "for dispute until dispute_ended"})
        held = rule.held(berlin(2026, 6, 10))
        assert held.holds({"held_for_dispute": berlin(2026, 1, 1)})
        assert held.holds({"held_for_dispute": berlin(2026, 1, 1), "dispute_ended": berlin(2026, 6, 11)})
        assert not held.holds({"held_for_dispute": berlin(2026, 1, 1), "dispute_ended": berlin(2026, 6, 10)})
        assert not held.holds({"closed": berlin(2026, 1, 1)})


class TestEarlyErasure:
    def test_at_most_may_be_undercut(self) -> None:
        for text in ("at most 6 months after closed", "6 months after closed", "until closed"):
            assert parse_rule(text).may_erase_early
            assert parse_rule(text).earliest({}) == LONG_AGO

    def test_exactly_and_a_statute_may_not(self) -> None:
        closed = {"closed": berlin(2026, 11, 25), "issued": berlin(2026, 3, 15)}
        for text, at in (
            ("exactly 3 years after closed", berlin(2029, 11, 26)),
            ("statutory vouchers", berlin(2035, 1, 1)),
        ):
            rule = parse_rule(text)
            assert not rule.may_erase_early
            assert rule.earliest(closed) == rule.due(closed) == at
            assert rule.earliest({}) is None

    def test_an_open_hold_forbids_it(self) -> None:
        rule = parse_rule({"keep": "until closed", "hold": "for dispute"})
        assert rule.earliest({"held_for_dispute": berlin(2026, 1, 1)}) is None

    def test_a_request_shortens_only_where_that_is_said(self) -> None:
        events = {"closed": berlin(2026, 8, 31), "erasure_requested": berlin(2026, 9, 1)}
        keep = "at most 6 months after closed"
        assert due({"keep": keep, "requests": "shorten"}, **events) == berlin(2026, 9, 1)
        assert due({"keep": keep, "requests": "do not shorten"}, **events) == berlin(2027, 3, 1)


def test_rules_for_device_or_provider_alone_make_nothing_due() -> None:
    for rule in ({"device": "2 years"}, {"provider": "90 days after collected"}):
        assert due(rule, collected=berlin(2000, 1, 1)) is None
        assert not parse_rule(rule).has_end


def test_an_event_at_the_edge_of_the_calendar_is_never_due() -> None:
    rule = parse_rule("30 years after closed")
    edge = datetime.max.replace(tzinfo=UTC)
    assert rule.due({"closed": edge}) == FAR_AHEAD
    assert not rule.predicate(berlin(2026, 1, 1)).holds({"closed": edge})


def test_a_rule_names_every_event_it_needs() -> None:
    rule = parse_rule(
        {
            "keep": "at most 6 months after closed",
            "extend": "by consent to 1 year after consent_given",
            "hold": "for dispute until dispute_ended",
        }
    )
    assert set(rule.event_words()) == {
        "closed", "consent_given", "consent_withdrawn", "held_for_dispute", "released_from_dispute",
        "dispute_ended",
    }  # fmt: skip


def test_a_time_without_zone_is_refused() -> None:
    rule, naive = parse_rule("1 day after closed"), datetime(2026, 1, 1)
    with pytest.raises(ValueError, match="aware"):
        rule.due({"closed": naive})
    with pytest.raises(ValueError, match="aware"):
        rule.predicate(naive)

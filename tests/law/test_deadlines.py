"""The counting of deadlines: against vectors derived by hand, against the research vectors, and as laws."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from zweck.errors import ZweckError
from zweck.law.deadlines import (
    add_months,
    applicant_windows,
    breach_notice,
    month_period_end,
    presumed_receipt,
    respond_by,
    year_end_period,
)
from zweck.law.holidays import STATES, is_working_day

HERE = Path(__file__).parent
RESEARCH = Path(__file__).parents[2] / ".." / "shared" / "law" / "vectors.yaml"
DAYS = st.dates(date(2019, 1, 1), date(2060, 12, 31))
SEATS = st.sampled_from([*STATES, None])


def load(path: Path) -> dict[str, list[dict[str, Any]]]:
    return YAML(typ="safe").load(path)


OWN = load(HERE / "vectors.yaml")


def research(part: str) -> list[dict[str, Any]]:
    return load(RESEARCH)[part] if RESEARCH.exists() else []


def test_own_vectors_cover_every_state():
    assert {v["state"] for v in OWN["requests"]} >= set(STATES)


@pytest.mark.parametrize("v", OWN["requests"], ids=lambda v: f"{v['state']}-{v['received']}")
def test_request_by_hand(v):
    d = respond_by(v["received"], v["state"], v.get("country", "DE"))
    assert (d.operational_target, d.hard_no_roll, d.legal_last_day) == (v["target"], v["unmoved"], v["last"])
    assert (d.extended_hard_no_roll, d.extended_legal_last_day) == (v["extended"], v["extended_last"])
    assert d.extension_notice_latest == v["last"]


@pytest.mark.parametrize("v", OWN["breaches"], ids=lambda v: v["why"])
def test_breach_by_hand(v):
    d = breach_notice(datetime.fromisoformat(v["aware"]))
    assert d.last_moment == datetime.fromisoformat(v["last"])
    assert d.conservative == datetime.fromisoformat(v["safe"])


@pytest.mark.parametrize("v", OWN["year_ends"], ids=lambda v: str(v["event"]))
def test_year_end_by_hand(v):
    d = year_end_period(v["event"], v["years"])
    assert (d.ends_on, d.erase_from) == (v["ends"], v["erase"])


@pytest.mark.parametrize("v", OWN["applicants"], ids=lambda v: v["state"])
def test_applicants_by_hand(v):
    d = applicant_windows(v["rejected"], v["state"])
    assert (d.claim_until, d.suit_until, d.erase_on) == (v["claim"], v["suit"], v["erase"])


@pytest.mark.skipif(not RESEARCH.exists(), reason="research vectors are not part of the repository")
class TestResearchVectors:
    FIELDS = (
        "operational_target",
        "hard_no_roll",
        "legal_last_day",
        "extension_notice_latest",
        "extended_hard_no_roll",
        "extended_legal_last_day",
    )

    @pytest.mark.parametrize("v", research("requests"), ids=lambda v: f"{v['state']}-{v['received']}")
    def test_requests(self, v):
        d = respond_by(date.fromisoformat(v["received"]), v["state"])
        assert {f: str(getattr(d, f)) for f in self.FIELDS} == {f: v[f] for f in self.FIELDS}
        assert d.legal_last_day.strftime("%a") == v["weekday_last"]

    @pytest.mark.parametrize("v", research("hours"), ids=lambda v: str(v["aware"]))
    def test_hours(self, v):
        # The vectors' moments carry no zone; they are read as UTC, in which the hours are counted.
        d = breach_notice(moment(v["aware"]))
        assert d.last_moment == moment(v["last_moment"])
        assert d.conservative == moment(v["conservative_72h"])

    @pytest.mark.parametrize("v", research("year_end"), ids=lambda v: v["what"])
    def test_year_ends(self, v):
        event, ends = date.fromisoformat(v["event"]), date.fromisoformat(v["period_ends"])
        d = year_end_period(event, ends.year - event.year)
        assert (str(d.ends_on), str(d.erase_from)) == (v["period_ends"], v["erase_from"])

    @pytest.mark.parametrize("v", research("applicants"), ids=lambda v: v["rejection_received"])
    def test_applicants(self, v):
        d = applicant_windows(date.fromisoformat(v["rejection_received"]), "NW")
        assert str(d.claim_until) == v["claim_window_2m"]
        assert str(d.suit_until) == v["suit_window_plus_3m"]
        assert str(d.erase_on) == v["erase_by_6m"]


def moment(value: Any) -> datetime:
    naive = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return naive.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2027, 12, 15), 1, date(2028, 1, 15)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2027, 1, 1), -1, date(2026, 12, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2027, 5, 5), 0, date(2027, 5, 5)),
    ],
)
def test_add_months(day, months, expected):
    assert add_months(day, months) == expected


@pytest.mark.parametrize(("day", "months"), [(date(9999, 12, 1), 1), (date(1, 1, 1), -1)])
def test_add_months_refuses_to_leave_the_calendar(day, months):
    with pytest.raises(ValueError, match="outside the calendar"):
        add_months(day, months)


@given(DAYS, st.integers(-400, 400))
@settings(max_examples=200, derandomize=True)
def test_add_months_lands_in_the_month_meant(day, months):
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    # The same day number, or the month's last day where the month is too short.
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@given(DAYS, SEATS)
@settings(max_examples=150, derandomize=True, deadline=None)
def test_a_deadline_is_in_order_and_ends_on_a_working_day(day, state):
    d = respond_by(day, state)
    assert day < d.operational_target < d.hard_no_roll <= d.legal_last_day < d.extended_hard_no_roll
    assert d.extended_hard_no_roll <= d.extended_legal_last_day
    for last, unmoved in (
        (d.legal_last_day, d.hard_no_roll),
        (d.extended_legal_last_day, d.extended_hard_no_roll),
    ):
        assert is_working_day(last, state)
        skipped = (unmoved + timedelta(days=n) for n in range((last - unmoved).days))
        assert not any(is_working_day(s, state) for s in skipped)
        assert (last - unmoved).days <= 5


@given(DAYS, SEATS)
@settings(max_examples=100, derandomize=True, deadline=None)
def test_a_later_receipt_never_shortens_the_time(day, state):
    today, tomorrow = respond_by(day, state), respond_by(day + timedelta(days=1), state)
    assert today.legal_last_day <= tomorrow.legal_last_day


@given(DAYS, st.sampled_from(list(STATES)))
@settings(max_examples=100, derandomize=True, deadline=None)
def test_without_a_state_the_deadline_is_never_later(day, state):
    assert respond_by(day).legal_last_day <= respond_by(day, state).legal_last_day


@given(
    st.datetimes(datetime(2019, 1, 1), datetime(2060, 1, 1)),
    st.sampled_from(["UTC", "Europe/Berlin", "Atlantic/Reykjavik"]),
)
@settings(max_examples=200, derandomize=True)
def test_breach_hours(naive, zone):
    aware = naive.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    d = breach_notice(aware)
    assert d.conservative - aware == timedelta(hours=72)
    assert timedelta(0) < d.last_moment - d.conservative <= timedelta(hours=1)
    assert (d.last_moment.minute, d.last_moment.second, d.last_moment.microsecond) == (0, 0, 0)


def test_breach_needs_an_aware_moment():
    with pytest.raises(ValueError, match="aware datetime"):
        breach_notice(datetime(2026, 11, 22, 12))


@given(DAYS, st.integers(0, 40))
@settings(max_examples=100, derandomize=True)
def test_year_end_is_the_same_for_all_days_of_a_year(day, years):
    d = year_end_period(day, years)
    assert d == year_end_period(date(day.year, 1, 1), years)
    assert d.erase_from - d.ends_on == timedelta(days=1)
    assert d.ends_on >= add_months(day, years * 12)


@given(DAYS, SEATS)
@settings(max_examples=100, derandomize=True, deadline=None)
def test_applicant_data_outlives_claim_and_suit(day, state):
    d = applicant_windows(day, state)
    assert day < d.claim_until < d.suit_until
    # Two months, three months and twice the longest move stay within six months.
    assert d.suit_until <= d.erase_on


def test_a_period_for_another_event():
    # Sent on 1 March 2027, presumed received on the 4th; two months end on 4 May, a Tuesday.
    assert presumed_receipt(date(2027, 3, 1)) == date(2027, 3, 4)
    assert month_period_end(date(2027, 3, 4), 2, "NI") == date(2027, 5, 4)


@pytest.mark.parametrize(
    ("state", "country"), [("XX", "DE"), ("Bavaria", "DE"), (None, "XX"), (None, "Germany"), (None, "")]
)
def test_unknown_places_are_named(state, country):
    with pytest.raises(ZweckError) as error:
        respond_by(date(2027, 1, 5), state, country)
    assert repr(state or country.upper()) in str(error.value)

"""The holidays of the sixteen states, against a second table written from the states' acts."""

from datetime import date, timedelta

import pytest

from zweck.errors import ZweckError
from zweck.law.holidays import STATES, country_code, is_working_day, public_holidays, state_code

YEARS = range(2019, 2041)
EVERYWHERE_FIXED = [(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)]
EVERYWHERE_EASTER = [-2, 1, 39, 50]
FIXED = {
    (1, 6): "BW BY ST",
    (3, 8): "BE MV",
    (8, 15): "SL",
    (9, 20): "TH",
    (10, 31): "BB HB HH MV NI SH SN ST TH",
    (11, 1): "BW BY NW RP SL",
}
SINCE = {("BE", (3, 8)): 2019, ("MV", (3, 8)): 2023, ("TH", (9, 20)): 2019}
CORPUS_CHRISTI = "BW BY HE NW RP SL"
ONCE = {date(2020, 5, 8): "BE", date(2025, 5, 8): "BE", date(2028, 6, 17): "BE"}


def easter(year: int) -> date:
    """Gauss's rule in the form of Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    ll = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + ll - 7 * ((a + 11 * h + 22 * ll) // 451) + 114, 31)
    return date(year, month, day + 1)


def expected(year: int, state: str) -> set[date]:
    sunday = easter(year)
    days = {date(year, m, d) for m, d in EVERYWHERE_FIXED}
    days |= {sunday + timedelta(days=n) for n in EVERYWHERE_EASTER}
    days |= {
        date(year, *md) for md, states in FIXED.items() if state in states.split() and year >= SINCE.get((state, md), 0)
    }
    if state in CORPUS_CHRISTI.split():
        days.add(sunday + timedelta(days=60))
    if state == "SN":
        days.add(date(year, 11, 22) - timedelta(days=(date(year, 11, 22).weekday() - 2) % 7))
    return days | {d for d, s in ONCE.items() if s == state and d.year == year}


def test_easter_is_right():
    assert [easter(y) for y in (2024, 2027, 2038)] == [
        date(2024, 3, 31),
        date(2027, 3, 28),
        date(2038, 4, 25),
    ]


@pytest.mark.parametrize("state", STATES)
def test_weekday_holidays_of_each_state(state):
    for year in YEARS:
        ours = {d for d in public_holidays(year, state) if d.weekday() < 5}
        assert ours == {d for d in expected(year, state) if d.weekday() < 5}, year


def test_nationwide_holidays_are_those_that_all_states_share():
    for year in (2026, 2027, 2028):
        shared = frozenset.intersection(*(public_holidays(year, s) for s in STATES))
        assert public_holidays(year) == shared


@pytest.mark.parametrize(
    ("day", "state", "working"),
    [
        (date(2027, 1, 6), "BY", False),
        (date(2027, 1, 6), "NI", True),
        (date(2027, 5, 27), "SN", True),
        (date(2028, 8, 15), "BY", True),
        (date(2028, 8, 15), "SL", False),
        (date(2027, 1, 9), "NI", False),
        (date(2027, 12, 24), "NI", True),
    ],
)
def test_working_days(day, state, working):
    assert is_working_day(day, state) is working


@pytest.mark.parametrize("text", ["NI", "ni", " de-ni ", "Niedersachsen", "niedersachsen"])
def test_a_state_by_any_name(text):
    assert state_code(text) == "NI"


@pytest.mark.parametrize("text", ["", "XX", "DE", "Lower Saxony"])
def test_an_unknown_state_is_refused(text):
    with pytest.raises(ZweckError, match="German state"):
        state_code(text)


def test_country_aliases():
    assert [country_code(c) for c in (" uk ", "EL", "de")] == ["GB", "GR", "DE"]

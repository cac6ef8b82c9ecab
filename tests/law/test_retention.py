"""Keeping periods by the law of the day, and the promise that the floor stays light."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zweck.errors import NotFoundError
from zweck.law.retention import Force, Start, kinds, periods, statutory
from zweck.law.rules import rule
from zweck.law.state import LAW_DATE

PURE = ["adequacy", "authorities", "deadlines", "holidays", "names", "retention", "rights", "rules", "state"]


@pytest.mark.parametrize(
    ("kind", "on", "sector", "iso"),
    [
        ("vouchers", date(2024, 12, 31), "", "P10Y"),
        ("vouchers", date(2025, 1, 1), "", "P8Y"),
        ("vouchers", LAW_DATE, "finance", "P10Y"),
        ("vouchers", date(2024, 6, 1), "finance", "P10Y"),
        ("books", LAW_DATE, "", "P10Y"),
        ("books", LAW_DATE, "finance", "P10Y"),
        ("letters", LAW_DATE, "", "P6Y"),
        ("limitation", LAW_DATE, "", "P3Y"),
        ("limitation_max", LAW_DATE, "", "P30Y"),
        ("delivery_notes", LAW_DATE, "", "P0D"),
        ("applicants", LAW_DATE, "", "P6M"),
        ("phone_consent", LAW_DATE, "", "P5Y"),
        ("server_logs", LAW_DATE, "", "P7D"),
    ],
)
def test_period_by_day_and_sector(kind, on, sector, iso):
    assert statutory(kind, on, sector).iso == iso


@pytest.mark.parametrize(
    ("kind", "event_on", "ends_on"),
    [
        ("vouchers", date(2026, 3, 15), date(2034, 12, 31)),
        ("vouchers", date(2017, 6, 1), date(2025, 12, 31)),
        ("letters", date(2026, 12, 31), date(2032, 12, 31)),
        ("books", date(2026, 5, 20), date(2036, 12, 31)),
        ("limitation", date(2026, 2, 3), date(2029, 12, 31)),
        ("applicants", date(2026, 8, 31), date(2027, 2, 28)),
        ("phone_consent", date(2028, 2, 29), date(2033, 2, 28)),
        ("server_logs", date(2026, 12, 28), date(2027, 1, 4)),
        ("delivery_notes", date(2026, 7, 1), date(2026, 7, 1)),
    ],
)
def test_the_end_of_a_period(kind, event_on, ends_on):
    period = statutory(kind, LAW_DATE)
    assert period.ends_on(event_on) == ends_on
    assert period.erase_from(event_on) == ends_on + timedelta(days=1)


@pytest.mark.parametrize("period", periods(), ids=lambda p: f"{p.kind}-{p.iso}-{p.sector}")
def test_each_period_is_complete(period):
    assert period.citation and period.title_de and period.title_en and period.event_de and period.event_en
    assert rule(period.rule)
    assert period.basis in "VMK"
    # A year-end period counts in whole years; anything else would be dropped silently.
    assert period.start is Start.EVENT or not (period.months or period.days)


@given(st.dates(date(2018, 5, 25), date(2060, 12, 31)), st.sampled_from(kinds()))
@settings(max_examples=150, derandomize=True)
def test_every_day_has_one_law_for_every_kind(on, kind):
    assert sum(p.applies(on, "") for p in periods() if p.kind == kind) == 1
    period = statutory(kind, on)
    assert period.erase_from(on) > on


def test_custom_is_not_called_statute():
    force = {k: statutory(k, LAW_DATE).force for k in kinds()}
    assert force["vouchers"] is Force.STATUTE
    assert force["applicants"] is Force.AUTHORITY
    assert {force[k] for k in ("server_logs", "contact", "consent_proof")} == {Force.PRACTICE}


def test_long_limitation_is_no_general_ground():
    assert not statutory("limitation_max", LAW_DATE).is_general
    assert statutory("limitation", LAW_DATE).is_general


def test_an_unknown_kind_is_named():
    with pytest.raises(NotFoundError, match=r"'selfies'.*vouchers"):
        statutory("selfies", LAW_DATE)


def test_the_declaration_knows_the_same_periods():
    statute = pytest.importorskip("zweck.declaration.keeping.statute")
    for kind, period in statute.STATUTES.items():
        assert period.duration.count == statutory(kind, LAW_DATE).years, kind


def test_the_floor_imports_nothing_heavy():
    script = (
        "import sys\n"
        + "".join(f"import zweck.law.{m}\n" for m in PURE)
        + "from zweck.law.rules import rules\nfrom zweck.law.authorities import authority_for\n"
        "rules(); authority_for('DE', 'NI')\n"
        "heavy = {'holidays', 'sqlalchemy', 'babel', 'ruamel', 'pydantic', 'dateutil'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr

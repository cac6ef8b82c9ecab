"""Supervisory authorities and transfer grounds: completeness, dates, and errors that name what is missing."""

import re
from datetime import date, timedelta

import pytest

from zweck.errors import ZweckError
from zweck.law.adequacy import (
    TransferGround,
    adequacy_of,
    decisions,
    is_eea,
    lapsed_tools,
    transfer_ground,
)
from zweck.law.authorities import authorities, authority_for, federal_authority
from zweck.law.holidays import STATES
from zweck.law.state import LAW_DATE

EU = [
    "AT",
    "BE",
    "BG",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GR",
    "HR",
    "HU",
    "IE",
    "IT",
    "LT",
    "LU",
    "LV",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SE",
    "SI",
    "SK",
]
EFTA = ["IS", "LI", "NO"]


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_its_own_authority(state):
    found = authority_for("DE", state)
    assert (found.country, found.state) == ("DE", state)
    assert re.search(r"\b\d{5} \w", found.address)
    assert re.fullmatch(r"[\w.-]+@[\w.-]+\.de", found.email)


def test_the_states_do_not_share_authorities():
    assert len({authority_for("DE", s).name for s in STATES}) == 16
    assert len({authority_for("DE", s).email for s in STATES}) == 16


@pytest.mark.parametrize(
    ("state", "name"),
    [
        ("NI", "Niedersachsen"),
        ("BY", "Landesamt für Datenschutzaufsicht"),
        ("SH", "Unabhängiges Landeszentrum"),
    ],
)
def test_known_authorities(state, name):
    assert name in authority_for("DE", state).name


@pytest.mark.parametrize("country", [*(c for c in EU if c != "DE"), *EFTA, "GB", "UK", "CH"])
def test_every_country_of_the_eea_has_an_authority(country):
    assert authority_for(country).country == {"UK": "GB"}.get(country, country)
    assert authority_for(country, "NI") == authority_for(country), "a state means nothing outside Germany"


def test_all_entries_are_complete():
    for a in authorities():
        assert a.name and a.address and a.phone.startswith("+") and a.website.startswith("https://"), a
        assert a.basis in "VMK" and a.source and date.fromisoformat(a.as_of) <= LAW_DATE
        assert not a.email or "@" in a.email


def test_the_federal_commissioner_is_nobodys_state():
    assert federal_authority().short == "BfDI"
    assert federal_authority() not in [authority_for("DE", s) for s in STATES]


@pytest.mark.parametrize(
    ("country", "state", "said"),
    [
        ("DE", None, "state of the controller is missing"),
        ("DE", "", "NI"),
        ("DE", "ZZ", "'ZZ'"),
        ("US", None, "'US'"),
        (" ", None, "country of the controller is missing"),
    ],
)
def test_what_is_missing_is_named(country, state, said):
    with pytest.raises(ZweckError, match=said):
        authority_for(country, state)


@pytest.mark.parametrize("country", [*EU, *EFTA, "el", "RE"])
def test_the_eea_needs_no_tool(country):
    assert transfer_ground(country, LAW_DATE) is TransferGround.EEA


@pytest.mark.parametrize(
    ("country", "on", "ground"),
    [
        ("CH", LAW_DATE, "adequacy"),
        ("US", LAW_DATE, "dpf-conditional"),
        ("US", date(2023, 7, 9), "none"),
        ("US", date(2023, 7, 10), "dpf-conditional"),
        ("BR", date(2026, 1, 25), "none"),
        ("BR", date(2026, 1, 26), "adequacy"),
        ("GB", date(2021, 6, 27), "eea"),
        ("GB", date(2021, 6, 28), "adequacy"),
        ("GB", date(2031, 12, 27), "adequacy"),
        ("UK", date(2031, 12, 28), "none"),
        ("CN", LAW_DATE, "none"),
        ("IN", LAW_DATE, "none"),
        ("AU", LAW_DATE, "none"),
        ("XX", LAW_DATE, "none"),
        ("jp", LAW_DATE, "adequacy"),
    ],
)
def test_transfer_grounds_by_day(country, on, ground):
    assert transfer_ground(country, on) == ground


def test_switzerland_and_the_united_kingdom_are_no_members():
    assert not is_eea("CH", LAW_DATE)
    assert not is_eea("GB", LAW_DATE)


def test_limited_decisions_say_so():
    limited = {d.country for d in decisions() if d.is_partial}
    assert {"US", "CA", "JP", "KR", "IL", "BR"} <= limited
    assert not {"CH", "NZ", "AR"} & limited
    us = adequacy_of("US", LAW_DATE)
    assert us is not None
    assert "Data Privacy Framework" in us.scope_de and "Data Privacy Framework" in us.scope_en


def test_decisions_are_complete_and_not_from_the_future():
    for d in decisions():
        assert d.decision and d.scope_de and d.scope_en and d.source and d.basis in "VMK", d
        assert d.adopted_on <= LAW_DATE
        assert d.holds_on(d.adopted_on) and not d.holds_on(d.adopted_on - timedelta(days=1))
    assert len({d.country for d in decisions()}) == len(decisions()) == 17


def test_lapsed_tools():
    acts = {act: t.invalid_since for t in lapsed_tools() for act in t.acts}
    assert acts["(EU) 2016/1250"] == date(2020, 7, 16)
    assert acts["2000/520/EC"] == date(2015, 10, 6)
    assert "2010/87/EU" in acts

"""Public holidays, for the one question the law asks of them: is this day a working day (Reg. 1182/71 Art.
2)?

German holidays depend on the state. Only holidays of the *whole* state count here: where a holiday is
observed in some municipalities only (Assumption in parts of Bavaria, Corpus Christi in parts of Saxony and
Thuringia), the day stays a working day, so that the last day shown is never later than the lawful one.
Without a state only the holidays of the whole country count, for the same reason.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from zweck.errors import ZweckError

STATES = {
    "BB": "Brandenburg",
    "BE": "Berlin",
    "BW": "Baden-Württemberg",
    "BY": "Bayern",
    "HB": "Bremen",
    "HE": "Hessen",
    "HH": "Hamburg",
    "MV": "Mecklenburg-Vorpommern",
    "NI": "Niedersachsen",
    "NW": "Nordrhein-Westfalen",
    "RP": "Rheinland-Pfalz",
    "SH": "Schleswig-Holstein",
    "SL": "Saarland",
    "SN": "Sachsen",
    "ST": "Sachsen-Anhalt",
    "TH": "Thüringen",
}
"""The sixteen German states by their ISO 3166-2 code."""

ALIASES = {"UK": "GB", "EL": "GR"}


def country_code(country: str) -> str:
    """The ISO 3166-1 code in capitals; ``UK`` and ``EL`` become ``GB`` and ``GR``."""
    code = country.strip().upper()
    return ALIASES.get(code, code)


def state_code(state: str) -> str:
    """The code of a German state from ``NI``, ``DE-NI`` or ``Niedersachsen``; raises ``ZweckError``."""
    wanted = state.strip()
    code = wanted.upper().removeprefix("DE-")
    if code in STATES:
        return code
    for known, name in STATES.items():
        if name.casefold() == wanted.casefold():
            return known
    raise ZweckError(f"{state!r} is not a German state; one of {', '.join(STATES)} is expected")


def is_working_day(day: date, state: str | None = None, country: str = "DE") -> bool:
    """Whether ``day`` is neither Saturday, Sunday nor a public holiday of ``country`` (and its German
    ``state``).

    Raises ``ZweckError`` for an unknown state or a country whose holidays are not known.
    """
    return day.weekday() < 5 and day not in public_holidays(day.year, state, country)


def public_holidays(year: int, state: str | None = None, country: str = "DE") -> frozenset[date]:
    """The public holidays of a calendar year; raises ``ZweckError`` like ``is_working_day``."""
    code = country_code(country)
    return _holidays(code, state_code(state) if state and code == "DE" else None, year)


@lru_cache(maxsize=512)
def _holidays(country: str, state: str | None, year: int) -> frozenset[date]:
    # Imported here: the package is heavy and no other part of the pure floors needs it.
    from holidays import country_holidays

    try:
        return frozenset(country_holidays(country, subdiv=state, years=year))
    except NotImplementedError:
        raise ZweckError(
            f"the public holidays of {country!r} are not known; a two-letter code such as DE is expected"
        ) from None

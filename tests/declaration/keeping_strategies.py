"""Hypothesis strategies: any keeping rule, and records whose events lie where counting is hard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from zweck.declaration.keeping import (
    Anonymise,
    AskAgain,
    Bound,
    Delete,
    DeviceFor,
    DeviceSession,
    DeviceUntilCleared,
    Duration,
    Event,
    Extension,
    FirstOf,
    Hold,
    LastOf,
    Moment,
    MoveTo,
    Period,
    ProviderUnknown,
    Requests,
    Restrict,
    Rule,
    Simple,
    Statutory,
    Unit,
    Until,
    UseEnd,
    While,
)

BERLIN = ZoneInfo("Europe/Berlin")
EVENTS = ("closed", "received", "issued", "consent_given", "contract_ended")
_LIMITS = {Unit.MINUTE: 900, Unit.HOUR: 60, Unit.DAY: 900, Unit.WEEK: 120, Unit.MONTH: 60, Unit.YEAR: 30}

_LOCAL_EDGES = [
    (2023, 12, 31, 23, 59, 59, 999999), (2024, 1, 1), (2024, 1, 31, 12), (2024, 2, 28, 23, 59, 59, 999999),
    (2024, 2, 29), (2024, 2, 29, 23, 59, 59, 999999), (2024, 3, 1), (2024, 3, 31, 1, 59, 59),
    (2024, 3, 31, 3), (2024, 8, 31, 10), (2024, 10, 27, 2, 30), (2024, 10, 27, 23, 30), (2025, 2, 28, 23), (2025, 3, 1),
    (2025, 3, 30, 0, 0, 1), (2025, 12, 31), (2026, 1, 1, 0, 30), (2026, 10, 25, 2), (2026, 11, 30),
    (2027, 2, 28, 23, 59), (2028, 2, 29, 0, 30),
]  # fmt: skip
EDGES = [datetime(*edge, tzinfo=BERLIN, fold=fold).astimezone(UTC) for edge in _LOCAL_EDGES for fold in (0, 1)]

words = st.sampled_from(EVENTS)
names = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True).filter(
    lambda name: (
        name
        not in {"after", "any", "at", "by", "every", "first", "for", "in", "last", "of", "on", "review", "to"}
        | {"until", "while", "year_end", "statutory"}
    )
)


def durations() -> st.SearchStrategy[Duration]:
    """Periods that stay inside the calendar of the records below."""
    return st.sampled_from(Unit).flatmap(
        lambda unit: st.integers(1, _LIMITS[unit]).map(lambda count: Duration(count, unit))
    )


moments = st.builds(Moment, durations(), words, st.booleans())
leaves = st.one_of(words.map(Event), moments)
deadlines = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(kind, st.lists(inner, min_size=1, max_size=3).map(tuple)) for kind in (FirstOf, LastOf)
    ),
    max_leaves=5,
)
periods = st.builds(Period, moments, st.sampled_from([Bound.PLAIN, Bound.AT_MOST, Bound.EXACTLY]))
classes = st.lists(st.sampled_from(["books", "vouchers", "letters"]), min_size=1, unique=True).map(tuple)
states = st.lists(st.sampled_from(["contract", "negotiation", "account_open"]), min_size=1, max_size=3, unique=True)
keeps = st.one_of(
    st.sampled_from([Simple.NOTHING, Simple.SESSION, Simple.CALL, Simple.UNLIMITED]),
    st.builds(While, states.map(tuple)),
    st.builds(Until, deadlines),
    periods,
    periods,
    st.builds(Statutory, classes),
)
restrictions = st.builds(Restrict, st.none() | names, st.none() | deadlines, st.none() | moments)
endings = st.one_of(
    st.builds(Delete, st.booleans()), st.just(Anonymise()), st.just(AskAgain()), st.builds(MoveTo, names)
)
holds = st.builds(
    Hold,
    st.sampled_from(["dispute", "statutory_duty", "misuse_incident"]),
    st.none() | deadlines,
    st.none() | moments,
    st.none() | durations(),
)
devices = st.one_of(
    st.just(DeviceSession()),
    st.builds(DeviceUntilCleared, st.none() | durations()),
    st.builds(DeviceFor, durations(), st.booleans()),
)
reasons = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20)


@st.composite
def stages(draw: st.DrawFn) -> tuple[object, ...]:
    """Nothing said, or restrictions and what follows them; only ``ask again`` after a deletion."""
    said = [*draw(st.lists(restrictions, max_size=2)), *draw(st.lists(endings, max_size=2))]
    for place, stage in enumerate(said):
        if isinstance(stage, Delete):
            return (*said[: place + 1], *draw(st.sampled_from([(), (AskAgain(),)])))
    return tuple(said)


@st.composite
def kept_rules(draw: st.DrawFn) -> Rule:
    """A rule with a ``keep`` clause and anything that changes its dates."""
    keep = draw(keeps)
    requests = draw(st.none() | st.sampled_from(Requests))
    if isinstance(keep, Period) and keep.bound is Bound.EXACTLY and requests is Requests.SHORTEN:
        requests = None
    fixed = keep.moment.event if isinstance(keep, Period) else None
    start = draw(st.sampled_from([None, fixed])) if fixed else draw(st.none() | words)
    return Rule(
        keep=keep,
        start=start,
        then=draw(stages()),
        holds=tuple(draw(st.lists(holds, max_size=2, unique_by=lambda hold: hold.reason))),
        extend=draw(st.none() | st.builds(Extension, st.just("consent"), moments)),
        end=draw(st.none() | st.sampled_from([*EVENTS, "consent_withdrawn"])),
        requests=requests,
        review=draw(durations()) if keep is Simple.UNLIMITED else None,
        reason="a reason" if keep is Simple.UNLIMITED else None,
    )


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Any rule at all, with the clauses that change no date too."""
    rule = draw(kept_rules())
    return replace(
        rule,
        for_=draw(st.none() | names),
        use_ends=draw(st.none() | st.builds(UseEnd, names, words)),
        copies=tuple(draw(st.lists(names, max_size=3, unique=True))),
        device=draw(st.none() | devices),
        provider=draw(st.none() | moments | st.just(ProviderUnknown.UNKNOWN)),
        source=draw(st.none() | names),
        review=rule.review or draw(st.none() | durations()),
        reason=rule.reason or draw(st.none() | reasons),
    )


instants = st.one_of(
    st.sampled_from(EDGES),
    st.datetimes(datetime(2022, 1, 1), datetime(2030, 1, 1)).map(lambda naive: naive.replace(tzinfo=UTC)),
)


def records(rule: Rule) -> st.SearchStrategy[dict[str, datetime]]:
    """The events of one record, each of the rule's words present or not."""
    mentioned = rule.event_words()
    return st.fixed_dictionaries({}, optional=dict.fromkeys(mentioned, instants))


@st.composite
def cases(draw: st.DrawFn) -> tuple[Rule, list[dict[str, datetime]], list[datetime]]:
    """A rule, records, and present moments around the very instants at which the records fall due."""
    rule = draw(kept_rules())
    rows = draw(st.lists(records(rule), min_size=1, max_size=6))
    nows = [draw(instants)]
    dues = [due for row in rows for _, due in rule.timeline(row) if due and 1900 < due.year < 2200]
    for due in draw(st.lists(st.sampled_from(dues), max_size=3)) if dues else []:
        nows.extend((due - timedelta(microseconds=1), due))
    return rule, rows, nows

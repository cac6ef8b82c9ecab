"""Statutory deadlines, counted as the law counts them.

Periods in months follow Regulation (EEC, Euratom) 1182/71 Art. 3 and §§ 187, 188, 193 BGB, which agree: the
day of the event is not counted; the period ends on the day of the same number, or on the month's last day
where there is none; an end on a Saturday, Sunday or public holiday moves to the next working day. Hours
(Art. 33 GDPR) exclude the hour of the event and never pause. Year-end periods (§ 257(5) HGB, § 147(4) AO,
§ 199(1) BGB) begin with the close of the calendar year. A ``legal`` day is the last possible one; the day
without the move is the safe one.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from zweck.law.holidays import is_working_day

RESPONSE_MONTHS = 1
EXTENDED_MONTHS = 3
RESERVE = timedelta(days=2)
BREACH_PERIOD = timedelta(hours=72)
AGG_CLAIM_MONTHS = 2
ARBGG_SUIT_MONTHS = 3
APPLICANT_ERASE_MONTHS = 6
DELIVERY = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The days of one request (Art. 12(3) GDPR), all local calendar days of the controller.

    ``extension_notice_latest`` is the last day on which the notice of an extension must have been *sent*;
    the extended days count three months from receipt, not two months from a moved end.
    """

    received_on: date
    operational_target: date
    hard_no_roll: date
    legal_last_day: date
    extension_notice_latest: date
    extended_hard_no_roll: date
    extended_legal_last_day: date


@dataclass(frozen=True, slots=True)
class BreachDeadline:
    """The moments of a breach notification (Art. 33(1) GDPR), in UTC: the last lawful, and the safe one."""

    last_moment: datetime
    conservative: datetime


@dataclass(frozen=True, slots=True)
class YearEnd:
    """A period from the end of a calendar year: its last day, and the first day on which to erase."""

    ends_on: date
    erase_from: date


@dataclass(frozen=True, slots=True)
class ApplicantWindows:
    """After a rejected application: the last days to claim (§ 15(4) AGG) and sue (§ 61b ArbGG); erasure."""

    claim_until: date
    suit_until: date
    erase_on: date


def add_months(day: date, months: int) -> date:
    """The same day number ``months`` later (earlier if negative), or that month's last day if it has none.

    Raises ``ValueError`` outside the years 1 to 9999.
    """
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise ValueError(f"{months} months from {day} lie outside the calendar")
    return date(year, month0 + 1, min(day.day, monthrange(year, month0 + 1)[1]))


def next_working_day(day: date, state: str | None = None, country: str = "DE") -> date:
    """``day`` itself if it is a working day there, else the first one after it; raises as
    ``is_working_day``.
    """
    while not is_working_day(day, state, country):
        day += timedelta(days=1)
    return day


def month_period_end(event_on: date, months: int, state: str | None = None, country: str = "DE") -> date:
    """The last day of a period of ``months`` that an event on ``event_on`` starts, moved to a working day."""
    return next_working_day(add_months(event_on, months), state, country)


def respond_by(received_on: date, state: str | None = None, country: str = "DE") -> Deadline:
    """The deadlines of a request received on that local day, with the holidays of the controller's seat.

    Work to ``operational_target`` (two calendar days before the unmoved end). Raises ``ZweckError`` for an
    unknown state or country.
    """
    unmoved = add_months(received_on, RESPONSE_MONTHS)
    last_day = next_working_day(unmoved, state, country)
    extended = add_months(received_on, EXTENDED_MONTHS)
    return Deadline(
        received_on=received_on,
        operational_target=unmoved - RESERVE,
        hard_no_roll=unmoved,
        legal_last_day=last_day,
        extension_notice_latest=last_day,
        extended_hard_no_roll=extended,
        extended_legal_last_day=next_working_day(extended, state, country),
    )


def breach_notice(aware_at: datetime) -> BreachDeadline:
    """When a breach must be notified that the controller became aware of at ``aware_at`` (aware datetime).

    Weekends and holidays do not stop the hours (Art. 3(3), (4) of the Regulation); a clock change
    adds or takes none, because they are counted in UTC. Raises ``ValueError`` for a naive datetime.
    """
    if aware_at.tzinfo is None:
        raise ValueError("a breach deadline needs an aware datetime")
    moment = aware_at.astimezone(UTC)
    next_hour = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return BreachDeadline(last_moment=next_hour + BREACH_PERIOD, conservative=moment + BREACH_PERIOD)


def year_end_period(event_on: date, years: int) -> YearEnd:
    """The period of ``years`` from the end of the event's calendar year; no working-day move applies to
    erasure.
    """
    last = event_on.year + years
    return YearEnd(ends_on=date(last, 12, 31), erase_from=date(last + 1, 1, 1))


def presumed_receipt(sent_on: date) -> date:
    """The day on which a rejection that was sent on ``sent_on`` counts as received, for planning: three
    days later.
    """
    return sent_on + DELIVERY


def applicant_windows(rejection_received_on: date, state: str | None = None, country: str = "DE") -> ApplicantWindows:
    """What follows the receipt of a rejection: two months to claim, three more to sue, erasure after six.

    ``erase_on`` is not moved to a working day: erasing needs no office hours. A claim that was made needs a
    hold.
    """
    claim_until = month_period_end(rejection_received_on, AGG_CLAIM_MONTHS, state, country)
    return ApplicantWindows(
        claim_until=claim_until,
        suit_until=month_period_end(claim_until, ARBGG_SUIT_MONTHS, state, country),
        erase_on=add_months(rejection_received_on, APPLICANT_ERASE_MONTHS),
    )

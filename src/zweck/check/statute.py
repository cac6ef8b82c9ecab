"""Statutory periods: neither shorter nor longer than the law, and counted from the end of the year.

HGB 257, AO 147 and UStG 14b oblige to keep; beyond their end keeping is no longer necessary (Art. 5(1)(e) GDPR). The
periods themselves are dated data (``law.retention``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from zweck.check.case import Case
from zweck.check.period import moments
from zweck.check.rule import Problem, problem, rule
from zweck.declaration.activity import Activity
from zweck.declaration.keeping import Moment, Rule, Unit
from zweck.declaration.source import Path_
from zweck.law.retention import statutory

_WORDS = {
    "books": ("books", "annual_accounts", "inventories", "accounts_closing", "bookkeeping"),
    "vouchers": ("vouchers", "invoices", "invoice", "receipts", "payment_records", "accounting_records"),
    "letters": ("letters", "commercial_letters", "business_letters", "offers", "correspondence"),
    "whistleblower": ("whistleblower", "whistleblowing", "reports_of_breaches", "hinschg"),
    "money_laundering": ("money_laundering", "aml", "gwg", "kyc"),
}
_NAMED = {"whistleblower": re.compile(r"\bHinSchG\b"), "money_laundering": re.compile(r"\bGwG\b")}
_FINANCE = re.compile(
    r"\bBaFin\b|Finanzdienstleistungsaufsicht|\bEIOPA\b|European Central Bank|Europäische Zentralbank"
)
"""Authorities whose companies keep vouchers for ten years still (§ 257(4) sentence 2 HGB)."""
_STATUTE = re.compile(r"\b(?:HGB|AO|UStG)\b")
_LIMITATION = re.compile(r"\bBGB\b.{0,12}\b19[59]\b|\b19[59]\b.{0,12}\bBGB\b|limitation|verjährung", re.IGNORECASE)
_CLAIMS = ("claims", "limitation", "legal_defence", "defence")
_TITLED = ("titled_claims", "titles", "judgments")
_THREE_YEARS = timedelta(days=3 * 366)


def _documents(case: Case) -> Iterator[tuple[Activity, Path_, str, Moment]]:
    """Every period for a class of documents that a statute fixes: by the class's name, or by the reason given."""
    for activity, path, kept in case.keeping:
        document = _class_of(activity, kept)
        for moment in moments(kept) if document else ():
            if moment.duration.unit is Unit.YEAR and moment.duration.count >= _FEWEST[document]:
                yield activity, _where(case, path), document, moment


_FEWEST = {"books": 1, "vouchers": 1, "letters": 1, "whistleblower": 1, "money_laundering": 1, "any": 5}


def _class_of(activity: Activity, kept: Rule) -> str:
    for document, words in _WORDS.items():
        if kept.for_ in words or (not kept.for_ and activity.name in words):
            return document
    reason = f"{kept.reason or ''} {activity.law or ''}"
    for document, statute in _NAMED.items():
        if statute.search(reason):
            return document
    return "any" if _STATUTE.search(reason) else ""


def _where(case: Case, path: Path_) -> Path_:
    """The clause that says the period: ``then`` where the file has one, else ``keep``."""
    then = (*path[:-1], "then")
    return then if case.is_written(*then) else path


def _differs(case: Case, wanted: str) -> Iterator[Problem]:
    years = _years(case, wanted)
    for activity, path, document, moment in _documents(case):
        said = moment.duration.count
        if document == wanted and said != years:
            variant = "longer" if said > years else "shorter"
            yield problem(*path, variant=variant, name=activity.name, said=said, years=years)


def _years(case: Case, document: str) -> int:
    sector = "finance" if _FINANCE.search(case.declaration.controller.supervised_by or "") else ""
    return statutory(document, case.on, sector).years


@rule("RET-books-10")
def books_ten_years(case: Case) -> Iterator[Problem]:
    yield from _differs(case, "books")


@rule("RET-vouchers-8")
def vouchers_eight_years(case: Case) -> Iterator[Problem]:
    yield from _differs(case, "vouchers")
    years = _years(case, "vouchers")
    known = {_years(case, document) for document in ("books", "vouchers", "letters")}
    for activity, path, document, moment in _documents(case):
        said = moment.duration.count
        if document == "any" and (said not in known or (said > years and _is_trade(activity))):
            variant = "longer" if said > years else "shorter"
            yield problem(*path, variant=variant, name=activity.name, said=said, years=years)


def _is_trade(activity: Activity) -> bool:
    return activity.kind in ("orders", "payments", "shipping", "shop", "invoices", "subscriptions")


@rule("RET-letters-6")
def letters_six_years(case: Case) -> Iterator[Problem]:
    yield from _differs(case, "letters")


@rule("RET-letters-6")
def enquiries_are_not_all_letters(case: Case) -> Iterator[Problem]:
    for activity in case.of_kind("contact"):
        kept = activity.rule
        if kept and not kept.for_ and _STATUTE.search(kept.reason or ""):
            yield problem("activities", activity.name, "keep", variant="all", name=activity.name)


@rule("RET-hinschg")
def reports_of_breaches_three_years(case: Case) -> Iterator[Problem]:
    yield from _differs(case, "whistleblower")


@rule("RET-gwg")
def money_laundering_five_years(case: Case) -> Iterator[Problem]:
    yield from _differs(case, "money_laundering")


@rule("DEADLINE-yearend")
def statutory_years_are_whole(case: Case) -> Iterator[Problem]:
    for activity, path, document, moment in _documents(case):
        if not moment.year_end and document != "whistleblower":
            yield problem(*path, name=activity.name, event=moment.event)


@rule("RET-limitation-3")
def limitation_is_three_years(case: Case) -> Iterator[Problem]:
    for activity, path, kept in case.keeping:
        name = kept.for_ or activity.name
        defends = name in _CLAIMS or _LIMITATION.search(kept.reason or "")
        too_long = any(moment.duration.nominal() > _THREE_YEARS for moment in moments(kept))
        if defends and name not in _TITLED and too_long:
            yield problem(*_where(case, path), name=activity.name)

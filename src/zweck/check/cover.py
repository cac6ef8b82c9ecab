"""What a safeguard's own words cover: the country, the decision that they cite, the certificate (Art. 45, 46 GDPR).

A tool that exists may still carry nothing: clauses concluded for another country, a decision on another one, a
certificate of another company or one that nobody has looked at for ninety days. And what is said of all transfers at
once must be true of each (Art. 5(1)(a)).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, partial

from zweck import texts
from zweck.check.case import Case
from zweck.check.rule import Problem, problem, rule
from zweck.check.transfer import Hop, hops
from zweck.errors import Severity
from zweck.law.adequacy import AdequacyDecision, decisions, is_eea

_LIMITED = re.compile(r"\b(?:for|covers|covering|only|für|nur|gilt)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b\d{4}/\d{2,4}\b")
_ISO_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_GERMAN_DAY = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_AHEAD = timedelta(days=90)


@rule("GDPR-46-scc")
def clauses_cover_the_country(case: Case) -> Iterator[Problem]:
    for hop in hops(case):
        if is_eea(hop.country, case.on) or "scc" not in hop.tools or not _LIMITED.search(hop.safeguard):
            continue
        covered = named_countries(hop.safeguard)
        if covered and not covered & {hop.country, hop.parent}:
            yield problem(*hop.path, "safeguard", variant="country", name=hop.name, country=_country(hop.country))


def named_countries(text: str) -> set[str]:
    """The countries that a text names in German or English, as ISO codes."""
    return {code for code, pattern in _country_names() if pattern.search(text)}


@cache
def _country_names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    from babel import Locale

    told: dict[str, set[str]] = {"US": {"USA"}, "GB": {"UK"}}
    for language in texts.LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2:
                told.setdefault(code, set()).add(name)
    return tuple((c, re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(n)))})\b")) for c, n in told.items())


@rule("GDPR-45-adequacy")
def cited_decision_is_that_of_the_country(case: Case) -> Iterator[Problem]:
    for hop in _on_adequacy(case):
        decision = _decision_on(hop.country)
        if decision and not _is_cited(decision, hop.safeguard):
            yield problem(
                *(*hop.path, "safeguard"),
                variant="cited",
                name=hop.name,
                country=_country(hop.country),
                decision=decision.decision,
                day=decision.adopted_on.isoformat(),
            )


@rule("GDPR-45-adequacy")
def decision_does_not_end_soon(case: Case) -> Iterator[Problem]:
    for hop in _on_adequacy(case):
        decision = _decision_on(hop.country)
        until = decision.valid_until if decision else None
        if until and case.on <= until <= case.on + _AHEAD:
            country, day = _country(hop.country), until.isoformat()
            yield problem(*hop.path, variant="ends", severity=Severity.WARN, name=hop.name, country=country, day=day)


def _on_adequacy(case: Case) -> Iterator[Hop]:
    for hop in hops(case):
        if hop.tools <= {"adequacy"} and not is_eea(hop.country, case.on):
            yield hop


def _decision_on(country: str) -> AdequacyDecision | None:
    """The decision on a country, also one that has lapsed; of several the latest."""
    found = [d for d in decisions() if d.country == country]
    return max(found, key=lambda d: d.adopted_on, default=None)


def _is_cited(decision: AdequacyDecision, said: str) -> bool:
    """Whether number and day that the words cite, if any, are those of the decision."""
    numbers, days = _NUMBER.findall(said), list(_days(said))
    number = _NUMBER.search(decision.decision)
    return (not numbers or (number is not None and number[0] in numbers)) and (not days or decision.adopted_on in days)


def _days(said: str) -> Iterator[date | None]:
    written = [(int(y), int(m), int(d)) for y, m, d in _ISO_DAY.findall(said)]
    written += [(int(y), int(m), int(d)) for d, m, y in _GERMAN_DAY.findall(said)]
    for year, month, day in written:
        try:
            yield date(year, month, day)
        except ValueError:
            yield None


@rule("GDPR-45-us-dpf")
def certificate_is_the_right_one(case: Case) -> Iterator[Problem]:
    for hop in hops(case):
        certificate = hop.certificate
        if certificate is None or "dpf" not in hop.tools:
            continue
        if fault := certificate.fault(hop.companies, case.on):
            yield problem(
                *(*hop.path, "dpf"),
                variant=f"certificate-{fault}",
                name=hop.name,
                entity=certificate.entity,
                number=certificate.participant,
                day=certificate.checked.isoformat(),
            )


_SENTENCE = re.compile(r"[^.!?\n]+")
_ONLY = re.compile(r"\b(?:only|nur|ausschließlich)\b", re.IGNORECASE)
_ABROAD = re.compile(
    r"third[ -]countr|outside the (?:EU|EEA|European)"
    r"|drittl[aä]nd|drittsta|au(?:ß|ss)erhalb (?:der EU|des EWR|(?:der|des) Europäischen)",
    re.IGNORECASE,
)
_CONDITIONS = {
    "6(1)(a)": re.compile(r"consent|einwillig", re.IGNORECASE),
    "6(1)(b)": re.compile(r"\borders?\b|contract|aufträg|auftrag|bestellung|vertrag", re.IGNORECASE),
    "6(1)(c)": re.compile(r"legal duty|legal obligation|required by law|gesetzlich|rechtliche pflicht", re.IGNORECASE),
    "6(1)(d)": re.compile(r"vital interest|lebenswichtig", re.IGNORECASE),
    "6(1)(e)": re.compile(r"public interest|öffentliche\w* interesse", re.IGNORECASE),
    "6(1)(f)": re.compile(r"legitimate interest|berechtigte\w* interesse", re.IGNORECASE),
}
"""What a blanket condition can ask for, as the basis that meets it."""


@rule("GDPR-05-1a-fair-transparent")
def blanket_condition_holds_for_everyone(case: Case) -> Iterator[Problem]:
    for sentence, allowed in _blanket_conditions(case):
        for hop in hops(case):
            bases = _bases_of(case, hop)
            if bases and not bases <= allowed and not is_eea(hop.country, case.on):
                yield problem(
                    *hop.path,
                    variant="blanket",
                    severity=Severity.ERROR,
                    name=hop.name,
                    basis=", ".join(sorted(bases - allowed)),
                    words=sentence,
                )


def _blanket_conditions(case: Case) -> Iterator[tuple[str, set[str]]]:
    """Each sentence that lets data go to third countries only on conditions, with the bases that meet them."""
    for path, text in case.declared_texts:
        if path[0] != "activities":
            continue
        for sentence in _SENTENCE.findall(text):
            if _ONLY.search(sentence) and _ABROAD.search(sentence):
                allowed = {basis for basis, words in _CONDITIONS.items() if words.search(sentence)}
                if allowed:
                    yield " ".join(sentence.split()), allowed


def _bases_of(case: Case, hop: Hop) -> set[str]:
    """The bases on which a party gets data: its own, else those of the activities that it serves."""
    use = next((u for u in case.uses if hop.path[:2] == ("services", u.id)), None)
    if use and use.basis:
        return set(use.basis)
    name = str(hop.path[-1])
    served = [a for a in case.activities if name in a.recipients or name in a.disclose]
    if use:
        served += [a for a in case.activities if a.name in use.declared.used_for]
    return {basis for a in served for basis in a.basis}


def _country(code: str) -> object:
    return partial(texts.country, code)

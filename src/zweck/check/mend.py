"""Which findings have one mend only, and what it is: data and small functions, one per message of a rule.

A mend stands here when the message of its finding names exactly one way out that needs no fact of the site and takes no
decision away from its controller (Art. 5(2), 24 GDPR). Everything else is for people. ``fix`` tries each and keeps only
what removes its finding and brings no other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from zweck.check.case import Case
from zweck.check.edit import Edit, value_at
from zweck.check.rule import Problem
from zweck.declaration.source import Path_


@dataclass(frozen=True)
class Sight:
    """What a mend may look at: the problem, its case, and the file's plain data."""

    case: Case
    problem: Problem
    data: Any

    def raw(self, path: Path_) -> Any:
        """What the file itself says at ``path``."""
        return value_at(self.data, path)


Mend = Callable[[Sight], list[Edit]]


def mends_of(rule_id: str, problem: Problem) -> Mend | None:
    """The one way out of a problem, if there is only one."""
    return _MENDS.get((rule_id, problem.variant))


def _set(name: str, value: str) -> Mend:
    """Say ``name: value`` at the thing that the finding is about: a service or an activity."""
    return lambda sight: [Edit((*sight.problem.at[:2], name), value)]


def _here(value: str) -> Mend:
    """Let the place of the finding say ``value``."""
    return lambda sight: [Edit(sight.problem.at, value)]


def _strike(*names: str) -> Mend:
    """Take keys out of the thing that the finding is about, those that are there."""

    def mend(sight: Sight) -> list[Edit]:
        places = [(*sight.problem.at[:-1], name) for name in names]
        return [Edit(place, None) for place in places if sight.raw(place) is not None]

    return mend


def _gated(sight: Sight) -> list[Edit]:
    """The service waits for consent, which is then its basis; an interest no longer carries it."""
    path = sight.problem.at[:2]
    made = [Edit((*path, "gate"), "consent")]
    if sight.raw((*path, "basis")) is not None:
        made.append(Edit((*path, "basis"), "6(1)(a)"))
    return made + [Edit((*path, n), None) for n in ("interest", "opt_out") if sight.raw((*path, n)) is not None]


def _gated_tag_manager(sight: Sight) -> list[Edit]:
    return [] if sight.case.view("tag_manager") == "case_by_case" else _gated(sight)


def _substituted(pattern: str, by: Callable[[Sight, re.Match[str]], str]) -> Mend:
    """One place in the words at the finding is written anew; nothing where the words have it never or twice."""

    def mend(sight: Sight) -> list[Edit]:
        said = sight.raw(sight.problem.at)
        found = list(re.finditer(pattern.format(**sight.problem.said), said)) if isinstance(said, str) else []
        if len(found) != 1 or not isinstance(said, str):
            return []
        match = found[0]
        return [Edit(sight.problem.at, _written(said[: match.start()] + by(sight, match) + said[match.end() :]))]

    return mend


def _statutory_years(sight: Sight, match: re.Match[str]) -> str:
    years = sight.problem.said["years"]
    return f"{years} year{'' if years == 1 else 's'}"


def _from_year_end(sight: Sight, match: re.Match[str]) -> str:
    return f"after year_end of {match[1]}"


def _limitation(sight: Sight, match: re.Match[str]) -> str:
    return f"{match[1] or ''}3 years after year_end of {match[2]}"


def _as_long_as_claims(sight: Sight, match: re.Match[str]) -> str:
    return f"{sight.problem.said['months']} months after"


def _renamed(sight: Sight) -> list[Edit]:
    """The new name for the old one; a first word that both share (Google, Adobe, Microsoft) is not said twice."""
    said, found, new = sight.raw(sight.problem.at), sight.problem.said["found"], sight.problem.said["new"]
    if not isinstance(said, str) or sight.problem.certainty != "observed" or "\n" in said:
        return []
    first, last = new.split()[0], new.split()[-1]
    pattern = rf"(?:{re.escape(first)} )?{re.escape(found)}(?: {re.escape(last)})?"
    return [Edit(sight.problem.at, _written(re.sub(pattern, new.replace("\\", r"\\"), said)))]


def _voluntary(sight: Sight) -> list[Edit]:
    said = sight.raw(sight.problem.at)
    if isinstance(said, str):
        return [Edit(sight.problem.at, said.rstrip("?!") + "?")]
    return [Edit((*sight.problem.at, "required"), "false")]


def _encrypted(sight: Sight) -> list[Edit]:
    said = sight.raw(("site", "url"))
    return [Edit(("site", "url"), _written("https" + said.removeprefix("http")))] if isinstance(said, str) else []


def _option_on(*names: str) -> Mend:
    """An option that was switched off is switched on; nothing where the finding stands elsewhere."""
    return lambda sight: [Edit(sight.problem.at, "true")] if sight.problem.at[-1] in names else []


def _necessary(sight: Sight) -> list[Edit]:
    """The basis of a device entry follows from the gate: what is necessary needs no consent."""
    path = sight.problem.at
    uses = {use.id: use for use in sight.case.uses}
    use = uses.get(str(path[1])) if path[0] == "services" else None
    is_necessary = use is not None and use.gate == "necessary"
    return [Edit((*path[:2], "device_basis"), "25(2) no. 2")] if is_necessary else []


def _written(text: str) -> str:
    """A text as YAML: plain where it stays what it is, else in quotes."""
    plain = re.fullmatch(r"[^\W\d_][\w ./()§,äöüÄÖÜß€-]*|\d+ [a-z][\w (),-]*|https://[\w./-]+", text)
    if plain and not text.endswith(" ") and text.lower() not in ("true", "false", "null", "yes", "no"):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_YEARS = r"\b{said} years?\b"
_STATUTES = ("RET-books-10", "RET-vouchers-8", "RET-letters-6", "RET-hinschg", "RET-gwg")
_NAMES = ("NAME-tdddg", "NAME-meta", "NAME-ads", "NAME-brevo", "NAME-w-misc", "NAME-dsgvo-in-en")
_PROOF = "3 years after year_end of unsubscribed"

_MENDS: dict[tuple[str, str], Mend] = {
    ("GDPR-25-design", ""): _set("gate", "consent"),
    ("GDPR-25-design", "device"): _gated,
    ("CONS-embed-two-click", ""): _gated,
    ("CONS-tagmanager", ""): _gated_tag_manager,
    ("TDDDG-25-2-2", ""): _gated,
    ("GDPR-06-1f-interest", ""): _gated,
    ("ANA-ga", ""): _gated,
    ("ANA-exempt-de", "own-use"): _gated,
    ("ANA-ip", ""): _option_on("shorten_ip"),
    ("ANA-optout", ""): _option_on("opt_out"),
    ("CONS-granular", ""): _option_on("per_service"),
    ("CONS-gpc", ""): _option_on("honour_gpc"),
    ("GDPR-21-5-automated", ""): _option_on("honour_gpc"),
    ("GDPR-07-3-withdraw", ""): _strike("opt_out"),
    ("GDPR-13-2d-complaint", ""): _strike("authority"),
    ("GDPR-21-2-marketing", ""): _strike("requests"),
    ("GDPR-05-1c-minimise", "newsletter"): _voluntary,
    ("GDPR-07-4-tying", ""): _voluntary,
    ("GDPR-05-1f-security", ""): _encrypted,
    ("IMP-liquidation", ""): lambda sight: [Edit(("controller", "in_liquidation"), "true")],
    ("TDDDG-25-level2", ""): _necessary,
    ("TDDDG-25-2-1", "lifetime"): _here("session"),
    ("UWG-doi", ""): _here("7 days after received"),
    ("UWG-unsub", ""): _here("until unsubscribed"),
    ("UWG-proof-after", ""): _here(_PROOF),
    ("UWG-proof-after", "lost"): _here(_PROOF),
    ("DEADLINE-yearend", ""): _substituted(r"\bafter ({event})\b", _from_year_end),
    ("RET-limitation-3", ""): _substituted(
        r"^((?:at most |exactly )?)\d+ years? after (?:year_end of )?(\w+)$", _limitation
    ),
    ("RET-applicant-6m", ""): _substituted(r"\b\d+ (?:day|week|month|year)s? after", _as_long_as_claims),
    **{
        (rule_id, variant): _substituted(_YEARS, _statutory_years)
        for rule_id in _STATUTES
        for variant in ("longer", "shorter")
    },
    **{(rule_id, ""): _renamed for rule_id in _NAMES},
}
"""Rule and variant of its message → the mend."""

"""Names of laws, tools and companies that have changed, found in the text of a notice.

A notice that cites the TTDSG or the Privacy Shield is out of date (Art. 5(1)(a), 12(1) GDPR). Links are
looked at apart: an old name inside an address is an old link, not a wrong statement. A name that the text
itself calls former is right and stays. All patterns have bounded gaps, so the time grows with the length of
the line and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from zweck.errors import Severity
from zweck.law.dataset import load
from zweck.words import Table, Words

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]+|(?<![\w.@-])(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}/[^\s<>\"]*", re.I)
_FORMER = re.compile(r"\b(?:formerly|previously|ehemals|früher|vormals|bisher|zuvor|abgelöst)\b\W*", re.I)
_DISOWNED = re.compile(r"\b(?:invalid|void|ungültig|unwirksam|aufgehoben|replaced|successor|nachfolge|ersetzt)", re.I)
_REACH = 24


@dataclass(frozen=True, slots=True)
class OutdatedName:
    """One changed name: the rule, what it is called now (empty: leave it out), and since when.

    ``since`` is an ISO day, or only year and month where the day is not known; empty if it never was right.
    """

    rule: str
    severity: Severity
    new: str
    since: str
    note_de: str
    note_en: str
    is_certain: bool
    language: str
    pattern: Words
    link: re.Pattern[str] | None

    def note(self, language: str) -> str:
        """What changed, in one sentence; German for ``de``, else English."""
        return self.note_de if language == "de" else self.note_en


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A changed name in a line: ``start`` and ``end`` count characters from 0, ``found`` is the text there.

    ``is_certain`` is false where only the context can tell; ``is_link`` marks a name inside an address.
    """

    name: OutdatedName
    start: int
    end: int
    found: str
    severity: Severity
    is_certain: bool
    is_link: bool

    @property
    def rule(self) -> str:
        """The id in the registry."""
        return self.name.rule


def outdated_names(text_line: str, language: str = "") -> Iterator[NameMatch]:
    """Every changed name in one line, in the order of the text; at most one match per rule and place.

    ``language`` (``de``, ``en``) adds what is wrong in that language only. Old names inside links come with
    ``is_link`` and no more than a warning, except links whose target no longer exists.
    """
    may_link = "/" in text_line or "www." in text_line
    candidates = _table().candidates(text_line)
    if not may_link and not candidates:
        return
    plain = _LINK.sub(lambda m: " " * len(m[0]), text_line)
    disowned = _DISOWNED.search(plain) is not None
    found = [m for name, _ in candidates for m in _in_text(name, plain, language, disowned)]
    found += [m for address in _LINK.finditer(text_line) for m in _in_link(address)]
    yield from sorted(found, key=lambda m: (m.start, m.rule))


@cache
def names() -> tuple[OutdatedName, ...]:
    """All changed names that are known."""
    return tuple(
        OutdatedName(
            rule=r["rule"],
            severity=Severity(r["severity"]),
            new=r["new"],
            since=r["since"],
            note_de=r["note_de"],
            note_en=r["note_en"],
            is_certain=r.get("is_certain", True),
            language=r.get("language", ""),
            pattern=Words(r["pattern"], exact=True),
            link=re.compile(r["link"], re.I) if "link" in r else None,
        )
        for r in load("names")["names"]
    )


@cache
def _table() -> Table[OutdatedName]:
    return Table((name, name.pattern) for name in names())


def _in_text(name: OutdatedName, plain: str, language: str, disowned: bool) -> Iterator[NameMatch]:
    if name.language and name.language != language:
        return
    for match in name.pattern.pattern.finditer(plain):
        if _is_called_former(plain, match.start()):
            continue
        certain = name.is_certain and not disowned
        yield NameMatch(name, match.start(), match.end(), match[0], name.severity, certain, is_link=False)


def _in_link(address: re.Match[str]) -> Iterator[NameMatch]:
    for name in names():
        if name.link is None or (match := name.link.search(address[0])) is None:
            continue
        gone = not name.new
        severity = name.severity if gone else Severity.WARN
        start = address.start() + match.start()
        yield NameMatch(name, start, start + len(match[0]), match[0], severity, gone, is_link=True)


def _is_called_former(plain: str, start: int) -> bool:
    before = plain[max(0, start - _REACH) : start]
    mentions = list(_FORMER.finditer(before))
    # Only an article or a quotation mark may stand between "formerly" and the name it excuses.
    return (
        bool(mentions)
        and re.fullmatch(r"(?:(?:the|der|das|die)\s+)?[\"„“'(]*", before[mentions[-1].end() :]) is not None
    )

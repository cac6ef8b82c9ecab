"""What a section says of bases and of storage, each tied to the kind of activity that it is said of.

A statement belongs to its section's activity, unless its own sentence names a narrower one (Art. 13(1)(c), (2)(a)).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zweck.read.basis import Cited, bases_in
from zweck.read.block import Block, Place, Role
from zweck.read.outline import Section
from zweck.read.period import ends_at_event, is_unlimited, storage_periods, trigger_of
from zweck.read.sentence import sentences
from zweck.read.topic import GENERAL, kinds_of_sentence


@dataclass(frozen=True, slots=True)
class Kept:
    """One statement on storage: ``duration`` in ISO 8601, ``None`` when an event ends it."""

    what: str
    duration: str | None
    trigger: str | None
    place: Place
    low: str | None
    words: str
    confidence: float


@dataclass(frozen=True, slots=True)
class BasisSaid:
    cited: Cited
    place: Place
    kind: str
    section: Section


_QUOTING = re.compile(r"widersp|object|übertrag|portab|maschinenlesbar|machine-readable", re.IGNORECASE)


def bases_said(sections: list[Section]) -> list[BasisSaid]:
    """Every basis that is claimed for a processing, with the kind it is said of."""
    found = []
    for section in sections:
        if section.kind == "rights":
            continue
        for block in section.blocks:
            for cited in bases_in(block.text):
                if _quoted(cited, block, section):
                    continue
                kind = _kind_at(section, block, cited.start)
                found.append(BasisSaid(cited, block.place(cited.start, cited.end), kind, section))
    return found


def _quoted(cited: Cited, block: Block, section: Section) -> bool:
    """A provision that a right is quoted with, or that a general overview lists, allows nothing here."""
    near = block.text[max(0, cited.start - 160) : cited.end + 160]
    if cited.basis == "GDPR 6(1)(e)" and _QUOTING.search(near):
        return True
    if re.search(r"art(?:\.|ikel|icle)? ?2[01]\b", near, re.IGNORECASE) and _QUOTING.search(near):
        return True
    return section.kind == GENERAL and cited.basis.startswith(("GDPR 9", "GDPR 49", "GDPR 6(1)(d)", "GDPR 6(1)(e)"))


def _kind_at(section: Section, block: Block, offset: int) -> str:
    """The kind a statement belongs to: that of its section, unless its sentence names a narrower one."""
    if section.kind not in _NARROWER:
        return section.kind
    for start, sentence in sentences(block.text):
        if start <= offset < start + len(sentence):
            named = [k for k, _, _ in kinds_of_sentence(sentence) if k in _NARROWER.get(section.kind, ())]
            return named[0] if named else section.kind
    return section.kind


_NARROWER = {
    GENERAL: (
        "orders",
        "accounts",
        "newsletter",
        "applications",
        "credit_checks",
        "video_calls",
        "shipping",
        "payments",
    ),
    "newsletter": ("suppression", "soft_opt_in"),
    "hosting": ("consent",),
    "server_logs": ("consent",),
    "cookies": ("consent",),
    "soft_opt_in": ("suppression",),
    "orders": ("shipping", "payments", "credit_checks"),
    "applications": ("talent_pool",),
}


def storage_said(sections: list[Section]) -> list[Kept]:
    """Every statement on storage, with the kind it is said of."""
    found = []
    for section in sections:
        if section.kind in ("imprint",):
            continue
        for block in section.blocks:
            if block.role is not Role.ROW:
                found += _kept_in(block, section)
    return found


def _kept_in(block: Block, section: Section) -> list[Kept]:
    found: list[Kept] = []
    if len(block.text) > 60_000:
        return found
    for start, sentence in sentences(block.text):
        what = _kind_at(section, block, start)
        periods = storage_periods(sentence)
        for period in periods:
            place = block.place(start + period.start, start + period.end)
            trigger = trigger_of(sentence, period)
            found.append(Kept(what, period.iso, trigger, place, period.low, period.written, 0.85))
            if period.low:
                found.append(Kept(what, period.low, trigger, place, None, period.written, 0.6))
        place = block.place(start, start + len(sentence))
        if not periods and is_unlimited(sentence):
            found.append(Kept(what, "unlimited", trigger_of(sentence), place, None, "", 0.85))
        elif not periods and section.kind != "rights" and (event := ends_at_event(sentence)):
            found.append(Kept(what, None, event, place, None, "", 0.6))
    return found

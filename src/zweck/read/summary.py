"""What was understood of one notice at a glance: names, counts and lists, as the head of the page to look at.

The same facts as the JSON, in the words of people (Art. 12(1) GDPR).
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from zweck import texts
from zweck.read import say
from zweck.read.report import DocumentRead
from zweck.read.show import ranges, runs


def summary(read: DocumentRead, language: str, level: int) -> str:
    """The list of what was understood, headed at ``level``."""
    items = "".join(f"<dt>{name}</dt><dd>{said}</dd>\n" for name, said in _facts(read, language))
    head = escape(say.word("understood", language))
    spoken = ", ".join(say.word(f"language-{name}", language) for name in read.languages or [read.language])
    return (
        f'<div class="understood"><h{level}>{head} <span class="quiet">{escape(spoken)}</span></h{level}>'
        f"<dl>{items}</dl></div>\n"
    )


def _facts(read: DocumentRead, language: str) -> Iterator[tuple[str, str]]:
    def named(name: str, values: list[str], *, counted: bool = True) -> tuple[str, str]:
        count = f' <span class="quiet">{len(values)}</span>' if counted and values else ""
        said = "<br>".join(map(escape, dict.fromkeys(values))) or _none(language)
        return f"{escape(say.word(name, language))}{count}", said

    yield named("kind-controller", [v for v in (read.controller.name, read.controller.address) if v], counted=False)
    yield named("kind-officer", _officer(read, language), counted=False)
    yield named("some-activity", [_activity(a.kind, a.lines, language) for a in read.activities])
    yield named("some-service", read.services)
    yield named("some-basis", [say.basis(b, language) for b in read.legal_bases])
    yield named("some-period", list(dict.fromkeys(say.kept(k, language) for k in read.retention if k.duration)))
    yield named("some-cookie", [c.name for c in read.cookies])
    yield named("some-right", [say.right(r, language) for r in read.rights])
    yield named("some-transfer", [_moved(t.country, t.safeguards, language) for t in read.transfers])
    if read.unplaced:
        lines = ranges(runs(read.unplaced), 40)
        yield escape(say.word("unplaced", language)), _unplaced(lines, language)


def _none(language: str) -> str:
    return f'<span class="quiet">{escape(say.word("none", language))}</span>'


def _unplaced(lines: str, language: str) -> str:
    lead = escape(say.word("unplaced-lead", language))
    return f'{escape(lines.replace(",", ", "))}<br><span class="quiet">{lead}</span>'


def _officer(read: DocumentRead, language: str) -> list[str]:
    if read.officer.stated_none:
        return [say.word("officer-none", language)]
    said = [v for v in (read.officer.name, read.officer.email, read.officer.phone) if v]
    return said or ([say.word("officer-present", language)] if read.officer.present else [])


def _activity(kind: str, lines: list[tuple[int, int]], language: str) -> str:
    return f"{say.activity(kind, language)} ({ranges(lines)})"


def _moved(country: str, safeguards: list[str], language: str) -> str:
    guarded = ", ".join(safeguards) or say.word("no-safeguard", language)
    return f"{texts.country(country, language)}: {guarded}"

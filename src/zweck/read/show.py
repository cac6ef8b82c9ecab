"""The report for people in a terminal: what was understood, then what is wrong, line by line; German or English."""

from __future__ import annotations

from zweck.read import say
from zweck.read.report import DocumentRead, FindingRead, Report


def show_report(report: Report, language: str = "en") -> str:
    """The report as text in ``de`` or ``en``; nothing in it can steer the terminal."""
    return _printable("\n\n".join(_document(d, language) for d in report.documents))


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() or c == "\n" else "·" for c in text)


def _document(d: DocumentRead, language: str) -> str:
    found = [f"{d.name}  ({', '.join(d.languages or [d.language])})", *_understood(d, language)]
    if not d.findings:
        found.append(f"  {say.word('findings-none', language)}")
        return "\n".join(found)
    found.append(f"  {say.word('findings', language)} ({len(d.findings)}):")
    for finding in d.findings:
        found += _finding(d, finding, language)
    return "\n".join(found)


def _understood(d: DocumentRead, language: str) -> list[str]:
    none = say.word("none", language)
    services, bases = ", ".join(d.services), ", ".join(d.legal_bases)
    lines = [
        _line("kind-controller", language, _controller(d) or none),
        _line("kind-officer", language, _officer(d, language)),
        _line("some-service", language, services or none, len(d.services)),
        _line("some-basis", language, bases or none),
        _line("some-period", language, ", ".join(_kept(d)) or none),
        _line("some-right", language, ", ".join(d.rights) or none),
        _line("some-transfer", language, ", ".join(_moved(d)) or none),
        _line("some-cookie", language, str(len(d.cookies))),
        f"  {say.word('some-activity', language)} ({len(d.activities)}):",
    ]
    lines += [
        f"    {ranges(a.lines):>12}  {a.kind}" + (f"  {', '.join(a.legal_bases)}" if a.legal_bases else "")
        for a in d.activities
    ]
    if d.unplaced:
        lines.append(_line("unplaced", language, ranges(runs(d.unplaced), 12), len(d.unplaced)))
    return lines


def _line(name: str, language: str, said: str, count: int | None = None) -> str:
    counted = f" ({count})" if count is not None else ""
    return f"  {say.word(name, language)}{counted}: {said}"


def _controller(d: DocumentRead) -> str:
    return ", ".join(part for part in (d.controller.name, d.controller.address) if part)


def _officer(d: DocumentRead, language: str) -> str:
    if d.officer.stated_none:
        return say.word("officer-none", language)
    named = d.officer.email or d.officer.name
    return named or say.word("officer-present" if d.officer.present else "none", language)


def _moved(d: DocumentRead) -> list[str]:
    return [f"{t.country} ({', '.join(t.safeguards) or '–'})" for t in d.transfers]


def _kept(d: DocumentRead) -> list[str]:
    return list(dict.fromkeys(f"{r.what} {r.duration}" for r in d.retention if r.duration))


def runs(lines: list[int]) -> list[tuple[int, int]]:
    """Line numbers as ranges from first to last."""
    found: list[tuple[int, int]] = []
    for line in lines:
        if found and line <= found[-1][1] + 2:
            found[-1] = (found[-1][0], line)
        else:
            found.append((line, line))
    return found


def ranges(lines: list[tuple[int, int]], most: int = 3) -> str:
    """Ranges of lines as people write them, the first ``most`` of them."""
    return ",".join(f"{a}-{b}" if a != b else str(a) for a, b in lines[:most]) + ("…" if len(lines) > most else "")


def _finding(d: DocumentRead, f: FindingRead, language: str) -> list[str]:
    message, mend = say.message(f, language)
    place = f"{d.name}:{f.line}" + (f":{f.column}" if f.end_column > f.column else "")
    severity = say.word(f"severity-{f.severity}", language)
    lines = [f"    {place}: {severity}: {f.rule} ({say.sure(f, language)})"]
    if f.words and f.end_column > f.column:
        lines.append(f"      „{f.words}“" if language == "de" else f"      “{f.words}”")
    lines += [f"      {message}", f"      → {mend}"]
    source = say.source(f, language)
    return [*lines, f"      {source}"] if source else lines

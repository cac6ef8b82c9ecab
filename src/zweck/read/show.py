"""The report for people: what was understood, then what is wrong, line by line; German or English."""

# ruff: noqa: E501  (tables of wordings read better unbroken)

from __future__ import annotations

from zweck.read.report import DocumentRead, FindingRead, Report

_WORDS = {
    "de": {
        "controller": "Verantwortlicher", "officer": "Datenschutzbeauftragter", "none": "nicht gefunden",
        "activities": "Tätigkeiten", "services": "Dienste", "bases": "Rechtsgrundlagen", "kept": "Speicherung",
        "rights": "Rechte", "transfers": "Drittländer", "cookies": "Cookies", "findings": "Befunde", "line": "Zeile",
        "certain": "sicher", "arguable": "zu prüfen", "clean": "keine Befunde",
    },
    "en": {
        "controller": "controller", "officer": "data protection officer", "none": "not found",
        "activities": "activities", "services": "services", "bases": "legal bases", "kept": "storage",
        "rights": "rights", "transfers": "third countries", "cookies": "cookies", "findings": "findings", "line": "line",
        "certain": "certain", "arguable": "to be checked", "clean": "no findings",
    },
}  # fmt: skip


def show_report(report: Report, language: str = "en") -> str:
    """The report as text in ``de`` or ``en``."""
    words = _WORDS.get(language, _WORDS["en"])
    return "\n\n".join(_document(d, words, language) for d in report.documents)


def _document(d: DocumentRead, words: dict[str, str], language: str) -> str:
    officer = d.officer.email or ("✓" if d.officer.present else words["none"])
    lines = [
        f"{d.name}  ({d.language})",
        f"  {words['controller']}: {d.controller.name or words['none']}"
        + (f", {d.controller.address}" if d.controller.address else ""),
        f"  {words['officer']}: {officer}",
        f"  {words['services']} ({len(d.services)}): {', '.join(d.services) or words['none']}",
        f"  {words['bases']}: {', '.join(d.legal_bases) or words['none']}",
        f"  {words['kept']}: {', '.join(_kept(d)) or words['none']}",
        f"  {words['rights']}: {', '.join(d.rights) or words['none']}",
        f"  {words['transfers']}: {', '.join(_moved(d)) or words['none']}",
        f"  {words['cookies']}: {len(d.cookies)}",
        f"  {words['activities']} ({len(d.activities)}):",
    ]
    lines += [
        f"    {_lines(a.lines):>12}  {a.kind}" + (f"  {', '.join(a.legal_bases)}" if a.legal_bases else "")
        for a in d.activities
    ]
    lines.append(f"  {words['findings']} ({len(d.findings)}):" if d.findings else f"  {words['clean']}")
    for finding in d.findings:
        lines += _finding(d, finding, words, language)
    return "\n".join(lines)


def _moved(d: DocumentRead) -> list[str]:
    return [f"{t.country} ({', '.join(t.safeguards) or '–'})" for t in d.transfers]


def _kept(d: DocumentRead) -> list[str]:
    return list(dict.fromkeys(f"{r.what} {r.duration}" for r in d.retention if r.duration))


def _lines(ranges: list[tuple[int, int]]) -> str:
    return ",".join(f"{a}-{b}" if a != b else str(a) for a, b in ranges[:3]) + ("…" if len(ranges) > 3 else "")


def _finding(d: DocumentRead, f: FindingRead, words: dict[str, str], language: str) -> list[str]:
    sure = words["certain"] if f.certain else words["arguable"]
    german = language == "de"
    message = f.message_de if german and f.message_de else f.message
    mend = f.mend_de if german and f.mend_de else f.mend
    return [f"    {d.name}:{f.line}: {f.severity}: {f.rule} ({sure})", f"      {message}", f"      → {mend}"]

"""The visitor's language: what the address says, else what the browser asks for, else the site's reference."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl


def settle(path: str, query: bytes, accept: str, languages: Sequence[str]) -> str:
    """One of ``languages``: from ``/privacy/en…``, ``?lang=en`` or ``Accept-Language``, in this order."""
    parts = path.split("/")
    if len(parts) > 2 and parts[2] in languages:
        return parts[2]
    asked = dict(parse_qsl(query.decode("latin-1"), max_num_fields=50) if query.count(b"&") < 50 else ()).get(
        "lang", ""
    )
    if asked in languages:
        return asked
    for wanted in _wanted(accept):
        if wanted in languages:
            return wanted
    return languages[0]


def _wanted(accept: str) -> list[str]:
    found: list[tuple[float, int, str]] = []
    for number, part in enumerate(accept[:400].split(",")):
        tag, _, weight = part.strip().partition(";q=")
        try:
            quality = float(weight) if weight else 1.0
        except ValueError:
            quality = 0.0
        if tag and quality > 0:
            found.append((-quality, number, tag.split("-")[0].lower()))
    return [language for _, _, language in sorted(found)]

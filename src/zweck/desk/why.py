"""The reasons that promises give for their state, in German: the engine says them in English, in fixed shapes.

An unknown reason stays as it is: showing it in English is better than not showing it.
"""

from __future__ import annotations

import re

from zweck import texts

_SHAPES: tuple[tuple[str, str], ...] = (
    ("outside", r"not kept by Zweck"),
    ("breaches", r"(?P<count>\d+) breach\(es\) on record"),
    ("shown", r"shown (?P<count>\d+) time\(s\)"),
    ("nothing", r"nothing has happened yet that would show it"),
    ("nobody", r"nobody has attested it yet"),
    ("lapsed", r"attested by (?P<who>.+); the review was due on (?P<day>\S+)"),
    ("attested", r"attested by (?P<who>.+) until (?P<day>\S+)"),
    ("system", r"system (?P<who>\S+) is not connected"),
    ("overdue", r"(?P<count>\d+) record\(s\) past their period"),
    ("due", r"(?P<count>\d+) record\(s\) due and not yet swept"),
    ("within", r"(?P<count>\d+) record\(s\) within their period"),
    ("empty", r"no record yet"),
    ("audit-broken", r"an audit saw it before consent or after refusal"),
    ("audit-kept", r"the last audit saw nothing before consent"),
    ("audit-none", r"no audit yet"),
    ("late", r"(?P<count>\d+) request\(s\) past their deadline"),
    ("urgent", r"a request is due within a week"),
    ("review", r"the review of a hold is past due"),
)


def translated(why: str, language: str) -> str:
    """``why`` in ``language``."""
    for name, shape in _SHAPES:
        found = re.fullmatch(shape, why)
        if found:
            said = found.groupdict()
            arguments = {k: int(v) if k == "count" else v for k, v in said.items()}
            return texts.message(f"desk.why-{name}", language, **arguments)
    return why

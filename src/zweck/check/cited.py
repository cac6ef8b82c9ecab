"""Which parts of the house name a rule: read from the code itself, so that no list can claim what nobody does.

A module that gives findings under a rule's id, or that keeps the rule's data, names the id in its source (Art. 5(2)
GDPR: whoever says that a rule is seen to must be able to show where).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_ID = re.compile(r'"((?:GDPR|CONS|TDDDG|UWG|DDG|IMP|RET|LOG|ANA|NAME|MACH|XFER|DPO|EINWV|SHOP|DEADLINE)-[\w-]+)"')
_VERBS = ("read", "audit")
"""The other verbs that give findings; ``check`` knows its own functions."""


@cache
def citations() -> dict[str, tuple[str, ...]]:
    """Rule id → the verbs whose code names it, with the module: ``audit.compare``."""
    found: dict[str, list[str]] = {}
    for verb in _VERBS:
        for path in sorted((_PACKAGE / verb).rglob("*.py")):
            module = ".".join(path.relative_to(_PACKAGE).with_suffix("").parts)
            for rule_id in dict.fromkeys(_ID.findall(path.read_text("utf-8"))):
                found.setdefault(rule_id, []).append(module.removesuffix(".__init__"))
    return {rule_id: tuple(modules) for rule_id, modules in found.items()}


def cited_by(rule_id: str) -> tuple[str, ...]:
    """The modules of ``read`` and ``audit`` that give findings under this id; names are read from one table."""
    named = ("read.finding.citation",) if rule_id in _renamed() else ()
    return tuple(dict.fromkeys((*citations().get(rule_id, ()), *named)))


@cache
def _renamed() -> frozenset[str]:
    from zweck.law.names import names

    return frozenset(name.rule for name in names())

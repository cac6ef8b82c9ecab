"""What a site may show, and the one shape in which the audit says that it shows more.

A finding of the gate names the state by its provision: before the choice (§ 25(1) TDDDG), after refusal, after
withdrawal (Art. 7(3) GDPR), or although the browser said Global Privacy Control.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from zweck.audit.report import AuditFinding, StateName
from zweck.declaration.model import Cookie, Declaration
from zweck.promises.uses import Use, own_cookies, service_uses

GATES = {
    "before": ("CONS-prior", "before any choice"),
    "rejected": ("CONS-active", "after refusal"),
    "withdrawn": ("CONS-withdraw-effect", "after withdrawal"),
    "gpc": ("CONS-gpc", "although the browser says Global Privacy Control"),
}


@dataclass(frozen=True)
class Known:
    """What a site may show: its services, its own cookies, its own hosts."""

    uses: tuple[Use, ...]
    cookies: tuple[Cookie, ...]
    domains: frozenset[str]

    def use_of(self, host: str) -> Use | None:
        return next((u for u in self.uses if within(host, u.domains)), None)


def known_of(declaration: Declaration | None) -> Known:
    """What the declaration covers; without one, nothing is declared."""
    if declaration is None:
        return Known((), (), frozenset())
    uses = tuple(service_uses(declaration))
    return Known(uses, own_cookies(declaration), frozenset(declaration.site.domains))


def gate_finding(state: StateName, subject: str, service: str, name: str) -> AuditFinding:
    rule, when = GATES[state]
    return make_finding(
        rule, "block", state, subject, service, f"{name} is active {when}", "gate it: nothing of it before consent"
    )


def make_finding(
    rule: str,
    severity: Literal["block", "error", "warn", "info"],
    state: StateName,
    subject: str,
    service: str | None,
    message: str,
    mend: str,
    certainty: Literal["observed", "inferred", "for a lawyer"] = "observed",
) -> AuditFinding:
    return AuditFinding(
        rule=rule,
        severity=severity,
        states=(state,),
        subject=subject,
        service=service,
        message=message,
        mend=mend,
        certainty=certainty,
    )


def within(host: str, domains: Iterable[str]) -> bool:
    return any(host == d or host.endswith("." + d) for d in (x.lower().lstrip("*.") for x in domains))

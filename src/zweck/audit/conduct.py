"""What a page does beyond loading and storing: reading the device, asking in forms, sending what is typed.

Reading what tells one device from another is access to the device (§ 25(1) TDDDG); what is typed belongs to the person
until it is sent (Art. 5(1)(a) GDPR); a form must say where it goes and go there encrypted (Art. 13(1)(e), 32 GDPR).
"""

from __future__ import annotations

from collections.abc import Iterator

from zweck import catalog
from zweck.audit.drift import Known, make_finding, within
from zweck.audit.report import CLOSED, AuditFinding, SeenForm, SeenLeak, StateSeen

LOCAL = ("localhost", "127.0.0.1", "::1")


def conduct(state: StateSeen, known: Known, *, declared: bool) -> Iterator[AuditFinding]:
    """Findings about calls, forms and typed text of one state."""
    yield from _calls(state, known)
    for form in state.forms:
        yield from _form(state, form, known, declared=declared)
    for leak in state.leaks:
        yield from _leak(state, leak, known)


def _calls(state: StateSeen, known: Known) -> Iterator[AuditFinding]:
    for call in state.calls:
        use = known.use_of(call.host)
        if use and not (use.gate == "consent" and state.state in CLOSED):
            continue
        kinds = {c.kind for c in state.calls if c.host == call.host}
        weighty = call.third_party or len(kinds) > 1
        yield make_finding(
            "TDDDG-25-1",
            "error" if weighty else "warn",
            state.state,
            f"fingerprint by {call.kind} ({call.host})",
            use.id if use else None,
            f"a script of {call.host} reads {call.kind}, which tells one device from another",
            "ask before it runs and declare it, or remove the script",
            "observed" if weighty else "inferred",
        )


def _form(state: StateSeen, form: SeenForm, known: Known, *, declared: bool) -> Iterator[AuditFinding]:
    subject = f"form on {form.page} ({', '.join(form.fields[:4])})"
    if not form.encrypted and form.host not in LOCAL:
        yield make_finding(
            "GDPR-32-toms",
            "error",
            state.state,
            subject,
            None,
            f"the form sends what is typed to {form.host} without encryption",
            "send it to an https address",
        )
    if form.third_party and not known.use_of(form.host) and not within(form.host, known.domains):
        entry = catalog.by_host(form.host)
        yield make_finding(
            "GDPR-13-1e-recipients",
            "error" if declared else "info",
            state.state,
            subject,
            entry.id if entry else None,
            f"the form sends what is typed to {form.host}, which is not declared",
            "declare the recipient under services, or receive the form yourself",
        )


def _leak(state: StateSeen, leak: SeenLeak, known: Known) -> Iterator[AuditFinding]:
    use = known.use_of(leak.host)
    yield make_finding(
        "GDPR-05-1a-fair-transparent",
        "error" if leak.third_party else "warn",
        state.state,
        f"typed text on {leak.page} to {leak.host}",
        use.id if use else None,
        f"what is typed goes to {leak.host} before it is submitted ({leak.coded})",
        "send nothing before the person submits the form",
    )

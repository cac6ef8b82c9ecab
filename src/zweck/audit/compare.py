"""Seen against declared: pure, so that it can be tested without a browser.

Third-party hosts, cookies and storage keys must be declared; what is gated by consent must not be seen in a closed
state (§ 25(1) TDDDG, Art. 5(1)(a), 7(3), 13(1)(e)).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from zweck import catalog
from zweck.audit.conduct import conduct
from zweck.audit.drift import Known, gate_finding, known_of, make_finding, within
from zweck.audit.report import CLOSED, AuditFinding, SeenCookie, StateName, StateSeen
from zweck.declaration.model import Cookie, Declaration

CAP_DAYS = 400
"""No browser keeps a cookie longer (RFC 6265bis); what was asked for is the true lifetime."""


def compare(states: Iterable[StateSeen], declaration: Declaration | None) -> tuple[AuditFinding, ...]:
    """Every drift, grouped by what was seen, with the states it was seen in."""
    known = known_of(declaration)
    grouped: dict[tuple[str, ...], list[StateName]] = defaultdict(list)
    made: dict[tuple[str, ...], AuditFinding] = {}
    seen = [s for s in states if s.reached]
    for state in seen:
        for finding in _of_state(state, known, declared=declaration is not None):
            key = (finding.rule, finding.subject)
            made.setdefault(key, finding)
            if state.state not in grouped[key]:
                grouped[key].append(state.state)
    found = [f.model_copy(update={"states": tuple(grouped[k])}) for k, f in made.items()]
    if declaration is not None:
        found += _never_seen(seen, known)
        found += _links(seen, declaration)
    order = {"block": 0, "error": 1, "warn": 2, "info": 3}
    return tuple(sorted(found, key=lambda f: (order[f.severity], f.service or "~", f.subject)))


def _of_state(state: StateSeen, known: Known, *, declared: bool) -> Iterator[AuditFinding]:
    for request in state.requests:
        if request.third_party and request.host not in known.domains:
            yield from _host(state.state, request.host, known, declared=declared)
    for cookie in state.cookies:
        yield from _entry(state.state, "cookie", cookie.name, cookie.domain, cookie, known)
    for entry in state.storage:
        host = re.sub(r"^\w+://", "", entry.origin).split(":")[0]
        what = entry.storage if entry.storage == "service worker" else f"{entry.storage} storage entry"
        yield from _entry(state.state, what, entry.key, host, None, known)
    yield from conduct(state, known, declared=declared)


def _host(state: StateName, host: str, known: Known, *, declared: bool) -> Iterator[AuditFinding]:
    use = known.use_of(host)
    if use and use.gate == "consent" and state in CLOSED:
        yield gate_finding(state, f"request to {host}", use.id, use.name)
    if use:
        return
    entry = catalog.by_host(host)
    name = entry.name if entry else None
    if entry and entry.needs_consent and state in CLOSED:
        yield gate_finding(state, f"request to {host}", entry.id, entry.name)
    yield make_finding(
        "GDPR-13-1e-recipients",
        "error" if declared else "info",
        state,
        f"request to {host}",
        entry.id if entry else None,
        f"the page sends the visitor's address to {host}" + (f" ({name})" if name else "") + ", which is not declared",
        f"declare it under services{': ' + entry.id if entry else ''}, or remove it from the page",
    )


def _entry(
    state: StateName, what: str, name: str, host: str, seen: SeenCookie | None, known: Known
) -> Iterator[AuditFinding]:
    subject = f"{what} {name} ({host.lstrip('.')})"
    for cookie in known.cookies:
        if matches(cookie.name, name):
            yield from _lifetime(state, subject, cookie, seen, None)
            return
    for use in known.uses:
        for cookie in use.cookies:
            if matches(cookie.name, name):
                if use.gate == "consent" and not cookie.necessary and state in CLOSED:
                    yield gate_finding(state, subject, use.id, use.name)
                yield from _lifetime(state, subject, cookie, seen, use.id)
                return
    entry = catalog.by_cookie(name, host.lstrip("."))
    service = entry.id if entry else None
    if entry and entry.needs_consent and state in CLOSED:
        yield gate_finding(state, subject, entry.id, entry.name)
    yield make_finding(
        "TDDDG-25-info",
        "error",
        state,
        subject,
        service,
        f"the {what} {name} {_kept(seen)}" + (f" (known from {entry.name})" if entry else "") + " and is not declared",
        "declare it with purpose and lifetime, or stop setting it",
    )


def _kept(seen: SeenCookie | None) -> str:
    if seen is None or (seen.stored and not seen.partition):
        return "is stored"
    return (
        f"is stored for {seen.partition} alone (partitioned)" if seen.stored else "is asked for (the browser refused)"
    )


def _lifetime(
    state: StateName, subject: str, cookie: Cookie, seen: SeenCookie | None, service: str | None
) -> Iterator[AuditFinding]:
    declared = lifetime_days(cookie.lifetime)
    if seen is None or declared is None:
        return
    days = seen.asked_days if seen.asked_days is not None else seen.days
    if days is None or days <= declared + 0.1:
        return
    capped = f" (the browser caps it at {CAP_DAYS})" if days > CAP_DAYS else ""
    yield make_finding(
        "GDPR-13-2a-storage",
        "error",
        state,
        subject,
        service,
        f"is set for {days:g} days{capped}; declared are {declared:g}",
        "shorten the cookie or declare its true lifetime",
    )


def _never_seen(seen: list[StateSeen], known: Known) -> Iterator[AuditFinding]:
    hosts = {r.host for s in seen for r in s.requests}
    for use in known.uses:
        if use.domains and not use.server_side and not any(within(h, use.domains) for h in hosts):
            yield make_finding(
                "declared-not-seen",
                "info",
                "accepted",
                f"service {use.id}",
                use.id,
                f"{use.name} is declared and was not seen on the pages visited",
                "remove it from the declaration if the site no longer uses it",
            )


def _links(seen: list[StateSeen], declaration: Declaration) -> Iterator[AuditFinding]:
    links = " ".join(link.lower() for s in seen if s.state == "before" for link in s.links)
    if not seen or not links:
        return
    wanted = {
        "notice": ("GDPR-12-1-form", r"datenschutz|privacy", "the privacy notice"),
        "imprint": ("IMP-reach", r"impressum|imprint|legal", "the imprint"),
    }
    for rule, pattern, what in wanted.values():
        if not re.search(pattern, links):
            yield make_finding(
                rule, "warn", "before", what, None, f"the page does not link to {what}", "link it from every page"
            )


def matches(pattern: str, name: str) -> bool:
    """Whether a declared name (``_ga_*``, ``uc_*``, ``_hjSession_<id>``) covers a seen one."""
    loose = re.sub(r"<[^>]*>|\{[^}]*\}|#+|\*+", "\0", pattern)
    return re.fullmatch(".*".join(map(re.escape, loose.split("\0"))), name) is not None


_UNITS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 31.0, "year": 366.0}


def lifetime_days(text: str) -> float | None:
    """``6 months`` → days (the longest reading); ``None`` where no period is said; a session ends with the browser."""
    if "session" in text.lower():
        return 0.0
    found = re.search(r"(\d+)\s*(minute|hour|day|week|month|year)s?", text.lower())
    return int(found.group(1)) * _UNITS[found.group(2)] if found else None

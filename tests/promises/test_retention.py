"""Retention: what is kept, until which last second, and what keeps it longer (Art. 5(1)(e), 17, 18 GDPR)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.promises.world import HEAD, declared, findings, moment, press
from zweck.check import check
from zweck.promises import Status
from zweck.store import open_store

EVA, ADAM, CARLA, DORA = "eva@example.org", "adam@example.org", "carla@example.org", "dora@example.org"


@pytest.mark.promise("retention.contact")
def test_enquiries_end_with_request_withdrawal_or_purpose(begin):
    world = begin(
        """
activities:
  contact:
    basis: 6(1)(a)
    keep: 30 days after closed
    keeping:
      - for: commercial_letter
        keep: until closed
        then: restrict until 6 years after year_end of closed ; delete
        reason: § 257(4) HGB
  rights:
""",
        "2026-11-25 10:00",
    )
    people = (EVA, "", "a"), (ADAM, "", "b"), (CARLA, "", "c"), (DORA, "commercial_letter", "d")
    a, b, c, d = (
        world.add("contact", email, kind, {"message": text}, received="2026-11-20 09:00")
        for email, kind, text in people
    )
    world.fulfil("erasure", EVA)
    world.fulfil("withdrawal", ADAM)
    assert [world.has(r) for r in (a, b, c, d)] == [False, False, True, True]
    for each in (c, d):
        world.note(each, "closed")
    world.sweep()
    letter = world.record(d)
    assert (letter.status, letter.restricted_until) == ("restricted", moment("2033-01-01"))
    world.kept_until(c, "2026-12-25", "2026-12-26")
    world.kept_until(d, "2032-12-31", "2033-01-01")


@pytest.mark.promise("retention.contact_cap")
def test_an_open_case_does_not_extend_the_cap(begin):
    """The warning is the desk's page of what will be due: within seven days."""
    world = begin(
        "\nactivities: {contact: {keep: 'until first of (answered, 3 months after received)'}}\n", "2026-11-30 12:00"
    )
    answered = world.add("contact", EVA, received="2026-11-30 12:00")
    waiting = world.add("contact", ADAM, received="2026-11-30 12:00")
    world.at("2026-12-01 15:00").note(answered, "answered")
    world.sweep("2026-12-02")
    assert not world.has(answered)
    desk = world.at("2027-02-22 00:00").officer()
    assert _ahead(desk.get("/desk/due").text) == [0, 1, 1, 1]
    desk = world.at("2027-02-21 23:59:59").officer()
    assert _ahead(desk.get("/desk/due").text) == [0, 0, 1, 1]
    world.kept_until(waiting, "2027-02-28", "2027-03-01")


def _ahead(page: str) -> list[int]:
    """What the first keeping rule reaches today, in 7, in 30 and in 90 days."""
    from selectolax.lexbor import LexborHTMLParser

    cells = LexborHTMLParser(page).css_first("table tbody tr").css("td")
    return [int(c.text(strip=True)) for c in cells if c.text(strip=True).isdigit()]


@pytest.mark.promise("retention.default")
def test_without_a_special_period_data_goes_when_the_purpose_ends(begin):
    world = begin("\nactivities: {contact: {keep: until enquiry_ended}}\n", "2026-11-20 10:00")
    one, two, held = (world.add("contact", e, received="2026-11-20 10:00") for e in (EVA, ADAM, CARLA))
    with world.begin() as tx:
        tx.holds.open([held], "tax_audit", "officer", until=moment("2027-01-01"))
    world.sweep("2026-11-24 23:59:59")
    assert all(map(world.has, (one, two, held)))
    world.at("2026-11-25 12:00")
    for each in (one, two, held):
        world.note(each, "enquiry_ended")
    world.sweep("2026-11-25 23:00")
    assert [world.has(r) for r in (one, two, held)] == [False, False, True]
    assert world.record(held).status == "restricted"
    world.kept_until(held, "2026-12-31", "2027-01-01")


@pytest.mark.promise("retention.determinate")
def test_no_rule_may_say_as_long_as_necessary():
    """Vague words are refused when the declaration is checked, until each has a period or an event that can be seen."""
    vague = """
activities:
  contact: {keep: until no_longer_needed}
  chat: {keep: until no_longer_needed}
  crm: {keep: until no_longer_needed}
"""
    found = [f for f in findings(vague, "2026-11-22") if f.rule == "GDPR-13-2a-storage"]
    assert [f.path[1] for f in found] == ["contact", "chat", "crm"]
    better = vague.replace("until no_longer_needed", "14 months after received", 1)
    better = better.replace("chat: {keep: until no_longer_needed}", "chat: {keep: until contract_ended}")
    found = [f for f in findings(better, "2026-11-22") if f.rule == "GDPR-13-2a-storage"]
    assert [f.path[1] for f in found] == ["crm"]


@pytest.mark.promise("retention.statutory_classes")
def test_statutory_periods_follow_the_class_of_document(begin):
    world = begin(
        """
activities:
  contact:
    keep: 30 days after closed
    keeping:
      - {for: books, keep: 10 years after year_end of dated, reason: § 257 HGB}
      - {for: vouchers, keep: 8 years after year_end of dated, reason: § 257 HGB}
      - {for: letters, keep: 6 years after year_end of dated, reason: § 257 HGB}
      - {for: claims, keep: 3 years after year_end of known, reason: § 199 BGB}
      - {for: judgments, keep: 30 years after final, reason: § 197 BGB}
""",
        "2026-12-31 12:00",
    )
    expected = {
        world.add("contact", EVA, "claims", known="2026-02-03 10:00"): ("2029-12-31", "2030-01-01"),
        world.add("contact", EVA, "letters", dated="2026-12-31 10:00"): ("2032-12-31", "2033-01-01"),
        world.add("contact", EVA, "vouchers", dated="2026-03-15 10:00"): ("2034-12-31", "2035-01-01"),
        world.add("contact", EVA, "books", dated="2026-05-20 10:00"): ("2036-12-31", "2037-01-01"),
        world.add("contact", EVA, "judgments", final="2026-02-03 10:00"): ("2056-02-03", "2056-02-04"),
    }
    for record, (last, gone) in expected.items():
        world.kept_until(record, last, gone)


@pytest.mark.promise("retention.newsletter")
def test_leaving_deletes_from_the_list_and_touches_nothing_else(begin):
    world = begin(
        """
activities:
  newsletter: {keep: 'until first of (unsubscribed, newsletter_ended)'}
  orders: {}
  contact: {}
""",
        "2026-11-25 10:00",
    )
    order = world.add("orders", EVA, "", {"total": "12,00"}, delivered="2026-11-20 10:00", invoiced="2026-11-20 10:00")
    before = world.record(order)
    for email in (EVA, ADAM, CARLA):
        world.subscribe(email)
    assert len(world.records("newsletter")) == 3
    assert world.visitor().post(world.leave_path(EVA)).status_code == 303
    assert {r.data["email"] for r in world.records("newsletter")} == {ADAM, CARLA}
    assert world.record(order) == before
    for row in world.records("newsletter"):
        world.note(row.id, "newsletter_ended")
    world.sweep()
    assert world.records("newsletter") == []
    assert world.record(order) == before
    (proof,) = [r for r in world.records("newsletter", "proof") if r.data["email"] == EVA]
    world.kept_until(proof.id, "2029-12-31", "2030-01-01")


@pytest.mark.promise("retention.suppression")
def test_suppression_has_no_end_and_is_reviewed(begin):
    body = """
activities: {newsletter: {}}
attestations: {retention.suppression: {by: officer, on: 2026-11-25, review: 12 months}}
"""
    world = begin(body, "2026-11-25 10:00")
    world.subscribe(EVA)
    world.visitor().post(world.leave_path(EVA))
    world.sweep("2076-11-25 10:00")
    with world.read() as tx:
        assert tx.suppression.has(EVA)
    desk = world.officer()
    lifted = desk.post("/desk/newsletter", data={"action": "lift", "reason": "asked_to_return", "email": EVA})
    assert lifted.status_code == 303
    with world.read() as tx:
        assert not tx.suppression.has(EVA)
    assert "asked_to_return" in world.entries("newsletter.operator")[-1].detail

    for on, due in (("2026-11-26", False), ("2027-11-27", True)):
        found = [f for f in check(declared(body), date.fromisoformat(on)) if f.rule == "GDPR-05-2-accountability"]
        assert bool(found) is due, on
    clear = "\nactivities: {contact: {keep: unlimited, reason: we might need it, review: every 12 months}}\n"
    assert "GDPR-05-1e-storage" in {f.rule for f in findings(clear, "2026-11-25")}


APPLICATIONS = """
activities:
  applications:
    keep: at most 6 months after procedure_ended
    pool: {keep: at most 2 years after consent_given, end: on consent_withdrawn at once}
  rights:
"""


@pytest.mark.promise("retention.legal_hold")
def test_a_dispute_outlasts_the_period_and_no_longer(begin):
    world = begin(APPLICATIONS, "2026-08-31 10:00")
    held = world.add("applications", EVA, received="2026-06-01 10:00", procedure_ended="2026-08-31 10:00")
    late = world.add("applications", ADAM, received="2026-06-01 10:00", procedure_ended="2026-08-31 10:00")
    desk = world.at("2027-02-28 23:59:59").officer()
    refused = desk.post(f"/desk/applications/{late}/hold", data={"reason": "", "review": "2027-05-01"})
    assert refused.status_code == 422
    taken = desk.post(f"/desk/applications/{held}/hold", data={"reason": "legal_claims", "review": "2027-05-01"})
    assert taken.status_code == 303
    world.sweep("2027-03-01")
    assert world.has(held)
    assert world.record(held).status == "restricted"
    too_late = world.officer().post(
        f"/desk/applications/{late}/hold", data={"reason": "legal_claims", "review": "2027-05-01"}
    )
    assert too_late.status_code == 404
    assert not world.has(late)
    # a missed review alerts and puts the promise at risk; it never deletes
    missed = world.sweep("2027-05-02")
    assert [m.reason for m in missed.reviews_missed] == ["legal_claims"]
    assert world.status("retention.applications") is Status.AT_RISK
    assert world.has(held)
    desk = world.at("2027-06-10 12:00").officer()
    with world.read() as tx:
        (hold,) = tx.holds.all_open()
        assert (hold.reason, hold.review_at) == ("legal_claims", moment("2027-05-01"))
        assert hold.opened_by
    assert press(desk, f"/desk/holds/{hold.id}/release").status_code == 303
    assert world.has(held)
    world.sweep("2027-06-11")
    assert not world.has(held)


@pytest.mark.promise("retention.consent_extension")
def test_longer_storage_only_with_consent(begin):
    world = begin(
        """
activities:
  applications:
    keep: at most 6 months after procedure_ended
    extend: by consent to 12 months after consent_given
""",
        "2026-08-31 10:00",
    )
    a, b, c = (world.add("applications", e, procedure_ended="2026-08-31 10:00") for e in (EVA, ADAM, CARLA))
    for each in (a, c):
        world.note(each, "consent_given", "2026-09-30 10:00")
    world.kept_until(b, "2027-02-28", "2027-03-01")
    assert world.has(a)
    assert world.has(c)
    world.sweep("2027-04-10 09:00")
    assert world.has(c)
    world.note(c, "consent_withdrawn", "2027-04-10 10:00")
    world.sweep("2027-04-10 10:00:01")
    assert not world.has(c)
    world.kept_until(a, "2027-09-30", "2027-10-01")


@pytest.mark.promise("retention.pool_period")
def test_the_pool_ends_two_years_after_consent(begin):
    world = begin(APPLICATIONS, "2026-03-10 10:00")
    first = world.add("applications", EVA, "pool", consent_given="2026-03-10 10:00")
    renewed = world.add("applications", CARLA, "pool", consent_given="2026-03-10 10:00")
    with world.at("2027-11-01 10:00").begin() as tx:  # a new consent starts a new period
        tx.records.event(renewed, "consent_given", replace=True)
    desk = world.at("2028-01-10 10:00").officer()
    extended = desk.post(f"/desk/applications/{first}/hold", data={"reason": "might_fit", "review": "2028-12-01"})
    assert extended.status_code == 422
    with world.begin() as tx:
        tx.records.event(first, "consent_given")  # without a new consent the first date stands
    leap = world.add("applications", ADAM, "pool", consent_given="2028-02-29 10:00")
    world.kept_until(first, "2028-03-10", "2028-03-11")
    world.kept_until(renewed, "2029-11-01", "2029-11-02")
    world.kept_until(leap, "2030-02-28", "2030-03-01")


LOGS = """
activities:
  server_logs:
    record: [time, request, status, ip]
    keep: 7 days after collected
    hold: for misuse_incident until incident_closed at most 5 years after collected
  contact: {}
"""


@pytest.mark.promise("retention.logs_period")
def test_a_line_of_the_log_lives_seven_days_over_the_clock_change(begin):
    """The log is one file a day, so there is no archive; the backup of the store holds no line; addresses are cut."""
    from zweck.store.backup import backup

    world = begin(LOGS, "2026-10-20 12:00")
    forwarded = {"X-Forwarded-For": "203.0.113.77"}
    assert world.visitor(**forwarded).get("/privacy/de/imprint").status_code == 200
    (logs,) = [s for name, s in world.systems.items() if name == "logs"]
    assert logs.open_incident([date(2026, 10, 20)])
    folder = world.settings.data / "logs"

    def lines() -> list[str]:
        found = [f for f in folder.rglob("*") if f.is_file() and "held" not in f.parts]
        return [line for f in found for line in f.read_text().splitlines() if "203.0.113.0" in line]

    assert len(lines()) == 1
    world.sweep("2026-10-27 23:59:59")
    assert len(lines()) == 1
    world.sweep("2026-10-28 00:00")
    assert lines() == []
    copy = world.folder / "backup.sqlite"
    backup(world.store, copy)
    assert b"203.0.113" not in copy.read_bytes()
    held = [f.read_text() for f in (folder.rglob("held/*/*.log"))]
    assert len(held) == 1
    assert "203.0.113.0" in held[0]


POOL_FILES = ("lebenslauf.pdf", "zeugnis.pdf", "foto.pdf")


@pytest.mark.promise("retention.pool_withdrawal")
def test_withdrawing_from_the_pool_reaches_the_backup(begin):
    from zweck.activities.applications.jobs import move_to_pool
    from zweck.store.backup import backup, restore

    world = begin(APPLICATIONS, "2026-11-24 10:00")
    visitor = world.visitor()
    for email in (EVA, ADAM):
        form = {"first_name": "Kim", "last_name": "Canary-7311", "email": email, "pool": "on"}
        files = [("documents", (n, b"%PDF-1.7 canary-7311 " + n.encode(), "application/pdf")) for n in POOL_FILES]
        sent = visitor.post("/privacy/applications", data=form, files=files)
        assert sent.status_code == 303, sent.text
    pooled = {}
    for record in world.records("applications"):
        with world.begin() as tx:
            pooled[record.data["email"]] = move_to_pool(tx, record.id)
    assert len(world.record(pooled[EVA]).files) == 3
    with world.begin() as tx:
        tx.holds.open([pooled[ADAM]], "legal_claims", "officer", review_at=moment("2027-05-01"))
    running = next(r.id for r in world.records("applications") if r.data["email"] == EVA)
    copy = world.folder / "last-night.sqlite"
    backup(world.store, copy)

    world.at("2026-11-25 12:00")
    for email in (EVA, ADAM):
        world.fulfil("withdrawal", email)
    assert not world.has(pooled[EVA])
    assert world.record(pooled[ADAM]).status == "restricted"
    assert world.record(running).status == "active"
    assert len(world.record(running).files) == 3

    world.store.close()
    assert restore(copy, world.settings, world.clock) > 0
    world.store = open_store(world.settings, world.clock)
    assert not world.has(pooled[EVA])
    assert world.has(pooled[ADAM])
    desk = world.officer()
    assert desk.get(f"/desk/applications/{pooled[EVA]}").status_code == 404
    assert EVA not in str([r.data for r in world.records("applications", "pool")])


CONSENT = """
activities:
  consent:
    keep: exactly {years} years after choice_recorded
    entry: {{name: wahl, purpose: {{de: merkt die Wahl, en: remembers}}, lifetime: 2 years, necessary: true}}
services:
  stats:
    name: Stats
    gate: consent
    category: analytics
    purpose: counts visits
    provider: {{name: Stats SARL, country: FR}}
    domains: [stats.example]
"""


@pytest.mark.promise("retention.consent_period")
def test_consent_is_proved_for_its_period_and_asked_again(begin, tmp_path):
    for years, given, more, last, gone in (
        (2, "2028-02-29 10:00", None, "2030-02-28", "2030-03-01"),
        (3, "2026-11-20 10:00", "2026-11-25 10:00", "2029-11-25", "2029-11-26"),
    ):
        head = HEAD.replace("languages:", "pages: pages, languages:")
        world = begin(CONSENT.format(years=years), given, head=head)
        _page(world.folder)
        visitor = world.visitor()
        assert _asks(visitor)
        assert press(visitor, "/privacy/consent", action="accept").status_code == 303
        assert not _asks(visitor)
        chosen = visitor.cookies["wahl"]
        consent_id = chosen.rsplit(".", 1)[1]
        if more:  # a withdrawal is a choice of its own; it does not shorten the proof of itself
            world.at(more)
            assert press(visitor, "/privacy/consent", action="withdraw").status_code == 303
        with world.sweep_at(f"{last} 23:59:59").read() as tx:
            proof = tx.consents.of(consent_id)
        assert proof
        assert proof[-1].action == ("withdraw" if more else "accept")
        with world.sweep_at(gone).read() as tx:
            assert tx.consents.of(consent_id) == []
            assert tx.consents.count() == 0
        assert _asks(visitor)


def _page(folder):
    (folder / "pages").mkdir()
    (folder / "pages" / "index.html").write_text(
        "<!doctype html><html lang='de'><head><title>Werk</title></head><body><h1>Werk</h1>"
        "<script src='https://stats.example/t.js'></script></body></html>",
        "utf-8",
    )


def _asks(visitor) -> bool:
    page = visitor.get("/")
    assert page.status_code == 200
    return 'data-zweck="accept"' in page.text

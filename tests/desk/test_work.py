"""Cases, applications, newsletter, holds, sweep, promises, evidence, outbox: what the officer does all day."""

from __future__ import annotations

import re
from datetime import timedelta

import sqlalchemy as sa

from tests.desk.office import PERSON, Office, post
from zweck.desk.outbox import linked


def done(client, path: str, **data: str) -> str:
    answer = post(client, path, **data)
    assert answer.status_code == 303, answer.text[-1500:]
    return client.get(answer.headers["location"]).text


def test_a_case_is_answered_closed_and_gone_six_months_later(office: Office) -> None:
    case = office.write_in()
    ada = office.log_in("ada")
    assert "Eine Anfrage wartet" in ada.get("/desk/today").text
    assert "Noch offen" in ada.get(f"/desk/cases/{case}").text
    done(ada, f"/desk/cases/{case}/answered")
    assert "26. Mai 2027" in done(ada, f"/desk/cases/{case}/closed")
    done(ada, f"/desk/cases/{case}/reopened")
    assert "closed" not in office.world.records("contact")[0].events
    done(ada, f"/desk/cases/{case}/closed")
    office.world.clock.advance(timedelta(days=200))
    ada = office.log_in("ada")
    assert "1</strong> Datensatz fällig" in ada.get("/desk/today").text
    tried = post(ada, "/desk/due/try")
    assert "nichts geändert" in tried.text and len(office.world.records("contact")) == 1
    swept = post(ada, "/desk/due/sweep")
    assert swept.status_code == 200 and office.world.records("contact") == []
    assert "Nichts ist fällig" in ada.get("/desk/today").text


def test_what_is_due_later_shows_under_its_day(office: Office) -> None:
    case = office.write_in()
    with office.world.begin() as tx:
        tx.records.event(case, "closed", tx.now - timedelta(days=160))
    page = office.log_in("ada").get("/desk/due").text
    row = re.search(r"Kontaktformular<br>.*?</tr>", page, re.S)
    assert row
    assert re.findall(r'data-label="(?:Heute|In \d+ Tagen)">(?:<[^>]*>)?(\d+)', row[0]) == ["0", "0", "1", "1"]


def test_a_hold_needs_reason_and_review_blocks_erasure_and_is_released(office: Office) -> None:
    case = office.write_in()
    ada = office.log_in("ada")
    for bad in ({"reason": "", "review": "2027-01-01"}, {"reason": "dispute", "review": "2020-01-01"}):
        assert post(ada, f"/desk/cases/{case}/hold", **bad).status_code == 422
    done(ada, f"/desk/cases/{case}/hold", reason="dispute", review="2027-01-01")
    assert office.world.records("contact")[0].status == "restricted"
    assert post(ada, f"/desk/cases/{case}/erase").status_code == 409
    office.world.clock.advance(timedelta(days=60))
    ada = office.log_in("ada")
    page = ada.get("/desk/due").text
    assert "Die Prüfung war am 1. Januar 2027 fällig" in page and "ada@nordlicht.example" in page
    hold = re.search(r"/desk/holds/([a-z0-9]+)/release", page)
    assert hold
    assert post(ada, f"/desk/holds/{hold[1]}/review", review="").status_code == 422
    done(ada, f"/desk/holds/{hold[1]}/review", review="2027-06-01")
    done(ada, f"/desk/holds/{hold[1]}/release")
    assert office.world.records("contact")[0].status == "active"
    done(ada, f"/desk/cases/{case}/erase")
    assert office.world.records("contact") == []


def test_ending_a_procedure_starts_the_period_and_the_pool_needs_consent(office: Office) -> None:
    agreed, silent = office.apply(), office.apply(pool=False)
    berta = office.log_in("berta")
    assert "26. Mai 2027" in done(berta, f"/desk/applications/{agreed}/end")
    assert "Talentpool übernehmen" not in berta.get(f"/desk/applications/{silent}").text
    assert post(berta, f"/desk/applications/{silent}/pool").status_code == 409
    page = done(berta, f"/desk/applications/{agreed}/pool")
    assert "im Pool" in page and "lebenslauf" in page
    assert len(office.world.records("applications", "pool")) == 1
    assert post(berta, f"/desk/applications/{agreed}/erase").status_code == 403


def test_a_withdrawn_application_is_erased_at_once_with_its_files(office: Office) -> None:
    record = office.apply()
    done(office.log_in("ada"), f"/desk/applications/{record}/erase")
    assert office.world.records("applications") == []
    (entry,) = office.world.evidence("desk.erased")
    assert entry.record == record


def test_the_operator_blocks_an_address_only_with_a_reason(office: Office) -> None:
    office.subscribe()
    case = office.write_in()
    ada = office.log_in("ada")
    assert post(ada, "/desk/newsletter", email=PERSON, action="block", reason="").status_code == 422
    assert len(office.world.records("newsletter")) == 1
    done(ada, "/desk/newsletter", email=PERSON, action="block", reason="bounces")
    assert office.world.records("newsletter") == []
    assert [r.id for r in office.world.records("contact")] == [case], "nothing else of the person changes"
    (proof,) = office.world.records("newsletter", "proof")
    assert "unsubscribed" in proof.events
    with office.world.store.read(office.world.declaration.id) as tx:
        assert tx.suppression.has(PERSON)
    (entry,) = office.world.evidence("newsletter.operator")
    assert entry.details["reason"] == "bounces" and "paula" not in entry.detail
    done(ada, "/desk/newsletter", email=PERSON, action="lift", reason="asked_to_return")
    with office.world.store.read(office.world.declaration.id) as tx:
        assert not tx.suppression.has(PERSON)


def test_promises_show_their_state_and_the_evidence_behind(office: Office) -> None:
    office.ask("access")
    rita = office.log_in("rita")
    page = rita.get("/desk/promises").text
    assert "Die Kette der Nachweise ist unversehrt" in page
    assert "gehalten" in page and "noch nicht gefordert" in page and "not kept by Zweck" not in page
    one = re.search(r'href="/desk/evidence\?entry=(\d+)"', page)
    assert one and f'<th scope="row">{one[1]}</th>' in rita.get(f"/desk/evidence?entry={one[1]}").text
    kept = rita.get("/desk/promises?status=kept").text
    assert "noch nicht gefordert</span>" not in kept
    english = rita.get("/desk/promises?lang=en").text
    assert "not yet called for" in english


def test_a_flipped_byte_shows_at_the_desk(office: Office) -> None:
    office.ask("access")
    rita = office.log_in("rita")
    assert "unversehrt" in post(rita, "/desk/evidence").text
    with office.world.store.engine.begin() as raw:
        raw.execute(sa.text("UPDATE evidence SET detail = replace(detail, 'access', 'acceß') WHERE seq = 1"))
    assert "beschädigt" in post(rita, "/desk/evidence").text
    assert "beschädigt" in office.log_in("ada").get("/desk/today").text


def test_the_outbox_shows_a_mail_with_links_that_work(office: Office) -> None:
    office.ask("access", confirm=False)
    ada = office.log_in("ada")
    page = ada.get("/desk/outbox").text
    assert "kein Mailserver" in page
    mail = re.search(r'href="(/desk/outbox/[a-z0-9]+)"', page)
    assert mail
    link = re.search(
        r'<a href="https://www\.nordlicht\.example(/privacy/rights/confirm\?token=[^"]+)"', ada.get(mail[1]).text
    )
    assert link and "Ja, das ist mein Antrag" in office.visitor().get(link[1].replace("&amp;", "&")).text


def test_a_mail_cannot_smuggle_markup_onto_the_page() -> None:
    shown = str(linked('<script>x</script> https://a.example/?a=1&b="><img> end.'))
    assert "<script>" not in shown and "<img>" not in shown
    assert '<a href="https://a.example/?a=1&amp;b=" ' in shown


def test_hostile_content_is_shown_as_text(office: Office) -> None:
    case = office.write_in(message="<script>alert(1)</script>", name="<b>x</b>")
    ada = office.log_in("ada")
    for path in ("/desk/cases", f"/desk/cases/{case}"):
        page = ada.get(path).text
        assert "<script>" not in page and "<b>x</b>" not in page
    assert "&lt;script&gt;" in page


def test_the_record_of_processing_is_read_at_the_desk_only(office: Office) -> None:
    assert "Verzeichnis" in office.log_in("rita").get("/desk/documents/record/de").text
    assert office.visitor().get("/privacy/de/record").status_code == 404
    assert office.log_in("rita").get("/desk/documents/secret/de").status_code == 404

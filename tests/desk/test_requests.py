"""The officer's way with requests: by mail too, decided, carried out, refused and extended with reasons."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.desk.office import PERSON, Office, post
from zweck.desk.requests import CHANNELS


def done(client, path: str, **data: str) -> str:
    answer = post(client, path, **data)
    assert answer.status_code == 303, answer.text[-1500:]
    return client.get(answer.headers["location"]).text


def test_today_shows_an_open_request_with_its_clock(office: Office) -> None:
    request = office.ask("access")
    page = office.log_in("ada").get("/desk/today").text
    assert office.request(request).reference in page
    assert "28. Dezember 2026" in page and "noch 33 Tage" in page


def test_an_unconfirmed_request_is_counted_but_not_decided(office: Office) -> None:
    request = office.ask("erasure", confirm=False)
    ada = office.log_in("ada")
    page = ada.get("/desk/requests").text
    assert "wartet noch auf die Bestätigung" in page and office.request(request).reference not in page
    assert post(ada, f"/desk/requests/{request}/approve").status_code == 409
    assert office.request(request).status == "unconfirmed"


def test_access_is_approved_run_and_downloaded_by_the_person(office: Office) -> None:
    office.write_in()
    request = office.ask("access")
    ada = office.log_in("ada")
    page = ada.get(f"/desk/requests/{request}").text
    assert "Kontaktformular" in page and "Art. 15" in page
    assert "Jetzt ausführen" in done(ada, f"/desk/requests/{request}/approve")
    assert "ausgeführt und beantwortet" in done(ada, f"/desk/requests/{request}/run")
    token = office.token("rights.done")
    got = office.visitor().get(f"/privacy/rights/request/download?token={token}")
    assert got.status_code == 200 and got.content[:2] == b"PK"
    link = next(m for m in office.world.mails() if m.template == "rights.done").text
    assert "https://www.nordlicht.example/privacy/rights/request?token=" in link
    assert ada.get(f"/desk/requests/{request}/package").headers["content-disposition"].startswith("attachment")
    assert len(office.world.evidence("desk.package_read")) == 1


def test_erasure_removes_the_person_everywhere(office: Office) -> None:
    office.write_in()
    office.apply()
    office.subscribe()
    request = office.ask("erasure")
    ada = office.log_in("ada")
    done(ada, f"/desk/requests/{request}/approve")
    done(ada, f"/desk/requests/{request}/run")
    assert office.request(request).status == "done"
    assert office.world.records("contact") == [] and office.world.records("applications") == []
    assert office.world.records("newsletter") == []


def test_a_rectification_uses_what_the_person_asked_or_the_officer_entered(office: Office) -> None:
    office.write_in()
    request = office.ask("rectification", field="name", right_value="Paula Neu")
    ada = office.log_in("ada")
    assert "Paula Neu" in ada.get(f"/desk/requests/{request}").text
    done(ada, f"/desk/requests/{request}/approve", field="", value="")
    done(ada, f"/desk/requests/{request}/run")
    assert office.world.records("contact")[0].data["name"] == "Paula Neu"


def test_a_refusal_needs_a_reason_and_the_person_reads_it(office: Office) -> None:
    request = office.ask("erasure")
    ada = office.log_in("ada")
    bare = post(ada, f"/desk/requests/{request}/refuse", reason="nein")
    assert bare.status_code == 422 and "Grund" in bare.text and office.request(request).status == "open"
    done(ada, f"/desk/requests/{request}/refuse", reason="Wir müssen die Rechnung noch sechs Jahre aufbewahren.")
    letter = next(m for m in office.world.mails() if m.template == "rights.refused")
    assert "sechs Jahre aufbewahren" in letter.text and "Aufsichtsbehörde" in letter.text
    page = office.visitor().get(f"/privacy/rights/request?token={office.token('rights.received')}&lang=de").text
    assert "sechs Jahre aufbewahren" in page


def test_an_extension_is_told_with_its_reason_within_the_month_only(office: Office) -> None:
    request = office.ask("access")
    ada = office.log_in("ada")
    assert post(ada, f"/desk/requests/{request}/extend", extension="").status_code == 422
    reason = "Ihre Daten liegen in sehr vielen Vorgängen."
    done(ada, f"/desk/requests/{request}/extend", extension=reason)
    assert reason in next(m for m in office.world.mails() if m.template == "rights.extended").text
    page = office.visitor().get(f"/privacy/rights/request?token={office.token('rights.received')}&lang=de").text
    assert reason in page and "25. Februar 2027" in page
    late = office.ask("portability")
    office.world.clock.advance(timedelta(days=34))
    ada = office.log_in("ada")
    refused = post(ada, f"/desk/requests/{late}/extend", extension=reason)
    assert refused.status_code == 409 and office.request(late).extended_until is None
    assert "zu spät" in ada.get("/desk/today").text


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_request_by_mail_or_post_runs_from_the_day_of_receipt(office: Office, channel: str) -> None:
    ada = office.log_in("ada")
    given = {"right": "access", "email": PERSON, "channel": channel, "language": "en", "received": "2026-11-20"}
    page = done(ada, "/desk/requests/new", **given, identity="vouched")
    assert "21. Dezember 2026" in page  # a month from the 20th is a Sunday
    letter = next(m for m in office.world.mails() if m.template == "rights.received")
    assert letter.text.startswith("Hello")


def test_what_is_missing_or_impossible_is_named(office: Office) -> None:
    ada = office.log_in("ada")
    answer = post(
        ada, "/desk/requests/new", right="wish", email="x", channel="pigeon", language="fr", received="2030-01-01"
    )
    assert answer.status_code == 422
    named = re.findall(r'<li><a href="#f-([a-z]+)">', answer.text)
    assert set(named) == {"email", "right", "channel", "language", "received"}
    with office.world.store.read(office.world.declaration.id) as tx:
        assert not tx.requests.list()


def test_without_a_check_of_identity_the_person_confirms_by_link(office: Office) -> None:
    ada = office.log_in("ada")
    given = {"right": "access", "email": PERSON, "channel": "mail", "language": "de", "received": "2026-11-24"}
    done(ada, "/desk/requests/new", **given, identity="mail")
    token = office.token("rights.confirm")
    assert post(office.visitor(), "/privacy/rights/confirm", token=token).status_code == 303


def test_asking_who_it_is_needs_a_reason_and_stops_no_clock(office: Office) -> None:
    request = office.ask("access")
    ada, due = office.log_in("ada"), office.request(request).deadline
    assert post(ada, f"/desk/requests/{request}/identity", doubt="?").status_code == 422
    page = done(ada, f"/desk/requests/{request}/identity", doubt="Zwei Personen nutzen diese Adresse.")
    assert "nachgefragt" in page and office.request(request).deadline == due
    assert "Zwei Personen" in next(m for m in office.world.mails() if m.template == "rights.identity").text


def test_a_request_stays_open_until_every_recipient_is_told(office: Office) -> None:
    office.write_in()
    request = office.ask("erasure")
    ada = office.log_in("ada")
    done(ada, f"/desk/requests/{request}/approve")
    page = done(ada, f"/desk/requests/{request}/run")
    assert "bis alle Empfänger informiert sind" in page and office.request(request).closed_at is None
    assert "Empfänger informieren" in ada.get("/desk/today").text
    assert (
        "zurücknehmen" not in office.visitor().get(f"/privacy/rights/request?token={office.token('rights.done')}").text
    )
    for recipient in re.findall(r'name="recipient" value="([^"]+)"', page):
        done(ada, f"/desk/requests/{request}/tell", recipient=recipient)
    assert office.request(request).closed_at is not None


def test_letters_are_previewed_in_the_language_of_the_person(office: Office) -> None:
    ada = office.log_in("ada")
    given = {"right": "erasure", "email": PERSON, "channel": "post", "language": "en", "received": "2026-11-24"}
    page = done(ada, "/desk/requests/new", **given, identity="vouched")
    assert '<pre lang="en">Hello' in page and "So lauten die Briefe" in page


def test_no_engine_error_leaks_a_person(office: Office) -> None:
    ada = office.log_in("ada")
    assert ada.get("/desk/requests/unknown").status_code == 404
    request = office.ask("access")
    assert post(ada, f"/desk/requests/{request}/run").status_code == 409
    assert post(ada, f"/desk/requests/{request}/tell", recipient="nobody").status_code == 409

"""Who may see what: the officer all, a recruiter what names them, a reader no person's data, Charlie nothing."""

from __future__ import annotations

import pytest

from tests.desk.office import PASSWORD, Office, post
from zweck.desk.visit import EVERYBODY
from zweck.desk.web import PAGES

SECRET = ("Paula", "paula.person", "lebenslauf")


def filled(path: str, record: str) -> str:
    return path.replace("{id}", record).replace("{file}", "x").replace("{kind}/{language}", "record/de")


def test_nobody_enters_without_a_session(office: Office) -> None:
    client, record = office.visitor(), office.apply()
    assert len(PAGES) > 40
    for page in PAGES:
        path = f"/desk{filled(page.path, record)}"
        answer = post(client, path) if page.method == "POST" else client.get(path)
        assert answer.status_code == 303 and answer.headers["location"] == "/desk/login", path
        assert not any(s in answer.text for s in SECRET)


@pytest.mark.parametrize("name", ["berta", "rita"])
def test_a_role_gets_its_own_pages_and_no_other(office: Office, name: str) -> None:
    role = {"berta": "recruiter", "rita": "reader"}[name]
    client = office.log_in(name)
    office.write_in()
    record = office.apply()
    for page in PAGES:
        if role in page.roles:
            continue
        path = f"/desk{filled(page.path, record)}"
        answer = post(client, path) if page.method == "POST" else client.get(path)
        assert answer.status_code == 403, path
        assert not any(s in answer.text for s in SECRET), path


def test_the_first_page_fits_the_role(office: Office) -> None:
    wanted = {"ada": "/desk/today", "berta": "/desk/applications", "rita": "/desk/promises"}
    for name, place in wanted.items():
        client = office.log_in(name)
        assert client.get("/desk").headers["location"] == place
        page = client.get(place)
        assert page.status_code == 200
        assert ("/desk/people" in page.text) == (name == "ada")


def test_charlie_never_sees_an_application(office: Office) -> None:
    record = office.apply()
    (file,) = office.world.records("applications")[0].files
    charlie = office.log_in("charlie")
    paths = ["/desk/applications", f"/desk/applications/{record}", f"/desk/applications/{record}/files/{file.id}"]
    paths += ["/desk", "/desk/requests", "/desk/evidence", "/desk/outbox", "/desk/cases", f"/desk/cases/{record}"]
    for path in paths:
        answer = charlie.get(path, follow_redirects=True)
        assert not any(s in answer.text for s in SECRET), path
    assert charlie.get(paths[1]).status_code == 404 and charlie.get(paths[2]).status_code == 404
    for action in ("end", "pool", "erase", "hold"):
        assert post(charlie, f"{paths[1]}/{action}").status_code in (403, 404)
    assert office.world.evidence("applications.read") == []
    denied = office.world.evidence("applications.denied")
    assert len(denied) == 6 and {e.record for e in denied} == {record}, "every try is on record"
    assert "procedure_ended" not in office.world.records("applications")[0].events


def test_a_named_reader_reads_and_that_is_evidence(office: Office) -> None:
    record = office.apply()
    (file,) = office.world.records("applications")[0].files
    berta = office.log_in("berta")
    assert ">Paula<" in berta.get(f"/desk/applications/{record}").text
    got = berta.get(f"/desk/applications/{record}/files/{file.id}")
    assert got.content.startswith(b"%PDF") and got.headers["content-type"] == "application/octet-stream"
    assert (
        got.headers["content-disposition"].startswith("attachment;")
        and "sandbox" in got.headers["content-security-policy"]
    )
    for event in ("applications.read", "applications.file_read"):
        (entry,) = office.world.evidence(event)
        assert entry.record == record and entry.promise_ids == ("applications.access",)


def test_a_file_is_only_given_with_its_own_application(office: Office) -> None:
    first, second = office.apply(), office.apply()
    files = {r.id: r.files[0].id for r in office.world.records("applications")}
    berta = office.log_in("berta")
    assert berta.get(f"/desk/applications/{first}/files/{files[second]}").status_code == 404


def test_a_contact_case_is_no_application(office: Office) -> None:
    case = office.write_in()
    assert office.log_in("berta").get(f"/desk/applications/{case}").status_code == 404


def test_every_page_names_known_roles() -> None:
    assert {role for page in PAGES for role in page.roles} <= set(EVERYBODY)
    people_data = [p for p in PAGES if p.area in ("requests", "cases", "outbox", "newsletter", "people")]
    assert all(p.roles == ("officer",) for p in people_data)


def test_an_officer_who_is_not_among_the_readers_is_refused(office: Office) -> None:
    with office.world.begin() as tx:
        tx.people.add("olaf@nordlicht.example", PASSWORD, "officer")
    record = office.apply()
    olaf = office.log_in("olaf")
    assert not any(s in olaf.get("/desk/applications").text for s in SECRET)
    assert olaf.get(f"/desk/applications/{record}").status_code == 404
    assert office.world.evidence("applications.read") == []
    assert office.log_in("ada").get(f"/desk/applications/{record}").status_code == 200

"""Applications: one purpose, an end, and a reasoned answer to who objects (Art. 6(1)(f), 21 GDPR, § 15 AGG)."""

from __future__ import annotations

import re

import pytest

from tests.promises.world import press
from zweck import rights
from zweck.errors import RefusedError

EVA, ADAM = "eva@example.org", "adam@example.org"


@pytest.mark.promise("applications.objection")
def test_an_objection_restricts_at_once_and_is_answered_with_reasons(begin):
    """After the procedure the file rests on a legitimate interest alone: the defence against claims."""
    world = begin(
        """
activities:
  applications: {basis: 6(1)(f), keep: at most 6 months after procedure_ended}
  rights:
""",
        "2026-11-30 10:00",
    )
    first, second = (
        world.add("applications", e, received="2026-09-01 10:00", procedure_ended="2026-11-30 10:00")
        for e in (EVA, ADAM)
    )
    world.at("2027-01-10 11:00")
    granted, refused = (world.ask("objection", e, details="Bitte löschen") for e in (EVA, ADAM))
    assert [world.record(r).status for r in (first, second)] == ["restricted"] * 2
    world.approve(granted)
    world.run(granted)
    assert not world.has(first)
    with world.begin() as tx:
        with pytest.raises(RefusedError, match="reason"):
            rights.refuse(tx, world.declaration, refused.id, "officer", "")
        rights.refuse(tx, world.declaration, refused.id, "officer", "Eine Klage nach dem AGG ist möglich.")
    assert "Eine Klage nach dem AGG ist möglich." in world.outbox("rights.refused", ADAM)[0].text
    world.kept_until(second, "2027-05-30", "2027-05-31")


@pytest.mark.promise("applications.pool")
def test_the_pool_takes_only_who_agreed_with_all_documents(begin):
    """The decision screen is the desk's page of one application."""
    world = begin(
        """
activities:
  applications: {pool: {keep: at most 2 years after consent_given, end: on consent_withdrawn at once}}
""",
        "2026-11-25 10:00",
    )
    names = ("lebenslauf.pdf", "zeugnis.pdf")
    page = world.visitor().get("/privacy/applications").text
    assert 'name="pool"' in page
    assert "checked" not in page
    for email, more in ((EVA, {"pool": "on"}), (ADAM, {})):
        form = {"first_name": "Kim", "last_name": "Muster", "email": email, **more}
        files = [("documents", (n, b"%PDF-1.7 " + n.encode(), "application/pdf")) for n in names]
        assert world.visitor().post("/privacy/applications", data=form, files=files).status_code == 303
    ids = {r.data["email"]: r.id for r in world.records("applications")}
    desk = world.officer()
    deciding = {email: desk.get(f"/desk/applications/{ids[email]}").text for email in (EVA, ADAM)}
    assert "lebenslauf.pdf" in deciding[EVA]
    for page in deciding.values():
        assert not re.search(r"Einwilligung|[Pp]ool", page)
    for email in (EVA, ADAM):
        assert press(desk, f"/desk/applications/{ids[email]}/end").status_code == 303
    refused, taken = (press(desk, f"/desk/applications/{ids[email]}/pool") for email in (ADAM, EVA))
    assert refused.status_code == 409
    assert taken.status_code == 303
    (pooled,) = world.records("applications", "pool")
    assert pooled.data["email"] == EVA
    assert [f.name for f in pooled.files] == list(names)
    assert {world.record(i).status for i in ids.values()} == {"active"}

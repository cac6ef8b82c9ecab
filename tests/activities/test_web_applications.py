"""The application form through its public route: files, the pool, what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.serve.world import World, make_world
from zweck.activities.applications.jobs import move_to_pool
from zweck.errors import RefusedError

URL = "/privacy/applications"
FIELDS = {"first_name": "Ada", "last_name": "Beispiel", "email": "ada@person.example", "vacancy": "dev"}
PDF = b"%PDF-1.7\nlebenslauf-zanzibar\n%%EOF"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = make_world(tmp_path)
    yield made
    made.store.close()


def files(*found: tuple[str, bytes]) -> list[Any]:
    return [("documents", (name, content, "text/html")) for name, content in found]


def test_files_are_stored_sealed_with_the_record(world: World) -> None:
    sent = files(("Lebenslauf.pdf", PDF), ("Foto.png", PNG))
    answer = world.client().post(URL, data={**FIELDS, "cover_letter": "Guten Tag"}, files=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{URL}/sent?lang=de")
    (record,) = world.records("applications")
    assert record.data["vacancy"] == "dev" and "received" in record.events
    with world.begin() as tx:
        found = {f.name: (f.media_type, tx.files.content(f.id)) for f in tx.files.of(record.id)}
    assert found == {"Lebenslauf.pdf": ("application/pdf", PDF), "Foto.png": ("image/png", PNG)}
    world.store.scrub()
    raw = b"".join(p.read_bytes() for p in world.folder.rglob("*") if p.is_file() and "zweck.yaml" not in p.name)
    assert b"applications.received" in raw
    assert b"zanzibar" not in raw and b"Lebenslauf" not in raw and b"Beispiel" not in raw
    (mail,) = world.mails()
    assert "2 Dateien sind gespeichert" in mail.text and "Ada" not in mail.text + mail.subject_line
    (entry,) = world.evidence("applications.received")
    assert json.loads(entry.detail)["files"] == 2 and "applications.access" in entry.promises


BAD = [
    ([("seite.html", b"<script>")], "„seite.html“ hat keinen erlaubten Typ"),
    ([("lebenslauf.pdf", b"MZ\x90\0")], "passt nicht zu ihrer Endung"),
    ([("lebenslauf.pdf.exe", PDF)], "hat keinen erlaubten Typ"),
    ([("leer.pdf", b"")], "ist leer"),
    ([("ohne", PDF)], "hat keinen erlaubten Typ"),
    ([(f"{n}.pdf", PDF) for n in range(11)], "höchstens 10 Dateien"),
    ([("gross.pdf", PDF + b"x" * (2**20 + 1))], "ist zu groß. Erlaubt sind 1 MB"),
]


@pytest.mark.parametrize(("found", "said"), BAD, ids=range(len(BAD)))
def test_files_that_do_not_fit_are_named_and_nothing_is_stored(
    tmp_path: Path, found: list[tuple[str, bytes]], said: str
) -> None:
    world = make_world(tmp_path, settings={"max_upload_bytes": 2**20})
    answer = world.client().post(URL, data=FIELDS, files=files(*found))
    assert answer.status_code == 422
    assert said in answer.text and "Bitte wählen Sie Ihre Dateien noch einmal aus" in answer.text
    assert world.records("applications") == []


def test_uploads_beyond_the_limit_are_cut_off(tmp_path: Path) -> None:
    world = make_world(tmp_path, settings={"max_upload_bytes": 2**20})
    answer = world.client().post(URL, data=FIELDS, files=files(("a.pdf", PDF + b"x" * 3 * 2**20)))
    assert answer.status_code == 413 and "größer als" in answer.text
    assert world.records("applications") == []


def test_names_of_files_are_harmless(world: World) -> None:
    sent = files(("../../etc/pa\u202esswd.pdf", PDF), ("C:\\tmp\\b.pdf", PDF), ("." * 300 + "x.pdf", PDF))
    assert world.client().post(URL, data=FIELDS, files=sent).status_code == 303
    (record,) = world.records("applications")
    names = [f.name for f in record.files]
    assert names[:2] == ["passwd.pdf", "b.pdf"] and len(names[2]) <= 120
    assert not any(c in n for n in names for c in '/\\<>"')


def test_an_upload_in_a_text_field_and_a_foreign_file_field_are_refused(world: World) -> None:
    for name in ("email", "other"):
        answer = world.client().post(URL, data=FIELDS, files=[(name, ("a.pdf", PDF))])
        assert answer.status_code == 422 and f"„{name}“ gehört nicht" in answer.text
    assert world.records("applications") == []


def test_a_vacancy_that_is_not_open_is_refused(world: World) -> None:
    answer = world.client().post(URL, data={**FIELDS, "vacancy": "ceo"})
    assert answer.status_code == 422 and "Bitte wählen Sie einen der angebotenen Einträge" in answer.text
    assert world.client().post(URL, data={**FIELDS, "vacancy": "open"}).status_code == 303


@pytest.mark.promise("applications.pool")
def test_the_pool_is_asked_apart_unticked_and_takes_every_document(world: World) -> None:
    page = world.client().get(URL).text
    assert 'name="pool"' in page and "checked" not in page and "hat keinen Einfluss" in page
    world.client().post(URL, data={**FIELDS, "pool": "yes"}, files=files(("a.pdf", PDF), ("b.png", PNG)))
    world.client().post(URL, data={**FIELDS, "email": "b@person.example"})
    without, with_pool = world.records("applications")
    assert "consent_given" in with_pool.events and "consent_given" not in without.events
    assert len(world.evidence("applications.pool_consent")) == 1
    with pytest.raises(RefusedError), world.begin() as tx:
        move_to_pool(tx, without.id)
    for _ in range(2):
        with world.begin() as tx:
            move_to_pool(tx, with_pool.id)
    (pooled,) = world.records("applications", "pool")
    assert sorted(f.name for f in pooled.files) == ["a.pdf", "b.png"] and "consent_given" in pooled.events


def test_the_language_of_the_form(world: World) -> None:
    page = world.client().get(f"{URL}?lang=en").text
    assert "Development" in page and "Speculative application" in page and "Up to 10 files" in page

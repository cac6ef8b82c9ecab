"""Every page of the desk, in both languages: it opens, says nothing untranslated, and fits its role."""

from __future__ import annotations

import re

import pytest

from tests.desk.office import Office, post
from zweck import texts
from zweck.desk.web import PAGES

PLAIN = sorted({p.path for p in PAGES if p.method == "GET" and "{" not in p.path and p.path not in ("", "/")})


@pytest.fixture
def full(office: Office) -> Office:
    office.write_in()
    office.apply()
    office.subscribe()
    office.ask("erasure")
    return office


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_opens_for_the_officer(full: Office, language: str) -> None:
    client = full.log_in("ada")
    for path in [*PLAIN, *_inner(full)]:
        page = client.get(f"/desk{path}?lang={language}")
        assert page.status_code == 200, (path, page.text[-600:])
        assert f'<html lang="{language}">' in page.text
        assert page.headers["cache-control"] == "no-store"
        title = re.search("<title>(.*?)</title>", page.text)
        assert title and "paula" not in title[1].casefold(), path
        assert "paula" not in str(page.url), path


def _inner(full: Office) -> list[str]:
    world = full.world
    with world.store.read(world.declaration.id) as tx:
        request = tx.requests.list()[0].id
        mail = tx.mail.list()[0].id
    case, application = world.records("contact")[0].id, world.records("applications")[0].id
    inner = [f"/requests/{request}", f"/cases/{case}", f"/applications/{application}", f"/outbox/{mail}"]
    return [*inner, "/documents/record/de", "/documents/notice/en"]


def test_texts_have_the_same_keys_in_both_languages() -> None:
    keys = {
        code: set(re.findall(r"^([a-z][\w-]*) =", texts.path_of("desk", code).read_text(), re.M))
        for code in ("de", "en")
    }
    assert keys["de"] == keys["en"]
    assert len(keys["de"]) > 300


def test_language_is_remembered_per_person(office: Office) -> None:
    client = office.log_in("ada")
    assert '<html lang="de">' in client.get("/desk/requests").text
    assert post(client, "/desk/language", language="en", back="/desk/requests").headers["location"] == "/desk/requests"
    assert '<html lang="en">' in client.get("/desk/requests").text
    assert post(client, "/desk/language", language="en", back="//evil.example/").headers["location"] == "/desk"

"""Several sites in one installation: one first account for all, a way from desk to desk, and nothing in between."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.desk.office import PASSWORD
from zweck.clock import SystemClock
from zweck.config import Secret, Settings
from zweck.declaration import load
from zweck.desk.run import addresses
from zweck.desk.web import PAGES
from zweck.serve.app import application
from zweck.store import open_store

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/zweck.yaml"))
PLAIN = sorted({p.path for p in PAGES if p.method == "GET" and "{" not in p.path and p.path not in ("", "/")})


class Agency:
    """Every example site in one installation."""

    def __init__(self, folder: Path) -> None:
        settings = Settings(folder, f"sqlite:///{folder / 'z.sqlite'}", Secret(b"k" * 32))
        self.declarations = [load(path) for path in EXAMPLES]
        self.store = open_store(settings, SystemClock())
        self.app = application(
            self.declarations, self.store, settings, self.store.clock, access=lambda site, facts: None
        )
        self.lines = addresses(self.declarations, self.store, "127.0.0.1", 8000)
        self.bases = [re.findall(r"http://[^/]+", line)[0] for line in self.lines[: len(EXAMPLES)]]

    def client(self, base: str) -> TestClient:
        return TestClient(self.app, base_url=base, follow_redirects=False, headers={"Accept-Language": "en"})


@pytest.fixture
def agency(tmp_path: Path, cheap_passwords: None):
    made = Agency(tmp_path)
    yield made
    made.store.close()


def post(client: TestClient, path: str, **data: str):
    return client.post(path, data=data, headers={"Sec-Fetch-Site": "same-origin"})


def test_one_link_makes_the_first_account_of_every_site_and_every_page_opens(agency: Agency) -> None:
    assert len(set(agency.bases)) == len(EXAMPLES) > 1
    link = next(re.findall(r"http://\S+setup\?token=\S+", line) for line in agency.lines if "setup?" in line)[0]
    first = agency.client(agency.bases[0])
    token = link.partition("token=")[2]
    assert post(first, "/desk/setup", token=token, login="ada@agency.example", password=PASSWORD).status_code == 303
    for base in agency.bases:
        client = agency.client(base)
        entered = post(client, "/desk/login", login="ada@agency.example", password=PASSWORD)
        assert entered.status_code == 303, base
        for path in PLAIN:
            page = client.get(f"/desk{path}")
            assert page.status_code == 200, (base, path)
        others = [b for b in agency.bases if b != base]
        assert all(f'href="{other}/desk"' in page.text for other in others)
    assert not [line for line in addresses(agency.declarations, agency.store, "127.0.0.1", 8000) if "setup?" in line]


def test_an_account_of_one_site_opens_no_other(agency: Agency) -> None:
    with agency.store.begin(agency.declarations[0].id) as tx:
        tx.people.add("only@agency.example", PASSWORD, "officer")
    own, other = agency.client(agency.bases[0]), agency.client(agency.bases[1])
    assert post(own, "/desk/login", login="only@agency.example", password=PASSWORD).status_code == 303
    assert post(other, "/desk/login", login="only@agency.example", password=PASSWORD).status_code == 422
    other.cookies.update(dict(own.cookies))
    assert other.get("/desk/today").headers["location"] == "/desk/login"
    assert agency.bases[1] not in own.get("/desk/today").text

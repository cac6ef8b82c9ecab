"""A site with its desk and its people: Ada decides, Berta reads applications, Charlie must not, Rita looks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from tests.serve.world import HOST, World, make_world

HERE = Path(__file__).parent
PASSWORD = "ein-langer-satz-ist-besser"
PEOPLE = {
    "ada@nordlicht.example": "officer",
    "berta@nordlicht.example": "recruiter",
    "charlie@nordlicht.example": "recruiter",
    "rita@nordlicht.example": "reader",
}
PERSON = "paula.person@post.example"


@dataclass
class Office:
    """The site and its desk."""

    world: World

    def visitor(self) -> TestClient:
        """Somebody without a session, in German."""
        return self.world.client(headers={"Accept-Language": "de"})

    def log_in(self, name: str, password: str = PASSWORD, **more: str) -> TestClient:
        """The desk as one of its people sees it."""
        client = self.visitor()
        given = {"login": f"{name}@nordlicht.example", "password": password, **more}
        assert post(client, "/desk/login", **given).status_code == 303
        return client

    def ask(self, right: str = "access", email: str = PERSON, *, confirm: bool = True, **more: str) -> str:
        """A person files a request at the portal and confirms it; gives the request's id."""
        client = self.visitor()
        sent = post(client, f"/privacy/rights/{right}?lang=de", email=email, **more)
        assert sent.status_code == 303, sent.text
        if confirm:
            token = self.token("rights.confirm")
            assert post(client, "/privacy/rights/confirm?lang=de", token=token).status_code == 303
        with self.world.store.read(self.world.declaration.id) as tx:
            return str(tx.requests.list()[0].id)

    def token(self, template: str) -> str:
        """The token in the newest mail of a kind."""
        mail = next(m for m in self.world.mails() if m.template == template)
        found = re.search(r"token=([\w-]+)", mail.text)
        assert found, mail.text
        return found[1]

    def request(self, request_id: str) -> Any:
        with self.world.store.read(self.world.declaration.id) as tx:
            return tx.requests.get(request_id)

    def write_in(self, **more: Any) -> str:
        """A message through the contact form; gives its record."""
        data = {"name": "Paula Person", "email": PERSON, "message": "Bitte rufen Sie mich zurück.", **more}
        return self._add("contact", data)

    def apply(self, **more: Any) -> str:
        """An application with one file and consent to the pool; gives its record."""
        data = {"first_name": "Paula", "last_name": "Person", "email": PERSON, "vacancy": "dev"}
        pool = more.pop("pool", True)
        record = self._add("applications", data, plain={"pool": pool}, consent=pool)
        with self.world.begin() as tx:
            tx.files.add(record, "lebenslauf ä.pdf", "application/pdf", b"%PDF-1.7 paula")
        return record

    def subscribe(self, email: str = PERSON) -> str:
        with self.world.begin() as tx:
            who = tx.subjects.of({"email": email})
            events = {"received": tx.now, "confirmed": tx.now}
            tx.records.add("newsletter", subject=who, data={"email": email}, events=events, record_class="proof")
            return str(tx.records.add("newsletter", subject=who, data={"email": email}, events=events))

    def _add(
        self, activity: str, data: dict[str, Any], plain: dict[str, Any] | None = None, consent: bool = False
    ) -> str:
        with self.world.begin() as tx:
            events = {"received": tx.now, **({"consent_given": tx.now} if consent else {})}
            who = tx.subjects.of({"email": data["email"]})
            return str(tx.records.add(activity, subject=who, data=data, plain=plain or {}, events=events))


def make_office(folder: Path, people: dict[str, str] | None = None) -> Office:
    """A fresh site with its accounts."""
    world = make_world(folder, yaml=HERE / "site.yaml")
    with world.begin() as tx:
        for login, role in (PEOPLE if people is None else people).items():
            tx.people.add(login, PASSWORD, role)
    return Office(world)


def post(client: TestClient, path: str, **data: Any) -> Any:
    """Send a form as a browser does from the same site."""
    headers = {"Sec-Fetch-Site": "same-origin", "Origin": f"https://{HOST}"}
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    return client.post(path, data=data, headers=headers)

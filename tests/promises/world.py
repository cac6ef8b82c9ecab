"""The world of a scenario: a declared site on the built-in store, a clock moved by hand, its visitors and its desk.

Times are written as the list writes them: German local time (``2027-02-28 23:59:59``). Nothing here judges; a scenario
acts through the same doors as people do (forms, links from mails, the desk) or through the verbs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.testclient import TestClient

from zweck import rights
from zweck.check import check
from zweck.clock import FixedClock, parse_moment
from zweck.config import Secret, Settings
from zweck.declaration import Declaration, load, loads
from zweck.errors import Finding, NotFoundError
from zweck.promises import Status
from zweck.prove import ProofReport, prove
from zweck.serve.app import application
from zweck.store import Record, Request, Store, open_store
from zweck.sweep import SweepReport, sweep
from zweck.systems import System, connect

HOST = "www.werk.example"
PASSWORD = "ein-langer-satz-ist-besser"
HEAD = f"""
zweck: 1
site: {{name: Werk, domains: [{HOST}], languages: [de, en], url: "https://{HOST}"}}
controller:
  name: Werk GmbH
  address: {{street: Weg 1, postcode: "40213", city: Düsseldorf, country: DE, state: NW}}
  represented_by: [Erika Muster]
  register: {{court: Amtsgericht Düsseldorf, number: HRB 1234}}
  vat_id: DE123456789
  phone: +49 211 1234560
  email: info@werk.example
officer: {{email: dpo@werk.example}}
"""


def moment(text: str) -> datetime:
    """A German local time, or the first moment of a German day, in UTC."""
    return parse_moment(text.replace(" ", "T"))


def declared(body: str, head: str = HEAD) -> Declaration:
    """A declaration that is only read and checked."""
    return loads(head + body, environ={})


def findings(body: str, on: str, head: str = HEAD) -> list[Finding]:
    """What fails in a declaration by the law of a day: only what blocks or is an error."""
    return [f for f in check(declared(body, head), date.fromisoformat(on)) if f.severity.fails]


class World:
    """A site that runs. ``outside`` are further systems, as a connector would bring them."""

    def __init__(self, folder: Path, body: str, at: str, head: str = HEAD, **settings: Any) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "zweck.yaml").write_text(head + body, "utf-8")
        self.folder = folder
        self.declaration: Declaration = load(folder / "zweck.yaml")
        self.clock = FixedClock(moment(at))
        given = Settings(folder / "data", f"sqlite:///{folder / 'data' / 'z.sqlite'}", Secret(b"k" * 32))
        self.settings = replace(given, **settings)
        self.store: Store = open_store(self.settings, self.clock)
        self.systems: dict[str, System] = dict(connect(self.declaration, self.store, self.settings))
        self._clients: list[TestClient] = []

    # time, transactions

    def at(self, text: str) -> World:
        """Travel to a German local time."""
        self.clock.travel(moment(text))
        return self

    def begin(self) -> AbstractContextManager[Any]:
        return self.store.begin(self.declaration.id)

    def read(self) -> AbstractContextManager[Any]:
        return self.store.read(self.declaration.id)

    def close(self) -> None:
        for client in self._clients:
            client.close()
        self.store.close()

    # records

    def add(
        self,
        activity: str,
        email: str = "eva@example.org",
        record_class: str = "",
        data: Mapping[str, Any] | None = None,
        **events: str,
    ) -> str:
        """A record as a face would make it, with its events at German local times."""
        with self.begin() as tx:
            return str(
                tx.records.add(
                    activity,
                    subject=tx.subjects.of({"email": email}),
                    data={"email": email, **(data or {})},
                    events={name: moment(when) for name, when in events.items()},
                    record_class=record_class,
                )
            )

    def note(self, record_id: str, event: str, when: str | None = None) -> None:
        with self.begin() as tx:
            tx.records.event(record_id, event, moment(when) if when else None)

    def record(self, record_id: str) -> Record:
        with self.read() as tx:
            found: Record = tx.records.get(record_id)
            return found

    def has(self, record_id: str) -> bool:
        try:
            self.record(record_id)
        except NotFoundError:
            return False
        return True

    def records(self, activity: str, record_class: str | None = "", status: str | None = None) -> list[Record]:
        with self.read() as tx:
            return list(tx.records.of_activity(activity, status=status, record_class=record_class, limit=500))

    def kept_until(self, record_id: str, last: str, gone: str) -> None:
        """Swept at the last moment it is there; swept at the first moment of ``gone`` it is not."""
        self.sweep(f"{last} 23:59:59")
        assert self.has(record_id), f"gone before the end of {last}"
        self.sweep(gone)
        assert not self.has(record_id), f"still there on {gone}"

    # verbs

    def sweep(self, when: str | None = None) -> SweepReport:
        if when:
            self.at(when)
        made = sweep(self.declaration, self.systems, self.store, self.clock.now())
        assert not made.failed
        return made

    def sweep_at(self, when: str) -> World:
        """Swept at a moment, and still there."""
        self.sweep(when)
        return self

    def prove(self) -> ProofReport:
        return prove(self.declaration, self.store, self.systems, self.clock.now())

    def status(self, promise: str) -> Status:
        """How a promise stands now."""
        return next(p.status for p in self.prove().promises if p.promise == promise)

    def entries(self, event: str = "") -> list[Any]:
        """The evidence, of one event if named."""
        with self.read() as tx:
            return [e for e in tx.chain.entries() if not event or e.event == event]

    # rights

    def link(self, token: str) -> str:
        return f"https://{HOST}/privacy/rights/request?token={token}"

    def ask(self, right: str, email: str = "eva@example.org", **more: Any) -> Request:
        """A request that an officer entered for a person they know."""
        with self.begin() as tx:
            return rights.open_request(tx, self.declaration, right, email=email, link=self.link, confirmed=True, **more)

    def approve(self, request: Request, **more: Any) -> None:
        with self.begin() as tx:
            rights.approve(tx, self.declaration, request.id, "officer", **more)

    def run(self, request: Request) -> Request:
        return rights.run(self.store, self.declaration, self.systems, request.id, self.link)

    def fulfil(self, right: str, email: str = "eva@example.org", **more: Any) -> Request:
        """Ask, approve and carry out."""
        made = self.ask(right, email, **more)
        self.approve(made)
        return self.run(made)

    def request(self, request_id: str) -> Request:
        with self.read() as tx:
            found: Request = tx.requests.get(request_id)
            return found

    # the web

    def visitor(self, **headers: str) -> TestClient:
        """A browser without JavaScript that keeps its cookies."""
        app = application([self.declaration], self.store, self.settings, self.clock)
        made = TestClient(
            app,
            base_url=f"https://{HOST}",
            follow_redirects=False,
            headers={"Accept-Language": "de", "Origin": f"https://{HOST}", **headers},
            client=("127.0.0.1", 50000),
        )
        self._clients.append(made)
        return made

    def officer(self, login: str = "ada@werk.example", role: str = "officer") -> TestClient:
        """The desk as one of its people sees it."""
        with self.begin() as tx:
            known = any(p.login == login for p in tx.people.list())
            if not known:
                tx.people.add(login, PASSWORD, role)
        desk = self.visitor()
        answer = desk.post("/desk/login", data={"login": login, "password": PASSWORD})
        assert answer.status_code == 303, answer.text
        return desk

    def outbox(self, template: str = "", to: str = "") -> list[Any]:
        """Mails in the outbox, oldest first."""
        with self.read() as tx:
            found = tx.mail.list(limit=5000)
        return [
            m
            for m in reversed(found)
            if m.template.startswith(template) and (not to or m.to.casefold() == to.casefold())
        ]

    def subscribe(self, email: str, confirm: bool = True, **fields: str) -> str:
        """Order the newsletter by the form; gives the path of the link in the mail, used up if ``confirm``."""
        visitor = self.visitor()
        sent = visitor.post("/privacy/newsletter", data={"email": email, "consent": "on", **fields})
        assert sent.status_code == 303, sent.text
        path = path_in(self.outbox("newsletter.confirm", email)[-1].text)
        if confirm:
            assert press(visitor, path).status_code == 303
        return path

    def leave_path(self, email: str) -> str:
        """The path of the link to leave that the latest mail to a reader holds."""
        mail = next(m for m in reversed(self.outbox("newsletter.", email)) if m.headers.get("List-Unsubscribe"))
        return path_in(mail.headers["List-Unsubscribe"])


def press(client: TestClient, path: str, **fields: str) -> Any:
    """Send a form, also one that has only a button."""
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    return client.post(path, content=urlencode(fields), headers=kind)


def path_in(text: str) -> str:
    """The path of the first link of the site in a text that bears a token."""
    found = re.search(rf"https://{re.escape(HOST)}(/[^\s>]*(?:\?|&)(?:t|token)=[^\s>]+)", text)
    assert found, text
    return found[1]

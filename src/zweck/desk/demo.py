"""The demo: the example sites on one port, with sample data of invented people, some of it already due.

What the desk shows is what the product did: the sample goes through the same store and engines as the real thing,
with a clock set back, so that a sweep today has something to do.
"""

from __future__ import annotations

import random
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zweck.clock import FixedClock, SystemClock
from zweck.config import Settings, load_settings
from zweck.errors import ZweckError

if TYPE_CHECKING:
    from zweck.declaration.model import Declaration

LOGIN, PASSWORD = "officer@demo.example", "a demo, nothing secret"

_NAMES = (
    "Amelie Brandt", "Bojan Kovač", "Clara Ostermann", "Dilek Aydın", "Emil Færch", "Fatima Benali",
    "Greta Lindqvist", "Hannes Vogt", "Ines Duarte", "Jakub Nowak",
)  # fmt: skip
_MESSAGES = (
    "Bitte senden Sie mir ein Angebot für zwanzig Arbeitsplätze.",
    "Could you tell me when the next delivery leaves?",
    "In meiner Rechnung fehlt die Bestellnummer. Können Sie das prüfen?",
    "Gibt es Ihre Anleitung auch auf Polnisch?",
)
_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"


def find_examples() -> list[Path]:
    """The folders of the example sites; raises ``ZweckError`` when they are not installed."""
    here = Path(__file__).resolve()
    for folder in (here.parents[1] / "examples", here.parents[3] / "examples"):
        found = sorted(p.parent for p in folder.glob("*/zweck.yaml"))
        if found:
            return found
    raise ZweckError("the example sites are not installed; run `zweck demo` in a checkout of the repository")


def run_demo(port: int, data: Path | None = None) -> None:
    """Serve the examples with sample data until told to stop; without ``data`` nothing outlives the run."""
    from zweck.declaration import load
    from zweck.desk.run import check_free, run_server
    from zweck.store import open_store

    check_free("127.0.0.1", port)
    declarations = [load(folder) for folder in find_examples()]
    with tempfile.TemporaryDirectory(prefix="zweck-demo-") as folder:
        environ = {"ZWECK_SCHEME": "http"}
        settings = load_settings(environ, data=data or Path(folder))
        for declaration in declarations:
            fill(declaration, settings)
        store = open_store(settings, SystemClock())
        print_login(declarations, port)
        run_server(declarations, store, settings, host="127.0.0.1", port=port)


def print_login(declarations: list[Declaration], port: int) -> None:
    """Say how to get in; the addresses of the sites follow from the server."""
    import sys

    sys.stdout.write(f"Zweck demo: {len(declarations)} sites on port {port}. Stop with Ctrl+C.\n")
    sys.stdout.write(f"Desk login on every site: {LOGIN} / {PASSWORD}\n")


def fill(declaration: Declaration, settings: Settings, now: datetime | None = None) -> None:
    """Sample data for one site; a site that has desk accounts already is left as it is."""
    from zweck.store import open_store

    today = now or datetime.now(UTC)
    clock = FixedClock(today - timedelta(days=230))
    store = open_store(settings, clock)
    with store.begin(declaration.id) as tx:
        if tx.people.list():
            store.close()
            return
        tx.people.add(LOGIN, PASSWORD, "officer")
    chance = random.Random(declaration.id)  # noqa: S311 - sample data, the same at every start
    while clock.now() < today - timedelta(days=6):
        with store.begin(declaration.id) as tx:
            _day(tx, declaration, chance, clock.now(), today)
        clock.advance(timedelta(days=chance.randint(9, 17)))
    clock.travel(today - timedelta(days=3, hours=4))
    with store.begin(declaration.id) as tx:
        _requests(tx, declaration)
    store.close()


def _day(tx: Any, declaration: Declaration, chance: random.Random, at: datetime, today: datetime) -> None:
    name = chance.choice(_NAMES)
    email = f"{name.split()[0].lower()}@post.example"
    for activity in declaration.of_kind("contact"):
        _contact(tx, activity, name, email, chance, at, today)
    for activity in declaration.of_kind("newsletter"):
        _subscribe(tx, activity, email)
    for activity in declaration.of_kind("applications"):
        if chance.random() < 0.4:
            _apply(tx, activity, name, email, chance, at, today)
    for activity in declaration.of_kind("consent"):
        _choose(tx, activity, declaration, chance)


def _values(activity: Any, **known: str) -> dict[str, str]:
    return {f.name: known[f.name] for f in activity.fields if f.name in known}


def _contact(
    tx: Any, activity: Any, name: str, email: str, chance: random.Random, at: datetime, today: datetime
) -> None:
    events = {"received": at}
    if at < today - timedelta(days=20):
        events["closed"] = at + timedelta(days=chance.randint(1, 6))
    data = _values(activity, name=name, email=email, message=chance.choice(_MESSAGES), company="Beispielwerk")
    record = tx.records.add(
        activity.name,
        subject=tx.subjects.of({"email": email}),
        data=data,
        plain={"language": "de", "channel": "form"},
        events=events,
    )
    tx.evidence("contact.received", activity.name, ("contact.purpose", "contact.notice_at_form"), record=record)


def _subscribe(tx: Any, activity: Any, email: str) -> None:
    from zweck.activities.newsletter import subscription

    ordered = subscription.order(
        tx,
        activity.name,
        {"email": email},
        wording="demo",
        version="demo",
        language="de",
        promises=("newsletter.evidence",),
    )
    if not ordered.is_known:
        subscription.confirm(tx, activity.name, ordered.token, ("newsletter.double_opt_in", "newsletter.evidence"))


def _apply(tx: Any, activity: Any, name: str, email: str, chance: random.Random, at: datetime, today: datetime) -> None:
    first, last = name.split()
    vacancy = next(iter(activity.vacancies), "")
    values = {"first_name": first, "last_name": last, "name": name, "email": email, "vacancy": vacancy}
    events = {"received": at}
    if at < today - timedelta(days=120):
        events["procedure_ended"] = at + timedelta(days=25)
    record = tx.records.add(
        activity.name,
        subject=tx.subjects.of({"email": email}),
        data=_values(activity, **values, cover_letter="Ihre Stelle passt zu dem, was ich gern tue."),
        plain={"language": "de", "channel": "form", "pool": False},
        events=events,
    )
    tx.files.add(record, "lebenslauf.pdf", "application/pdf", _PDF)
    tx.evidence("applications.received", activity.name, ("applications.purpose",), record=record)


def _choose(tx: Any, activity: Any, declaration: Declaration, chance: random.Random) -> None:
    from zweck.promises.uses import gated_uses

    for _ in range(4):
        says_yes = chance.random() < 0.55
        choices = {use.id: says_yes for use in gated_uses(declaration)}
        action = "accept" if says_yes else "reject"
        tx.consents.add(f"demo-{chance.getrandbits(60):x}", choices, action, "layer", "de", "demo")
        tx.evidence("consent.recorded", activity.name, ("consent.evidence",), detail={"action": action})


def _requests(tx: Any, declaration: Declaration) -> None:
    from zweck import rights

    if not declaration.of_kind("rights"):
        return
    for right, email in (("access", "amelie@post.example"), ("erasure", "hannes@post.example")):
        rights.open_request(
            tx,
            declaration,
            right,
            email=email,
            link=lambda token: f"/privacy/rights/request?token={token}",
            confirmed=True,
        )

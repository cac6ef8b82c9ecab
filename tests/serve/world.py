"""A served site for tests: its declaration, store, clock and client, all in one folder of its own."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.testclient import TestClient

from zweck.clock import FixedClock
from zweck.config import Secret, Settings
from zweck.declaration import Declaration, load
from zweck.serve.app import application
from zweck.store import Store, open_store

HERE = Path(__file__).parent
HOST = "www.nordlicht.example"
START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
PAGE = """<!doctype html><html lang="de"><head><title>Start</title>
<script src="https://stats.tracker.example/m.js"></script></head><body><h1>Start</h1>
<iframe width="560" height="315" title="Film" src="https://www.youtube.com/embed/x"></iframe>
<script>document.title += "!"</script><p><a href="/privacy/consent" data-zweck="show">Einwilligungen ändern</a></p>
</body></html>"""


@dataclass
class World:
    """Everything a test of the public faces needs."""

    folder: Path
    declaration: Declaration
    settings: Settings
    clock: FixedClock
    store: Store
    app: Any
    lines: list[Any]

    def client(self, host: str = HOST, **options: Any) -> TestClient:
        options.setdefault("follow_redirects", False)
        return TestClient(self.app, base_url=f"https://{host}", raise_server_exceptions=True, **options)

    def begin(self) -> Any:
        return self.store.begin(self.declaration.id)

    def records(self, activity: str, record_class: str | None = "") -> list[Any]:
        with self.store.read(self.declaration.id) as tx:
            return tx.records.of_activity(activity, record_class=record_class)

    def mails(self) -> list[Any]:
        with self.store.read(self.declaration.id) as tx:
            return tx.mail.list()

    def link(self, template: str) -> str:
        """The path of the first link in the newest mail of a template."""
        mail = next(m for m in self.mails() if m.template == template)
        found = re.search(r"https?://[^/\s]+(/\S+\?t=\S+)", mail.text)
        assert found, mail.text
        return found[1]

    def evidence(self, event: str) -> list[Any]:
        with self.store.read(self.declaration.id) as tx:
            return [e for e in tx.chain.entries() if e.event == event]


@cache
def migrated() -> bytes:
    """An empty store with its schema, made once for all tests."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "z.sqlite"
        settings = Settings(data=Path(folder), database=f"sqlite:///{path}", master_key=Secret(b"k" * 32))
        store = open_store(settings, FixedClock(START))
        store.scrub()
        store.close()
        return path.read_bytes()


def make_world(folder: Path, *, settings: dict[str, Any] | None = None, yaml: Path = HERE / "site.yaml") -> World:
    shutil.copy(yaml, folder / "zweck.yaml")
    (folder / "pages").mkdir(exist_ok=True)
    (folder / "pages" / "index.html").write_text(PAGE, "utf-8")
    (folder / "pages" / "style.css").write_text("h1 { color: navy }", "utf-8")
    declaration = load(folder / "zweck.yaml")
    clock = FixedClock(START)
    options = {
        "data": folder / "data",
        "database": f"sqlite:///{folder / 'z.sqlite'}",
        "master_key": Secret(b"k" * 32),
    }
    made = Settings(**{**options, **(settings or {})})
    if not settings or "database" not in settings:
        (folder / "z.sqlite").write_bytes(migrated())
    store = open_store(made, clock)
    lines: list[Any] = []
    app = application([declaration], store, made, clock, access=lambda site, facts: lines.append(facts))
    return World(folder, declaration, made, clock, store, app, lines)


def later(world: World, **by: float) -> None:
    world.clock.advance(timedelta(**by))

"""Canaries: marked values go into every personal field; after erasure no file of the installation holds one of them.

The scan is first shown to find what lies in the open, and that sealed values are never in the open at all.
"""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.declarations import declare
from tests.stores import SITE, START

from zweck.clock import FixedClock
from zweck.config import Settings
from zweck.store import Store, open_store, tables
from zweck.systems import LogsSystem, StoreSystem, connect

MAIL = "canary-mail-7f3a@canary-domain-91.example"
CANARIES = [
    *("canary-name-7f3a", "canary-text-7f3a", "canary-phone-7f3a", "canary-file-7f3a", "canary-content-7f3a"),
    *("canary-subjectline-7f3a", "canary-body-7f3a", "canary-html-7f3a", "canary-header-7f3a"),
    *("canary-request-7f3a", "canary-consent-7f3a", "canary-limit-7f3a", "canary-late-7f3a"),
    *("canary-mail-7f3a", "canary-domain-91", "203.0.113.77"),
]


def forms_of(word: str) -> list[bytes]:
    """A value as it could lie somewhere: plain, in capitals, UTF-16, hexadecimal, Base64 at each offset."""
    raw = word.encode()
    coded = [base64.b64encode(b" " * n + raw)[4 if n else 0 : -4] for n in range(3)]
    return [raw, raw.upper(), word.encode("utf-16-le"), raw.hex().encode(), *coded]


def scan(folder: Path) -> dict[str, list[str]]:
    """Which canaries lie in which files, whatever the file is."""
    found: dict[str, list[str]] = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        content = path.read_bytes()
        hits = [word for word in CANARIES if any(form in content for form in forms_of(word))]
        if hits:
            found[path.name] = hits
    return found


def sing(store: Store, logs: LogsSystem) -> None:
    """Every public way in, with a canary in every field."""
    with store.begin(SITE) as tx:
        subject = tx.subjects.of({"email": MAIL, "phone": "canary-phone-7f3a"})
        data = {"email": MAIL, "name": "canary-name-7f3a", "message": "canary-text-7f3a" * 500}
        record = tx.records.add("contact", subject=subject, data=data, events={"received": tx.now})
        tx.files.add(record, "canary-file-7f3a.pdf", "application/pdf", b"canary-content-7f3a" * 9000)
        tx.tokens.issue("confirm", record)
        more = {"text": "canary-body-7f3a", "html": "canary-html-7f3a", "headers": {"X-Note": "canary-header-7f3a"}}
        mail = {"template": "x", "subject_line": "canary-subjectline-7f3a", "key": MAIL, **more}
        tx.mail.queue(to=MAIL, subject=subject, record=record, **mail)
        tx.mail.queue(to=MAIL, **{**mail, "key": "second"})
        tx.requests.add("17", subject=subject, data={"text": "canary-request-7f3a"})
        tx.suppression.add(MAIL, "unsubscribed")
        tx.consents.add("canary-consent-7f3a", {"media": True}, "accept", "banner", "de", "hash")
        tx.limits.hit("canary-limit-7f3a", 5, START - START.replace(day=9))
        tx.records.change(record, {"name": "canary-late-7f3a"})
        tx.evidence("contact.received", "contact", (), record)
    logs.write(ip="203.0.113.77", request="/", cookie="canary-text-7f3a")


@pytest.fixture
def logs(sqlite_store: Store) -> LogsSystem:
    found = connect(declare(), sqlite_store)["logs"]
    assert isinstance(found, LogsSystem)
    return found


def test_the_scan_finds_what_lies_in_the_open(sqlite_store: Store, settings: Settings) -> None:
    with sqlite_store.begin(SITE) as tx:
        tx.records.add("contact", plain={"wrong": " ".join(CANARIES)})
    (settings.data / "note.txt").write_bytes(base64.b64encode(b"xx canary-name-7f3a xx"))
    found = scan(settings.data)
    assert CANARIES in found.values()
    assert found["note.txt"] == ["canary-name-7f3a"]


def test_nothing_personal_lies_in_the_open(sqlite_store: Store, settings: Settings, logs: LogsSystem) -> None:
    sing(sqlite_store, logs)
    assert scan(settings.data) == {}
    assert (settings.data / "zweck.sqlite-wal").stat().st_size > 100_000  # it was looked through, with its content


def test_erasure_leaves_no_canary_and_no_key(
    sqlite_store: Store, settings: Settings, clock: FixedClock, logs: LogsSystem
) -> None:
    store = sqlite_store
    sing(store, logs)
    with store.read(SITE) as tx:
        (subject,) = tx.subjects.find({"email": MAIL})
        key = tx.execute(sa.select(tables.subject.c.wrapped_key)).scalar_one()
        sealed = tx.execute(sa.select(tables.file.c.sealed_content)).scalar_one()
        record = tx.execute(sa.select(tables.record.c.sealed)).scalars().first()
    everything = b"".join(p.read_bytes() for p in settings.data.glob("zweck.sqlite*"))
    assert key in everything and sealed[:400] in everything  # the scan would see them
    StoreSystem(store, declare()).erase({"email": MAIL})
    with store.begin(SITE) as tx:
        tx.records.erase([r.id for r in tx.records.of_subject(subject)])  # the request, at the end of its period
        tx.consents.erase("canary-consent-7f3a")
        assert tx.subjects.find({"email": MAIL}) == []
    left = b"".join(p.read_bytes() for p in settings.data.rglob("*") if p.is_file())
    assert key not in left
    assert sealed[:400] not in left and sealed[2000:2400] not in left and record not in left
    assert scan(settings.data) == {}
    store.close()
    again = open_store(settings, clock)
    with again.read(SITE) as tx:
        assert tx.records.of_activity("contact") == [] and tx.suppression.has(MAIL)
    again.close()
